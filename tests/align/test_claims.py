"""Alignment of claims: names, places, days, scope, and what may be compared."""

from __future__ import annotations

from random import Random

import msgspec
import pytest

from variorum.align.claims import align, comparable, ground
from variorum.align.claims_reach import stated_reach
from variorum.lang import subsets
from variorum.model import (
    AlignedPassage,
    Article,
    Claim,
    Derivation,
    Entity,
    Extraction,
    Lineage,
    Origin,
    Scope,
    Source,
    Span,
    Story,
    StoryRecords,
    Value,
)

TEXTS = {
    "a-1": "Governor Marta Oyelaran said 14 miners had died at Dunmere.",
    "a-2": "In the Dunmair region 14 died, Oyelaran said.",
    "a-3": "A fire in 2004 killed 212 at the same pit.",
}
ENTITIES = (
    Entity(
        id="e-1",
        type="person",
        name="Marta Oyelaran",
        names=("Marta Oyelaran", "Oyelaran"),
        mentions=(Span("a-1", 9, 23, "Marta Oyelaran"), Span("a-2", 30, 38, "Oyelaran")),
    ),
    Entity(id="e-2", type="place", name="Dunmere", names=("Dunmere", "Dunmair", "DUNMAIR"), mentions=()),
    Entity(id="e-5", type="place", name="Port Dunmere", names=("Port Dunmere", "Dunmere Port", "Port"), mentions=()),
    Entity(id="e-3", type="person", name="Ann Brack", names=("Ann Brack", "Brack"), mentions=()),
    Entity(id="e-4", type="person", name="Tom Brack", names=("Tom Brack", "Brack"), mentions=()),
)


def claim(article: str, number: int, id_: str, **fields: object) -> Claim:
    text = TEXTS[article]
    plain = Claim(
        id=id_,
        kind="killed",
        value=Value(str(number), number, number, number),
        unit="people",
        span=Span(article, 0, 4, text[:4]),
    )
    return msgspec.structs.replace(plain, **fields)


def story(*claims: Claim, lineage: Lineage | None = None) -> StoryRecords:
    origins = tuple(Origin(f"o-{a}", a, (a,)) for a in TEXTS)
    return StoryRecords(
        story=Story(id="s-1", articles=tuple(TEXTS)),
        articles=tuple(Article(id=a, text=t, published=None if a == "a-3" else "2031-02-03") for a, t in TEXTS.items()),
        extractions=tuple(Extraction(article=a, claims=tuple(c for c in claims if c.span.article == a)) for a in TEXTS),
        lineage=lineage or Lineage(origins=origins),
        entities=ENTITIES,
    )


def aligned(*claims: Claim, lineage: Lineage | None = None) -> dict[str, Claim]:
    return {c.id: c for c in align(story(*claims, lineage=lineage))}


def test_a_source_carries_its_entitys_name_and_id() -> None:
    found = aligned(
        claim("a-2", 14, "c-1", attribution=(Source(name="Oyelaran", medium="radio"), Source(name="Brack")))
    )
    first, second = found["c-1"].attribution
    assert (first.name, first.entity, first.medium) == ("Marta Oyelaran", "e-1", "radio")
    assert (second.name, second.entity) == ("Brack", None), "two people of that name: no guess"


def test_a_source_is_found_by_its_words_in_the_text() -> None:
    source = Source(name="Governor Marta Oyelaran", span=Span("a-1", 0, 23, TEXTS["a-1"][:23]))
    (only,) = aligned(claim("a-1", 14, "c-1", attribution=(source,)))["c-1"].attribution
    assert (only.entity, only.name) == ("e-1", "Marta Oyelaran")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Dunmair", "Dunmere"),
        ("DUNMERE", "Dunmere"),
        ("the town of Dunmair", "Dunmere"),
        ("Dunmair region", "Dunmere region"),
        ("port dunmere", "Port Dunmere"),
        ("Skelby", "Skelby"),
        ("four towns", None),
        ("the village clinic", "the village clinic"),
        (None, None),
    ],
)
def test_places_take_the_storys_name(stated: str | None, expected: str | None) -> None:
    assert aligned(claim("a-1", 14, "c-1", place=stated))["c-1"].place == expected


@pytest.mark.parametrize(("rarer", "expected"), [(1, "Weldon"), (2, "WELDON")])
def test_a_place_that_is_named_far_more_often_than_its_namesake_is_meant(rarer: int, expected: str) -> None:
    where = Span("a-1", 0, 4, TEXTS["a-1"][:4])
    often = Entity(id="e-6", type="place", name="Weldon", names=("Weldon",), mentions=(where,) * 4)
    seldom = Entity(id="e-7", type="place", name="Weldon", names=("Weldon",), mentions=(where,) * rarer)
    records = msgspec.structs.replace(story(claim("a-2", 14, "c-1", place="WELDON")), entities=(seldom, often))
    assert align(records)[0].place == expected


def test_a_region_is_not_the_town_it_is_named_after() -> None:
    sentences = tuple(Span(a, 0, len(t), t) for a, t in TEXTS.items())
    records = story(claim("a-2", 14, "c-1", place="Dunmair"), claim("a-1", 14, "c-2", place="Dunmere"))
    read = tuple(
        msgspec.structs.replace(e, sentences=(s,)) for e, s in zip(records.extractions, sentences, strict=True)
    )
    found = {c.id: c.place for c in align(msgspec.structs.replace(records, extractions=read))}
    assert found == {"c-1": "Dunmere region", "c-2": "Dunmere"}


def test_a_count_is_of_its_articles_day_unless_it_has_its_own_or_is_older() -> None:
    found = aligned(
        claim("a-1", 14, "c-1"),
        claim("a-1", 9, "c-2", as_of="2031-02-01"),
        claim("a-1", 8, "c-3", earlier=True),
        claim("a-3", 7, "c-4"),
    )
    assert [found[f"c-{i}"].as_of for i in (1, 2, 3, 4)] == ["2031-02-03", "2031-02-01", None, None]


def scopes(number: int, first: Scope, second: Scope, third: Scope, lineage: Lineage | None = None) -> list[Scope]:
    found = aligned(
        claim("a-1", number, "c-1", scope=first),
        claim("a-2", number, "c-2", scope=second),
        claim("a-3", number, "c-3", scope=third),
        lineage=lineage,
    )
    return [found[f"c-{i}"].scope for i in (1, 2, 3)]


def test_a_distinct_number_that_most_origins_hold_for_background_is_background() -> None:
    assert scopes(212, "event", "background", "background") == ["background"] * 3
    assert scopes(212, "event", "event", "background") == ["event", "event", "background"]


def test_small_numbers_coincide() -> None:
    assert scopes(11, "event", "background", "background") == ["event", "background", "background"]


def test_the_text_an_article_was_made_from_knows_the_scope() -> None:
    edge = Derivation(derived="a-1", source="a-2", relation="rewrite", coverage=0.9, confidence=0.9)
    lineage = Lineage((edge,), (Origin("o-1", "wire", ("a-1", "a-2")), Origin("o-2", "a-3", ("a-3",))))
    assert scopes(11, "event", "background", "event", lineage) == ["background", "background", "event"]


def test_a_small_number_of_another_passage_coincides() -> None:
    elsewhere = AlignedPassage(Span("a-1", 900, 950, "x" * 50), Span("a-2", 900, 950, "x" * 50), 0.9)
    edge = Derivation(
        derived="a-1", source="a-2", relation="rewrite", coverage=0.9, confidence=0.9, passages=(elsewhere,)
    )
    lineage = Lineage((edge,), (Origin("o-1", "wire", ("a-1", "a-2")), Origin("o-2", "a-3", ("a-3",))))
    assert scopes(11, "event", "background", "event", lineage) == ["event", "background", "event"]


def test_the_order_of_input_changes_nothing() -> None:
    claims = [claim(a, n, f"c-{a}-{n}", scope=s) for a in TEXTS for n, s in ((212, "event"), (14, "background"))]
    records = story(*claims)
    mixed = msgspec.structs.replace(
        records,
        articles=tuple(Random(3).sample(records.articles, 3)),
        extractions=tuple(Random(4).sample(records.extractions, 3)),
        entities=tuple(reversed(records.entities)),
    )
    assert align(mixed) == align(records)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"place": "Dunmere"}, True),
        ({"place": "Dunmere region"}, False),
        ({"place": "the harbour clinic"}, False),
        ({"kind": "injured"}, False),
        ({"scope": "background"}, False),
        ({"subset": "children"}, False),
        ({"exclusive_of": "Dunmere"}, False),
        ({"partial": True}, False),
        ({"increment": True}, False),
        ({"rate": "per week"}, False),
    ],
)
def test_comparable_claims_count_the_same_thing(change: dict[str, object], expected: bool) -> None:
    a, b = claim("a-1", 14, "c-1"), claim("a-2", 15, "c-2", **change)
    assert comparable(a, b, "Dunmere") is comparable(b, a, "Dunmere") is expected


def test_ground_says_how_far_a_count_reaches() -> None:
    places = (None, "dunmere", "Dunmere county", "St Brigid hospital", "Skelby")
    assert [ground(p, "Dunmere") for p in places] == ["event", "event", "wider", "narrower", "elsewhere"]


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("children", "minors", True),
        ("three kids", "children", True),
        ("police officers", "policemen", True),
        ("railway workers", "employees", True),
        ("infants", "children", False),
        ("Belgians", "belgian", True),
        (None, "children", False),
    ],
)
def test_subsets_compare_by_what_they_name(a: str | None, b: str | None, same: bool) -> None:
    assert (subsets.key(a) == subsets.key(b)) is same


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("It took to nine the number of people killed in Utria's missile strike on the port.", None),
        ("Nine people were killed in Utria's overnight air attack, the mayor said.", None),
        ("Nine people were killed in Utria's worst air attack for years.", "Utria"),
        ("Nine people were killed in Utria, in Utria's first drone strike on itself.", "Utria"),
        ("Nine people were killed in Utria's market, the mayor said.", "Utria"),
    ],
)
def test_the_land_that_struck_is_no_place_of_the_dead(text: str, place: str | None) -> None:
    found = claim("a-1", 9, "c-1", place="Utria", span=Span("a-1", 0, 4, text[:4]))
    extraction = Extraction(article="a-1", sentences=(Span("a-1", 0, len(text), text),), claims=(found,))
    assert stated_reach(found, extraction) == place
