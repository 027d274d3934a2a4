"""People, organisations and places of one article, on hand-made parses."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from name_trees import tree
from reading import article
from variorum.extract import extract
from variorum.extract.names import find_mentions
from variorum.model import Mention


def found(*sentences: str, **article: object) -> list[Mention]:
    text, parse = tree(*sentences, **article)
    mentions = find_mentions(text, parse)
    for m in mentions:
        assert text.text[m.span.start : m.span.end] == m.span.text
    return list(mentions)


def kinds(*sentences: str) -> dict[str, str]:
    return {m.span.text: m.type for m in found(*sentences)}


def test_title_before_name_gives_person_and_role() -> None:
    (mention,) = found("They/PRON met/VERB deputy/NOUN mayor/NOUN Orla/PROPN Brandt/PROPN ./PUNCT")
    assert (mention.span.text, mention.type, mention.role) == ("Orla Brandt", "person", "deputy mayor")


def test_capital_title_is_no_part_of_the_span() -> None:
    mentions = found("Interior/PROPN Minister/PROPN Tovald/PROPN Renz/PROPN resigned/VERB ./PUNCT")
    assert [(m.span.text, m.role) for m in mentions] == [("Tovald Renz", "Interior Minister")]


def test_apposition_behind_gives_role() -> None:
    mentions = found(
        "Sefa/PROPN Maro/PROPN ,/PUNCT the/DET director/NOUN of/ADP the/DET clinic/NOUN ,/PUNCT agreed/VERB ./PUNCT"
    )
    assert mentions[0].role == "director of the clinic"


def test_apposition_before_gives_role() -> None:
    mentions = found(
        "The/DET head/NOUN of/ADP the/DET water/NOUN board/NOUN ,/PUNCT Idris/PROPN Calder/PROPN ,/PUNCT agreed/VERB"
    )
    person = next(m for m in mentions if m.type == "person")
    assert (person.span.text, person.role) == ("Idris Calder", "head of the water board")


def test_surname_takes_the_full_form_and_mr_the_gender() -> None:
    mentions = found(
        "Captain/PROPN Vito/PROPN Landerel/PROPN spoke/VERB first/ADV ./PUNCT",
        "Later/ADV Mr/PROPN Landerel/PROPN said/VERB nothing/PRON ./PUNCT",
    )
    assert [(m.span.text, m.name, m.gender) for m in mentions] == [
        ("Vito Landerel", "Vito Landerel", "m"),
        ("Landerel", "Vito Landerel", "m"),
    ]


def test_possessive_ending_is_outside() -> None:
    assert "Lisbon" in kinds("They/PRON saw/VERB Lisbon/PROPN 's/PART/POS harbour/NOUN ./PUNCT")


def test_places_by_preposition_and_noun() -> None:
    got = kinds("It/PRON happened/VERB in/ADP the/DET village/NOUN of/ADP Torvin/PROPN near/ADP Sellmark/PROPN ./PUNCT")
    assert got == {"Torvin": "place", "Sellmark": "place"}


def test_country_has_its_point_and_its_adjective_is_no_place() -> None:
    mentions = found("The/DET Norwegian/ADJ king/NOUN left/VERB Norway/PROPN ./PUNCT")
    assert [(m.span.text, m.point.country if m.point else None) for m in mentions] == [("Norway", "NO")]


def test_unknown_country_by_its_adjective() -> None:
    got = kinds(
        "Then/ADV Tavronia/PROPN answered/VERB ./PUNCT",
        "They/PRON blamed/VERB the/DET Tavronian/ADJ army/NOUN ./PUNCT",
    )
    assert got["Tavronia"] == "place"


def test_ship_in_quotes_is_nobody() -> None:
    assert kinds('The/DET ferry/NOUN "/PUNCT Anna/PROPN Brandt/PROPN "/PUNCT sank/VERB ./PUNCT') == {}


def test_organisations_by_noun_acronym_and_description() -> None:
    got = kinds(
        "They/PRON rang/VERB the/DET Ministry/PROPN of/ADP Works/PROPN and/CCONJ Reuters/PROPN ./PUNCT",
        "Later/ADV rescue/NOUN officials/NOUN/NNS and/CCONJ the/DET interior/NOUN ministry/NOUN answered/VERB ./PUNCT",
    )
    assert got == {
        "Ministry of Works": "organization",
        "Reuters": "organization",
        "rescue officials": "organization",
        "interior ministry": "organization",
    }


def test_any_ministry_is_no_organisation() -> None:
    assert kinds("They/PRON wanted/VERB a/DET ministry/NOUN and/CCONJ another/DET agency/NOUN ./PUNCT") == {}


def test_acronym_stands_for_its_full_name() -> None:
    mentions = found(
        "The/DET Northern/PROPN Relief/PROPN Fund/PROPN spoke/VERB ./PUNCT",
        "The/DET NRF/PROPN said/VERB so/ADV ./PUNCT",
    )
    assert {m.name for m in mentions} == {"Northern Relief Fund"}


def test_upper_case_line_through_names_known_elsewhere() -> None:
    got = kinds(
        "PELLORA/PROPN BLAST/NOUN KILLS/VERB NINE/NUM IN/ADP KYIV/PROPN ./PUNCT",
        "Nobody/PRON heard/VERB of/ADP it/PRON in/ADP Pellora/PROPN ./PUNCT",
    )
    assert got == {"PELLORA": "place", "KYIV": "place", "Pellora": "place"}


def test_a_name_in_a_text_of_capitals_keeps_its_first_word() -> None:
    text = "THE PRIEST WAS FOUND DEAD ALONG WITH ORMELA DRANTI, WHO TAUGHT AT THE SCHOOL OF THE VILLAGE."
    told = article(text)
    names = [m.span.text for m in extract(told).mentions]
    assert "ORMELA DRANTI" in names
    assert not {"SCHOOL", "VILLAGE", "PRIEST"} & set(names)


def test_weekdays_and_months_are_no_names() -> None:
    assert kinds("On/ADP Monday/PROPN in/ADP March/PROPN it/PRON rained/VERB ./PUNCT") == {}


def test_same_spelling_elsewhere_lends_its_country() -> None:
    mentions = found(
        "In/ADP Canada/PROPN they/PRON rejoiced/VERB ./PUNCT",
        "The/DET town/NOUN of/ADP London/PROPN ,/PUNCT Ontario/PROPN ,/PUNCT slept/VERB ./PUNCT",
    )
    town = next(m for m in mentions if m.span.text == "London")
    assert town.point is not None and town.point.country == "CA"


def places(*sentences: str) -> list[tuple[str, str]]:
    return [(m.span.text, m.name) for m in found(*sentences) if m.type == "place"]


def test_a_body_with_a_territory_holds_the_place() -> None:
    mentions = found("The/DET Hamburg/PROPN Police/PROPN Department/PROPN sent/VERB two/NUM cars/NOUN ./PUNCT")
    assert [(m.span.text, m.type) for m in mentions] == [
        ("Hamburg", "place"), ("Hamburg Police Department", "organization"),
    ]  # fmt: skip


def test_a_newspaper_or_a_company_holds_none() -> None:
    assert places("The/DET Hamburg/PROPN Tribune/PROPN said/VERB so/ADV ./PUNCT") == []
    assert places("Hamburg/PROPN Steel/PROPN Holdings/PROPN closed/VERB ./PUNCT") == []


def test_a_hospital_named_like_a_town_holds_a_place_that_the_article_names() -> None:
    hospital = "The/DET Lincoln/PROPN Hospital/PROPN took/VERB them/PRON in/ADP ./PUNCT"
    assert places(hospital) == []
    assert ("Lincoln", "Lincoln") in places(hospital, "It/PRON rained/VERB in/ADP Lincoln/PROPN ./PUNCT")


def test_a_title_holds_its_county() -> None:
    mentions = found("Yesterday/NOUN Tarrow/PROPN County/PROPN Sheriff/PROPN Milo/PROPN Brandt/PROPN came/VERB ./PUNCT")
    assert [(m.span.text, m.type, m.role) for m in mentions] == [
        ("Tarrow County", "place", None), ("Milo Brandt", "person", "Tarrow County Sheriff"),
    ]  # fmt: skip


def test_a_state_behind_its_town_is_a_place_by_its_full_name() -> None:
    got = places("In/ADP Louisville/PROPN ,/PUNCT Ky./PROPN ,/PUNCT it/PRON rained/VERB ./PUNCT")
    assert got == [("Louisville", "Louisville"), ("Ky.", "Kentucky")]
    assert places("He/PRON spoke/VERB Ky./X or/CCONJ so/ADV ./PUNCT") == []


def test_a_nations_abbreviation_is_a_place_its_adjective_none() -> None:
    assert places("Two/NUM U.S./PROPN towns/NOUN flooded/VERB ./PUNCT") == [("U.S.", "U.S.")]
    assert places("Two/NUM American/ADJ towns/NOUN flooded/VERB ./PUNCT") == []
    got = kinds("They/PRON met/VERB UK/PROPN Minister/PROPN Ann/PROPN Calder/PROPN ./PUNCT")
    assert got == {"UK": "place", "Ann Calder": "person"}


def test_a_surname_that_some_town_has_is_a_person_unless_the_text_says_where() -> None:
    named = "They/PRON met/VERB Desmor/PROPN Harvey/PROPN there/ADV ./PUNCT"
    assert kinds(named, "Police/NOUN blamed/VERB Harvey/PROPN ./PUNCT")["Harvey"] == "person"
    assert kinds(named, "It/PRON rained/VERB in/ADP Harvey/PROPN ./PUNCT")["Harvey"] == "place"
    assert kinds("Police/NOUN blamed/VERB Harvey/PROPN ./PUNCT")["Harvey"] == "place"


def test_a_town_after_a_club_of_its_name_stays_a_town() -> None:
    club = "They/PRON met/VERB Greater/PROPN Hamburg/PROPN there/ADV ./PUNCT"
    assert kinds(club, "The/DET rain/NOUN left/VERB Hamburg/PROPN ./PUNCT")["Hamburg"] == "place"


def test_a_title_needs_a_name_behind_it() -> None:
    county = kinds("They/PRON left/VERB Cook/PROPN County/PROPN on/ADP Friday/PROPN ./PUNCT")
    assert county == {"Cook County": "place"}
    assert "person" not in kinds("There/ADV Eyewitness/PROPN News/PROPN asked/VERB ./PUNCT").values()


def test_plurals_of_occupations_are_no_persons() -> None:
    assert kinds("Witnesses/PROPN said/VERB so/ADV ./PUNCT", "Deputies/PROPN said/VERB so/ADV ./PUNCT") == {}
    assert kinds("There/ADV Waters/PROPN said/VERB so/ADV ./PUNCT") == {"Waters": "person"}


def test_a_given_name_that_is_an_adjective_begins_a_name() -> None:
    assert kinds("There/ADV Roman/PROPN Hruby/PROPN fell/VERB ./PUNCT") == {"Roman Hruby": "person"}
    assert "Roman" not in kinds("The/DET Roman/ADJ wall/NOUN fell/VERB ./PUNCT")


@given(
    st.lists(
        st.sampled_from(["Ada", "of", "Ministry", "-", "'s", ",", "al", "3", "Kyiv", "USA", '"', "&", "."]), max_size=14
    )
)
def test_never_fails_and_quotes_exactly(words: list[str]) -> None:
    sentence = " ".join(f"{w}/{'PROPN' if w[0].isalpha() else 'PUNCT'}" for w in words) or "x/NOUN"
    mentions = found(sentence)
    spans = [(m.span.start, m.span.end) for m in mentions]
    assert spans == sorted(spans)


def test_known_bodies_are_no_towns() -> None:
    text = "NATO Secretary General Olga Wren spoke of membership in NATO. Nato met."
    mentions = extract(article(text)).mentions
    assert not [m.span.text for m in mentions if m.type == "place"]
