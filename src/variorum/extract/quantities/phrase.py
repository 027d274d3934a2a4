"""A number phrase: a number with its hedge, its range partner, its role and its place in the tree."""

from __future__ import annotations

from bisect import bisect_left

import msgspec
from msgspec import Struct

from variorum.extract.quantities.hedges import Bound, bound
from variorum.extract.quantities.lexer import Lexeme, scan
from variorum.extract.quantities.roles import Role, role_of
from variorum.model import Value
from variorum.text.tree import Parse, Sentence, Token


class NumberPhrase(Struct, frozen=True):
    """`start`–`end` with hedges, `core_*` the number alone.

    `anchor` is the token through which the number hangs in the tree: the noun it counts ("12 people") or the number
    itself ("killing 12", "seven of them"); `noun` the counted noun where there is one.
    `role` tells counts from ages, dates, times, money, measures, percentages and labels.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: Value
    role: Role
    sentence: int
    number: Token
    anchor: Token
    noun: Token | None
    increment: bool = False
    negative: bool = False


def find_phrases(parse: Parse, language: str) -> list[NumberPhrase]:
    """All number phrases of an article in text order; ranges are one phrase."""
    found: list[NumberPhrase] = []
    for sentence in parse.sentences:
        text = parse.text[sentence.start : sentence.end]
        lexemes = [_shift(lexeme, sentence.start) for lexeme in scan(text, language)]
        skip = -1
        for n, lexeme in enumerate(lexemes):
            if n == skip:
                continue
            following = lexemes[n + 1] if n + 1 < len(lexemes) else None
            bounds = bound(parse.text, _floor(parse, sentence, lexeme), lexeme, following, language)
            if bounds.partner:
                skip = n + 1
            phrase = _phrase(parse, sentence, lexeme, bounds, language)
            if phrase is not None:
                found.append(phrase)
    return found


def _floor(parse: Parse, sentence: Sentence, lexeme: Lexeme) -> int:
    """Where the number's hedges can start: after a preposition that looks like one ("information about two boys")."""
    stop = _first_from(parse, sentence, lexeme.start)
    before = [t for t in parse.tokens[max(sentence.first, stop - 3) : stop] if t.end <= lexeme.start][-2:]
    if len(before) == 2 and before[1].dep == "case" and before[0].pos == "NOUN":
        head = parse.head(before[1])
        if head is not None and head.relation == "nmod" and parse.head(head) is before[0]:
            return before[1].end
    return sentence.start


def _first_from(parse: Parse, sentence: Sentence, start: int) -> int:
    """The first token of the sentence that begins at an offset or behind it; past its last where none does."""
    return bisect_left(parse.starts, start, sentence.first, sentence.last)


def _shift(lexeme: Lexeme, offset: int) -> Lexeme:
    return msgspec.structs.replace(lexeme, start=lexeme.start + offset, end=lexeme.end + offset)


def _phrase(parse: Parse, sentence: Sentence, lexeme: Lexeme, bounds: Bound, language: str) -> NumberPhrase | None:
    first = max(sentence.first, _first_from(parse, sentence, lexeme.start) - 1)
    last = _first_from(parse, sentence, bounds.core_end)
    tokens = [t for t in parse.tokens[first:last] if lexeme.start < t.end]
    if not tokens:
        return None
    number = _outermost(parse, tokens)
    anchor, noun = _anchor(parse, number, {t.i for t in tokens})
    role = role_of(parse, sentence, msgspec.structs.replace(lexeme, end=bounds.core_end), number, noun, language)
    return NumberPhrase(
        start=bounds.start,
        end=bounds.end,
        core_start=lexeme.start,
        core_end=bounds.core_end,
        value=bounds.value,
        role=role,
        sentence=sentence.index,
        number=number,
        anchor=anchor,
        noun=noun,
        increment=bounds.increment,
    )


def _outermost(parse: Parse, tokens: list[Token]) -> Token:
    """The token of the number that hangs on something outside it."""
    inside = {t.i for t in tokens}
    for token in tokens:
        if (token.head not in inside or token.head == token.i) and token.pos != "PUNCT":
            return token
    return tokens[0]


PAST = frozenset({"VBN", "VBD"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""A finite verb is nothing that can be counted."""
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "SYM", "NUM"})


def _anchor(parse: Parse, number: Token, inside: set[int]) -> tuple[Token, Token | None]:
    """Where the number hangs, and what it counts."""
    head = parse.head(number)
    if head is not None and number.relation == "nummod" and head.i > number.i and _told(parse, head):
        return number, _complement(parse, number, inside)  # "of the injured, 17 remained in hospital"
    before = number.relation in {"nummod", "amod", "compound", "det", "advmod"}
    apart = head is not None and any(
        t.lower == "," or _dashed(parse, t) or (t.i + 1 == head.i and t.relation == "nummod" and t.text.isalpha())
        for t in parse.tokens[max(inside) + 1 : head.i]
    )
    if apart:  # "damaged 20, deputy mayor X said"; "up from 27 two days earlier": not counted
        return number, _complement(parse, number, inside)
    if before and head is not None and head.i > number.i and (head.pos in NOMINAL or number.relation == "nummod"):
        noun = _whole(parse, head)
        return noun, noun
    complement = _complement(parse, number, inside)
    if (
        complement is None  # "the killing of six of their brothers"
        and number.relation == "nmod"
        and head is not None
        and head.pos == "NOUN"
        and parse.tokens[min(inside) - 1].lower == "of"
    ):
        return head, head  # "a crew of nine": the group is what is counted
    return number, complement


def _dashed(parse: Parse, token: Token) -> bool:
    """ "15 drowned *-coast* guard": a dash that sets off who says so."""
    return len(token.text) > 1 and token.text[0] in "-–—" and token.start > parse.tokens[token.i - 1].end


def _told(parse: Parse, head: Token) -> bool:
    """Whether the word is a verb that nobody counts: a finite one, or "300 homes were destroyed and *100 damaged*"."""
    if head.tag in FINITE:
        return True
    verb = parse.head(head) if head.tag == "VBN" and head.relation == "conj" else None
    return verb is not None and verb.pos in {"VERB", "AUX"}


def _whole(parse: Parse, noun: Token) -> Token:
    """The head of a compound whose first member took the number: "24 mud-brick houses"."""
    for _ in range(3):
        head = parse.head(noun)
        if head is None or noun.relation not in {"compound", "amod", "nmod"} or not 0 < head.i - noun.i <= 3:
            break
        if any(t.lower == "," for t in parse.tokens[noun.i + 1 : head.i]):
            break  # "27 dead, a family of three among them"
        if parse.child(noun, "case") is not None or (noun.tag == "NNS" and parse.tokens[noun.i + 1].tag in PAST):
            break  # "118 homes sustained damage", where the parser takes the verb for an adjective
        noun = head
    return noun


def _case(parse: Parse, token: Token) -> str | None:
    case = parse.child(token, "case")
    return case.lower if case else None


def _complement(parse: Parse, number: Token, inside: set[int]) -> Token | None:
    """The noun after "of": dozens of people, seven of the victims; None for pronouns ("of them")."""
    for child in parse.children(number, "nmod", "obl"):
        if child.i > number.i and child.i not in inside and _case(parse, child) in {"of", "from", "among"}:
            return child if child.pos in {"NOUN", "PROPN", "ADJ"} else None
    return None
