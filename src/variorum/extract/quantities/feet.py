"""Feet and inches by their marks ("6'2\"", "a 40″ screen") and inches behind feet ("12 ft 2 in wide")."""

from __future__ import annotations

import re

from variorum.extract.quantities.lexer import Lexeme
from variorum.extract.quantities.units import Found

FEET = re.compile(r"\d\s?(?:ft|feet|foot)\.?\s$")
HYPHENED = re.compile(r"[\w½]-(?:foot|feet)-$")
"""Feet in a hyphened height: "a 6-foot-2 guard"."""
INCH = re.compile(r"\s?in\b")
FOOT_MARK = re.compile(r"′|['’](?=\s?\d{1,2}(?:[.½]\d?)?(?:\"|″|”|''|’’))")
"""A mark of feet: the apostrophe only before inches."""
INCH_MARK = re.compile(r"″|''(?!\w)|\"(?!\w)|”(?!\w)")
AFTER_FEET = re.compile(r"\d\s?['’′]\s?$")
REACH = 2000
"""Characters looked back for an open quotation mark."""


def length(text: str, floor: int, lexeme: Lexeme, limit: int) -> Found | None:
    """The feet or inches that marks or a short word behind a number say; `floor` is where its sentence starts."""
    lead = text[max(0, lexeme.start - 8) : lexeme.start]
    if HYPHENED.search(lead) and isinstance(lexeme.number, int | float) and 0 <= lexeme.number < 12:
        return Found("inch", lexeme.end, lexeme.end)
    if FEET.search(lead):
        inch = INCH.match(text, lexeme.end, limit)
        return Found("inch", lexeme.end, inch.end()) if inch else None
    if not lexeme.digits:
        return None
    foot = FOOT_MARK.match(text, lexeme.end, limit)
    if foot:
        return Found("foot", lexeme.end, foot.end())
    inch = INCH_MARK.match(text, lexeme.end, limit)
    if inch is None:
        return None
    sure = inch.group() == "″" or AFTER_FEET.search(lead)
    return Found("inch", lexeme.end, inch.end()) if sure or _unquoted(text, lexeme.end, inch.group()) else None


def _unquoted(text: str, at: int, mark: str) -> bool:
    """Whether the double straight mark at `at` closes no quotation: none is open before it in its paragraph."""
    if mark != '"':
        return False
    start = max(0, at - REACH, text.rfind("\n", 0, at) + 1)
    inside = False
    for quote in re.finditer(r'"', text[start:at]):
        before, after = text[start + quote.start() - 1 : start + quote.start()], text[start + quote.end() :][:1]
        if not inside and before.isdigit() and not after.isalnum():
            continue  # another inch
        inside = not inside
    return not inside
