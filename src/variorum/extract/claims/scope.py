"""Whether an amount is of the story's event or of another time, another event, a war's total, a rate."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msgspec import Struct

from variorum.extract.claims.aside import of_tally, turned, went_before
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.course import earlier_in_row, of_own_course
from variorum.extract.claims.signs import COMES_AFTER, DEEDS, SERIES, SEVERAL, SINCE, YEAR, Signs, signs
from variorum.extract.claims.words import Words, forms
from variorum.model import ANOTHER_TIME, Article, Scope, TimeMention
from variorum.text.tree import Parse, Token

EVENT_DAYS = 21
"""A report speaks of its event as something of the last weeks; older dates name another event."""

BESIDE = 100
"""Characters from a count within which several events are its cause."""
CLAUSES = {"acl:relcl", "acl", "advcl", "parataxis", "ccomp"}
HOURS_LONG = re.compile(r"hour", re.I)
"""In a stretch too short for "nobody was hurt in it" to be of other events."""
SUPERLATIVE = re.compile(r"\b(?:\w+est|most|worst|the\s+(?:first|second|third|\w+th))\b[\w\s,’'-]{0,60}$", re.I)
SINCE_WHEN = re.compile(r"since\s+\w+(?:\.?\s+\d+)?", re.I)


WHEN_LAST = re.compile(SINCE.pattern + r"[^.;:]{3,90},\s+when\b[^.;]*$", re.I)
"""The last time before: "the worst setback since the attack on a bridge in October, when 19 were killed"."""


class Placing(Struct, frozen=True):
    """Scope, the rate stated with it, and why. `older`: only an earlier time makes it background."""

    scope: Scope
    rate: str | None
    why: str
    older: bool = False


def place_in_time(
    parse: Parse,
    article: Article,
    counted: Counted,
    times: tuple[TimeMention, ...],
    words: Words,
    by: Token | None = None,
) -> Placing:
    """The amount's scope; `event` unless its clause says otherwise, or that of the word `by` which tells the harm."""
    sentence = parse.sentences[counted.sentence]
    start, end = sentence.start, sentence.end
    said = signs(parse.text[start:end], article.language)
    rate = _rate(parse, counted, end, words) if said.rated else None
    if rate is not None:
        return Placing("background", rate, f"a rate: “{rate}”")
    inside = _Clause(parse, counted, by)
    summed = _summed_up(parse, counted, said, inside)
    if summed is not None:
        return summed
    old = _old_time(parse, article, inside, times, (start, end), said.year)
    if old is not None:
        return Placing("background", None, old, older=True)
    other = _another_event(parse, counted, said, inside, words)
    if other is not None:
        return Placing("background", None, f"another event: “{other}”")
    series = (said.series and SERIES.search(parse.text, counted.end, end)) or (
        _of_several(parse, counted) if said.several else None
    )
    if series and (sentence.kind == "headline" or series.start() in inside):
        return Placing("background", None, f"several events: “{series.group()}”")
    if said.figures and start + said.figures.start() in inside:
        return Placing("background", None, f"a sum over a period: “{said.figures.group()}”")
    deeds = DEEDS.search(parse.text, counted.end, end) if said.deeds else None
    if deeds:
        return Placing("background", None, f"the sum of several events: “{deeds.group()}”")
    war = _war(parse, counted, words)
    if war is not None:
        return Placing("background", None, f"the total of “{war.text}”")
    return Placing("event", None, "nothing in its clause names another time or event")


def _summed_up(parse: Parse, counted: Counted, said: Signs, inside: _Clause) -> Placing | None:
    """A sum over a period that the amount's clause names."""
    sentence = parse.sentences[counted.sentence]
    start, text = sentence.start, parse.text[sentence.start : sentence.end]
    for match in said.periods:
        if start + match.start() in inside and not SUPERLATIVE.search(text[: match.start()]):
            ago = match.group().lower().startswith(("last", "weeks ago", "months ago"))
            return Placing("background", match.group(), f"a sum over a period: “{match.group()}”", ago)
    span = next((m for m in said.spans if start + m.start() in inside), None)
    if (
        span is not None
        and not counted.single
        and not (counted.negative and HOURS_LONG.search(span.group()))
        and not SUPERLATIVE.search(text[: span.start()])
        and not of_own_course(text, span, parse.text)
    ):
        return Placing("background", span.group(), f"a sum over a period: “{span.group()}”")
    since = said.since
    if since and start + since.start() in inside and not of_own_course(text, since, parse.text):
        stated = SINCE_WHEN.match(text, since.start())
        return Placing("background", (stated or since).group(), "a total “since” an earlier time")
    summed = _summed(parse, counted)
    return Placing("background", summed, f"a sum over a period: “{summed}”") if summed is not None else None


def _another_event(parse: Parse, counted: Counted, said: Signs, inside: _Clause, words: Words) -> str | None:
    """The words by which the amount's sentence, or its paragraph before it, tells of another event."""
    sentence = parse.sentences[counted.sentence]
    start, before = sentence.start, parse.text[sentence.start : counted.start]
    other = words.other_event.search(before) if said.other else None
    if other and start + other.start() in inside:
        return other.group()
    aside = (went_before(before) if said.went_before else None) or said.wide or turned(parse, sentence)
    aside = aside or earlier_in_row(parse, sentence) or of_tally(parse, sentence, counted.core_end)
    if aside is not None:
        return aside
    if said.apart and start + said.apart.start() in inside:
        return said.apart.group()
    after = COMES_AFTER.search(before) if said.comes_after else None
    if after:
        return after.group()
    if said.avenged and _told_of(parse, counted, start + said.avenged.end()):
        return said.avenged.group()
    last = WHEN_LAST.search(before) if said.since else None
    if last and not _goes_on(parse, parse.starting(start + last.start()), counted.start):
        return last.group().strip()
    if said.away and counted.start >= start + said.away.end(1):
        return said.away.group(1)
    return None


def _goes_on(parse: Parse, since: Token | None, end: int) -> bool:
    """Whether the clause that "since" stands in goes on behind it to this event: "the first gala *since* the war ended
    in grief, when 19 died"."""
    return since is not None and any(since.start < a.start < end and a.pos == "VERB" for a in parse.ancestors(since))


def _told_of(parse: Parse, counted: Counted, end: int) -> bool:
    """Whether a clause about the deed that ends there tells of the amount: "for a raid *in which two died*"."""
    above = (counted.anchor, *parse.ancestors(counted.anchor))
    clauses = (a for a in above if a.dep in {"acl:relcl", "acl", "conj", "parataxis"} and a.start > end)
    return counted.start > end and any(c.dep.startswith("acl") for c in clauses)


TOTAL_OVER = re.compile(
    r"\b(?:number|toll|total|tally|count)\b(?:\s+[\w’'-]+){0,12}?\s+"
    r"(since\s+(?:the\s+(?:start|beginning)|(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December|\d{4})\b)|(?:so\s+far\s+)?this\s+(?:year|month)(?![’'])|in\s+(?:the\s+)?(?:last|past)\s+\w+\s+\w+)",
    re.I,
)
TO = re.compile(r"\bto\s+(?:at\s+least\s+|more\s+than\s+|about\s+|some\s+)?$", re.I)


def _summed(parse: Parse, counted: Counted) -> str | None:
    """The period of a total that a deed brought to the count: "raised to 58 the number of people killed since May"."""
    sentence = parse.sentences[counted.sentence]
    lead = parse.text[max(sentence.start, counted.core_start - 20) : counted.core_start]
    if TO.search(lead) is None:
        return None
    behind = TOTAL_OVER.match(parse.text, _word_after(parse, counted), sentence.end)
    before = TOTAL_OVER.search(parse.text, max(sentence.start, counted.start - 140), counted.start)
    match = behind or before
    return match.group(1) if match is not None else None


def _word_after(parse: Parse, counted: Counted) -> int:
    """Where the "number" of "to 58 the number of" would stand."""
    article = THE.match(parse.text, counted.end)
    return article.end() if article is not None else counted.end


THE = re.compile(r"\s+the\s+")


def _of_several(parse: Parse, counted: Counted) -> re.Match[str] | None:
    """Several events just before or behind the count, in its sentence."""
    sentence = parse.sentences[counted.sentence]
    before = SEVERAL.search(parse.text, max(sentence.start, counted.start - BESIDE), counted.start)
    return before or SEVERAL.search(parse.text, counted.end, min(sentence.end, counted.end + BESIDE))


def _rate(parse: Parse, counted: Counted, end: int, words: Words) -> str | None:
    tail = parse.text[counted.end : min(end, counted.end + 60)]
    match = words.rate.search(tail)
    if (
        match is None
        or LASTING.search(tail[: match.start()])
        or re.match(r"\s+(?:of|after|before|earlier|ago|later)\b", tail[match.end() :])
    ):
        return None
    if "," in tail[: match.start()] or len(tail[: match.start()].split()) > 6:
        return None
    return match.group()


LASTING = re.compile(r"\bfor\s+(?:\w+\s+)?$", re.I)
"""Before how long something went on: "held for almost a month"."""


class _Clause:
    """The offsets that `_clause` gives, worked out when they are first asked for: few sentences need them."""

    __slots__ = ("_by", "_counted", "_held", "_parse")

    def __init__(self, parse: Parse, counted: Counted, by: Token | None) -> None:
        self._parse, self._counted, self._by = parse, counted, by
        self._held: frozenset[int] | None = None

    def __contains__(self, offset: int) -> bool:
        if self._held is None:
            self._held = _clause(self._parse, self._counted, self._by)
        return offset in self._held

    def dated_by(self, offset: int) -> bool:
        """Whether a word dates the deed of the amount by a clause about it: "killed 25 *when it struck in 2020*"."""
        word = next(
            (t for t in self._parse.tokens_of(self._parse.sentences[self._counted.sentence]) if t.start == offset), None
        )
        verb = self._parse.head(word) if word is not None and word.relation == "obl" else None
        if verb is None or verb.dep != "advcl":
            return False
        opened = any(c.lower in {"when", "as"} for c in self._parse.children(verb, "mark", "advmod"))
        return opened and any(a.i == verb.head for a in self._parse.ancestors(self._counted.anchor))


def _clause(parse: Parse, counted: Counted, by: Token | None = None) -> frozenset[int]:
    """Tokens of the amount's clause and of those that contain it, without clauses beside it; of the clause of `by`,
    too ("the four sailors who *were killed over the past month*")."""
    sentence = parse.sentences[counted.sentence]
    above = {counted.anchor.i, counted.number.i, *(a.i for a in parse.ancestors(counted.anchor))}
    if by is not None and tells_of(counted, by):
        above.add(by.i)
    outside: set[int] = set()
    for token in parse.tokens_of(sentence):
        if token.dep in CLAUSES and token.i not in above and not _names_subject(parse, counted, token):
            if token.dep == "advcl" and token.i > token.head in above and _marked_since(parse, token):
                continue  # "killed since the war began"
            outside.update(t.i for t in parse.subtree(token))
    return frozenset(i for t in parse.tokens_of(sentence) if t.i not in outside for i in range(t.start, t.end + 1))


def tells_of(counted: Counted, by: Token) -> bool:
    """Whether the word that tells the harm is a clause about the amount, which is then of the amount's own clause."""
    return by.dep in {"acl", "acl:relcl"} and by.head in {counted.anchor.i, counted.number.i}


def _marked_since(parse: Parse, clause: Token) -> bool:
    return any(c.lower == "since" for c in parse.children(clause, "mark"))


def of_other_deed(parse: Parse, counted: Counted, words: Words) -> bool:
    """Whether a deed somebody is said to have had a part in is told of: "suspected of an attack that killed two"."""
    for token in parse.ancestors(counted.anchor):
        noun = parse.head(token) if token.dep == "acl:relcl" else None
        if noun is None or not any(f in words.generics for f in forms(noun)):
            continue
        article = parse.child(noun, "det")
        if not _of_a_day(parse, noun) and (
            article.lower not in {"a", "an"} if article is not None else noun.tag != "NNS"
        ):
            return False
        return any(a.lemma in words.blamed for a in list(parse.ancestors(noun))[:4])
    return False


DATED = re.compile(
    r"\b(?:the|an?)\s+(?:\d{1,2}\s+[A-Z]\w+|[A-Z]\w+\s+\d{1,2}|(?:19|20)\d\d)(?:,?\s+\d{4},?)?\s+(?:\w+\s+)?$"
)


def _of_a_day(parse: Parse, noun: Token) -> bool:
    """ "The *2 April* attack": one that has its own date."""
    return DATED.search(parse.text, max(0, noun.start - 40), noun.start) is not None


def _names_subject(parse: Parse, counted: Counted, clause: Token) -> bool:
    """A restrictive clause on the subject of the amount's own verb: "the avalanche that fell in 1951 killed 33"; what
    those counted had done before is no part of it."""
    noun = parse.head(clause)
    verb = parse.head(counted.anchor)
    if noun is None or verb is None or noun.relation != "nsubj" or noun.head != verb.i or clause.dep != "acl:relcl":
        return False
    return noun.i != counted.anchor.i and "," not in parse.text[noun.end : clause.start]


def _old_time(
    parse: Parse,
    article: Article,
    inside: _Clause,
    times: tuple[TimeMention, ...],
    sentence: tuple[int, int],
    year: bool,
) -> str | None:
    """A time in the clause that ends long before publication; with no date known, any stated year."""
    start, end = sentence
    published = date.fromisoformat(article.published) if article.published else None
    if published is not None:
        floor = (published - timedelta(days=EVENT_DAYS)).isoformat()
        for time in times:
            if (
                start <= time.span.start < end
                and time.end is not None
                and time.end < (published.isoformat() if _in_month(parse, time) else floor)
                and time.span.start in inside
            ):
                return ANOTHER_TIME.format(time.span.text)
    for match in YEAR.finditer(parse.text, start, end) if year else ():
        told = match.start(1) in inside or inside.dated_by(match.start(1))
        if told and (published is None or int(match.group(1)) < published.year):
            return f"another year: “{match.group(1)}”"
    return None


def _in_month(parse: Parse, time: TimeMention) -> bool:
    """ "In July a blaze destroyed 12 homes": a report names the day of its own event, not the month before; "July's
    election" dates something else."""
    lead = parse.text[max(0, time.span.start - 20) : time.span.start]
    return time.precision == "month" and IN.search(lead) is not None and not OWN.match(parse.text, time.span.end)


IN = re.compile(r"\b(?:in|during)\s+(?:(?:early|mid|late)[\s-]+)?$", re.I)
OWN = re.compile(r"[’']s?\b")


def _war(parse: Parse, counted: Counted, words: Words) -> Token | None:
    """A war, conflict or invasion as the subject of the count's verb."""
    for ancestor in parse.ancestors(counted.anchor):
        for subject in parse.children(ancestor, "nsubj"):
            if any(f in words.wars for f in forms(subject)):
                return subject
        if ancestor.pos == "VERB":
            for subject in parse.children(ancestor, "nsubj"):
                if subject.lemma == "it" and _previous_subject_is_war(parse, ancestor, words):
                    return subject
            return None
    return None


def _previous_subject_is_war(parse: Parse, verb: Token, words: Words) -> bool:
    """ "The war is in its 1,003rd day. Prosecutors say it has killed …": what "it" stands for, one sentence back."""
    if verb.sentence == 0:
        return False
    previous = parse.sentences[verb.sentence - 1]
    subject = next((t for t in parse.tokens_of(previous) if t.relation == "nsubj"), None)
    return subject is not None and any(f in words.wars for f in forms(subject))
