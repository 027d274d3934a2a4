"""Claims in many kinds of prose: each construction with a sentence that tells one, and one that must not."""

from __future__ import annotations

import pytest

from reading import claims


def numbers(text: str, kind: str) -> list[object]:
    return [c.value.number for c in claims(text) if c.kind == kind and c.person is None]


def wholes(text: str, kind: str) -> list[object]:
    """The same without parts of another count."""
    return [c.value.number for c in claims(text) if c.kind == kind and c.person is None and not c.partial]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Three lodgers were led to safety by a neighbour.", "rescued", [3]),
        ("Nineteen miners were brought up by rescue teams.", "rescued", [19]),
        ("The captors released six of the hostages on Sunday.", "rescued", [6]),
        ("The ministry released six reports on Sunday.", "rescued", []),
        ("Some 2,000 villagers are lodged in school buildings and shelters.", "displaced", [2000]),
        ("Crews brought 62 passengers to safety.", "evacuated", []),
        ("About 90 campers were moved from the campsite.", "evacuated", [90]),
        ("Some 60 people had to leave their homes.", "evacuated", [60]),
        ("Fourteen men are yet to be traced.", "missing", [14]),
        ("More than 80 guests were struck down by a stomach bug.", "infected", [80]),
        ("Gunmen attacked the camp and kidnapped a cook. Last year 12 nurses were seized there.", "kidnapped", [12]),
        ("Police said two suspects were seized there after the kidnapping.", "kidnapped", []),
        ("Rioters are holding eleven guards.", "kidnapped", [11]),
        ("The hall now held 900, though it has room for 400.", "detained", []),
        ("Nine inmates escaped through a window.", "escaped", [9]),
        ("Nine shoppers escaped unhurt from the fire.", "escaped", []),
        ("There were 63 pilgrims on the small ferry when it sank.", "aboard", [63]),
        ("The boat carried jackets for only 40.", "aboard", []),
        ("The team was on the way when 12 rowers drowned.", "aboard", []),
        ("The army lost nine soldiers in the ambush.", "killed", [9]),
        ("The captain lost nine games in a row.", "killed", []),
        ("Four calves died in the barn.", "killed", []),
        ("Some 30 huts were burned in the village.", "buildings_destroyed", [30]),
        ("The hail shattered the windows of 70 shops.", "buildings_damaged", [70]),
        ("The gale tore the roofs off 26 houses.", "homes_damaged", [26]),
        ("The flood swamped 350 homes.", "homes_damaged", [350]),
        ("Our aviation carried out six strikes on the depot.", "airstrikes", [6]),
        ("Doctors at the clinic operated on 26 in one day.", "hospitalised", [26]),
        ("The company operated on 26 islands.", "hospitalised", []),
        ("Smaller rallies, of about 500 people, took place in Orrum.", "protesters", [500]),
        ("About 200 mourners gathered at the church.", "protesters", []),
        ("Some 300 people gathered outside the embassy to demand his release.", "protesters", [300]),
        ("Some 300 pupils demonstrated that the bridge holds.", "protesters", []),
        ("Two of the drivers turned out to be unhurt.", "protesters", []),
        ("Divers dug out 12 more bodies on Friday.", "killed", [12]),
        ("Three bodies of experts discussed the plan.", "killed", []),
        ("Jets neutralised some 60 fighters in the forest.", "killed", [60]),
        ("Thirty were pulled from the lake by a ferry.", "rescued", [30]),
        ("Nine sailors who had been adrift were picked up by a tanker.", "rescued", [9]),
        ("The deaths bring up the number of accidents to 41.", "rescued", []),
        ("Three were transported to Memorial with minor injuries.", "hospitalised", [3]),
        ("The ferry transported 300 people to the island.", "hospitalised", []),
        ("Some 93 patients remain in treatment centres.", "hospitalised", [93]),
        ("The hospital received ten passengers with cuts.", "hospitalised", [10]),
        ("Two of them are in the ICU.", "hospitalised", [2]),
        ("Of 200 houses damaged, 74 were beyond repair.", "homes_destroyed", [74]),
        ("Five had serious damage to their lungs.", "injured", [5]),
        ("Five had serious damage to their cars.", "injured", []),
        ("She says that six are in a very bad way.", "injured", [6]),
        ("Twenty farmers were forced to go with the rebels.", "kidnapped", [20]),
        ("Twenty farmers were forced to go to court.", "kidnapped", []),
        ("Six clerks were taken away by the attackers.", "kidnapped", [6]),
        ("Six clerks were taken away by police.", "detained", [6]),
        ("Police seized 26 rifles and 3,000 cartons of cigarettes.", "detained", []),
        ("About 900 people have taken shelter in tents.", "homeless", []),
        ("The fire left 900 people without shelter.", "homeless", [900]),
        ("The quake killed nine and left dozens buried.", "trapped", [None]),
        ("Police held 30 men. Some 12 of the detainees have been freed.", "detained", [30]),
        ("It was one of about 45 rockets fired at the town.", "missiles_launched", [45]),
        ("One driver, 31, arrested after a crash.", "detained", [1]),
    ],
)
def test_words_of_each_kind(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The toll stands at nine, with over 2,000 in relief camps.", "displaced", [2000]),
        ("In all 47 pupils are still in the hands of bandits.", "kidnapped", [47]),
        ("There were 20 in hospital on Sunday.", "hospitalised", [20]),
        ("The 20 relief camps in the valley are closed.", "displaced", []),
    ],
)
def test_a_state_right_behind_the_number(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_cases_are_of_the_disease_the_article_tells_of() -> None:
    assert numbers("Cholera has reached the coast. On Monday 311 new cases were reported.", "infected") == [311]
    assert numbers("The court is busy. On Monday 311 new cases were reported.", "infected") == []


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("A second body was found on Sunday.", "killed", [1]),
        ("Crews pulled a sixth survivor from the rubble.", "rescued", [1]),
        ("A second bus was found on Sunday.", "killed", []),
        ("Of the injured, seven were in a serious condition.", "injured", [7]),
        ("Three died. One was in critical condition on Monday.", "injured", [1]),
        ("Two children among 12 killed in stampede", "killed", [2, 12]),
        ("Two cooks who had been listed among the dead were alive.", "killed", []),
        ("Some 21 miners were rescued, six of them with severe burns.", "injured", [6]),
        ("There were 900 cases of cholera, including 47 deaths.", "killed", [47]),
        ("Five inmates got away over the roof; two were recaptured.", "escaped", [5]),
        ("The fever killed 318 of the 502 people infected.", "infected", [502]),
        ("A farmer of 77 was found dead.", "killed", []),
        ("A crew of 77 was found dead.", "killed", [77]),
        ("Ten of the dead have been identified.", "killed", []),
        ("Ten of the dead were children.", "killed", [10]),
        ("The clinic received 33 patients, 20 of whom have been discharged.", "hospitalised", [33]),
        ("Sixteen people, most of them over 65, have died.", "killed", [16]),
        ("Two were killed and one jumped overboard.", "killed", [2]),
        ("The condition of two is said to be critical.", "injured", [2]),
        ("The condition of two bridges is said to be critical.", "injured", []),
        ("Fifteen hikers had to be rescued by boat.", "rescued", [15]),
        ("Fifteen hikers have to be rescued by boat.", "rescued", []),
        ("Police counted 9,000 marchers; organisers claimed 30,000.", "protesters", [9000, 30000]),
        ("Flood toll climbs to 88; over 1.4 lakh in relief camps", "killed", [88]),
        ("The enemy fired eight missiles from three directions.", "missiles_launched", [8]),
    ],
)
def test_parts_rows_and_others(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_the_gravest_of_those_hurt_is_no_whole_of_its_own() -> None:
    assert wholes("Seven were hurt. One was in critical condition on Monday.", "injured") == [7]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The quake destroyed the town. Japan offered five million dollars.", "aid_amount", [5_000_000]),
        ("The museum was closed. Japan offered five million dollars.", "aid_amount", []),
        ("The state announced Rs 4 lakh in relief to the next of kin.", "aid_amount", []),
        ("The state announced Rs 4 lakh in relief to the families of the dead.", "aid_amount", []),
        ("The crown prince promised 9,000 crowns ($400) to the family of each victim as aid.", "aid_amount", []),
        ("The state gave N50 million and N95 masks to the victims of the flood.", "aid_amount", [50_000_000]),
        ("Ticket sales for Euro 2016 began as officials pledged aid.", "aid_amount", []),
        ("The track suffered damage put at 2.3 million crowns.", "damage_cost", [2_300_000]),
        ("The river was flowing at 48.6 metres, above the danger mark.", "water_level", [48.6]),
    ],
)
def test_measures(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_a_measure_taken_back_is_an_older_one() -> None:
    found = [c for c in claims("The institute revised the magnitude from 6.4 to 6.2.") if c.kind == "magnitude"]
    assert [(c.value.number, c.earlier) for c in found] == [(6.4, True), (6.2, False)]
    assert numbers("The institute raised the magnitude from 6.2 to 6.4.", "magnitude") == [6.4]
    assert numbers("The water level was between 6.2 and 6.4 metres.", "water_level") == [None]


def test_one_who_was_shot_is_not_those_who_mourn() -> None:
    text = "A clerk was hurt as neighbours met at a mass for a schoolboy fatally shot on the eve."
    assert [c for c in claims(text) if c.kind == "killed" and c.value.number is None] == []


def test_a_body_more_adds_to_the_toll() -> None:
    (found,) = [
        c
        for c in claims("Three died. A fourth body was found on Sunday.")
        if c.kind == "killed" and c.value.number == 1
    ]
    assert found.increment


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Three men of 24, 39 and 58 were killed in the crash.", "killed", [3]),
        ("A lad of 15 and two boys of 14 were killed.", "killed", [2]),
        ("A crew of 15 were killed.", "killed", [15]),
        ("A group of 14 and a team of 12 were killed.", "killed", [12, 14]),
        ("Half a million people, or one in five of the residents, were evacuated.", "evacuated", [500000]),
        ("The gunman killed one in two days.", "killed", [1]),
        ("BLOODBATH ON THE 10.42: three slain", "killed", [3]),
        ("THIRTYTHREE SOLDIERS WERE KILLED.", "killed", [33]),
        ("Twenty-three soldiers were killed.", "killed", [23]),
        ("Fiftytwo guests and sixtyeight cooks were hurt.", "injured", [52, 68]),
    ],
)
def test_ages_shares_and_numbers_in_one_word(text: str, kind: str, found: list[object]) -> None:
    assert sorted(numbers(text, kind)) == found  # type: ignore[type-var]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Two people were pulled from the river. That takes the number of cars found to nine.", "rescued", [2]),
        ("Police made no arrests. The deed brings the number of homicides to 41.", "detained", [0]),
        ("Police arrested nine men. The number now stands at 12.", "detained", [9, 12]),
        (
            "Floods killed 27 people.\nPolice freed two cooks who had been kidnapped.\n"
            "The total now stands at 61, of whom 20 were guests.",
            "killed",
            [20, 27, 61],
        ),
        ("Toll climbs to 88 as Sonapur reels; over 2,000 in relief camps", "killed", [88]),
    ],
)
def test_what_a_total_sums_up(text: str, kind: str, found: list[object]) -> None:
    assert sorted(numbers(text, kind)) == found  # type: ignore[type-var]


def test_a_hospital_is_no_place_of_the_event() -> None:
    (found,) = claims("Two of the injured were in critical condition at Berlin hospital.")
    assert found.place is None
