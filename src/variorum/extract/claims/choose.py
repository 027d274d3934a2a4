"""From frames to a kind: which trigger, in which frame, makes the amount a count of what."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from msgspec import Struct

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import INNER, Frame
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import Index, Pattern, index
from variorum.kinds.patterns import Relation as Trigger
from variorum.text.tree import Parse, Token

NEAR = 4
"""Depth to which a governing word's dependents count as its context."""


class Choice(Struct, frozen=True):
    """The kind, the frame that gave it, and the words that decided."""

    kind: str
    frame: Frame | None
    why: str
    trigger: Trigger | None = None
    negative: bool = False
    """The trigger itself holds a negation ("could not be found")."""


@cache
def _people() -> frozenset[str]:
    return frozenset(name for name, kind in load().items() if kind.people)


def choose(
    parse: Parse,
    counted: Counted,
    found: list[Frame],
    own: Token | None,
    noun: Token | None,
    words: Words,
    language: str,
) -> Choice | None:
    """The kind of the nearest frame that a trigger fits and whose unit the noun fits; None when none does.

    `own` is the counted noun; `noun` the same, inherited where the sentence leaves it out.
    """
    table = index(language)
    named = _named(own, table)
    best: tuple[tuple[int, int, int, int, str], Choice] | None = None
    for frame in found:
        for trigger, pattern in _patterns(parse, frame, table):
            if trigger == "whole" and not counted.partitive:
                continue
            if trigger == "subject_of" and frame.relation == "object" and not _inverted(frame, counted, pattern):
                continue
            beyond = frame.relation in {"total", "of"} and not any(f in words.totals for f in forms(frame.word))
            if named and beyond and pattern.kind not in named:
                continue
            bearer = noun if pattern.kind in table.things else own
            itself = (
                trigger == "nouns" and frame.relation == "self" and bearer is not None and _is(bearer, pattern, table)
            )
            if not (itself or _fits(pattern.kind, bearer, table, words)):
                continue
            if pattern.kind in LIVING and _in_remains(parse, own, words):
                continue
            if frame.relation == "modifier" and frame.distance == INNER and pattern.kind in HARMED:
                continue  # "the four *wounded* men": told again, not counted
            if not _context(parse, counted, frame, pattern, trigger):
                continue
            gap, beside = _gap(frame, counted), BESIDE.get(frame.relation, 2)
            rank = (
                frame.distance + _penalty(frame, trigger, counted),
                gap,
                beside,
                -pattern.weight,
                pattern.kind,
            )
            if best is None or rank < best[0]:
                why = f"{frame.relation} of “{frame.word.text}” ({trigger.replace('_', ' ')})"
                best = rank, Choice(pattern.kind, frame, why, trigger, any("not" in c for c in pattern.context))
    if best is not None:
        return best[1]
    of_total = _total(parse, found, noun, table, words)
    if of_total is not None:
        return of_total
    return _bare(parse, counted, found, noun, table)


def _named(noun: Token | None, table: Index) -> frozenset[str]:
    """The kinds that the counted noun is of by itself: "nine deaths" stay deaths beside "cases of cholera"."""
    if noun is None:
        return frozenset()
    return frozenset(p.kind for f in forms(noun) for p in table.by_word["nouns"].get(f, ()) if p.alone)


def _is(noun: Token, pattern: Pattern, table: Index) -> bool:
    """Whether the counted noun is the trigger, and no word compounded with it ("three rescue brigades")."""
    return any(p is pattern for f in forms(noun) for p in table.by_word["nouns"].get(f, ()))


BESIDE = {"modifier": 0, "object": 1}


def _gap(frame: Frame, counted: Counted) -> int:
    """Characters between the amount (with its noun) and the governing word."""
    if frame.word.end <= counted.start:
        return counted.start - frame.word.end
    end = counted.noun.end if counted.noun is not None and counted.noun.start >= counted.start else counted.end
    return max(0, frame.word.start - end)


def _inverted(frame: Frame, counted: Counted, pattern: Pattern) -> bool:
    """ "there died 12 people": an intransitive verb just before its subject."""
    return not pattern.context and frame.word.end <= counted.start <= frame.word.end + 12


def _penalty(frame: Frame, trigger: Trigger, counted: Counted) -> int:
    """Weaker evidence counts as farther: the counted noun itself, and words beyond the next amount."""
    beyond = 2 if frame.word.start > counted.horizon else 0
    return beyond + (2 if trigger == "nouns" and frame.relation == "self" else 0)


ASIDE = {"from", "by", "with", "after", "before", "into", "through", "during", "about", "since", "against", "without"}
"""Prepositions that put an amount beside the verb, not under it ("rescued 12 people from *two* roofs")."""

LOADING = {"carry", "transport"}
"""Verbs that count their own object alone ("carried jackets *for 40*")."""

LADEN = {"pack", "load", "cram", "overload", "crowd"}
"""Verbs that count what is put in: "a boat packed *with 40* migrants"."""

OF = {"of", "", "for", "'s", "’s", "'", "’"}
"""Cases that make a noun's complement what it counts."""

TRIGGERS: dict[str, tuple[Trigger, ...]] = {
    "subject": ("subject_of", "adjectives"),
    "object": ("object_of", "subject_of"),
    "modifier": ("adjectives", "object_of"),
    "self": ("nouns", "adjectives", "whole"),
    "of": ("nouns", "deeds"),
    "total": ("counters", "nouns"),
}


def _patterns(parse: Parse, frame: Frame, table: Index) -> list[tuple[Trigger, Pattern]]:
    found: list[tuple[Trigger, Pattern]] = []
    if frame.relation == "of" and frame.case not in OF and (frame.case, frame.word.lemma) != ("to", "damage"):
        return found
    laden = frame.case == "with" and frame.word.lemma in LADEN
    if frame.relation == "object" and (
        (frame.case in ASIDE and not laden) or (frame.case and frame.word.lemma in LOADING)
    ):
        return found
    for trigger in TRIGGERS[frame.relation]:
        if trigger == "adjectives" and frame.relation == "subject" and _transitive(parse, frame.word):
            continue  # "a bullet, one of which also wounded a child"
        if trigger == "deeds" and not frame.case and frame.word.tag in {"NNS", "NNPS"}:
            continue  # "the killers, some 30 men"
        if trigger == "object_of" and frame.relation == "modifier" and frame.word.tag not in {"VBN", "VBD", "JJ"}:
            continue
        keys = dict.fromkeys((*forms(frame.word), *_copula(parse, frame, trigger), *_compounds(parse, frame)))
        for key in keys:
            found += [(trigger, p) for p in table.by_word[trigger].get(key, ()) if p.context or not _done(parse, frame)]
    if frame.word.lemma == "turn" and parse.child(frame.word, "xcomp") is not None:
        return []  # "two of them turned out to be unhurt"
    if frame.relation == "subject" and frame.word.tag == "VBN":
        found += [("object_of", p) for p in table.by_word["object_of"].get(frame.word.lemma, ())]
    return found


def _done(parse: Parse, frame: Frame) -> bool:
    """Whether the verb has another sense: a poll that was "carried out" took nobody aboard, who "demonstrated that it
    works" did not protest."""
    word = frame.word
    if word.lemma == "demonstrate":
        return parse.child(word, "obj", "ccomp", "iobj") is not None
    part = parse.child(word, "compound:prt") if word.lemma == "carry" else None
    return part is not None and part.lower == "out"


def _transitive(parse: Parse, verb: Token) -> bool:
    """Whether a past form does something to an object of its own, so that it is no state of its subject."""
    target = parse.child(verb, "obj")
    if (
        (verb.tag != "VBD" and verb.lower != "shot")
        or target is None
        or target.i < verb.i
        or parse.child(verb, "aux:pass") is not None
    ):
        return False
    if target.lemma in {"day", "hour", "week", "night", "month", "year"}:
        return False
    if target.pos == "PROPN":
        return not target.lower.endswith("day")  # the "Thursday" of "two hurt Thursday"
    return target.pos == "PRON" or parse.child(target, "det", "nmod", "nummod", "amod") is not None


def _copula(parse: Parse, frame: Frame, trigger: Trigger) -> tuple[str, ...]:
    if frame.word.lower == "dead":
        return ()  # "pronounced dead at the hospital"
    nominal = parse.child(frame.word, "cop") is not None or frame.word.pos not in {"VERB", "AUX", "ADV"}
    return ("be",) if trigger == "subject_of" and nominal else ()


def _compounds(parse: Parse, frame: Frame) -> tuple[str, ...]:
    """ "crew" of "crew members"."""
    if frame.relation != "self":
        return ()
    return tuple(f for c in parse.children(frame.word, "compound") for f in forms(c))


def _context(parse: Parse, counted: Counted, frame: Frame, pattern: Pattern, trigger: Trigger) -> bool:
    """Whether each further word of the pattern stands among the governing word's dependents (a noun's: governors)."""
    word = frame.word
    if not _around(parse, word, pattern):
        return False
    if trigger == "subject_of" and not pattern.context:
        return word.lemma != "be"
    if not pattern.context:
        return True
    near = set(_near(parse, word.i))
    if frame.relation == "object" and counted.noun is not None:  # "forcing 1,400 residents and tourists to flee"
        near |= {f for c in parse.children(counted.noun, "acl", "xcomp") if c.tag == "VB" for f in forms(c)}
    if trigger == "nouns":
        for ancestor in list(parse.ancestors(word))[:2]:
            near |= set(forms(ancestor))
    if trigger == "subject_of" and parse.child(word, "cop") is None and word.pos not in {"VERB", "AUX"}:
        near |= set(forms(word))
    if parse.child(word, "cop") is not None:
        near |= set(forms(word))
    return all(near & alternatives for alternatives in pattern.context)


def stands(parse: Parse, word: Token, pattern: Pattern) -> bool:
    """Whether the further words of a verb's pattern stand around it."""
    return _around(parse, word, pattern) and all(_near(parse, word.i) & words for words in pattern.context)


def _around(parse: Parse, word: Token, pattern: Pattern) -> bool:
    """Whether the pattern's further words stand in the sentence and in the article, and none that it excludes."""
    if pattern.article and not all(spoken_of(parse) & alternatives for alternatives in pattern.article):
        return False
    if not pattern.sentence and not pattern.unless:
        return True
    around = {f for t in parse.tokens_of(parse.sentence_of(word)) for f in forms(t)}
    return around.isdisjoint(pattern.unless) and all(around & alternatives for alternatives in pattern.sentence)


@lru_cache(maxsize=4)
def spoken_of(parse: Parse) -> frozenset[str]:
    """All lemmas and surfaces of the article."""
    return frozenset(f for t in parse.tokens for f in forms(t))


@lru_cache(maxsize=64)
def _near(parse: Parse, number: int) -> frozenset[str]:
    """Lemmas and surfaces of the governing word's dependents, not through clauses joined to it. Asked once per pattern
    of a word, so kept for a while."""
    word = parse.tokens[number]
    found: set[str] = set()
    stack = [(c, 1) for c in parse.children(word)]
    while stack:
        token, depth = stack.pop()
        found.update(forms(token))
        if depth < NEAR:
            for child in parse.children(token):
                if child.relation not in {"conj", "parataxis", "advcl"} and child.dep != "acl:relcl":
                    stack.append((child, depth + 1))
    sentence = parse.sentence_of(word)
    for token in reversed(parse.tokens[max(sentence.first, word.i - 4) : word.i]):  # what the parser hung elsewhere
        if token.pos in {"PUNCT", "CCONJ", "SCONJ", "NUM"}:
            break
        found.update(forms(token))
    for token in parse.tokens[word.i + 1 : min(word.i + 6, sentence.last)]:
        if token.pos in {"PUNCT", "CCONJ", "SCONJ"}:
            break
        found.update(forms(token))
    return frozenset(found)


LIVING = {"rescued", "injured", "evacuated", "hospitalised"}


def _in_remains(parse: Parse, noun: Token | None, words: Words) -> bool:
    """ "The bodies of three miners": who is counted is dead, whatever is done to them."""
    head = parse.head(noun) if noun is not None and noun.relation == "nmod" else None
    return head is not None and any(f in words.remains for f in forms(head))


def _fits(kind: str, noun: Token | None, table: Index, words: Words) -> bool:
    """Whether the counted noun can be of the kind's unit."""
    things = table.things.get(kind)
    if things is not None:
        return noun is not None and any(f in things for f in forms(noun))
    if noun is None:
        return True
    names = forms(noun)
    if kind != "killed" and any(f in words.remains for f in names):
        return False
    if any(f in words.generic or f in words.classes for f in names):
        return True
    if any(f in words.groups for f in names):
        return noun.tag != "NNS" or noun.lemma == "crew"  # "42 rescue teams" are no 42 people
    return not any(f in words.nonpersons for f in names)


def _total(parse: Parse, found: list[Frame], noun: Token | None, table: Index, words: Words) -> Choice | None:
    """ "The number of injured rose to 12": the kind of what the total is of."""
    for frame in found:
        if frame.relation != "total":
            continue
        if not any(f in words.totals for f in forms(frame.word)):
            kind = member_of(frame.word, table)
            if kind in _people():
                return Choice(kind, frame, f"“{frame.word.text}” come to the number", "counters")
            continue
        phrase = _phrase_of(parse, frame.word)
        of_things = _things_of(phrase, table)
        if of_things is not None:
            return Choice(of_things, frame, f"“{frame.word.text}” of things", "counters")
        for token in phrase:
            kind = member_of(token, table)
            if kind is not None and _fits(kind, None if kind in _people() else noun, table, words):
                return Choice(kind, frame, f"“{frame.word.text}” of “{token.text}”", "counters")
    return None


def _phrase_of(parse: Parse, total: Token) -> list[Token]:
    """The words of "number of houses destroyed", up to the next mark."""
    phrase = []
    for token in parse.tokens[total.i : min(total.i + 9, parse.sentence_of(total).last)]:
        if token.pos == "PUNCT":
            break
        phrase.append(token)
    return phrase


def _things_of(phrase: list[Token], table: Index) -> str | None:
    """The kind whose things and whose participle both stand in the phrase."""
    for thing in phrase:
        for token in phrase:
            patterns = [
                *table.by_word["adjectives"].get(token.lower, ()),
                *table.by_word["object_of"].get(token.lemma, ()),
            ]
            for pattern in patterns:
                things = table.things.get(pattern.kind, frozenset())
                if token.i > thing.i and not pattern.context and any(f in things for f in forms(thing)):
                    return pattern.kind
    return None


def member_of(token: Token, table: Index) -> str | None:
    """The kind whose counted ones a word names: dead, wounded, detainees, victims, those held; None for others."""
    if table.naming.isdisjoint((token.lemma, token.lower, token.lower[:-1])):
        return None
    for trigger in ("members", "adjectives", "nouns"):
        for form in forms(token):
            for pattern in table.by_word[trigger].get(form, ()):
                if pattern.alone:
                    return pattern.kind
    if token.tag == "VBN" or token.lower.endswith("ed"):
        for pattern in table.by_word["object_of"].get(token.lemma, ()):
            if pattern.alone:
                return pattern.kind
    return None


def _bare(parse: Parse, counted: Counted, found: list[Frame], noun: Token | None, table: Index) -> Choice | None:
    """Things that count without a predicate ("84 drones and 23 missiles, from these six ballistic")."""
    if counted.value.number == 1 and parse.text.startswith(" of ", counted.end):
        return None  # "debris from one of the drones"
    if noun is None or (counted.partitive and not _brought_down(parse, counted, table)):
        return None
    governors = {f for frame in found if frame.relation in {"object", "subject", "modifier"} for f in forms(frame.word)}
    for kind in table.bare:
        if any(f in table.things[kind] for f in forms(noun)) and not governors & table.blockers[kind]:
            return Choice(kind, None, f"“{noun.text}” counted as such")
    return None


def _brought_down(parse: Parse, counted: Counted, table: Index) -> bool:
    """ "shot down 22 of *31 drones*": the whole that came, where only the part's verb stops them."""
    of = OF_NUMBER.search(parse.text, max(0, counted.start - 30), counted.start)
    lead = parse.tokens[max(0, counted.number.i - 8) : counted.number.i]
    stops = table.by_word["object_of"]
    return of is not None and any(p.kind == "shot_down" for t in lead for p in stops.get(t.lemma, ()))


OF_NUMBER = re.compile(r"\bof\s+$")
