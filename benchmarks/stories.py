#!/usr/bin/env python3
"""Time and accuracy of grouping a made-up stream, beside plain TF-IDF clustering, in one run on one core.

    python benchmarks/stories.py                          1,000 and 10,000 articles
    python benchmarks/stories.py --articles 1000 10000 100000 --add 50

Per size: processor time per article (reading signatures from text included), B-cubed against the stream's stories, and
peak memory of the process so far. TF-IDF is scikit-learn's (English stop words, sublinear) with single link within 7
days and average link, each at the threshold that turns out best on this very stream (ours is the same everywhere); both
compare all pairs and are left out above --tfidf and --all-pairs articles. `exponent` is the growth of time between the
two largest sizes (1: twice the articles, twice the time). Last: one more article in an index of the largest size.
"""

from __future__ import annotations

import argparse
import math
import resource
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import process_time

import numpy as np

from corpus import stream
from variorum.model import Article
from variorum.stories.group import grouped
from variorum.stories.index import Index
from variorum.stories.signature import day, signatures

DENSITY = 350
"""Articles a day: a longer stream is longer in time, as archives are."""


def bcubed(gold: Mapping[int, str], made: Mapping[int, int]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    both, mine, theirs = Counter((gold[k], made[k]) for k in gold), Counter(made.values()), Counter(gold.values())
    precision = sum(both[gold[k], made[k]] / mine[made[k]] for k in gold) / len(gold)
    recall = sum(both[gold[k], made[k]] / theirs[gold[k]] for k in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def made_up(count: int, words: int) -> tuple[list[Article], dict[int, str]]:
    """Articles and the story of each, by place."""
    articles, gold = [], {}
    for n, record in enumerate(stream(count, 1, words, max(3.0, count / DENSITY))):
        articles.append(
            Article(id=f"a-{n:016x}", text=record.text, title=record.title, published=record.published[:10])
        )
        gold[n] = record.story
    return articles, gold


def variorum(articles: list[Article]) -> Iterator[dict[int, int]]:
    """Our grouping."""
    found = grouped(signatures(articles))
    yield dict(zip(found.articles.tolist(), found.leaders.tolist(), strict=True))


def single_link(articles: list[Article], window: int = 7) -> Iterator[dict[int, int]]:
    """TF-IDF, components of pairs within some days, by threshold."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(_texts(articles))
    days = np.array([day(a.published) for a in articles])
    found = []
    for start in range(0, len(articles), 500):
        near = (vectors[start : start + 500] @ vectors.T).tocoo()
        kept = (near.data >= min(THRESHOLDS)) & (np.abs(days[near.row + start] - days[near.col]) <= window)
        found.append((near.row[kept] + start, near.col[kept], near.data[kept]))
    rows, columns, values = (np.concatenate(part) for part in zip(*found, strict=True))
    for threshold in THRESHOLDS:
        kept = values >= threshold
        size = (len(articles), len(articles))
        graph = coo_matrix((values[kept], (rows[kept], columns[kept])), shape=size)
        yield dict(enumerate(connected_components(graph, directed=False)[1].tolist()))


def average_link(articles: list[Article]) -> Iterator[dict[int, int]]:
    """TF-IDF, average link over all pairs, by threshold."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(_texts(articles))
    distances = np.maximum(0, 1 - (vectors @ vectors.T).toarray())
    np.fill_diagonal(distances, 0)
    tree = linkage(squareform(distances, checks=False), "average")
    for threshold in THRESHOLDS:
        yield dict(enumerate(fcluster(tree, 1 - threshold, "distance").tolist()))


THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)


def _texts(articles: Iterable[Article]) -> list[str]:
    return [f"{a.title}\n{a.text}" for a in articles]


def added(articles: list[Article], more: int) -> tuple[float, list[float]]:
    """Processor seconds to build an index of all but the last `more` articles, real seconds for each of those."""
    with tempfile.TemporaryDirectory() as folder:
        start = process_time()
        index = Index.create(Path(folder) / "stories.sqlite", signatures(articles[:-more]))
        built = process_time() - start
        times = []
        for article in articles[-more:]:
            begun = process_time()
            index.add([article])
            times.append(process_time() - begun)
        index.close()
    return built, times


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--words", type=int, default=350, help="mean length; default 350")
    parser.add_argument("--tfidf", type=int, default=10_000, metavar="N", help="most articles for single link")
    parser.add_argument("--all-pairs", type=int, default=3000, metavar="N", help="most articles for average link")
    parser.add_argument("--add", type=int, default=20, metavar="N", help="articles put into the index one by one")
    args = parser.parse_args()
    print(f"{'articles':>9} {'method':<14} {'ms/article':>10} {'P':>6} {'R':>6} {'F1':>6} {'peak MB':>8}", flush=True)
    spent: list[tuple[int, float]] = []
    articles: list[Article] = []
    for count in sorted(args.articles):
        articles, gold = made_up(count, args.words)
        for method, most in ((variorum, count), (single_link, args.tfidf), (average_link, args.all_pairs)):
            if count <= most:
                start = process_time()
                found = [*method(articles)]
                seconds = process_time() - start
                best = max((bcubed(gold, f) for f in found), key=lambda scores: scores[2])
                scores = " ".join(f"{s:6.3f}" for s in best)
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                name = method.__name__
                print(f"{count:>9} {name:<14} {1000 * seconds / count:>10.2f} {scores} {peak:>8}", flush=True)
                if method is variorum:
                    spent.append((count, seconds))
    if len(spent) > 1:
        (n, a), (m, b) = spent[-2:]
        print(f"exponent {math.log(b / a) / math.log(m / n):.3f}")
    built, times = added(articles, args.add)
    median, worst = sorted(times)[len(times) // 2], max(times)
    print(f"index of {len(articles) - args.add}: built in {built:.1f} s;", end=" ")
    print(f"one more: {1000 * median:.0f} ms, at most {1000 * worst:.0f} ms")


if __name__ == "__main__":
    main()
