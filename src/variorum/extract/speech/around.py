"""Content before a reporting clause, and content that goes on behind one that is set into it."""

from __future__ import annotations

from variorum.extract.speech.frames import Frame, offsets
from variorum.extract.speech.reading import FINITE, VERBS, Reading
from variorum.extract.speech.reports import Offsets
from variorum.text.tree import Token


def left_content(reading: Reading, verb: Token, first: int, frame: Frame) -> Offsets | None:
    """What stands before the reporting clause, if it can be content: a quotation or a clause, parted by a comma or
    marks.
    """
    i = first - 1
    if i < frame.first:
        return _quote_before(reading, frame.first)
    before = reading.tokens[i]
    if (
        reading.inside[i] < 0
        and before.text not in (",", "-", "–", "—", "?", "!", ";", ")")
        and not (
            verb.dep in ("parataxis", "conj", "root")
            and reading.parse.child(verb, "ccomp") is not None
            and reading.finite_in(frame.first, i + 1)
        )
    ):
        return None
    start = _left_start(reading, frame, i)
    if not _sayable(reading, start, i + 1):
        return None
    span = offsets(reading, start, i + 1)
    number = reading.inside[start]
    if number >= 0 and number != reading.inside[verb.i]:  # a quotation that began in a sentence before this one
        span = (min(span[0], reading.quoted[number].outer_start), span[1])
    return span


def _quote_before(reading: Reading, first: int) -> Offsets | None:
    """A quotation that ends right before the sentence ("Stop!" he wrote)."""
    if first == 0 or reading.inside[first] >= 0:
        return None
    number = reading.inside[first - 1]
    if number < 0 or reading.tokens[first - 1].sentence == reading.tokens[first].sentence:
        return None
    q = reading.quoted[number]
    same = reading.parse.sentences[reading.tokens[first].sentence].section == q.section
    small = reading.tokens[first].text[:1].islower()
    return (q.outer_start, q.outer_end) if same and small else None


def _left_start(reading: Reading, frame: Frame, last: int) -> int:
    """The start of the sentence, or what follows an earlier reporting clause's semicolon."""
    if reading.inside[last] >= 0:
        return frame.first
    return frame.first


def _sayable(reading: Reading, first: int, last: int) -> bool:
    """A quotation, or a clause that is no mere lead-in ("On Monday,", "Asked if …,", "In a statement,")."""
    if any(reading.inside[i] >= 0 for i in range(first, last)):
        return True
    tokens = reading.tokens[first:last]
    lead = tokens[0]
    if not any(t.pos in VERBS for t in tokens):
        if _name_only(reading, first, last):
            return False
        return lead.pos not in ("ADP", "ADV", "CCONJ", "SCONJ", "INTJ") and sum(t.pos != "PUNCT" for t in tokens) >= 2
    if lead.tag in ("VBN", "VBG") and lead.lemma in reading.saying.words.leading:
        return False
    if _hedged(tokens) and any(t.pos == "VERB" for t in tokens):
        return True
    if lead.pos == "ADP" and not any(t.pos in VERBS for t in tokens[_first_comma(tokens) :]) and not _settled(tokens):
        return any(t.tag in FINITE for t in tokens) and not any(
            t.tag in ("WP", "WDT") or t.lower == "that" for t in tokens
        )
    return not (lead.lower in reading.saying.words.subordinators and not _main_clause(reading, first, last))


def _hedged(tokens: tuple[Token, ...]) -> bool:
    """ "At least 17 people", "Up to 40 houses": a number with its hedge, no fronted phrase."""
    words = tuple(t.lower for t in tokens[:2])
    return len(tokens) > 2 and words in (("at", "least"), ("at", "most"), ("up", "to")) and tokens[2].pos == "NUM"


def _name_only(reading: Reading, first: int, last: int) -> bool:
    """Nothing but a name, with or without its office, and a comma."""
    words = [t for t in reading.tokens[first:last] if t.pos != "PUNCT"]
    mention = reading.mention_at(words[-1]) if words else None
    return mention is not None and mention.type != "place" and not any(t.pos == "NUM" for t in words)


def _first_comma(tokens: tuple[Token, ...]) -> int:
    return next((k for k, t in enumerate(tokens) if t.text == ","), 0)


def _settled(tokens: tuple[Token, ...]) -> bool:
    """A finite verb with a subject makes a clause even behind a fronted phrase without a comma."""
    return any(t.relation == "nsubj" for t in tokens) and any(t.tag in FINITE for t in tokens)


def _main_clause(reading: Reading, first: int, last: int) -> bool:
    """Whether a clause stands after the fronted one: a comma with a finite verb behind it."""
    commas = [i for i in range(first, last) if reading.tokens[i].text == ","]
    return any(reading.finite_in(i, last) for i in commas if i + 2 < last)


def medial(reading: Reading, verb: Token, last: int, frame: Frame) -> Offsets | None:
    """What goes on after "…, X said, …": a quotation after a quotation, a clause after a clause."""
    comma = _clause_end(reading, last, frame)
    if comma is None or comma + 1 >= frame.last:
        return None
    start = comma + 1
    quoted_left = any(reading.inside[i] >= 0 for i in range(max(frame.first, last - 60), last))
    if reading.inside[start] >= 0:
        q = reading.quoted[reading.inside[start]]
        return q.outer_start, q.outer_end
    if quoted_left and not any(reading.inside[i] >= 0 for i in range(start, frame.last)):
        return None
    colon = reading.tokens[comma].text == ":"
    if reading.tokens[comma].text == ";" or not (colon or _goes_on(reading, verb, start, frame)):
        return None
    end = start
    while end < frame.last and reading.tokens[end].text != ";":
        end += 1
    return offsets(reading, start, end)


def _clause_end(reading: Reading, last: int, frame: Frame) -> int | None:
    """The comma or dash that closes the reporting clause."""
    for i in range(last, min(frame.last, last + 25)):
        if reading.tokens[i].text in (",", ";", ":", "-", "–", "—"):
            return i
        if reading.inside[i] >= 0:
            return i - 1 if reading.inside[i - 1] < 0 else None
    return None


def _goes_on(reading: Reading, verb: Token, start: int, frame: Frame) -> bool:
    """Whether what follows the inserted clause is still reported."""
    token = reading.tokens[start]
    if token.lower in reading.saying.words.breaking or token.lower in ("who", "which", "whose", "where"):
        return False
    if token.tag == "VBG" or (token.tag == "VBN" and token.lemma in ("speak", "ask")):
        return (
            token.lemma not in reading.saying.clause
            and token.lemma not in reading.saying.quoting
            and token.lemma != "refer"
        )
    if token.lower == "but" and start + 1 < frame.last and reading.tokens[start + 1].pos == "PRON":
        return False
    for t in reading.tokens[start : frame.last]:
        if t.tag in FINITE:
            return True
        if t.tag in ("WP", "WDT") or t.text == ";":
            return False
    return False
