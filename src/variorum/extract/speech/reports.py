"""What a report is while it is being worked out, and the words that make its reporting clause."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from variorum.extract.speech.reading import Reading
from variorum.text.tree import Token

Class = Literal["clause", "object", "stance", "describe", "number", "deny", "phrase", "noun", "colon"]
Offsets = tuple[int, int]


class Report(Struct):
    """One place where something is reported, while it is being worked out; offsets throughout.

    `at`: the cue's token. `clause`: the reporting words as a whole (source, cue, where and when it was said).
    `quotes`: numbers of the quotations in the content. `before`: the content is what the sentence before says.
    `left_open`: the source neither states nor denies the content ("could not confirm").
    """

    at: int
    kind: Class
    cue: list[Offsets]
    clause: Offsets
    source: Offsets | None = None
    head: int | None = None
    content: list[Offsets] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    inside: int = -1
    preposed: bool = False
    denied: bool = False
    left_open: bool = False
    before: bool = False
    via: list[Offsets] = field(default_factory=list)
    shared_with: int | None = None


class Subject(Struct, frozen=True):
    """Who speaks: the tokens `first` to `last` (exclusive) and their head."""

    first: int
    last: int
    head: int


def clause_of(reading: Reading, verb: Token, subject: Subject | None) -> tuple[int, int]:
    """First and last (exclusive) token of the words that report: subject, verb, its auxiliaries and adverbs before
    it.
    """
    first, last = verb.i, verb.i + 1
    for child in reading.parse.children(verb, "aux", "advmod", "neg"):
        if verb.i - 6 < child.i < verb.i and all(reading.tokens[k].pos != "PUNCT" for k in range(child.i + 1, verb.i)):
            first = min(first, child.i)
    if subject is not None and abs(subject.head - verb.i) < 60:
        if subject.last <= verb.i:
            first = min(first, subject.first)
        elif subject.first > verb.i:
            last = max(last, subject.last)
    return first, last
