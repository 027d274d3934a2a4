#!/usr/bin/env python3
"""Time of each part on one core, on news of our own making, beside something else that does a like thing.

"Anew" means that every article is parsed as if it were the first: without it, paragraphs that an article copies from
one before are parsed once, as in a run.

    python benchmarks/speed.py                 20 stories of five articles of about 500 words
    python benchmarks/speed.py --stories 60    more
    python benchmarks/speed.py --profile       the functions that take the most time in extraction

Every figure is the best of `--rounds` rounds, in seconds of processor time, which other work on the machine disturbs
less than the clock; whole processes show both. Seconds belong to the machine named in the first line; the ratios, taken
in one run, travel better.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import NamedTuple

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # one core; read when numpy is loaded

from newswire import Newsroom

from variorum import ingest, lineage, pipeline
from variorum.api import report
from variorum.extract import article as extraction
from variorum.model import Article, Extraction, Story, StoryRecords
from variorum.settings import Settings
from variorum.text.parse import load, parse, reader

ROOT = Path(__file__).resolve().parents[1]
VICTIMS = re.compile(
    r"\b(\d[\d,.]*|[a-z]+)\s+(?:\w+\s+){0,3}?(?:were\s+)?(killed|dead|died|injured|wounded|missing)\b", re.I
)
WORDS = re.compile(r"\b\d[\d,.]*\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds)\b", re.I)
SAID = re.compile(r"[“\"][^“”\"]{3,400}[”\"]|\b(?:said|told|according to|called)\b")
NAMES = re.compile(r"\b[A-Z]\w+(?:\s+[A-Z]\w+)+")


class Row(NamedTuple):
    """A part: what it is, seconds, articles and words it read."""

    name: str
    seconds: float
    articles: int
    words: int

    def line(self) -> str:
        rate, words = self.articles / self.seconds, self.words / self.seconds
        return f"{self.name:<34} {self.seconds:8.3f} s {rate:9.1f} articles/s {words:10,.0f} words/s"


class Timer:
    """Times parts over the same articles; the best of some rounds."""

    def __init__(self, texts: Sequence[str], rounds: int) -> None:
        self.articles, self.words = len(texts), sum(len(t.split()) for t in texts)
        self.rounds = rounds
        self.rows: dict[str, Row] = {}

    def time(self, name: str, work: Callable[[], object]) -> None:
        """Run, keep the best, print."""
        best = min(self.once(work) for _ in range(self.rounds))
        self.rows[name] = Row(name, best, self.articles, self.words)
        print(self.rows[name].line(), flush=True)

    @staticmethod
    def once(work: Callable[[], object]) -> float:
        start = process_time()
        work()
        return process_time() - start


def machine() -> str:
    """Processor, cores and load, for the line without which no second means anything."""
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    load_ = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"machine: {found[1] if found else 'unknown'}, {os.cpu_count()} cores{load_}, Python {sys.version.split()[0]}"
    )


def regular(texts: Sequence[str]) -> int:
    """A plain reader: numbers, victims, speech and names by regular expressions."""
    return sum(len(p.findall(t)) for t in texts for p in (WORDS, VICTIMS, SAID, NAMES))


def spacy_alone(texts: Sequence[str]) -> Callable[[], object]:
    """The shipped model's own pipe over whole texts."""
    model = load("en")
    return lambda: sum(len(doc) for doc in model.pipe(texts, batch_size=64))


def anew(work: Callable[[Article], object], articles: Sequence[Article]) -> Callable[[], object]:
    """The work on each article, nothing kept from the one before."""

    def run() -> None:
        for article in articles:
            reader("en").forget()
            work(article)

    return run


def together(articles: Sequence[Article]) -> Callable[[], object]:
    """Extraction of a few articles at a time, as a run does it, nothing kept from those before."""

    def run() -> None:
        for group in pipeline.together(articles):
            reader("en").forget()
            pipeline.extracted(group)

    return run


def told(stories: Sequence[Sequence[Article]], read: Sequence[Sequence[Extraction]]) -> Callable[[], object]:
    """Everything that comes after the articles are read and grouped: lineage to account."""
    bundles = [
        StoryRecords(story=Story(id=f"s-{n}", articles=tuple(a.id for a in s)), articles=tuple(s), extractions=tuple(e))
        for n, (s, e) in enumerate(zip(stories, read, strict=True))
    ]
    return lambda: [pipeline.account_of(bundle, "ucdp") for bundle in bundles]


def stories_of(articles: Sequence[Article]) -> list[tuple[Article, ...]]:
    """The articles by story, five each, in the order they were written."""
    ordered = sorted(articles, key=lambda a: a.path or "")
    return [tuple(ordered[i : i + 5]) for i in range(0, len(ordered), 5)]


def diffed(stories: Sequence[Sequence[Article]]) -> float:
    """difflib over the words of every two articles of a story."""
    ratio = 0.0
    for story in stories:
        words = [a.text.split() for a in story]
        for i, first in enumerate(words):
            for second in words[i + 1 :]:
                ratio += sum(b.size for b in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return ratio


def without_parse(articles: Sequence[Article]) -> Callable[[], object]:
    """Extraction over trees made before."""
    trees = {a.id: parse(a) for a in articles}

    def work() -> None:
        extraction.parse = lambda article: trees[article.id]  # type: ignore[assignment]
        try:
            for article in articles:
                extraction.extract(article)
        finally:
            extraction.parse = parse

    return work


LAUNCH = """
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, status)
"""
"""A small process to start from: a child's peak memory begins at that of the process it was forked from."""


def process(*arguments: str, rounds: int = 3) -> tuple[float, float, int]:
    """Seconds by the clock and of processor time (best), and peak memory in MB (greatest) of a whole process."""
    command = [sys.executable, "-S", "-c", LAUNCH, sys.executable, *arguments]
    found = []
    for _ in range(rounds):
        clock, used, peak, status = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        if status != "0":
            raise SystemExit(f"{' '.join(arguments)} ended with status {status}")
        found.append((float(clock), float(used), int(peak)))
    clocks, useds, peaks = zip(*found, strict=True)
    return min(clocks), min(useds), max(peaks)


def inside(folder: Path, texts: list[str], rounds: int) -> Timer:
    """The parts, in this process."""
    timer = Timer(texts, rounds)
    articles = [a for a in ingest.read([folder], Settings()) if isinstance(a, Article)]
    stories = stories_of(articles)
    parse(articles[0])
    timer.time("ingest", lambda: list(ingest.read([folder], Settings())))
    timer.time("spaCy's nlp.pipe alone", spacy_alone(texts))
    timer.time("parse, anew", anew(parse, articles))
    timer.time("extract without parse", without_parse(articles))
    timer.time("extract, anew", anew(extraction.extract, articles))
    timer.time("extract, anew, a few together", together(articles))
    timer.time("extract, in a row", lambda: (reader("en").forget(), [extraction.extract(a) for a in articles]))
    timer.time("regular expressions", lambda: regular(texts))
    read = [tuple(extraction.extract(a) for a in s) for s in stories]
    timer.time("lineage", lambda: [lineage.trace(s, e) for s, e in zip(stories, read, strict=True)])
    timer.time("difflib on all pairs", lambda: diffed(stories))
    timer.time("story stages", told(stories, read))
    folders = [folder / f"{n:03}" for n in range(len(stories))]
    timer.time("end to end, stories of five", lambda: (reader("en").forget(), [report(f) for f in folders]))
    return timer


def ratios(rows: dict[str, Row]) -> None:
    """Ours beside something else, in the same run."""
    print("\nours beside something else, seconds over seconds:")
    pairs = (
        ("ingest", "spaCy's nlp.pipe alone"),
        ("parse, anew", "spaCy's nlp.pipe alone"),
        ("extract without parse", "spaCy's nlp.pipe alone"),
        ("extract, anew", "spaCy's nlp.pipe alone"),
        ("extract, anew, a few together", "spaCy's nlp.pipe alone"),
        ("extract, in a row", "spaCy's nlp.pipe alone"),
        ("story stages", "spaCy's nlp.pipe alone"),
        ("end to end, stories of five", "spaCy's nlp.pipe alone"),
        ("extract, anew", "regular expressions"),
        ("lineage", "difflib on all pairs"),
    )
    for ours, other in pairs:
        print(f"{ours:<30} / {other:<26} {rows[ours].seconds / rows[other].seconds:8.2f}")


def whole(folder: Path) -> None:
    """Whole processes: start-up, the bundled sample, peak memory on the made texts."""
    print("\nwhole processes (best of three, peak memory):")
    for name, arguments in (
        ("variorum --help", ["--help"]),
        ("variorum report, bundled sample", ["report", str(ROOT / "examples" / "cable-car"), "--format", "json"]),
        ("variorum report, one story", ["report", str(folder / "000"), "--format", "json"]),
        ("variorum report, all stories", ["report", str(folder), "--format", "json"]),
    ):
        rounds = 1 if name.endswith("all stories") else 3
        clock, used, peak = process("-m", "variorum", *arguments, rounds=rounds)
        print(f"{name:<34} {clock:8.2f} s {used:8.2f} s of processor {peak:6} MB")


def profile(articles: Sequence[Article]) -> None:
    """The functions of the program that take the most time of their own, and with what they call."""
    for article in articles[:5]:
        extraction.extract(article)
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [extraction.extract(a) for a in articles])
    stats = pstats.Stats(profiler)
    total = stats.total_tt  # type: ignore[attr-defined]
    rows = [(own, under, calls, place) for place, (_, calls, own, under, _) in stats.stats.items()]  # type: ignore[attr-defined]
    for title, key in (("time of its own", 0), ("with what it calls", 1)):
        print(f"\n{title}:")
        mine = [r for r in rows if key == 0 or "variorum" in r[3][0]]
        for row in sorted(mine, key=lambda r: -r[key])[:25]:
            file, line, function = row[3]
            short = file.split("site-packages/")[-1].split("src/")[-1]
            print(f"{100 * row[key] / total:5.1f} %  {row[2]:8} calls  {short}:{line} {function}")


def main() -> None:
    """Write the stories, time the parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--profile", action="store_true")
    args = parser.parse_args()
    room = Newsroom()
    with TemporaryDirectory() as name:
        folder, texts = Path(name), []
        for number in range(args.stories):
            (folder / f"{number:03}").mkdir()
            for letter, text in zip("abcde", room.story(), strict=True):
                (folder / f"{number:03}" / f"{letter}.txt").write_text(text, encoding="utf-8")
                texts.append(text)
        if args.profile:
            profile([a for a in ingest.read([folder], Settings()) if isinstance(a, Article)])
            return
        print(machine())
        print(f"{len(texts)} articles, {sum(len(t.split()) for t in texts):,} words, one core\n")
        ratios(inside(folder, texts, args.rounds).rows)
        whole(folder)


if __name__ == "__main__":
    main()
