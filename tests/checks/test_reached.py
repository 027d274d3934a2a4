"""A later count that an earlier "more than" left open is no news of a difference."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from variorum.api import report

OLD = "\nThe harbour was shut for the night. Nobody fell into the water. Buses took the riders home."
NEW = "\nDetectives heard the captain for six hours. A union said that the steering had failed before."


def alarms(tmp_path: Path, first: str, second: str) -> list[str]:
    """What is said of two reports' counts of the hurt, a day apart."""
    texts = (
        (
            "2033-02-01",
            f"Ferry hits pier in Brod\nMore than {first} people were hurt when a ferry hit a pier in Brod.{OLD}",
        ),
        ("2033-02-02", f"Brod captain questioned\n{second} people were hurt in Tuesday's ferry crash in Brod.{NEW}"),
    )
    rows = [{"id": d, "story": "s", "published": d, "text": t} for d, t in texts]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in rows))
    (story,) = report([path], group_by="story").stories
    return [d.message for d in story.discrepancies if d.type == "conflicting_figure"]


@pytest.mark.parametrize(("first", "second"), [("40", "46"), ("600", "743"), ("1,300", "1,390")])
def test_what_more_than_left_open(tmp_path: Path, first: str, second: str) -> None:
    assert not alarms(tmp_path, first, second)


@pytest.mark.parametrize(("first", "second"), [("40", "61"), ("1,300", "1,520"), ("600", "412")])
def test_what_it_did_not(tmp_path: Path, first: str, second: str) -> None:
    assert len(alarms(tmp_path, first, second)) == 1
