"""Counts with whoever gives them behind in brackets: "dead: *37 (army), 46 (diocese)*"."""

from __future__ import annotations

from variorum.extract.speech.find import alive
from variorum.extract.speech.frames import offsets
from variorum.extract.speech.order import phrase_at
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report, Subject
from variorum.extract.speech.subjects import plausible
from variorum.text.tree import Token

BEFORE = 3
"""Tokens before a bracket in which its number must stand ("37 bodies found (army)")."""
WITHIN = 8
"""Tokens that a bracket may hold."""
BREAKS = frozenset((",", ";", ":", ")", "and"))
"""What parts one count of a row from the next."""


def bracketed(reading: Reading) -> list[Report]:
    """A report for each number that has its source right behind in brackets."""
    if "(" not in reading.text:
        return []
    return [r for t in reading.tokens if t.text == "(" and (r := _report(reading, t)) is not None]


def _report(reading: Reading, bracket: Token) -> Report | None:
    sentence = reading.sentence(bracket)
    last = min(sentence.last, bracket.i + WITHIN)
    close = next((t.i for t in reading.tokens[bracket.i + 1 : last] if t.text == ")"), None)
    before = reading.tokens[max(sentence.first, bracket.i - BEFORE) : bracket.i]
    number = next((t for t in reversed(before) if t.pos == "NUM"), None)
    if close is None or number is None or reading.inside[bracket.i] >= 0:
        return None
    agent = _agent(reading, bracket.i + 1, close)
    if agent is None:
        return None
    start = next((i + 1 for i in range(number.i - 1, sentence.first - 1, -1) if reading.tokens[i].text in BREAKS), None)
    return Report(
        at=bracket.i,
        kind="number",
        cue=[(bracket.start, bracket.end)],
        clause=offsets(reading, bracket.i, close + 1),
        source=offsets(reading, agent.first, agent.last),
        head=agent.head,
        content=[offsets(reading, start if start is not None else sentence.first, bracket.i)],
    )


def _agent(reading: Reading, first: int, close: int) -> Subject | None:
    """Who stands alone in a bracket, if a body or an office can be meant: a place or a person there is where or who."""
    inside = reading.tokens[first:close]
    if len(inside) == 1 and reading.saying.speakers.named(inside[0].lower):
        return Subject(first, close, first)  # whatever the tree takes a lone word for
    agent = phrase_at(reading, first, close)
    if agent is None or agent.last != close:
        return None
    head = reading.tokens[agent.head]
    mention = reading.mention_at(head)
    if mention is not None:
        return agent if mention.type == "organization" else None
    titled = len(inside) > 1 and head.text[:1].isupper() and inside[-1].text[:1].isupper()
    return agent if titled or (plausible(reading, head.i) and alive(reading, head)) else None
