"""The public function: all mentions of an article."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.extract.names.evidence import score
from variorum.extract.names.forms import full_forms
from variorum.extract.names.lines import line_mentions
from variorum.extract.names.nominal import descriptions
from variorum.extract.names.roles import Gender, gender, role
from variorum.extract.names.runs import Segment, runs, seen, segments
from variorum.extract.names.split import Candidate, split
from variorum.extract.names.vote import types
from variorum.extract.names.words import Words, words
from variorum.extract.places import locate
from variorum.model import Article, EntityType, Mention
from variorum.text.translit import fold
from variorum.text.tree import Parse


def find_mentions(article: Article, parse: Parse) -> tuple[Mention, ...]:
    """People, organisations and places of the article, in text order.

    Spans quote the name without title and possessive ending; a description's span has no article. Descriptions of
    organisations ("the port authority of X") may hold the mention of a place.
    """
    lists = words(article.language)
    candidates, parts = _candidates(parse, lists)
    kinds = types(candidates, [score(parse, c, p, lists) for c, p in zip(candidates, parts, strict=True)])
    named = [(c, k) for c, k in zip(candidates, kinds, strict=True) if k is not None]
    found = _mentions(article, parse, named, lists)
    taken = [(m.span.start, m.span.end) for m in found if m.type == "organization"]
    for d in descriptions(parse, taken, lists):
        found.append(Mention(span=article.span(d.start, d.end), type="organization", name=d.text))
    found.extend(line_mentions(article, found))
    return locate(article, tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.type))))


def _candidates(parse: Parse, lists: Words) -> tuple[list[Candidate], list[Segment]]:
    parts = list(segments(parse))
    vocabulary = seen(parse, parts)
    candidates: list[Candidate] = []
    of: list[Segment] = []
    for part in parts:
        for run in runs(parse, part, vocabulary, lists):
            for candidate in split(parse, run, part, lists):
                candidates.append(candidate)
                of.append(part)
    return candidates, of


def _mentions(
    article: Article, parse: Parse, named: Sequence[tuple[Candidate, EntityType]], lists: Words
) -> list[Mention]:
    roles = {c: role(parse, c, lists) for c, kind in named if kind == "person"}
    genders = {c: gender(parse, c, roles[c], lists) for c in roles}
    names = full_forms(parse.text, named)
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
