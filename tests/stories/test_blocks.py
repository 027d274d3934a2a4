"""Blocks of time, and candidates that are bounded."""

from __future__ import annotations

import numpy as np

from variorum.stories import link as linking
from variorum.stories.blocks import day_counts, known
from variorum.stories.candidates import HINT, MOST, ONE, chosen, near, unique
from variorum.stories.columns import Counts, Keys, Pairs, Terms
from variorum.stories.frequency import counts, total
from variorum.stories.score import ship
from variorum.stories.vectors import BUDGET, SEARCHED, SURE, keys


def terms(days: list[int], each: int = 3) -> Terms:
    """Articles of these days with `each` words."""
    n = len(days)
    words = np.tile(np.arange(4, 4 + 4 * each, 4, dtype=np.uint32), n)
    starts = np.arange(0, n * each + 1, each, dtype=np.int64)
    articles = np.arange(1, n + 1, dtype=np.uint64) * np.uint64(0x1234567890ABCDF)
    return Terms(articles, np.array(days, np.int32), starts, words, np.full(n * each, 256, np.int32))


def of_all(of: Terms) -> Counts:
    """Sums of both kinds of counts."""
    return total([day_counts(of), counts(of)])


def test_blocks_hold_alike_many_in_order_of_time() -> None:
    made = terms([5] * 100 + [6] + [9] * 300)
    found = known(of_all(made))
    blocks = found.calendar.blocks(made.articles, made.days, 4)
    assert found.sketch.articles == 401
    assert (np.diff([blocks[:100].max(), blocks[100], blocks[101:].min()]) >= 0).all()
    assert np.bincount(blocks, minlength=4).min() > 60


def test_one_day_or_none_is_spread_too() -> None:
    for day in (0, 7):
        made = terms([day] * 400)
        assert np.bincount(known(of_all(made)).calendar.blocks(made.articles, made.days, 8), minlength=8).min() > 20


def test_one_block_takes_all() -> None:
    made = terms([1, 2, 3])
    assert known(of_all(made)).calendar.blocks(made.articles, made.days, 1).tolist() == [0, 0, 0]


def test_a_pair_is_kept_by_the_same_article_whichever_comes_first() -> None:
    one = Keys(
        np.zeros(2, np.uint32), np.array([3, 4], np.int32), np.array([77, 12], np.uint64), np.full(2, ONE, np.int32)
    )
    other = Keys(one.terms, one.days[::-1].copy(), one.articles, one.weights)
    assert near(one).first.tolist() == near(other).first.tolist()


def test_far_off_articles_must_show_more() -> None:
    """A word that is enough within a week is not enough over a year."""
    weight = round(ONE * (2 * HINT / 1000) ** 0.5)
    for day, pairs in ((8, 1), (400, 0)):
        days, articles = np.array([1, day], np.int32), np.array([5, 6], np.uint64)
        found = unique(near(Keys(np.zeros(2, np.uint32), days, articles, np.full(2, weight, np.int32))))
        assert len(found) == pairs


def test_an_article_keeps_its_best_pairs_only() -> None:
    second = np.arange(2, MOST + 12, dtype=np.uint64)
    values = np.arange(len(second), dtype=np.int64) + ONE * ONE // 2
    both = np.concatenate((second, second))
    found = unique(Pairs(np.ones(len(both), np.uint64), both, np.concatenate((values, values))))
    assert len(found) == MOST
    assert found.second.tolist() == second[::-1][:MOST].tolist()
    assert found.values[0] == 2 * values[-1]


def test_pairs_of_one_number_are_told_apart(monkeypatch: object) -> None:
    """Where the number that is sorted by is the same, pairs are told apart by both articles."""
    import variorum.stories.candidates as module

    made = Pairs(np.array([1, 2, 1], np.uint64), np.array([3, 4, 3], np.uint64), np.full(3, ONE * ONE, np.int64))
    monkeypatch.setattr(module, "MIXED", np.uint64(0))  # type: ignore[attr-defined]
    at, sums = chosen(Pairs(made.first, np.array([3, 3, 3], np.uint64), made.values))
    assert sums.tolist() == [2 * ONE * ONE, ONE * ONE]
    assert made.first[at].tolist() == [1, 2]


def test_a_vector_goes_once_to_each_block() -> None:
    made = terms([1, 1, 1, 1])
    a, b, c, d = made.articles.tolist()
    pairs = Pairs(np.array([a, b, a, a], np.uint64), np.array([b, c, c, d], np.uint64), np.zeros(4, np.int64))
    sent, blocks = ship(pairs, np.array([2, 0, 0, 2], np.int32), made)
    got = [
        (int(block), int(article), sorted(sent.to[i:j].tolist()))
        for block, article, i, j in zip(blocks, sent.vectors.articles, sent.starts, sent.starts[1:], strict=False)
    ]
    assert got == [(0, a, [c]), (0, b, [c]), (2, a, sorted((b, d)))]


def test_no_pairs_no_shipments() -> None:
    none = np.zeros(0, np.uint64)
    sent, blocks = ship(Pairs(none, none, np.zeros(0, np.int64)), np.zeros(0, np.int32), terms([1]))
    assert (len(sent.vectors), len(blocks), sent.starts.tolist()) == (0, 0, [0])


def test_words_of_many_articles_are_searched_by_while_the_budget_lasts() -> None:
    """Wide words: the heaviest few; of a handful of articles all."""
    few, many = terms([1] * 3, 40), terms([1] * 500, 40)
    for made, least, most in ((few, 40, 40), (many, SURE, min(SEARCHED, max(SURE, BUDGET // 64)))):
        found = keys(made, known(of_all(made)).sketch)
        often = np.unique(found.articles, return_counts=True)[1]
        assert least <= often.min() <= often.max() <= most


def test_a_component_that_is_too_large_is_cut_at_weak_ties(monkeypatch: object) -> None:
    first, second = np.array([1, 2, 4, 5, 3], np.uint64), np.array([2, 3, 5, 6, 4], np.uint64)
    scored = Pairs(first, second, np.array([900_000, 900_000, 900_000, 900_000, 450_000], np.int64))
    members = np.arange(1, 7, dtype=np.uint64)
    whole = linking.link(members, scored)
    monkeypatch.setattr(linking, "LARGEST", 4)  # type: ignore[attr-defined]
    found = linking.link(members, scored)
    assert dict(zip(found.articles.tolist(), found.leaders.tolist(), strict=True))[4] == 4
    assert sorted(found.articles.tolist()) == sorted(whole.articles.tolist()) == members.tolist()
