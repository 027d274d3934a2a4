"""How an amount hangs in its sentence: the words that govern it, nearest first.

Tree walks first; the neighbouring words as a net below, for headlines and for sentences the parser gets wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.extract.claims.counted import WOUNDS, Counted
from variorum.extract.claims.frame import INNER, Frame, Relation
from variorum.extract.claims.lists import ahead, of_others
from variorum.extract.claims.neighbours import last_of, neighbours
from variorum.extract.claims.totals import told_totals, totals, valued_behind
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token

SUBJECT = {"nsubj", "csubj"}
VERBAL = {"VERB", "AUX"}
NOMINAL_LINKS = {"nmod", "appos", "compound", "dep", "list", "parataxis", "obl", "nummod"}
REACH = 6
"""Steps climbed from an amount; longer chains are parser errors."""


def frames(parse: Parse, counted: Counted, words: Words) -> list[Frame]:
    """All frames of the amount, nearest first; the order is total."""
    value = valued_behind(parse, counted, words)
    if value is not None:
        return [Frame("total", value, 1)]
    found = list(_modifiers(parse, counted, words))
    found += neighbours(parse, counted)
    if not counted.partitive:
        if not of_one(parse, counted):
            found += _not_past(parse, counted, list(_climb(parse, counted)))
        found += _in_row(parse, counted, words)
        found += _row_before(parse, counted)
        found += _row_ahead(parse, counted)
        found += totals(parse, counted, words)
        found += told_totals(parse, counted, words)
    found.append(Frame("self", counted.noun or counted.anchor, 3))
    return sorted(found, key=lambda f: (f.distance, f.word.i, f.relation))


ONE_OF = re.compile(r"\bone\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+)?$", re.I)


def of_one(parse: Parse, counted: Counted) -> bool:
    """Whether the amount is the whole that a single one is of: the verb says nothing of "one of *five* guards"."""
    return ONE_OF.search(parse.text, max(0, counted.start - 15), counted.start) is not None


def _not_past(parse: Parse, counted: Counted, climbed: list[Frame]) -> list[Frame]:
    """Without verbs before one that has the amount for its object by order of words: the parser joined the amount to
    an object before it ("killing a couple and *forcing* 1,400 residents to flee")."""
    first = parse.sentences[counted.sentence].first
    lead = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start][-1:]
    if not lead or lead[0].tag not in {"VBG", "VBD", "VBZ"} or lead[0].pos != "VERB":
        return climbed
    if lead[0].relation == "amod" and lead[0].head in {counted.number.i, counted.anchor.i}:
        return climbed  # "damaged the *remaining* four"
    return [f for f in climbed if f.word.i >= lead[0].i or f.word.pos not in VERBAL]


def _modifiers(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """Participles, adjectives and relative clauses of the counted word itself."""
    for base in {counted.anchor.i: counted.anchor, **({counted.noun.i: counted.noun} if counted.noun else {})}.values():
        for child in parse.children(base, "acl", "amod", "advmod", "xcomp", "advcl"):
            if child.dep == "acl:relcl":
                yield from _relative(parse, child)
            elif counted.negative and child.relation == "acl" and base.i != counted.anchor.i:
                continue  # "none of the nine rockets *used*"
            elif child.relation == "advcl" and parse.child(child, "nsubj") is not None:
                continue  # "with two friends when she was shot"
            elif child.relation == "acl" and of_others(parse, base, child):
                continue  # "thousands march against cuts, 63 arrested"
            elif counted.end <= child.start < base.start and child.relation == "amod" and not counted.partitive:
                if " of " in parse.text[counted.end : child.start]:
                    continue
                near = INNER if any(f in words.generic or f in words.classes for f in forms(base)) else 1
                yield Frame("subject" if child.tag == "VBG" else "modifier", child, near)
                if child.tag in {"VBN", "VBD"} and base.lemma in WOUNDS:  # "31 sustained wounds"
                    yield Frame("subject", child, near)
            elif child.start >= counted.end and parse.sentence_of(base).kind == "headline":
                yield Frame("subject" if child.tag == "VBG" else "modifier", child, 1)
        several = base.tag == "NN" and counted.noun is base and (counted.value.number or 2) > 1 and not counted.negative
        if several and not any(f in words.groups or f in words.classes for f in forms(base)):
            yield Frame("subject", base, 1)  # a verb taken for a noun: "five die in fire"


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
            if head.pos in VERBAL:  # ellipsis or a parser error: the neighbours decide
                if _after_object(parse, head, token):
                    yield Frame("object", head, distance + 1)
                return
            token = head
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
            if case is not None and _together(parse, case) and head.i < token.i:
                yield _beside(parse, head, distance)
                return
            yield Frame("object", head, distance + 2, case.lower if case else "")
            return
        if relation in NOMINAL_LINKS or head.pos in {"NOUN", "PROPN", "NUM", "ADJ"}:
            case = parse.child(token, "case")
            if relation == "appos" and token.tag == "VBN" and head.i < token.i:
                return  # "16 dead, 9,140 displaced": a state of its own
            yield Frame("of", head, distance, case.lower if case else "")
            if case is not None and case.lower in {"by", "for"}:
                return  # "wounded in an assault by 60 rebels": they did it; "carried food for four"
            token, distance = head, distance + 1
            continue
        return


def _after_object(parse: Parse, verb: Token, token: Token) -> bool:
    """ "killed a colonel and two of his guards": joined to the verb, where it stands right behind the verb's object."""
    target = parse.child(verb, "obj")
    if target is None or not verb.i < target.i < token.i or parse.child(token, "nsubj", "aux", "cop") is not None:
        return False
    between = parse.tokens[parse.subtree(target)[-1].i + 1 : token.i]
    return bool(between) and all(t.pos in {"CCONJ", "DET", "ADJ", "NUM"} or t.text == "," for t in between)


TOGETHER = {"along", "together"}


def _together(parse: Parse, case: Token) -> bool:
    """ "Along with two guards": as if joined by "and"."""
    return case.lower == "with" and case.i > 0 and parse.tokens[case.i - 1].lower in TOGETHER


def _beside(parse: Parse, verb: Token, distance: int) -> Frame:
    """What befell those beside them befell these too."""
    passive = parse.child(verb, "aux:pass") is not None or verb.tag == "VBN"
    return Frame("object" if passive or parse.child(verb, "obj") else "subject", verb, distance + 1)


def _in_row(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """ "Arrested a dealer and two of his friends", by order of words: what befell the one before the "and" befell those
    behind it, unless they do something themselves."""
    first = parse.sentences[counted.sentence].first
    lead = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start]
    text = parse.text[parse.sentences[counted.sentence].start : counted.start]
    text = THEIR.sub("", text)
    row = words.row_before.search(text) if text.rstrip().lower().endswith(words.row_last) else None
    own = parse.head(counted.anchor) if counted.anchor.relation in {*SUBJECT, "conj"} else None
    if row is None or (own is not None and own.pos in VERBAL and own.i > counted.number.i):
        return
    start = parse.sentences[counted.sentence].start + row.start()
    mate = next((t for t in reversed(lead) if t.start <= start < t.end), None)
    while mate is not None and mate.pos in {"NOUN", "PROPN"}:
        head = parse.head(mate)
        if head is not None and head.pos in VERBAL and mate.dep in {"obj", "nsubj:pass"}:
            yield Frame("object", head, 2)
            return
        case = parse.child(mate, "case") if mate.relation == "nmod" and counted.noun is not None else None
        if case is not None and case.lower == "of" and head is not None:  # "the death of six monks and their two cooks"
            yield Frame("of", head, 3, "of")
        mate = head


THEIR = re.compile(r"(?<=\s)(?:their|his|her|its)\s+$", re.I)
CLAUSES = frozenset(("after", "before", "since", "until", "when", "where", "that"))


def _row_before(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """ "After seven monks (four of them old) and two women were killed": the first subject of a row, torn off."""
    case = parse.child(counted.anchor, "case", "mark")
    if counted.anchor.relation not in {"obl", "nmod", "dep"} or case is None or case.lower not in CLAUSES:
        return
    last = parse.sentences[counted.sentence].last
    i = last_of(parse, counted) + 1
    if i < last and parse.tokens[i].text == "(":
        i = next((t.i + 1 for t in parse.tokens[i:last] if t.text == ")"), last)
    if i >= last or parse.tokens[i].lower != "and":
        return
    for token in parse.tokens[i + 1 : min(i + 7, last)]:
        verb = parse.head(token)
        if token.relation == "nsubj" and verb is not None and verb.pos in VERBAL and verb.i > token.i:
            passive = token.dep == "nsubj:pass" or parse.child(verb, "aux:pass") is not None
            yield Frame("object" if passive else "subject", verb, 2)
            return


def _row_ahead(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """ "A girl, *two cooks* and a man were shot": an item of a row before a passive."""
    if counted.noun is None or counted.noun.tag != "NNS" or counted.negative:
        return
    _, verb = ahead(parse, counted.noun)
    if verb is not None:
        yield Frame("subject" if verb.lemma == "die" else "object", verb, 3)


def _bare(parse: Parse, token: Token) -> bool:
    """An "oblique" without preposition is a mislabelled object or subject ("perished five persons")."""
    return parse.child(token, "case") is None


def _root(parse: Parse, token: Token, distance: int) -> Iterator[Frame]:
    """A nominal root: headline ("12 dead in fire") or predicate ("the wounded are sixty-four")."""
    subject = parse.child(token, "nsubj")
    if subject is not None and subject.start < token.start:
        yield Frame("total", subject, distance)


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
            if child.relation == "obl" and (child.pos != "ADJ" or parse.child(child, "case") is not None):
                continue  # not "listed among the dead"
            if child.relation == "conj" and not _joined(parse, verb, child):
                continue
            seen.add(child.i)
            yield Frame(_voice(parse, child), child, step)
            if _passive_too(parse, verb, child):
                yield Frame("object", child, step)
            yield from _second(parse, child, step + 1)
            if child.relation in {"xcomp", "ccomp"}:
                queue.append((child, step + 1))


def _passive_too(parse: Parse, verb: Token, other: Token) -> bool:
    """Whether a form that may be past or participle is joined to a passive: "were charged and *remanded*"."""
    regular = other.relation == "conj" and other.tag == "VBD" and other.lower.endswith("ed")
    return regular and parse.child(verb, "aux:pass") is not None and parse.child(other, "obj", "nsubj", "aux") is None


def _second(parse: Parse, verb: Token, distance: int) -> Iterator[Frame]:
    """ "were engaged and *killed*": joined to a passive that is joined itself."""
    if verb.relation != "conj" or parse.child(verb, "aux:pass") is None:
        return
    for child in parse.children(verb, "conj"):
        if child.tag == "VBN" and parse.child(child, "nsubj", "aux") is None:
            yield Frame("object", child, distance)


def _joined(parse: Parse, verb: Token, other: Token) -> bool:
    """Whether a conjunction or a mark joins two verbs; without one the parser has lost a clause's beginning ("nobody
    listened until men were dead")."""
    return any(t.pos in {"CCONJ", "PUNCT"} for t in parse.tokens[verb.i + 1 : other.i])


def _voice(parse: Parse, verb: Token) -> Relation:
    """ "Were pushed into a van and *have vanished*": a perfect is no passive."""
    if parse.child(verb, "aux:pass") is None and any(c.lemma == "have" for c in parse.children(verb, "aux")):
        return "subject"
    if verb.tag == "VBN" or parse.child(verb, "aux:pass") is not None:
        return "object"
    return "subject"


def _secondary(parse: Parse, token: Token, verb: Token, distance: int) -> Iterator[Frame]:
    """What the verb says of its object: "left nine missing", "saw 112 employees evacuated"."""
    for child in parse.children(verb, "xcomp", "ccomp", "advcl", "obl", "amod", "acl", "dep"):
        if child.relation == "advcl" and parse.child(child, "nsubj") is not None and child.tag != "JJ":
            continue  # "wounded three before police shot him"
        if token.i < child.i <= token.i + 8 and (child.tag in {"VBN", "JJ"} or child.pos == "ADJ"):
            yield Frame("modifier", child, distance)
