"""Rows that a word for those counted opens: "*the dead were* two Swedes and an Irish nurse", "nine were patients, *the
others* a nurse and a guard", "*the third was* a diver"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from variorum.extract.claims.antecedents import MEMORY
from variorum.extract.claims.callings import nation
from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.outcome import of_victims
from variorum.extract.claims.parts import Link, own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.rows import Row, acts, parted, read_row, total, with_rows
from variorum.extract.claims.state_phrases import states_of
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index, kind_of_whole
from variorum.lang.numbers import ordinals
from variorum.text.tree import Parse, Sentence

ARE = r"(?:are|were|is|was)(?:\s+(?:reportedly|all|also|now))?(?:\s+(?:identified|named|listed|given)\s+as)?"
HEAD = re.compile(
    rf"(?:^\W*|\bthat\s+|\bsaid\s+)(?:among\s+)?(?:the|those)\s+(?:(?:other|people|persons)\s+)?(?P<who>\w+)"
    rf"(?:\s+(?:so\s+far|(?:in|on)\s+[^,.;:]{{3,40}}?))?\s+(?:{ARE}|includ(?:e|es|ed)|compris(?:e|es|ed)|consist(?:s|ed)?\s+of)\s+",
    re.I,
)
"""What a sentence opens with that says who those counted are."""
STATE = re.compile(
    rf"\W*(?P<who>in\s+custody|under\s+arrest|on\s+board|aboard|in\s+hospital|killed|dead|missing)\s+{ARE}\s+", re.I
)
"""The same told of a state: "*in custody are* the owner and two guards"."""
ALSO = re.compile(r"\W*(?:there|they)\s+(?:are|were)\s+(?:also\s+)?", re.I)
"""What opens a row of nations behind a count: "four Indians died. *There were also* five Danes and two Finns"."""
INCLUDING = re.compile(r"\b(?:including|among\s+(?:them|whom))\s+", re.I)
REST = re.compile(
    r"(?:^\W*|[,;:–—]\s+|\b(?:and|with)\s+)the\s+(?:others?(?:\s+(?:two|three|four))?|rest|remainder|remaining\s+(?:one|two|three|four|victims?))"
    r"\s+(?:(?:being|are|were|is|was)\s+)?(?=an?\s|the\s|his\s|her\s|their\s)",
    re.I,
)
"""What tells who those are whom a count before leaves out."""
SEVERAL = 2


def with_headed(
    parse: Parse, amounts: list[Counted], readings: list[Reading], words: Words, language: str
) -> list[Reading]:
    """The readings, with the members of rows that say who those counted are, and of those that go on or break down a
    count (`rows.py`)."""
    held = {a.start: a for a in amounts}
    found = {(r.counted.start, r.counted.end): r for r in readings}
    for sentence in parse.sentences:
        for kind, whole, link, members in (
            *_opened(parse, sentence, readings, held, words, language),
            *_also(parse, sentence, readings, held, words),
            *_including(parse, sentence, readings, held, words),
            *_rest(parse, sentence, readings, held, words),
            *_nth(parse, sentence, readings, held, words, language),
        ):
            for member in members:
                found.setdefault((member.start, member.end), Reading(member, kind, None, link, own_noun(member), whole))
    return with_rows(parse, amounts, sorted(found.values(), key=_place), words)


def _place(reading: Reading) -> tuple[int, int]:
    return reading.counted.start, reading.counted.end


Told = tuple[str, Reading | None, Link, tuple[Counted, ...]]


def _opened(
    parse: Parse, sentence: Sentence, readings: list[Reading], held: dict[int, Counted], words: Words, language: str
) -> Iterator[Told]:
    """A whole row, or one with a count of several in it, behind the word for those it is of."""
    text = parse.text[sentence.start : sentence.end]
    head = HEAD.search(text)
    match = head or STATE.match(text)
    if match is None:
        return
    kind = states_of(match["who"].lower(), language) if head is None else None
    kind = kind or _kind(parse, sentence, sentence.start + match.end("who"), readings, language)
    row = _row_at(parse, sentence.start + match.end(), held, words)
    if kind is None or not load()[kind].people or row is None or not row.closed or acts(parse, row):
        return
    if total(row) > len(row.members) or any(_holds(r, kind, row) for r in readings):
        yield kind, None, "member", row.members


def _holds(whole: Reading, kind: str, row: Row) -> bool:
    """Whether a count can be the whole of a row."""
    return whole.kind == kind and whole.link is None and (whole.counted.value.number or 0) >= total(row)


def _kind(parse: Parse, sentence: Sentence, end: int, readings: list[Reading], language: str) -> str | None:
    """The kind of those whom the words that end at an offset name."""
    token = next((t for t in parse.tokens_of(sentence) if t.end == end), None)
    if token is not None and token.lemma == "victim":
        told = [r.kind for r in readings if (r.counted.value.number or 0) >= SEVERAL]
        return of_victims(parse, told, language)
    if token is None:
        return None
    return member_of(token, index(language)) or kind_of_whole(forms(token), index(language))


def _row_at(parse: Parse, offset: int, held: dict[int, Counted], words: Words) -> Row | None:
    first = parse.starting(offset)
    return read_row(parse, first.i, held, words) if first is not None else None


def _also(
    parse: Parse, sentence: Sentence, readings: list[Reading], held: dict[int, Counted], words: Words
) -> Iterator[Told]:
    """A row of nations that goes on with those whom the sentence before counts."""
    match = ALSO.match(parse.text, sentence.start, sentence.end)
    last = _last(readings, sentence.start, sentence) if match is not None else None
    row = _row_at(parse, match.end(), held, words) if match is not None and last is not None else None
    if last is None or row is None or not row.closed or acts(parse, row):
        return
    if all((noun := own_noun(m)) is not None and nation(noun) for m in row.members):
        yield last.kind, None, "member", row.members


def _including(
    parse: Parse, sentence: Sentence, readings: list[Reading], held: dict[int, Counted], words: Words
) -> Iterator[Told]:
    """Some of a count right before them: "five people, *including an off-duty nurse and two boys*"."""
    if parse.said(sentence).isdisjoint(("including", "among")):
        return
    for match in INCLUDING.finditer(parse.text, sentence.start, sentence.end):
        whole = _last(readings, match.start(), sentence)
        if whole is None or whole.link is not None or whole.counted.sentence != sentence.index:
            continue
        row = _row_at(parse, match.end(), held, words)
        if row is None or not row.closed or acts(parse, row) or total(row) > (whole.counted.value.number or 0):
            continue
        if total(row) > len(row.members) and (len(row.members) > SEVERAL or not parted(parse, row)):
            yield whole.kind, whole, "part", row.members


def _rest(
    parse: Parse, sentence: Sentence, readings: list[Reading], held: dict[int, Counted], words: Words
) -> Iterator[Told]:
    """Those whom a part told just before leaves of its whole."""
    if parse.said(sentence).isdisjoint(("other", "others", "rest", "remainder", "remaining")):
        return
    for match in REST.finditer(parse.text[sentence.start : sentence.end]):
        part = _last(readings, sentence.start + match.start(), sentence)
        row = _row_at(parse, sentence.start + match.end(), held, words)
        if part is None or row is None or not row.members or (len(row.members) > 1) != row.closed or acts(parse, row):
            continue
        left = _left(part, readings)
        if part.link is not None and (left is None or total(row) <= left):
            yield part.kind, part.antecedent, "part", row.members


def _last(readings: list[Reading], offset: int, sentence: Sentence) -> Reading | None:
    """The count told last before an offset, in this sentence or shortly before it."""
    before = [r for r in readings if r.counted.end <= offset and sentence.index - r.counted.sentence <= MEMORY]
    last = before[-1] if before else None
    return last if last is not None and load()[last.kind].people and not last.counted.negative else None


def _left(part: Reading, readings: list[Reading]) -> float | None:
    """How many of its whole a part leaves; None where no whole is known."""
    wholes = [part.antecedent] if part.antecedent is not None else []
    wholes += [r for r in readings if r.kind == part.kind and r.link is None]
    most = max((w.counted.value.number or 0 for w in wholes), default=0)
    return most - (part.counted.value.number or 0) if most else None


def _nth(
    parse: Parse, sentence: Sentence, readings: list[Reading], held: dict[int, Counted], words: Words, language: str
) -> Iterator[Told]:
    """ "*The third was a diver*", "*a diver was the third fatality*": one of a count told before."""
    if parse.said(sentence).isdisjoint(ordinals()):
        return
    for pattern, ahead in ((_nth_is(), True), (_is_nth(), False)):
        for match in pattern.finditer(parse.text[sentence.start : sentence.end]):
            row = _row_at(parse, sentence.start + match.start("who"), held, words)
            last = _last(readings, sentence.start + match.start(), sentence)
            if row is None or not row.members or not _person(row.members[0], words):
                continue
            kind = last.kind if last is not None else None
            if not ahead:
                kind = _kind(parse, sentence, sentence.start + match.end("dead"), readings, language)
            enough = any(
                r.kind == kind and (r.counted.value.number or 0) >= ordinals()[match["nth"].lower()] for r in readings
            )
            if kind is not None and load()[kind].people and (enough or not ahead):
                yield kind, last if last is not None and last.kind == kind else None, "part", row.members[:1]


def _person(member: Counted, words: Words) -> bool:
    """Whether a member is a person by its own word."""
    noun = member.noun
    known = words.persons | words.callings
    return noun is not None and (nation(noun) or any(f in known for f in forms(noun)))


@cache
def _nth_is() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^\W*|[;:,]\s+|\band\s+)the\s+(?P<nth>{'|'.join(ordinals())})(?:\s+(?:victim|person|casualty|fatality|death))?"
        r"\s+(?:(?:was|is)\s+)?(?P<who>an?)\s",
        re.I,
    )


@cache
def _is_nth() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^\W*|[;:,]\s+|\b(?:and|while|that)\s+)(?P<who>an?)\s(?:[\w-]+\s+){{1,5}}?(?:was|is|became|becomes)\s+the\s+"
        rf"(?P<nth>{'|'.join(ordinals())})\s+(?:confirmed\s+)?(?P<dead>\w+)",
        re.I,
    )
