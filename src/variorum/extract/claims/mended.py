"""The noun that a number stands with, where the parser tore the two apart or took the noun for a verb."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.extract.quantities import NumberPhrase
from variorum.text.tree import Parse, Token

BESIDE = frozenset(("over", "after", "in", "at", "near", "during", "amid", "following"))
"""Prepositions right behind a number, whose noun is not what is counted."""


def mended(parse: Parse, phrase: NumberPhrase) -> tuple[Token, Token | None]:
    """Anchor and noun where the parser took the noun for a verb ("six *suspects* were held") or the other way round
    ("eight badly *burned*")."""
    noun, following = phrase.noun, parse.tokens[phrase.number.i + 1 : phrase.number.i + 3]
    between = parse.tokens[phrase.number.i + 1 : phrase.anchor.i]
    bullet = phrase.number.head < phrase.number.i and parse.tokens[phrase.number.head].text in "-*•–—"
    if noun is None and bullet and following and following[0].tag == "NNS":  # "- 480 houses were destroyed"
        return following[0], following[0]
    if noun is None and [t.lower for t in following[:1]] == ["of"] and (hurt := _of_hurt(parse, following)) is not None:
        return phrase.anchor, hurt
    if following and following[0].lower in BESIDE and noun is not None and noun.i > following[0].i:
        return phrase.number, None  # "held four *over* market blast"
    if phrase.anchor.pos == "NUM" and any(t.text == "," for t in between):  # "of the 41 injured, 17 stayed"
        return between[0], None
    torn = noun is None or noun.end <= phrase.core_start
    if torn and (plural := _described(parse, phrase)) is not None:
        return plural, plural
    if noun is None and following and following[0].tag == "VBZ" and phrase.number.head == following[0].i:
        subject = following[0].relation in {"nsubj", "obj"} and phrase.number.relation == "nummod"
        return (following[0], following[0]) if subject else (phrase.anchor, noun)
    if noun is not None and noun.tag in {"VBN", "VBD"} and [t.pos for t in following[:1]] == ["ADV"]:
        return phrase.number, None
    return phrase.anchor, noun


def _of_hurt(parse: Parse, following: Sequence[Token]) -> Token | None:
    """ "Scores of *wounded*", "dozens of *dead*": who is counted, where the word stands alone."""
    word = following[1] if len(following) > 1 else None
    after = parse.tokens[word.i + 1] if word is not None and word.i + 1 < len(parse.tokens) else None
    alone = after is None or after.pos in {"ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "VERB", "AUX"}
    return word if word is not None and alone and word.lower in HURT else None


HURT = frozenset(("wounded", "injured", "dead", "missing", "detained", "arrested", "homeless", "displaced"))


def _described(parse: Parse, phrase: NumberPhrase) -> Token | None:
    """The plural behind a number and words that describe it, from which the parser tore the number: "two *further
    reported deaths*"."""
    between: list[Token] = []
    for token in parse.tokens[phrase.number.i + 1 : phrase.number.i + 5]:
        if token.start < phrase.core_end or token.sentence != phrase.sentence:
            return None
        if token.tag == "NNS":
            own = all(any(a.i == token.i for a in parse.ancestors(b)) for b in between)
            return token if between and own else None
        if token.pos not in {"ADJ", "ADV", "VERB"} or token.tag in {"VBD", "VBZ", "VBP"}:
            return None
        between.append(token)
    return None
