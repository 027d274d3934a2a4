"""Numbers that traded places, parts that do not fit, corrections, opposites and claims told as facts."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from stories import Draft
from variorum import api
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy


def of(draft: Draft, type_: str) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == type_]


TAIL = "The march in Roan was calm. Two shops stayed shut on the square, and a band played until ten."


def retold(source: str, derived: str) -> Draft:
    return Draft().text("wire", f"{source} {TAIL}").text("paper", f"{derived} {TAIL}").made("paper", "wire")


@pytest.mark.parametrize(
    ("told", "alarms"),
    [
        ("The mayor said the dead were five in Brod and two in Arlo, all of them dockers of the port.", 1),
        ("The mayor said the dead were five in Arlo and two in Brod, all of them dockers of the port.", 0),
        ("The mayor said the dead were six in Brod and two in Arlo, all of them dockers of the port.", 0),
    ],
)
def test_numbers_that_traded_their_places(told: str, alarms: int) -> None:
    draft = retold("The dead were five in Arlo and two in Brod, all of them dockers of the port, the mayor said.", told)
    for name in ("wire", "paper"):
        draft.mention(name, "Arlo", "place").mention(name, "Brod", "place")
    assert len(of(draft, "changed_place")) == alarms


@pytest.mark.parametrize(("hurt", "alarms"), [(17, 1), (71, 0)])
def test_a_part_larger_than_what_it_is_a_part_of(hurt: int, alarms: int) -> None:
    draft = Draft().text("a", f"The clinic said {hurt} people were injured. Of these, 33 are still in hospital there.")
    draft.claim("a", "injured", str(hurt), f"{hurt} people were injured")
    assert len(of(draft, "totals_mismatch")) == alarms


@pytest.mark.parametrize(
    ("text", "stated", "words", "alarms"),
    [
        ("The wounded are 34: nine soldiers and 25 clerks, three of whom are children.", "34", "wounded are 34", 0),
        ("The wounded are 34: nine soldiers and 29 clerks, three of whom are children.", "34", "wounded are 34", 1),
        ("About 54,000 are homeless: 33,500 in Arlo and 21,500 in Brod.", "~54000", "54,000 are homeless", 1),
        ("About 54,000 are homeless: 33,100 in Arlo and 21,200 in Brod.", "~54000", "54,000 are homeless", 0),
    ],
)
def test_lists_of_parts(text: str, stated: str, words: str, alarms: int) -> None:
    draft = Draft().text("a", text).claim("a", "injured", stated, words)
    if stated == "~54000":
        draft = Draft().text("a", text).claim("a", "homeless", stated, words)
    assert len(of(draft, "totals_mismatch")) == alarms


FIRST = "The port sent 58 drones over the bay on Monday. Twenty-seven homes burned. Three ferries left the bay."


@pytest.mark.parametrize(
    ("later", "alarms"),
    [
        ("The port corrected the number of drones over the bay to 61 from 58.", 1),
        ("The mayor withdrew his figure of 27 burned homes.", 1),
        ("The number of drones over the bay rose to 61 from 58.", 0),
        ("The bay's mayor said the number of guards hurt at the gate was five, not three.", 0),
    ],
)
def test_corrections_in_other_words(later: str, alarms: int) -> None:
    draft = Draft().text("wire", FIRST, published="2031-03-03", agency="Orle News")
    draft.claim("wire", "killed", "4", "Three")
    draft.text("update", f"{later} Seven died.", published="2031-03-04", agency="Orle News")
    draft.claim("update", "killed", "7", "Seven").made("update", "wire")
    found = [d for d in of(draft, "conflicting_figure") if "corrected" in d.message or "withdrawn" in d.message]
    assert len(found) == alarms


@pytest.mark.parametrize(
    ("office", "alarms"), [("Deputy Inspector", 0), ("Deputy", 1), ("District Magistrate", 1), ("Senator", 1)]
)
def test_a_deputy_of_a_rank_sits_in_no_parliament(office: str, alarms: int) -> None:
    draft = retold("The harbour is shut, mayor Ann Lee said.", f"The harbour is shut, {office} Ann Lee said.")
    draft.mention("wire", "Ann Lee").mention("paper", "Ann Lee")
    assert len(of(draft, "changed_title")) == alarms


BRIDGE = "The bridge over the Orle reopened to light vehicles on Monday, ending the isolation of Brod."
GATES = "The crush began at Gate 4 of the hall, where only one of three turnstiles was working, the police said."


@pytest.mark.parametrize(
    ("source", "derived", "alarms"),
    [
        (BRIDGE, "To add to the gloom, the Orle bridge remains shut to light vehicles, so Brod is alone.", 1),
        (BRIDGE, "To the joy of all, the Orle bridge has reopened to light vehicles, so Brod is not alone.", 0),
        (GATES, "It began at Gate 4 of the hall, where all three turnstiles were working, the police said.", 1),
        (GATES, "It began at Gate 4 of the hall, where just one of three turnstiles was working, police said.", 0),
    ],
)
def test_turned_round(source: str, derived: str, alarms: int) -> None:
    assert len(of(retold(source, derived), "reversed_meaning")) == alarms


@pytest.mark.parametrize(
    ("derived", "negated", "alarms"),
    [
        ("The minister confirmed the guild's accusation that over 80 dockers had drowned.", True, 1),
        ("He admitted, as the guild has it, that over 80 dockers had drowned.", True, 1),
        ("He refused to confirm the guild's accusation that over 80 dockers had drowned.", True, 0),
        ("He answered the guild's accusation that over 80 dockers had drowned.", True, 0),
        ("The minister confirmed the guild's accusation that over 80 dockers had drowned.", False, 0),
    ],
)
def test_a_denied_number_confirmed(derived: str, negated: bool, alarms: int) -> None:
    source = "Asked about it, the minister called the guild's charge that more than 80 dockers had drowned a fable."
    draft = retold(source, derived)
    draft.claim("wire", "killed", "80", "80 dockers", negated=negated).claim("paper", "killed", "80", "80 dockers")
    assert len(of(draft, "reversed_meaning")) == alarms


CELLS = "The reeve denied keeping the eel fishers of Brod in the cells of the tower since Monday."


@pytest.mark.parametrize(
    ("source", "derived", "alarms"),
    [
        (CELLS, "The reeve admitted to keeping the eel fishers of Brod in cells of the tower since Monday.", 1),
        (CELLS, "The reeve disputed keeping the eel fishers of Brod in cells of the tower since Monday.", 0),
        (CELLS, "The reeve confirmed that Brod has cells in its tower since a Monday long ago.", 0),
        (
            "The mill is working, its owner Ann Lee told us by phone.",
            "Ann Lee, owner, told us the mill is not working.",
            1,
        ),
    ],
)
def test_what_was_denied_is_owned(source: str, derived: str, alarms: int) -> None:
    assert len(of(retold(source, derived), "reversed_meaning")) == alarms


@pytest.mark.parametrize(("cue", "alarms"), [("counts", 1), ("found", 0)])
def test_a_claim_told_as_a_fact(cue: str, alarms: int) -> None:
    source = f"The blast wrecked the port on Monday. The dockers' union {cue} seven workers among those killed."
    draft = retold(source, "The blast wrecked the port on Monday. Seven workers were among those killed.")
    draft.claim("wire", "killed", "7", "seven workers", source="dockers' union", subset="workers")
    (claim,) = draft.claims["wire"]
    voice = msgspec.structs.replace(claim.attribution[0], cue=draft.at("wire", cue))
    draft.claims["wire"] = [msgspec.structs.replace(claim, attribution=(voice,))]
    draft.claim("paper", "killed", "7", "Seven workers", subset="workers")
    assert len(of(draft, "lost_attribution")) == alarms


@pytest.mark.parametrize(("other", "alarms"), [("two bodies were found under a beam", 1), ("two newborns died", 0)])
def test_a_class_of_victims_that_nobody_knows_of(other: str, alarms: int) -> None:
    source = "A fire in the clinic killed 13 people on Monday, the fire brigade said."
    draft = retold(source, "A fire in the clinic killed 13 people on Monday. Two newborns died in it.")
    draft.claim("wire", "killed", "13", "killed 13 people")
    draft.claim("paper", "killed", "13", "killed 13 people")
    draft.claim("paper", "killed", "2", "Two newborns died", subset="newborns")
    subset = "newborns" if "newborns" in other else "found"
    draft.text("later", f"Days after the fire {other}.").claim("later", "killed", "2", "two", subset=subset)
    assert len(of(draft, "unsupported")) == alarms


def test_an_agencys_own_update_tells_which_counts_are_old(tmp_path: Path) -> None:
    first = (
        "LOWMERE, Norland, 10 Feb 2031 (Orle News) – A storm crossed the coast of Norland on Sunday, killing at least "
        "nine people and driving some 22,000 from their homes, the disaster institute said on Monday.\n\n"
        "It took the roofs off the cannery and the school, its director, Ana Torvik, told reporters in Lowmere.\n"
    )
    later = (
        "LOWMERE, Norland, 13 Feb 2031 (Orle News) – The storm that crossed the coast of Norland killed 27 people, the "
        "disaster institute said on Thursday.\n\n"
        "About 61,000 people have been displaced, its director, Ana Torvik, said.\n\n"
        "It took the roofs off the cannery and the school, she told reporters in Lowmere.\n"
    )
    paths = []
    for name, text in (("a0.txt", first), ("a1.txt", later)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        paths.append(str(tmp_path / name))
    (story,) = api.report(paths).stories
    told = {d.spans[0].text: d for d in story.discrepancies if d.type == "conflicting_figure"}
    assert any("22,000" in words for words in told)
    assert all(d.severity == "info" for d in told.values())
