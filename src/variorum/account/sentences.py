"""The account's own sentences: one per figure, worded from templates, each naming the claims it rests on.

Nothing is said that no claim says: numbers come from the figure, names from its claims' attributions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from variorum.kinds.base import load
from variorum.lang import subsets
from variorum.lang.base import read
from variorum.lang.phrasing import Phrasing
from variorum.model import Article, Claim, Figure, Source
from variorum.model.account import Sentence
from variorum.model.claim import Number

MOST_NAMES = 3
"""Sources named before "and 2 others"."""


def write(figures: Iterable[Figure], claims: Iterable[Claim], articles: Iterable[Article]) -> tuple[Sentence, ...]:
    """One sentence per figure, in the order of the figures.

    A figure without any number gets none, nor one of a narrower kind that repeats the wider one's ("120 homes" beside
    "120 buildings").
    """
    words = read("en", "phrasing", Phrasing)
    by_id = {c.id: c for c in claims}
    publishers = {a.id: a.publisher for a in articles}
    told = tuple(figures)
    return tuple(
        _sentence(f, [by_id[i] for i in f.readings if i in by_id], by_id, publishers, words)
        for f in told
        if (f.low, f.best, f.high) != (None, None, None) and not _repeats(f, told)
    )


def _repeats(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a figure says of a narrower kind no more than another says of the wider one."""
    kind = load().get(figure.kind)
    if kind is None or not kind.narrows:
        return False
    same = (figure.low, figure.best, figure.high, figure.place, figure.scope)
    return any(o.kind == kind.parent and (o.low, o.best, o.high, o.place, o.scope) == same for o in others)


def _sentence(
    figure: Figure,
    readings: list[Claim],
    by_id: dict[str, Claim],
    publishers: dict[str, str | None],
    words: Phrasing,
) -> Sentence:
    main = _main(figure, readings, words)
    if figure.scope == "background":
        main = words.background.format(sentence=main)
    origins = _origins(figure.origins, words)
    if figure.status == "conflicting":
        parts = [f"{main}: {'; '.join(_stated(_best_first(figure, readings), publishers, words))}"]
        parts.append(words.behind.format(origins=origins, best=_number(figure.best)))
    else:
        who = _sources(_stating(figure, readings), publishers, words)
        parts = [", ".join(filter(None, (main, who))), origins]
    overtaken = {by_id[i].value.stated.casefold(): None for i in figure.superseded if i in by_id}
    if overtaken:
        parts.append(words.overtaken.format(values=", ".join(f"“{stated}”" for stated in overtaken)))
    text = "; ".join(filter(None, parts)) + "."
    cited = dict.fromkeys((*figure.readings, *figure.superseded))
    return Sentence(text=text[:1].upper() + text[1:], claims=tuple(cited), figure=figure.id)


def _main(figure: Figure, readings: list[Claim], words: Phrasing) -> str:
    behind = [c for c in readings if figure.best is not None and figure.best in (c.value.number, c.value.low)]
    main = _statement(figure, _count(figure, _unit(figure, readings, words), behind, words), words)
    return words.hedged.format(sentence=main) if behind and all(c.hedged for c in behind) else main


def _unit(figure: Figure, readings: list[Claim], words: Phrasing) -> str:
    """What is counted or measured; nothing where the sentence begins with it ("magnitude: 6.1")."""
    if subsets.households(figure.subset):
        return figure.subset or ""
    unit = readings[0].unit if readings else ""
    named = unit == figure.kind and figure.kind not in words.predicates
    return "" if named else words.plurals.get(unit, unit)


def _stated(readings: list[Claim], publishers: dict[str, str | None], words: Phrasing) -> list[str]:
    """Each open value with who gives it."""
    values: dict[tuple[object, ...], list[Claim]] = {}
    for claim in readings:
        value = claim.value
        values.setdefault((value.number, value.low, value.high, value.modifier), []).append(claim)
    return [
        words.stated.format(
            stated=claims[0].value.stated.casefold(), source=_sources(claims, publishers, words)
        ).rstrip()
        for claims in values.values()
    ]


def _stating(figure: Figure, readings: list[Claim]) -> list[Claim]:
    """The readings that state the best number, not those that a vaguer word lets agree; all where none does."""
    return [c for c in readings if figure.best is not None and figure.best == c.value.number] or readings


def _best_first(figure: Figure, readings: list[Claim]) -> list[Claim]:
    """The readings behind the best number, then the others from the lowest up."""

    def rank(claim: Claim) -> tuple[bool, float]:
        number = claim.value.number if claim.value.number is not None else claim.value.low
        return number != figure.best, float(number or 0)

    return sorted(readings, key=rank)


def _statement(figure: Figure, count: str, words: Phrasing) -> str:
    if figure.subset and not subsets.households(figure.subset):
        count = words.one_of.format(count=count, subset=figure.subset)
    place = _place(figure.place, words)
    predicate = words.predicates.get(figure.kind)
    if predicate is None:
        return words.plain.format(kind=figure.kind.replace("_", " "), count=count, place=place)
    chosen = predicate.one if (figure.low, figure.high) == (1, 1) else predicate.many
    return words.sentence.format(count=count, predicate=chosen, place=place)


def _place(name: str | None, words: Phrasing) -> str:
    if not name:
        return ""
    return f" {name}" if name.startswith(words.joined_places) else words.place.format(name=name)


def _exactly(number: Number | None, unit: str, behind: list[Claim], words: Phrasing) -> str:
    """The number, with the hedge that every claim behind it has: dropping it would distort them."""
    modifiers = {c.value.modifier for c in behind}
    if modifiers == {"about"}:
        return _fill(words.about, number, unit, words)
    if modifiers and modifiers <= {"at least", "more than", "vague"}:
        return _at_least(number, unit, behind, words)
    return _fill(words.at_most if modifiers == {"up to"} else words.exact, number, unit, words)


def _at_least(number: Number | None, unit: str, behind: list[Claim], words: Phrasing) -> str:
    """The lower bound; where only one word bounds it, the word too: "at least 24 people (“dozens”)"."""
    vague = {c.value.stated.casefold() for c in behind if c.value.modifier == "vague"}
    if len(vague) == 1 and all(c.value.modifier == "vague" for c in behind):
        return words.bounded.format(bound=_fill(words.at_least, number, unit, words), stated=vague.pop())
    return _fill(words.at_least, number, unit, words)


def _count(figure: Figure, unit: str, behind: list[Claim], words: Phrasing) -> str:
    low, high, best = figure.low, figure.high, figure.best
    bounded = low == 0 and high == best and {c.value.modifier for c in behind} == {"up to"}
    if (low is None and high is None) or bounded:
        return _exactly(best, unit, behind, words)
    if low == high:
        return _exactly(low, unit, behind, words)
    if high is None:
        range_ = _at_least(low, unit, behind, words)
    elif low is None:
        range_ = _fill(words.at_most, high, unit, words)
    else:
        range_ = words.between.format(low=_number(low), high=_number(high), unit=unit).rstrip()
    if best is None or (high is None and best == low):
        return range_
    return words.best.format(range=range_, best=_exactly(best, "", behind, words) if best else _number(best))


def _fill(template: str, number: Number | None, unit: str, words: Phrasing) -> str:
    noun = words.units.get(unit, unit) if number == 1 else unit
    return template.format(n=words.none if number == 0 else _number(number), unit=noun).rstrip()


def _number(number: Number | None) -> str:
    return "–" if number is None else f"{number:,}"


def _sources(readings: Sequence[Claim], publishers: dict[str, str | None], words: Phrasing) -> str:
    named: dict[str, str] = {}
    for source in (c.attribution[0] for c in readings if c.attribution):
        named.setdefault(source.entity or source.name, _called(source))  # one body by two names is one source
    if named:
        different: dict[frozenset[str], str] = {}
        for name in named.values():
            different.setdefault(_words_of(name), name)
        return words.according.format(names=_names(list(different.values()), words))
    papers = list(dict.fromkeys(p for c in readings if (p := publishers.get(c.span.article))))
    return words.own_voice.format(names=_names(papers, words)) if papers else ""


def _words_of(name: str) -> frozenset[str]:
    """The words that tell a name from others: "ministry of the Interior" and "interior ministry" are one."""
    return frozenset(w for w in name.casefold().split() if len(w) > SMALL) or frozenset((name.casefold(),))


SMALL = 3
"""Letters of the longest small word ("of the"); a name of such words only ("UN") is kept whole."""


def _called(source: Source) -> str:
    """The story's name for a source, or the report's own words where these say more ("ministry of the Interior")."""
    stated = source.stated or ""
    return stated if source.name.casefold() in stated.casefold() else source.name


def _names(names: list[str], words: Phrasing) -> str:
    if len(names) > MOST_NAMES:
        rest = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], words.others.format(n=rest)]
    return words.and_.join(filter(None, (", ".join(names[:-1]), names[-1])))


def _origins(count: int, words: Phrasing) -> str:
    return words.single if count == 1 else words.origins.format(n=count)
