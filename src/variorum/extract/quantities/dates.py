"""Numbers without a unit that are dates: days beside a month, years."""

from __future__ import annotations

import re
from functools import cache

from variorum.extract.quantities.amounts import Amount
from variorum.extract.quantities.hedges import hedge_before
from variorum.lang.base import read
from variorum.lang.measures import Measures

YEARS = range(1900, 2036)
"""Years that news write about most; as a bare number of four digits they are a count only when round or hedged."""

COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]{3,}s|people|men|women|children|staff|police)\b")
DATING = re.compile(r"\b(?:the|in|since|of|from|by|until|during|its|their|last|this)\s$", re.I)
DECADE = re.compile(r"['’]?s\b")
SEASON = re.compile(r"\s?[-–/]\s?\d{2}(?:\d{2})?\b")


@cache
def _months(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    months = read(language, "measures", Measures).months
    names = "|".join(sorted(months, key=lambda m: (-len(m), m)))
    return (
        re.compile(rf"\b(?:{names})\b\.?,?\s(?:the\s)?(?:\d{{1,2}}\s?(?:,|and|to|[-–])\s?)?$", re.I),
        re.compile(rf"(?:\s?[-–]\s?\d{{1,2}})?(?:\s(?:of\s)?|-)(?:{names})\b", re.I),
    )


def is_date(lead: str, tail: str, amount: Amount, language: str) -> bool:
    """Whether the number is a day of a month or a year; `lead` and `tail` are the text beside it."""
    if not amount.first.digits or (amount.ranged and amount.first.number is None):
        return False
    number = amount.first.number
    if not isinstance(number, int) or amount.first.end - amount.first.start > 4:
        return False
    before, after = _months(language)
    if before.search(lead) and (number <= 31 or number in YEARS):
        return not (lead.strip().lower() == "may" and COUNTED.match(tail))
    if number <= 31 and after.match(tail):
        return True
    return amount.first.end - amount.first.start == 4 and number in YEARS and _year(lead, tail, number, language)


def _year(lead: str, tail: str, number: int, language: str) -> bool:
    if DECADE.match(tail) or SEASON.match(tail):
        return True
    if hedge_before(lead, language) not in {None, "about"}:
        return re.match(r"\s[a-z]", tail) is None
    return number % 100 != 0 or COUNTED.match(tail) is None or DATING.search(lead) is not None


def settled(amount: Amount) -> bool:
    """Whether `is_date` alone decides: four bare digits, or a number with a scale."""
    first = amount.first
    return first.scale > 1 or (first.end - first.start == 4 and first.number in YEARS)
