"""All quantities of an article (`variorum quantities`)."""

from __future__ import annotations

import re

import msgspec

from variorum.extract.quantities.amounts import Amount, read_amounts
from variorum.extract.quantities.hedges import bounds, hedged
from variorum.extract.quantities.lexer import scan
from variorum.extract.quantities.phrase import NumberPhrase, find_phrases
from variorum.extract.quantities.trend import trend_of
from variorum.lang.base import read
from variorum.lang.units import Units
from variorum.model import Article, Modifier, Quantity, Value
from variorum.text.tree import Parse, Sentence, Token

NO_AMOUNT = frozenset({"date", "time", "label", "ordinal"})
"""What a number without a unit may be that is no amount."""

YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
PRONOUN = re.compile(r"(?:no|each|every|this|that|the|which|any|some|another)\s$", re.I)
INSIDE = re.compile(r"[\w/:-]")


def find_quantities(article: Article, parse: Parse) -> tuple[Quantity, ...]:
    """Every amount with its hedge, bounds, unit, noun and trend, in text order.

    Dates, times of day, ordinals, labels and telephone numbers are no amounts, nor are words without a number
    ("several", "many"). A span holds number and unit, not the hedge; `value.stated` holds the hedge too. The number of
    a vague plural is the scale it names ("dozens" 12), its `low` the least it can mean.
    """
    language = article.language
    phrases = {p.core_start: p for p in find_phrases(parse, language)}
    found = []
    for sentence in parse.sentences:
        text = parse.text[sentence.start : sentence.end]
        lexemes = [
            msgspec.structs.replace(x, start=x.start + sentence.start, end=x.end + sentence.start)
            for x in scan(text, language)
            if x.number is not None or x.names is not None
        ]
        for amount in read_amounts(parse.text, sentence.start, sentence.end, lexemes, language):
            phrase = phrases.get(amount.core_start)
            if _is_amount(parse, sentence, amount, phrase):
                found.append(_quantity(article, parse, sentence, amount, phrase))
    return tuple(found)


def _is_amount(parse: Parse, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None) -> bool:
    """Whether the number is an amount of something."""
    text, stop = parse.text, amount.core_end
    if amount.first.ordinal:
        return False
    if amount.unit is not None:
        return not (amount.unit.name == "count" and amount.number is None and not amount.ranged)
    if amount.first.digits and (text[stop : stop + 1].isalpha() or re.match(r"[/:]\d|\.\w", text[stop : stop + 2])):
        return False
    if amount.first.digits and re.search(r"[\w#][-/:]$|[#]$", text[max(sentence.start, amount.start - 2) : amount.start]):
        return False
    if phrase is not None and phrase.role in NO_AMOUNT:
        return False
    return not _pronoun(text, sentence, amount, phrase)


def _pronoun(text: str, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None) -> bool:
    """ "no one", "this one", "one another", "the one": a pronoun, not a number."""
    if text[amount.core_start : amount.core_end].lower() != "one":
        return False
    if re.match(r"\s(?:another|by one)\b", text[amount.core_end : amount.core_end + 9]):
        return True
    lead = text[max(sentence.start, amount.core_start - 10) : amount.core_start]
    return PRONOUN.search(lead) is not None and (phrase is None or phrase.noun is None)


def _quantity(
    article: Article, parse: Parse, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None
) -> Quantity:
    noun = phrase.noun if phrase is not None else None
    unit = amount.unit_name or _age(article, parse, sentence, amount, phrase) or _counted(parse, amount, noun)
    lead, tail = parse.text[sentence.start : amount.start], parse.text[amount.end : sentence.end]
    money = amount.unit is not None and amount.unit.money
    return Quantity(
        span=article.span(amount.start, amount.end),
        value=_value(article, parse, sentence, amount),
        unit=unit,
        noun=noun.lemma if noun is not None else None,
        trend=trend_of(lead, tail, amount.unit_name, money=money),
    )


def _value(article: Article, parse: Parse, sentence: Sentence, amount: Amount) -> Value:
    """The amount with its hedge."""
    modifier, start, end = hedged(parse.text, sentence, amount.start, amount.end, article.language, amount.unit_name)
    stated = parse.text[start:end]
    if amount.ranged:
        return Value(stated, amount.number, amount.low, amount.high, "range")
    assert amount.number is not None
    if amount.first.vague:
        return Value(stated, amount.number, amount.first.low, None, "vague")
    word: Modifier = modifier or ("about" if amount.first.blur else "exactly")
    low, high = bounds(amount.number, word) if amount.number >= 0 else (amount.number, amount.number)
    return Value(stated, amount.number, low, high, word)


def _age(
    article: Article, parse: Parse, sentence: Sentence, amount: Amount, phrase: NumberPhrase | None
) -> str | None:
    """The unit of a bare age: "aged 34", "Ana Weld, 34,"."""
    aged = read(article.language, "units", Units).aged
    before = re.findall(r"[a-z]+", parse.text[max(sentence.start, amount.start - 24) : amount.start].lower())[-2:]
    if phrase is not None and phrase.role == "age" or before and (before[-1] in aged or before == ["age", "of"]):
        return "year of age"
    return None


def _counted(parse: Parse, amount: Amount, noun: Token | None) -> str | None:
    """What is counted: the noun with the adjectives and nouns between the number and it ("empty house")."""
    if noun is None:
        return None
    if noun.start < amount.end:
        return noun.lemma.lower()
    words = [t for t in parse.tokens_between(amount.end, noun.end) if t.pos in {"ADJ", "NOUN", "PROPN", "VERB"}]
    lead = [t for t in words if t is not noun and noun.i - t.i <= 4]
    return " ".join([*(t.lemma.lower() for t in lead), noun.lemma.lower()])
