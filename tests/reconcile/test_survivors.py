"""The wounded among those shot or taken to hospital, and those who have died since."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.kinds.base import Kind
from variorum.model import Figure
from variorum.reconcile import reconcile
from variorum.reconcile.replay import replay

from .stories import KINDS, Draft

MORE = KINDS | {
    name: Kind(name=name, label=name, unit="people", people=True) for name in ("injured", "shot", "hospitalised")
}
Told = tuple[str, int, str | None]
"""Kind, number, person."""


def figures(reports: list[tuple[str, list[Told]]]) -> dict[str, Figure]:
    """Figures without a part of reports, each with its day and what it tells; every one replays."""
    draft = Draft()
    persons: dict[str, str | None] = {}
    for n, (day, told) in enumerate(reports):
        article = draft.article(f"r{n}", day)
        for kind, number, person in told:
            persons[draft.claim(article, number, kind=kind)] = person
    records = draft.records()
    made = tuple(replace(c, person=persons[c.id]) for e in records.extractions for c in e.claims)
    found = reconcile(replace(records, claims=made), "ucdp", MORE)
    assert all(replay(f, made)[1] == f.best for f in found)
    return {f.kind: f for f in found if f.subset is None}


def best(reports: list[tuple[str, list[Told]]], kind: str) -> object:
    """The best figure of a kind; None where there is none."""
    found = figures(reports).get(kind)
    return None if found is None else found.best


def test_who_was_hurt_in_an_early_report_is_among_the_dead_of_a_later_one() -> None:
    early, late = ("2031-05-02", [("injured", 1, "a clerk")]), ("2031-05-03", [("killed", 1, "Ana Weld")])
    assert best([early, late], "injured") is None
    assert best([early, late], "killed") == 1


def test_a_later_count_of_the_hurt_is_not_taken_for_the_dead() -> None:
    early, late = ("2031-05-02", [("killed", 2, None)]), ("2031-05-09", [("injured", 2, None)])
    assert best([early, late], "injured") == 2


def test_of_two_counts_of_those_shot_the_higher_found_more() -> None:
    reports: list[tuple[str, list[Told]]] = [
        ("2031-05-02", [("shot", 5, None)]),
        ("2031-05-02", [("shot", 4, None)]),
    ]
    assert best(reports, "injured") == 5


def test_of_two_stated_counts_the_lower_stands_where_nothing_tells_them_apart() -> None:
    reports: list[tuple[str, list[Told]]] = [
        ("2031-05-02", [("injured", 5, None)]),
        ("2031-05-02", [("injured", 4, None)]),
    ]
    assert best(reports, "injured") == 4


def test_the_hurt_are_no_fewer_than_those_in_hospital() -> None:
    assert best([("2031-05-02", [("hospitalised", 2, None), ("injured", 1, "a clerk")])], "injured") == 2


def test_far_more_in_hospital_than_hurt_are_others() -> None:
    assert best([("2031-05-02", [("hospitalised", 31, None), ("injured", 4, None)])], "injured") == 4


def test_who_was_shot_may_have_died_as_another_report_tells() -> None:
    reports: list[tuple[str, list[Told]]] = [
        ("2031-05-02", [("shot", 4, None)]),
        ("2031-05-04", [("killed", 1, None)]),
    ]
    assert (best(reports, "killed"), best(reports, "injured")) == (1, 3)


def test_a_count_that_leaves_others_out_hides_no_person() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 2, exclusive_of="the three students")
    draft.claim(article, 1)
    records = draft.records()
    claims = records.extractions[0].claims
    made = (claims[0], replace(claims[1], person="Ana Weld"))
    found = reconcile(replace(records, claims=made), "ucdp", MORE)
    assert next(f for f in found if f.kind == "killed").best == 1


def test_who_is_told_as_dead_by_name_is_not_among_the_hurt() -> None:
    early: tuple[str, list[Told]] = ("2031-05-02", [("injured", 1, "Ana Weld"), ("injured", 1, "Jon Tal")])
    late: tuple[str, list[Told]] = ("2031-05-03", [("killed", 1, "Ana Maria Weld"), ("injured", 1, "Jon Tal")])
    other: tuple[str, list[Told]] = ("2031-05-03", [("killed", 1, "Ana Brek"), *early[1]])
    assert best([early, late], "injured") == 1
    assert best([early, other], "injured") == 2


def test_persons_told_one_by_one_may_be_few_of_those_in_hospital() -> None:
    assert best([("2031-05-02", [("hospitalised", 5, None), ("injured", 1, "Ana Weld")])], "injured") == 5


def test_whom_the_dead_attacker_shot_does_not_hold_himself() -> None:
    def hurt(left_out: str | None) -> object:
        draft = Draft()
        article = draft.article("one", "2031-05-02")
        draft.claim(article, 6, kind="shot", exclusive_of=left_out)
        draft.claim(article, 2, exclusive_of="a clerk")
        draft.claim(article, 1)
        records = draft.records()
        shot, dead, clerk = records.extractions[0].claims
        shot = replace(shot, span=replace(shot.span, text="shot six people"))
        made = (shot, dead, replace(clerk, person="a clerk"))
        found = {f.kind: f for f in reconcile(replace(records, claims=made), "ucdp", MORE) if f.subset is None}
        assert found["killed"].best == 3
        return found["injured"].best

    assert hurt("a clerk") == 4


def test_a_person_told_in_one_breath_with_a_class_was_shot_too() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 2, kind="shot", subset="women")
    draft.claim(article, 1, kind="injured")
    records = draft.records()
    women, girl = records.extractions[0].claims
    made = (women, replace(girl, person="a girl"))
    found = {f.kind: f for f in reconcile(replace(records, claims=made), "ucdp", MORE) if f.subset is None}
    assert found["injured"].best == 3


def test_a_first_name_alone_is_that_of_the_dead_whose_full_name_another_report_gives() -> None:
    late: list[Told] = [("killed", 1, "Tomo Brack"), ("injured", 1, "Lena Oyela")]
    early: list[Told] = [("injured", 1, "Tomo"), ("injured", 1, "Lena Oyela")]
    assert best([("2031-05-02", early), ("2031-05-04", late)], "injured") == 1


def test_one_family_shares_a_name_and_is_not_one_person() -> None:
    late: list[Told] = [("killed", 1, "Tomo Brack"), ("injured", 1, "Lena Oyela")]
    early: list[Told] = [("injured", 1, "Ana Brack"), ("injured", 1, "Lena Oyela")]
    found = figures([("2031-05-02", early), ("2031-05-04", late)])
    assert found["injured"].high == 2


def hurt(shot: int | None, words: str) -> object:
    """The wounded of a report that counts one dead and, in these words, those shot (None: a word for three or more)."""
    draft = Draft()
    article = draft.article("r", "2031-05-02")
    draft.claim(article, 1)
    if shot is None:
        draft.claim(article, None, "vague", kind="shot", low=3)
    else:
        draft.claim(article, shot, kind="shot")
    records = draft.records()
    made = tuple(
        replace(c, span=replace(c.span, text=words)) if c.kind == "shot" else c
        for e in records.extractions
        for c in e.claims
    )
    found = {f.kind: f for f in reconcile(replace(records, claims=made), "ucdp", MORE)}
    return found["injured"].best if "injured" in found else None


def test_others_who_were_shot_are_besides_the_dead() -> None:
    assert hurt(3, "Three others were shot") == 3
    assert hurt(3, "Three people were shot") == 2


def test_a_vague_number_less_the_dead_is_no_count() -> None:
    assert hurt(None, "multiple people were shot") is None


def test_who_is_called_by_the_same_age_and_word_was_shot_and_died() -> None:
    one = ("2031-05-02", [("injured", 1, "8-year-old brother"), ("killed", 1, "his 8-year-old brother")])
    assert best([one], "injured") is None
    assert best([one], "killed") == 1


def test_two_of_one_age_are_two() -> None:
    two = ("2031-05-02", [("injured", 1, "an 8-year-old boy"), ("killed", 1, "an 8-year-old girl")])
    assert (best([two], "injured"), best([two], "killed")) == (1, 1)


def test_a_fourth_victim_beside_three_shot_makes_four() -> None:
    early: list[Told] = [("shot", 3, None), ("injured", 1, "The fourth shooting victim")]
    assert best([("2031-05-02", early)], "injured") == 4


def test_a_third_victim_is_one_of_three_shot() -> None:
    early: list[Told] = [("shot", 3, None), ("injured", 1, "The third victim")]
    assert best([("2031-05-02", early)], "injured") == 3
