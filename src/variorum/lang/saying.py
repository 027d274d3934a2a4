"""Words that report speech, and nouns that speak: verbs by how their content attaches, phrases, nouns, kinds of speakers."""

from __future__ import annotations

from msgspec import Struct


class Speakers(Struct, frozen=True):
    """Nouns (lemmas) that can be a source, by what they are; a pronoun's gender and number with them."""

    organisations: frozenset[str]
    people: frozenset[str]
    roles: frozenset[str]
    documents: frozenset[str]
    places: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    titles: frozenset[str]
    collective: frozenset[str]


class Pronouns(Struct, frozen=True):
    """Pronouns in any case by what they stand for; `own` are the article's own voice outside quotation marks."""

    female: frozenset[str]
    male: frozenset[str]
    thing: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]
    own: frozenset[str]
    relative: frozenset[str]
    indefinite: frozenset[str]


class Saying(Struct, frozen=True):
    """Lemmas of reporting verbs by the way their content attaches, and the other words that report.

    `clause`: that-clause, quotation, or set behind its content. `object`: a noun phrase can be the content too.
    `stance`: what the source wants, asks or thinks; content is whatever follows. `weak`: reports only with a clause or a
    quotation. `describe`: content is the name given to a thing. `number`: reports when a number or a counting noun
    follows. `deny`: the source denies the content. `pass_on`: the subject passes on what another said.
    `particles`: second words of a verb ("point out", "make known").
    """

    clause: frozenset[str]
    object: frozenset[str]
    stance: frozenset[str]
    weak: frozenset[str]
    describe: frozenset[str]
    number: frozenset[str]
    deny: frozenset[str]
    pass_on: frozenset[str]
    particles: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    phrase_by: tuple[str, ...]
    quoting: frozenset[str]
    nouns: frozenset[str]
    false: frozenset[str]
    counting: frozenset[str]
    told: frozenset[str]
    audience: frozenset[str]
    narrative: frozenset[str]
    speakers: Speakers
    pronouns: Pronouns
