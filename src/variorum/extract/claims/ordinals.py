"""One more behind a count, told by its place in the row: "two guards were killed and *a third* was wounded"."""

from __future__ import annotations

from variorum.extract.claims.counted import Counted
from variorum.model import Value
from variorum.text.tree import Parse, Token

PLACES = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Ordinals by how many they make."""
LEADS = frozenset(("a", "another"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))


def with_ordinals(parse: Parse, amounts: list[Counted]) -> list[Counted]:
    """The amounts and those that an ordinal adds to one just before it, in text order."""
    found = []
    for token in parse.tokens:
        if token.lower in PLACES and token.dep in SUBJECTS and _follows(parse, token, amounts):
            lead = parse.tokens[token.i - 1]
            found.append(_one(parse, lead, token))
    return sorted([*amounts, *found], key=lambda c: (c.start, c.end)) if found else amounts


def _follows(parse: Parse, token: Token, amounts: list[Counted]) -> bool:
    """Whether the count before, in this sentence or the one before it, ends where the ordinal goes on."""
    if token.i == 0 or parse.tokens[token.i - 1].lower not in LEADS or parse.child(token, "nmod") is not None:
        return False
    before = [a for a in amounts if a.end <= token.start and 0 <= token.sentence - a.sentence <= 1]
    nearest = [a for a in before if not a.negative][-1:]
    return any(a.value.number == PLACES[token.lower] - 1 for a in nearest)


def _one(parse: Parse, lead: Token, token: Token) -> Counted:
    stated = parse.text[lead.start : token.end]
    value = Value(stated, 1, 1, 1, "exactly")
    return Counted(lead.start, token.end, token.start, token.end, value, token.sentence, token, token, None)
