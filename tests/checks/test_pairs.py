"""Headlines and alerts laid on each other: where two numbers are readings of one thing, and where they are not."""

from __future__ import annotations

import random

import msgspec
import pytest

from stories import Draft
from variorum.checks import check
from variorum.checks.unit import Unit, unit_of
from variorum.kinds.base import load
from variorum.model import Discrepancy, TimeMention

Number = tuple[float, str] | None
"""The number and its words; None where extraction reads a date or a name instead."""


def alerts(one: str, first: Number, other: str, second: Number, *, unit: str | tuple[str, str] | None = None) -> Draft:
    """Two one-line reports and the number of each; `unit`: of both, or each its own."""
    draft = Draft().text("early", one, published="2031-05-01").text("late", other, published="2031-05-02")
    units = unit if isinstance(unit, tuple) else (unit, unit)
    for name, number, its in (("early", first, units[0]), ("late", second, units[1])):
        if number is not None:
            draft.amount(name, *number, unit=its)
    return draft


def figures(draft: Draft) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type in ("changed_figure", "conflicting_figure")]


PRICE = ("Sorrel oil settles at 41.70 euros in Trondheim", (41.7, "41.70"))


def test_two_alerts_conflict_about_a_price() -> None:
    draft = alerts(*PRICE, "Sorrel oil settled at 47.10 euros in Trondheim", (47.1, "47.10"), unit="euro")
    (only,) = figures(draft)
    assert (only.type, only.severity) == ("conflicting_figure", "info")
    assert [s.article for s in only.spans] == ["early", "late"]
    assert "41.70 against 47.10" in only.message


def test_an_alert_made_from_the_other_changed_the_price() -> None:
    draft = alerts(*PRICE, "Sorrel oil settled at 47.10 euros in Trondheim", (47.1, "47.10"), unit="euro")
    (only,) = figures(draft.made("late", "early"))
    assert only.type == "changed_figure"
    assert [s.article for s in only.spans] == ["late", "early"]


SPOKEN = [
    ("5.9 magnitude quake rattles Lipari", (5.9, "5.9"), "Magnitude 6.4 quake shakes Lipari", (6.4, "6.4"), None),
    ("Landslide toll climbs to 31 in Tolmin", (31, "31"), "Tolmin landslide toll hits 48", (48, "48"), None),
    ("Mudslide Kills 9 At Tolmin Camp", None, "Mudslide kills 12 in Tolmin camp", None, None),
    ("Council approves 700 new moorings", (700, "700"), "Council approved 900 moorings", (900, "900"), None),
]


@pytest.mark.parametrize(("one", "first", "other", "second", "unit"), SPOKEN)
def test_one_thing_in_two_numbers(
    one: str, first: Number, other: str, second: Number, unit: str | tuple[str, str] | None
) -> None:
    assert len(figures(alerts(one, first, other, second, unit=unit))) == 1


SILENT = [
    ("Ferry seats 700 in Molde harbour", (700, "700"), "Ferry seats 700 in Molde harbour", (700, "700"), None),
    ("Storm fells 60 pines in Molde", (60, "60"), "Storm buries 14 cars in Molde", (14, "14"), None),
    ("Kite festival Update 2 from Molde", (2, "2"), "Kite festival Update 3 from Molde", (3, "3"), None),
    ("Dam lies 30 m from Molde", (30, "30 m"), "Dam lies 48 feet from Molde", (48, "48 feet"), ("metre", "foot")),
    ("Molde regatta, 12 June results", None, "Molde regatta, 19 June results", None, None),
    ("Molde wins its 3rd regatta title", None, "Molde wins its 4th regatta title", None, None),
    ("Molde gets $38b gift", (38, "$38"), "Molde gets $38 billion gift", (38e9, "$38 billion"), "dollar"),
    (
        "Molde gets $6.3 billion",
        (6.3e9, "$6.3 billion"),
        "Molde gets $6.32 billion",
        (6.32e9, "$6.32 billion"),
        "dollar",
    ),
    ("Molde harbour, 9/4 race", (9, "9"), "Molde harbour, 7/4 race", (7, "7"), None),
    ("A hen won 3 prizes", (3, "3"), "Flood drowns 80 sheep near Molde", (80, "80"), None),
]


@pytest.mark.parametrize(("one", "first", "other", "second", "unit"), SILENT)
def test_two_things_or_one_number(
    one: str, first: Number, other: str, second: Number, unit: str | tuple[str, str] | None
) -> None:
    assert not figures(alerts(one, first, other, second, unit=unit))


@pytest.mark.parametrize(
    ("number", "words", "sign", "speaks"),
    [
        (50, "50", ">", False),
        (50, "50", "~", False),
        (56, "56", "~", True),
        (33, "33", "~", True),
        (60, "60", "≤", False),
    ],
)
def test_a_hedge_explains_what_is_near(number: float, words: str, sign: str, speaks: bool) -> None:
    draft = Draft().text("early", "Comet tail spans 54 degrees over Molde", published="2031-05-01")
    draft.text("late", f"Comet tail spans {words} degrees over Molde", published="2031-05-02")
    draft.amount("early", 54, "54").amount("late", number, words, sign=sign)
    assert bool(figures(draft)) is speaks


def test_named_firms_have_their_own_numbers() -> None:
    draft = alerts(
        "Brunost Dairies gained 3.1 percent",
        (3.1, "3.1"),
        "Fjord Tugs gained 5.2 percent",
        (5.2, "5.2"),
        unit="percentage",
    )
    draft.text("late", "Fjord Tugs gained 5.2 percent", published="2031-05-02").amount("late", 5.2, "5.2", "percentage")
    assert not figures(
        draft.mention("early", "Brunost Dairies", "organization").mention("late", "Fjord Tugs", "organization")
    )


def test_named_days_have_their_own_numbers() -> None:
    draft = alerts(
        "Cod price falls to 61 euros Monday",
        (61, "61"),
        "Cod price falls to 58 euros Friday",
        (58, "58"),
        unit="euro",
    )
    assert len(figures(draft)) == 1
    assert not figures(draft.time("early", "Monday", "2031-05-05").time("late", "Friday", "2031-05-09"))


def test_every_number_finds_its_own_counterpart() -> None:
    draft = Draft().text("early", "Gale in Molde: 12 killed, 25 injured", published="2031-05-01")
    draft.text("late", "Molde gale: 6 killed, 12 injured", published="2031-05-02")
    for name, dead, hurt in (("early", 12, 25), ("late", 6, 12)):
        draft.amount(name, dead, str(dead)).amount(name, hurt, str(hurt))
        draft.claim(name, "killed", str(dead), f"{dead} killed").claim(name, "injured", str(hurt), f"{hurt} injured")
    found = {frozenset(s.text for s in d.spans) for d in figures(draft)}
    assert found == {frozenset({"12 killed", "6 killed"}), frozenset({"25 injured", "12 injured"})}


def test_a_pair_of_numbers_is_reported_once() -> None:
    draft = Draft().text("early", "Otter count hits 31 in Molde\nMolde otter count hits 31.", published="2031-05-01")
    draft.text("late", "Otter count hits 48 in Molde\nMolde otter count hits 48.", published="2031-05-02")
    for name, number, words in (
        ("early", 31, "31 in"),
        ("early", 31, "31."),
        ("late", 48, "48 in"),
        ("late", 48, "48."),
    ):
        draft.amount(name, number, words)
    assert len(figures(draft)) == 1


REPORT = "\n".join(
    (
        "The Molde council will buy a cable ferry for $40 million, its clerk said.",
        "The boat will cross the sound every nine minutes and carry lorries.",
        "Fishermen complained that the cable would cut their nets.",
        "The yard in Tromso has built ferries since its founding.",
    )
)


def test_a_sum_of_money_that_a_rewrite_changed() -> None:
    draft = Draft().text("wire", REPORT).text("paper", REPORT.replace("$40 million", "$90 million"))
    draft.amount("wire", 40e6, "$40 million", "dollar").amount("paper", 90e6, "$90 million", "dollar")
    (only,) = figures(draft.made("paper", "wire"))
    assert [s.text for s in only.spans] == ["$90 million", "$40 million"]


def test_reports_of_several_sentences_are_left_to_claims() -> None:
    draft = Draft().text("wire", REPORT).text("rival", REPORT.replace("nine minutes", "eleven minutes"))
    draft.amount("wire", 9, "nine minutes", "minute").amount("rival", 11, "eleven minutes", "minute")
    assert not figures(draft)


def test_the_order_of_articles_changes_nothing() -> None:
    draft = alerts(*PRICE, "Sorrel oil settled at 47.10 euros in Trondheim", (47.1, "47.10"), unit="euro")
    draft.text("third", "Sorrel oil settles at 44.20 euros").amount("third", 44.2, "44.20", "euro")
    records = draft.records()
    expected = check(records, load())
    assert len(expected) == 2
    pairs = list(zip(records.articles, records.extractions, strict=True))
    for seed in range(5):
        random.Random(seed).shuffle(pairs)
        mixed = msgspec.structs.replace(
            records, articles=tuple(a for a, _ in pairs), extractions=tuple(e for _, e in pairs)
        )
        assert check(mixed, load()) == expected


def test_what_it_was_before_is_no_reading_of_what_it_is() -> None:
    draft = Draft().text("early", "Herring quota now 9 percent of stock", published="2031-05-01")
    draft.text("late", "Herring quota now 7 percent, from 9 percent", published="2031-05-02")
    draft.amount("early", 9, "9 percent", "percentage").amount("late", 7, "7 percent", "percentage")
    (only,) = figures(draft.amount("late", 9, "9 percent", "percentage"))
    assert [s.text for s in only.spans] == ["9 percent", "7 percent"]


def test_numbers_that_extraction_took_for_names_are_read_when_exact() -> None:
    draft = alerts("Kelp index of Molde at 4,120.55", None, "Kelp index of Molde at 4,118.20", None)
    (only,) = figures(draft)
    assert "4,120.55 against 4,118.20" in only.message


def test_a_body_named_on_the_way_does_not_hide_the_owner() -> None:
    early = "Ane Berg of Fjord Tugs spent 31 euros on the vote"
    draft = alerts(early, (31, "31 euros"), "Ane Berg spent 48 euros on the vote", (48, "48 euros"), unit="euro")
    draft.mention("early", "Ane Berg").mention("early", "Fjord Tugs", "organization").mention("late", "Ane Berg")
    assert len(figures(draft)) == 1


@pytest.mark.parametrize(
    ("unit", "name", "sort"),
    [
        ("cent per share", "money", "cent"),
        ("year of age", "age", "year of age"),
        ("percentage point", "percent", None),
        ("kilowatt", "measure", "kilowatt"),
        ("week", "duration", "week"),
        ("point", "count", None),
        ("otter", "count", None),
        (None, "count", None),
    ],
)
def test_classes_of_units(unit: str | None, name: str, sort: str | None) -> None:
    assert unit_of(unit) == Unit(name, sort)


def test_the_only_sum_of_each_sentence_is_one_sum() -> None:
    early = "Roan ships 12 barges a year to Lund, a trade worth more than $34 million."
    late = "Roan, which sends 12 barges a year to Lund, has a trade volume of $33.4 million."
    draft = alerts(early, (34_000_000, "$34 million"), late, (33_400_000, "$33.4 million"), unit="dollar")
    assert len(figures(draft)) == 1


@pytest.mark.parametrize(
    ("late", "speaks"),
    [
        ("The ice register of Tromso, which to date lists 125 boats, now includes the cutter Havfruen.", True),
        ("The cutter Havfruen, once of Tromso, was sold to 125 owners in shares, a register shows.", False),
    ],
)
def test_another_noun_behind_the_same_word_of_the_same_sentence(late: str, speaks: bool) -> None:
    early = "The ice register of Tromso, which to date lists more than 360 vessels, now includes the cutter Havfruen."
    draft = alerts(early, (360, "360"), late, (125, "125"))
    assert bool(figures(draft)) is speaks


def test_more_than_a_number_is_no_earlier_number() -> None:
    draft = Draft().text("early", "Herring hall seats more than 300 guests in Molde", published="2031-05-01")
    draft.text("late", "Herring hall seats 190 guests in Molde", published="2031-05-02")
    draft.amount("early", 300, "300", sign=">").amount("late", 190, "190")
    assert len(figures(draft)) == 1


def test_a_hedge_is_no_word_that_two_numbers_share() -> None:
    draft = alerts("Molde pays nearly 40", (40, "40"), "Tuna fund, nearly 70", (70, "70"))
    assert not figures(draft)


def test_a_day_and_its_morning_are_one_time() -> None:
    early = "Four sledges broke through the ice on Mjosa Tuesday morning and nine dogs were lost."
    late = "Four sledges broke through the ice on Mjosa Tuesday and 13 dogs were lost."
    draft = Draft().text("early", early).text("late", late)
    draft.amount("early", 9, "nine").amount("late", 13, "13")
    for name, words in (("early", "Tuesday morning"), ("late", "Tuesday")):
        span = draft.at(name, words)
        draft.times[name].append(TimeMention(span=span, start=None, end=None))
    assert len(figures(draft)) == 1


def test_a_rounded_number_does_not_take_the_place_of_a_like_one() -> None:
    early = "More than 60 suspected leaks have been reported in Molde."
    late = "Sixty-five confirmed leaks and 255 suspected leaks have been reported in Molde."
    draft = Draft().text("early", early, published="2031-05-01").text("late", late, published="2031-05-02")
    draft.amount("early", 60, "60", sign=">").amount("late", 65, "Sixty-five").amount("late", 255, "255")
    (only,) = figures(draft)
    assert [s.text for s in only.spans] == ["60 suspected leaks", "255 suspected leaks"]
