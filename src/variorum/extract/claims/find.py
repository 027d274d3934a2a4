"""From amounts to claims, in reading order: a part, a correction or an ellipsis leans on the claim before it."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.extract.claims.choose import Choice, choose
from variorum.extract.claims.counted import Counted, counted
from variorum.extract.claims.frames import frames
from variorum.extract.claims.mood import mood_of
from variorum.extract.claims.parts import Link, link, member, own_noun, subset, whole_of
from variorum.extract.claims.place import Where, where
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words, words
from variorum.extract.quantities import find_phrases
from variorum.kinds.base import load
from variorum.model import Article, Claim, Mention, TimeMention, content_id
from variorum.text.tree import Parse, Token

MEMORY = 2
"""Sentences back that an ellipsis ("four were destroyed") may lean on."""


class Reading(Struct, frozen=True):
    """An amount read as a count, before it is written down."""

    counted: Counted
    kind: str
    choice: Choice | None
    link: Link | None
    noun: Token | None
    antecedent: Reading | None = None


Earlier = list[tuple[Counted, Reading | None]]
"""The amounts read so far, each with what it was read as."""


def find_claims(
    article: Article, parse: Parse, mentions: tuple[Mention, ...], times: tuple[TimeMention, ...]
) -> tuple[Claim, ...]:
    """All claims of the article in text order, without attribution (see `attribute`)."""
    table = words(article.language)
    amounts = counted(parse, find_phrases(parse, article.language), table)
    earlier: Earlier = []
    pending: list[tuple[Counted, Link | None]] = []
    for amount in amounts:
        reading = _read(parse, amount, earlier, table, article.language)
        earlier.append((amount, reading))
        if reading is None and _taken_back(parse, amount, table):
            pending.append((amount, None))
    readings = [reading for _, reading in earlier if reading is not None]
    readings += _forward(parse, pending, readings)
    found: dict[tuple[str, int], Claim] = {}
    for reading in sorted(readings, key=lambda r: (r.counted.start, r.counted.end)):
        before = frozenset(kind for kind, _ in found)
        claim = _claim(article, parse, reading, mentions, times, table, before)
        if claim is not None:
            found.setdefault((claim.kind, reading.counted.core_start), claim)
    return tuple(found.values())


def _read(parse: Parse, amount: Counted, earlier: Earlier, table: Words, language: str) -> Reading | None:
    tie = link(parse, amount, table)
    previous = _antecedent(amount, earlier, tie)
    noun = own_noun(amount) or (previous.noun if previous is not None and not amount.negative else None)
    found = frames(parse, amount, table)
    choice = choose(parse, amount, found, noun, table, language)
    among = member(parse, amount, language)
    if among is not None and _countable(among, noun, table):
        return Reading(amount, among, None, "member", noun, None)
    if amount.single:
        return _single(amount, choice, tie, previous, noun)
    whole = whole_of(parse, amount, language) if not amount.partitive and not amount.negative else None
    if choice is None and whole is not None:
        return Reading(amount, whole, None, "part", noun, previous)
    if choice is None and tie in {"part", "breakdown"} and (_busy(parse, amount) or _lone(parse, amount)):
        return None
    if previous is not None and _leans(amount, choice, tie, previous, noun, table):
        return Reading(amount, previous.kind, None, tie, noun, previous)
    if choice is not None:
        part = tie == "part" or (tie == "ellipsis" and previous is not None and previous.link == "part")
        return Reading(amount, choice.kind, choice, tie if part else None, noun, previous if part else None)
    if previous is not None and any(f.relation == "total" and f.word.lemma in table.totals for f in found):
        return Reading(amount, previous.kind, None, "ellipsis", noun, previous)
    if previous is not None and not amount.negative and not amount.partitive:
        return _inherited(amount, tie, previous, noun, table)
    return None


STATES = {
    "be", "have", "remain", "suffer", "need", "include", "come", "lie", "hover", "receive", "require", "live", "number",
    "say", "report", "leave", "count", "stay", "hang",
}  # fmt: skip
PERSON = re.compile(r"[^,]{0,25}(?:,\s+(?:an?|the)\s|\s(?:in|with|is|was|a|an)\s)")


def _busy(parse: Parse, amount: Counted) -> bool:
    """Whether the part does something of its own ("two of them fell into the canal"), so that it is no part of a count."""
    head = parse.head(amount.anchor)
    if head is None or head.pos != "VERB" or amount.anchor.relation not in {"nsubj", "obj", "obl"}:
        return False
    if amount.anchor.relation != "nsubj" and head.i < amount.number.i and amount.noun is not None:
        return False
    finite = head.tag in {"VBD", "VBZ", "VBP"} or any(c.lemma == "have" for c in parse.children(head, "aux"))
    passive = parse.child(head, "aux:pass") is not None
    return finite and not passive and head.lemma not in STATES


def _lone(parse: Parse, amount: Counted) -> bool:
    """ "one of them, the mayor told …": a single one who is not described is no count."""
    after = parse.text[amount.end : parse.sentences[amount.sentence].end]
    return amount.value.number == 1 and not amount.single and PERSON.match(after) is None


def _leans(
    amount: Counted, choice: Choice | None, tie: Link | None, previous: Reading, noun: Token | None, table: Words
) -> bool:
    """Whether the claim before decides the kind even against a (weak) reading of the amount's own words."""
    if tie == "void":
        return choice is None or own_noun(amount) is None
    weak = choice is None or choice.frame is None or (choice.trigger == "nouns" and tie == "part")
    return (
        tie in {"breakdown", "part"} and weak and previous.link != "ellipsis" and _countable(previous.kind, noun, table)
    )


def _inherited(
    amount: Counted, tie: Link | None, previous: Reading, noun: Token | None, table: Words
) -> Reading | None:
    if tie != "ellipsis" or previous.counted.sentence != amount.sentence or not _countable(previous.kind, noun, table):
        return None
    if previous.link in {"part", "breakdown"} or own_noun(amount) is None:
        return Reading(amount, previous.kind, None, previous.link or "ellipsis", noun, previous)
    return None


def _single(
    amount: Counted, choice: Choice | None, tie: Link | None, previous: Reading | None, noun: Token | None
) -> Reading | None:
    """One person counts as a part of a count, or as a death told as such."""
    if tie == "part" and previous is not None and load()[previous.kind].people:
        return Reading(amount, previous.kind, None, tie, noun, previous)
    governed = choice is not None and choice.frame is not None and choice.frame.distance <= 2
    if choice is not None and governed and choice.kind == "killed" and choice.frame is not None:
        if choice.frame.relation in {"subject", "object"} and choice.trigger in {"subject_of", "object_of"}:
            return Reading(amount, choice.kind, choice, None, noun)
    return None


def _countable(kind: str, noun: Token | None, table: Words) -> bool:
    """Whether a noun can be a part of what the kind counts."""
    if load()[kind].people:
        return noun is None or noun.lemma not in table.nonpersons
    return True


def _antecedent(amount: Counted, earlier: Earlier, tie: Link | None) -> Reading | None:
    """The nearest reading before the amount, within a few sentences; a bare number in between that counts nothing
    ("63 people underground, of whom 38 …") cuts the amount off."""
    for other, reading in reversed(earlier):
        if amount.sentence - other.sentence > MEMORY:
            return None
        if reading is None:
            if other.sentence == amount.sentence and not other.single and tie in {"part", "void", "ellipsis"}:
                return None
            continue
        if reading.link == "part" and tie == "part" and reading.choice is None and reading.antecedent is not None:
            return reading.antecedent
        if reading.counted.value.number == 0 and tie == "part":
            continue
        return reading
    return None


def _taken_back(parse: Parse, amount: Counted, table: Words) -> bool:
    sentence = parse.sentences[amount.sentence]
    return bool(table.earlier_before.search(parse.text[sentence.start : amount.start]))


def _forward(parse: Parse, pending: list[tuple[Counted, Link | None]], readings: list[Reading]) -> list[Reading]:
    """An older count may stand before the newer one that names the kind ("from 12 to 31 dead")."""
    found = []
    for amount, tie in pending:
        near = [r for r in readings if r.counted.sentence == amount.sentence]
        if near:
            closest = min(near, key=lambda r: (abs(r.counted.start - amount.start), r.counted.start))
            found.append(Reading(amount, closest.kind, None, tie, closest.noun, closest))
    return found


def _claim(
    article: Article,
    parse: Parse,
    reading: Reading,
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    table: Words,
    kinds_before: frozenset[str],
) -> Claim | None:
    amount = reading.counted
    frame = reading.choice.frame if reading.choice is not None else None
    mood = mood_of(parse, amount, reading.choice, table)
    if not mood.stated:
        return None
    kind = load()[reading.kind]
    inherited = reading.link in {"part", "breakdown"} and reading.choice is None
    part = subset(parse, amount, kind.name, inherited, table, article.language)
    placing = place_in_time(parse, article, amount, times, table)
    spot = where(article, parse, amount, frame, mentions)
    older = _older(parse, amount, table)
    start, end = _evidence(parse, reading)
    span = article.span(start, end)
    return Claim(
        id=content_id("c", article.id, kind.name, amount.core_start, amount.core_end),
        kind=kind.name,
        value=amount.value,
        unit=kind.unit,
        span=span,
        subset=part,
        rate=placing.rate,
        scope=placing.scope,
        place=spot.place,
        exclusive_of=spot.exclusive_of,
        negated=amount.negative or mood.denied,
        hedged=mood.hedged,
        increment=_increments(reading, kinds_before),
        voided=reading.link == "void" or older == "voided",
        earlier=older is not None,
        partial=inherited or spot.partial,
        section=parse.sentences[amount.sentence].kind,
        why=_why(reading, placing.why, spot, older),
    )


def _older(parse: Parse, amount: Counted, table: Words) -> str | None:
    """Whether the amount is told as an older count, and whether it is taken back with it."""
    sentence = parse.sentences[amount.sentence]
    before = parse.text[sentence.start : amount.start]
    match = table.earlier_before.search(before)
    if match is None:
        return None
    verbs = {a.lemma for a in parse.ancestors(amount.anchor)}
    moving = verbs & (table.to | table.corrections | table.exceed)
    if match.group().lower().startswith("from") and not moving:
        return None
    return "voided" if verbs & table.corrections else "earlier"


def _increments(reading: Reading, before: frozenset[str]) -> bool:
    """ "nine more bodies" after a stated total of the same kind."""
    return reading.counted.increment and reading.link is None and reading.kind in before


def _evidence(parse: Parse, reading: Reading) -> tuple[int, int]:
    """The amount with the noun and the word that made it a count, as far as they stand close together."""
    amount = reading.counted
    points = [(amount.start, amount.end)]
    if amount.noun is not None:
        points.append((amount.noun.start, amount.noun.end))
    if reading.choice is not None and reading.choice.frame is not None:
        word = reading.choice.frame.word
        if word.sentence == amount.sentence:
            points.append((word.start, word.end))
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    return (
        (start, end)
        if end - start <= 120
        else (amount.start, max(amount.end, points[-1][1] if len(points) == 1 else amount.end))
    )


def _why(reading: Reading, scope: str, spot: Where, older: str | None) -> tuple[str, ...]:
    amount = reading.counted
    steps = [f"number: “{amount.value.stated}” read as {amount.value.number} ({amount.value.modifier})"]
    if reading.choice is not None:
        steps.append(f"kind {reading.kind}: {reading.choice.why}")
    elif reading.antecedent is not None:
        stated = reading.antecedent.counted.value.stated
        steps.append(f"kind {reading.kind}: {reading.link or 'older count'} of “{stated}” before it")
    steps.append(f"scope: {scope}")
    if spot.place:
        steps.append(f"place: {spot.place}")
    if older:
        steps.append(f"{older}: stated as an older count")
    return tuple(steps)
