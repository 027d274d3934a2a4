"""Reporting clauses beside a quotation: "…," said X / X said / "…," she laughed, "…" / X said: "…"."""

from __future__ import annotations

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.order import REACH, clause_last, inverted, person, speaking, straight
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Offsets, Report, Subject
from variorum.extract.speech.subjects import find_subject
from variorum.text.tree import Token


def find_tags(reading: Reading) -> list[Report]:
    """One report per quotation that has its reporting clause right behind it."""
    found: list[Report] = []
    held: set[int] = set()
    verbs: set[int] = set()
    for number, q in enumerate(reading.quoted):
        report = _behind(reading, number, q)
        if report is None and q.outer_start not in held:
            report = _ahead(reading, number, q)
        if report is not None and report.at not in verbs:
            verbs.add(report.at)
            found.append(report)
            held.update(start for start, _ in report.content)
    return found


def _ahead(reading: Reading, number: int, q: Quoted) -> Report | None:
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
    if lead.text == "," and not whole and not _clause_inside(reading, q):
        return None
    colon = lead.text == ":"
    verb = _verb_before(reading, place.start, last, colon) or (
        _main_verb(reading, place.start, last) if colon else None
    )
    if verb is None or reading.passive(verb):
        return None
    subject = find_subject(reading, verb)
    if subject is None or reading.inside[subject.head] >= 0:
        return None
    if verb.lemma not in reading.saying.clause and not speaking(reading, subject.head):
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
        content=[*_opening(reading, q, begin, lead), (q.outer_start, q.outer_end)],
        preposed=True,
    )


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
            if token.lemma in reading.saying.clause or token.lemma in reading.saying.narrative:
                return token
            if token.tag in FINITE and not colon:
                return None
    return None


def _behind(reading: Reading, number: int, q: Quoted) -> Report | None:
    text = reading.text
    closes = text[q.end - 1] if q.end > q.start else ""
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
    found = inverted(reading, first, last) or straight(reading, first, last)
    if found is None:
        return None
    verb, subject = found
    if not _reports(reading, verb, subject, q) or (bare and verb.lemma not in reading.saying.clause):
        return None
    return _report(reading, q, verb, subject, first, place.stop)


def _own_sentence(reading: Reading, number: int, first: int, last: int) -> bool:
    """After "?" or "!" a new sentence may begin: then only a saying verb makes it a reporting clause."""
    if reading.tokens[first].text[:1].islower():
        return False
    words = reading.tokens[first:last]
    if _leads(reading, words):
        return True  # "“Why?” He answered, “Because …”"
    finite = [t for t in words if t.tag in FINITE or t.tag == "VBN"]
    return not finite or finite[0].lemma not in reading.saying.clause


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
    adjacent = abs(verb.i - subject.last) <= 1 or abs(subject.first - verb.i) <= 2
    return (human or noun) and adjacent and reading.text[q.end - 1] in ",?!" and verb.lemma not in ("be", "have", "do")


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
    if last.text in (".", "?", "!", ":", ";", ",", "”", '"', "’") or reading.inside[last.i] >= 0:
        return q.outer_start
    first = last.i
    bound = reading.bounds(last)[0]
    while first > bound and not (
        reading.tokens[first - 1].text in (".", "?", "!", ":", ";") and reading.inside[first - 1] < 0
    ):
        first -= 1
    words = reading.tokens[first : last.i + 1]
    if any(t.lemma in reading.saying.clause and t.pos == "VERB" for t in words):
        return q.outer_start
    number = reading.inside[first]
    return reading.quoted[number].outer_start if number >= 0 else reading.tokens[first].start


def _next_piece(reading: Reading, end: int, stop: int) -> tuple[int, int] | None:
    """The quotation that goes on behind ", he said, "."""
    for i in range(end, min(stop, end + REACH)):
        token = reading.tokens[i]
        if reading.inside[i] < 0 and token.pos == "VERB" and token.lemma in reading.saying.clause:
            return None  # ", adding, “…”": words of another report
        number = reading.inside[i]
        if number >= 0:
            q = reading.quoted[number]
            lead = reading.tokens[i - 1].text
            return (
                (q.outer_start, q.outer_end)
                if lead in (",", ":", "–", "—", "-") or reading.tokens[i - 1].lower == "that"
                else None
            )
        if token.text in (".", ";", "?", "!"):
            return None
    return None
