"""Counts of a part contradict no count of all."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks.desk import Desk
from variorum.checks.whole import counts, rest
from variorum.kinds.base import load


def whole(text: str, kind: str, stated: str, words: str, **fields: object) -> bool:
    draft = Draft().text("a", text).claim("a", kind, stated, words, **fields)
    records = draft.records()
    return counts(Desk(records, load()), records.extractions[0].claims[0])


@pytest.mark.parametrize(
    ("text", "kind", "stated", "words"),
    [
        ("The barn fire in Roan killed 12 people.", "killed", "12", "killed 12 people"),
        ("One person was killed when the barn burned.", "killed", "1", "One person was killed"),
        ("No deaths were reported from Roan.", "killed", "0", "No deaths"),
        ("Of the 65 injured, 24 lie in Roan.", "injured", "65", "65 injured"),
        ("Twelve divers are missing and the search goes on.", "missing", "12", "Twelve divers are missing"),
    ],
)
def test_a_count_of_all(text: str, kind: str, stated: str, words: str) -> None:
    assert whole(text, kind, stated, words, negated=stated == "0")


@pytest.mark.parametrize(
    ("text", "kind", "stated", "words"),
    [
        ("One of the dead was a cooper.", "killed", "1", "One of the dead"),
        ("One diver was killed below the dam, another by the wheel.", "killed", "1", "One diver was killed"),
        (
            "Of the town's 1,400 houses, 240 were destroyed.",
            "homes_destroyed",
            "1400",
            "1,400 houses, 240 were destroyed",
        ),
        ("Eight divers had life-threatening injuries, a nurse said.", "injured", "8", "Eight divers had"),
        (
            "Seven divers, aged 19 to 45, were badly hurt.",
            "injured",
            "7",
            "Seven divers, aged 19 to 45, were badly hurt",
        ),
        ("No one else was hurt, the reeve said.", "injured", "0", "No one else was hurt"),
        ("A barn burned, see roan.example/3kq for 3 dead.", "killed", "3", "roan.example/3kq for 3 dead"),
    ],
)
def test_a_count_of_a_part(text: str, kind: str, stated: str, words: str) -> None:
    assert not whole(text, kind, stated, words, negated=stated == "0")


def test_a_person_by_name_is_no_total() -> None:
    text = "Odd Ness died in the barn."
    assert not whole(text, "killed", "1", "Odd Ness died", person="Odd Ness")


def test_no_one_else_missing_means_that_all_were_found() -> None:
    assert whole("No one else is missing, the reeve said.", "missing", "0", "No one else is missing", negated=True)


def test_two_others_are_the_rest_of_more() -> None:
    text = "The reeve was hurt on the quay. Two others were hurt on the pier. In all 5 people were hurt."
    draft = Draft().text("a", text).claim("a", "injured", "1", "The reeve was hurt", person="the reeve")
    draft.claim("a", "injured", "2", "Two others were hurt").claim("a", "injured", "5", "5 people were hurt")
    records = draft.records()
    _, others, total = records.extractions[0].claims
    assert rest(Desk(records, load()), others, total)
    assert not rest(Desk(records, load()), total, others)
