"""Single persons: who was killed or hurt, and that one person stays one."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.model import Claim


def persons(text: str) -> list[tuple[str, str]]:
    """Kind and name of the claims of single persons."""
    return [(c.kind, c.person) for c in claims(text) if c.person is not None]


def kinds(text: str) -> list[str]:
    """The kinds of the claims of single persons."""
    return sorted(kind for kind, _ in persons(text))


@pytest.mark.parametrize(
    "text",
    [
        "Marek Dolan was shot dead outside a bar in Tarrin.",
        "The governor condemned the murder of Ana Belmore.",
        "A 34-year-old man was pronounced dead at the scene.",
        "Police found Peter Quill dead in his flat.",
        "Ana Lantos succumbed to her wounds on Monday.",
        "Gunmen fatally shot Carla Menes near the port.",
    ],
)
def test_a_death_is_one_killed(text: str) -> None:
    assert kinds(text) == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Marek Dolan was shot in the leg outside a bar.",
        "A woman was stabbed on Hill Street and is in stable condition.",
        "Jonas Brandt was wounded in the attack.",
        "The driver suffered a gunshot wound to the arm.",
    ],
)
def test_harm_without_death_is_one_injured(text: str) -> None:
    assert kinds(text) == ["injured"]


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Brandt was not injured.",
        "Police said the man tried to kill Carla Menes.",
        "He could have been shot, Jonas Brandt said.",
        "Jonas Brandt was charged with attempted murder.",
        "The library was burned.",
    ],
)
def test_what_did_not_happen_is_no_claim(text: str) -> None:
    assert persons(text) == []


def test_the_last_word_on_a_person_counts() -> None:
    text = "A 19-year-old man was shot on Elm Road.\nMarek Dolan, 19, was taken to a hospital, where he died."
    assert kinds(text) == ["killed"]


def test_a_description_and_a_name_are_one_person() -> None:
    text = "A woman was killed in Tarrin on Friday.\nShe was shot in the chest.\nAna Belmore, 41, died at the scene."
    assert persons(text) and {name for _, name in persons(text)} == {"Ana Belmore"}


def test_two_persons_in_one_row_are_two() -> None:
    text = "Gunmen killed Ana Belmore and Peter Quill in Tarrin."
    assert {name for kind, name in persons(text) if kind == "killed"} == {"Ana Belmore", "Peter Quill"}


def test_another_person_is_another() -> None:
    text = "A man was shot in the leg on Elm Road.\nAnother man was shot in the arm."
    assert kinds(text) == ["injured", "injured"]


def test_a_person_is_a_part_of_a_stated_total() -> None:
    assert persons("Five people were killed in Tarrin.\nAna Belmore died at the scene.") == []


def test_a_person_killed_at_another_time_is_told_as_background() -> None:
    text = "Gunmen shot Marek Dolan dead in Tarrin on Tuesday.\nIn 2019 they murdered Rosa Tamm, a judge."
    found = [(c.person, c.scope) for c in claims(text) if c.person is not None]
    assert found == [("Marek Dolan", "event"), ("Rosa Tamm", "background")]


def test_who_is_told_of_again_as_long_dead_is_one() -> None:
    text = "Rosa Tamm was murdered in Tarrin on Tuesday.\nIn 2019 gunmen had shot at Rosa Tamm."
    assert [(c.person, c.scope) for c in claims(text) if c.person is not None] == [("Rosa Tamm", "event")]


def test_persons_listed_by_name_are_told_as_parts_of_the_total() -> None:
    text = "Five people were killed in Tarrin.\nAna Belmore and Peter Quill died at the scene."
    found = [c for c in claims(text) if c.person is not None]
    assert [(c.person, c.partial) for c in found] == [("Ana Belmore", True), ("Peter Quill", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The dead were named as Ana Belmore, 41, Peter Quill and Rosa Tamm, 9.",
        "A bomb went off at the gate, killing Ana Belmore, 41; Peter Quill, a guard, and Rosa Tamm.",
        "Police found six bodies. The dead are Ana Belmore, 41, Peter Quill, 30, and Rosa Tamm.",
        "The massacre of the priests Ana Belmore, Peter Quill, and Rosa Tamm shook the valley.",
        "Ana Belmore, a nurse; Peter Quill, and Rosa Tamm were murdered in Medvin.",
    ],
)
def test_a_list_of_the_dead_is_read_to_its_end(text: str) -> None:
    assert [name for _, name in persons(text)] == ["Ana Belmore", "Peter Quill", "Rosa Tamm"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb killed nine people in Tarrin, including union leader Ana Belmore.", ["Ana Belmore"]),
        ("Nine people died in the blast, among them Ana Belmore and Peter Quill.", ["Ana Belmore", "Peter Quill"]),
        ("Nine people died in the blast, police said, including officers led by Ana Belmore.", []),
        (
            "Four people were killed in Tarrin. They are Ana Belmore, Peter Quill and Rosa Tamm.",
            ["Ana Belmore", "Peter Quill", "Rosa Tamm"],
        ),
        ("Four people were heard in Tarrin. They are Ana Belmore, Peter Quill and Rosa Tamm.", []),
        (
            "A blast killed three. The victims, whose bodies lay there, were named as Ana Belmore and Peter Quill.",
            ["Ana Belmore", "Peter Quill"],
        ),
        (
            "Two people were injured. The injured were 19-year-old Ana Belmore and 30-year-old Peter Quill.",
            ["Ana Belmore", "Peter Quill"],
        ),
    ],
)
def test_some_of_a_count_are_named(text: str, names: list[str]) -> None:
    found = [c for c in claims(text) if c.person is not None]
    assert [c.person for c in found] == names and all(c.partial for c in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels killed attorney general Ana Belmore on Tuesday.", ["Ana Belmore"]),
        ("REBELS ALSO KILLED ATTORNEY GENERAL ANA BELMORE IN TARRIN TODAY, THE ARMY REPORTED.", ["ANA BELMORE"]),
        ("The party condemned the murder on 5 May of Ana Belmore in Tarrin.", ["Ana Belmore"]),
        ("Police reported a shooting on 5 Mill Street of Tarrin.", []),
        ("Photographs of the murder on May", []),
        ("Photographs of the murder of", []),
        ("A memorial after the murder of senator", ["senator"]),
        ("THE CHURCH CONDEMNS THE COWARDLY MURDER OF MS ANA BELMORE IN TARRIN TODAY, HE SAID.", ["ANA BELMORE"]),
        ("NUNS WERE KILLED IN TARRIN TODAY BY SOLDIERS OF THE ARMY, THE CHURCH SAID IN A STATEMENT.", []),
        ("The murder of six monks, a cook and a guard was condemned by all.", ["a cook", "a guard"]),
        ("After the murder of six monks, a cook was questioned.", []),
    ],
)
def test_whom_a_title_or_a_deed_leads_to(text: str, names: list[str]) -> None:
    assert [name for _, name in persons(text)] == names


def test_the_holder_of_an_office_killed_at_another_time_is_background() -> None:
    text = "Gunmen shot Marek Dolan dead in Tarrin on Tuesday.\nIn 2019 they murdered the mayor of Medvin."
    assert [c.scope for c in claims(text) if c.person is not None] == ["event", "background"]


def test_who_tells_of_the_dead_is_none_of_them() -> None:
    assert "Peter Quill" not in [
        n for _, n in persons("A blast killed Ana Belmore and Rosa Tamm, mayor Peter Quill said.")
    ]


def test_victims_of_whom_nothing_is_told_are_neither_dead_nor_hurt() -> None:
    assert persons("Two people were shot. The victims are Ana Belmore and Peter Quill.") == []


def test_nobody_is_no_person() -> None:
    assert persons("Not a single person was killed in Medvin.") == []


@pytest.mark.parametrize(
    ("text", "kind", "stated"),
    [
        ("Civilians were killed in the raid on Medvin.", "killed", "Civilians"),
        ("The bishop condemned the murder of the priests.", "killed", "priests"),
        ("A shell hit the market, killing traders.", "killed", "traders"),
        ("Soldiers were wounded in an ambush near Tarrin.", "injured", "Soldiers"),
    ],
)
def test_a_plural_alone_says_that_there_were_several(text: str, kind: str, stated: str) -> None:
    found = [(c.kind, c.value.stated, c.value.number, c.value.low) for c in claims(text)]
    assert found == [(kind, stated, None, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Three civilians were killed. Relatives of the civilians killed in Medvin wept.",
        "Rebels who kill civilians will be tried.",
        "Guards burned the tents.",
        "Laws against murders of journalists are rare.",
        "The minister spoke of a threat to kill judges.",
    ],
)
def test_a_plural_beside_a_count_or_in_general_is_no_claim(text: str) -> None:
    assert not [c for c in claims(text) if c.value.number is None]


@pytest.mark.parametrize(
    "text",
    [
        "The group denied any part in the murder of Ana Belmore.",
        "All parties rejected the killing of Ana Belmore.",
    ],
)
def test_who_denies_a_part_in_a_death_does_not_deny_the_death(text: str) -> None:
    assert [(c.person, c.negated) for c in claims(text)] == [("Ana Belmore", False)]


def test_the_graver_word_wins() -> None:
    found = [(c.kind, c.value.number) for c in claims("Three people were shot and killed in a park.")]
    assert found == [("killed", 3)]


def test_a_trial_tells_of_its_own_event() -> None:
    text = "A jury found him guilty of the 2019 shooting that killed two people in Tarrin."
    assert [c.scope for c in claims(text) if c.kind == "killed"] == ["event"]


def test_separate_events_are_background() -> None:
    text = "One man was hurt on Elm Road.\nTwo women were wounded in a separate attack."
    assert [c.scope for c in claims(text) if c.value.number == 2] == ["background"]


def test_capitals_are_read_like_sentences() -> None:
    text = "THE MAYOR OF TARRIN, MAREK DOLAN, WAS MURDERED BY UNIDENTIFIED GUNMEN ON THE ROAD TO OSK."
    found: list[Claim] = claims(text)
    assert [(c.kind, c.value.number) for c in found] == [("killed", 1)]
    assert all(text[c.span.start : c.span.end] == c.span.text for c in found)


def test_ages_in_a_row_are_no_counts() -> None:
    text = "The gunman wounded three people, Ana Belmore, 41; Peter Quill, 20; and Jonas Brandt, 33."
    assert {c.value.number for c in claims(text) if c.person is None} <= {3}


def test_a_house_number_is_no_count() -> None:
    assert [
        c for c in claims("Dolan was shot at the library, 951 W. Lark Blvd., on Friday.") if c.value.number == 951
    ] == []


def test_a_title_kills_nobody() -> None:
    text = "The actress spoke of the crash on the set of Kill Bill, a film that she had made with him years before."
    assert "killed" not in kinds(text)


def test_a_name_never_seen_before_the_verb() -> None:
    assert kinds("Ivo Lantos succumbed to his wounds on Monday.") == ["killed"]


def test_a_purpose_is_no_deed() -> None:
    assert kinds("In the last scene she drives to the farm to kill Peter Quill.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The blast claimed the lives of Ana Belmore and a guard.", ["Ana Belmore", "a guard"]),
        ("Ana Belmore was found dead along with Peter Quill.", ["Ana Belmore", "Peter Quill"]),
        ("Two guards, Peter Quill and Carl Tamm, were killed at the gate.", ["Peter Quill", "Carl Tamm"]),
    ],
)
def test_those_told_of_with_others_are_victims_too(text: str, found: list[str]) -> None:
    assert [name for kind, name in persons(text) if kind == "killed"] == found


@pytest.mark.parametrize(
    "text",
    [
        "Police say Dean Kowalski killed his wife before killing himself.",
        "Officers found Peter Quill, 19, and his sister Ana, 15, shot to death inside the garage.",
        "Deputies found a man and a woman dead in the kitchen.",
    ],
)
def test_each_of_two_dead_is_one(text: str) -> None:
    assert kinds(text) == ["killed", "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "The man took his own life, the sheriff said.",
        "The driver committed suicide, deputies said.",
        "Kowalski then turned the gun on himself.",
        "Jan Kowalski was hit by a bullet, and his wounds proved fatal.",
    ],
)
def test_deaths_told_in_set_phrases(text: str) -> None:
    assert kinds(text) == ["killed"]


@pytest.mark.parametrize(
    "text",
    [
        "A man walked into the hospital with a gunshot wound.",
        "Neighbours talked of the shooting of a 3-year-old by a cousin.",
        "The other hunter, a 16-year-old boy, accidentally shot the 14-year-old in the leg.",
        "A man walked by and shot the 17-year-old.",
        "The gunshot victim, a 30-year-old man, was taken to a hospital.",
    ],
)
def test_who_was_hit_is_the_one_hurt(text: str) -> None:
    assert kinds(text) == ["injured"]


def test_who_shot_himself_is_one_person() -> None:
    assert kinds("The suspect shot himself in the chest.\nHe is in stable condition.") == ["injured"]


def test_two_in_one_row_are_two_claims() -> None:
    text = "A 14-year-old boy and a 20-year-old man were shot in the 400 block of Elm Street."
    assert [p for _, p in persons(text)] == ["A 14-year-old boy", "a 20-year-old man"]


def test_those_shot_at_are_not_hit() -> None:
    assert persons("An officer was shot at by a driver.") == []


def counts(text: str) -> list[tuple[str, object]]:
    """Kind and number of the claims of several people."""
    return [(c.kind, c.value.number) for c in claims(text) if c.person is None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seven people died in the fire.\nThree of the victims were children.", "killed"),
        ("Four people were shot, the homicide unit said.\nTwo of the victims were sisters.", "shot"),
        ("At least three of the victims were known to detectives who looked into the shooting.", "injured"),
    ],
)
def test_victims_are_the_dead_only_where_the_report_has_dead(text: str, kind: str) -> None:
    assert {k for k, _ in counts(text)} == {kind}


def test_the_dead_told_of_next_are_others() -> None:
    assert counts("Seven people were shot, with six confirmed dead.") == [("shot", 7), ("killed", 6)]
    assert ("injured", 9) in counts("The gunfire left nine injured and one dead.")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Belmore was killed, and her sons, 7 and 8, were critically hurt.",
        "Peter Quill, a father of three, was shot and killed.",
        "The bodies of Ana and Peter Belmore, both 35, were found on Sunday.",
    ],
)
def test_ages_and_children_are_no_counts(text: str) -> None:
    assert [n for _, n in counts(text) if n is not None] == []


def test_several_events_without_an_article_are_background() -> None:
    text = "Ten people were killed in weekend shootings across Tarrin."
    assert {c.scope for c in claims(text)} == {"background"}
