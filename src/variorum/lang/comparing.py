"""Phrases around numbers, dates, media and offices by which a checker tells whether two passages speak of one thing."""

from __future__ import annotations

import re

from msgspec import Struct

Pattern = re.Pattern[str]


class Comparing(Struct, frozen=True, kw_only=True):
    """Regular expressions first, then sets of words in lower case.

    Beside a number. Before it: `definite` (those known), `another` (on top), `one_and` (one more person),
    `list_before` (a list that ends in it), `age`, `prior` (what something was), `label` (a
    piece of a name), `strength` (of a quake), `part_before`, `taken_back`, `corrected` ("corrected to 61 from"),
    `withdrawn` ("withdrew its figure of"), `base` (all of whom a share is told). Behind it: `list_behind` (a list
    that goes on), `more_behind` (others), `part_of` and `part_behind` (of those harmed), `of_them_behind` (of those
    named), `strong` (of a quake). Around it: `doubting` (words that call it untrue), `nobody_there` (none of one
    place or vehicle), `risen` (grew "up to" it), `one` (one person with a noun), `one_of` (one of several), `listed`
    (another beside the one), `rest` (words for others), `of_them` (a part of those named), `from_land` (whom a land
    counts), `giving` (gives the whole), `total` (nouns for a total), `nth` ("the third victim"),
    `one_hospital` (its name), `a_hospital` (without one), `share_of` (between a share and what it is of),
    `parts_lead` (what leads a list), `inner_part` (a part of its last part), `of_these` (opens a part of the sentence
    before). In a sentence: `aside` (a part between commas), `clause_end`, `degree_end` (where a degree of harm ends),
    `office_end`. Of media: `shown` (what is on it), `via` (said there), `post` (a post on it).

    `placed`: words behind a counted part; `grounds`: nouns for a ground behind its name; `measured`: units, which are
    no parts. `dated_by`: prepositions of a date; `telling`: verbs before the day of a statement; `short_days`:
    weekdays cut short. `office_break`: words behind which an office is another's. `placing`: prepositions behind
    which nothing is negated; `negators`: plain negations; `hearsay`: words that leave a statement open without a
    source; `holding`: forms of words that leave it with one; `performing`: verbs that make true what they say.
    """

    definite: Pattern
    another: Pattern
    one_and: Pattern
    list_before: Pattern
    age: Pattern
    prior: Pattern
    label: Pattern
    strength: Pattern
    part_before: Pattern
    taken_back: Pattern
    corrected: Pattern
    withdrawn: Pattern
    of_these: Pattern
    inner_part: Pattern
    base: Pattern
    list_behind: Pattern
    more_behind: Pattern
    part_of: Pattern
    part_behind: Pattern
    of_them_behind: Pattern
    strong: Pattern
    risen: Pattern
    nobody_there: Pattern
    doubting: Pattern
    one: Pattern
    one_of: Pattern
    listed: Pattern
    rest: Pattern
    of_them: Pattern
    total: Pattern
    from_land: Pattern
    giving: Pattern
    nth: Pattern
    one_hospital: Pattern
    a_hospital: Pattern
    share_of: Pattern
    parts_lead: Pattern
    aside: Pattern
    clause_end: Pattern
    degree_end: Pattern
    office_end: Pattern
    shown: Pattern
    via: Pattern
    post: Pattern
    placed: frozenset[str]
    grounds: frozenset[str]
    measured: frozenset[str]
    dated_by: frozenset[str]
    telling: frozenset[str]
    short_days: frozenset[str]
    office_break: frozenset[str]
    placing: frozenset[str]
    negators: frozenset[str]
    hearsay: frozenset[str]
    holding: frozenset[str]
    performing: frozenset[str]
