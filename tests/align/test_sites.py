"""Sites take the coordinates of their town."""

from __future__ import annotations

from variorum.align.sites import with_sites
from variorum.model import Entity, Span

BERGEN, OSLO = (60.39, 5.32), (59.91, 10.75)


def place(name: str, *mentions: tuple[str, int], at: tuple[float, float] | None = None) -> Entity:
    spans = tuple(Span(article=a, start=n, end=n + len(name), text=name) for a, n in mentions)
    lat, lon = at or (None, None)
    return Entity(
        id=name, type="place", name=name, names=(name,), mentions=spans, lat=lat, lon=lon, country="NO" if at else None
    )


def spot(name: str, *others: Entity) -> float | None:
    found = {e.name: e.lat for e in with_sites([place(name, ("a", 90)), *others])}
    return found[name]


def test_a_street_lies_in_the_town_of_its_article() -> None:
    bergen, oslo = place("Bergen", ("a", 1), ("a", 20), at=BERGEN), place("Oslo", ("b", 1), ("b", 9), at=OSLO)
    assert spot("Quarry Street", bergen, oslo) == BERGEN[0]
    assert spot("Tarrow", bergen, oslo) is None  # no site: a village perhaps


def test_none_of_two_towns_of_which_an_article_speaks_alike_is_the_streets() -> None:
    assert spot("Quarry Street", place("Bergen", ("a", 1), at=BERGEN), place("Oslo", ("a", 9), at=OSLO)) is None
