"""Ids come from content alone."""

from __future__ import annotations

from variorum.model import Span, content_id


def test_id_depends_on_every_part() -> None:
    assert content_id("c", "a", 1) == content_id("c", "a", 1)
    assert len({content_id("c", "a", 1), content_id("c", "a", 2), content_id("c", "a1"), content_id("d", "a", 1)}) == 4


def test_spans_of_other_articles_never_overlap() -> None:
    assert Span("a", 0, 5, "hello").overlaps(Span("a", 4, 6, "o!"))
    assert not Span("a", 0, 5, "hello").overlaps(Span("b", 0, 5, "hello"))
    assert Span("a", 0, 5, "hello").contains(Span("a", 1, 3, "el"))
