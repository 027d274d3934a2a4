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
    mover = _verb_of(parse, frame.word) if frame.relation == "total" else frame.word
    chain = _chain(parse, mover if mover.start < counted.start or mover.i == frame.word.i else frame.word)
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
    if choice.kind in HARMED and _mixed(parse, counted):
        return Mood(stated=False)
    if choice.kind in HARMED and not counted.negative and _excepted(parse, counted):
        return Mood(denied=True)
    nots = (c for c in parse.children(frame.word, "advmod", "det") if c.lower in NOT)
    hedge = range(counted.start, counted.core_start)  # "*not less than* 14 have died"
    denied = any(c.start not in hedge for c in nots) or _nothing(parse, frame.word)
    return Mood(hedged=hedged, denied=denied and not counted.negative)


def _either(parse: Parse, word: Token) -> bool:
    """ "Eight have been hurt *or* killed", "65 died or are missing": how many of each is left open."""
    start, end = max(0, word.start - REACH), word.end + REACH
    return any(m.start() <= word.start < m.end() for m in EITHER.finditer(parse.text, start, end))


def _mixed(parse: Parse, counted: Counted) -> bool:
    """ "29 casualties, including dead and wounded": how many of each is left open."""
    return MIXED.match(parse.text, counted.core_end) is not None


MIXED = re.compile(
    r"\s+(?:\w+\s+)?(?:casualties|losses)\W+(?:(?:including|counting|both|between|some|among\s+them|the)\W+)*"
    r"(?:dead|killed)\s+(?:and|or|and/or)\s+(?:the\s+)?(?:wounded|injured)\b",
    re.I,
)


NOBODY = frozenset(("none", "neither"))
NONE_OF = re.compile(r"\b(?:none|neither)\s+of\s+(?:[\w-]+\s+){1,5}(?:and|or|nor)\s+(?:the\s+|their\s+)?$", re.I)


def _behind_none(parse: Parse, counted: Counted) -> bool:
    """The same by order of words, with no verb between."""
    start = parse.sentences[counted.sentence].start
    row = NONE_OF.search(parse.text, max(start, counted.start - 80), counted.start)
    between = parse.tokens_of(parse.sentences[counted.sentence]) if row is not None else ()
    return row is not None and not any(t.pos in {"VERB", "AUX"} for t in between if row.start() <= t.start < row.end())


def _excepted(parse: Parse, counted: Counted) -> bool:
    """ "None of the 4 monks and *100 pilgrims* was hurt", "neither the nurse nor *the two cooks* were": joined to those
    to whom nothing happened."""
    token = counted.anchor
    while token.relation == "conj" and (head := parse.head(token)) is not None and head.pos in {"NOUN", "PROPN", "NUM"}:
        if any(c.lower == "nor" for c in parse.children(token, "cc")):
            return True
        token = head
    whole = parse.head(token)
    none = token.i != counted.anchor.i and whole is not None and whole.lower in NOBODY
    return (
        none
        or _behind_none(parse, counted)
        or any(c.lower == "neither" for c in parse.children(token, "cc:preconj", "cc", "det", "advmod"))
    )


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
    """The word and the verbs it is raised or controlled from; of lives and deaths the verb that takes or
    causes them."""
    chain = [word]
    token = word
    taker = parse.head(word) if word.relation == "obj" and word.pos == "NOUN" else None
    if taker is not None and (word.lemma == "life" or taker.lemma == "cause"):
        chain.append(taker)
        token = taker
    while token.relation in {"xcomp", "advcl", "acl", "conj"} and len(chain) < 5:
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
    """ "may be dead", "could be under the ruins": a state of the present."""
    state = (
        word.pos == "ADJ"
        or (parse.child(word, "cop") is not None and parse.child(word, "case") is not None)
        or word.lower in {"missing", "dead", "trapped", "buried", "stuck"}
    )
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
