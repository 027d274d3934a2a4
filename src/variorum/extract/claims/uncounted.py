"""Number phrases that no event counted: sums of money said shortly, years, things counted twice, one family."""

from __future__ import annotations

import re

from variorum.extract.claims.words import Words, forms
from variorum.extract.quantities import NumberPhrase
from variorum.text.tree import Parse, Token

SAYING = frozenset(("say", "tell", "report", "add", "confirm", "announce", "state"))
TWICE = re.compile(
    r"(?:\s+[\w’'-]+){0,2}\s+(?:(?:had|have|has|was|were)\s+)?(?:been\s+)?(?:\w+ly\s+)?"
    r"(?:counted|listed|recorded|registered|included|reported)\s+(?:twice|double|more\s+than\s+once)\b",
    re.I,
)
"""What an older count went wrong by: "five bodies had been counted twice"."""
FOR = re.compile(r"\s+(?:for|to)\s+(?:each|every|those|the)\b", re.I)
"""Behind a sum of money whose currency stands with the sum before it: "100,000 for the badly injured"."""
SPAN_OF_YEARS = re.compile(r"\b(?:between|from)\s+$", re.I)
YEAR_END = re.compile(
    r"\s+(?:and|to|until|till|through)\s+(?:(?:last|this|the\s+(?:end|start|middle)|early|late|mid)\b|(?:1[5-9]|20)\d\d\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.I,
)
YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*(?:to|and|[-–])\s*)(?:1[5-9]|20)\d\d")
AGES = re.compile(
    r"\b(?:aged?|ages)\s+(?:(?:of|from|between)\s+)*(?:[a-z]+(?:-[a-z]+)?,?\s+(?:and|to|or)\s+)?$"
    r"|\b(?:brothers?|sisters?|boys?|girls?|m[ae]n|wom[ae]n|child(?:ren)?|twins?|sons?|daughters?)\s+of\s+"
    r"(?:[\w-]+\s+(?:and|to|or)\s+)?$",
    re.I,
)
"""Before ages in words: "between the ages of six and eleven", "brothers of seven and nine"."""
AGE_ENDS = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:and|to|or|who|was|were|had)\b", re.I)
FORCE = re.compile(
    r"(?<!by )(?<!by the )(?<!of )(?<!of the )\b(?:raiders|attackers|gunm[ae]n|militants"
    r"|rebels|insurgents|assailants|guerrillas|fighters|bandits|kidnappers)\b"
    r"[^.;]{0,30}\bnumber(?:ed|ing|s)?\s+(?:of\s+|at\s+)?$",
    re.I,
)
CLOCK = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
CLOCK_END = re.compile(r"\s+(?:to|and|until)\s+(?:[01]\d[0-5]\d|2[0-3][0-5]\d)\b", re.I)
ONE_OF = re.compile(r"\b(?:of|from)\s+(?:just\s+|only\s+|the\s+)?$", re.I)


def counts_nothing(parse: Parse, phrase: NumberPhrase, phrases: list[NumberPhrase], words: Words) -> bool:
    """Whether a number phrase in the role of a count counts nothing that an event did."""
    if TWICE.match(parse.text, phrase.core_end, parse.sentences[phrase.sentence].end):
        return True
    return (
        _is_age(parse, phrase)
        or _is_clock(parse, phrase)
        or _is_force(parse, phrase)
        or _is_year(parse, phrase)
        or _is_sum(parse, phrase, phrases)
        or _is_group(parse, phrase, words)
    )


def _is_age(parse: Parse, phrase: NumberPhrase) -> bool:
    """An age without its unit."""
    lead = parse.text[max(parse.sentences[phrase.sentence].start, phrase.start - 40) : phrase.start]
    return AGES.search(lead) is not None and AGE_ENDS.match(parse.text, phrase.core_end) is not None


def _is_year(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "Between 2015 and last year"."""
    text = parse.text[phrase.core_start : phrase.core_end]
    if YEARS.fullmatch(text):
        return True
    if len(text) != 4 or not text.isdigit() or not text.startswith(("15", "16", "17", "18", "19", "20")):
        return False
    lead = parse.text[max(0, phrase.core_start - 12) : phrase.core_start]
    return SPAN_OF_YEARS.search(lead) is not None and YEAR_END.match(parse.text, phrase.core_end) is not None


def _is_force(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "The raiders, thought to number about 150": how many came to do it."""
    return FORCE.search(parse.text, parse.sentences[phrase.sentence].start, phrase.start) is not None


def _is_clock(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "From 2200 to 0500"."""
    text = parse.text[phrase.core_start : phrase.core_end]
    if CLOCK.fullmatch(text) is None:
        return False
    lead = parse.text[max(0, phrase.core_start - 12) : phrase.core_start]
    until = SPAN_OF_YEARS.search(lead) and CLOCK_END.match(parse.text, phrase.core_end)
    return bool(until) or text.startswith("0")


def _is_sum(parse: Parse, phrase: NumberPhrase, phrases: list[NumberPhrase]) -> bool:
    """ "500,000 rupees for each of the dead, *100,000 for the badly injured*": money in one row with money."""
    if phrase.noun is not None and phrase.noun.i > phrase.number.i and phrase.noun.start <= phrase.core_end + 2:
        return False
    if FOR.match(parse.text, phrase.core_end) is None:
        return False
    before = [p for p in phrases if p.sentence == phrase.sentence and p.end <= phrase.start]
    for n in range(len(before) - 1, -1, -1):
        if before[n].role == "money":
            return True
        if FOR.match(parse.text, before[n].core_end) is None:
            return False
    return False


def _is_group(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """ "Seven members of *one family*": a group that others are of."""
    noun = phrase.noun
    if phrase.value.number != 1 or noun is None or not any(f in words.groups for f in forms(noun)):
        return False
    return ONE_OF.search(parse.text[max(0, phrase.start - 12) : phrase.start]) is not None


def reports(parse: Parse, anchor: Token) -> bool:
    """Whether those counted are who says it: "…, a charity and *two officials* said"."""
    token = anchor
    while token.relation == "conj" and (head := parse.head(token)) is not None and head.pos in {"NOUN", "PROPN"}:
        token = head
    verb = parse.head(token)
    return verb is not None and token.dep == "nsubj" and verb.lemma in SAYING and verb.i > anchor.i
