"""A quotation, a figure or a statement that the source has from somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from variorum.checks import quoting
from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.quoting import Match, Piece, Quotes
from variorum.checks.voices import voices
from variorum.model import Discrepancy, Quotation, Span


def changed_speaker(desk: Desk) -> Iterator[Discrepancy]:
    """Quotations in the same words with two names to them, then figures and statements of two voices."""
    yield from _quoted(desk)
    for voice in voices(desk):
        yield found(
            "changed_speaker",
            "error",
            (voice.fault, *voice.names, voice.against),
            f"{cite(voice.fault)} is given to {voice.given}; the source has it from {voice.true}",
            versus(voice.fault, voice.against, f"{voice.given} is not {voice.true}"),
        )


def _quoted(desk: Desk) -> Iterator[Discrepancy]:
    quotes = desk.once(Quotes)
    told: set[Span] = set()
    for link in desk.links:
        seen: set[tuple[Span, Span]] = set()
        for group in quoting.siblings(quotes.matches(link)):
            told.update(m.derived.quotation.span for m in group if m.verbatim)
            for match in group:
                mark = (match.derived.quotation.span, match.source.quotation.span)
                if mark not in seen and _other(quotes, match) and _certain(quotes, group, match):
                    seen.add(mark)
                    yield _report(quotes, match)
    yield from _untied(quotes, told)


def _untied(quotes: Quotes, told: set[Span]) -> Iterator[Discrepancy]:
    """The same long words in two articles that no link ties, by the later article's name against the earlier's; `told`:
    quotations that some source has."""
    desk = quotes.desk
    tied = {frozenset((k.derived, k.source)) for k in desk.links}
    known: dict[tuple[str, ...], list[Piece]] = {}
    for article in desk.order:
        for piece in quotes.pieces(article):
            if len(piece.plain) >= UTTERANCE:
                known.setdefault(piece.content, []).append(piece)
    seen = set(told)
    for same in known.values():
        first = same[0]
        agreed = [p for p in same if quotes.same_speaker(first, p)]
        for piece in same:
            match = Match(piece, first, 1.0, verbatim=True)
            pair = frozenset((piece.span.article, first.span.article))
            if piece in agreed or pair in tied or len(pair) == 1:
                continue
            if piece.quotation.span not in seen and _other(quotes, match) and _certain(quotes, (match,), match):
                seen.add(piece.quotation.span)
                yield _report(quotes, match, "an earlier report")


UTTERANCE = 7
"""Words of a quoted sentence from which on two persons do not say it alike by chance."""


def _other(quotes: Quotes, match: Match) -> bool:
    if len(match.derived.plain) < quoting.LONG or len(match.derived.content) < CONTENT:
        return False
    if not match.verbatim or (
        Indel.normalized_similarity(match.derived.plain, match.source.plain) < RENDERED
        and not quoting.within(match.derived.plain, match.source.plain)
    ):
        return False
    if any(quotes.same_speaker(match.derived, p) for p in quotes.likely(match)):
        return False
    return all(_person(quotes, p) for p in (match.derived, match.source)) and not _both_named(quotes, match)


def _person(quotes: Quotes, piece: Piece) -> bool:
    """Whether a person by name is given as the speaker beside the quotation.

    Bodies and descriptions ("the judge") may stand for whoever spoke for them, and are easily given to a wrong name.
    """
    name = (quotes.speaker(piece.quotation) or "").split()
    return (
        bool(name) and name[-1] in quotes.desk.people and (_pronoun(piece.quotation) or _told(quotes, piece, name[-1]))
    )


def _told(quotes: Quotes, piece: Piece, last: str) -> bool:
    """Whether the words that give the speaker hold a person's name that ends so."""
    source = piece.quotation.speaker
    if source is None or source.span is None:
        return True
    persons = quotes.desk.named(piece.span.article)
    return any(source.span.overlaps(m.span) and m.name.split()[-1:] == [last] for m in persons)


def _both_named(quotes: Quotes, match: Match) -> bool:
    """Whether a sentence with the quotation names the other's speaker too: either may be meant, or both.

    Where that sentence does not give its own speaker, one beside it may name the other's.
    """
    for piece, other in ((match.derived, match.source), (match.source, match.derived)):
        line, name = quotes.desk.line_at(piece.span), (quotes.speaker(other.quotation) or "").split()[-1:]
        if line is not None and name:
            reach = 0 if _given(quotes.desk, piece.quotation) else 1
            if any(name[0] in w.span.text for w in quotes.desk.neighbours(line, reach, reach)):
                return True
    return False


def _given(desk: Desk, quotation: Quotation) -> bool:
    """Whether a sentence of the quotation gives its speaker itself, as far as is known where it was read."""
    source = quotation.speaker
    if source is None or source.span is None:
        return True
    spoken = (w for w in desk.lines(quotation.span.article) if w.span.overlaps(quotation.span))
    return any(w.span.overlaps(source.span) for w in spoken)


CONTENT = 2
RENDERED = 0.9
"""Content words that a quotation needs to be known again; likeness, word by word, below which it may be another."""


def _certain(quotes: Quotes, group: tuple[Match, ...], match: Match) -> bool:
    """Whether both texts name the speaker, or a spliced quotation shows who "he" was: pronouns are easily misread."""
    pieces = (match.derived, match.source)
    if not any(_guessed(quotes.desk, p.quotation) for p in pieces) and all(_meant(quotes, p) for p in pieces):
        return True
    beside = (m for m in group if m is not match and m.verbatim)
    return any(
        quotes.same_speaker(match.derived, m.source) and not quotes.same_speaker(m.source, match.source) for m in beside
    )


def _meant(quotes: Quotes, piece: Piece) -> bool:
    """Whether it is plain who speaks: no pronoun does, or its paragraph names nobody before but its speaker, be it by
    another quotation's."""
    if not _pronoun(piece.quotation):
        return True
    desk, line = quotes.desk, quotes.desk.line_at(piece.span)
    last = (quotes.speaker(piece.quotation) or "").split()[-1:]
    if line is None or not last:
        return False
    around = desk.paragraph(line)
    named = {m.name.split()[-1] for w in around for m in desk.mentions(w) if m.type == "person" and m.name.split()}
    spoken = (q for q in desk.quotations(piece.span.article) if any(w.span.overlaps(q.span) for w in around))
    voices = {n[-1] for q in spoken if not _pronoun(q) and (n := (quotes.speaker(q) or "").split())}
    return named | voices == set(last)


def _guessed(desk: Desk, quotation: Quotation) -> bool:
    """Whether neither the sentence nor a word of saying gives the speaker: the last one named before was taken."""
    source = quotation.speaker
    if source is None or source.span is None or source.cue is not None or _given(desk, quotation):
        return False
    return source.span < quotation.span


def _pronoun(quotation: Quotation) -> bool:
    source = quotation.speaker
    return (
        source is not None and source.span is not None and source.span.text.islower() and len(source.span.text) < NAME
    )


NAME = 5
"""Letters below which a source in small letters is a pronoun."""


def _report(quotes: Quotes, match: Match, whose: str = "the source") -> Discrepancy:
    fault, against = match.derived.span, match.source.span
    given, true = (quotes.speaker(p.quotation) or "" for p in (match.derived, match.source))
    named = _named(quotes.desk, match, given)
    return found(
        "changed_speaker",
        "error",
        (fault, *named, against),
        f"{cite(fault)} is given to {given}; {whose} has it from {true}",
        versus(fault, against, f"{given} is not {true}"),
    )


def _named(desk: Desk, match: Match, name: str) -> tuple[Span, ...]:
    """Where the derived article names its speaker: as read, or by the last word of the name around the quotation."""
    source = match.derived.quotation.speaker
    if source is not None and source.span is not None:
        return (source.span,)
    line = desk.line_at(match.derived.span)
    last = name.split()[-1]
    at = line.span.text.find(last) if line else -1
    if line is None or at < 0:
        return ()
    start = line.span.start + at
    return (desk.articles[line.span.article].span(start, start + len(last)),)
