"""Nouns whose value an amount is: "the toll rose to nine", "put the turnout at 8,000", "Arrests: 230"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token


def totals(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """Nouns whose value the number is: "the toll rose to nine", "put the turnout at 8,000", "arrests pass 400"."""
    token = counted.anchor
    if counted.noun is not None and token is counted.noun and not any(f in words.generic for f in forms(token)):
        return
    head = parse.head(token)
    label = _label(parse, counted)
    if label is not None:
        yield Frame("total", label, 1)
        return
    yield from _valued(parse, counted)
    yield from _numbering(parse, counted)
    for _ in range(2):
        if head is not None and (token.relation == "conj" or _newer(parse, token, head)):
            token, head = head, parse.head(head)
    if head is None or ";" in parse.text[head.end : counted.start]:
        return  # a clause of its own: "toll climbs to 88; over 2,000 in camps"
    if any(c.lower == "with" for c in parse.children(counted.anchor, "case")):
        return  # "the toll stands at nine, *with 2,000* in camps"
    if head.pos in {"NOUN", "PROPN"}:
        yield Frame("total", head, 1)
        return
    verbs = [head, *(a for a in parse.ancestors(head) if head.relation in {"conj", "xcomp", "advcl"})][:2]
    for step, verb in enumerate(v for v in verbs if ";" not in parse.text[v.end : counted.start]):
        if not (verb.lemma in words.moving or verb.relation == "root"):
            continue
        for child in parse.children(verb, "obj", "nsubj"):
            named = child.tag.startswith("NN") or parse.child(child, "det") is not None  # "puts *the dead* at 16"
            told = verb.lemma in words.moving
            done = child.relation == "obj" and (token.relation == "nsubj" or token.i > child.i) and not told
            if child.i != token.i and named and not done:  # not "two men fired shots"
                yield Frame("total", child, 2 + step)


def _newer(parse: Parse, token: Token, head: Token) -> bool:
    """ "Rose from 30 *to 40*": the newer number, which the parser hangs on the older one."""
    case = parse.child(token, "case")
    return head.pos == "NUM" and head.i < token.i and case is not None and case.lower == "to"


def _valued(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """What the number is put at, by order of words: "the dead at 12 and *the missing at* three"."""
    sentence = parse.sentences[counted.sentence]
    lead = [t for t in parse.tokens[sentence.first : counted.number.i + 1] if t.end <= counted.start][-3:]
    if len(lead) == 3 and lead[0].lower == "the" and lead[2].lower == "at":
        yield Frame("total", lead[1], 1)


NUMBERING = re.compile(
    r"\b(?:[Tt]he|[Tt]hose)\s+(?:\w+\s+)?(?P<who>\w+)\s+(?:(?:now|already|then)\s+)?(?:number(?:ed|s)?|amount(?:ed|s)?\s+to"
    r"|(?:arrive[sd]?|come|came|rise|rose|ascend(?:ed|s)?|go|went)\s+(?:up\s+)?to|total(?:l?ed|s)?|reach(?:ed)?|are|were|exceed(?:ed)?)"
    r"\s+(?:already\s+|now\s+)?$"
)
"""Before how many there are of those a word names: "the wounded *amount to* 71"; of a short sentence the parser takes
the verb for a noun."""


AGES = re.compile(r"\s*(?:,|,?\s+(?:and|to))\s+(?:\w+\s+){0,2}?\d|\s+years?\b|-")
"""Behind the first of several ages: "the victims are *17, 23 and 24*"."""


def _numbering(parse: Parse, counted: Counted) -> Iterator[Frame]:
    first = parse.sentences[counted.sentence].start
    match = NUMBERING.search(parse.text, max(first, counted.start - 50), counted.start)
    if match is None or (counted.noun is not None and counted.noun.start >= counted.end):
        return
    if match.group().rstrip().endswith(("are", "were")) and AGES.match(parse.text, counted.end):
        return
    word = next((t for t in parse.tokens_of(parse.sentences[counted.sentence]) if t.start == match.start("who")), None)
    if word is not None:
        yield Frame("total", word, 1)


def _label(parse: Parse, counted: Counted) -> Token | None:
    """The word before a colon that opens the line: "Arrests: 230"."""
    sentence = parse.sentences[counted.sentence]
    line = parse.text.rfind("\n", 0, counted.start)
    lead = [t for t in parse.tokens[sentence.first : counted.number.i + 1] if line < t.start and t.end <= counted.start]
    lead = [t for t in lead if t.text not in "-*•–"]
    if not 2 <= len(lead) <= 4 or lead[-1].text != ":" or not lead[-2].text.isalpha():
        return None
    alone = len(lead) == 2 and lead[0].tag == "VBN"  # "Deceased: eight"
    return lead[-2] if alone or lead[-2].pos not in {"VERB", "AUX"} else None


def valued_behind(parse: Parse, counted: Counted, words: Words) -> Token | None:
    """The noun right behind whose value the number is: "bringing to 21 *the number* of dead"."""
    first, last = parse.sentences[counted.sentence].first, parse.sentences[counted.sentence].last
    number = next((t.i for t in parse.tokens[first:last] if t.start <= counted.core_start < t.end), None)
    if number is None or number == first or parse.tokens[number - 1].lower not in {"to", "at"}:
        return None
    behind = [t for t in parse.tokens[number : min(number + 5, last)] if t.start >= counted.core_end][:2]
    named = len(behind) == 2 and behind[0].lower == "the" and any(f in words.totals for f in forms(behind[1]))
    return behind[1] if named else None


PLACING = {"put", "place", "set", "estimate", "give"}
AT = {"to", "at", "of", "is", "was", "be", "were", "are", "as", "than"}


def told_totals(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """The same by order of words, for sentences the parser gets wrong: a total noun, a verb of movement, the number."""
    first = parse.sentences[counted.sentence].first
    lead = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start]
    if not lead or counted.noun is not None or counted.negative:
        return
    again = [t.lower for t in lead[-2:]] in (["and", "at"], ["and", "to"])  # "stood at six … *and at* nine by night"
    placed = lead[-1].lower in {"at", "as"} and any(t.lemma in PLACING for t in lead[-14:])  # "put the number of … at"
    near = lead[-14:] if lead[-1].lower == "to" or again or placed else lead[-4:]
    moved = any(t.lemma in words.to or t.lemma in words.corrections for t in near) and lead[-1].lower in AT
    named = lead[-2] if lead[-1].lower == "at" and len(lead) > 1 else lead[-1]
    moved = moved or any(f in words.totals for f in forms(named))  # "bus plunge toll at 27", "dormitory toll 18"
    if not moved and not any(t.lemma in words.exceed for t in lead[-1:]):
        return
    for token in reversed(lead):
        dated = "PROPN" in {t.pos for t in parse.tokens[token.i - 1 : token.i + 2]}  # "since 1 June"
        if (
            token.tag == "CD"
            and not dated
            and parse.tokens[token.i - 1].lower not in {"from", lead[-1].lower if again else ""}
        ):
            return
        if token.tag.startswith("NN") and any(f in words.totals for f in forms(token)):
            yield Frame("total", token, 2)
            return
    for token in parse.tokens[counted.number.i + 1 : min(counted.number.i + 4, parse.sentences[counted.sentence].last)]:
        if any(f in words.totals for f in forms(token)):  # "put at 24 the number of dead"
            yield Frame("total", token, 2)
            return
