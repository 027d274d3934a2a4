"""How an article names its places: where in the text, behind and before which words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cache
from math import log1p

from variorum.align.opening import aftermath, deeds, forms, lead, lemmas
from variorum.align.where_aside import named_aside
from variorum.align.where_signs import Signs
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article, Extraction, Span

_NEAR = 24  # characters before and behind a name that are looked at
_CLOSE = 60  # characters before a name in which a deed is close to it
_SENTENCES = ("title", "first", "second", "later", "later")


def namings(
    article: Article, extraction: Extraction, trigger: frozenset[str], of_span: dict[Span, str], of_name: dict[str, str]
) -> dict[str, Signs]:
    """The signs of naming of one article, by entity; `trigger`: words of the event's type."""
    opening = _opening(article, extraction)
    starts = [s.start for s in extraction.sentences]
    found: dict[str, Signs] = defaultdict(Signs)
    said: dict[str, int] = defaultdict(int)
    words: dict[Span, tuple[bool, bool, bool]] = {}
    for mention in extraction.mentions:
        id_ = of_span.get(mention.span)
        at = bisect_right(starts, mention.span.start) - 1
        if id_ is None or at < 0:
            continue
        said[id_] += 1
        if named_aside(article.text, mention.span):
            found[id_].aside += 1
            continue
        _beside(found[id_], article.text, mention.span)
        sentence = extraction.sentences[at]
        if mention.span.start >= sentence.end:  # a dateline is no sentence
            continue
        if sentence not in words:
            held = set(lemmas(sentence.text))
            words[sentence] = bool(held & trigger), bool(held & (trigger | deeds())), bool(held & aftermath())
        _name(found[id_], article.text, mention.span, opening.get(sentence), *words[sentence])
    for id_, signs in found.items():
        _even(signs, said[id_])
    _elsewhere(found, article, extraction, of_name, opening)
    return found


def _opening(article: Article, extraction: Extraction) -> dict[Span, int]:
    """Sentences of the opening with their number, 0 for the headline's."""
    found: dict[Span, int] = {}
    body = 0
    for sentence, _ in lead(article, extraction):
        section = article.section_at(sentence.start)
        if section is not None and section.kind == "headline":
            found[sentence] = 0
        else:
            body += 1
            found[sentence] = body
    return found


def _beside(signs: Signs, text: str, span: Span) -> None:
    """Add what stands behind a mention: its region, or who acts there."""
    after = text[span.end : span.end + _NEAR].lower()
    signs.beside += after.startswith(", ") and text[span.end + 2 : span.end + 3].isupper()
    acting = after.removeprefix("'s").removeprefix("’s").lstrip()
    signs.office += acting.startswith(read("en", "places", Places).offices)


def _name(signs: Signs, text: str, span: Span, number: int | None, worded: bool, deed: bool, after: bool) -> None:
    """Add one mention, in the sentence `number` of the opening or after it: the sentence has the event's words, a deed,
    what follows deeds."""
    before = text[max(0, span.start - _NEAR) : span.start].lower().split()
    located = bool(before) and before[-1] in _locative()
    if number is not None:
        setattr(signs, _SENTENCES[number], 1.0)
        signs.deed = max(signs.deed, float(located and deed))
        signs.called = max(signs.called, float(deed and before[-1:] == ["of"] and before[-2:][0] in _towns()))
    else:
        signs.worded += worded
        signs.told += not worded
        signs.deeds += located and deed
    signs.located += located
    signs.after += after
    near = text[max(0, span.start - _CLOSE) : span.start].rpartition(". ")[2].lower().split()
    signs.close += located and any(f in deeds() for w in near for f in forms(w))


@cache
def _locative() -> frozenset[str]:
    """Words that place what they follow; "from" tells where people come from."""
    return frozenset({*read("en", "places", Places).locative, "of", "on", "hit", "struck"} - {"from"})


@cache
def _towns() -> frozenset[str]:
    """What stands before "of" and a place within a country: "the town of X"."""
    return frozenset(("town", "village", "hamlet", "settlement", "city", "township", "neighbourhood", "suburb"))


def _even(signs: Signs, said: int) -> None:
    """Counts to shares of the mentions or to logarithms."""
    for name in ("after", "located", "beside", "office", "aside"):
        setattr(signs, name, getattr(signs, name) / said)
    for name in ("worded", "told", "deeds", "close"):
        setattr(signs, name, log1p(getattr(signs, name)))


def _elsewhere(
    found: dict[str, Signs],
    article: Article,
    extraction: Extraction,
    of_name: dict[str, str],
    opening: dict[Span, int],
) -> None:
    """What is said of places in dateline, claims and the record's title."""
    dateline = of_name.get((article.dateline_place or "").partition(",")[0].strip(" .-–—").lower())
    if dateline is not None:
        found[dateline].dateline = 1.0
    claims: dict[str, int] = defaultdict(int)
    for claim in extraction.claims:
        if claim.scope == "event" and claim.place and claim.place.lower() in of_name:
            claims[of_name[claim.place.lower()]] += 1
    for id_ in sorted(claims):
        found[id_].claim = log1p(claims[id_])
    title = (article.title or "").lower()
    for name, id_ in of_name.items():
        if len(name) > 3 and name in title:
            found[id_].title = 1.0
    if dateline is not None and any(_here().search(sentence.text) for sentence in opening):
        found[dateline].here, found[dateline].told = 1.0, max(found[dateline].told, log1p(1))
    if dateline is not None and not told(found[dateline]):
        found[dateline].sat = 1.0


@cache
def _here() -> re.Pattern[str]:
    """Words of an opening that mean the town of the dateline."""
    return re.compile(rf"\b(?:{'|'.join(read('en', 'places', Places).here)})\b", re.IGNORECASE)


def told(signs: Signs) -> bool:
    """Whether an article names the place in its text or title."""
    return any((signs.title, signs.first, signs.second, signs.later, signs.worded, signs.told))
