"""Reads a line that stands around a story and credits it: who wrote it, who prints it, whose text it is, when.

Such a line consists of nothing else: it is cut at its separators, and one piece that is no date, name, outlet or
credit word makes it no credit line.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from variorum.ingest import names
from variorum.ingest.calendar import Written, written_dates
from variorum.lang.base import read
from variorum.lang.dateline import Dateline

MAX_LENGTH = 220

_TIME = re.compile(
    r"(?:\bat\s+)?\b(?:[01]?\d|2[0-4])(?:[:.h]\s?[0-5]\d)(?::[0-5]\d)?(?:\s*[ap]\.?\s?m\b\.?)?|\b(?:1[0-2]|[1-9])\s*[ap]\.?m\b\.?"
    r"|\b[0-2]\d[0-5]\d(?=\s*(?:GMT|UTC|hrs?))|\b\d+\s+min(?:ute)?s?(?:\s+read|\s+ago)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<![\w./-])\d{1,2}([./-])\d{1,2}\1(?:\d\d|\d{4})(?![\w/-])")
"""A date that may be read in two ways ("03/04/2021"): no candidate, but the line is about the text."""

_JOB = re.compile(
    r"\s+(?:staff|(?:staff |special )?(?:correspondents?|reporters?|writers?)|news desk|online)$", re.IGNORECASE
)
_CUT = re.compile(r"\s*[|·•;‖]\s*|\s+[-–—/]+\s*|\s*[–—]\s*|\.\s+|\.$|,\s*|:\s+|:$|[()\[\]]")
_EDGE = " \t|-–—/"
_AUTHOR_LABELS = ("author", "byline", "by", "writer", "reporter", "text", "words", "story", "report")
_OUTLET_LABELS = ("source", "publisher", "publication", "newspaper", "outlet")
_NOISE = re.compile(r"@\w+|\S+@\S+\.\w+|https?://\S+|www\.\S+|[\W\d_]*")


class Piece(Struct, frozen=True):
    """A name at [start, end) of the text."""

    name: str
    start: int
    end: int


class Credit(Struct):
    """What a credit line says. `stamped`: each date with its origin (`line`, `updated`). `evidence`: it is no guess."""

    authors: list[Piece]
    agencies: list[Piece]
    outlets: list[Piece]
    places: list[Piece]
    stamped: list[tuple[Written, str]]
    evidence: bool = False


def read_credit(line: str, offset: int) -> Credit | None:
    """The credit at `offset` in the text; None when the line is (also) something else."""
    if not 2 < len(line) <= MAX_LENGTH or not any(map(str.isalnum, line)):
        return None
    credit = Credit([], [], [], [], [])
    masked = _dates(line, offset, credit)
    credit.evidence = credit.evidence or bool(_NUMERIC.search(masked))
    masked = _NUMERIC.sub(lambda m: "|" * len(m.group()), masked)
    masked = _TIME.sub(lambda m: "|" * len(m.group()), masked)
    after_by = False
    label = ""
    for start, end in _pieces(masked):
        piece = line[start:end]
        if label in _AUTHOR_LABELS and _author(piece, offset + start, 0, credit):
            kind: str | None = "author"
            credit.evidence = True
        else:
            kind = _take(piece, offset + start, credit, after_by)
        if kind is None:
            return None
        credit.evidence = credit.evidence or (kind == "outlet" and label in _OUTLET_LABELS)
        label = piece.lower() if kind == "label" else ""
        credit.evidence = credit.evidence or label in names.agencies().generic
        after_by = kind == "author" or (after_by and kind == "outlet")
    return credit if credit.evidence else None


def is_masthead(line: str) -> bool:
    """A line that is an outlet's name and nothing else."""
    return 1 < len(line.split()) <= 6 and names.is_outlet(line.strip()) and not line.rstrip().endswith(".")


def _dates(line: str, offset: int, credit: Credit) -> str:
    """Note the dates and blank them out."""
    updated = _labels("en")[1]
    masked = line
    for found in written_dates(line):
        before = line[max(0, found.start - 25) : found.start].lower().rstrip(" :.-on")
        origin = "updated" if before.endswith(updated) else "line"
        moved = Written(found.start + offset, found.end + offset, found.year, found.month, found.day, found.weekday)
        credit.stamped.append((moved, origin))
        credit.evidence = True
        masked = masked[: found.start] + "|" * (found.end - found.start) + masked[found.end :]
    return masked


@cache
def _labels(language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    data = read(language, "dateline", Dateline)
    return tuple(sorted(data.labels, key=len, reverse=True)), data.updated_labels


def _pieces(masked: str) -> Iterator[tuple[int, int]]:
    """The stretches between separators, trimmed; "A with B" and "A By B" are two."""
    last = 0
    for cut in [*_CUT.finditer(masked), None]:
        end = cut.start() if cut else len(masked)
        piece = masked[last:end]
        starts = [0, *(m.start() for m in re.finditer(r"(?<=\S)\s+(?=(?:with|By|BY)\s)", piece)), len(piece)]
        for a, b in itertools.pairwise(starts):
            part = piece[a:b]
            if part.strip(_EDGE):
                yield last + a + len(part) - len(part.lstrip(_EDGE)), last + a + len(part.rstrip(_EDGE))
        last = cut.end() if cut else end


def _take(piece: str, start: int, credit: Credit, after_by: bool) -> str | None:
    """Note one piece and say what it is; None when it belongs in no credit line."""
    low = " ".join(piece.lower().split())
    if _NOISE.fullmatch(piece) or _is_label(low):
        return "label"
    if low.startswith("with "):
        return "agency" if _agency_list(piece, start, 5, credit) else None
    by = re.match(
        r"(?:(?:posted|published|written|reported|reporting|story|text|words|report|compiled)\s+by|by|from)\s+", low
    )
    if by and not credit.places and _author(piece, start, by.end(), credit):
        credit.evidence = True
        return "author"
    if low.startswith(_data().credit_openers):
        return _opener(piece, start, low, credit)
    return _plain(piece, start, credit, after_by)


def _is_label(low: str) -> bool:
    data = _data()
    days = {name for names_ in data.weekdays for name in names_}
    low = low.rstrip(".")
    return (
        low
        in (
            *_AUTHOR_LABELS,
            *_OUTLET_LABELS,
            *data.labels,
            *data.updated_labels,
            *data.zones,
            "at",
            "on",
            "and",
            *names.agencies().generic,
        )
        or low in days
    )


@cache
def _data() -> Dateline:
    data: Dateline = read("en", "dateline", Dateline)
    return data


def _opener(piece: str, start: int, low: str, credit: Credit) -> str | None:
    """ "From our correspondent NAME": the name is whatever capitalised words end the piece."""
    if len(low.split()) > 12 or any(map(str.isdigit, low)):
        return None
    credit.evidence = True
    tail = re.search(
        rf"\s({names.UPPER}[\w'’.-]+(?:\s+(?:{names.UPPER}[\w'’.-]+|de|van|von|al|bin|la|del)){{0,3}})$", piece
    )
    if tail and low.startswith("special to"):
        credit.outlets.append(Piece(tail.group(1), start + tail.start(1), start + tail.end(1)))
    elif tail and re.search(r"correspondent|reporter|writer|special to", low):
        credit.authors.append(Piece(tail.group(1), start + tail.start(1), start + tail.end(1)))
    return "author"


def _author(piece: str, start: int, skip: int, credit: Credit) -> bool:
    """Names after "By": people, or an agency; "By NAME in PLACE"; "By staff and agencies" names nobody."""
    body = re.split(r"\s+in\s+(?=[^\W\d_a-z])|\s+for\s+(?:the\s+)?(?=[^\W\d_a-z])", piece[skip:])
    ok = _each_name(body[0], start + skip, credit)
    for rest in body[1:]:
        at = start + piece.rindex(rest)
        if names.is_outlet(rest):
            credit.outlets.append(Piece(rest, at, at + len(rest)))
        ok = ok and names.all_capitalised(rest)
    return ok


def _each_name(text: str, start: int, credit: Credit) -> bool:
    for match in re.finditer(r"(?:(?!\s+(?:and|&)\s+).)+", text):
        raw = match.group()
        trimmed = re.sub(r"^\s*(?:and|&)\s+", "", raw).strip()
        if not trimmed:
            continue
        at = start + match.start() + raw.index(trimmed)
        if not _one_author(trimmed, at, credit):
            return False
    return True


def _one_author(name: str, at: int, credit: Credit) -> bool:
    generic = names.agencies().generic
    low = name.lower().removeprefix("the ")
    if low in generic:
        return True
    stem = _JOB.sub("", name)
    if stem != name and names.all_capitalised(stem):
        credit.agencies.append(Piece(stem, at, at + len(stem)))
    elif names.is_outlet(name) and not names.is_agency(name):
        credit.outlets.append(Piece(name, at, at + len(name)))
    elif names.is_outlet(name) or (names.is_acronym(name) and len(name) < 6):
        credit.agencies.append(Piece(name, at, at + len(name)))
    elif names.is_person(name):
        credit.authors.append(Piece(name, at, at + len(name)))
    else:
        return False
    return True


def _agency_list(piece: str, start: int, skip: int, credit: Credit) -> bool:
    """ "with A and B": agencies whose material is used."""
    found = []
    for match in re.finditer(r"(?:(?!\s+(?:and|&)\s+).)+", piece[skip:]):
        name = re.sub(r"^\s*(?:and|&)\s+", "", match.group()).strip()
        if name.lower() in names.agencies().generic:
            continue
        if not name or not names.all_capitalised(name):
            return False
        at = start + skip + match.start() + match.group().index(name)
        found.append(Piece(name, at, at + len(name)))
    credit.agencies.extend(found)
    credit.evidence = credit.evidence or all(names.is_agency(p.name) or names.is_outlet(p.name) for p in found)
    return True


def _plain(piece: str, start: int, credit: Credit, after_by: bool) -> str | None:
    """A bare name: an outlet, an agency, or (only a dateline has it) a place."""
    bare = _JOB.sub("", piece)
    if bare != piece and names.is_outlet(bare):
        credit.agencies.append(Piece(bare, start, start + len(bare)))
        return "agency"
    piece = bare
    at = Piece(piece, start, start + len(piece))
    if len(piece.split()) > 6 or not names.all_capitalised(piece):
        return None
    if names.is_outlet(piece):
        credit.outlets.append(at)
        credit.evidence = credit.evidence or after_by
        return "outlet"
    if (piece.lower().startswith("the ") and len(piece.split()) < 5 and not piece.isupper()) or (
        after_by and names.is_acronym(piece)
    ):
        credit.outlets.append(at)
        return "outlet"
    if names.is_acronym(piece) and (len(piece) < 5 or names.is_known(piece)):
        credit.agencies.append(at)
        return "agency"
    if len(piece.split()) <= 3:
        credit.places.append(at)
        return "place"
    return None
