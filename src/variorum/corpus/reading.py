"""The steps that read: splits to articles, articles to what they say. Both work on one record after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from variorum import ingest
from variorum.corpus.records import (
    Reading,
    Rows,
    batches,
    bucket_of,
    bucket_of_dropped,
    encode,
    rows,
)
from variorum.ingest import Split
from variorum.model import Article, Dropped, Extraction, number_of
from variorum.pipeline import extracted, label, together
from variorum.settings import Settings

if TYPE_CHECKING:
    import pyarrow as pa

SMALL = 32
"""Readings of a batch: each is ten times its article."""


def read_splits(table: pa.Table, settings: Settings) -> Iterator[pa.Table]:
    """Every article of the splits, and what was dropped."""
    for (data,) in rows(table, "split"):
        split = msgspec.msgpack.decode(data, type=Split)
        yield from batches(Rows.articles(), map(_article_row, ingest.read_split(split, settings)))


def _article_row(record: Article | Dropped) -> tuple[object, ...]:
    if isinstance(record, Dropped):
        return 0, None, record.path, record.reason
    return number_of(record.id), encode(record), None, None


def extract_articles(table: pa.Table, buckets: int) -> Iterator[pa.Table]:
    """What each article says, beside it; a fault of the program drops that article alone."""
    yield from batches(Rows.readings(), _reading_rows(table, buckets), SMALL)


def articles_of(table: pa.Table) -> Iterator[tuple[int, Article | Dropped]]:
    """The records of a table of articles."""
    decoder = msgspec.msgpack.Decoder(Article)
    for id_, record, path, reason in rows(table, "id", "record", "path", "reason"):
        yield id_, decoder.decode(record) if record is not None else Dropped(path, reason)


def _reading_rows(table: pa.Table, buckets: int) -> Iterator[tuple[object, ...]]:
    records = [record for _, record in articles_of(table)]
    for record in records:
        if isinstance(record, Dropped):
            yield _dropped(record, buckets)
    for group in together(record for record in records if isinstance(record, Article)):
        for article, found in zip(group, extracted(group), strict=True):
            if isinstance(found, Extraction):
                id_ = number_of(article.id)
                yield bucket_of(id_, buckets), id_, encode(Reading(article, found)), None, None
            else:
                yield _dropped(Dropped(label(article), found.reason), buckets)


def _dropped(record: Dropped, buckets: int) -> tuple[object, ...]:
    return bucket_of_dropped(record, buckets), 0, None, record.path, record.reason
