"""Lists of figures: "Homes damaged: 890", "Drones launched: 58; shot down: 44", "Passengers and crew – 66"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from variorum.extract.claims.callings import is_class
from variorum.extract.claims.choose import Choice, member_of
from variorum.extract.claims.context import spoken_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.state_phrases import states_of
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import Index, Pattern, index
from variorum.kinds.patterns import Relation as Trigger
from variorum.text.tree import Parse, Token

LABEL = re.compile(
    r"(?:^|[\n;|•,]|[.]\s|(?<=\s)[-–—*])[\W_]*(?P<label>[^\W\d_][\w’'-]*(?:[ /&]+[\w’'-]+){0,5})\s*(?::|=|\s[–—-])\s*"
    r"(?:(?-i:[A-Z])[\w’'-]*\s+){0,2}"
    r"(?:(?:about|at\s+least|some|around|approximately|nearly|almost|over|more\s+than|up\s+to|an?\s+estimated)\s+)?$",
    re.I,
)
"""A label that opens a line, a sentence or an item of it, and its mark, right before the number."""
ENDS = re.compile(r"(?:\s+(?:people|persons|individuals|in\s+total|so\s+far))?\s*(?:[.;,|\n(\[•]|[-–—]\s|$)", re.I)
"""What follows the number of such an item."""

REACH = 90
WORDS = 14
"""Characters and words before a number in which its label may stand; the parser may have begun a sentence between."""


def labelled(parse: Parse, counted: Counted, table: Words, language: str) -> tuple[Choice, Token | None] | None:
    """The kind that the label before a number names, and the noun of those counted; None where no label stands."""
    if counted.single or counted.negative or counted.partitive or counted.value.number == 0:
        return None
    text, i = parse.text, counted.number.i
    line = max(text.rfind("\n", 0, counted.core_start), counted.core_start - REACH, 0)
    stop = text.find("\n", counted.core_end)
    match = LABEL.search(text, line, counted.core_start)
    if match is None or ENDS.match(text, counted.core_end, stop if stop >= 0 else len(text)) is None:
        return None
    start, end = match.span("label")
    words = [t for t in parse.tokens[max(0, i - WORDS) : i + 1] if start <= t.start < end]
    kind = _kind(parse, words, index(language), table) or states_of(match["label"], language) if words else None
    if kind is None:
        return None
    noun = next((t for t in words if _names(t, kind, table, language)), None)
    frame = Frame("total", words[-1], 1)
    return Choice(kind, frame, f"“{match['label']}” before its number", "counters", thing=noun), noun


def _names(token: Token, kind: str, table: Words, language: str) -> bool:
    """Whether a label's word says who or what is counted."""
    things = index(language).things.get(kind)
    return is_class(token, table) if things is None else any(f in things for f in forms(token))


def _kind(parse: Parse, words: list[Token], table: Index, known: Words) -> str | None:
    """The kind of things with what befell them, else of people by what they are called, else of a lone participle."""
    said = frozenset(f for t in words for f in _forms(t))
    for kind, things in sorted(table.things.items()):
        named = [t for t in words if any(f in things for f in forms(t))]
        if named and any(p.kind == kind for p in _befell(parse, [t for t in words if t not in named], said, table)):
            return kind
    for kind in table.bare:
        if any(f in table.things[kind] for f in forms(words[-1])):
            return kind
    precise = sorted({p.kind for p in _befell(parse, words, said, table) if p.context})
    if len(precise) == 1:
        return precise[0]
    if not all(_of_people(t, table, known) or any(_befell(parse, [t], said, table)) for t in words):
        return None
    people = [k for t in words if (k := member_of(t, table)) is not None and load()[k].people]
    if people:
        return people[0]
    of_people = [p.kind for p in _called(parse, words, table) if load()[p.kind].people]
    if of_people:
        return of_people[0]
    befell = sorted({p.kind for p in _befell(parse, words, said, table)})
    return befell[0] if len(befell) == 1 else None


def _of_people(token: Token, table: Index, known: Words) -> bool:
    """Whether a label's word may stand beside those it names: "*Confirmed* deaths", "*Officers* injured", not "Dead
    *ends*"."""
    if token.pos in {"ADP", "DET", "ADV", "AUX", "PART", "CCONJ", "PUNCT"} or member_of(token, table) is not None:
        return True
    return any(f in known.labels or f in known.classes or f in known.generic for f in forms(token))


def _befell(parse: Parse, words: Iterable[Token], said: frozenset[str], table: Index) -> Iterator[Pattern]:
    """The patterns of the participles of a label; the further words must stand in it too."""
    triggers: tuple[Trigger, ...] = ("adjectives", "object_of", "subject_of", "deeds")
    for token in words:
        for trigger in triggers:
            for form in _forms(token):
                for pattern in table.by_word[trigger].get(form, ()):
                    near = all(said & alternatives for alternatives in pattern.context)
                    if near and not pattern.sentence and _told(parse, pattern):
                        yield pattern


def _called(parse: Parse, words: Iterable[Token], table: Index) -> Iterator[Pattern]:
    """The patterns of nouns that count people, whatever verb they ask for elsewhere: "Passengers", "Hostages"."""
    triggers: tuple[Trigger, ...] = ("whole", "nouns")
    for token in words:
        for trigger in triggers:
            for form in forms(token):
                yield from (p for p in table.by_word[trigger].get(form, ()) if not p.sentence and _told(parse, p))


def _told(parse: Parse, pattern: Pattern) -> bool:
    return all(spoken_of(parse) & alternatives for alternatives in pattern.article)


def _forms(token: Token) -> tuple[str, ...]:
    """What a participle is looked up by, whatever the tagger took it for in a line without a verb."""
    lower = token.lower
    cut = (lower[:-1], lower[:-2]) if lower.endswith("ed") else ()
    return (*forms(token), *cut)
