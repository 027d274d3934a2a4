"""Long quotations of a choir's lost organ: cut where an article made from them carries only some of the sentences."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from festival import article
from variorum.align.quotes import align
from variorum.model import Article, Derivation, Extraction, Lineage, Quotation, Quote, Relation, Source

SENTENCES = (
    "The organ was tuned in March by a man from Ulmen.",
    "Nobody paid him for it!",
    "We sang 12 evenings without a note from the pipes.",
    "Sell the bells and buy us an organ.",
)
WHOLE = " ".join(SENTENCES)
TRANSLATED = (
    "In March a man of Ulmen has tuned the organ. No one paid the man! "
    "Twelve evenings we were singing without note of pipes. The bells sell, an organ buy to us."
)


def paper(name: str, *quotations: str, day: int = 3) -> tuple[Article, Extraction]:
    """An article that has each quotation in a line of its own."""
    text = "\n".join(f'Cantor Ilse Rauch told the council: "{q}"' for q in quotations)
    made = article(name, text, f"2023-06-{day:02}")
    places = [text.index(q) for q in quotations]
    found = tuple(
        Quotation(span=made.span(p, p + len(q)), kind="direct", speaker=Source(name="Ilse Rauch"))
        for p, q in zip(places, quotations, strict=True)
    )
    return made, Extraction(article=name, quotations=found)


def edge(derived: str, source: str, relation: Relation = "rewrite") -> Derivation:
    return Derivation(derived=derived, source=source, relation=relation, coverage=0.6, confidence=1.0)


def quotes_of(papers: list[tuple[Article, Extraction]], *edges: Derivation) -> tuple[Quote, ...]:
    return align(tuple(a for a, _ in papers), tuple(e for _, e in papers), Lineage(edges))


def texts(quotes: tuple[Quote, ...]) -> list[dict[str, str]]:
    return [{v.span.article: v.text for v in q.variants} for q in quotes]


def test_cut_where_the_derived_rendering_begins() -> None:
    papers = [paper("a-1", WHOLE), paper("a-2", " ".join(SENTENCES[2:]), day=4)]
    first, last = texts(quotes_of(papers, edge("a-2", "a-1")))
    assert first == {"a-1": " ".join(SENTENCES[:2])}
    assert last == {"a-1": " ".join(SENTENCES[2:]), "a-2": " ".join(SENTENCES[2:])}


def test_cut_at_both_ends_of_a_middle_run() -> None:
    papers = [paper("a-1", WHOLE), paper("a-2", " ".join(SENTENCES[1:3]), day=4)]
    found = texts(quotes_of(papers, edge("a-2", "a-1")))
    assert [q["a-1"] for q in found] == [SENTENCES[0], " ".join(SENTENCES[1:3]), SENTENCES[3]]


def test_cuts_are_carried_to_copy_and_translation() -> None:
    papers = [
        paper("a-1", WHOLE),
        paper("a-2", " ".join(SENTENCES[2:]), day=4),
        paper("a-3", TRANSLATED, day=5),
        paper("a-4", WHOLE, day=6),
    ]
    edges = edge("a-2", "a-1"), edge("a-3", "a-1", "translation"), edge("a-4", "a-1", "copy")
    first, last = quotes_of(papers, *edges)
    assert {v.span.article for v in first.variants} == {"a-1", "a-3", "a-4"}
    assert {v.span.article: v.drift for v in last.variants} == {
        "a-1": "none",
        "a-2": "none",
        "a-3": "translated",
        "a-4": "none",
    }
    assert texts((last,))[0]["a-3"].startswith("Twelve evenings")


def test_no_cut_without_lineage_nor_by_a_part_of_a_sentence() -> None:
    papers = [paper("a-1", WHOLE), paper("a-2", " ".join(SENTENCES[2:]), day=4)]
    assert WHOLE in {t for q in texts(quotes_of(papers)) for t in q.values()}
    papers = [paper("a-1", WHOLE), paper("a-2", "The organ was tuned", day=4)]
    assert WHOLE in {t for q in texts(quotes_of(papers, edge("a-2", "a-1"))) for t in q.values()}


def test_the_shorter_pieces_of_a_source_cut_nothing() -> None:
    papers = [paper("a-1", SENTENCES[0], " ".join(SENTENCES[1:])), paper("a-2", WHOLE, day=4)]
    assert {t for q in texts(quotes_of(papers, edge("a-2", "a-1"))) for a, t in q.items() if a == "a-2"} == {WHOLE}


def test_a_splice_is_never_cut() -> None:
    elsewhere = "The council may keep its pigeons for all I care."
    papers = [
        paper("a-1", " ".join(SENTENCES[:3]), elsewhere),
        paper("a-2", f"{SENTENCES[0]} {SENTENCES[2]} {elsewhere}", day=4),
        paper("a-3", SENTENCES[2], day=5),
    ]
    quotes = quotes_of(papers, edge("a-2", "a-1"), edge("a-3", "a-1"))
    assert sum(v.span.article == "a-2" for q in quotes for v in q.variants) == 1
    assert any(q.get("a-1") == q.get("a-3") == SENTENCES[2] for q in texts(quotes))


def test_a_splice_cuts_nothing_and_stays_a_splice() -> None:
    elsewhere = "The council may keep its pigeons for all I care."
    source = " ".join(SENTENCES[:2])
    papers = [paper("a-1", source, elsewhere), paper("a-2", f"{SENTENCES[0]} {elsewhere}", day=4)]
    first = quotes_of(papers, edge("a-2", "a-1"))[0]
    assert [(v.text, v.drift) for v in first.variants] == [
        (source, "none"),
        (f"{SENTENCES[0]} {elsewhere}", "spliced"),
    ]


runs = st.tuples(st.integers(0, 3), st.integers(1, 4)).filter(lambda r: r[0] < r[1])


@settings(max_examples=30, deadline=None)
@given(st.lists(runs, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_parts_quote_exactly_lie_apart_and_do_not_depend_on_order(parts: list[tuple[int, int]], random: object) -> None:
    papers = [paper("a-1", WHOLE), paper("a-t", TRANSLATED, day=2)]
    papers += [paper(f"b-{n}", " ".join(SENTENCES[a:b]), day=4) for n, (a, b) in enumerate(parts)]
    edges = [edge(f"b-{n}", "a-1") for n in range(len(parts))] + [edge("a-t", "a-1", "translation")]
    quotes = quotes_of(papers, *edges)
    random.shuffle(papers)  # type: ignore[attr-defined]
    assert quotes_of(papers, *edges) == quotes
    text = {a.id: a.text for a, _ in papers}
    whole = {a.id: e.quotations[0].span for a, e in papers}
    spans = sorted(v.span for q in quotes for v in q.variants)
    assert all(text[s.article][s.start : s.end] == s.text == s.text.strip() for s in spans)
    assert all(whole[s.article].contains(s) for s in spans)
    assert not any(a.overlaps(b) for a, b in pairwise(spans))
    for name, span in whole.items():
        assert " ".join(s.text for s in spans if s.article == name) == span.text
