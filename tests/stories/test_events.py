# ruff: noqa: E501 (the lines are paragraphs)
"""What is one event and what is two, among the other news of a year."""

from __future__ import annotations

from stream import stream

from variorum.model import Article
from variorum.stories import group

OTHERS = tuple(stream(160)[0])

BAKERY = (
    "A 34-year-old man was shot dead outside a bakery in Tarnholt on Tuesday morning, police said. Officers found Emil Vasko on the pavement of Linden Road at 7.20 a.m. with two wounds in the chest. A white van left towards the canal.",
    "TARNHOLT - The man killed in front of the Linden Road bakery was named on Wednesday as Emil Vasko, 34, a postman. Detectives are looking for a white van that was seen on the canal bridge minutes after the shots.",
    "Postmen in Tarnholt laid down work for an hour on Thursday to remember their colleague Emil Vasko, shot outside a bakery two days before. Police said the white van had been found burned out near the canal.",
)
GARAGE = (
    "Two teenagers were wounded when shots were fired at a petrol station in Tarnholt late on Friday, police said. The boys, 16 and 17, were sitting in a parked car on Harbour Way when a motorcyclist opened fire.",
    "TARNHOLT - A 19-year-old was arrested over the shooting of two teenagers at the Harbour Way petrol station on Friday night. The younger boy lost an eye, his mother Selma Ortiz said; his friend has left hospital.",
)


def articles() -> tuple[Article, ...]:
    days = ("2031-04-08", "2031-04-09", "2031-04-10", "2031-04-12", "2031-04-13")
    return tuple(
        Article(id=f"a-{0x77 + n:016x}", text=text, published=day)
        for n, (text, day) in enumerate(zip(BAKERY + GARAGE, days, strict=True))
    )


def story_of(found: tuple[Article, ...]) -> dict[str, str]:
    return {i: s.id for s in group(found) for i in s.articles}


def test_two_shootings_in_one_town_and_week_are_two() -> None:
    """And one event that is reported on three days is one."""
    made = articles()
    stories = story_of((*OTHERS, *made))
    assert [len({stories[a.id] for a in part}) for part in (made[:3], made[3:])] == [1, 1]
    assert stories[made[0].id] != stories[made[3].id]


def test_a_page_of_a_site_is_no_report() -> None:
    """A short text that comes back word for word weeks later ties nothing together."""
    text = "You have read all your free articles of this month. Please sign in or buy a pass to go on."
    pages = [Article(id=f"a-{n:016x}", text=text, published=f"2031-0{n}-02") for n in range(1, 5)]
    assert len({story_of((*OTHERS, *pages))[p.id] for p in pages}) == 4
    same_day = [Article(id=p.id, text=text, published="2031-04-02") for p in pages]
    assert len({story_of((*OTHERS, *same_day))[p.id] for p in pages}) == 1


def test_a_body_that_is_another_text_than_its_title_is_not_read() -> None:
    text = "One moment: we are checking that you are a person. This page opens by itself when the check is over."
    one = Article(
        id="a-0000000000000001", text=text, title="Granary fire kills watchman in Quenby", published="2031-04-02"
    )
    two = Article(
        id="a-0000000000000002", text=text, title="Mayor Ruiz quits over ferry contracts", published="2031-04-03"
    )
    stories = story_of((*OTHERS, one, two))
    assert stories[one.id] != stories[two.id]


def test_doubling_a_copy_never_splits_a_story() -> None:
    for seed in (1, 2, 3):
        some = stream(30, seed)[0]
        before = group(tuple(some))
        for n, twin in enumerate(some[::9]):
            copy = Article(id=f"a-{n:016x}", text=twin.text, published=twin.published)
            after = {frozenset(s.articles) - {copy.id} for s in group((*some, copy))}
            assert after == {frozenset(s.articles) for s in before}
