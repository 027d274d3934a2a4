"""What is said of some of a count and tells who they are: "three of them *in critical condition*", "four of the dead
*rowed for a club*"; not where they were, nor what befell them."""

from __future__ import annotations

import re

from variorum.extract.claims.callings import nation
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token

LEADS = (
    r"(?:is|are|was|were|had|has|have|being|been|who|suffering|with|in|for|of|because|whose|a|an|the|their|from|still|also|then|"
    r"now|since|already|remain|remained|remains|lie|lay|came|come|comes|hail|hailed|reportedly|listed|said|believed|thought|to|be)"
)
DESCRIPTOR = re.compile(rf"^\s*(?:{LEADS}\s+)*")
FOUND = re.compile(
    r"\s*(?:\w+ly\s+)?(?:including|among|some|most|many|all|both|found|seen|sighted|recovered|discovered|retrieved|pulled|dug|hauled|brought|taken|rushed|carried|lifted|"
    r"winched|fished|picked|plucked|airlifted|flown|transferred|moved|sent|admitted|died|die|dying|dead|perish(?:ed)?|drown(?:ed)?|"
    r"succumb(?:ed|s)?|expired|lost\s+(?:their|his|her)\s+li(?:fe|ves)|killed|slain|injured|wounded|hurt|missing|unaccounted|"
    r"passed\s+away|breathed|fell\s+to|identified|named|counted|confirmed|"
    r"arrested|detained|caught|captured|recaptured|freed|released|rescued|saved|survived?|escaped|fled|evacuated|"
    r"washed|swept|surfaced|returned|left|went|arrived|reached|lived|live|resided?|stayed|stood|sat)\b",
    re.I,
)
"""What befell a part, or how it was found, and says nothing of who they are."""
OF_MANY = re.compile(r"\s+of\s+(?:the|those|these)\s+[\d.,]+\s+\w+")
OF_THESE = re.compile(
    r"\s+of\s+(?:the|those|these)\s+(?:who\s+)?(?:(?:have|had|has)\s+)?(?:(?:were|been|are)\s+)?"
    r"(?:dead|killed|slain|victims|deceased|perished|fallen|fatalities|casualties|injured|wounded|hurt|missing|detained|arrested|"
    r"detainees|held|survivors|rescued|hospitali[sz]ed|patients|died|drowned|lost\s+their\s+lives)\b",
    re.I,
)
"""Those of whom some are told apart."""
STOP = re.compile(
    r"[,.;:()“”\"–—]|\band\b|\bwhile\b|\bwho\b|\bwhen\b|\bafter\b|\bsaid\b|\bsays\b|\bon\s+\w+day\b|(?<=condition)\s+(?:at|in)\b"
)
AT_PLACE = re.compile(r"^\s*,?\s*(?:in|at|on|near)\s+(?:the\s+\w+\s+of\s+)?[A-Z]")
PLACE = re.compile(
    rf"^\s*,?\s*(?:{LEADS}\s+)*?(?:from|in|at|on|near|outside|around|across|of)\s+(?:(?:the|a|an|this|that|its|nearby|same|neighbou?ring|"
    r"northern|southern|eastern|western|central|small|local)\s+)*"
    r"(?:capital|scene|site|city|town|township|village|hamlet|district|province|county|state|region|area|municipality|neighbou?rhood|"
    r"hospitals?|clinics?|island|isle|country|north|south|east|west|centre|center|suburbs?|barangay|parish\s+of|"
    r"spot|street|square|market|way|strike|attack|blast|explosion|raid|crash|collapse|ward\s+\d)\b",
    re.I,
)
"""Where a part was or came from, in words that are no names."""
FUNCTION = frozenset(("ADP", "CCONJ", "SCONJ", "DET", "PUNCT", "AUX", "PART"))
"""Words that describe nobody alone: "leaves eight of the 21 unaccounted *for*"."""
LENGTH = 6
"""Words that describe a part at most."""


def descriptor(parse: Parse, counted: Counted, words: Words) -> str | None:
    """What follows "three of them": "in critical condition", "children", "seriously"; not a place."""
    sentence = parse.sentences[counted.sentence]
    tail, start = _tail(parse, counted, words)
    if AT_PLACE.match(tail) or PLACE.match(tail) or _named_place(parse, tail, start, words) or not tail.strip():
        return None
    tail = re.sub(r"^\s*,\s*", " ", tail)
    tail = DESCRIPTOR.sub("", tail, count=1)
    stop = STOP.search(tail)
    text = tail[: stop.start()] if stop else tail
    if FOUND.match(text):
        return None
    described = text.split()[:LENGTH]
    telling = {t.text for t in parse.tokens_of(sentence) if t.start >= start and t.pos not in FUNCTION}
    return " ".join(described) if not telling.isdisjoint(described) else None


def of_these(parse: Parse, counted: Counted) -> bool:
    """Whether the amount counts some of the dead, hurt or held by name: "five of the perished"."""
    return OF_THESE.match(parse.text, counted.core_end, parse.sentences[counted.sentence].end) is not None


def _tail(parse: Parse, counted: Counted, words: Words) -> tuple[str, int]:
    """What follows the amount and those it is taken of, and where that begins."""
    stop = parse.sentences[counted.sentence].end
    if (these := OF_THESE.match(parse.text, counted.core_end, stop)) is not None:
        return parse.text[these.end() : min(stop, these.end() + 80)], these.end()
    start = counted.noun.end if counted.noun is not None and counted.noun.start >= counted.end else counted.end
    tail = parse.text[start : min(stop, start + 80)]
    marker = words.part_after.match(tail) or OF_MANY.match(tail)
    if marker:
        tail = tail[marker.end() :]
        start += marker.end()
    return tail, start


NAMED = re.compile(
    rf"^\s*,?\s*(?:{LEADS}\s+)*?(?:from|in|at|on|near|of|outside)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}?(?=[A-Z])"
)


def _named_place(parse: Parse, tail: str, start: int, words: Words) -> bool:
    """Whether a preposition with a name follows that is no people's: "are *from Hanley*", "came *from the village of
    Orsk*"."""
    match = NAMED.match(tail)
    token: Token | None = None
    if match is not None:
        token = next((t for t in parse.tokens if t.start == start + match.end()), None)
    known = token is not None and (nation(token) or any(f in words.classes for f in forms(token)))
    return token is not None and not known


CARE = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,8}?(?:intensive|close|critical|critically|serious|grave|coma|ventilators?|life\s+support|oxygen|surgery|"
    r"operations?|operated|amputat\w+|sight|vision|eyesight|see|blind|limbs?|legs?|hands?|eyes?|burns|fractures?|wounds?|injur\w+|"
    r"icu|isolation|dialysis|unconscious|stable|danger|transfusions?|stitches)\b",
    re.I,
)
"""What is said of some patients: "12 are *on oxygen* and three *have lost a leg*"."""


def of_patients(parse: Parse, counted: Counted) -> bool:
    """Whether the amount's own words say how some patients are."""
    stop = parse.sentences[counted.sentence].end
    bare = counted.noun is None and not counted.pair
    return bare and CARE.match(parse.text, counted.core_end, stop) is not None
