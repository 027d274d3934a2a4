"""Cuts a text into paragraphs with offsets: by line, or by blank line where the lines are wrapped at a width."""

from __future__ import annotations

import itertools
import re

from msgspec import Struct

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029\x85]+")
_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029\x85]")
_MAX_WIDTH = 120
"""No wrapped text is wider (teletype 69-72, mail 72-80, editors up to 120)."""
_SLACK = 8
_MIN_SHARE = 0.75
_MIN_WIDTH = 30
_FINAL = re.compile(r"""[.!?…:]["'”’»)\]]*$""")


class Paragraph(Struct, frozen=True):
    """`text[start:end]`, without surrounding white space. `gap`: a blank line (or the start) stands before it;
    `indent`: how far its first line is moved in."""

    start: int
    end: int
    gap: bool
    indent: int = 0


def paragraphs(text: str) -> list[Paragraph]:
    """The text's paragraphs in order."""
    lines = _lines(text)
    width = _width(text, lines)
    if width is None:
        return lines
    joined: list[Paragraph] = []
    last = None
    for line in lines:
        if last is None or line.gap or _starts(text, last, line) or _room(text, last, line) < width - 2 * _SLACK:
            joined.append(line)
        else:
            joined[-1] = Paragraph(joined[-1].start, line.end, joined[-1].gap, joined[-1].indent)
        last = line
    return joined


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    last_end = -1
    for match in _LINE.finditer(text):
        raw = match.group()
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw.rstrip())
        if end > start:
            between = text[max(last_end, 0) : start]
            breaks = 2 if between == "\n\n" else len(_BREAK.findall(between.replace("\r\n", "\n")))
            found.append(Paragraph(start, end, last_end < 0 or breaks > 1, start - match.start()))
            last_end = end
    return found


def _width(text: str, lines: list[Paragraph]) -> int | None:
    """The column at which nearly all lines that go on were broken because the next word did not fit; None if not so."""
    if len(lines) < 3 or max(line.end - line.start for line in lines) > _MAX_WIDTH:
        return None
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if not b.gap]
    open_pairs = [(a, b) for a, b in pairs if not _FINAL.search(text[a.start : a.end])]
    if len(pairs) < 2 or len(open_pairs) < len(pairs) * 0.5:
        return None
    width = sorted(a.end - a.start for a, _ in pairs)[int(len(pairs) * 0.9)]
    full = sum(_room(text, a, b) >= width - _SLACK for a, b in open_pairs)
    return width if full >= _MIN_SHARE * len(open_pairs) and width >= _MIN_WIDTH else None


def _room(text: str, line: Paragraph, following: Paragraph) -> int:
    """How wide `line` would be with the first word of the one that follows."""
    return line.end - line.start + 1 + len(text[following.start : following.end].split(maxsplit=1)[0])


def _starts(text: str, before: Paragraph, line: Paragraph) -> bool:
    """Inside a wrapped text without blank lines: an indented line after a flush one, or a list item."""
    return line.indent >= 2 > before.indent or text.startswith(("- ", "* ", "• "), line.start)
