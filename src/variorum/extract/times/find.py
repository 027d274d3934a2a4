"""The public function: all time expressions of an article."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from variorum.extract.times.patterns import Found, find
from variorum.extract.times.resolve import Context, resolve
from variorum.lang.base import read
from variorum.lang.times import Times
from variorum.model import Article, TimeMention
from variorum.text.tree import Parse, Token

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PLANNED = frozenset(
    {"schedule", "plan", "due", "expect", "set", "slate", "hope", "intend", "postpone", "upcoming", "vow", "call"}
)
_LEAD_YEAR = frozenset(
    "in since of from until till by before after during the early late mid around and to between for through about".split()
)
_LEAD_MONTH = frozenset(
    "in since of from until till by before after during last next this early late mid through and to".split()
)
_MONTH_VERBS = frozenset({"may", "march", "mar"})
_READ = frozenset({"headline", "body", "bullet", "caption", "note"})


def find_times(article: Article, parse: Parse) -> tuple[TimeMention, ...]:
    """The article's dates and times in text order, with the days they cover.

    Days are counted from `article.published`; without it only full dates have any. A weekday is the latest not after
    publication, in a clause about the future the next. An expression that cannot be placed keeps its span.
    """
    times, published = read(article.language, "times", Times), _day(article.published)
    starts = [t.start for t in parse.tokens]
    anchor: date | None = None
    out: list[TimeMention] = []
    for section in article.sections:
        if section.kind not in _READ:
            continue
        for found in find(article.text, article.language, section.start, section.end):
            at = max(0, bisect_right(starts, found.start) - 1)
            if not _meant(found, article.text, parse, at):
                continue
            days = resolve(found, Context(times, published, anchor, _ahead(parse, at, published)))
            if days is not None and days[2] in {"day", "time"} and found.kind not in {"year", "clock"}:
                anchor = days[0]
            out.append(_mention(article, found, days))
    return tuple(out)


def _mention(article: Article, found: Found, days: tuple[date, date, str] | None) -> TimeMention:
    span = article.span(found.start, found.end)
    if days is None:
        return TimeMention(span=span, start=None, end=None, precision="period")
    return TimeMention(span=span, start=days[0].isoformat(), end=days[1].isoformat(), precision=days[2])  # type: ignore[arg-type]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _meant(found: Found, text: str, parse: Parse, at: int) -> bool:
    """Whether a bare number is a year, and "May", "March", "second" are not other words."""
    before = text[max(0, found.start - 24) : found.start].split()
    lead = before[-1].lower().strip("(,") if before else ""
    if found.kind == "year":
        return _is_year(found, text, lead, parse, at)
    if found.kind == "month" and " " not in found.text and found.text.strip(".").lower() in _MONTH_VERBS:
        return lead in _LEAD_MONTH
    if found.kind == "month" and len(found.text.strip(".")) <= 4 and found.text[0].isupper():
        return lead in _LEAD_MONTH or found.text.lower() in {"june", "july"}
    if found.kind == "weekday" and found.text.lower() in {"sun", "sat", "wed", "mon"}:
        return lead in {"on", "last", "next"}
    return True


def _is_year(found: Found, text: str, lead: str, parse: Parse, at: int) -> bool:
    after = text[found.end : found.end + 16]
    if lead in _LEAD_YEAR or text[found.start - 1 : found.start] == "(" and after[:1] == ")":
        following = parse.tokens[at + 1] if at + 1 < len(parse.tokens) else None
        return following is None or following.pos not in {"NOUN"} or following.start > found.end + 1 or lead == "the"
    return False


def _ahead(parse: Parse, at: int, published: date | None) -> bool:
    """Whether the clause that holds token `at` speaks of the future."""
    if published is None or at >= len(parse.tokens):
        return False
    token = parse.tokens[at]
    if at and parse.tokens[at - 1].lower in {"for", "until", "till", "by", "from"} and _no_past(parse, token):
        return True
    chain = [token, *parse.ancestors(token)]
    for governor in chain[:6]:
        if governor.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            held = parse.children(governor)
            if any(c.lower in _FUTURE for c in held):
                return True
            if governor.lemma in _PLANNED:
                return True
            if governor.pos == "VERB" and _finite(governor, held):
                return False
    return False


def _finite(verb: Token, held: list[Token]) -> bool:
    return verb.tag in {"VBD", "VBZ", "VBP"} or any(c.relation == "aux" for c in held)


def _no_past(parse: Parse, token: Token) -> bool:
    """No past-tense verb governs the expression directly."""
    governor = parse.head(token)
    return (
        governor is None
        or governor.tag not in {"VBD", "VBN"}
        or governor.lemma in {"announce", "declare", "schedule", "plan", "set", "call", "postpone", "order", "forecast"}
    )
