"""Those who died since the count that a report still carries, and persons told twice in one report."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from variorum.model import Claim, Figure, StoryRecords, Value
from variorum.reconcile import reconcile
from variorum.reconcile.described import pronoun, same_person
from variorum.reconcile.replay import replay

from .stories import Draft
from .test_survivors import MORE, Told, best


def figures(records: StoryRecords, made: tuple[Claim, ...]) -> dict[str, Figure]:
    """Figures without a part, each of which replays."""
    found = reconcile(replace(records, claims=made), "ucdp", MORE)
    assert all(replay(f, made) == (f.low, f.best, f.high) for f in found)
    return {f.kind: f for f in found if f.subset is None}


def of_nth(stated: str) -> dict[str, Figure]:
    """An early report of two dead and four hurt, and a later one whose headline numbers the dead."""
    draft = Draft()
    early, late = draft.article("early", "2031-05-02"), draft.article("late", "2031-05-20")
    draft.claim(early, 2)
    draft.claim(early, 4, kind="injured")
    draft.claim(late, 3, section="headline")
    records = draft.records()
    claims = [c for e in records.extractions for c in e.claims]
    claims[-1] = replace(claims[-1], value=Value(stated, 3, 3, 3, "exactly"))
    return figures(records, tuple(claims))


def test_a_third_man_to_die_was_one_of_the_hurt() -> None:
    found = of_nth("Third man")
    assert (found["killed"].best, found["injured"].best, found["injured"].high) == (3, 3, 4)


def test_a_higher_toll_alone_says_nothing_of_the_hurt() -> None:
    found = of_nth("3")
    assert (found["killed"].best, found["injured"].best) == (3, 4)


@pytest.mark.parametrize(("died", "hurt"), [("one later died", 2), ("one was found", 3)])
def test_a_headline_keeps_up_with_the_news(died: str, hurt: int) -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 2, section="headline")
    draft.claim(article, 1)
    draft.claim(article, 3, kind="injured")
    draft.claim(article, 1, partial=True)
    records = draft.records()
    *claims, last = records.extractions[0].claims
    last = replace(last, person="Ana Weld", span=replace(last.span, text=died))
    assert figures(records, (*claims, last))["injured"].best == hurt


@pytest.mark.parametrize(("told", "hurt"), [("boy has died", 0), ("boy killed", 1)])
def test_who_is_counted_as_hurt_has_died_by_the_headline(told: str, hurt: int) -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 1, section="headline")
    draft.claim(article, 1, kind="injured")
    records = draft.records()
    boy, one = records.extractions[0].claims
    boy = replace(boy, person="Boy", span=replace(boy.span, text=told))
    assert figures(records, (boy, one))["injured"].best == hurt


def test_a_death_by_full_name_holds_in_later_reports() -> None:
    early: tuple[str, list[Told]] = ("2031-05-02", [("killed", 1, "Ana Weld"), ("injured", 1, "Pell Oro")])
    late: tuple[str, list[Told]] = ("2031-06-02", [("injured", 1, "Ana Maria Weld"), ("injured", 1, "Pell Oro")])
    other: tuple[str, list[Told]] = ("2031-06-02", [("injured", 1, "Jon Tal"), ("injured", 1, "Pell Oro")])
    assert best([early, late], "injured") == 1
    assert best([early, other], "injured") == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10-Year-Old Son", "his 10-year-old son", True),
        ("10-year-old son", "11-year-old son", False),
        ("Tomo Brackner", "Tomo Abel Bracknir", True),
        ("Tomo Brack", "Tomo Brock", False),
        ("Ana Brackner", "Tomo Bracknir", False),
        ("a man", "the man", False),
    ],
)
def test_two_tellings_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_a_pronoun_means_one_of_those_told_of() -> None:
    assert pronoun("him") and pronoun("She") and not pronoun("Hera") and not pronoun(None)
    assert best([("2031-05-02", [("injured", 1, "a clerk"), ("injured", 1, "he")])], "injured") == 1
    assert best([("2031-05-02", [("injured", 1, "a clerk"), ("injured", 1, "a nurse")])], "injured") == 2
