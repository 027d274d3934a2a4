"""Number phrases that count nothing an event did: ages, hours, years, sums of money said shortly, links, one family."""

from __future__ import annotations

import re

from variorum.extract.claims.ages import digits_of, is_age
from variorum.extract.claims.state_phrases import states_of
from variorum.extract.claims.words import Words, forms
from variorum.extract.quantities import NumberPhrase
from variorum.kinds.patterns import index, kind_of_whole
from variorum.text.tree import Parse, Token
from variorum.text.words import HYPHENS

SAYING = frozenset(("say", "tell", "report", "add", "confirm", "announce", "state", "speak", "talk"))
TIMES = re.compile(r"\s+times\b", re.I)
"""Behind what multiplies: "almost three *times* Monday's level"."""
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
WELL = re.compile(r"\s+(?:alive|safe|unhurt|unharmed|unscathed|uninjured)\b", re.I)
YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?:\s*(?:to|and|[-–])\s*)(?:1[5-9]|20)\d\d")
FORCE = re.compile(
    r"(?<!by )(?<!by the )(?<!of )(?<!of the )\b(?:raiders|attackers|gunm[ae]n|militants"
    r"|rebels|insurgents|assailants|guerrillas|fighters|bandits|kidnappers)\b"
    r"[^.;]{0,30}\bnumber(?:ed|ing|s)?\s+(?:of\s+|at\s+)?$",
    re.I,
)
CLOCK_BEFORE = re.compile(r"\b(?:around|about|at|by|near|before|after|until|till)\s+$", re.I)
HOUR = re.compile(
    r"\s+(?:(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|that|last|yesterday|the\s+(?:next|same))"
    r"\s+(?:morning|night|evening|afternoon|day)|tonight)\b|on\s+(?:the\s+)?(?-i:[A-Z]))",
    re.I,
)
LINK = re.compile(r"(?:https?://|www\.|\b(?:pic\.\w+|t\.co|bit\.ly)|\.(?:com|org|net|ly|co|uk|gov)/)\S*$", re.I)
COUNTER_AFTER = re.compile(r"\s*/\s*\d")
COUNTER_BEFORE = re.compile(r"\d\s*/\s*$|\b(?:image|photo|picture|slide|page)s?\s+(?:\d+\s+of\s*/?\s*)?$", re.I)
HURTS = frozenset(("wound", "wounds", "rounds", "bullets", "shots", "casings"))
"""What hits one person or is found at the place, and never is persons."""
CLOCK = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")
CLOCK_END = re.compile(r"\s+(?:to|and|until)\s+(?:[01]\d[0-5]\d|2[0-3][0-5]\d)\b", re.I)
IN_MANY = re.compile(
    r"\s+in\s+(?:every\s+)?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a\s+hundred)\b"
    r"(?=\s+of\b|\s*[,.;)]|\s+(?:people|persons|residents|inhabitants|adults|children|women|men|cases|households|homes"
    r"|patients|migrants|voters|workers|is|are|has|have|was|were)\b)",
    re.I,
)
"""Behind the "one" of a share: "one in five of the residents"."""
MOST = re.compile(
    r"\s+(?:in|out\s+of)\s+(?:every\s+)?(?:ten|10|100|a\s+hundred)\s+(?!days?|weeks?|months?|years?|hours?|minutes?)[a-z]",
    re.I,
)
MOST_OF = re.compile(
    r"\b(?:two|three|four|six|seven|eight|nine|[2-9]|[1-9]\d)\s+(?:in|out\s+of)\s+(?:every\s+)?(?:ten|10|100)$", re.I
)
"""Shares of ten or a hundred: "*nine in ten* houses"."""
ONE_IN = re.compile(r"\b(?:one|1)(?P<in>\s+in\s+(?:every\s+)?)$", re.I)
ONE_OF = re.compile(r"\b(?:of|from)\s+(?:just\s+|only\s+|the\s+)?$", re.I)


def counts_nothing(parse: Parse, phrase: NumberPhrase, phrases: list[NumberPhrase], words: Words) -> bool:
    """Whether a number phrase in the role of a count counts nothing that an event did."""
    if TIMES.match(parse.text, phrase.core_end) or TWICE.match(
        parse.text, phrase.core_end, parse.sentences[phrase.sentence].end
    ):
        return True
    return (
        _is_well(parse, phrase)
        or _is_wounds(parse, phrase)
        or is_age(parse, phrase, words)
        or _is_hour(parse, phrase)
        or _is_label(parse, phrase)
        or _is_clock(parse, phrase)
        or _is_force(parse, phrase)
        or _is_year(parse, phrase)
        or _is_sum(parse, phrase, phrases)
        or _is_group(parse, phrase, words)
        or _is_named(parse, phrase, words)
        or _is_share(parse, phrase)
        or _is_corrected_other(parse, phrase, words)
    )


CORRECTED = re.compile(
    r"\bcorrect(?:s|ed|ing)\s+(?:the\s+)?number\s+of\s+(?P<what>[^.;,()]{3,60}?)\s+(?:to|from|at|was)\s+(?:[\d,.]+\s+(?:from|to|not)\s+)?$",
    re.I,
)
"""Before the numbers of a note that corrects one: "(Corrects number of *workers on shift* to 71 from 63"."""


def _is_corrected_other(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """Whether a note of correction counts what no kind does."""
    match = CORRECTED.search(parse.text, max(0, phrase.start - 120), phrase.start)
    if match is None:
        return False
    told = [t for t in parse.tokens if match.start("what") <= t.start < match.end("what")]
    named = {f for t in told for f in forms(t)}
    done = {t.lemma for t in told if t.tag in {"VBN", "VBD", "VBG"}}
    if not named.isdisjoint(words.kind_names) or not done.isdisjoint(words.kind_verbs):
        return False
    return states_of(match["what"], words.language) is None and kind_of_whole(named, index(words.language)) is None


def _is_well(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "12 dead, *5 alive*": those to whom nothing happened."""
    return WELL.match(parse.text, phrase.core_end) is not None


def _is_wounds(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "Three gunshot wounds", not "31 sustained wounds", which counts who sustained them."""
    noun, number = phrase.noun, phrase.number.i
    if noun is None or noun.lower not in HURTS or noun.i <= number:
        return False
    return not any(t.tag.startswith("VB") for t in parse.tokens[number + 1 : noun.i])


def _is_hour(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "Around 10 Saturday night", "about 1 this morning", "at 9 on Mill Street"."""
    digits = digits_of(parse, phrase)
    if not digits or not 1 <= int(digits) <= 12 or (phrase.noun is not None and phrase.noun.tag == "NNS"):
        return False
    lead = parse.text[max(parse.sentences[phrase.sentence].start, phrase.core_start - 12) : phrase.core_start]
    return CLOCK_BEFORE.search(lead) is not None and HOUR.match(parse.text, phrase.core_end) is not None


def _is_label(parse: Parse, phrase: NumberPhrase) -> bool:
    """A number in a link, a name ("COVID-19") or behind "#", a gallery's counter ("1 / 3"), a note's mark ("[9]")."""
    if not digits_of(parse, phrase):
        return False
    start, end = phrase.core_start, phrase.core_end
    lead, tail = parse.text[max(0, start - 80) : start], parse.text[end : end + 6]
    if lead[-1:] in HYPHENS and lead[-2:-1].isalpha():
        return True
    if LINK.search(lead) or lead.endswith("#") or (lead.endswith("[") and tail.startswith("]")):
        return True
    return COUNTER_AFTER.match(tail) is not None or COUNTER_BEFORE.search(lead[-24:]) is not None


def _is_named(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """A number that a name holds: "9 News", "MS 13", "Harbor General One"."""
    if not digits_of(parse, phrase):
        return _ends_name(parse, phrase)
    lead = parse.text[max(0, phrase.core_start - 16) : phrase.core_start]
    return bool(words.named_before.search(lead) or words.named_after.match(parse.text, phrase.core_end))


def _ends_name(parse: Parse, phrase: NumberPhrase) -> bool:
    """ "Taken to *Mercy One* where he died": a capital "One" within a sentence, behind a word with one."""
    number = phrase.number
    sentence = parse.sentences[phrase.sentence]
    if parse.text[phrase.core_start : phrase.core_end] != "One" or sentence.kind == "headline":
        return False
    before = parse.tokens[max(sentence.first, number.i - 2) : number.i]
    after = parse.tokens[number.i + 1 : min(number.i + 2, sentence.last)]
    if len(before) < 2 or not NAME_WORD.fullmatch(before[1].text) or before[0].lower not in TOWARDS:
        return False
    return not after or after[0].pos not in {"NOUN", "ADJ", "VERB", "AUX", "NUM"}


NAME_WORD = re.compile(r"[A-Z][a-z]+")
TOWARDS = frozenset(("to", "at", "from", "near", "the", "into", "inside", "outside"))
"""What stands before the name of a house: "to *Mercy One*"."""


def _is_share(parse: Parse, phrase: NumberPhrase) -> bool:
    """Either number of "one in five of the residents"."""
    if MOST.match(parse.text, phrase.core_end) or MOST_OF.search(parse.text, phrase.core_start - 24, phrase.core_end):
        return True
    if phrase.value.number == 1:
        return IN_MANY.match(parse.text, phrase.core_end) is not None
    if (phrase.value.number or 0) < 2:
        return False
    lead = ONE_IN.search(parse.text, max(0, phrase.core_start - 16), phrase.core_start)
    return lead is not None and IN_MANY.match(parse.text, lead.start("in")) is not None


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
    if verb is None or parse.text.startswith(" up", verb.end):
        return False  # "the detained add up to 14"
    return token.dep == "nsubj" and verb.lemma in SAYING and verb.i > anchor.i
