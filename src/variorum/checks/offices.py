"""The office that a text gives a person, read from the words beside the name.

An office is a class (mayor, minister, …) and, for ministers, a portfolio. Words before the name ("Mayor Smith",
"the mayor, Smith") and behind it ("Smith, the mayor of X,") are read; one with "former" or the like is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.model import Mention, Span

POLITICAL = frozenset({"minister", "legislator"})
"""Offices that the head of a service or a company does not hold beside it."""

SPEAKING = frozenset({"general", "police", "doctor", "cleric"})
"""Offices whose holders are often spokespersons too."""

TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
WINDOW = 70
"""Characters beside a name in which its office stands."""


class Office(Struct, frozen=True):
    """One office as a text gives it; `span` from the office to the name; `under`: its deputy holds it."""

    kind: str
    portfolio: frozenset[int]
    political: bool
    under: bool
    span: Span

    def fits(self, other: Office) -> bool:
        """Whether one person may well be called both: the same class, and no two portfolios."""
        if "chief" in (self.kind, other.kind) and self.kind != other.kind:
            return not ({self.kind, other.kind} & POLITICAL) or self.political or other.political
        if self.under != other.under and self.kind == other.kind:
            return False
        if self.kind != other.kind:
            return "spokesperson" in (self.kind, other.kind) and bool({self.kind, other.kind} & SPEAKING)
        return not self.portfolio or not other.portfolio or bool(self.portfolio & other.portfolio)


def offices(desk: Desk, mention: Mention) -> Iterator[Office]:
    """The offices beside one mention of a person."""
    text = desk.articles[mention.span.article].text
    last = mention.span.end - len(mention.span.text.split()[-1])
    yield from _before(desk, mention, text, last)
    yield from _behind(desk, mention, text)


def _before(desk: Desk, mention: Mention, text: str, last: int) -> Iterator[Office]:
    """ "Foreign minister Ann Lee" and "the mayor of Arl, Ann Lee"."""
    start = max(0, mention.span.start - WINDOW)
    cut = max((m.end() for m in forms().office_end.finditer(text, start, mention.span.start)), default=start)
    lead = text[cut:last]
    commas = [i for i, c in enumerate(text[cut : mention.span.start]) if c == ","]
    between = text[cut + commas[-1] + 1 : mention.span.start].strip() if commas else ""
    if between and between.lower() not in desk.contrast.courtesy:
        lead, cut = text[cut + commas[-1] + 1 : last], cut + commas[-1] + 1
    elif len(commas) > 1:
        lead, cut = text[cut + commas[-2] + 1 : last], cut + commas[-2] + 1
    yield from _read(desk, mention, lead, cut)


def _behind(desk: Desk, mention: Mention, text: str) -> Iterator[Office]:
    """ "Ann Lee, the mayor of Arl"."""
    end = mention.span.end
    if text[end : end + 1] != ",":
        return
    stop = forms().office_end.search(text, end + 1, end + WINDOW)
    limit = stop.start() if stop else end + WINDOW
    tail = text[end + 1 : limit].split(",")[0]
    if any(end < m.span.start < end + 1 + len(tail) for m in desk.named(mention.span.article)):
        return  # a list: the next office is the next person's
    tokens = list(TOKEN.finditer(tail))[:BEHIND]
    if tokens:
        yield from _read(desk, mention, tail[: tokens[-1].end()], end + 1, closed=True)


BEHIND = 6


def _read(desk: Desk, mention: Mention, part: str, offset: int, *, closed: bool = False) -> Iterator[Office]:
    """The last office named in `part`, unless it is past or belongs to another name."""
    tokens = list(TOKEN.finditer(part))
    lower = [t.group().lower().replace("’", "'") for t in tokens]
    spots = [(i, n, kind) for i in range(len(lower)) for kind, n in _named(desk, lower, i)]
    if not spots:
        return
    place, length, kind = max(spots, key=lambda s: (s[0] + s[1], s[1]))
    if any(w.removesuffix("'s") in desk.contrast.former for w in lower[:place]) or any(
        w.startswith("ex-") for w in lower
    ):
        return
    after = tokens[place + length : place + length + 1]
    if closed and after and after[0].group()[0].isupper():
        return
    if closed and any(w in forms().office_break for w in lower[:place]):
        return
    groups = {i for i, g in enumerate(desk.contrast.portfolios) for w in lower[max(0, place - 3) : place + 6] if w in g}
    start = offset + tokens[max(0, place)].start()
    article = desk.articles[mention.span.article]
    span = article.span(
        min(start, mention.span.start), max(mention.span.end, offset + tokens[place + length - 1].end())
    )
    political = kind == "chief" and bool(desk.contrast.posts & set(lower))
    beside = tokens[place + length : place + length + 1] if not closed else []
    ranked = any(offset + t.start() < mention.span.start for t in beside)
    if kind == "legislator" and ranked and lower[place] in desk.contrast.under:
        return  # "Deputy Inspector Ann Lee" sits in no parliament
    under = bool(set(lower[max(0, place - 1) : place]) & desk.contrast.under)
    yield Office(kind, frozenset(groups), political, under, span)


def _named(desk: Desk, lower: list[str], place: int) -> Iterator[tuple[str, int]]:
    """Classes of office whose name begins at this word, with its length in words."""
    for kind, parts in desk.once(_names).get(lower[place], ()):
        if lower[place : place + len(parts)] == parts:
            yield kind, len(parts)


def _names(desk: Desk) -> dict[str, list[tuple[str, list[str]]]]:
    """(class, words of the name) of every office by its first word."""
    found: dict[str, list[tuple[str, list[str]]]] = {}
    for kind, names in sorted(desk.contrast.offices.items()):
        for name in names:
            found.setdefault(name.split()[0], []).append((kind, name.split()))
    return found
