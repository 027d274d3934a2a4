"""The word sets claim reading needs, compiled once per language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from variorum.extract.claims.gaps import behind_count, behind_label
from variorum.extract.claims.nouns import nouns
from variorum.kinds.base import load
from variorum.kinds.patterns import index
from variorum.lang.base import read
from variorum.lang.counting import Counting
from variorum.lang.numbers import Numbers
from variorum.lang.people import People
from variorum.text.letters import runs
from variorum.text.tree import Parse, Token


class Words(Struct, frozen=True):
    """Sets of lemmas and compiled phrases."""

    language: str
    generic: frozenset[str]
    anybody: frozenset[str]
    remains: frozenset[str]
    degrees: frozenset[str]
    classes: frozenset[str]
    callings: frozenset[str]
    calling_endings: tuple[str, ...]
    persons: frozenset[str]
    groups: frozenset[str]
    human: frozenset[str]
    """All nouns that may stand for people."""
    moving: frozenset[str]
    """Verbs of numbers that change."""
    nonpersons: frozenset[str]
    ones: frozenset[str]
    to: frozenset[str]
    exceed: frozenset[str]
    totals: frozenset[str]
    corrections: frozenset[str]
    modals: frozenset[str]
    unreal: frozenset[str]
    capacity: frozenset[str]
    foreseen: frozenset[str]
    involved: re.Pattern[str]
    blamed: frozenset[str]
    doubt: frozenset[str]
    wars: frozenset[str]
    deeds: frozenset[str]
    generics: frozenset[str]
    observed: frozenset[str]
    takes_in: frozenset[str]
    recorded: frozenset[str]
    labels: frozenset[str]
    none: frozenset[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    aged: re.Pattern[str]
    void_before: re.Pattern[str]
    adding: frozenset[str]
    also: frozenset[str]
    row_before: re.Pattern[str]
    row_last: tuple[str, ...]
    """The words that it ends in."""
    earlier_before: re.Pattern[str]
    earlier: frozenset[str]
    """Words of which it holds one."""
    beside: re.Pattern[str]
    rival_before: re.Pattern[str]
    retold: re.Pattern[str]
    kind_names: frozenset[str]
    kind_verbs: frozenset[str]
    gapped_label: re.Pattern[str]
    gapped: re.Pattern[str]
    periods: re.Pattern[str]
    dated: frozenset[str]
    """Words of which every period holds one."""
    other_event: re.Pattern[str]
    others: tuple[str, ...]
    """Words of which every `other_event` holds one."""
    rate: re.Pattern[str]
    rated: tuple[str, ...]
    """Words of which every rate holds one."""
    named_after: re.Pattern[str]
    named_before: re.Pattern[str]


def phrases(forms: tuple[str, ...]) -> str:
    """An alternation of phrases, longest first."""
    return "|".join(re.escape(f).replace(r"\ ", r"\s+") for f in sorted(forms, key=lambda f: (-len(f), f)))


def _of_each(forms: Iterable[str]) -> frozenset[str]:
    """One word of each phrase, the longest, which is seldom a small one."""
    return frozenset(max(reversed(runs(form.lower())), key=len) for form in forms)


def _deeds(language: str) -> set[str]:
    """Nouns that say what befell those behind their "of": murder, death, arrest."""
    table = index(language).by_word
    return {w for t in ("nouns", "deeds") for w, found in table[t].items() if any(load()[p.kind].people for p in found)}


def _earlier(counting: Counting) -> str:
    """What stands before an older count: "up from", "earlier reports had put the toll at", "at first said"."""
    note = rf"\W*(?:(?:{phrases(counting.notes)}):\s+)?(?:in\s+)?(?:an?|the|one|our)\s+(?:{phrases(counting.older)})"
    retold = rf"{note}\s+(?:{phrases(counting.retold)})\b[^.;:]*"
    told = rf"\W*(?:{phrases(counting.older)}|(?:the\s+)?(?:{phrases(counting.day_before)})['’]s)"
    told = rf"{told}\s+(?:{phrases(counting.tellings)})\b[^.;:]*"
    first = rf"\b(?:{phrases(counting.first)})\s+(?:{phrases(counting.telling)})\b[^.,;:]{{0,40}}"
    return rf"(?:\b(?:{phrases(counting.earlier)})\b[\w\s-]{{0,24}}|\bfrom\s+(?:the\s+)?|^{told}|^{retold}|{first})$"


def _rival(counting: Counting) -> str:
    """What stands before another voice's bare number: a verb, or only "at" ("put it at 9, the union at")."""
    gapped = (
        rf"\b(?:{phrases(counting.placing)})\b[^.]*\bat\b[^.]*(?:[,;]|\b(?:and|but|while))\s+(?:[^,;.]{{2,60}}\s+)?at"
    )
    spoken = r"\b(?:spoke|speaks?|talks?|talked)\s+of\b[^.]*(?:[,;]|\b(?:and|but|while))\s+[^,;.]{2,60}\s+of"
    return rf"(?:[\w,)”\"]\s+(?:{phrases(counting.rivals)})|{gapped}|{spoken})\s+$"


@cache
def words(language: str) -> Words:
    """The compiled sets of a language."""
    counting = read(language, "counting", Counting)
    people = read(language, "people", People)
    numbers = read(language, "numbers", Numbers)
    things, by_word = frozenset().union(*index(language).things.values()), index(language).by_word
    unit = rf"(?:{phrases(counting.rate_words)})\s+(?:{phrases(counting.rate_units)})"
    rate = rf"\b{unit}\b(?!-)|\b(?:{phrases(counting.adverbs_rate)})\b"
    flags = re.IGNORECASE
    persons = nouns(language).persons | frozenset(people.classes)
    return Words(
        language=language,
        generic=frozenset(people.generic),
        anybody=frozenset(people.anybody),
        remains=frozenset(people.remains),
        classes=frozenset(people.classes),
        callings=frozenset(people.callings),
        calling_endings=people.calling_endings,
        persons=persons,
        human=persons.union(people.generic, people.groups, people.remains),
        moving=frozenset((*counting.to, *counting.exceed, *counting.corrections)),
        degrees=frozenset(counting.degrees),
        groups=frozenset(people.groups),
        nonpersons=frozenset(people.nonpersons) | frozenset(counting.generics) | things,
        ones=frozenset().union(*(index(language).things[kind] for kind in index(language).single)),
        to=frozenset(counting.to),
        exceed=frozenset(counting.exceed),
        totals=frozenset(counting.totals),
        corrections=frozenset(counting.corrections),
        modals=frozenset(counting.modals),
        unreal=frozenset(counting.unreal),
        capacity=frozenset(counting.capacity),
        foreseen=frozenset(counting.foreseen),
        involved=re.compile(rf"\b(?:{phrases(counting.involved)})\s+(?:in|for|to|with|of)\b", flags),
        blamed=frozenset(counting.blamed),
        doubt=frozenset(counting.doubt),
        deeds=frozenset(_deeds(language)),
        wars=frozenset(counting.wars),
        generics=frozenset(counting.generics),
        observed=frozenset(counting.observed),
        takes_in=frozenset(counting.takes_in),
        recorded=frozenset(counting.recorded),
        labels=frozenset(counting.labels),
        none=frozenset(numbers.negation.pronouns),
        part_before=re.compile(
            rf"(?:^|\W)(?:{phrases(counting.part_before)})\s+(?:(?:is|are|was|were|also|the|a|an)\s+)*"
            r"(?:(?:family|group|crew|party|couple)\s+of\s+)?(?:(?:those|that)\s+of\s+)?$",
            flags,
        ),
        aged=counting.aged,
        part_after=re.compile(rf"\s+(?:\w+\s+)?(?:{phrases(counting.part_after)})\b", flags),
        void_before=re.compile(rf"(?:^|\W)(?:{phrases(counting.void_before)})\s+(?:the\s+)?$", flags),
        adding=frozenset(counting.adding),
        also=frozenset(counting.also),
        row_before=re.compile(rf"\w,?\s+(?:{phrases(counting.row)})\s+$", flags),
        row_last=tuple(sorted({form.split()[-1].lower() for form in counting.row})),
        earlier_before=re.compile(_earlier(counting), flags),
        earlier=_of_each((*counting.earlier, "from", *counting.older, *counting.day_before, *counting.first)),
        beside=re.compile(rf"\b(?:{phrases(counting.beside)})\s+$", flags),
        rival_before=re.compile(_rival(counting), flags),
        retold=re.compile(rf"\b(?:{phrases(counting.retold)})\b", flags),
        kind_names=frozenset((*by_word["nouns"], *by_word["adjectives"], *things)),
        kind_verbs=frozenset((*by_word["object_of"], *by_word["subject_of"])),
        gapped_label=behind_label(language),
        gapped=behind_count(language),
        periods=re.compile(rf"\b(?:{phrases(counting.periods)})\b", flags),
        dated=_of_each(counting.periods),
        other_event=re.compile(
            rf"\b(?:{phrases(counting.other_event)})\b(?!-|\s+(?:may|is|was|seems|has)\b)", flags
        ),  # not "worst-hit"
        others=tuple(sorted({form.split()[-1].lower() for form in counting.other_event})),
        rate=re.compile(rate, flags),
        rated=tuple(sorted({form.split()[0].lower() for form in (*counting.rate_units, *counting.adverbs_rate)})),
        named_after=re.compile(rf"\s+(?:{phrases(counting.named_after)})\b"),
        named_before=re.compile(rf"\b(?:{phrases(counting.named_before)})[\s-]+$"),
    )


def forms(token: Token) -> tuple[str, ...]:
    """What a token is looked up by: lemma and surface, without the plural the lemmatizer may have left."""
    lower, lemma = token.lower, token.lemma
    last = lower[-1:]
    if last == "s" and token.pos in {"NOUN", "PROPN"}:
        return lemma, lower, lower[:-1]
    if last == "d" and lower[-2:] == "ed":
        if lemma == lower and token.pos == "VERB":  # a past form that is left as it is
            return lemma, lower, lower[:-1], lower[:-2]
        if lower[:-2] == lemma:  # what the lemmatizer may have cut too short ("massacred")
            return lemma, lower, lower[:-1]
    return lemma, lower


@lru_cache(maxsize=256)
def said_in(parse: Parse, number: int) -> frozenset[str]:
    """Lemmas and surfaces of a sentence. Asked once per pattern, so kept for a while."""
    found: set[str] = set()
    for token in parse.tokens_of(parse.sentences[number]):
        found.add(token.lower)
        found.add(token.lemma)
        if token.lower[-1:] in "sd":  # all others have no more forms
            found.update(forms(token))
    return frozenset(found)
