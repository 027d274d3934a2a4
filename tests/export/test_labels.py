"""What articles are called, and that no reader meets an article's id."""

from __future__ import annotations

import re

import pytest
import stand_collapse
from msgspec.structs import replace

from variorum.account import build
from variorum.export import render, words
from variorum.export.explain import explain
from variorum.export.view import StoryView
from variorum.model import Discrepancy
from variorum.model.account import Account, StoryAccount

TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)


def story(**changes: object) -> StoryAccount:
    """The hand-made story; the changes are made to its first article, which stands in a file of its own."""
    made = build(stand_collapse.records(), "ucdp")
    first = replace(made.articles[0], path="in/file.txt", **changes)
    return replace(made, articles=(first, *made.articles[1:]))


@pytest.mark.parametrize(
    ("changes", "label", "subtitle"),
    [
        ({"publisher": "Northwire", "title": "A stand falls"}, "Northwire", "A stand falls"),
        ({"publisher": "Northwire", "title": None}, "Northwire", "file.txt"),
        ({"publisher": None, "title": "A stand falls"}, "A stand falls", "file.txt"),
        ({"publisher": None, "title": None, "sections": ()}, "file.txt", None),
    ],
)
def test_label_and_second_line(changes: dict[str, object], label: str, subtitle: str | None) -> None:
    view = StoryView(story(**changes))
    article = view.story.articles[0].id
    assert (view.label(article), view.subtitle(article)) == (label, subtitle)


def test_a_nameless_article_is_called_by_how_it_begins_in_every_format() -> None:
    nameless = story(publisher=None, title=None)
    view, article = StoryView(nameless), nameless.articles[0]
    body = next(s for s in article.sections if s.kind == "body")
    begins = " ".join(article.text[body.start :].split()[:6]) + "…"
    assert view.label(article.id) == begins and view.subtitle(article.id) == "file.txt"
    account = Account(policy="ucdp", stories=(nameless,))
    assert all(begins in render(account, name) for name in ("text", "html", "md"))
    assert [render(account, name).count("file.txt") for name in ("text", "html", "md")] == [1, 1, 1]


def test_short_sentence_is_the_whole_label() -> None:
    made = story(publisher=None, title=None)
    first = made.articles[0]
    body = next(s for s in first.sections if s.kind == "body")
    text = first.text[: body.start] + "It fell. Nobody knew why." + first.text[body.start + 25 :]
    view = StoryView(replace(made, articles=(replace(first, text=text), *made.articles[1:])))
    assert view.label(first.id) == "It fell."


def discrepancy(made: StoryAccount) -> Discrepancy:
    one, other = made.claims[0].span, made.claims[-1].span
    why = (f'{one.article} has "six"', f"{other.article} came later")
    return Discrepancy(
        id="d-1", type="conflicting_figure", severity="info", spans=(one, other), message="hospitalised: 6, 9", why=why
    )


def test_reasons_name_articles_as_the_reader_knows_them() -> None:
    made = story()
    account = Account(policy="ucdp", stories=(replace(made, discrepancies=(discrepancy(made),)),))
    for name in ("text", "html", "md"):
        shown = TAG.sub(" ", render(account, name))
        assert not any(re.search(rf"\b{a.id}\b", shown) for a in made.articles)
        assert "came later" in shown and "in hospital: 6, 9" in shown
    view, last = StoryView(made), made.claims[-1].span.article
    assert f"{view.siglum(last)} ({view.label(last)}) came later" in explain(account, "d-1")


def test_long_labels_are_cut_between_words() -> None:
    assert words.brief("The bridge held; nobody knew", 17) == "The bridge held…"
    assert words.brief("The bridge", 10) == "The bridge" and words.brief("Unbroken", 5) == "Unbr…"


def test_an_occasion_is_no_platform() -> None:
    assert (words.medium("Telegram"), words.medium("news conference")) == ("on Telegram", "news conference")
