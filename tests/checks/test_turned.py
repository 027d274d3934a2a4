"""What a derived text turns round, trades or lends to others: on drafts, and on articles where more must be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stories import Draft
from variorum import api
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy


def of(draft: Draft, type_: str) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == type_]


SAID = "We will not rest until every one of the boats is found,"


@pytest.mark.parametrize(
    ("words", "alarms"),
    [
        ("We will rest when every one of the boats is found,", 1),
        ("We won't rest until every one of the boats is found,", 0),
        ("We will not rest until every one of these boats is found,", 0),
    ],
)
def test_a_quotation_that_lost_its_not(words: str, alarms: int) -> None:
    tail = "The harbour of Roan was shut on Monday and the ferries stayed in port. Nobody there saw the storm."
    draft = Draft().text("wire", f'"{SAID}" Ada Moe said. {tail}').quote("wire", SAID, "Ada Moe")
    draft.text("paper", f'"{words}" Ada Moe said. {tail}').quote("paper", words, "Ada Moe").made("paper", "wire")
    assert len(of(draft, "altered_quote")) == alarms


@pytest.mark.parametrize(("words", "alarms"), [("We will forgive and", 1), ("We will not forgive and", 0)])
def test_a_turned_quotation_in_reports_that_nothing_ties(words: str, alarms: int) -> None:
    first, second = "We will not forgive and we will not forget,", f"{words} we will not forget,"
    draft = Draft().text("a", f'"{first}" Ada Moe said.', published="2031-03-03").quote("a", first, "Ada Moe")
    draft.text("b", f'"{second}" Moe said in Roan.', published="2031-03-04").quote("b", second, "Ada Moe")
    assert len(of(draft, "altered_quote")) == alarms


@pytest.mark.parametrize(
    ("said", "alarms"),
    [
        ("A krone given in winter buys twice what one given in summer buys,", 0),
        ("A krone given in summer buys twice what one given in winter buys,", 1),
    ],
)
def test_a_quotation_whose_words_changed_places(said: str, alarms: int) -> None:
    first = "A krone given in winter buys twice what one given in summer buys,"
    tail = "The harbour of Roan was shut on Monday and the ferries stayed in port."
    draft = Draft().text("wire", f'"{first}" Ada Moe said. {tail}').quote("wire", first, "Ada Moe")
    draft.text("paper", f'"{said}" Ada Moe said. {tail}').quote("paper", said, "Ada Moe").made("paper", "wire")
    assert len(of(draft, "altered_quote")) == alarms


@pytest.mark.parametrize(
    ("source", "derived", "alarms"),
    [
        ("The level of the lake is still rising, which worries the reeve.", "no longer", 1),
        ("The level of the lake is still rising, which worries the reeve.", "still", 0),
        ("The level of the lake is not rising, which pleases the reeve.", "still", 1),
    ],
)
def test_a_negation_between_the_same_words(source: str, derived: str, alarms: int) -> None:
    head, _, tail = source.partition(" rising")
    words = f"{head.removesuffix(' still').removesuffix(' not')} {derived} rising{tail}"
    more = "Two ferries were moored at Roan. The bridge over the Elv was shut to cars."
    draft = Draft().text("wire", f"{source} {more}").text("paper", f"{words} {more}").made("paper", "wire")
    assert len(of(draft, "reversed_meaning")) == alarms


@pytest.mark.parametrize(
    ("source", "derived", "alarms"),
    [
        ("Eleven officers were hurt at the gate.", "Eleven protesters were hurt at the gate.", 1),
        ("Eleven pupils were hurt at the gate.", "Eleven girls were hurt at the gate.", 1),
        ("Eleven girls were hurt at the gate.", "Eleven pupils were hurt at the gate.", 0),
        ("Eleven policemen were hurt at the gate.", "Eleven officers were hurt at the gate.", 0),
    ],
)
def test_another_sort_of_people(source: str, derived: str, alarms: int) -> None:
    draft = Draft().text("wire", source).text("paper", derived).made("paper", "wire")
    draft.claim("wire", "injured", "11", source[:-1]).claim("paper", "injured", "11", derived[:-1])
    assert len(of(draft, "changed_victim_class")) == alarms


def test_damaged_houses_are_not_destroyed() -> None:
    draft = Draft().text("wire", "At least 450 houses were damaged in Roan.")
    draft.text("paper", "At least 450 houses were destroyed in Roan.").made("paper", "wire")
    draft.claim("wire", "buildings_damaged", "≥450", "450 houses were damaged")
    draft.claim("paper", "buildings_destroyed", "≥450", "450 houses were destroyed")
    assert len(of(draft, "changed_victim_class")) == 1


@pytest.mark.parametrize(
    ("office", "alarms"),
    [("deputy head of the guild", 1), ("head of the guild", 0), ("long-time head of the guild", 0)],
)
def test_a_deputy_is_not_the_head(office: str, alarms: int) -> None:
    tail = "The march in Roan was calm. Two shops stayed shut on the square, and a band played until ten."
    draft = Draft().text("wire", f"It was calm, said Ada Moe, the head of the guild. {tail}").mention("wire", "Ada Moe")
    draft.text("paper", f"It was calm, said Ada Moe, the {office}. {tail}").mention("paper", "Ada Moe")
    assert len(of(draft.made("paper", "wire"), "changed_title")) == alarms


def test_a_courtesy_before_the_name_hides_no_office() -> None:
    tail = "The march in Roan was calm. Two shops stayed shut on the square, and a band played until ten."
    draft = Draft().text("wire", f"The commissioner, Dr Ada Moe, spoke. {tail}").mention("wire", "Ada Moe")
    draft.text("paper", f"The mayor, Dr Ada Moe, spoke. {tail}").mention("paper", "Ada Moe").made("paper", "wire")
    assert len(of(draft, "changed_title")) == 1


@pytest.mark.parametrize(("later", "alarms"), [("213", 0), ("260", 1)])
def test_a_later_count_that_more_than_left_open(later: str, alarms: int) -> None:
    draft = Draft().text("a", "More than 200 guests were hurt in Roan.", published="2031-03-03", agency="Roan Wire")
    draft.text("b", f"In Roan {later} guests were hurt.", published="2031-03-04", agency="Roan Wire")
    draft.claim("a", "injured", ">200", "More than 200 guests were hurt").made("b", "a")
    assert len(of(draft.claim("b", "injured", later, f"{later} guests were hurt"), "conflicting_figure")) == alarms


@pytest.mark.parametrize(("women", "alarms"), [("nine", 1), ("seven", 0)])
def test_a_list_of_all_adds_up(women: str, alarms: int) -> None:
    text = f"The fire took 12 lives in Roan. The dead are five men and {women} women, the youngest of them a cook."
    draft = Draft().text("a", text).claim("a", "killed", "12", "12 lives")
    assert len(of(draft, "totals_mismatch")) == alarms


@pytest.mark.parametrize(("other", "alarms"), [("Ib Lund", 1), ("Ada Moe", 0)])
def test_one_utterance_of_two_persons_in_articles_that_nothing_ties(other: str, alarms: int) -> None:
    words = "We shouted at him to take the boat back to the quay,"
    draft = Draft().text("a", f'"{words}" Ada Moe said.', published="2031-03-03").quote("a", words, "Ada Moe")
    draft.text("b", f'"{words}" {other} said.', published="2031-03-04").quote("b", words, other)
    for name in "ab":
        draft.mention(name, "Ada Moe").mention(name, "Ib Lund")
    assert len(of(draft, "changed_speaker")) == alarms


@pytest.mark.parametrize(
    ("other", "day", "speaker", "alarms"),
    [
        ("We pulled ninety people out alive.", None, "Ada Moe", 1),
        ("We pulled ninety people out alive.", "2031-03-03", "Ada Moe", 1),
        ("We pulled ninety people out alive.", "2031-03-04", "Ada Moe", 0),
        ("We pulled ninety people out alive.", None, "Ib Lund", 0),
        ("We pulled nineteen people out alive.", None, "Ada Moe", 0),
    ],
)
def test_one_utterance_with_two_numbers_in_reports_that_nothing_ties(
    other: str, day: str | None, speaker: str, alarms: int
) -> None:
    words = "We pulled nineteen people out alive."
    draft = Draft().text("a", f'"{words}" said Ada Moe.', published="2031-03-03").quote("a", words, "Ada Moe")
    draft.text("b", f'"{other}" said {speaker}.', published=day).quote("b", other, speaker)
    for name in "ab":
        draft.mention(name, "Ada Moe").mention(name, "Ib Lund")
    assert len(of(draft, "altered_quote")) == alarms


WIRE = """Floods close the valley road in Roan

ROAN, Norway - Two bridges were swept away near Roan on Monday and the valley road was shut, officials said.

Unions said 4,000 people had joined the march; police put the crowd at 1,500.

The guild gave at least 14 lorries and 520 million euros to the towns along the river, its books show.

Turnout for the vote on the dam was 63.2 percent, with nine villages in favour, the council said.

The council had ordered a second dam to be built in 2025, engineer Karin Dahl said.
"""


@pytest.mark.parametrize(
    ("old", "new", "type_"),
    [
        ("at least 14 lorries", "14 lorries", "changed_modifier"),
        ("520 million euros", "520 million dollars", "changed_figure"),
        ("63.2 percent", "62.3 percent", "changed_figure"),
        ("nine villages", "six villages", "changed_figure"),
        (
            "Unions said 4,000 people had joined the march; police",
            "Police said 4,000 people had joined the march; unions",
            "changed_speaker",
        ),
        ("engineer Karin Dahl", "mayor Odd Ness", "changed_speaker"),
        ("engineer Karin Dahl", "teacher Karin Dahl", "changed_title"),
        (" was shut, officials said", " was shut", "lost_attribution"),
        (" was shut, officials said", " was reportedly shut", None),
        ("at least 14 lorries", "at least fourteen lorries", None),
        ("520 million euros", "€520 million", None),
        ("engineer Karin Dahl", "Dahl, an engineer,", None),
    ],
)
def test_a_copy_with_one_thing_changed(tmp_path: Path, old: str, new: str, type_: str | None) -> None:
    rows = [
        {"id": "wire", "story": "s", "published": "2031-03-03", "text": WIRE},
        {"id": "copy", "story": "s", "published": "2031-03-04", "text": WIRE.replace(old, new)},
    ]
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (story,) = api.report([file], group_by="story").stories
    found = [d.type for d in story.discrepancies if d.type != "conflicting_figure"]
    assert found == ([type_] if type_ else [])


def carried(first: str, second: str, *counts: tuple[str, str, str]) -> Draft:
    more = "Two ferries were moored at Roan. The bridge over the Elv was shut to cars that day."
    draft = Draft().text("wire", f"{first} {more}").text("paper", f"{second} {more}")
    for name, number, words in counts:
        draft.claim(name, "detained", number, words)
    return draft.made("paper", "wire")


@pytest.mark.parametrize(("number", "alarms"), [("26", 1), ("43", 0)])
def test_the_one_number_that_is_left_over_was_changed(number: str, alarms: int) -> None:
    draft = carried(
        "Police held 68 people at the fair and 43 in raids on the quay at night, Roan said.",
        f"While 68 people were held by police at the fair, {number} more followed in raids on the quay, Roan said.",
        ("wire", "68", "68 people"),
        ("wire", "43", "43 in raids"),
        ("paper", "68", "68 people"),
        ("paper", number, f"{number} more"),
    )
    assert len(of(draft, "changed_figure")) == alarms


@pytest.mark.parametrize(("told", "alarms"), [("Two small brothers", 1), ("Two sisters", 0), ("Two children", 0)])
def test_as_many_of_the_other_sex(told: str, alarms: int) -> None:
    draft = carried(
        "The drowned include two sisters, aged five and eight, who came from a fair in Roan.",
        f"{told}, aged five and eight, who came from a fair in Roan, are among the drowned.",
    )
    assert len(of(draft, "changed_victim_class")) == alarms
