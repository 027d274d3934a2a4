"""Finds every reporting verb of an article with its source and its content."""

from __future__ import annotations

from variorum.extract.speech.content import reach
from variorum.extract.speech.frames import LONGEST, Frame, frame_of, offsets
from variorum.extract.speech.gapped import parted
from variorum.extract.speech.order import inverted, speaking
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Class, Report, Subject, clause_of
from variorum.extract.speech.subjects import find_subject
from variorum.text.tree import Sentence, Token


def find_verbs(reading: Reading, tags: list[Report]) -> list[Report]:
    """Reports made by verbs, in text order; `tags` are read already."""
    taken = {r.at for r in tags}
    known: dict[tuple[int, int], list[Report]] = {}
    for report in tags:
        known.setdefault(reading.bounds(reading.tokens[report.at]), []).append(report)
    found: list[Report] = []
    for token in reading.tokens:
        verb = token.pos in ("VERB", "AUX") or _mistagged(reading, token)
        if not verb and (token.pos != "ADJ" or not _past_form(reading, token)):
            continue
        bounds = reading.bounds(token)
        if token.i in taken or bounds[1] - bounds[0] > LONGEST:
            continue
        read = read_verb(reading, token, known.get(bounds, []))
        if read is not None:
            found += (reports := parted(reading, read))
            known.setdefault(bounds, []).extend(reports)
    return found


def _speaker_before(reading: Reading, verb: Token, reports: list[Report]) -> Subject | None:
    """ ", adding that …": who spoke last in the sentence."""
    first = reading.tokens[reading.bounds(verb)[0]].start
    near = [
        r
        for r in reports
        if r.inside == reading.inside[verb.i]
        and r.head is not None
        and r.source
        and r.clause[1] <= verb.start
        and reading.bounds(reading.tokens[r.at]) == reading.bounds(verb)
        and r.clause[0] >= first
    ]
    if not near:
        return None
    last = max(near, key=lambda r: r.clause[0])
    place = reading.between(*last.source) if last.source else None
    return Subject(place.start, place.stop, last.head) if place and last.head is not None else None


def verb_class(reading: Reading, verb: Token) -> Class | None:
    """How the verb reports; None for any other word."""
    words, lemma = reading.saying, verb.lemma
    if verb.pos not in ("VERB", "AUX") and not _mistagged(reading, verb):
        return "clause" if verb.pos == "ADJ" and _past_form(reading, verb) else None
    if verb.lemma in NOTING and _down(reading, verb) and _counts(reading, verb):
        return "number"
    if lemma in words.deny:
        return "deny"
    if (lemma in words.number and _counts(reading, verb)) or _bare_number(reading, verb):
        return "number"
    if lemma in words.describe and lemma not in words.clause:
        return "describe"
    if lemma in words.object:
        return "object"
    if lemma in words.clause and lemma not in words.stance:
        return "clause"
    if lemma in words.stance or lemma in words.weak:
        return "stance"
    return "clause" if lemma in words.clause else None


def _mistagged(reading: Reading, token: Token) -> bool:
    """ "…, transmits X": a form of a passing-on verb after a comma and before a name."""
    if token.pos not in ("NOUN", "PROPN") or not token.lower.endswith("s") or token.i == 0:
        return False
    if reading.tokens[token.i - 1].text != ",":
        return False
    if token.lemma in reading.saying.number and token.i + 1 < len(reading.tokens):
        return reading.tokens[token.i + 1].lower in ("of", "at")  # "the agency, whose reporter was there, speaks of"
    if token.lower.rstrip("s") not in reading.saying.pass_on and token.lower[:-2] not in reading.saying.pass_on:
        return False
    sentence = reading.sentence(token)
    following = reading.tokens[token.i + 1] if token.i + 1 < sentence.last else None
    return following is not None and following.pos in ("PROPN", "DET", "ADP")


NOTING = frozenset(("write", "note", "jot", "take", "put", "mark"))


def _down(reading: Reading, verb: Token) -> bool:
    """ "wrote *down* 36 wounded"."""
    return verb.i + 1 < len(reading.tokens) and reading.tokens[verb.i + 1].lower == "down"


def _past_form(reading: Reading, token: Token) -> bool:
    """ "Director Ana Bel *detailed that* …": a past form before "that", taken for an adjective."""
    if not token.lower.endswith("ed"):
        return False
    following = reading.tokens[token.i + 1] if token.i + 1 < len(reading.tokens) else token
    stems = {token.lower.removesuffix("ed"), token.lower.removesuffix("d")}
    return following.lower == "that" and bool(stems & reading.saying.clause)


def _counts(reading: Reading, verb: Token) -> bool:
    """A number or a counting noun follows the verb."""
    sentence = reading.sentence(verb)
    if (led := LED.get(verb.lemma)) is not None:
        return _led_to_number(reading, verb, led, sentence.last)
    for i in range(verb.i + 1, min(sentence.last, verb.i + 14)):
        token = reading.tokens[i]
        if token.text in (",", ";", "."):
            return False
        if token.lemma in reading.saying.counting or (
            token.pos == "NUM" and verb.lemma not in ("give", "record", "raise", "lower", "reduce")
        ):
            return True
    return False


LED = {"stick": "to", "arrive": "at", "point": "to"}
"""Verbs that give a number behind one preposition alone: "police *stick to* 4,000"."""


def _led_to_number(reading: Reading, verb: Token, led: str, last: int) -> bool:
    """Whether a number, or a figure of one, is all that stands behind the preposition: "arrived at 130 or so", not
    "arrived at two homes"."""
    behind = reading.tokens[verb.i + 1 : min(last, verb.i + 9)]
    if not behind or behind[0].lower != led:
        return False
    n = next((n for n, t in enumerate(behind) if t.pos == "NUM"), None)
    if n is None or n > REACH:
        return False
    told = any(t.lemma in reading.saying.counting for t in behind[1:n])
    after = behind[n + 1] if n + 1 < len(behind) else None
    bare = after is None or after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or after.lemma in reading.saying.counting
    return told or bare or (verb.lemma == "point" and all(t.pos in ("NUM", "ADP", "ADV", "ADJ") for t in behind[1:n]))


REACH = 5
"""Words within which the number must stand."""


def _bare_number(reading: Reading, verb: Token) -> bool:
    """ "organisers claimed 900": a number is all that the verb governs, without a noun but for "the union says 300
    arrests"."""
    if verb.lemma not in reading.saying.clause:
        return False
    found = reading.parse.child(verb, "obj")
    if found is not None and verb.lemma == "say" and found.i > verb.i:
        found = reading.parse.child(found, "nummod") or found
    if found is None or found.pos != "NUM" or not verb.i < found.i <= verb.i + 4:
        return False
    after = reading.tokens[found.i + 1 : found.i + 2]
    return verb.lemma == "say" or not after or after[0].pos in ("PUNCT", "CCONJ")


def read_verb(reading: Reading, verb: Token, known: list[Report]) -> Report | None:
    """The report the verb makes, or None."""
    if reading.inside[verb.i] >= 0:
        return None  # what a quoted speaker reports is part of the quotation
    kind = verb_class(reading, verb)
    if kind is None or reading.passive(verb) or (verb.dep in ("amod", "case", "compound") and verb.tag not in FINITE):
        return None
    if reading.text[max(0, verb.start - 3) : verb.start].lower() == "so-":
        return None  # "so-called"
    if kind == "describe" and verb.tag == "VBN" and verb.dep.startswith("acl") and reading.inside[verb.i + 1] >= 0:
        return None  # "a paper called “The Local”"
    following = reading.tokens[verb.i + 1 : verb.i + 2]
    if following and following[0].lower in reading.saying.apart.get(verb.lemma, ()):
        return None  # "called off the search"
    if verb.i == reading.bounds(verb)[0] and following and following[0].lower == "that" and verb.tag != "VB":
        return None  # "Reports that … are false"
    opens = verb.i == reading.bounds(verb)[0] and verb.lemma in reading.saying.words.leading
    if opens or _reduced(reading, verb) or _undergone(reading, verb):
        return None
    subject = (
        _speaker_before(reading, verb, known) if verb.tag == "VBG" and verb.lemma in reading.saying.clause else None
    )
    subject = subject or find_subject(reading, verb)
    frame = frame_of(reading, verb)
    if subject is not None and not frame.first - 60 <= subject.head < frame.last:
        subject = None
    first, last = clause_of(reading, verb, subject)
    this = _this(reading, verb, kind, first, last)
    if this is not None:
        return this
    if subject is None:
        return None
    if reading.tokens[subject.head].lemma in reading.saying.words.itself or _toll(reading, verb):
        return None
    if not speaks(reading, verb, subject, kind) or _by_dying(reading, verb, subject, kind):
        return None
    last = _past_adverbials(reading, verb, last, frame)
    found = reach(reading, verb, first, last, frame, kind)
    if found is None:
        return None
    head = reading.tokens[subject.head]
    if not found.preposed and any(a <= head.start < b for a, b in found.spans):
        return None  # "“We will,” she told them, then referred to it": what stands before belongs to the first verb
    if (
        kind == "object"
        and found.preposed
        and not alive(reading, reading.tokens[subject.head])
        and not _clausal(reading, verb)
    ):
        return None
    if kind in ("stance", "describe", "number") and not found.preposed and not _postposable(reading, verb):
        return None
    return Report(
        at=verb.i,
        kind=kind,
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, first, last),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=list(found.spans),
        inside=reading.inside[verb.i],
        preposed=found.preposed,
        denied=kind == "deny" and not _negated(reading, verb),
        left_open=_left_open(reading, verb),
    )


def _left_open(reading: Reading, verb: Token) -> bool:
    """Whether the source settles nothing: "could not confirm that …", "declined to confirm that …"."""
    if verb.lemma in reading.saying.words.refusing:
        return any(c.lemma in reading.saying.settle for c in reading.parse.children(verb, "xcomp"))
    return verb.lemma in reading.saying.settle and _negated(reading, verb)


def _negated(reading: Reading, verb: Token) -> bool:
    """ "could not confirm", "would neither confirm nor deny", "declined to confirm"."""
    words = reading.saying.words
    if any(c.lower in words.negative for c in reading.parse.children(verb, "advmod", "neg", "cc", "cc:preconj", "det")):
        return True
    head = reading.parse.head(verb)
    if verb.i and reading.tokens[verb.i - 1].lower in words.negative:
        return True
    return verb.tag == "VB" and verb.dep == "xcomp" and head is not None and head.lemma in words.refusing


def alive(reading: Reading, head: Token) -> bool:
    """A person, body or document: what can say something. A place can speak for its government."""
    if reading.saying.speakers.named(head.lemma, head.lower) or reading.mention_at(head) is not None:
        return True
    return head.pos == "PRON" and (head.lower == "it" or head.lower not in reading.saying.words.expletive)


def _clausal(reading: Reading, verb: Token) -> bool:
    return any(c.i > verb.i for c in reading.parse.children(verb, "ccomp"))


def _toll(reading: Reading, verb: Token) -> bool:
    """ "claimed 12 lives": nothing is said."""
    following = reading.tokens[verb.i + 1 : verb.i + 8]
    return verb.lemma == "claim" and any(t.lemma in reading.saying.words.lives for t in following)


def _reduced(reading: Reading, verb: Token) -> bool:
    """ "guests believed to be abroad": a participle without "be"."""
    following = reading.tokens[verb.i + 1 : verb.i + 3]
    return (
        verb.tag in ("VBD", "VBN")
        and verb.lemma in reading.saying.words.reduced
        and len(following) == 2
        and following[0].lower == "to"
        and following[1].lemma in ("have", "be")
    )


def _undergone(reading: Reading, verb: Token) -> bool:
    """A participle without "be" of what others say of its noun: "two guards, named as …", "the man accused of …"."""
    following = reading.tokens[verb.i + 1].lower if verb.i + 1 < len(reading.tokens) else ""
    named = following == "as" and verb.tag == "VBN" and verb.dep.startswith("acl")
    return named or (following == "of" and verb.lemma in reading.saying.words.charging)


def _by_dying(reading: Reading, verb: Token, subject: Subject, kind: Class) -> bool:
    """ "Three people died, raising the toll", "a nurse died, raising …": they move the count and do not state it."""
    head, main = reading.tokens[subject.head], reading.parse.head(verb)
    died = main is not None and main.lemma in DYING
    return kind == "number" and verb.tag == "VBG" and (died or reading.parse.child(head, "nummod") is not None)


DYING = frozenset(("die", "perish", "succumb", "drown"))
"""Verbs of those who raise a toll themselves."""


def _postposable(reading: Reading, verb: Token) -> bool:
    return verb.lemma in reading.saying.clause or verb.lemma in reading.saying.weak


def speaks(reading: Reading, verb: Token, subject: Subject, kind: Class) -> bool:
    """Whether the subject can be a source of this kind of report."""
    head = reading.tokens[subject.head]
    if head.lower in reading.saying.words.expletive and head.lower != "it":
        return False
    if verb.lemma in reading.saying.clause and verb.lemma not in reading.saying.weak:
        return True
    if head.pos in ("PROPN", "PRON"):
        return True
    return reading.saying.speakers.named(head.lemma) or reading.mention_at(head) is not None


def _past_adverbials(reading: Reading, verb: Token, last: int, frame: Frame) -> int:
    """Takes particles ("pointed out") and adverbs right after the verb into the reporting clause."""
    particles = reading.saying.particles.get(verb.lemma, ())
    while last < frame.last and (reading.tokens[last].lower in particles or reading.tokens[last].dep == "compound:prt"):
        last += 1
    return last


def _this(reading: Reading, verb: Token, kind: Class, first: int, last: int) -> Report | None:
    """ "This reports the agency …", "On this informed the head …": the content is the sentence before."""
    sentence = reading.sentence(verb)
    lead = reading.tokens[sentence.first : verb.i]
    if not 0 < len(lead) < 4 or lead[-1].lower not in ("this", "that") or kind not in ("clause", "object"):
        return None
    before = _sentence_before(reading, sentence)
    found = inverted(reading, verb.i, min(sentence.last, verb.i + 30))
    if before is None or found is None or not speaking(reading, found[1].head):
        return None
    subject = found[1]
    first, last = verb.i, subject.last
    passer = None  # "…, transmits the agency"
    if last + 2 < sentence.last and reading.tokens[last].text == ",":
        passer = inverted(reading, last + 1, sentence.last - 1)
    return Report(
        at=verb.i,
        kind=kind,
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, first, last),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[(before.start, before.end)],
        before=True,
        via=[offsets(reading, passer[1].first, passer[1].last)] if passer is not None else [],
    )


def _sentence_before(reading: Reading, sentence: Sentence) -> Sentence | None:
    if sentence.index == 0:
        return None
    before = reading.parse.sentences[sentence.index - 1]
    return before if before.section == sentence.section else None
