"""What a sentence's words say of other times and events: sought once a sentence, since few have any of it.

The expressions are English; `scope` decides for each amount what they mean.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from variorum.extract.claims.aside import citywide, went_before
from variorum.extract.claims.words import Words, words
from variorum.text.letters import runs

SINCE = re.compile(
    r"(?<!has )(?<!had )(?<!have )(?<!missing )(?<!seen )(?<!from )\bsince\b"
    r"(?!\s*[,.;]|\s+(?:then|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|dawn|morning|noon|midnight)"
    r"|\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|many|most|nobody|no\s+one|none)\s+(?:[\w-]+\s+)?"
    r"(?:had|have|has|were|was|did|could)\b)",
    re.I,
)
"""Since a time; not for a reason ("since two had got out")."""
YEAR = re.compile(r"\b(?:in|of|since|during|from|between|and)\s+(?:\w+\s+)?(1[5-9]\d\d|20\d\d)\b(?!\s+block)", re.I)
SERIES = re.compile(
    r"\b(?:in|from|during|after|of)\s+(?!(?:the|these|those|both|his|her|their)\b)(?:[\w-]+\s+){0,2}"
    r"(?:shootings|stabbings|homicides|drive-bys|murders)\b(?!\s+(?:at|of)\b)",
    re.I,
)
"""Several events without an article: "four killed in weekend shootings"."""
DEEDS = re.compile(
    r"\b(?:in|during|over|through)\s+(?:[\w-]+\s+){0,3}(?:operations|raids|missions|sweeps|clashes|attacks|incidents)\b"
    r"[^.;]{0,60}\bsince\s+(?=\w*[A-Z0-9])"
)
"""What several operations add up to since a day: "40 held in six raids since May 1"."""
SPAN = re.compile(
    r"\b(?:in|over|during|within|for(?=\s+(?:the|more|less|over|many)\b))\s+(?:the\s+)?(?:(?:last|past|previous)\s+)?"
    r"(?:(?:more|less)\s+than\s+|nearly\s+|almost\s+|some\s+|about\s+)?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|few|many|a\s+few)\s+(?:years|months|decades|weeks)\b"
    r"|\bduring\s+(?:19|20)\d\d(?=\s*[.,;:)]|\s+(?:and|alone|so\s+far)\b)"
    r"|\bin\s+(?:less\s+than|under|only|just|barely)\s+(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+days\b"
    r"|\b(?:in|over|during|within)\s+(?:an?|the)\s+[\w-]+[\s-]hour\s+(?:span|period|stretch)\b"
    r"|\bin\s+(?:a|the)\s+span\s+of\s+(?:[\w-]+\s+){1,3}(?:hours|days)\b",
    re.I,
)
"""A stretch of time that a count sums over: "7,000 dead in 10 years", "six shot in a four-hour span"."""
UNITS = ("years", "months", "decades", "weeks", "days", "hour", "span", "during 19", "during 20")
"""What it is counted in: seeing whether one stands there takes no time beside seeking the expression."""
SEVERAL = re.compile(
    r"\b(?:(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|various|\d+)\s+(?:[\w-]+\s+){0,2}"
    r"(?:shootings|stabbings|homicides|incidents)|(?:series|string|spate|rash|wave)\s+of\s+(?:[\w-]+\s+){0,3}"
    r"(?:shootings|stabbings|homicides|killings)"
    r"|separate\s+(?:[\w-]+\s+){0,4}(?:shootings|stabbings|homicides|accidents|crashes))\b",
    re.I,
)
"""Several events, told as the cause of a count: "three shootings left five dead", "a series of shootings"."""
EVENTS = (
    *("shootings", "stabbings", "homicides", "murders", "drive-bys"),
    *("incidents", "killings", "accidents", "crashes"),
)
"""What both are of."""
STATISTICS = re.compile(
    r"\bso\s+far\s+in\b|\bin\s+[A-Z]\w+\s+alone\b|\b(?:crime\s+stats|statistics)\b"
    r"|\b(?:murder|homicide)s?\s+(?:total|count|tally|rate|numbers?)\b",
    re.I,
)
"""What a town or a year adds up to."""
FIGURES = frozenset(("far", "alone", "stats", "statistics", "murder", "murders", "homicide", "homicides"))
"""Words of which these hold one."""
SEPARATE = re.compile(
    r"\b(?:in|at|during|from)\s+(?:(?:an?\s+)?(?:separate|unrelated|previous|prior|similar)\b|an\s+earlier\b"
    r"|(?:that|another)\s+(?:case|incident|crash|shooting|attack|killing)\b"
    r"|(?:several\s+)?other\s+(?:[\w-]+\s+){0,2}(?:attacks|shootings|stabbings|incidents|crashes|killings)\b"
    r"|(?:these|those)\s+(?:shootings|stabbings|incidents|attacks|homicides)\b)",
    re.I,
)

APART = frozenset(
    ("separate", "unrelated", "previous", "prior", "similar", "earlier", "that", "another", "other", "these", "those")
)
"""Words of which these hold one."""
COMES_AFTER = re.compile(
    r"\b(?:incident|attack|shooting|killings?|murders?|bombing|explosion|blast|strike|raid|crash|quake|accident|violence"
    r"|deaths?|assault|clash(?:es)?|fire)\b(?:,?\s+\w+){0,2}\s+(?:comes?|came)\s+(?:[\w’'-]+\s+){0,5}after\b"
    r"|\banother\s+(?:\w+\s+)?(?:attack|shooting|killing|murder|bombing|explosion|blast|strike|raid|crash)\b[^.;,]{0,50}?"
    r"\b(?:hours?|days?|weeks?|months?)\s+after\b"
    r"|\bcomes?\s+(?:[\w-]+\s+){1,3}(?:days?|weeks?|months?|years?)\s+after\b",
    re.I,
)
"""What went before the event: "the attack comes three days after a bomb killed nine"."""
AVENGED = re.compile(
    r"\b(?:retaliat\w+|reveng\w+|repris\w+|vengeance|aveng\w+|answering|an\s+answer)\b[^.;]{0,30}?"
    r"\b(?:for|to)\s[^.;]{0,40}?\b(?:attack|raid|strike|bombing|shelling|ambush|assault|killing|explosion|blast)\w*",
    re.I,
)
"""The deed that the event avenges: "a retaliatory strike for Saturday's raid"."""
AVENGING = ("retaliat", "reveng", "repris", "vengeance", "aveng", "answer")
HOURS = re.compile(r"\s+(?:\w+\s+)?(?:hours?|day|night)\b", re.I)
"""Behind "over the past": no longer than the event itself."""
ELSEWHERE = re.compile(
    r"\W*(Separately,|Elsewhere\b)(?:(?=[\s,]).{0,200}\b(?:gunm[ae]n|attackers?|bomb\w*|explosion|blast|militants?"
    r"|insurgents?|rebels?|guerrillas?|police|soldiers|troops|shot|clash\w*|airstrikes?|ambush\w*|assailants?|abducted|kidnapped|an\s+attack)\b)",
    re.I | re.S,
)
"""A sentence that goes on to another deed; a storm's or a quake's harm elsewhere is its own."""


class Signs(Struct, frozen=True):
    """Matches in the sentence's text, and whether what is sought beside an amount stands in it at all."""

    periods: tuple[re.Match[str], ...]
    """Periods that a count sums over, but for the hours of the event itself."""
    spans: tuple[re.Match[str], ...]
    since: re.Match[str] | None
    apart: re.Match[str] | None
    away: re.Match[str] | None
    figures: re.Match[str] | None
    wide: str | None
    rated: bool
    """Whether a unit of a rate stands there."""
    other: bool
    went_before: bool
    comes_after: bool
    avenged: re.Match[str] | None
    series: bool
    several: bool
    deeds: bool
    year: bool


def _only_dates(text: str, period: re.Match[str]) -> bool:
    """Whether the words are no sum: the hours of the event itself, or the day of it ("*this month's* port blast")."""
    of_event = period.group().lower().startswith("this ") and THEIRS.match(text, period.end()) is not None
    return of_event or HOURS.match(text, period.end()) is not None


def _periods(text: str, table: Words) -> tuple[re.Match[str], ...]:
    """The periods that a count sums over."""
    return tuple(m for m in table.periods.finditer(text) if not _only_dates(text, m))


THEIRS = re.compile(
    r"[’']s\s+(?:[\w’'-]+\s+){0,4}?(?:attack|strike|blast|explosion|bombing|shooting|fire|blaze|quake|earthquake|crash|collapse|"
    r"disaster|accident|collision|derailment|sinking|capsizing|landslide|avalanche|raid|massacre|tragedy|"
    r"stampede|crush|floods?|storm|typhoon|cyclone|hurricane|eruption)\b",
    re.I,
)


@lru_cache(maxsize=256)
def signs(text: str, language: str) -> Signs:
    """The signs in a sentence's text."""
    table, lower = words(language), text.lower()
    said = frozenset(runs(lower))
    since, lasting = "since" in lower, any(unit in lower for unit in UNITS)
    events, years = any(event in lower for event in EVENTS), any(digit in text for digit in "12")
    return Signs(
        periods=() if said.isdisjoint(table.dated) else _periods(text, table),
        spans=tuple(SPAN.finditer(text)) if lasting else (),
        since=SINCE.search(text) if since else None,
        apart=None if said.isdisjoint(APART) else SEPARATE.search(text),
        away=ELSEWHERE.match(text),
        figures=None if said.isdisjoint(FIGURES) else STATISTICS.search(text),
        wide=citywide(text),
        rated=any(unit in lower for unit in table.rated),
        other=any(word in lower for word in table.others) and table.other_event.search(text) is not None,
        went_before=went_before(text) is not None,
        comes_after="after" in lower and COMES_AFTER.search(text) is not None,
        avenged=AVENGED.search(text) if any(word in lower for word in AVENGING) else None,
        series=events and SERIES.search(text) is not None,
        several=events and SEVERAL.search(text) is not None,
        deeds=since and DEEDS.search(text) is not None,
        year=years and YEAR.search(text) is not None,
    )
