"""What the parts of `event` share: which sentences speak of the event and how loudly, and what words stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.model import Article, Extraction, Span

_LEAD = 4  # sentences of the body that vote
_INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"))


def lead(article: Article, extraction: Extraction) -> Iterator[tuple[Span, float]]:
    """The headline's and the first sentences with their weight."""
    body = 0
    for sentence in extraction.sentences:
        section = article.section_at(sentence.start)
        if section is None or section.kind in {"headline", "bullet"}:
            if section is not None and section.kind == "headline":
                yield sentence, 1.5
            continue
        if section.kind != "body":
            continue
        yield sentence, (2.0, 1.0, 0.7, 0.5)[body]
        body += 1
        if body >= _LEAD:
            return


def lemmas(text: str) -> Iterator[str]:
    """Words, and what they may be inflections of."""
    for raw in text.lower().replace("’", "'").split():
        yield from forms(raw)


@lru_cache(maxsize=65536)
def forms(raw: str) -> tuple[str, ...]:
    """A lower-case word without its punctuation, and what it may be an inflection of."""
    word = raw.strip(".,;:!?()[]\"'“”‘«»-").removesuffix("'s")
    stems = ((ending, instead) for ending, instead in _INFLECTIONS if word.endswith(ending))
    return (word, *(word[: -len(e)] + instead for e, instead in stems if len(word) > len(e) + 3))


def triggers(kind: str | None) -> frozenset[str]:
    """Lemmas that speak of an event of this type."""
    events = read("en", "events", Events)
    words = (w for table in (events.types, events.things, events.scenes) for w in table.get(kind or "", ()))
    return frozenset(words) | {"kill", "die", "happen", "occur"}


@cache
def deeds() -> frozenset[str]:
    """Lemmas of what is done to people or befalls them."""
    return frozenset(read("en", "events", Events).deeds)


@cache
def aftermath() -> frozenset[str]:
    """Lemmas of what follows deeds."""
    return frozenset(read("en", "events", Events).aftermath) - deeds()
