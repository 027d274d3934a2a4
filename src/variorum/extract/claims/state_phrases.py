"""The phrases of states that stand behind an amount or behind a word for people ("under arrest", "on the ferry"), and
those that stand before an amount ("damage was found in")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from variorum.kinds.base import Triggers, load

LINKS = (
    r"(?:of\s+(?:us|them|these|those|whom)\s+)?"
    r"(?:(?:is|are|was|were|be|being|been|remain|remains|remained|had|has|have|still|now|currently|held|kept|also|back)\s+)*"
)
"""What may stand between the amount and the state; a verb that the parser got right has been read before."""
DETERMINED = r"(?:\s+(?:the|all|all\s+the|a\s+total\s+of|a\s+further|another))?\s+$"
"""What may stand between what comes before an amount and the amount."""
Phrases = tuple[tuple[str, re.Pattern[str]], ...]


@cache
def states(language: str) -> Phrases:
    """The phrases of each kind that stand behind an amount, in alphabetical order of kinds."""
    told = ((name, t.states) for name, t in _triggers(language))
    return tuple((name, re.compile(rf"\s+{LINKS}(?:{'|'.join(some)})(?!\w)", re.I)) for name, some in told if some)


@cache
def leads(language: str) -> Phrases:
    """The phrases of each kind that stand before an amount, in alphabetical order of kinds."""
    told = ((name, t.leads) for name, t in _triggers(language))
    return tuple((name, _lead(some)) for name, some in told if some)


@cache
def any_lead(language: str) -> re.Pattern[str]:
    """The phrases of all kinds in one, since before most amounts none stands."""
    return _lead([lead for _, t in _triggers(language) for lead in t.leads])


def _lead(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)}){DETERMINED}", re.I)


def _triggers(language: str) -> Iterator[tuple[str, Triggers]]:
    return ((name, kind.triggers[language]) for name, kind in load().items() if language in kind.triggers)


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
