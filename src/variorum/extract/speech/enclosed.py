"""Content on both sides of a cue phrase that stands inside it: "A, according to X, B"."""

from __future__ import annotations

from variorum.extract.speech.frames import Frame, offsets
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.subjects import RELATIVE_TAGS


def around(reading: Reading, frame: Frame, first: int, last: int) -> list[tuple[int, int]]:
    """The frame's words before and after the cue phrase; a relative clause on the source is no content."""
    spans = []
    if first > frame.first:
        span = offsets(reading, frame.first, first)
        if _words(reading, frame.first, first):
            spans.append(span)
    last = _past_relative(reading, last, frame)
    if last < frame.last and reading.tokens[last].text == ":" and spans:
        return [*spans, offsets(reading, last, frame.last)]
    if last < frame.last and reading.tokens[last].text == ";" and spans and _told(reading, last, frame.last):
        return spans  # "A, according to X; Y says B"
    if _words(reading, last, frame.last):
        spans.append(offsets(reading, last, frame.last))
    if len(spans) == 2 and not reading.finite_in(last, frame.last) and reading.finite_in(frame.first, first):
        return (
            spans[:1]
            if reading.tokens[last].text != ","
            or (last + 1 < frame.last and reading.tokens[last + 1].lower in ("who", "which", "whose"))
            else spans
        )
    return spans


def _told(reading: Reading, first: int, last: int) -> bool:
    """Whether somebody says something between the tokens."""
    verbs = reading.saying.clause | reading.saying.number
    return any(t.tag in FINITE and t.lemma in verbs for t in reading.tokens[first:last])


def _words(reading: Reading, first: int, last: int) -> bool:
    """At least two words that are no conjunction."""
    return sum(t.pos not in ("PUNCT", "CCONJ") for t in reading.tokens[first:last]) >= 2


def _past_relative(reading: Reading, last: int, frame: Frame) -> int:
    """Skips "who …", "which …", "that was not finished" right behind the source, up to the comma that closes it."""
    i = last
    if i < frame.last and reading.tokens[i].text == ",":
        i += 1
    if i >= frame.last:
        return last
    token = reading.tokens[i]
    if token.tag not in RELATIVE_TAGS and not (token.lower == "that" and i == last):
        return last
    while i < frame.last and reading.tokens[i].text not in (",", ":", ";"):
        i += 1
    return i
