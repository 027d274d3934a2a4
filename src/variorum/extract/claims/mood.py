"""Whether an amount is stated at all, not a possibility, a capacity or a condition; and whether it is doubted."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.words import Words
from variorum.text.tree import Parse, Token

COUNTERFACTUAL = {"would", "should", "ought"}
"""Modals that with a perfect say what did not happen; "may have killed" is doubted, yet stated."""
SUPPOSED = {"may", "might", "could"}
"""Modals of what somebody takes to be so: "may have died", "may be dead" (but "may die" is only to come)."""
NOT = {"not", "n't", "n’t", "never", "no"}


class Mood(Struct, frozen=True):
    """`stated` is false for what only might be."""

    stated: bool = True
    hedged: bool = False
    denied: bool = False


def mood_of(parse: Parse, counted: Counted, choice: Choice | None, words: Words) -> Mood:
    """The mood of the word that governs the amount and of the verbs above it in the same clause.

    "Could be rescued" tells what was done, not what might be.
    """
    frame = choice.frame if choice is not None else None
    if choice is None or frame is None or choice.negative:
        return Mood()
    if (choice.kind in HARMED or choice.kind == "missing") and _either(parse, frame.word):
        return Mood(stated=False)
    chain = _chain(parse, _verb_of(parse, frame.word) if frame.relation == "total" else frame.word)
    hedged = any(t.lemma in words.doubt or t.lower in words.doubt for t in _around(parse, frame.word, chain))
    for verb in chain:
        modals = {c.lower for c in parse.children(verb, "aux") if c.lower in words.modals}
        supposed = bool(modals) and modals <= SUPPOSED and (_perfect(parse, verb) or _is_so(parse, verb))
        hedged = hedged or supposed
        open_ = supposed or (_perfect(parse, verb) and not modals & COUNTERFACTUAL)
        if modals and not open_ and not (modals == {"could"} and choice.kind == "rescued"):
            return Mood(stated=False)
        if (_bound_to(parse, verb) and not _needed(parse, verb, choice)) or _asked_for(parse, verb):
            return Mood(stated=False)
        if any(c.lower in words.unreal for c in parse.children(verb, "mark")):
            return Mood(stated=False)
        if verb.i != frame.word.i and verb.lemma in words.capacity:
            return Mood(stated=False)
    denied = any(c.lower in NOT for c in parse.children(frame.word, "advmod", "det")) or _nothing(parse, frame.word)
    return Mood(hedged=hedged, denied=denied and not counted.negative)


def _either(parse: Parse, word: Token) -> bool:
    """ "Eight have been hurt *or* killed", "65 died or are missing": how many of each is left open."""
    start, end = max(0, word.start - REACH), word.end + REACH
    return any(m.start() <= word.start < m.end() for m in EITHER.finditer(parse.text, start, end))


REACH = 24
"""Characters between the two words of such a choice."""
EITHER = re.compile(
    r"\b(?:(?:hurt|injured|wounded|maimed)\s+or\s+killed"
    r"|(?:died|dead|killed|drowned|missing|disappeared)\s+or\s+(?:(?:is|are|was|were|went|gone|still|presumed)\s+)*"
    r"(?:missing|dead|disappeared|unaccounted))\b",
    re.I,
)
"""The lesser harm first; "killed or wounded" is how reports of battles tell a loss."""


def _verb_of(parse: Parse, total: Token) -> Token:
    """The verb that moves a total: "the toll *could reach* 200"."""
    verb = parse.head(total)
    return verb if verb is not None and verb.pos == "VERB" and total.relation in {"nsubj", "obj"} else total


def _bound_to(parse: Parse, verb: Token) -> bool:
    """ "Had to be killed": a duty, not a deed."""
    head = parse.head(verb)
    to = parse.child(verb, "mark")
    return head is not None and head.lemma == "have" and verb.relation == "xcomp" and to is not None


HELPED = frozenset(("rescued", "evacuated", "hospitalised", "displaced"))
"""Kinds of help: who had to be helped was."""


def _needed(parse: Parse, verb: Token, choice: Choice) -> bool:
    """ "Fifteen people *had to be rescued*"."""
    head = parse.head(verb)
    return choice.kind in HELPED and head is not None and head.tag in {"VBD", "VBN"}


def _asked_for(parse: Parse, verb: Token) -> bool:
    """ "Recommended that 30 families *be moved*": a bare "be" tells what somebody wants done."""
    be = parse.child(verb, "aux")
    if be is None or be.lower != "be" or verb.tag != "VBN" or len(parse.children(verb, "aux")) > 1:
        return False
    lead = [t for t in parse.tokens[max(parse.sentence_of(verb).first, be.i - 3) : be.i] if t.pos != "ADV"][-1:]
    bound = any(c.lower == "to" for c in parse.children(verb, "mark"))
    return bool(lead) and lead[0].pos in {"NOUN", "PROPN", "NUM", "PRON"} and not bound


def _nothing(parse: Parse, word: Token) -> bool:
    """ "The three men suffered no wounds"."""
    target = parse.child(word, "obj")
    return target is not None and word.pos == "VERB" and any(c.lower == "no" for c in parse.children(target, "det"))


def _chain(parse: Parse, word: Token) -> list[Token]:
    """The word and the verbs it is raised or controlled from."""
    chain = [word]
    token = word
    while token.relation in {"xcomp", "advcl", "acl", "conj"} and len(chain) < 4:
        head = parse.head(token)
        if head is None or (token.relation == "advcl" and parse.child(token, "mark") is None):
            break
        if token.relation == "conj" and parse.child(token, "nsubj") is not None:
            break
        if token.relation in {"xcomp", "conj"} or (token.relation in {"acl", "advcl"} and token.tag == "VB"):
            chain.append(head)
            token = head
            continue
        break
    return chain


def _perfect(parse: Parse, verb: Token) -> bool:
    """ "may have killed": doubted, yet stated of the past."""
    return any(c.lemma == "have" for c in parse.children(verb, "aux"))


def _is_so(parse: Parse, word: Token) -> bool:
    """ "may be dead": a state of the present, told of by an adjective."""
    state = word.pos == "ADJ" or word.lower in {"missing", "dead", "trapped", "buried", "stuck"}
    return state and any(c.lemma == "be" for c in parse.children(word, "cop", "aux", "aux:pass"))


def _around(parse: Parse, word: Token, chain: list[Token]) -> list[Token]:
    near = [c for c in parse.children(word, "advmod", "aux", "amod", "advcl", "dep") if c.i < word.i]
    head = parse.head(word)
    above = (
        [head]
        if head is not None and word.relation in {"xcomp", "acl", "ccomp", "amod", "advcl"} and head.i < word.i
        else []
    )
    return [*chain, *near, *above]
