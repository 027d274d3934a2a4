#!/usr/bin/env python3
"""Claims in whole reports of our own writing (fresh.toml): precision, recall, and what is missing or extra.

    python benchmarks/fresh.py              all reports
    python benchmarks/fresh.py --part 2     one part
    python benchmarks/fresh.py --list       with what is missing and extra in each

A claim is right when its kind and number are told of the report. Modifier, scope and source are measured where a right
claim lies on the marked words. At first sight, on the code before any mending: part one P .906 R .656,
part two .863/.676, part three .923/.837; on code mended after the parts before it: part two .885/.755, part three
.924/.849. Parts four to six (a later round): before any mending .868/.760 (.893/.777 once nine labels that contradicted
the rest were mended), .901/.643, .930/.750; mended after the parts before it, part five .903/.653, part six .949/.852.
Part seven: .875/.681 on the code before its round, .876/.690 after the phrases of `tests/extract/phrases_genres.toml`.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum import ingest
from variorum.extract import extract
from variorum.model import Article
from variorum.model.claim import Claim
from variorum.settings import Settings

HERE = Path(__file__).resolve().parent
MARK = re.compile(r"\{([^{}|]*)\|([^{}]*)\}")
SIGNS = {">=": "at least", ">": "more than", "<=": "up to", "<": "less than", "~": "about"}
IMPLIED = {
    "homes_damaged": "buildings_damaged",
    "homes_destroyed": "buildings_destroyed",
    "homeless": "displaced",
}
"""What counts also as the other: either label is answered by both."""
UNSCORED = frozenset({"shot"})
"""Kinds of claims that are not labelled."""

Number = float | str


@dataclass(frozen=True)
class Label:
    """One marked claim; `start` and `end` in the text without marks."""

    start: int
    end: int
    kind: str
    number: Number
    modifier: str
    background: bool
    source: str | None
    optional: bool


def marked(report: str) -> tuple[str, list[Label]]:
    """The text without marks, and its labels."""
    text, labels, at = "", [], 0
    for mark in MARK.finditer(report):
        text += report[at : mark.start()]
        start = len(text)
        text += mark[1]
        labels += [label(part.strip(), start, len(text)) for part in mark[2].split(";") if part.strip() != "?"]
        at = mark.end()
    return text + report[at:], labels


def label(words: str, start: int, end: int) -> Label:
    """One label, read."""
    source = re.search(r'@("[^"]*"|\S+)', words)
    kind, number, *rest = re.sub(r'@("[^"]*"|\S+)', "", words).split()
    value = number if number == "none" or "-" in number else measured(number)
    modifier = "range" if "-" in number else "vague" if number == "none" else "exactly"
    return Label(
        start=start,
        end=end,
        kind=kind.lstrip("?"),
        number=value,
        modifier=next((SIGNS[word] for word in rest if word in SIGNS), modifier),
        background="bg" in rest,
        source=source[1].strip('"') if source else None,
        optional=kind.startswith("?") or "?" in rest,
    )


def measured(number: str) -> float:
    """The number in the unit of its kind: miles per hour are told in whole km/h."""
    return round(float(number.removesuffix("mph")) * 1.609344) if number.endswith("mph") else float(number)


def number_of(claim: Claim) -> Number:
    """The claim's number as the labels write it."""
    value = claim.value
    if value.modifier == "range" and value.low is not None and value.high is not None:
        return f"{value.low:g}-{value.high:g}" if value.high < 1e6 else f"{value.low:.0f}-{value.high:.0f}"
    return "none" if value.number is None else float(value.number)


def article_of(text: str) -> Article:
    """The text as a file of its own is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        (read,) = ingest.read([str(path)], Settings())
    assert isinstance(read, Article), read
    return read


def keys(labels: list[Label]) -> tuple[set[tuple[str, Number]], set[tuple[str, Number]]]:
    """What must be told, and what may be told beside it."""
    must = {(one.kind, one.number) for one in labels if not one.optional}
    may = {(one.kind, one.number) for one in labels if one.optional}
    may |= {(IMPLIED[kind], number) for kind, number in must | may if kind in IMPLIED}
    return must, may - must


def hits(article: Article, claims: list[Claim], text: str, labels: list[Label]) -> Iterator[tuple[Label, Claim]]:
    """Each label and a right claim on its words."""
    shift = article.text.find(text[:40])
    for one in labels:
        for claim in claims:
            same = (claim.kind, number_of(claim)) == (one.kind, one.number)
            if same and claim.span.start < one.end + shift and one.start + shift < claim.span.end:
                yield one, claim
                break


def sourced(one: Label, claim: Claim) -> bool:
    """The labelled source is one of those that the claim names."""
    assert one.source is not None
    return any(one.source.lower() in source.name.lower() for source in claim.attribution)


def main() -> None:
    """Print what is wrong if asked, then the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", type=int, choices=(1, 2, 3, 4, 5, 6, 7), help="which reports")
    parser.add_argument("--list", action="store_true", help="what is missing and extra in each report")
    chosen = parser.parse_args()
    tally: Counter[str] = Counter()
    for report in tomllib.loads((HERE / "fresh.toml").read_text(encoding="utf-8"))["report"]:
        if chosen.part not in (None, report["part"]):
            continue
        text, labels = marked(report["text"].strip() + "\n")
        article = article_of(text)
        claims = [claim for claim in extract(article).claims if claim.kind not in UNSCORED]
        must, may = keys(labels)
        got = {(claim.kind, number_of(claim)) for claim in claims}
        lost, more = sorted(must - got, key=str), sorted(got - must - may, key=str)
        tally.update(hit=len(must & got), missing=len(lost), extra=len(more))
        for one, claim in hits(article, claims, text, labels):
            tally.update(told=1, modifier=one.modifier == claim.value.modifier)
            tally.update(scope=one.background == (claim.scope == "background"))
            if one.source is not None:
                tally.update(attributed=1, source=sourced(one, claim))
        if chosen.list and (lost or more):
            print(f"{report['name']}\n    missing {lost}\n    extra {more}")
    told = tally["hit"] / (tally["hit"] + tally["extra"]), tally["hit"] / (tally["hit"] + tally["missing"])
    print(f"precision {told[0]:.3f}  recall {told[1]:.3f}  F1 {2 * told[0] * told[1] / sum(told):.3f}", end="  ")
    print(f"({tally['hit'] + tally['missing']} counts)")
    for part, whole in (("modifier", "told"), ("scope", "told"), ("source", "attributed")):
        print(f"{part} {tally[part] / max(tally[whole], 1):.3f} of {tally[whole]}")


if __name__ == "__main__":
    main()
