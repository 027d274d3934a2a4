"""Amounts that are a part of the one before ("including two children"), take it back ("not 84"), or break it down."""

from __future__ import annotations

import re
from typing import Literal

from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index
from variorum.text.gazetteer import country_of, is_demonym
from variorum.text.tree import Parse, Token

Link = Literal["part", "void", "breakdown", "ellipsis", "member"]

WINDOW = 40
PRONOUNS = {"other", "others", "more", "one", "ones", "them", "those", "these", "whom", "which", "rest", "remainder"}
BREAK = re.compile(r"(?::|\s[-–—])\s+(?:\w+\s+){0,2}$")
STATE = re.compile(
    r"\s+(?:with\s|in\s+(?:an?\s+)?(?:critical|serious|grave|stable|intensive|severe|bad)\b"
    r"|(?:of\s+them\s+)?(?:critically|seriously|gravely|badly|severely|lightly|slightly)\s*(?:[,.;)]|$))",
    re.I,
)
AMONG = re.compile(
    r"\b(?:among|amongst|under|between)\s+(?:the|those|these)\s+(?:[\d,]+\s+)?(?:people\s+|persons\s+)?(\w+)", re.I
)
HELD = re.compile(
    r"(?:\s+(?:others?|more|people|men|persons))?\s+(?:under\s+arrest|in\s+custody|behind\s+bars)\b", re.I
)
"""Behind a number in one row with the dead and hurt: "nine dead, 80 injured and 1,100 under arrest"."""
AMONG_NINE = re.compile(
    r"\s+among\s+(?:at\s+least\s+)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\s+(\w+)\b",
    re.I,
)
"""As headlines say it: "two children among nine dead"."""
LISTED_AMONG = re.compile(r"\bhad\s+(?:\w+\s+)?been\s+(?:\w+\s+)?(?:listed|counted|named|included|reported)\s*$", re.I)
"""Who only "had been listed among the dead" is not of them any more."""
HOLDS = {"include", "comprise"}
BE = re.compile(r"\b(?:is|are|was|were|be|been|figure|figures|figured|count|counted|number|feature)\b", re.I)
LABEL = re.compile(r"^[\W_]*\w+(?:\s\w+)?:\s*$")
LISTED = re.compile(
    r"(?:,|\band|\bor|;|\bbut|\bagainst|\bversus|\b(?:it|they|that)\s+(?:was|is|were|are))\s+"
    r"(?:with\s+)?(?:another\s+|a further\s+|the other\s+|the remaining\s+)?$",
    re.I,
)
TOLD = re.compile(
    r"[;,.]\s+[^;.]{3,80}\b(?:claim(?:s|ed)?|count(?:s|ed)|sp(?:eaks?|oke)\s+of|estimate[sd]?|(?:said|says|say)\s+(?:it|they|there)"
    r"\s+(?:was|were)|put[s]?\s+it\s+at)\s+$"
)
"""Another's number for the same: "police counted 9,000 marchers; organisers claimed 30,000"."""
COMPARED = re.compile(r"\b(?:(?:more|fewer|less|higher|lower)\s+than\s+the|compared\s+(?:with|to))\s+$", re.I)
"""Another count beside which the one before is set: "at least 11, more than the nine confirmed"."""
PLACED = re.compile(
    r"[;,]\s+(?:and\s+|but\s+)?(?:in|at)\s+(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w’'-]*,?\s+(?:only\s+|just\s+|another\s+)?$"
)
"""Another place of the same list: "in Lower Sarn, 29; in Gozluk only two"."""
DESCRIPTOR = re.compile(
    r"^\s*(?:(?:is|are|was|were|had|has|have|being|who|suffering|with|in|for|of|because|whose|a|an|the|their|from)\s+)*"
)
FOUND = re.compile(r"\s*(?:found|seen|sighted|recovered|discovered|pulled|died|dying|dead|missing|unaccounted)\b", re.I)
"""What befell a part, or how it was found, and says nothing of who they are."""
OF_MANY = re.compile(r"\s+of\s+(?:the|those|these)\s+[\d.,]+\s+\w+")
STOP = re.compile(r"[,.;:()“”\"–—]|\band\b|\bwhile\b|\bwho\b|\bwhen\b|\bafter\b|\bsaid\b|\bsays\b")


def link(parse: Parse, counted: Counted, words: Words) -> Link | None:
    """How the words around an amount tie it to the amount before it; None when they do not."""
    sentence = parse.sentences[counted.sentence]
    before = parse.text[max(sentence.start, counted.start - WINDOW) : counted.start]
    after = parse.text[counted.end : min(sentence.end, counted.end + WINDOW)]
    if words.void_before.search(before):
        return "void"
    if words.part_after.match(after) or words.part_before.search(before):
        return "part"
    line = max(sentence.start, parse.text.rfind("\n", 0, counted.start))
    if BREAK.search(before) and not LABEL.search(parse.text[line : counted.start]):
        return "breakdown"
    told = counted.noun is None and TOLD.search(parse.text[sentence.start : counted.start]) is not None
    if told or COMPARED.search(before) or (PLACED.search(before) and counted.noun is None):
        return "ellipsis"
    if LISTED.search(before) and not counted.single:
        return "part" if counted.noun is None and STATE.match(after) else "ellipsis"
    return None


THE_REST = re.compile(r"\bthe\s+(?:other|remaining)\s+$", re.I)
"""Before those of a count told before whom it has not told of yet: "the remaining five died in Temnik"."""


def member(parse: Parse, counted: Counted, language: str) -> str | None:
    """The kind whose counted ones an amount is said to be among: "two crew members were among the dead", "the dead
    included two crew members"."""
    sentence = parse.sentences[counted.sentence]
    table = index(language)
    if HELD.match(parse.text, counted.end) and not counted.negative:
        return "detained"
    first = _first_of_list(parse, counted.anchor)
    verb = parse.head(first)
    if verb is not None and verb.lemma in HOLDS and first.relation == "obj" and not counted.single:
        whole = parse.child(verb, "nsubj")
        if whole is not None and whole.tag in {"WP", "WDT"} and verb.dep == "acl:relcl":
            whole = parse.head(verb)  # "the wounded, who include five guards"
        return member_of(whole, table) if whole is not None else None
    among = verb is not None and first.relation == "nsubj" and _among(parse, verb)
    if among and verb is not None and (kind := member_of(verb, table)) is not None:
        return kind
    heading = AMONG_NINE.match(parse.text, counted.noun.end if counted.noun is not None else counted.end, sentence.end)
    if heading is not None and not counted.negative:
        token = next((t for t in parse.tokens_of(sentence) if t.start == heading.start(1)), None)
        return member_of(token, table) if token is not None else None
    for match in AMONG.finditer(parse.text, sentence.start, sentence.end):
        after = match.start() > counted.end
        between = parse.text[counted.end : match.start()] if after else parse.text[match.end() : counted.start]
        if len(between.split()) > 9 or not BE.search(between) or LISTED_AMONG.search(between):
            continue
        token = next((t for t in parse.tokens_of(sentence) if t.start == match.start(1)), None)
        kind = member_of(token, table) if token is not None and not _beside(parse, counted, token) else None
        if kind is not None:
            return kind
    return None


def _beside(parse: Parse, counted: Counted, predicate: Token) -> bool:
    """Whether an amount stands in a relative clause of those who were among the dead ("three pupils, who had come with
    *a teacher*, were among the dead")."""
    subject = parse.child(predicate, "nsubj", "nsubj:pass")
    clauses = [a for a in (counted.anchor, *parse.ancestors(counted.anchor)) if a.dep == "acl:relcl"]
    return subject is not None and any(a.i != predicate.i and subject.i < a.i < predicate.i for a in clauses)


def _among(parse: Parse, predicate: Token) -> bool:
    """ "Seven pupils of a school, who had come with a teacher, *were among* the deceased"."""
    cop, case = parse.child(predicate, "cop"), parse.child(predicate, "case")
    return cop is not None and cop.lemma == "be" and case is not None and case.lower in {"among", "amongst"}


def _first_of_list(parse: Parse, token: Token) -> Token:
    """The first of those a token stands in a row with: "included five guards, a nurse and *two children*"."""
    head = parse.head(token)
    while token.relation == "conj" and head is not None:
        token, head = head, parse.head(head)
    return token


def whole_of(parse: Parse, counted: Counted, language: str) -> str | None:
    """The kind of the whole an amount is taken of: "seven of the victims", "five of the 29 injured"."""
    following = [t for t in parse.tokens[counted.number.i + 1 : counted.number.i + 6] if t.start >= counted.end]
    following = [t for n, t in enumerate(following) if n != 2 or t.tag != "CD"]
    those = len(following) > 2 and following[1].lower == "those"
    if len(following) < 3 or following[0].lower != "of" or not (following[1].pos == "DET" or those):
        return None
    if those and following[2].lower == "who":
        return _who_died(parse, following[2], language)
    return member_of(following[2], index(language))


def _who_died(parse: Parse, who: Token, language: str) -> str | None:
    """The kind of those of whom a relative clause says that they died: "twenty of those *who lost their lives*"."""
    clause = parse.tokens[who.i + 1 : min(who.i + 5, parse.sentence_of(who).last)]
    told = {f for t in clause for f in (t.lemma, t.lower)}
    died = (p for t in clause for p in index(language).by_word["subject_of"].get(t.lemma, ()) if p.kind == "killed")
    dead = "killed" in told or any(p.alone or all(told & words for words in p.context) for p in died)
    return "killed" if dead else None


FRONTED = re.compile(
    r"\W*(?:Of|Among)\s+(?:the|those)\s+(?:[\w.,-]+\s+)?(?:(?:people|persons|villagers|residents)\s+)?"
    r"(?:(?:known|thought|believed)\s+to\s+have\s+(?:been\s+)?)?(\w+),",
    re.I,
)


def fronted(parse: Parse, counted: Counted, language: str) -> str | None:
    """The kind of the dead or hurt that a sentence tells apart: "of the dead, 52 drowned, nine were buried …"."""
    sentence = parse.sentences[counted.sentence]
    match = FRONTED.match(parse.text, sentence.start, sentence.end)
    if match is None or counted.start < match.end() or counted.negative or counted.single:
        return None
    whole = next((t for t in parse.tokens_of(sentence) if t.start == match.start(1)), None)
    kind = member_of(whole, index(language)) if whole is not None else None
    return kind if kind in {"killed", "injured"} else None


def own_noun(counted: Counted) -> Token | None:
    """The counted noun, unless it only stands for one ("four others", "six of them")."""
    noun = counted.noun
    if noun is None or noun.pos in {"PRON", "DET", "NUM"} or noun.lower in PRONOUNS or noun.lemma in PRONOUNS:
        return None
    return noun


def subset(
    parse: Parse, counted: Counted, kind: str, part: bool, words: Words, language: str, thing: Token | None = None
) -> str | None:
    """The article's own words for the part that is counted; None when the whole is. A noun that elsewhere names just
    anybody (soldiers, protesters) names the part where one is counted (`part`). `thing`: what is counted where the
    amount leaves it out ("61 drones came, *46 were* shot down")."""
    noun = own_noun(counted)
    things = index(language).things.get(kind)
    if noun is None and things is not None and thing is not None and (named := _of_thing(parse, thing, kind, language)):
        return named
    if noun is not None:
        named = _of_thing(parse, noun, kind, language) if things is not None else _of_person(parse, noun, words)
        if named is not None:
            return named
    named = _predicate(parse, counted) or _of_total(parse, counted, words) if noun is None else None
    if named is None and part and noun is not None and _classed(parse, noun, kind, words):
        named = _with_compounds(parse, noun)
    if named is not None:
        return named
    whole = noun is not None and noun.start > counted.end and any(f in words.generic for f in forms(noun))
    if part and (noun is None or counted.noun is None or whole):
        return _descriptor(parse, counted, words)
    return None


def _of_total(parse: Parse, counted: Counted, words: Words) -> str | None:
    """Whose number it is: "raised the number of *militants* killed to 80"."""
    lead = [t for t in parse.tokens[max(0, counted.number.i - 6) : counted.number.i] if t.end <= counted.start][-4:]
    shape = len(lead) == 4 and lead[0].lower == "of" and lead[2].pos == "VERB" and lead[3].lower in {"to", "at"}
    if not shape or any(f in words.generic for f in forms(lead[1])):
        return None
    return lead[1].text if any(f in words.classes for f in forms(lead[1])) else None


def _classed(parse: Parse, noun: Token, kind: str, words: Words) -> bool:
    """Whether a noun for people says who they are, and nothing behind it says more ("miners in critical condition")."""
    if not load()[kind].people or noun.tag != "NNS" or any(f in words.anybody for f in forms(noun)):
        return False
    known = any(f in words.generic for f in forms(noun))
    return known and STATE.match(parse.text, noun.end) is None


def _with_compounds(parse: Parse, noun: Token) -> str:
    first = min([noun, *parse.children(noun, "compound")], key=lambda t: t.i)
    return parse.text[first.start : noun.end]


def _predicate(parse: Parse, counted: Counted) -> str | None:
    """What a part is said to be: "17 of those killed *were civilians*"."""
    head = parse.head(counted.anchor)
    if head is None or head.tag != "NNS" or counted.anchor.relation != "nsubj" or parse.child(head, "cop") is None:
        return None
    first = min([head, *parse.children(head, "compound", "amod")], key=lambda t: t.i)
    return parse.text[first.start : head.end]


def _of_person(parse: Parse, noun: Token, words: Words) -> str | None:
    known = any(f in words.classes for f in forms(noun)) and not any(f in words.generic for f in forms(noun))
    compounds = [
        c for c in parse.children(noun, "compound", "amod") if c.end <= noun.start and c.pos in {"NOUN", "PROPN", "ADJ"}
    ]
    classed = [c for c in compounds if any(f in words.classes for f in forms(c)) or _nation(c)]
    if not known and not classed:
        return None
    first = min([*classed, *(c for c in compounds if c.relation == "compound"), noun], key=lambda t: t.i)
    return parse.text[first.start : noun.end]


def _nation(token: Token) -> bool:
    """ "*Chinese* nationals", "*U.S.* citizens", not "turkey farmers"."""
    return token.text[:1].isupper() and (is_demonym(token.text) or country_of(token.text) is not None)


def _of_thing(parse: Parse, noun: Token, kind: str, language: str) -> str | None:
    """A class of things: the noun itself ("schools") or what restricts it ("ballistic and cruise missiles")."""
    classes = index(language).classes.get(kind, frozenset())
    if any(f in classes for f in forms(noun)):
        return noun.text if noun.tag == "NNS" else _with_compounds(parse, noun)  # "a fighter jet"
    tokens = [t for t in parse.tokens[max(0, noun.i - 4) : noun.i] if any(f in classes for f in forms(t))]
    if not tokens:
        return None
    return parse.text[tokens[0].start : tokens[-1].end]


def _descriptor(parse: Parse, counted: Counted, words: Words) -> str | None:
    """What follows "three of them": "in critical condition", "children", "seriously"; not a place."""
    sentence = parse.sentences[counted.sentence]
    start = counted.noun.end if counted.noun is not None and counted.noun.start >= counted.end else counted.end
    tail = parse.text[start : min(sentence.end, start + 80)]
    marker = words.part_after.match(tail) or OF_MANY.match(tail)
    if marker:
        tail = tail[marker.end() :]
    if re.match(r"^\s*,?\s*(?:in|at|on|near)\s+(?:the\s+\w+\s+of\s+)?[A-Z]", tail) or not tail.strip():
        return None
    tail = re.sub(r"^\s*,\s*", " ", tail)
    tail = DESCRIPTOR.sub("", tail, count=1)
    stop = STOP.search(tail)
    text = tail[: stop.start()] if stop else tail
    if FOUND.match(text):
        return None
    described = text.split()[:5]
    telling = {t.text for t in parse.tokens_of(sentence) if t.start >= start and t.pos not in FUNCTION}
    return " ".join(described) if not telling.isdisjoint(described) else None


FUNCTION = frozenset(("ADP", "CCONJ", "SCONJ", "DET", "PUNCT", "AUX", "PART"))
"""Words that describe nobody alone: "leaves eight of the 21 unaccounted *for*"."""
