"""Every rule on a small story: once where it must speak, once where it must be silent."""

from __future__ import annotations

import pytest

from stories import WIRE, Draft
from variorum.checks import check
from variorum.checks.table import RULES
from variorum.kinds.base import load
from variorum.model import Discrepancy


def of(draft: Draft, type_: str) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == type_]


def rewrite(draft: Draft, text: str, relation: str = "rewrite") -> Draft:
    return draft.text("paper", text).made("paper", "wire", relation)  # type: ignore[arg-type]


def test_every_type_has_a_rule() -> None:
    from typing import get_args

    from variorum.model import DiscrepancyType

    assert tuple(RULES) == get_args(DiscrepancyType)


def test_changed_figure_speaks(draft: Draft) -> None:
    rewrite(draft, "A gas explosion in southern Ostrava on Monday killed at least 14 tenants and injured 73 others.")
    draft.claim("paper", "killed", "≥14", "at least 14").claim("paper", "injured", "73", "injured 73")
    (only,) = of(draft, "changed_figure")
    assert [s.text for s in only.spans] == ["injured 73", "injuring 37"]
    assert only.severity == "error"
    assert not of(draft, "unsupported")


def test_changed_figure_is_silent_on_an_update_of_the_agency(draft: Draft) -> None:
    draft.text(
        "later",
        "A gas explosion in southern Ostrava on Monday killed 16 tenants.",
        published="2031-03-04",
        agency="Sudeten Press",
    )
    draft.claim("later", "killed", "16", "16 tenants").made("later", "wire")
    assert not of(draft, "changed_figure")


def test_changed_figure_is_silent_where_another_report_has_the_number(draft: Draft) -> None:
    rewrite(draft, "A gas explosion in southern Ostrava on Monday killed at least 14 tenants and injured 39 others.")
    draft.claim("paper", "injured", "39", "injured 39")
    draft.text("rival", "Doctors in Ostrava treated 39 hurt people.", published="2031-03-03")
    draft.claim("rival", "injured", "39", "39 hurt")
    assert not of(draft, "changed_figure")


def test_changed_figure_sees_a_number_that_no_kind_counts(draft: Draft) -> None:
    rewrite(draft, "Mayor Libuse Horakova promised hotel rooms for 210 families.")
    (only,) = of(draft, "changed_figure")
    assert [s.text for s in only.spans] == ["210 families", "120 families"]


def test_changed_figure_lets_rounding_pass(draft: Draft) -> None:
    rewrite(draft, "Mayor Libuse Horakova promised hotel rooms for nearly 125 families.")
    assert not of(draft, "changed_figure")


def test_changed_figure_compares_headline_and_text() -> None:
    story = Draft().text("a", "Storm kills 40 in Brod\nThe storm over Brod killed four villagers, the prefect said.")
    story.claim("a", "killed", "40", "kills 40").claim("a", "killed", "4", "killed four villagers")
    assert [s.text for s in of(story, "changed_figure")[0].spans] == ["kills 40", "killed four villagers"]
    fine = Draft().text("a", "Storm kills over 40 in Brod\nThe storm over Brod killed 43 villagers, the prefect said.")
    fine.claim("a", "killed", ">40", "kills over 40").claim("a", "killed", "43", "killed 43 villagers")
    assert not of(fine, "changed_figure")


def test_conflicting_figure_between_origins(draft: Draft) -> None:
    draft.text("rival", "The morgue of Ostrava holds 19 bodies.", published="2031-03-03")
    draft.claim("rival", "killed", "19", "holds 19 bodies")
    rewrite(draft, WIRE.partition("\n")[2], "copy")
    (only,) = [d for d in of(draft, "conflicting_figure") if "killed" in d.message]
    assert only.spans[0].article == "rival" and only.severity == "warning"


def test_conflicting_figure_marks_an_earlier_count_as_information(draft: Draft) -> None:
    draft.text("later", "The toll of the blast in Ostrava rose to 16.", published="2031-03-05", agency="Sudeten Press")
    draft.claim("later", "killed", "16", "toll of the blast in Ostrava rose to 16").made("later", "wire")
    (only,) = [d for d in of(draft, "conflicting_figure") if "killed" in d.message]
    assert only.spans[0].article == "wire" and only.severity == "info"


def test_conflicting_figure_lets_about_and_copies_pass(draft: Draft) -> None:
    draft.text("rival", "Around 38 people were hurt in Ostrava.", published="2031-03-03")
    draft.claim("rival", "injured", "~38", "Around 38 people were hurt")
    rewrite(draft, "The blast in Ostrava injured 73 others.")
    draft.claim("paper", "injured", "73", "injured 73")
    assert not [d for d in of(draft, "conflicting_figure") if "injured" in d.message]


def test_conflicting_figure_reads_corrections_in_words() -> None:
    story = Draft().text(
        "first", "There were 48 acrobats in the circus tent when it fell.", published="2031-03-03", agency="SP"
    )
    story.text(
        "later",
        "There were 46 acrobats in the circus tent, not 48, the owner said.",
        published="2031-03-04",
        agency="SP",
    )
    story.made("later", "first")
    (only,) = of(story, "conflicting_figure")
    assert only.spans[0].text == "48 acrobats"


def test_changed_modifier(draft: Draft) -> None:
    rewrite(draft, "A gas explosion in southern Ostrava on Monday killed 14 tenants and injured 37.")
    draft.claim("paper", "killed", "14", "killed 14").claim("paper", "injured", "37", "injured 37")
    (only,) = of(draft, "changed_modifier")
    assert [s.text for s in only.spans] == ["killed 14", "killing at least 14 tenants"]


def test_changed_modifier_knows_more_than_as_at_least(draft: Draft) -> None:
    rewrite(draft, "A gas explosion in southern Ostrava on Monday killed more than 14 tenants.")
    assert not of(draft.claim("paper", "killed", ">14", "more than 14"), "changed_modifier")


QUOTED = '"{}" said Hana Vrbova, a seamstress on the fourth floor.'


def test_altered_quote(draft: Draft) -> None:
    words = "The stairwell was gone and we jumped from the roof,"
    rewrite(draft, QUOTED.format(words)).quote("paper", words, "Hana Vrbova")
    (only,) = of(draft, "altered_quote")
    assert only.spans[0].text == words


@pytest.mark.parametrize(
    "words", ["we climbed down the drainpipe", "the stairwell was gone, and we climbed down the drainpipe"]
)
def test_altered_quote_lets_shortening_and_punctuation_pass(draft: Draft, words: str) -> None:
    rewrite(draft, QUOTED.format(words)).quote("paper", words, "Hana Vrbova")
    assert not of(draft, "altered_quote")


def test_altered_quote_leaves_translations_alone(draft: Draft) -> None:
    words = "The staircase had vanished, we went down by the pipe,"
    rewrite(draft, QUOTED.format(words), "translation").quote("paper", words, "Hana Vrbova")
    assert not of(draft, "altered_quote")


def test_altered_quote_in_a_headline() -> None:
    text = (
        '"We wait, because the road has gone": a town cut off\n"We wait here, because the road has gone," a baker said.'
    )
    story = Draft().text("a", text)
    story.quote("a", "We wait, because the road has gone", None).quote(
        "a", "We wait here, because the road has gone,", None
    )
    assert [d.severity for d in of(story, "altered_quote")] == ["info"]


SPLICE = "The stairwell was gone and we climbed down the drainpipe. We smelled it from the bakery."


def test_spliced_quote_and_the_speaker_it_changes(draft: Draft) -> None:
    rewrite(draft, f'"{SPLICE}" said Hana Vrbova.').quote("paper", SPLICE, "Hana Vrbova")
    assert [d.spans[0].text for d in of(draft, "spliced_quote")] == [SPLICE]
    assert [d.spans[0].text for d in of(draft, "changed_speaker")] == ["We smelled it from the bakery."]


def test_spliced_quote_lets_a_joined_utterance_pass(draft: Draft) -> None:
    words = "The stairwell was gone and we climbed down the drainpipe. My cat went first."
    rewrite(draft, f'"{words}" said Hana Vrbova.').quote("paper", words, "Hana Vrbova")
    assert not of(draft, "spliced_quote") and not of(draft, "changed_speaker")


def test_changed_speaker_takes_another_spelling_for_the_same(draft: Draft) -> None:
    words = "Nobody should light a match in that street,"
    rewrite(draft, f'"{words}" said Karl Sednik.').quote("paper", words, "Karl Sednik")
    assert not of(draft, "changed_speaker")


def test_reversed_meaning(draft: Draft) -> None:
    rewrite(draft, "The district gasworks admitted that a leak had been reported in the building before the accident.")
    (only,) = of(draft, "reversed_meaning")
    assert "leak had been reported" in only.spans[0].text


@pytest.mark.parametrize(
    "text",
    [
        "The district gasworks denied that a leak had been reported in the building before the accident.",
        "The district gasworks had not heard of any leak reported in the building before the accident.",
        "The district gasworks wrote to the council after the accident in the building.",
    ],
)
def test_reversed_meaning_lets_another_negation_pass(draft: Draft, text: str) -> None:
    assert not of(rewrite(draft, text), "reversed_meaning")


def test_reversed_meaning_counts_two_stops() -> None:
    wire = "The rebels spoke of stopping the march, stopping burning the whole harbour, in their answer.\n"
    story = Draft().text("wire", wire + "The envoy had left by noon.\nA truck brought flour.")
    story.text("paper", "The rebels spoke of stopping the march and burning the whole harbour in their answer.")
    assert of(story.made("paper", "wire"), "reversed_meaning")


def test_two_headlines_are_no_source_and_copy() -> None:
    story = Draft().text("a", "Troops take northern Sarn on Monday.").text("b", "Troops take southern Sarn on Friday.")
    assert not check(story.made("b", "a").records(), load())


def test_reversed_meaning_sees_an_added_negation(draft: Draft) -> None:
    rewrite(draft, "The boiler, fitted in 1994, had not passed its inspection in the spring.")
    assert of(draft, "reversed_meaning")


def test_lost_attribution(draft: Draft) -> None:
    rewrite(draft, "A crowd of 900 marchers joined Thursday's vigil.")
    assert of(draft.claim("paper", "protesters", "900", "900 marchers"), "lost_attribution")


def test_lost_attribution_wants_a_contested_figure(draft: Draft) -> None:
    rewrite(draft, "A gas explosion in southern Ostrava on Monday injured 37.")
    assert not of(draft.claim("paper", "injured", "37", "injured 37"), "lost_attribution")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Senator Libuse Horakova promised hotel rooms for 120 families.", True),
        ("Libuse Horakova, the governor of the region, promised hotel rooms for 120 families.", True),
        ("The town's mayor, Libuse Horakova, promised hotel rooms for 120 families.", False),
        ("Former senator Libuse Horakova promised hotel rooms for 120 families.", False),
        ("Libuse Horakova promised hotel rooms for 120 families.", False),
    ],
)
def test_changed_title(draft: Draft, text: str, wrong: bool) -> None:
    rewrite(draft, text).mention("paper", "Libuse Horakova")
    assert bool(of(draft, "changed_title")) is wrong


@pytest.mark.parametrize(
    ("lead", "wrong"), [("In a tweet", True), ("At a press briefing", False), ("On Monday", False)]
)
def test_changed_medium(draft: Draft, lead: str, wrong: bool) -> None:
    words = "Nobody should light a match in that street,"
    rewrite(draft, f'{lead}, deputy commander Karel Zednik warned: "{words}"').quote("paper", words, "Karel Zednik")
    assert bool(of(draft, "changed_medium")) is wrong


@pytest.mark.parametrize(("where", "wrong"), [("northern", True), ("southern", False), ("the south of", False)])
def test_changed_place_by_direction(draft: Draft, where: str, wrong: bool) -> None:
    rewrite(draft, f"A gas explosion tore through a block of flats in {where} Ostrava on Monday.")
    assert bool(of(draft, "changed_place")) is wrong


@pytest.mark.parametrize(("town", "wrong"), [("Olomouc", True), ("Ostrawa", False)])
def test_changed_place_by_name(draft: Draft, town: str, wrong: bool) -> None:
    rewrite(draft, f"A gas explosion tore through a block of flats in southern {town} on Monday, killing 14 tenants.")
    assert bool(of(draft.mention("paper", town, "place"), "changed_place")) is wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("A gas explosion tore through a block of flats in southern Ostrava on Friday.", True),
        ("A gas explosion tore through a block of flats in southern Ostrava on Monday.", False),
        ("A gas explosion tore through a block of flats in southern Ostrava on 3 March.", False),
        ("The boiler, fitted in 2004, had passed its inspection in the spring.", True),
    ],
)
def test_changed_date(draft: Draft, text: str, wrong: bool) -> None:
    assert bool(of(rewrite(draft, text), "changed_date")) is wrong


def test_changed_victim_class_and_the_total_it_breaks(draft: Draft) -> None:
    text = (
        "A gas explosion in southern Ostrava killed at least 14 tenants.\n"
        "Thirty-one lodgers died in the cellar before neighbours came with ladders."
    )
    rewrite(draft, text).claim("paper", "killed", "≥14", "at least 14").claim(
        "paper", "killed", "31", "Thirty-one lodgers died"
    )
    assert [d.spans[0].text for d in of(draft, "changed_victim_class")] == ["Thirty-one lodgers died"]
    assert [d.spans[0].text for d in of(draft, "totals_mismatch")] == ["Thirty-one lodgers died"]


def test_changed_victim_class_wants_words_of_the_kind(draft: Draft) -> None:
    rewrite(draft, "Thirty-one lodgers were carried from the cellar by neighbours with ladders.")
    assert not of(draft.claim("paper", "killed", "31", "Thirty-one lodgers"), "changed_victim_class")


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        ("six in Brod and five in Lhota", True),
        ("seven in Brod and five in Lhota", False),
        ("six Danes, five Swedes and one Finn", False),
        ("eight in Brod, three in Lhota and one in Horni", False),
        ("nine in Brod, three in Lhota and one in Horni", True),
    ],
)
def test_totals_mismatch_of_a_list(parts: str, wrong: bool) -> None:
    story = Draft().text("a", f"The prefect spoke of 12 dead: {parts}.").claim("a", "killed", "12", "12 dead")
    assert bool(of(story, "totals_mismatch")) is wrong


@pytest.mark.parametrize(("part", "wrong"), [("19", True), ("five", False)])
def test_totals_mismatch_of_a_part(part: str, wrong: bool) -> None:
    story = Draft().text("a", f"The storm killed 12 villagers. The prefect said {part} of the dead were farmhands.")
    story.claim("a", "killed", "12", "killed 12 villagers")
    story.claim("a", "killed", "19" if wrong else "5", f"{part} of the dead", subset="farmhands")
    assert bool(of(story, "totals_mismatch")) is wrong


def test_unsupported(draft: Draft) -> None:
    rewrite(draft, "Sources indicate that 22 people are still missing under the beams.")
    (only,) = of(draft.claim("paper", "missing", "22", "22 people are still missing"), "unsupported")
    assert only.spans[0].text == "22 people are still missing"


def test_unsupported_leaves_own_reporting_alone(draft: Draft) -> None:
    rewrite(draft, "In Brumov, pastor Jiri Koval told this paper that 22 people of his parish are missing.")
    assert not of(draft.claim("paper", "missing", "22", "22 people"), "unsupported")


def test_incoherent_word_salad(draft: Draft) -> None:
    rewrite(
        draft, WIRE.split("\n")[1] + "\nThe drainpipe of the inspection was then married by the cellar and its matches."
    )
    (only,) = of(draft, "incoherent")
    assert only.spans[0].text.startswith("The drainpipe")


def test_incoherent_leaves_paraphrase_and_new_paragraphs_alone(draft: Draft) -> None:
    text = (
        "Neighbours with ladders dragged lodgers from the cellar.\n"
        "The library opens an exhibition about old trams next month."
    )
    assert not of(rewrite(draft, text), "incoherent")


def test_incoherent_kinds_and_echoes(draft: Draft) -> None:
    rewrite(draft, "Firemen warned of ladders such as bakery in the town.")
    draft.text(
        "mess", "The blast, striking some 37 tenants in its cruel 37 strikes, woke the town.", published="2031-03-03"
    )
    assert [d.spans[0].article for d in of(draft, "incoherent")] == ["mess", "paper"]


def test_incoherent_lets_parallels_pass() -> None:
    story = Draft().text("a", "The storm killed 15 people in Brod and 15 people in Lhota, the prefect said.")
    assert not of(story, "incoherent")


def test_reversed_meaning_of_a_denied_thing() -> None:
    wire = 'Inspectors had found "no rot of any kind" in the beams of the bridge in May.\nThe river fell.\nA ferry ran.'
    story = (
        Draft()
        .text("wire", wire)
        .text("paper", "Inspectors admitted that the beams of the bridge had shown rot in May.")
    )
    assert of(story.made("paper", "wire"), "reversed_meaning")


def test_changed_title_of_the_head_of_a_service(draft: Draft) -> None:
    wire = "The head of the tram service, Hana Vrbova, closed the line.\nIt rained all day.\nNobody complained."
    story = Draft().text("wire", wire).mention("wire", "Hana Vrbova")
    story.text("paper", "Transport minister Hana Vrbova closed the line.").mention("paper", "Hana Vrbova")
    assert of(story.made("paper", "wire"), "changed_title")
    fine = Draft().text("wire", wire.replace("tram service", "transport ministry")).mention("wire", "Hana Vrbova")
    fine.text("paper", "Transport minister Hana Vrbova closed the line.").mention("paper", "Hana Vrbova")
    assert not of(fine.made("paper", "wire"), "changed_title")


def test_a_number_of_something_else_does_not_stand() -> None:
    story = Draft().text("a", "Two people died in the Roan mill fire.", published="2031-05-01")
    story.text("b", "Two people died in the Roan mill. A month ago 49 people died in Bodo.", published="2031-05-02")
    story.claim("a", "killed", "2", "Two people died").claim("b", "killed", "2", "Two people died", subset="millers")
    assert not of(story.claim("b", "killed", "49", "49 people died"), "conflicting_figure")
