"""Reporting clauses set off by commas, without quotation marks: "…, the ministry said on Monday.", "As X noted, …"."""

from __future__ import annotations

from variorum.extract.speech.content import tagged
from variorum.extract.speech.frames import LONGEST, offsets
from variorum.extract.speech.order import REACH, clause_last, inverted, person, phrase_at, speaking, straight
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Report, Subject
from variorum.extract.speech.subjects import named_before
from variorum.text.tree import Token


def find_plain(reading: Reading, taken: frozenset[int]) -> list[Report]:
    """Reporting clauses set off by a comma behind what they report, without marks: "…, the ministry said on
    Monday.".
    """
    found: list[Report] = []
    done: set[int] = set(taken)
    for comma in reversed(reading.tokens):
        if comma.text not in (",", "-", "–", "—") or reading.inside[comma.i] >= 0 or _inside_word(reading, comma):
            continue
        report = _plain(reading, comma.i + 1, done) or _fronted(reading, comma, done)
        if report is not None:
            done.add(report.at)
            found.append(report)
    return found[::-1]


def _inside_word(reading: Reading, dash: Token) -> bool:
    """ "A COVID-19 centre": a hyphen between two parts of a word sets nothing off."""
    before = reading.tokens[dash.i - 1 : dash.i]
    return dash.text == "-" and bool(before) and before[0].end == dash.start


def _fronted(reading: Reading, comma: Token, done: set[int]) -> Report | None:
    """ "As the paper noted, the firm …": content is what follows the comma."""
    first, last = reading.bounds(comma)
    if (
        reading.tokens[first].lower != "as"
        or comma.i - first > REACH
        or comma.i + 3 > last
        or reading.inside[comma.i + 1] >= 0
    ):
        return None
    found = _strict(reading, straight(reading, first + 1, comma.i), done)
    if found is None or found[0].i != comma.i - 1 or not reading.finite_in(comma.i + 1, last):
        return None
    verb, subject = found
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, first, comma.i),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[offsets(reading, comma.i + 1, last)],
        preposed=True,
    )


def _plain(reading: Reading, first: int, done: set[int]) -> Report | None:
    if first >= len(reading.tokens) or reading.tokens[first].sentence < 0:
        return None
    bounds = reading.bounds(reading.tokens[first - 1])
    if first >= bounds[1] or bounds[1] - bounds[0] > LONGEST:
        return None
    last = clause_last(reading, first, bounds[1])
    if reading.tokens[first].lower == "as" and first + 1 < last:
        first += 1
    found = (
        _strict(reading, straight(reading, first, last), done)
        or _strict(reading, inverted(reading, first, last), done)
        or _noun_tag(reading, first, last, done)
        or _so(reading, first, last)
    )
    if found is None:
        return None
    verb, subject = found
    begin, end = min(verb.i, subject.first), max(verb.i + 1, subject.last)
    if subject.first > verb.i:
        begin = first
    if not _closes(reading, verb, end, bounds[1]):
        return None
    if subject.first < verb.i:
        subject = _with_office(reading, subject, bounds[0])
        begin = subject.first
    content = tagged(reading, verb, begin, end)
    if content is None and verb.lemma == "so":
        return None
    if content is None:
        return None
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=list(content.spans),
        inside=-1,
    )


def _strict(reading: Reading, found: tuple[Token, Subject] | None, done: set[int]) -> tuple[Token, Subject] | None:
    """Without marks only a saying verb with somebody for its subject counts."""
    if found is None or found[0].i in done or not _says(reading, *found):
        return None
    verb, subject = found
    if verb.tag == "VBN" and reading.passive(verb):
        return None
    if subject.first > verb.i and verb.lemma in reading.saying.told and _named_left(reading, verb):
        return None  # "the group's director, Ana Bel, told the agency"
    if (
        subject.first > verb.i
        and verb.lemma in reading.saying.told
        and not _tells(reading, reading.tokens[subject.head])
    ):
        return None  # "…, told reporters": the audience
    return found if speaking(reading, subject.head) or _passer(reading, verb, subject) else None


def _named_left(reading: Reading, verb: Token) -> bool:
    """Whether a person's name ends at the comma before the verb."""
    return named_before(reading, verb.i - 1, reading.bounds(verb)[0]) is not None


def _says(reading: Reading, verb: Token, subject: Subject) -> bool:
    """A saying verb; "show" and its like of documents; "think" and its like of people; "make known"."""
    following = reading.tokens[verb.i + 1] if verb.i + 1 < len(reading.tokens) else verb
    if verb.lemma in reading.saying.words.particled and following.lower in reading.saying.particles.get(verb.lemma, ()):
        return speaking(reading, subject.head)
    if verb.lemma in reading.saying.clause and verb.lemma not in reading.saying.weak:
        return True
    paper = verb.lemma == "give" and reading.tokens[subject.head].lemma in reading.saying.speakers.documents
    if paper:
        return False  # ", gives a different figure"
    if (verb.lemma in reading.saying.pass_on or verb.pos not in ("VERB", "AUX")) and subject.first > verb.i:
        return speaking(reading, subject.head) or _passer(reading, verb, subject)
    return verb.lemma in reading.saying.weak and speaking(reading, subject.head)


def _passer(reading: Reading, verb: Token, subject: Subject) -> bool:
    """ "…, refers the agency", "…, transmits Interfact": an unknown name right behind a passing-on verb."""
    stem = verb.lower.removesuffix("s")
    passing = bool({verb.lemma, stem, stem.removesuffix("e")} & reading.saying.pass_on)
    return passing and subject.first == verb.i + 1 and reading.tokens[subject.head].pos == "PROPN"


def _tells(reading: Reading, head: Token) -> bool:
    """Whether who follows "told" speaks ("told the nurse") and is not the audience ("told reporters", "told the
    Courier").
    """
    if person(reading, head) or head.pos == "PRON":
        return True
    speakers = reading.saying.speakers
    people = head.pos == "NOUN" and (head.lemma in speakers.people or head.lemma in speakers.roles)
    return (people or head.lower in speakers.organisations) and head.lemma not in reading.saying.audience


def _so(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "…, so the ministry." in translated texts: "so" and a phrase to the end of the sentence."""
    token = reading.tokens[first]
    if token.lower != "so" or last >= len(reading.tokens) or reading.tokens[last].text != ".":
        return None
    subject = phrase_at(reading, first + 1, last)
    return (
        (token, subject) if subject is not None and subject.last == last and speaking(reading, subject.head) else None
    )


def _noun_tag(reading: Reading, first: int, last: int, done: set[int]) -> tuple[Token, Subject] | None:
    """ "…, MCA reports." where the parser reads the verb as a noun."""
    token = reading.tokens[last - 1] if last - 1 > first else None
    if (
        token is None
        or token.pos not in ("NOUN", "PROPN")
        or token.i in done
        or any(t.pos in ("VERB", "AUX") for t in reading.tokens[first:last])
    ):
        return None
    if not {token.lower, token.lower.removesuffix("s")} & (reading.saying.clause | reading.saying.weak):
        return None
    subject = phrase_at(reading, first, last - 1)
    if subject is None or subject.last != last - 1 or not speaking(reading, subject.head):
        return None
    return token, subject


def _closes(reading: Reading, verb: Token, end: int, last: int) -> bool:
    """After the clause only adverbials follow up to the next comma or the end, no object."""
    if end > verb.i and end < last and _object(reading, verb, end):
        return False
    if end < last and reading.tokens[end].tag in ("WDT", "WP"):  # ", has said the ministry *which runs the region*,"
        end = next((i for i in range(end, last) if reading.tokens[i].text in (",", ".", ";")), last)
    for i in range(end, last):
        token = reading.tokens[i]
        if token.text in (",", ".", ";", ":", "?", "!", ")", "-", "–", "—"):
            return True
        if (
            reading.inside[i] >= 0
            or token.tag in FINITE
            or (
                token.lower in ("that", "whether", "if", "how", "why", "to", "they", "he", "she", "there")
                and token.pos != "ADP"
            )
        ):
            return False
    return True


def _object(reading: Reading, verb: Token, end: int) -> bool:
    """A noun phrase right behind the clause that is neither a time nor an audience ("confirmed 12 deaths")."""
    token = reading.tokens[end]
    if token.pos not in ("NUM", "DET", "NOUN", "PROPN", "ADJ") or verb.lemma in reading.saying.told:
        return False
    return not any(t.lower in reading.saying.words.days for t in reading.tokens[end : end + 4])


def _with_office(reading: Reading, subject: Subject, first: int) -> Subject:
    """Takes in "its director, " before a name that a comma closes."""
    comma = subject.first - 1
    if (
        comma <= first
        or reading.tokens[comma].text != ","
        or reading.tokens[min(subject.last, len(reading.tokens) - 1)].text != ","
    ):
        return subject
    start = comma
    while (
        start > first
        and reading.tokens[start - 1].text not in (",", ";", ":")
        and comma - start < 16
        and reading.inside[start - 1] < 0
    ):
        start -= 1
    words = reading.tokens[start:comma]
    office = any(
        t.lemma in reading.saying.speakers.roles
        or t.lemma in reading.saying.speakers.people
        or t.lemma in reading.saying.speakers.organisations
        for t in words
    )
    if (
        not words
        or not office
        or any(t.pos in ("VERB", "AUX") for t in words)
        or words[0].pos not in ("DET", "PRON", "NOUN", "PROPN", "ADJ")
    ):
        return subject
    return Subject(start, subject.last, subject.head)
