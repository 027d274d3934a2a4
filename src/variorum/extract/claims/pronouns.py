"""Whom "him" stands for in a clause that another holds: "a *boy* was walking when someone shot *him*"."""

from __future__ import annotations

from variorum.extract.claims.lexicon import Lexicon
from variorum.text.tree import Parse, Token

OBJECTS = frozenset(("him", "her", "his"))
CLIMBED = 4
"""Verbs climbed to find the clause about the one meant."""


def held_by(parse: Parse, word: Token, bearer: Token, known: Lexicon) -> Token:
    """The bearer, or for a pronoun the person whom the clause around the deed is about, where somebody else did it."""
    if bearer.pos != "PRON" or bearer.lower not in OBJECTS:
        return bearer
    verb: Token | None = word
    doer = parse.child(word, "nsubj")
    for _ in range(CLIMBED):
        if verb is None or (doer is not None and doer.pos == "PRON" and doer.lower not in INDEFINITE):
            return bearer
        head, nested = parse.head(verb), verb.dep in {"advcl", "advcl:relcl"}
        about = parse.child(head, "nsubj", "nsubj:pass") if head is not None and nested else None
        if about is not None and about.pos in {"NOUN", "PROPN"}:
            return about if _fits(parse, about, bearer, known) and about is not doer else bearer
        verb, doer = head, doer or (parse.child(head, "nsubj") if head is not None else None)
    return bearer


INDEFINITE = frozenset(("someone", "somebody"))


def _fits(parse: Parse, about: Token, bearer: Token, known: Lexicon) -> bool:
    """Whether a noun is of one person before the pronoun, and not of the other sex."""
    other = known.males if bearer.lower == "her" else known.females
    single = about.tag in {"NN", "NNP"} and not any(parse.children(about, "conj", "nummod"))
    person = about.pos == "PROPN" or about.lemma in known.persons
    return single and person and about.i < bearer.i and about.lemma not in other
