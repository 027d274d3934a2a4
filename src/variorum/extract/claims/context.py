"""Whether the further words that a trigger asks for stand around the word that governs an amount."""

from __future__ import annotations

from functools import lru_cache

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.words import forms, said_in
from variorum.kinds.patterns import Pattern
from variorum.kinds.patterns import Relation as Trigger
from variorum.text.tree import Parse, Token

NEAR = 4
"""Depth to which a governing word's dependents count as its context."""


def in_context(parse: Parse, counted: Counted, frame: Frame, pattern: Pattern, trigger: Trigger) -> bool:
    """Whether each further word of the pattern stands among the governing word's dependents (a noun's: governors)."""
    word = frame.word
    if not around(parse, word, pattern):
        return False
    if trigger == "subject_of" and not pattern.context:
        return word.lemma != "be"
    if not pattern.context:
        return True
    nominal = trigger == "subject_of" and word.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
    near = _predicate(parse, word.i) if nominal else _near(parse, word.i)
    if any(WITHOUT in alternatives for alternatives in pattern.context):
        near |= _lacking(parse, word.i)
    if frame.relation == "object" and counted.noun is not None:  # "forcing 1,400 residents and tourists to flee"
        near |= {f for c in parse.children(counted.noun, "acl", "xcomp") if c.tag == "VB" for f in forms(c)}
    if trigger == "nouns":
        for ancestor in list(parse.ancestors(word))[:2]:
            near = near.union(forms(ancestor))
    if trigger == "subject_of" and parse.child(word, "cop") is None and word.pos not in {"VERB", "AUX"}:
        near = near.union(forms(word))
    if parse.child(word, "cop") is not None:
        near = near.union(forms(word))
    return not any(near.isdisjoint(alternatives) for alternatives in pattern.context)


@lru_cache(maxsize=64)
def _predicate(parse: Parse, number: int) -> frozenset[str]:
    """A predicate without a verb, and what hangs on it, but for its subject: "the nurses of the clinic are *unhurt*" is
    not said of the clinic. Asked once per pattern of a word, so kept for a while."""
    word = parse.tokens[number]
    subject = parse.child(word, "nsubj", "csubj")
    own = {t.i for t in parse.subtree(subject)} if subject is not None else set()
    found = set(forms(word))
    stack = [(c, 1) for c in parse.children(word) if c.i not in own]
    while stack:
        token, depth = stack.pop()
        if token.relation in {"conj", "parataxis", "advcl"} or token.dep in {"acl:relcl", "nmod:poss"}:
            continue
        found.update(forms(token))
        stack += [(c, depth + 1) for c in parse.children(token) if depth < SHALLOW]
    return frozenset(found)


SHALLOW = 2
"""Depth to which what hangs on a predicate without a verb counts as said of its subject."""
WITHOUT = "without"


@lru_cache(maxsize=64)
def _lacking(parse: Parse, number: int) -> frozenset[str]:
    """What the governing word's bearer is without: "left *without homes*"."""
    absent = (c for c in parse.children(parse.tokens[number], "obl", "nmod", "advcl") if _absent(parse, c))
    return frozenset(f for c in absent for t in parse.subtree(c) for f in forms(t))


def _absent(parse: Parse, token: Token) -> bool:
    """ "Got out *without injuries*"."""
    return any(c.lower == WITHOUT for c in parse.children(token, "case", "mark"))


def _apart(parse: Parse, token: Token) -> bool:
    """A clause that only stands beside the word's: "nine are in custody, *two are on the run*", "took 14 lives and
    *caused hundreds* to enter hospital", "two were found dead, *while six got out alive*"."""
    if token.relation == "advcl" and any(c.lower in BESIDE for c in parse.children(token, "mark")):
        return parse.child(token, "nsubj", "nsubj:pass") is not None
    if token.relation not in {"parataxis", "conj"}:
        return False
    target = parse.child(token, "obj") if token.relation == "conj" else None
    return parse.child(token, "nsubj", "nsubj:pass") is not None or (target is not None and target.pos != "PRON")


BESIDE = frozenset(("while", "whereas", "whilst", "although", "though"))
"""What opens a clause that sets something beside what the main one tells."""


def stands(parse: Parse, word: Token, pattern: Pattern) -> bool:
    """Whether the further words of a verb's pattern stand around it."""
    if pattern.context:  # asked first, since most patterns end here
        near = _near(parse, word.i)
        if any(near.isdisjoint(words) for words in pattern.context):
            return False
    return around(parse, word, pattern)


def around(parse: Parse, word: Token, pattern: Pattern) -> bool:
    """Whether the pattern's further words stand in the sentence and in the article, and none that it excludes."""
    if pattern.article:
        spoken = spoken_of(parse)
        if any(spoken.isdisjoint(alternatives) for alternatives in pattern.article):
            return False
    if not pattern.sentence and not pattern.unless:
        return True
    around = said_in(parse, word.sentence)
    if not around.isdisjoint(pattern.unless):
        return False
    return not any(around.isdisjoint(alternatives) for alternatives in pattern.sentence)


@lru_cache(maxsize=4)
def spoken_of(parse: Parse) -> frozenset[str]:
    """All lemmas and surfaces of the article."""
    return parse.words.union(f for t in parse.tokens if t.lower[-1:] in "sd" for f in forms(t))


@lru_cache(maxsize=64)
def _near(parse: Parse, number: int) -> frozenset[str]:
    """Lemmas and surfaces of the governing word's dependents, not through clauses joined to it. Asked once per pattern
    of a word, so kept for a while."""
    word = parse.tokens[number]
    found: set[str] = set()
    stack = [(c, 1) for c in parse.children(word) if not _absent(parse, c) and not _apart(parse, c)]
    while stack:
        token, depth = stack.pop()
        found.update(forms(token))
        if depth < NEAR:
            for child in parse.children(token):
                if child.relation not in {"conj", "parataxis", "advcl"} and child.dep != "acl:relcl":
                    stack.append((child, depth + 1))
    sentence = parse.sentence_of(word)
    subject = parse.child(word, "nsubj")
    own = {t.i for t in parse.subtree(subject)} if subject is not None else set()
    for token in reversed(parse.tokens[max(sentence.first, word.i - 4) : word.i]):  # what the parser hung elsewhere
        if token.i in own:
            continue
        if token.pos in {"PUNCT", "CCONJ", "SCONJ", "NUM"}:
            break
        found.update(forms(token))
    for token in parse.tokens[word.i + 1 : min(word.i + 6, sentence.last)]:
        if token.pos in {"PUNCT", "CCONJ", "SCONJ"} or token.lower == WITHOUT:
            break
        found.update(forms(token))
    return frozenset(found)
