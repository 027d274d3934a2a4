"""Runs as arrays say what comparing word by word says."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.lineage.graphs import comes_from, components, reaches, roots, spanning
from variorum.lineage.prints import fingerprints
from variorum.lineage.runs import Meetings, both, coded, packed, runs_of, share
from variorum.model import Article
from variorum.text.shingles import run_marks, shingles

TEXT = st.lists(st.sampled_from("abc"), max_size=20)
LINKS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=12)


@given(TEXT, TEXT, st.integers(1, 5))
def test_marks_and_shares(one: list[str], two: list[str], size: int) -> None:
    mine, theirs = (runs_of(c, size) for c in (coded(one), coded(two)))
    held, back = both(mine, theirs)
    assert mine.marks(held).tolist() == run_marks(one, shingles(two, size), size)
    assert theirs.marks(back).tolist() == run_marks(two, shingles(one, size), size)
    own, other = shingles(one, size), shingles(two, size)
    assert share(held) == (len(own & other) / len(own) if own else 0.0)


@given(st.lists(TEXT, min_size=1, max_size=5), st.integers(1, 4))
def test_many_texts_by_number_are_as_two_by_look_up(texts: list[list[str]], size: int) -> None:
    every = [runs_of(coded(words), size) for words in texts]
    met = Meetings(every)
    for a, b in product(range(len(texts)), repeat=2):
        assert [m.tolist() for m in met.both(a, b)] == [m.tolist() for m in both(every[a], every[b])]


@given(st.lists(st.booleans(), max_size=70), st.lists(st.booleans(), max_size=70))
def test_packed_marks_keep_their_places(one: list[bool], two: list[bool]) -> None:
    mine, theirs = (packed(np.array(marks, dtype=np.bool_)) for marks in (one, two))
    assert (mine & theirs).bit_count() == sum(a and b for a, b in zip(one, two, strict=False))


@given(LINKS)
def test_components_are_a_partition_by_reachability(links: list[tuple[int, int]]) -> None:
    found = components(10, links)
    assert sorted(n for part in found for n in part) == list(range(10))
    names = roots(10, links)
    assert all(names[a] == names[b] for a, b in links)
    related = [[b for a, b in [*links, *((b, a) for a, b in links)] if a == n] for n in range(10)]
    assert components(10, spanning(related).items()) == found


def test_ways_up() -> None:
    assert reaches({3: 2, 2: 1}, 3, 1) and not reaches({3: 2, 2: 1}, 1, 3)
    assert comes_from({3: {2, 5}, 5: {1}}, 3, 1) and not comes_from({3: {2}}, 2, 3)


@given(st.text(max_size=200))
def test_no_text_breaks_a_fingerprint(text: str) -> None:
    found = fingerprints([Article(id="a-0000000000000001", text=text)])
    assert len(found.hashes) == len(found.articles) == len(found.sizes)
