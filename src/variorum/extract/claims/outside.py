"""Counts that a report keeps out of the toll: "four fans died in a crash on the way. *They are not included in the
toll*"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.lexicon import HARMED
from variorum.model import Claim
from variorum.text.tree import Parse, Sentence

TOLL = r"(?:toll|tally|count|total|number|figure)s?"
LEFT_OUT = re.compile(
    r"(?:\b(?:who|they|these|those|none)|\b(?:whose|his|her|their|the)\s+(?:\w+\s+)?[\w-]+)\s+"
    rf"(?:of\s+(?:them|whom)\s+)?(?:is|are|was|were|has|have|had)\s+not\s+(?:been\s+)?(?:included|counted|part|reflected)\b[^.;]{{0,25}}?\b{TOLL}\b",
    re.I,
)
"""Said of those told of just before."""
LEAVES_OUT = re.compile(rf"\b{TOLL}\b[^.;]{{0,30}}?\b(?:does|do|did)(?:\s+not|n['’]t)\s+(?:include|count)\b", re.I)
"""Said of those told of next."""
COUNTED_NOT = re.compile(r"(?:[nN][oO]|[nN]['’])[tT]\s+(?:been\s+)?(?:includ|count|part|reflect)", re.I)
"""What both say, sought first in the whole article: few have it."""
KINDS = HARMED | {"hospitalised", "missing", "aboard"}


def outside_the_toll(parse: Parse, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims, those that the report itself counts apart as background."""
    if COUNTED_NOT.search(parse.text) is None:
        return claims
    spans = [span for sentence in parse.sentences for span in _spans(parse, sentence, claims)]
    if not spans:
        return claims
    return tuple(_set_apart(c) if c.kind in KINDS and _within(c, spans) else c for c in claims)


def _spans(parse: Parse, sentence: Sentence, claims: tuple[Claim, ...]) -> list[tuple[int, int]]:
    """Where those stand whom a sentence keeps out of the toll: before its words or, where it tells of nobody there, in
    the sentence before; behind "the toll does not include"."""
    found = []
    if (match := LEAVES_OUT.search(parse.text, sentence.start, sentence.end)) is not None:
        found.append((match.end(), sentence.end))
    if (match := LEFT_OUT.search(parse.text, sentence.start, sentence.end)) is not None:
        own = (sentence.start, match.start())
        before = parse.sentences[sentence.index - 1] if sentence.index else None
        if any(c.kind in KINDS and _within(c, [own]) for c in claims):
            found.append(own)
        elif before is not None and before.section == sentence.section:
            found.append((before.start, before.end))
    return found


def _within(claim: Claim, spans: list[tuple[int, int]]) -> bool:
    return any(start <= claim.span.start < end for start, end in spans)


def _set_apart(claim: Claim) -> Claim:
    if claim.scope == "background":
        return claim
    return replace(claim, scope="background", why=(*claim.why, "scope: kept out of the toll"))
