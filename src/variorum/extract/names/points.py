"""The points that cues give a candidate."""

from __future__ import annotations

Scores = tuple[float, float, float, float]
"""Points for person, organisation, place, and none of the three."""


class Points:
    """A tally for one mention of a name."""

    __slots__ = ("none", "organisation", "person", "place")

    def __init__(self) -> None:
        self.person = self.organisation = self.place = self.none = 0.0

    def add(self, *, person: float = 0.0, organisation: float = 0.0, place: float = 0.0, none: float = 0.0) -> None:
        """Add points; negative ones speak against."""
        self.person += person
        self.organisation += organisation
        self.place += place
        self.none += none

    @property
    def scores(self) -> Scores:
        """The tally as it stands."""
        return self.person, self.organisation, self.place, self.none
