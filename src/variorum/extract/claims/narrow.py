"""Claims that are of a narrower kind too: homes among the buildings, the homeless among the displaced."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import forms
from variorum.kinds.base import Kind, load
from variorum.model import Claim, content_id
from variorum.text.tree import Parse, Token

BEYOND = 4
"""Tokens after the governing word in which a mark may stand ("lost their homes")."""


@cache
def _narrower(language: str) -> dict[str, tuple[tuple[Kind, frozenset[str], frozenset[str]], ...]]:
    """The kinds that narrow each kind, with their marks and the governing words that forbid them."""
    found: dict[str, tuple[tuple[Kind, frozenset[str], frozenset[str]], ...]] = {}
    for kind in load().values():
        if kind.narrows and kind.parent is not None and language in kind.triggers:
            words = kind.triggers[language]
            entry = (kind, frozenset(words.marks), frozenset(words.blockers))
            found[kind.parent] = (*found.get(kind.parent, ()), entry)
    return found


def narrowed(parse: Parse, reading: Reading, claim: Claim, language: str) -> list[Claim]:
    """The claim once more for each narrower kind whose mark it bears."""
    table = _narrower(language).get(claim.kind, ())
    if not table:
        return []
    present = {f for t in _bearers(parse, reading) for f in forms(t)}
    frame = reading.choice.frame if reading.choice is not None else None
    verb = frozenset(forms(frame.word)) if frame is not None else frozenset()
    amount = reading.counted
    return [
        replace(
            claim,
            id=content_id("c", claim.span.article, kind.name, amount.core_start, amount.core_end),
            kind=kind.name,
            unit=kind.unit,
            why=(*claim.why, f"kind {kind.name}: {sorted(present & marks)[0]}"),
        )
        for kind, marks, blockers in table
        if present & marks and not verb & blockers
    ]


def _bearers(parse: Parse, reading: Reading) -> list[Token]:
    """The counted noun; where people are counted, the governing word and what follows it."""
    noun = reading.noun or reading.counted.noun
    people = load()[reading.kind].people
    if not people:
        return [noun] if noun is not None else []
    frame = reading.choice.frame if reading.choice is not None else None
    if frame is None:
        return []
    last = min(frame.word.i + 1 + BEYOND, parse.sentence_of(frame.word).last)
    return list(parse.tokens[frame.word.i : last])
