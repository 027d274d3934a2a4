"""Reporting clauses beside a quotation: "…," said X / X said / "…," she laughed, "…" / X said: "…"."""

from __future__ import annotations

import re
from bisect import bisect_right

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.order import REACH, clause_last, inverted, person, phrase_at, speaking, straight
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Offsets, Report, Subject
from variorum.extract.speech.subjects import find_subject
from variorum.text.tree import Token

AND = re.compile(r",? (?:and|or) ")
PARTING = frozenset('.?!:;,”"’([-–—')
"""What stands before a quotation that does not go on from the words before it."""
NESTED = " \u00a0'’”\""
"""Marks of a quotation inside a quotation, which close together with it."""


def find_tags(reading: Reading) -> list[Report]:
    """One report per quotation that has its reporting clause right behind it."""
    found: list[Report] = []
    held: set[int] = set()
    verbs: set[int] = set()
    for number, q in enumerate(reading.quoted):
        report = _behind(reading, number, q)
        if report is None and q.outer_start not in held:
            report = _ahead(reading, q, found)
        if report is not None and report.at not in verbs:
            verbs.add(report.at)
            found.append(report)
            held.update(start for start, _ in report.content)
    return found


def _ahead(reading: Reading, q: Quoted, found: list[Report]) -> Report | None:
    """ "X said, “…”", "X said: “…”", "adding: “…”": the saying verb before a whole quotation."""
    section = reading.article.sections[q.section]
    place = reading.between(section.start, q.outer_start)
    if not place and not q.continued:
        place = _line_before(reading, q)
    if not place or q.continued:
        return None
    last = place.stop - 1
    lead = reading.tokens[last]
    whole = reading.text[q.start : q.start + 1].isupper() or reading.text[q.start : q.start + 1] in "‘'…"
    if lead.text not in (",", ":") and not (whole and lead.lemma in reading.saying.clause and lead.pos == "VERB"):
        return None
    if lead.text == "," and not whole and (not _clause_inside(reading, q) or _predicate(reading, q)):
        return None
    colon = lead.text == ":"
    verb = _verb_before(reading, place.start, last, colon) or (
        _main_verb(reading, place.start, last) if colon else None
    )
    if verb is not None and reading.passive(verb):
        return None
    subject = find_subject(reading, verb) if verb is not None else None
    if verb is not None and verb.tag == "VBG" and found:
        subject = _voice_before(reading, verb, found[-1]) or subject
    if verb is not None and verb.tag == "VBG" and subject is None:
        main = straight(reading, reading.bounds(verb)[0], verb.i)
        subject = main[1] if main is not None and speaking(reading, main[1].head) else None
    if verb is None or subject is None:
        verb, subject = _misread(reading, last) or (None, None)
    if verb is None or subject is None or reading.inside[subject.head] >= 0:
        return None
    if not says(reading, verb) and not speaking(reading, subject.head):
        return None
    begin, end = (subject.first, verb.i + 1) if subject.first < verb.i else (verb.i, max(verb.i + 1, subject.last))
    if verb.tag == "VBG":
        begin = verb.i
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[*_opening(reading, q, begin, lead), (q.outer_start, _listed_end(reading, q))],
        preposed=True,
    )


def _voice_before(reading: Reading, verb: Token, last: Report) -> Subject | None:
    """Who spoke right before ", adding, “…”": the source of the report whose quotation a comma parts from it."""
    place = reading.between(*last.source) if last.source and last.head is not None else range(0)
    end = max(e for _, e in last.content)
    between = reading.text[end : verb.start] if verb.start > end else "–"
    if not place or last.head is None or between.strip(" ,"):
        return None
    return Subject(place.start, place.stop, last.head)


def _misread(reading: Reading, last: int) -> tuple[Token, Subject] | None:
    """Right before the comma or colon a saying verb that the parser read as a noun ("The psalm reads: “…”")."""
    token = reading.tokens[last - 1] if last else None
    first = reading.bounds(reading.tokens[last])[0]
    if token is None or token.i <= first or reading.inside[token.i] >= 0 or not says(reading, token):
        return None
    lead = reading.tokens[first]
    if token.i == first + 1 and lead.lower in reading.saying.pronouns.indefinite:
        return token, Subject(first, token.i, first)  # "Another tweeted, “…”"
    subject = phrase_at(reading, first, token.i)
    return (token, subject) if subject is not None and subject.last == token.i else None


def says(reading: Reading, token: Token) -> bool:
    """Whether a word is a form of a saying verb, whatever class it was given."""
    forms = {token.lemma, token.lower.removesuffix("s"), token.lower.removesuffix("d"), token.lower.removesuffix("ed")}
    return bool(forms & reading.saying.clause)


def _opening(reading: Reading, q: Quoted, begin: int, lead: Token) -> list[Offsets]:
    """The words of the sentence that a quotation goes on from behind the clause: "Sooner or later, he said, “it …”"."""
    first = reading.bounds(lead)[0]
    if lead.text != "," or reading.text[q.start].isupper() or begin - first < 2:
        return []
    words = reading.tokens[first:begin]
    outside = all(reading.inside[t.i] < 0 for t in words)
    if words[-1].text != "," or not outside or any(t.lemma in reading.saying.clause and t.pos == "VERB" for t in words):
        return []
    return [(words[0].start, words[-1].start)]


def _listed_end(reading: Reading, q: Quoted) -> int:
    """The end of the quotation, or of the last one that an "and" joins to it ("chanting “A” and “B”")."""
    end, n = q.outer_end, bisect_right(reading.quoted, q.outer_start, key=lambda other: other.outer_start)
    while n < len(reading.quoted) and AND.fullmatch(reading.text, end, reading.quoted[n].outer_start):
        end, n = reading.quoted[n].outer_end, n + 1
    return end


def _line_before(reading: Reading, q: Quoted) -> range:
    """The paragraph before, if it ends with a colon."""
    if q.section == 0:
        return range(0)
    section = reading.article.sections[q.section - 1]
    if not reading.text[section.start : section.end].rstrip().endswith(":"):
        return range(0)
    return reading.between(section.start, section.end)


def _clause_inside(reading: Reading, q: Quoted) -> bool:
    """A whole clause although it begins small ("told them, “our nation is …”")."""
    place = reading.between(q.start, q.end)
    return len(place) > 4 and any(reading.tokens[i].tag in FINITE for i in place)


def _predicate(reading: Reading, q: Quoted) -> bool:
    """It begins with its verb, so that its subject stands before it ("said the mayor, who is ill, “is doing well”")."""
    place = reading.between(q.start, q.end)
    return bool(place) and reading.tokens[place[0]].tag in FINITE and reading.tokens[place[0]].pos in ("VERB", "AUX")


def _main_verb(reading: Reading, first: int, last: int) -> Token | None:
    """The first finite verb of the sentence that leads to a colon: "X shared her story: “…”"."""
    start = max(first, reading.bounds(reading.tokens[last])[0])
    for token in reading.tokens[start:last]:
        if (
            token.tag in FINITE
            and token.pos == "VERB"
            and reading.inside[token.i] < 0
            and not token.dep.startswith("acl")
        ):
            return token if token.lemma not in ("be", "have", "do") else None
    return None


def _verb_before(reading: Reading, first: int, last: int, colon: bool) -> Token | None:
    """The nearest saying verb before a quotation, no other finite verb and no end of a sentence between."""
    for i in range(last, max(first, last - REACH) - 1, -1):
        token = reading.tokens[i]
        if reading.inside[i] >= 0 or (token.text in (".", ";", "?", "!") and i != last):
            return None
        if token.pos == "VERB" and (token.tag in FINITE or token.tag in ("VBG", "VBN", "VB")):
            if token.tag == "VBN" and not colon and reading.tokens[i + 1].pos == "NOUN":
                continue  # "in a written statement, “…”"
            if token.lemma in reading.saying.clause or token.lemma in reading.saying.narrative:
                return token
            if token.lemma == "put" and reading.tokens[i + 1].lower == "it":
                return token
            if token.tag in FINITE and not colon:
                return None
    return None


def _behind(reading: Reading, number: int, q: Quoted) -> Report | None:
    text = reading.text
    closes = text[q.start : q.end].rstrip(NESTED)[-1:]
    after = text[q.outer_end : q.outer_end + 3].lstrip()
    section = reading.article.sections[q.section]
    bare = closes.isalnum() and not text[section.start : q.outer_start].strip()  # the comma is left out
    ends = closes in ",?!…–—-" or after[:1] == "," or (closes == "." and after[:1].islower()) or bare
    if q.open_ended or not ends:
        return None
    place = reading.between(q.outer_end, section.end)
    first = place.start
    if first < place.stop and reading.tokens[first].text == ",":
        first += 1
    last = clause_last(reading, first, place.stop)
    if first >= last or (closes in "?!…" and _own_sentence(reading, number, first, last)):
        return None
    if _fragment(reading, q) and _leads(reading, reading.tokens[first:last]):
        return None  # "Speaking of “real warmth,” she said, “Leave it.”"
    found = inverted(reading, first, last) or straight(reading, first, last) or _misread_behind(reading, first, last)
    if found is None:
        return None
    verb, subject = found
    if _fragment(reading, q) and verb.lemma not in reading.saying.clause:
        return None  # "what he called “the old model,” the club charged a fee"
    if not _reports(reading, verb, subject, q) or (bare and verb.lemma not in reading.saying.clause):
        return None
    return _report(reading, q, verb, subject, first, place.stop)


def _fragment(reading: Reading, q: Quoted) -> bool:
    """Words in marks inside a sentence of the article's own."""
    before = reading.text[reading.article.sections[q.section].start : q.outer_start].rstrip()
    return bool(before) and before[-1].isalnum() and reading.text[q.start].islower()


def _misread_behind(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "…,” the editorial read.", "…,” Denny shot back.": a verb at the end of the clause that was read as a noun."""
    back = last - first > 2 and reading.tokens[last - 1].lower == "back"
    token = reading.tokens[last - 2 if back else last - 1]
    if token.pos == "VERB" or last - first < 2 or not (back or says(reading, token)):
        return None
    subject = phrase_at(reading, first, token.i) or Subject(first, token.i, token.i - 1)
    last = subject.last + (reading.tokens[subject.last].text == ",")  # "…,” the widow, Ana Bel, lamented."
    return (token, subject) if last == token.i and speaking(reading, subject.head) else None


def _own_sentence(reading: Reading, number: int, first: int, last: int) -> bool:
    """After "?" or "!" a new sentence may begin: then only a saying verb makes it a reporting clause."""
    if reading.tokens[first].text[:1].islower():
        return False
    words = reading.tokens[first:last]
    if _leads(reading, words):
        return True  # "“Why?” He answered, “Because …”"
    finite = [t for t in words if t.tag in FINITE or t.tag == "VBN"]
    if not finite:
        return True
    ends = finite[0].i == words[-1].i and finite[0].lemma in reading.saying.stance  # "“Why?” he questioned."
    return not (ends or finite[0].lemma in reading.saying.clause or _goes_on(reading, finite[0]))


def _goes_on(reading: Reading, verb: Token) -> bool:
    """ "she went on": a verb with the particle that makes it one of saying."""
    after = reading.tokens[verb.i + 1 : verb.i + 2]
    return verb.lemma == "go" and bool(after) and after[0].lower in reading.saying.particles["go"]


def _leads(reading: Reading, words: tuple[Token, ...]) -> bool:
    """Whether a comma or colon and a whole quotation follow the clause."""
    after = words[-1].i + 1 if words else len(reading.tokens)
    comma = after - (bool(words) and words[-1].text in (",", ":"))
    if comma + 1 >= len(reading.tokens) or reading.tokens[comma].text not in (",", ":"):
        return False
    number = reading.inside[comma + 1]
    return number >= 0 and reading.text[reading.quoted[number].start].isupper()


def _reports(reading: Reading, verb: Token, subject: Subject, q: Quoted) -> bool:
    """Any verb reports beside a whole quotation, if a person or body is its subject; a saying verb always does."""
    if verb.lemma in reading.saying.clause or verb.lemma in reading.saying.weak or verb.lemma in reading.saying.stance:
        return True
    head = reading.tokens[subject.head]
    speakers, pronouns = reading.saying.speakers, reading.saying.pronouns
    human = head.lower in pronouns.female or head.lower in pronouns.male or person(reading, head)
    noun = head.lemma in speakers.people or head.lemma in speakers.roles
    alone = head.pos == "PROPN" and not reading.text[reading.article.sections[q.section].start : q.outer_start].strip()
    adjacent = abs(verb.i - subject.last) <= 1 or abs(subject.first - verb.i) <= 2
    return (
        (human or noun or alone)
        and adjacent
        and reading.text[q.end - 1] in ",?!"
        and verb.lemma not in ("be", "have", "do")
    )


def _report(reading: Reading, q: Quoted, verb: Token, subject: Subject, first: int, stop: int) -> Report:
    begin, end = min(verb.i, subject.first), max(verb.i + 1, subject.last)
    content = [(_sentence_start(reading, q), q.outer_end)]
    following = _next_piece(reading, end, stop)
    if following is not None:
        content.append(following)
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=content,
        inside=-1,
    )


def _sentence_start(reading: Reading, q: Quoted) -> int:
    """Where the content begins: with the marks, or with the sentence whose end they hold ("The tax “saved us,” she
    said").
    """
    place = reading.between(reading.article.sections[q.section].start, q.outer_start)
    if not place:
        return q.outer_start
    last = reading.tokens[place[-1]]
    if last.text == ",":
        lead = _led(reading, q, last)
        return q.outer_start if lead is None else lead
    if last.text in PARTING or reading.inside[last.i] >= 0:
        return q.outer_start
    first = last.i
    bound = reading.bounds(last)[0]
    while first > bound and not (
        reading.tokens[first - 1].text in (".", "?", "!", ":", ";") and reading.inside[first - 1] < 0
    ):
        first -= 1
    words = reading.tokens[first : last.i + 1]
    if not _predicate(reading, q) and any(t.lemma in reading.saying.clause and t.pos == "VERB" for t in words):
        return q.outer_start
    number = reading.inside[first]
    return reading.quoted[number].outer_start if number >= 0 else reading.tokens[first].start


def _led(reading: Reading, q: Quoted, comma: Token) -> int | None:
    """Where the speaker's sentence begins that goes on in the marks: "Like most clubs, “the rule is …,” she said"."""
    first, _ = reading.bounds(comma)
    words = reading.tokens[first : comma.i]
    if not words or not reading.text[q.start].islower() or reading.text[q.start : q.start + 2] == "i ":
        return None
    if any(reading.inside[t.i] >= 0 or t.text in (":", ";") for t in words):
        return None
    asked = reading.saying.unnamed.asked
    if any((t.pos == "VERB" and t.lemma in reading.saying.clause) or t.lower in asked for t in words):
        return None
    return words[0].start


def _next_piece(reading: Reading, end: int, stop: int) -> tuple[int, int] | None:
    """The quotation that goes on behind ", he said, "."""
    for i in range(end, min(stop, end + REACH)):
        token = reading.tokens[i]
        if reading.inside[i] < 0 and token.pos == "VERB" and token.lemma in reading.saying.clause - {"speak"}:
            return None  # ", adding, “…”": words of another report
        number = reading.inside[i]
        if number >= 0:
            q = reading.quoted[number]
            lead = reading.tokens[i - 1].text
            return (
                (q.outer_start, q.outer_end)
                if lead in (",", ":", "–", "—", "-") or reading.tokens[i - 1].lower in ("that", "and", "or")
                else None
            )
        if token.text in (".", ";", "?", "!"):
            return None
    return None
