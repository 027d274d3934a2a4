"""The judged alarms of `benchmarks/discrepancies.py` stay right, and the planted differences stay found."""

from __future__ import annotations

import importlib

import pytest

RIGHT = 0.96
FOUND = 0.63
"""Of all alarms those a reader found right (one that nobody judged is not); of the planted differences those found."""


def test_alarms_stay_right_and_planted_differences_found(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.syspath_prepend(request.config.rootpath / "benchmarks")
    tally = importlib.import_module("discrepancies").measured()
    verdicts = [tally.verdict(alarm) for alarm in tally.alarms]
    assert verdicts.count(True) / len(verdicts) >= RIGHT
    assert len(tally.hits) / len(tally.hits + tally.missed) >= FOUND
