"""Totals that no report states."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.kinds.base import Kind
from variorum.model import Claim, Figure, Value
from variorum.reconcile import reconcile
from variorum.reconcile.replay import replay

from .stories import KINDS, Draft

MORE = KINDS | {
    "detained": Kind(name="detained", label="detained", unit="people", people=True),
    "injured": Kind(name="injured", label="injured", unit="people", people=True),
    "shot": Kind(name="shot", label="shot", unit="people", people=True),
}


def figures(
    claims: list[tuple[str, int, str | None, str | None]], adding: frozenset[int] = frozenset()
) -> tuple[dict[str, Figure], list[Claim]]:
    """Figures without a part of one article's claims: kind, number, subset, person; those `adding` are increments."""
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    for _, number, subset, _ in claims:
        draft.claim(article, number, subset=subset)
    records = draft.records()
    made = [
        replace(c, kind=kind, person=person, increment=n in adding)
        for n, (c, (kind, _, _, person)) in enumerate(zip(records.extractions[0].claims, claims, strict=True))
    ]
    records = replace(records, claims=tuple(made), extractions=(replace(records.extractions[0], claims=tuple(made)),))
    found = reconcile(records, "ucdp", MORE)
    return {f.kind: f for f in found if f.subset is None}, made


def test_classes_add_up_and_the_figure_replays() -> None:
    found, claims = figures([("killed", 2, "policemen", None), ("killed", 3, "miners", None)])
    assert found["killed"].best == 5
    assert "sum" in {s.rule for s in found["killed"].steps}
    assert replay(found["killed"], claims)[1] == 5


def test_persons_add_up() -> None:
    found, claims = figures([("killed", 1, None, "Ana Belmore"), ("killed", 1, None, "Peter Quill")])
    assert found["killed"].best == 2
    assert replay(found["killed"], claims) == (2, 2, 2)


def test_one_person_told_twice_is_one() -> None:
    found, _ = figures([("killed", 1, None, "Ana Belmore"), ("killed", 1, None, "Ana Belmore")])
    assert found["killed"].best == 1


def test_a_stated_total_is_never_added_to() -> None:
    found, _ = figures([("killed", 4, None, None), ("killed", 2, "policemen", None), ("killed", 1, "miners", None)])
    assert found["killed"].best == 4


def test_the_shot_who_did_not_die_are_wounded() -> None:
    found, claims = figures([("shot", 5, None, None), ("killed", 2, None, None)])
    assert (found["killed"].best, found["injured"].best) == (2, 3)
    assert replay(found["injured"], claims)[1] == 3
    assert found["injured"].steps[1].value == Value("3", 3, 3, 3, "exactly")


def test_a_part_of_the_wounded_does_not_hide_those_shot() -> None:
    found, claims = figures([("shot", 5, None, None), ("killed", 1, None, None), ("injured", 2, None, None)])
    assert found["injured"].best == 4
    assert replay(found["injured"], claims)[1] == 4


def test_the_dead_are_named_so_who_is_only_described_is_one_of_them() -> None:
    found, claims = figures([("killed", 1, None, "Ana Belmore"), ("killed", 1, None, "a nurse")])
    assert (found["killed"].low, found["killed"].best, found["killed"].high) == (1, 1, 2)
    assert replay(found["killed"], claims) == (1, 1, 2)


def test_what_the_capitals_of_a_headline_make_look_like_a_name_is_a_description() -> None:
    for words in ("Juvenile Shot", "Homicide Victim"):
        found, _ = figures([("killed", 1, None, words), ("killed", 1, None, "Ana Belmore")])
        assert (found["killed"].low, found["killed"].best, found["killed"].high) == (1, 1, 2)
    both, _ = figures([("killed", 1, None, "Tom Brack"), ("killed", 1, None, "Ana Belmore")])
    assert both["killed"].best == 2


def test_the_hurt_are_seldom_named_and_may_be_two() -> None:
    found, claims = figures([("injured", 1, None, "Ana Belmore"), ("injured", 1, None, "a nurse")])
    assert (found["injured"].low, found["injured"].best, found["injured"].high) == (1, 2, 2)
    assert replay(found["injured"], claims) == (1, 2, 2)


def test_those_in_hospital_are_hurt_where_nobody_counts_the_hurt() -> None:
    found, claims = figures([("hospitalised", 4, None, None), ("killed", 1, None, None)])
    assert (found["injured"].low, found["injured"].best) == (3, 4)
    assert replay(found["injured"], claims)[1] == 4


def test_a_total_is_no_less_than_its_part() -> None:
    found, claims = figures([("killed", 38, "migrants", None), ("killed", 36, None, None)])
    assert found["killed"].best == 38
    assert replay(found["killed"], claims)[1] == 38


def test_a_part_below_the_total_changes_nothing() -> None:
    found, _ = figures([("killed", 30, "migrants", None), ("killed", 36, None, None)])
    assert (found["killed"].low, found["killed"].best, found["killed"].high) == (36, 36, 36)


def test_a_class_alone_is_the_least_of_the_total_that_another_report_gives() -> None:
    draft = Draft()
    early, late = draft.article("early", "2031-05-02"), draft.article("late", "2031-05-03")
    draft.claim(early, 7, subset="dockers")
    draft.claim(late, 9)
    (total,) = (f for f in reconcile(draft.records(), "ucdp", KINDS) if f.subset is None)
    assert (total.low, total.best, total.high, total.status) == (9, 9, 9, "updated")
    assert [(p.as_of, p.low) for p in total.timeline] == [("2031-05-02", 7), ("2031-05-03", 9)]


def test_the_most_that_a_class_can_be_is_no_least_of_the_total() -> None:
    draft = Draft()
    only = draft.article("only", "2031-05-02")
    draft.claim(only, 9)
    draft.claim(only, 60, subset="soldiers", modifier="up to")
    (total,) = (f for f in reconcile(draft.records(), "ucdp", KINDS) if f.subset is None)
    assert (total.low, total.best, total.high) == (9, 9, 9)


def test_others_come_on_top_of_a_person() -> None:
    found, made = figures([("detained", 1, None, "a dealer"), ("detained", 2, None, None)], frozenset((1,)))
    assert found["detained"].best == 3
    assert replay(found["detained"], made)[1] == 3


def test_others_told_twice_are_added_once() -> None:
    told = [("detained", 1, None, "a dealer"), ("detained", 2, "insurgents", None), ("detained", 2, "insurgents", None)]
    found, made = figures(told, frozenset((1, 2)))
    assert found["detained"].best == 3
    assert replay(found["detained"], made)[1] == 3


def test_a_stated_total_holds_the_others_too() -> None:
    told = [("killed", 1, None, "Ana Belmore"), ("killed", 2, None, None), ("killed", 3, None, None)]
    found, _ = figures(told, frozenset((1,)))
    assert found["killed"].best == 3


def test_others_of_a_larger_class_are_a_part_of_it() -> None:
    told = [("killed", 5, "officers", None), ("killed", 1, "miners", None), ("killed", 4, "officers", None)]
    found, _ = figures(told, frozenset((2,)))
    assert found["killed"].best == 6


def test_arrests_told_one_after_another_add_up() -> None:
    found, made = figures([("detained", 2, None, None), ("detained", 1, None, None)], frozenset((1,)))
    assert found["detained"].best == 3
    assert replay(found["detained"], made)[1] == 3


def test_more_hurt_may_be_a_part_of_the_total() -> None:
    found, _ = figures([("injured", 5, None, None), ("injured", 2, None, None)], frozenset((1,)))
    assert found["injured"].best == 5


def beside(number: int, left_out: str | None, *more: tuple[str, str]) -> tuple[Figure, list[Claim]]:
    """The figure of the dead where an article counts some besides one; `more`: article, person it tells of."""
    draft = Draft()
    day = "2031-05-02"
    ids = {name: draft.article(name, day) for name in dict.fromkeys(("one", *(a for a, _ in more)))}
    draft.claim(ids["one"], number)
    for name, _ in more:
        draft.claim(ids[name], 1)
    records = draft.records()
    names = {ids[a]: [p for b, p in more if b == a] for a, _ in more}
    made = []
    for extraction in records.extractions:
        counted = [c for c in extraction.claims if c.span.article == ids["one"] and c.value.number == number]
        persons = iter(names.get(extraction.article, []))
        for claim in extraction.claims:
            if claim in counted[:1]:
                made.append(replace(claim, exclusive_of=left_out))
            else:
                made.append(replace(claim, person=next(persons), partial=claim.span.article == ids["one"]))
    found = reconcile(replace(records, claims=tuple(made)), "ucdp", MORE)
    return next(f for f in found if f.kind == "killed" and f.subset is None), made


def test_who_is_left_out_of_a_count_is_added_to_it() -> None:
    figure, claims = beside(3, "the gunman", ("one", "the gunman"))
    assert figure.best == 4
    assert replay(figure, claims)[1] == 4


def test_a_count_that_leaves_nobody_out_stands() -> None:
    assert beside(3, None, ("one", "the gunman"))[0].best == 3


def test_reports_that_agree_on_one_person_outweigh_a_sum_of_descriptions() -> None:
    draft = Draft()
    first, second = draft.article("one", "2031-05-02"), draft.article("two", "2031-05-03")
    for article in (first, first, second):
        draft.claim(article, 1)
    records = draft.records()
    names = iter(("Ana Weld", "a young woman", "Ana Weld"))
    made = tuple(replace(c, person=next(names)) for e in records.extractions for c in e.claims)
    figure = next(f for f in reconcile(replace(records, claims=made), "ucdp", MORE) if f.kind == "killed")
    assert figure.best == 1


def headline(top: int, body: int) -> Figure:
    """The dead of an article whose headline and body give these numbers."""
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, top, section="headline")
    draft.claim(article, body)
    return next(f for f in reconcile(draft.records(), "ucdp", MORE) if f.kind == "killed")


def test_a_headline_may_count_more_than_its_body_tells_one_by_one() -> None:
    assert headline(6, 3).best == 6
    assert headline(60, 30).best == 30
    assert headline(3, 6).best == 6


def test_two_others_besides_one_are_three() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 1)
    draft.claim(article, 2, exclusive_of="a cook", increment=True)
    records = draft.records()
    told = records.extractions[0].claims
    made = tuple(replace(c, person="a cook") if c.value.number == 1 else c for c in told)
    figure = next(f for f in reconcile(replace(records, claims=made), "ucdp", MORE) if f.kind == "killed")
    assert figure.best == 3
    assert replay(figure, made)[1] == 3


def test_what_is_added_to_a_total_is_no_total_with_the_one_it_leaves_out() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 5)
    draft.claim(article, 1)
    draft.claim(article, 2, exclusive_of="a cook", increment=True)
    records = draft.records()
    told = records.extractions[0].claims
    made = tuple(replace(c, person="a cook", partial=True) if c.value.number == 1 else c for c in told)
    figure = next(f for f in reconcile(replace(records, claims=made), "ucdp", MORE) if f.kind == "killed")
    assert figure.best == 5
