"""The phrases of states that stand behind an amount or behind a word for people: "under arrest", "on the ferry"."""

from __future__ import annotations

import re
from functools import cache

from variorum.kinds.base import load
from variorum.kinds.patterns import spelled_out

LINKS = (
    r"(?:of\s+(?:us|them|these|those|whom)\s+)?"
    r"(?:(?:is|are|was|were|be|being|been|remain|remains|remained|had|has|have|still|now|currently|held|kept|also|back)\s+)*"
)
"""What may stand between the amount and the state; a verb that the parser got right has been read before."""
Phrases = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def states(language: str) -> Phrases:
    """The phrases of each kind that stand behind an amount, in alphabetical order of kinds."""
    return tuple(
        (name, re.compile(rf"\s+{LINKS}(?:{spelled_out(kind.triggers[language].states, language)})(?!\w)", re.I))
        for name, kind in load().items()
        if language in kind.triggers and kind.triggers[language].states
    )


def states_of(words: str, language: str) -> str | None:
    """The kind of the state that a phrase for people ends in: "those *on board*", "people *in custody*"."""
    for kind, phrase in states(language):
        if load()[kind].people and any(m.end() == len(words) + 1 for m in phrase.finditer(f" {words}")):
            return kind
    return None


def state_in(words: str, language: str) -> str | None:
    """The kind of a state that a question for people speaks of: "how many were *on the ferry*?"."""
    kinds = (kind for kind, phrase in states(language) if load()[kind].people and phrase.search(words))
    return next(kinds, None)
