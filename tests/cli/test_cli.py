"""The command line: exits, messages, formats, pipes. The reading itself is replaced by the hand-made story."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import stand_collapse

from variorum.account import build
from variorum.account.records import Account
from variorum.cli.main import COMMANDS, main
from variorum.errors import InputError
from variorum.model import Dropped

CALLS: list[dict[str, Any]] = []


def fake_report(inputs: Sequence[Path], **settings: Any) -> Account:
    CALLS.append({"inputs": list(inputs), **settings})
    if str(inputs[0]) == "missing":
        raise InputError("no such file: missing\x1b[2J", fix="name a file that exists")
    if str(inputs[0]) == "interrupt":
        raise KeyboardInterrupt
    if settings["progress"]:
        settings["progress"]("extract", 1, 2)
    dropped = tuple(Dropped(f"bad{i}.txt", "not text") for i in range(12))
    return Account(policy=settings["policy"], stories=(build(stand_collapse.records(), "ucdp"),), dropped=dropped)


def fake_quantities(inputs: Sequence[Path]) -> list[dict[str, Any]]:
    number = {"start": 0, "end": 5, "text": "dozen", "number": 12, "low": 12, "high": 12, "unit": None}
    return [{"source_id": "one", "quantities": [number | {"modifier": "exactly", "trend": None}]}]


@pytest.fixture(autouse=True)
def api(monkeypatch: pytest.MonkeyPatch) -> None:
    CALLS.clear()
    fake = types.ModuleType("variorum.api")
    fake.report, fake.quantities = fake_report, fake_quantities  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "variorum.api", fake)


def test_report_prints_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "x", "--policy", "range", "--group-by", "story"]) == 0
    shown = capsys.readouterr()
    assert "Stand collapses" in shown.out and "\x1b" not in shown.out
    assert shown.err.splitlines()[0] == "not read: bad0.txt: not text"
    assert shown.err.splitlines()[-1] == "not read: 2 more; the account lists all"
    assert (CALLS[0]["policy"], CALLS[0]["group_by"], CALLS[0]["progress"]) == ("range", "story", None)


def test_report_json_is_valid_even_with_dropped_inputs(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["report", "x", "--format", "json"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["format"] == "variorum-account/1"


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!doctype html>"), ("a.MD", "# "), ("a.json", "{"), ("a.txt", "Stand")]
)
def test_suffix_decides_the_format(tmp_path: Path, name: str, start: str) -> None:
    target = tmp_path / name
    assert main(["report", "x", "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith(start)
    assert b"\r" not in target.read_bytes()


def test_format_wins_over_the_suffix(tmp_path: Path) -> None:
    target = tmp_path / "a.html"
    assert main(["report", "x", "-o", str(target), "--format", "json"]) == 0
    assert target.read_bytes().startswith(b"{")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["report", "missing"], "error: no such file: missing⟦U+001B⟧[2J\nFix: name a file that exists\n"),
        (["report", "x", "-o", "a.docx"], "error: no format goes with the suffix of 'a.docx'\nFix: use one of .json"),
        (["report", "x", "-o", "no/such/folder/a.md"], "error: cannot write no/such/folder/a.md: "),
        (["explain", "c-1"], "error: explain needs either inputs or --account\nFix: "),
        (["explain", "c-1", "x"], "error: the account holds nothing with the id 'c-1'\nFix: nearest ids: "),
        (["explain", "c-1", "--account", "nowhere.json"], "error: cannot read nowhere.json: "),
    ],
)
def test_errors_name_their_fix(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    shown = capsys.readouterr()
    assert message in shown.err and shown.err.count("Fix: ") == 1 and "Traceback" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("argv", [[], ["nonsense"], ["report"], ["report", "x", "--policy", "average"]])
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(argv)
    assert stop.value.code == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("error: ") and "Fix: see variorum" in shown.err


def test_interrupt() -> None:
    assert main(["report", "interrupt"]) == 130


def test_progress_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "x", "--progress"]) == 0
    assert callable(CALLS[0]["progress"])


def test_explain_from_a_stored_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = tmp_path / "account.json"
    assert main(["report", "x", "-o", str(stored)]) == 0
    calls = len(CALLS)
    assert main(["explain", "f-killed", "--account", str(stored)]) == 0
    assert "supersede: nine of 4 May" in capsys.readouterr().out
    assert len(CALLS) == calls


def test_render_gives_the_same_document_as_report(tmp_path: Path) -> None:
    stored, first, second = tmp_path / "a.json", tmp_path / "first.html", tmp_path / "second.html"
    assert main(["report", "x.txt", "-o", str(stored)]) == 0
    assert main(["report", "x.txt", "-o", str(first)]) == 0
    assert main(["render", str(stored), "-o", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_explain_refuses_a_file_that_is_no_account(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stored = tmp_path / "other.json"
    stored.write_text('{"a": 1}')
    assert main(["explain", "f-killed", "--account", str(stored)]) == 2
    assert "not an account" in capsys.readouterr().err


def test_quantities(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "x", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["quantities"][0]["number"] == 12
    assert main(["quantities", "x"]) == 0
    assert "[0:5]" in capsys.readouterr().out


def test_kinds_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kinds", "--format", "json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)
    assert main(["kinds"]) == 0 and main(["version"]) == 0
    assert "variorum " in capsys.readouterr().out


def run(*argv: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "variorum.cli.main", *argv], capture_output=True, text=True, timeout=60
    )


def test_help_lists_the_commands() -> None:
    shown = run("--help")
    assert all(name in shown.stdout for name in COMMANDS)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom variorum.cli.main import parser\nparser()\n"
        "print([m for m in ('rich', 'msgspec', 'spacy', 'numpy', 'pandas') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert shown.stdout.strip() == "[]"


def test_reader_of_the_pipe_goes_away(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom variorum.cli import output, report\nfrom variorum.cli.main import main\n"
        "report.run = lambda args: output.write('x\\n' * 1_000_000, None) or 0\n"
        "sys.exit(main(['report', 'x']))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=30) == 141


@pytest.mark.skipif(os.name == "nt", reason="a C locale")
def test_output_is_utf8_in_any_locale() -> None:
    code = "from variorum.cli import output\noutput.write('Ze\\u0142enski \\u2265 9\\n', None)"
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, env=env, timeout=60)
    assert shown.stdout == "Zełenski ≥ 9\n".encode()
