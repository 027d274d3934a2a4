"""A source as resolved, and the memory of those heard so far."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Sort = Literal["person", "body", "document", "people"]
Gender = Literal["f", "m"]
NEAR = 80
"""How many names back a pronoun may reach."""


class Voice(Struct, frozen=True):
    """A source as resolved. `words` are those of its name and role, for "the ministry" and "the mayor"; `at` where
    it stands.
    """

    name: str
    sort: Sort
    at: int
    role: str | None = None
    gender: Literal["f", "m"] | None = None
    plural: bool = False
    words: frozenset[str] = frozenset()


class Memory(Struct):
    """Voices in the order they were heard, who passed words on, and the genders known by name."""

    heard: list[Voice] = field(default_factory=list)
    passers: list[Voice] = field(default_factory=list)
    genders: dict[str, Gender] = field(default_factory=dict)

    def recent(self) -> list[Voice]:
        """The voices near enough to be meant again."""
        return self.heard[-NEAR:]

    def gender(self, voice: Voice) -> Gender | None:
        """The voice's own gender, or the one its name has elsewhere."""
        return voice.gender or self.genders.get(voice.name)
