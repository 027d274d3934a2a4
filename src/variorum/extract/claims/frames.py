"""How an amount hangs in its sentence: the words that govern it, nearest first.

Tree walks first; the neighbouring words as a net below, for headlines and for sentences the parser gets wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame, Relation
from variorum.extract.claims.lists import ahead
from variorum.extract.claims.totals import told_totals, totals
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token

SUBJECT = {"nsubj", "csubj"}
VERBAL = {"VERB", "AUX"}
NOMINAL_LINKS = {"nmod", "appos", "compound", "dep", "list", "parataxis", "obl", "nummod"}
REACH = 6
"""Steps climbed from an amount; longer chains are parser errors more often than grammar."""


def frames(parse: Parse, counted: Counted, words: Words) -> list[Frame]:
    """All frames of the amount, nearest first; the order is total."""
    found = list(_modifiers(parse, counted, words))
    found += _neighbours(parse, counted)
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
    """Whether the amount is the whole that a single one is of: what the verb says of "one of *five* guards" it does
    not say of the five."""
    return ONE_OF.search(parse.text, max(0, counted.start - 15), counted.start) is not None


def _not_past(parse: Parse, counted: Counted, climbed: list[Frame]) -> list[Frame]:
    """Without verbs before one that has the amount for its object by order of words: the parser joined the amount to
    an object before it ("killing a couple and *forcing* 1,400 residents to flee")."""
    first = parse.sentences[counted.sentence].first
    lead = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start][-1:]
    if not lead or lead[0].tag not in {"VBG", "VBD", "VBZ"} or lead[0].pos != "VERB":
        return climbed
    return [f for f in climbed if f.word.i >= lead[0].i or f.word.pos not in VERBAL]


def _modifiers(parse: Parse, counted: Counted, words: Words) -> Iterator[Frame]:
    """Participles, adjectives and relative clauses of the counted word itself."""
    for base in {counted.anchor.i: counted.anchor, **({counted.noun.i: counted.noun} if counted.noun else {})}.values():
        for child in parse.children(base, "acl", "amod", "advmod", "xcomp", "advcl"):
            if child.dep == "acl:relcl":
                yield from _relative(parse, child)
            elif child.relation == "advcl" and parse.child(child, "nsubj") is not None:
                continue  # "with two friends when she was shot"
            elif child.i > counted.core_start and child.start >= counted.core_start:
                yield Frame("subject" if child.tag == "VBG" else "modifier", child, 1)
                if child.end <= base.start and child.tag in {"VBN", "VBD"}:  # "31 sustained wounds"
                    yield Frame("subject", child, 1)
        several = base.tag == "NN" and counted.noun is base and (counted.value.number or 2) > 1
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
            if case is not None and case.lower == "by":
                return  # "wounded in an assault by 60 rebels": they did it
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
    row = words.row_before.search(parse.text[parse.sentences[counted.sentence].start : counted.start])
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
        mate = head


CLAUSES = frozenset(("after", "before", "since", "until", "when", "where", "that"))


def _row_before(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """ "After seven monks (four of them old) and two women were killed": the first subject of a row, torn off."""
    case = parse.child(counted.anchor, "case", "mark")
    if counted.anchor.relation not in {"obl", "nmod", "dep"} or case is None or case.lower not in CLAUSES:
        return
    last = parse.sentences[counted.sentence].last
    i = _last(parse, counted) + 1
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
            yield from _second(parse, child, step + 1)
            if child.relation in {"xcomp", "ccomp"}:
                queue.append((child, step + 1))


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


BETWEEN = {"AUX", "ADV", "PART", "DET", "ADP", "PRON"}


def _neighbours(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """The words that touch the phrase: "killing 12", "12 more dead", "three still missing", "31 wounded"."""
    sentence = parse.sentences[counted.sentence]
    if not counted.partitive:
        yield from _before(parse, counted, sentence.first)
    last = _past_aside(parse, _last(parse, counted), sentence.last)
    passive, distance = False, 2 if OF_COUNTED.match(parse.text, counted.end, sentence.end) else 1
    for i in range(last + 1, min(last + (12 if counted.negative else 7), sentence.last)):
        token = parse.tokens[i]
        if counted.negative and token.pos in {"NOUN", "PROPN", "NUM"}:
            continue  # "nobody on board was hurt"
        on_board = token.lower == "board" and parse.tokens[i - 1].lower == "on"
        if (on_board or token.lower == "aboard") and not counted.negative:
            yield Frame("modifier", token, distance + 2)  # "killing all seven on board": what befell them comes first
            return
        if counted.partitive and token.pos == "AUX":
            return
        if token.lemma in MORE or token.pos in BETWEEN or token.tag == "MD":
            passive = (passive or token.lemma == "be") and token.lemma != "have"
            distance += token.tag in {"WP", "WDT"}  # the clause's own verb is nearer than a relative clause's
            continue
        if i == last + 1 and _verb_like(parse, counted, token):
            yield Frame("subject", token, 1)
        if token.tag not in PREDICATES and token.pos not in {"VERB", "ADJ"}:
            return
        if counted.partitive and token.tag not in {"VBN", "JJ"}:
            return
        perfect = not passive and parse.tokens[i - 1].lemma == "have"
        participle = not perfect and (token.tag in {"VBN", "JJ"} or token.pos == "ADJ" or token.lower.endswith("ed"))
        if token.tag == "VBD" and not passive and _acts(parse, token):
            participle = False
        if participle:
            yield Frame("modifier", token, distance)
        if (passive or participle) and token.tag != "VBG":
            yield Frame("object", token, distance + 1)
        if not passive:
            yield Frame("subject", token, distance if i - last <= 2 else distance + 1)
        if token.lemma not in RAISING and token.lower not in RAISING:
            return
        passive, distance = False, 2


OF_COUNTED = re.compile(r"\s+of\s+(?:the|those|its|their)\s+\d")
"""Before a whole with a number, whose own states follow: "killed 318 of *the 502 people infected*"."""


def _verb_like(parse: Parse, counted: Counted, token: Token) -> bool:
    """A verb taken for a noun behind a bare number, in a line without any: "40,000 *march* against cuts"."""
    if token.tag != "NN" or counted.noun is not None or (counted.value.number or 2) < 2:
        return False
    after = parse.tokens[token.i + 1 : token.i + 2]
    return (not after or after[0].pos in {"ADP", "PUNCT"}) and _verbless(parse, token)


def _acts(parse: Parse, verb: Token) -> bool:
    """Whether a past form has an object of its own just behind it: "several men wounded a guard"."""
    target = parse.child(verb, "obj")
    return target is not None and any(t.i == target.i for t in parse.tokens[verb.i + 1 : verb.i + 5])


PREDICATES = {"VBN", "VBD", "VBP", "VBZ", "VB", "JJ", "VBG"}
MORE = {"more", "others", "other", "further", "additional"}
RAISING = {
    "fear", "feared", "believe", "believed", "remain", "remained", "report", "reported", "think", "thought",
    "presume", "presumed", "leave", "left", "say", "said", "confirm", "confirmed", "know", "known",
}  # fmt: skip


def _past_aside(parse: Parse, last: int, end: int) -> int:
    """Over a short aside: "eight people, among them a girl, were dug out"."""
    if last + 1 < end and parse.tokens[last + 1].lower == ",":
        for i in range(last + 3, min(last + 12, end - 1)):
            after = parse.tokens[i + 1]
            if parse.tokens[i].lower == "," and (after.pos == "AUX" or after.tag in {"WP", "VBD"}):
                return i + (after.tag == "WP")
    return last


def _last(parse: Parse, counted: Counted) -> int:
    """The last token of the phrase with its noun and an "of" complement of a pronoun ("seven of them")."""
    last = counted.number.i
    if counted.noun is not None and last < counted.noun.i < last + 7:
        last = counted.noun.i
    for child in parse.children(counted.number, "nmod", "obl"):
        if last < child.i <= last + 8 and any(c.lower == "of" for c in parse.children(child, "case")):
            last = max(
                last, child.i if child.pos == "PRON" else parse.subtree(child)[-1].i if counted.negative else child.i
            )
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].end <= counted.end:
        last += 1
    following = parse.tokens[last + 1 : last + 4]
    if [t.lower for t in following[:1]] == ["of"] and len(following) == 3 and following[1].pos in {"DET", "PRON"}:
        last = following[2].i if following[1].pos == "DET" else following[1].i
    return last


PARTICLES = {"down", "out", "up", "off", "in", "away", "at", "than", "least", "more", "some", "about"}


def _before(parse: Parse, counted: Counted, first: int) -> Iterator[Frame]:
    """The verb just before the phrase, over its particle: "killing 12", "shot down 78"."""
    tokens = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start][-2:]
    if not tokens or tokens[-1].pos == "PUNCT":
        return
    previous = tokens[-1]
    if previous.lemma == "be":  # "shot down were 78 targets"
        earlier = [t for t in parse.tokens[first : previous.i] if t.lower not in PARTICLES][-1:]
        if earlier and (earlier[0].tag == "VBN" or earlier[0].i == first):
            yield Frame("object", earlier[0], 2)
        return
    if previous.lower in PARTICLES and len(tokens) == 2:
        yield Frame("object", tokens[0], 2)
    elif previous.pos == "VERB" or previous.tag.startswith("VB") or _headline_verb(parse, previous):
        yield Frame("object", previous, 1)


def _headline_verb(parse: Parse, token: Token) -> bool:
    """A verb taken for a plural noun, in a line that has no other verb: "Suicide bomber kills 21 at market"."""
    line = parse.sentence_of(token)
    return token.tag == "NNS" and token.i > line.first and (line.kind == "headline" or _verbless(parse, token))


def _verbless(parse: Parse, token: Token) -> bool:
    """Whether the token's line has no finite verb and no participle, as headlines often seem to have none."""
    return not any(t.tag in {"VBD", "VBZ", "VBP", "VBN"} for t in parse.tokens_of(parse.sentence_of(token)))
