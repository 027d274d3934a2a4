"""Places beside the event: hospitals, homes, where somebody spoke."""

from __future__ import annotations

import pytest

from variorum.align.where_aside import named_aside
from variorum.model import Article


@pytest.mark.parametrize(
    ("text", "name", "aside"),
    [
        ("The baker was taken to a hospital in Milford.", "Milford", True),
        ("The baker was flown to Milford.", "Milford", True),
        ("She lies in a clinic near Milford.", "Milford", True),
        ("She is at Milford General Hospital.", "Milford", True),
        ("The mayor told reporters in Milford.", "Milford", True),
        ("Ada Roe, 30, of Milford, was shot.", "Milford", True),
        ("The shed is 12 miles south of Milford.", "Milford", True),
        ("Three people died in Milford.", "Milford", False),
        ("A shed fell in Milford, and two were taken away.", "Milford", False),
        ("The town of Milford mourned.", "Milford", False),
    ],
)
def test_what_is_named_aside(text: str, name: str, aside: bool) -> None:
    article = Article(id="a", text=text)
    at = text.index(name)
    assert named_aside(text, article.span(at, at + len(name))) is aside
