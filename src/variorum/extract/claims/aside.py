"""Counts of other events that a report tells of beside its own: in a paragraph that turns away, as something that came
before, as what a city's weekend adds up to, or of an earlier day than the report's own event."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from variorum.extract.claims.lexicon import HARMED, lexicon
from variorum.lang.events import of_report
from variorum.model import Article, Claim, TimeMention, holding
from variorum.text.tree import Parse, Sentence

OPENERS = re.compile(
    r"\s*[\"“•*-]*\s*(?:meanwhile\b|elsewhere\b|separately\b|(?:also\s+)?in\s+(?:an?other|a\s+separate|an\s+unrelated|a\s+"
    r"(?:second|third|different)|other)\s+(?:\w+\s+)?(?:shooting|incident|case|attack|crash|stabbing|homicide|killing|fire|news)"
    r"|(?:related|also|more|read\s+more|see\s+also|more\s+news|trending)\s*:"
    r"|police\s+are\s+also\s+(?:investigating|looking\s+into))",
    re.I,
)
"""What turns a paragraph to something else."""
CAME = re.compile(
    r"\b(?:shootings?|stabbings?|violence|incidents?|attacks?|killings?|murders?|deaths?|slayings?|blasts?|bombings?|it|this)"
    r"(?:\s+[\w’'-]+){0,7}?\s+(?:comes?|came|coming|occurred|happened)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:hours?|days?|weeks?|months?|years?)\s+(?:after|before|since)\b",
    re.I,
)
"""What came before the event: "the shooting came a week after a raid that killed two"."""
REVENGE = re.compile(r"\b(?:in\s+)?retaliat\w+\s+(?:for|to|against)\b|\bin\s+(?:revenge|response)\s+for\b", re.I)
SPATE = re.compile(
    r"\b(?:outbreak|surge|spate|spike|rash)\s+(?:of|in)\s+(?:[\w-]+\s+){0,2}(?:violence|shootings|killings)\b", re.I
)
CITYWIDE = re.compile(r"\b(?:across|throughout|around|in)\s+the\s+city\b|\bcity-?wide\b", re.I)
STRETCH = re.compile(r"\bweekend\b|\bsince\s+\w+day\b|\bover\s+(?:the\s+)?(?:\w+\s+)?(?:days|nights)\b", re.I)
"""A sum over days and a whole city: "27 people were hurt across the city over the weekend"."""
LEAD = 2
"""Sentences at the top of a report in which no paragraph turns away yet."""
RECENT = 60
"""Days before the report's event in which a day with a name is surely another one."""
LATER = frozenset(("die", "succumb", "pass", "sentence", "plead", "convict", "arraign", "charge", "arrest", "indict"))
"""Verbs of what follows an event on a day of its own."""


ONES = re.compile(
    r"\b(?:the|those|all)\s+(?:other\s+)?(?:two|six|ten|three|seven|eleven|four|eight|twelve|five|nine|\d{1,2})\s+"
    r"before\s+(?:it|this(?:\s+one)?|that(?:\s+one)?)"
    r"(?=\s*,|\s+(?:had|have)?\s*(?:took|taken|left|cost|killed|claimed|injured|wounded|were|was)\b)",
    re.I,
)
"""The earlier ones of a row: "it is the fourth collapse here; the three before it took 70 lives"."""


LATEST = re.compile(
    r"\blatest\s+(?:\w+\s+)?in\s+an?\s+(?:[\w-]+\s+){0,3}?(?:days?|weeks?|weekend|months?|summer|year|string|series|spate|wave|rash)"
    r"\s+(?:of\s+[\w\s-]{3,40}\s+)?(?:that|which)\s+(?:(?:has|have|had|also)\s+)?(?:included?|saw|seen|claimed|left|killed|began)\b",
    re.I,
)
"""The event as the last of several: "the latest in a month that saw two stabbings"."""
CONVICTED = re.compile(r"\bconvictions?\s+(?:was|were|is|stem(?:s|med)|came)\s+(?:for|from|in|over)\s+an?\s", re.I)
"""What somebody did before: "his conviction came from a quarrel in which he shot a man"."""
GONE_BEFORE = (
    (CAME, ("come", "came", "coming", "occurred", "happened")),
    (REVENGE, ("retaliat", "revenge", "response")),
    (SPATE, ("outbreak", "surge", "spate", "spike", "rash")),
    (ONES, ("before",)),
    (LATEST, ("latest",)),
    (CONVICTED, ("conviction",)),
)
"""These with words that they hold, which are quicker to see."""


def went_before(text: str) -> str | None:
    """The words by which a text before an amount turns to what went before the event; None without any."""
    lower = text.lower()
    for pattern, hints in GONE_BEFORE:
        if any(hint in lower for hint in hints) and (match := pattern.search(text)) is not None:
            return match.group()
    return None


def of_tally(parse: Parse, sentence: Sentence, start: int) -> str | None:
    """The words by which a count sums up what the sentence before numbers: "the sixth homicide this year. All six of
    *those deaths* …"; None without any."""
    told = THOSE.search(parse.text, start, sentence.end)
    if told is None or not sentence.index:
        return None
    before = parse.sentences[sentence.index - 1]
    return told.group() if TALLY.search(parse.text, before.start, before.end) is not None else None


DEADLY = r"(?:deaths?|homicides?|killings?|murders?|slayings?|fatalit(?:y|ies)|suicides?)"
THOSE = re.compile(rf"\s+of\s+(?:those|these|the)\s+(?:[\w-]+\s+)?{DEADLY}\b", re.I)
TALLY = re.compile(
    rf"\b(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth)\s+"
    rf"(?:[\w-]+\s+){{0,2}}?{DEADLY}\b",
    re.I,
)
"""What numbers an event among those of a town or a year: "the sixth homicide of 2015"."""


def citywide(text: str) -> str | None:
    """The words by which a sentence sums over days and a whole city; None without both."""
    wide = CITYWIDE.search(text)
    stretch = STRETCH.search(text) if wide is not None else None
    return f"{wide.group()} … {stretch.group()}" if wide is not None and stretch is not None else None


def turned(parse: Parse, sentence: Sentence) -> str | None:
    """The opener of the sentence or of one before it in its paragraph."""
    if sentence.index <= LEAD or sentence.kind == "headline":
        return None
    for other in reversed(parse.sentences[: sentence.index + 1]):
        if other.section != sentence.section:
            break
        match = OPENERS.match(parse.text, other.start, other.end)
        if match is not None:
            return match.group().strip()
    return None


def of_earlier_days(
    article: Article, parse: Parse, times: tuple[TimeMention, ...], claims: tuple[Claim, ...]
) -> tuple[Claim, ...]:
    """The claims; those of a day before the report's own event are background ("on May 2 two others were shot").

    The event's day is the one that the first sentences of harm name; who is told of on that day is never set aside.
    """
    dates = tuple(t for t in times if not _of_telling(parse, t, article.language))
    days = {s.index: d for s in parse.sentences if (d := _day(dates, s)) is not None}
    at = {c.id: _sentence(parse, c) for c in claims}
    harm = [c for c in claims if c.kind in HARMED and c.scope == "event" and not c.negated]
    own = _own_day(article, parse, harm, at, days)
    if own is None:
        return claims
    persons = {c.person for c in harm if c.person is not None and days.get(at[c.id], own) >= own}
    numbers = {(c.kind, c.value.number) for c in harm if c.person is None and days.get(at[c.id], own) >= own}
    out = []
    for c in claims:
        day = days.get(at[c.id])
        told = c.person in persons if c.person is not None else (c.kind, c.value.number) in numbers
        if c in harm and day is not None and not told and 2 <= _between(day, own) <= RECENT:
            c = replace(
                c, scope="background", why=(*c.why, f"scope: an earlier day ({day}) than the report's own event")
            )
        out.append(c)
    return tuple(out)


def _of_telling(parse: Parse, time: TimeMention, language: str) -> bool:
    """Whether a day is that on which somebody says so ("the sheriff said Monday")."""
    sentence = holding(parse.sentences, time.span.start)
    before = sentence.start if sentence is not None else 0
    return of_report(parse.text, before, time.span.start, time.span.end, language)


def _own_day(
    article: Article, parse: Parse, harm: list[Claim], at: Mapping[str, int], days: Mapping[int, str]
) -> str | None:
    """The day that the first dated sentence of harm names, unless it tells of what followed, or long before."""
    courts = lexicon(article.language).courts
    for c in harm:
        number = at[c.id]
        if number not in days:
            continue
        lemmas = {t.lemma for t in parse.tokens_of(parse.sentences[number])}
        if lemmas & (LATER | courts):
            return None
        recent = article.published is not None and -1 <= _between(days[number], article.published) <= 14
        return days[number] if recent else None
    return None


def _sentence(parse: Parse, claim: Claim) -> int:
    sentence = holding(parse.sentences, claim.span.start)
    return sentence.index if sentence is not None else -1


def _day(times: tuple[TimeMention, ...], sentence: Sentence) -> str | None:
    """The one day that a sentence names."""
    named = {
        t.start
        for t in times
        if sentence.start <= t.span.start < sentence.end and t.precision in ("day", "time") and t.start is not None
    }
    return named.pop()[:10] if len(named) == 1 else None


def _between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(earlier[:10])).days
