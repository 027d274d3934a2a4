"""The sample's account as a person reads it. `UPDATE_GOLDEN=1 make test` writes it anew; read the difference."""

from __future__ import annotations

import os
from pathlib import Path

from variorum.api import report
from variorum.export import Options, render

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "examples" / "cable-car"


def test_account_of_the_sample() -> None:
    golden = HERE / "cable-car.txt"
    found = render(report([SAMPLE]), "text", Options(width=80))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
