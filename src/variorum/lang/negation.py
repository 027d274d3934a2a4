"""Words that turn a statement round."""

from __future__ import annotations

from msgspec import Struct


class Negation(Struct, frozen=True, kw_only=True):
    """All lower case, without apostrophes. `words` negate what follows; `verbs` (every form) say that it did not come about.

    `adjectives` carry their negation inside ("unhurt"): they stand for a negation but govern nothing.
    `breaks` end what a negation governs.
    """

    words: frozenset[str]
    verbs: frozenset[str]
    adjectives: frozenset[str]
    breaks: frozenset[str]
