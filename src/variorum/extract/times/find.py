"""The public function: all time expressions of an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from variorum.extract.times.patterns import Found, find
from variorum.extract.times.resolve import Context, resolve
from variorum.lang.base import read
from variorum.lang.times import Times
from variorum.model import Article, TimeMention
from variorum.text.issue import issued
from variorum.text.tree import Parse, Token

_RECENT, _LATEST = 1900, 2099
"""Numbers that are taken for years without a preposition."""
_SERIAL = re.compile(r"-\d+-\w")  # what stands behind a year that opens a serial number ("2010-06-CA-051")
_READ = frozenset({"headline", "body", "bullet", "caption", "note"})


def find_times(article: Article, parse: Parse) -> tuple[TimeMention, ...]:
    """The article's dates and times in text order, with the days they cover.

    Days are counted from the day of issue; without one only full dates have any. A weekday is the latest not after
    publication, in a clause about the future the next. An expression that cannot be placed keeps its span.
    """
    times, published = read(article.language, "times", Times), issued(article)
    anchor: date | None = None
    year: int | None = None
    out: list[TimeMention] = []
    for section in article.sections:
        if section.kind not in _READ:
            continue
        for found in find(article.text, article.language, section.start, section.end):
            at = max(0, bisect_right(parse.starts, found.start) - 1)
            if not _meant(found, article.text, parse, at, times):
                continue
            days = resolve(found, Context(times, published, anchor, year, _ahead(parse, at, published, times)))
            if days is not None and found.kind not in {"stretch", "decade"}:
                year = days[0].year
            if days is not None and days[2] in {"day", "time"} and found.kind not in {"year", "clock"}:
                anchor = days[0]
            out.append(_mention(article, found, days))
    return tuple(out)


def _mention(article: Article, found: Found, days: tuple[date, date, str] | None) -> TimeMention:
    span = article.span(found.start, found.end)
    if days is None:
        return TimeMention(span=span, start=None, end=None, precision="period")
    return TimeMention(span=span, start=days[0].isoformat(), end=days[1].isoformat(), precision=days[2])  # type: ignore[arg-type]


def _meant(found: Found, text: str, parse: Parse, at: int, times: Times) -> bool:
    """Whether a bare number is a year, and "May", "March", "second" are not other words."""
    before = text[max(0, found.start - 24) : found.start].split()
    lead = before[-1].lower().strip("(,") if before else ""
    if found.kind == "year":
        return _is_year(found, text, lead, parse, at, times)
    if found.kind == "month" and " " not in found.text and found.text.strip(".").lower() in times.month_verbs:
        return lead in times.before_month
    if found.kind == "month" and len(found.text.strip(".")) <= 4 and found.text[0].isupper():
        return lead in times.before_month or found.text.lower() in {"june", "july"}
    if found.kind == "weekday" and found.text.lower() in {"sun", "sat", "wed", "mon"}:
        return lead in {"on", "last", "next"}
    return True


def _is_year(found: Found, text: str, lead: str, parse: Parse, at: int, times: Times) -> bool:
    """After a word that years follow, in brackets, or before no plural noun that the number could count; no serial."""
    bracketed = text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"
    following = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
    near = following is not None and following.start <= found.end + 1
    if _SERIAL.match(text, found.end) or (following is not None and near and following.lower in times.numbered):
        return False
    counted = following is not None and near and following.tag in {"NNS", "NNPS"}
    if lead in times.before_year or bracketed:
        return bracketed or not counted
    number = int(found.text[-4:])
    return not counted and _RECENT <= number <= _LATEST and lead not in times.approximate and not lead[-1:].isdigit()


def _ahead(parse: Parse, at: int, published: date | None, times: Times) -> bool:
    """Whether the clause that holds token `at` speaks of the future."""
    if published is None or at >= len(parse.tokens):
        return False
    token = parse.tokens[at]
    if at and parse.tokens[at - 1].lower in times.before_future and _no_past(parse, token, times):
        return True
    chain = [token, *parse.ancestors(token)]
    for governor in chain[:6]:
        if governor.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            held = parse.children(governor)
            if any(c.lower in times.future for c in held):
                return True
            if governor.lemma in times.planned:
                return not any(c.lower == "had" for c in held)
            if governor.pos == "VERB" and _finite(governor, held):
                return False
    return False


_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def _finite(verb: Token, held: list[Token]) -> bool:
    return verb.tag in _FINITE or any(
        c.relation == "aux" or (c.relation[:3] == "aux" and c.tag in _FINITE) for c in held
    )


def _no_past(parse: Parse, token: Token, times: Times) -> bool:
    """The first verb that governs the expression, if any, is not of the past."""
    verb = next((g for g in parse.ancestors(token) if g.pos in {"VERB", "AUX"}), None)
    if verb is None or verb.lemma in times.planning:
        return True
    held = {c.lower for c in parse.children(verb)}
    return not (verb.tag == "VBD" or held & {"had", "was", "were"} or (verb.tag == "VBN" and "be" not in held))
