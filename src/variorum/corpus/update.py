"""Puts new articles into a finished run: what was read stays read, and only stories that change are told anew.

Which stories change says the index of stories (`stories/index.py`), kept in the work folder from the first update on.
Its result may differ a little from a run over everything, since old likenesses keep the weights they were made with.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from msgspec import Struct

from variorum.corpus import grouping
from variorum.corpus.manifest import Run, recorded
from variorum.corpus.records import Rows, bucket_of, table
from variorum.corpus.run import WORK, Tell, buckets_for, finish, opened, read, through
from variorum.corpus.versions import code
from variorum.engine import Data, Engine
from variorum.model import corpus_id, id_of, number_of
from variorum.settings import Settings
from variorum.stories.columns import Terms
from variorum.stories.index import Change, Index


class Update(Struct, frozen=True, kw_only=True):
    """What a run holds now, and how many articles and stories came, grew, or were merged."""

    run: Run
    articles: int
    new: int
    grown: int
    merged: int


def update(
    inputs: Sequence[str | Path],
    out: Path,
    *,
    engine: str | None = None,
    master: str | None = None,
    processes: int = 1,
    progress: Tell | None = None,
) -> Update:
    """Read `inputs` beside those of the finished run in `out`, whose own may have grown too, and write its tables anew.

    Raises InputError when `out` holds no finished run or an input does not exist, EngineError when the engine fails.
    """
    about = recorded(out)
    settings = Settings(
        policy=about.policy,
        group_by=about.group_by,
        language=about.language,
        max_bytes=about.max_bytes,
        processes=processes,
    )
    together = sorted({*about.inputs, *map(str, inputs)})
    tell = progress or (lambda stage, count: None)
    with opened(out, settings, engine, master) as runner:
        if settings.group_by is not None:
            done = through(together, out, settings, runner, tell)
            found = Update(run=done, articles=done.articles - about.articles, new=0, grown=0, merged=0)
        else:
            found = _grown(together, out, settings, runner, tell)
        runner.clean()
    return found


def _grown(inputs: Sequence[str], out: Path, settings: Settings, engine: Engine, tell: Tell) -> Update:
    articles = read(inputs, settings, engine)
    count = engine.count(articles)
    tell("read", count)
    signed = grouping.signatures(articles, count, engine)
    index = _index(out, signed)
    try:
        changes = index.add_signed(signed)
        stories = index.stories()
    finally:
        index.close()
    tell("stories", len(stories))
    memberships = _memberships(stories, buckets_for(count)[0], engine)
    done = finish(inputs, out, settings, engine, tell, articles, memberships)
    return _told(done, changes)


def _told(done: Run, changes: Sequence[Change]) -> Update:
    came = sum(len(c.articles) for c in changes if not c.before)
    return Update(
        run=done,
        articles=came,
        new=sum(not c.before for c in changes),
        grown=sum(len(c.before) == 1 for c in changes),
        merged=sum(len(c.before) > 1 for c in changes),
    )


def _index(out: Path, signed: Terms) -> Index:
    """The index of the run's articles: the one kept, or one made of the articles that its tables hold.

    An index of other code, or with articles that are gone from the inputs, is made anew.
    """
    path = out / WORK / f"stories-{code('stories')}.sqlite"
    there = set(signed.articles.tolist())
    if path.exists():
        index = Index.load(path)
        if {a for members in index.stories().values() for a in members} <= there:
            return index
        index.close()
    for old in (out / WORK).glob("stories-*.sqlite*"):
        old.unlink()
    held = np.array(sorted(_held(out)), dtype=np.uint64)
    aside = path.with_suffix(".tmp")
    aside.unlink(missing_ok=True)
    Index.create(aside, signed.take(np.flatnonzero(np.isin(signed.articles, held)))).close()
    aside.replace(path)
    return Index.load(path)


def _held(out: Path) -> set[int]:
    """The numbers of the articles in the tables."""
    import pyarrow.parquet as pq

    return {number_of(id_) for id_ in pq.read_table(out / "articles", columns=["article"])["article"].to_pylist()}


def _memberships(stories: dict[int, tuple[int, ...]], buckets: int, engine: Engine) -> Data:
    rows = []
    for members in stories.values():
        story = number_of(corpus_id("s", *(id_of("a", i) for i in members)))
        rows += [(bucket_of(i, buckets), i, story) for i in members]
    return engine.source(table(Rows.memberships(), sorted(rows)), buckets)
