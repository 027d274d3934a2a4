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
    """Words, and what they may be inflections of; of a compound that names no event ("fire chief") not its first word,
    and gunfire for the fire that is opened."""
    words = text.lower().replace("’", "'").split()
    doubtful = not _doubtful().isdisjoint(words)
    for n, raw in enumerate(words):
        if doubtful and raw in _doubtful() and _tells_of_none(words, n):
            continue
        if raw[:4] == _FIRE and forms(raw)[0] == _FIRE and n and words[n - 1] in _shots():
            yield _GUNFIRE
            continue
        yield from forms(raw)


_FIRE, _GUNFIRE = "fire", "gunfire"


@cache
def _doubtful() -> frozenset[str]:
    """First words of compounds that tell of no event of their sort."""
    events = read("en", "events", Events)
    return frozenset((*events.dealt_with, *(first for first, _ in events.idioms)))


@cache
def _shots() -> frozenset[str]:
    return frozenset(read("en", "events", Events).shots)


@cache
def _dealers() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[tuple[str, str]]]:
    events = read("en", "events", Events)
    return frozenset(events.dealt_with), frozenset(events.dealing), frozenset(events.dealers), frozenset(events.idioms)


def _tells_of_none(words: list[str], n: int) -> bool:
    """Whether the words from the nth on name who deals with such events, or an idiom."""
    dealt_with, dealing, dealers, idioms = _dealers()
    after = words[n + 1 : n + 2 + _BETWEEN]
    if after and any((words[n], form) in idioms for form in forms(after[0])):
        return True
    if words[n] not in dealt_with:
        return False
    for word in after:
        if any(form in dealers for form in forms(word)):
            return True
        if word not in dealing:
            return False
    return False


_BETWEEN = 2
"""Words of their work at most between the event that people deal with and what they are."""


@cache
def _apart() -> frozenset[str]:
    return frozenset(read("en", "events", Events).apart)


@lru_cache(maxsize=65536)
def forms(raw: str) -> tuple[str, ...]:
    """A lower-case word without its punctuation, and what it may be an inflection of."""
    word = raw.strip(".,;:!?()[]\"'“”‘«»-").removesuffix("'s")
    if word in _apart():
        return (word,)
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
