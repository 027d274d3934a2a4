"""Names, dates and offices that look changed and are not."""

from __future__ import annotations

from stories import Draft
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy


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
