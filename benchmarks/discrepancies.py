#!/usr/bin/env python3
"""Discrepancies in 94 invented stories of our own (`discrepancies/`): precision of alarms, recall of planted ones.

    python benchmarks/discrepancies.py            all parts
    python benchmarks/discrepancies.py --part 2   one
    python benchmarks/discrepancies.py --list     also every alarm that is wrong, and all that is missed

An alarm is right where an editor would agree that the passages differ in the way that it says; `judged.toml` holds what
a reader said of each. One that nobody has judged counts as neither, and is shown: read it, and add it there.

Parts 1 and 2 hold many copies with planted distortions; parts 3 to 10 are mostly independent reports, which differ
as news does. All are tuned on by now. Right of all alarms, and planted found, as each part was first read (part 1 by
the program as it was, the others after what had been read before was mended):

    part 1   29 of 39   35 of 70        part 3   15 of 22   13 of 18
    part 2   52 of 54   40 of 70        part 4    4 of 10    2 of 16
                                        part 5    7 of 11    7 of 13
    part 6   35 of 42   30 of 56 (33 by types that fit and were not thought of)
    part 7   28 of 34   29 of 57        part 8   19 of 22   15 of 30
    part 9   34 of 43   50 of 69 (strictly between two reports 33 of 42; independent reports only, no copies)
    part 10  21 of 25   19 of 22 (the same, read after part 9 was mended)

Of parts 6, 7 and 8, between copies 11 of 11, 8 of 9 and 6 of 6, else 24 of 31, 20 of 25 and 13 of 16: within one report
5 of 5, 3 of 3 and 4 of 4, between independent ones 19 of 26, 17 of 22 and 9 of 12.
Conflicting figures among these: 15 of 25, 11 of 13, 12 of 18, 2 of 8, 5 of 9, 19 of 26, 19 of 24, 9 of 12.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, convert

from variorum.api import report
from variorum.model import Discrepancy
from variorum.model.account import StoryAccount

HERE = Path(__file__).resolve().parent / "discrepancies"
REPORTS = HERE / "reports.jsonl"

Passage = tuple[str, str]
"""A report's own id, and words in it."""


class Planted(Struct, frozen=True):
    """A difference that was written into a story; `type` lists the types that fit."""

    story: str
    part: int
    type: tuple[str, ...]
    spans: tuple[Passage, Passage]
    optional: bool = False


class Judged(Struct, frozen=True):
    """What a reader said of an alarm, known again by its type and passages; `note`: why it is wrong."""

    type: str
    spans: tuple[Passage, ...]
    right: bool
    note: str = ""


class Alarm(Struct, frozen=True):
    """A discrepancy of the program, by the reports' own ids; `derived`: between a text and what was made from it (the
    field `from` of its record, known since part 6)."""

    part: int
    found: Discrepancy
    spans: tuple[Passage, ...]
    derived: bool

    @property
    def mark(self) -> tuple[str, frozenset[Passage]]:
        """What it is known again by."""
        return self.found.type, frozenset(self.spans)


class Tally(Struct, frozen=True):
    """What was raised, what of it is right or wrong, and what of the planted was found."""

    alarms: tuple[Alarm, ...]
    verdicts: dict[tuple[str, frozenset[Passage]], Judged]
    hits: tuple[Planted, ...]
    missed: tuple[Planted, ...]

    def verdict(self, alarm: Alarm) -> bool | None:
        """Whether a reader found the alarm right; None where nobody has judged it."""
        known = self.judged(alarm)
        return None if known is None else known.right

    def judged(self, alarm: Alarm) -> Judged | None:
        """What a reader said of the alarm, be it that it now names further passages with the same numbers."""
        type_, spans = alarm.mark
        wider = (j for (t, s), j in self.verdicts.items() if t == type_ and len(s) > 1 and s <= spans)
        return self.verdicts.get(alarm.mark) or next(wider, None)


def measured(part: int | None = None) -> Tally:
    """The program's discrepancies in the stories of one part, or of all, held against what readers said."""
    planted = [p for p in convert(_rows("planted"), list[Planted]) if part in (None, p.part)]
    judged = {(j.type, frozenset(j.spans)): j for j in convert(_rows("judged"), list[Judged])}
    parts = {p.story: p.part for p in planted}
    rows = [json.loads(row) for row in REPORTS.read_text(encoding="utf-8").splitlines()]
    stories = {r["id"]: r["story"] for r in rows}
    origins = {r["id"]: r.get("from", r["id"]) for r in rows}
    texts: dict[str, str] = {}
    alarms: list[Alarm] = []
    for account in report([REPORTS], group_by="story").stories:
        names = {a.id: a.source_id or "" for a in account.articles}
        story = stories[names[account.articles[0].id]]
        if story in parts:
            texts |= {names[a.id]: a.text for a in account.articles}
            alarms.extend(_alarms(account, names, origins, parts[story]))
    wanted = [p for p in planted if not p.optional]
    hits = tuple(p for p in wanted if any(_finds(texts, a, p) for a in alarms))
    return Tally(tuple(alarms), judged, hits, tuple(p for p in wanted if p not in hits))


def _rows(name: str) -> object:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8")).get(name, [])


def _alarms(account: StoryAccount, names: dict[str, str], origins: dict[str, str], part: int) -> Iterator[Alarm]:
    for found in account.discrepancies:
        spans = tuple((names[s.article], s.text) for s in found.spans)
        tellers = {id_ for id_, _ in spans}
        derived = len(tellers) > 1 and len({origins[t] for t in tellers}) == 1
        yield Alarm(part, found, spans, derived)


def _finds(texts: dict[str, str], alarm: Alarm, planted: Planted) -> bool:
    """Whether the alarm is of a type that fits and touches the sentence at fault, or of a conflict either sentence."""
    if alarm.found.type not in planted.type or len(alarm.spans) < 2:
        return False
    sides = planted.spans if alarm.found.type == "conflicting_figure" else planted.spans[:1]
    return any(_touches(texts, alarm, side) for side in sides)


def _touches(texts: dict[str, str], alarm: Alarm, passage: Passage) -> bool:
    report_, quoted = passage
    start = texts[report_].index(quoted)
    end = start + len(quoted)
    places = zip(alarm.spans, alarm.found.spans, strict=True)
    return any(id_ == report_ and span.start < end and start < span.end for (id_, _), span in places)


def _shown(alarm: Alarm) -> str:
    passages = "\n".join(f"    {id_}: {' '.join(text.split())}" for id_, text in alarm.spans)
    return f"{alarm.found.type}: {alarm.found.message}\n{passages}"


def main() -> None:
    """Print precision and recall, by type and together; with `--list` what is not right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, choices=range(1, 11), help="stories of one part")
    parser.add_argument("--list", action="store_true", help="print alarms that are wrong, and all that is missed")
    chosen = parser.parse_args()
    tally = measured(chosen.part)
    for alarm in tally.alarms:
        verdict = tally.verdict(alarm)
        if verdict is None:
            print(f"unjudged {_shown(alarm)}")
        elif not verdict and chosen.list:
            known = tally.judged(alarm)
            print(f"wrong ({known.note if known else ''}) {_shown(alarm)}")
    for planted in tally.missed if chosen.list else ():
        print(f"missed {' or '.join(planted.type)}: {planted.spans[0][0]}: {planted.spans[0][1]}")
    _table(tally)
    for name, derived in (("between copies", True), ("independent", False)):
        said = Counter(tally.verdict(a) for a in tally.alarms if a.derived is derived and a.part >= MARKED)
        print(f"{name:22}{said[True]:5} {said[False]:5} {said[None]:8} {_share(said[True], said[False]):>10}")


MARKED = 6
"""The first part whose reports say what they were made from."""


def _table(tally: Tally) -> None:
    verdicts = Counter((a.found.type, tally.verdict(a)) for a in tally.alarms)
    found, missed = Counter(p.type[0] for p in tally.hits), Counter(p.type[0] for p in tally.missed)
    print(f"{'':22}right wrong unjudged  precision   planted found recall")
    for name in (*sorted({t for t, _ in verdicts} | set(found) | set(missed)), "all"):
        right, wrong, open_ = (
            sum(n for (t, v), n in verdicts.items() if v is w and name in (t, "all")) for w in (True, False, None)
        )
        hit, gone = (sum(n for t, n in some.items() if name in (t, "all")) for some in (found, missed))
        print(
            f"{name:22}{right:5} {wrong:5} {open_:8} {_share(right, wrong):>10} {hit + gone:9} {hit:5} "
            f"{_share(hit, gone):>6}"
        )


def _share(part: int, rest: int) -> str:
    return f"{part / (part + rest):.3f}" if part + rest else "–"


if __name__ == "__main__":
    main()
