"""Numbers said twice stay out of the sentence that is parsed, and every token keeps its place in the text."""

import pytest

from variorum.extract.quantities.lexer import scan
from variorum.text.repeats import placed, repeats, shift, without


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("nineteen (19) persons died", "nineteen persons died"),
        ("Two (2) guards and twenty-one (21) clerks", "Two guards and twenty-one clerks"),
        ("forty thousand (40,000) marchers", "forty thousand marchers"),
        ("The flood killed 12 (twelve) people", "The flood killed 12 people"),
        ("one hundred and five (105) homes", "one hundred and five homes"),
        ("the driver (19) and two others", "the driver (19) and two others"),
        ("in 2019 (two) and after (2020)", "in 2019 and after (2020)"),
        ("twenty (10 men and 10 women)", "twenty (10 men and 10 women)"),
        ("nine (9%) of them", "nine (9%) of them"),
    ],
)
def test_the_repeat_is_left_out(text: str, bare: str) -> None:
    assert without(text, repeats(text, "en")) == bare


def test_offsets_come_back() -> None:
    text = "Two (2) guards and twenty-one (21) clerks fled."
    cuts = repeats(text, "en")
    bare, places = without(text, cuts), placed(cuts)
    for word in ("Two", "guards", "twenty", "clerks", "fled"):
        at = bare.index(word)
        assert text[at + shift(at, places) :].startswith(word)


def test_one_number_is_read() -> None:
    assert [(n.number, n.start, n.end) for n in scan("nineteen (19) persons", "en")] == [(19, 0, 13)]
    assert [n.number for n in scan("12 (twelve) persons", "en")] == [12]
    assert [n.number for n in scan("nineteen (20) persons", "en")] == [19, 20]
    assert [n.number for n in scan("12 (13) persons", "en")] == [12, 13]
