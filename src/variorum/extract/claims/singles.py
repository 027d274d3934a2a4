"""Single persons arrested, kidnapped, missing or rescued, told without a count: "police arrested Ana Weld"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims.bearers import patient, row_mates, subject
from variorum.extract.claims.choose import Choice
from variorum.extract.claims.context import stands
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.individuals import individual
from variorum.extract.claims.mood import mood_of
from variorum.extract.claims.nouns import nouns
from variorum.extract.claims.persons import Cast, Person
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words
from variorum.kinds.base import load
from variorum.kinds.patterns import Pattern, index
from variorum.model import Article, Claim, Mention, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token

KINDS = ("detained", "kidnapped", "missing", "rescued", "trapped")
VAGUE = frozenset(("hold", "seize", "capture", "retain", "take", "save", "lift", "pull", "lose", "find", "free"))
"""Verbs that have persons for objects only now and then: here the object must be one by its own word."""

UNFOUND = frozenset(("missing", "trapped", "kidnapped"))
"""Kinds of which a single one is told beside a total as one of it; who is held or saved is told of again and again."""
SEEKS = frozenset(("search",))
"""Nouns that make several people missing ("the search for six divers"), but one only sought ("in search of a leader").
"""


class Event(Struct, frozen=True):
    """`verb` says that `bearer` was arrested, kidnapped …"""

    kind: str
    verb: Token
    bearer: Token


@cache
def _verbs(language: str) -> dict[str, str]:
    """Verbs whose object it happens to, without further words: the verb's lemma to its kind."""
    table = index(language).by_word["object_of"]
    kinds = [k for k in KINDS if k != "missing"]  # who is sought is not always missing
    return {word: p.kind for word, found in table.items() for p in found if p.kind in kinds and p.alone}


@cache
def _bound(language: str) -> dict[str, tuple[Pattern, ...]]:
    """Verbs whose object it happens to where further words stand beside them."""
    table = index(language).by_word["object_of"]
    kinds = [k for k in KINDS if k != "missing"]
    own = {
        word: tuple(p for p in found if p.kind in kinds and (p.context or p.sentence)) for word, found in table.items()
    }
    return {word: found for word, found in own.items() if found}


@cache
def _deeds(language: str) -> dict[str, str]:
    """Nouns of it, whose "of" complement it happens to."""
    table = index(language).by_word
    found = (*table["nouns"].items(), *table["deeds"].items())
    own = {word: p.kind for word, ps in found for p in ps if p.kind in KINDS and p.alone}
    return {word: kind for word, kind in own.items() if word not in SEEKS}


@cache
def _states(language: str) -> dict[str, str]:
    """Adjectives that say it of their subject ("is missing")."""
    table = index(language).by_word["adjectives"]
    return {word: p.kind for word, found in table.items() for p in found if p.kind in KINDS and p.alone}


def with_singles(
    article: Article,
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    words: Words,
    claims: tuple[Claim, ...],
    adding: Collection[str] = (),
) -> tuple[Claim, ...]:
    """The claims, and one for each person of a kind that the article gives no count of but of others (`adding`), or
    only of a class that the person is joined to."""
    own = [c for c in claims if c.scope == "event" and not c.rate and c.id not in adding]
    counted = {c.kind for c in own} - ({c.kind for c in claims if c.id in adding} - {c.kind for c in own if _whole(c)})
    told: dict[str, dict[int, Event]] = {}
    parts: list[Claim] = []
    for event in _events(parse, article.language):
        number = parse.child(event.bearer, "nummod")  # a counted one, and told as such
        free = event.kind not in counted or _joined(parse, event, [c for c in own if c.kind == event.kind])
        if free and (number is None or not adding) and _stated(article, parse, times, words, event):
            told.setdefault(event.kind, {}).setdefault(event.bearer.i, event)
        elif not free and event.kind in UNFOUND and not any(_holds(c, event) for c in claims):
            parts += _part(article, parse, times, words, event)
    found = parts
    for kind in sorted(told):
        bearers = told[kind]
        for person in Cast(parse, mentions, article.language, times).gather(parse.tokens[i] for i in sorted(bearers)):
            if any(t.pos != "PRON" for t in person.at):
                found.append(_claim(article, parse, kind, person, bearers[person.at[0].i]))
    return tuple(sorted((*claims, *found), key=lambda c: (c.span, c.id)))


def _holds(claim: Claim, event: Event) -> bool:
    """Whether a claim of the kind stands on the person already."""
    return claim.kind == event.kind and claim.span.start <= event.bearer.start < claim.span.end


def _part(article: Article, parse: Parse, times: tuple[TimeMention, ...], words: Words, event: Event) -> list[Claim]:
    """The claim of a person who is one of a stated total: "27 are missing … *a turbine fitter* is still missing"."""
    if event.bearer.lemma not in nouns(article.language).persons or not _stated(article, parse, times, words, event):
        return []
    named = individual(parse, _amount(event), event.verb, event.kind, words, article.language)
    if named is None:
        return []
    person = Person(parse.text[event.bearer.start : event.bearer.end], frozenset(), "", None, None, False, [])
    return [replace(_claim(article, parse, event.kind, person, event), subset=named, partial=True)]


def _joined(parse: Parse, event: Event, counted: list[Claim]) -> bool:
    """Whether all counts are of classes, and the person is joined to one ("two engineers and a city official")."""
    if event.bearer.tag not in {"NN", "NNP"} or any(c.subset is None for c in counted):
        return False
    mates = [c for c in row_mates(parse, event.bearer) if c.tag == "NNS"]
    if event.bearer.relation == "conj":
        mates.append(parse.tokens[event.bearer.head])
    elif event.bearer.relation == "nsubj":
        mates += [t for t in parse.children(event.verb, "nsubj") if t.i < event.bearer.i]
    return any(
        c.span.start <= m.start < c.span.end and not _described(parse, event.bearer, m, c)
        for c in counted
        for m in mates
    )


def _described(parse: Parse, bearer: Token, mate: Token, counted: Claim) -> bool:
    """Whether the persons behind a comma only say who those counted are: "two men, a cook and a driver"."""
    named = parse.child(mate, "appos")
    if named is not None and mate.i < named.i < bearer.i:
        return True
    joined = parse.children(mate, "conj")
    row = [t for t in (*joined, *(c for j in joined for c in parse.children(j, "conj"))) if t.tag in {"NN", "NNP"}]
    return parse.text.startswith(",", mate.end) and len(row) == counted.value.number


def _whole(claim: Claim) -> bool:
    """Whether a claim counts all, so that single persons are among them."""
    return claim.scope == "event" and claim.subset is None and claim.value.number is not None and not claim.partial


def _events(parse: Parse, language: str) -> Iterator[Event]:
    verbs, states, deeds = _verbs(language), _states(language), _deeds(language)
    bound = _bound(language)
    telling = {*verbs, *bound, *deeds}
    for token in parse.named(telling | states.keys()):
        if token.lemma not in telling and token.lower not in states:
            continue
        verbal = token.tag.startswith("VB") or token.pos == "VERB"
        kind = _kind(parse, token, verbs, bound) if verbal and (token.lemma in verbs or token.lemma in bound) else None
        if kind is not None:
            bearer = patient(parse, token)
            if bearer is not None and bearer.i != token.i:
                yield from (Event(kind, token, b) for b in _row(parse, bearer) if _fits(token, b))
        elif token.lemma in deeds and token.pos == "NOUN":
            for bearer in parse.children(token, "nmod"):
                case = parse.child(bearer, "case")
                if case is not None and case.lower == "of" and bearer.i > token.i:  # "the capture of a rebel leader"
                    yield from (Event(deeds[token.lemma], token, b) for b in _row(parse, bearer))
        elif token.lower in states and (parse.child(token, "cop") or parse.child(token, "nsubj")):
            bearer = subject(parse, token)
            if bearer is not None and bearer.i != token.i:
                yield from (Event(states[token.lower], token, b) for b in _row(parse, bearer))


def _kind(parse: Parse, verb: Token, verbs: dict[str, str], bound: dict[str, tuple[Pattern, ...]]) -> str | None:
    """What a verb says of its object, by itself or with the words around it: "was *taken* into custody"."""
    found = [p for p in bound.get(verb.lemma, ()) if stands(parse, verb, p)]
    return min(found, key=lambda p: (-p.weight, p.kind)).kind if found else verbs.get(verb.lemma)


def _fits(verb: Token, bearer: Token) -> bool:
    return verb.lemma not in VAGUE or bearer.pos in {"NOUN", "PROPN"}


def _row(parse: Parse, bearer: Token) -> list[Token]:
    """The bearer and those joined to it by "and"."""
    row = row_mates(parse, bearer)
    torn = any(c.relation == "nsubj" for c in row)
    return [bearer, *row] if torn or any(parse.child(c, "cc") is not None for c in row) else [bearer]


def _amount(event: Event) -> Counted:
    token = event.bearer
    value = Value(token.text, 1, 1, 1, "exactly")
    return Counted(
        token.start, token.end, token.start, token.end, value, token.sentence, token, token, token, single=True
    )


def _stated(article: Article, parse: Parse, times: tuple[TimeMention, ...], words: Words, event: Event) -> bool:
    """Whether it is told of this event, as done."""
    if event.verb.tag == "VB" and parse.tokens[event.verb.i - 1].lower == "to":
        return False
    amount = _amount(event)
    frame = Frame("object", event.verb, 1)
    mood = mood_of(parse, amount, Choice(event.kind, frame, "", "object_of"), words)
    done = mood.stated and not mood.denied and not any(c.lower in {"n't", "never"} for c in parse.children(event.verb))
    return done and place_in_time(parse, article, amount, times, words).scope == "event"


def _claim(article: Article, parse: Parse, kind: str, person: Person, event: Event) -> Claim:
    tokens = sorted((event.bearer, event.verb), key=lambda t: t.start)
    start, end = tokens[0].start, tokens[1].end
    if end - start > 120:
        start, end = event.bearer.start, event.bearer.end
    return Claim(
        id=content_id("c", article.id, kind, "person", event.bearer.start, event.bearer.end),
        kind=kind,
        value=Value(person.label, 1, 1, 1, "exactly"),
        unit=load()[kind].unit,
        span=article.span(start, end),
        section=parse.sentence_of(event.bearer).kind,
        person=person.label,
        why=(f"one person: “{person.label}”", f"kind {kind}: “{event.verb.text}” says so of “{event.bearer.text}”"),
    )
