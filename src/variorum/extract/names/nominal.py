"""Organisations named by description: "the interior ministry", "Ukraine's emergency services", "rescue officials"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from variorum.extract.names.words import Words
from variorum.text.gazetteer import is_demonym
from variorum.text.tree import Parse, Sentence, Token

_LONGEST = 7  # tokens before the head


class Description(Struct, frozen=True):
    """A description's offsets and its words; its tokens from `first` to the head."""

    start: int
    end: int
    text: str
    first: int
    head: int


def descriptions(parse: Parse, taken: list[tuple[int, int]], words: Words) -> Iterator[Description]:
    """The definite organisations that the text describes in common nouns, outside the names at `taken` (offsets)."""
    for sentence in parse.sentences:
        done = sentence.first
        for token in parse.tokens_of(sentence):
            if token.lower not in words.described_first or token.i < done:
                continue
            end = _head_end(parse, token.i, sentence, words)
            if end is None:
                continue
            found = _describe(parse, token.i, end, sentence, words)
            if found is not None and not _overlaps(token.start, found.end, taken):
                yield found
            done = end


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether one of the spans, sorted and apart, reaches into start to end."""
    at = bisect_left(taken, (end, end))
    return at > 0 and taken[at - 1][1] > start


def _head_end(parse: Parse, i: int, sentence: Sentence, words: Words) -> int | None:
    """Past the head that begins at token `i`, where one does."""
    token = parse.tokens[i]
    if i + 1 < sentence.last and f"{token.lower} {parse.tokens[i + 1].lower}" in words.org_alone:
        return i + 2
    head = token.lower in words.described or token.lower in words.org_alone or token.lower in words.org_people
    part_of_name = token.pos == "PROPN" and token.text[0].isupper() and i > sentence.first
    if not head or token.pos not in {"NOUN", "PROPN"} or part_of_name:
        return None
    after = parse.tokens[i + 1] if i + 1 < sentence.last else None
    if after is None or token.lower in words.org_people:
        return i + 1
    if after.pos == "NOUN" and after.start == token.end + 1:
        return None  # "ministry spokesman", "hospital director": the head is the next noun
    return i + 1


def _describe(parse: Parse, head: int, end: int, sentence: Sentence, words: Words) -> Description | None:
    first = head
    while first > sentence.first and head - first < _LONGEST and _modifies(parse, first, words):
        first -= 1
    while first < head and (
        parse.tokens[first].lower in words.vague
        or parse.tokens[first].text[0] in "-'’,"
        or parse.tokens[first].pos == "CCONJ"
    ):
        first += 1
    before = parse.tokens[first - 1] if first > sentence.first else None
    if before is not None and (before.lower in words.indefinite or before.pos == "NUM"):
        return None
    bare = first == head
    name = parse.text[parse.tokens[head].start : parse.tokens[end - 1].end].lower()
    if bare and name not in words.org_alone:
        return None
    if bare and name in words.bare and (before is None or before.pos not in {"DET"}):
        return None
    if name in words.org_people and not bare and not _bodily(parse.tokens[first:head], words):
        return None
    start, stop = parse.tokens[first].start, parse.tokens[end - 1].end
    return Description(start, stop, parse.text[start:stop], first, head)


def _modifies(parse: Parse, first: int, words: Words) -> bool:
    """Whether the token before `first` is part of the description."""
    token, after = parse.tokens[first - 1], parse.tokens[first]
    if after.start - token.end > 1 or token.lower in words.calendar:
        return False
    if token.text == "-" or token.tag == "POS" or token.lower in {"'s", "’s", "’", "'"}:
        return token.text == "-" or (first >= 2 and parse.tokens[first - 2].text[0].isupper())
    if token.lower == "and":
        return (
            first >= 2 and parse.tokens[first - 2].pos == "NOUN" and after.pos == "NOUN" and _capped(parse, first - 1)
        )
    return token.pos in {"NOUN", "PROPN", "ADJ"} and token.lower not in words.titles


def _capped(parse: Parse, conjunction: int) -> bool:
    """ "search and rescue office": one noun on either side, a determiner or an adjective before."""
    before = parse.tokens[conjunction - 2] if conjunction >= 2 else None
    return before is not None and before.pos in {"DET", "ADJ"}


def _bodily(modifiers: tuple[Token, ...], words: Words) -> bool:
    """ "rescue officials", "Ukrainian officials": a trade, a body or a nation before the plural."""
    return any(t.pos in {"NOUN", "PROPN"} or is_demonym(t.text) or t.lower in words.title_parts for t in modifiers)
