"""Articles that come one by one find the stories that a run over everything finds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from stream import stream

from variorum.errors import InputError
from variorum.model import Article
from variorum.stories.group import grouped
from variorum.stories.index import Index
from variorum.stories.signature import number, signatures


def bcubed(one: dict[int, int], other: dict[int, int]) -> float:
    """B-cubed F1 of two partitions."""
    both, first, second = Counter((one[k], other[k]) for k in one), Counter(one.values()), Counter(other.values())
    precision = sum(both[one[k], other[k]] / second[other[k]] for k in one) / len(one)
    recall = sum(both[one[k], other[k]] / first[one[k]] for k in one) / len(one)
    return 2 * precision * recall / (precision + recall)


def of(index: Index) -> dict[int, int]:
    """Article → story."""
    return {a: story for story, articles in index.stories().items() for a in articles}


def whole(articles: list[Article]) -> dict[int, int]:
    """The same from a run over everything."""
    found = grouped(signatures(articles))
    return dict(zip(found.articles.tolist(), found.leaders.tolist(), strict=True))


ARTICLES = stream(150)[0]


def test_one_by_one_is_near_a_full_run(tmp_path: Path) -> None:
    """B-cubed of at least .97: weights of terms and the pairs that are compared depend on what was there."""
    articles = stream(300)[0]
    start = len(articles) // 2
    index = Index.create(tmp_path / "stories.sqlite", signatures(articles[:start]))
    assert of(index) == whole(articles[:start])
    for article in articles[start:]:
        index.add([article])
    assert bcubed(of(index), whole(articles)) >= 0.97
    index.close()


def test_changes_tell_what_became_of_stories(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "stories.sqlite", signatures(ARTICLES[:100]))
    known = of(index)
    for batch in (ARTICLES[100:101], ARTICLES[101:140], ARTICLES[140:]):
        for change in index.add(batch):
            assert set(change.before) == {known[a] for a in change.articles if a in known}
            known.update(dict.fromkeys(change.articles, change.story))
        assert known == of(index)
    assert index.add(ARTICLES[:120]) == ()
    index.close()


def test_a_copy_joins_its_text(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "stories.sqlite", signatures(ARTICLES[:60]))
    text = ARTICLES[7]
    before = index.stories()[of(index)[number(text.id)]]
    (change,) = index.add([Article(id="a-00000000000000aa", text=text.text, published=text.published)])
    assert change.articles == tuple(sorted((*before, 0xAA)))
    index.close()


def test_what_was_added_stays(tmp_path: Path) -> None:
    index = Index.create(tmp_path / "stories.sqlite", signatures(ARTICLES[:60]))
    index.add(ARTICLES[60:70])
    expected = of(index)
    index.close()
    again = Index.load(tmp_path / "stories.sqlite")
    assert of(again) == expected
    again.close()


def test_a_change_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Index.create(tmp_path / "stories.sqlite", signatures(ARTICLES[:60]))
    expected = of(index)
    monkeypatch.setattr("variorum.stories.shelf.move", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        index.add(ARTICLES[60:70])
    monkeypatch.undo()
    assert of(index) == expected
    index.add(ARTICLES[60:70])
    assert len(of(index)) == 70
    index.close()


def test_files_that_are_no_index(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no index, but a text")
    with pytest.raises(InputError):
        Index.load(tmp_path / "text")
    with pytest.raises(InputError):
        Index.load(tmp_path / "missing")
    with pytest.raises(InputError):
        Index.create(tmp_path / "text", signatures([]))
