"""The sweep finds every pair that likeness could join."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.align.entities import resolve
from variorum.align.near import near_pairs
from variorum.model import Article, Extraction, Mention


def test_alike_as_a_whole_or_in_the_last_word() -> None:
    names = ["Ilya Brandt", "Brant", "Ylia Brandt", "Otto Quist"]
    assert near_pairs(names) == [(0, 1), (0, 2), (1, 2)]


@given(st.lists(st.text(alphabet="abcdk ", max_size=12), max_size=12))
def test_equal_names_are_near(names: list[str]) -> None:
    found = near_pairs([*names, "Dakka"] * 2)
    half = len(names) + 1
    assert (half - 1, 2 * half - 1) in found


def test_many_articles_keep_every_mention() -> None:
    given_, family = ["Ada", "Bruno", "Carla", "Dov", "Edda"], ["Lind", "Moreau", "Nagy", "Okafor", "Petrov", "Quist"]
    names = [f"{g} {f}{s}" for g in given_ for f in family for s in ("", "berg", "stad", "ovic", "ino")]
    articles, extractions = [], []
    for n in range(30):
        text = "\n".join(names)
        article = Article(id=f"a-{n}", text=text)
        spans = [article.span(text.index(name), text.index(name) + len(name)) for name in names]
        mentions = tuple(Mention(span=s, type="person", name=s.text) for s in spans)
        articles.append(article)
        extractions.append(Extraction(article=article.id, mentions=mentions))
    entities = resolve(articles, extractions)
    assert sum(len(e.mentions) for e in entities) == 30 * len(names)
