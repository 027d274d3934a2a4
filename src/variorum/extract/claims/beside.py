"""Counts that add to persons told before them: "arrested a dealer and two of his friends", "two others were hurt"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words
from variorum.model import Claim
from variorum.text.tree import Parse

COMMA = 2
"""Characters between two counts of a headline's row."""
BACK = 60
"""Characters before an amount in which what joins it to a person stands."""


def adds_from(parse: Parse, reading: Reading, words: Words) -> int | None:
    """The offset from which on a person of the same kind may stand that the amount comes on top of; None where its
    words do not say that it counts others.

    Words for others reach back through the article, a row ("a dealer and two guards") only to its sentence's start.
    """
    amount = reading.counted
    if amount.negative or amount.partitive or reading.link in {"part", "breakdown", "void", "member"}:
        return None
    if amount.noun is None and amount.number.lower == "another":
        return None  # than one of another fate: "killed one and wounded another"
    sentence = parse.sentences[amount.sentence]
    more = amount.increment and amount.value.modifier == "exactly"  # not "one or more"
    if more or _says_others(parse, reading, words) or _also(parse, reading, words):
        return 0
    before = parse.text[max(sentence.start, amount.start - BACK) : amount.start]
    if words.row_before.search(before) or _his(parse, reading):
        return sentence.start
    return None


def _says_others(parse: Parse, reading: Reading, words: Words) -> bool:
    """ "two other men", "four others"."""
    amount = reading.counted
    end = amount.noun.i if amount.noun is not None and amount.noun.i > amount.number.i else amount.number.i + 1
    last = min(end + 1, parse.sentences[amount.sentence].last)
    return any(t.lower in words.adding for t in parse.tokens[amount.number.i : last])


def _also(parse: Parse, reading: Reading, words: Words) -> bool:
    """ "also detained two suspects"."""
    frame = reading.choice.frame if reading.choice is not None else None
    if frame is None or frame.word.sentence != reading.counted.sentence:
        return False
    first = parse.sentence_of(frame.word).first
    near = parse.tokens[
        max(first + 1, frame.word.i - 1) : frame.word.i + 2
    ]  # "Also hurt were …" may be of another kind
    return any(t.lower in words.also for t in near)


def _his(parse: Parse, reading: Reading) -> bool:
    """ "two of his men": of the one just told of."""
    return bool(OF_HIS.match(parse.text, reading.counted.end))


OF_HIS = re.compile(r"\s+of\s+(?:his|her)\b", re.I)


def with_restated(claims: Iterable[Claim], adding: Mapping[str, int]) -> dict[str, int]:
    """`adding`, also of claims that restate an addition ("the suspects" after "a dealer and two suspects")."""
    found = dict(adding)
    for claim in (claims := sorted(claims, key=lambda c: (c.span, c.id))):
        if claim.id not in found:
            told = next((c for c in claims if c.id in adding and c.span < claim.span and _restates(claim, c)), None)
            if told is not None:
                found[claim.id] = adding[told.id]
    return found


def beside(claims: tuple[Claim, ...], adding: Mapping[str, int], words: Words) -> tuple[Claim, ...]:
    """The claims, those marked as additions where a person of their kind stands before them to add to, or a count in
    the same row ("two dealers and two other men"); `adding` holds the offset of `adds_from` by claim id."""
    persons = [c for c in claims if c.person is not None and c.scope == "event"]
    counts = [c for c in claims if c.person is None and c.scope == "event" and not c.partial and not c.negated]
    out: list[Claim] = []
    for claim in claims:
        told = [p for p in persons if p.kind == claim.kind and p.id != claim.id and _before(p, claim)]
        told = [p for p in told if not _same(p, claim)]
        floor = adding.get(claim.id)
        if claim.person is not None:
            adds = bool(told) and bool(words.adding & set(claim.person.lower().split()))
        else:
            row = any(c.kind == claim.kind and _mates(c, claim) for c in counts)
            adds = floor is not None and (row or any(p.span.start >= floor for p in told))
        out.append(replace(claim, increment=True) if adds else claim)
    return tuple(out)


def _before(person: Claim, claim: Claim) -> bool:
    return person.span.start <= claim.span.start and person.span.end <= claim.span.end


def _same(person: Claim, claim: Claim) -> bool:
    """Whether a person is the one that a claim counts: "one other person"."""
    words = (person.person or "").lower().split()
    return claim.person is None and claim.value.number == 1 and "other" in words and person.span.overlaps(claim.span)


def _mates(count: Claim, claim: Claim) -> bool:
    """Whether one verb is said of both, the count first."""
    if count.id == claim.id or count.span.start >= claim.span.start:
        return False
    comma = 0 <= claim.span.start - count.span.end <= COMMA  # "one critically injured, three others hurt"
    return count.span.overlaps(claim.span) or (comma and count.section == claim.section == "headline")


def _restates(claim: Claim, told: Claim) -> bool:
    """Whether a count repeats one that adds: the same number of the same part."""
    number = (claim.value.number, claim.value.low) == (told.value.number, told.value.low)
    return number and claim.kind == told.kind and claim.subset is not None and claim.subset == told.subset
