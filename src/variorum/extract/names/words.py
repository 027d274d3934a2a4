"""The language's word lists as sets, made once: what the other files of this package ask about a word."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.names import Names
from variorum.lang.organisations import Organisations
from variorum.lang.places import Places
from variorum.lang.times import Times
from variorum.lang.titles import Titles
from variorum.text.translit import fold


class Words(Struct, frozen=True, kw_only=True):
    """Lower-case sets; `titles` are all words that may stand directly before a person's name, `common` these and the
    nouns of places, words that alone are no name; `held` what somebody is: offices and occupations."""

    female: frozenset[str]
    male: frozenset[str]
    honorifics: frozenset[str]
    offices: frozenset[str]
    people: frozenset[str]
    titles: frozenset[str]
    title_parts: frozenset[str]
    common: frozenset[str]
    held: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    speaks: frozenset[str]
    given_women: frozenset[str]
    given_men: frozenset[str]
    given: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    never: frozenset[str]
    never_first: frozenset[str]
    org_heads: frozenset[str]
    org_alone: frozenset[str]
    org_people: frozenset[str]
    seated: frozenset[str]
    sited: frozenset[str]
    legal: frozenset[str]
    legal_first: frozenset[str]
    known_orgs: frozenset[str]
    vessels: frozenset[str]
    storms: frozenset[str]
    staffs: frozenset[str]
    locative: frozenset[str]
    place_heads: frozenset[str]
    areas: frozenset[str]
    counties: frozenset[str]
    domains: frozenset[str]
    timed: frozenset[str]
    place_first: frozenset[str]
    ways: frozenset[str]
    world: frozenset[str]
    more: frozenset[str]
    calendar: frozenset[str]
    abbreviations: dict[str, str]
    surely_locative: frozenset[str]
    directions: frozenset[str]
    stately: frozenset[str]
    nation_endings: tuple[str, ...]
    bodies: frozenset[str]
    joined: frozenset[str]
    described: frozenset[str]
    described_first: frozenset[str]
    """The words that a description's head may begin with."""
    indefinite: frozenset[str]
    bare: frozenset[str]
    vague: frozenset[str]
    cues: frozenset[str]
    kin: frozenset[str]
    posts: frozenset[str]
    addresses: frozenset[str]


@cache
def words(language: str) -> Words:
    """The sets of one language."""
    titles, names = read(language, "titles", Titles), read(language, "names", Names)
    orgs, places, times = (
        read(language, "organisations", Organisations),
        read(language, "places", Places),
        read(language, "times", Times),
    )
    honorifics = frozenset((*titles.female, *titles.male, *titles.neutral))
    held = frozenset((*titles.offices, *titles.people))
    described = frozenset(orgs.heads) - frozenset(orgs.named_only)
    return Words(
        female=frozenset(titles.female),
        male=frozenset(titles.male),
        honorifics=honorifics,
        offices=frozenset(titles.offices),
        people=frozenset(titles.people),
        titles=honorifics | held,
        common=honorifics | held | frozenset((*places.heads, *places.areas)),
        held=held,
        title_parts=frozenset(titles.modifiers) | honorifics | frozenset(titles.offices),
        women=frozenset(titles.women),
        men=frozenset(titles.men),
        speaks=frozenset(titles.speaks),
        given_women=frozenset(names.women),
        given_men=frozenset(names.men),
        given=frozenset((*names.women, *names.men)),
        particles=frozenset(names.particles),
        suffixes=frozenset(names.suffixes),
        never=frozenset(names.never),
        never_first=frozenset(names.never_first),
        org_heads=frozenset(orgs.heads),
        org_alone=frozenset(orgs.alone),
        org_people=frozenset(orgs.people),
        seated=frozenset(orgs.seated),
        sited=frozenset(orgs.sited),
        legal=frozenset(orgs.legal),
        legal_first=frozenset(orgs.legal_first),
        known_orgs=frozenset(fold(n) for n in (*orgs.known, *orgs.expansions, *orgs.expansions.values())),
        vessels=frozenset(orgs.vessels),
        storms=frozenset(orgs.storms),
        staffs=frozenset(orgs.staffs),
        locative=frozenset(places.locative),
        place_heads=frozenset(places.heads),
        areas=frozenset(places.areas),
        counties=frozenset(places.counties),
        domains=frozenset(places.domains),
        timed=frozenset(titles.timed),
        place_first=frozenset(places.first),
        ways=frozenset(places.ways),
        world=frozenset(fold(n) for n in places.regions_of_world),
        more=frozenset(n.lower() for n in places.more),
        abbreviations=places.abbreviations,
        surely_locative=frozenset(places.surely_locative),
        directions=frozenset(places.directions),
        stately=frozenset(places.owned),
        nation_endings=places.nation_endings,
        bodies=frozenset(orgs.bodies),
        joined=frozenset(orgs.joined),
        described=described,
        described_first=described | {name.partition(" ")[0] for name in (*orgs.alone, *orgs.people)},
        indefinite=frozenset(orgs.indefinite),
        bare=frozenset(orgs.bare),
        vague=frozenset(orgs.vague),
        cues=frozenset(titles.cues),
        kin=frozenset(titles.kin),
        posts=frozenset(titles.posts),
        addresses=frozenset(titles.addresses),
        calendar=frozenset((*times.months, *times.weekdays)),
    )
