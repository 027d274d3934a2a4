#!/usr/bin/env python3
"""Time and quality of lineage: how it grows, and beside other ways to find copies and to align them.

    python benchmarks/lineage.py                 generated articles; 10 to 5,000 in one story
    python benchmarks/lineage.py --most 1000     no more articles than that
    python benchmarks/lineage.py FOLDER          FOLDER/articles.jsonl: id, story, text, title, published, publisher

All times are processor time. Needs datasketch for the comparison (pip install datasketch); rapidfuzz is a dependency.
"""

from __future__ import annotations

import argparse
import difflib
import json
import random
import resource
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from time import process_time
from typing import TypeVar

import numpy as np

from variorum.lineage import trace
from variorum.lineage.evidence import Pool
from variorum.lineage.near import candidates, near
from variorum.lineage.prints import prints_of
from variorum.lineage.texts import content_of, text_of
from variorum.model import Article
from variorum.stories import group

T = TypeVar("T")
Pairs = set[tuple[int, int]]
SIZES = (10, 100, 1000, 5000)
FAMILY = 10
"""Articles made from one text."""


def timed(run: Callable[[], T]) -> tuple[T, float]:
    """What `run` gives, and the processor seconds it took."""
    start = process_time()
    found = run()
    return found, process_time() - start


def generated(count: int, changed: float = 0.2, seed: int = 7) -> tuple[Article, ...]:
    """Articles of invented words: article n was made from article n % (count / FAMILY), which is whole, with a fifth of
    the sentences dropped and `changed` of the words replaced."""
    rng = random.Random(seed)
    words = ["".join(rng.choices("abcdefghijklmnoprstuvz", k=rng.randint(3, 9))) for _ in range(3000)]
    originals = [[rng.choices(words, k=rng.randint(8, 30)) for _ in range(20)] for _ in range(max(1, count // FAMILY))]
    made = []
    for number in range(count):
        body = originals[number % len(originals)]
        if number >= len(originals):
            body = [
                [w if rng.random() >= changed else rng.choice(words) for w in s] for s in body if rng.random() < 0.8
            ]
        text = "\n".join(" ".join(s).capitalize() + "." for s in body)
        made.append(Article(id=f"a-{_shuffled(number):016x}", text=text))
    return tuple(made)


def _shuffled(number: int) -> int:
    """An id that says nothing about who was first."""
    return number * 0x9E3779B97F4A7C15 % 2**64


def growth(most: int) -> None:
    """Time of one story by its articles, and how many of its copies point to the text they were made from."""
    print("one story, a tenth of it originals: articles, seconds, seconds/article, right edges of all copies, MB")
    for count in (s for s in SIZES if s <= most):
        articles = generated(count)
        lineage, seconds = timed(lambda given=articles: trace(given))
        originals = max(1, count // FAMILY)
        wanted = {(a.id, articles[n % originals].id) for n, a in enumerate(articles) if n >= originals}
        right = len(wanted & {(d.derived, d.source) for d in lineage.derivations})
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"  {count:5}  {seconds:8.2f}  {seconds / count:.4f}  {right}/{len(wanted)} of {len(lineage.derivations)}"
            f"  {peak}"
        )


def by_prints(articles: tuple[Article, ...]) -> Pairs:
    """Candidate pairs by our fingerprints."""
    texts = [text_of(a, None) for a in articles]
    keys = np.arange(len(texts), dtype=np.uint64)
    found = candidates(near(prints_of(texts, keys, np.full(len(texts), -1, dtype=np.int32))))
    return set(zip(found.first.tolist(), found.second.tolist(), strict=True))


def by_minhash(articles: tuple[Article, ...], threshold: float) -> Pairs:
    """Candidate pairs by MinHash and LSH over runs of five words (datasketch)."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=threshold, num_perm=128)
    found: Pairs = set()
    for number, article in enumerate(articles):
        words = article.text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[i : i + 5]).encode() for i in range(len(words) - 4)])
        found |= {(other, number) for other in index.query(sketch)}
        index.insert(number, sketch)
    return found


def near_duplicates(count: int) -> None:
    """Recall and precision of pairs of one family, at growing shares of changed words."""
    print(f"candidate pairs among {count} articles: words changed, way, seconds, recall, precision")
    for changed in (0.02, 0.1, 0.2, 0.3):
        articles = generated(count, changed)
        families = max(1, count // FAMILY)
        wanted = {p for f in range(families) for p in combinations(range(f, count, families), 2)}
        ways: dict[str, Callable[[], Pairs]] = {
            "fingerprints": lambda given=articles: by_prints(given),
            "minhash .5": lambda given=articles: by_minhash(given, 0.5),
            "minhash .2": lambda given=articles: by_minhash(given, 0.2),
        }
        for name, way in ways.items():
            found, seconds = timed(way)
            right = len(found & wanted)
            recall, precision = right / len(wanted), right / max(1, len(found))
            print(f"  {changed:.2f}  {name:13} {seconds:7.2f}  {recall:.3f}  {precision:.3f}")


def alignment(pairs: int = 40) -> None:
    """Milliseconds to align two texts of one family."""
    from rapidfuzz.distance import LCSseq

    articles = generated(pairs * FAMILY)
    couples = [(articles[n + pairs], articles[n]) for n in range(pairs)]
    pools = [Pool([text_of(a, None) for a in c], [content_of(a) for a in c]) for c in couples]
    words = [tuple(a.text.lower().split() for a in c) for c in couples]
    print("aligning a copy with its source: way, ms a pair, share of the copy's words found in it")
    held = timed(lambda: [p.compare(0, 1)[0].verbatim for p in pools])
    blocks = timed(lambda: [_blocks(a, b) for a, b in words])
    common = timed(lambda: [LCSseq.normalized_similarity(a, b) for a, b in words])
    for name, (shares, seconds) in {"passages": held, "difflib": blocks, "rapidfuzz LCSseq": common}.items():
        print(f"  {name:17} {seconds / pairs * 1000:7.2f}  {_mean(shares):.3f}")


def _blocks(a: list[str], b: list[str]) -> float:
    return sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()) / len(a)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)


def read(folder: Path) -> dict[str, tuple[str, Article]]:
    """Article id → the story it belongs to, and the article."""
    found = {}
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for number, record in enumerate(map(json.loads, lines)):
            fields = {k: record.get(k) for k in ("text", "title", "published", "publisher")}
            found[record["id"]] = (record["story"], Article(id=f"a-{number:016x}", source_id=record["id"], **fields))
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
    stories, grouped = timed(lambda: group(tuple(a for _, a in articles.values())))
    gold = {a.id: s for s, a in articles.values()}
    p, r, f1 = bcubed(gold, {i: s.id for s in stories for i in s.articles})
    members: dict[str, list[Article]] = {}
    for story, article in articles.values():
        members.setdefault(story, []).append(article)
    found, traced = timed(lambda: [d.relation for m in members.values() for d in trace(tuple(m)).derivations])
    print(f"{len(articles)} articles, {len(members)} stories")
    print(f"grouping {grouped:.2f} s, B-cubed P {p:.3f} R {r:.3f} F {f1:.3f}, {len(stories)} stories")
    print(f"lineage {traced:.2f} s, {dict(sorted(Counter(found).items()))}")


def main() -> None:
    """Measure the folder given, or generated articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    args = parser.parse_args()
    if args.folder:
        measure(read(args.folder))
        return
    growth(args.most)
    near_duplicates(min(args.most, 1000))
    alignment()


if __name__ == "__main__":
    main()
