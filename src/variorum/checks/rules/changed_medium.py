"""Said on another medium than the source has it: a letter that was a phone call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.forms import forms
from variorum.checks.line import Line
from variorum.checks.quoting import Match, Quotes
from variorum.model import Discrepancy, Span
from variorum.text.words import words

Media = dict[str, Span]


def changed_medium(desk: Desk) -> Iterator[Discrepancy]:
    """Sentences that name a medium, against the sentences they and their quotations were made from."""
    quotes = desk.once(Quotes)
    for link in desk.texts:
        matches = quotes.matches(link)
        made = {p.derived: p.sources for p in link.pairs}
        for line in desk.lines(link.derived):
            hit = _hit(desk, line, made.get(line, ()), matches)
            if hit is not None:
                fault, against = hit
                message = f"{cite(fault)} where the source has {cite(against)}"
                yield found(
                    "changed_medium", "error", hit, message, versus(_around(desk, fault), _around(desk, against))
                )


def _hit(desk: Desk, derived: Line, sources: tuple[Line, ...], matches: tuple[Match, ...]) -> tuple[Span, Span] | None:
    mine = media(desk, derived)
    if len(mine) != 1:
        return None
    name, fault = next(iter(mine.items()))
    sources = (*sources, *_quoted(desk, derived, matches))
    theirs = {k: v for source in sources for k, v in media(desk, source).items()}
    theirs = theirs or {
        k: v for source in sources for line in desk.paragraph(source) for k, v in media(desk, line).items()
    }
    near = {k for source in sources for line in desk.neighbours(source, 1, 1) for k in media(desk, line)}
    general = name in desk.contrast.social and any(_networks(desk, line) for line in sources)
    if not theirs or name in near or name in theirs or (general and not desk.contrast.social & set(theirs)):
        return None
    return fault, theirs[min(theirs)]


def _quoted(desk: Desk, line: Line, matches: tuple[Match, ...]) -> tuple[Line, ...]:
    """The source's sentences of the quotations in this sentence or the next."""
    around = desk.neighbours(line, 0, 1)
    spans = [
        m.source.span
        for m in matches
        if m.verbatim and len(m.derived.plain) > 2 and any(a.span.overlaps(m.derived.quotation.span) for a in around)
    ]
    return tuple(at for s in spans if (at := desk.line_at(s)) is not None)


def media(desk: Desk, line: Line) -> Media:
    """The media that the sentence names outside its quotations, by class."""
    out: Media = {}
    for kind, names, marks in desk.once(_named):
        if marks.isdisjoint(line.plains):
            continue
        match = _pattern(names).search(line.span.text)
        if (
            match is None
            or forms().shown.match(line.span.text, match.end())
            or _inside_quote(desk, line, match.start())
        ):
            continue
        if kind not in desk.contrast.social or _used(line.span.text, match):
            start = line.span.start + match.start()
            out[kind] = Span(line.span.article, start, line.span.start + match.end(), match.group())
    return out


def _used(text: str, match: re.Match[str]) -> bool:
    """Whether something was said there: "on Telegram", "a Telegram post", "tweeted"; not "Telegram was blocked"."""
    if not match.group()[0].isupper():
        return True
    return bool(forms().via.search(text[: match.start()] + match.group()) or forms().post.match(text, match.end()))


def _named(desk: Desk) -> tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]:
    """The classes of media with their names, and the longest word of each name: one must stand in the sentence."""
    return tuple((kind, names, _marks(names)) for kind, names in sorted(desk.contrast.media.items()))


@cache
def _marks(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(max((w.plain for w in words(name)), key=len) for name in names)


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:in|on|at|by|via)\s+(?:an?|the|his|her|their)\s+)?(?:{'|'.join(map(re.escape, names))})\b",
        re.IGNORECASE,
    )


def _inside_quote(desk: Desk, line: Line, offset: int) -> bool:
    start = line.span.start + offset
    return any(q.span.start <= start < q.span.end for q in desk.quotations(line.span.article))


def _networks(desk: Desk, line: Line) -> bool:
    text = line.span.text.lower()
    return any(n in text for n in desk.contrast.networks)


def _around(desk: Desk, span: Span) -> Span:
    line = desk.line_at(span)
    return line.span if line is not None else span
