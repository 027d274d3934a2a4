"""One place for each name of a story.

Where its articles took a name for towns of two countries, the country counts that the story's other places lie in.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec.structs import replace

from variorum.model import GeoPoint, Mention
from variorum.text.translit import fold


def agreed(mentions: list[Mention]) -> list[Mention]:
    """The mentions, those of one place's name with one point."""
    points: dict[str, Counter[GeoPoint]] = defaultdict(Counter)
    for mention in mentions:
        if mention.type == "place" and mention.point:
            points[fold(mention.name)][mention.point] += 1
    torn = {name for name, found in points.items() if len({p.country for p in found}) > 1}
    if not torn:
        return mentions
    spoken = Counter(p.country for name, found in points.items() if name not in torn for p in found)

    best = {name: _best(points[name], spoken) for name in sorted(torn)}
    return [replace(m, point=best.get(fold(m.name), m.point)) if m.type == "place" and m.point else m for m in mentions]


def _best(found: Counter[GeoPoint], spoken: Counter[str | None]) -> GeoPoint:
    return min(found, key=lambda p: (-spoken[p.country], -found[p], p.lat, p.lon))
