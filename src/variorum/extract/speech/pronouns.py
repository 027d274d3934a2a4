"""Whom a pronoun stands for: the last person or body that fits, in the paragraph first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from variorum.extract.speech.reading import Reading
from variorum.extract.speech.voices import NEAR, Gender, Memory, Voice
from variorum.text.tree import Token


class Pronouns:
    """Resolves pronouns against the memory; `describe` makes a voice of a noun."""

    def __init__(self, reading: Reading, memory: Memory, describe: Callable[[Token], Voice | None]) -> None:
        self.reading, self.memory, self.describe = reading, memory, describe
        self.saying = reading.saying

    def resolve(self, token: Token, speaker: Voice | None) -> Voice | None:
        pronouns = self.saying.pronouns
        word = token.lower
        if word in pronouns.first:
            return speaker
        if word in pronouns.female or word in pronouns.male:
            return self.person("f" if word in pronouns.female else "m", token)
        if word in pronouns.thing:
            return self.body(token) or self._impersonal(token)
        if word in pronouns.plural:
            return self._impersonal(token) or self._several(token)
        return None

    def person(self, gender: Gender, token: Token) -> Voice | None:
        """The last person heard in this paragraph or made its subject, else the last one heard, else the last one
        named.
        """
        section = self.reading.sentence(token).section
        governing = self._governing(gender, token)
        if governing is not None:
            return governing
        candidates = self._people_before(token)
        barred = self._barred(token)
        fitting = [v for v in candidates if v.gender in (None, gender) and v.name != barred]
        start = self.reading.article.sections[section].start
        here = [v for v in fitting if v.at >= start and v.sort == "person"]
        known = [v for v in here if v.gender == gender]
        chosen = next((group[-1] for group in (known, here) if group), None)
        chosen = chosen or self._told_of(gender, start, token, barred) or (fitting[-1] if fitting else None)
        chosen = chosen or self._any_named(gender, token)
        heard = [
            v
            for v in self.memory.recent()
            if v.sort == "person" and self.memory.gender(v) in (None, gender) and v.at >= start and v.name != barred
        ]
        sure = bool(heard) and self.memory.gender(heard[-1]) == gender
        if heard and (chosen is None or heard[-1].at >= chosen.at or (chosen not in known and sure)):
            chosen = heard[-1]
        if chosen is None or chosen.at < start:
            chosen = self._noun_subject(gender, start, token) or chosen
        if chosen is not None and chosen.gender is None:
            self.memory.genders.setdefault(chosen.name, gender)
        return chosen

    def _noun_subject(self, gender: Gender, start: int, token: Token) -> Voice | None:
        """The last one in the paragraph whom a sentence is about without a name, by a noun that tells the gender: "*The
        widow* sat at the gate. “…”, she said"."""
        wanted = self.saying.speakers.female if gender == "f" else self.saying.speakers.male
        for t in reversed(self.reading.tokens[: token.i]):
            if t.start < start:
                return None
            about = t.relation == "nsubj" and t.tag == "NN" and self.reading.inside[t.i] < 0
            owned = self.reading.parse.child(t, "nmod:poss") is not None
            if about and not owned and t.lemma in wanted and self.reading.mention_at(t) is None:
                return self.describe(t)
        return None

    def _told_of(self, gender: Gender, start: int, token: Token, barred: str | None) -> Voice | None:
        """The last person of that gender whom the paragraph names, also where the sentence is not about them."""
        for mention in reversed(self.reading.mentions):
            if start <= mention.span.start < token.start and mention.type == "person" and mention.name != barred:
                place = self.reading.between(mention.span.start, mention.span.end)
                if place and self.reading.inside[place[0]] < 0 and self.memory.genders.get(mention.name) == gender:
                    return Voice(mention.name, "person", mention.span.start, mention.role, gender)
        return None

    def _any_named(self, gender: Gender, token: Token) -> Voice | None:
        """Where nobody fits, the last person named at all before whose gender is not another."""
        other: Gender = "m" if gender == "f" else "f"
        for mention in reversed(self.reading.mentions):
            if mention.span.end <= token.start and mention.type == "person":
                known = self.memory.genders.get(mention.name) or mention.gender
                return (
                    Voice(mention.name, "person", mention.span.start, mention.role, gender) if known != other else None
                )
        return None

    def _barred(self, token: Token) -> str | None:
        """The one that "whom he" stands for is somebody else than "he"."""
        if token.i == 0 or self.reading.tokens[token.i - 1].lower != "whom":
            return None
        end = self.reading.tokens[token.i - 1].start
        before = [m for m in self.reading.mentions if m.span.end <= end and m.type == "person"]
        return before[-1].name if before and end - before[-1].span.end <= 3 else None

    def _governing(self, gender: Gender, token: Token) -> Voice | None:
        """The person who is the subject of the clause that the pronoun's clause hangs on."""
        for verb in list(self.reading.parse.ancestors(token))[1:]:
            for subject in self.reading.parse.children(verb, "nsubj"):
                mention = self.reading.mention_at(subject)
                if (
                    subject.i < token.i
                    and mention is not None
                    and mention.type == "person"
                    and mention.name != self._barred(token)
                    and self.memory.genders.get(mention.name) in (None, gender)
                ):
                    return Voice(
                        mention.name, "person", mention.span.start, mention.role, self.memory.genders.get(mention.name)
                    )
        return None

    def _people_before(self, token: Token) -> list[Voice]:
        """Persons named, or nominal persons heard, before the token; subjects of their clauses count twice by
        standing last.
        """
        found: list[Voice] = []
        before = bisect_left(self.reading.mentions, token.start, key=lambda m: m.span.start)
        for mention in self.reading.mentions[max(0, before - NEAR) : before]:
            if mention.type != "person":
                continue
            place = self.reading.between(mention.span.start, mention.span.end)
            if not place or (
                self.reading.inside[place[0]] >= 0 and self.reading.inside[place[0]] != self.reading.inside[token.i]
            ):
                continue
            if any(self.reading.tokens[i].relation in ("nsubj", "root", "appos") for i in place):
                words = frozenset(w.lower() for part in (mention.name, mention.role) if part for w in part.split())
                found.append(
                    Voice(
                        mention.name,
                        "person",
                        mention.span.start,
                        mention.role,
                        self.memory.genders.get(mention.name),
                        False,
                        words,
                    )
                )
        found.extend(v for v in self.memory.recent() if v.sort == "person" and v.at < token.start)
        return sorted(found, key=lambda v: v.at)

    def body(self, token: Token) -> Voice | None:
        """The last organisation or document heard; of "by its own account" who the sentence is about."""
        if (owner := self._owner_of_account(token)) is not None:
            return owner
        bodies = [v for v in self.memory.recent() if v.sort in ("body", "document") and v.at < token.start]
        section = self.reading.article.sections[self.reading.sentence(token).section]
        if bodies and bodies[-1].at >= section.start:
            return bodies[-1]
        subject = self._body_subject(token, section.start)
        return subject or (bodies[-1] if bodies else None)

    def _owner_of_account(self, token: Token) -> Voice | None:
        """ "*Ruritania* speaks of a raid in which, by *its own* account, two were hurt"."""
        following = self.reading.tokens[token.i + 1 : token.i + 2]
        if token.lower != "its" or not following or following[0].lower != "own":
            return None
        opening = self.reading.tokens[self.reading.sentence(token).first]
        mention = self.reading.mention_at(opening)
        if opening.pos != "PROPN" or (mention is not None and mention.type == "person"):
            return None
        return Voice(mention.name if mention is not None else opening.text, "body", opening.start)

    def _body_subject(self, token: Token, start: int) -> Voice | None:
        """An organisation named as a subject earlier in the paragraph."""
        for mention in reversed(self.reading.mentions):
            if start <= mention.span.start < token.start and mention.type == "organization":
                place = self.reading.between(mention.span.start, mention.span.end)
                if any(self.reading.tokens[i].relation in ("nsubj", "root", "appos") for i in place):
                    return Voice(mention.name, "body", mention.span.start)
        for t in reversed(self.reading.tokens[max(0, token.i - 400) : token.i]):
            if t.start < start:
                return None
            if t.relation == "nsubj" and t.lemma in self.saying.speakers.organisations:
                return self.describe(t)
        return None

    def _impersonal(self, token: Token) -> Voice | None:
        """ "In the company X they said": the body that a fronted phrase names."""
        sentence = self.reading.sentence(token)
        lead = self.reading.tokens[sentence.first]
        if lead.lower not in ("in", "at") or token.i - sentence.first > 22:
            return None
        for t in self.reading.tokens[sentence.first + 1 : token.i]:
            mention = self.reading.mention_at(t)
            if mention is not None and mention.type == "organization":
                return Voice(mention.name, "body", mention.span.start)
            if t.lemma in self.saying.speakers.organisations:
                quoted = self.reading.inside[t.i + 1] if t.i + 1 < token.i else -1
                if quoted >= 0:
                    q = self.reading.quoted[quoted]
                    return Voice(self.reading.text[q.start : q.end], "body", q.start)
                return self.describe(t)
        return None

    def _several(self, token: Token) -> Voice | None:
        """The last plural source, else the last body."""
        found = [v for v in self.memory.recent() if v.at < token.start and (v.plural or v.sort in ("people", "body"))]
        return found[-1] if found else None
