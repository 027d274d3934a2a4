#!/usr/bin/env python3
"""Spans and values of dates and times on TempEval-3 (TimeBank and AQUAINT as cleaned there).

    PYTHONPATH=src:models/… python benchmarks/times.py TEMPEVAL3_DIR [--errors N]

Counts expressions of types DATE and TIME whose value is a day, week, month, season, quarter or year (not PRESENT_REF
and the
like, and not durations, which stand for no day). `overlap`: a found span touches a gold one (relaxed, as in
TempEval-3);
`value`: it also covers the gold value's days, over the same totals.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import date, timedelta
from pathlib import Path

from variorum.extract.times import find_times
from variorum.model import Article, Section
from variorum.text.tree import Parse


def days(value: str) -> tuple[str, str] | None:
    """First and last day of a TIMEX3 value."""
    value = value.split("T")[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return value, value
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        after = date(int(match[1]) + int(match[2]) // 12, int(match[2]) % 12 + 1, 1)
        return f"{value}-01", (after - timedelta(days=1)).isoformat()
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-01-01", f"{value}-12-31"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:
            return None
        return (monday + timedelta(days=5 if match[3] else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()
    if match := re.fullmatch(r"(\d{3})", value):
        return f"{value}0-01-01", f"{value}9-12-31"
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        first, last = 3 * int(match[2]) - 2, 3 * int(match[2])
        return days(f"{match[1]}-{first:02}")[0], days(f"{match[1]}-{last:02}")[1]
    return None


def main() -> None:
    folder = Path(sys.argv[1])
    show = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    gold = json.loads((folder / "gold.json").read_text())["documents"]
    found_n = gold_n = touched = touching = exact = right = 0
    errors = []
    for line in (folder / "articles.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        document, text = gold[record["id"]], record["text"]
        article = Article(
            id=record["id"], text=text, sections=(Section("body", 0, len(text)),), published=document["dct"]
        )
        found = find_times(article, tree(article))
        timexes = document["timexes"]
        meant = [t for t in timexes if t["type"] in {"DATE", "TIME"} and days(t["value"])]
        others = [t for t in timexes if t not in meant]
        kept = [
            f for f in found if f.start and not any(f.span.start < t["end"] and t["start"] < f.span.end for t in others)
        ]
        found_n, gold_n = found_n + len(kept), gold_n + len(meant)
        for t in meant:
            hits = [f for f in kept if f.span.start < t["end"] and t["start"] < f.span.end]
            touched += bool(hits)
            exact += any((f.span.start, f.span.end) == (t["start"], t["end"]) for f in hits)
            good = any((f.start, f.end) == days(t["value"]) for f in hits)
            right += good
            if not good:
                got = [(f.span.text, f.start, f.end) for f in hits]
                where = text[max(0, t["start"] - 50) : t["end"] + 20]
                errors.append(f"dct {document['dct']} {t['text']!r} {t['value']} got {got} in {where!r}")
        for f in kept:
            hits_gold = any(f.span.start < t["end"] and t["start"] < f.span.end for t in meant)
            touching += hits_gold
            if not hits_gold:
                errors.append(
                    f"extra {f.span.text!r} {f.start} in {text[max(0, f.span.start - 40) : f.span.end + 20]!r}"
                )
    p, r = touching / found_n, touched / gold_n
    print(f"overlap P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}; exact span R {exact / gold_n:.3f}")
    vp, vr = right / found_n, right / gold_n
    print(f"value   P {vp:.3f} R {vr:.3f} F1 {2 * vp * vr / (vp + vr):.3f}  ({gold_n} expressions, {found_n} found)")
    step = max(1, len(errors) // show) if show else 1
    print("\n".join(errors[::step][:show]))


def tree(article: Article) -> Parse:
    """The parse, or with --no-parse none (then no clause is about the future)."""
    if "--no-parse" in sys.argv:
        return Parse(article.text, (), ())
    from variorum.text.parse import parse

    return parse(article)


if __name__ == "__main__":
    main()
