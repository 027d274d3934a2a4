"""One thing counted by several voices: each number is read, and each has its own voice."""

from __future__ import annotations

import pytest

from reading import claims


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Police put the crowd at 12,000, organisers at 40,000.",
            [("protesters", 12000, ["Police"]), ("protesters", 40000, ["organisers"])],
        ),
        (
            "About 12,000 people marched on Saturday, police said. The organisers spoke of 40,000.",
            [("protesters", 12000, ["police"]), ("protesters", 40000, ["organisers"])],
        ),
        (
            "Some 300 demonstrators gathered, according to police; organisers claimed 900.",
            [("protesters", 300, ["police"]), ("protesters", 900, ["organisers"])],
        ),
        (
            "The ministry put the number of dead at 16 and the union's at 24.",
            [("killed", 16, ["ministry"]), ("killed", 24, ["union"])],
        ),
        (
            "The governor said 31 people were injured; hospitals reported 45.",
            [("injured", 31, ["governor"]), ("injured", 45, ["hospitals"])],
        ),
        (
            "Researchers who counted the crowd from photographs put it at 24,000.",
            [("protesters", 24000, ["Researchers"])],
        ),
    ],
)
def test_each_number_has_its_own_voice(text: str, said: list[tuple[str, int, list[str]]]) -> None:
    assert [(c.kind, c.value.number, [s.name for s in c.attribution]) for c in claims(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed five people. Officers said Smith, 40, fled.",
        "The crash killed five people. The mayor gave 12 speeches.",
        "The crash killed five people. The stadium has room for 900, organisers said.",
        "The crash killed five people. Rescuers counted 3,000.",
    ],
)
def test_other_bare_numbers_count_nobody(text: str) -> None:
    assert [(c.kind, c.value.number) for c in claims(text)] == [("killed", 5)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thousands march in Ostermark against pension cuts, 63 arrested", [("detained", 63)]),
        ("2 boys, 2 girls shot in Ostermark\nThe square was closed.", [("shot", 2), ("shot", 2)]),
        (
            "Clashes left 21 people injured, including nine policemen, and 63 people were detained.",
            [("injured", 21), ("injured", 9), ("detained", 63)],
        ),
        ("Three people wounded in the shelling on Tuesday died overnight.", [("killed", 3)]),
        ("Three people wounded in the shelling on Tuesday went home.", [("injured", 3)]),
        ("Some 65 people died or are missing, the agency said.", []),
        ("Some 65 people are dead and nine are missing, the agency said.", [("killed", 65), ("missing", 9)]),
        ("At least 22 migrants drown off Tessaro, 30 missing", [("killed", 22), ("missing", 30)]),
    ],
)
def test_whose_fate_a_word_tells(text: str, found: list[tuple[str, int]]) -> None:
    assert [(c.kind, c.value.number) for c in claims(text) if c.value.number] == found


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Nine people were hurt, according to police and hospital officials.", ("police and hospital officials", None)),
        ("Police and rescue workers said nine people were hurt.", ("Police and rescue workers", None)),
        ("Nine people were hurt, said Police Chief Ana Bel and Mayor Jon Roe.", ("Ana Bel", "Police Chief")),
        ("Nine people were hurt, Ana Bel and the Red Cross said.", ("Ana Bel", None)),
        ("Nine people were hurt, said Jon Roe, mayor and fire chief.", ("Jon Roe", "mayor and fire chief")),
    ],
)
def test_two_voices_in_one_breath_are_no_office(text: str, voice: tuple[str, str | None]) -> None:
    (found,) = claims(text)
    assert [(s.name, s.role) for s in found.attribution] == [voice]
