"""Where an article's places lie."""

from __future__ import annotations

from variorum.extract.places import locate
from variorum.model import Article, Mention, Section


def countries(text: str, *names: str) -> dict[str, str | None]:
    article = Article(id="a", text=text, sections=(Section("body", 0, len(text)),))
    spans = [article.span(text.index(n), text.index(n) + len(n)) for n in names]
    located = locate(article, tuple(Mention(span=s, type="place", name=s.text) for s in spans))
    return {m.name: m.point.country if m.point else None for m in located}


def test_a_state_named_like_a_country_is_not_the_country() -> None:
    assert countries("Voters in Georgia state queued in Savannah.", "Georgia")["Georgia"] == "US"
    assert countries("Herders fled Niger state for Abuja, Nigeria.", "Niger")["Niger"] is None
    assert countries("Herders fled Niger for Mali.", "Niger")["Niger"] == "NE"


def test_the_first_word_of_a_country_belongs_to_it() -> None:
    assert countries("TWO MEN WERE SHOT IN EL SALVADOR BY SOLDIERS.", "SALVADOR") == {"EL SALVADOR": "SV"}
    assert countries("TWO MEN WERE SHOT IN SALVADOR BY SOLDIERS.", "SALVADOR") == {"SALVADOR": "BR"}
