"""How far a reporting clause can reach at all: its sentence, or the relative or adverbial clause it is part of."""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Offsets
from variorum.text.tree import Token

LONGEST = 400
"""Tokens of the longest sentence that is read; what is longer is a list or noise, and would cost quadratic time."""


class Frame(Struct, frozen=True):
    """The room a report can reach: token indices first to last (exclusive) of its sentence, or of the clause it is
    part of.
    """

    first: int
    last: int


def frame_of(reading: Reading, verb: Token, whole: bool = False) -> Frame:
    """`whole`: adverbial clauses do not bound it. The sentence; for a report inside a relative or adverbial clause,
    or inside a quotation, only that.
    """
    first, last = reading.bounds(verb)
    inside = reading.inside[verb.i]
    if inside >= 0:
        while reading.inside[first] != inside:
            first += 1
        while reading.inside[last - 1] != inside:
            last -= 1
        return Frame(first, last)
    first, last = full_stops(reading, verb.i, first, last)
    relative = _relative_before(reading, verb, first)
    if relative is not None:
        return Frame(relative, _resumed(reading, verb, last))
    clause = _subordinate(reading, verb)
    if clause is not None and not (whole and clause.dep != "acl:relcl"):
        tree = reading.parse.subtree(clause)
        first, last = max(first, tree[0].i), min(last, tree[-1].i + 1)
        if clause.dep == "acl:relcl":
            last = _resumed(reading, verb, last)
    return Frame(first, last)


def _relative_before(reading: Reading, verb: Token, first: int) -> int | None:
    """ ", which the minister said was …": the relative word before the reporting verb's short subject."""
    for i in range(verb.i - 1, max(first, verb.i - 7), -1):
        token = reading.tokens[i]
        if token.tag in ("WDT", "WP") and reading.tokens[i - 1].text == "," and i < verb.i - 1:
            return i
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
    return None


def _resumed(reading: Reading, verb: Token, last: int) -> int:
    """Where the main clause goes on behind a relative clause: a comma with a finite verb right behind it."""
    for i in range(verb.i + 2, last - 1):
        if reading.tokens[i].text == "," and reading.inside[i] < 0:
            k = i + 1
            while k < last - 1 and reading.tokens[k].pos == "ADV":
                k += 1
            token = reading.tokens[k]
            misread = token.tag in ("VBN", "VB") and k + 1 < last and reading.tokens[k + 1].lower != "by"
            if token.tag in FINITE or misread:
                return i
    return last


def full_stops(reading: Reading, at: int, first: int, last: int) -> tuple[int, int]:
    """Narrows a sentence that the parser failed to part: at full stops outside marks, and behind a quotation that
    ends with one.
    """
    for i in range(at - 1, first - 1, -1):
        if _stops(reading, i, last):
            first = i + 1
            break
    for i in range(at + 1, last):
        if _stops(reading, i, last):
            last = i + 1
            break
    return first, last


def _stops(reading: Reading, i: int, last: int) -> bool:
    token, number = reading.tokens[i], reading.inside[i]
    if number < 0:
        return token.text in (".", "?", "!") and i + 1 < last
    if i + 1 >= last or reading.inside[i + 1] == number:
        return False
    end = reading.quoted[number].end
    return reading.text[end - 1 : end] in (".", "?", "!") and reading.tokens[i + 1].text[:1].isupper()


def _subordinate(reading: Reading, verb: Token) -> Token | None:
    """The relative clause, or adverbial clause with its conjunction, that the verb belongs to."""
    for node in (verb, *reading.parse.ancestors(verb)):
        if node.dep == "acl:relcl" and _opened(reading, node, verb, reading.saying.words.relatives):
            return node
        if node.relation == "advcl" and _opened(reading, node, verb, reading.saying.words.subordinators):
            return node
    return None


def _opened(reading: Reading, node: Token, verb: Token, words: frozenset[str]) -> bool:
    """Whether one of the words opens the clause before the reporting verb, no comma parting the verb from it."""
    tree = reading.parse.subtree(node)
    opener = next((t for t in tree[:6] if t.lower in words and t.i <= node.i), None)
    if opener is None or opener.i > verb.i:
        return False
    commas = [t.i for t in reading.tokens[opener.i : verb.i] if t.text == ","]
    if commas and _closes(reading, verb) and any(t.pos == "VERB" for t in reading.tokens[opener.i : commas[-1]]):
        return False
    return len(commas) % 2 == 0 or not reading.finite_in(opener.i, commas[-1])


def _closes(reading: Reading, verb: Token) -> bool:
    """Whether the reporting verb ends its sentence (", police said.")."""
    after = reading.tokens[verb.i + 1 : reading.bounds(verb)[1]]
    return verb.lemma in reading.saying.clause and all(t.pos == "PUNCT" for t in after)


def offsets(reading: Reading, first: int, last: int) -> Offsets:
    """Character offsets of the tokens first to last (exclusive), without commas and the like at either end."""
    while first < last and reading.tokens[first].text in (",", ";", ":", "-", "–", "—", "."):
        first += 1
    while last > first and reading.tokens[last - 1].text in (",", ";", ":", "-", "–", "—", "."):
        last -= 1
    if first >= last:
        return (reading.tokens[min(first, len(reading.tokens) - 1)].start,) * 2
    return reading.tokens[first].start, reading.tokens[last - 1].end
