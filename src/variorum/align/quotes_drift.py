"""How a rendering departs from the one it was made from."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.align.quotes_items import Item
from variorum.align.quotes_match import FEW
from variorum.model import Drift

KEPT = 0.5
"""Share of the quoted words in kept runs below which a derived article has translated its quotes."""


LONG = 150
"""Words of a quotation in which no splice is looked for: bounds the time."""


def drift(item: Item, source: Item, others: Sequence[Item], *, translated: bool) -> Drift:
    """Of `item` against `source`; `others` are the source article's further quotations, in text order."""
    if item.plain == source.plain:
        return "none"
    joined = _joined(item, source, others)
    if joined is not None:
        return joined
    if translated:
        return "translated"
    return "shortened" if _inside(item.plain, source.plain) else "altered"


def _joined(item: Item, source: Item, others: Sequence[Item]) -> Drift | None:
    """`spliced` when it goes on with another quotation's words; pieces that were neighbours are only joined."""
    head = common_run(item.plain, source.plain)
    rest = item.plain[head:]
    if head < FEW or len(rest) < FEW:
        return _spliced_tail(item, source, others)
    for other in sorted(others, key=lambda o: (o.start < source.start, o.start)):
        if _inside(rest, other.plain) and not _inside(rest, source.plain):
            if _next(source, other, others) and head == len(source.plain):
                whole = rest == other.plain
                starts = other.plain[: len(rest)] == rest
                return "none" if whole else "shortened" if starts else "spliced"
            return "spliced"
    return None


def _spliced_tail(item: Item, source: Item, others: Sequence[Item]) -> Drift | None:
    """The end of the source's words, then another quotation's: the splice need not begin where the source does."""
    if len(item.plain) > LONG:
        return None
    for cut in range(len(item.plain) - FEW, FEW - 1, -1):
        front, rest = item.plain[:cut], item.plain[cut:]
        goes_on = _run_in(front, source.plain) and not _inside(rest, source.plain)
        if goes_on and any(_run_in(rest, o.plain) for o in others):
            return "spliced"
    return None


def _next(source: Item, other: Item, others: Sequence[Item]) -> bool:
    """Whether `other` is the same speaker's next words."""
    later = [o for o in others if o.start > source.start]
    one_voice = not source.speaker or not other.speaker or source.speaker == other.speaker
    return bool(later) and later[0].number == other.number and one_voice


def common_run(a: Sequence[str], b: Sequence[str]) -> int:
    """Words from the beginning that both have."""
    run = 0
    while run < min(len(a), len(b)) and a[run] == b[run]:
        run += 1
    return run


def _run_in(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[i : i + size]) == tuple(part) for i in range(len(whole) - size + 1))


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all words of `part` stand in `whole` in the same order."""
    rest = iter(whole)
    return all(word in rest for word in part)
