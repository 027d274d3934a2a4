"""Finds the entity behind the name of a source or a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from variorum.lang.grounds import grounds
from variorum.model import Entity, Source

CLEAR = 3
"""A place named this many times as often as its namesakes in the story is the one meant."""


class Names:
    """The story's entities by name and by place in the text."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._named: dict[str, list[Entity]] = defaultdict(list)
        self._at: dict[str, list[tuple[int, int, Entity]]] = defaultdict(list)
        self._ids: dict[str, Entity] = {}
        for entity in sorted(entities, key=lambda e: e.id):
            self._ids[entity.id] = entity
            for name in dict.fromkeys(map(_plain, (entity.name, *entity.names))):
                self._named[name].append(entity)
            for span in entity.mentions:
                self._at[span.article].append((span.start, span.end, entity))
        for mentions in self._at.values():
            mentions.sort(key=lambda m: m[:2])

    def source(self, source: Source) -> Entity | None:
        """The entity of a source: by its id, by its words in the text, or by a name that only one entity has."""
        if source.entity in self._ids:
            return self._ids[source.entity]
        return self._mentioned(source) or self._only(source.name, places=False)

    def place(self, name: str | None) -> str | None:
        """The story's name for a place; inside a longer name ("Kiev region") the part that is an entity's."""
        if name is None:
            return None
        found = self._only(name, places=True)
        return found.name if found else self._within(name)

    def _only(self, name: str, *, places: bool) -> Entity | None:
        found = [e for e in self._named.get(_plain(name), []) if (e.type == "place") == places]
        if places:
            found = sorted(found, key=lambda e: -len(e.mentions))
            found = [e for e in found if max(len(e.mentions), 1) * CLEAR > len(found[0].mentions)]
        return found[0] if len(found) == 1 else None

    def _mentioned(self, source: Source) -> Entity | None:
        """The one person or organisation that the words of the source name, if its name is in the source's name."""
        span = source.span
        if span is None:
            return None
        mentions = self._at[span.article]
        first = bisect_left(mentions, span.start, key=lambda m: m[0])
        last = bisect_left(mentions, span.end, first, key=lambda m: m[0])
        inside = [e for _, end, e in mentions[first:last] if end <= span.end]
        known = {e.id: e for e in inside if e.type != "place"}
        known = {i: e for i, e in known.items() if _is_named(e, _plain(source.name))}
        return next(iter(known.values())) if len(known) == 1 else None

    def _within(self, name: str) -> str:
        words = name.split(" ")
        for length in range(len(words) - 1, 0, -1):
            for start in range(len(words) - length + 1):
                found = self._only(" ".join(words[start : start + length]), places=True)
                if found and _plain(name) in _plain(found.name):
                    return found.name
                if found:
                    return " ".join((*words[:start], found.name, *words[start + length :]))
        return name


NESTING = re.compile(r"\b(?:at|in|from|near|inside|outside|with|for|of)\s+(?:the\s+)?(?:[\w’'-]+\s+)?$")
"""Before a name that only says where or of what somebody is: "a clerk *at* the Kerrin mill"."""


def _is_named(entity: Entity, name: str) -> bool:
    """Whether the name is the entity's; a body's that only says where the speaker works is not."""
    for known in map(_plain, (entity.name, *entity.names)):
        at = name.find(known)
        if at >= 0 and (entity.type == "person" or NESTING.search(name[:at]) is None):
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> str:
    plain = " ".join(name.casefold().split())
    for prefix in grounds().drop:
        plain = plain.removeprefix(prefix)
    return plain
