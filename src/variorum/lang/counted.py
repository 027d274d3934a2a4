"""Words around a number by which a checker tells whether it surely counts persons, all of them, and now."""

from __future__ import annotations

from msgspec import Struct


class Counted(Struct, frozen=True, kw_only=True):
    """All lower case.

    `ends`: words that end the noun phrase behind a number; `astray`: those of them behind which a bare number may
    count anything ("holding them to three in the first half"); `between`: hedges and the like that may stand between
    a word of the kind and a bare number. `persons`: nouns for persons that no other table has; `endings`: endings of
    words for persons; `verbal`: endings of verbs that may follow a noun without a break ("houses collapsed").
    `bystanders`: whose quoted words count nothing, beside kin; `officials`: kin by name only. `accused_in`: kinds in
    which those who did it are not counted; `deeds`: kinds of what the authorities do, of which none is yet no count;
    `fought`: of what two sides shoot and lose, each counted by one; `estimated`: kinds of which no two counts are
    parts; `opposing`: words that set one voice's number against another's; `seen`: nouns for what somebody has seen
    of the dead; `treating`: what is done with some of the hurt; `sorts`: nouns for those who did it and for those who
    stood against them; `places`: of what stands in a place and is counted whole. `narrow`: nouns for the people of
    one small place among others. `leaving`: kinds of a state that ends one by one, so that a count of those still in
    it is smaller than one of all. `foes`: what one camp calls those of the other.

    Regular expressions of phrases, matched between word boundaries: `elsewhen`: a count over a longer time or of
    another event; `several`: several events; `died_too`: the one who did it died, so that some count that one in;
    `added`: a count on top of another; `pronoun`: a part of what a pronoun stands for; `still`: those who are left;
    `manners`: by kind, one manner of it among others; `laid`: bodies counted where they lie, matched behind the
    number; `comprising`: what leads a list of all; `handled`: what is done with some of the dead; `taking_in`: what a
    hospital does with the hurt, matched behind its name; `confined`: a count within the speaker's own province, town
    or side; `within`: in one province or town by that word, a part where another counts more; `reach`: what names the
    ground of a count, from one town to a country, case kept; `spread`: over more than one camp or state; `grown`: that
    a count rose; `first`: what reports said at first; `institution`: persons of one house, who are still meant by a
    number without a noun behind; `parts`: classes of `lang/subsets` that are a part of those harmed, however
    many they are; `lifeless`: nouns for what is no person though a kind of persons has the word.
    """

    ends: frozenset[str]
    astray: frozenset[str]
    between: frozenset[str]
    persons: tuple[str, ...]
    endings: tuple[str, ...]
    bystanders: frozenset[str]
    officials: frozenset[str]
    verbal: tuple[str, ...]
    deeds: frozenset[str]
    fought: frozenset[str]
    seen: frozenset[str]
    treating: tuple[str, ...]
    sorts: dict[str, frozenset[str]]
    estimated: frozenset[str]
    opposing: tuple[str, ...]
    places: frozenset[str]
    narrow: frozenset[str]
    leaving: frozenset[str]
    foes: frozenset[str]
    several: tuple[str, ...]
    accused_in: frozenset[str]
    elsewhen: tuple[str, ...]
    died_too: tuple[str, ...]
    added: tuple[str, ...]
    pronoun: tuple[str, ...]
    still: tuple[str, ...]
    manners: dict[str, tuple[str, ...]]
    laid: tuple[str, ...]
    comprising: tuple[str, ...]
    handled: tuple[str, ...]
    taking_in: tuple[str, ...]
    confined: tuple[str, ...]
    within: tuple[str, ...]
    reach: tuple[tuple[str, ...], ...]
    spread: tuple[str, ...]
    grown: tuple[str, ...]
    first: tuple[str, ...]
    institution: tuple[str, ...]
    lifeless: frozenset[str]
    parts: frozenset[str]
