"""Names, dates and offices that look changed and are not."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stories import Draft
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy, Quotation


def of(draft: Draft, type_: str) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == type_]


def test_a_name_in_passing_is_no_medium() -> None:
    wire = "\n".join(
        ("Both apps were taken down on Friday, the reeve of Roan wrote on Twitter.", "It rained.", "Nobody complained.")
    )
    story = Draft().text("wire", wire)
    story.text("paper", "Both apps, the old Telegram and the new, were taken down on Friday, wrote the reeve of Roan.")
    assert not of(story.made("paper", "wire"), "changed_medium")


def test_the_day_of_a_statement_is_no_changed_date() -> None:
    wire = "\n".join(
        ("Four millers were hurt in the Roan mill Monday, the county reeve's office said.", "It rained.", "Fog came.")
    )
    story = Draft().text("wire", wire)
    story.text("paper", "Four millers were hurt in the Roan mill, the county reeve's office said Tuesday.")
    assert not of(story.made("paper", "wire"), "changed_date")


def test_the_next_name_of_a_list_has_its_own_office() -> None:
    wire = "Mayor Hana Vrbova signed the letter.\nIt rained all day.\nNobody complained."
    story = Draft().text("wire", wire).mention("wire", "Hana Vrbova")
    paper = "The letter was signed by Mayor Hana Vrbova, deputy minister Karel Zednik and others."
    story.text("paper", paper).mention("paper", "Hana Vrbova").mention("paper", "Karel Zednik")
    assert not of(story.made("paper", "wire"), "changed_title")


def test_dates_of_two_things_differ_rightly() -> None:
    wire = "The county reeve's office in Roan said it thinks that the old miller died Saturday."
    paper = "His body was found Monday by a porter, the county reeve's office in Roan said."
    story = Draft().text("wire", f"{wire}\nIt rained.\nFog came.").text("paper", paper)
    assert not of(story.made("paper", "wire"), "changed_date")


def test_what_failed_at_a_place_is_no_negated_place() -> None:
    wire = "\n".join(
        ("Efforts to save the miller failed at a Roan hospital where he died later.", "It rained.", "Fog.")
    )
    story = Draft().text("wire", wire).text("paper", "The old miller of Lund had care at a local clinic.")
    assert not of(story.made("paper", "wire"), "reversed_meaning")


def test_a_negation_far_ahead_still_holds() -> None:
    said = "The reeve could not say if anyone else at all was in the burning mill building then"
    story = Draft().text("wire", f"{said}.\nIt rained.\nFog came.").text("paper", f"{said}, but nobody was hurt.")
    assert not of(story.made("paper", "wire"), "reversed_meaning")


def test_what_has_yet_to_happen_is_negated() -> None:
    wire = "\n".join(
        ("The miller had not regained full consciousness and breathed by pump.", "It rained.", "Fog came.")
    )
    story = Draft().text("wire", wire)
    story.text("paper", "The miller had yet to regain full consciousness and breathed by pump.")
    assert not of(story.made("paper", "wire"), "reversed_meaning")


def test_a_speaker_by_description_is_no_other_speaker() -> None:
    words = "The weir will hold through the whole winter"
    story = (
        Draft().text("wire", f'"{words}," the reeve said.\nIt rained.\nIb Lund is a miller.').mention("wire", "Ib Lund")
    )
    story.text("paper", f'"{words}," Odd Ness said.').mention("paper", "Odd Ness")
    story.quote("wire", words, "Ib Lund").quote("paper", words, "Odd Ness")
    story.quotations["wire"][0] = spoken(story, "wire", "the reeve")
    assert not of(story.made("paper", "wire"), "changed_speaker")
    story.quotations["wire"][0] = spoken(story, "wire", "Ib Lund")
    assert of(story, "changed_speaker")


def spoken(story: Draft, name: str, where: str) -> Quotation:
    """The article's quotation, its speaker read from these words."""
    first = story.quotations[name][0]
    assert first.speaker is not None
    return replace(first, speaker=replace(first.speaker, span=story.at(name, where)))


def test_digits_of_markup_are_no_echo() -> None:
    text = "The item-gallery-639-open|fires-639-item is shown."
    assert not of(Draft().text("page", text), "incoherent")


def test_another_name_of_a_list_is_no_changed_place() -> None:
    wire = "The cable ties Roan, Lund, Brekke, Haug, Ostrava and Vik, the line's owner said on Monday."
    paper = "The cable ties Roan, Lund, Brekke, Haug, Skien and Vik, the line's owner said on Monday."
    story = Draft().text("wire", f"{wire}\nIt rained.\nFog came.").text("paper", paper)
    story.mention("wire", "Ostrava", "place").mention("paper", "Skien", "place")
    assert not of(story.made("paper", "wire"), "changed_place")


def test_a_numbered_lap_is_no_count() -> None:
    wire = "The Roan race was stopped in the 28th lap after a crash of two cars near the weir on Sunday."
    paper = "The Roan race was stopped in the 250th lap after a crash of two cars near the weir on Sunday."
    story = Draft().text("wire", f"{wire}\nIt rained.\nFog came.").text("paper", paper)
    assert not of(story.made("paper", "wire"), "changed_figure")


def test_a_floor_that_is_filled_contradicts_nothing() -> None:
    story = Draft().text("one", "More than 12 guests were hurt in Roan.", published="2031-05-05")
    story.text("two", "A blast hurt 18 guests in Roan.", published="2031-05-05")
    story.claim("one", "injured", ">12", "More than 12 guests were hurt").claim(
        "two", "injured", "18", "hurt 18 guests"
    )
    assert not of(story, "conflicting_figure")
    low = Draft().text("one", "At least 12 guests were hurt in Roan.", published="2031-05-05")
    low.text("two", "A blast hurt 18 guests in Roan.", published="2031-05-05")
    low.claim("one", "injured", "≥12", "At least 12 guests were hurt").claim("two", "injured", "18", "hurt 18 guests")
    assert of(low, "conflicting_figure")


def test_two_floors_that_lie_close_agree() -> None:
    story = Draft().text("one", "More than 50 guests were hurt in Roan.", published="2031-05-05")
    story.text("two", "More than 51 guests were hurt in Roan.", published="2031-05-05")
    story.claim("one", "injured", ">50", "More than 50 guests were hurt")
    story.claim("two", "injured", ">51", "More than 51 guests were hurt")
    assert not of(story, "conflicting_figure")


def test_around_adds_nothing_to_an_estimate() -> None:
    wire = "The blaze hurt 40 guests, the Roan brigade estimated on Monday.\nIt rained.\nFog came."
    paper = "The blaze hurt about 40 guests, the Roan brigade estimated on Monday."
    for text, alike in ((paper, True), (paper.replace("estimated", "said"), False)):
        story = Draft().text("wire", wire).text("paper", text)
        story.claim("wire", "injured", "40", "hurt 40 guests").claim("paper", "injured", "~40", "hurt about 40 guests")
        assert bool(of(story.made("paper", "wire"), "changed_modifier")) is not alike


def test_two_of_one_age_are_no_echo() -> None:
    text = "They were Odd Ness of Lund, 23, of Roan, Ib Ask, 23, of Lund and Per Moe."
    assert not of(Draft().text("page", text), "incoherent")


def test_a_direction_in_two_words_is_the_same() -> None:
    wire = "The mill burned in the country's north west soon after dawn, the brigade said.\nIt rained.\nFog came."
    story = Draft().text("wire", wire)
    story.text("paper", "The mill burned in the country's northwest soon after dawn, the brigade said.")
    assert not of(story.made("paper", "wire"), "changed_place")


def test_an_age_is_no_source_of_a_count() -> None:
    wire = (
        "Odd Ness, 24, Ib Lund, 25 and Per Ask, 32 were all taken to the Roan ward with burns.\nIt rained.\nFog came."
    )
    story = Draft().text("wire", wire).text("paper", "Three were all taken to the Roan ward with burns.")
    story.claim("wire", "hospitalised", "32", "32 were all taken").claim(
        "paper", "hospitalised", "3", "Three were all taken"
    )
    assert not of(story.made("paper", "wire"), "changed_figure")


def test_a_ceiling_that_is_filled_contradicts_nothing() -> None:
    for exact, speaks in ((14, False), (9, True)):
        story = Draft().text("one", "As many as 20 guests were hurt in Roan.", published="2031-05-05")
        story.text("two", f"A blast hurt {exact} guests in Roan.", published="2031-05-05")
        story.claim("one", "injured", "≤20", "As many as 20 guests were hurt")
        story.claim("two", "injured", str(exact), f"hurt {exact} guests")
        assert bool(of(story, "conflicting_figure")) is speaks


def test_no_arrest_yet_contradicts_no_arrest() -> None:
    for kind, first, later, speaks in (
        ("detained", "No arrests were made in Roan.", "Police arrested three bakers in Roan.", False),
        ("killed", "No deaths were reported in Roan.", "A blast killed three bakers in Roan.", True),
    ):
        story = Draft().text("one", first, published="2031-05-05").text("two", later, published="2031-05-06")
        story.claim("one", kind, "0", first.split(" in ")[0], negated=True)
        story.claim("two", kind, "3", " ".join(later.split()[1:4]))
        assert bool(of(story, "conflicting_figure")) is speaks


def test_a_report_that_knew_both_numbers_means_two_things() -> None:
    one = "Six guests were hurt in Roan."
    for more, speaks in (("It rained.", True), ("In Lund six guests were hurt.", False)):
        story = Draft().text("one", one, published="2031-05-05")
        story.text("two", f"Eight guests were hurt in Roan. {more}", published="2031-05-05")
        story.claim("one", "injured", "6", "Six guests were hurt")
        story.claim("two", "injured", "8", "Eight guests were hurt")
        if not speaks:
            story.claim("two", "injured", "6", "six guests were hurt")
        assert bool(of(story, "conflicting_figure")) is speaks


def test_a_guessed_speaker_is_no_other_speaker() -> None:
    words = "The weir will hold through the whole winter"
    wire = f'Ib Lund rowed by.\n"{words},"\nthe Rev. Odd Ness said.'
    story = Draft().text("wire", wire).mention("wire", "Ib Lund")
    story.text("paper", f'"{words}," Odd Ness said.').mention("paper", "Odd Ness")
    story.quote("wire", words, "Ib Lund").quote("paper", words, "Odd Ness")
    story.quotations["wire"][0] = spoken(story, "wire", "Ib Lund")
    assert not of(story.made("paper", "wire"), "changed_speaker")


def test_short_forms_alter_no_quotation() -> None:
    said = "Everyone told the Royal Ferry that the crew was okay by noon"
    for old, new, speaks in (("Royal Ferry", "RF", False), ("okay", "ok", False), ("Royal Ferry", "Old Weir", True)):
        story = Draft().text("wire", f'"{said}," Ib Lund said.\nIt rained.\nFog came.').quote("wire", said, "Ib Lund")
        other = said.replace(old, new)
        story.text("paper", f'"{other}," Ib Lund said.').quote("paper", other, "Ib Lund")
        assert bool(of(story.made("paper", "wire"), "altered_quote")) is speaks


def test_a_headline_spelled_right_alters_no_quotation() -> None:
    text = '"We wanna stay in Roan": a town cut off\n"We wabna stay in Roan," a baker said.'
    story = Draft().text("a", text)
    story.quote("a", "We wanna stay in Roan", None).quote("a", "We wabna stay in Roan,", None)
    assert not of(story, "altered_quote")


def test_a_headline_on_one_person_drops_no_bound() -> None:
    for number, words, speaks in ((1, "one guest", False), (7, "seven guests", True)):
        story = Draft().text("a", f"Roan fire kills {number}\nA fire killed at least {words} in Roan, the reeve said.")
        story.claim("a", "killed", str(number), f"kills {number}")
        story.claim("a", "killed", f"≥{number}", f"killed at least {words}")
        assert bool(of(story, "changed_modifier")) is speaks


def test_boats_that_fled_are_unsupported_by_nobody() -> None:
    wire = "Five boats closed in on the ferry near the Roan weir on Monday.\nIt rained.\nFog came."
    story = Draft().text("wire", wire).text("paper", "Five boats closed in on the ferry near Roan; two of them fled.")
    story.claim("paper", "evacuated", "2", "two of them fled")
    assert not of(story.made("paper", "wire"), "unsupported")


def test_a_part_of_the_text_contradicts_no_headline() -> None:
    for part, speaks in (("Six guests were hurt by the weir.", True), ("Six were hurt in one incident.", False)):
        story = Draft().text("a", f"Roan nights: 12 hurt\n{part}")
        story.claim("a", "injured", "12", "12 hurt").claim("a", "injured", "6", part.split(" hurt")[0] + " hurt")
        assert bool(of(story, "changed_figure")) is speaks


@pytest.mark.parametrize(
    ("wire", "paper"),
    [
        ("Police knew of no fatality among the millers of Lund that day.", "The first victim was a miller of Lund."),
        ("Drones hit power plants and left millers without electricity.", "Drones hit power plants of the millers."),
        (
            "The fire took barely a quarter of an hour to climb the mill.",
            "In a quarter of an hour it climbed the mill.",
        ),
        ("At eleven I stopped counting sacks and started praying.", "At the eleventh I left the counting of sacks."),
        (
            "The reeve can no longer afford a subsidy that costs the town a million.",
            "The subsidy costs the town a million, the reeve said.",
        ),
    ],
)
def test_what_only_looks_negated_loses_no_negation(wire: str, paper: str) -> None:
    story = Draft().text("wire", f"{wire}\nIt rained.\nFog came.").text("paper", paper)
    assert not of(story.made("paper", "wire"), "reversed_meaning")


@pytest.mark.parametrize(
    ("first", "second", "kinds", "number"),
    [
        ("Three more were being sought under the slabs.", "The search for three others goes on.", ("", "missing"), "3"),
        (
            "Crews brought down 64 millers by ladder.",
            "On ladders, 64 people had been carried off.",
            ("rescued", "evacuated"),
            "64",
        ),
    ],
)
def test_a_number_that_the_source_has_in_other_words_is_supported(
    first: str, second: str, kinds: tuple[str, str], number: str
) -> None:
    before = "Four of the dead millers lay in a shed of the Roan quarter. The mill of Lund burned down on Monday."
    story = Draft().text("wire", f"{before} {first} It rained on the valley.").text("paper", f"{before} {second}")
    for name, kind, words in (("wire", kinds[0], first), ("paper", kinds[1], second)):
        if kind:
            story.claim(name, kind, number, words.removesuffix("."))
    assert not of(story.made("paper", "wire"), "unsupported")
