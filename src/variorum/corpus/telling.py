"""The steps that tell: readings meet their story, stories get their accounts, accounts become tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from variorum.corpus.records import (
    Reading,
    Rows,
    batches,
    bucket_of,
    bucket_of_dropped,
    encode,
    row,
    rows,
    table,
)
from variorum.export.tables import lineage, members
from variorum.export.tables.arrow import Writer, rows_of, schema, write
from variorum.export.tables.dropped import dropped_rows
from variorum.model import Derivation, Dropped, Story, StoryRecords, id_of
from variorum.model.account import StoryAccount
from variorum.pipeline import account_of, attempt, label
from variorum.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

FEW = 16
"""Accounts of a batch."""


def meet(bucket: int, readings: pa.Table, memberships: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """Readings with their story. Of records with one id the first path is kept, and the others are dropped."""
    stories = dict(sorted(rows(memberships, "id", "story")))
    yield from batches(Rows.members(), _met(readings, stories, buckets), FEW)


def _met(readings: pa.Table, stories: dict[int, int], buckets: int) -> Iterator[tuple[object, ...]]:
    ids = readings["id"].to_pylist()
    for id_, places in groupby(sorted(range(len(ids)), key=ids.__getitem__), key=ids.__getitem__):
        same = [row(readings, n, "record", "path", "reason") for n in places]  # one id's at a time: they are large
        same.sort(key=lambda r: (r[0] or b"", r[1], r[2]))
        kept: bytes | None = None
        for record, path, reason in same:
            if record is None:
                yield _dropped(Dropped(path, reason), buckets)
            elif kept is None:
                kept, story = record, stories[id_]
                yield bucket_of(story, buckets), id_, story, record, None, None
            else:
                yield _dropped(Dropped(_label(record), f"the same record as {_label(kept)}"), buckets)


def _label(record: bytes) -> str:
    return label(msgspec.msgpack.decode(record, type=Reading).article)


def _dropped(record: Dropped, buckets: int) -> tuple[object, ...]:
    return bucket_of_dropped(record, buckets), 0, 0, None, record.path, record.reason


def tell(bucket: int, found: pa.Table, settings: Settings, parts: int) -> Iterator[pa.Table]:
    """The account of every story of the bucket; a fault of the program drops that story alone."""
    yield from batches(Rows.accounts(), _told(found, settings.policy, parts), FEW)


def _told(found: pa.Table, policy: str, parts: int) -> Iterator[tuple[object, ...]]:
    ordered = sorted(rows(found, "story", "id", "record", "path", "reason"), key=lambda r: (*r[:2], r[3] or "", r[4]))
    for story, members_ in groupby(ordered, key=itemgetter(0)):
        kept = list(members_)
        for record in _account(kept, policy) if kept[0][2] is not None else _unread(kept):
            if isinstance(record, Dropped):
                yield bucket_of_dropped(record, parts), 0, None, record.path, record.reason
            else:
                yield bucket_of(story, parts), story, encode(record), None, None


def _unread(rows_: Iterable[tuple[Any, ...]]) -> Iterator[Dropped]:
    return (Dropped(path, reason) for *_, path, reason in rows_)


def _account(rows_: list[tuple[Any, ...]], policy: str) -> Iterator[StoryAccount | Dropped]:
    readings = [msgspec.msgpack.decode(record, type=Reading) for _, _, record, _, _ in rows_]
    records = StoryRecords(
        story=Story(id=id_of("s", rows_[0][0]), articles=tuple(r.article.id for r in readings)),
        articles=tuple(r.article for r in readings),
        extractions=tuple(r.extraction for r in readings),
    )
    told = attempt(partial(account_of, policy=policy), records)
    if isinstance(told, StoryAccount):
        yield told
    else:
        yield from (Dropped(label(r.article), told.reason) for r in readings)


def publish(bucket: int, found: pa.Table, crossing: pa.Table, folder: str) -> Iterator[pa.Table]:
    """Write one part of every table; yields how much it holds. Writing twice gives the same bytes."""
    keys = [(story, path or "", reason or "") for story, path, reason in rows(found, "story", "path", "reason")]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    none = found["record"].is_null().to_pylist()
    between = list(_between(crossing))
    counts = [0] * (1 + len(COUNTED))
    with ExitStack() as files:
        made = {m.name: files.enter_context(Writer(part(folder, m.name, bucket), schema(m))) for m in members()}
        for stories in _decoded(found, [n for n in order if not none[n]]):
            counts = [a + b for a, b in zip(counts, _count(stories), strict=True)]
            for member in members():
                made[member.name].add(rows_of(member, stories))
        made[lineage.TABLE.name].add(rows_of(lineage.TABLE, (), between))
    dropped = [Dropped(*row(found, n, "path", "reason")) for n in order if none[n]]
    write(dropped_rows(dropped), part(folder, "dropped", bucket))
    yield table(Rows.published(), [(bucket, *counts, len(between), len(dropped))])


def _decoded(found: pa.Table, places: list[int]) -> Iterator[list[StoryAccount]]:
    """The accounts of these rows, a few at a time: as records they take ten times the room that their rows take."""
    decoder = msgspec.msgpack.Decoder(StoryAccount)
    for first in range(0, len(places), FEW):
        yield [decoder.decode(row(found, n, "record")[0]) for n in places[first : first + FEW]]


def _between(crossing: pa.Table) -> Iterator[tuple[object, ...]]:
    """Rows of derivations between stories."""
    names = ("derived_story", "derived", "source_story", "record")
    for derived, _, source, record in sorted(rows(crossing, *names)):
        yield lineage.row(msgspec.msgpack.decode(record, type=Derivation), id_of("s", derived), id_of("s", source))


def part(folder: str, name: str, bucket: int) -> Path:
    """Where a part of a table lies."""
    return Path(folder, name, f"part-{bucket:05}.parquet")


COUNTED = ("articles", "origins", "claims", "figures", "discrepancies")


def _count(stories: list[StoryAccount]) -> tuple[int, ...]:
    return len(stories), *(sum(len(getattr(s, n)) for s in stories) for n in COUNTED)
