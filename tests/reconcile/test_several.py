"""Reports of several events: which of them their counts are of stays open."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from variorum.lang.events import several
from variorum.model import Figure
from variorum.reconcile import reconcile
from variorum.reconcile.replay import replay

from .stories import Draft
from .test_survivors import MORE


def hurt(reports: list[tuple[str, int]]) -> Figure | None:
    """The figure of the injured of reports, each with its title and its count."""
    draft = Draft()
    for n, (_, number) in enumerate(reports):
        draft.claim(draft.article(f"r{n}", "2031-05-02"), number, kind="injured")
    records = draft.records()
    titled = tuple(replace(a, title=t) for a, (t, _) in zip(records.articles, reports, strict=True))
    found = reconcile(replace(records, articles=titled), "ucdp", MORE)
    assert all(replay(f, records.claims) == (f.low, f.best, f.high) for f in found)
    return next((f for f in found if f.kind == "injured" and f.subset is None), None)


def test_of_a_round_ups_count_any_part_may_be_the_events() -> None:
    figure = hurt([("Five hurt in three shootings in Tarrin", 5)])
    assert figure is not None and (figure.low, figure.best, figure.high) == (0, 5, 5)
    plain = hurt([("Five hurt in Tarrin shooting", 5)])
    assert plain is not None and (plain.low, plain.best, plain.high) == (5, 5, 5)


def test_a_report_of_the_one_event_counts_before_a_round_up() -> None:
    figure = hurt([("Five hurt in three shootings in Tarrin", 5), ("Two hurt at Tarrin mill", 2)])
    assert figure is not None and (figure.best, figure.high) == (2, 2)


def test_where_most_reports_tell_of_several_shootings_they_are_the_event() -> None:
    rows = [("Five hurt in two shootings in Tarrin", 5), ("Tarrin: two shootings, five hurt", 5), ("Two hurt", 2)]
    figure = hurt(rows)
    assert figure is not None and figure.best == 5


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two dead in separate shootings", True),
        ("Four hurt in weekend shootings", True),
        ("Police looked into two unrelated incidents", True),
        ("Two dead in Tarrin shooting", False),
        ("The latest in a string of shootings", False),
    ],
)
def test_words_for_several_events(text: str, told: bool) -> None:
    assert several(text) is told
