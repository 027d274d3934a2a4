"""What two texts share, whoever else has the same text."""

from __future__ import annotations

from itertools import permutations

from msgspec.structs import replace

from festival import COPY, PARAPHRASE, UPDATE, WIRE, article
from variorum.lineage.evidence import Pool
from variorum.lineage.trace import known

TEXTS = (WIRE, COPY, PARAPHRASE, UPDATE, WIRE, PARAPHRASE)
"""The fifth and the last are printed twice, word for word."""


def pool() -> Pool:
    return Pool([known(article(f"a-{n}", text), None).own for n, text in enumerate(TEXTS)])


def test_what_was_compared_before_makes_no_difference() -> None:
    """Every pair alone in a new pool, and all pairs of one pool in two orders."""
    pairs = list(permutations(range(len(TEXTS)), 2))
    alone = {}
    for a, b in pairs:
        fresh = pool()
        alone[a, b] = *fresh.compare(a, b), fresh.held[a, b], fresh.held[b, a]
    for order in (pairs, pairs[::-1]):
        shared = pool()
        for a, b in order:
            found = *shared.compare(a, b), shared.held[a, b], shared.held[b, a]
            assert found == alone[a, b]


def test_both_ways_say_the_same() -> None:
    forward, backward = pool().compare(0, 1)
    again, first = pool().compare(1, 0)
    assert (forward, backward) == (first, again)
    assert (forward.derived, forward.source) == (0, 1)


def test_copies_of_a_text_stand_to_a_third_as_it_does() -> None:
    texts = pool()
    one, _ = texts.compare(0, 2)
    other, _ = texts.compare(4, 5)
    assert other == replace(one, derived=4, source=5)
