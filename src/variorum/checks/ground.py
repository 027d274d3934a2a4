"""Names of places that mean the whole of the event: its own, and what it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks.desk import Desk
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.model import Article


def event_place(desk: Desk) -> str:
    """The name of the event's place in small letters, or nothing."""
    place = desk.records.event.place
    return place.name.lower() if place else ""


def around(desk: Desk) -> frozenset[str]:
    """No place, the event's, its country, and what an article names behind it or a dateline behind its own place
    ("BRNO, Moravia")."""
    here = event_place(desk)
    wider = {n.lower() for a in desk.order for n in _datelined(desk.articles[a])} | _country(desk)
    if not here:
        return frozenset({"", *wider})
    return frozenset({"", here, *wider, *(n.lower() for a in desk.order for n in _behind(desk.articles[a].text, here))})


def _country(desk: Desk) -> set[str]:
    """The names of the event's country."""
    place = desk.records.event.place
    countries = read("en", "places", Places).countries
    if place is None or not place.country:
        return _only_country(desk)
    known = countries.get(place.country)
    return {n.lower() for n in (known.name, *known.also)} if known else set()


def _only_country(desk: Desk) -> set[str]:
    """The one country that counts of the event name, where its own place is none that is known."""
    known = desk.once(_countries)
    named = {known.get((c.place or "").lower()) for a in desk.order for c in desk.claims(a) if c.scope == "event"}
    found = {n for n in named if n is not None}
    return {n for n, code in known.items() if code in found} if len(found) == 1 else set()


def _countries(_: Desk) -> dict[str, str]:
    """The countries' names in small letters → code."""
    table: Places = read("en", "places", Places)
    return {n.lower(): code for code, c in table.countries.items() for n in (c.name, *c.also)}


def _datelined(article: Article) -> Iterator[str]:
    """The region or country in the dateline ("BRNO, Moravia (AB) -")."""
    for section in article.sections:
        if section.kind == "dateline":
            yield from (m[1] for m in REGION.finditer(article.text, section.start, section.end))


REGION = re.compile(r",\s+([A-Z][^\W\d]+(?: [A-Z][^\W\d]+)*)(?=\s*(?:[(,–—-]|$))")
"""A name between a comma and a mark; months have a day behind them."""


def _behind(text: str, place: str) -> Iterator[str]:
    """What stands behind the place's name and a comma, with a capital."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" becomes two characters
        lower = "".join(c.lower()[:1] for c in text)
    at = lower.find(place)
    while at >= 0:
        wider = WIDER.match(text, at + len(place))
        if wider and wider[1][0].isupper() and not text[at - 1 : at].isalnum():
            yield wider[1]
        at = lower.find(place, at + len(place))


WIDER = re.compile(r",\s+([^\W\d_]+(?:[ -][^\W\d_]+)?)")
