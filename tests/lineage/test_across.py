"""Derivations between stories: found, acyclic, and the same however the work is cut."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lineage_world import Cluster, corpus, members, numbered

from festival import story
from variorum.lineage import across, rounds, trace, verify
from variorum.model import Article, Derivation

STORIES = corpus()
NAMES = {numbered(a).id: a.id for a in story()}


def edges(found: tuple[Derivation, ...]) -> dict[tuple[str, str], str]:
    return {(NAMES.get(d.derived, "other"), NAMES.get(d.source, "other")): d.relation for d in found}


@pytest.fixture(scope="module")
def whole() -> tuple[Derivation, ...]:
    return Cluster(buckets=1, parts=1).derivations(STORIES)


def test_copies_and_translations_of_another_story_find_their_source(whole: tuple[Derivation, ...]) -> None:
    found = edges(whole)
    assert found["a-copy", "a-wire"] == "copy"
    assert found["a-translation", "a-wire"] == "translation"


def test_a_reprint_of_a_reprint_is_tied_and_a_stock_line_ties_nobody(whole: tuple[Derivation, ...]) -> None:
    again = next(a.id for s in STORIES for a in s if a.publisher == "Lower Bay Herald")
    assert {d.derived for d in whole} == {again, *(i for i, n in NAMES.items() if n in {"a-copy", "a-translation"})}


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 9), st.integers(1, 6), st.integers(0, 99))
def test_buckets_batches_and_order_change_nothing(buckets: int, parts: int, seed: int) -> None:
    keys = [("first", "ascending"), ("second", "ascending")]
    assert Cluster(buckets, parts, seed).pairs(STORIES).sort_by(keys) == Cluster(1, 1).pairs(STORIES).sort_by(keys)


def test_the_order_of_pairs_changes_no_derivation(whole: tuple[Derivation, ...]) -> None:
    assert Cluster(buckets=4, parts=3, seed=5).derivations(STORIES) == whole


def test_one_story_with_all_articles_has_no_edges_to_find() -> None:
    together = [tuple(a for s in STORIES for a in s)]
    assert len(Cluster(3, 2).pairs(together)) == 0


def test_families_and_their_roots() -> None:
    roots, mixed = rounds.families_of(trace(story()))
    assert {i for i, root in roots.items() if root == "a-wire"} == set(NAMES.values()) - {"a-independent"}
    assert roots["a-independent"] == "a-independent" and not mixed


def test_only_a_root_gets_a_source_in_another_story() -> None:
    """The wire's copy has its source at home already: a second wire text elsewhere does not adopt it."""
    home = tuple(numbered(a) for a in story() if a.id in {"a-wire", "a-copy"})
    twin = numbered(Article(id="a-twin", text=home[0].text, published="2024-05-02"))
    people = members([home, (twin,)])
    pairs = [(int(one.id[2:], 16), int(twin.id[2:], 16)) for one in home]
    found = across(pairs, people)
    assert [(d.derived, d.source) for d in found] == [(home[0].id, twin.id)]


def test_families_never_go_round_in_a_circle() -> None:
    """Undated twins in many stories: one of them is left without a source."""
    text = story()[0].text
    stories = [(Article(id=f"a-{n:016x}", text=text),) for n in range(1, 7)]
    pairs = [(a, b) for a in range(1, 7) for b in range(1, 7) if a < b]
    found = across(pairs, members(stories))
    sources = {d.derived: d.source for d in found}
    assert len(sources) == 5 and len({*sources, *sources.values()}) == 6
    for start in sources:
        seen = [start]
        while seen[-1] in sources:
            seen.append(sources[seen[-1]])
            assert len(seen) <= 6


def test_verify_says_what_trace_says() -> None:
    by_id = {a.id: a for a in story()}
    found = verify(by_id["a-copy"], by_id["a-wire"])
    assert found == trace((by_id["a-wire"], by_id["a-copy"])).derivations[0]
    assert verify(by_id["a-independent"], by_id["a-wire"]) is None


def test_empty_tables_go_through_every_round() -> None:
    assert Cluster(2, 1).derivations([()]) == ()
