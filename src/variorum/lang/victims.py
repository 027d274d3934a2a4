"""Words that tell what happened to one person: died, was shot, is in hospital."""

from __future__ import annotations

from msgspec import Struct


class Victims(Struct, frozen=True):
    """`lang/<language>/victims.toml`, lemmas in lower case. `killed` and `injured` are the outcomes.

    `*_objects`: verbs whose object bears the outcome; `*_subjects`: verbs whose subject does; `*_nouns`: nouns whose
    "of" or possessor does; `killed_with`: verbs that need the words of the kind's patterns beside them ("lost a life");
    `fatal`: words beside a verb of harm that make it deadly; `states`: adjectives of the dead,
    `finds`: verbs they complete; `struck`: verbs that harm only with one of `missiles` beside them, or passive in a
    report that has one of `guns` and nothing of `vehicles`; `suffers`: verbs with one of `harm` as what one suffers;
    `body`: parts of a body that are counted as what one person suffered ("two broken ribs");
    `condition`: words of a hospital's report, `grave` those that tell of great harm; `clings`: verbs of those in danger
    ("fights for her life"); `recovers`, `carried` (to one of `hospitals`): weak signs of harm;
    `attempts`: words that leave open whether it came about; `courts`: words of trials and arrests; `reflexives`: words
    for oneself; `discovers`: verbs whose object may be found dead or hurt; `others`: words that introduce another
    person; `females`, `males`: words of one gender; `persons`: nouns for one person; `kin`: those that say whose;
    `young`, `grown`: nouns for minors and for adults; `police`, `accused`: nouns for the parts in a crime that one
    person seldom has both of; `bare`: nouns that describe a person and stand in no name.
    """

    killed_objects: tuple[str, ...]
    killed_subjects: tuple[str, ...]
    killed_with: tuple[str, ...]
    killed_nouns: tuple[str, ...]
    fatal: tuple[str, ...]
    states: tuple[str, ...]
    finds: tuple[str, ...]
    injured_objects: tuple[str, ...]
    struck: tuple[str, ...]
    missiles: tuple[str, ...]
    injured_nouns: tuple[str, ...]
    suffers: tuple[str, ...]
    harm: tuple[str, ...]
    body: tuple[str, ...]
    condition: tuple[str, ...]
    grave: tuple[str, ...]
    clings: tuple[str, ...]
    recovers: tuple[str, ...]
    carried: tuple[str, ...]
    hospitals: tuple[str, ...]
    attempts: tuple[str, ...]
    courts: tuple[str, ...]
    reflexives: tuple[str, ...]
    discovers: tuple[str, ...]
    guns: tuple[str, ...]
    vehicles: tuple[str, ...]
    others: tuple[str, ...]
    females: tuple[str, ...]
    males: tuple[str, ...]
    persons: tuple[str, ...]
    kin: tuple[str, ...]
    young: tuple[str, ...]
    grown: tuple[str, ...]
    police: tuple[str, ...]
    accused: tuple[str, ...]
    bare: tuple[str, ...]
