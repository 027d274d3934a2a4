# ruff: noqa: E501 (the lines are paragraphs)
"""Lineage of the fictional festival bridge: every kind of derivation, and what must not be linked."""

from __future__ import annotations

from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from festival import COPY, INDEPENDENT, PARAPHRASE, UPDATE, WIRE, article, story
from variorum.lineage import trace
from variorum.model import Article, Extraction, Lineage

EXPECTED = {
    ("a-update", "a-wire"): "rewrite",
    ("a-copy", "a-wire"): "copy",
    ("a-paraphrase", "a-wire"): "rewrite",
    ("a-translation", "a-wire"): "translation",
}


def edges(lineage: Lineage) -> dict[tuple[str, str], str]:
    return {(d.derived, d.source): d.relation for d in lineage.derivations}


def test_finds_who_made_what_of_which_text() -> None:
    assert edges(trace(story())) == EXPECTED


def test_works_from_texts_alone() -> None:
    """Without dates, credits, publishers and sections the wire text is still the root of its family."""
    bare = tuple(Article(id=a.id, text=a.text) for a in story())
    assert set(edges(trace(bare))) == set(EXPECTED)


def test_origins_part_the_articles_and_are_named_by_their_root() -> None:
    origins = trace(story()).origins
    assert {o.label: o.articles for o in origins} == {
        "Helio": ("a-copy", "a-paraphrase", "a-translation", "a-update", "a-wire"),
        "Valdria Rundschau": ("a-independent",),
    }


def test_paraphrase_of_the_update_is_linked_to_the_update() -> None:
    text = (
        "Nine Perish As Bridge Fails\nThe number of lives lost in the failure of a cable bridge on the Strenn has reached "
        "nine, according to the district council on Sunday; the chief engineer of the road office is suspended.\n"
        "Volunteers in canoes found the body of an eight-year-old boy two kilometres downstream. No one is missing.\n"
        "Tobias Rehm, an engineer, put his name to a paper allowing 200 people to cross simultaneously, noted state "
        'transport minister Ludo Brandes. "That signature is the hole through which they fell," he said.\n'
        "At the Lindau clinic four patients remain, director Petra Aumann confirmed.\n"
        "Workers started cutting the deck with torches, and the cables go to a Grauen laboratory for six weeks of tests.\n"
    )
    found = edges(trace((*story(), article("a-late", text))))
    assert found == {**EXPECTED, ("a-late", "a-update"): "rewrite"}


def test_compilation_has_an_edge_to_each_source_and_stands_with_the_larger() -> None:
    other = article(
        "a-other",
        "STRENNFELD, May 3 (Nordfunk) - A footbridge packed with revellers has fallen into the Strenn in western Valdria. "
        "The toll stood at eleven on Saturday, a volunteer brigade said, counting two who died on the way to Grauen.\n\n"
        '"I pulled at a sleeve and the sleeve was empty," said a canoeist, Leo Brandt, his hands still shaking.\n\n'
        "Shops in the old town kept their candles lit all night and handed out blankets, soup and dry shoes.\n",
        "2024-05-04",
        credit=None,
    )
    mixed = article(
        "a-mixed",
        "Grief in Valdria\nA cable bridge over the river Strenn gave way on Friday evening, throwing 31 people into the "
        "water and killing at least six of them, the Helio agency reported.\n\n"
        "The bridge at Orlenbach, opened in 1961, was carrying about 140 visitors to a lantern festival when its northern "
        "anchor tore loose at 9.20 p.m.\n\n"
        "Divers brought 22 people ashore, Helio said. Three are still missing, among them a boy of eight.\n\n"
        'Nordfunk spoke of eleven dead. "I pulled at a sleeve and the sleeve was empty," a canoeist, Leo Brandt, told '
        "Nordfunk.\n",
        "2024-05-05",
        credit="cited",
    )
    credited = Article(
        **{f: getattr(mixed, f) for f in ("id", "text", "published", "sections")},
        agencies=(*mixed.agencies, type(mixed.agencies[0])("Nordfunk", "cited")),
    )
    lineage = trace((*story(), other, credited))
    found = edges(lineage)
    assert ("a-mixed", "a-wire") in found
    assert found["a-mixed", "a-other"] == "excerpt"
    families = [set(o.articles) for o in lineage.origins]
    assert {"a-other"} in families and any({"a-mixed", "a-wire"} <= f for f in families)


def test_shared_quote_alone_links_nothing() -> None:
    """Two reports of one press conference share the minister's words and nothing else."""
    one = article(
        "a-one",
        'The minister was blunt. "We built it cheaply, we checked it rarely and we believed in luck for far too long," '
        "Ludo Brandes said.\nResidents of the valley laid paper fish along the bank and switched off their lamps.\n"
        "Insurance experts put the damage at 4 million crowns.\n",
        publisher="Morning Star",
    )
    two = article(
        "a-two",
        'Opposition members walked out while Brandes spoke. "We built it cheaply, we checked it rarely and we believed '
        'in luck for far too long," he told the chamber.\nA vote on his dismissal is due next Thursday.\n'
        "Eleven similar crossings were fenced off in the southern provinces.\n",
        publisher="Evening Post",
    )
    assert trace((one, two)).derivations == ()


def of_a_house(id_: str, text: str, day: str, publisher: str, *, cites: bool = False) -> Article:
    """An article that no agency signs."""
    return article(id_, text.replace(" (Helio)", ""), day, publisher, "cited" if cites else None)


def test_a_house_whose_text_others_print_and_credit_is_an_agency() -> None:
    """Then its later text is an update of the first, of which it keeps little; alone it may be another report."""
    wire = of_a_house("a-wire", WIRE, "2024-05-03", "Helio")
    later = of_a_house("a-update", UPDATE.partition("Workers began")[0], "2024-05-05", "Helio")
    copy = of_a_house("a-copy", COPY, "2024-05-04", "The Tarrow Gazette", cites=True)
    other = of_a_house("a-independent", INDEPENDENT, "2024-05-04", "Valdria Rundschau", cites=True)
    assert edges(trace((wire, later))) == {}
    assert edges(trace((wire, later, other))) == {}  # names the house, and prints nothing of it
    assert edges(trace((wire, later, copy))) == {("a-copy", "a-wire"): "copy", ("a-update", "a-wire"): "rewrite"}
    silent = of_a_house("a-copy", COPY, "2024-05-04", "The Tarrow Gazette")
    assert ("a-update", "a-wire") not in edges(trace((wire, later, silent)))


def test_two_reprints_of_a_missing_text_share_its_origin() -> None:
    other = article(
        "a-reprint",
        COPY.replace("Tarrow Gazette", "Lower Bay Herald").partition("A school choir")[0],
        "2024-05-04",
        "The Lower Bay Herald",
        "dateline",
    )
    copy = next(a for a in story() if a.id == "a-copy")
    lineage = trace((copy, other))
    assert set(edges(lineage).values()) == {"shared_origin"}
    assert [o.label for o in lineage.origins] == ["Helio"]


def test_a_small_verbatim_part_is_an_excerpt() -> None:
    brief = article("a-brief", "\n".join(WIRE.split("\n\n")[:2]), "2024-05-06", "Kurier", "dateline")
    wire = next(a for a in story() if a.id == "a-wire")
    assert edges(trace((wire, brief))) == {("a-brief", "a-wire"): "excerpt"}


def test_a_second_copy_of_every_text_is_a_copy_and_changes_nothing_else() -> None:
    twins = tuple(msgspec.structs.replace(a, id=f"{a.id}-twin") for a in story())
    lineage = trace((*story(), *twins))
    assert len(lineage.origins) == 2
    found = edges(lineage)
    assert all(found[f"{a.id}-twin", a.id] == "copy" for a in story())
    bare = {(d.removesuffix("-twin"), s.removesuffix("-twin")) for d, s in found}
    assert {(d, s) for d, s in bare if d != s} == set(EXPECTED)


def test_passages_quote_both_texts_exactly() -> None:
    texts = {a.id: a.text for a in story()}
    for derivation in trace(story()).derivations:
        assert derivation.passages
        assert 0 < derivation.coverage <= 1 and 0 <= derivation.confidence <= 1 and derivation.why
        for passage in derivation.passages:
            for span, id_ in ((passage.derived, derivation.derived), (passage.source, derivation.source)):
                assert span.article == id_ and texts[id_][span.start : span.end] == span.text


def test_sentences_of_an_extraction_are_used() -> None:
    given = Extraction(article="a-wire", sentences=(next(a for a in story() if a.id == "a-wire").span(0, 40),))
    passages = [p for d in trace(story(), (given,)).derivations for p in d.passages if d.source == "a-wire"]
    assert all(p.source.end <= 40 for p in passages)


@pytest.mark.parametrize("order", [order for n, order in enumerate(permutations(range(6))) if n % 97 == 0])
def test_order_of_input_changes_nothing(order: tuple[int, ...]) -> None:
    articles = story()
    assert trace(tuple(articles[i] for i in order)) == trace(articles)


LINES = [line for text in (WIRE, UPDATE, COPY, PARAPHRASE, INDEPENDENT) for line in text.split("\n") if line]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(LINES), max_size=6), min_size=1, max_size=6))
def test_any_mixture_gives_a_forest_and_a_partition(texts: list[list[str]]) -> None:
    """Whatever the texts: no circles, no article in two origins, none in no origin."""
    articles = tuple(Article(id=f"a-{n}", text="\n".join(lines)) for n, lines in enumerate(texts))
    lineage = trace(articles)
    assert sorted(i for o in lineage.origins for i in o.articles) == sorted(a.id for a in articles)
    sources: dict[str, set[str]] = {}
    for derivation in lineage.derivations:
        sources.setdefault(derivation.derived, set()).add(derivation.source)
    done: set[str] = set()
    while rest := {i for i in sources if i not in done and not (sources[i] - done) & set(sources)}:
        done |= rest
    assert done == set(sources)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_breaks_it(one: str, two: str) -> None:
    assert len(trace((Article(id="a-1", text=one), Article(id="a-2", text=two))).origins) in {1, 2}


def test_nothing_in_nothing_out() -> None:
    assert trace(()) == Lineage()


def test_what_one_agency_sends_is_one_voice() -> None:
    first = "PORT ELVIN, Oct 4 (Tidewire) - A ferry with 60 people on board ran aground off Port Elvin, the coast guard said."
    later = (
        "PORT ELVIN, Oct 9 (Tidewire) - The owner of the stranded Gull was fined on Monday, and 12 deckhands went home."
    )
    other = "PORT ELVIN, Oct 9 (Elvin Radio) - Hundreds of children sang on the quay, and a band played in the rain."
    articles = tuple(
        Article(id=f"a-{n}", text=text, published=f"2030-10-0{n}") for n, text in enumerate((first, later, other), 4)
    )
    assert [o.articles for o in trace(articles).origins] == [("a-4", "a-5"), ("a-6",)]
