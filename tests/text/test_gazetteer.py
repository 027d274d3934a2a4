"""The gazetteer's answers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.gazetteer import country_name, country_of, country_point, is_demonym, lookup, regions, villages


def test_country_region_city() -> None:
    assert [c.kind for c in lookup("Georgia")][:2] == ["country", "region"]
    oslo = lookup("Oslo")[0]
    assert (oslo.kind, oslo.country, round(oslo.lat), round(oslo.lon)) == ("city", "NO", 60, 11)


def test_other_spellings_reach_the_same_town() -> None:
    spots = {(lookup(n)[0].lat, lookup(n)[0].lon) for n in ("Kyiv", "Kiev", "Kief", "KIEV")}
    assert len(spots) == 1


def test_largest_town_first() -> None:
    populations = [c.population for c in lookup("Springfield")]
    assert len(populations) > 2 and populations == sorted(populations, reverse=True)


def test_counties_are_regions() -> None:
    found = lookup("Lewis and Clark County")
    assert [(c.kind, c.country, round(c.lat)) for c in found] == [("region", "US", 47)]
    assert len(lookup("Jefferson County")) > 20


def test_villages_only_when_asked_for() -> None:
    assert not lookup("Undredal") and not lookup("Lom Stasjon")
    assert {c.country for c in villages("Poynette")} == {"US"}
    assert villages("Oslo") == () and villages("") == ()


def test_demonyms() -> None:
    assert country_of("Peruvian") == "PE" and country_of("Peruvians") == "PE" and country_of("Peru") == "PE"
    assert is_demonym("Dutch") and not is_demonym("Netherlands")
    assert country_name("NL") == "Netherlands"


def test_every_country_has_a_point() -> None:
    from variorum.lang.base import read
    from variorum.lang.places import Places

    for code in read("en", "places", Places).countries:
        point = country_point(code)
        assert point is not None and -90 <= point.lat <= 90 and -180 <= point.lon <= 180


@given(
    st.one_of(st.text(max_size=40), st.sampled_from(["Niger", "Bavaria", "the Saarland", "St. Gallen", "Kent", "Arlo"]))
)
def test_regions_are_those_of_a_look_up(name: str) -> None:
    assert regions(name) == tuple(c for c in lookup(name) if c.exact and c.kind == "region")


def test_a_town_is_no_region() -> None:
    assert regions("Bavaria") and not regions("Munich")


@given(st.text(max_size=40))
def test_any_name(name: str) -> None:
    for found in lookup(name):
        assert -90 <= found.lat <= 90 and -180 <= found.lon <= 180
