"""Counts of whoever counted them in the passive: "9,200 marchers were *counted by police*", "the toll was *put at 31
by the governor*"."""

from __future__ import annotations

from variorum.extract.speech.find import alive
from variorum.extract.speech.frames import full_stops, offsets
from variorum.extract.speech.order import phrase_at
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Report
from variorum.extract.speech.subjects import plausible
from variorum.text.tree import Token

BY = 9
"""Tokens between the participle and its "by" ("put at 31 on Monday by")."""
TOLD = frozenset(
    (
        "confirm",
        "report",
        "announce",
        "estimate",
        "deny",
        "acknowledge",
        "verify",
        "disclose",
        "reveal",
        "declare",
        "certify",
        "give",
    )
)
"""Participles that tell of a count, beside those of counting."""


def counted_by(reading: Reading) -> list[Report]:
    """The reports of clauses in which something is counted or told of by somebody, a number among what they count."""
    return [r for t in reading.tokens if t.tag in ("VBN", "VBD") and (r := _report(reading, t)) is not None]


def _report(reading: Reading, verb: Token) -> Report | None:
    words = reading.saying
    if (
        (verb.lemma not in words.number and verb.lemma not in TOLD)
        or reading.inside[verb.i] >= 0
        or not reading.passive(verb)
    ):
        return None
    first, last = full_stops(reading, verb.i, *reading.bounds(verb))
    by = _by(reading, verb, last)
    agent = phrase_at(reading, by + 1, last) if by is not None else None
    if (
        by is None
        or agent is None
        or not (plausible(reading, agent.head) and alive(reading, reading.tokens[agent.head]))
    ):
        return None
    start = _clause_start(reading, verb, first)
    told = reading.tokens[start:by]
    if not any(t.pos == "NUM" or t.lemma in words.nouns for t in told):
        return None
    content = [offsets(reading, start, _auxiliaries(reading, verb))]
    if by > verb.i + 1:
        content.append(offsets(reading, verb.i + 1, by))
    return Report(
        at=verb.i,
        kind="number",
        cue=[(verb.start, verb.end), (reading.tokens[by].start, reading.tokens[by].end)],
        clause=offsets(reading, verb.i, agent.last),
        source=offsets(reading, agent.first, agent.last),
        head=agent.head,
        content=content,
        denied=verb.lemma in words.deny,
    )


def _by(reading: Reading, verb: Token, last: int) -> int | None:
    """The "by" of the one who counts."""
    for i in range(verb.i + 1, min(last - 1, verb.i + BY)):
        token = reading.tokens[i]
        if token.lower == "by":
            return i
        if token.text in (",", ";", ":") or token.tag in FINITE or reading.inside[i] >= 0:
            return None
    return None


def _clause_start(reading: Reading, verb: Token, first: int) -> int:
    """Where the clause of the participle begins: behind the last comma or conjunction before its subject."""
    subject = reading.parse.child(verb, "nsubj:pass", "nsubj")
    at = (
        min((t.i for t in reading.parse.subtree(subject) if t.i < verb.i), default=verb.i)
        if subject is not None
        else verb.i
    )
    if subject is None or at < first:
        return first
    return at


def _auxiliaries(reading: Reading, verb: Token) -> int:
    """The first of the auxiliaries right before the participle."""
    i = verb.i
    while i > 0 and reading.tokens[i - 1].pos in ("AUX", "ADV") and reading.tokens[i - 1].sentence == verb.sentence:
        i -= 1
    return i
