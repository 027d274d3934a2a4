"""The single persons an article tells of: which words stand for one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.lang.base import read
from variorum.lang.people import People
from variorum.lang.victims import Victims
from variorum.model import Mention
from variorum.text.tree import Parse, Token

AGE = re.compile(r"(\d{1,3})[\s-]+(?:year|month)s?[\s-]+old|,\s+(\d{1,2})(?=\s*(?:,|\.|\)|;|$|\s+of\b))|\((\d{1,2})\)")
Gender = Literal["f", "m"] | None
REACH = 4
"""Sentences back to which a pronoun looks for its person."""


class Person(Struct):
    """One individual, gathered while the article is read; `words` are the tokens of its name in lower case."""

    label: str
    words: frozenset[str]
    noun: str
    age: int | None
    gender: Gender
    other: bool
    last: int

    @property
    def named(self) -> bool:
        """Whether a name is known."""
        return bool(self.words)


class Nouns(Struct, frozen=True):
    """Words for one person."""

    persons: frozenset[str]
    females: frozenset[str]
    males: frozenset[str]
    others: frozenset[str]
    kin: frozenset[str]


@cache
def nouns(language: str) -> Nouns:
    """The language's words for one person."""
    v, people = read(language, "victims", Victims), read(language, "people", People)
    persons = frozenset(v.persons) | frozenset(v.kin) | frozenset(people.classes)
    plural = frozenset(("police", "crew", "staff", "troop", "troops", "couple", "family", "elderly", "children"))
    return Nouns(
        persons - plural | (frozenset(v.females) | frozenset(v.males)),
        frozenset(v.females),
        frozenset(v.males),
        frozenset(v.others),
        frozenset(v.kin),
    )


class Cast:
    """The persons met so far; `of` finds or adds the one that a word stands for."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention], language: str) -> None:
        self.parse = parse
        self.words = nouns(language)
        self.people: list[Person] = []
        self.names = {}
        self.things: set[int] = set()
        self.seen: dict[int, Person] = {}
        starts = {t.start: t for t in parse.tokens}
        for mention in mentions:
            token = starts.get(mention.span.start)
            while token is not None and token.end <= mention.span.end:
                if mention.type == "person":
                    self.names[token.i] = mention
                else:
                    self.things.add(token.i)
                token = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None

    def of(self, token: Token) -> Person | None:
        """The person a word stands for; None when it is none, or several."""
        if token.i in self.seen:
            return self.seen[token.i]
        found = self._pronoun(token) if token.pos == "PRON" else self._nominal(token)
        if found is not None:
            self.seen[token.i] = found
            found.last = token.i
        return found

    def note(self, token: Token) -> None:
        """Remember a person the article speaks of, so that a later pronoun can mean it."""
        if token.pos == "PROPN" and token.i in self.names and token.i not in self.seen:
            self.of(token)

    def _pronoun(self, token: Token) -> Person | None:
        gender: Gender = "f" if token.lower in self.words.females else "m" if token.lower in self.words.males else None
        if gender is None:
            return None
        if token.lower in {"himself", "herself"}:
            verb = next((a for a in self.parse.ancestors(token) if a.pos == "VERB"), None)
            own = self.parse.child(verb, "nsubj") if verb is not None else None
            if own is not None and own.tag not in {"WP", "WDT"}:
                return self.of(own)
        near = [
            p
            for p in self.people
            if p.gender in (gender, None) and p.last < token.i and token.sentence - self.parse.tokens[p.last].sentence <= REACH
        ]
        return max(near, key=lambda p: p.last, default=None)

    def _nominal(self, token: Token) -> Person | None:
        parse = self.parse
        if token.tag in {"NNS", "NNPS"} or token.pos not in {"NOUN", "PROPN", "NUM", "ADJ"} or token.i in self.things:
            return None
        counts = parse.children(token, "nummod")
        if any(c.lower not in {"one"} and not self._age_part(c) for c in counts):
            return None
        mention = self.names.get(token.i)
        name = self._name(token, mention)
        aged = "year" in token.lower or token.lower == "old"
        person = token.lemma in self.words.persons or aged
        if not name and not person:
            named = parse.child(token, "appos", "flat")
            return self.of(named) if named is not None and named.i in self.names else None
        age, gender = self._age(token), self._gender(token, mention)
        return self._match(token, name, age, gender)

    def _age_part(self, token: Token) -> bool:
        after = self.parse.text[token.end : token.end + 9].lower()
        return bool(re.match(r"[\s-]*(?:year|month)", after))

    def _name(self, token: Token, mention: Mention | None) -> frozenset[str]:
        """The words of the name: as the article's fullest form has them, or the run of capitals itself."""
        if mention is not None:
            full = f"{mention.name} {mention.span.text}"
            return frozenset(w for w in re.findall(r"[^\W\d_]+", full.lower()) if len(w) > 2) - self.words.persons
        if token.pos != "PROPN" or token.lemma in self.words.persons:
            return frozenset()
        run = [token, *self.parse.children(token, "flat", "compound")]
        return frozenset(t.lower for t in run if t.pos == "PROPN" and len(t.text) > 2) - self.words.persons

    def _extent(self, token: Token) -> tuple[int, int]:
        close = [c for c in self.parse.children(token) if c.relation in {"det", "amod", "nummod", "compound", "flat", "nmod"} and abs(c.i - token.i) < 7]
        first = min((self.parse.subtree(c)[0].start for c in close if c.i < token.i), default=token.start)
        return min(first, token.start), max([token.end, *(c.end for c in close if c.relation == "flat")])

    def _age(self, token: Token) -> int | None:
        start, end = self._extent(token)
        sentence = self.parse.sentence_of(token)
        match = AGE.search(self.parse.text, max(sentence.start, start - 2), min(sentence.end, end + 8))
        if match is None:
            return None
        return int(next(g for g in match.groups() if g))

    def _gender(self, token: Token, mention: Mention | None) -> Gender:
        if mention is not None and mention.gender is not None:
            return mention.gender
        near = {token.lemma, token.lower} | {c.lower for c in self.parse.children(token, "compound", "amod", "flat", "appos")}
        return "f" if near & self.words.females else "m" if near & self.words.males else None

    def _match(self, token: Token, name: frozenset[str], age: int | None, gender: Gender) -> Person:
        parse = self.parse
        lead = {c.lower for c in parse.children(token, "det", "amod", "nmod:poss")}
        other = bool(lead & self.words.others)
        noun = token.lemma
        for p in sorted(self.people, key=lambda p: -p.last):
            if self._same(p, name, noun, age, gender, other, bool(lead & {"a", "an"}), token):
                self._learn(p, name, age, gender, noun)
                return p
        start, end = self._extent(token)
        label = parse.text[start:end] if not name else self._label(token)
        found = Person(label, name, noun, age, gender, other, token.i)
        self.people.append(found)
        return found

    def _label(self, token: Token) -> str:
        mention = self.names.get(token.i)
        start, end = self._extent(token)
        return mention.name if mention is not None else self.parse.text[start:end]

    def _same(
        self, p: Person, name: frozenset[str], noun: str, age: int | None, gender: Gender, other: bool, new: bool, token: Token
    ) -> bool:
        if p.gender is not None and gender is not None and p.gender != gender:
            return False
        if p.age is not None and age is not None and p.age != age:
            return False
        if name and p.named:
            return bool(name & p.words) and (len(name) == 1 or len(p.words) == 1 or len(name & p.words) >= 2)
        if other or self._joined(p, token):
            return False
        if p.age is not None and p.age == age:
            return True
        if noun in self.words.kin and p.noun in self.words.kin and not name and noun != p.noun:
            return False
        if name or p.named:
            return True
        return not new or token.sentence != self.parse.tokens[p.last].sentence

    def _joined(self, p: Person, token: Token) -> bool:
        """Whether both stand in one row: "a nurse and her brother", "the officer shot the man"."""
        before = self.parse.tokens[p.last]
        if before.sentence != token.sentence:
            return False
        if token.relation in {"appos", "flat"} or before.relation in {"appos"}:
            return False
        head = self.parse.head(token)
        return (token.relation == "conj" and head is not None) or (head is not None and head.i == before.head and before.i != token.i)

    def _learn(self, p: Person, name: frozenset[str], age: int | None, gender: Gender, noun: str) -> None:
        p.age = p.age if p.age is not None else age
        p.gender = p.gender or gender
        if name and not p.named:
            p.words = name
        elif name and p.named:
            p.words = p.words | name
