"""Counts how much of a `gold.yaml` an account holds. Plain counting, no partial credit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import yaml

from variorum.model import Span
from variorum.model.account import Account, StoryAccount

Gold = dict[str, Any]
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
SMALL = {"the", "of", "a", "an", "s"}


class Tally:
    """Right and all, by measure, and what went wrong in words."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        self.wrong: list[str] = []

    def add(self, measure: str, right: bool, told: str) -> None:
        """One case of a measure; `told` is kept when it is wrong."""
        self.right[measure] += right
        self.all[measure] += 1
        if not right:
            self.wrong.append(f"{measure}: {told}")

    def shares(self) -> dict[str, float]:
        """Measure → share of its cases that are right."""
        return {m: self.right[m] / n for m, n in sorted(self.all.items())}


class Reader:
    """The articles of an account under the gold's names."""

    def __init__(self, account: Account, gold: Gold) -> None:
        self.stories = account.stories
        key = {file: name for name, file in gold["articles"].items()}
        articles = [a for s in account.stories for a in s.articles]
        self.key = {a.id: key[PurePath(a.path or "").name] for a in articles}
        self.text = {self.key[a.id]: a.text for a in articles}

    def touches(self, span: Span, article: str, fragment: str) -> bool:
        """Whether the span stands on the fragment, wherever that occurs in its article; turned and straight quotation
        marks are one."""
        sought = fragment.translate(STRAIGHT)
        starts = [m.start() for m in re.finditer(re.escape(sought), self.text[article].translate(STRAIGHT))]
        assert starts, (article, fragment)
        here = self.key[span.article] == article
        return here and any(span.start < at + len(fragment) and at < span.end for at in starts)

    def each(self, records: Callable[[StoryAccount], Iterable[Any]]) -> Iterator[Any]:
        """The records of all stories."""
        for story in self.stories:
            yield from records(story)


def score(account: Account, folder: Path, tally: Tally) -> None:
    """Add what the account makes of one story to the tally."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    reader = Reader(account, gold)
    tally.add("one story", len(account.stories) == 1, f"{len(account.stories)} stories")
    for part in (_claims, _quotes, _origins, _edges, _figures, _discrepancies):
        part(reader, gold, tally)


def _claims(reader: Reader, gold: Gold, tally: Tally) -> None:
    found = list(reader.each(lambda s: s.claims))
    used = set()
    kinds = {want["kind"] for want in gold["claims"] + gold.get("optional", [])}
    for want in gold["claims"]:
        told = f"{want['a']} {want['kind']} {want['value']}: {want['evidence']}"
        fits = [
            (i, c)
            for i, c in enumerate(found)
            if c.kind == want["kind"] and _same(c, want) and reader.touches(c.span, want["a"], want["evidence"])
        ]
        tally.add("claims recall", bool(fits), told)
        used |= {i for i, _ in fits}
        if fits:
            _attributes(fits[0][1], want, tally, told)
    for i, c in enumerate(found):
        if c.kind not in kinds:  # its gold was not asked for that kind
            continue
        where = f"{reader.key[c.span.article]} {c.kind} {c.value.stated}: {c.span.text}"
        tally.add("claims precision", i in used or _again(c, reader, gold), where)


def _again(claim: Any, reader: Reader, gold: Gold) -> bool:
    """A second reading of a claim of the same article, or an optional one."""
    article, known = reader.key[claim.span.article], gold["claims"] + gold.get("optional", [])
    return any(g["a"] == article and g["kind"] == claim.kind and _same(claim, g) for g in known)


def _same(claim: Any, want: Gold) -> bool:
    value = want["value"]
    if isinstance(value, str):
        return claim.value.number is None and value in claim.value.stated.lower()
    return bool((0 if claim.negated and value == 0 else claim.value.number) == value)


def _attributes(claim: Any, want: Gold, tally: Tally, told: str) -> None:
    modifier = want.get("modifier", "exactly")
    tally.add("modifier", claim.value.modifier == modifier, f"{told}: {claim.value.modifier}")
    tally.add("scope", claim.scope == want["scope"], f"{told}: {claim.scope}")
    part = claim.subset is None if "subset" not in want else words(want["subset"]) <= words(claim.subset)
    tally.add("subset", part, f"{told}: {claim.subset}, not {want.get('subset')}")
    if "source" in want:
        names = [a.name or "" for a in claim.attribution]
        tally.add("source", _said_by(names, want["source"]), f"{told}: {names}, not {want['source']}")


def _said_by(names: list[str], want: str | None) -> bool:
    if want is None:
        return not names
    return any(words(want) <= words(n) or (words(n) and words(n) <= words(want)) for n in names)


def words(text: str | None) -> set[str]:
    """The words of a name without articles, and without the plural's s."""
    return {w.removesuffix("s") for w in re.findall(r"\w+", (text or "").lower())} - SMALL


def _quotes(reader: Reader, gold: Gold, tally: Tally) -> None:
    found = [(q, v) for q in reader.each(lambda s: s.quotes) for v in q.variants]
    for want in gold["quotes"]:
        for article, fragment in want["variants"].items():
            fits = [(q, v) for q, v in found if reader.touches(v.span, article, fragment)]
            tally.add("quotes recall", bool(fits), f"{article}: {fragment}")
            if fits:
                quote, variant = fits[0]
                name = variant.speaker or quote.speaker
                told = f"{article}: {fragment}: {name}, not {want['speaker']}"
                tally.add("speakers", _said_by([name or ""], want["speaker"]), told)


def _origins(reader: Reader, gold: Gold, tally: Tally) -> None:
    """Pairs of articles: of one origin or not, as the gold has it."""
    ours = {reader.key[a]: o.id for o in reader.each(lambda s: s.origins) for a in o.articles}
    theirs = {a: n for n, group in enumerate(gold["lineage"]["groups"]) for a in group}
    for first in sorted(theirs):
        for second in sorted(a for a in theirs if a > first):
            same = ours[first] == ours[second]
            told = f"{first} and {second} {'together' if same else 'apart'}"
            tally.add("origins", same == (theirs[first] == theirs[second]), told)


def _edges(reader: Reader, gold: Gold, tally: Tally) -> None:
    found = {(reader.key[d.derived], reader.key[d.source]) for d in reader.each(lambda s: s.lineage)}
    want = {(e["derived"], e["from"]) for e in gold["lineage"]["edges"]}
    for edge in sorted(want):
        tally.add("edges recall", edge in found, f"{edge[0]} from {edge[1]}")
    for edge in sorted(found):
        tally.add("edges precision", edge in want, f"{edge[0]} from {edge[1]}")


def _figures(reader: Reader, gold: Gold, tally: Tally) -> None:
    found = [f for f in reader.each(lambda s: s.figures) if not f.subset and f.scope == "event"]
    for want in gold["figures"]:
        bounds = {k: want[k] for k in ("low", "best", "high") if k in want}
        got = [{k: getattr(f, k) for k in bounds} for f in found if f.kind == want["kind"]]
        tally.add("figures", bounds in got, f"{want['kind']}: {got}, not {bounds}")


def _discrepancies(reader: Reader, gold: Gold, tally: Tally) -> None:
    found = list(reader.each(lambda s: s.discrepancies))
    for want in gold["discrepancies"]:
        hit = any(
            d.type == want["type"] and any(reader.touches(s, want["a"], want["about"]) for s in d.spans) for d in found
        )
        tally.add("discrepancies recall", hit, f"{want['a']} {want['type']}: {want['about']}")
