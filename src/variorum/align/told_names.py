"""Names that the reports themselves show to be one: a body and the letters set beside it, and a name that a translation
spells otherwise in the place of its source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from variorum.model import Article, EntityType, Extraction, Lineage, Mention
from variorum.text.translit import fold, similar_names

BESIDE = re.compile(r"\s*\(\s*|,?\s+or\s+(?:the\s+)?|,\s+known\s+as\s+(?:the\s+)?")
"""Between a body's name and its letters: "X (ABC)", "X, or ABC,", "X, known as the ABC"."""
LETTERS = re.compile(r"(?:[A-Z]\.?){2,7}")
TWIN, SHORTEST = 0.7, 5
"""Least likeness and length of two names that stand for each other in a text and its translation."""

Pair = frozenset[str]
Told = frozenset[tuple[EntityType, Pair]]


def told_names(articles: Sequence[Article], extractions: Sequence[Extraction], lineage: Lineage) -> Told:
    """Pairs of folded names, with their type, that are one."""
    texts = {a.id: a.text for a in articles}
    mentions = {e.article: e.mentions for e in extractions}
    found = {pair for a in sorted(mentions) for pair in _lettered(texts.get(a, ""), mentions[a])}
    for edge in lineage.derivations:
        if edge.relation == "translation":
            found |= set(_twins(mentions.get(edge.derived, ()), mentions.get(edge.source, ())))
    return frozenset(found)


def translated(lineage: Lineage) -> frozenset[str]:
    """The articles that were translated back: their spellings of names are nobody's own."""
    return frozenset(d.derived for d in lineage.derivations if d.relation == "translation")


def _lettered(text: str, mentions: Sequence[Mention]) -> Iterable[tuple[EntityType, Pair]]:
    ordered = sorted(mentions, key=lambda m: m.span.start)
    for name, letters in pairwise(ordered):
        gap = text[name.span.end : letters.span.start]
        both = name.type == letters.type == "organization" and LETTERS.fullmatch(letters.span.text)
        if both and BESIDE.fullmatch(gap) and _spells(name.span.text, letters.span.text):
            yield "organization", frozenset((fold(name.name), fold(letters.name)))


def _spells(name: str, letters: str) -> bool:
    """Whether most letters begin a word of the name, in any order: those of another language may stand otherwise."""
    left = [w[0] for w in fold(name).split()]
    own = [c for c in letters.lower() if c.isalpha()]
    hits = 0
    for letter in own:
        if letter in left:
            left.remove(letter)
            hits += 1
    return len(name.split()) > 1 and 3 * hits >= 2 * len(own)


def _twins(derived: Sequence[Mention], source: Sequence[Mention]) -> Iterable[tuple[EntityType, Pair]]:
    """A name of the translation that its source lacks, and the only one of the source, unknown to the translation,
    that is like it."""
    for kind in ("person", "organization", "place"):
        ours, theirs = _names(derived, kind), _names(source, kind)
        for name in sorted(ours.keys() - theirs.keys()):
            others = sorted(theirs.keys() - ours.keys())
            like = [o for o in others if min(len(o), len(name)) >= SHORTEST and similar_names(name, o, TWIN)]
            if len(like) == 1:
                yield kind, frozenset((name, like[0]))


def _names(mentions: Sequence[Mention], kind: str) -> Mapping[str, str]:
    return {fold(m.name): m.name for m in mentions if m.type == kind}
