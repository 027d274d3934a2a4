"""Counts that one report words so that no rule of grammar tells what is counted ("it bore 31 names", "four Dutch"), and
that another report of the story tells plainly: the same number among the same words counts the same.

A rewrite or a translation is known by the numbers, names and rare words that it shares with its source; here such a
match carries *what is counted* from the plain sentence to the other. The number stays the article's own, and `why`
quotes the sentence that explains it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import fsum, log

from msgspec import Struct
from msgspec.structs import replace

from variorum.kinds.base import load
from variorum.lang import subsets
from variorum.lang.base import read
from variorum.lang.counting import Counting
from variorum.lang.people import People
from variorum.model import (
    Article,
    Claim,
    Extraction,
    Number,
    Quantity,
    Source,
    Span,
    StoryRecords,
    content_id,
    covering,
    holding,
    sources_of,
)
from variorum.text.gazetteer import is_demonym
from variorum.text.words import words_of

ALIKE, LESS = 0.45, 0.1
"""Least share of the lighter sentence's weight that both sentences have, and how much less is asked where the number is
e times as great, for fewer sentences have a great number in common by accident."""
LEAST = 0.1
"""Whatever the number."""
RIVAL = 0.7
"""Share of the best weight from which a claim of another kind leaves open what is counted."""


class Line(Struct, frozen=True):
    """A sentence and the keys of its words."""

    span: Span
    keys: frozenset[str]


class Lines:
    """The story's sentences and how much their words weigh. A sentence that several articles have counts once, so that
    copies change no weight."""

    def __init__(self, records: StoryRecords) -> None:
        self.articles = {a.id: a for a in records.articles}
        self.counts = {e.article: e.claims for e in records.extractions}
        self._lines = {
            e.article: [_line(self.articles[e.article], s) for s in e.sentences] for e in records.extractions
        }
        different = {line.keys for lines in self._lines.values() for line in lines}
        counts = Counter(key for keys in different for key in keys)
        self._weight = {key: log(len(different) / count) for key, count in counts.items()}

    def at(self, span: Span) -> Line | None:
        """The sentence that a span begins in."""
        return next((x for x in self._lines[span.article] if x.span.start <= span.start < x.span.end), None)

    def different(self, spans: Iterable[Span]) -> set[frozenset[str]]:
        """The sentences that the spans begin in, each wording once."""
        return {line.keys for line in map(self.at, spans) if line is not None}

    def alike(self, here: Line, there: Line, number: frozenset[str]) -> float:
        """Share of the lighter sentence's weight, the number itself left out, that both have."""
        lighter = min(self._sum(here.keys - number), self._sum(there.keys - number))
        return self._sum((here.keys & there.keys) - number) / max(lighter, 1.0)

    def _sum(self, keys: frozenset[str]) -> float:
        return fsum(self._weight[key] for key in keys)


def _line(article: Article, span: Span) -> Line:
    found = words_of(article.text, article.language, span.start, span.end)
    return Line(span, frozenset(w.key for w in found if w.key))


def retold(claims: Sequence[Claim], records: StoryRecords) -> list[Claim]:
    """The claims of numbers that only another report of the story explains; none overlaps one of `claims`, which are
    all that the articles' own words tell."""
    told, taken = defaultdict(list), defaultdict(list)
    for claim in claims:
        taken[claim.span.article].append(claim.span)
        if _explains(claim):
            told[claim.value.number].append(claim)
    open_: dict[Number | None, list[tuple[Extraction, Quantity]]] = defaultdict(list)
    for extraction in records.extractions:
        for quantity in extraction.quantities:
            if quantity.value.number in told and not any(quantity.span.overlaps(s) for s in taken[extraction.article]):
                open_[quantity.value.number].append((extraction, quantity))
    lines = Lines(records) if open_ else None
    found = (c for n, some in open_.items() if lines is not None for c in _of_number(lines, some, told[n]))
    return list(found)


def _of_number(lines: Lines, open_: list[tuple[Extraction, Quantity]], told: list[Claim]) -> Iterator[Claim]:
    """The claims of one number. A sentence that alone tells what is counted, where several others leave it open, may
    have been misread and explains none of them."""
    silent = len(lines.different(q.span for _, q in open_))
    for extraction, quantity in open_:
        best = _best(lines, quantity, told)
        if best is not None:
            telling = len(lines.different(c.span for c in told if _akin(c, best)))
            if telling > 1 or silent == 1:
                yield from (_claim(lines, extraction, quantity, c) for c in _narrowed(best, told))


def _narrowed(best: Claim, told: Iterable[Claim]) -> list[Claim]:
    """The claim, and what the same words tell of a narrower or wider kind (homes among the buildings)."""
    return [c for c in told if c.span.overlaps(best.span) and _akin(c, best)]


def _explains(claim: Claim) -> bool:
    """Whether a claim can explain another report's number: a count of several, neither denied nor of others than those
    told before."""
    number = claim.value.number
    if number is None or number < 2 or claim.negated or claim.person is not None or claim.increment:
        return False
    return load()[claim.kind].measure is None and _others().isdisjoint(claim.span.text.lower().split())


@cache
def _others(language: str = "en") -> frozenset[str]:
    return frozenset(read(language, "counting", Counting).adding)


def _best(lines: Lines, quantity: Quantity, told: Iterable[Claim]) -> Claim | None:
    """The claim whose sentence is most alike, if it is alike enough and none of another kind is nearly so."""
    here = lines.at(quantity.span)
    if here is None:
        return None
    weighed = sorted(_weighed(lines, here, quantity, told), key=lambda pair: (-pair[0], pair[1].span, pair[1].id))
    if not weighed or weighed[0][0] < _least(quantity):
        return None
    share, best = weighed[0]
    if any(here.span.contains(c.span) and _same_count(c, best) for c in lines.counts[here.span.article]):
        return None  # the sentence has its own number of these
    return None if any(other > RIVAL * share and not _akin(c, best) for other, c in weighed) else best


def _same_count(own: Claim, best: Claim) -> bool:
    return own.kind == best.kind and subsets.key(own.subset) == subsets.key(best.subset)


def _weighed(lines: Lines, here: Line, quantity: Quantity, told: Iterable[Claim]) -> Iterator[tuple[float, Claim]]:
    number = _line(lines.articles[quantity.span.article], quantity.span).keys
    for claim in told:
        there = lines.at(claim.span) if claim.span.article != quantity.span.article else None
        if there is not None and _fits(quantity, claim):
            yield lines.alike(here, there, number), claim


def _least(quantity: Quantity) -> float:
    return max(LEAST, ALIKE - LESS * log(quantity.value.number or 1))


def _akin(one: Claim, other: Claim) -> bool:
    """Whether two kinds are one or one narrows the other: what is counted is not in doubt."""
    kinds = load()
    return one.kind == other.kind or kinds[one.kind].parent == other.kind or kinds[other.kind].parent == one.kind


def _fits(quantity: Quantity, claim: Claim) -> bool:
    """Whether the claim may count what the number stands before: its unit ("31 *years of age*") and its noun."""
    heads = (h.lower().split()[-1] for h in (quantity.unit, quantity.noun) if h is not None)
    return all(_may_count(claim, noun) for noun in heads)


def _may_count(claim: Claim, noun: str) -> bool:
    if noun in _counted(claim.kind) or noun in claim.span.text.lower().split():
        return True
    return load()[claim.kind].people and is_demonym(noun.capitalize())


@cache
def _counted(kind: str, language: str = "en") -> frozenset[str]:
    """Nouns for what a kind counts."""
    spec = load()[kind]
    triggers = spec.triggers.get(language)
    things = (*triggers.things, *triggers.members, *triggers.counters) if triggers else ()
    people = read(language, "people", People)
    persons = (*people.generic, *people.classes, *people.callings, *people.groups, *people.remains)
    return frozenset((*things, *(persons if spec.people else ())))


def _claim(lines: Lines, extraction: Extraction, quantity: Quantity, best: Claim) -> Claim:
    """The number of one report as a count of what the other's claim counts."""
    article, span = lines.articles[quantity.span.article], quantity.span
    here, there = lines.at(span), lines.at(best.span)
    words = here.span.text if here is not None else span.text
    part, section = _part(quantity, best), holding(article.sections, span.start)
    said = covering(extraction.attributions, span)
    voices = sources_of(said) or tuple(s for s in best.attribution if s.name in words)
    return replace(
        best,
        id=content_id("c", article.id, best.kind, span.start, span.end),
        value=quantity.value,
        span=span,
        subset=part,
        partial=best.partial or part is not None,  # a part that only likeness tells builds no sum
        section=section.kind if section is not None else "body",
        place=best.place if best.place is not None and best.place in words else None,
        as_of=None,
        voided=False,
        negated=any(a.denied for a in said),
        earlier=best.earlier or _older(lines, article, best, voices),
        attribution=voices,
        why=(f"counts what another report's words tell: “{(there or best).span.text}”",),
    )


def _older(lines: Lines, article: Article, best: Claim, voices: tuple[Source, ...]) -> bool:
    """Whether the article tells an older report's count beside one of its own: its first count or another's that it
    updates ("now 142; a first estimate had been 120")."""
    day = lines.articles[best.span.article].published
    if day is None or article.published is None or day >= article.published:
        return False
    own = (c for c in lines.counts[article.id] if c.kind == best.kind and c.scope == best.scope)
    return any(
        c.value.number not in (None, best.value.number)
        and subsets.key(c.subset) == subsets.key(best.subset)
        and not (c.earlier or c.voided or c.negated or c.increment or c.partial)
        and (not voices or {s.name for s in voices} & {s.name for s in c.attribution})
        for c in own
    )


def _part(quantity: Quantity, best: Claim) -> str | None:
    """The part that is counted: in the article's own word where it has one."""
    words = quantity.span.text.split()
    if best.subset is None or quantity.unit is None or len(words) < 2:
        return best.subset
    noun = quantity.unit.lower().split()[-1]
    return words[-1] if noun in _classes() or is_demonym(words[-1].capitalize()) else best.subset


@cache
def _classes(language: str = "en") -> frozenset[str]:
    people = read(language, "people", People)
    return frozenset((*people.classes, *people.callings))
