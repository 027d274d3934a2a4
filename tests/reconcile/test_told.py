"""The day of undated reports, and reports that a later one has left behind."""

from __future__ import annotations

import pytest

from reading import article
from reconcile.stories import KINDS, PLACE, Draft
from variorum.extract import extract
from variorum.kinds.base import Kind
from variorum.reconcile import reconcile
from variorum.reconcile.told import told_day

MORE = {**KINDS, "buildings_damaged": Kind(name="buildings_damaged", label="damaged", unit="buildings")}


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("A ferry ran aground off Roan, the coast guard said on Wednesday.", "2031-05-07"),
        ("A ferry ran aground off Roan, the coast guard said Wednesday, and nobody was hurt.", "2031-05-07"),
        ("The mayor said that Wednesday will be a day of mourning in Roan.", None),
        ("A ferry ran aground off Roan on Wednesday.", None),
    ],
)
def test_the_day_of_an_undated_report_is_that_of_its_statement(lead: str, day: str | None) -> None:
    undated = article(lead, None)
    assert told_day(undated, extract(article(lead, "2031-05-09"))) == day
    assert told_day(article(lead, "2031-05-09"), extract(article(lead, "2031-05-09"))) is None


def numbers(draft: Draft, kind: str) -> tuple[object, object, object]:
    found = reconcile(draft.records(), "ucdp", MORE)
    figure = next(f for f in found if f.kind == kind and f.subset is None and f.place in (None, PLACE))
    return figure.low, figure.best, figure.high


def storm(toll: int) -> Draft:
    draft = Draft()
    early, late = draft.article("early", "2031-05-02"), draft.article("late", "2031-05-03")
    for name, killed, damaged, missing, fires in ((early, 23, 7900, 19, 7), (late, toll, 9800, 8, 9)):
        draft.claim(name, killed)
        draft.claim(name, damaged, kind="buildings_damaged")
        draft.claim(name, missing, kind="missing")
        draft.claim(name, fires, kind="fires")
    return draft


def test_a_report_that_knows_more_dead_knows_more_of_the_damage_too() -> None:
    assert numbers(storm(27), "buildings_damaged") == (9800, 9800, 9800)
    assert numbers(storm(27), "missing") == (8, 8, 8)


def test_without_news_of_the_dead_two_surveys_disagree() -> None:
    assert numbers(storm(23), "buildings_damaged")[::2] == (7900, 9800)


def test_what_burnt_that_night_was_counted_then() -> None:
    assert numbers(storm(27), "fires")[::2] == (7, 9)


@pytest.mark.parametrize(("text", "low"), [("Four others were washed up", 27), ("Four were washed up", 4)])
def test_others_than_some_told_of_before_are_no_total(text: str, low: int) -> None:
    draft = Draft()
    report = draft.article("report", "2031-05-02")
    draft.claim(report, 27, by="institute")
    draft.claim(report, 4, by="navy")
    last = draft.claims[report][-1]
    span = type(last.span)(last.span.article, last.span.start, last.span.end, text)
    draft.claims[report][-1] = type(last)(**{f: getattr(last, f) for f in last.__struct_fields__} | {"span": span})
    assert numbers(draft, "killed")[0] == low
