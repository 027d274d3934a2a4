"""Accounts of the sets, made once per state of the code, and samples of the sets.

    python benchmarks/accounts.py MODE PROCESSES OUTPUT INPUT…

MODE is `story` (the input says which story an article is of), `none` (the product groups) or `quantities`. Accounts
hold the texts of others: they stay in `out/bench`, which git ignores.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "bench"


class Failed(Exception):
    """A set could not be measured; the message says why, in one line."""


def fingerprint(files: Iterable[Path], *more: str) -> str:
    """A hash of the contents of files and of some words."""
    digest = hashlib.sha256("\0".join(more).encode())
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def code() -> str:
    """The fingerprint of the program and of the model it parses with."""
    files = []
    for package in ("variorum", "variorum_en"):
        spec = find_spec(package)
        folders = spec.submodule_search_locations if spec else None
        if not folders:
            raise SystemExit(f"package {package} is not installed (pip install .)")
        files += sorted(f for f in Path(folders[0]).rglob("*") if f.is_file() and f.suffix != ".pyc")
    return fingerprint(files)


def account(mode: str, inputs: list[Path], name: str, *, version: str, processes: int, limit: float) -> Path:
    """The file with the account of the inputs: an earlier one when nothing changed, else made by a process of its own.

    Raises Failed when that process fails or takes longer than `limit` seconds.
    """
    key = fingerprint(inputs, version, mode, *(i.name for i in inputs))
    made = OUT / f"{name}-{mode}-{key}.json"
    if made.exists():
        return made
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.glob(f"{name}-{mode}-*.json"):
        old.unlink()
    command = [sys.executable, str(Path(__file__)), mode, str(processes), str(made), *map(str, inputs)]
    try:
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True, timeout=limit)
    except subprocess.TimeoutExpired as error:
        raise Failed(f"took longer than {limit:.0f} s") from error
    if done.returncode:
        last = done.stderr.strip().splitlines()
        raise Failed(last[-1] if last else f"ended with status {done.returncode}")
    return made


def sample(folder: Path, every: int) -> Path:
    """A copy of a set with every n-th story, in the order of the stories' names."""
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n")
    records = [json.loads(line) for line in lines]
    stories = set(sorted({r["story"] for r in records})[::every])
    kept = {r["id"] for r in records if r["story"] in stories}
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for field in ("stories", "documents", "pairs", "answers"):
        if field in gold:
            gold[field] = {k: v for k, v in gold[field].items() if k in stories or k in kept}
    made = OUT / "samples" / f"{folder.name}-{every}"
    made.mkdir(parents=True, exist_ok=True)
    chosen = [line for line, r in zip(lines, records, strict=True) if r["id"] in kept]
    (made / "articles.jsonl").write_text("\n".join(chosen) + "\n", encoding="utf-8")
    (made / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    if (published := folder / "published.json").exists():
        (made / "published.json").write_bytes(published.read_bytes())
    return made


def make(mode: str, processes: int, output: Path, inputs: list[str]) -> None:
    """Make one account and write it; the file appears only when it is whole."""
    import msgspec

    from variorum import api
    from variorum.export import Options, render

    if mode == "quantities":
        document = msgspec.json.encode(api.quantities(inputs)).decode()
    else:
        group_by = "story" if mode == "story" else None
        made = api.report(inputs, group_by=group_by, processes=processes, progress=Progress())
        document = render(made, "json", Options())
    half = output.with_suffix(".half")
    half.write_text(document, encoding="utf-8")
    half.rename(output)


class Progress:
    """Tells on standard output how far a stage is, at most every ten seconds."""

    def __init__(self) -> None:
        self.told = perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if perf_counter() - self.told > 10:
            self.told = perf_counter()
            print(f"    {stage} {done}/{total}", flush=True)


if __name__ == "__main__":
    make(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
