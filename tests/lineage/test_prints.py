"""Fingerprints and candidates: what is shared is found, what everybody has costs nothing."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from festival import PARAPHRASE, TRANSLATION, WIRE
from variorum.lineage.near import FEW, FIRST, LOG_MOST, NEXT, Shared, candidates, near, summed, taken, weight_of
from variorum.lineage.prints import (
    MOST_FACTS,
    MOST_RUNS,
    RUN,
    UNDATED,
    WINDOW,
    Prints,
    day_of,
    fact_pairs,
    fingerprints,
    winnowed,
)
from variorum.lineage.texts import text_of
from variorum.model import Article
from variorum.text.similarity import Text

WORDS = [f"{a}{b}{c}" for a in "bdfgkl" for b in "aeiou" for c in "mnrst"]


def text(content: str) -> Text:
    return text_of(Article(id="a-1", text=content), None)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(0, 60))
def test_any_long_enough_run_is_found_wherever_it_stands(seed: int, before: int, behind: int) -> None:
    rng = random.Random(seed)
    shared = rng.sample(WORDS, RUN + WINDOW - 1)
    others = ["".join(rng.choices("xyz", k=5)) for _ in range(before + behind)]
    one = text(" ".join([*others[:before], *shared, *others[before:]]))
    assert set(winnowed(one)) & set(winnowed(text(" ".join(shared))))


def test_a_translation_keeps_facts_and_no_run() -> None:
    wire, translation = text(WIRE), text(TRANSLATION)
    assert not set(winnowed(wire)) & set(winnowed(translation))
    assert len(set(fact_pairs(wire)) & set(fact_pairs(translation))) >= 3
    assert len(set(fact_pairs(wire)) & set(fact_pairs(text(PARAPHRASE)))) >= 3


def test_names_side_by_side_and_small_numbers_pair_with_nobody() -> None:
    assert len(fact_pairs(text("Old Tobias Rehm met two men."))) == 0
    assert len(fact_pairs(text("Old Tobias met 1,450 men."))) == 1


def test_rows_are_bounded_and_batches_change_nothing() -> None:
    rng = random.Random(5)
    articles = [
        Article(id=f"a-{n:016x}", text=" ".join(rng.choices([*WORDS, "Ada", "Rehm", "77"], k=5000))) for n in (1, 2, 3)
    ]
    whole = fingerprints(articles)
    assert len(whole.hashes) <= 3 * (MOST_RUNS + MOST_FACTS)
    parts = [fingerprints([a]) for a in articles]
    assert np.array_equal(whole.hashes, np.concatenate([p.hashes for p in parts]))
    assert np.array_equal(whole.sizes, np.concatenate([p.sizes for p in parts]))


@pytest.mark.parametrize(
    ("published", "day"), [("1970-01-02", 1), ("2024-05-03T10:00:00Z", 19846), (None, UNDATED), ("in May", UNDATED)]
)
def test_days(published: str | None, day: int) -> None:
    assert day_of(Article(id="a-1", text="", published=published)) == day


def posting(count: int, hash_: int = 7) -> Prints:
    """One fingerprint that `count` articles have."""
    return Prints(
        np.full(count, hash_, dtype=np.uint64),
        np.arange(1, count + 1, dtype=np.uint64),
        np.arange(count, dtype=np.int32),
        np.zeros(count, dtype=np.uint8),
        np.full(count, 90, dtype=np.int32),
    )


def test_few_articles_are_all_paired() -> None:
    found = near(posting(FEW))
    assert len(found.first) == FEW * (FEW - 1) // 2


def test_many_are_paired_with_their_neighbours_and_the_first() -> None:
    count = 5000
    found = near(posting(count))
    assert len(found.first) <= count * (NEXT + FIRST)
    pairs = set(zip(found.first.tolist(), found.second.tolist(), strict=True))
    assert {(1, 5000), (FIRST, 5000), (4000, 4001), (4000, 4000 + NEXT)} <= pairs
    assert (FIRST + 1, 5000) not in pairs


def test_boilerplate_of_a_great_house_pairs_nobody() -> None:
    assert len(near(posting(2**LOG_MOST)).first) == 0


def test_the_more_have_it_the_less_it_says() -> None:
    weights = weight_of(np.array([2, 3, 16, 17, 1000, 2**LOG_MOST], dtype=np.int64)).tolist()
    assert weights == sorted(weights, reverse=True) and weights[0] == (LOG_MOST - 1) ** 2 and weights[-1] == 0


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_pairs_add_up_however_fingerprints_are_cut(seed: int, cuts: int) -> None:
    rng = np.random.default_rng(seed)
    rows = 400
    hashes = rng.integers(0, 40, rows).astype(np.uint64)
    prints = Prints(
        hashes,
        rng.integers(0, 60, rows).astype(np.uint64),
        np.zeros(rows, dtype=np.int32),
        (hashes % 3 == 0).astype(np.uint8),
        np.full(rows, 50, dtype=np.int32),
    )
    whole = near(prints)
    parts = [near(_rows(prints, hashes % cuts == part)) for part in range(cuts)]
    joined = summed(Shared(*(np.concatenate([getattr(p, f) for p in parts]) for f in Shared.__struct_fields__)))
    assert all(np.array_equal(getattr(whole, f), getattr(joined, f)) for f in Shared.__struct_fields__)


def _rows(prints: Prints, which: np.ndarray) -> Prints:
    return Prints(*(getattr(prints, f)[which] for f in Prints.__struct_fields__))


def test_a_candidate_needs_rare_prints_or_a_good_part_of_the_text() -> None:
    def pair(weight: int, runs: int) -> Shared:
        row = [np.array([n]) for n in (1, 2, weight, runs, 40)]
        return Shared(*row)

    assert len(candidates(pair(600, 0)).first) == 1
    assert len(candidates(pair(3, 10)).first) == 1
    assert len(candidates(pair(400, 2)).first) == 0
    assert len(taken(pair(1, 1), np.array([False])).first) == 0
