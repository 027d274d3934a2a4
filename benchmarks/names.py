#!/usr/bin/env python3
"""Exact-span F1 of people, organisations and places on UNER English EWT.

    PYTHONPATH=src:models/… python benchmarks/names.py en_ewt-uner-dev.iob2.gz [--errors N]

The file is the corpus's (not part of this project): columns id, form, tag; `# text` gives the sentence as written.
Descriptions in
common nouns ("the interior ministry") are no names there and are left out of the count. `any type` ignores the type.
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from variorum.extract.names import find_mentions
from variorum.model import Article, Section
from variorum.text.parse import parse

TYPES = {"person": "PER", "organization": "ORG", "place": "LOC"}
Gold = set[tuple[int, int, str]]


def documents(path: Path) -> Iterator[tuple[str, list[tuple[str, list[tuple[str, str]]]]]]:
    """(id, sentences), a sentence being its text and its (form, tag) pairs."""
    name, sentences, text, rows = "", [], "", []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if line.startswith("# newdoc"):
            if sentences:
                yield name, sentences
            name, sentences = line.split("=")[-1].strip(), []
        elif line.startswith("# text"):
            text = line.split("=", 1)[1].strip()
        elif not line and rows:
            sentences.append((text, rows))
            text, rows = "", []
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            rows.append((columns[1], columns[2]))
    if sentences:
        yield name, sentences


def build(name: str, sentences: list[tuple[str, list[tuple[str, str]]]]) -> tuple[Article, Gold]:
    """An article of one section, and its gold names by offsets."""
    text, gold = "", set()
    for sentence, rows in sentences:
        start = len(text)
        text += sentence + "\n"
        gold |= names(text, start, rows)
    return Article(id=name, text=text, sections=(Section("body", 0, len(text)),)), gold


def names(text: str, at: int, rows: list[tuple[str, str]]) -> Gold:
    found, open_ = set(), None
    for form, tag in [*rows, ("", "O")]:
        begin = text.find(form, at) if form else at
        if open_ and (tag == "O" or tag.startswith("B-")):
            found.add(open_)
            open_ = None
        if begin >= 0 and form:
            at = begin + len(form)
            if tag.startswith("B-"):
                open_ = (begin, at, tag[2:])
            elif open_:
                open_ = (open_[0], at, open_[2])
    return {g for g in found if g[2] in TYPES.values()}


def main() -> None:
    path = Path(sys.argv[1])
    show = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    hit, got, want, errors = Counter(), Counter(), Counter(), []
    for name, sentences in documents(path):
        article, gold = build(name, sentences)
        found = {
            (m.span.start, m.span.end, TYPES[m.type])
            for m in find_mentions(article, parse(article))
            if any(c.isupper() for c in m.span.text.split()[-1])
        }
        for x in found:
            got[x[2]] += 1
            hit[x[2]] += x in gold
        for x in gold:
            want[x[2]] += 1
        bare, bare_gold = {x[:2] for x in found}, {x[:2] for x in gold}
        hit["any type"] += len(bare & bare_gold)
        got["any type"] += len(bare)
        want["any type"] += len(bare_gold)
        for x in sorted(found - gold):
            errors.append(f"+ {x[2]} {article.text[x[0] : x[1]]!r} in {article.text[max(0, x[0] - 40) : x[1] + 30]!r}")
        for x in sorted(gold - found):
            errors.append(f"- {x[2]} {article.text[x[0] : x[1]]!r} in {article.text[max(0, x[0] - 40) : x[1] + 30]!r}")
    for counter in (hit, got, want):
        counter["all"] = sum(counter[t] for t in TYPES.values())
    for kind in (*TYPES.values(), "all", "any type"):
        p, r = hit[kind] / max(1, got[kind]), hit[kind] / max(1, want[kind])
        print(f"{kind:9} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f}  ({want[kind]} names)")
    step = max(1, len(errors) // show) if show else 1
    print("\n".join(errors[::step][:show]))


if __name__ == "__main__":
    main()
