"""What the documents show works: the README's Python runs, its commands exist, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from variorum.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


def test_python_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (block,) = re.findall(r"```python\n(.*?)```", README, re.S)
    found: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), found)
    assert found["document"]["format"] == "variorum-account/1"  # type: ignore[index]
    assert len(found["claims"]) > 20  # type: ignore[arg-type]


def test_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"^ {4}variorum (\w+)", README, re.M))
    assert named and named <= set(COMMANDS)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README + DESIGN))))
def test_links_lead_to_files(target: str) -> None:
    assert (ROOT / target).exists() or (ROOT / "docs" / target).exists()


def test_layout_of_the_design_is_the_layout() -> None:
    source = ROOT / "src" / "variorum"
    named = set(re.findall(r"^ {2}(\w+)/ ", DESIGN, re.M))
    there = {p.name for p in source.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert named == there


def test_policies_and_types_of_the_design_are_those_of_the_code() -> None:
    from typing import get_args

    from variorum.model import DiscrepancyType
    from variorum.settings import PolicyName

    for name in (*get_args(PolicyName), *get_args(DiscrepancyType)):
        assert f"`{name}`" in DESIGN, name
