"""From frames to a kind: which trigger, in which frame, makes the amount a count of what."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.extract.claims.bare import acts, brought_down
from variorum.extract.claims.context import around, in_context
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.describing import ROOM, leaves, of_main, only_describes, recorded
from variorum.extract.claims.fits import LIVING, OF_THINGS_TOO, THINGS_TOO, fits, in_remains, is_thing, personal
from variorum.extract.claims.frame import INNER, Frame
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.rank import BESIDE, gap_to, inverted, penalty
from variorum.extract.claims.uncounted import reports
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import Index, Pattern, index
from variorum.kinds.patterns import Relation as Trigger
from variorum.text.tree import Parse, Token


class Choice(Struct, frozen=True):
    """The kind, the frame that gave it, and the words that decided."""

    kind: str
    frame: Frame | None
    why: str
    trigger: Trigger | None = None
    negative: bool = False
    """The trigger itself holds a negation ("could not be found")."""
    alone: bool = False
    """The trigger asked for no other word."""
    thing: Token | None = None
    """What is counted, where only the total says it: "the number of *drones* used rose to 61"."""


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
    if any(f.relation == "of" and f.case == "for" and f.word.lemma in ROOM for f in found):
        return None  # "room for 20 bodies"
    named = _named(own, table)
    best: tuple[tuple[int, int, int, int, str], Choice] | None = None
    main: tuple[tuple[int, int, int, int, str], Choice] | None = None
    for frame in found:
        governing = of_main(parse, frame, counted)
        if best is not None and frame.distance > best[0][0] and not governing:
            continue
        gap, beside = gap_to(frame, counted), BESIDE.get(frame.relation, 2)
        beyond = frame.relation in {"total", "of"} and not any(f in words.totals for f in forms(frame.word))
        joined = frame.relation == "total" and frame.distance > 1
        for trigger, pattern in _patterns(parse, frame, table, words):
            far = frame.distance + penalty(frame, trigger, counted)
            if best is not None and far > best[0][0] and not governing:
                continue
            rank = (far, gap, beside, -pattern.weight, pattern.kind)
            if best is not None and rank >= best[0] and not (governing and (main is None or rank < main[0])):
                continue  # asked first, since it takes least
            if trigger == "whole" and not counted.partitive:
                continue
            if trigger == "subject_of" and frame.relation == "object" and not inverted(frame, counted, pattern):
                continue
            if named and (beyond or joined or leaves(frame)) and pattern.kind not in named:
                continue  # "left four *deaths* and 30 wounded", "put the toll at 38 dead and *33 missing*"
            if (
                trigger == "subject_of"
                and counted.noun is None
                and table.blockers[pattern.kind]
                and pattern.kind in table.bare
            ):
                continue  # "of 91 drones, four hit their targets"
            bearer = noun if pattern.kind in table.things else own
            itself = (
                trigger == "nouns" and frame.relation == "self" and bearer is not None and _is(bearer, pattern, table)
            )
            if not (itself or fits(parse, pattern.kind, bearer, table, words)):
                continue
            if pattern.kind in LIVING and in_remains(parse, own, words):
                continue
            if trigger == "counters" and _of_others(parse, frame.word, pattern.kind, table):
                continue  # "the toll of injured"
            if counted.negative and own is not None and any(f in words.remains for f in forms(own)):
                continue  # "no bodies have been found" is no word of no dead
            loose = frame.word.lemma in THINGS_TOO or (pattern.kind in OF_THINGS_TOO and frame.relation != "self")
            if loose and pattern.kind in _people() and not personal(own, words):
                continue
            if frame.word.lemma == "hold" and own is not None and own.lemma == "name":
                continue  # a list "holds 26 names"
            inner = frame.relation == "modifier" and frame.distance == INNER and pattern.kind in HARMED
            if inner and not recorded(parse, counted, words):
                continue  # "the four *wounded* men", "met four wounded men": told again, not counted
            if pattern.kind == "protesters" and frame.relation == "self" and _harmed(parse, own, table):
                continue  # "110 injured demonstrators"
            if not in_context(parse, counted, frame, pattern, trigger):
                continue
            why = f"{frame.relation} of “{frame.word.text}” ({trigger.replace('_', ' ')})"
            denied = any(not c.isdisjoint(NEGATIONS) for c in pattern.context)
            ranked = rank, Choice(pattern.kind, frame, why, trigger, denied, pattern.alone)
            best = ranked if best is None or rank < best[0] else best
            main = ranked if governing and (main is None or rank < main[0]) else main
    if best is not None:
        over = main is not None and only_describes((best[1].kind, best[1].frame), (main[1].kind, main[1].frame))
        return main[1] if over and main is not None else best[1]
    of_total = _total(parse, counted, found, own, noun, table, words)
    if of_total is not None:
        return of_total
    return _bare(parse, counted, found, noun, table)


def _harmed(parse: Parse, noun: Token | None, table: Index) -> bool:
    """Whether the counted noun itself is told what befell it, so that it is not counted as what it is."""
    told = (c.lower for c in parse.children(noun, "amod")) if noun is not None else ()
    return any(p.kind in HARMED | {"detained"} for w in told for p in table.by_word["adjectives"].get(w, ()))


def _named(noun: Token | None, table: Index) -> frozenset[str]:
    """The kinds that the counted noun is of by itself: "nine deaths" stay deaths beside "cases of cholera"."""
    if noun is None:
        return frozenset()
    return frozenset(p.kind for f in forms(noun) for p in table.by_word["nouns"].get(f, ()) if p.alone)


def _is(noun: Token, pattern: Pattern, table: Index) -> bool:
    """Whether the counted noun is the trigger, and no word compounded with it ("three rescue brigades")."""
    return any(p is pattern for f in forms(noun) for p in table.by_word["nouns"].get(f, ()))


NEGATIONS = frozenset(("not", "no"))
"""Words by which a trigger itself denies: "could *not* be found", "have *no* home"."""
ASIDE = {"from", "by", "with", "after", "before", "into", "through", "during", "about", "since", "against", "without"}
"""Prepositions that put an amount beside the verb, not under it ("rescued 12 people from *two* roofs")."""

LOADING = {"carry", "transport", "admit"}
"""Verbs that count their own object alone ("carried jackets *for 40*", "the army admitted *to six*")."""

LADEN = {"pack", "load", "cram", "overload", "crowd", "leave", "depart", "sail", "cast", "set"}
"""Verbs that count what is put in: "a boat packed *with 40* migrants"."""

CASES = frozenset(("case", "incident"))
"""Words that count as many of what is named before them: "nine arrest *cases*"."""

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


def _patterns(parse: Parse, frame: Frame, table: Index, words: Words) -> list[tuple[Trigger, Pattern]]:
    found: list[tuple[Trigger, Pattern]] = []
    if frame.relation == "of" and frame.case not in OF and (frame.case, frame.word.lemma) != ("to", "damage"):
        cased = ((t, p) for t in TRIGGERS["of"] for f in forms(frame.word) for p in table.by_word[t].get(f, ()))
        return [(t, p) for t, p in cased if any(frame.case in words for words in p.context)]  # "contact with two"
    laden = frame.case == "with" and frame.word.lemma in LADEN
    if frame.relation == "object" and (
        (frame.case in ASIDE and not laden) or (frame.case and frame.word.lemma in LOADING)
    ):
        return found
    if frame.relation == "object" and frame.case == "at" and parse.child(frame.word, "obj") is not None:
        return found  # "hospital sources put the number at eight"
    own, compounds, done = forms(frame.word), _compounds(parse, frame, words), _done(parse, frame)
    for trigger in TRIGGERS[frame.relation]:
        if trigger == "adjectives" and frame.relation == "subject" and _transitive(parse, frame.word):
            continue  # "a bullet, one of which also wounded a child"
        if trigger == "deeds" and not frame.case and frame.word.tag in {"NNS", "NNPS"}:
            continue  # "the killers, some 30 men"
        if trigger == "object_of" and frame.relation == "modifier" and frame.word.tag not in {"VBN", "VBD", "JJ"}:
            continue
        known = table.by_word[trigger]
        for key in dict.fromkeys((*own, *_copula(parse, frame, trigger), *compounds)):
            if key in known:
                found += [(trigger, p) for p in known[key] if p.context or not done]
    if frame.word.lemma == "turn" and parse.child(frame.word, "xcomp") is not None:
        return []  # "two of them turned out to be unhurt"
    if frame.relation == "subject" and frame.word.tag == "VBN" and not _has_done(parse, frame.word):
        found += [("object_of", p) for p in table.by_word["object_of"].get(frame.word.lemma, ())]
    return found


def _has_done(parse: Parse, verb: Token) -> bool:
    """An active perfect: "a nurse who *has lost* three cousins"."""
    return parse.child(verb, "aux:pass") is None and any(c.lemma == "have" for c in parse.children(verb, "aux"))


def _done(parse: Parse, frame: Frame) -> bool:
    """Whether the verb has another sense: a poll that was "carried out" took nobody aboard, a list "drawn up" no
    crowd, who "demonstrated that it works" did not protest, "tear gas" is no verb."""
    word = frame.word
    if word.lower == "gas" and word.i > 0 and parse.tokens[word.i - 1].lower in {"tear", "pepper"}:
        return True
    if word.lemma == "demonstrate":
        return parse.child(word, "obj", "ccomp", "iobj") is not None
    part = parse.child(word, "compound:prt", "advmod") if word.lemma in {"carry", "draw"} else None
    return part is not None and part.lower in {"out", "away", "off", "up"}


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
    if trigger != "subject_of" or frame.word.lower == "dead":
        return ()  # "pronounced dead at the hospital"
    nominal = parse.child(frame.word, "cop") is not None or frame.word.pos not in {"VERB", "AUX", "ADV"}
    return ("be",) if nominal else ()


def _compounds(parse: Parse, frame: Frame, words: Words) -> tuple[str, ...]:
    """ "crew" of "crew members": what a general word for people or things is a case of. "400 rescue *workers*" are not
    rescued, "40 arrest *warrants*" are not arrests."""
    if frame.relation != "self" or (words.generic | CASES).isdisjoint(forms(frame.word)):
        return ()
    return tuple(f for c in parse.children(frame.word, "compound") for f in forms(c))


def _total(
    parse: Parse,
    counted: Counted,
    found: list[Frame],
    own: Token | None,
    noun: Token | None,
    table: Index,
    words: Words,
) -> Choice | None:
    """ "The number of injured rose to 12": the kind of what the total is of."""
    for frame in found:
        if frame.relation != "total" or reports(parse, frame.word):
            continue  # "survivors speak of a hundred" counts no survivors
        if not any(f in words.totals for f in forms(frame.word)):
            kind = member_of(frame.word, table)
            if kind in _people() and (noun is None or any(f in words.generic | words.classes for f in forms(noun))):
                return Choice(kind, frame, f"“{frame.word.text}” come to the number", "counters")
            if parse.text.startswith(":", frame.word.end) and counted.noun is None:  # "Drones: 61"
                kind = next((k for k in table.bare if any(f in table.things[k] for f in forms(frame.word))), None)
                if kind is not None:
                    return Choice(kind, frame, f"“{frame.word.text}” come to the number", "counters", thing=frame.word)
            continue
        whose = _whose(parse, frame.word, table)
        if whose is not None:
            return Choice(whose, frame, f"“{frame.word.text}” of those told of before", "counters")
        phrase = _phrase_of(parse, frame.word)
        of_things = _things_of(phrase, table)
        if of_things is not None:
            kind, thing = of_things
            return Choice(kind, frame, f"“{frame.word.text}” of things", "counters", thing=thing)
        for token in (*_told_so(parse, phrase, table), *phrase):
            kind = _with_its_verb(parse, token, phrase, table) or member_of(token, table)
            if kind is not None and fits(parse, kind, own if kind in _people() else noun, table, words):
                return Choice(kind, frame, f"“{frame.word.text}” of “{token.text}”", "counters")
    return None


def _of_others(parse: Parse, total: Token, kind: str, table: Index) -> bool:
    """Whether a word that by itself counts one kind is said to be of others: "the toll of *injured* guards"."""
    of = [c for c in parse.children(total, "nmod") if any(k.lower == "of" for k in parse.children(c, "case"))]
    said = (t for c in of for t in (c, *parse.children(c, "amod")) if t.i > total.i)
    kinds = [k for t in said if (k := member_of(t, table)) is not None]
    return bool(kinds) and kind not in kinds and kinds[0] in _people()


def _whose(parse: Parse, total: Token, table: Index) -> str | None:
    """The kind of those whose number a pronoun tells: "visited the injured and put *their number* at 41"."""
    owner = parse.child(total, "nmod:poss")
    if owner is None or owner.lower not in {"their", "whose"}:
        return None
    first = parse.sentence_of(total).first
    lead = (t for t in reversed(parse.tokens[first : owner.i]) if t.pos in {"NOUN", "ADJ"} or t.tag == "VBN")
    return next((k for t in lead if (k := member_of(t, table)) in _people()), None)


def _told_so(parse: Parse, phrase: list[Token], table: Index) -> list[Token]:
    """What says more than the noun that it describes: "the number of *escaped* prisoners"."""
    return [t for t in phrase if t.relation == "amod" and _with_its_verb(parse, t, phrase, table) is not None]


def _with_its_verb(parse: Parse, token: Token, phrase: list[Token], table: Index) -> str | None:
    """The kind of people that a word names with others behind it ("the number of *lives lost*") or anywhere in the
    sentence or article ("the number of cholera *cases*")."""
    behind = {f for t in phrase if t.i > token.i for f in forms(t)}
    triggers: tuple[Trigger, ...] = ("nouns", "adjectives", "counters")
    for trigger in triggers:
        for pattern in (p for f in forms(token) for p in table.by_word[trigger].get(f, ()) if p.kind in _people()):
            if not pattern.alone and all(behind & words for words in pattern.context) and around(parse, token, pattern):
                return pattern.kind
    return None


def _phrase_of(parse: Parse, total: Token) -> list[Token]:
    """The words of "number of houses destroyed", up to the next mark."""
    phrase = []
    for token in parse.tokens[total.i : min(total.i + 9, parse.sentence_of(total).last)]:
        if token.pos == "PUNCT":
            break
        phrase.append(token)
    return phrase


def _things_of(phrase: list[Token], table: Index) -> tuple[str, Token] | None:
    """The kind whose things and whose participle both stand in the phrase, and the thing."""
    for thing in phrase:
        for token in phrase:
            patterns = [
                *table.by_word["adjectives"].get(token.lower, ()),
                *table.by_word["object_of"].get(token.lemma, ()),
            ]
            for pattern in patterns:
                things = table.things.get(pattern.kind, frozenset())
                if (
                    (token.i > thing.i or token.head == thing.i)
                    and not pattern.context
                    and any(f in things for f in forms(thing))
                ):
                    return pattern.kind, thing
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


OF_WHOLE = re.compile(r"\s+of\s+(?:the\s+|its\s+)?\d", re.I)


def _bare(parse: Parse, counted: Counted, found: list[Frame], noun: Token | None, table: Index) -> Choice | None:
    """Things that count without a predicate ("84 drones and 23 missiles, from these six ballistic")."""
    if counted.value.number == 1 and parse.text.startswith(" of ", counted.end):
        return None  # "debris from one of the drones"
    if noun is None or (counted.partitive and not brought_down(parse, counted, table)):
        return None
    if noun.sentence != counted.sentence or (counted.noun is None and acts(parse, counted)):
        return None  # what is told of a bare number with a verb of its own ("two got through") is no launch
    if OF_WHOLE.match(parse.text, counted.core_end):
        return None  # "accounted for 37 of the 40 drones"
    governors = {f for frame in found if frame.relation in {"object", "subject", "modifier"} for f in forms(frame.word)}
    for kind in table.bare:
        if is_thing(parse, noun, table.things[kind]) and not governors & table.blockers[kind]:
            return Choice(kind, None, f"“{noun.text}” counted as such")
    return None
