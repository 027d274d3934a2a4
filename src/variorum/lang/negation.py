"""Words that turn a statement round."""

from __future__ import annotations

from msgspec import Struct


class Negation(Struct, frozen=True, kw_only=True):
    """All lower case, without apostrophes. `words` negate what follows; `verbs` (every form) say it did not come about.

    `covert` words carry a negation inside ("unhurt", "ended"): where one stands, a lost "not" is not certain.
    `idle`: after these a negation negates nothing ("no more than"). `breaks` end what a negation governs.
    `scarce` words negate nothing before one of `amounts` ("barely a mile"). `leaving`: verbs of one who does a thing no
    more, right before it. `denials`: the verbs by which somebody says that it is not so.
    """

    words: frozenset[str]
    verbs: frozenset[str]
    covert: frozenset[str]
    idle: frozenset[str]
    breaks: frozenset[str]
    scarce: frozenset[str]
    amounts: frozenset[str]
    leaving: frozenset[str]
    denials: frozenset[str]
