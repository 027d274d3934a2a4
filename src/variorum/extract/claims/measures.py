"""Measured claims: the magnitude of a quake, the speed of wind, the height of water, money lost or given.

An amount of the right unit is one when a cue of `kinds/*.toml` stands beside it in its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims.context import spoken_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.mood import NOT
from variorum.extract.claims.place import where
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words, forms, words
from variorum.kinds.base import Kind, load
from variorum.kinds.measures import SCALE, converted, factor
from variorum.kinds.patterns import MARKS
from variorum.lang.base import read
from variorum.lang.units import Units
from variorum.model import Article, Claim, Mention, Number, Quantity, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token

REACH = 9
"""Tokens between an amount and its cue."""
CLOSE = 4
"""The same for magnitudes, whose amounts have no unit to tell them."""
EACH = re.compile(
    r"(?:\s*\([^)]{1,20}\)|\))?\s*,?\s*(?:(?:in|as)\s+(?:\w+\s+){1,2})?(?:(?:for|to)\s+each|per|each|every|apiece"
    r"|a\s+(?:day|week|month|year|head|person)|(?:for|to)\s+(?:the\s+)?(?:next\s+of\s+kin|kin|heirs"
    r"|(?:bereaved\s+)?famil(?:y|ies)\s+of\s+(?:each|every|(?:the|those)\s+(?:deceased|dead|killed|victims))))\b",
    re.I,
)
FROM = re.compile(r"\bfrom\s+$", re.I)
TO = re.compile(r"\s+to\s+")
STOPS = frozenset(";")
COMMITTED = frozenset(("will", "shall", "would"))


class Cue(Struct, frozen=True):
    """Alternatives of the word beside the amount, of each further word of the sentence and of the article (`topics`);
    `unless`: words that the sentence must lack."""

    kind: Kind
    word: frozenset[str]
    others: tuple[frozenset[str], ...]
    topics: tuple[frozenset[str], ...]
    unless: frozenset[str]


@cache
def _cues(language: str) -> tuple[Cue, ...]:
    found = []
    for kind in load().values():
        if kind.measure is None or language not in kind.triggers:
            continue
        for text in kind.triggers[language].cues:
            first, *rest = text.split(" ")
            others = tuple(frozenset(r.split("|")) for r in rest if r[0] not in MARKS)
            topics = tuple(frozenset(r[1:].split("|")) for r in rest if r[0] == "^")
            unless = frozenset(w for r in rest if r[0] == "!" for w in r[1:].split("|"))
            found.append(Cue(kind, frozenset(first.split("|")), others, topics, unless))
    return tuple(found)


@cache
def _money(language: str) -> frozenset[str]:
    """The last words of currencies' names: a nation may stand before them."""
    return frozenset(c.name.split()[-1] for c in read(language, "units", Units).currencies)


@cache
def _measured(language: str) -> frozenset[str]:
    data = read(language, "units", Units)
    return frozenset(u.name for u in (*data.units, *data.currencies))


def find_measures(
    article: Article,
    parse: Parse,
    quantities: tuple[Quantity, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
) -> tuple[Claim, ...]:
    """The measured claims of an article in text order, without attribution."""
    table = words(article.language)
    found = []
    for quantity in quantities:
        amount = _amount(parse, quantity)
        if amount is None or EACH.match(parse.text, quantity.span.end):
            continue
        if _moved(parse, amount, table):
            quantity = replace(quantity, value=_newer(quantity.value))
        best = _nearest(parse, amount, quantity, article.language)
        if best is not None and _stated(parse, amount, best[1], best[0], table):
            found.append(_claim(article, parse, quantity, amount, best, mentions, times, table))
    return tuple(found)


def _amount(parse: Parse, quantity: Quantity) -> Counted | None:
    """The quantity in its place in the tree."""
    start, end = quantity.span.start, quantity.span.end
    first = bisect_right(parse.tokens, start, key=lambda t: t.end)
    tokens = parse.tokens[first : bisect_left(parse.tokens, end, key=lambda t: t.start)]
    if not tokens:
        return None
    number = next((t for t in tokens if t.tag == "CD" or t.pos == "NUM"), tokens[0])
    inside = {t.i for t in tokens}
    anchor = next((t for t in tokens if t.head not in inside), number)
    return Counted(start, end, start, end, quantity.value, number.sentence, number, anchor, None)


def _moved(parse: Parse, amount: Counted, table: Words) -> bool:
    """Whether the two ends are an older and a newer value: "was *revised* from 6.2 to 6.4"."""
    if amount.value.modifier != "range" or FROM.search(parse.text[max(0, amount.start - 6) : amount.start]) is None:
        return False
    moving = table.to | table.corrections
    return any(t.lemma in moving for t in parse.ancestors(amount.anchor))


def _newer(value: Value) -> Value:
    return Value(value.stated, value.high, value.high, value.high, "exactly")


@cache
def _cued(language: str) -> dict[str, Kind]:
    return {cue.kind.name: cue.kind for cue in _cues(language)}


def _nearest(parse: Parse, amount: Counted, quantity: Quantity, language: str) -> tuple[Kind, Token] | None:
    """The kind whose cue stands nearest, and the cue's word."""
    fit = {name for name, kind in _cued(language).items() if _unit_fits(kind, quantity, language)}
    cues = [cue for cue in _cues(language) if cue.kind.name in fit]
    if not cues:
        return None
    sentence = parse.sentences[amount.sentence]
    around = list(parse.tokens_of(sentence))
    known = {t.i: frozenset((*forms(t), *t.lower.split("-"))) for t in around}
    inside = [t.i for t in around if t.start < amount.end and t.end > amount.start]
    best: tuple[tuple[int, int, str], tuple[Kind, Token]] | None = None
    here = frozenset().union(*known.values())
    for cue in cues:
        if cue.word.isdisjoint(here) or not cue.unless.isdisjoint(here):
            continue
        if not all(spoken_of(parse) & t for t in cue.topics):
            continue
        reach = CLOSE if cue.kind.measure == "scale" else REACH
        for token in around:
            gap = min(abs(token.i - inside[0]), abs(token.i - inside[-1]))
            if not known[token.i] & cue.word or gap > reach or _parted(parse, token, inside):
                continue
            if all(any(known[t.i] & other for t in around) for other in cue.others):
                rank = (gap, token.i, cue.kind.name)
                if best is None or rank < best[0]:
                    best = rank, (cue.kind, token)
    return best[1] if best is not None else None


def _parted(parse: Parse, token: Token, inside: list[int]) -> bool:
    """Whether another number, or a mark that ends a clause, stands between the cue and the amount."""
    first, last = (token.i + 1, inside[0]) if token.i < inside[0] else (inside[-1] + 1, token.i)
    between = [t.lower for t in parse.tokens[first:last]]
    if token.i < inside[0] and between[-1:] == ["to"] and "from" in between[-5:]:  # "from 6.2 to 6.4"
        last = first + len(between) - 1 - between[::-1].index("from")
    return any(t.tag == "CD" or t.text in STOPS for t in parse.tokens[first:last])


def _unit_fits(kind: Kind, quantity: Quantity, language: str) -> bool:
    value = quantity.value
    if kind.measure == "scale":
        numbers = [n for n in (value.number, value.low, value.high) if n is not None]
        bare = quantity.unit is None or quantity.unit not in _measured(language)
        return bare and bool(numbers) and all(SCALE[0] <= n < SCALE[1] for n in numbers) and _digits(quantity)
    if quantity.unit is None or kind.measure is None:
        return False
    if kind.measure == "money":
        return quantity.unit.split()[-1] in _money(language)
    return factor(kind.measure, quantity.unit) is not None


def _digits(quantity: Quantity) -> bool:
    return quantity.span.text[:1].isdigit()


def _stated(parse: Parse, amount: Counted, cue: Token, kind: Kind, table: Words) -> bool:
    """Whether it is told as a fact: no modal, condition or denial at the verbs above; a promise of aid is one."""
    allowed = COMMITTED if kind.measure == "money" and kind.course == "rises" else frozenset()
    chain = [*list(parse.ancestors(amount.anchor))[:3], *list(parse.ancestors(cue))[:2], amount.anchor]
    for verb in (t for t in chain if t.pos in {"VERB", "AUX", "ADJ", "NOUN"}):
        near = [c.lower for c in parse.children(verb, "aux", "mark", "advmod")]
        if any((w in table.modals and w not in allowed) or w in table.unreal or w in NOT for w in near):
            return False
        if verb.lemma in table.foreseen:
            return False
    return parse.text[parse.sentences[amount.sentence].end - 1] != "?"


def _value(quantity: Quantity, kind: Kind) -> Value:
    """In the kind's unit. A converted number is as near as its rounding: "about", where it was stated exactly."""
    value = quantity.value
    by = factor(kind.measure, quantity.unit) if kind.measure and quantity.unit else None
    if by is None or by == 1:
        return value

    def turned(number: Number | None) -> Number | None:
        return None if number is None else converted(number, by)

    modifier = "about" if value.modifier == "exactly" else value.modifier
    return replace(
        value, number=turned(value.number), low=turned(value.low), high=turned(value.high), modifier=modifier
    )


def _claim(
    article: Article,
    parse: Parse,
    quantity: Quantity,
    amount: Counted,
    best: tuple[Kind, Token],
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    table: Words,
) -> Claim:
    kind, cue = best
    placing = place_in_time(parse, article, amount, times, table)
    part = _part(parse, amount, kind, article.language)
    start, end = min(amount.start, cue.start), max(amount.end, cue.end)
    unit = (quantity.unit or kind.unit) if kind.measure == "money" else kind.unit
    value = _value(quantity, kind)
    return Claim(
        id=content_id("c", article.id, kind.name, amount.core_start, amount.core_end),
        kind=kind.name,
        value=value,
        unit=unit,
        span=article.span(start, end),
        subset=part,
        rate=placing.rate,
        scope=placing.scope,
        place=where(parse, amount, kind.name, mentions, table).place if kind.measure != "scale" else None,
        section=parse.sentences[amount.sentence].kind,
        earlier=_is_older(parse, amount, table),
        partial=kind.measure == "money" and kind.course == "rises",
        why=(
            f"number: “{value.stated}” read as {value.number} {unit} ({value.modifier})",
            f"kind {kind.name}: “{cue.text}” beside the amount",
            f"scope: {placing.why}",
        ),
    )


def _is_older(parse: Parse, amount: Counted, table: Words) -> bool:
    """ "Revised the magnitude *from 6.2* to 6.4", "up from 3.1 metres"."""
    before = table.earlier_before.search(parse.text[parse.sentences[amount.sentence].start : amount.start])
    if before is None:
        return False
    return not before.group().lower().startswith("from") or TO.match(parse.text, amount.end) is not None


def _part(parse: Parse, amount: Counted, kind: Kind, language: str) -> str | None:
    """The word that makes the amount a part's or a follower's ("aftershock")."""
    parts = kind.triggers[language].parts
    for token in parse.tokens_of(parse.sentences[amount.sentence]):
        near = (
            abs(token.i - amount.number.i) <= REACH or OF_THEM.search(parse.text, token.end, amount.start) is not None
        )
        if near and any(f in parts for f in forms(token)):
            return token.text
    return None


OF_THEM = re.compile(r"\bthe\s+(?:strongest|largest|biggest|most\s+powerful|heaviest)\s+of\b", re.I)
"""Between those that followed and the amount of one: "46 aftershocks, *the strongest of* magnitude 5.1"."""
