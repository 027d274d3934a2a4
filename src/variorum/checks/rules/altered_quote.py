"""Other words inside quotation marks than the source has there, or than the headline's own article has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from variorum.checks import quoting
from variorum.checks.base import cite, found, versus
from variorum.checks.desk import TAKEN, Desk, Link
from variorum.checks.quoting import Match, Piece, Quotes
from variorum.model import Discrepancy, Span


def altered_quote(desk: Desk) -> Iterator[Discrepancy]:
    """Pieces of quotations against the source's, then a headline's quotation against the body's."""
    quotes = desk.once(Quotes)
    for link in desk.links:
        yield from _derived(quotes, link)
    for article in desk.order:
        yield from _headline(quotes, article)
    yield from _untied(quotes)


def _untied(quotes: Quotes) -> Iterator[Discrepancy]:
    """One speaker's words in two articles that no link ties, which a negation or the like turns round, or which have
    another number on the same day."""
    tied = {frozenset((k.derived, k.source)) for k in quotes.desk.links}
    known: dict[tuple[str, ...], list[Piece]] = {}
    for article in quotes.desk.order:
        for piece in quotes.pieces(article):
            if len(piece.plain) >= SHORTEST and len(set(piece.content)) > 1:
                known.setdefault(_unnumbered(piece.content), []).append(piece)
    for same in (pieces for pieces in known.values() if len(pieces) > 1):
        for piece in same[1:]:
            pair = frozenset((piece.span.article, same[0].span.article))
            if len(pair) > 1 and pair not in tied and quotes.same_speaker(piece, same[0]):
                yield from _two_versions(quotes.desk, piece, same[0])


def _two_versions(desk: Desk, later: Piece, first: Piece) -> Iterator[Discrepancy]:
    match = Match(later, first, quoting.likeness(later, first), verbatim=later.content == first.content)
    if match.verbatim:
        if len(later.plain) >= UTTERANCE and _turned(desk, match):
            yield _report([match])
        return
    days = {desk.articles[p.span.article].published for p in (later, first)} - {None}
    if len(days) <= 1:  # on another day the count may have moved on
        spans = later.span, first.span
        why = versus(*spans, "one speaker in the same words, with another number")
        yield found("altered_quote", "warning", spans, f"{cite(later.span)} against {cite(first.span)}", why)


def _unnumbered(content: tuple[str, ...]) -> tuple[str, ...]:
    """The content words, any number being like any other."""
    return tuple("#" if w.startswith("#") else w for w in content)


SHORTEST, UTTERANCE = 6, 7
"""Words of a quoted sentence from which on it is known again in a report that was made from no other, by its words but
for a number, and to the last word."""


def _derived(quotes: Quotes, link: Link) -> Iterator[Discrepancy]:
    matches = quotes.matches(link)
    if quoting.translated(link, matches):
        return
    for group in quoting.siblings(matches):
        altered = [m for m in group if _altered(quotes, link, group, m)]
        if altered:
            yield _report(altered)


def _altered(quotes: Quotes, link: Link, group: tuple[Match, ...], match: Match) -> bool:
    if _turned(quotes.desk, match):
        return quotes.same_speaker(match.derived, match.source) or _aligned(quotes, link, match)
    if _transposed(match):
        return quotes.same_speaker(match.derived, match.source)
    if match.verbatim or quoting.within(match.source.content, match.derived.content) or not _new_words(match):
        return False
    if not _foreign(quotes, link, match.derived) or (link.coverage < TAKEN and match.likeness < CLOSE):
        return False
    beside = any(m.verbatim and _near(quotes, m, match) for m in group if m is not match)
    if _aligned(quotes, link, match):
        return match.likeness >= (BESIDE if beside or _lone(quotes, match) else quoting.LIKE)
    return match.likeness >= (BESIDE if beside else APART) and quotes.same_speaker(match.derived, match.source)


def _turned(desk: Desk, match: Match) -> bool:
    """Whether nearly the same words have a negation or the like more or less ("not one", "few" for "many")."""
    mine, theirs = match.derived.plain, match.source.plain
    if min(len(mine), len(theirs)) < quoting.LONG or abs(len(mine) - len(theirs)) > SMALL:
        return False
    alike = Indel.normalized_similarity(mine, theirs) >= SAME
    return alike and _turns(desk, mine) != _turns(desk, theirs)


def _transposed(match: Match) -> bool:
    """Whether two content words of a long sentence changed places ("in May … in August")."""
    mine, theirs = match.derived.content, match.source.content
    if len(mine) < SENTENCE or len(mine) != len(theirs) or mine == theirs or Counter(mine) != Counter(theirs):
        return False
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == len("ab")


SENTENCE = 5
"""Content words from which on two that changed places are no list told in another order."""

SMALL = 2
SAME = 0.7
"""Words by which two renderings of one sentence may differ in length, and how alike they must be word by word."""


def _turns(desk: Desk, plain: tuple[str, ...]) -> Counter[int]:
    """How often each sense of `turning` stands in the words; "didn't" is read in two."""
    senses = {w: i for i, group in enumerate(desk.contrast.turning) for w in group}
    short = sum(b == "t" and a.endswith("n") for a, b in pairwise(plain))
    found_ = Counter(senses[w] for w in plain if w in senses)
    found_[0] += short
    return +found_


def _lone(quotes: Quotes, match: Match) -> bool:
    """Whether each is the one quotation of its sentence, in one speaker's mouth: then it must be the same utterance."""
    sides = (match.derived, match.source)
    if not quotes.same_speaker(*sides) or min(len(p.plain) for p in sides) < quoting.LONG:
        return False
    lines = [quotes.desk.line_at(p.span) for p in sides]
    return all(
        at and sum(at.span.overlaps(q.span) for q in quotes.desk.quotations(at.span.article)) == 1 for at in lines
    )


def _aligned(quotes: Quotes, link: Link, match: Match) -> bool:
    """Whether the derived sentence was made from the very sentence with the source's words."""
    pair, line = link.pair_at(match.derived.span), quotes.desk.line_at(match.source.span)
    return pair is not None and line is not None and line in pair.sources


def _new_words(match: Match) -> bool:
    """Whether a content word of the derived piece is none of the source's, not even in another spelling."""
    old = set(match.source.content)
    new = [w for w in match.derived.content if w not in old]
    gone = [w for w in match.source.content if w not in match.derived.content]
    if _shortened(match):
        return False
    if len(match.derived.plain) < NAMING and set(match.derived.keys) <= set(match.source.keys):
        return False  # a name for a thing in other words: "mother vessel"
    return any(w.startswith("=") or not any(_spelled(w, o) for o in gone) for w in new)


def _spelled(one: str, other: str) -> bool:
    """Whether the words are one in two spellings, or the one short for the other ("ok")."""
    short, long = sorted((one, other), key=len)
    return ratio(one, other) >= SPELLING or (len(short) == SHORT and long.startswith(short))


def _shortened(match: Match) -> bool:
    """Whether the one has the initials of words that only the other has, and neither has anything else of its own."""
    mine, theirs = match.derived.plain, match.source.plain
    new, gone = [w for w in mine if w not in theirs], [w for w in theirs if w not in mine]
    return any(len(long) > 1 and short == ["".join(w[:1] for w in long)] for short, long in ((new, gone), (gone, new)))


SHORT = 2
NAMING = 3
"""Letters of a short form; words of a quotation from which on it is more than a name in marks."""

SPELLING = 80.0
"""Of 100 letters that agree in two spellings of a word ("realised", "realized")."""


def _near(quotes: Quotes, one: Match, other: Match) -> bool:
    """Whether the source has the two together in one speaker's mouth."""
    first, last = sorted((one.source.span, other.source.span))
    return last.start - first.end < TOGETHER and quotes.same_speaker(one.source, other.source)


TOGETHER = 200
"""Characters between two quotations that still belong together."""

APART = 0.6
BESIDE = 0.3
"""Likeness that is enough where nothing ties the two sentences; where another sentence of the same quotation is the
source's word for word."""


def _foreign(quotes: Quotes, link: Link, derived: Piece) -> bool:
    """Whether the source has these words nowhere in this order, in or out of quotation marks."""
    quoted = tuple(c for p in quotes.pieces(link.source) for c in p.content)
    words = quotes.desk.pages[link.source].words
    return not quoting.within(derived.content, quoted) and not quoting.within(derived.plain, words)


def _report(altered: list[Match]) -> Discrepancy:
    """One report for a quotation, with all its altered sentences."""
    fault, against = altered[0].derived.span, altered[0].source.span
    return found(
        "altered_quote",
        "error",
        (*(m.derived.span for m in altered), *(m.source.span for m in altered)),
        f"{cite(fault)} for {cite(against)}",
        tuple(
            w for m in altered for w in versus(m.derived.span, m.source.span, f"the words are {m.likeness:.0%} alike")
        ),
    )


def _headline(quotes: Quotes, article: str) -> Iterator[Discrepancy]:
    if not any(_in_headline(quotes.desk, q.span) for q in quotes.desk.quotations(article)):
        return
    own = quotes.pieces(article)
    top = [p for p in own if _in_headline(quotes.desk, p.span)]
    for piece in top:
        body = [p for p in own if p not in top]
        best = max(body, key=lambda p: quoting.likeness(piece, p), default=None)
        if best is None or len(piece.plain) < quoting.LONG or quoting.within(piece.plain, best.plain):
            continue
        if _respelled(piece, best):
            continue
        if quoting.likeness(piece, best) >= CLOSE:
            yield found(
                "altered_quote",
                "info",
                (piece.span, best.span),
                f"the headline quotes {cite(piece.span)}, the text {cite(best.span)}",
                versus(piece.span, best.span),
            )


CLOSE = 0.7
"""Likeness above which a headline's quotation is meant to be the one in the text, and above which one is taken from a
text that gave little else: two reporters hear one person say much the same on two occasions."""


def _respelled(one: Piece, other: Piece) -> bool:
    """Whether the two are the same words in order, some of them in another spelling."""
    same = len(one.plain) == len(other.plain)
    return same and all(ratio(a, b) >= SPELLING for a, b in zip(one.plain, other.plain, strict=True))


def _in_headline(desk: Desk, span: Span) -> bool:
    line = desk.line_at(span)
    return line is not None and line.kind == "headline"
