"""Resolves the words that name a source to a person or body of the article."""

from __future__ import annotations

import re

from variorum.extract.speech.pronouns import Pronouns
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Offsets, Report
from variorum.extract.speech.subjects import plausible
from variorum.extract.speech.voices import Gender, Memory, Sort, Voice
from variorum.model import Mention
from variorum.text.tree import Token

SEEN = frozenset(("see", "obtain", "read", "view", "quote", "cite", "examine", "leak", "hold", "consult"))
"""What is done with a document by those who did not make it."""


class Voices:
    """The voices heard so far, in text order; resolves the next source against them."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.saying = reading.saying
        self.memory = Memory()
        for mention in reading.mentions:
            if mention.gender is not None:
                self.memory.genders.setdefault(mention.name, mention.gender)

    @property
    def pronouns(self) -> Pronouns:
        """Made when asked: kept here it would hold us, and the article's trees would stay with both."""
        return Pronouns(self.reading, self.memory, self._nominal_words)

    def resolve(self, report: Report, speaker: Voice | None) -> Voice | None:
        """The voice of a report; `speaker` says the quotation around it. The result is remembered."""
        if report.head is None or report.source is None:
            return None
        voice = self.voice(report.head, report.source, speaker)
        if voice is not None and report.inside < 0:
            self.memory.heard.append(voice)
        return voice

    def voice(self, head: int, source: Offsets, speaker: Voice | None) -> Voice | None:
        """The voice that the source's words name; of "reports from the police" the police."""
        token = self.reading.tokens[head]
        author = self._author(token)
        if author is not None:
            tree = self.reading.parse.subtree(author)
            own = [t for t in tree if t.dep != "case" or t.i > author.i]
            return self.voice(author.i, (own[0].start, own[-1].end), speaker)
        mention = self._name(token, source)
        if mention is not None and not (mention.name[:1].islower() and self._bare(token, source)):
            return self._named(mention, token, source)
        if token.pos == "PRON" and token.lower not in self.saying.pronouns.indefinite and token.tag != "DT":
            return self.pronouns.resolve(token, speaker)
        return self._nominal(token, source)

    def pass_on(self, name: str, at: int) -> None:
        """Remembers who passed words on, for "the agency" and "the newspaper"."""
        self.memory.passers.append(Voice(name, "body", at))

    def _author(self, paper: Token) -> Token | None:
        """Who a document comes from ("first reports from the police", "a statement by the mayor")."""
        if paper.pos != "NOUN" or paper.lemma not in self.saying.speakers.documents:
            return None
        for child in self.reading.parse.children(paper, "nmod"):
            case = self.reading.parse.child(child, "case")
            by = child.i > paper.i and case is not None and case.lower in ("from", "by")
            mention = self.reading.mention_at(child)
            if by and plausible(self.reading, child.i) and (mention is None or mention.type != "place"):
                return child
        for made in self.reading.parse.children(paper, "acl"):  # "a list *kept by the union*"
            agent = next((c for c in self.reading.parse.children(made, "obl") if c.dep == "obl:agent"), None)
            told = made.tag == "VBN" and made.lemma not in SEEN and agent is not None
            if told and agent is not None and made.i == paper.i + 1 and plausible(self.reading, agent.i):
                return agent
        return None

    # names

    def _name(self, head: Token, source: Offsets) -> Mention | None:
        """The person, else the body, that the phrase is about, not one nested in it ("spokesman for X")."""
        found = [m for m in self.reading.mentions_in(*source) if m.span.end <= source[1] + 1]
        people = [m for m in found if m.type == "person" and self._central(m, head, source)]
        if people:
            return people[0]
        bodies = [m for m in found if m.type != "person" and self._is_head(m, head)]
        proper = [m for m in found if m.type == "organization" and m.name[:1].isupper() and self._beside(m, head)]
        return next(iter(proper or bodies), None)

    def _beside(self, mention: Mention, head: Token) -> bool:
        """A proper name right behind its kind: "the aid association X"."""
        return 0 < mention.span.start - head.end <= 2

    def _bare(self, head: Token, source: Offsets) -> bool:
        """ "the ministry", "the agency": one word that an earlier, longer name explains."""
        return len(self.reading.text[source[0] : source[1]].split()) <= 2

    def _is_head(self, mention: Mention, head: Token) -> bool:
        return mention.span.start <= head.start < mention.span.end

    def _central(self, mention: Mention, head: Token, source: Offsets) -> bool:
        if self._is_head(mention, head):
            return True
        after = self.reading.text[mention.span.end : mention.span.end + 2]
        if after in ("'s", "’s"):
            return False
        before = self.reading.text[source[0] : mention.span.start].rstrip()
        words = before.lower().split()
        if len(words) > 1 and words[-1] in self.saying.words.articles:
            words = words[:-1]  # "ministry of the Interior"
        return not words or words[-1] not in self.saying.words.nesting

    def _named(self, mention: Mention, head: Token, source: Offsets) -> Voice:
        joined = self._joined(mention, source)
        if joined and mention.type != "person" and (name := self._own_words(head, source)):
            return Voice(name, "body", source[0], None, None, True, frozenset(w.lower() for w in name.split()))
        role = self._role(mention, source)
        if joined and role and {role.split()[0].lower(), role.split()[-1].lower()} & self.saying.words.joining:
            role = None
        gender = mention.gender or self.memory.genders.get(mention.name) or self._noun_gender(source)
        if gender is not None:
            self.memory.genders.setdefault(mention.name, gender)
        sort: Sort = "person" if mention.type == "person" else "body"
        words = frozenset(w.lower() for part in (mention.name, role, mention.role) if part for w in part.split())
        return Voice(mention.name, sort, mention.span.start, role, gender, False, words)

    def _joined(self, mention: Mention, source: Offsets) -> bool:
        """Whether the name stands in one breath with another voice: "police and *hospital officials*"."""
        place = self.reading.between(mention.span.start, mention.span.end)
        phrase = self.reading.between(*source)
        beside = [i for i in (place.start - 1, place.stop) if i in phrase]
        return any(self.reading.tokens[i].pos == "CCONJ" for i in beside)

    def _role(self, mention: Mention, source: Offsets) -> str | None:
        """The title or office beside the name in this passage, without article and age."""
        text = self.reading.text
        before = text[source[0] : mention.span.start].strip(" ,(")
        after = text[mention.span.end : source[1]].strip(" ,()")
        words = before.split()
        while words and words[0].lower() in self.saying.words.articles | {"its", "his", "her", "their"}:
            words = words[1:]
        if words and words[-1].lower().rstrip(".") in {t.rstrip(".") for t in self.saying.speakers.titles}:
            words = words[:-1]
        if words:
            return " ".join(words).strip(" ,(") or None
        parts = [p.strip() for p in after.split(",")]
        parts = [
            p
            for p in parts
            if p and not p.replace("-", "").isdigit() and not p.lower().startswith(("of ", "one of ", "'s", "’s"))
        ]
        if not parts:
            return None
        first = ", ".join(parts).split()
        while first and first[0].lower() in self.saying.words.articles:
            first = first[1:]
        return " ".join(first) or None

    def _noun_gender(self, source: Offsets) -> Gender | None:
        words = [w.strip(".,").lower() for w in self.reading.text[source[0] : source[1]].split()]
        if any(w in self.saying.speakers.female for w in words):
            return "f"
        return "m" if any(w in self.saying.speakers.male for w in words) else None

    def _nominal_words(self, head: Token) -> Voice | None:
        tree = [t for t in self.reading.parse.subtree(head) if t.i <= head.i]
        return self._nominal(head, (tree[0].start, head.end))

    # nouns

    def _nominal(self, head: Token, source: Offsets) -> Voice | None:
        named = self._given_name(head)
        if named is not None:
            return named
        antecedent = self._definite(head, source)
        if antecedent is not None:
            return antecedent
        name = self._own_words(head, source)
        if not name:
            return None
        sort = self._sort(head)
        plural = head.tag in ("NNS", "NNPS")
        words = frozenset(w.strip(",.").lower() for w in name.split()) | {head.lemma}
        return Voice(name, sort, source[0], None, self._noun_gender((head.start, head.end)), plural, words)

    def _given_name(self, head: Token) -> Voice | None:
        """ "a rower who called herself X": the name in the relative clause."""
        sentence = self.reading.sentence(head)
        for i in range(head.i + 1, min(sentence.last, head.i + 22)):
            token = self.reading.tokens[i]
            if (token.lemma in self.saying.words.naming and self._relative(head.i + 1, i)) or self._known_as(head, i):
                followers = self.reading.tokens[i + 1 : min(sentence.last, i + 6)]
                for follower in sorted(followers, key=lambda t: (self.reading.mention_at(t) is None, t.i)):
                    mention = self.reading.mention_at(follower)
                    if mention is not None or follower.pos == "PROPN":
                        name = mention.name if mention else follower.text
                        return Voice(
                            name,
                            "person",
                            head.start,
                            head.lemma,
                            self._noun_gender((head.start, head.end)),
                            False,
                            frozenset((name.lower(), head.lemma)),
                        )
        return None

    def _relative(self, first: int, stop: int) -> bool:
        return any(self.reading.tokens[k].tag in ("WP", "WDT") for k in range(first, stop))

    def _known_as(self, head: Token, i: int) -> bool:
        """ "its spokesman, known as X,": the word before the name, behind the comma."""
        comma, known, word = head.i + 1, self.reading.tokens[i - 1], self.reading.tokens[i]
        return (
            i == comma + 2 and self.reading.tokens[comma].text == "," and known.lower == "known" and word.lower == "as"
        )

    def _definite(self, head: Token, source: Offsets) -> Voice | None:
        """ "the mayor", "the ministry": someone or something known by that word; more words in between must fit too."""
        words = self.reading.text[source[0] : source[1]].lower().replace(",", "").split()
        definite = bool(words) and words[0] in self.saying.words.definite
        content = [w for w in words if w not in self.saying.words.articles]
        if words and words[0] == "one" and "of" in words:
            return self._one_of(head, words)
        if not definite or len(content) > 3 or any(w in self.saying.words.nesting for w in content):
            return None
        wanted = set(content)
        special = self._outlet(head) or self._firm(head) or self._paper(head)
        if special is not None:
            return special
        for voice in reversed(self.memory.recent()):
            if wanted <= voice.words and (len(voice.words) > len(wanted) or voice.sort == "person"):
                return voice
        if head.lemma in self.saying.speakers.roles or head.lemma in self.saying.speakers.people:
            return self._by_role(wanted, head)
        return None

    def _outlet(self, head: Token) -> Voice | None:
        """ "the agency", "the newspaper": who passed the last words on."""
        if head.lemma not in self.saying.words.outlets:
            return None
        named = [v for v in self.memory.passers if v.at < head.start]
        return named[-1] if named and not any(head.lemma in v.words for v in self.memory.heard) else None

    def _firm(self, head: Token) -> Voice | None:
        """ "the company": the last body with a proper name in this paragraph or the one before."""
        if head.lemma not in self.saying.words.firms:
            return None
        explained = self._explained(head)
        if explained is not None:
            return Voice(explained, "body", head.start, words=frozenset((head.lemma, explained.lower())))
        section = self.reading.sentence(head).section
        start = self.reading.article.sections[max(0, section - 1)].start
        found = [
            m
            for m in self.reading.mentions
            if m.type == "organization"
            and m.name[:1].isupper()
            and start <= m.span.start < head.start
            and m.name not in self.reading.media.platforms
        ]
        return (
            Voice(found[-1].name, "body", head.start, words=frozenset((head.lemma, found[-1].name.lower())))
            if found
            else None
        )

    def _explained(self, head: Token) -> str | None:
        """The last body before that the article calls by the word: "X, *a charity* that feeds the poor", "*the
        charity* X"."""
        for m in reversed(self.reading.mentions):
            known = m.type == "organization" and m.name[:1].isupper() and m.name not in self.reading.media.platforms
            if not known or m.span.end > head.start:
                continue
            behind = self.reading.text[m.span.end : m.span.end + 60].lower()
            before = self.reading.text[max(0, m.span.start - 30) : m.span.start].lower()
            word = re.escape(head.lemma)
            aside = re.match(rf",\s+(?:an?|the|its)\s+(?:[\w’'-]+\s+){{0,4}}?{word}\b", behind)
            if aside is not None and m.span.end + aside.end() > head.start:
                aside = None  # "on Facebook, the band said"
            if aside is not None or re.search(rf"\b(?:the|an?)\s+(?:[\w’'-]+\s+){{0,2}}?{word},?\s+$", before):
                return m.name
        return None

    def _paper(self, head: Token) -> Voice | None:
        """ "the statement said": who spoke last."""
        if head.lemma not in self.saying.words.papers:
            return None
        return next(
            (v for v in reversed(self.memory.recent()) if v.sort in ("body", "person") and v.at < head.start), None
        )

    def _by_role(self, wanted: set[str], head: Token) -> Voice | None:
        """The last person before, else the only one in the article, whose office holds the words."""
        fits = []
        for mention in self.reading.mentions:
            role = set((mention.role or "").lower().replace(",", "").split())
            if mention.type == "person" and wanted <= role:
                fits.append(mention)
        if not fits and head.lemma in self.saying.speakers.roles:  # "the regional governor" and later "governor X"
            same = [
                m
                for m in self.reading.mentions
                if m.type == "person" and head.lemma in (m.role or "").lower().replace(",", "").split()[:6]
            ]
            fits = same if len({m.name for m in same}) == 1 else []
        before = [m for m in fits if m.span.start < head.start]
        chosen = before[-1] if before else (fits[0] if len({m.name for m in fits}) == 1 else None)
        if chosen is None:
            return None
        text = self.reading.text[head.start : head.end]
        return Voice(
            chosen.name,
            "person",
            head.start,
            text,
            self.memory.genders.get(chosen.name),
            False,
            frozenset(wanted) | {chosen.name.lower()},
        )

    def _one_of(self, head: Token, words: list[str]) -> Voice | None:
        """ "one of them": the noun of the last group of people."""
        if not self.saying.words.those & set(words):
            return None
        for token in reversed(self.reading.tokens[max(0, head.i - 400) : head.i]):
            if token.tag == "NNS" and (
                token.lemma in self.saying.speakers.people or token.lemma in self.saying.speakers.roles
            ):
                return Voice(token.lemma, "person", head.start, None, None, False, frozenset((token.lemma,)))
        return None

    def _own_words(self, head: Token, source: Offsets) -> str:
        """The source's own words without article and what follows a comma; a possessive becomes the possessor's
        name.
        """
        text = self.reading.text[source[0] : source[1]]
        cut = text.find(",", max(0, head.end - source[0]))
        words = (text[:cut] if cut > 0 else text).split()
        if words and words[0].lower() in self.saying.words.articles - self.saying.words.those and len(words) > 1:
            words = words[1:]
        if len(words) > 1 and words[0].lower() == "their":
            words = words[1:]  # a group's: whose is seldom told right before
        if words and words[0].lower() in ("his", "her", "its"):
            owner = self._owner(self.reading.tokens[self.reading.between(source[0], source[1])[0]])
            if owner is not None:
                whose = owner.name.removesuffix(f"'s {' '.join(words[1:])}")  # told once before: "his lawyer"
                words = [f"{whose}'s", *words[1:]]
        return " ".join(words).strip(' ,.;:"“”„«»')

    def _owner(self, token: Token) -> Voice | None:
        if token.lower == "its":
            return self.pronouns.body(token)
        return self.pronouns.person("f" if token.lower == "her" else "m", token)

    def _sort(self, head: Token) -> Sort:
        speakers = self.saying.speakers
        if (
            head.lemma in speakers.organisations
            or head.lower in speakers.collective
            or head.lemma in speakers.collective
        ):
            return "body"
        if head.lemma in speakers.documents:
            return "document"
        if head.tag in ("NNS", "NNPS"):
            return "people"
        return "person" if head.lemma in speakers.people or head.lemma in speakers.roles else "body"
