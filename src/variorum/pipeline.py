"""The order of the stages, and nothing else.

ingest → extract → stories → lineage → align → reconcile → check → account
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from variorum import account, align, checks, engine, extract, ingest, lineage, reconcile, stories
from variorum.errors import InputError, VariorumError
from variorum.kinds import base as kinds
from variorum.model import Article, Batch, Dropped, Extraction, Story, StoryRecords
from variorum.model.account import Account, StoryAccount
from variorum.settings import Settings
from variorum.stage import Stage
from variorum.text.garbage import put_off
from variorum.text.parse import parse_all

T = TypeVar("T")
R = TypeVar("R")
Progress = Callable[[str, int, int], None]
"""Called with the stage's name, records done, records in all."""

STAGES = (
    Stage("ingest", "each", ("inputs",), ("articles", "dropped"), ingest.read),
    Stage("extract", "each", ("articles",), ("extractions",), extract.extract),
    Stage("stories", "across", ("articles", "extractions"), ("stories",), stories.group),
    Stage("lineage", "by_key", ("articles", "extractions", "stories"), ("lineage",), lineage.trace),
    Stage("entities", "by_key", ("articles", "extractions", "stories"), ("entities",), align.resolve),
    Stage("sources", "by_key", ("extractions", "entities"), ("extractions",), align.resolve_sources),
    Stage("claims", "by_key", ("extractions", "lineage", "entities"), ("claims",), align.align_claims),
    Stage("event", "by_key", ("extractions", "entities", "claims"), ("event",), align.settle),
    Stage("quotes", "by_key", ("extractions", "lineage", "entities"), ("quotes",), align.align_quotes),
    Stage("reconcile", "by_key", ("claims", "lineage", "event"), ("figures",), reconcile.reconcile),
    Stage("check", "by_key", ("claims", "quotes", "lineage", "figures", "entities"), ("discrepancies",), checks.check),
    Stage("account", "by_key", ("figures", "discrepancies", "event"), ("account",), account.build),
)
"""Every stage reads only what an earlier one writes; a test holds the table to it."""


def run(inputs: Sequence[str | Path], settings: Settings, progress: Progress | None = None) -> Account:
    """Read the inputs and make one account per story.

    Raises InputError when an input does not exist or nothing in it can be read, SettingsError for an unknown policy.
    """
    tell = progress or (lambda stage, done, total: None)
    batch = read(inputs, settings)
    if not batch.articles:
        raise InputError(
            _nothing(batch.dropped),
            fix="name at least one file with an article in it (text, HTML, JSONL, CSV, Parquet, WARC)",
        )
    runner = engine.make("serial" if settings.processes <= 1 else "local", engine.Setup(processes=settings.processes))
    reading = chain.from_iterable(runner.map(extracted, together(batch.articles)))
    read_ = zip(batch.articles, _told(reading, "reading", len(batch.articles), tell), strict=True)
    articles, extractions, unread = _parted(list(read_))
    bundles = list(_bundles(articles, extractions, stories.group(articles, extractions)))
    telling = runner.map(partial(attempt, partial(account_of, policy=settings.policy)), bundles)
    told = zip(bundles, _told(telling, "stories", len(bundles), tell), strict=True)
    accounts, untold = _accounts(list(told))
    dropped = tuple(sorted((*batch.dropped, *unread, *untold), key=lambda d: (d.path, d.reason)))
    return Account(policy=settings.policy, stories=tuple(sorted(accounts, key=_order)), dropped=dropped)


TOGETHER = 40_000
"""Characters of articles that are parsed together, about ten reports: the parser takes one transition in all of their
paragraphs at a time, and with fewer it has too few of them left while the longest end."""


def together(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Articles in groups to be parsed together: neighbours of one language, up to TOGETHER characters."""
    group: list[Article] = []
    size = 0
    for article in articles:
        size += len(article.text)
        if group and (size > TOGETHER or article.language != group[0].language):
            yield group
            group, size = [], len(article.text)
        group.append(article)
    if group:
        yield group


@put_off()
def extracted(articles: Sequence[Article]) -> list[Extraction | Failure]:
    """What each article of a group says; a fault of the program costs the article that has it alone."""
    trees = attempt(parse_all, articles)
    if isinstance(trees, Failure):
        return [attempt(extract.extract, article) for article in articles]
    return [
        attempt(partial(extract.extract, tree=tree), article) for article, tree in zip(articles, trees, strict=True)
    ]


class Failure(Struct, frozen=True):
    """What went wrong inside a stage; the record it worked on is dropped with this reason, and the rest goes on."""

    reason: str


def attempt(run: Callable[[T], R], record: T) -> R | Failure:
    """Run a stage on one record; a fault of the program costs that record, never the run."""
    try:
        return run(record)
    except VariorumError:
        raise
    except Exception as error:
        return Failure(f"fault of the program, please report it: {type(error).__name__}: {error}")


def _parted(
    read_: list[tuple[Article, Extraction | Failure]],
) -> tuple[tuple[Article, ...], tuple[Extraction, ...], list[Dropped]]:
    """The articles that were read with what was read, and those that were not."""
    good = [(a, e) for a, e in read_ if isinstance(e, Extraction)]
    bad = [Dropped(label(a), e.reason) for a, e in read_ if isinstance(e, Failure)]
    return tuple(a for a, _ in good), tuple(e for _, e in good), bad


def _accounts(told: list[tuple[StoryRecords, StoryAccount | Failure]]) -> tuple[list[StoryAccount], list[Dropped]]:
    lost = [(r, f) for r, f in told if isinstance(f, Failure)]
    return (
        [s for _, s in told if isinstance(s, StoryAccount)],
        [Dropped(label(article), failure.reason) for records, failure in lost for article in records.articles],
    )


def label(article: Article) -> str:
    """What a person knows the article by."""
    return article.path or article.source_id or article.id


def read(inputs: Sequence[str | Path], settings: Settings) -> Batch:
    """All articles of the inputs, sorted by id, and what was dropped."""
    articles: list[Article] = []
    dropped: list[Dropped] = []
    for record in ingest.read(inputs, settings):
        if isinstance(record, Article):
            articles.append(record)
        else:
            dropped.append(record)
    return Batch(tuple(sorted(articles, key=lambda a: a.id)), tuple(sorted(dropped, key=lambda d: (d.path, d.reason))))


def _nothing(dropped: tuple[Dropped, ...]) -> str:
    reasons = "; ".join(f"{d.path}: {d.reason}" for d in dropped[:3])
    more = f"; and {len(dropped) - 3} more" if len(dropped) > 3 else ""
    return f"no article could be read ({reasons}{more})" if dropped else "the inputs hold no article"


def _bundles(
    articles: tuple[Article, ...], extractions: tuple[Extraction, ...], found: tuple[Story, ...]
) -> Iterator[StoryRecords]:
    by_id = {a.id: (a, e) for a, e in zip(articles, extractions, strict=True)}
    for story in found:
        members = [by_id[i] for i in story.articles]
        yield StoryRecords(story=story, articles=tuple(a for a, _ in members), extractions=tuple(e for _, e in members))


@put_off()
def account_of(records: StoryRecords, policy: str) -> StoryAccount:
    """One story through the `by_key` stages."""
    records = _dated(records)
    records = replace(records, lineage=lineage.trace(records.articles, records.extractions))
    records = replace(records, entities=align.resolve(records.articles, records.extractions, records.lineage))
    records = replace(records, extractions=align.resolve_sources(records.extractions, records.entities))
    records = replace(records, event=align.settle(records))
    records = replace(records, claims=align.align_claims(records))
    records = replace(
        records,
        quotes=align.align_quotes(records.articles, records.extractions, records.lineage, records.entities),
    )
    records = replace(records, figures=reconcile.reconcile(records, policy, kinds.load()))
    records = replace(records, discrepancies=checks.check(records, kinds.load()))
    return account.build(records, policy)


def _dated(records: StoryRecords) -> StoryRecords:
    """Datelines without a year take it from the story's other articles; those articles are then read again,
    since their "on Sunday" has a date now. An article without any date stays so, yet its "in January" is read as of
    the story's last report. Articles and extractions come out sorted by (published, id)."""
    completed = ingest.complete_years(records.articles)
    day = max((a.published for a in completed if a.published), default=None)
    known = {a.id: e for a, e in zip(records.articles, records.extractions, strict=True)}
    asof = [replace(a, published=a.published or day) for a in completed]
    moved = [a for a, before in zip(asof, records.articles, strict=True) if a.published != before.published]
    known |= {a.id: e for a, e in _again([a for a in moved if not extract.undated(a, known[a.id])], known)}
    completed = tuple(sorted(completed, key=lambda a: (a.published or "9999", a.id)))
    return replace(records, articles=completed, extractions=tuple(known[a.id] for a in completed))


def _again(articles: list[Article], known: Mapping[str, Extraction]) -> Iterator[tuple[Article, Extraction]]:
    """What the articles say as of their new days, a few parsed together."""
    for group in together(articles):
        for article, tree in zip(group, parse_all(group), strict=True):
            yield article, extract.extract_again(article, known[article.id], tree)


def _told(results: Iterable[T], stage: str, total: int, tell: Progress) -> Iterator[T]:
    for done, result in enumerate(results, 1):
        yield result
        tell(stage, done, total)


def _order(story: StoryAccount) -> tuple[str, str]:
    dates = [a.published for a in story.articles if a.published]
    return (min(dates, default="9999"), story.id)
