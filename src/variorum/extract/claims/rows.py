"""Rows of persons in which single ones stand beside counts: "*two Swedes, an Irish nurse and a Dane*", by the order of
words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from variorum.extract.claims.callings import nation
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.joined import single
from variorum.extract.claims.lists import separator
from variorum.extract.claims.parts import Link, own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.text.tree import Parse, Token

LEADS = frozenset(("a", "an", "the", "his", "her", "their", "its"))
"""What the words for one person open with."""
NOMINAL = frozenset(("NOUN", "PROPN"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
LONGEST = 9
"""Words that say who one person is, or where those just named are from, at most."""
FEW = 20
"""Up to here a count may be broken down to single persons."""


class Row(Struct, frozen=True):
    """The members of a row in text order; `closed` by an "and" before the last; `end`: the token behind it."""

    members: tuple[Counted, ...]
    closed: bool
    end: int


def read_row(parse: Parse, start: int, held: dict[int, Counted], words: Words) -> Row:
    """The row that starts at a token. `held`: the amounts of the article by where they start."""
    last = parse.tokens[start].sentence if start < len(parse.tokens) else -1
    end = parse.sentences[last].last if last >= 0 else start
    found: list[Counted] = []
    i, closing = start, False
    while i < end:
        member, behind = _member(parse, i, end, held, words)
        if member is None:
            return Row(tuple(found), False, i)
        found.append(member)
        i = _past_details(parse, behind, end)
        if closing:
            return Row(tuple(found), True, i)
        after, closing = separator(parse, i, end)
        if after < 0:
            break
        i = after
    return Row(tuple(found), False, i)


def _member(parse: Parse, i: int, end: int, held: dict[int, Counted], words: Words) -> tuple[Counted | None, int]:
    """The amount or the single person that stands at a token, and the token behind it."""
    token = parse.tokens[i]
    amount = held.get(token.start)
    if amount is not None and not amount.negative and not amount.partitive and amount.value.number:
        noun = own_noun(amount)
        if noun is not None and noun.sentence == token.sentence and noun.end <= parse.tokens[end - 1].end:
            fits = i <= noun.i <= i + LONGEST and noun.lemma not in words.nonpersons
            return (amount, noun.i + 1) if fits else (None, i)
        behind = next((t for t in parse.tokens[amount.number.i + 1 : amount.number.i + 2] if t.i < end), None)
        return (amount, behind.i + 1) if behind is not None and nation(behind) else (None, i)
    head = _person(parse, i, end, words) if token.lower in LEADS else None
    return (single(parse, token, head), head.i + 1) if head is not None else (None, i)


def _person(parse: Parse, i: int, end: int, words: Words) -> Token | None:
    """The head of the words for one person that a token opens: "a *nurse*", "the plant *director*", "a Dane"."""
    head: Token | None = None
    for token in parse.tokens[i + 1 : min(i + LONGEST, end)]:
        inside = token.pos in {*NOMINAL, "ADJ", "NUM"} or token.text == "-" or token.tag == "POS"
        inside = inside or (head is None and (token.tag == "VBN" or parse.text.startswith("-", token.end)))
        if not inside:
            break
        if token.pos == "NOUN" or nation(token):
            head = token
        elif token.pos == "PROPN":
            return head
    if head is None or head.tag in {"NNS", "NNPS"} or not (head.pos == "NOUN" or nation(head)):
        return None
    known = (words.nonpersons, words.groups, words.anybody, words.remains)
    return None if any(f in some for some in known for f in forms(head)) else head


def _past_details(parse: Parse, i: int, end: int) -> int:
    """Behind what says more of those just named: "*of the night train*", "*, Ana Weld,*", "*, 34,*", "*from Oslo*"."""
    while i < end:
        token = parse.tokens[i]
        if token.pos == "ADP" or token.lower == "aged":
            i = _phrase(parse, i + 1, end)
        elif token.text == "," and _name_or_age(parse, i + 1, end) > i + 1:
            behind = _name_or_age(parse, i + 1, end)
            closes = behind < end and parse.tokens[behind].text == ","
            ends = closes and behind + 1 < end and parse.tokens[behind + 1].lower in {"and", "as"}
            i = behind + 1 if ends else behind
        else:
            return i
    return i


def _phrase(parse: Parse, i: int, end: int) -> int:
    """Behind the words that a preposition stands before."""
    first = i
    while i < end and i - first < LONGEST:
        token = parse.tokens[i]
        if not (token.pos in {*NOMINAL, "DET", "ADJ", "NUM", "PRON"} or token.tag == "POS" or token.text == "-"):
            break
        i += 1
    return i


def _name_or_age(parse: Parse, i: int, end: int) -> int:
    """Behind a name or an age that opens at a token, which must be set off behind it; the token itself where none."""
    first = i
    while i < end and (parse.tokens[i].pos == "PROPN" or parse.tokens[i].tag == "CD") and i - first < LONGEST:
        i += 1
    told = parse.tokens[first:i]
    plain = bool(told) and not any(nation(t) for t in told) and (len(told) == 1 or told[0].tag != "CD")
    return i if plain and (i >= end or parse.tokens[i].text == "," or parse.tokens[i].lower == "and") else first


def acts(parse: Parse, row: Row) -> bool:
    """Whether a verb follows a row, so that its last member may do something of its own."""
    if row.end >= len(parse.tokens):
        return False
    token = parse.tokens[row.end]
    return token.sentence == row.members[-1].sentence and (token.tag in FINITE or token.pos == "AUX")


def total(row: Row) -> float:
    """How many its members are."""
    return sum(m.value.number or 0 for m in row.members)


def with_rows(parse: Parse, amounts: Iterable[Counted], readings: list[Reading], words: Words) -> list[Reading]:
    """The readings, with the members of rows that break a count down or go on behind a part of one."""
    held = {a.start: a for a in amounts}
    found = {(r.counted.start, r.counted.end): r for r in readings}
    for whole in readings:
        if load()[whole.kind].people and not whole.counted.negative:
            for member in _breakdown(parse, whole, held, words):
                _add(found, member, whole.kind, whole)
    for first in readings:
        if first.link in {"member", "part"} and load()[first.kind].people and not first.counted.negative:
            row = _behind(parse, first, held, words)
            for member in row:
                _add(found, member, first.kind, first.antecedent, "member" if first.link == "member" else "part")
    return sorted(found.values(), key=lambda r: (r.counted.start, r.counted.end))


def _add(
    found: dict[tuple[int, int], Reading], member: Counted, kind: str, whole: Reading | None, link: Link = "breakdown"
) -> None:
    known = found.get((member.start, member.end))
    if known is None:
        found[member.start, member.end] = Reading(member, kind, None, link, own_noun(member), whole)


OPENS = re.compile(r"[^\d,:;.–—(]{0,60}?(?:\s[-–—]|[,:–—(])\s*(?:(?:namely|among\s+them)\s+)?")
"""Between a count and the row that says who those are."""


def _breakdown(parse: Parse, whole: Reading, held: dict[int, Counted], words: Words) -> tuple[Counted, ...]:
    """The members of a row right behind a count that are as many as it says: "three people: *the owner and two
    guards*", "two employees, *a cook and a porter*, were hurt"."""
    number, counted = whole.counted.value.number, whole.counted
    if number is None or not 2 <= number <= FEW or whole.choice is None:
        return ()  # "one died and *two others*, a man and a woman, were taken to hospital"
    start = max(counted.end, counted.noun.end if counted.noun is not None else 0)
    sentence = parse.sentences[counted.sentence]
    opened = OPENS.match(parse.text, start, sentence.end)
    first = parse.starting(opened.end()) if opened is not None else None
    if opened is None or first is None:
        return ()
    row = read_row(parse, first.i, held, words)
    if not row.closed or total(row) != number or not any(m.single for m in row.members):
        return ()
    if whole.kind != "killed" and all(m.single for m in row.members):
        return ()  # reports count their dead one by one, and seldom anybody else
    comma = opened.group().rstrip().endswith(",")
    set_off = row.end < len(parse.tokens) and parse.tokens[row.end].text == ","
    return row.members if not comma or set_off else ()


def _behind(parse: Parse, first: Reading, held: dict[int, Counted], words: Words) -> tuple[Counted, ...]:
    """The members that a row goes on with behind one of its own: "among the dead are two Swedes, *an Irish nurse and a
    Dane*"; not ", and a guard", which may stand beside the whole."""
    start = first.counted.number.i
    start = next((t.i for t in parse.tokens[start - 3 : start + 1] if t.start == first.counted.start), start)
    row = read_row(parse, start, held, words)
    if not row.closed or len(row.members) < 2 or row.members[0].start != first.counted.start or acts(parse, row):
        return ()
    whole = first.antecedent.counted.value.number if first.antecedent is not None else None
    apart = len(row.members) == 2 and parted(parse, row)
    return () if apart or (whole is not None and total(row) > whole) else row.members[1:]


def parted(parse: Parse, row: Row) -> bool:
    """Whether a comma stands before the "and" of a row, whose last member may then stand beside the whole."""
    return ", and " in parse.text[row.members[-2].end : row.members[-1].start]
