"""All quantities of an article (`variorum quantities`)."""

from __future__ import annotations

from variorum.extract.quantities.phrase import find_phrases
from variorum.model import Article, Quantity
from variorum.text.tree import Parse


def find_quantities(article: Article, parse: Parse) -> tuple[Quantity, ...]:
    """Every number with its hedge, bounds, unit and noun, whatever it counts, in text order."""
    found = []
    for phrase in find_phrases(parse, article.language):
        noun = phrase.noun.lemma if phrase.noun is not None else None
        unit = phrase.role if phrase.role != "count" else noun
        found.append(Quantity(span=article.span(phrase.start, phrase.end), value=phrase.value, unit=unit, noun=noun))
    return tuple(found)
