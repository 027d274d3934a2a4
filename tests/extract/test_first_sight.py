"""Claims in prose that the rules met for the first time: each construction with a sentence that tells one, and one that
must not."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.model import Claim


def told(text: str, kind: str) -> list[Claim]:
    return [c for c in claims(text) if c.kind == kind and c.person is None]


def numbers(text: str, kind: str) -> list[object]:
    return [c.value.number for c in told(text, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Seventeen (17) persons were killed and four (4) others are on admission.", "killed", [17]),
        ("Seventeen (17) persons were killed and four (4) others are on admission.", "hospitalised", [4]),
        ("Porters dragged 14 people out from under the stand.", "rescued", [14]),
        ("Crews cut three people out of a tram.", "rescued", [3]),
        ("Neighbours managed to free 11 lodgers from beneath the beams.", "rescued", [11]),
        ("The mill cut 14 people out of its night shift to save jobs.", "rescued", []),
        ("Nobody on the team got so much as a bruise.", "injured", [0]),
        ("Neither drivers nor stewards came to harm.", "injured", [0]),
        ("Neither the mayor nor his deputy came to the meeting.", "injured", []),
        ("Six pipes burst, none of which caused any injuries.", "injured", [0]),
        ("None of the pipes caused a delay.", "injured", []),
        ("The landslide did not cause any casualties.", "killed", [0]),
        ("The mayor could not confirm any deaths.", "killed", []),
        ("There are no dead, the mayor said.", "killed", [0]),
        ("There was no loss of life.", "killed", [0]),
        ("Two farms no longer exist.", "buildings_destroyed", []),
        ("Two barns no longer exist.", "buildings_destroyed", [2]),
        ("Some 40 barns suffered damage and six were flattened.", "buildings_destroyed", [6]),
        (
            "The storm wrecked 30 cottages and left 12 villages cut off; nine were abandoned.",
            "buildings_destroyed",
            [30],
        ),
        ("The hailstorm damaged 16 villas, and seven were gutted by fire.", "buildings_destroyed", [7]),
        ("Of the nurses, one does not store tents in a ward.", "missing", []),
        ("All but three of the campers were accounted for.", "missing", [3]),
        ("All but three of the campers were sunburnt.", "missing", []),
        (
            "Seven hikers are missing. The club, which had been looking for nine, said it was eight.",
            "missing",
            [7, 9, 8],
        ),
        ("On the missing they disagree: four, says the mayor; five, the club told us.", "missing", [4, 5]),
        ("On the weather they disagree: four, says the mayor; five, the club told us.", "missing", []),
        ("There are 12 names on the list of the missing.", "missing", [12]),
        ("The ministry reported 24 injured civilians.", "injured", [24]),
        ("The ministry flew the 24 injured civilians home.", "injured", []),
        ("Three pupils of Linden School, who had come with a teacher, were among the dead.", "killed", [3]),
        ("The toll had stood at four on Monday and at seven by dusk.", "killed", [4, 7]),
        ("Verification of three further reported deaths is pending.", "killed", [3]),
        ("She knew two of the dead by name.", "killed", []),
        ("The bells rang at half past three and 12 people died.", "killed", [12]),
        ("They used 20 drones at half past three.", "drones_launched", [20]),
        ("Drones: 31, of which 24 shot down", "shot_down", [24]),
        ("Drones: 31, of which 24 shot down", "drones_launched", [31]),
        ("They put the number of drones used at 31. Of these, 24 were shot down.", "shot_down", [24]),
        ("None of the nine rockets used was intercepted.", "missiles_launched", [9]),
        ("Gunners shot down 20 unmanned aerial vehicles.", "shot_down", [20]),
        ("The army said it had shot down a fighter jet.", "shot_down", [1]),
        ("The army said a fighter jet had flown past.", "shot_down", []),
        ("The ministry said none of its aircraft had been lost.", "shot_down", [0]),
        ("Gunners downed 20 drones and six missiles, 26 targets in all.", "shot_down", [20, 6, 26]),
        ("Gunners downed 20 drones and six missiles, 30 shells in all.", "shot_down", [20, 6]),
    ],
)
def test_told_in_new_words(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_a_part_is_never_larger_than_its_whole() -> None:
    text = "Three people were killed and 19 wounded, eight of them guards, when shells hit the port."
    assert numbers(text, "killed") == [3]
    assert [(c.value.number, c.subset) for c in told(text, "injured")] == [(19, None), (8, "guards")]


def test_two_counts_are_set_beside_two_others() -> None:
    text = "Eighty barns were damaged and four destroyed, up from 52 and two a day earlier."
    assert numbers(text, "buildings_damaged") == [80, 52]
    assert numbers(text, "buildings_destroyed") == [4, 2]
    apart = "Eighty barns were damaged and four destroyed, said the mayor of 52 and two others."
    assert numbers(apart, "buildings_damaged") == [80]


def test_patients_in_a_bad_state_are_some_of_the_patients() -> None:
    text = "Thirty-one people were taken to hospital. Nine were listed in critical condition."
    assert [(c.value.number, c.partial) for c in told(text, "hospitalised")] == [(31, False), (9, True)]
    assert numbers("Thirty-one people were arrested. Nine were listed in critical condition.", "hospitalised") == []
    assert numbers("Two people were taken to hospital. Nine others were in critical condition.", "hospitalised") == [2]


def test_the_rest_is_known_by_the_sum() -> None:
    text = (
        "Morgues hold 22 bodies. A porter said his hospital alone took in 13. The remaining nine were seen at a clinic."
    )
    assert numbers(text, "killed") == [22, 13, 9]
    other = "Morgues hold 22 bodies. A porter said his hospital alone took in 13. The remaining five drove home."
    assert numbers(other, "killed") == [22, 13]


def test_a_line_with_a_label_is_no_part_of_the_line_before() -> None:
    text = "Twelve people died at the market in May.\n\nKey points\n- Death toll: 5\n- Wounded: 20"
    assert [(c.value.number, c.partial) for c in told(text, "killed")] == [(12, False), (5, False)]


def test_an_abbreviation_goes_on() -> None:
    text = "Some 900 persons (incl. 210 children) have been displaced."
    assert [(c.value.number, c.subset) for c in told(text, "displaced")] == [(900, None), (210, "children")]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Four fans died when their minibus overturned. They are not included in the toll.", ["background"]),
        ("Four fans, who are not counted in the toll, died on the way.", ["background"]),
        ("The toll does not include four fans who died on the road.", ["background"]),
        ("Four fans died. The cost of repairs is not included in the figure.", ["event"]),
    ],
)
def test_who_is_kept_out_of_the_toll_is_of_another_event(text: str, scopes: list[str]) -> None:
    text = f"At least 20 people died in the crush. {text}"
    assert [c.scope for c in told(text, "killed")] == ["event", *scopes]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("The blast left eight dead and more than 20 with burns.", "injured", [20]),
        ("The rebels said they had killed 40 soldiers; the army admitted to six.", "hospitalised", []),
        ("More than 70 sought treatment for cuts.", "missing", []),
        ("More than 70 people were sought after the quake.", "missing", [70]),
        ("Nine suspects are in custody, two are on the run.", "detained", [9]),
        ("Nine suspects are in custody, two are on the run.", "escaped", [2]),
        ("Four missiles were intercepted; two got through.", "missiles_launched", []),
        ("Air defences accounted for 37 of the 40 drones.", "shot_down", [37]),
        ("Air defences accounted for 37 of the 40 drones.", "drones_launched", [40]),
        ("The clinic admitted 83, out of which 49 had been treated and discharged.", "hospitalised", [83]),
        ("Police arrested 62 demonstrators on Saturday and another 18 on Sunday.", "protesters", []),
        ("Three persons were declared brought dead at the hospital.", "killed", [3]),
        ("The hospital has room for only 20 bodies.", "killed", []),
        ("Over 1,100 people were shifted to relief camps.", "evacuated", [1100]),
        ("Rescuers have recovered 14 bodies and are looking for nine more people.", "missing", [9]),
        ("Detectives are looking for nine people over the theft.", "missing", []),
        ("Residents say 31 houses are gone.", "buildings_destroyed", [31]),
        ("Some 30 tutors and up to 70 guards were killed.", "killed", [30, 70]),
        ("The museum lost 30 paintings in the fire.", "killed", []),
        ("The village lost 30 souls in the flood.", "killed", [30]),
        ("The band held 23 concerts.", "detained", []),
        ("Police held 23 marchers.", "detained", [23]),
        ("The choir mowed down 23 songs.", "killed", []),
        ("Two drones filmed the rescue.", "drones_launched", []),
        ("Guards found 11 dead migrants in a truck.", "killed", [11]),
        ("The governor said 19 had been killed and 62 wounded, among the latter nine soldiers.", "killed", [19]),
        ("Not one of the 31 crew was lost.", "killed", [0]),
    ],
)
def test_told_so_and_not_otherwise(text: str, kind: str, found: list[object]) -> None:
    assert numbers(text, kind) == found


def test_those_described_are_not_counted_again() -> None:
    assert numbers("Police arrested two men, a cook and the owner of a stall.", "detained") == [2]
    assert [c for c in claims("Police arrested two men, a cook and the owner of a stall.") if c.person] == []
