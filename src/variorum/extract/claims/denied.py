"""Counts that the report itself says are wrong, whoever told them: "it is not true that 40 drowned", "posts of 40 dead
are false". What a voice denies is read with its attribution; here the sentence alone tells it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.model import Claim, Span

UNTRUE = r"(?:not\s+(?:true|correct|the\s+case)|untrue|false|incorrect|a\s+lie)"
BEFORE = re.compile(
    rf"\b(?:it|that)(?:\s+(?:is|was)|[’']s)\s+(?:\w+ly\s+)?{UNTRUE}\s+that\s+(?P<told>.*)$", re.I | re.S
)
"""What is said to be untrue: "it is simply untrue that …"."""
TOLD = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|posts?|messages?|allegations?)\b(?P<told>.{0,90}?\b(?:of|that|about)\b.*)$",
    re.I | re.S,
)
REFUTED = re.compile(
    r"(?P<told>.{0,90}?)\b(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    r"(?:not\s+true|untrue|false|fake|baseless|unfounded|groundless|fabricated)\b",
    re.I | re.S,
)
"""Behind the count, of what was told: "reports on the net of 30 dead *are false*"."""
TURN = re.compile(
    r"[;:.!?]|\bbut\b|\bwhile\b|\bwhereas\b|,\s+(?:who|which|where)\b|\b(?:is|are|was|were)\s+(?:not\s+)?"
    r"(?:true|false|untrue|correct|confirmed)\b",
    re.I,
)
"""Where the sentence has gone on to something else than what is called untrue."""
REACH = 200
"""Characters on either side of a count in which its sentence may call it untrue."""


def refute(claims: tuple[Claim, ...], sentences: tuple[Span, ...]) -> tuple[Claim, ...]:
    """The claims; a count inside what its sentence calls untrue is negated, so that no figure holds it."""
    return tuple(_refuted(c, sentences) for c in claims)


def _refuted(claim: Claim, sentences: tuple[Span, ...]) -> Claim:
    sentence = next((s for s in sentences if s.start <= claim.span.start < s.end), None)
    if sentence is None or claim.negated or claim.voided or not claim.value.number:
        return claim
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
    told, refuted = TOLD.search(before), REFUTED.match(after)
    if told is None or refuted is None or TURN.search(told["told"]) or TURN.search(refuted["told"]):
        return ""
    return refuted.group()[len(refuted["told"]) :]
