"""Pairs quotation marks of all styles, and tells them from apostrophes, by section of the article."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.quotemarks import Quotemarks
from variorum.model import Article, Section
from variorum.text.parse import READ

DOUBLED = "''|``|’’|‘‘"
"""Two single marks that some newsrooms' systems write for a double one."""
BEFORE_OPENING = frozenset("([{-–—/:…,;")
AFTER_CLOSING = frozenset(".,;:!?)]}…-–—/")
STOPS = frozenset(".,!?…")
WINDOW = 4000
"""Characters in which a partner of a doubtful mark is looked for."""
DEEPEST = 8
"""Openings kept at once; deeper nesting is noise."""
SPACED = "«"
LEADS_IN = frozenset(":,")


class Quoted(Struct, frozen=True):
    """Words in marks. `start`/`end` leave the marks out, `outer_start`/`outer_end` take them in.

    `open_ended`: no closing mark, the quotation goes to the end of its section; `continued`: it goes on from the one
    before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    section: int
    open_ended: bool = False
    continued: bool = False


class Opening(Struct):
    """A mark that waits for its partner."""

    at: int
    end: int
    mark: str


def find_quoted(article: Article) -> tuple[Quoted, ...]:
    """All outermost passages in quotation marks, in text order; nested ones belong to what holds them."""
    marks = read(article.language, "quotemarks", Quotemarks)
    known = re.compile(f"{DOUBLED}|[{re.escape(''.join(sorted(known_marks(marks))))}]")
    found: list[Quoted] = []
    before: Quoted | None = None
    for number, section in enumerate(article.sections):
        if section.kind not in READ:
            continue
        passages = Scanner(article.text, number, section, marks, before).scan(known)
        found.extend(passages)
        before = passages[-1] if passages else None
    return tuple(found)


SOMETHING = re.compile(r"\S")


class Scanner:
    """Walks one section from mark to mark. `before` is the last passage of the section before this one."""

    def __init__(self, text: str, number: int, section: Section, marks: Quotemarks, before: Quoted | None) -> None:
        self.text, self.number, self.section, self.marks = text, number, section, marks
        self.carried = before is not None and before.open_ended
        after = SOMETHING.search(text, section.end)
        self.goes_on = after is not None and after.group() in {*marks.pairs, *marks.straight}
        self.stack: list[Opening] = []
        self.found: list[Quoted] = []

    def scan(self, known: re.Pattern[str]) -> list[Quoted]:
        """The section's outermost passages; `known` finds marks."""
        for match in known.finditer(self.text, self.section.start, self.section.end):
            self._mark(match.start(), match.end())
        self._leftover()
        return outermost(self.found)

    def _mark(self, at: int, end: int) -> None:
        mark = self.text[at] if end == at + 1 else '"'
        single = mark in self.marks.single
        if single and self._apostrophe(at):
            return
        partner = self._partner(mark)
        if partner is not None and self._spaced(self.stack[partner]) and self.text[at - 1].isspace():
            self._close(partner, at, end)
            return
        can_open, can_close = self._can_open(at, end, mark), self._can_close(at, end)
        if partner is not None and can_close and not (can_open and self._opens_again(at, mark, partner)):
            if not (single and self._possessive(at)):
                self._close(partner, at, end)
        elif can_open:
            self._open(at, end, mark)
        elif partner is not None and not single:
            self._close(partner, at, end)
        elif not single and not self.found and not self.stack and self.carried and mark not in "“„«‘":
            self._add(self.section.start, self.section.start, at, end)

    def _partner(self, mark: str) -> int | None:
        """Where in the stack the opening stands that this mark closes."""
        for i in range(len(self.stack) - 1, -1, -1):
            opening = self.stack[i].mark
            closing = self.marks.pairs.get(opening, "") + (opening if opening in self.marks.straight else "")
            if mark in closing:
                return i
        return None

    def _can_open(self, at: int, end: int, mark: str) -> bool:
        if mark not in self.marks.pairs and mark not in self.marks.straight:
            return False
        before = self.text[at - 1] if at > self.section.start else " "
        after = self.text[end] if end < self.section.end else " "
        bounded = before.isspace() or before in BEFORE_OPENING or self._is_mark(before)
        spaced = mark in SPACED and self.text[end + 1 : end + 2].isalnum()
        return bounded and (spaced or not after.isspace()) and after not in ".,;:!?"

    def _spaced(self, opening: Opening) -> bool:
        """Whether the marks stand off their words ("« word »"), as French newsrooms set them."""
        return opening.mark in SPACED and self.text[opening.end : opening.end + 1].isspace()

    def _can_close(self, at: int, end: int) -> bool:
        before = self.text[at - 1] if at > self.section.start else " "
        after = self.text[end] if end < self.section.end else " "
        return not before.isspace() and (after.isspace() or after in AFTER_CLOSING or self._is_mark(after))

    def _opens_again(self, at: int, mark: str, partner: int) -> bool:
        """A mark that could do both opens after a space (»word», “ after „…“)."""
        return at > self.section.start and self.text[at - 1].isspace() and mark != self.stack[partner].mark

    def _is_mark(self, char: str) -> bool:
        return char in self.marks.pairs or char in self.marks.straight or char in "”»’›"

    def _apostrophe(self, at: int) -> bool:
        """Inside a word, or before a word or number that is written with one ('em, '90s)."""
        before = self.text[at - 1] if at > self.section.start else " "
        after = self.text[at + 1 : at + 12]
        if before.isalnum():
            return after[:1].isalnum()
        if self.text[at] == "‘" or not after[:1].isalnum():
            return False
        if self.text[at] == "’" and self._partner("’") is None and not self.stack:
            return True
        word = "".join(c if c.isalpha() else " " for c in after).split(" ")[0].lower()
        return word in self.marks.elisions or (after[:2].isdigit() and after[2:3] == "s")

    def _possessive(self, at: int) -> bool:
        """ "the miners' union": an s before it, a word after it, and a likelier closing mark still to come."""
        if self.text[at - 1] not in "sS" or not self.text[at + 1 : at + 2].isspace():
            return False
        rest = self.text[at + 1 : min(self.section.end, at + WINDOW)]
        following = rest.lstrip()[:1]
        if not following.isalnum():
            return False
        for i in range(1, len(rest)):
            if rest[i] == self.text[at] and rest[i - 1] in STOPS and not rest[i + 1 : i + 2].isalnum():
                return True
        return False

    def _open(self, at: int, end: int, mark: str) -> None:
        same = [o for o in self.stack if o.mark == mark]
        if same and mark not in self.marks.single and not self._closes_twice(at, mark):
            self.stack = self.stack[: self.stack.index(same[0])]  # the older one never closes
        del self.stack[: max(0, len(self.stack) - DEEPEST)]
        self.stack.append(Opening(at, end, mark))

    def _closes_twice(self, at: int, mark: str) -> bool:
        closing = self.marks.pairs.get(mark, mark)
        rest = self.text[at + 1 : min(self.section.end, at + WINDOW)]
        return sum(rest.count(c) for c in set(closing)) >= 2

    def _close(self, partner: int, at: int, end: int) -> None:
        opening = self.stack[partner]
        del self.stack[partner:]
        self._add(opening.end, opening.at, at, end)

    def _add(self, start: int, outer_start: int, end: int, outer_end: int, open_ended: bool = False) -> None:
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        end -= len(inner) - len(inner.rstrip())
        if start < end:
            continued = self.carried and not self.text[self.section.start : outer_start].strip()
            self.found.append(Quoted(start, end, outer_start, outer_end, self.number, open_ended, continued))

    def _leftover(self) -> None:
        """An opening without a partner holds to the end of the section where it stands at its start or after a
        lead-in.
        """
        for opening in self.stack:
            before = self.text[self.section.start : opening.at].rstrip()
            if opening.mark in self.marks.single and (before or opening.mark not in "‘‚"):
                continue
            new_sentence = before[-1:] in STOPS or (before and self._is_mark(before[-1]))
            if not before or before[-1] in LEADS_IN or (new_sentence and self.goes_on):
                self._add(opening.end, opening.at, self.section.end, self.section.end, open_ended=True)
                return


def known_marks(marks: Quotemarks) -> set[str]:
    """Every mark of the language, opening or closing."""
    return set(marks.pairs) | set("".join(marks.pairs.values())) | set(marks.straight)


def outermost(passages: list[Quoted]) -> list[Quoted]:
    """Passages in text order without those that lie inside another."""
    kept: list[Quoted] = []
    for passage in sorted(passages, key=lambda p: (p.outer_start, -p.outer_end)):
        if not kept or passage.outer_start >= kept[-1].outer_end:
            kept.append(passage)
    return kept
