"""How an amount hangs in its sentence: the words that govern it, nearest first.

Tree walks first; the neighbouring words as a net below, for headlines and for sentences the parser gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words
from variorum.text.tree import Parse, Token

Relation = Literal["subject", "object", "modifier", "self", "of", "total"]

SUBJECT = {"nsubj", "csubj"}
VERBAL = {"VERB", "AUX"}
NOMINAL_LINKS = {"nmod", "appos", "compound", "dep", "list", "parataxis", "obl", "nummod"}
REACH = 6
"""Steps climbed from an amount; longer chains are parser errors more often than grammar."""


class Frame(Struct, frozen=True):
    """`word` governs the amount as `relation` says; smaller `distance` is nearer."""

    relation: Relation
    word: Token
    distance: int
    case: str = ""


def frames(parse: Parse, counted: Counted, words: Words) -> list[Frame]:
    """All frames of the amount, nearest first; the order is total."""
    found = list(_modifiers(parse, counted))
    if not counted.partitive:
        found += _climb(parse, counted)
        found += _totals(parse, counted, words)
        found += _neighbours(parse, counted)
    found.append(Frame("self", counted.noun or counted.anchor, 3))
    return sorted(found, key=lambda f: (f.distance, f.word.i, f.relation))


def _modifiers(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """Participles, adjectives and relative clauses of the counted word itself."""
    for base in {counted.anchor.i: counted.anchor, **({counted.noun.i: counted.noun} if counted.noun else {})}.values():
        for child in parse.children(base, "acl", "amod", "advmod", "xcomp", "advcl"):
            if child.dep == "acl:relcl":
                yield from _relative(parse, child)
            elif child.i > counted.core_start and child.start >= counted.core_start:
                yield Frame("modifier", child, 1)


def _relative(parse: Parse, verb: Token) -> Iterator[Frame]:
    subject = parse.child(verb, "nsubj", "nsubj:pass")
    if subject is not None and subject.tag in {"WP", "WDT", "WP$"}:
        yield from _predicates(parse, subject, verb, 2)


def _climb(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """From the anchor up to the verb or the noun that governs it."""
    token, distance = counted.anchor, 1
    for _ in range(REACH):
        head = parse.head(token)
        if head is None:
            yield from _root(parse, token, distance)
            return
        relation = token.relation
        if relation == "conj":
            token = head
            if head.pos in VERBAL and token is not counted.anchor:
                yield from _shared(parse, token, distance + 1)
                return
            distance += 1
            continue
        if relation in SUBJECT:
            yield from _predicates(parse, token, head, distance)
            return
        if relation in {"obj", "iobj"} or (relation == "obl" and _bare(parse, token)):
            yield Frame("object", head, distance)
            yield from _secondary(parse, token, head, distance + 1)
            return
        if head.pos in VERBAL:
            case = parse.child(token, "case")
            yield Frame("object", head, distance + 2, case.lower if case else "")
            return
        if relation in NOMINAL_LINKS or head.pos in {"NOUN", "PROPN", "NUM", "ADJ"}:
            case = parse.child(token, "case")
            yield Frame("of", head, distance, case.lower if case else "")
            token, distance = head, distance + 1
            continue
        return


def _bare(parse: Parse, token: Token) -> bool:
    """An "oblique" without preposition is a mislabelled object or subject ("perished five persons")."""
    return parse.child(token, "case") is None


def _root(parse: Parse, token: Token, distance: int) -> Iterator[Frame]:
    """A nominal root: headline ("12 dead in fire") or predicate ("the wounded are sixty-four", "there were 12 dead")."""
    subject = parse.child(token, "nsubj")
    if subject is not None and subject.start < token.start:
        yield Frame("total", subject, distance)


def _shared(parse: Parse, verb: Token, distance: int) -> Iterator[Frame]:
    yield Frame("subject", verb, distance)


def _predicates(parse: Parse, subject: Token, head: Token, distance: int) -> Iterator[Frame]:
    """The predicate of a subject, those it is raised from ("feared to be trapped"), and verbs joined to it."""
    passive = subject.dep.endswith(":pass") or parse.child(head, "aux:pass") is not None
    seen = {head.i}
    yield Frame("object" if passive and head.pos in VERBAL else "subject", head, distance)
    queue = [(head, distance + 1)]
    while queue:
        verb, step = queue.pop(0)
        for child in parse.children(verb, "xcomp", "conj", "ccomp", "advcl", "obl", "acl"):
            if child.i in seen or child.i < subject.i:
                continue
            if child.relation in {"conj", "ccomp", "advcl"} and parse.child(child, "nsubj", "csubj") is not None:
                continue
            if child.relation == "obl" and child.pos != "ADJ":
                continue
            seen.add(child.i)
            yield Frame(_voice(parse, child), child, step)
            if child.relation in {"xcomp", "ccomp"}:
                queue.append((child, step + 1))


def _voice(parse: Parse, verb: Token) -> Relation:
    if verb.tag == "VBN" or parse.child(verb, "aux:pass") is not None:
        return "object"
    return "subject"


def _secondary(parse: Parse, token: Token, verb: Token, distance: int) -> Iterator[Frame]:
    """What the verb says of its object: "left nine missing", "saw 112 employees evacuated"."""
    for child in parse.children(verb, "xcomp", "ccomp", "advcl", "obl", "amod", "acl", "dep"):
        if token.i < child.i <= token.i + 8 and (child.tag in {"VBN", "JJ"} or child.pos == "ADJ"):
            yield Frame("modifier", child, distance)


def _totals(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """Total nouns whose value the number is: "the toll rose to nine", "put the turnout at 8,000", "arrests pass 400"."""
    token = counted.anchor
    if counted.noun is not None and counted.noun.lower not in {"people", "persons"} and token is counted.noun:
        return
    head = parse.head(token)
    for _ in range(2):
        if head is not None and token.relation == "conj":
            token, head = head, parse.head(head)
    if head is None:
        return
    if head.pos in {"NOUN", "PROPN"}:
        yield Frame("total", head, 1)
        return
    verbs = [head, *(a for a in parse.ancestors(head) if head.relation in {"conj", "xcomp", "advcl"})][:2]
    for step, verb in enumerate(verbs):
        if not (verb.lemma in words.to | words.exceed | words.corrections or verb.relation == "root"):
            continue
        for child in parse.children(verb, "obj", "nsubj"):
            if child.i != token.i and (child.pos in {"NOUN", "PROPN"} or child.lemma == "it"):
                yield Frame("total", child, 2 + step)


BETWEEN = {"AUX", "ADV", "PART", "DET", "ADP", "PRON"}


def _neighbours(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """The words that touch the phrase: "killing 12", "12 more dead", "three still missing", "31 wounded"."""
    sentence = parse.sentences[counted.sentence]
    last = max(
        counted.number.i, counted.noun.i if counted.noun and counted.noun.i - counted.number.i < 6 else counted.number.i
    )
    previous = next(
        (t for t in reversed(parse.tokens_of(sentence)) if t.end <= counted.start and t.pos != "PUNCT"), None
    )
    if previous is not None and previous.pos == "VERB" and previous.start > counted.start - 25:
        yield Frame("object", previous, 4)
    for i in range(last + 1, min(last + 6, sentence.last)):
        token = parse.tokens[i]
        if token.lower in {"more", "others", "other", "further", "additional"} or token.pos in BETWEEN:
            continue
        if token.tag in {"VBN", "VBD", "VBP", "VBZ", "VB", "JJ", "VBG"}:
            passive = token.tag == "VBN" or any(t.lemma == "be" for t in parse.tokens[last + 1 : i])
            yield Frame("modifier" if passive or token.tag == "JJ" else "subject", token, 4 + (i - last))
            if passive:
                yield Frame("object", token, 5 + (i - last))
            if token.lemma not in {
                "fear",
                "believe",
                "remain",
                "report",
                "still",
                "think",
                "presume",
                "leave",
                "say",
                "confirm",
            }:
                return
            continue
        return
