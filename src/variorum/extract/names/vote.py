"""One type for each name of an article: the points of all its mentions together, and of its longer forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from variorum.extract.names.evidence import listed
from variorum.extract.names.points import Scores
from variorum.extract.names.split import Candidate
from variorum.model import EntityType
from variorum.text.translit import fold, similar_names

TYPES: tuple[EntityType, ...] = ("person", "organization", "place")
_LEAST, _LEAST_LONG = 0.9, 0.6
"""Points that a name of one word, and of several, needs: a capital alone is no name."""
_FULL, _SURE = 1.1, 1.5  # points from which a personal name hands some to its parts: two plain words have 1.2
_LARGE = 3.0  # the gazetteer's points for a town of 200,000
_SAID = 1.0  # points for a place, the gazetteer's aside, from which the text itself uses a name as a place's
_CLEAREST = 0.8  # share of the clearest mention's points that the others may count on
_MANY = 900  # words of personal names in one article above which spellings are not compared
_ALIKE = 0.86  # spellings of one surname inside one article


def types(candidates: Sequence[Candidate], scores: Sequence[Scores]) -> list[EntityType | None]:
    """The type of each candidate; None where none of the three has the most points."""
    told: dict[str, list[Scores]] = defaultdict(list)
    for candidate, points in zip(candidates, scores, strict=True):
        told[fold(candidate.text)].append(points)
    mean = {name: _article(points) for name, points in told.items()}
    people = _surnames(mean)
    alike: dict[str, float] = {}
    return [_decide(fold(c.text), c, points, mean, people, alike) for c, points in zip(candidates, scores, strict=True)]


def _article(scores: list[Scores]) -> list[float]:
    """What all mentions of a name say together: their mean, or most of what the clearest one says."""
    return [max(sum(points) / len(points), _CLEAREST * max(points)) for points in zip(*scores, strict=True)]


def _surnames(mean: dict[str, list[float]]) -> dict[str, float]:
    """Last and first words of the article's full personal names, with the points they hand to the short forms.

    Two plain words pass for a person without further sign: these hand on their last word alone, unless that is a
    large town or the first is any ("Greater Hamburg", "Hamburg Rovers").
    """
    found: dict[str, float] = {}
    for name, points in mean.items():
        parts = name.split()
        if len(parts) < 2 or points[0] < max(points[1:3]) or points[0] <= max(_FULL, points[3]):
            continue
        sure = points[0] > _SURE
        if sure or (not listed(parts[0], 1) and listed(parts[-1], 1) < _LARGE):
            found[parts[-1]] = max(found.get(parts[-1], 0.0), min(points[0], 6.0))
            found[" ".join(parts[1:])] = found[parts[-1]]
        if sure:
            found[parts[0]] = max(found.get(parts[0], 0.0), min(points[0], 6.0) / 2)
    return found


def _decide(
    name: str,
    candidate: Candidate,
    own: Scores,
    mean: dict[str, list[float]],
    people: dict[str, float],
    alike: dict[str, float],
) -> EntityType | None:
    """Half by the mention's own points, half by the article's. That some town has the name says nothing of a word that
    the article has in a personal name, and nowhere in a place's position. `alike` keeps what personal names hand to
    each name, and is filled here."""
    points = [(a + b) / 2 for a, b in zip(own, mean[name], strict=True)]
    if len(name.split()) <= 2:
        if name not in alike:
            alike[name] = people.get(name, 0.0) or _alike(name, people)
        points[0] += alike[name]
    if name in people and " " not in name:
        known = listed(candidate.text, 1)
        points[2] -= known if mean[name][2] - known < _SAID else 0.0
    best = points.index(max(points))
    if best == 3 or points[best] < (_LEAST if " " not in name else _LEAST_LONG):
        return None
    return TYPES[best]


def _alike(name: str, people: dict[str, float]) -> float:
    if len(name) < 5 or " " in name or len(people) > _MANY:
        return 0.0
    return max((p * 0.7 for other, p in people.items() if similar_names(name, other, _ALIKE)), default=0.0)
