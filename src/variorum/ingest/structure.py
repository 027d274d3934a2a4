"""Builds an article's sections from its paragraphs, and gathers what its head and foot say about it."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.ingest import layout, names
from variorum.ingest.calendar import Written, written_dates
from variorum.ingest.credits import Credit, Piece, is_masthead, read_credit
from variorum.ingest.dateline import Opening, read_dateline
from variorum.ingest.formats.base import Mark
from variorum.ingest.heading import dated_heading, slug
from variorum.ingest.mentions import trailing_credit
from variorum.ingest.paragraphs import Paragraph, paragraphs
from variorum.model import Section, SectionKind

_LABEL_DATE = re.compile(r"(?:date|dated|published|posted|updated)\b[:\s]+(?=\S*\d)", re.IGNORECASE)
_SIGNATURE = re.compile(rf"(?:By|BY)\s+({names.UPPER}[\w'’-]+(?:\s{names.UPPER}[\w'’.-]+){{1,3}}?)\s*[.|,]\s+")
_NAME_WORDS = rf"{names.UPPER}[^\W\d_]+(?:[ -]{names.UPPER}[^\W\d_]+){{1,2}}"
_JOB = re.compile(r"\b(?:reporter|correspondent|writer|editor|staff)\s*$", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?(?:[ap]\.?m\.?|h|hrs))?(?:\s[A-Z]{2,4})?)?\s*(?:[.|:]|[-–—](?=\s))\s+"
)
_LABELLED = re.compile(
    r"\W*(?:last\s+)?(?:as\s+of|(?:up)?dated|published|posted|update|modified|issued)\b", re.IGNORECASE
)
_EARLY = 8
"""Among so many first paragraphs a labelled date ("Last updated: …") is the article's, also below a standfirst."""
_MAX_HEADLINES = 3
_MAX_HEAD = 40
_MAX_PARAGRAPHS = 3_000
"""No article has so many (the longest live blogs have some 1,000); what comes later is body unread."""

_FOOT = 4
"""How many final paragraphs may credit contributors."""


class Structure(Struct):
    """What the text shows of itself. `stamped`: dates with their origin, in text order."""

    sections: list[Section]
    title: str | None
    authors: list[Piece]
    outlets: list[Piece]
    dateline_agencies: list[Piece]
    byline_agencies: list[Piece]
    stamped: list[tuple[Written, str]]
    place: str | None


class Builder:
    """One pass over the paragraphs: head, story, foot."""

    def __init__(self, text: str, title: str | None, marks: tuple[Mark, ...]) -> None:
        self.text = text
        self.known_title = " ".join((title or "").split()).lower()
        self.marks = {m.start: m.kind for m in marks}
        self.parts = paragraphs(text)
        self.result = Structure([], None, [], [], [], [], [], None)
        self.headlines = 0
        self.bodies = 0
        self.opened = False
        self.box = False

    def build(self) -> Structure:
        """The finished structure."""
        i = 0
        while i < min(len(self.parts), _MAX_HEAD) and self._head(i):
            i += 1
        for j in range(i, min(len(self.parts), _MAX_PARAGRAPHS)):
            self._story(j)
        for part in self.parts[max(i, _MAX_PARAGRAPHS) :]:
            self._add("body", part.start, part.end)
        return self.result

    def _line(self, i: int) -> str:
        return self.text[self.parts[i].start : self.parts[i].end]

    def _add(self, kind: SectionKind, start: int, end: int) -> None:
        if end > start:
            self.bodies += kind == "body"
            self.result.sections.append(Section(kind, start, end))

    # the head: everything before the first paragraph of the story

    def _head(self, i: int) -> bool:
        part, line = self.parts[i], self._line(i)
        kind = self._head_kind(i, part, line)
        if kind is None or (kind == "headline" and i + 1 == len(self.parts)):
            return False
        self._add(kind, part.start + (slug(line) if kind == "headline" else 0), part.end)
        if kind == "headline":
            self.headlines += 1
            self.result.stamped.extend((d, "context") for d in dated_heading(line, part.start))
            self.result.title = self.result.title or " ".join(line[slug(line) :].split())
        return True

    def _head_kind(self, i: int, part: Paragraph, line: str) -> SectionKind | None:
        marked = self.marks.get(part.start)
        if marked is not None and marked != "body":
            return marked
        if self._is_title(line):
            return "headline"
        plain = _plain_kind(line)
        if plain is not None:
            return plain
        kind = self._credit_kind(i, part, line)
        if kind is None and read_dateline(self.text, part.start, part.end) is not None:
            return None
        if kind is None and self._masthead(i, part, line):
            return "byline"
        return kind or ("headline" if self._headline(i, line) else None)

    def _credit_kind(self, i: int, part: Paragraph, line: str) -> SectionKind | None:
        """A line of names and dates alone: `byline`, or `dateline` where it opens with a place."""
        opening = read_dateline(self.text, part.start, part.end)
        if opening is not None and opening.agencies:
            return self._whole_opening(opening, part)
        credit = read_credit(line, part.start)
        if credit is not None and not (credit.places and not (credit.authors or credit.outlets)):
            self._take_credit(credit)
            return "byline"
        if opening is not None:
            return self._whole_opening(opening, part)
        credit = credit or self._agency_city(part, line)
        if credit is None:
            return "byline" if self._signed(i, part, line) else None
        self.result.place = self.result.place or ", ".join(p.name for p in credit.places)
        self.result.dateline_agencies.extend(credit.agencies)
        self.result.stamped.extend((d, "dateline" if o == "line" else o) for d, o in credit.stamped)
        return "dateline"

    def _whole_opening(self, opening: Opening, part: Paragraph) -> SectionKind | None:
        """A dateline that fills its line, or that only a credit follows ("…(Agency). By Jo Doe.")."""
        if opening.end < part.end:
            start = self._skip_space(opening.end, part.end)
            rest = read_credit(self.text[start : part.end], start)
            if rest is None:
                return None
            self._take_credit(rest)
        self._take_opening(opening)
        return "dateline"

    def _signed(self, i: int, part: Paragraph, line: str) -> bool:
        """An author without "By": a bare name (and place) under the headline, or the author's job below it."""
        if len(line) > 60 or i + 1 >= len(self.parts):
            return False
        if _JOB.search(line):
            return self.headlines > 0
        names_only = re.fullmatch(rf"{_NAME_WORDS}(?:,\s{_NAME_WORDS})?", line)
        if names_only and self.headlines and not any(map(str.isdigit, line)) and not is_masthead(line):
            if "," not in line:
                self.result.authors.append(Piece(line, part.start, part.end))
            return True
        return False

    def _agency_city(self, part: Paragraph, line: str) -> Credit | None:
        """ "ABC, CITY": two names in capitals, one of them an agency's letters."""
        pieces = [
            Piece(m.group(), part.start + m.start(), part.start + m.end())
            for m in re.finditer(r"[^,/|\s][^,/|]*", line)
        ]
        if len(pieces) != 2 or not line.isupper() or len(line) > 50:
            return None
        agency = [p for p in pieces if names.is_acronym(p.name) and len(p.name) < 6]
        places = [p for p in pieces if p not in agency and len(p.name.split()) < 4]
        return Credit([], agency, [], places, [], True) if len(agency) == 1 == len(places) else None

    def _masthead(self, i: int, part: Paragraph, line: str) -> bool:
        """An outlet's name alone, beside another line of the head or at the very top before a headline."""
        if not is_masthead(line) or i + 1 >= len(self.parts):
            return False
        after = self._line(i + 1)
        beside = read_credit(after, 0) is not None or any(s.kind == "byline" for s in self.result.sections[-1:])
        if not (beside or layout.is_headline(after) or self.headlines):
            return False
        self.result.outlets.append(Piece(line, part.start, part.end))
        return True

    def _is_title(self, line: str) -> bool:
        low = " ".join(line.split()).lower()
        return bool(self.known_title) and not self.headlines and low.rstrip(".") == self.known_title.rstrip(".")

    def _headline(self, i: int, line: str) -> bool:
        """Looks like one, and a story comes after it."""
        if self.headlines >= _MAX_HEADLINES or not layout.is_headline(line):
            return False
        later = [self._line(j) for j in range(i + 1, min(i + 8, len(self.parts)))]
        if self.headlines and not layout.ends_sentence(" ".join(later[-1:])) and len(later) < 2:
            return False
        return any((len(x) > 60 and layout.ends_sentence(x)) or len(x) > 1.5 * len(line) for x in later)

    # the story, and what stands at its foot

    def _story(self, i: int) -> None:
        part, line = self.parts[i], self._line(i)
        marked = self.marks.get(part.start)
        if marked is not None and marked not in ("body", "headline"):
            self._add(marked, part.start, part.end)
            return
        if layout.is_box_heading(line):
            self.box = True
            self._add("boilerplate", part.start, part.end)
            return
        kind = _plain_kind(line) or self._dated(i, part, line) or self._list_kind(i, line)
        kind = kind or self._foot_kind(i, part, line)
        if kind is not None:
            self._add(kind, part.start, part.end)
        elif not self.opened:
            self._open(part)
        else:
            self._body(i, part)

    def _dated(self, i: int, part: Paragraph, line: str) -> SectionKind | None:
        """A labelled date on a line of its own, below what the head took for the story's beginning."""
        credit = read_credit(line, part.start) if i < _EARLY and _LABELLED.match(line) else None
        if credit is None or not credit.stamped or credit.authors or credit.agencies:
            return None
        self._take_credit(credit)
        return "byline"

    def _list_kind(self, i: int, line: str) -> SectionKind | None:
        mark = layout.bullet_marker(line)
        if mark is not None and (mark not in "–—" or self.box or self._neighbours_marked(i, mark)):
            return "bullet"
        if self.box and ("?" in line[:120] or re.match(r"\d{1,2}[.)]\s", line)):
            return "bullet"
        self.box = self.box and mark is not None
        return None

    def _neighbours_marked(self, i: int, mark: str) -> bool:
        near = [self._line(j) for j in (i - 1, i + 1) if 0 <= j < len(self.parts)]
        return any(layout.bullet_marker(x) == mark for x in near)

    def _foot_kind(self, i: int, part: Paragraph, line: str) -> SectionKind | None:
        if i >= len(self.parts) - _FOOT:
            if layout.is_credit_note(line):
                self._credit_note(part, line)
                return "byline"
            credit = self._foot_credit(part, line)
            if credit is not None:
                self.result.byline_agencies.extend([*credit.agencies, *credit.outlets])
                self.result.authors.extend(credit.authors)
                return "byline"
        if self.opened and i + 1 < len(self.parts) and layout.is_subhead(line) and self._before_body(i):
            return "caption"
        return None

    def _credit_note(self, part: Paragraph, line: str) -> None:
        """Agencies that a closing "Source: …" or "With files from …" names."""
        for match in re.finditer(r"[^,;:/()]+?(?=\s+and\s|[,;:/()]|\.?$)", line):
            name = re.sub(
                r"^(?:\s|and\s|from\s|by\s|with\s|the\s|files\s|inputs\s|material\s)+",
                "",
                match.group(),
                flags=re.IGNORECASE,
            ).strip()
            if name and names.all_capitalised(name) and (names.is_agency(name) or names.is_outlet(name)):
                at = part.start + match.start() + match.group().index(name)
                self.result.byline_agencies.append(Piece(name, at, at + len(name)))

    def _foot_credit(self, part: Paragraph, line: str) -> Credit | None:
        """A last line that only names: "Reuters", "By Jo Doe", "– Agency"."""
        bare = line.strip(" -–—()[]./")
        if not self.opened or len(line) > 100:
            return None
        if names.is_known(bare) and len(bare.split()) <= 5:
            at = part.start + line.index(bare)
            return Credit([], [Piece(bare, at, at + len(bare))], [], [], [], True)
        credit = read_credit(line, part.start)
        return credit if credit and (credit.authors or credit.agencies or credit.outlets) else None

    def _before_body(self, i: int) -> bool:
        """A heading stands between paragraphs that end as sentences do."""
        following = self._line(i + 1)
        return (
            layout.ends_sentence(following)
            and len(following.split()) > layout._MAX_SUBHEAD_WORDS
            and self.parts[i + 1].start not in self.marks
        )

    def _open(self, part: Paragraph) -> None:
        """The story's first paragraph: a stamp, dateline or note before its first word are sections of their own."""
        self.opened = True
        start = self._signature(part, self._stamp(part))
        opening = read_dateline(self.text, start, part.end)
        if opening is not None:
            self._take_opening(opening)
            self._add("dateline", opening.start, opening.end)
            start = self._skip_space(opening.end, part.end)
        note = re.compile(
            r"\((?:Corrects|Updates|Adds|Recasts|Refiles|Removes|Fixes|Repeats|Clarifies)\b[^()]{1,600}\)\s*"
        ).match(self.text, start, part.end)
        if note:
            self._add("note", start, start + len(note.group().rstrip()))
            start = note.end()
        if start < part.end:
            self._close(part, start)
        else:
            self.opened = False

    def _stamp(self, part: Paragraph) -> int:
        """ "date 2025-04-24 KYIV - …", "4 May 2021, 18:05. In …": the stamp before the first word; returns its end."""
        label = _LABEL_DATE.match(self.text, part.start, part.end)
        if label is None:
            return self._bare_stamp(part)
        stamp = next(written_dates(self.text[label.end() : min(part.end, label.end() + 40)]), None)
        if stamp is None or stamp.start > 0 or stamp.year is None:
            return part.start
        end = label.end() + stamp.end
        origin = "updated" if label.group().lower().startswith("updated") else "line"
        moved = Written(label.end(), end, stamp.year, stamp.month, stamp.day, stamp.weekday)
        self.result.stamped.append((moved, origin))
        self._add("byline", part.start, end)
        return self._skip_space(end, part.end)

    def _bare_stamp(self, part: Paragraph) -> int:
        """ "4 May 2021, 18:05. In …": a full date, and the hour, before the first sentence."""
        head = self.text[part.start : min(part.end, part.start + 40)]
        stamp = next(written_dates(head), None)
        if stamp is None or stamp.start > 0 or stamp.year is None:
            return part.start
        clock = _CLOCK.match(self.text, part.start + stamp.end, part.end)
        if clock is None or clock.end() >= part.end:
            return part.start
        end = part.start + stamp.end
        self.result.stamped.append(
            (Written(part.start, end, stamp.year, stamp.month, stamp.day, stamp.weekday), "line")
        )
        self._add("byline", part.start, part.start + len(self.text[part.start : clock.end()].rstrip()))
        return self._skip_space(clock.end(), part.end)

    def _signature(self, part: Paragraph, start: int) -> int:
        """ "By Jo Doe. ARLO (Agency) - …": an author before the dateline; returns where the line goes on."""
        match = _SIGNATURE.match(self.text, start, part.end)
        if match is None or read_dateline(self.text, match.end(), part.end) is None:
            return start
        self.result.authors.append(Piece(match.group(1), match.start(1), match.end(1)))
        self._add("byline", start, match.end(1))
        return match.end()

    def _skip_space(self, start: int, end: int) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        return start

    def _body(self, i: int, part: Paragraph) -> None:
        early = self.bodies < 2 and self.result.place is None
        opening = read_dateline(self.text, part.start, part.end) if early else None
        if opening is not None and (opening.date or opening.agencies):
            self._take_opening(opening)
            self._add("dateline", opening.start, opening.end)
            self._close(part, self._skip_space(opening.end, part.end))
        else:
            self._close(part, part.start)

    def _close(self, part: Paragraph, start: int) -> None:
        """Add a paragraph of the story; a closing "- Agency" in the last ones is a credit of its own."""
        last = self.parts[-_FOOT:]
        credit = trailing_credit(self.text, start, part.end) if part in last else None
        if credit is None:
            self._add("body", start, part.end)
            return
        cut = credit.start
        while cut > start and self.text[cut - 1] in " \t-–—/(":
            cut -= 1
        if cut == start:
            self._add("body", start, part.end)
            return
        self.result.byline_agencies.append(credit)
        self._add("body", start, cut)
        self._add("byline", self._skip_space(cut, part.end), part.end)

    def _take_opening(self, opening: Opening) -> None:
        self.result.place = self.result.place or opening.place
        self.result.dateline_agencies.extend(opening.agencies)
        self.result.authors.extend(opening.authors)
        if opening.date is not None:
            self.result.stamped.append((opening.date, "dateline"))

    def _take_credit(self, credit: Credit) -> None:
        self.result.authors.extend(credit.authors)
        self.result.outlets.extend(credit.outlets)
        self.result.byline_agencies.extend(credit.agencies)
        self.result.stamped.extend(credit.stamped)


def _plain_kind(line: str) -> SectionKind | None:
    """What a paragraph's own words say, wherever it stands."""
    if layout.is_note(line):
        return "note"
    if layout.is_caption(line):
        return "caption"
    return "boilerplate" if layout.is_boilerplate(line) else None
