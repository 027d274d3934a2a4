"""Sentences of a remade text that tell of a grave thing of which no other report has a word.

Rewrites use other words for nearly everything, so that a sentence without a counterpart says little. But a field of
meaning that is new altogether (plunder, sabotage, a petition), or "a second" of what the source has one, was added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from variorum.checks.desk import Desk, Link
from variorum.checks.line import Line, at
from variorum.lang.additions import Additions
from variorum.lang.base import read
from variorum.model import Span
from variorum.text.words import Word, stem


def additions(desk: Desk) -> Iterator[tuple[Span, str]]:
    """(passage, field) of every such sentence of a text that was made from one other in other words."""
    sources = {link.derived: 0 for link in desk.links}
    for link in desk.links:
        sources[link.derived] += 1
    for link in desk.remade:
        if link.relation == "rewrite" and sources[link.derived] == 1:
            yield from _added(desk, link)


def _added(desk: Desk, link: Link) -> Iterator[tuple[Span, str]]:
    made = desk.descendants(link.derived)
    others = [a for a in desk.order if a not in made]
    told = " \n ".join(desk.articles[a].text.lower() for a in others)
    known = {w.plain for a in others for line in desk.lines(a) for w in line.words}
    for line in desk.lines(link.derived):
        if line.kind not in ("body", "bullet") or len(line.words) < SHORT or _own(line, known):
            continue
        found = _field(desk, line, told) or _one_more(desk, line, others)
        if found is not None:
            yield found


SHORT = 6
"""Words below which a line is no sentence."""


def _own(line: Line, known: set[str]) -> bool:
    """Whether it names somebody or some place of its own: that is reporting. What a sign of a field holds is no
    such name ("National Guard")."""
    start = line.span.start
    signs = [m.span() for sign, _ in _fields().values() for m in sign.finditer(line.span.text)]
    own = (w for w in line.words[1:] if w.name and w.plain not in known)
    return any(not any(a <= w.start - start < b for a, b in signs) for w in own)


def _field(desk: Desk, line: Line, told: str) -> tuple[Span, str] | None:
    """A field of meaning that no other report touches, outside quotation marks."""
    quoted = [q.span for q in desk.quotations(line.span.article) if q.span.overlaps(line.span)]
    for name, (sign, cover) in _fields().items():
        starts = (line.span.start + m.start() for m in sign.finditer(line.span.text))
        if any(not any(q.start <= s < q.end for q in quoted) for s in starts) and cover.search(told) is None:
            return _passage(line), name
    return None


def _one_more(desk: Desk, line: Line, others: list[str]) -> tuple[Span, str] | None:
    """ "A second market was struck" where the other reports have one market only."""
    data = _data()
    for i, word in enumerate(line.words):
        if word.plain not in data.more:
            continue
        noun = next((w for w in line.words[i + 1 : i + 3] if w.key and not w.number and len(w.plain) > LEAST), None)
        if noun is None or not any(w.plain in data.blows for w in line.words[i:]):
            continue
        near = [s for a in others for w in desk.lines(a) for s in _beside(w, noun)]
        if near and not any(w.number or w.plain in data.plural or w.plain.endswith("s") for w in near):
            return _passage(line), f"{word.plain} {noun.plain}"
    return None


LEAST = 3
"""Letters of a noun that tells what there is a second of."""


def _beside(line: Line, noun: Word) -> Iterator[Word]:
    """The noun, wherever the sentence has it, and the two words before it."""
    for i, word in enumerate(line.words):
        if stem(word.plain) == stem(noun.plain):
            yield from line.words[max(0, i - 2) : i + 1]


def _passage(line: Line) -> Span:
    return at(line, line.words[0].start, line.words[-1].end)


@cache
def _fields() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Per field what shows it, and all its words."""
    data = _data()
    return {name: (_any(words), _any((*words, *data.cover[name]))) for name, words in sorted(data.signs.items())}


def _any(beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """Any of these at the beginning of a word; a space stands for any break."""
    listed = "|".join(re.escape(p).replace("\\ ", "\\s+") for p in beginnings)
    return re.compile(rf"\b(?:{listed})", re.IGNORECASE)


@cache
def _data() -> Additions:
    found: Additions = read("en", "additions", Additions)
    return found
