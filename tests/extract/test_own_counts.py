"""Parts of a count, what one house or crew counts for itself, and what befell people who are found since."""

from __future__ import annotations

import pytest

from reading import article, claims
from variorum.extract import extract


def parts(text: str) -> list[tuple[object, str | None]]:
    """Number and part of the claims."""
    return [(c.value.number, c.subset) for c in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A mine killed eleven people. The dead included seven soldiers and four civilians, the mayor said.",
            [(11, None), (7, "soldiers"), (4, "civilians")],
        ),
        (
            "Some 44 people were taken to hospital. They include 27 protesters, 16 police officers and one journalist.",
            [(44, None), (27, "protesters"), (16, "police officers"), (1, "journalist")],
        ),
        ("Seven soldiers were killed.", [(7, None)]),
    ],
)
def test_a_noun_for_just_anybody_names_a_part_where_a_part_is_counted(
    text: str, found: list[tuple[object, str | None]]
) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        ("The town's hospital received 38 bodies.", True),
        ("Dr. Anna Berk, a surgeon at the clinic, said it had received nine bodies.", True),
        ("The clinic said it had admitted 12 patients.", True),
        ("Twelve people were admitted to hospital.", False),
        ("Rescuers recovered 38 bodies.", False),
        ("Rescuers recovered the bodies of the last three miners.", True),
        ("The ombudsman said 80 of 107 detainees whom he had met were beaten.", True),
        ("Police detained 107 people.", False),
        ("“We pulled out six from the second bus,” Brenn said.", True),
        ("Firefighters pulled out five people.", False),
    ],
)
def test_what_one_house_or_crew_counts_is_partial(text: str, partial: bool) -> None:
    assert {c.partial for c in claims(text)} == {partial}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three tourists from Denmark were killed in a crash in Kathmandu.", "Kathmandu"),
        ("Three tourists from Denmark were killed.", None),
        ("Some 300 people from Kiotari were evacuated.", "Kiotari"),
    ],
)
def test_where_people_come_from_is_not_where_they_die(text: str, place: str | None) -> None:
    assert {c.place for c in claims(text)} == {place}


def test_who_had_been_missing_is_so_no_more() -> None:
    text = "Fire on the island\nThe victim is a 71-year-old shepherd who had been missing since Saturday."
    assert [(c.kind, c.earlier) for c in claims(text) if c.kind == "missing"] == [("missing", True)]
    assert [c.earlier for c in claims("A 71-year-old shepherd is missing.")] == [False]


@pytest.mark.parametrize(
    ("text", "voided"),
    [
        ("Correction: An earlier version of this story said six people were wounded.", True),
        ("In an earlier version of this article, six people were said to be wounded.", True),
        ("Six people were wounded in an earlier fire.", False),
    ],
)
def test_a_note_of_correction_takes_its_number_back(text: str, voided: bool) -> None:
    assert [c.voided for c in claims(text)] == [voided]


def test_the_dead_whom_a_surgeon_has_and_the_number_she_takes_back() -> None:
    found = claims("“We have 22 bodies, not 26 as reported,” the surgeon said.")
    assert [(c.value.number, c.voided) for c in found] == [(22, False), (26, True)]


def test_a_total_taken_to_a_value_over_many_words() -> None:
    text = (
        "Divers found 20 more bodies, taking the death toll from Sunday's capsize of the boat to 61, the service said."
    )
    assert [c.value.number for c in claims(text)] == [20, 61]
    assert [c.kind for c in claims("Ambulances took 12 people to two hospitals.")] == ["hospitalised"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Three more people died on Sunday, raising the death toll to 14.", []),
        ("The ministry published a new list on Monday, raising the toll to 14.", ["ministry"]),
        ("A 36-year-old Danish cook died in hospital on Friday, raising the death toll to 14.", []),
        ("The man accused of opening fire outside the tavern died on Monday.", []),
        ("Two firefighters, named as Jory Pann and Lena Kost, were killed on Saturday.", []),
        ("Officials on Friday lowered the death toll to 22.", ["Officials"]),
        ("Nine people died, according to first reports from the highway police.", ["highway police"]),
        ("Nine people died, according to a video from Gaza.", ["video from Gaza"]),
        ("The lists as per 4 pm on Sunday hold nine dead.", []),
        ("According to 12 officials, nine people died.", ["12 officials"]),
        (
            "At least 17 people drowned on Sunday when a boat carrying pilgrims capsized on the Karatoya, police said.",
            ["police"],
        ),
    ],
)
def test_who_says_what_around_a_count(text: str, sources: list[str]) -> None:
    found = extract(article(text)).attributions
    assert list(dict.fromkeys(a.speaker.name for a in found if a.speaker)) == sources


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("District administrator Jahurul Islam said four people were missing.", {"Jahurul Islam": "person"}),
        ("She wrote a book on Islam.", {}),
        ("Public Defender Levan Orbel said 80 people were beaten.", {"Levan Orbel": "person"}),
        (
            "On Friday the Selvane Young Lawyers' Association said it knew of 130 cases.",
            {"Selvane Young Lawyers' Association": "organization"},
        ),
        ("It happened on Bastille Day, the mayor said.", {}),
        ("They met Felix Day in town.", {"Felix Day": "person"}),
    ],
)
def test_names_that_used_to_be_cut_or_made_up(text: str, names: dict[str, str]) -> None:
    assert {m.name: m.type for m in extract(article(text)).mentions} == names


def test_bodies_are_not_rescued() -> None:
    assert not [
        c for c in claims("The bodies of the last three miners were brought to the surface.") if c.kind == "rescued"
    ]
    assert [c.kind for c in claims("Firefighters brought three miners to safety.")] == ["rescued"]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The minister raised the number of militants killed to 80.", "militants"),
        ("The minister raised the number of people killed to 80.", None),
    ],
)
def test_the_number_of_a_class_is_no_total(text: str, part: str | None) -> None:
    assert parts(text) == [(80, part)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Residents said at least 40 civilians had been buried.", []),
        ("Ten villagers were buried under debris.", ["trapped"]),
        ("Fifty-three miners escaped unhurt.", []),
        ("Nine inmates escaped from a jail.", ["escaped"]),
    ],
)
def test_a_funeral_traps_nobody_and_a_miner_breaks_no_jail(text: str, kinds: list[str]) -> None:
    assert [c.kind for c in claims(text) if c.kind != "injured"] == kinds
