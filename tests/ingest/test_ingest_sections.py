"""What stands inside and below a story."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import ingest
from variorum.model import Article
from variorum.settings import Settings

Read = Callable[..., Article]

STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."
MORE = "The pilot of the first barge was taken to hospital with a broken arm, a doctor said on Tuesday evening."


def laid_out(article: Article) -> list[tuple[str, str]]:
    return [(s.kind, article.text[s.start : s.end]) for s in article.sections]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Read also: 7 ways to stay dry on a barge", "boilerplate"),
        ("Tags: barge, river, Norland", "boilerplate"),
        ("Bonus video:", "boilerplate"),
        ("1:52 Barge owner opens an old mill", "boilerplate"),
        ("7:30 p.m. Two barges collided on the Orle river, the harbour police said.", "body"),
        ("* * *", "boilerplate"),
        ("https://vanda-times.example/barges", "boilerplate"),
        ("(This story has been corrected to say that nine people were hurt, not 12.)", "note"),
        ("An earlier version of this story said that 12 people had been hurt.", "note"),
        ("(The police figure of 12, as given in an earlier version, covered the whole week.)", "note"),
        ("Photo caption: The stern of the first barge at dawn. (Vanda Times/I. Lund)", "caption"),
        ("Ivo Lund/Vanda Press via Getty Images", "caption"),
        ("A barge lies on its side in the Orle on Tuesday. (Ivo Lund/Vanda Times)", "caption"),
        ("Fog and a sleeping pilot", "caption"),
        ("Then, laughing: “We were lucky.”", "body"),
        ("“We were lucky.”", "body"),
        ("– We were lucky, – said the cook.", "body"),
    ],
)
def test_lines_between_paragraphs(read_text: Read, line: str, kind: str) -> None:
    article = read_text(f"{STORY}\n\n{line}\n\n{MORE}")
    assert laid_out(article) == [("body", STORY), (kind, line), ("body", MORE)]


def test_summary_box(read_text: Read) -> None:
    article = read_text(
        f"{STORY}\n\n{MORE}\n\nKey takeaways:\n- Nine people were hurt.\n- Injured: 9, one of them badly"
    )
    assert [k for k, _ in laid_out(article)] == ["body", "body", "boilerplate", "bullet", "bullet"]


def test_question_box(read_text: Read) -> None:
    article = read_text(f"{STORY}\n\n{MORE}\n\nFAQ\nHow many were hurt? Nine people were hurt.\nWhere? On the Orle.")
    assert [k for k, _ in laid_out(article)] == ["body", "body", "boilerplate", "bullet", "bullet"]


@pytest.mark.parametrize("mark", [" - NorPress", " — NorPress", " (Reuters)", " (AFP)"])
def test_closing_credit_is_cut_off(read_text: Read, mark: str) -> None:
    article = read_text(f"{STORY}\n\n{MORE}{mark}")
    assert [k for k, _ in laid_out(article)] == ["body", "body", "byline"]
    assert laid_out(article)[1] == ("body", MORE)
    assert [(m.name, m.credit) for m in article.agencies] == [(mark.strip(" -—()"), "byline")]


@pytest.mark.parametrize(
    "line",
    [
        "Ivo Lund contributed reporting",
        "Reporting by Ivo Lund; Editing by Ana Vega",
        "Source: NPB/Gulf Wire",
        "With files from Reuters.",
    ],
)
def test_contributors_at_the_foot(read_text: Read, line: str) -> None:
    assert laid_out(read_text(f"{STORY}\n\n{MORE}\n\n{line}"))[-1] == ("byline", line)


WRAPPED = """BARGES COLLIDE ON ORLE

     ORLEVAR, 5 MAR 91 (NPB) -- [TEXT] TWO BARGES COLLIDED ON THE ORLE
RIVER ON TUESDAY, LEAVING NINE CREW MEMBERS INJURED, THE HARBOUR POLICE
SAID IN A STATEMENT THAT WAS READ ON THE RADIO AT NOON.

     THE PILOT OF THE FIRST BARGE WAS TAKEN TO THE HOSPITAL WITH A BROKEN
ARM, AND TWO SAILORS OF THE OTHER ONE ARE STILL BEING LOOKED FOR BY THE
DIVERS OF THE NAVY."""


def test_wrapped_text_is_one_section_per_paragraph(read_text: Read) -> None:
    article = read_text(WRAPPED)
    assert [k for k, _ in laid_out(article)] == ["headline", "dateline", "body", "body"]
    assert laid_out(article)[2][1].startswith("TWO BARGES") and laid_out(article)[2][1].endswith("AT NOON.")
    assert laid_out(article)[3][1].count("\n") == 2


def test_wrapped_text_by_indentation_alone(read_text: Read) -> None:
    text = WRAPPED.split("\n\n", 1)[1].replace("\n\n", "\n")
    assert [k for k, _ in laid_out(read_text(text))] == ["dateline", "body", "body"]


def test_short_paragraphs_are_not_wrapped_lines(read_text: Read) -> None:
    text = "\n".join(
        ["Nine people were hurt on the river.", "Two barges had met in the fog.", "One of them sank within minutes."]
    )
    assert [k for k, _ in laid_out(read_text(text))] == ["body"] * 3


LINES = st.lists(
    st.one_of(
        st.text(max_size=90),
        st.sampled_from(
            [
                STORY,
                MORE,
                "",
                "ORLEVAR, March 5 (NPB) - " + STORY,
                "By Ivo Lund",
                "6 March 2024",
                "- Nine hurt",
                "Key points:",
            ]
        ),
    ),
    max_size=14,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r"]))
def test_sections_stand_in_order_inside_the_text(lines: list[str], newline: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "story.txt")
        path.write_bytes(newline.join(lines).encode("utf-8", "ignore"))
        for article in ingest.read([path], Settings()):
            if isinstance(article, Article):
                check(article)


def check(article: Article) -> None:
    last = 0
    for section in article.sections:
        assert last <= section.start < section.end <= len(article.text)
        assert not article.text[section.start].isspace() and not article.text[section.end - 1].isspace()
        last = section.end
    covered = {i for s in article.sections for i in range(s.start, s.end)}
    assert not any(c.isalpha() for i, c in enumerate(article.text) if i not in covered)
    for mention in article.agencies:
        span = mention.span
        assert span is not None and article.text[span.start : span.end] == span.text
    for date in article.dates:
        assert date.span is None or article.text[date.span.start : date.span.end] == date.span.text
