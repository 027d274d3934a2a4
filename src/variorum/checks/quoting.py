"""Quotations of a derived article laid beside its source's, sentence by sentence.

A *piece* is one sentence inside quotation marks. Pieces are the same words when their content words agree in order,
inflection and spelling of numbers aside; what differs beyond that was changed by someone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from msgspec import Struct
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from variorum.checks.desk import Desk, Link
from variorum.model import Article, Quotation, QuoteVariant, Span
from variorum.text.sentences import sentences
from variorum.text.words import Word, fold, stem, words


class Piece(Struct, frozen=True):
    """A sentence of a quotation: `plain` all words, `content` stems of those with content, `keys` their meanings."""

    span: Span
    quotation: Quotation
    plain: tuple[str, ...]
    content: tuple[str, ...]
    keys: tuple[str, ...]


class Match(Struct, frozen=True):
    """A derived piece, the source piece most like it and how like (0 to 1); `verbatim`: the same content words."""

    derived: Piece
    source: Piece
    likeness: float
    verbatim: bool


class Quotes:
    """The pieces of a story's quotations, and who said them; each article is read once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._pieces: dict[str, tuple[Piece, ...]] = {}
        self._matches: dict[tuple[str, str], tuple[Match, ...]] = {}
        self._variants = {
            (v.span.article, v.span.start, v.span.end): v for q in desk.records.quotes for v in q.variants
        }

    def pieces(self, article: str) -> tuple[Piece, ...]:
        """All pieces of the article's quotations in text order."""
        if article not in self._pieces:
            text = self.desk.articles[article]
            found = (
                (q, s) for q in self.desk.quotations(article) for s in sentences(text.text, q.span.start, q.span.end)
            )
            pieces = (_piece(text, q, text.span(*s)) for q, s in found)
            self._pieces[article] = tuple(islice(pieces, MOST))
        return self._pieces[article]

    def matches(self, link: Link) -> tuple[Match, ...]:
        """Every derived piece with the source piece most like it (in words or in meaning), in text order."""
        pair = link.derived, link.source
        if pair not in self._matches:
            self._matches[pair] = _matched(self.pieces(link.derived), self.pieces(link.source))
        return self._matches[pair]

    def likely(self, match: Match) -> tuple[Piece, ...]:
        """All source pieces that the derived one may render; the source may quote an utterance twice."""
        same = (p for p in self.pieces(match.source.span.article) if p != match.source and verbatim(match.derived, p))
        return (match.source, *(same if match.verbatim else ()))

    def variant(self, quotation: Quotation) -> QuoteVariant | None:
        """The rendering at the quotation's place, as aligned over the story."""
        place = quotation.span
        return self._variants.get((place.article, place.start, place.end))

    def speaker(self, quotation: Quotation) -> str | None:
        """Who the article says said it: as aligned over the story, or as read in the article."""
        aligned = self.variant(quotation)
        if aligned is not None and aligned.speaker:
            return aligned.speaker
        return quotation.speaker.name if quotation.speaker else None

    def same_speaker(self, one: Piece, other: Piece) -> bool:
        """Whether the two pieces may have one speaker."""
        return same_name(self.desk, self.speaker(one.quotation), self.speaker(other.quotation))


def _matched(derived: tuple[Piece, ...], sources: tuple[Piece, ...]) -> tuple[Match, ...]:
    found = [m for m in (_best(p, sources) for p in derived) if m is not None]
    taken = {m.source.span for m in found if m.verbatim and _whole(m)}
    left = tuple(s for s in sources if s.span not in taken)
    return tuple(m if m.verbatim else _best(m.derived, left) or m for m in found)


MOST = 400
"""Quoted sentences of one article that are compared; every pair of them is."""


def _piece(article: Article, quotation: Quotation, span: Span) -> Piece:
    found = words(article.text, language=article.language, start=span.start, end=span.end)
    kept = [w for w in found if w.key]
    return Piece(
        span,
        quotation,
        tuple(w.key if w.number else w.plain for w in found),
        tuple(w.key if w.number else _form(w) for w in kept),
        tuple(w.key for w in kept),
    )


def _whole(match: Match) -> bool:
    """Whether the derived piece leaves nothing of the source's worth another piece."""
    return len(match.derived.content) * 2 > len(match.source.content)


def _form(word: Word) -> str:
    """The word without its inflection; irregular forms of one word share their meaning and first letter."""
    return f"{word.key}{word.plain[0]}" if word.key.startswith("=") else stem(word.plain)


def _best(derived: Piece, sources: tuple[Piece, ...]) -> Match | None:
    best, nearest = -1.0, None
    for source in sources:
        alike = likeness(derived, source, above=best)
        if alike > best:
            best, nearest = alike, source
    return None if nearest is None else Match(derived, nearest, best, verbatim(derived, nearest))


def likeness(one: Piece, other: Piece, *, above: float = 0.0) -> float:
    """How alike two pieces are, by their words or by what the words mean, whichever is more; 1 for a part.

    What is not `above` a known likeness may come out lower than it is.
    """
    if verbatim(one, other):
        return 1.0
    least = max(0.0, above)
    by_word = Indel.normalized_similarity(one.plain, other.plain, score_cutoff=least)
    least = max(least, by_word)
    by_meaning = Indel.normalized_similarity(one.keys, other.keys, score_cutoff=least) if len(one.keys) > 1 else 0.0
    return min(ALMOST, max(by_word, by_meaning))


ALMOST = 0.99
"""Likeness of pieces that differ at all."""


def verbatim(one: Piece, other: Piece) -> bool:
    """Whether the first has the second's content words, or a run of them (a shortened quotation)."""
    if not one.content:
        return within(one.plain, other.plain)
    return within(one.content, other.content) or "".join(one.plain) == "".join(other.plain)  # "co-operate"


def within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether `part` stands in `whole` as one run."""
    n = len(part)
    if n and part[0] not in whole:
        return False
    return any(whole[i : i + n] == part for i in range(len(whole) - n + 1))


def translated(link: Link, found: tuple[Match, ...]) -> bool:
    """Whether the derived text renders its quotations anew throughout, as a translation does."""
    long = [m for m in found if len(m.derived.plain) >= LONG and m.likeness >= LIKE]
    anew = sum(not m.verbatim for m in long)
    return link.translated or (len(long) >= 3 and anew * 2 > len(long))


LONG = 4
LIKE = 0.45
"""Words of a piece that can tell; likeness above which two pieces are renderings of one utterance."""


def same_name(desk: Desk, one: str | None, other: str | None) -> bool:
    """Whether two names may be one person's: unknown and unnamed speakers may be anybody."""
    if not one or not other or not (_named(one) and _named(other)):
        return True
    if any({one, other} <= {e.name, *e.names} for e in desk.records.entities):
        return True
    return any(ratio(a, b) >= SPELLING for a in _name_words(one) for b in _name_words(other))


SPELLING = 75.0
"""Of 100 letters that agree in two spellings of a name: most romanisations of one name stay above."""


def _named(name: str) -> bool:
    return any(w[:1].isupper() for w in name.split())


@cache
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(fold(w) for w in name.split() if w[:1].isupper() and len(w) > 2)


def siblings(found: tuple[Match, ...]) -> Iterator[tuple[Match, ...]]:
    """The matches by derived quotation, in text order."""
    groups: dict[Span, list[Match]] = {}
    for match in found:
        groups.setdefault(match.derived.quotation.span, []).append(match)
    yield from (tuple(groups[s]) for s in sorted(groups))
