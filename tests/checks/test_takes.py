"""Papers that carry one agency's report at different hours: what moved since is news, not a distortion."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks import check
from variorum.kinds.base import load
from variorum.model import Discrepancy

REST = "\n".join(
    (
        "The gallery came down at four in the morning under wet snow, the rescue service said.",
        "Marek Holub, a farrier, was mending a sledge in the yard below and heard nothing.",
        "The riding hall was built in 1911 and was to have been closed for repairs in spring.",
    )
)


def papers(
    first: tuple[int, int], second: tuple[int, int], day: str = "2025-01-15", extra: tuple[int, str] | None = None
) -> Draft:
    story = Draft()
    for name, (dead, hurt), published in (("one", first, "2025-01-14"), ("two", second, day)):
        lead = f"The roof of a riding hall killed {dead} people and injured {hurt} in Brezno on Tuesday."
        told = f"\nRescuers said {extra[0]} people were {extra[1]} under the beams." if extra and name == "two" else ""
        story.text(name, f"{lead}\n{REST}{told}", published=published)
        story.claim(name, "killed", str(dead), f"killed {dead} people")
        story.claim(name, "injured", str(hurt), f"injured {hurt}")
    if extra:
        story.claim("two", extra[1], str(extra[0]), f"{extra[0]} people were {extra[1]}")
    return story.made("two", "one")


def told(draft: Draft) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type in ("changed_figure", "unsupported")]


@pytest.mark.parametrize("day", ["2025-01-14", "2025-01-15"])
def test_counts_that_grew_together_are_another_take(day: str) -> None:
    assert not told(papers((9, 23), (12, 31), day, extra=(4, "missing")))


def test_a_paper_may_print_the_earlier_take_later() -> None:
    assert not told(papers((9, 23), (7, 19), "2025-01-14"))


def test_counts_that_part_are_a_distortion() -> None:
    assert {d.severity for d in told(papers((9, 23), (12, 19)))} == {"error"}


def test_digits_in_another_order_are_a_slip() -> None:
    assert "error" in {d.severity for d in told(papers((9, 23), (12, 32)))}


def test_one_count_that_grew_by_the_next_day_may_be_news() -> None:
    assert {d.severity for d in told(papers((9, 23), (12, 23)))} == {"warning"}
    assert {d.severity for d in told(papers((9, 23), (12, 23), "2025-01-14"))} == {"error"}
    assert {d.severity for d in told(papers((9, 23), (7, 23)))} == {"error"}
