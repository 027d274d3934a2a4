"""Whom an article credits of those whose own texts stand beside it in the story.

What an article's dateline calls an agency is one, whatever its name: where another article of the story says "told
Helio", "compiled from Helio and Nordfunk" or "the Helio agency", it credits that agency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from variorum.lang.agencies import Agencies
from variorum.lang.base import read
from variorum.lineage.direction import Standing


def crediting(standings: Sequence[Standing]) -> tuple[Standing, ...]:
    """The standings, each with the agencies of the others' own texts that its own text credits."""
    agencies = frozenset(name for s in standings for name in s.own)
    return tuple(replace(s, cited=s.cited | _credited(s, agencies - s.own - s.cited)) for s in standings)


def _credited(standing: Standing, agencies: frozenset[str]) -> frozenset[str]:
    text = standing.article.text
    return frozenset(a for a in agencies if any(_in_credit(text, m) for m in _written(a).finditer(text)))


@cache
def _written(agency: str) -> re.Pattern[str]:
    """How a folded name may stand in a text: "Nord-Funk", "Nord Funk" for "nordfunk"."""
    return re.compile(rf"(?<![\w-])(?=[^\W\d_a-z])(?i:{r'[ .&-]?'.join(map(re.escape, agency))})(?![\w-])")


def _in_credit(text: str, name: re.Match[str]) -> bool:
    before, after = _contexts()
    return bool(before.search(text[max(0, name.start() - REACH) : name.start()]) or after.match(text, name.end()))


REACH = 60
"""Characters before a name in which what makes it a credit stands."""


@cache
def _contexts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data: Agencies = read("en", "agencies", Agencies)
    told = "|".join(map(re.escape, (*data.told, *data.citing, *data.relay_verbs, *data.drawn)))
    verbs = "|".join(map(re.escape, (*data.report_verbs, *data.relay_verbs)))
    return (
        re.compile(rf"\b(?i:{told})\s+(?:the\s+)?(?:[^\W\d_a-z]\w+(?:\s+and\s+|,\s+))?$"),
        re.compile(rf"\s+(?:news\s*)?(?:agency|wire)\b|,?\s+(?:{verbs})\b"),
    )
