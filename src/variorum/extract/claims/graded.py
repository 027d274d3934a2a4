"""Counts of the gravely hurt, a part of those counted beside them: "six people were shot, three critically hurt"."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.lexicon import lexicon
from variorum.extract.claims.words import phrases
from variorum.model import Claim
from variorum.text.tree import Parse

WHOLE = frozenset(("shot", "injured"))
"""Kinds whose larger count holds the gravely hurt."""
OTHERS = re.compile(r"\bothers?\b", re.I)
REACH = 45
"""Characters behind a number in which its degree of harm stands."""


@cache
def _degree(language: str) -> re.Pattern[str]:
    """ "critically hurt", "in very serious condition"."""
    return re.compile(rf"\b(?:{phrases(tuple(sorted(lexicon(language).grave)))})\b", re.I)


@cache
def _state(language: str) -> re.Pattern[str]:
    """What is said behind a number: "others are in critical condition"."""
    grave = phrases(tuple(sorted(lexicon(language).condition)))
    bare = phrases(tuple(sorted({"stable", *(lexicon(language).condition & lexicon(language).grave)})))
    return re.compile(
        rf"(?:\s+(?:others?|more|people|men|women|persons|victims|teens|teenagers))?(?:\s+(?:of\s+)?them)?"
        rf"\s+(?:is|are|was|were|remains?|remained)\s+(?:still\s+|also\s+)?(?:listed\s+)?"
        rf"(?:in\s+(?:\w+\s+)?(?:{grave})(?:\s+but\s+\w+)?\s+(?:condition|state)\b"
        rf"|(?:as\s+)?(?:{bare})(?:\s+but\s+\w+)?(?=\s*(?:[,.;]|$|\n)|\s+(?:on|at|in|and|but|while|with|after)\b))",
        re.I,
    )


CONDITION_OF = re.compile(r"\bcondition\s+of\s+$", re.I)


@cache
def _critical(language: str) -> re.Pattern[str]:
    """What is said of a condition behind its number: "the condition of two is said to be critical"."""
    grave = phrases(tuple(sorted(lexicon(language).condition)))
    return re.compile(rf"(?:\s+them)?\s+(?:is|was|remains?|remained)\s+(?:\w+\s+){{0,3}}(?:{grave})\b", re.I)


def in_state(parse: Parse, counted: Counted, language: str) -> bool:
    """Whether an amount is said to be in a condition, and nothing more: "two people are in critical condition"."""
    end = parse.sentences[counted.sentence].end
    if CONDITION_OF.search(parse.text, max(0, counted.start - 24), counted.start):
        return _critical(language).match(parse.text, counted.end, end) is not None
    return bool(_state(language).match(parse.text, counted.end, end) or WITH_HARM.match(parse.text, counted.end, end))


WITH_HARM = re.compile(
    r"(?:\s+(?:others?|more|people|men|women|children|persons|patients))?\s+with\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:(?:broken|fractured|crushed)\s+(?:bones?|limbs?|legs?|arms?|ribs?|hips?|pelvis\w*)|burns?|fractures?|wounds?|injuries"
    r"|(?:deep|minor|serious|nasty)\s+cuts?|cuts?\s+and\s+bruises|concussions?|hypothermia|smoke\s+inhalation)\b",
    re.I,
)
"""Harm told right behind a number: "17 people *with broken bones*"."""


def with_graded(parse: Parse, claims: tuple[Claim, ...], language: str) -> tuple[Claim, ...]:
    """The claims, those of the gravely hurt as a part where a larger count of the hit or hurt stands before."""
    wholes = [c for c in claims if c.kind in WHOLE and _plain(replace(c, partial=False))]
    out = []
    for c in claims:
        if c.kind == "injured" and _plain(c) and any(_holds(w, c) for w in wholes) and _grave(parse, c, language):
            c = replace(c, partial=True)
        out.append(c)
    return tuple(out)


def _plain(claim: Claim) -> bool:
    one = claim.person is None and claim.subset is None and claim.scope == "event"
    return one and not (claim.partial or claim.negated or claim.voided or claim.earlier or claim.rate)


def _holds(whole: Claim, claim: Claim) -> bool:
    others = whole.span.start > claim.span.start and OTHERS.search(whole.span.text)
    return not others and (whole.value.number or 0) > (claim.value.number or 0) > 0


def _grave(parse: Parse, claim: Claim, language: str) -> bool:
    start = claim.span.start + max(0, claim.span.text.find(claim.value.stated))
    end = next((s.end for s in parse.sentences if s.start <= start < s.end), claim.span.end)
    match = _degree(language).search(parse.text, start, min(end, start + REACH))
    return match is not None and not re.search(r"[,;]", parse.text[start : match.start()])
