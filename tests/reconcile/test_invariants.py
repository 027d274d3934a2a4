"""What holds for every story, whatever it counts."""

from __future__ import annotations

from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.stories import KINDS, PLACE, Draft
from variorum.model import Article, Claim, Derivation, Extraction, Figure, Origin, StoryRecords
from variorum.reconcile import reconcile, replay

POLICIES = ("ucdp", "acled", "latest", "range")
DAYS = (None, "2031-05-02", "2031-05-03", "2031-05-04")
RELATIONS = ("copy", "rewrite", "translation", "excerpt", "shared_origin")
PLACES = (None, None, PLACE, "Skerrow", "Larkhaven region")
MODIFIERS = ("exactly", "exactly", "at least", "more than", "about", "up to", "less than")


@st.composite
def stories(draw: st.DrawFn) -> StoryRecords:
    """Up to five articles in up to three origins, descended from each other without cycles."""
    draft = Draft(draw(st.sampled_from((PLACE, None))))
    names = [f"n{i}" for i in range(draw(st.integers(1, 5)))]
    for i, name in enumerate(names):
        id_ = draft.article(
            name,
            draw(st.sampled_from(DAYS)),
            origin=draw(st.sampled_from("xyz")),
            agency=draw(st.sampled_from((None, "N"))),
        )
        for _ in range(draw(st.integers(0, 5))):
            _claim(draw, draft, id_)
        for source in names[:i]:
            if draw(st.booleans()):
                draft.edge(id_, f"a-{source}", draw(st.sampled_from(RELATIONS)), draw(st.sampled_from((0.3, 0.8))))
    return draft.records()


def _claim(draw: st.DrawFn, draft: Draft, article: str) -> None:
    flag = {
        draw(st.sampled_from(("earlier", "voided", "negated", "partial", "increment", "hedged", "-", "-", "-"))): True
    }
    flag.pop("-", None)
    common = {
        "kind": draw(st.sampled_from(sorted(KINDS))),
        "scope": draw(st.sampled_from(("event", "event", "background"))),
        "section": draw(st.sampled_from(("headline", "body", "body"))),
        "place": draw(st.sampled_from(PLACES)),
        "subset": draw(st.sampled_from((None, None, "children", "minors", "crew"))),
        "exclusive_of": draw(st.sampled_from((None, None, None, "the capital"))),
        "by": draw(st.sampled_from((None, "the mayor", "the union"))),
        **flag,
    }
    number = draw(st.integers(0, 12))
    if draw(st.integers(0, 5)) == 0:
        draft.claim(article, None, "range", low=number, high=number + 4, **common)
    elif draw(st.integers(0, 5)) == 0:
        draft.claim(article, None, "vague", low=6, **common)
    else:
        draft.claim(article, number or 1, draw(st.sampled_from(MODIFIERS)), **common)


def figures(records: StoryRecords) -> list[Figure]:
    return [f for policy in POLICIES for f in reconcile(records, policy, KINDS)]


@settings(deadline=None)
@given(stories())
def test_steps_replay_to_the_figure(records: StoryRecords) -> None:
    for figure in figures(records):
        assert replay(figure, records.claims) == (figure.low, figure.best, figure.high)


@settings(deadline=None)
@given(stories())
def test_best_lies_between_low_and_high(records: StoryRecords) -> None:
    for f in figures(records):
        if f.best is not None:
            assert f.low is not None and f.low <= f.best
            assert f.high is None or f.best <= f.high


@settings(deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_input_changes_nothing(records: StoryRecords, random: Random) -> None:
    assert figures(shuffled(records, random)) == figures(records)


@settings(deadline=None)
@given(stories())
def test_background_never_enters(records: StoryRecords) -> None:
    inside = {c.id: c for c in records.claims}
    for figure in figures(records):
        used = {i for s in figure.steps for i in (*s.kept, *s.dropped)} | {*figure.readings, *figure.superseded}
        assert all(inside[i].scope == "event" and inside[i].kind == figure.kind for i in used)


def test_a_copy_of_an_older_count_is_no_rival_of_the_newer_one() -> None:
    draft = Draft()
    article = draft.article("one", None)
    draft.claim(article, 4, kind="fires", earlier=True)
    draft.claim(article, None, "vague", low=6, kind="fires")
    records = draft.records()
    plain = [(f.low, f.best, f.high) for f in figures(records)]
    assert [(f.low, f.best, f.high) for f in figures(with_copy(records, records.articles[0], None))] == plain


def test_a_copys_count_repeats_that_of_the_same_place() -> None:
    draft = Draft()
    article = draft.article("one", None)
    draft.claim(article, 6, kind="fires", subset="children", place="Skerrow", negated=True)
    draft.claim(article, 6, kind="fires", subset="children", partial=True)
    records = draft.records()
    plain = [(f.place, f.low, f.best, f.high) for f in figures(records)]
    assert [(f.place, f.low, f.best, f.high) for f in figures(with_copy(records, records.articles[0], None))] == plain


@settings(deadline=None)
@given(stories(), st.integers(0, 4), st.sampled_from((None, "2031-05-09")))
def test_one_more_copy_changes_no_figure(records: StoryRecords, index: int, day: str | None) -> None:
    more = with_copy(records, records.articles[index % len(records.articles)], day)
    plain = {f.id: (f.kind, f.low, f.best, f.high, f.origins) for f in figures(records)}
    assert {f.id: (f.kind, f.low, f.best, f.high, f.origins) for f in figures(more)} == plain


@settings(deadline=None)
@given(stories())
def test_ids_are_distinct_and_readings_are_not_superseded(records: StoryRecords) -> None:
    found = figures(records)
    assert len({f.id for f in found}) == len(found)
    assert not any(set(f.readings) & set(f.superseded) for f in found)


def shuffled(records: StoryRecords, random: Random) -> StoryRecords:
    def mix(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(items, len(items)))

    lineage = msgspec.structs.replace(
        records.lineage, derivations=mix(records.lineage.derivations), origins=mix(records.lineage.origins)
    )
    return msgspec.structs.replace(
        records,
        articles=mix(records.articles),
        extractions=mix(records.extractions),
        claims=mix(records.claims),
        lineage=lineage,
    )


def with_copy(records: StoryRecords, original: Article, day: str | None) -> StoryRecords:
    """The story with a word-for-word copy of one article."""
    copy = msgspec.structs.replace(original, id="a-zcopy", published=day)
    claims = tuple(_moved(c, copy) for c in records.claims if c.span.article == original.id)
    edge = Derivation(derived=copy.id, source=original.id, relation="copy", coverage=1.0, confidence=1.0)
    origins = tuple(
        Origin(o.id, o.label, (*o.articles, copy.id)) if original.id in o.articles else o
        for o in records.lineage.origins
    )
    return msgspec.structs.replace(
        records,
        articles=(*records.articles, copy),
        extractions=(*records.extractions, Extraction(article=copy.id, claims=claims)),
        claims=(*records.claims, *claims),
        lineage=msgspec.structs.replace(
            records.lineage, derivations=(*records.lineage.derivations, edge), origins=origins
        ),
    )


def _moved(claim: Claim, copy: Article) -> Claim:
    return msgspec.structs.replace(claim, id=f"{claim.id}-copy", span=copy.span(claim.span.start, claim.span.end))
