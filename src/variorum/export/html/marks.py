"""Cutting an article's text at every border of its evidence, so that overlapping passages nest properly."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct


class Note(Struct, frozen=True):
    """A passage to mark: its place, the anchor its first piece gets, the class, a tooltip, and where it leads back."""

    start: int
    end: int
    id: str
    layer: str
    title: str
    back: str


class Cut(Struct, frozen=True):
    """A piece of text and the notes over it, the longest outermost; `first`/`last`: notes that begin or end here."""

    start: int
    end: int
    notes: tuple[Note, ...]
    first: tuple[Note, ...]
    last: tuple[Note, ...]


def cuts(notes: list[Note], start: int, end: int, seen: set[str]) -> list[Cut]:
    """The pieces of [start, end), in order, without gaps. `seen` collects the anchors already given."""
    inside = [n for n in notes if n.start < end and start < n.end]
    borders = sorted({start, end, *(min(max(b, start), end) for n in inside for b in (n.start, n.end))})
    found = []
    for left, right in pairwise(borders):
        covering = sorted((n for n in inside if n.start <= left and right <= n.end), key=_nesting)
        fresh = tuple(n for n in covering if n.id not in seen)
        seen.update(n.id for n in fresh)
        last = tuple(n for n in covering if n.end == right)
        found.append(Cut(left, right, tuple(covering), fresh, last))
    return found


def _nesting(note: Note) -> tuple[int, int, str]:
    return note.start - note.end, note.start, note.id
