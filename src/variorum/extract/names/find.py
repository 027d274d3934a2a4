"""The public function: all mentions of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from variorum.extract.names.evidence import score
from variorum.extract.names.forms import full_forms, place_name
from variorum.extract.names.lines import dateline_name, line_mentions
from variorum.extract.names.nominal import descriptions
from variorum.extract.names.points import Scores
from variorum.extract.names.roles import Gender, gender, role
from variorum.extract.names.runs import Seen, Segment, runs, seen, segments
from variorum.extract.names.seats import described_seats, seats
from variorum.extract.names.split import Candidate, split
from variorum.extract.names.vote import types
from variorum.extract.names.words import Words, words
from variorum.extract.places import locate
from variorum.model import Article, EntityType, Mention, Span
from variorum.text.translit import fold
from variorum.text.tree import Parse

_DATELINE = 5.0  # points


def find_mentions(article: Article, parse: Parse) -> tuple[Mention, ...]:
    """People, organisations and places of the article, in text order.

    Spans quote the name without title and possessive ending; a description's span has no article. Organisations
    ("the port authority of X", "X Police Department") may hold the mention of a place.
    """
    lists = words(article.language)
    parts = list(segments(parse))
    vocabulary = seen(parse, parts)
    held = [(c, part) for part in parts for c in _candidates(parse, part, vocabulary, lists)]
    candidates = [c for c, _ in held]
    scores = [score(parse, c, part, lists, vocabulary) for c, part in held]
    kinds = types(candidates, [_datelined(s, c, article) for s, c in zip(scores, candidates, strict=True)])
    named = [(c, k) for c, k in zip(candidates, kinds, strict=True) if k is not None]
    found = _mentions(article, parse, named, lists)
    taken = sorted((m.span.start, m.span.end) for m in found if m.type == "organization")
    described = list(descriptions(parse, taken, lists))
    for d in described:
        found.append(Mention(span=article.span(d.start, d.end), type="organization", name=d.text))
    bodies = [m.span for m in found if m.type == "organization"]
    found = [m for m in found if not (m.type == "person" and _within(m, bodies))]
    occupied = {(m.span.start, m.span.end) for m in found}
    held_by = chain(seats(parse, named, lists), described_seats(parse, described, lists))
    inside = (article.span(*at) for at in held_by if at not in occupied)
    found.extend(Mention(span=span, type="place", name=place_name(span.text, lists)) for span in inside)
    found.extend(line_mentions(article, found))
    return locate(article, tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.type))))


def _within(person: Mention, bodies: Sequence[Span]) -> bool:
    """Whether capitals taken for a person are part of a body's name ("the Young Lawyers' Association")."""
    return any(b.start <= person.span.start and person.span.end < b.end for b in bodies)


def _datelined(scores: Scores, candidate: Candidate, article: Article) -> Scores:
    """The dateline's place is a place wherever the article names it."""
    if fold(candidate.text) != fold(dateline_name(article)):
        return scores
    return scores[0], scores[1], scores[2] + _DATELINE, scores[3]


def _candidates(parse: Parse, part: Segment, vocabulary: Seen, lists: Words) -> Iterator[Candidate]:
    for run in runs(parse, part, vocabulary, lists):
        yield from split(parse, run, part, lists)


def _mentions(
    article: Article, parse: Parse, named: Sequence[tuple[Candidate, EntityType]], lists: Words
) -> list[Mention]:
    roles = {c: role(parse, c, lists) for c, kind in named if kind == "person"}
    genders = {c: gender(parse, c, roles[c], lists) for c in roles}
    names = full_forms(parse.text, named, lists)
    best_role: dict[str, str] = {}
    best_gender: dict[str, Gender] = {}
    for c, text in roles.items():
        key, sex = fold(names[c]), genders[c]
        if text is not None and len(text) > len(best_role.get(key, "")):
            best_role[key] = text
        if sex is not None:
            best_gender.setdefault(key, sex)
    return [
        Mention(
            span=article.span(c.start, c.end),
            type=kind,
            name=names[c],
            role=(roles[c] or best_role.get(fold(names[c]))) if kind == "person" else None,
            gender=(genders[c] or best_gender.get(fold(names[c]))) if kind == "person" else None,
        )
        for c, kind in named
    ]
