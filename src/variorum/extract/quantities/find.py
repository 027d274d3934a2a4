"""All quantities of an article (`variorum quantities`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import groupby

import msgspec

from variorum.extract.quantities.amounts import Amount, read_amounts
from variorum.extract.quantities.dates import is_date, settled
from variorum.extract.quantities.hedges import bounds, hedged
from variorum.extract.quantities.lexer import scan
from variorum.extract.quantities.phrase import NumberPhrase
from variorum.extract.quantities.trend import REACH, trend_of
from variorum.lang.base import read
from variorum.lang.units import Units
from variorum.model import Article, Modifier, Quantity, Value
from variorum.text.tree import Parse, Sentence, Token

NO_AMOUNT = frozenset({"date", "time", "label", "ordinal"})
"""What a number without a unit may be that is no amount."""

PRONOUN = re.compile(r"(?:no|not|each|every|this|that|the|which|any|some|another)\s$", re.I)
DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "VERB"})
MODAL = re.compile(r"\s(?:can|could|must|should|may|might|would|will|cannot|does|has to|need)\b", re.I)
PAIRED = re.compile(r"-(?:on|to|off|sided|way|another)\b", re.I)
CODE_BEFORE = re.compile(r"[^\W_][-/:]$|#$|(?<!\d)0\d{2,4}[ )-]+$|\+\d{1,3}(?:[ ()-]{1,2}\d{1,5}){0,4}[ ()-]{1,2}$")
CLOCK = re.compile(r"\b\d{1,2}:$")
"""The hours before minutes: "2:30 hours"."""
SCALED = re.compile(r"\b(?:magnitude|force)-$", re.I)
"""A scale before its reading: "a magnitude-6 quake"."""
CODE_AFTER = re.compile(r"[^\W\d_]|[/:]\d|-\d|\.\w|['’]s?\b|-something\b")
DASHED = re.compile(r"\d+[-–]\d+")
MODEL = re.compile(r"\b(?:[A-Z][A-Z&]+|[a-z]+[A-Z]\w*)\s$")
"""A name that a number may belong to: "FTSE 100", "iPhone 11"."""
CAPITAL = re.compile(r"\b[A-Z][\w’']+(?:\s+of)?[\s-]+$")
AGAIN = re.compile(r",?\s(?:or(?:\s\w+)?\s|\()")
ODD = re.compile(r"-(?:odd|strong|plus)\b", re.I)
"""A hedge, no part of what is counted: "20-odd boats"."""
LONG = re.compile(r"\d{10,}")
"""Ten digits and more without groups: an identifier."""
SIZED = re.compile(r" [a-z0-9]+-$")
"""The number of a hyphened size: "five of the three-ton trucks"."""
CODE_BEHIND = re.compile(r"\d{4,}\s(?:[a-z]\d{2,}|[A-Z]{1,2}-\d{2,4})\b")
"""A part's number and its letters: "24181 K-310"."""
LISTED = re.compile(r"\s?\)")
"""A list's number: "1) the roof"."""


def find_quantities(article: Article, parse: Parse, number_phrases: list[NumberPhrase]) -> tuple[Quantity, ...]:
    """Every amount with its hedge, bounds, unit, noun and trend, in text order.

    Dates, times of day, ordinals, labels and telephone numbers are no amounts, nor are words without a number
    ("several", "many"). A span holds number and unit, not the hedge; `value.stated` holds the hedge too. The number of
    a vague plural is the scale it names ("dozens" 12), its `low` the least it can mean.
    """
    language = article.language
    phrases = {p.core_start: p for p in number_phrases}
    found: list[Quantity] = []
    for section in _sections(parse):
        start, end = section[0].start, section[-1].end
        lexemes = [
            msgspec.structs.replace(x, start=x.start + start, end=x.end + start)
            for x in scan(parse.text[start:end], language)
            if x.number is not None or x.names is not None
        ]
        n = 0
        for amount in read_amounts(parse.text, start, end, lexemes, language):
            while section[n].end < amount.core_end and n + 1 < len(section):
                n += 1
            phrase = phrases.get(amount.core_start)
            if _is_amount(parse, start, amount, phrase, language):
                quantity = _quantity(article, parse, section[n], amount, phrase)
                found.append(_restated(parse.text, found[-1] if found else None, quantity, amount))
    return tuple(found)


def _restated(text: str, last: Quantity | None, quantity: Quantity, amount: Amount) -> Quantity:
    """A change told again in another unit keeps its direction: "fell 340 points, or 1.2%"."""
    if last is None or last.trend is None or quantity.trend is not None or amount.unit is None:
        return quantity
    if not AGAIN.fullmatch(text, last.span.end, amount.start):
        return quantity
    return msgspec.structs.replace(quantity, trend=last.trend)


def _sections(parse: Parse) -> list[list[Sentence]]:
    """The sentences of each section: a wrong sentence end ("Sept. 30") must not part a number from its words."""
    return [list(group) for _, group in groupby(parse.sentences, key=lambda s: s.section)]


def _is_amount(parse: Parse, floor: int, amount: Amount, phrase: NumberPhrase | None, language: str) -> bool:
    """Whether the number is an amount of something."""
    lead = parse.text[max(floor, amount.start - 24) : amount.start]
    tail = parse.text[amount.core_end : amount.core_end + 24].partition("\n")[0]
    if amount.first.ordinal:
        return False
    if amount.first.vague and lead.endswith("per "):
        return False
    if amount.first.digits and CLOCK.search(lead):
        return False
    height = amount.unit is not None and amount.unit.name == "inch" and lead.endswith("-")
    if amount.first.digits and not height and CODE_BEFORE.search(lead) and amount.end - amount.core_end <= 2:
        return SCALED.search(lead) is not None
    if CODE_BEHIND.match(parse.text, amount.core_start):
        return False
    if amount.unit is not None:
        return True
    if amount.first.digits and (CODE_AFTER.match(tail) or (LISTED.match(tail) and "(" not in lead)):
        return False
    if amount.ranged and DASHED.fullmatch(parse.text[amount.core_start : amount.core_end]):
        return _thing(parse, amount) and not (phrase is not None and phrase.role in NO_AMOUNT)
    if amount.first.digits and LONG.fullmatch(parse.text, amount.core_start, amount.core_end):
        return False
    if is_date(lead, tail, amount, language):
        return False
    if phrase is not None and phrase.role in NO_AMOUNT and not (phrase.role == "date" and settled(amount)):
        return False
    if _named(parse, lead, amount):
        return False
    return not _pronoun(parse.text, floor, amount, phrase)


def _named(parse: Parse, lead: str, amount: Amount) -> bool:
    """A number in a name: "FTSE 100", "Boeing 737 Max", "Formula One", "Group of Seven"."""
    text, start = parse.text, amount.core_start
    if amount.first.digits:
        if MODEL.search(lead):
            return not _thing(parse, amount)
        return (
            CAPITAL.search(lead) is not None and re.match(r" [A-Z][a-z]", text[amount.end : amount.end + 3]) is not None
        )
    return text[start].isupper() and not text[start : start + 2].isupper() and CAPITAL.search(lead) is not None


def _thing(parse: Parse, amount: Amount) -> bool:
    """Whether a word that can be counted follows: "10-12 boats", but not a score or a telephone number."""
    return re.match(r" (?:[a-z]+ )?(?:[a-z]{3,}s|people)\b", parse.text[amount.end : amount.end + 24]) is not None


def _pronoun(text: str, floor: int, amount: Amount, phrase: NumberPhrase | None) -> bool:
    """ "no one", "this one", "one another", "the one": a pronoun, not a number."""
    if text[amount.core_start : amount.core_end].lower() != "one":
        return False
    tail = text[amount.core_end : amount.core_end + 12]
    if re.match(r"\s(?:another|by one)\b", tail) or MODAL.match(tail) or PAIRED.match(tail):
        return True
    lead = text[max(floor, amount.core_start - 10) : amount.core_start]
    if lead.lower().endswith("for ") and tail.startswith(","):
        return True
    if lead.lower().endswith("not ") and tail.startswith(" of "):
        return True
    return PRONOUN.search(lead) is not None and (phrase is None or phrase.noun is None)


def _quantity(
    article: Article, parse: Parse, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None
) -> Quantity:
    noun = phrase.noun if phrase is not None else None
    unit = (
        amount.unit_name
        or _age(article, parse, sentence, amount, phrase)
        or _counted(parse, sentence, amount, noun, article.language)
    )
    lead = parse.text[max(sentence.start, amount.start - REACH) : amount.start]
    tail = parse.text[amount.end : min(sentence.end, amount.end + REACH)]
    money = amount.unit is not None and amount.unit.money
    return Quantity(
        span=article.span(amount.start, amount.end),
        value=_value(article, parse, sentence, amount),
        unit=unit,
        noun=noun.lemma if noun is not None else None,
        trend=trend_of(lead, tail, amount.unit_name, article.language, money=money),
    )


def _value(article: Article, parse: Parse, sentence: Sentence, amount: Amount) -> Value:
    """The amount with its hedge."""
    lasting = amount.unit_name in read(article.language, "units", Units).times
    modifier, start, end = hedged(parse.text, sentence, amount.start, amount.end, article.language, lasting=lasting)
    stated = parse.text[start:end]
    if amount.ranged:
        return Value(stated, amount.number, amount.low, amount.high, "range")
    assert amount.number is not None
    if amount.first.vague:
        return Value(stated, amount.number, amount.first.low, None, "vague")
    word: Modifier = modifier or ("about" if amount.first.blur else "exactly")
    low, high = (
        bounds(amount.number, word, counted=amount.unit is None)
        if amount.number >= 0
        else (amount.number, amount.number)
    )
    return Value(stated, amount.number, low, high, word)


def _age(article: Article, parse: Parse, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None) -> str | None:
    """The unit of a bare age: "aged 34", "Ana Weld, 34,"."""
    aged = read(article.language, "units", Units).aged
    before = re.findall(r"[a-z]+", parse.text[max(sentence.start, amount.start - 24) : amount.start].lower())[-2:]
    after = parse.text[amount.end : amount.end + 6].strip().lower().split(" ")[0]
    if after in read(article.language, "units", Units).aged_after:
        return "year of age"
    if (phrase is not None and phrase.role == "age" and amount.first.digits) or (
        before and (before[-1] in aged or before == ["age", "of"])
    ):
        return "year of age"
    return None


def _counted(parse: Parse, sentence: Sentence, amount: Amount, noun: Token | None, language: str) -> str | None:
    """What is counted: the noun with the adjectives and nouns between the number and it ("empty house")."""
    data = read(language, "units", Units)
    bounding, uncounted = data.bounding, data.uncounted
    if noun is not None and noun.start < amount.core_start:
        if noun.lemma.lower() not in bounding and parse.text[amount.end : amount.end + 1] != "-":
            return noun.lemma.lower()
        noun = None
    if noun is not None and noun.lower in uncounted:
        noun = None
    odd = ODD.match(parse.text, amount.end)
    end = odd.end() if odd else amount.end
    first = max(sentence.first, bisect_left(parse.tokens, end, key=lambda t: t.start))
    following = list(parse.tokens[first : min(sentence.last, first + 8)])
    if noun is not None and not any(t.i < noun.i and _apart(parse, t) for t in following):
        lead = [t for t in following if t.i < noun.i and t.pos in DESCRIBING and noun.i - t.i <= 4]
        return _named_thing(parse.text, end, [*lead, noun])
    if following and following[0].lower == "of":
        following = [t for t in following[1:6] if t.pos not in {"DET", "NUM", "PUNCT"}]
    run: list[Token] = []
    for token in following[:4]:
        if token.pos not in {"ADJ", "NOUN"} or token.lower in bounding:
            break
        run.append(token)
    while run and (run[-1].pos != "NOUN" or run[-1].lower in uncounted):
        run.pop()
    return _named_thing(parse.text, end, run) if run else None


def _apart(parse: Parse, number: Token) -> bool:
    """Whether a token is another number with a noun of its own: no part of a hyphened word nor of a list
    ("two and three points")."""
    text = parse.text
    if number.pos != "NUM" or "-" in {text[number.end : number.end + 1], text[number.start - 1 : number.start]}:
        return False
    before = parse.tokens[number.i - 1]
    return before.pos != "NUM" and before.lower not in {"and", "or", "to", ","}


def _named_thing(text: str, floor: int, words: list[Token]) -> str:
    """The lemmas of the words from `floor` on, what hyphens join kept ("mud-brick house", "three-ton truck")."""
    said = ""
    for token in words:
        size = SIZED.search(text, max(floor, token.start - 16), token.start)
        joined = text[token.start - 1 : token.start] == "-" and said != ""
        inner = token is not words[-1] and (joined or size or text[token.end : token.end + 1] == "-")
        form = token.lower if inner or token.pos == "VERB" else token.lemma
        said += ("-" if joined else size.group() if size else " ") + form.lower()
    return said.strip()
