#!/usr/bin/env python3
"""A stream of made-up news of any length, with its gold: what measurements of scale and of grouping run on.

    python benchmarks/corpus.py --articles 100000 --seed 1 --out news.jsonl          also .jsonl.gz .parquet .warc.gz
    python benchmarks/corpus.py --articles 1000 --words 400 --html --out pages/      a folder: one file per article

Articles come in the order of time over `--days`. Story sizes are heavy-tailed (most 1, some 5-50, a few hundreds).
Long-running situations (a region, its officials, its towns, its usual kinds of event) come and go, so topics drift and
different stories share names; some stories happen in the town and week of another of the same kind. Inside a story
there are independent reports, verbatim copies, excerpts, rewrites in other words and updates with moved figures; beside
them stand sport, markets, weather, culture. Each record names its gold story, its `role` and what it was made from.

Everything is a pure function of (seed, story, article), so memory stays small and the same arguments give the same
bytes on every machine. All text is of our own writing (`corpus_text.py`, `corpus_names.py`).
"""

from __future__ import annotations

import argparse
import heapq
import math
import re
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import corpus_names as names
import msgspec
from corpus_files import lines, write
from corpus_text import (
    BANKS,
    BOILERPLATE,
    GENERAL,
    HEADLINES,
    KINDS,
    LEADS,
    NOISE,
    UPDATES,
    Fact,
)

START = datetime(2026, 3, 2, tzinfo=UTC)
SITUATIONS = 60
ROLES = ("own",) * 7 + ("copy",) * 5 + ("excerpt",) * 2 + ("rewrite",) * 3 + ("update",) * 3
LENGTHS = (0.25, 0.35, 0.45, 0.55, 0.65, 0.8, 0.9, 1.0, 1.1, 1.25, 1.45, 1.75, 2.5)
"""Lengths around the mean: from the lead alone to a long read."""
STAGES = (0.5, 0.75, 0.9, 1.0)
"""What share of the final count is known in the first hours, the first day, the second, later."""
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


class Record(msgspec.Struct, frozen=True, omit_defaults=True):
    """One article and what is true of it (`story`, `role`, `copy_of`: gold)."""

    id: str
    story: str
    title: str
    published: str
    publisher: str
    url: str
    text: str
    role: str = "own"
    copy_of: str | None = None


class Dice:
    """A linear congruential generator: seeding costs nothing, which a generator per fact needs."""

    __slots__ = ("state",)

    def __init__(self, *keys: int) -> None:
        state = 0x9E3779B97F4A7C15
        for key in keys:
            state = ((state ^ (key & 0xFFFFFFFF)) * 0xBF58476D1CE4E5B9 + 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
            state ^= state >> 29
        self.state = state

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return ((self.state >> 33) * limit) >> 31

    def rare(self, limit: int) -> int:
        """Below limit, small ones much more often: as with names, few are common and most are rare."""
        return int(limit * ((self.below(1 << 20) + 1) / (1 << 20)) ** 4) % limit

    def share(self) -> float:
        """Between 0 and 1, neither included."""
        return (self.below(1 << 20) + 0.5) / (1 << 20)


class Compiled(NamedTuple):
    """A fact's wordings as %-templates, and the slots that are drawn once for all of them."""

    wordings: tuple[str, ...]
    drawn: tuple[str, ...]


_SLOT = re.compile(r"\{(\w+)\}")
_DRAWN = frozenset((*BANKS, "n", "c", "m", "k", "big", "year", "age", "hour", "euro", "who", "village", "street"))


def _compiled(fact: Fact) -> Compiled:
    slots = sorted({s for wording in fact for s in _SLOT.findall(wording)})
    drawn = tuple(s for s in slots if s.rstrip("2") in _DRAWN)
    return Compiled(tuple(_SLOT.sub(r"%(\1)s", wording.replace("%", "%%")) for wording in fact), drawn)


FACTS = tuple((*map(_compiled, kind.facts), *map(_compiled, GENERAL)) for kind in KINDS)
NOISE_FACTS = tuple(tuple(_compiled((line,)) for line in lines) for _, _, lines in NOISE)
HEADS = _compiled(HEADLINES)
OPENINGS = _compiled(LEADS)
NEWS = _compiled(UPDATES)
NOISE_HEADS = tuple(_compiled((head,)) for head, _, _ in NOISE)
NOISE_LEADS = tuple(_compiled(leads) for _, leads, _ in NOISE)
LINES = _compiled(BOILERPLATE)


def _number(value: int) -> str:
    return SMALL[value] if value < 10 else f"{value:,}"


def _draw(slot: str, dice: Dice, family: int) -> str:
    bank = BANKS.get(slot)
    if bank is not None:
        return bank[dice.below(len(bank))]
    return _DRAW[slot](dice, family)


_DRAW: dict[str, Callable[[Dice, int], str]] = {
    "n": lambda d, f: SMALL[2 + d.below(8)],
    "c": lambda d, f: str(2 + d.below(6)),
    "m": lambda d, f: str(11 + d.below(50)),
    "k": lambda d, f: str(100 + d.below(800)),
    "big": lambda d, f: f"{2 + d.below(90)},{d.below(10)}00",
    "year": lambda d, f: str(1985 + d.below(38)),
    "age": lambda d, f: str(18 + d.below(65)),
    "hour": lambda d, f: ("noon", "midnight", "dawn", "3 p.m.", "7 a.m.", "evening")[d.below(6)],
    "euro": lambda d, f: f"{1 + d.below(90)}.{1 + d.below(9)}",
    "who": lambda d, f: names.person(d.below(1_986_000), f),
    "village": lambda d, f: names.town(d.rare(80_000), f),
    "street": lambda d, f: f"{names.surname(d.rare(6000), f)} {BANKS['way'][d.below(8)]}",
}


class Story:
    """What is true of one story; `write` gives its articles, each by its number alone."""

    def __init__(self, seed: int, number: int, start: float, size: int, near: int) -> None:
        self.seed, self.number, self.start = seed, number, start
        dice = Dice(seed, number, 1)
        self.times = self._times(Dice(seed, number, 6), start, size)
        twin = dice.below(100) < 6 and number > near
        setting = Dice(seed, number - 1 - dice.below(near) if twin else number, 2)
        slot = setting.rare(SITUATIONS) if setting.below(10) < 6 else None
        self.noise = setting.below(len(NOISE)) if size < 20 and setting.below(100) < 45 else None
        life = 6 + (slot or 0) * 7 % 41
        era = Dice(seed, slot or 0, int(start / life), 3)
        where = Dice(seed, era.below(96) if slot is not None else setting.below(96), 4)
        land = where.below(96)
        self.family = land % len(names.FAMILIES)
        town = setting.rare(60) * 131 + where.below(9000) if slot is not None else setting.rare(80_000)
        self.kind = (era.below(16) + setting.below(3) * 5) % 16 if slot is not None else setting.below(16)
        self.worst = 3 + dice.rare(60) + min(size, 100) // 3
        self.facts: dict[str, str] = {
            "place": names.town(town % 80_000, self.family),
            "country": names.land(land),
            "day": BANKS["day"][int(start) % 7],
        }
        official = Dice(seed, land, 5, int(start / 90))
        for n in range(1, 4):
            office = BANKS["office"][(official.below(5) + 5 * (n - 1)) % 15]
            self.facts[f"o{n}"] = f"{office} {names.person(official.below(1_986_000), self.family)}"
        for n in range(1, 6):
            person = dice.rare(1_986_000)
            self.facts[f"p{n}"] = names.person(person, self.family)
            self.facts[f"s{n}"] = names.surname(person % 6000, self.family)
        self.site = KINDS[self.kind].sites[dice.below(len(KINDS[self.kind].sites))]

    @staticmethod
    def _times(dice: Dice, start: float, size: int) -> tuple[float, ...]:
        """When the articles appear: most within a day; big stories go on longer."""
        slow = 0.4 + min(size, 200) / 80
        return (start, *sorted(start - math.log(dice.share()) * slow for _ in range(size - 1)))

    def role(self, number: int) -> tuple[str, int]:
        """How the article came about, and the number of the one that it was made from."""
        dice = Dice(self.seed, self.number, number, 7)
        role = ROLES[dice.below(len(ROLES))]
        if not number or role == "own" or (self.noise is not None and dice.below(4)):
            return "own", number
        source = dice.rare(min(number, 12))
        earlier, root = self.role(source)
        return role, source if earlier == "own" else root

    def source(self, number: int) -> int | None:
        """What the article is a copy of, if it is."""
        role, source = self.role(number)
        return None if role == "own" else source

    def told(self, number: int, words: int) -> list[tuple[int, int]]:
        """Which facts an independent report tells, each in which wording; a second round of them has other values."""
        dice = Dice(self.seed, self.number, number, 8)
        facts = FACTS[self.kind] if self.noise is None else NOISE_FACTS[self.noise]
        count = max(1, int(words * LENGTHS[dice.below(len(LENGTHS))] / 11))
        at, step = dice.below(len(facts)), (11, 13, 17, 19, 23)[dice.below(5)]
        order = [(at + i * step) % len(facts) + i // len(facts) * len(facts) for i in range(count)]
        own = [f for f in order if f < 3] if self.noise is None else []
        rest = [f for f in order if f not in own]
        chosen = [*rest[:1], *own, *rest[1:]][:count]
        return [(fact, dice.below(len(facts[fact % len(facts)].wordings))) for fact in chosen]

    def sentences(self, number: int, words: int, stage: int) -> tuple[list[str], str]:
        """The article's sentences and its title."""
        role, source = self.role(number)
        dice = Dice(self.seed, self.number, number if role in ("own", "rewrite", "update") else source, 9)
        values = self._values(dice, stage)
        told = self.told(source, words)
        facts = FACTS[self.kind] if self.noise is None else NOISE_FACTS[self.noise]
        if role == "rewrite":
            told = [(f, (v + 1) % len(facts[f % len(facts)].wordings)) for f, v in told]
        elif role == "update":
            told = [t for t in told if dice.below(4)] + [t for t in self.told(number, words // 4) if t not in told]
        opening = NEWS if role == "update" and self.noise is None else OPENINGS
        made = [
            self._opening(opening, dice, values),
            *(self._fact(facts[f % len(facts)], f, v, values) for f, v in told),
        ]
        head = (
            self._fact(HEADS, -1, dice.below(len(HEADS.wordings)), values) if self.noise is None else self._head(values)
        )
        if role == "excerpt":
            kept = Dice(self.seed, self.number, number, 10)
            made = made[: 2 + kept.below(max(1, len(made)))] if kept.below(2) else [s for s in made if kept.below(3)]
        return made or [head], head

    def _values(self, dice: Dice, stage: int) -> dict[str, str]:
        kind = KINDS[self.kind]
        noun, clause = kind.nouns[dice.below(len(kind.nouns))], kind.clauses[dice.below(len(kind.clauses))]
        clause = clause.replace("{site}", self.site)
        dead = max(2, int(self.worst * STAGES[stage]))
        return {
            **self.facts,
            "noun": noun,
            "Noun": noun[0].upper() + noun[1:],
            "clause": clause,
            "Clause": clause[0].upper() + clause[1:],
            "dead": _number(dead),
            "Dead": _number(dead).capitalize(),
            "hurt": _number(dead * 2 + self.number % 7 + stage),
            "missing": _number(2 + self.number % 29 // (1 + stage)),
        }

    def _opening(self, opening: Compiled, dice: Dice, values: dict[str, str]) -> str:
        compiled = opening if self.noise is None else NOISE_LEADS[self.noise]
        return self._fact(compiled, -2, dice.below(len(compiled.wordings)), values)

    def _head(self, values: dict[str, str]) -> str:
        return self._fact(NOISE_HEADS[self.noise or 0], -2, 0, values)

    def _fact(self, fact: Compiled, key: int, wording: int, values: dict[str, str]) -> str:
        if fact.drawn:
            dice = Dice(self.seed, self.number, key, 11)
            for slot in fact.drawn:
                values[slot] = _draw(slot.rstrip("2"), dice, self.family)
        made = fact.wordings[wording] % values
        return made[0].upper() + made[1:]

    def line(self, dice: Dice, values: dict[str, str]) -> str:
        """A line that is no news."""
        return self._fact(LINES, -3, dice.below(len(LINES.wordings)), values)


_story = lru_cache(maxsize=4096)(Story)


def _id(seed: int, story: int, number: int) -> str:
    return f"{Dice(seed, story, number, 12).state:016x}"


def _size(dice: Dice, most: int) -> int:
    """Half are single; the rest is Pareto with exponent 1.25: one in ten of these is over 6, one in 300 over 90."""
    return 1 if dice.below(2) else min(most, 600, int(dice.share() ** -0.8))


def stream(count: int, seed: int = 1, words: int = 350, days: float = 30.0) -> Iterator[Record]:
    """`count` articles in order of time, of `words` words on average, over `days`."""
    waiting: list[tuple[float, int, int, int, float]] = []
    planned = story = 0
    near = max(1, int(count / 4 / days * 3))
    while planned < count or waiting:
        start = days * planned / count if planned < count else math.inf
        while waiting and waiting[0][0] <= start:
            _, number, which, size, began = heapq.heappop(waiting)
            yield _record(_story(seed, which, began, size, near), number, words)
        if planned < count:
            size = _size(Dice(seed, story, 0), count - planned)
            first = _story(seed, story, start, size, near)
            for number, at in enumerate(first.times):
                heapq.heappush(waiting, (at, number, story, size, start))
            planned, story = planned + size, story + 1


def _record(story: Story, number: int, words: int) -> Record:
    dice = Dice(story.seed, story.number, number, 13)
    role, source = story.role(number)
    since = story.times[number] - story.start
    stage = (since > 0.25) + (since > 1) + (since > 2)
    if role not in ("own", "update"):
        stage = 0
    sentences, title = story.sentences(number, words, max(stage, role == "update"))
    moment = START + timedelta(days=story.times[number])
    paper = names.outlet(dice.rare(4000))
    host = paper.lower().removeprefix("the ").replace(" ", "-").encode("ascii", "ignore").decode()
    key = _id(story.seed, story.number, number)
    return Record(
        id=key,
        story=f"g{story.number}",
        title=title,
        published=f"{moment:%Y-%m-%dT%H:%M:%SZ}",
        publisher=paper,
        url=f"https://{host}.example/{moment:%Y/%m/%d}/{key}",
        text=_laid_out(story, sentences, dice, source if role == "copy" else number),
        role=role,
        copy_of=None if role == "own" else _id(story.seed, story.number, source),
    )


def _laid_out(story: Story, sentences: list[str], dice: Dice, source: int) -> str:
    """Paragraphs of one or two sentences; a dateline in every second, lines that are no news in every third.

    A copy keeps the dateline and the paragraphs of its source, unless its paper sets them anew.
    """
    wire = Dice(story.seed, story.number, source, 14)
    if story.noise is None and wire.below(2):
        day = START + timedelta(days=story.times[source])
        agency = names.AGENCIES[wire.below(len(names.AGENCIES))]
        sentences = [f"{story.facts['place'].upper()}, {day:%B} {day.day} ({agency}) — {sentences[0]}", *sentences[1:]]
    pace = 1 + wire.below(2) if dice.below(4) else 3
    parts = [" ".join(sentences[i : i + pace]) for i in range(0, len(sentences), pace)]
    if dice.below(3) == 0:
        parts.insert(1 + dice.below(len(parts)), story.line(dice, dict(story.facts)))
    return "\n\n".join(parts)


def main() -> None:
    """Write a stream."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=350, help="mean length")
    parser.add_argument("--days", type=float, default=30.0)
    parser.add_argument("--html", action="store_true", help="pages instead of text files in a folder")
    parser.add_argument("--out", help="where to; without it, lines on standard output")
    args = parser.parse_args()
    records = stream(args.articles, args.seed, args.words, args.days)
    if args.out:
        write(records, Path(args.out), args.html)
    else:
        lines(records, sys.stdout.buffer)


if __name__ == "__main__":
    main()
