"""Counts that the report itself says are wrong, whoever told them: "it is not true that 40 drowned", "posts of 40 dead
are false". What a voice denies is read with its attribution; here the sentence alone tells it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.lang.base import read
from variorum.lang.retracting import Retracting
from variorum.model import Attribution, Claim, Span, number_holding

UNTRUE = r"(?:not\s+(?:true|correct|the\s+case)|untrue|false|incorrect|a\s+lie)"
BEFORE = re.compile(
    rf"\b(?:it|that)(?:\s+(?:is|was)|[’']s)\s+(?:\w+ly\s+)?{UNTRUE}\s+that\s+(?P<told>.*)$", re.I | re.S
)
"""What is said to be untrue: "it is simply untrue that …"."""
TELLINGS = (
    r"(?:reports?|rumou?rs?|claims?|posts?|messages?|allegations?|assertions?|suggestions?|speculation|talk|"
    r"stories|figures?|numbers?|tolls?|tall(?:y|ies))"
)
TOLD = re.compile(rf"\b{TELLINGS}\b(?P<told>.{{0,90}}?\b(?:of|that|about|putting)\b.*)$", re.I | re.S)
LIE = (
    r"(?:as\s+)?[\"“‘'']?(?:(?:an?|the|pure|complete|total|mere|utter)\s+)?(?:\w+\s+)?"
    r"(?:lies?|false(?:hoods?)?|untrue|untruths?|fake(?:\s+news)?|hoax(?:es)?|fabrications?|fabricated|nonsense|inventions?|"
    r"baseless|unfounded|groundless|propaganda|fiction|fantas(?:y|ies))"
)
CALLING = (
    r"(?:call|describ|brand|label|term|qualif|characteri[sz]|denounc|slam|condemn)(?:e?s|ies|l?ed|ied|l?ing|ying)?"
)
SCORN = r"(?:dismiss|reject|refut|debunk|rubbish|scotch|quash)(?:e?s|ed|ing)?|den(?:y|ies|ied|ying)"
REFUTED = re.compile(
    r"(?P<told>.{0,90}?)\b(?:(?:has|have|had)\s+no\s+(?:basis|foundation|grounds?)"
    r"|do(?:es)?\s+not\s+correspond\s+to\s+(?:reality|the\s+(?:facts|truth))|(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:not\s+true|untrue|false|fake|baseless|unfounded|groundless|fabricated|without\s+(?:any\s+)?(?:basis|foundation|grounds?)|"
    rf"(?:dismissed|rejected|denied|refuted|debunked|rubbished)|{CALLING}\s+{LIE}))\b",
    re.I | re.S,
)
"""Behind the count, of what was told: "reports on the net of 30 dead *are false*", "were dismissed"."""
SCORNED = re.compile(
    rf"\b(?:{SCORN})(?:\s+as\s+[^.;,]{{1,60}}?)?\s+(?:(?!and\b|but\b|said\b)\w+\s+){{0,5}}?"
    rf"{TELLINGS}\b(?P<told>[^.;]{{0,90}}?\b(?:of|that|about|putting)\b.*)$",
    re.I | re.S,
)
"""Before the count: "dismissed as a lie a figure of …", "denied rumours that …"."""
CALLED = re.compile(
    rf"\b{CALLING}\s+(?:\w+\s+){{1,4}}?{TELLINGS}\b(?P<told>[^.;]{{0,90}}?\b(?:of|that|about|putting)\b.*)$",
    re.I | re.S,
)
NAMED = re.compile(rf"(?P<told>.{{0,90}}?)\s{LIE}\b", re.I | re.S)
"""Before and behind it: "*described* reports of 60 dead *as an ugly lie*"."""
TURN = re.compile(
    r"[;:.!?]|\bbut\b|\bwhile\b|\bwhereas\b|,\s+(?:who|which|where)\b|\b(?:is|are|was|were)\s+(?:not\s+)?"
    r"(?:true|false|untrue|correct|confirmed)\b",
    re.I,
)
"""Where the sentence has gone on to something else than what is called untrue."""
REACH = 200
"""Characters on either side of a count in which its sentence may call it untrue."""


RUMOUR = re.compile(
    r"\b(?:word|rumou?rs?|talk|posts?|messages?|videos?|claims?|reports?|whispers|stories|audio|a\s+story|it\s+was\s+(?:said|whispered|claimed)|"
    r"social\s+media|whatsapp|facebook|telegram|tiktok|online)\b[^.;]{0,120}?\b(?:that|of|about|saying|claimed|claiming|spoke)\b",
    re.I,
)
"""A sentence of hearsay, which the next may call untrue."""
NO_WORD = re.compile(
    rf"\W*(?:but\s+)?(?:(?:it|that|this|these|they|none\s+of\s+(?:it|this|that))(?:\s+(?:is|was|are|were)|[’']s)\s+(?:\w+ly\s+)?"
    rf"(?:{UNTRUE}|nonsense|rubbish|fake|baseless|unfounded|groundless|true|invented|made\s+up)\b|not\s+so\b|nothing\s+of\s+the\s+(?:sort|kind)\b)",
    re.I,
)
"""How it does so: "That is false, said the abbot"."""


def refute(
    claims: tuple[Claim, ...],
    sentences: tuple[Span, ...],
    attributions: tuple[Attribution, ...] = (),
    language: str = "en",
) -> tuple[Claim, ...]:
    """The claims; a count inside what its sentence calls untrue is negated, so that no figure holds it; so is hearsay
    that the next sentence calls so, whose source then is who says that."""
    read_ = (_refuted(_hearsay(c, sentences, attributions), sentences) for c in claims)
    return tuple(_withdrawn(c, sentences, language) for c in read_)


def _withdrawn(claim: Claim, sentences: tuple[Span, ...], language: str) -> Claim:
    """The claim, taken back where its sentence or the next one says that the number was."""
    n = number_holding(sentences, claim.span.start)
    if n is None or claim.negated or claim.voided or not claim.value.number:
        return claim
    table = read(language, "retracting", Retracting)
    sentence = sentences[n]
    if table.telling.search(sentence.text) is None:
        return claim
    found = table.behind.match(sentence.text, claim.span.end - sentence.start)
    if found is None and n + 1 < len(sentences):
        found = table.next_sentence.match(sentences[n + 1].text)
        found = found if found is None or _by_source(found["who"], claim, table) else None
    if found is None:
        return claim
    return replace(claim, voided=True, why=(*claim.why, f"taken back: “{found.group().strip(' ,')}”"))


def _by_source(who: str | None, claim: Claim, table: Retracting) -> bool:
    """Whether who takes a number back is who gave it, where the words say who does."""
    if who is None or who.strip().lower() in table.pronouns:
        return True
    names = " ".join(n for s in claim.attribution for n in (s.name, s.stated, s.role) if n)
    return who.lower().split()[-1] in names.lower().split()


def _hearsay(claim: Claim, sentences: tuple[Span, ...], attributions: tuple[Attribution, ...]) -> Claim:
    n = number_holding(sentences, claim.span.start)
    if n is None or n + 1 >= len(sentences) or claim.negated or claim.voided or not claim.value.number:
        return claim
    told, after = sentences[n], sentences[n + 1]
    denied = NO_WORD.match(after.text)
    if denied is None or not _untrue(denied.group()) or not RUMOUR.search(told.text[: claim.span.start - told.start]):
        return claim
    at = after.start + denied.start()
    speakers = [a.speaker for a in attributions if any(c.start <= at + 4 and at < c.end for c in a.content)]
    voice = next((s for s in speakers if s is not None), None)
    why = (*claim.why, f"called untrue in the next sentence: “{denied.group().strip()}”")
    return replace(claim, negated=True, attribution=(voice,) if voice is not None else claim.attribution, why=why)


def _untrue(words: str) -> bool:
    """ "None of it is true" denies, "it is true" does not."""
    return not re.search(r"\btrue$", words, re.I) or re.search(r"\b(?:none|not)\b", words, re.I) is not None


def _refuted(claim: Claim, sentences: tuple[Span, ...]) -> Claim:
    n = number_holding(sentences, claim.span.start)
    if n is None or claim.negated or claim.voided or not claim.value.number:
        return claim
    sentence = sentences[n]
    at = sentence.text.find(claim.value.stated, claim.span.start - sentence.start)
    if at < 0:
        return claim
    before, after = sentence.text[max(0, at - REACH) : at], sentence.text[at : at + REACH]
    words = _words(before, after)
    return replace(claim, negated=True, why=(*claim.why, f"called untrue: “{words}”")) if words else claim


def _words(before: str, after: str) -> str:
    said = BEFORE.search(before)
    if said is not None and TURN.search(said["told"]) is None:
        return said.group()[: said.start("told") - said.start()].strip()
    scorned = SCORNED.search(before)
    if scorned is not None and TURN.search(scorned["told"]) is None:
        return scorned.group()[: scorned.start("told") - scorned.start()].strip()
    return _between(TOLD, before, REFUTED.match(after)) or _between(CALLED, before, NAMED.match(after))


def _between(telling: re.Pattern[str], before: str, refuted: re.Match[str] | None) -> str:
    """What the words behind a count say of the telling before it; empty where the sentence has gone on between."""
    if refuted is None or TURN.search(refuted["told"]):
        return ""
    told = telling.search(before)
    if told is None or TURN.search(told["told"]):
        return ""
    return refuted.group()[len(refuted["told"]) :].strip()
