"""Two counts of one thing, and two that only look so."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stories import Draft
from variorum.checks import check
from variorum.checks.desk import Desk
from variorum.checks.ground import around
from variorum.checks.rivals import rivals, sure
from variorum.kinds.base import load
from variorum.model import Section

Count = tuple[str, str, str]
"""Kind, number, words."""


def contradict(one: str, mine: list[Count], other: str, theirs: list[Count]) -> bool:
    """Whether the first counts of both reports are rivals."""
    draft = Draft().text("a", one).text("b", other)
    for name, counts in (("a", mine), ("b", theirs)):
        for kind, stated, words in counts:
            draft.claim(name, kind, stated, words)
    records = draft.records()
    desk = Desk(records, load())
    first, second = (next(c for c in desk.claims(a) if c.kind == k[0][0]) for a, k in (("a", mine), ("b", theirs)))
    return rivals(desk, first, second)


TOTAL = ("Six people were hurt.", [("injured", "6", "Six people were hurt")])


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Seven people were hurt in the mill.", [("injured", "7", "Seven people were hurt")]),
        ("Four guests were hurt in the mill.", [("injured", "4", "Four guests were hurt")]),
        (
            "One man died and eight people were hurt.",
            [("injured", "8", "eight people were hurt"), ("killed", "1", "One man died")],
        ),
    ],
)
def test_rivals(text: str, counts: list[Count]) -> None:
    assert contradict(text, counts, *TOTAL)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Four men and two women were hurt.", [("injured", "4", "Four men")]),
        ("The four guests were hurt, a nurse said.", [("injured", "4", "four guests were hurt")]),
        ("Four officers were hurt in the mill.", [("injured", "4", "Four officers were hurt")]),
        (
            "Two bakers were hurt in the mill. Four others were hurt outside.",
            [("injured", "2", "Two bakers were hurt"), ("injured", "4", "Four others were hurt")],
        ),
        (
            "One man died and five people were hurt.",
            [("injured", "5", "five people were hurt"), ("killed", "1", "One man died")],
        ),
        ("Two other guests were hurt.", [("injured", "2", "Two other guests were hurt")]),
        ("The last four guests were hurt.", [("injured", "4", "four guests were hurt")]),
        ("Four villagers were hurt in the mill.", [("injured", "4", "Four villagers were hurt")]),
        ("Four people in his province were hurt.", [("injured", "4", "Four people")]),
        (
            "Two bakers died in our town. Four were hurt.",
            [("injured", "4", "Four were hurt"), ("killed", "2", "Two bakers died")],
        ),
        ("Four people were hurt. Another two were flown to Lund.", [("injured", "4", "Four people were hurt")]),
        ("Five guests were hurt; a sixth person walked home.", [("injured", "5", "Five guests were hurt")]),
        ("Four of the town's people were hurt.", [("injured", "4", "Four of the town's people were hurt")]),
        ("Four people were hurt in the province.", [("injured", "4", "Four people were hurt")]),
        ("Four of his men were hurt in the mill.", [("injured", "4", "Four of his men were hurt")]),
        ("Nine workers of the mill walked out, and four were hurt.", [("injured", "4", "four were hurt")]),
        ("Four people on the Roan side were hurt.", [("injured", "4", "Four people on the Roan side")]),
        ("Eight storms blew in four states; ten people were hurt.", [("injured", "10", "ten people were hurt")]),
        ("Two bakers -- Odd Ness and Ib Lund -- and Miller Ask were hurt.", [("injured", "2", "Two bakers")]),
    ],
)
def test_a_part_is_no_rival(text: str, counts: list[Count]) -> None:
    assert not contradict(text, counts, *TOTAL)


def test_men_may_be_all_the_dead_that_a_report_knows() -> None:
    dead = ("Five people are dead.", [("killed", "5", "Five people are dead")])
    two = ("killed", "2", "Two men were killed")
    assert contradict("Two men were killed in the mill.", [two], *dead)
    more = ("killed", "3", "three bakers died")
    assert not contradict("Two men were killed in the mill, and three bakers died.", [two, more], *dead)


def test_a_bare_number_counts_the_enemies_named_before_it() -> None:
    told = [("injured", "4", "4 wounded"), ("killed", "9", "Nine rebels were killed")]
    assert not contradict("Nine rebels were killed, 4 wounded.", told, *TOTAL)
    told = [("injured", "4", "4 wounded"), ("killed", "9", "Nine people were killed")]
    assert contradict("Nine people were killed, 4 wounded.", told, *TOTAL)


def test_the_one_who_did_it_is_counted_by_some() -> None:
    dead = ("Five people are dead.", [("killed", "5", "Five people are dead")])
    four = [("killed", "4", "killed four people")]
    assert not contradict("A baker killed four people and then shot himself.", four, *dead)
    assert contradict("A blast killed four people in Roan.", four, *dead)


def test_one_report_contradicts_itself_only_in_two_voices() -> None:
    text = "Four guests were hurt in the mill. Five guests were hurt."
    draft = Draft().text("a", text).claim("a", "injured", "4", "Four guests were hurt")
    plain = draft.claim("a", "injured", "5", "Five guests were hurt").records()
    desk = Desk(plain, load())
    assert not rivals(desk, *desk.claims("a"))
    assert rivals(desk, *desk.claims("a"), apart=False)
    told = Draft().text("a", text).claim("a", "injured", "4", "Four guests were hurt", source="the reeve")
    desk = Desk(told.claim("a", "injured", "5", "Five guests were hurt").records(), load())
    assert rivals(desk, *desk.claims("a"))


def test_what_made_a_toll_rise_is_in_it_already() -> None:
    draft = Draft().text("a", "The toll rose to 9 after 2 bodies were found.").text("b", "The union counts 11 dead.")
    draft.claim("a", "killed", "9", "toll rose to 9").claim("a", "killed", "2", "2 bodies", increment=True)
    draft.claim("b", "killed", "11", "11 dead")
    desk = Desk(draft.records(), load())
    nine = next(c for c in desk.claims("a") if c.value.number == 9)
    assert rivals(desk, nine, desk.claims("b")[0])


def stands(one: str, mine: list[Count], other: str, theirs: list[Count]) -> bool:
    """Whether the last count of the first report surely contradicts the other's."""
    draft = Draft().text("a", one).text("b", other)
    for name, counts in (("a", mine), ("b", theirs)):
        for kind, stated, words in counts:
            draft.claim(name, kind, stated, words)
    desk = Desk(draft.records(), load())
    return bool(tuple(sure(desk, (desk.claims("a")[-1],), desk.claims("b")[0])))


def test_a_report_speaks_of_the_whole_once() -> None:
    total = ("Forty guests were hurt.", [("injured", "40", "Forty guests were hurt")])
    first = ("injured", "30", "Thirty guests were hurt")
    later = ("injured", "12", "12 guests were hurt")
    assert stands("Thirty guests were hurt in the Roan mill.", [first], *total)
    assert not stands(
        "Thirty guests were hurt in the Roan mill. By the weir 12 guests were hurt.", [first, later], *total
    )


def test_what_was_found_on_the_way_is_no_whole() -> None:
    toll, found = ("killed", "9", "toll has risen to nine"), ("killed", "4", "Four bodies")
    text = "The toll has risen to nine, the reeve said. Four bodies were recovered overnight."
    later = ("The search ended with 13 bodies.", [("killed", "13", "13 bodies")])
    assert stands("The toll has risen to nine.", [toll], *later)
    assert not stands(text, [toll, found], *later)


def test_less_than_a_part_is_a_part() -> None:
    church, province = ("killed", "8", "Eight died"), ("killed", "16", "16 people had died")
    text = "Eight died when the roof fell. The reeve said that 16 people had died in the province."
    draft = Draft().text("a", text).text("b", "The toll rose to 21.").claim("b", "killed", "21", "toll rose to 21")
    for count in (church, province):
        draft.claim("a", *count)
    desk = Desk(draft.records(), load())
    assert not tuple(sure(desk, desk.claims("a"), desk.claims("b")[0]))


@pytest.mark.parametrize(("nation", "alike"), [("Utrian", False), ("Norlish", True)])
def test_things_of_two_nations(nation: str, alike: bool) -> None:
    mine = [("shot_down", "9", "shot down 9 of 12 drones")]
    theirs = [("shot_down", "7", f"shot down 7 {nation} drones")]
    one = "A swarm of Norlish drones came at dawn. Guns shot down 9 of 12 drones."
    assert contradict(one, mine, f"Guns shot down 7 {nation} drones over the fjord.", theirs) is alike


@pytest.mark.parametrize(("whole", "alike"), [("", True), (" of 12", False), (" of 40", True)])
def test_more_than_there_were_are_others(whole: str, alike: bool) -> None:
    mine = [("shot_down", "9", f"shot down 9{whole} drones")]
    theirs = [("shot_down", "17", "shot down 17 drones")]
    assert contradict(f"Guns shot down 9{whole} drones.", mine, "Guns shot down 17 drones.", theirs) is alike


def test_the_dead_and_the_living_are_no_list() -> None:
    text = "A cage brought up 60 bodies and 106 survivors."
    mine = [("rescued", "106", "106 survivors"), ("killed", "60", "60 bodies")]
    theirs = ("In all 246 persons were rescued.", [("rescued", "246", "246 persons were rescued")])
    assert contradict(text, mine, *theirs)
    assert not contradict("A cage brought up 60 men and 106 women.", [("rescued", "106", "106 women")], *theirs)


def test_two_camps_whose_losses_make_the_total() -> None:
    text = "In all 30 people were hurt. Roan said that 18 people were hurt. Elv said 12 people were hurt."
    draft = Draft().text("a", text).claim("a", "injured", "30", "30 people were hurt")
    draft.claim("a", "injured", "18", "18 people were hurt", source="Roan")
    desk = Desk(draft.claim("a", "injured", "12", "12 people were hurt", source="Elv").records(), load())
    assert not rivals(desk, *desk.claims("a")[1:])


def test_a_measure_that_two_voices_give() -> None:
    text = f"The institute put the magnitude at 6.4. {'It rained. ' * 6}The survey put the magnitude at 6.2."
    draft = Draft().text("a", text).claim("a", "magnitude", "6", "magnitude at 6.4", source="the institute")
    desk = Desk(draft.claim("a", "magnitude", "7", "magnitude at 6.2", source="the survey").records(), load())
    assert rivals(desk, *desk.claims("a"))


def test_numbers_far_apart_are_of_two_things_below_the_top() -> None:
    rain = "It rained. It blew. It froze. It thawed. "
    total = (f"{rain}Eighty guests were hurt.", [("injured", "80", "Eighty guests were hurt")])
    few = [("injured", "9", "Nine guests were hurt")]
    assert not stands(f"{rain}Nine guests were hurt.", few, *total)
    assert stands("Nine guests were hurt.", few, "Eighty guests were hurt.", total[1])


@pytest.mark.parametrize(("things", "alike"), [("rifles", True), ("grenades", False), ("weapons", True)])
def test_two_sorts_of_things_are_no_rivals(things: str, alike: bool) -> None:
    mine = [("weapons_seized", "7", "Seven rifles were seized")]
    theirs = [("weapons_seized", "3", f"Three {things} were seized")]
    assert contradict("Seven rifles were seized.", mine, f"Three {things} were seized.", theirs) is alike


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Three more suspects were arrested.", ("detained", "3", "Three more suspects were arrested")),
        ("Two Norwegians were arrested.", ("detained", "2", "Two Norwegians were arrested")),
    ],
)
def test_what_comes_on_top_and_who_is_known_is_no_total(text: str, count: Count) -> None:
    one = ("One guest was arrested.", [("detained", "1", "One guest was arrested")])
    four = ("Four people were arrested.", [("detained", "4", "Four people were arrested")])
    assert not contradict(text, [count], *(one if "more" in text else four))
    plain = ("Two guests were arrested.", [("detained", "2", "Two guests were arrested")])
    assert contradict(*plain, *four)


@pytest.mark.parametrize(
    ("kind", "mine", "theirs"),
    [
        ("hospitalised", "Six people remained in the ward", "Nine people were taken to the ward"),
        ("rescued", "Soldiers airlifted six people", "Nine people were rescued"),
        ("wind_speed", "Winds of 90 km/h were measured", "Gusts of 120 km/h were measured"),
    ],
)
def test_those_still_there_and_one_manner_are_parts(kind: str, mine: str, theirs: str) -> None:
    numbers = ("90", "120") if "90" in mine else ("6", "9")
    one, other = (f"{text}." for text in (mine, theirs))
    assert not contradict(one, [(kind, numbers[0], mine)], other, [(kind, numbers[1], theirs)])


def test_a_number_without_a_noun_below_the_top_is_of_a_few() -> None:
    rain = "It rained. It blew. It froze. It thawed. A gym in Lund lost its roof. "
    total = ("Thirty guests were hurt.", [("injured", "30", "Thirty guests were hurt")])
    assert not stands(f"{rain}Nine were hurt.", [("injured", "9", "Nine were hurt")], *total)
    assert stands(f"{rain}Nine guests were hurt.", [("injured", "9", "Nine guests were hurt")], *total)


def test_the_country_and_a_datelines_region_are_the_whole() -> None:
    draft = Draft().text("a", "Nine guests died in Norway.", published="2031-03-03")
    draft.claim("a", "killed", "9", "Nine guests died", place="Norway")
    records = draft.records(place="Roan")
    event = replace(records.event, place=replace(records.event.place, country="NO"))
    desk = Desk(replace(records, event=event), load())
    assert {"", "roan", "norway"} <= around(desk)
    text = "ROAN, Fosen (AB) - Nine guests died."
    article = replace(draft.articles["a"], text=text, sections=(Section("dateline", 0, text.index(" -")),))
    assert "fosen" in around(Desk(replace(records, articles=(article,)), load()))


def two(first: str, second: str, kind: str, one: tuple[str, str], other: tuple[str, str]) -> Draft:
    draft = Draft().text("first", f"{first} Rain fell on the quay.", published="2031-03-03")
    draft.text("other", f"{second} Fog lay on the quay.", published="2031-03-03")
    return draft.claim("first", kind, one[0], one[1]).claim("other", kind, other[0], other[1])


def conflicts(draft: Draft) -> int:
    return sum(d.type == "conflicting_figure" for d in check(draft.records(), load()))


def test_the_noun_before_a_number_names_the_class() -> None:
    hurt = "In Roan 118 injured civilians were counted on Monday.", "118 injured civilians"
    officers = (
        "The reeve put the number of injured officers at 34 in Roan on Monday.",
        "number of injured officers at 34",
    )
    whole = "The reeve put the number of injured at 134 in Roan on Monday.", "number of injured at 134"
    assert not conflicts(two(hurt[0], officers[0], "injured", ("118", hurt[1]), ("34", officers[1])))
    assert conflicts(
        two(hurt[0].replace(" civilians", ""), whole[0], "injured", ("118", "118 injured"), ("134", whole[1]))
    )


def test_minutes_of_a_clock_explain_no_difference() -> None:
    first = "The ferry left Roan at 11:36 with 104 passengers on board on Monday."
    other = "The ferry that left Roan on Monday had 140 passengers on board."
    assert conflicts(two(first, other, "aboard", ("104", "104 passengers"), ("140", "140 passengers")))


@pytest.mark.parametrize(
    ("told", "alarms"),
    [
        ("The guild called that a fable, saying nobody had been drowned there.", 1),
        ("In Brod nobody was drowned.", 0),
    ],
)
def test_a_count_that_another_voice_denies(told: str, alarms: int) -> None:
    draft = Draft().text("a", f"The raiders claimed to have drowned 40 dockers at Roan. {told}")
    draft.claim("a", "killed", "40", "drowned 40 dockers", source="raiders")
    draft.claim("a", "killed", "0", "nobody", negated=True)
    assert conflicts(draft) == alarms
