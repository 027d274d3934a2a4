"""Names that texts show to be one: letters beside a body's name, a translation's spelling, the same words."""

from __future__ import annotations

import pytest

from variorum.align.entities import resolve
from variorum.model import Article, Derivation, Entity, EntityType, Extraction, Lineage, Mention


def entities(texts: list[str], names: list[tuple[str, EntityType]], *, translated: bool = False) -> tuple[Entity, ...]:
    """The story's entities; every occurrence of a name in a text is a mention of it."""
    articles, found = [], []
    for number, text in enumerate(texts):
        made = Article(id=f"a-{number}", text=text)
        mentions = [
            Mention(span=made.span(text.index(name), text.index(name) + len(name)), type=kind, name=name)
            for name, kind in names
            if name in text
        ]
        articles.append(made)
        found.append(Extraction(article=made.id, mentions=tuple(sorted(mentions, key=lambda m: m.span.start))))
    edge = Derivation(derived="a-1", source="a-0", relation="translation", coverage=0.7, confidence=0.9)
    return resolve(articles, found, Lineage((edge,) if translated else ()))


def together(one: str, other: str, found: tuple[Entity, ...]) -> bool:
    return any({one, other} <= set(e.names) for e in found)


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("The Marsh Freedom Front (FFM) took the town.", True),
        ("The Marsh Freedom Front, or FFM, took the town.", True),
        ("The Marsh Freedom Front met the FFM.", False),
        ("The Marsh Freedom Front (UKO) took the town.", False),
    ],
)
def test_letters_set_beside_a_name(text: str, one: bool) -> None:
    letters = "UKO" if "UKO" in text else "FFM"
    found = entities([text], [("Marsh Freedom Front", "organization"), (letters, "organization")])
    assert together("Marsh Freedom Front", letters, found) is one
    if one:
        assert found[0].name == "Marsh Freedom Front"


def test_the_same_words_in_another_order() -> None:
    names: list[tuple[str, EntityType]] = [
        ("national harbour institute", "organization"),
        ("National Institute of Harbours", "organization"),
    ]
    texts = ["The national harbour institute said so.", "The National Institute of Harbours said so."]
    assert together(names[0][0], names[1][0], entities(texts, names))


def test_a_translation_spells_its_sources_names_otherwise() -> None:
    names: list[tuple[str, EntityType]] = [("Tormanzwe", "place"), ("Tormanzué", "place")]
    texts = ["It rained in Tormanzwe.", "It did rain in Tormanzué."]
    assert together("Tormanzwe", "Tormanzué", entities(texts, names, translated=True))
    assert not together("Tormanzwe", "Tormanzué", entities(texts, names))


def test_a_translations_spelling_gives_no_name() -> None:
    names: list[tuple[str, EntityType]] = [("Irfan Qavi", "person"), ("Irfan Kavi", "person")]
    (found,) = entities(["Irfan Qavi spoke.", "Irfan Kavi spoke."], names, translated=True)
    assert found.name == "Irfan Qavi"
