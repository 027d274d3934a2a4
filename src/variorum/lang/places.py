"""Names of countries, and the words that go with places."""

from __future__ import annotations

from msgspec import Struct


class Country(Struct, frozen=True):
    """`adjectives` also stand for the country's people; `also`: other names; `seats`: towns from which news of the
    whole country is sent: its capital, and where correspondents sit beside it.
    """

    name: str
    adjectives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class Places(Struct, frozen=True, kw_only=True):
    """Words of places, in lower case unless they are names.

    `locative`: prepositions that a place follows; `surely_locative`: those that little else follows; `directions`:
    nouns before "of" and a place; `sides`: words for a part of a town ("East X"); `owned`: nouns after a place's
    possessive; `nation_endings`: what makes "Ruritanian" of "Ruritania". `heads`: nouns that name a kind of place, as
    last word of a name ("Linden Street") or beside one ("the port of X"); `areas`: those of settled and administrative
    areas ("X province"). `first`: first words of a place's name ("Mount");
    `ways`: those that are no part of other names ("Rue X").
    `opposites`: pairs of words that tell two places apart. `abbreviations`: of regions,
    as written after a town and a comma, to their names. `more`: adjectives of no single country ("European").
    `region_words`: nouns of the parts of a country that stand behind their names ("X province"); `city_states`: codes
    of countries that are towns.
    `counties`: last words of the names of counties; `domains`: others between a name and an office ("X City Mayor").
    `sovereigns`: the countries of lands that have a code of their own. `offices`: words behind a place
    for those who act there ("X police").
    `taken`: what is done with the hurt and the dead before the place that they are brought to; `houses`: where they
    lie; `away`: words of speaking and living before the place of it; `distances`: units before the place that a way
    leads from.
    `here`: what an opening calls the town of its dateline.
    `abroad`: nouns behind a nation's adjective for who or what is not at home.
    `adjectival`: endings that make an adjective of a place's name, as in street and district names.
    """

    countries: dict[str, Country] = {}
    locative: tuple[str, ...] = ()
    surely_locative: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    owned: tuple[str, ...] = ()
    nation_endings: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    regions_of_world: tuple[str, ...] = ()
    abbreviations: dict[str, str] = {}
    more: tuple[str, ...] = ()
    adjectival: tuple[str, ...] = ()
    region_words: tuple[str, ...] = ()
    city_states: tuple[str, ...] = ()
    sovereigns: dict[str, str] = {}
    offices: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    distances: tuple[str, ...] = ()
