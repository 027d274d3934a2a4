"""What a number is: a count, or an age, a date, a time, money, a measure, a percentage, a label."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from variorum.extract.quantities.lexer import Lexeme
from variorum.kinds.patterns import index
from variorum.lang.base import read
from variorum.lang.measures import Measures
from variorum.model import Number
from variorum.text.tree import Parse, Sentence, Token

Role = Literal[
    "count", "age", "date", "time", "money", "measure", "percent", "duration", "label", "ordinal", "fraction"
]

AROUND = 200
"""Characters looked at on either side of a number; keeps the time linear in a sentence's length."""

LAST_WORD = re.compile(r"[\s-]*([\w.$€£¥₹₽₴₺₪₩]+)")
"""The last word of a text that is read backwards: sought from its front, every word before it is tried in vain."""
YEAR = range(1500, 2101)
YEAR_LEAD = re.compile(
    r"(?:\b(?:in|of|since|by|from|to|until|till|before|after|during|year|early|late|mid|and)|[-–,])\s*$", re.I
)
APPOSED = re.compile(r"[\w.’'-]\s*[,(]\s*$")
CLOSING = re.compile(r"\s*(?:[,).;]|$)")
UNDER = re.compile(
    r"\b(?:children|kids|boys|girls|pupils|youths?|those|people|minors|women|men|anyone)\s+"
    r"(?:aged\s+)?(?:under|over|below|above|(?:younger|older)\s+than)\s*$",
    re.I,
)
SOMEBODY = re.compile(r"\b(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?!number)[a-z]+(?:er|or|ist|man|ant|ian|ee)\s+of\s*$", re.I)
"""A person by trade whose "of N" is an age: "a beekeeper of 71"."""
EACH = re.compile(r"\s+(?:for|per|to)\s+(?:each|every)\b|\s+(?:apiece|each)\b", re.I)
COMPARED = re.compile(r"\s+(?:more|fewer|less|higher|lower)\s+than\b", re.I)
AGE_AFTER = re.compile(r"[\s-]*(?:years?[\s-]*old|y/?o)\b", re.I)
AGED = re.compile(r"\bage of\s*$|\b(?:is|are|was|were|be|being)\s+(?:\w+\s+)?(?:older|younger)\s+than\s*$", re.I)
BRACKETED = re.compile(r"\(\s*[A-Za-z]{1,6}(?:/[A-Za-z]{1,6})*\s*,\s*$")
"""A description in brackets before an age: "(w/m, 46)"."""
AGES = re.compile(r"\bage[sd]\s+(?:(?:from|between)\s+)?(?:\d{1,3}(?:,|\s|and|to|-)+)*$", re.I)
DESCRIBED = re.compile(
    r"\b(?:man|woman|boy|girl|victim|teen|teenager|suspect|male|female|son|daughter|brother|sister|student|driver|officer|person|child|toddler|infant|baby|kid|cousin|friend|also)"
    r"\s*[,(]\s*$",
    re.I,
)
"""A described person before an apposed number: "the man, 28, later died"."""
SOMEONE = re.compile(r"\b(?i:an?|another|his|her|their)\s+(?:[\w’'-]+\s+){0,3}[a-z’'-]{3,}\s*,\s*$")
"""Anything single before a number between commas, which is an age: "a neighbor, 67, was taken to a hospital"."""
NAMED = re.compile(r"(?<!\bin\s)(?<!\bat\s)(?<!\bnear\s)\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+,\s*$")
NAMED_END = re.compile(r"\s*,\s+(?:who|was|were|is|has|had|died|shot|killed|told|said)\b|\s*\((?=[a-z])")
"""A full name before an age, also in letters or before a bracket: "Bela Orsk, four, was …", "Ana Weld, 69 (nurse)"."""
SEVERAL = re.compile(
    r"\b(?:men|women|boys|girls|victims|teens|teenagers|suspects|males|females|sons|daughters|brothers|sisters|students"
    r"|children|kids|others|cousins|friends|residents|youths)\s*[,(—–-]+\s*(?:(?:ages|aged)\s+)?(?:\d{1,3},?\s+(?:and\s+)?)*$",
    re.I,
)
"""Described persons before their ages: "her sons, 7 and 8,"."""
EXTREME = re.compile(r"\b(?:youngest|oldest|eldest)\s+(?:(?:was|is|being|aged|just|only)\s+)*$", re.I)
"""Before an age: "the youngest 79 and the oldest 101"."""
COUPLE = re.compile(r"[A-Z][\w’'-]+\s+and\s+(?:[A-Z][\w’'-]+\s?){1,3},\s+(?:\d{1,3}\s+and\s+)?$")
COUPLE_END = re.compile(r"\s+and\s+\d{1,3}\s*(?:[,;.)]|$)|\s*(?:[,;.)]|$)")
"""Ages behind two names: "Ann and Bob Wick, 94 and 92, were …"."""
SPREAD = re.compile(
    r"(?:[,(—–]\s*(?:(?:all|both|each|most|mostly)\s+)?|\bof\s+(?:them|whom)\s+)(?:aged\s+)?between\s+(?:\d{1,2}\s+and\s+)?$",
    re.I,
)
SPREAD_END = re.compile(r"\s*(?:and\s+\d{1,2}\s*)?(?:[,;)—–]|\.?$)")
"""Ages apposed to people: "the five survivors, all between 19 and 38, were taken …"."""
BOTH = re.compile(r"\bboth\s+$", re.I)
DECADE = re.compile(r"[’']?s\b")
PARENT = re.compile(r"\b(?:father|mother|parent|dad|mom|grandmother|grandfather|grandparent)s?\s+of\s*$", re.I)
"""A parent, whose "of three" counts children."""
SERIAL = re.compile(r"\b(?:image|photo|picture|slide|page)\s+\d+\s+of\s*$", re.I)
LISTED = re.compile(r"\s*(?:[,.)—–]|and\s+\d{1,3}\b(?!\s+[a-z]))")
LOCAL_TIME = re.compile(r"\s*local(?:\s+time\b|\s*[.,;)]|$)", re.I)
PAST = re.compile(r"\b(?:half\s+past|(?:quarter|minutes?|five|ten|twenty)\s+past|(?:quarter|minutes?)\s+to)\s+$", re.I)
"""Before an hour: "at half past three"."""
BEGUN = re.compile(
    r"\b(?:start|began|begin|begun|open|clos|end|finish|happen|occurr?|wak|woke|arriv)\w*\s+(?:(?:up|out|there|it)\s+)?"
    r"(?:at|around|about|by|before|after|towards?|until|till)\s+$",
    re.I,
)
"""Before an hour that no noun follows: "it started around 11, …"."""
ON_DAY = re.compile(r"\b(?:on|since|until|till|dated|from|before|after|by)\s+$", re.I)
"""What stands before a day of May, and not before people who may have died."""
ZULU = re.compile(r"\b(?:at|since|until|by|about|around|approximately)\s+$", re.I)
STANDS = re.compile(
    r"\b(?:st[ao]\w+|remain\w*|put|set|toll|number|total|figure|count|estimat\w+|dead|deaths?|injured|wounded)\b", re.I
)
"""What makes "at nine" the value of a total, not an hour."""
MINUTES = re.compile(
    r"\s*(?:[,(.;]|$)|\s+(?:gmt|local|hours|today|yesterday|tonight|on|in|this|last|when|near|and)\b", re.I
)
"""What follows the hour in four digits: "at 0815 (1415 GMT)"."""
NUMERAL = re.compile(r"\s*[\"“(\[]*$")
ITEM = re.compile(r"[.)]\s+[\w\"“]")
EMERGENCY = 911
"""The number one calls, unless something is counted with it."""
CONVERTED = re.compile(r"\s*\([\d.,]+[\s-]?([A-Za-z]+)\.?\)")
"""The same in another unit, in brackets: "2,205 (1,000 kgs) of sugar"."""
ADDRESS = re.compile(
    r"\s+(?:[NSEW]{1,2}\.|(?:North|South|East|West)\s+[A-Z]|block\b|(?:[A-Z0-9][\w.’']*\s+){1,2}"
    r"(?:St|Ave|Rd|Blvd|Dr|Ln|Ct|Pl|Hwy|Street|Avenue|Road|Boulevard|Drive|Lane|Court|Place|Highway|Parkway)\b)"
)
"""A street after its house number."""
HYPHENED = re.compile(r"-(?=[A-Za-z]|\s*(?:,|and|or|to)\s+\d+-)")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
NEXT_WORD = re.compile(r"[\s-]*([\w.%’'/]+)")
ABBREVIATED = re.compile(r"(\w+\.)\s$")
PLAIN_WORD = re.compile(r"\s+[a-z]")
YEARS = re.compile(r"\s*years?\b")
CLOSED = re.compile(r"\s*(?:[,;)]|--|[–—]|\.$|$|and\s+[A-Z])")
HEDGED = re.compile(r"-(?:strong|odd|plus)\b")
PER_CENT = re.compile(r"\s*per\s?cent\b", re.I)
DIGIT_BEHIND = re.compile(r"[-\s]?\d")
JOINED_DIGIT = re.compile(r"[-/:]\d")
SIZED = re.compile(r"\s\d{1,4}(?:\.\d)?-(?:[a-z]+-)?[a-z]{3,}\s(?:[a-z]+\s){0,2}[a-z]{3,}s\b")
"""Things of a size behind their number: "300 40-foot containers"."""


@cache
def _sets(language: str) -> dict[str, frozenset[str]]:
    data = read(language, "measures", Measures)
    return {name: frozenset(getattr(data, name)) for name in Measures.__struct_fields__}


TELLS = re.compile(
    r"\b(?:toll|tally|(?:dead|injured|wounded|killed|hurt|missing|displaced|homeless|arrested|detained|rescued)"
    r"(?:\s+(?:now|already|then))?\s+number)\s+$",
    re.I,
)
"""Before a count that looks like a name's number: "dormitory toll *18*", "the injured number *71*"."""
TOLD = ("toll", "tally", "number")
"""What that ends in."""


def role_of(parse: Parse, sentence: Sentence, lexeme: Lexeme, number: Token, noun: Token | None, language: str) -> Role:
    """The number's role, from the words touching it; `count` when nothing says otherwise."""
    if lexeme.ordinal or lexeme.fraction:
        return "ordinal" if lexeme.ordinal else "fraction"
    sets = _sets(language)
    before = parse.text[max(sentence.start, lexeme.start - AROUND) : lexeme.start]
    after = parse.text[lexeme.end : min(sentence.end, lexeme.end + AROUND)]
    following = NEXT_WORD.match(after)
    word = following.group(1).lower().rstrip(".’'") if following and not after.startswith(",") else ""
    previous = LAST_WORD.match(before[::-1])
    lead = previous.group(1)[::-1] if previous else _cut_off(parse, lexeme, sets)
    return (
        _money(lead, word, sets)
        or _calendar(lexeme, before, after, lead.lower(), word, sets)
        or _age(lexeme, before, after, lead.lower(), sets)
        or _measure(after, word, sets)
        or _label(parse, lexeme, number, before, after, lead, word, sets, language)
        or "count"
    )


def _cut_off(parse: Parse, lexeme: Lexeme, sets: dict[str, frozenset[str]]) -> str:
    """The month that the parser took for the end of a sentence ("On Jan. | 30, a patrol …")."""
    word = ABBREVIATED.search(parse.text[max(0, lexeme.start - AROUND) : lexeme.start])
    month = word is not None and word.group(1).lower().rstrip(".") in sets["months"]
    return word.group(1) if word is not None and month else ""


def _stem(word: str) -> set[str]:
    """Crude singulars, enough for a closed list of unit nouns."""
    return {word, word.rstrip("."), word.removesuffix("s"), word.removesuffix("es")}


def _money(lead: str, word: str, sets: dict[str, frozenset[str]]) -> Role | None:
    if lead.endswith(tuple(sets["symbols"])) or _stem(word) & sets["currencies"]:
        return "money"
    if word in {"%", "percent", "pct"} or word.startswith("%"):
        return "percent"
    return None


def _calendar(
    lexeme: Lexeme, before: str, after: str, lead: str, word: str, sets: dict[str, frozenset[str]]
) -> Role | None:
    value = lexeme.number
    month_near = lead.rstrip(".") in sets["months"] or word.rstrip(".,") in sets["months"]
    digits = lexeme.digits and isinstance(value, int)
    modal = word == "may" and not ON_DAY.search(before)
    modal = modal or (lead in {"may", "march"} and value is not None and value > 31)
    if month_near and digits and not modal and value is not None and (value <= 31 or value in YEAR):
        return "date"
    yearlike = digits and value in YEAR and lexeme.end - lexeme.start == 4
    if yearlike and (YEAR_LEAD.search(before) or lead in sets["months"] or not PLAIN_WORD.match(after)):
        return "date"
    if yearlike and lead in {"the", "a", "this"} and re.match(r"\s+(?!people\b)[a-z]+(?<!s)\b", after):
        return "date"  # "the 2019 shooting"
    clock = word in sets["clock"] or word.rstrip(".") in sets["clock"] or LOCAL_TIME.match(after)
    if (clock or PAST.search(before)) and _hour(lexeme, value):
        return "time"
    if lexeme.digits and lead in {"at", "since", "by", "until"} and isinstance(value, float) and _hour(lexeme, value):
        return "time"
    hour = isinstance(value, int) and 0 < value <= 12
    if hour and BEGUN.search(before) and not PLAIN_WORD.match(after):
        return "time"
    spoken = lead == "at" and not lexeme.digits and hour
    if spoken and not PLAIN_WORD.match(after) and not STANDS.search(before):
        return "time"
    if lexeme.end - lexeme.start == 4 and lexeme.digits and ZULU.search(before) and MINUTES.match(after):
        return "time" if isinstance(value, int) and value < 2400 and value % 100 < 60 else None
    return None


def _hour(lexeme: Lexeme, value: Number | None) -> bool:
    """Whether a number can be a time of day: whole, or with two digits of minutes ("7.30", not "2.1" or "50.9375")."""
    if not isinstance(value, float):
        return True
    minutes = round((value - int(value)) * 100, 6)
    return value < 24.6 and minutes < 60 and minutes.is_integer() and lexeme.end - lexeme.start in {4, 5}


def _age(lexeme: Lexeme, before: str, after: str, lead: str, sets: dict[str, frozenset[str]]) -> Role | None:
    if AGE_AFTER.match(after) or lead in sets["ages"]:
        return "age"
    if lead in {"of", "than"} and AGED.search(before):
        return "age"
    if lead in {"under", "over", "below", "above", "than"} and UNDER.search(before):
        return "age"
    words = before.lower().split() if lead == "of" else ()
    if len(words) >= 2 and words[-1] == "of" and words[-2].strip(",") in sets["aged"]:
        return "age"
    if lead == "of" and SOMEBODY.search(before) and re.match(r"\s*(?:[,.)]|$)", after):
        return "age"
    if YEARS.match(after) and lead == "of":
        return "age"
    small = isinstance(lexeme.number, int) and 0 < lexeme.number < 120 and lexeme.digits
    closed = CLOSED.match(after)  # what stands behind is quicker to see
    if small and closed and re.search(r"[A-Z][\w.’'-]*\s*[,(]\s*$", before):
        return "age"
    if small and (EXTREME.search(before) or (COUPLE_END.match(after) and COUPLE.search(before))):
        return "age"
    if small and re.match(r"\s*,", after) and SOMEONE.search(before):
        return "age"
    young = isinstance(lexeme.number, int) and 0 < lexeme.number < 20
    if (small or young) and NAMED_END.match(after) and NAMED.search(before):
        return "age"
    if small and SPREAD_END.match(after) and SPREAD.search(before):
        return "age"
    if small and re.match(r"\s*[,)]", after) and BRACKETED.search(before):
        return "age"
    if small and (AGES.search(before) or (re.match(r"\s*(?:[,)]|\.$|$)", after) and DESCRIBED.search(before))):
        return "age"
    if small and LISTED.match(after) and (SEVERAL.search(before) or BOTH.search(before)):
        return "age"
    if small and lexeme.number in range(20, 100, 10) and DECADE.match(after):
        return "age"  # "in their 20s and 30s": a decade counts nothing
    if (
        small
        and re.match(r"s\b", after)
        and re.search(r"\b(?:his|her|their|s)\s+(?:(?:early|mid|late)[\s-]+)?$", before)
    ):
        return "age"
    return None


def _measure(after: str, word: str, sets: dict[str, frozenset[str]]) -> Role | None:
    converted = CONVERTED.match(after)
    if converted and _stem(converted.group(1).lower()) & sets["units"]:
        return "measure"
    if HYPHENED.match(after) and not HEDGED.match(after):
        return "measure"
    if EACH.match(after) or COMPARED.match(after):
        return "measure"
    if PER_CENT.match(after):
        return "percent"
    stems = _stem(word)
    if stems & sets["durations"]:
        return "duration"
    if stems & sets["units"]:
        return "measure"
    return None


def _label(
    parse: Parse,
    lexeme: Lexeme,
    number: Token,
    before: str,
    after: str,
    lead: str,
    word: str,
    sets: dict[str, frozenset[str]],
    language: str,
) -> Role | None:
    if lead.lower() in sets["scales"]:
        return "measure"
    if THOUSANDS.fullmatch(parse.text, lexeme.start, lexeme.end):
        return None  # no name has such a number: "in the capital 5,000 turned out"
    if before.rstrip().lower().endswith(TOLD) and TELLS.search(before):
        return None
    if _numbered(parse, number) or PARENT.search(before) or SERIAL.search(before):
        return "label"
    if not lexeme.digits:
        return None
    if NUMERAL.fullmatch(before) and ITEM.match(parse.text, lexeme.end) and (lexeme.number or 100) < 100:
        return "label"  # "1. The attack …"
    if lead.lower() in sets["labels"] and not before.rstrip().endswith(","):
        return "label"
    if ADDRESS.match(after) and isinstance(lexeme.number, int) and lexeme.number >= 10:
        return "label"
    if "-" in before[-2:] and re.search(r"\b[A-Z]{1,2}-$", before):  # a road or a group: "I-43", "M-19"
        return "label"
    if lead.lower() in {"at", "on"} and (lexeme.number or 0) >= 100 and re.match(r"\s+[A-Z]", after):
        return "label"
    if lexeme.number == EMERGENCY and not re.match(r"\s+(?:(?!(?:was|is|has)\b)\w+s|people)\b", after):
        return "label"
    bracketed = before.endswith("[") and after.startswith("]")
    if bracketed or (before.strip() == "(" and after.startswith(")")):
        return "label"
    if ":" in before[-2:] and re.search(r"\d:$", before):
        return "label"
    if (
        (DIGIT_BEHIND.match(after) and not SIZED.match(after))
        or (("-" in before[-2:] or "/" in before[-2:]) and re.search(r"\d[-/]$", before))
        or JOINED_DIGIT.match(after)
    ):
        return "label"
    previous = parse.tokens[number.i - 1] if number.i > parse.sentence_of(number).first else None
    named = previous is not None and previous.pos == "PROPN" and previous.text[:1].isupper()
    if previous is not None and named and not _counts(parse, number) and not _acts(previous, language):
        return "label"
    return None


def _numbered(parse: Parse, number: Token) -> bool:
    """A number that names the singular noun before it: "pylon seven", "gate four"."""
    head = parse.head(number)
    return _closes(parse, number) or (
        head is not None
        and head.i == number.i - 1
        and _one_thing(head)
        and head.end + 1 == number.start
        and number.relation in {"nummod", "nmod", "appos", "flat", "compound"}
        and not _counts(parse, number)
    )


def _one_thing(noun: Token) -> bool:
    """A singular noun, also one that the tagger does not know and takes for a name."""
    return noun.tag == "NN" or (noun.tag == "NNP" and noun.pos == "NOUN" and noun.text.islower())


def _closes(parse: Parse, number: Token) -> bool:
    """The same by order of words, where the phrase ends with the number: "beneath pylon seven."."""
    sentence = parse.sentence_of(number)
    if number.i < sentence.first + 2 or number.i + 1 >= len(parse.tokens):
        return False
    lead, noun, after = parse.tokens[number.i - 2], parse.tokens[number.i - 1], parse.tokens[number.i + 1]
    return _one_thing(noun) and noun.end + 1 == number.start and lead.pos in {"ADP", "DET"} and after.pos == "PUNCT"


def _counts(parse: Parse, number: Token) -> bool:
    """Whether a noun follows that the number can count ("Russia 145 drones" in a headline)."""
    following = parse.tokens[number.i + 1] if number.i + 1 < len(parse.tokens) else None
    return following is not None and following.pos in {"NOUN", "ADJ"} and following.sentence == number.sentence


def _acts(word: Token, language: str) -> bool:
    """Whether a capitalised word is a headline's verb ("Kills 14") rather than a name with a number ("Apollo 14")."""
    verbs = index(language).by_word["object_of"]
    return any(form in verbs for form in (word.lemma, word.lower, word.lower.removesuffix("s")))
