"""Reporting clauses by the order of words: a verb and a noun phrase, a noun phrase and a verb.

Trees are least reliable around quotation marks and insertions, so these rules look at word classes and punctuation
only.
"""

from __future__ import annotations

from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Subject
from variorum.extract.speech.subjects import plausible
from variorum.text.tree import Token

REACH = 40
"""Tokens a reporting clause may have."""


SKIP = frozenset(("ADV", "AUX", "PART"))


PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "SYM", "X"))


RELATIVE = frozenset(("WP", "WDT", "WP$", "WRB"))


def clause_last(reading: Reading, first: int, stop: int) -> int:
    """The index of what ends the clause: a full stop, a semicolon, a colon, or the next quotation."""
    for i in range(first, min(stop, first + REACH)):
        if reading.inside[i] >= 0 or reading.tokens[i].text in (".", "?", "!", ";", ":"):
            return i
    return min(stop, first + REACH)


def inverted(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "said X": a verb, then a noun phrase."""
    i = first
    while i < last and reading.tokens[i].pos in SKIP and not _verbal(reading, reading.tokens[i]):
        i += 1
    if (
        i < last
        and i > first
        and reading.tokens[i].pos == "PRON"
        and i + 1 < last
        and _verbal(reading, reading.tokens[i + 1])
    ):
        return reading.tokens[i + 1], Subject(i, i + 1, i)  # "has he declared"
    if i >= last or not (_verbal(reading, reading.tokens[i]) or _passing(reading, i, last)):
        return None
    verb = reading.tokens[i]
    i += 1
    particles = reading.saying.particles.get(verb.lemma, ())
    while i < last and (
        reading.tokens[i].lower in particles
        or reading.tokens[i].pos == "ADV"
        or reading.tokens[i].lower in reading.saying.words.days
    ):
        i += 1
    i = _past_places(reading, verb, i, last)
    subject = phrase_at(reading, i, last)
    return (verb, subject) if subject is not None else None


def _verbal(reading: Reading, token: Token) -> bool:
    return (token.pos == "VERB" and token.tag in ("VBD", "VBZ", "VBP", "VBN")) or (
        token.lemma in reading.saying.clause and token.pos in ("VERB", "AUX") and token.tag != "VBG"
    )


def _passing(reading: Reading, i: int, last: int) -> bool:
    """ "transmits X" read as a noun: a form of a passing-on verb before a name; of any verb of saying behind marks."""
    token = reading.tokens[i]
    if _past(reading, token) and i + 1 < last:
        return reading.tokens[i + 1].pos in ("PROPN", "DET", "NOUN", "ADJ")
    if token.pos not in ("NOUN", "PROPN") or not token.lower.endswith("s") or i + 1 >= last:
        return False
    stem = token.lower.removesuffix("s")
    known = stem in reading.saying.pass_on or stem.removesuffix("e") in reading.saying.pass_on
    known = known or (i > 0 and reading.inside[i - 1] >= 0 and stem in reading.saying.clause)  # "…,” recounts X"
    return known and reading.tokens[i + 1].pos in ("PROPN", "DET", "ADP")


def _past(reading: Reading, token: Token) -> bool:
    """ "…," lamented surgeon X": a past form of a verb of saying right behind the marks, read as another word."""
    if not token.lower.endswith("ed") or token.i == 0 or reading.inside[token.i - 1] < 0:
        return False
    stems = {token.lower[:-2], token.lower[:-1], token.lower[:-3]}
    return bool(stems & reading.saying.clause)


def _past_places(reading: Reading, verb: Token, i: int, last: int) -> int:
    """Skips "on the press conference", "in the studio of a channel", "to the agency", "from the hospital bed"
    before the subject.
    """
    while i < last and reading.tokens[i].pos == "ADP" and reading.tokens[i].lower != "of":
        k = i + 1
        start = k
        while k < last and (
            reading.tokens[k].pos in ("DET", "ADJ", "NUM")
            or reading.tokens[k].lower == "of"
            or (reading.tokens[k].pos in ("NOUN", "PROPN", "PRON"))
        ):
            owned = reading.tokens[k].tag == "PRP$"  # "told to the radio its secretary"
            if k > start and (reading.tokens[k].pos == "DET" or owned) and reading.tokens[k - 1].lower != "of":
                break
            if (
                reading.tokens[k].pos == "PROPN"
                and reading.tokens[k - 1].pos == "NOUN"
                and person(reading, reading.tokens[k])
            ):
                break
            k += 1
        if k >= last or reading.tokens[k].text == "," or k == start:
            return i
        i = k
    return i


def person(reading: Reading, token: Token) -> bool:
    mention = reading.mention_at(token)
    return mention is not None and mention.type == "person"


def phrase_at(reading: Reading, first: int, last: int) -> Subject | None:
    """A noun phrase by word classes: its words, "of …" and "at …" behind them, and a name or office set off by
    commas.
    """
    i = first
    if i >= last or reading.tokens[i].pos not in PHRASE or reading.tokens[i].tag in RELATIVE:
        return None
    if (
        reading.tokens[i].pos == "PRON"
        and not reading.tokens[i].tag.endswith("$")
        and reading.tokens[i].lower not in reading.saying.pronouns.indefinite
    ):
        return Subject(i, i + 1, i)
    head = -1
    while i < last:
        token = reading.tokens[i]
        if token.tag == "EX":
            break
        if token.text == "(" and head >= 0:  # "Ana Bel (D-Ohio)", "the fisherman (42)"
            closing = next((k for k in range(i + 1, min(last, i + 8)) if reading.tokens[k].text == ")"), None)
            if closing is not None:
                i = closing + 1
                continue
        if (
            (token.pos in PHRASE and token.tag not in RELATIVE)
            or (token.pos == "PUNCT" and token.text in ("-", ".", "’", "'"))
            or token.pos == "CCONJ"
            or (token.tag in ("VBN", "VBG") and head < 0)
        ):
            if token.pos in ("NOUN", "PROPN", "NUM", "PRON") and (head < 0 or reading.tokens[i - 1].pos != "ADP"):
                head = i if head < 0 or not _nested(reading, head, i) else head
            i += 1
        elif (
            token.pos == "ADP"
            and head >= 0
            and token.lower in ("of", "for", "at", "with", "from", "in")
            and _attached(reading, token, head)
        ) or (token.text == "," and head >= 0 and _apposition(reading, i, last)):
            i += 1
        elif token.tag == "VBG" and (comma := _led_to(reading, i, last)) is not None:
            i = comma
        else:
            break
    while i > first and reading.tokens[i - 1].pos in ("CCONJ", "PUNCT", "ADP") and reading.tokens[i - 1].text != ")":
        i -= 1
    if head < 0 or i <= first:
        return None
    named = [
        k
        for k in range(first, i)
        if person(reading, reading.tokens[k]) and reading.tokens[k - 1].lower not in ("of", "for", "to", "with")
    ]
    return Subject(first, i, named[0] if named else min(head, i - 1))


def _led_to(reading: Reading, i: int, last: int) -> int | None:
    """ "the officer leading the search, Captain Ana Bel": the comma before the name, behind the reduced clause."""
    for k in range(i + 1, min(last, i + 9)):
        token = reading.tokens[k]
        if token.tag in FINITE or reading.inside[k] >= 0:
            return None
        if token.text == ",":
            name = any(person(reading, t) for t in reading.tokens[k + 1 : min(last, k + 6)])
            return k if name and _apposition(reading, k, last) else None
    return None


def _nested(reading: Reading, head: int, i: int) -> bool:
    """A noun behind "of", "at" or a comma does not take over as head."""
    return any(t.pos == "ADP" or t.text == "," for t in reading.tokens[head + 1 : i])


def _attached(reading: Reading, token: Token, head: int) -> bool:
    """ "the head of", "a doctor at the hospital"; not "said Smith in a letter", "said X from her bed"."""
    if token.lower == "of":
        return True
    return (
        reading.tokens[token.i - 1].pos == "NOUN"
        and token.lower in ("for", "at", "with", "in")
        and not _medium_follows(reading, token.i + 1)
    )


def _medium_follows(reading: Reading, i: int) -> bool:
    return any(t.lemma in reading.media.nouns for t in reading.tokens[i : i + 4])


def _apposition(reading: Reading, comma: int, last: int) -> bool:
    """ ", a teacher", ", Ana B", ", 51": a phrase without a verb up to the next comma or the end."""
    k = comma + 1
    if k < last and _passing(reading, k, last):
        return False
    if (
        k >= last
        or reading.tokens[k].pos not in ("DET", "PROPN", "NUM", "NOUN", "ADJ")
        or reading.tokens[k].lower in reading.saying.words.days
    ):
        return False
    while k < last and reading.tokens[k].text != ",":
        if reading.tokens[k].tag in FINITE or reading.tokens[k].tag == "VBG":
            return reading.tokens[k].tag in FINITE and reading.tokens[k - 1].tag in RELATIVE
        k += 1
    return True


def straight(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "X said": a noun phrase, then a verb, with appositions and a relative clause between commas."""
    subject = phrase_at(reading, first, last)
    if subject is None:
        return None
    i = subject.last
    for _ in range(4):
        while i < last and (
            (reading.tokens[i].pos in ("ADV", "AUX", "PART") and not _verbal(reading, reading.tokens[i]))
            or reading.tokens[i].tag == "EX"
        ):
            i += 1
        if i < last and _verbal(reading, reading.tokens[i]):
            return reading.tokens[i], subject
        closing = _past_insertion(reading, i, last)
        if closing is None:
            return None
        i = closing
    return None


def _past_insertion(reading: Reading, i: int, last: int) -> int | None:
    """Past ", …," or a relative clause or a prepositional phrase, to what comes next."""
    if i >= last:
        return None
    token = reading.tokens[i]
    if token.text == ",":
        if i + 1 < last and _verbal(reading, reading.tokens[i + 1]):
            return i + 1
        for k in range(i + 1, last):
            if reading.tokens[k].text == ",":
                return k + 1
        for k in range(i + 1, last):
            if _verbal(reading, reading.tokens[k]) and reading.tokens[k].lemma in reading.saying.clause:
                return k
        return None
    if token.pos == "ADP" or token.tag in RELATIVE or token.tag in ("VBG", "VBN"):
        for k in range(i + 1, last):
            if reading.tokens[k].text == ",":
                return k + 1 if token.tag in RELATIVE else None
            if reading.tokens[k].tag in FINITE and reading.tokens[k].lemma in reading.saying.clause:
                return k
        return None
    return None


def speaking(reading: Reading, head: int) -> bool:
    """A name, a personal pronoun, a noun of person, body or document."""
    token = reading.tokens[head]
    return (
        plausible(reading, head)
        and token.tag not in RELATIVE
        and token.lower not in ("this", "that", "there", "these", "none", "nobody")
    )
