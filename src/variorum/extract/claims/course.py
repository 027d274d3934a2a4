"""What a time or a neighbouring sentence says of the event's own course.

An outbreak counts since it was declared; "the third crash in two months. In March, …" goes on to the crashes before.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from variorum.extract.claims.signs import YEAR
from variorum.model import Article, Claim
from variorum.text.tree import Parse, Sentence

HIGHEST = re.compile(
    r"\b(?:\w+iest|worst|biggest|largest|highest|strongest|longest|lowest|first|second|third|fourth|(?:most|least)\s+\w+)\b"
    r"[^.;]{0,60}$",
    re.I,
)
"""Before a "since" that only sets a record: "the heaviest fighting *since* the truce"."""
OWN_START = re.compile(
    r"since\s+(?:the\s+(?:[\w-]+\s+)?)?(?:it|they|outbreak|epidemic|virus|disease|floods?|flooding|rains?|downpours?|storms?"
    r"|cyclone|hurricane|typhoon|eruptions?|heat\s?wave|(?:wild|bush|forest\s)?fires?|blazes?|earthquake|quake|disaster|accident"
    r"|collapse|crash|sinking|search|siege|evacuation|first\s+cases?)\s+(?:\w+\s+){0,2}?"
    r"(?:began|begun|started|struck|hit|broke|erupted|declared|detected|reported|confirmed|collapsed|crashed|sank|came)\b",
    re.I,
)
"""The event's own beginning: "since the outbreak was declared", "since it was first detected"."""
EPIDEMIC = re.compile(
    r"\b(?:outbreak|epidemic|cholera|ebola|measles|dengue|diphtheria|meningitis|polio|mpox|marburg|lassa|norovirus)\b",
    re.I,
)
LONG = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:year|years|decades?|January|beginning|start\s+of\s+the)\b", re.I)
"""What makes a stretch longer than one outbreak."""
IN_A_ROW = re.compile(
    r"\b(?:it|this|that|(?:the|sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?:[’']s)?\s+\w+)\s+"
    r"(?:is|was|comes\s+as|marks|marked)\s+(?:at\s+least\s+)?the\s+"
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest)\b",
    re.I,
)
"""What places the event in a row of others: "it was the third such crash in two months"."""
BACK = re.compile(
    r"\W*(?:(?:In|On|During)\s+(?:early\s+|mid-?\s*|late\s+)?(?:\d{1,2}\s+|the\s+)?(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|(?:19|20)\d\d)\b"
    r"|Last\s+(?:week|month|year|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|Earlier\s+this\s+(?:week|month|year)\b|(?:[\w-]+\s+){1,3}(?:days?|weeks?|months?|years?)\s+(?:ago|earlier|before)\b)"
)
"""A sentence that opens with an earlier time."""


@lru_cache(maxsize=4)
def _of_epidemic(text: str) -> bool:
    """Whether an outbreak is what the report is of: named at its top."""
    return EPIDEMIC.search(text, 0, 600) is not None


def of_own_course(text: str, match: re.Match[str], article: str) -> bool:
    """Whether a "since" or a stretch of time in a sentence is the event's own: a record's, its beginning's, or what an
    outbreak has lasted so far."""
    since = match.group().lower().startswith("since")
    if since and (HIGHEST.search(text, 0, match.start()) or OWN_START.match(text, match.start())):
        return True
    return LONG.search(text, match.start(), match.end() + 28) is None and _of_epidemic(article)


def earlier_in_row(parse: Parse, sentence: Sentence) -> str | None:
    """The words that place the event in a row of which the sentence tells another: "It was the third such crash in two
    months. *In March*, nine died …"."""
    opening = BACK.match(parse.text, sentence.start, sentence.end)
    if opening is None or sentence.index == 0:
        return None
    for other in reversed(parse.sentences[: sentence.index]):
        if other.section != sentence.section:
            return None
        row = IN_A_ROW.search(parse.text, other.start, other.end)
        if row is not None:
            return f"{row.group()} … {opening.group().strip()}"
    return None


DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
OF_A_DAY = re.compile(
    rf"\b({'|'.join(DAYS)})[’']s\s+(?:\w+\s+)?(?:figure|count|estimate|tally)\s+of\s+(?:[a-z]+\s+){{0,2}}$", re.I
)
"""What was counted on a day: "Tuesday's figure of nearly 400" (but "Tuesday's toll" may be that of Tuesday's event)."""


def counted_before(article: Article, text: str) -> bool:
    """Whether the text before an amount says that it was counted on another day than that of the report."""
    match = OF_A_DAY.search(text)
    if match is None or article.published is None:
        return False
    return date.fromisoformat(article.published[:10]).weekday() != DAYS.index(match.group(1).lower())


A_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b", re.I)


def dated(text: str) -> bool:
    """Whether claims of an article that names no time may still depend on the day it was published: it holds a year or
    a weekday that is no time of its own ("in 2014 francs", "Black Friday's figure of")."""
    return YEAR.search(text) is not None or A_DAY.search(text) is not None


AGAINST = re.compile(
    r"[\w\d,%]\s*,?\s+(?:as\s+)?(?:against|compared\s+(?:with|to)|versus|from)\s+(?:the\s+|some\s+|about\s+|only\s+)?$",
    re.I,
)
FORMER = re.compile(
    r"(?:\s+[a-z]+){0,2}?\s+(?:on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:the\s+)?(?:day|night|evening|morning)\s+before|yesterday|"
    r"earlier|a\s+day\s+(?:earlier|before|ago)|in\s+(?:the|its|an)\s+(?:first|initial|earlier|previous)|at\s+the\s+weekend|"
    r"(?:of|in|during|on)\s+the\s+(?:night|morning|evening|first)|last\s+\w+|so\s+far\s+reported|at\s+first|initially|reported\s+(?:earlier|before))\b",
    re.I,
)
"""Behind a number set against a newer one, when it held: "55 hurt, *against 47 on Friday*"."""


def set_against(text: str, start: int, at: int, end: int) -> bool:
    """Whether the number from `at` to `end` is an older one beside which a newer of its sentence, from `start` on, is
    set."""
    return AGAINST.search(text[start:at]) is not None and FORMER.match(text, end) is not None


CORRECTS = re.compile(
    r"\bcorrect(?:s|ed|ing)\b[^.;]*\b(?:number|figure|toll|count|tally)\b[^.;]*\bon\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[^.;]{0,20}"
    r"\b(?:to|at|was|is|were)\s+$",
    re.I,
)
WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def of_former_day(article: Article, before: str) -> bool:
    """Whether a note corrects what held on an earlier day than the report's: "corrects number of wounded *on Friday* to
    47", in a report of Tuesday."""
    match = CORRECTS.search(before)
    if match is None or article.published is None:
        return False
    return WEEK[date.fromisoformat(article.published).weekday()] != match.group(1).lower()


HAD_BEEN = re.compile(r"(?:\s+(?:who|that|which))?\s+had\s+(?:earlier\s+)?been\s+(?:reported\s+)?missing\b", re.I)


def found_since(article: Article, claim: Claim) -> Claim:
    """ "A shepherd who *had been* missing": an older count, as the sentence tells what became of him."""
    told = claim.kind == "missing" and any(
        HAD_BEEN.match(article.text, at) for at in (claim.span.end, *_behind_first(claim))
    )
    return replace(claim, earlier=True, why=(*claim.why, "earlier: had been missing")) if told else claim


def _behind_first(claim: Claim) -> tuple[int, ...]:
    """Where the words of a relative clause begin that the evidence holds."""
    match = re.search(r"\s+(?:who|that|which)\s+had\s", claim.span.text)
    return (claim.span.start + match.start(),) if match else ()
