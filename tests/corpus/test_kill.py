"""A run killed at any moment goes on, and its tables are those of a run that nobody disturbed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus_world import tables
from variorum.api import run

KILLS = 20


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_killed_runs_end_in_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    run([corpus], tmp_path / "undisturbed")
    out = tmp_path / "killed"
    command = [sys.executable, "-m", "variorum", "run", str(corpus), str(out), "--processes", "2", "--no-progress"]
    chance = random.Random(20)
    killed = 0
    for _ in range(KILLS):
        killed += _killed(command, chance.uniform(0.2, 6.0))
        assert (out / "run.json").exists() is False or tables(out) == tables(tmp_path / "undisturbed")
        if chance.random() < 0.3:  # start over, so that early moments are hit too
            subprocess.run(["rm", "-rf", str(out)], check=True)
    assert killed >= KILLS // 2
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    assert tables(out) == tables(tmp_path / "undisturbed")


def _killed(command: list[str], after: float) -> bool:
    """Whether the run (all its processes) was killed before it ended."""
    process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running
