"""News agencies and outlets that a language's news credits, and the words that mark such a credit."""

from __future__ import annotations

from msgspec import Struct


class Agencies(Struct, frozen=True, kw_only=True):
    """`known`: canonical name → its other names. `ambiguous`: known names that are also common words or people;
    they count only where a credit pattern names them.

    `mastheads`: last words of an outlet's name ("Times"). `outlet_openings`: first words that make a
    name an outlet's ("Radio"). `agency_words`: last words that make it an agency ("Wire").
    `report_verbs`: verbs an agency does ("reports"); `wire_verbs`: those that hardly any other body does;
    `relay_verbs`: verbs that only an agency does ("transmits").
    `inverted_verbs`: verbs that stand before the agency (", reports X").
    `told`: verbs before the medium spoken to. `citing`: words before the source cited. `drawn`: those
    before all that a compilation was made from.
    `not_agencies`: capital-letter names that speak and are spoken to, but are no media.
    `generic`: words of credits that name nobody ("staff", "agencies").
    `leads`: words, capitalised at the start of a sentence, after which a name still stands whole ("Citing Reuters").
    `photo`: last words of a picture's credit.
    """

    known: dict[str, tuple[str, ...]]
    ambiguous: tuple[str, ...]
    mastheads: tuple[str, ...]
    outlet_openings: tuple[str, ...]
    agency_words: tuple[str, ...]
    report_verbs: tuple[str, ...]
    wire_verbs: tuple[str, ...]
    inverted_verbs: tuple[str, ...]
    relay_verbs: tuple[str, ...]
    told: tuple[str, ...]
    citing: tuple[str, ...]
    drawn: tuple[str, ...]
    not_agencies: tuple[str, ...]
    generic: tuple[str, ...]
    leads: tuple[str, ...]
    photo: tuple[str, ...]
