"""How far reported words reach: behind the reporting clause, before it, or around it."""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.speech.around import left_content, medial
from variorum.extract.speech.ends import right_end
from variorum.extract.speech.frames import Frame, full_stops, offsets
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Offsets
from variorum.text.tree import Token


class Reach(Struct, frozen=True):
    """Content spans (offsets) and whether they follow the reporting clause."""

    spans: tuple[Offsets, ...]
    preposed: bool


def tagged(reading: Reading, verb: Token, first: int, last: int) -> Reach | None:
    """Content of a reporting clause that stands behind commas: what is before it, and what goes on behind it."""
    frame = Frame(*full_stops(reading, verb.i, *reading.bounds(verb)))
    left = left_content(reading, verb, first, frame)
    rest = medial(reading, verb, last, frame)
    if left is None and rest is not None and _begun(reading, frame.first, first):
        left = offsets(reading, frame.first, first)
    if left is None:
        return None
    return Reach((left, rest) if rest is not None else (left,), preposed=False)


def _begun(reading: Reading, first: int, last: int) -> bool:
    """ "Some of it, he wrote, was …": a noun phrase whose verb comes behind the reporting clause."""
    words = reading.tokens[first : last - 1]
    return (
        bool(words)
        and reading.tokens[last - 1].text == ","
        and words[0].pos in ("DET", "NUM", "NOUN", "PROPN", "ADJ", "PRON", "ADP")
    )


def reach(reading: Reading, verb: Token, first: int, last: int, frame: Frame, kind: str) -> Reach | None:
    """What is reported by a verb whose clause runs from token `first` to `last` (exclusive); None if nothing is."""
    plain = verb.tag not in ("VBG", "VB") or reading.tokens[verb.i - 1].lower == "as"
    left = left_content(reading, verb, first, frame) if plain else None
    begin = right_start(reading, verb, last, frame, kind, left is not None)
    if begin is not None:
        end = right_end(reading, verb, begin, frame)
        if end > begin:
            start, stop = offsets(reading, begin, end)
            number = reading.inside[end - 1]
            if number >= 0 and number != reading.inside[verb.i]:  # a quotation goes on behind the sentence
                stop = max(stop, reading.quoted[number].outer_end)
            return Reach(((start, stop),), preposed=True)
    if left is None:
        return None
    spans = [left]
    rest = medial(reading, verb, last, frame)
    if rest is not None:
        spans.append(rest)
    return Reach(tuple(spans), preposed=False)


def right_start(reading: Reading, verb: Token, last: int, frame: Frame, kind: str, postposed: bool) -> int | None:
    """The token where content after the reporting clause begins: a that-clause, a colon, a quotation, an object."""
    if kind != "number" and (kind not in ("describe", "stance") or not _has_object(reading, verb)):
        found = [i for i in (_that(reading, verb, last, frame), _mark_after(reading, last, frame)) if i is not None]
        if found:
            return min(found)
    clause = _clause_after(reading, verb, last, frame)
    if clause is not None:
        return clause
    if kind == "object":
        return _object_after(reading, verb, last, frame) if _has_object(reading, verb) and not postposed else None
    if kind in ("stance", "describe", "number", "deny"):
        return _object_after(reading, verb, last, frame, always=kind == "number")
    return None


def _has_object(reading: Reading, verb: Token) -> bool:
    return any(c.i > verb.i and c.dep == "obj" for c in reading.parse.children(verb, "obj"))


def _that(reading: Reading, verb: Token, last: int, frame: Frame) -> int | None:
    """ "said [on Monday, quoting the doctor,] that …": the word after "that"."""
    i = last
    while i < min(frame.last, last + 30):
        token = reading.tokens[i]
        if (
            token.lower in ("that", "whether", "if", "how", "why", "what")
            and token.pos in ("SCONJ", "ADV", "PRON")
            and not _relative(reading, token)
            and not (token.tag == "DT" and token.pos != "SCONJ")
        ):
            between = reading.tokens[last:i]
            if any(t.tag in FINITE or t.text in (";", ":") for t in between):
                return None
            if any(
                t.tag == "VBG" and t.lemma in reading.saying.clause and t.lemma not in reading.saying.quoting
                for t in between
            ):
                return None
            return i
        i += 1
    return None


def _relative(reading: Reading, token: Token) -> bool:
    head = reading.parse.head(token)
    return token.pos == "PRON" and head is not None and head.dep == "acl:relcl" and token.lower == "that"


def _mark_after(reading: Reading, last: int, frame: Frame) -> int | None:
    """A colon after the clause and what stands with it ("told reporters on Monday: …"), or a quotation right behind
    it.
    """
    for i in range(last, min(frame.last, last + 25)):
        token = reading.tokens[i]
        if token.text == ":" and i + 1 < frame.last:
            return i + 1
        if reading.inside[i] >= 0 and reading.inside[i - 1] != reading.inside[i]:
            before = reading.tokens[i - 1]
            return i if before.text != "," and _plain_before(reading, last, i) else None
        if token.text in (",", ";") or token.tag in ("VBD", "VBZ", "VBP"):
            return _colon_only(reading, i, frame)
    return None


def _colon_only(reading: Reading, start: int, frame: Frame) -> int | None:
    """After more words only a colon with a quotation behind it counts."""
    for i in range(start, frame.last - 1):
        if reading.tokens[i].text == ";" or reading.inside[i] >= 0:
            return None
        if reading.tokens[i].text == ":" and reading.inside[i + 1] >= 0:
            return i + 1
    return None


def _plain_before(reading: Reading, last: int, i: int) -> bool:
    """Only an audience, a time or nothing stands between the reporting clause and the quotation."""
    between = [t for t in reading.tokens[last:i] if t.pos not in ("DET", "ADV", "ADP", "SCONJ")]
    return all(t.lemma in reading.saying.audience or t.lower in reading.saying.words.days for t in between)


def _clause_after(reading: Reading, verb: Token, last: int, frame: Frame) -> int | None:
    """A clause without "that" that the verb governs and that no comma parts from it."""
    for child in reading.parse.children(verb, "ccomp", "xcomp", "parataxis"):
        if child.i <= verb.i:
            continue
        tree = [t.i for t in reading.parse.subtree(child) if t.i >= last]
        while tree and reading.tokens[tree[0]].pos == "PUNCT":
            del tree[0]
        if not tree:
            continue
        start = tree[0]
        if start < frame.last and not _parted(reading, last, start) and child.dep != "parataxis":
            return _with_adverbials(reading, verb, start, last)
    told = _past_occasion(reading, last, frame)
    if _infinitive(reading, verb, told, frame):
        return told
    found = _verb_after(reading, last, frame)
    return found if found is not None else _subject_of_quote(reading, verb, last, frame)


def _subject_of_quote(reading: Reading, verb: Token, last: int, frame: Frame) -> int | None:
    """ "said his wife, Ana, “has left”": the quotation begins with its verb, its subject stands before the marks."""
    if last >= frame.last or reading.tokens[last].pos not in NOMINAL or verb.lemma in reading.saying.told:
        return None
    for i in range(last, min(frame.last, last + 25)):
        token = reading.tokens[i]
        if reading.inside[i] >= 0:
            return last if i > last and _first_word(reading, i).tag in FINITE else None
        if token.text in (";", ":"):
            return None
    return None


NOMINAL = frozenset({"DET", "NUM", "PROPN", "NOUN", "PRON"})


def _first_word(reading: Reading, i: int) -> Token:
    """The token at `i`, or the one behind it if it is a mark."""
    token = reading.tokens[i]
    return reading.tokens[i + 1] if token.pos == "PUNCT" and i + 1 < len(reading.tokens) else token


def _with_adverbials(reading: Reading, verb: Token, start: int, last: int) -> int:
    """A noun phrase right behind the verb belongs to the content even where the tree leaves it out ("said the damage
    is …").
    """
    token = reading.tokens[last]
    nominal = token.pos in ("DET", "NUM", "PROPN", "NOUN", "PRON") and token.lower not in reading.saying.words.days
    audience = verb.lemma in reading.saying.told or token.lemma in reading.saying.audience
    return last if nominal and not audience and start > last else start


def _parted(reading: Reading, last: int, start: int) -> bool:
    """A comma stands right before the clause and none closes an insertion."""
    commas = [i for i in range(last, start) if reading.tokens[i].text == ","]
    if any(reading.tokens[i].text in (";", ":") for i in range(last, start)):
        return True
    near = [
        i
        for i in commas
        if (reading.inside[start] < 0 and i == start - 1) or (reading.inside[start] >= 0 and i >= start - 2)
    ]
    return len(commas) % 2 == 1 and bool(near)


def _verb_after(reading: Reading, last: int, frame: Frame) -> int | None:
    """Where the tree shows no clause: a noun phrase and a finite verb follow before the next comma."""
    i = last
    while i < frame.last and reading.tokens[i].pos in ("ADV",):
        i += 1
    i = _past_occasion(reading, i, frame)
    start = i
    if i < frame.last and reading.tokens[i].tag in FINITE and reading.tokens[frame.first].tag in ("WDT", "WP"):
        return i  # "which the minister said was …"
    if i < frame.last and reading.tokens[i].tag in ("WP", "WDT", "WP$"):
        return None
    while i < frame.last and reading.tokens[i].text not in (",", ";", ":", "."):
        token = reading.tokens[i]
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            if i == start or token.lemma in reading.saying.clause or not _has_subject(reading, start, i):
                return None
            return start
        i += 1
    return None


def _infinitive(reading: Reading, verb: Token, i: int, frame: Frame) -> bool:
    """ "Claimed on Monday *to have shot down nine*"."""
    perfect = i + 1 < frame.last and reading.tokens[i].lower == "to" and reading.tokens[i + 1].lower == "have"
    return perfect and verb.lemma in reading.saying.clause


def _past_occasion(reading: Reading, i: int, frame: Frame) -> int:
    """Past "on Monday", "in a statement": when and where it was said, before a clause without "that"."""
    for _ in range(3):
        k = i + 1
        if i >= frame.last or reading.tokens[i].pos != "ADP":
            break
        while k < frame.last and reading.tokens[k].pos in ("DET", "ADJ"):
            k += 1
        if k >= frame.last:
            break
        noun = reading.tokens[k]
        if noun.lower not in reading.saying.words.days and noun.lemma not in reading.media.nouns:
            break
        i = k + 1
    return i


def _has_subject(reading: Reading, start: int, i: int) -> bool:
    words = reading.tokens[start:i]
    return (
        bool(words)
        and words[0].pos in ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")
        and any(t.pos in ("NOUN", "PROPN", "PRON", "NUM") for t in words)
    )


def _object_after(reading: Reading, verb: Token, last: int, frame: Frame, always: bool = False) -> int | None:
    """The verb's object or complement, past its particle."""
    i = last
    particles = reading.saying.particles.get(verb.lemma, ())
    while i < frame.last and (reading.tokens[i].lower in particles or reading.tokens[i].dep == "compound:prt"):
        i += 1
    if i >= frame.last or (reading.tokens[i].pos == "PUNCT" and reading.inside[i] < 0):
        return None
    if (
        not always
        and reading.tokens[i].pos in ("ADP", "ADV", "SCONJ")
        and not any(
            c.i >= i for c in reading.parse.children(verb, "obj", "xcomp", "ccomp", "obl", "nmod", "iobj", "advmod")
        )
    ):
        return None
    return i
