"""Where sites lie that no gazetteer has: a street or a stadium is in the town of its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Entity
from variorum.text.gazetteer import lookup

_SHARE = 0.5  # of the mentions of towns in the site's articles that one town needs to be the site's


def with_sites(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities; a site of unknown place has the coordinates of the town that its articles mostly name."""
    all_ = list(entities)
    towns = [e for e in all_ if e.type == "place" and e.lat is not None and _is_town(e)]
    for entity in all_:
        town = _town_of(entity, towns) if entity.type == "place" and entity.lat is None and _is_site(entity) else None
        yield entity if town is None else replace(entity, lat=town.lat, lon=town.lon, country=town.country)


def _is_site(entity: Entity) -> bool:
    return entity.name.lower().rpartition(" ")[2] in read("en", "places", Places).heads


def _is_town(entity: Entity) -> bool:
    return any(c.kind == "city" and abs(c.lat - (entity.lat or 0.0)) < 0.01 for c in lookup(entity.name))


def _town_of(site: Entity, towns: list[Entity]) -> Entity | None:
    articles = {s.article for s in site.mentions}
    said: Counter[int] = Counter()
    for n, town in enumerate(towns):
        said[n] = sum(s.article in articles for s in town.mentions)
    best = min(said, key=lambda n: (-said[n], towns[n].name), default=None)
    return towns[best] if best is not None and said[best] > _SHARE * said.total() else None
