#!/usr/bin/env python3
"""Time (and where a grouping is known, quality) of grouping and lineage.

    python benchmarks/lineage.py                 generated stories of 5 to 1,000 articles
    python benchmarks/lineage.py FOLDER          FOLDER/articles.jsonl: id, story, text, title, published, publisher

Prints seconds of grouping and of lineage, B-cubed of the grouping against `story`, and the kinds of edges found.
For lineage the given grouping is used.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

from variorum.lineage import trace
from variorum.model import Article
from variorum.stories import group


def read(folder: Path) -> dict[str, tuple[str, Article]]:
    """Article id → the story it belongs to, and the article."""
    found = {}
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            fields = {k: record.get(k) for k in ("id", "text", "title", "published", "publisher")}
            found[record["id"]] = (record["story"], Article(**fields))
    return found


def bcubed(gold: dict[str, str], found: dict[str, str]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    both = Counter((gold[i], found[i]) for i in gold)
    theirs, ours = Counter(gold.values()), Counter(found.values())
    p = sum(both[gold[i], found[i]] / ours[found[i]] for i in gold) / len(gold)
    r = sum(both[gold[i], found[i]] / theirs[gold[i]] for i in gold) / len(gold)
    return p, r, 2 * p * r / (p + r)


def measure(articles: dict[str, tuple[str, Article]]) -> None:
    """Group all, then trace each given story."""
    start = perf_counter()
    stories = group(tuple(a for _, a in articles.values()))
    grouped = perf_counter() - start
    p, r, f1 = bcubed({i: s for i, (s, _) in articles.items()}, {i: s.id for s in stories for i in s.articles})
    members: dict[str, list[Article]] = {}
    for story, article in articles.values():
        members.setdefault(story, []).append(article)
    start = perf_counter()
    relations = Counter(d.relation for m in members.values() for d in trace(tuple(m)).derivations)
    traced = perf_counter() - start
    print(f"{len(articles)} articles, {len(members)} stories")
    print(f"grouping {grouped:.2f} s, B-cubed P {p:.3f} R {r:.3f} F {f1:.3f}, {len(stories)} stories")
    print(f"lineage {traced:.2f} s, {dict(sorted(relations.items()))}")


def generated(count: int, seed: int = 7) -> tuple[Article, ...]:
    """Reports of invented words: a tenth original, the rest copies with sentences dropped and words changed."""
    rng = random.Random(seed)
    words = ["".join(rng.choices("abcdefghijklmnoprstuvz", k=rng.randint(3, 9))) for _ in range(3000)]
    originals = [[rng.choices(words, k=rng.randint(8, 30)) for _ in range(20)] for _ in range(max(1, count // 10))]
    made = []
    for number in range(count):
        body = originals[number % len(originals)]
        kept = [[w if rng.random() < 0.8 else rng.choice(words) for w in s] for s in body if rng.random() < 0.8]
        made.append(Article(id=f"a-{number:05}", text="\n".join(" ".join(s).capitalize() + "." for s in kept)))
    return tuple(made)


def main() -> None:
    """Measure the folder given, or generated stories."""
    if len(sys.argv) > 1:
        measure(read(Path(sys.argv[1])))
        return
    for count in (5, 20, 100, 1000):
        articles = generated(count)
        start = perf_counter()
        lineage = trace(articles)
        print(f"{count} articles: {perf_counter() - start:.2f} s, {len(lineage.origins)} origins")


if __name__ == "__main__":
    main()
