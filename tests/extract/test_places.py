"""Where an article's places lie."""

from __future__ import annotations

from variorum.extract.places import locate
from variorum.model import Article, GeoPoint, Mention, Section


def points(text: str, *names: str, publisher: str | None = None) -> dict[str, GeoPoint | None]:
    article = Article(id="a", text=text, publisher=publisher, sections=(Section("body", 0, len(text)),))
    spans = [article.span(text.index(n), text.index(n) + len(n)) for n in names]
    located = locate(article, tuple(Mention(span=s, type="place", name=s.text) for s in spans))
    return {m.name: m.point for m in located}


def countries(text: str, *names: str, publisher: str | None = None) -> dict[str, str | None]:
    return {n: p.country if p else None for n, p in points(text, *names, publisher=publisher).items()}


def test_a_state_named_like_a_country_is_not_the_country() -> None:
    assert countries("Voters in Georgia state queued in Savannah.", "Georgia")["Georgia"] == "US"
    assert countries("Herders fled Niger state for Abuja, Nigeria.", "Niger")["Niger"] == "NG"
    assert countries("Herders fled Niger for Mali.", "Niger")["Niger"] == "NE"


def test_a_country_that_only_its_name_speaks_for_is_the_region_of_another() -> None:
    assert countries("Georgia voters queued from Atlanta to Dallas.", "Georgia", "Atlanta", "Dallas")["Georgia"] == "US"
    assert countries("Georgian voters queued in Georgia and Dallas.", "Georgia", "Dallas")["Georgia"] == "GE"


def test_the_publishers_domain_speaks_for_its_country() -> None:
    text = "A tram stopped in Richmond."
    assert countries(text, "Richmond", publisher="harbourtimes.co.uk")["Richmond"] == "GB"
    assert countries(text, "Richmond", publisher="harbourtimes.com")["Richmond"] == "US"


def test_towns_of_one_report_lie_near_each_other() -> None:
    text = "Buses ran from Birmingham by way of Tuscaloosa and Bessemer."
    assert countries(text, "Birmingham", "Tuscaloosa", "Bessemer")["Birmingham"] == "US"
    assert countries("Buses ran from Birmingham.", "Birmingham")["Birmingham"] == "GB"


def test_a_town_that_is_not_in_the_region_behind_it_is_somewhere_in_that_region() -> None:
    found = points("A shed fell in Bakersfield, Vt.", "Bakersfield")["Bakersfield"]
    assert found is not None and (found.country, found.precision) == ("US", "region")
    found = points("A shed fell in Bakersfield, Calif.", "Bakersfield")["Bakersfield"]
    assert found is not None and found.precision == "city"


def test_the_first_word_of_a_country_belongs_to_it() -> None:
    assert countries("TWO MEN WERE SHOT IN EL SALVADOR BY SOLDIERS.", "SALVADOR") == {"EL SALVADOR": "SV"}
    assert countries("TWO MEN WERE SHOT IN SALVADOR BY SOLDIERS.", "SALVADOR") == {"SALVADOR": "BR"}


def test_a_village_in_the_state_behind_it() -> None:
    found = points("A shed fell in Poynette, Wis., on two men.", "Poynette")["Poynette"]
    assert found is not None and (found.country, found.precision, round(found.lat)) == ("US", "city", 43)


def test_a_village_only_where_its_country_is_spoken_of() -> None:
    assert countries("German sheds fell in Berlin and Poynette.", "Berlin", "Poynette")["Poynette"] is None
    assert countries("Sheds fell in Poynette.", "Poynette")["Poynette"] == "US"  # there is only one
    assert (
        countries("American sheds fell in Chicago, Milwaukee and Poynette.", "Poynette", "Chicago", "Milwaukee")[
            "Poynette"
        ]
        == "US"
    )


def test_a_county_of_many_states_lies_near_the_towns_that_are_named() -> None:
    found = points("Jefferson County closed its sheds in Boulder and Denver.", "Jefferson County", "Boulder", "Denver")
    county = found["Jefferson County"]
    assert county is not None and (round(county.lat), round(county.lon)) == (40, -105)


def test_a_country_that_is_a_town_of_the_county_that_is_named() -> None:
    text = "A shed fell in Lebanon, the sheriff of Lebanon County, Pennsylvania, said{}."
    names = ("Lebanon", "Lebanon County", "Pennsylvania")
    assert countries(text.format(""), *names)["Lebanon"] == "US"
    assert countries(text.format(", and the Lebanese consul came"), *names)["Lebanon"] == "LB"
    assert (
        countries("A shed fell in Lebanon, said a man from Philadelphia.", "Lebanon", "Philadelphia")["Lebanon"] == "LB"
    )


def test_a_department_behind_a_country_makes_it_no_region() -> None:
    assert countries("The U.S. Department of Sheds wrote.", "U.S.")["U.S."] == "US"


def test_abbreviations_and_adjectives_of_regions() -> None:
    found = points("South Ossetian sheds fell on men of Wood County, W. Va.", "South Ossetian", "W. Va.")
    assert [(p.country, round(p.lat)) for p in found.values() if p] == [("GE", 42), ("US", 39)]


def test_a_state_behind_a_town_tells_its_country() -> None:
    assert countries("A shed fell in Lebanon, Tenn., on two men of Lebanon.", "Lebanon") == {"Lebanon": "US"}
    assert countries("A shed fell in Douglas, Ga., on two men.", "Douglas") == {"Douglas": "US"}
    assert countries("A shed fell in Augusta, Georgia, on two men.", "Augusta")["Augusta"] == "US"
    assert countries("A shed fell in Rustavi, Georgia, on two men.", "Rustavi")["Rustavi"] == "GE"


def test_the_state_behind_one_town_speaks_for_the_others() -> None:
    text = "A shed fell in {}. Men of Antioch and Bordeaux came."
    assert countries(text.format("Nashville, Tenn"), "Nashville", "Antioch")["Antioch"] == "US"
    assert countries(text.format("Lyon"), "Lyon", "Bordeaux")["Bordeaux"] == "FR"


def test_a_side_of_a_town_lies_where_the_town_does() -> None:
    found = points("A shed fell in Southeast Bakersfield.", "Southeast Bakersfield")["Southeast Bakersfield"]
    assert found is not None and (found.country, round(found.lat)) == ("US", 35)
    assert points("A shed fell in Southeast Veldmark.", "Southeast Veldmark")["Southeast Veldmark"] is None


def test_a_saint_is_spelled_out() -> None:
    assert countries("A shed fell in St. Augustine.", "St. Augustine")["St. Augustine"] == "US"


def test_a_word_names_no_town_abroad() -> None:
    assert countries("German sheds fell, General Roe said in Berlin.", "General", "Berlin")["General"] is None
    assert countries("A shed fell in Mobile.", "Mobile")["Mobile"] == "US"
