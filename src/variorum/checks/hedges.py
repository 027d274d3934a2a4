"""Numbers that no kind counts, between the same words in two passages, one of which bounds them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.checks import figures
from variorum.checks.amounts import Amount, Reader
from variorum.checks.desk import Desk, Link
from variorum.checks.finder import Pair
from variorum.model import Span


class Hedge(Struct, frozen=True):
    """The derived article's passage, its source's, and both with their bounds in words."""

    fault: Span
    against: Span
    stated: str
    true: str


def hedges(desk: Desk) -> Iterator[Hedge]:
    """Numbers of derived articles with another bound than in the sentence that theirs was made from."""
    for link in desk.texts:
        for pair in link.pairs:
            if pair.share >= ALIKE and pair.derived.kind != "headline":
                yield from _changed(desk, link, pair)


ALIKE = 0.75
"""Share of a sentence's words that its sources must hold."""


def _changed(desk: Desk, link: Link, pair: Pair) -> Iterator[Hedge]:
    reader = desk.once(Reader)
    for amount in reader.amounts(pair.derived):
        given = [a for line in pair.sources for a in reader.amounts(line) if _same(amount, a)]
        if not given:
            continue
        every = (a for line in desk.lines(link.source) for a in reader.amounts(line) if _same(amount, a))
        if _strong(amount, given[0]) and all(_bound(a) != _bound(amount) for a in every):
            yield Hedge(amount.passage, given[0].passage, _words(amount), _words(given[0]))


def _same(one: Amount, other: Amount) -> bool:
    """Whether both are the same number of the same uncounted thing."""
    if one.claim is not None or other.claim is not None or one.number != other.number or one.number is None:
        return False
    named = bool(one.after) or one.unit.name != "count"
    alike = one.unit == other.unit and one.after[:1] == other.after[:1] and one.before[:1] == other.before[:1]
    return named and alike and not (one.ranged or other.ranged)


def _bound(amount: Amount) -> figures.Bound:
    return figures.BOUNDS[amount.value.modifier]


def _strong(one: Amount, other: Amount) -> bool:
    return bool({_bound(one), _bound(other)} & {"floor", "ceiling"})


def _words(amount: Amount) -> str:
    shown = f"{amount.number:,g}" if amount.number is not None and amount.number < MANY else f"{amount.number:,.0f}"
    return shown if amount.value.modifier == "exactly" else f"{amount.value.modifier} {shown}"


MANY = 100_000.0
"""From here on a number is written without its fraction."""
