"""Numbers as articles state them: quantities, sources, claims."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from variorum.model.span import Span

Modifier = Literal["exactly", "at least", "more than", "up to", "less than", "about", "range", "vague"]
Scope = Literal["event", "background"]
Number = int | float

ANOTHER_TIME = "another time: “{}”"
"""How a reason in `Claim.why` names the stated time that alone makes a claim background; alignment may know that time
for the event's own."""


class Value(Struct, frozen=True):
    """A stated number and its logical bounds.

    `number` is null where only a word was given ("dozens"); `low`/`high` are the bounds the words allow
    (null = open): at least N = [N, ∞), more than N = [N+1, ∞), up to N = [0, N], dozens ≥ 24, hundreds ≥ 200.
    """

    stated: str
    number: Number | None
    low: Number | None
    high: Number | None
    modifier: Modifier = "exactly"


class Quantity(Struct, frozen=True, kw_only=True):
    """Any number with its hedge, scale and unit, whatever it counts (`variorum quantities`)."""

    span: Span
    value: Value
    unit: str | None = None
    noun: str | None = None
    trend: Literal["up", "down"] | None = None


class Source(Struct, frozen=True, kw_only=True):
    """One link of an attribution chain: who is said to have said it.

    `name` as resolved (a pronoun stands for its person; between stages, the story's name for it), `stated` the fullest
    form that the article itself has, `role` the office given with it, `medium` where it was
    said (Telegram, radio interview), `cue` the words that report it, `span` the words that name the source.
    """

    name: str
    stated: str | None = None
    entity: str | None = None
    role: str | None = None
    medium: str | None = None
    cue: Span | None = None
    span: Span | None = None


class Claim(Struct, frozen=True, kw_only=True):
    """A counted fact in an article: *killed: at least 12*, with what it counts, where, when and who says so.

    `attribution` runs from the source nearest to the fact outwards; empty = the article's own voice.
    `subset`: only a part is counted, in the article's word. `increment`: adds to a total ("nine more").
    `voided`: the article itself takes the number back ("not 84"). `earlier`: stated as an older count ("up from 90").
    `hedged`: feared, believed. `partial`: the words bound the count to one place or observer ("one hospital
    has seen 27"). `person`: the claim is of this one person, by name or in the article's words.
    """

    id: str
    kind: str
    value: Value
    unit: str
    span: Span
    subset: str | None = None
    rate: str | None = None
    scope: Scope = "event"
    place: str | None = None
    exclusive_of: str | None = None
    as_of: str | None = None
    negated: bool = False
    hedged: bool = False
    increment: bool = False
    voided: bool = False
    earlier: bool = False
    partial: bool = False
    section: str = "body"
    person: str | None = None
    attribution: tuple[Source, ...] = ()
    why: tuple[str, ...] = ()
    """How the claim was read, step by step (`variorum explain`)."""
