"""The title of a record as a heading above its text, where the text does not have it already."""

from __future__ import annotations

import re

from variorum.ingest import names
from variorum.ingest.calendar import Written, written_dates

BELOW = "\n\n"
_LONGEST = 1_000
_HEAD = 20_000
"""Characters in which a title may stand, below the menus of a page."""
_PARTED = re.compile(r"\s+(?:[-–—|»]|::)\s+")
_CALL_SIGN = re.compile(r"\b[KW][A-Z]{2,3}(?:[ -]?(?:TV|FM|AM|DT))?\b(?!\s+[a-z])")
_STATION = re.compile(r"\b(?:[Nn]ews|NEWS|TV|Channel|Radio|Weather|ABC|NBC|CBS|FOX|Fox|CNN)\b")
_DOMAIN = re.compile(r"\w\.(?:com|net|org|tv)\b", re.IGNORECASE)


def heading(title: str | None, text: str) -> str:
    """The title on one line, without the outlet's name at its end; empty where the text opens with it, or has it as a
    line of its own."""
    line = without_outlet(" ".join((title or "").replace("\0", " ").split()))[:_LONGEST].rstrip()
    key = _plain(line)
    if not key or _plain(text[: 2 * len(line) + _LONGEST]).startswith(key):
        return ""
    return "" if any(_plain(x).startswith(key) for x in text[:_HEAD].splitlines()) else line


def without_outlet(title: str) -> str:
    """ "Fire guts mill - KXYZ News 7 - Linden" without what follows the first part that names an outlet."""
    for match in _PARTED.finditer(title):
        part = _PARTED.split(title[match.end() :], maxsplit=1)[0]
        if _names_outlet(part):
            return title[: match.start()].strip(" ,")
    return title


_ISSUED = re.compile(r",?\s+(?:[0-2]?\d[:.]?[0-5]\d)(?:\s?(?:hrs?|hours|h|GMT|UTC|local\s+time))?\s*")
_PARTS = re.compile(r"(?:^|[|•·]\s*|\s[-–—]\s+)(?:issued\s+|dated\s+)?$", re.IGNORECASE)


def dated_heading(line: str, offset: int) -> list[Written]:
    """The day of a bulletin in a line of its heading: the line ends with a full date that is a part of its own, or that
    the hour follows without "at" ("Bulletin 4 | 3 May 2022", "state of things on 3 May 2022, 18:00").

    A headline tells when its event was ("… at 18:00 on 3 May 2022"), and that is no day of issue.
    """
    found = [d for d in written_dates(line) if d.year is not None]
    if len(found) != 1:
        return []
    stamp, rest = found[0], line[found[0].end :]
    part = _PARTS.search(line[: stamp.start]) is not None and stamp.start > 0
    if not (_ISSUED.fullmatch(rest) or (part and not rest.strip(" .)"))):
        return []
    return [Written(stamp.start + offset, stamp.end + offset, stamp.year, stamp.month, stamp.day, stamp.weekday)]


def _names_outlet(part: str) -> bool:
    capitals = all(w[:1].isupper() or not w[:1].isalpha() or len(w) < 4 for w in part.split())
    named = names.is_outlet(part) or _CALL_SIGN.search(part) or _DOMAIN.search(part)
    return bool(named) or (capitals and _STATION.search(part) is not None)


def _plain(line: str) -> str:
    return " ".join(line.split()).casefold().rstrip(" .")


def slug(line: str) -> int:
    """Characters of what an agency puts before a headline and is none of its words: "UPDATE 2-" of "UPDATE 2-Nine dead
    in blast"."""
    match = _SLUG.match(line)
    return match.end() if match is not None else 0


_SLUG = re.compile(
    r"(?:UPDATE|WRAPUP|REFILE|CORRECTED|CORRECTION|RPT|LEAD|RECAP|URGENT|ALERT|EXCLUSIVE|BREAKING|ADVISORY)(?:\s+\d{1,2})?"
    r"\s?[-–—:/]+\s*(?=\S)"
)
