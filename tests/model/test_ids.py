"""Ids come from content alone."""

from __future__ import annotations

from variorum.model import Span, content_id, corpus_id, id_of, number_of


def test_id_depends_on_every_part() -> None:
    assert content_id("c", "a", 1) == content_id("c", "a", 1)
    assert len({content_id("c", "a", 1), content_id("c", "a", 2), content_id("c", "a1"), content_id("d", "a", 1)}) == 4


def test_spans_of_other_articles_never_overlap() -> None:
    assert Span("a", 0, 5, "hello").overlaps(Span("a", 4, 6, "o!"))
    assert not Span("a", 0, 5, "hello").overlaps(Span("b", 0, 5, "hello"))
    assert Span("a", 0, 5, "hello").contains(Span("a", 1, 3, "el"))


def test_corpus_ids_travel_as_numbers() -> None:
    made = corpus_id("a", "text", None)
    assert len(made) == 18
    assert id_of("a", number_of(made)) == made
    assert id_of("s", 1) == "s-0000000000000001"
