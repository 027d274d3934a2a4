# ruff: noqa: E501 (the lines are paragraphs)
"""Grouping of reports of fictional events."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from festival import story
from variorum.model import Article
from variorum.stories import group
from variorum.stories.clusters import average_link

CRANE = (
    "A harbour crane toppled onto two lorries in the port of Melvik on Monday, killing its driver, Hauke Brandt, police "
    "said. The port authority closed all nine berths of the container terminal and called in inspectors.",
    "Melvik port shuts terminal after fatal crane fall\nThe driver of a crane died on Monday when it fell onto lorries in "
    "Melvik. Inspectors found a cracked bolt in its western leg, the port authority said; the berths stay closed.",
    "Colleagues of Hauke Brandt laid helmets at the gate of the Melvik container terminal. The crane that killed him had "
    "been due for scrapping, the dockers' union said, and its bolts had not been checked since spring.",
)
HOSPITAL = (
    "Nurses at the Sorrel hospital walked out on Wednesday over night shifts, the first strike in its history. The health "
    "board offered two more days of leave, which their leader Amaia Ruiz called an insult.",
    "Talks between the Sorrel health board and striking nurses broke down. Amaia Ruiz, who leads the nurses, said the "
    "night shifts would have to be cut by a third before anyone returned to the hospital.",
)


def articles() -> tuple[Article, ...]:
    crane = tuple(Article(id=f"a-crane{n}", text=t, published="2024-06-11") for n, t in enumerate(CRANE))
    strike = tuple(Article(id=f"a-strike{n}", text=t, published="2024-06-12") for n, t in enumerate(HOSPITAL))
    return (*story(), *crane, *strike)


def events(found: tuple[object, ...]) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in found}  # type: ignore[attr-defined]


EXPECTED = {
    frozenset(a.id for a in story()),
    frozenset({"a-crane0", "a-crane1", "a-crane2"}),
    frozenset({"a-strike0", "a-strike1"}),
}


def test_three_events_three_stories() -> None:
    assert events(group(articles())) == EXPECTED


def test_one_event_alone_is_one_story() -> None:
    assert len(group(story())) == 1


@settings(max_examples=10, deadline=None)
@given(st.permutations(articles()))
def test_order_of_input_changes_nothing(shuffled: list[Article]) -> None:
    assert group(tuple(shuffled)) == group(articles())


def test_the_users_grouping_is_kept() -> None:
    given = tuple(
        Article(id=f"a-{n}", text=text, group=g) for n, (text, g) in enumerate(zip(CRANE, "xyx", strict=True))
    )
    assert events(group(given)) == {frozenset({"a-0", "a-2"}), frozenset({"a-1"})}


def test_a_grouping_of_some_is_no_grouping() -> None:
    one, *rest = articles()
    marked = Article(id=one.id, text=one.text, published=one.published, sections=one.sections, group="x")
    assert events(group((marked, *rest))) == EXPECTED


def test_years_apart_weighs_against_one_event() -> None:
    """An anniversary piece of few shared words is another story than the event itself."""
    near = Article(
        id="a-near", text="Melvik port will hold a minute of silence at the crane berths.", published="2024-06-14"
    )
    far = Article(id="a-near", text=near.text, published="2029-06-14")
    rest = tuple(a for a in articles() if "crane" in a.id)
    assert len(group((*rest, near))) <= len(group((*rest, far)))


def test_nothing_and_empty_texts() -> None:
    assert group(()) == ()
    assert len(group((Article(id="a-1", text=""), Article(id="a-2", text="")))) == 2


def test_average_link_breaks_chains() -> None:
    """1-2-3-4 linked only to their neighbours are not one group."""
    chain = {(n, n + 1): 0.3 for n in range(5)}
    assert max(len(g) for g in average_link(6, chain, 0.2)) == 2


def test_two_coherent_groups_stay_two() -> None:
    inside = {(a, b): 0.8 for g in (range(4), range(4, 8)) for a in g for b in g if a < b}
    across = {(a, b): 0.4 for a in range(4) for b in range(4, 8)}
    assert average_link(8, {**inside, **across}, 0.2) == [[0, 1, 2, 3], [4, 5, 6, 7]]
