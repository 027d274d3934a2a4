"""Reports by a colon: "X: words" at the start of a headline or paragraph."""

from __future__ import annotations

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report


def colons(reading: Reading) -> list[Report]:
    """ "X: words" at the start of a headline or paragraph, "X: “words”" at the start of a sentence; X a person or an
    organisation."""
    found = []
    seen: set[int] = set()
    for sentence in reading.parse.sentences:
        opening = sentence.section not in seen
        seen.add(sentence.section)
        for i in range(sentence.first + 1, min(sentence.last - 2, sentence.first + 7)):
            if reading.tokens[i].text == ":" and reading.inside[i] < 0:
                report = _colon(reading, sentence.first, i, sentence.last, opening=opening)
                if report is not None:
                    found.append(report)
                break
    return found


def _colon(reading: Reading, first: int, colon: int, last: int, *, opening: bool) -> Report | None:
    """The report of "X: …"; `opening`: at the start of a paragraph, where no marks are needed."""
    quoted = reading.inside[colon + 1] >= 0
    if not quoted and not opening:
        return None
    if any(t.pos in ("VERB", "AUX", "ADP", "NUM") for t in reading.tokens[first:colon]):
        return None
    head = next(
        (t for t in reading.tokens[first:colon] if (m := reading.mention_at(t)) is not None and m.type != "place"), None
    )
    if head is None and quoted and all(t.pos == "PROPN" for t in reading.tokens[first:colon]):
        head = reading.tokens[colon - 1]
    if head is None or (not quoted and not reading.finite_in(colon + 1, last)):
        return None
    if not quoted and reading.mention_at(reading.tokens[colon - 1]) is None and not _office(reading, colon - 1):
        return None  # "Coastal Storm Terror: 11 Killed"
    content = offsets(reading, colon + 1, last)
    if quoted:
        q = reading.quoted[reading.inside[colon + 1]]
        content = (q.outer_start, q.outer_end)
    return Report(
        at=colon,
        kind="colon",
        cue=[(reading.tokens[colon].start, reading.tokens[colon].end)],
        clause=offsets(reading, first, colon + 1),
        source=offsets(reading, first, colon),
        head=head.i,
        content=[content],
        preposed=True,
    )


def _office(reading: Reading, i: int) -> bool:
    """Whether the word before a colon can speak: "Hanley police: …", "Ana Bel (mayor): …"."""
    token = reading.tokens[i]
    return token.pos == "PUNCT" or reading.saying.speakers.named(token.lemma, token.lower)
