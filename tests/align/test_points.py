"""One name of a story, one place."""

from __future__ import annotations

from variorum.align.points import agreed
from variorum.model import Article, GeoPoint, Mention

HERE, THERE = GeoPoint(36.1, -86.7, "US", "city"), GeoPoint(36.2, 36.2, "TR", "city")
NEAR = GeoPoint(36.0, -86.8, "US", "city")


def mention(name: str, point: GeoPoint | None, article: str = "a") -> Mention:
    return Mention(span=Article(id=article, text=name).span(0, len(name)), type="place", name=name, point=point)


def test_the_country_of_the_other_places_counts() -> None:
    found = agreed(
        [mention("Antioch", THERE), mention("Antioch", THERE), mention("Antioch", HERE, "b"), mention("X", NEAR)]
    )
    assert [m.point for m in found] == [HERE, HERE, HERE, NEAR]


def test_without_others_the_more_frequent_stays() -> None:
    found = agreed([mention("Antioch", THERE), mention("Antioch", THERE, "b"), mention("Antioch", HERE, "c")])
    assert {m.point for m in found} == {THERE}


def test_points_of_one_country_are_left_alone() -> None:
    mentions = [mention("Antioch", HERE), mention("Antioch", NEAR, "b"), mention("Antioch", None, "c")]
    assert agreed(mentions) == mentions
