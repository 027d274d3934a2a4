"""The signs by which the place of an event is told, and what each weighs."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import astuple


class Signs(Struct, kw_only=True):
    """What speaks for a place being that of the event. Shares are over the story's articles, by origin; numbers of
    mentions and claims count by their logarithm.

    How it is named: in the headline (`title`), in the `first`, the `second`, the two `later` sentences of the body; in
    sentences after those with the event's words (`worded`) or without (`told`); behind a preposition of place in a
    sentence with a deed, of the opening (`deed`) or after it (`deeds`), or anywhere (`located`); a few words behind a
    deed (`close`); in sentences on what follows deeds, as courts (`after`); in the `dateline`; as the place of claims
    of the event (`claim`); called a town or village in a sentence of the opening with a deed (`called`); named in the
    dateline alone, as where the reporter sat, while another place is so called (`sat`); its region or country stands
    behind it (`beside`); its police or court is meant (`office`); meant by the opening without its name, as "the
    capital" of the dateline (`here`, which makes it `told`, too); named as where people were
    taken to, live or spoke, which counts for none of the above (`aside`).

    What it is: a `country`, `region`, `county`, a `site` within a town; `unknown` to the gazetteer; how many `people`
    live there (log of thousands, up to 30); how much the story speaks of its country (`share`, log).

    What else is named: a far larger town close by (`suburb`); the county that it lies in (`inside`); a town of deeds
    that it may hold (`holds`), or, of a county, any town in it (`seat`); the town that it is a side of (`side`), or a
    side of it (`whole`); the name is but a side ("East", `bare`).
    News of a whole country is sent from the town, and deeds are placed in another, none there (`idle`).
    """

    title: float = 0.0
    first: float = 0.0
    second: float = 0.0
    later: float = 0.0
    worded: float = 0.0
    told: float = 0.0
    deed: float = 0.0
    deeds: float = 0.0
    close: float = 0.0
    after: float = 0.0
    located: float = 0.0
    dateline: float = 0.0
    claim: float = 0.0
    called: float = 0.0
    sat: float = 0.0
    beside: float = 0.0
    office: float = 0.0
    here: float = 0.0
    aside: float = 0.0
    country: float = 0.0
    region: float = 0.0
    county: float = 0.0
    site: float = 0.0
    unknown: float = 0.0
    people: float = 0.0
    share: float = 0.0
    suburb: float = 0.0
    inside: float = 0.0
    holds: float = 0.0
    seat: float = 0.0
    side: float = 0.0
    whole: float = 0.0
    bare: float = 0.0
    idle: float = 0.0

    def add(self, other: Signs, share: float) -> None:
        """Add another's signs, of an article with this share in the story."""
        for name, value in zip(self.__struct_fields__, astuple(other), strict=True):
            setattr(self, name, getattr(self, name) + share * value)

    def weigh(self, weights: Signs) -> float:
        """The sum of the signs, each times its weight."""
        return float(sum(a * b for a, b in zip(astuple(self), astuple(weights), strict=True)))


WEIGHTS = Signs(
    title=0.47,
    first=0.78,
    second=0.72,
    later=0.42,
    worded=0.49,
    told=0.52,
    deed=0.55,
    deeds=0.72,
    close=0.71,
    after=0.0,
    located=0.44,
    dateline=1.38,
    claim=0.32,
    sat=-0.93,
    called=0.71,
    beside=0.5,
    office=1.67,
    here=0.0,
    aside=0.0,
    country=-0.01,
    region=-0.03,
    county=-1.91,
    site=-2.12,
    unknown=-0.83,
    people=0.35,
    share=0.34,
    suburb=-1.86,
    inside=1.86,
    holds=-0.28,
    seat=-0.37,
    side=-0.99,
    whole=0.72,
    bare=-0.55,
    idle=-1.0,
)
"""Weights of a log-linear choice among the places of a story, fitted to where people say that events happened, starting
from an earlier fit; `people` and `unknown` kept from it, since villages that no gazetteer has are rare in that data."""
