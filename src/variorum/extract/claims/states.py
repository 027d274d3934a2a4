"""States told right behind an amount without a verb of their own: "11 under arrest", "over 2,000 in relief camps"."""

from __future__ import annotations

import re
from functools import cache

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.kinds.base import load
from variorum.text.tree import Parse

LINKS = r"(?:(?:is|are|was|were|be|being|been|remain|remains|remained|still|now|currently|held|kept|also)\s+)*"
"""What may stand between the amount and the state; a verb that the parser got right has been read before."""


@cache
def _states(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The phrases of each kind, in alphabetical order of kinds."""
    return tuple(
        (name, re.compile(rf"\s+{LINKS}(?:{'|'.join(kind.triggers[language].states)})\b", re.I))
        for name, kind in load().items()
        if language in kind.triggers and kind.triggers[language].states
    )


def state_behind(parse: Parse, counted: Counted, choice: Choice | None, language: str) -> Choice | None:
    """The choice; where the amount's words gave none, the kind of the state behind it."""
    if choice is not None or counted.negative or counted.partitive or counted.single:
        return choice
    noun, end = counted.noun, counted.end
    if noun is not None and noun.start >= end:
        if noun.start > end + 20:
            return None
        end = noun.end
    stop = parse.sentences[counted.sentence].end
    for kind, phrase in _states(language):
        match = phrase.match(parse.text, end, stop)
        if match is not None:
            word = next(t for t in reversed(parse.tokens_of(parse.sentences[counted.sentence])) if t.end <= match.end())
            return Choice(kind, Frame("modifier", word, 1), f"“{match.group().strip()}” behind it", "adjectives")
    return None
