"""Numbers of a remade text whose digits stand in another order than the source's ("37 were hurt" for 73).

The commonest slip of copying. It shows without any reading of what is counted: the text has a number that its source
has not, and lacks the source's number of the same digits.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.desk import Desk, Link
from variorum.checks.line import Line, at
from variorum.checks.takes import same_digits
from variorum.model import Claim, Span
from variorum.text.words import Word


class Turned(Struct, frozen=True):
    """A number and the source's with the same digits; `claim`: the count that has it; `year`: both are years."""

    fault: Span
    against: Span
    number: str
    true: str
    claim: Claim | None
    year: bool


def turned(desk: Desk) -> tuple[Turned, ...]:
    """One per number of a text made from another in other words."""
    return tuple(t for link in desk.remade if link.relation != "copy" and not link.take for t in _turned(desk, link))


def _turned(desk: Desk, link: Link) -> Iterator[Turned]:
    known = {n for a in desk.ancestors(link.derived) for n in desk.pages[a].numbers}
    own = desk.pages[link.derived].numbers
    gone = {w.key: (line, w) for line, w in _numbers(desk, link.source) if w.key not in own}
    seen: set[str] = set()
    for line, word in _numbers(desk, link.derived):
        if word.key in known or word.key in seen:
            continue
        found = [g for k, g in sorted(gone.items()) if same_digits(float(word.key[1:]), float(k[1:]))]
        if len(found) == 1 and _one_matter(line, found[0][0]):
            seen.add(word.key)
            yield _report(desk, line, word, *found[0])


def _numbers(desk: Desk, article: str) -> Iterator[tuple[Line, Word]]:
    """The article's numbers with their sentences, the text's before the headline's."""
    for line in sorted(desk.lines(article), key=lambda w: (w.kind != "body", w.span.start)):
        yield from ((line, w) for w in line.words if w.number and w.key[1:].isdigit())


def _one_matter(one: Line, other: Line) -> bool:
    """Whether the sentences have words in common beside their numbers."""
    return len((one.keys - one.numbers) & (other.keys - other.numbers)) >= SHARED


SHARED = 2
"""Content words that both sentences must have."""


def _report(desk: Desk, line: Line, word: Word, source: Line, true: Word) -> Turned:
    claim = _claim(desk, line, word)
    other = _claim(desk, source, true)
    years = all(len(w.plain) == 4 and w.plain.isdigit() and "1800" <= w.plain <= "2100" for w in (word, true))
    return Turned(
        claim.span if claim is not None else at(line, word.start, _end(line, word)),
        other.span if other is not None else at(source, true.start, _end(source, true)),
        word.key[1:],
        true.key[1:],
        claim,
        years,
    )


def _claim(desk: Desk, line: Line, word: Word) -> Claim | None:
    near = (c for c in desk.claims(line.span.article) if c.span.start <= word.start < c.span.end)
    return next((c for c in near if figures.key(c) == word.key), None)


def _end(line: Line, word: Word) -> int:
    """Where the content word right behind the number ends, else the number."""
    after = next((w for w in line.words if w.start >= word.end), None)
    return after.end if after is not None and after.key and not after.number else word.end
