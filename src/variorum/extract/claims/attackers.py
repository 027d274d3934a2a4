"""Counts of the dead that leave out who killed them and died too: "killed three people, then himself"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.extract.claims.bearers import subject
from variorum.extract.claims.lexicon import lexicon
from variorum.extract.claims.nouns import nouns
from variorum.extract.claims.persons import Person
from variorum.model import Claim, holding
from variorum.text.tree import Parse, Token

OWN_HAND = re.compile(
    r"\b(?:before|then|and|after)\b[^.;]{0,70}?(?:\b(?:himself|herself|committ?ed suicide|committing suicide)\b"
    r"|\b(?:his|her) own life\b)",
    re.I,
)
"""What an attacker does last, behind the count of those he killed."""
INCLUDED = re.compile(r"\b(?:including|counting|among them)\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,2}?([\w’'-]+)", re.I)
OTHERS = re.compile(r"\s+(?:other|others|more)\b", re.I)
LIKE = {"killed": "killed", "injured": "injured", "shot": "injured"}
"""What befell one person of those whom a count is of."""
DEEDS = frozenset(("shoot", "stab", "leave", "open"))


def without_attackers(parse: Parse, claims: list[Claim], dead: Iterable[Person], language: str) -> list[Claim]:
    """The claims, with the one left out named in `exclusive_of` where the words for a count tell who did it, and that
    he died. `dead`: the persons of whom the article tells that they were killed."""
    persons = list(dead)
    return [_marked(parse, c, persons, language) for c in claims] if persons else claims


def besides(parse: Parse, claims: list[Claim], told: Iterable[tuple[Person, str]]) -> list[Claim]:
    """The claims, with the one person left out by "two others", whose like fate its sentence tells before.

    `told`: persons with their outcome, killed or injured.
    """
    persons = list(told)
    return [_others(parse, c, persons) for c in claims]


def with_killers(parse: Parse, claims: list[Claim], told: Iterable[tuple[Person, Token]], language: str) -> list[Claim]:
    """The claims of single dead; those whom another of the dead killed leave that one out: "a man shot his brother
    dead, then himself" tells of two. `told`: the dead, each with the word that says so."""
    dead = [(p, word) for p, word in told if any(c.kind == "killed" and c.person == p.label for c in claims)]
    by = {p.label: who.label for p, word in dead if (who := _killer(parse, p, word, [q for q, _ in dead])) is not None}
    return [
        replace(c, exclusive_of=by[c.person])
        if c.kind == "killed" and c.scope == "event" and c.person in by and c.exclusive_of is None
        else c
        for c in claims
    ]


def _killer(parse: Parse, person: Person, word: Token, dead: list[Person]) -> Person | None:
    """Who of the dead killed a person: the subject of the verb, or who laid hands on himself behind it."""
    others = [p for p in dead if p is not person and p.label != person.label]
    passive = parse.child(word, "aux:pass") is not None or word.relation in {"amod", "acl"}
    agent = subject(parse, word) if word.tag.startswith("VB") and not passive else None
    who = next((p for p in others if agent is not None and _is(p, agent, parse)), None)
    sentence = parse.sentence_of(word)
    if who is None and OWN_HAND.search(parse.text, word.end, sentence.end):
        who = next((p for p in others if any(sentence.first <= t.i < word.i for t in p.at)), None)
    return who


def _others(parse: Parse, claim: Claim, told: list[tuple[Person, str]]) -> Claim:
    plain = claim.scope == "event" and claim.person is None and claim.exclusive_of is None and not claim.negated
    if claim.kind not in LIKE or not plain or claim.partial or claim.subset is not None or not claim.value.number:
        return claim
    start = claim.span.start + max(0, claim.span.text.find(claim.value.stated))
    sentence = next((s for s in parse.sentences if s.start <= start < s.end), None)
    if sentence is None or not OTHERS.match(parse.text, start + len(claim.value.stated)):
        return claim
    before = [p for p, o in told if o == LIKE[claim.kind] and any(sentence.start <= t.start < start for t in p.at)]
    before = [p for p in before if p.words] or before
    return replace(claim, exclusive_of=before[0].label) if len(before) == 1 else claim


def _marked(parse: Parse, claim: Claim, dead: list[Person], language: str) -> Claim:
    alone = claim.scope == "event" and claim.person is None and claim.exclusive_of is None
    told = claim.kind in {"killed", "shot"} and alone
    if not told or (claim.value.number or 0) < 1 or claim.negated or claim.voided or claim.rate:
        return claim
    sentence = holding(parse.sentences, claim.span.start)
    if sentence is None or _included(parse.text[claim.span.start : sentence.end], language):
        return claim
    agent = _agent(parse, claim, language)
    who = next((p for p in dead if agent is not None and _is(p, agent, parse)), None)
    known = nouns(language)
    accused = [p for p in dead if p.role == "accused"]
    if who is None and agent is not None and (agent.lemma in known.accused or agent.lower in {"he", "she"}):
        who = accused[0] if len(accused) == 1 else None
    if who is None and agent is None and len(accused) == 1 and _slain_too(parse.text, claim, sentence.end, language):
        who = accused[0]
    if who is None and OWN_HAND.search(parse.text, claim.span.end, sentence.end):
        own = [p for p in dead if any(sentence.first <= t.i < sentence.last for t in p.at)]
        who = next((p for p in own if p in accused), own[-1] if own else None)
    return claim if who is None else replace(claim, exclusive_of=who.label)


def _slain_too(text: str, claim: Claim, end: int, language: str) -> bool:
    """Whether the death of who did it is told apart behind a count: "three shot dead; *suspect killed*"."""
    match = SLAIN_TOO.search(text, claim.span.end, end)
    return match is not None and match.group(1).lower() in nouns(language).accused


SLAIN_TOO = re.compile(
    r"[;,—–-]\s*(?:and\s+)?(?:the\s+)?([a-z]+)\s+(?:is\s+|was\s+)?(?:also\s+)?(?:shot\s+)?(?:killed|dead|dies)\b", re.I
)
"""Behind a count of the dead, in the clause after it."""


def _is(person: Person, agent: Token, parse: Parse) -> bool:
    named = {t.lower for t in (agent, *parse.children(agent, "flat", "compound", "appos")) if t.pos == "PROPN"}
    return any(t.i == agent.i for t in person.at) or bool(named & person.words)


def _included(text: str, language: str) -> bool:
    """ "four people dead, including the gunman"."""
    match = INCLUDED.search(text)
    return match is not None and match.group(1).lower() in nouns(language).accused | {"himself", "herself"}


def _agent(parse: Parse, claim: Claim, language: str) -> Token | None:
    """Who did it: the subject of the active verb before the count."""
    known = lexicon(language)
    at = claim.span.start + max(0, claim.span.text.find(claim.value.stated))
    for token in parse.tokens:
        if not claim.span.start <= token.start < at:
            continue
        deadly = known.objects.get(token.lemma) == "killed" or parse.tokens[token.i - 1].lower in known.fatal
        if token.pos != "VERB" or not (deadly or token.lemma in DEEDS):
            continue
        if parse.child(token, "aux:pass") is not None or token.relation == "amod":
            return None
        own, head = parse.child(token, "nsubj"), parse.head(token)
        if own is not None and own.tag in {"WP", "WDT"} and token.dep == "acl:relcl" and head is not None:
            named = parse.head(head) if head.relation == "appos" else None  # "Weld, the gunman who killed nine"
            return named or head
        if own is None and token.relation == "parataxis" and head is not None and head.pos == "PROPN":
            return head  # "Lev Brandt, 42, killed three"
        return own or (subject(parse, token) if token.relation == "conj" else None)
    return None
