"""The single persons an article tells of: which words stand for one and the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Literal

from msgspec import Struct

from variorum.extract.claims.ages import ages_by_name, told_ages
from variorum.extract.claims.nouns import nouns
from variorum.lang.base import read
from variorum.lang.numbers import Numbers
from variorum.model import Mention, TimeMention
from variorum.text.tree import Parse, Token

NAME_ENDS = re.compile(r"\s*(?:,|\(|[.;]?$)")
NAME_AND_AGE = re.compile(r",\s+\d{1,3}\s*,")
Gender = Literal["f", "m"] | None
Stage = Literal["young", "grown"] | None
Role = Literal["police", "accused", "victim"] | None
GROWN = 18
"""From this age on one is no boy or girl."""
TITLE = 4
"""Words that a title may hold before the name: "attorney general"."""
CHILD = 13
"""Up to this age one is no man or woman; between the two one may be called either."""
NEAR = 3
"""Sentences back in which one may be told of than whom another is meant."""


class Person(Struct):
    """One individual; `words` are the tokens of its name in lower case, `at` the words that stand for it."""

    label: str
    words: frozenset[str]
    noun: str
    age: int | None
    gender: Gender
    other: bool
    at: list[Token]
    stage: Stage = None
    role: Role = None


class Cast:
    """Reads words as persons, and puts those together that are one."""

    def __init__(
        self, parse: Parse, mentions: Iterable[Mention], language: str, times: Iterable[TimeMention] = ()
    ) -> None:
        mentions = tuple(mentions)
        self.parse = parse
        self.words = nouns(language)
        self.units = read(language, "numbers", Numbers).units
        self.dead: AbstractSet[int] = frozenset()
        self.names: dict[int, Mention] = {}
        self.things: set[int] = set()
        self.dates = frozenset(i for t in times for i in range(t.span.start, t.span.end))
        self.ages = ages_by_name(parse, (m for m in mentions if m.type == "person"))
        for mention in mentions:
            token = parse.starting(mention.span.start)
            while token is not None and token.end <= mention.span.end:
                if mention.type == "person":
                    self.names[token.i] = mention
                else:
                    self.things.add(token.i)
                token = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None

    def gather(
        self,
        tokens: Iterable[Token],
        more: AbstractSet[int] = frozenset(),
        dead: AbstractSet[int] = frozenset(),
    ) -> list[Person]:
        """The persons that the words stand for: named ones first, then each description with the one it fits.

        `more`: words said to be further ones ("a driver was also hurt"); `dead`: words for one told as killed, whom
        descriptions of the dead mean rather than anybody hurt.
        """
        self.dead = dead
        read = [p for t in tokens if (p := self._read(t)) is not None]
        for person in read:
            person.other = person.other or person.at[0].i in more
        found: list[Person] = []
        for person in (p for p in read if p.words):
            same = next((p for p in found if _same_name(p, person) and _compatible(p, person)), None)
            _add(found, person, same)
        for person in (p for p in read if not p.words):
            _add(found, person, self._antecedent(found, person))
        return found

    def _antecedent(self, found: list[Person], person: Person) -> Person | None:
        """The person a description or pronoun stands for: of that age, else the nearest one before it, else after."""
        token = person.at[0]
        if person.other and self._another(found, person):
            return None
        fitting = [p for p in found if _compatible(p, person) and not self._beside(p, person)]
        doer, agent = self._doer(token), self._agent(token)
        fitting = [p for p in fitting if doer is None or not _alike(doer, p)]
        fitting = [p for p in fitting if agent is None or all(t.i != agent.i for t in p.at)]
        if any(c.lower in {"a", "an"} for c in self.parse.children(token, "det")):
            fitting = [p for p in fitting if all(t.sentence != token.sentence for t in p.at)]
        owner = self._owner(found, person)
        kin = [p for p in fitting if p is not owner and (p.noun == person.noun or not self._both_kin(p, person))]
        aged = [p for p in kin if p.age is not None and p.age == person.age]

        def near(p: Person) -> tuple[bool, bool, int]:
            distance = min(abs(token.i - t.i) for t in p.at)
            close = any(0 <= token.sentence - t.sentence <= 1 for t in p.at)
            other_fate = person.noun != "" and not close and self._slain(person) and not self._slain(p)
            return other_fate, all(t.i > token.i for t in p.at), distance

        same = [p for p in kin if person.noun in self.words.kin and p.noun == person.noun]
        return min(aged or same or kin, key=near, default=None)

    def _slain(self, p: Person) -> bool:
        return any(t.i in self.dead for t in p.at)

    def _both_kin(self, p: Person, person: Person) -> bool:
        """Whether both are told of as relatives of one and the same: "his wife", "his mother"; "his son" may well be
        "her brother"."""
        if person.noun not in self.words.kin or p.noun not in self.words.kin:
            return False
        mine = {c.lower for c in self.parse.children(person.at[0], "nmod:poss")}
        theirs = {c.lower for t in p.at for c in self.parse.children(t, "nmod:poss")}
        return not (mine and theirs and not mine & theirs) or person.gender is None or p.gender is None

    def _another(self, found: list[Person], person: Person) -> bool:
        """Whether "another child" is another than those told of, and not than one who came to no harm."""
        token = person.at[0]
        told = {t.i for p in found for t in p.at}
        first = next((s.first for s in self.parse.sentences if s.kind != "headline"), 0)
        if not any((first if token.i >= first else 0) <= i < token.i for i in told):
            return False  # nobody yet but by the headline, which tells what the body tells again
        own = self.parse.sentence_of(token)
        for other in reversed(self.parse.tokens[own.first : token.i]):
            if other.relation.startswith("nsubj") and other.pos != "PRON" and self._read(other) is not None:
                return other.i in told
        first = self.parse.sentences[max(0, token.sentence - NEAR)].first
        same = (
            t for t in reversed(self.parse.tokens[first : token.i]) if t.lemma == person.noun and t.tag == token.tag
        )
        one = next(same, None)
        return one is None or one.i in told or not one.relation.startswith("nsubj")

    def _owner(self, found: list[Person], person: Person) -> Person | None:
        """Whose relative is meant: "her mother" is not the person told of just before, if that is whose she is."""
        token = person.at[0]
        possessor = self.parse.child(token, "nmod:poss")
        if person.noun not in self.words.kin or possessor is None:
            return None
        gender = "f" if possessor.lower == "her" else "m" if possessor.lower == "his" else None
        holder = {t.i: p for p in found for t in p.at}
        first = self.parse.sentences[max(0, token.sentence - 1)].first
        for other in reversed(self.parse.tokens[first : token.i]):
            read = holder.get(other.i)
            if read is None and other.relation.startswith("nsubj") and other.pos != "PRON":
                read = self._read(other)
            if read is not None and read.stage == "young" and person.noun.endswith(("son", "daughter")):
                continue  # a child has no children
            if read is not None and read is not person and gender in (None, read.gender or gender):
                return read
        return None

    def _beside(self, p: Person, person: Person) -> bool:
        """Whether both stand in one row: "a nurse and her brother"."""
        return any(self._joined(a, b) for a in p.at for b in person.at)

    def _joined(self, a: Token, b: Token) -> bool:
        if a.sentence != b.sentence or a.i == b.i:
            return False
        first, second = (a, b) if a.i < b.i else (b, a)
        if first.relation == "nsubj" and second.relation == "conj":
            second = self._lifted(second)  # "a man killed his wife and *her son*"
        if second.relation == "conj" and (
            second.head == first.i or (first.relation == "conj" and first.head == second.head)
        ):
            return True
        return {first.relation, second.relation} == {"nsubj", "obj"} and first.head == second.head

    def _doer(self, token: Token) -> Person | None:
        """Who did it to the one that a word stands for, where a name or "the" tells: never the same person."""
        agent = self._agent(token)
        known = agent is not None and (
            agent.i in self.names or any(c.lower == "the" for c in self.parse.children(agent))
        )
        doer = self._read(agent) if agent is not None and known and agent.i < token.i else None
        return None if doer is None or doer.other else doer

    def _agent(self, token: Token) -> Token | None:
        """The subject of the verb that a word, or the row it stands in, is the object of."""
        target = self._lifted(token) if token.relation == "conj" else token
        verb = self.parse.head(target) if target.relation == "obj" else None
        return self.parse.child(verb, "nsubj") if verb is not None else None

    def _lifted(self, token: Token) -> Token:
        """The first of those a word is joined to, where that is the object of a verb; else the word."""
        top: Token | None = token
        while top is not None and top.relation == "conj":
            top = self.parse.head(top)
        return top if top is not None and top.relation == "obj" else token

    def _read(self, token: Token) -> Person | None:
        if token.pos == "PRON":
            gender: Gender = (
                "f" if token.lower in self.words.females else "m" if token.lower in self.words.males else None
            )
            return None if gender is None else Person(token.text, frozenset(), "", None, gender, False, [token])
        parse = self.parse
        after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
        several = token.pos == "PROPN" and after.tag in {"NNS", "NNPS"} and after.start == token.end + 1
        plural = (token.tag in {"NNS", "NNPS"} or several) and token.i not in self.names  # "killed Carmelite monks"
        plural = plural or self._of_many(token)
        thing = token.i in self.things and token.lemma not in self.words.persons and self._age(token) is None
        if thing and not plural and (leader := self._apposed(token)) is not None:
            return leader
        if plural or thing or token.pos not in {"NOUN", "PROPN", "NUM", "ADJ"}:
            return None
        if token.start in self.dates and token.lemma not in self.words.persons:
            return None
        if any(c.lower != "one" and not self._age_part(c) for c in parse.children(token, "nummod")):
            return None
        name = self._name(token)
        aged = "year" in token.lower or token.lower == "old"
        named = next((c for c in parse.children(token, "appos", "flat") if c.i in self.names or self._proper(c)), None)
        named = named or self._behind_comma(token) or self._behind_title(token)
        if not name and token.lemma not in self.words.persons and not aged and not self._introduced(token, named):
            return None
        if not name and named is not None:
            name = self._name(named)
        lead = {c.lower for c in parse.children(token, "det", "amod", "nmod:poss")}
        label = self._label(named if named is not None else token)
        other = bool(lead & self.words.others)
        age = self._age(token)
        gender, stage, role = self._gender(token), self._stage(token, age), self._role(token, named)
        return Person(label, name, token.lemma, age, gender, other, [token], stage, role)

    def _introduced(self, token: Token, named: Token | None) -> bool:
        """Whether a name with its age says that the word before it means a person: "a shoe shiner, *Bo Weld, 41*"."""
        name = self.names.get(named.i) if named is not None else None
        anew = any(c.lower in {"a", "an"} for c in self.parse.children(token, "det"))
        return anew and name is not None and NAME_AND_AGE.match(self.parse.text, name.span.end) is not None

    def _apposed(self, token: Token) -> Person | None:
        """The person whom the tree hangs on a body's name ("a senior Movement of Sarn (MOS) *leader*")."""
        known = self.words.persons
        person = next((c for c in self.parse.children(token, "appos") if c.lemma in known and c.tag == "NN"), None)
        found = self._read(person) if person is not None and person.i - token.i < 9 else None
        if found is not None:
            found.at = [token]
        return found

    def _behind_comma(self, token: Token) -> Token | None:
        """The name set behind the one person meant, whatever the tree says: "the driver, Ann Wick, 36, was hurt"."""
        after = self.parse.tokens[token.i + 1 : token.i + 3]
        definite = any(c.lower == "the" or c.relation == "nmod:poss" for c in self.parse.children(token))
        if len(after) < 2 or after[0].text != "," or after[1].i not in self.names:
            return None
        ends = NAME_ENDS if definite else NAME_AND_AGE
        return after[1] if ends.match(self.parse.text, self.names[after[1].i].span.end) else None

    def _behind_title(self, token: Token) -> Token | None:
        """The name whose title the tree takes for the person: "killed *attorney* general Ana Weld"."""
        last = token
        for following in self.parse.tokens[token.i + 1 : token.i + 1 + TITLE]:
            if following.pos not in {"NOUN", "PROPN", "ADJ"} or following.start != last.end + 1:
                return None
            if following.i in self.names and following.lemma not in self.words.persons:
                owns = self.parse.text[self.names[following.i].span.end :][:2] in {"'s", "’s", "'S", "’S"}
                return None if owns else following
            last = following
        return None

    def _of_many(self, token: Token) -> bool:
        """Whether a word that the parser took for one person, or for a name, is the plural of a word for persons."""
        name, known = self.names.get(token.i), self.words.persons
        word = (name.name.split()[-1] if name is not None else token.text).lower()
        men = word.endswith("men") and f"{word[:-3]}man" in known
        return word not in known and (men or (word.endswith("s") and word[:-1] in known))

    def _role(self, token: Token, named: Token | None) -> Role:
        """What part the words give the person in the event."""
        near = {token.lemma, *(t.lemma for t in self.parse.children(token, "compound", "appos"))}
        near |= {named.lemma} if named is not None else set()
        if near & self.words.police:
            return "police"
        if near & self.words.accused:
            return "accused"
        return "victim" if token.lemma == "victim" else None

    def _stage(self, token: Token, age: int | None) -> Stage:
        if age is not None:
            return "young" if age < CHILD else "grown" if age >= GROWN else None
        if token.lemma in self.words.young:
            return "young"
        return "grown" if token.lemma in self.words.grown else None

    def _proper(self, token: Token) -> bool:
        return token.pos == "PROPN" and token.i not in self.things and token.lemma not in self.words.persons

    def _age_part(self, token: Token) -> bool:
        after = self.parse.text[token.end : token.end + 9].lower()
        return bool(re.match(r"[\s-]*(?:year|month)", after))

    def _name(self, token: Token) -> frozenset[str]:
        """The words of the name: as the article's fullest form has them, or the run of capitals itself."""
        mention = self.names.get(token.i)
        if mention is not None:
            full = re.findall(r"[^\W\d_]+", f"{mention.name} {mention.span.text}")
            if not all(w.isupper() for w in full):
                full = [w for w in full if not (w.isupper() and len(w) > 2)]  # a station set before a name
            return frozenset(w.lower() for w in full if len(w) > 2) - self.words.persons
        headline = self.parse.sentence_of(token).kind == "headline"  # where every word has a capital
        if token.pos != "PROPN" or token.lemma in self.words.persons or headline:
            return frozenset()
        if token.text.isupper() and any(c.pos == "DET" for c in self.parse.children(token, "det")):
            return frozenset()  # a thing in capitals: "THE BAKERY WAS BURNED"
        run = [token, *self.parse.children(token, "flat", "compound")]
        if len(run) == 1 and token.lower in self.words.numbers:
            return frozenset()  # "Seven were hurt"
        return frozenset(t.lower for t in run if t.pos == "PROPN" and len(t.text) > 2) - self.words.persons

    def _extent(self, token: Token) -> tuple[int, int]:
        links = {"det", "amod", "nummod", "compound", "flat", "nmod"}
        close = [c for c in self.parse.children(token) if c.relation in links and abs(c.i - token.i) < 7]
        first = min((self.parse.subtree(c)[0].start for c in close if c.i < token.i), default=token.start)
        return min(first, token.start), max([token.end, *(c.end for c in close if c.relation == "flat")])

    def _age(self, token: Token) -> int | None:
        start, end = self._extent(token)
        mention = self.names.get(token.i)
        end = max(end, mention.span.end) if mention is not None else end
        sentence = self.parse.sentence_of(token)
        found = told_ages(self.parse.text, max(sentence.start, start - 2), min(sentence.end, end + 8), self.units)
        # not the age of the next in a row: "Man, boy, 6, shot"
        age = next((age for age, at, old in found if old or at <= end + 1), None)
        return self.ages.get(mention.name) if age is None and mention is not None else age

    def _gender(self, token: Token) -> Gender:
        mention = self.names.get(token.i)
        if mention is not None and mention.gender is not None:
            return mention.gender
        own = {token.lemma, token.lower}
        beside = {c.lower for c in self.parse.children(token, "compound", "amod", "flat", "appos")}
        for near in (own, beside):  # "a man, woman and girl", taken for one
            if near & self.words.females or near & self.words.males:
                return "f" if near & self.words.females else "m"
        return None

    def _label(self, token: Token) -> str:
        mention = self.names.get(token.i)
        start, end = self._extent(token)
        return mention.name if mention is not None else self.parse.text[start:end]


def _alike(a: Person, b: Person) -> bool:
    """Whether two tellings are most likely of one person: by name, or by the same noun."""
    return _same_name(a, b) if a.words else bool(a.noun) and a.noun == b.noun


def _same_name(a: Person, b: Person) -> bool:
    shared = a.words & b.words
    return bool(shared) and (len(a.words) == 1 or len(b.words) == 1 or len(shared) >= 2)


def _compatible(a: Person, b: Person) -> bool:
    if a.gender is not None and b.gender is not None and a.gender != b.gender:
        return False
    if a.stage is not None and b.stage is not None and a.stage != b.stage:
        return False
    if a.role is not None and b.role is not None and a.role != b.role and {a.role, b.role} != {"police", "victim"}:
        return False
    return a.age is None or b.age is None or a.age == b.age


def _add(found: list[Person], person: Person, same: Person | None) -> None:
    if same is None:
        found.append(person)
        return
    same.age = same.age if same.age is not None else person.age
    same.gender = same.gender or person.gender
    same.stage = same.stage or person.stage
    same.role = same.role or person.role
    same.noun = same.noun or person.noun
    same.words |= person.words
    same.at += person.at
