"""Renderings of one name become one entity; different people and places never do."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from reading import article
from variorum.align.alike import initials, likeness
from variorum.align.entities import resolve
from variorum.extract import extract
from variorum.model import Article, Entity, EntityType, Extraction, GeoPoint, Mention

Named = tuple[str, str, EntityType]


def story(*articles: Sequence[Named], shuffle: int | None = None) -> tuple[Entity, ...]:
    """Each article is a list of (text as written, full form, type)."""
    texts, extractions = [], []
    for number, names in enumerate(articles):
        text = "\n".join(name for name, _, _ in names)
        article = Article(id=f"a-{number}", text=text)
        mentions, at = [], 0
        for written, full, kind in names:
            start = text.index(written, at)
            at = start + len(written)
            bare = written.split()[-1] if written.split()[0] in {"Mr", "Colonel"} and len(full.split()) < 2 else written
            for title in ("Mr ", "Colonel "):
                bare = bare.removeprefix(title)
            mentions.append(Mention(span=article.span(at - len(bare), at), type=kind, name=full))
        texts.append(article)
        extractions.append(Extraction(article=article.id, mentions=tuple(mentions)))
    pairs = list(zip(texts, extractions, strict=True))
    if shuffle is not None:
        random.Random(shuffle).shuffle(pairs)
    return resolve([a for a, _ in pairs], [e for _, e in pairs])


def people(*names: str) -> list[Named]:
    return [(n, n.removeprefix("Mr ").removeprefix("Colonel "), "person") for n in names]


def places(*names: str) -> list[Named]:
    return [(n, n, "place") for n in names]


def bodies(*names: str) -> list[Named]:
    return [(n, n, "organization") for n in names]


def together(entities: Sequence[Entity], a: str, b: str) -> bool:
    return any(a in e.names and b in e.names for e in entities)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Vasyl Horbenko", "Wassyl Gorbenko"),
        ("Mahmoud El Shennawi", "Mahmud El-Schennawi"),
        ("Tomislav Kovačić", "Tomislav Kovachich"),
        ("Petra Lindqvist", "PETRA LINDQVIST"),
        ("Nadjia Berrahal", "Najia Berahal"),
    ],
)
def test_transliterated_people_are_one(first: str, second: str) -> None:
    assert together(story(people(first), people(second)), first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Erik Sandgren", "Maja Sandgren"),
        ("Ivan Petrosyan", "Ivana Petrosyan"),
        ("John Hargreave", "Mary Hargreave"),
        ("Viktor Malen", "Viktor Torvald"),
        ("Omar Haddad", "Ali Haddad"),
    ],
)
def test_other_people_stay_apart(first: str, second: str) -> None:
    assert not together(story(people(first), people(second)), first, second)
    assert not together(story(people(first, second)), first, second)


def test_names_that_one_article_tells_apart_stay_apart() -> None:
    entities = story(people("Marta Kovel", "Marta Koval"), people("Marta Kovel"))
    assert not together(entities, "Marta Kovel", "Marta Koval")


def test_surname_joins_its_only_bearer() -> None:
    entities = story(people("Selma Okonjo"), people("Okonjo", "Mr Okonjo"))
    assert together(entities, "Selma Okonjo", "Okonjo")
    assert together(entities, "Selma Okonjo", "Mr Okonjo")


def test_surname_with_two_bearers_joins_neither() -> None:
    entities = story(people("Erik Sandgren", "Maja Sandgren"), people("Sandgren"))
    lone = [e for e in entities if e.name == "Sandgren"]
    assert len(lone) == 1 and len(entities) == 3


def test_titles_are_renderings() -> None:
    (entity,) = story(people("Colonel Aldo Ferrant"), people("Mr Ferrant"))
    assert {"Colonel Aldo Ferrant", "Aldo Ferrant", "Mr Ferrant", "Ferrant"} <= set(entity.names)
    assert entity.name == "Aldo Ferrant"


@pytest.mark.parametrize(
    ("first", "second"), [("Kyiv", "Kief"), ("Kyiv", "KIEV"), ("Darmeshk", "Darmeschk"), ("Tsevan Gol", "Tsewan-Gol")]
)
def test_spellings_of_a_place(first: str, second: str) -> None:
    entities = story(places(first), places(second))
    assert together(entities, first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Lindova Street", "Lindove"),
        ("Pier 3", "Pier 4"),
        ("North Harrow", "South Harrow"),
        ("Austria", "Australia"),
        ("Niger", "Nigeria"),
        ("Upper Marle", "Lower Marle"),
    ],
)
def test_other_places(first: str, second: str) -> None:
    assert not together(story(places(first), places(second)), first, second)


def test_names_of_one_country_are_one() -> None:
    text = "US aid came. The United States sent flour; Georgia and Atlanta sent none."
    found = resolve([made := article(text)], [extract(made)])
    countries = {e.name: set(e.names) for e in found if e.type == "place" and e.country == "US"}
    assert {"US", "United States"} in countries.values()


def test_a_country_and_its_town_of_a_like_name_are_two() -> None:
    text = "The mayor of San Salvador spoke. Farmers all over El Salvador had lost their maize."
    found = resolve([made := article(text)], [extract(made)])
    assert not together(found, "San Salvador", "El Salvador")


def test_bodies() -> None:
    entities = story(
        bodies("AFP", "Ukraine's navy", "Blue Harbor Relief Trust"),
        bodies("Agence France-Presse", "Ukrainian navy", "BHRT"),
    )
    assert together(entities, "AFP", "Agence France-Presse")
    assert together(entities, "Ukraine's navy", "Ukrainian navy")
    assert together(entities, "BHRT", "Blue Harbor Relief Trust")


def test_ministries_of_two_countries_stay_apart() -> None:
    entities = story(bodies("Polish defence ministry"), bodies("Czech defence ministry"))
    assert not together(entities, "Polish defence ministry", "Czech defence ministry")


def test_a_name_has_one_type_in_a_story() -> None:
    point = GeoPoint(1.0, 2.0, "NO")
    article = Article(id="a-9", text="Pellora")
    sure = Extraction(
        article="a-9", mentions=(Mention(span=article.span(0, 7), type="place", name="Pellora", point=point),)
    )
    other = Article(id="a-8", text="Pelora")
    unsure = Extraction(article="a-8", mentions=(Mention(span=other.span(0, 6), type="organization", name="Pelora"),))
    (entity,) = resolve([article, other], [sure, unsure])
    assert (entity.type, entity.lat) == ("place", 1.0)


MIXED = [
    people("Vasyl Horbenko", "Horbenko", "Erik Sandgren"),
    people("Wassyl Gorbenko", "Maja Sandgren"),
    [*places("Kyiv", "Pier 3"), *bodies("AFP")],
    [*places("Kiev", "Pier 4"), *people("Gorbenko", "Sandgren"), *bodies("Agence France-Presse")],
]


@pytest.mark.parametrize("seed", range(8))
def test_order_of_articles_does_not_matter(seed: int) -> None:
    assert story(*MIXED, shuffle=seed) == story(*MIXED)


def test_every_mention_is_in_one_entity() -> None:
    entities = story(*MIXED)
    spans = [s for e in entities for s in e.mentions]
    assert len(spans) == len(set(spans)) == sum(len(a) for a in MIXED)
    assert len({e.id for e in entities}) == len(entities)


def test_dotted_capitals_count_one_by_one() -> None:
    assert initials("U.S. Geological Survey") == "usgs"
    assert initials("National Police Bureau") == "npb"


def test_likeness_is_symmetric() -> None:
    for a, b in (("Omar Haddad", "Umar Hadad"), ("Kyiv", "Kief"), ("UN", "United Nations")):
        for kind in ("person", "place", "organization"):
            assert likeness(kind, a, b) == likeness(kind, b, a)
