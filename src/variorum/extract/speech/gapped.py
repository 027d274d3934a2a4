"""A number of another voice without a verb of its own: "police put the crowd at 12,000, organisers at 40,000"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.text.tree import Token

LONGEST_VOICE = 8
"""Tokens of a voice that stands without its verb."""
VOICE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADP", "PART"})
OWN = frozenset({"'s", "’s"})
"""Of the number that is the voice's: "and the union's at 24"."""


def parted(reading: Reading, report: Report) -> list[Report]:
    """The report, and those of the voices that give their number with its verb; its content ends before them."""
    if report.kind != "number" or len(report.content) != 1 or not report.preposed:
        return [report]
    start, end = report.content[0]
    place = reading.between(start, end)
    found: list[Report] = []
    last = place.stop
    for i in reversed([i for i in place if i > place.start and _opens(reading.tokens[i])]):
        other = _gapped(reading, report, i, last)
        if other is not None:
            found.insert(0, other)
            last = i
    if not found:
        return [report]
    return [replace(report, content=[offsets(reading, place.start, last)]), *found]


def _opens(token: Token) -> bool:
    return token.text in {",", ";"} or token.pos == "CCONJ"


def _gapped(reading: Reading, report: Report, comma: int, last: int) -> Report | None:
    """What stands between the comma and token `last`, if it is a voice, "at" or "of", and a number."""
    tokens = reading.tokens
    first = comma + 1
    while first < last and tokens[first].pos in {"CCONJ", "SCONJ"}:
        first += 1
    cut = next((i for i in range(first, min(last, first + LONGEST_VOICE + 1)) if _leads(reading, i, last)), None)
    if cut is None or cut == first or not all(t.pos in VOICE or t.lower in OWN for t in tokens[first:cut]):
        return None
    end = cut - 1 if tokens[cut - 1].lower in OWN else cut
    head = _head(tokens[first:end])
    if head is None or not _can_speak(reading, head):
        return None
    return Report(
        at=cut,
        kind="number",
        cue=report.cue,
        clause=offsets(reading, first, cut),
        source=offsets(reading, first, end),
        head=head.i,
        content=[offsets(reading, cut, last)],
        inside=report.inside,
        preposed=True,
    )


def _leads(reading: Reading, i: int, last: int) -> bool:
    """Whether "at" or "of" stands here with a number behind it, but for its hedges; or the number ends it all."""
    if reading.tokens[i].pos == "NUM":
        return i + 1 == last and reading.tokens[i - 1].pos in {"NOUN", "PROPN"}
    if reading.tokens[i].lower not in {"at", "of", "to"}:
        return False
    return any(t.pos == "NUM" for t in reading.tokens[i + 1 : min(i + 5, last)])


def _head(words: Sequence[Token]) -> Token | None:
    """The noun that the voice is called by: the last one before its "of"."""
    nouns: list[Token] = []
    for token in words:
        if token.pos == "ADP" and nouns:
            break
        if token.pos in {"NOUN", "PROPN"}:
            nouns.append(token)
    return nouns[-1] if nouns else None


def _can_speak(reading: Reading, head: Token) -> bool:
    return reading.saying.speakers.named(head.lemma, head.lower) or reading.mention_at(head) is not None
