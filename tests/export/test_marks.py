"""Cutting a text at its evidence: pieces cover it exactly, notes nest, each anchor comes once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from variorum.export import differences
from variorum.export.html.marks import Note, cuts

LENGTH = 40
places = st.lists(st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)), max_size=12)


def notes(found: list[tuple[int, int]]) -> list[Note]:
    return [Note(min(p), max(p), f"n{i}", "claim", "", "") for i, p in enumerate(found) if p[0] != p[1]]


@given(places, st.integers(0, LENGTH - 1))
def test_pieces_cover_the_text_without_gaps(found: list[tuple[int, int]], start: int) -> None:
    pieces = cuts(notes(found), start, LENGTH, set())
    assert pieces[0].start == start and pieces[-1].end == LENGTH
    assert all(a.end == b.start for a, b in pairwise(pieces))


@given(places)
def test_every_note_covers_exactly_its_passage(found: list[tuple[int, int]]) -> None:
    given_ = notes(found)
    pieces = cuts(given_, 0, LENGTH, set())
    for note in given_:
        covered = [p for p in pieces if note in p.notes]
        assert (covered[0].start, covered[-1].end) == (note.start, note.end)
        assert sum(note in p.first for p in pieces) == 1
        assert sum(note in p.last for p in pieces) == 1


@given(places)
def test_order_of_notes_changes_nothing(found: list[tuple[int, int]]) -> None:
    given_ = notes(found)
    assert cuts(given_, 0, LENGTH, set()) == cuts(given_[::-1], 0, LENGTH, set())


words = st.text("ab ,.é’", max_size=30)


@given(words, words)
def test_pieces_spell_both_texts(old: str, new: str) -> None:
    found = differences.pieces(old, new)
    kept = "".join(p.text for p in found if p.op != "del").split()
    assert "".join(kept).rstrip(",.") == "".join(new.split()).rstrip(",.")
    if differences.same(old, new):
        assert all(p.op == "same" for p in found)


def test_changed_word() -> None:
    found = differences.pieces("It was the steel.", "It was the crowd,")
    assert [(p.op, p.text.strip()) for p in found] == [("same", "It was the"), ("del", "steel"), ("ins", "crowd")]


def test_case_and_quote_marks_do_not_count() -> None:
    assert differences.same("We don’t know,", "we don't know.")
    assert not differences.same("Stop!", "Stop.")


def test_long_texts_are_compared_as_wholes() -> None:
    old, new = "a " * 2000, "b " * 2000
    assert [p.op for p in differences.pieces(old, new)] == ["del", "ins"]
