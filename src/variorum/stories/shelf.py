"""The SQLite file of `variorum.stories.index`: its tables, and reading and writing columns. Numbers of articles, prints
and terms are stored as signed 64-bit integers with the same bits."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from variorum.errors import InputError
from variorum.stories.candidates import WINDOW
from variorum.stories.columns import NO_DAY, U64, Counts, Keys, Pairs, Same, Terms, offsets
from variorum.stories.copies import Prints
from variorum.stories.frequency import CELLS, Sketch

VERSION = 3
"""Changes when signatures, weights or tables do."""

BLOCK = 1024
"""Cells of the sketch per row: an article's terms touch few rows."""

TABLES = """
create table about (version integer not null);
create table articles (id integer primary key, print integer not null, leader integer not null, story integer not null);
create index by_print on articles (print);
create index by_leader on articles (leader);
create index by_story on articles (story);
create table vectors (id integer primary key, day integer not null, terms blob not null, weights blob not null);
create table keys (term integer, day integer, id integer, weight integer, primary key (term, day, id)) without rowid;
create table pairs (one integer, other integer, value integer, primary key (one, other)) without rowid;
create table cells (block integer primary key, counts blob not null);
"""


def make(path: Path) -> sqlite3.Connection:
    """A new file with empty tables."""
    found = sqlite3.connect(path)
    found.executescript("pragma journal_mode = wal; pragma synchronous = normal;" + TABLES)
    with found:
        found.execute("insert into about values (?)", (VERSION,))
    return found


def opened(path: Path) -> sqlite3.Connection:
    """An existing file. Raises InputError where there is none, or another program or version wrote it."""
    fix = "make a new index from all articles"
    if not path.is_file():
        raise InputError(f"there is no index of stories at {path}", fix=fix)
    found = sqlite3.connect(path)
    try:
        version = found.execute("select version from about").fetchone()
    except sqlite3.DatabaseError:
        version = None
    if version != (VERSION,):
        found.close()
        raise InputError(f"{path} is no index of stories that this version can read", fix=fix)
    return found


def signed(numbers: U64) -> list[int]:
    """Numbers as SQLite keeps them."""
    found: list[int] = numbers.astype(np.uint64).view(np.int64).tolist()
    return found


def unsigned(numbers: Iterable[int]) -> U64:
    """Numbers as they were."""
    return np.array([*numbers], dtype=np.int64).view(np.uint64)


def put_counts(db: sqlite3.Connection, counted: Counts) -> None:
    """Add counts to the cells."""
    blocks = counted.cells // BLOCK
    for block in np.unique(blocks).tolist():
        row = db.execute("select counts from cells where block = ?", (block,)).fetchone()
        dense = np.frombuffer(row[0], dtype=np.int32).copy() if row else np.zeros(BLOCK, dtype=np.int32)
        here = blocks == block
        np.add.at(dense, counted.cells[here] % BLOCK, counted.counts[here].astype(np.int32))
        db.execute("insert or replace into cells values (?, ?)", (block, dense.tobytes()))


def get_sketch(db: sqlite3.Connection) -> Sketch:
    """The sketch of all cells."""
    dense = np.zeros(CELLS, dtype=np.int32)
    for block, counts in db.execute("select block, counts from cells"):
        dense[block * BLOCK : (block + 1) * BLOCK] = np.frombuffer(counts, dtype=np.int32)
    return Sketch(dense, int(dense[0]))


def put_articles(db: sqlite3.Connection, found: Prints, same: Same, stories: Same) -> None:
    """Add articles, their leaders and their stories; the three go by the same articles in the same order."""
    rows = zip(signed(found.articles), signed(found.prints), signed(same.leaders), signed(stories.leaders), strict=True)
    db.executemany("insert or ignore into articles values (?, ?, ?, ?)", rows)


def put_vectors(db: sqlite3.Connection, vectors: Terms, keys: Keys) -> None:
    """Add vectors and the keys they are found by."""
    cuts = zip(vectors.starts[:-1].tolist(), vectors.starts[1:].tolist(), strict=True)
    rows = (
        (id_, day, vectors.terms[a:b].tobytes(), vectors.weights[a:b].tobytes())
        for id_, day, (a, b) in zip(signed(vectors.articles), vectors.days.tolist(), cuts, strict=True)
    )
    db.executemany("insert or replace into vectors values (?, ?, ?, ?)", rows)
    columns = (keys.terms.tolist(), keys.days.tolist(), signed(keys.articles), keys.weights.tolist())
    db.executemany("insert or replace into keys values (?, ?, ?, ?)", zip(*columns, strict=True))


def get_vectors(db: sqlite3.Connection, articles: U64) -> Terms:
    """The vectors of articles."""
    rows = [*_each(db, "select id, day, terms, weights from vectors where id in ({})", signed(articles))]
    terms = [np.frombuffer(r[2], dtype=np.uint32) for r in rows]
    weights = [np.frombuffer(r[3], dtype=np.int32) for r in rows]
    return Terms(
        unsigned(r[0] for r in rows),
        np.array([r[1] for r in rows], dtype=np.int32),
        offsets(np.array([len(t) for t in terms], dtype=np.int64)),
        np.concatenate([np.zeros(0, np.uint32), *terms]),
        np.concatenate([np.zeros(0, np.int32), *weights]),
    )


AROUND = (
    "select term, day, id, weight from keys where term = ? and (day, id) > (?, ?) order by day, id limit ?",
    "select term, day, id, weight from keys where term = ? and (day, id) < (?, ?) order by day desc, id desc limit ?",
)
UNDATED = "select term, day, id, weight from keys where term = ? and day = ? order by id limit ?"
LATEST = "select term, day, id, weight from keys where term = ? and day > ? order by day desc, id limit ?"


def around(db: sqlite3.Connection, keys: Keys) -> Keys:
    """The stored keys that stand within a window of these, by day."""
    found: set[tuple[int, int, int, int]] = set()
    for term, day, id_ in zip(keys.terms.tolist(), keys.days.tolist(), signed(keys.articles), strict=True):
        for query in AROUND:
            found.update(db.execute(query, (term, day, id_, WINDOW)))
        other = LATEST if day == NO_DAY else UNDATED
        found.update(db.execute(other, (term, NO_DAY, WINDOW)))
    rows = sorted(found)
    return Keys(
        np.array([r[0] for r in rows], dtype=np.uint32),
        np.array([r[1] for r in rows], dtype=np.int32),
        unsigned(r[2] for r in rows),
        np.array([r[3] for r in rows], dtype=np.int32),
    )


def put_pairs(db: sqlite3.Connection, pairs: Pairs) -> None:
    """Add scored pairs."""
    for one, other in ((pairs.first, pairs.second), (pairs.second, pairs.first)):
        rows = zip(signed(one), signed(other), pairs.values.tolist(), strict=True)
        db.executemany("insert or replace into pairs values (?, ?, ?)", rows)


def get_pairs(db: sqlite3.Connection, articles: U64) -> Pairs:
    """The scored pairs of which both are among the articles."""
    rows = [*_each(db, "select one, other, value from pairs where one in ({})", signed(articles))]
    first, second = unsigned(r[0] for r in rows), unsigned(r[1] for r in rows)
    pairs = Pairs(first, second, np.array([r[2] for r in rows], dtype=np.int64))
    return pairs.where((first < second) & np.isin(second, articles))


def get_articles(db: sqlite3.Connection, column: str, of: U64) -> list[tuple[int, int, int, int]]:
    """Rows of articles (id, print, leader, story) whose `column` is among these numbers, as stored, sorted."""
    query = f"select id, print, leader, story from articles where {column} in ({{}})"
    return sorted((a, b, c, d) for a, b, c, d in _each(db, query, signed(of)))


def move(db: sqlite3.Connection, groups: Same) -> None:
    """Leaders, and those they speak for, are in these stories now."""
    rows = zip(signed(groups.leaders), signed(groups.articles), strict=True)
    db.executemany("update articles set story = ? where leader = ?", rows)


def stories(db: sqlite3.Connection) -> dict[int, tuple[int, ...]]:
    """All stories."""
    found: dict[int, list[int]] = {}
    with closing(db.execute("select story, id from articles")) as rows:
        for story, id_ in rows:
            found.setdefault(story % (1 << 64), []).append(id_ % (1 << 64))
    return {story: tuple(sorted(found[story])) for story in sorted(found)}


def _each(db: sqlite3.Connection, query: str, numbers: list[int]) -> Iterable[tuple[Any, ...]]:
    for start in range(0, len(numbers), 500):
        part = numbers[start : start + 500]
        yield from db.execute(query.format(",".join("?" * len(part))), part)
