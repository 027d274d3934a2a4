"""Earlier counts in one row for each count that stands, and what stays a discrepancy of its own."""

from __future__ import annotations

import msgspec
import stand_collapse

from variorum.account import build
from variorum.account.records import Account
from variorum.export import overtaken, render
from variorum.model import Discrepancy, Span

OLD, OLDER, NEW = Span("a-agency", 0, 4, "four"), Span("a-copy", 2, 7, "three"), Span("a-second", 8, 13, "seven")


def note(id_: str, message: str, spans: tuple[Span, ...], severity: str = "info") -> Discrepancy:
    return Discrepancy(id=id_, type="conflicting_figure", severity=severity, spans=spans, message=message)  # type: ignore[arg-type]


FOUND = (
    note("d-1", "killed: four, later seven", (OLD, NEW)),
    note("d-2", "killed: three, later seven", (OLDER, NEW)),
    note("d-3", "killed: six, later corrected to five", (OLD, NEW)),
    note("d-4", "killed: four against seven", (OLD, NEW), "warning"),
    note("d-5", "injured: forty, later 60", (OLD, NEW)),
)


def test_one_row_for_each_count_that_stands() -> None:
    others, rows = overtaken.split(FOUND)
    assert [d.id for d in others] == ["d-3", "d-4"]
    assert [(r.kind, r.now, [e.stated for e in r.earlier]) for r in rows] == [
        ("killed", "seven", ["four", "three"]),
        ("injured", "60", ["forty"]),
    ]
    assert rows[0].standing == NEW and rows[0].earlier[1].span == OLDER


def test_every_format_for_readers_shows_them() -> None:
    story = msgspec.structs.replace(build(stand_collapse.records(), "ucdp"), discrepancies=FOUND)
    account = Account(policy="ucdp", stories=(story,))
    assert "killed   four A, three B – later seven" in render(account, "text")
    assert "  - killed: four (A), three (B); later seven" in render(account, "md")
    page = render(account, "html")
    assert all(f'id="{d.id}"' in page for d in FOUND), "links from the articles lead somewhere"
