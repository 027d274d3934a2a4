# ruff: noqa: E501 (the lines are paragraphs)
"""What is one event and what is two, among the other news of a year."""

from __future__ import annotations

import msgspec
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


HANDFUL = (
    "A boy of eight was wounded in the leg when a rifle went off in a kitchen in Tarnholt on Monday evening, police said. An "
    "older brother had been cleaning it. The boy was taken to hospital and is expected to recover, and no charges were filed.",
    "Police in Ostervik say a girl of nine was shot in the foot on Thursday while her uncle unloaded a pistol in the garage. "
    "She was driven to hospital by a neighbour and is expected to live. Detectives will hand their findings to a prosecutor.",
    "No charges will be brought over the rifle shot that wounded Emil Brask, 8, in his parents' kitchen in Tarnholt, police said "
    "on Friday. His older brother had been cleaning the weapon on Monday evening. The boy has left hospital.",
)


def test_a_handful_of_files_may_be_of_two_events() -> None:
    """Among few articles nothing is known to be usual, but that they share no name tells."""
    days = ("2031-04-08", "2031-04-11", "2031-04-12")
    made = [Article(id=f"a-{n:016x}", text=t, published=d) for n, (t, d) in enumerate(zip(HANDFUL, days, strict=True))]
    stories = story_of(tuple(made))
    assert stories[made[0].id] == stories[made[2].id] != stories[made[1].id]


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


SLUICE = (
    "A sluice keeper drowned at Ostervik on Sunday when a log jam tore the gate off its hinges, the river board said. Nils "
    "Hedman, 58, had gone out alone to free the grating and was swept under the footbridge. Two anglers heard him shout, ran "
    "along the bank with a rope and lost sight of him at the paper mill. His body was found in the evening, eleven kilometres "
    "downstream. The board had been asked twice since the winter to replace the gate, a letter shows; its chairwoman, Britta "
    "Malm, said that the money had gone into the dyke at Lunden.",
    "He was the last who still slept beside the water. On Sunday Nils Hedman went out alone to free the grating, and the river "
    "took him under the footbridge at Ostervik. Two anglers ran along the bank with a rope as far as the paper mill. His dog "
    "would not leave the lock, so neighbours fed it there. Britta Malm, who leads the river board, came on Monday with flowers "
    "and was asked about the letter, and about the dyke at Lunden. She answered that every krona can be spent once. In "
    "the evening somebody had written his name on the new planks in chalk, and below it the hour of the next high water.",
)


def test_a_report_may_be_headed_in_other_words_than_its_own() -> None:
    """A long text is somebody's report, though it has no word of its title; a long menu is none."""
    plain = Article(id="a-0000000000000001", text=SLUICE[0], published="2031-04-06")
    headed = Article(
        id="a-0000000000000002",
        text=SLUICE[1],
        title="Gatesman's final duty ends tragically",
        published="2031-04-07",
    )
    stories = story_of((*OTHERS, plain, headed))
    assert stories[plain.id] == stories[headed.id]
    menu = " ".join(word.capitalize() for word in SLUICE[0].replace(",", "").split() if len(word) > 4)
    listed = msgspec.structs.replace(headed, text=menu)
    stories = story_of((*OTHERS, plain, listed))
    assert stories[plain.id] != stories[listed.id]


def test_doubling_a_copy_never_splits_a_story() -> None:
    for seed in (1, 2, 3):
        some = stream(30, seed)[0]
        before = group(tuple(some))
        for n, twin in enumerate(some[::9]):
            copy = Article(id=f"a-{n:016x}", text=twin.text, published=twin.published)
            after = {frozenset(s.articles) - {copy.id} for s in group((*some, copy))}
            assert after == {frozenset(s.articles) for s in before}
