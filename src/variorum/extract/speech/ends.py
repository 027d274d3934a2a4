"""Where reported words behind a reporting clause end: at the next report, at a turn of the article's own."""

from __future__ import annotations

from variorum.extract.speech.frames import Frame
from variorum.extract.speech.reading import FINITE, Reading
from variorum.text.tree import Token


def right_end(reading: Reading, verb: Token, begin: int, frame: Frame) -> int:
    """Where content after the reporting clause ends: before the next reporting clause, a turn of the article's own,
    or a second
    verb of the same subject; else with the sentence."""
    quoted = reading.inside[begin] >= 0 and reading.inside[begin] != reading.inside[verb.i]
    above = _voice_above(reading, verb)
    for i in range(begin + 1, frame.last):
        token = reading.tokens[i]
        if i == above:
            return i
        if reading.inside[i] >= 0:
            continue
        if quoted and token.pos == "CCONJ" and i + 1 < frame.last and reading.inside[i + 1] >= 0:
            continue  # "“A” and “B”"
        if quoted and reading.inside[i - 1] == reading.inside[begin] and _aside(reading, verb, i, frame):
            return i
        if token.text == ";" and not _same_again(reading, begin, i):
            return i
        if token.lower in reading.saying.words.contrasting and _own_turn(reading, verb, i, frame):
            return i
        if token.pos == "CCONJ" and _second_verb(reading, verb, i, begin):
            return i
        if token.text == "," and _new_report(reading, verb, i, frame):
            return i
    return frame.last


def _same_again(reading: Reading, begin: int, i: int) -> bool:
    """ "Clinics say *they* have treated 12; *they* sent nobody on": what is said goes on with its own pronoun."""
    first, again = reading.tokens[begin].lower, reading.tokens[i + 1].lower if i + 1 < len(reading.tokens) else ""
    return first == again and first in {"they", "he", "she", "it"}


def _voice_above(reading: Reading, verb: Token) -> int | None:
    """Where the voice begins that says all this, behind it: "he argued A, *Trent* said"."""
    over = reading.parse.head(verb)
    if over is None or verb.relation != "ccomp" or over.i < verb.i or over.lemma not in reading.saying.clause:
        return None
    return min((t.i for s in reading.subject(over) for t in reading.parse.subtree(s) if t.i > verb.i), default=None)


def _aside(reading: Reading, verb: Token, i: int, frame: Frame) -> bool:
    """Whether token `i` behind a quotation goes on with the sentence around the report: "those saying “…” rose",
    "what they call “…,” the club", "X said “…” and Y said “…”"."""
    token = reading.tokens[i]
    if token.tag in FINITE and (verb.dep.startswith("acl") or verb.tag == "VBG"):
        return True
    closed = reading.text[reading.quoted[reading.inside[i - 1]].end - 1] == "," or token.text in (",", "--", "–", "—")
    if token.pos == "CCONJ":
        return _other_voice(reading, i, frame) or (closed and reading.finite_in(i + 2, min(frame.last, i + 6)))
    after = reading.tokens[min(i + 1, frame.last - 1) : i + 3]
    if closed and token.pos in ("ADP", "SCONJ") and any(t.tag == "VBG" for t in after):
        return True  # "X said “A,” before leaving"
    if closed and (verb.dep.startswith("acl") or verb.lemma in reading.saying.describe):
        return True
    subject = reading.subject(verb)
    lead = min((t.i for t in subject), default=verb.i)
    first = min([lead, *(t.i for s in subject for t in reading.parse.subtree(s))])
    return first > frame.first and reading.tokens[first - 1].lower == "what"


def _other_voice(reading: Reading, i: int, frame: Frame) -> bool:
    """ ", but witnesses spoke of 30": somebody else reports in the clause behind the conjunction."""
    words = reading.saying
    for k in range(i + 1, min(frame.last, i + 8)):
        token = reading.tokens[k]
        if token.text in (",", ";", ":"):
            return False
        if token.tag in FINITE and token.pos == "VERB":
            return k > i + 1 and (token.lemma in words.clause or token.lemma in words.number)
    return False


def _own_turn(reading: Reading, verb: Token, i: int, frame: Frame) -> bool:
    """ "X said A, but B": the tree hangs B on the reporting verb or above it."""
    if reading.tokens[i - 1].text != ",":
        return False
    if _other_voice(reading, i, frame):
        return True
    head = reading.parse.head(reading.tokens[i])
    if head is None or head.i < i:
        return False
    governor = reading.parse.head(head)
    return governor is not None and (governor.i == verb.i or governor in list(reading.parse.ancestors(verb)))


def _second_verb(reading: Reading, verb: Token, i: int, begin: int) -> bool:
    """ "said A and called for B": a verb without a subject of its own, second to the reporting verb."""
    k = i + 1
    while k < len(reading.tokens) and reading.tokens[k].pos == "ADV":
        k += 1
    if k < len(reading.tokens) and reading.tokens[k].tag == verb.tag and verb.tag in FINITE and reading.inside[k] < 0:
        following = reading.tokens[k]
        if following.lemma in reading.saying.clause | reading.saying.stance | reading.saying.describe:
            return True
    for child in reading.parse.children(verb, "conj"):
        helped = [c for c in reading.parse.children(child, "aux") if c.tag == verb.tag and c.lemma == "do"]
        if (
            child.i > i
            and (child.tag == verb.tag or helped)
            and child.i - i <= 3
            and not reading.parse.children(child, "nsubj", "nsubj:pass")
        ):
            return all(reading.tokens[k].pos in ("ADV", "AUX", "PART") for k in range(i + 1, child.i))
    return False


def _new_report(reading: Reading, verb: Token, i: int, frame: Frame) -> bool:
    """ ", adding that …", ", citing …", ", as police …" hung on the reporting verb."""
    if i + 1 >= frame.last:
        return False
    token = reading.tokens[i + 1]
    if token.tag == "VBG" and (token.lemma in reading.saying.clause or token.lemma in reading.saying.quoting):
        head = reading.parse.head(token)
        return (
            token.lemma in reading.saying.quoting
            or head is None
            or head.i == verb.i
            or token.lemma in ("add", "say", "note", "tell")
        )
    if token.lower in ("according",):
        return False
    return False
