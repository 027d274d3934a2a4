"""Ties quotations to reports: by the same clause, by the paragraph, by a quotation that goes on; finds marks around
names.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from variorum.extract.speech.frames import Frame, frame_of, offsets
from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Report
from variorum.extract.speech.subjects import named_before, noun_phrase
from variorum.text.tree import Token


class Link:
    """What a quotation hangs on: a report, or one it follows (`follows`), or nobody (`report` None)."""

    __slots__ = ("follows", "report", "subject")

    def __init__(
        self, report: Report | None, follows: bool = False, subject: tuple[int, tuple[int, int]] | None = None
    ) -> None:
        self.report, self.follows, self.subject = report, follows, subject


def is_name(reading: Reading, q: Quoted) -> bool:
    """Marks around a title or a name: a naming word before it, or nothing but capitalised words and no sentence in
    it.
    """
    place = list(reading.between(q.start, q.end))
    tokens = [reading.tokens[i] for i in place]
    if not tokens:
        return not reading.text[q.start : q.end].strip(".,")
    if len(tokens) > 9 or q.open_ended or q.continued:
        return False
    first = tokens[0]
    sentence = reading.sentence(first)
    before = [
        reading.tokens[i]
        for i in range(max(sentence.first, first.i - 4), first.i)
        if reading.tokens[i].start < q.outer_start
    ]
    named = bool(before) and (before[-1].lower in reading.marks.naming or before[-1].lemma in reading.marks.naming)
    words = [t for t in tokens if t.pos != "PUNCT"]
    capital = (
        bool(words)
        and all(w.text[:1].isupper() or w.text[:1].isdigit() or w.lower in reading.saying.words.small for w in words)
        and words[0].text[:1].isupper()
    )
    if capital and _titled(reading, before, words):
        return True
    closed = reading.text[q.end - 1] in ".!?," and not _goes_on(reading, q, tokens[-1])
    speech = closed or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words)
    if named and (capital or len(words) <= 3) and not (closed and not capital):
        return True
    introduced = bool(before) and before[-1].text in (":", ",")
    if capital and not speech and len(before) > 1 and before[-1].tag == "VBN" and before[-2].pos == "NOUN":
        return True  # "an outlet called “The Local”"
    if before and (before[-1].lemma in reading.saying.clause or before[-1].lemma in reading.saying.describe):
        return False
    return (
        capital
        and not speech
        and not introduced
        and len(words) <= 7
        and not (len(words) == len(tokens) and q.outer_start == sentence.start)
    )


def _goes_on(reading: Reading, q: Quoted, last: Token) -> bool:
    """Whether a relative clause follows the comma in the marks, as after a name ("“Late Bells,” which opens soon")."""
    after = [t for t in reading.tokens[last.i + 1 : last.i + 3] if t.start >= q.outer_end]
    return reading.text[q.end - 1] == "," and bool(after) and after[0].tag in ("WDT", "WP", "WP$")


def _titled(reading: Reading, before: list[Token], words: list[Token]) -> bool:
    """A title by what leads to it: "on “Late Bells,”", "Fjord TV's “Late Bells,”", "in her book, “Late Bells,”"."""
    if len(words) < 2 or len(before) < 2 or any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
        return False
    last, other = before[-1], before[-2]
    apposed = last.text == "," and (other.lower in reading.marks.naming or other.lemma in reading.marks.naming)
    return last.pos == "ADP" or last.tag == "POS" or apposed


def link_quotes(reading: Reading, reports: list[Report]) -> list[Link]:
    """One link per quotation of the reading, in its order."""
    owners = find_owners(reading, reports)
    links = [Link(owners.get(number)) for number in range(len(reading.quoted))]
    for number, link in enumerate(links):
        if link.report is None:
            links[number] = _context(reading, number, links, reports)
    return links


def find_owners(reading: Reading, reports: list[Report]) -> dict[int, Report]:
    """Per quotation the report whose content holds it: the one with the shortest content."""
    owners: dict[int, tuple[tuple[int, int], Report]] = {}
    for report in reports:
        if report.before:
            continue
        size = sum(e - s for s, e in report.content)
        for number in sorted({reading.inside[i] for c in report.content for i in reading.between(*c)} - {-1}):
            rank = (size, abs(report.clause[0] - reading.quoted[number].start))
            if number not in owners or rank < owners[number][0]:
                owners[number] = (rank, report)
    chosen = {number: report for number, (_, report) in owners.items()}
    for number in range(1, len(reading.quoted)):
        if _joined(reading, number, chosen):
            chosen[number] = chosen[number - 1]
    return chosen


JOINED = re.compile(r"\W*(?:and|or|but)?\s*(?:\w+\s+){0,2}\W*")


def _joined(reading: Reading, number: int, owners: dict[int, Report]) -> bool:
    """ "he said was “unwise” and came “too late”, officials said": joined to the words before it, not to the outer
    report that holds both.
    """
    before, q = reading.quoted[number - 1], reading.quoted[number]
    inner, outer = owners.get(number - 1), owners.get(number)
    if inner is None or outer is None or inner is outer or before.section != q.section:
        return False
    if not JOINED.fullmatch(reading.text[before.outer_end : q.outer_start]):
        return False
    return any(s <= before.start and before.end <= e for s, e in outer.content)


def _context(reading: Reading, number: int, links: list[Link], reports: list[Report]) -> Link:
    q = reading.quoted[number]
    previous = links[number - 1] if number else None
    if q.continued and previous is not None:
        return Link(previous.report, follows=True, subject=previous.subject)
    if not _stands_alone(reading, q):
        return Link(None, subject=_holder(reading, q))
    led = _led_in(reading, q)
    if led is not None:
        return Link(None, subject=led)
    before = reading.quoted[number - 1] if number else None
    same = before is not None and before.section == q.section
    last = _last_report(reading, q, reports)
    if not same and _set_off(reading, q):
        return Link(None)
    if (
        same
        and previous is not None
        and (previous.report or previous.subject)
        and not _subject_between(reading, before, q)
    ):
        return Link(previous.report, follows=previous.report is not None, subject=previous.subject)
    if last is not None and last.kind not in ("stance", "describe", "noun"):
        return Link(last, follows=True)
    subject = _subject_before(reading, q)
    if subject is not None:
        return Link(None, subject=subject)
    return _earlier_section(reading, number, links) or Link(None)


def _stands_alone(reading: Reading, q: Quoted) -> bool:
    """A quotation that opens its paragraph or sentence, or follows a colon."""
    section = reading.article.sections[q.section]
    before = reading.text[section.start : q.outer_start].rstrip()
    return not before or before[-1] in ".!?:”\"»“'’…)-–—"


def _set_off(reading: Reading, q: Quoted) -> bool:
    """Whether a dash sets it off inside a sentence of the article's own ("When she was done — “…” — they rose")."""
    section = reading.article.sections[q.section]
    return reading.text[section.start : q.outer_start].rstrip()[-1:] in ("-", "–", "—")


def _led_in(reading: Reading, q: Quoted) -> tuple[int, tuple[int, int]] | None:
    """ "X shared her story: “…”": the subject of the sentence that leads to the colon."""
    section = reading.article.sections[q.section]
    if not reading.text[section.start : q.outer_start].rstrip().endswith(":"):
        return None
    place = reading.between(section.start, q.outer_start)
    return main_subject(reading, reading.tokens[place[-1]]) if place else None


def main_subject(reading: Reading, token: Token) -> tuple[int, tuple[int, int]] | None:
    """Head and offsets of the subject of the token's sentence, outside quotation marks."""
    sentence = reading.sentence(token)
    for t in reading.parse.tokens_of(sentence):
        if t.i > token.i:
            break
        if t.dep == "nsubj" and reading.inside[t.i] < 0 and animate(reading, t):
            phrase = noun_phrase(reading, t)
            named = named_before(reading, phrase.first - 1, sentence.first)
            head, first = (named.head, named.first) if named is not None else (t.i, phrase.first)
            return head, offsets(reading, first, phrase.last)
    lead = reading.tokens[sentence.first]
    mention = reading.mention_at(lead)
    if mention is not None and mention.type == "person" and reading.inside[lead.i] < 0:
        return lead.i, (mention.span.start, mention.span.end)
    return None


def animate(reading: Reading, token: Token) -> bool:
    """A person, a body, or a personal pronoun."""
    speakers, pronouns = reading.saying.speakers, reading.saying.pronouns
    if token.pos == "PRON":
        return token.lower in pronouns.female or token.lower in pronouns.male or token.lower in pronouns.plural
    mention = reading.mention_at(token)
    if mention is not None:
        return mention.type != "place"
    return any(token.lemma in g for g in (speakers.people, speakers.roles, speakers.organisations))


def _last_report(reading: Reading, q: Quoted, reports: list[Report]) -> Report | None:
    """The report of the sentence right before the quotation, in its paragraph or at the end of the one before."""
    place = reading.between(0, q.outer_start)
    if not place:
        return None
    last = reading.tokens[place[-1]]
    sentence = reading.sentence(last)
    if q.section - sentence.section > 2:
        return None
    frame = frame_of(reading, last) if reading.inside[last.i] < 0 else Frame(sentence.first, sentence.last)
    start, end = reading.tokens[frame.first].start, reading.tokens[frame.last - 1].end
    elsewhere = sentence.section != q.section
    if (
        elsewhere
        and reading.inside[last.i] >= 0
        and mark(reading, reading.quoted[reading.inside[last.i]]) != mark(reading, q)
    ):
        return None
    begin, stop = (bisect_left(reports, at, key=lambda r: r.clause[0]) for at in (start, min(end, q.start)))
    while begin > 0 and reports[begin - 1].clause[0] < start < reports[begin - 1].clause[1]:
        begin -= 1  # the parser ended a sentence inside the clause
    found = [
        r
        for r in reports[begin:stop]
        if r.inside < 0
        and r.source is not None
        and not r.before
        and not (elsewhere and not any(reading.inside[i] >= 0 for c in r.content for i in reading.between(*c)))
    ]
    return min(found, key=lambda r: r.clause[0], default=None)


def mark(reading: Reading, q: Quoted) -> str:
    """The quotation's opening mark."""
    return reading.text[q.outer_start : q.start].strip()


def _subject_between(reading: Reading, before: Quoted | None, q: Quoted) -> bool:
    """Whether whole sentences of the article's own stand between two quotations."""
    return before is not None and reading.finite_in(*_ends(reading.between(before.outer_end, q.outer_start)))


def _ends(place: range) -> tuple[int, int]:
    return place.start, place.stop


def _subject_before(reading: Reading, q: Quoted) -> tuple[int, tuple[int, int]] | None:
    """The person who is the subject of the sentence before, in this paragraph or at the end of the one before."""
    place = reading.between(0, q.outer_start)
    if not place:
        return None
    last = reading.tokens[place[-1]]
    section = reading.sentence(last).section
    if q.section - section > 2 or reading.inside[last.i] >= 0:
        return None
    if reading.sentence(last).kind != "body":
        return None
    return main_subject(reading, last)


def _earlier_section(reading: Reading, number: int, links: list[Link]) -> Link | None:
    """The link of the last quotation in one of the two paragraphs before."""
    for k in range(number - 1, -1, -1):
        if reading.quoted[number].section - reading.quoted[k].section > 2:
            return None
        if mark(reading, reading.quoted[k]) != mark(reading, reading.quoted[number]):
            return None  # another style of marks: another voice
        if links[k].report is not None or links[k].subject is not None:
            return Link(links[k].report, follows=links[k].report is not None, subject=links[k].subject)
    return None


def _holder(reading: Reading, q: Quoted) -> tuple[int, tuple[int, int]] | None:
    """No report holds words in marks inside a sentence: nobody is known to have said them."""
    return None
