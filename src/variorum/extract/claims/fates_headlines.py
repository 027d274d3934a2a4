"""Fates as headlines tell them: "Linden woman shot in foot", "boy shot, killed", "man critical after shooting"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.extract.claims.fates_order import Told
from variorum.text.tree import Parse, Sentence, Token

if TYPE_CHECKING:
    from variorum.extract.claims.lexicon import Lexicon

WHERE = frozenset(("in", "at", "by", "during", "while", "outside", "near", "on", "inside", "after", "with", "multiple"))
"""What follows "shot" where somebody was."""


def in_headlines(parse: Parse, known: Lexicon) -> Iterator[Told]:
    """All of them, in text order of their words."""
    for sentence in parse.sentences:
        for token in parse.tokens_of(sentence) if sentence.kind == "headline" else ():
            if token.lower == "shot" and token.tag in {"NN", "VBD", "VBN"}:
                yield from _shot_in_headline(parse, sentence, token, known)
            elif token.lower == "critical":
                yield from _critical(parse, sentence, token, known)


def _shot_in_headline(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "Linden woman shot in foot", "6-year-old shot, killed", where the parser takes "shot" for a noun or no head."""
    following = parse.tokens[token.i + 1] if token.i + 1 < sentence.last else None
    if token.i == sentence.first or following is None or following.lower not in {*WHERE, ","}:
        return
    bearer = parse.tokens[token.i - 1]
    person = (bearer.lemma in known.persons and bearer.tag in {"NN", "NNP"}) or bearer.lower == "old"
    killed = _and_killed(parse, sentence, token)
    if person and (killed or following.text != ","):
        yield "killed" if killed else "injured", token, bearer


def _critical(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "Woman critical after shooting", as headlines say it."""
    following = parse.tokens[token.i + 1] if token.i + 1 < sentence.last else None
    if token.i == sentence.first or following is None or following.lower not in {"after", "following", ","}:
        return
    bearer = parse.tokens[token.i - 1]
    if (bearer.lemma in known.persons and bearer.tag in {"NN", "NNP"}) or bearer.lower == "old":
        yield "injured", token, bearer


def _and_killed(parse: Parse, sentence: Sentence, shot: Token) -> bool:
    """Whether a bare "killed" of nobody else ends a headline's row: "shot in the head, *killed*"."""
    tail = parse.text[shot.end : sentence.end]
    return AND_KILLED.match(tail) is not None


AND_KILLED = re.compile(
    r"(?:\s+(?:in|at|on|near)(?:\s+[\w’'-]+){1,4})?,\s+killed\s*(?:$|[.…,;:]|(?:in|at|by|on|near|after|while)\b)"
)
