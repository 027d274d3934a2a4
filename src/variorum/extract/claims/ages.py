"""Numbers that are ages though no unit says so: in lists, behind names, beside "the youngest", in words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from variorum.extract.claims.words import Words
from variorum.extract.quantities import NumberPhrase
from variorum.model import Mention, Number
from variorum.text.tree import Parse

AGES = re.compile(
    r"(?:-?\s*(?:,\s*and|,|and|or|to|&)\s*\d{1,2}\b)*-?(?:\s*(?:,|and|or|to|&)\s*\d{1,2})?"
    r"[\s‐-―-]+(?:years?|months?)[\s‐-―-]+(?:olds?\b|of\s+age\b)",
    re.I,
)
"""What follows a number that is an age: "8- and 9-year-old", "13 and 17 years of age", "20–year–old"."""
AGED = re.compile(r"\b(?:youngest|oldest|eldest)\b[^.;,]{0,20}\b(?:is|was|being|at|only|just)\s+$", re.I)
AGES_BEFORE = re.compile(
    r"\b(?:aged?|ages|in\s+age)\s+(?:(?:of|from|between|about|around|ranging|were|are|was|is)\s+)*"
    r"(?:\d{1,3}\s*(?:,\s*and|,|and|or|to|through|&|-|–)\s*)*$",
    re.I,
)
"""What stands before one: "ages 22, 26 and 31", "between the ages of 23 and 61", "ranged in age from 20 to 44"."""
IN_TURN = re.compile(r"(?:\s*(?:,|and|&)\s*\d+)*,?\s+respectively\b", re.I)
WHO_WAS = re.compile(
    r"\b(?:who|he|she|victim|boy|girl|man|woman|teen|teenager|child|suspect|driver)\s+(?:is|was|turned)\s+(?:about\s+|only\s+|just\s+|barely\s+)?$",
    re.I,
)
BEHIND_WHO = re.compile(r"\s*(?:,|\.(?!\d)|;|\)|$|\s+(?:when|at\s+the\s+time)\b)", re.I)
APPOSED = re.compile(r"(?P<who>[^\W\d_][\w’'.-]*)[”\"’']?,\s+(?:also\s+|now\s+|then\s+|about\s+)?$")
OF_AGES = re.compile(
    r"\b(?P<lead>\w+)\s+(?:[a-z-]+\s+)?(?P<who>[a-z]+)\s+of\s+(?P<ages>(?:\d{1,2}(?:,\s+and\s+|,\s+|\s+and\s+))*)$",
    re.I,
)
"""Before ages that say who somebody is: "a lad *of 15*", "three men *of 24, 39 and 58*"."""
MORE_AGES = re.compile(r"(?:,\s*(?:and\s+)?|\s+and\s+)\d{1,2}\b")
ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "one", "another"))
BEHIND_PERSON = re.compile(r"\s+(?:was|were|is|are|had|has|have|who|died|dead|and|from|in|with)\b|\s*[,.;)]")
"""One person's age behind what the person is: "a farmer of 77 was found"."""
ANOTHER = re.compile(r"\b(?:one|another|others?)\s+$", re.I)
BEHIND_ANOTHER = re.compile(r"\s*(?:[,;)—–]|years\b)")
"""Ages of some told one by one: "one 31 years old, another 54, two more 40"."""
NAMED = re.compile(r"\s+(?:[A-Z][a-z’'-]+|[A-Z]\.)(?:\s+(?:[A-Z][A-Za-z’'-]+|[A-Z]\.)){1,3}\s+[a-z]")
"""One person's name, behind an age that ends a headline run into it: "kills man, *18* Ned Krull was found"."""
BEHIND_APPOSED = re.compile(r"\s*(?:[,;)]|\.(?:\s|$|\[)|\s+and\s+(?:the|his|her|an?)\b|—|–)")
OLDEST = 110
"""Years that one can have lived."""
PLACING = frozenset(("in", "at", "near", "from", "to", "on", "of", "for", "by"))
"""Prepositions by which a word before a comma is a place or a time with a count of its own: "in Tolv, 12"."""
WORDED = re.compile(
    r"\b(?:aged?|ages)\s+(?:(?:of|from|between)\s+)*(?:[a-z]+(?:-[a-z]+)?,?\s+(?:and|to|or)\s+)?$"
    r"|\b(?:brothers?|sisters?|boys?|girls?|m[ae]n|wom[ae]n|child(?:ren)?|twins?|sons?|daughters?)\s+of\s+"
    r"(?:[\w-]+\s+(?:and|to|or)\s+)?$",
    re.I,
)
"""Before ages in words: "between the ages of six and eleven", "brothers of seven and nine"."""
WORDED_END = re.compile(r"\s*(?:[,.;:)]|$)|\s+(?:and|to|or|who|was|were|had)\b", re.I)


OVER = re.compile(
    r"\b(?:most(?:ly)?|many|all|half|of\s+(?:them|whom))\s+(?:are\s+|were\s+)?(?:people\s+)?(?:over|under)\s+$", re.I
)
"""Before the age of a part: "most of them over 65"."""


UNDER = re.compile(r"\b(?:is|are|was|were|being|aged)\s+(?:all\s+|mostly\s+|both\s+)?(?:over|under)\s+$", re.I)


def is_age(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """Whether the number names persons by their age, and not how many they are."""
    return _in_digits(parse, phrase, words) or _in_words(parse, phrase)


def digits_of(parse: Parse, phrase: NumberPhrase) -> str:
    """The number as it stands, if in digits; else nothing."""
    text = parse.text[phrase.core_start : phrase.core_end]
    return text if text.isdigit() else ""


def _of_persons(before: str, after: str, words: Words) -> bool:
    """ "A lad of 15 was …", "three men of 24, 39 and 58": ages behind the word for who is that old."""
    match = OF_AGES.search(before)
    if match is None:
        return False
    who, lead = match.group("who").lower(), match.group("lead").lower()
    several = f"{who[:-3]}man" if who.endswith("men") else who.removesuffix("s")
    if who == several:
        return lead in ARTICLES and who in words.persons and who not in words.groups
    listed = bool(match.group("ages")) or MORE_AGES.match(after) is not None or BEHIND_PERSON.match(after) is not None
    return listed and several in words.persons


def _in_digits(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """An age in a list, behind a name or beside "the youngest": what names the persons, not how many they are."""
    sentence = parse.sentences[phrase.sentence]
    before = parse.text[max(sentence.start, phrase.core_start - 60) : phrase.core_start]
    after = parse.text[phrase.core_end : min(sentence.end, phrase.core_end + 60)]
    digits = digits_of(parse, phrase)
    if not digits:
        return AGES_BEFORE.search(before) is not None and phrase.value.modifier == "range"
    if (OVER.search(before) or UNDER.search(before)) and int(digits) <= OLDEST and BEHIND_APPOSED.match(after):
        return True
    if AGES.match(after) or AGED.search(before) or IN_TURN.match(after) or AGES_BEFORE.search(before):
        return True
    if int(digits) > OLDEST:
        return False
    if _of_persons(before, after, words):
        return True
    if ANOTHER.search(before) and BEHIND_ANOTHER.match(after):
        return True
    return bool(WHO_WAS.search(before) and BEHIND_WHO.match(after)) or _apposed(parse, phrase, before, after)


def _apposed(parse: Parse, phrase: NumberPhrase, before: str, after: str) -> bool:
    """ "his wife, 34, and …", "another, 18, was hit": between marks, behind a word that is no place."""
    match = APPOSED.search(before)
    if match is None or (BEHIND_APPOSED.match(after) is None and not _runs_on(parse, phrase, after)):
        return False
    at = phrase.core_start - len(before) + match.start("who")
    who = next((t for t in parse.tokens if t.start <= at < t.end), None)
    if who is None or who.pos not in {"NOUN", "PROPN", "PRON", "DET"} or who.tag in {"NNS", "NNPS"}:
        return False
    case = parse.child(who, "case")
    head = parse.head(who) if who.relation in {"flat", "compound"} else None
    case = case or (parse.child(head, "case") if head is not None else None)
    return case is None or case.lower not in PLACING or who.pos in {"NOUN", "PRON", "DET"}


def _runs_on(parse: Parse, phrase: NumberPhrase, after: str) -> bool:
    """Whether one person's name follows, with no noun that could be counted."""
    name = parse.tokens[phrase.number.i + 1 : phrase.number.i + 3]
    return NAMED.match(after) is not None and all(t.tag == "NNP" for t in name)


def _in_words(parse: Parse, phrase: NumberPhrase) -> bool:
    """An age without its unit."""
    lead = parse.text[max(parse.sentences[phrase.sentence].start, phrase.start - 40) : phrase.start]
    return WORDED.search(lead) is not None and WORDED_END.match(parse.text, phrase.core_end) is not None


AGED_BEFORE = re.compile(r"\b(\d{1,3})[\s-]+years?[\s-]+old\s+$")
AGED_AFTER = re.compile(r",\s+(\d{1,2})(?=\s*(?:,|\.|;|$))")


AGE = re.compile(
    r"\b(\d{1,3}|[a-z]{3,5})[\s-]+(?:year|month)s?[\s-]+old|,\s+(\d{1,2})(?=\s*(?:,|\.|\)|;|$|\s+of\b))|\((\d{1,2})\)"
    r"|(?<!\d)(?<!\bone)\s(?:of|aged)\s+(\d{1,2})\b(?![,.]\d|%)",
    re.I,
)
MONTHS = 12


def told_ages(text: str, start: int, end: int, units: Mapping[str, Number]) -> Iterator[tuple[int, int, bool]]:
    """The ages that a stretch of text tells, where, and whether "old" says so: "*14-year-old*", "*three-year-old*",
    ", 41,", "(41)", "of 41". `units`: the language's words for small numbers."""
    for match in AGE.finditer(text, start, end):
        word = next(g for g in match.groups() if g).lower()
        number = int(word) if word.isdigit() else units.get(word)
        if number is not None:
            age = int(number)
            months = "month" in match.group().lower()
            yield age // MONTHS if months else age, match.start(), match.group(1) is not None


def ages_by_name(parse: Parse, mentions: Iterable[Mention]) -> dict[str, int]:
    """The one age that the article gives each name."""
    found: dict[str, set[int]] = {}
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        lead, tail = parse.text[max(0, start - 14) : start], parse.text[end : end + 8]
        match = AGED_BEFORE.search(lead) or AGED_AFTER.match(tail)
        if match is not None:
            found.setdefault(mention.name, set()).add(int(match.group(1)))
    return {name: ages.pop() for name, ages in found.items() if len(ages) == 1}
