"""Whether a counted noun can be what a kind counts: people, or one of its things."""

from __future__ import annotations

import re

from variorum.extract.claims.words import Words, forms
from variorum.kinds.patterns import Index
from variorum.text.tree import Parse, Token

LIVING = frozenset(("rescued", "injured", "evacuated", "hospitalised"))
"""Kinds of what befalls nobody who is dead."""


def in_remains(parse: Parse, noun: Token | None, words: Words) -> bool:
    """ "The bodies of three miners": who is counted is dead, whatever is done to them."""
    head = parse.head(noun) if noun is not None and noun.relation == "nmod" else None
    return head is not None and any(f in words.remains for f in forms(head))


MORTAL = frozenset(("killed", "rescued"))
"""Kinds that may count lives."""
THINGS_TOO = frozenset(("lose", "hold", "save", "seize", "capture", "retain", "mow", "find", "release", "keep"))
"""Verbs said of things at least as often as of people ("lost 30 paintings in the fire", "held 23 concerts")."""
OF_THINGS_TOO = frozenset(("missing", "rescued", "trapped"))
"""Kinds whose words are said of things as well ("two chairs are missing", "trapped dogs")."""
PERSONAL = re.compile(
    r"(?:er|or|ist|ian|ee|ant|ent|eer|man|woman|men|women|person|people|folk|mate|guest|youth|kid|child|children|boy|girl|guard|monk|nun)s?$"
)
"""Endings of most nouns for people."""


def personal(noun: Token | None, words: Words) -> bool:
    """Whether a counted noun may stand for people: one that is known or looks like one, a name, or none at all."""
    if noun is None or noun.pos != "NOUN" or PERSONAL.search(noun.lower):
        return True
    return any(f in words.human for f in forms(noun))


def is_thing(parse: Parse, noun: Token, things: frozenset[str]) -> bool:
    """Whether a noun names one of a kind's things, alone or with a word before it ("unmanned *aerial vehicles*")."""
    if any(f in things for f in forms(noun)):
        return True
    return any(f"{noun.lemma} {c.lower}" in things for c in parse.children(noun, "amod", "compound"))


def _of_another(parse: Parse, noun: Token, things: frozenset[str], table: Index) -> bool:
    """Whether another kind names the thing by two words and this one by the last alone ("*energy* facilities")."""
    pairs = {f"{noun.lemma} {c.lower}" for c in parse.children(noun, "amod", "compound")}
    return pairs.isdisjoint(things) and any(not pairs.isdisjoint(other) for other in table.things.values())


def fits(parse: Parse, kind: str, noun: Token | None, table: Index, words: Words) -> bool:
    """Whether the counted noun can be of the kind's unit."""
    things = table.things.get(kind)
    if things is not None:
        return noun is not None and is_thing(parse, noun, things) and not _of_another(parse, noun, things, table)
    if noun is None:
        return True
    names = forms(noun)
    if kind != "killed" and not words.remains.isdisjoint(names):
        return False
    if kind not in MORTAL and "life" in names:
        return False  # "took 14 lives" into no hospital
    if not (words.generic.isdisjoint(names) and words.classes.isdisjoint(names)):
        return True
    if not words.groups.isdisjoint(names):
        return noun.tag != "NNS" or noun.lemma == "crew"  # "42 rescue teams" are no 42 people
    return words.nonpersons.isdisjoint(names)


def bodies_alone(trigger: Token | None, alone: bool, words: Words) -> bool:
    """Whether only the word "bodies" makes a count one of the dead: those of one place, and no toll."""
    return alone and trigger is not None and any(f in words.remains for f in forms(trigger))
