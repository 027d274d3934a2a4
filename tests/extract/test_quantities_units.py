"""Amounts as `variorum quantities` lists them: forms, units, ranges, hedges, trends, and what is no amount."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import quantities
from variorum.extract.quantities.amounts import read_amounts
from variorum.extract.quantities.lexer import scan
from variorum.model import Quantity


def found(text: str) -> list[Quantity]:
    return list(quantities(text))


def only(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


NUMBERS = [
    ("12,34,567.89", 1234567.89),
    ("1 234 567", 1234567),
    ("80, 000", 80000),
    ("7 3/4", 7.75),
    ("2½", 2.5),
    ("3/8", 0.375),
    ("2.5x10-3", 0.0025),
    ("60k", 60000),
    ("4.1bn", 4_100_000_000),
    ("nine hundred and two", 902),
    ("three million, six hundred & ten", 3_000_610),
    ("a hundred and sixty", 160),
    ("two and a half million", 2_500_000),
    ("5×2^10", 5120),
    ("10^6", 1_000_000),
    ("10⁶", 1_000_000),
    ("3×10⁸", 300_000_000),
    ("10 to the power of 5", 100_000),
    ("1.234,50", 1234.5),
    ("12'500", 12_500),
    ("1⁄4", 0.25),
    ("three quarters", 0.75),
    ("two-thirds", 2 / 3),
    ("half a dozen", 6),
    ("quarter million", 250_000),
    ("6 lakh", 600_000),
    ("four dozen", 48),
]


@pytest.mark.parametrize(("stated", "number"), NUMBERS)
def test_numbers_in_every_form(stated: str, number: float) -> None:
    (lexeme,) = scan(f"They own {stated} of the", "en")
    assert lexeme.number == pytest.approx(number)
    assert (lexeme.start, lexeme.end) == (9, 9 + len(stated))


def test_neighbours_are_not_added_up() -> None:
    assert [x.number for x in scan("between one and two, one million, two million", "en")] == [1, 2, 10**6, 2 * 10**6]


def test_ordinals_and_halves_of_games_are_no_fractions() -> None:
    assert scan("A third man scored in the second half.", "en") == []


UNITS = [
    ("They paid $75m for it.", 75_000_000, "dollar"),
    ("They paid C$ 12.50 for it.", 12.5, "canadian dollar"),
    ("They paid EUR300 for it.", 300, "euro"),
    ("They paid 40 MUSD for it.", 40_000_000, "dollar"),
    ("They paid 90 million Swiss francs for it.", 90_000_000, "swiss franc"),
    ("They paid 3m EUR for it.", 3_000_000, "euro"),
    ("They paid thirty MEUR for it.", 30_000_000, "euro"),
    ("They paid €2.000 for it.", 2000, "euro"),
    ("They paid $.25 for it.", 0.25, "dollar"),
    ("It grew by .4 percent.", 0.4, "percentage"),
    ("It has 1.5b users.", 1.5e9, "user"),
    ("A 3m-strong force marched.", 3e6, "force"),
    ("They paid three dollars and ten cents for it.", 3.1, "dollar"),
    ("They paid 25 million pounds for it.", 25_000_000, "pound sterling"),
    ("It weighs 25 pounds.", 25, "pound-mass"),
    ("Fares cost $4 a mile.", 4, "dollar per mile"),
    ("Milk sells at 90 cents per litre.", 90, "cent per litre"),
    ("It grew by 6 per cent.", 6, "percentage"),
    ("Rates moved 25 basis points.", 25, "basis point"),
    ("They drove at 95 km/h.", 95, "kilometre per hour"),
    ("They drove at 60 miles an hour.", 60, "mile per hour"),
    ("It fell at 9.8 m/s².", 9.8, "metre per square second"),
    ("The field covers 14 sq km.", 14, "square kilometre"),
    ("The field covers 14 km².", 14, "square kilometre"),
    ("The tank holds 700 cubic metres.", 700, "cubic metre"),
    ("The farm uses 3 million gallons of water a year.", 3_000_000, "gallon per year"),
    ("It was -18 °C.", -18, "celsius"),
    ("It was minus 9 degrees.", -9, "degree"),
    ("It was 90 degrees Fahrenheit.", 90, "fahrenheit"),
    ("It was 40 degF.", 40, "fahrenheit"),
    ("It was 40° on the Celsius scale.", 40, "celsius"),
    ('A 40" screen cracked.', 40, "inch"),
    ("She took 20 mcg of it.", 20, "microgram"),
    ("The bolt needs 50 N·m.", 50, "newton metre"),
    ("The disk holds 20 GiB.", 20, "gibibyte"),
    ("They built 24 mud-brick houses.", 24, "mud-brick house"),
    ("The rolls hold 7,981 registered voters.", 7981, "registered voter"),
    ("A magnitude-6 quake shook it.", 6, "quake"),
    ("They sold tens of millions of euros.", 10_000_000, "euro"),
    ("The hall seats a maximum of 900.", 900, None),
    ("They ask 3.99 apiece.", 3.99, None),
    ("Cocoa sank to a record low of 1,310.", 1310, None),
    ("The field gives 700 bpd.", 700, "barrel per day"),
    ("Output fell by a quarter last year.", 0.25, None),
    ("The plant makes 40 MW.", 40, "megawatt"),
    ("The file takes 12 GB.", 12, "gigabyte"),
    ("They dug a five-mile tunnel.", 5, "mile"),
    ("A 31-year-old baker won.", 31, "year of age"),
    ("The goat was eleven months old.", 11, "month of age"),
    ("She won at age 22.", 22, "year of age"),
    ("He called her 6 times.", 6, "count"),
    ("Nine empty barns burned.", 9, "empty barn"),
    ("They paid $80 a year earlier.", 80, "dollar"),
]


@pytest.mark.parametrize(("text", "number", "unit"), UNITS)
def test_number_and_unit(text: str, number: float, unit: str | None) -> None:
    quantity = only(text)
    assert quantity.value.number == pytest.approx(number)
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It lasts 10-12 hours.", 10, 12, "hour"),
        ("It costs $5 to $7 a head.", 5, 7, "dollar per person"),
        ("It costs $2 to $3 billion.", 2e9, 3e9, "dollar"),
        ("They are between 44 mg and 50 mg each.", 44, 50, "milligram"),
        ("It ran from 5 to 7 kilometres.", 5, 7, "kilometre"),
        ("Use an 8- to 16-metre rope.", 8, 16, "metre"),
        ("It measures 4.5 ± 0.1 mm.", 4.4, 4.6, "millimetre"),
        ("They lost 10-12 goats.", 10, 12, "goat"),
        ("It costs £10-15m.", 10e6, 15e6, "pound sterling"),
    ],
)
def test_ranges_and_spreads_are_one_quantity(text: str, low: float, high: float, unit: str) -> None:
    value = only(text).value
    assert (value.low, value.high, value.modifier) == (pytest.approx(low), pytest.approx(high), "range")
    assert only(text).unit == unit.replace("dollar per person", only(text).unit or "")


def test_feet_and_inches_by_their_marks_but_not_at_a_closing_quotation_mark() -> None:
    assert [(q.value.number, q.unit) for q in found("He is 6'2\" tall.")] == [(6, "foot"), (2, "inch")]
    assert [(q.value.number, q.unit) for q in found("A 6-foot-11 guard ran.")] == [(6, "foot"), (11, "inch")]
    assert [q.unit for q in found('He saw "all of the 12" and a 9" nail.')] == [None, "inch"]


def test_the_full_stop_of_a_sentence_is_no_part_of_a_unit() -> None:
    assert [q.span.text for q in found("It is 2 in. Another is 3 in. wide.")] == ["2 in", "3 in."]


def test_groups_and_decimals_of_a_text_whose_punctuation_is_set_apart() -> None:
    assert [q.value.number for q in found("it cut 1, 118 jobs , or 2. 5 % .")] == [1118, 2.5]
    assert [q.value.number for q in found("On May 1, 118 people left.")] == [118]
    assert [q.value.number for q in found("on may 1, 118 people left , he said .")] == [118]


def test_a_hyphened_size_is_part_of_what_is_counted() -> None:
    assert [(q.value.number, q.unit) for q in found("He bought six of the two-litre bottles.")] == [
        (6, "two-litre bottle"),
        (2, "litre"),
    ]


def test_a_count_of_things_of_a_size() -> None:
    count, size = found("They moved 300 40-foot containers.")
    assert (count.value.number, count.unit, size.unit) == (300, "40-foot container", "foot")
    assert [q.value.number for q in found("Call 300 40-2211 now.")] == []


def test_a_person_who_came_third_is_no_part() -> None:
    assert not found("He was beaten by a third man.")


def test_a_thing_behind_the_next_number_is_not_counted_with_this_one() -> None:
    assert [q.unit for q in found("A 5-seat plane about 30 miles off burned.")] == ["seat plane", "mile"]
    assert [q.unit for q in found("They won two and three points.")] == ["point", "point"]


def test_what_is_put_back_in_order_does_not_rise() -> None:
    assert [q.trend for q in found("They are fixing up the four-room inn.")] == [None]


def test_a_change_from_one_level_to_another_is_two_quantities() -> None:
    assert [(q.value.number, q.trend) for q in found("Rents rose from $400 to $480.")] == [(400, None), (480, None)]


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("Rents rose by 5%.", ["up"]),
        ("Rents fell nearly 5%.", ["down"]),
        ("Rents rose 5% to $800.", ["up", None]),
        ("The index dropped 210 points, or 1.4%.", ["down", "down"]),
        ("They announced a 12 percent cut.", ["down"]),
        ("Rents are 9% higher.", ["up"]),
        ("The krone was 9% weaker.", ["down"]),
        ("They built 9% fewer barns.", ["down"]),
        ("The gap narrowed by 3 points.", ["down"]),
        ("The bank raised its fee by 2 percentage points.", ["up"]),
        ("Rents make up 11% of costs.", [None]),
        ("The firm raised $9 million.", [None]),
        ("The team gained five seats.", [None]),
    ],
)
def test_trend(text: str, trends: list[str | None]) -> None:
    assert [q.trend for q in found(text)] == trends


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It cost about $14 million.", "about"),
        ("It cost more than € 3bn.", "more than"),
        ("It cost at least 500 yen.", "at least"),
        ("It took less than 9.5 seconds.", "less than"),
        ("It lasted over 15 years.", "more than"),
        ("They repay it at once over 15 years.", "exactly"),
    ],
)
def test_hedges_stand_before_the_currency_too(text: str, modifier: str) -> None:
    assert only(text).value.modifier == modifier


def test_bounds_of_measures_touch_the_number_and_those_of_counts_step() -> None:
    assert only("It took more than three hours.").value.low == 3
    assert only("More than three goats ran.").value.low == 4


@pytest.mark.parametrize(
    "text",
    [
        "It opened in 1987 and closed on Sept. 30, 2004.",
        "Doors open at 7:45 p.m. on 3 June.",
        "The fiscal 2021 budget and the 2019-20 season were hard.",
        "Call 555-0199 now.",
        "Call +49 30 5550 0199 now.",
        "It kept the record 7515418548066 on file.",
        "They met at 2:30 hours.",
        "Her twenty-first birthday had a fifty-fifty chance.",
        "For one, he lost.",
        "He kept a .22 rifle.",
        "A 50-something clerk won.",
        "The home side won 3-2 in the 1990s.",
        "The iPhone 9 was sold by Formula One fans.",
        "No one knows, and this one least of all.",
        "The FTSE 100 closed early.",
        "Several farmers and many shepherds left.",
    ],
)
def test_dates_times_names_and_labels_are_no_amounts(text: str) -> None:
    assert [q.span.text for q in found(text)] == []


def test_a_round_or_grouped_number_like_a_year_is_a_count() -> None:
    assert [q.value.number for q in found("They reached 2,016 villages and 2000 farms in 2016.")] == [2016, 2000]


def test_a_vague_plural_names_its_scale_and_keeps_its_least_meaning() -> None:
    value = only("Dozens of barns burned.").value
    assert (value.number, value.low, value.high, value.modifier) == (12, 24, None, "vague")


PIECES = st.sampled_from(
    [
        "$",
        "€",
        "5",
        "12",
        "1,200",
        "3.5",
        "/",
        "-",
        " ",
        " to ",
        "km",
        "%",
        " per ",
        " a day",
        "half",
        "million",
        "two",
        "and",
        "between ",
        "±",
        "½",
        "²",
        "°C",
        "e9",
        "x10",
        ".",
        ",",
        "(",
        ")",
        "rose ",
        "one",
        "dozen",
        "M",
        "USD",
        "²",
        "9" * 30,
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=25))
def test_amounts_lie_in_the_text_in_order_without_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    lexemes = [x for x in scan(text, "en") if x.number is not None or x.names is not None]
    amounts = read_amounts(text, 0, len(text), lexemes, "en")
    assert all(0 <= a.start <= a.core_start < a.core_end <= a.end <= len(text) for a in amounts)
    assert all(a.end <= b.start for a, b in pairwise(amounts))
    assert all(abs(x.number) < float("inf") for x in lexemes if x.number is not None)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_spans_quote_the_article_exactly(pieces: list[str]) -> None:
    text = "It was " + "".join(pieces) + " here."
    quantities = found(text)
    assert all(q.span.text == text[q.span.start : q.span.end] for q in quantities)
    assert all(a.span.end <= b.span.start for a, b in pairwise(quantities))
    assert all(q.value.stated in text for q in quantities)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The tile costs 15 dollars and 50.", [("15 dollars and 50", 15.5, "dollar")]),
        ("He gave 15 dollars and 50 tiles.", [("15 dollars", 15, "dollar"), ("50", 50, "tile")]),
        ("It fell to - 20 degrees Celsius.", [("- 20 degrees Celsius", -20, "celsius")]),
        ("The index lost - 20 points.", [("20 points", 20, "point")]),
        ("It melts at 300 °C (573.15K).", [("300 °C", 300, "celsius"), ("573.15K", 573.15, "kelvin")]),
        ("About 32K tiles broke.", [("32K", 32000, "tile")]),
        ("The sill is 12 ft 2 in wide.", [("12 ft", 12, "foot"), ("2 in", 2, "inch")]),
        ("The gap is 2.1 pm wide.", [("2.1 pm", 2.1, "picometre")]),
        ("It ends at 7.30 pm.", []),
        ("The arc is 0.8rad.", [("0.8rad", 0.8, "radian")]),
        ("He found 20-odd tiles.", [("20", 20, "tile")]),
    ],
)
def test_units_that_lean_on_what_stands_around(text: str, stated: list[tuple[str, float, str]]) -> None:
    assert [(q.span.text, q.value.number, q.unit) for q in found(text)] == stated


@given(st.integers(min_value=1, max_value=99), st.sampled_from(["km", "kg", "percent", "hours", "tonnes"]))
def test_a_hyphen_a_space_or_nothing_before_the_unit_is_the_same(number: int, unit: str) -> None:
    units = set()
    for gap in (" ", "-", "\u00a0"):
        text = f"a {number}{gap}{unit} load"
        units |= {(a.number, a.unit_name) for a in read_amounts(text, 0, len(text), scan(text, "en"), "en")}
    assert len(units) == 1


@pytest.mark.parametrize(
    "piece", ["1", "111,", "111 ", "1.", "one ", "two hundred and ", "5-", "$5 ", "half a ", "1x10", "½"]
)
def test_reading_takes_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = process_time()
        read_amounts(text, 0, length, [x for x in scan(text, "en") if x.number is not None], "en")
        return process_time() - start

    seconds(100)
    assert seconds(60_000) < 12 * max(seconds(15_000), 0.01)
