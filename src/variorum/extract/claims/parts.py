"""Amounts that are a part of the one before ("including two children"), take it back ("not 84"), or break it down."""

from __future__ import annotations

import re
from typing import Literal

from variorum.extract.claims.callings import called, hyphened, is_class, nation, of_group, people, said_to_be
from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.descriptors import CARE, descriptor, of_patients, of_these
from variorum.extract.claims.gaps import GAP_ENDS
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index, kind_of_whole
from variorum.text.gazetteer import country_of
from variorum.text.tree import Parse, Token

Link = Literal["part", "void", "breakdown", "ellipsis", "member"]

WINDOW = 40
PRONOUNS = {
    "other",
    "others",
    "more",
    "one",
    "ones",
    "them",
    "those",
    "these",
    "whom",
    "which",
    "rest",
    "remainder",
    "remaining",
}
BREAK = re.compile(r"(?::|\s[-–—])\s+(?:\w+\s+){0,2}$")
STATE = re.compile(
    r"\s+(?:with\s|in\s+(?:an?\s+)?(?:critical|serious|grave|stable|intensive|severe|bad)\b"
    r"|(?:of\s+them\s+)?(?:critically|seriously|gravely|badly|severely|lightly|slightly)\s*(?:[,.;)]|$))",
    re.I,
)
AMONG = re.compile(
    r"\b(?:among|amongst|under|between)\s+(?:the|those|these)\s+(?:[\d,]+\s+)?(?:people\s+|persons\s+)?(\w+)", re.I
)
AMONG_FIRST = frozenset(("among", "amongst", "under", "between"))
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
MAKES_UP = {"make", "form", "constitute", "compose"}
BE = re.compile(r"\b(?:is|are|was|were|be|been|figure|figures|figured|count|counted|number|feature)\b", re.I)
LABEL = re.compile(r"^[\W_]*\w+(?:\s\w+)?:\s*$")
LISTED = re.compile(
    r"(?:,|\band|\bor|;|\bbut|\bagainst|\bversus|\b(?:it|they|that)\s+(?:was|is|were|are))\s+"
    r"(?:with\s+)?(?:another\s+|a further\s+|the other\s+|the remaining\s+)?$",
    re.I,
)
LISTING = (
    *(",", ";", "and", "or", "but", "against", "versus", "was", "is", "were", "are"),
    *("with", "another", "further", "other", "remaining"),
)
"""What that ends in, but for white space."""
TOLD = re.compile(
    r"[;,.]\s+[^;.]{3,80}\b(?:claim(?:s|ed)?|count(?:s|ed)|sp(?:eaks?|oke)\s+of|estimate[sd]?|(?:said|says|say)\s+(?:it|they|there)"
    r"\s+(?:was|were)|put[s]?\s+it\s+at)\s+$"
)
"""Another's number for the same: "police counted 9,000 marchers; organisers claimed 30,000"."""
TELLING = (
    *("claim", "claims", "claimed", "counts", "counted", "estimate", "estimates", "estimated"),
    *("of", "was", "were", "at"),
)
COMPARED = re.compile(r"\b(?:(?:more|fewer|less|higher|lower)\s+than\s+the|compared\s+(?:with|to))\s+$", re.I)
"""Another count beside which the one before is set: "at least 11, more than the nine confirmed"."""
COMPARING = ("the", "with", "to")
PLACED = re.compile(
    r"[;,]\s+(?:and\s+|but\s+)?(?:in|at)\s+(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w’'-]*,?\s+(?:only\s+|just\s+|another\s+)?$"
)
"""Another place of the same list: "in Lower Sarn, 29; in Gozluk only two"."""


def link(parse: Parse, counted: Counted, words: Words) -> Link | None:
    """How the words around an amount tie it to the amount before it; None when they do not."""
    sentence = parse.sentences[counted.sentence]
    before = parse.text[max(sentence.start, counted.start - WINDOW) : counted.start]
    after = parse.text[counted.end : min(sentence.end, counted.end + WINDOW)]
    if words.void_before.search(before):
        return "void"
    if words.part_after.match(after) or AMONG_THEM.match(after) or words.part_before.search(before):
        return "part"
    if BREAK.search(before):
        line = max(sentence.start, parse.text.rfind("\n", 0, counted.start))
        if not LABEL.search(parse.text[line : counted.start]):
            return "breakdown"
    bare = counted.noun is None
    if bare and before.endswith("(") and CARE.match(parse.text, counted.core_end, sentence.end):
        return "part"  # "12 are in hospital (four in need of surgery)"
    if bare and not counted.single and words.aged.match(after):
        return "part"  # "31 are under 18"
    gapped = bare and not counted.single and GAP_ENDS.match(after) is not None
    if gapped and words.gapped.search(parse.text[sentence.start : counted.start]):
        return "ellipsis"
    last = before.rstrip().lower()  # what it ends in is quicker to see than whether an expression fits before its end
    if bare and last.endswith(TELLING) and TOLD.search(parse.text[sentence.start : counted.start]):
        return "ellipsis"
    if (last.endswith(COMPARING) and COMPARED.search(before)) or (bare and PLACED.search(before)):
        return "ellipsis"
    if last.endswith(LISTING) and LISTED.search(before) and not counted.single:
        return "part" if counted.noun is None and STATE.match(after) else "ellipsis"
    return None


AMONG_THEM = re.compile(r"\s+(?:of\s+(?:its|their|our|his|her)\s+)?(?:own\s+)?(?:[\w’'-]+\s+){0,4}among\s+them\b", re.I)
"""Behind a part: "three *of its own members among them*"."""
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
    if verb is not None and verb.lemma in MAKES_UP and first.relation == "nsubj" and not counted.single:
        whole = parse.child(verb, "obj")  # "seven men and *four women* make up the fatalities"
        return member_of(whole, table) if whole is not None and parse.child(whole, "det") is not None else None
    among = verb is not None and first.relation == "nsubj" and _among(parse, verb)
    if among and verb is not None and (kind := _told_of(parse, verb, language)) is not None:
        return kind
    heading = AMONG_NINE.match(parse.text, counted.noun.end if counted.noun is not None else counted.end, sentence.end)
    if heading is not None and not counted.negative:
        token = next((t for t in parse.tokens_of(sentence) if t.start == heading.start(1)), None)
        return member_of(token, table) if token is not None else None
    if parse.said(sentence).isdisjoint(AMONG_FIRST):
        return None
    for match in AMONG.finditer(parse.text, sentence.start, sentence.end):
        after = match.start() > counted.end
        between = parse.text[counted.end : match.start()] if after else parse.text[match.end() : counted.start]
        if len(between.split()) > 9 or not BE.search(between) or LISTED_AMONG.search(between):
            continue
        token = next((t for t in parse.tokens_of(sentence) if t.start == match.start(1)), None)
        kind = _told_of(parse, token, language) if token is not None and not _beside(parse, counted, token) else None
        if kind is not None:
            return kind
    return None


def _told_of(parse: Parse, whole: Token, language: str) -> str | None:
    """The kind that a word for a whole names, or what became of it: "among the *prisoners who died*"."""
    kind = member_of(whole, index(language))
    if kind is None or not parse.text.startswith(" who ", whole.end):
        return kind
    return _who_died(parse, parse.tokens[whole.i + 1], language) or kind


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
    """The kind of the whole an amount is taken of: "seven of the victims", "five of the 29 injured", "two of the first
    four dead"."""
    following = [t for t in parse.tokens[counted.number.i + 1 : counted.number.i + 7] if t.start >= counted.end]
    following = [t for n, t in enumerate(following) if not (n in {2, 3} and (t.tag == "CD" or t.lower == "first"))]
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
    """The article's own words for the part that is counted, with the country they are of ("*citizens of Sweden*")."""
    if part and (aged := words.aged.match(parse.text, counted.end)) is not None:
        return aged["what"]
    told = _subset(parse, counted, kind, part, words, language, thing)
    noun = own_noun(counted)
    if told is None or noun is None or not told.endswith(noun.text):
        return told
    of = OF_COUNTRY.match(parse.text, noun.end, parse.sentences[counted.sentence].end)
    return told + of.group() if of is not None and country_of(of["land"]) is not None else told


OF_COUNTRY = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?(?P<land>[A-Z][\w’'-]*(?:\s+(?:and\s+)?[A-Z][\w’'-]*){0,2})")


def _subset(
    parse: Parse, counted: Counted, kind: str, part: bool, words: Words, language: str, thing: Token | None
) -> str | None:
    """The article's own words for the part that is counted; None when the whole is. A noun that elsewhere names just
    anybody (soldiers, protesters) names the part where one is counted (`part`). `thing`: what is counted where the
    amount leaves it out ("61 drones came, *46 were* shot down", "*Officers* injured: 43")."""
    noun = own_noun(counted)
    if noun is not None and _everybody(parse, noun, language):
        return None
    things = index(language).things.get(kind)
    if noun is None and thing is not None:
        persons = things is None
        named = (
            _of_person(parse, counted, thing, kind, words, language)
            if persons
            else _of_thing(parse, thing, kind, language)
        )
        if named:
            return named
    said = said_to_be(parse, counted, words) if load()[kind].people else None
    if said:
        return said
    if noun is not None:
        persons = things is None
        named = (
            _of_person(parse, counted, noun, kind, words, language)
            if persons
            else _of_thing(parse, noun, kind, language)
        )
        if named is not None:
            return named
    named = _predicate(parse, counted) if noun is None else None
    if named is not None and _says_kind(named, kind, language):
        named = None  # "15 are inpatients"
    if named is None and load()[kind].people:
        named = called(parse, counted, words)
    if named is None and part and noun is not None and _classed(parse, noun, kind, words):
        named = _with_compounds(parse, noun)
    if named is not None:
        return named
    if part and said is None and load()[kind].people:
        said = said_to_be(parse, counted, words, gapped=True)
    if said is not None:
        return said or None
    lone = part and counted.single and noun is not None and noun.tag == "NN"
    if lone and noun is not None and not any(f in words.anybody for f in forms(noun)):
        return _with_compounds(parse, noun)
    whole = noun is not None and noun.start > counted.end and any(f in words.generic for f in forms(noun))
    if part and (noun is None or counted.noun is None or whole or of_these(parse, counted)):
        return descriptor(parse, counted, words)
    return descriptor(parse, counted, words) if kind == "hospitalised" and of_patients(parse, counted) else None


def _everybody(parse: Parse, noun: Token, language: str) -> bool:
    """ "189 *passengers and crew*": two words for parts of one whole, counted together."""
    mate, table = parse.child(noun, "conj"), index(language)
    if mate is None or parse.child(mate, "nummod") is not None:
        return False
    whole = kind_of_whole(forms(noun), table)
    return whole is not None and whole == kind_of_whole(forms(mate), table)


def _classed(parse: Parse, noun: Token, kind: str, words: Words) -> bool:
    """Whether a noun for people says who they are, and nothing behind it says more ("miners in critical condition")."""
    if not load()[kind].people or noun.tag != "NNS" or any(f in words.anybody for f in forms(noun)):
        return False
    known = any(f in words.generic for f in forms(noun))
    return known and STATE.match(parse.text, noun.end) is None


def _with_compounds(parse: Parse, noun: Token) -> str:
    first = min([noun, *parse.children(noun, "compound")], key=lambda t: t.i)
    return hyphened(parse.text, first.start, noun.end)


def _predicate(parse: Parse, counted: Counted) -> str | None:
    """What a part is said to be: "17 of those killed *were civilians*"."""
    head = parse.head(counted.anchor)
    if head is None or head.tag != "NNS" or counted.anchor.relation != "nsubj" or parse.child(head, "cop") is None:
        return None
    if (group := of_group(parse, head)) is not None:
        return group
    first = min([head, *parse.children(head, "compound", "amod")], key=lambda t: t.i)
    return parse.text[first.start : head.end]


def _says_kind(words: str, kind: str, language: str) -> bool:
    """Whether words for a part only say what the kind says of all: "inpatients"."""
    last = words.casefold().split()[-1].removesuffix("s")
    return any(p.kind == kind for p in index(language).by_word["adjectives"].get(last, ()))


DESCRIBING = frozenset(
    ("foreign", "female", "male", "pregnant", "elderly", "young", "teenage", "off-duty", "retired", "former")
)
"""Adjectives that say who the people of a class are."""
SEIZED = frozenset(("detained", "kidnapped"))
"""Kinds whose people are called by what they are seized for: "two facilitators"."""


def _joined(token: Token, language: str) -> bool:
    """Whether what the tree takes for an adjective is a noun beside the noun: "*dock* workers", not "slain guards"."""
    return token.tag == "NN" and token.lower not in index(language).by_word["adjectives"]


def _of_person(parse: Parse, counted: Counted, noun: Token, kind: str, words: Words, language: str) -> str | None:
    generic = any(f in words.generic for f in forms(noun))
    several = counted.value.number != 1 and kind not in SEIZED
    known = not generic and (is_class(noun, words, several=several) or people(parse, noun))
    if (group := of_group(parse, noun)) is not None:
        return group
    compounds = [
        c
        for c in parse.children(noun, "compound", "amod")
        if c.end <= noun.start and c.pos in {"NOUN", "PROPN", "ADJ"} and not c.start < counted.start <= noun.start
    ]
    classed = [c for c in compounds if any(f in words.classes for f in forms(c)) or nation(c)]
    classed += [c for c in compounds if known and c.lower in DESCRIBING]
    if not known and not classed:
        return None
    first = min(
        [*classed, *(c for c in compounds if c.relation == "compound" or _joined(c, language)), noun], key=lambda t: t.i
    )
    return hyphened(parse.text, first.start, noun.end)


def _of_thing(parse: Parse, noun: Token, kind: str, language: str) -> str | None:
    """A class of things: the noun itself ("schools") or what restricts it ("ballistic and cruise missiles")."""
    classes = index(language).classes.get(kind, frozenset())
    if any(f in classes for f in forms(noun)):
        return noun.text if noun.tag == "NNS" else _with_compounds(parse, noun)  # "a fighter jet"
    lead = parse.tokens[max(0, noun.i - 4) : noun.i]
    first = max((n for n, t in enumerate(lead) if t.tag == "CD"), default=0)  # "four offices and *two* banks"
    tokens = [t for t in lead[first:] if any(f in classes for f in forms(t))]
    if not tokens:
        return None
    return parse.text[tokens[0].start : tokens[-1].end]
