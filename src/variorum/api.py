"""What scripts and the command line call.

import variorum as vr

account = vr.report(["a.txt", "b.html"])
for figure in account.stories[0].figures:
    print(figure.kind, figure.low, figure.best, figure.high, figure.origins)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from msgspec import Struct

from variorum import pipeline
from variorum.errors import SettingsError
from variorum.model import Quantity
from variorum.model.account import Account
from variorum.settings import PolicyName, Settings

if TYPE_CHECKING:
    from variorum.corpus.manifest import Run
    from variorum.corpus.update import Update


class ArticleQuantities(Struct, frozen=True, kw_only=True):
    """All numbers of one article."""

    article: str
    source_id: str | None
    path: str | None
    quantities: tuple[QuantityRow, ...]


class QuantityRow(Struct, frozen=True, kw_only=True):
    """One number: offsets into the article's text, bounds (null = open), unit and hedge."""

    start: int
    end: int
    text: str
    number: int | float | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    modifier: str
    trend: str | None


def report(
    inputs: Sequence[str | Path] | str | Path,
    *,
    policy: str = "ucdp",
    group_by: str | None = None,
    processes: int = 1,
    progress: Callable[[str, int, int], None] | None = None,
) -> Account:
    """One sourced account per story of the articles in `inputs` (files, folders, patterns, "-" for standard input).

    `policy` reconciles the figures (ucdp, acled, latest, range); `group_by` names an input field that already says
    which story an article is of; `processes` > 1 reads in parallel, with the same result.
    Raises InputError when an input does not exist or no article can be read, SettingsError for a bad setting.
    What cannot be read is in `account.dropped` with its reason.
    """
    return pipeline.run(_listed(inputs), _settings(policy, group_by, processes), progress)


def run(
    inputs: Sequence[str | Path] | str | Path,
    out: str | Path,
    *,
    engine: str | None = None,
    master: str | None = None,
    policy: str = "ucdp",
    group_by: str | None = None,
    processes: int = 1,
    progress: Callable[[str, int], None] | None = None,
) -> Run:
    """A corpus of any size through all stages; the tables lie under `out` as folders of Parquet parts.

    `engine`: serial, local (`processes` workers; the default where there are several) or spark (`master`, its URL).
    The same input gives the same bytes on every engine. A killed run goes on where it was when called again.
    Raises InputError when an input does not exist or `out` holds something else, SettingsError for a bad setting,
    EngineError when the engine fails.
    """
    from variorum.corpus import run as corpus

    settings = _settings(policy, group_by, processes)
    return corpus.run(_listed(inputs), Path(out), settings, engine=engine, master=master, progress=progress)


def update(
    out: str | Path,
    inputs: Sequence[str | Path] | str | Path = (),
    *,
    engine: str | None = None,
    master: str | None = None,
    processes: int = 1,
    progress: Callable[[str, int], None] | None = None,
) -> Update:
    """Put new articles into the finished run in `out`: `inputs`, and what its own inputs have got since.

    Nearly what a run over everything gives, without reading or telling again what did not change. Raises InputError
    when `out` holds no finished run or an input does not exist, EngineError when the engine fails.
    """
    from variorum.corpus import update as growing

    return growing.update(
        _listed(inputs), Path(out), engine=engine, master=master, processes=processes, progress=progress
    )


def quantities(inputs: Sequence[str | Path] | str | Path) -> tuple[ArticleQuantities, ...]:
    """Every number of every article, in the order of the input. Raises InputError when an input does not exist."""
    from variorum import extract, ingest
    from variorum.model import Article

    found = []
    for record in ingest.read(_listed(inputs), Settings(titles=False)):
        if isinstance(record, Article):
            rows = tuple(_row(q) for q in extract.extract_quantities(record))
            found.append(
                ArticleQuantities(article=record.id, source_id=record.source_id, path=record.path, quantities=rows)
            )
    return tuple(found)


def _row(quantity: Quantity) -> QuantityRow:
    span, value = quantity.span, quantity.value
    return QuantityRow(
        start=span.start,
        end=span.end,
        text=span.text,
        number=value.number,
        low=value.low,
        high=value.high,
        unit=quantity.unit,
        modifier=value.modifier,
        trend=quantity.trend,
    )


def _listed(inputs: Sequence[str | Path] | str | Path) -> Sequence[str | Path]:
    return [inputs] if isinstance(inputs, str | Path) else inputs


def _settings(policy: str, group_by: str | None, processes: int) -> Settings:
    if policy not in get_args(PolicyName):
        raise SettingsError(f"no policy named {policy!r}", fix=f"use one of: {', '.join(get_args(PolicyName))}")
    return Settings(policy=cast(PolicyName, policy), group_by=group_by, processes=processes)
