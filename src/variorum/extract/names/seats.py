"""Places inside other names: the town of a police department, the county in a sheriff's title.

Such a body is named after the place that it serves, and often nothing else in a report says where things happened.
Newspapers, companies and teams are named after places too, and tell nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from variorum.extract.names.nominal import Description
from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.lang.casing import common_words
from variorum.model import EntityType
from variorum.text.gazetteer import is_demonym, lookup
from variorum.text.translit import fold
from variorum.text.tree import Parse, Token

_LONGEST = 4  # tokens of a place's name


def seats(parse: Parse, named: Sequence[tuple[Candidate, EntityType]], words: Words) -> Iterator[tuple[int, int]]:
    """Offsets of the places that begin the article's bodies and titles."""
    known = {fold(c.text) for c, kind in named if kind == "place"}
    for candidate, kind in named:
        held = parse.tokens[candidate.first : candidate.last]
        if len(held) > 2 and held[1].lower in words.counties and held[1].text[0].isupper():
            yield held[0].start, held[1].end
        elif kind == "organization" and fold(candidate.text) not in words.known_orgs:
            heads = {t.lower for t in held[1:]}
            if heads & words.seated or held[-1].lower in words.sited:
                yield from _seat(parse, held[:-1], known, words, sure=bool(heads & words.seated))
        elif kind == "person" and candidate.title is not None:
            yield from _seat(parse, parse.tokens[candidate.title : candidate.first], known, words, sure=True)


def described_seats(parse: Parse, described: Sequence[Description], words: Words) -> Iterator[tuple[int, int]]:
    """Offsets of the towns that stand right before "police" and the like, in common nouns ("Little Rock police"). No
    person's name stands there, but a word may ("Metro police")."""
    for one in described:
        held = parse.tokens[one.first : one.head]
        if not held or parse.tokens[one.head].lower not in words.seated or not all(t.text[0].isupper() for t in held):
            continue
        start, end = held[0].start, held[-1].end
        name = parse.text[start:end]
        plain = len(held) == 1 and held[0].lower in common_words("en")
        found = lookup(name) if not plain and not is_demonym(name) else ()
        if found and found[0].exact and found[0].kind == "city" and found[0].main:
            yield start, end


def _seat(
    parse: Parse, tokens: tuple[Token, ...], known: set[str], words: Words, *, sure: bool
) -> Iterator[tuple[int, int]]:
    """The longest place that the tokens begin with, behind words such as "former"."""
    for first in range(len(tokens)):
        for last in range(min(len(tokens), first + _LONGEST), first, -1):
            part = tokens[first:last]
            start, end = part[0].start, part[-1].end
            if all(t.text[0].isupper() for t in part) and _is_place(
                parse.text[start:end], part, known, words, sure=sure
            ):
                yield start, end
                return
        if not _leads(tokens[first], words):
            return


def _leads(token: Token, words: Words) -> bool:
    return not token.text[0].isupper() or token.lower in words.title_parts


def _is_place(text: str, part: tuple[Token, ...], known: set[str], words: Words, *, sure: bool) -> bool:
    """Whether the article or the gazetteer knows the words as a place. A town's name alone may be a person's: it must
    name a body that has a territory, or stand elsewhere in the article."""
    if len(part) == 1 and (part[0].lower in words.org_heads or _leads(part[0], words)):
        return False
    if fold(text) in words.known_orgs and fold(text) not in words.world:
        return False  # "NATO Secretary General"
    if fold(text) in known or text in words.abbreviations:
        return True
    if len(part) > 1 and part[-1].lower in words.counties:
        return sure
    found = lookup(text)
    if not found or not found[0].exact or is_demonym(text):
        return False
    return found[0].kind != "city" or (sure and found[0].main and part[0].lower not in words.given)
