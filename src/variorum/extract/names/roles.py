"""The office or occupation beside a person's name, and the gender that titles tell."""

from __future__ import annotations

from typing import Literal

from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.text.tree import Parse, Token

Gender = Literal["f", "m"]
_STOP = frozenset({"PUNCT", "VERB", "AUX", "SCONJ", "PRON"})
_LONGEST = 14  # tokens of a role


def role(parse: Parse, candidate: Candidate, words: Words) -> str | None:
    """The words that say what the person is; None where none stand beside the name."""
    return _title(parse, candidate, words) or _behind(parse, candidate, words) or _ahead(parse, candidate, words)


def gender(parse: Parse, candidate: Candidate, role_text: str | None, words: Words) -> Gender | None:
    """From a form of address, a gendered noun in the role, or the given name's list."""
    title = candidate.title
    if title is not None:
        for i in range(title, candidate.first):
            word = parse.tokens[i].lower.strip(".")
            if word in words.female or word in words.male:
                return "f" if word in words.female else "m"
    for word in (role_text or "").lower().split():
        if word in words.women or word in words.men:
            return "f" if word in words.women else "m"
    given = parse.tokens[candidate.first].lower
    if candidate.last - candidate.first > 1 and (given in words.given_women) != (given in words.given_men):
        return "f" if given in words.given_women else "m"
    return None


def _title(parse: Parse, candidate: Candidate, words: Words) -> str | None:
    if candidate.title is None:
        return None
    first, last = candidate.title, candidate.first
    while last > first and not parse.tokens[last - 1].text[-1].isalnum():
        last -= 1
    held = parse.tokens[first:last]
    plain = [t.lower.strip(".") for t in held]
    address = words.female | words.male | words.addresses
    if not held or all(w in address or not w for w in plain):
        return None
    while first > 0 and _owner(parse.tokens[first - 1], parse.tokens[first]):
        first -= 1
    return parse.text[parse.tokens[first].start : held[-1].end]


def _owner(token: Token, after: Token) -> bool:
    """A nation or a body directly before the title ("Ukrainian foreign minister", "NATO chief")."""
    return (
        after.start - token.end == 1
        and token.text[0].isupper()
        and token.pos in {"PROPN", "ADJ"}
        and token.tag != "POS"
    )


def _behind(parse: Parse, candidate: Candidate, words: Words) -> str | None:
    """An apposition after the name's comma: ", the head of the rescue office,"."""
    i = candidate.last
    if i + 1 >= len(parse.tokens) or parse.tokens[i].text not in {",", "("}:
        return None
    i += 1
    if parse.tokens[i].text.isdigit() and i + 2 < len(parse.tokens) and parse.tokens[i + 1].text in {",", "-"}:
        i += 2
    last = i
    while last < len(parse.tokens) and last - i < _LONGEST and not _ends(parse.tokens[last], words):
        last += 1
    return _of(parse, i, last, words)


def _ends(token: Token, words: Words) -> bool:
    return (token.pos in _STOP and token.text != "-") or token.lower in {"said", "told", "who", "whose", "added"}


def _ahead(parse: Parse, candidate: Candidate, words: Words) -> str | None:
    """An apposition before the name: "the head of the rescue office, X"."""
    comma = candidate.first - 1
    if comma < 1 or parse.tokens[comma].text != ",":
        return None
    first = comma
    while first > 0 and comma - first < _LONGEST and not _ends(parse.tokens[first - 1], words):
        first -= 1
    for k in range(comma - 1, first - 1, -1):  # not before the last determiner that an office follows
        noun = next((j for j in range(k, comma) if parse.tokens[j].lower in words.titles), None)
        if parse.tokens[k].pos == "DET" and noun is not None:
            return _of(parse, k, comma, words)
    return _of(parse, first, comma, words)


def _of(parse: Parse, first: int, last: int, words: Words) -> str | None:
    """The stretch without its article, when an office or occupation heads it."""
    while first < last and (
        parse.tokens[first].pos == "DET" or parse.tokens[first].lower in {"its", "their", "his", "her"}
    ):
        first += 1
    if last <= first:
        return None
    head = next((i for i in range(first, min(last, first + 7)) if parse.tokens[i].lower in words.held), None)
    if head is None or any(parse.tokens[i].pos == "ADP" and parse.tokens[i].lower != "of" for i in range(first, head)):
        return None
    while last > head and not parse.tokens[last - 1].text[-1].isalnum():
        last -= 1
    return parse.text[parse.tokens[first].start : parse.tokens[last - 1].end]
