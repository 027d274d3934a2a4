"""The account: everything found out about each story, in the fields of the account format (version 1).

Lives in `model` because the stages write it and the exporters read it, and neither may know the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Struct

from variorum.errors import InputError
from variorum.model.article import Dropped, Section
from variorum.model.claim import Claim, Number
from variorum.model.discrepancy import Discrepancy
from variorum.model.entity import Entity
from variorum.model.figure import Figure
from variorum.model.lineage import Derivation, Origin
from variorum.model.span import Span
from variorum.model.speech import Quote, SpeechKind
from variorum.model.story import Event

if TYPE_CHECKING:
    from pandas import DataFrame

FORMAT: Literal["variorum-account/1"] = "variorum-account/1"

Spans = Span | tuple[Span, ...] | None
"""One passage, the pieces of an interrupted one, or null where there is none."""


class ArticleEntry(Struct, frozen=True, kw_only=True):
    """An article as the account prints it; `text` stands here once and every span points into it."""

    id: str
    source_id: str | None
    path: str | None
    url: str | None
    title: str | None
    publisher: str | None
    byline: tuple[str, ...]
    agencies: tuple[str, ...]
    published: str | None
    language: str
    text: str
    sections: tuple[Section, ...] = ()


class AttributionEntry(Struct, frozen=True, kw_only=True):
    """Who is said to have said what in one article; `speaker` and `via` are names as resolved."""

    source: Spans
    cue: Spans
    content: Spans
    kind: SpeechKind
    id: str | None = None
    speaker: str | None = None
    entity: str | None = None
    via: tuple[str, ...] = ()
    denied: bool = False


class Sentence(Struct, frozen=True, kw_only=True):
    """One sentence of the account itself and the claims it rests on; `figure` is the figure it words."""

    text: str
    claims: tuple[str, ...]
    figure: str | None = None


class StoryAccount(Struct, frozen=True, kw_only=True):
    """The account of one story; every tuple stands in a fixed order (see `variorum.account.order`)."""

    id: str
    title: str
    event: Event
    articles: tuple[ArticleEntry, ...]
    origins: tuple[Origin, ...] = ()
    lineage: tuple[Derivation, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotes: tuple[Quote, ...] = ()
    attributions: tuple[AttributionEntry, ...] = ()
    entities: tuple[Entity, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    sentences: tuple[Sentence, ...] = ()


class Account(Struct, frozen=True, kw_only=True):
    """All stories of a run, and the inputs that could not be read."""

    format: Literal["variorum-account/1"] = FORMAT
    policy: str
    stories: tuple[StoryAccount, ...]
    dropped: tuple[Dropped, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The account as plain dicts and lists, keys in the order of the format."""
        listed: dict[str, Any] = _listed(msgspec.to_builtins(self))
        return listed

    def claims_frame(self) -> DataFrame:
        """One row per claim, as a pandas DataFrame (needs the extra `variorum[pandas]`)."""
        try:
            from pandas import DataFrame
        except ImportError as error:
            raise InputError("pandas is not installed", fix="pip install 'variorum[pandas]'") from error
        return DataFrame([row for story in self.stories for row in _rows(story)], columns=list(_COLUMNS))

    def _repr_html_(self) -> str:
        """What a notebook shows: one small table of figures per story."""
        return "".join(_story_html(story) for story in self.stories) or "<p>No stories.</p>"


def decode(content: bytes | str) -> Account:
    """Read an account back from its JSON.

    Raises InputError when the bytes are not JSON or not an account of this version.
    """
    try:
        return msgspec.json.decode(content, type=Account)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"not an account of format {FORMAT}: {error}",
            fix="make one with: variorum report INPUT --format json -o account.json",
        ) from error


def _listed(value: Any) -> Any:
    """Tuples as lists, all the way down, as JSON would give them back."""
    if isinstance(value, dict):
        return {k: _listed(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(v) for v in value]
    return value


_COLUMNS = (
    "story", "claim", "article", "publisher", "published", "origin", "kind", "stated", "number", "low", "high",
    "modifier", "unit", "subset", "rate", "scope", "place", "as_of", "negated", "hedged", "voided", "source",
    "start", "end", "text",
)  # fmt: skip


def _rows(story: StoryAccount) -> Iterator[tuple[object, ...]]:
    articles = {a.id: a for a in story.articles}
    origins = {a: o.label for o in story.origins for a in o.articles}
    for claim in story.claims:
        article = articles[claim.span.article]
        yield _row(story, claim, article, origins.get(article.id))


def _row(story: StoryAccount, claim: Claim, article: ArticleEntry, origin: str | None) -> tuple[object, ...]:
    value = claim.value
    return (
        story.id, claim.id, article.id, article.publisher, article.published, origin, claim.kind, value.stated,
        value.number, value.low, value.high, value.modifier, claim.unit, claim.subset, claim.rate, claim.scope,
        claim.place, claim.as_of, claim.negated, claim.hedged, claim.voided,
        claim.attribution[0].name if claim.attribution else None,
        claim.span.start, claim.span.end, claim.span.text,
    )  # fmt: skip


def _story_html(story: StoryAccount) -> str:
    rows = "".join(_figure_html(f) for f in story.figures if f.scope == "event")
    head = "<tr><th>figure</th><th>low</th><th>best</th><th>high</th><th>origins</th><th>status</th></tr>"
    return f"<h4>{escape(story.title)}</h4><table>{head}{rows}</table>"


def _figure_html(figure: Figure) -> str:
    name = " ".join(filter(None, (figure.kind, figure.subset and f"({figure.subset})", figure.place)))
    cells = (name, *map(_plain, (figure.low, figure.best, figure.high)), str(figure.origins), figure.status)
    return "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in cells) + "</tr>"


def _plain(number: Number | None) -> str:
    return "–" if number is None else f"{number:,}"
