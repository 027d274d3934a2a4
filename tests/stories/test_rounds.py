"""The rounds an engine runs give the same stories as grouping in memory, however the rows are cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.model import Article
from variorum.stories import group
from variorum.stories.signature import number

pytest.importorskip("pyarrow")
from cluster import Cluster
from stream import stream

ARTICLES = [*stream(40)[0], Article(id="a-00000000000000ff", text=""), Article(id="a-00000000000000fe", text="?")]
EXPECTED = {number(i): number(s.articles[0]) for s in group(tuple(ARTICLES)) for i in s.articles}


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 40), st.integers(1, 7), st.integers(0, 99))
def test_any_cut_gives_the_same_stories(buckets: int, parts: int, seed: int) -> None:
    assert Cluster(buckets, parts, seed).group(ARTICLES) == EXPECTED


def test_undated_articles_and_copies() -> None:
    articles = [Article(id=a.id, text=a.text, published=None if n % 3 else a.published) for n, a in enumerate(ARTICLES)]
    expected = {number(i): number(s.articles[0]) for s in group(tuple(articles)) for i in s.articles}
    assert Cluster(5, 3).group(articles) == expected
