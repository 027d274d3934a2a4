"""Voices of headlines: "Ministry: 38 dead in raid", "38 dead in raid - ministry", "38 dead in raid (ministry)", "Army
says 14 rebels killed"."""

from __future__ import annotations

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.text.tree import Sentence, Token

LONGEST = 5
"""Words of a headline's voice."""
SAYS = frozenset(("say", "report", "confirm", "announce", "claim", "count", "admit"))


def headlines(reading: Reading, taken: frozenset[int]) -> list[Report]:
    """The reports of headlines that the other rules leave; `taken`: tokens of cues that are read already."""
    found = []
    for sentence in reading.parse.sentences:
        if sentence.kind == "headline" and not any(sentence.first <= i < sentence.last for i in taken):
            report = _before(reading, sentence) or _behind(reading, sentence) or _says(reading, sentence)
            if report is not None:
                found.append(report)
    return found


def _voice(reading: Reading, first: int, last: int) -> Token | None:
    """The head of a short phrase that names a body or persons; none where it says more."""
    words = [t for t in reading.tokens[first:last] if t.pos != "PUNCT"]
    if not words or len(words) > LONGEST or any(t.pos in ("VERB", "AUX", "NUM") for t in words):
        return None
    head, speakers = words[-1], reading.saying.speakers
    if head.lemma in speakers.organisations | speakers.people | speakers.roles or head.lower in speakers.collective:
        return head
    mention = reading.mention_at(head)
    return head if mention is not None and mention.type != "place" and mention.span.start <= words[0].start else None


def _report(
    reading: Reading, voice: Token, source: tuple[int, int], cue: Token, content: tuple[int, int]
) -> Report | None:
    if not any(t.pos == "NUM" for t in reading.tokens[content[0] : content[1]]):
        return None
    return Report(
        at=cue.i,
        kind="colon",
        cue=[(cue.start, cue.end)],
        clause=offsets(reading, min(source[0], cue.i), max(source[1], cue.i + 1)),
        source=offsets(reading, *source),
        head=voice.i,
        content=[offsets(reading, *content)],
        preposed=True,
    )


def _before(reading: Reading, sentence: Sentence) -> Report | None:
    """ "Ministry: 38 dead"."""
    stop = min(sentence.last - 1, sentence.first + LONGEST + 1)
    colon = next((t for t in reading.tokens[sentence.first + 1 : stop] if t.text == ":"), None)
    voice = _voice(reading, sentence.first, colon.i) if colon is not None else None
    if colon is None or voice is None:
        return None
    return _report(reading, voice, (sentence.first, colon.i), colon, (colon.i + 1, sentence.last))


def _behind(reading: Reading, sentence: Sentence) -> Report | None:
    """ "38 dead - ministry", "38 dead (ministry)"."""
    last = sentence.last
    closed = reading.tokens[last - 1].text == ")"
    for i in range(last - 2, max(sentence.first, last - LONGEST - 3), -1):
        token = reading.tokens[i]
        if token.text == "(" if closed else _dash(reading, token):
            first, end = i + 1, last - 1 if closed else last
            voice = _voice(reading, first, end)
            return _report(reading, voice, (first, end), token, (sentence.first, i)) if voice is not None else None
    return None


def _dash(reading: Reading, token: Token) -> bool:
    """A dash between spaces; not the hyphen of "17-year-old"."""
    around = reading.text[token.start - 1 : token.start] + reading.text[token.end : token.end + 1]
    return token.text in ("-", "–", "—", "--") and around.isspace() and len(around) == 2


def _says(reading: Reading, sentence: Sentence) -> Report | None:
    """ "Army says 14 rebels killed in clash", where the participle is no verb of a clause."""
    for token in reading.tokens[sentence.first + 1 : sentence.last - 2]:
        if token.lemma in SAYS and token.tag in ("VBZ", "VBP") and token.pos == "VERB":
            voice = _voice(reading, sentence.first, token.i)
            content = (token.i + 1, sentence.last)
            return _report(reading, voice, (sentence.first, token.i), token, content) if voice is not None else None
    return None
