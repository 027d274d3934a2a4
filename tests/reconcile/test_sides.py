"""Civilians and soldiers counted by the two sides of a fight are two figures; told by one voice they stay a sum."""

from __future__ import annotations

import msgspec

from reconcile.stories import KINDS, PLACE, Draft
from variorum.model import Figure
from variorum.reconcile import reconcile


def worded(draft: Draft, article: str, text: str) -> None:
    """The last claim of the article reads so."""
    last = draft.claims[article][-1]
    draft.claims[article][-1] = msgspec.structs.replace(last, span=msgspec.structs.replace(last.span, text=text))


def told(draft: Draft, article: str, number: int, text: str, by: str | None, *, increment: bool = False) -> None:
    draft.claim(article, number, by=by, increment=increment)
    worded(draft, article, text)


def figures(draft: Draft) -> dict[str | None, tuple[object, object, object]]:
    found: list[Figure] = [f for f in reconcile(draft.records(), "ucdp", KINDS) if f.place in (None, PLACE)]
    return {f.subset: (f.low, f.best, f.high) for f in found}


def fight(governor: str = "governor", army: str = "army") -> Draft:
    draft = Draft()
    first = draft.article("first", "2031-05-02")
    told(draft, first, 14, "killed 14 civilians", governor)
    told(draft, first, 30, "30 soldiers had been killed", army)
    return draft


def test_two_sides_are_two_figures() -> None:
    assert figures(fight()) == {"civilians": (14, 14, 14), "soldiers": (30, 30, 30)}


def test_one_voice_that_counts_both_tells_no_sides() -> None:
    assert None in figures(fight(governor="mayor", army="mayor"))


def test_other_reports_follow_by_their_words_their_number_or_what_they_add_to() -> None:
    draft = fight()
    second = draft.article("second", "2031-05-03")
    told(draft, second, 3, "Three people died", "governor", increment=True)
    told(draft, second, 17, "number of civilians killed to 17", "governor")
    third = draft.article("third", "2031-05-03")
    told(draft, third, 30, "30 were killed", "army")
    assert figures(draft) == {"civilians": (17, 17, 17), "soldiers": (30, 30, 30)}


def test_a_count_of_nobody_in_particular_stays_the_total() -> None:
    draft = fight()
    told(draft, draft.article("second", "2031-05-03"), 50, "50 people were killed", "monitors")
    assert figures(draft)[None] == (50, 50, 50)


def test_order_of_the_articles_changes_nothing() -> None:
    draft = fight()
    told(draft, draft.article("second", "2031-05-03"), 17, "killed 17 civilians", "governor")
    before = figures(draft)
    draft.articles.reverse()
    assert figures(draft) == before


def ambush(civilians: bool) -> Draft:
    draft = Draft()
    wire = draft.article("wire", "2031-05-02")
    told(draft, wire, 19, "killing 19 people", "prefect")
    if civilians:
        draft.claim(wire, 16, by="prefect", subset="civilians", partial=True)
    told(draft, wire, 31, "it had killed 31 soldiers", "rebels")
    return draft


def test_soldiers_whom_one_side_claims_are_no_rival_of_all_the_dead() -> None:
    found = figures(ambush(civilians=True))
    assert found[None] == (19, 19, 19)
    assert found["soldiers"] == (31, 31, 31)


def test_where_no_civilian_died_the_two_counts_disagree() -> None:
    low, _, high = figures(ambush(civilians=False))[None]
    assert (low, high) == (19, 31)
