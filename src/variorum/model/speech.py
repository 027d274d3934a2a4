"""Reported speech: who is said to have said what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from variorum.model.claim import Source
from variorum.model.span import Span

SpeechKind = Literal["direct", "indirect", "mixed"]
Drift = Literal["none", "translated", "shortened", "spliced", "altered"]


class Attribution(Struct, frozen=True, kw_only=True):
    """One attributed passage of an article: source, cue and content spans (discontinuous content = several spans).

    `speaker` is the source resolved to a name (null where nobody is named); `via` passes it on ("told Reuters",
    "CNN reported, citing …"), nearest first. `denied`: the source denies the content.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SpeechKind
    speaker: Source | None = None
    via: tuple[Source, ...] = ()
    denied: bool = False


class Quotation(Struct, frozen=True, kw_only=True):
    """Words inside quotation marks in one article; `span` is without the marks. `attribution` is the passage's id."""

    span: Span
    kind: SpeechKind
    speaker: Source | None = None
    attribution: str | None = None


class QuoteVariant(Struct, frozen=True, kw_only=True):
    """One article's rendering of an utterance, and how it departs from the rendering it was made from."""

    text: str
    kind: SpeechKind
    speaker: str | None
    span: Span
    medium: str | None = None
    cue: Span | None = None
    drift: Drift = "none"


class Quote(Struct, frozen=True, kw_only=True):
    """One utterance and all its renderings across the story's articles."""

    id: str
    speaker: str | None
    variants: tuple[QuoteVariant, ...]
    entity: str | None = None


def covering(attributions: Iterable[Attribution], span: Span) -> tuple[Attribution, ...]:
    """The attributions whose content holds at least half of the span, the innermost (shortest content) first."""
    size = max(1, span.end - span.start)
    found = [a for a in attributions if 2 * _held(a, span) >= size]
    return tuple(sorted(found, key=lambda a: (sum(c.end - c.start for c in a.content), a.content[0].start, a.id)))


def _held(attribution: Attribution, span: Span) -> int:
    """Characters of the span inside the attribution's content."""
    shared = (min(c.end, span.end) - max(c.start, span.start) for c in attribution.content)
    return sum(n for n in shared if n > 0)


def sources_of(attributions: Iterable[Attribution]) -> tuple[Source, ...]:
    """Who says what the attributions tell: speakers and those who pass them on, each name once, in their order."""
    chain: dict[str, Source] = {}
    for attribution in attributions:
        for source in (attribution.speaker, *attribution.via):
            if source is not None:
                chain.setdefault(source.name, source)
    return tuple(chain.values())
