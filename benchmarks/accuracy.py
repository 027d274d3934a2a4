#!/usr/bin/env python3
"""Measure against the sets kept beside the project, and write benchmarks/accuracy.md.

    python benchmarks/accuracy.py                        every set
    python benchmarks/accuracy.py --only gold muc4       some ("gold": the hand-made stories)
    python benchmarks/accuracy.py --sample 5 --only gva  every fifth story, and the table says so

Each set is made into an account by `variorum.api` and scored by its own scorer in a process of its own. Accounts are
kept in out/bench and made again only when code, model or data changed. A set that fails gets a row that says why.
benchmarks/accuracy.json keeps the figures; "previous" is the figure of the last commit that was measured before.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import accounts
from measures import ACCOUNT, BENCHES, GOLD, Bench, Measure

HERE = Path(__file__).resolve().parent
KEPT, TABLE = HERE / "accuracy.json", HERE / "accuracy.md"
MEAN = "gold, mean"


def score(shared: Path, scorer: str, *arguments: Path) -> dict[str, Any]:
    """What a scorer prints with --json. Raises accounts.Failed with its last line of complaint."""
    command = [sys.executable, str(shared / "bench" / f"{scorer}.py"), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise accounts.Failed((done.stderr.strip().splitlines() or ["the scorer failed"])[-1])
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def of_gold(name: str, args: argparse.Namespace) -> dict[str, float | None]:
    """The figures of one hand-made story."""
    gold = args.shared / "gold" / ("kyiv.yaml" if name == "kyiv" else f"{name}/gold.yaml")
    folder = args.shared / "seeds" if name == "kyiv" else gold.parent
    made = accounts.account(
        "none", sorted(folder.glob("*.txt")), name, version=args.version, processes=args.jobs, limit=args.limit
    )
    scores = score(args.shared, "score_account", made, gold)
    return {m.label: m.read(scores) for m in ACCOUNT}


def of_bench(bench: Bench, args: argparse.Namespace) -> dict[str, float | None]:
    """The figures of one set."""
    data = args.shared / "data" / bench.data
    data = accounts.sample(data, args.sample) if args.sample > 1 else data
    made = accounts.account(
        bench.account,
        [data / "articles.jsonl"],
        data.name,
        version=args.version,
        processes=args.jobs,
        limit=args.limit,
    )
    scores = score(args.shared, bench.scorer, data, made)
    return {m.label: m.read(scores) for m in bench.measures}


def keep(kept: dict[str, Any], name: str, entry: dict[str, Any]) -> None:
    """Put in a set's new figures; those of another commit become the previous ones."""
    before = kept.get(name)
    if before and before["commit"] != entry["commit"] and "figures" in before:
        entry["previous"] = {k: before[k] for k in ("commit", "figures", "sample") if k in before}
    elif before:
        entry["previous"] = before.get("previous")
    if "figures" in entry or not before or "figures" not in before:
        kept[name] = entry
    else:
        kept[name] = before | {"failed": f"{entry['failed']} (at {entry['commit']}; figures of {before['commit']})"}


def measure(name: str, args: argparse.Namespace, kept: dict[str, Any]) -> None:
    """One set, and its entry."""
    start = perf_counter()
    entry: dict[str, Any] = {"commit": args.commit}
    if name not in GOLD and args.sample > 1:
        entry["sample"] = args.sample
    print(f"{name} ...", flush=True)
    try:
        bench = next((b for b in BENCHES if b.name == name), None)
        entry["figures"] = of_bench(bench, args) if bench else of_gold(name, args)
    except (accounts.Failed, OSError, ValueError, KeyError) as error:
        entry["failed"] = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    entry["seconds"] = round(perf_counter() - start, 1)
    keep(kept, name, entry)
    told = entry.get("failed") or "  ".join(f"{k} {number(v)}" for k, v in entry["figures"].items())
    print(f"  {told}  [{entry['seconds']} s]", flush=True)


def mean(kept: dict[str, Any], where: str) -> dict[str, float | None]:
    """The mean over the hand-made stories of every figure."""
    entries = [kept[n] if where == "figures" else (kept[n].get("previous") or {}) for n in GOLD if n in kept]
    found = [e["figures"] for e in entries if "figures" in e]
    out: dict[str, float | None] = {}
    for m in ACCOUNT:
        values = [f[m.label] for f in found if f.get(m.label) is not None]
        out[m.label] = sum(values) / len(values) if values else None
    return out


def number(value: float | None) -> str:
    """As the table shows it: counts whole, shares with three places."""
    if value is None:
        return ""
    return f"{value:.3f}" if value != int(value) or value in (0, 1) else str(int(value))


def goal(m: Measure, value: float | None) -> str:
    """The goal, with a mark where it is reached."""
    if m.goal is None:
        return ""
    reached = value is not None and (value <= m.goal if m.at_most else value >= m.goal)
    return f"{'≤' if m.at_most else '≥'} {m.goal:g}{' ✓' if reached else ''}"


def part(entry: dict[str, Any]) -> str:
    """Which stories of a set were measured."""
    return f"every {entry['sample']}th" if entry.get("sample") else "all"


def rows(name: str, entry: dict[str, Any], listed: tuple[Measure, ...]) -> Iterator[str]:
    """The table's rows of one set, a failure first."""
    if "failed" in entry:
        yield f"| {name} | not measured: {entry['failed'].replace('|', '/')} | | | | |"
    old = entry.get("previous") or {}
    figures, before = entry.get("figures") or {}, old.get("figures") or {}
    other = "" if old.get("sample") == entry.get("sample") else f" ({part(old)})"
    for m in listed:
        if m.label in figures:
            value = figures[m.label]
            earlier = number(before.get(m.label))
            cells = (name, m.label, number(value), earlier and earlier + other, m.others, goal(m, value))
            yield "| " + " | ".join(cells) + " |"


HEAD = ("| set | measure | measured | previous | others | goal |", "|---|---|---|---|---|---|")
INTRO = """# Accuracy

Written by `make bench-accuracy`; do not edit. Measured on development data that lies beside the project and is no part
of it: every rule may have been tuned on it, so these figures flatter. `tests/quality` holds what unseen stories score.
Others' figures are published ones, or plain programs of our own over the same data; "[memory]" was never checked.
"""


def table(kept: dict[str, Any]) -> str:
    """The whole document."""
    lines = [INTRO, "| set | code of commit | stories measured | seconds for account and scores |", "|---|---|---|---|"]
    order = [n for n in (*GOLD, *(b.name for b in BENCHES)) if n in kept]
    for name in order:
        e = kept[name]
        lines.append(f"| {name} | {e['commit']} | {part(e)} | {e.get('seconds', '')} |")
    lines += ["", "## Sets", "", *HEAD]
    for bench in BENCHES:
        if bench.name in kept:
            lines += rows(bench.name, kept[bench.name], bench.measures)
    lines += ["", "## Hand-made stories", "", *HEAD]
    lines += rows(MEAN, {"figures": mean(kept, "figures"), "previous": {"figures": mean(kept, "previous")}}, ACCOUNT)
    lines += ["", "Each, in the order " + ", ".join(n for n in GOLD if n in kept) + ":", ""]
    lines += each([kept[n].get("figures") or {} for n in GOLD if n in kept])
    return "\n".join(lines) + "\n"


def each(found: list[dict[str, float | None]]) -> Iterator[str]:
    """One row a measure, one column a story."""
    yield "| measure |" + "".join(f" {n} |" for n in range(1, len(found) + 1))
    yield "|---|" + "---|" * len(found)
    for m in ACCOUNT:
        yield f"| {m.label} | " + " | ".join(number(f.get(m.label)) for f in found) + " |"


def commit() -> str:
    """The last commit that touched program or model, with + when they differ from it."""
    paths = ["--", "src", "models"]
    git = ["git", "-C", str(accounts.ROOT)]
    found = subprocess.run([*git, "log", "-1", "--format=%h", *paths], capture_output=True, text=True).stdout.strip()
    changed = subprocess.run([*git, "status", "--porcelain", *paths], capture_output=True, text=True).stdout.strip()
    return (found or "unknown") + ("+" if changed else "")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=accounts.ROOT.parent / "shared", help="default: ../shared")
    parser.add_argument("--only", nargs="+", metavar="SET", default=[], help='sets by name, "gold" for all hand-made')
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every n-th story of the sets")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="processes per account")
    parser.add_argument("--limit", type=float, default=3600, metavar="SECONDS", help="per account; default 3600")
    return parser.parse_args()


def chosen(only: list[str]) -> list[str]:
    """The names of the sets asked for; a word chooses each set that it begins."""
    every = [*GOLD, *(b.name for b in BENCHES)]
    if not only:
        return every
    names = [n for n in every for o in only if n.startswith(o) or (o == "gold" and n in GOLD)]
    if missing := [o for o in only if o != "gold" and not any(n.startswith(o) for n in every)]:
        raise SystemExit(f"no set {', '.join(missing)}; there are: gold, {', '.join(every)}")
    return list(dict.fromkeys(names))


def main() -> int:
    """Measure, and write the table after every set, so that a run cut short leaves what it found."""
    args = arguments()
    if not (args.shared / "bench").is_dir():
        print(f"no scorers in {args.shared}/bench: nothing to measure (say --shared DIR)")
        return 0
    args.version, args.commit = accounts.code(), commit()
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    for name in chosen(args.only):
        measure(name, args, kept)
        KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        TABLE.write_text(table(kept), encoding="utf-8")
    print(f"written: {TABLE.relative_to(accounts.ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
