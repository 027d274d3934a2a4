"""Words that report speech, and nouns that speak: verbs by how their content attaches, phrases, nouns, kinds of
speakers.
"""

from __future__ import annotations

from msgspec import Struct


class Speakers(Struct, frozen=True):
    """Nouns (lemmas) that can be a source, by what they are; a pronoun's gender and number with them."""

    organisations: frozenset[str]
    people: frozenset[str]
    roles: frozenset[str]
    documents: frozenset[str]
    places: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    titles: frozenset[str]
    collective: frozenset[str]

    def named(self, *words: str) -> bool:
        """Whether any of the words calls what can speak: a body, a person, a role, a document, many at once."""
        groups = (self.organisations, self.people, self.roles, self.documents, self.collective)
        return any(word in group for word in words for group in groups)


class Pronouns(Struct, frozen=True):
    """Pronouns in any case by what they stand for; `own` are the article's own voice outside quotation marks."""

    female: frozenset[str]
    male: frozenset[str]
    thing: frozenset[str]
    plural: frozenset[str]
    first: frozenset[str]
    own: frozenset[str]
    relative: frozenset[str]
    indefinite: frozenset[str]


class Words(Struct, frozen=True):
    """Function words. `breaking` ones open what the article adds behind a reporting clause, `contrasting` ones a
    turn of its own; `leading` verbs make a mere lead-in ("Asked if …,"); `reduced` participles report without a source
    ("thought to be"), `charging` ones where "of" follows ("accused of"); `nesting` prepositions put a name inside
    another's phrase; `small` words stay small in titles, `joining` ones stand between two voices; `particled` verbs
    report only with their particle; `definite` words point at somebody known, `those` at a group; `outlets` and
    `firms` are nouns for who passes on and for companies, `papers` for what a source puts out;
    `itself` are nouns for the article's own text,
    `lives` what a disaster claims, `tallies` counts that belong to whoever keeps them ("the club's tally"),
    `negative` words and `refusing` verbs leave open what others settle ("declined to confirm"); `told`
    are irregular past forms of verbs of saying.
    """

    days: frozenset[str]
    leading: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    breaking: frozenset[str]
    contrasting: frozenset[str]
    reduced: frozenset[str]
    charging: frozenset[str]
    expletive: frozenset[str]
    small: frozenset[str]
    joining: frozenset[str]
    articles: frozenset[str]
    nesting: frozenset[str]
    particled: frozenset[str]
    definite: frozenset[str]
    those: frozenset[str]
    outlets: frozenset[str]
    firms: frozenset[str]
    papers: frozenset[str]
    naming: frozenset[str]
    light: frozenset[str]
    itself: frozenset[str]
    lives: frozenset[str]
    tallies: frozenset[str]
    negative: frozenset[str]
    refusing: frozenset[str]
    told: frozenset[str]


class Unnamed(Struct, frozen=True):
    """Words for what nobody named holds. `seeming`: verbs of impression; `expecting`: participles of "is expected";
    `asked`: words that open a question told without its asker, one of `questions` behind them."""

    seeming: frozenset[str]
    expecting: frozenset[str]
    asked: frozenset[str]
    questions: frozenset[str]


class Saying(Struct, frozen=True):
    """Lemmas of reporting verbs by the way their content attaches, and the other words that report.

    `clause`: that-clause, quotation, or set behind its content. `object`: a noun phrase can be the content too.
    `stance`: what the source wants, asks or thinks; content is whatever follows. `weak`: reports only with a clause
    or a
    quotation. `describe`: content is the name given to a thing. `number`: reports when a number or a counting noun
    follows. `deny`: the source denies the content. `settle`: what they govern is left open where
    they are negated. `pass_on`: the subject passes on what another said.
    `particles`: second words of a verb ("point out", "make known"); `apart`: those with which it says nothing ("call
    off").
    """

    clause: frozenset[str]
    object: frozenset[str]
    stance: frozenset[str]
    weak: frozenset[str]
    describe: frozenset[str]
    number: frozenset[str]
    deny: frozenset[str]
    pass_on: frozenset[str]
    settle: frozenset[str]
    particles: dict[str, tuple[str, ...]]
    apart: dict[str, tuple[str, ...]]
    phrases: tuple[str, ...]
    phrase_by: tuple[str, ...]
    quoting: frozenset[str]
    nouns: frozenset[str]
    false: frozenset[str]
    counting: frozenset[str]
    told: frozenset[str]
    audience: frozenset[str]
    narrative: frozenset[str]
    speakers: Speakers
    pronouns: Pronouns
    words: Words
    unnamed: Unnamed
