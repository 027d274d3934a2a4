"""Who a claim comes from: the attributions whose content covers it, nearest first."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from variorum.extract.claims.denied import TELLINGS
from variorum.extract.claims.words import words
from variorum.kinds.base import load
from variorum.model import Attribution, Claim, Span, covering, sources_of


def attribute(
    claims: tuple[Claim, ...], attributions: tuple[Attribution, ...], language: str = "en"
) -> tuple[Claim, ...]:
    """The claims with their attribution chains; no attribution = the article's own voice.

    A claim inside a denied content is negated ("reports that 40 had drowned were false, police said").
    """
    heard = ((c, tuple(a for a in attributions if not _by_own_verb(c, a))) for c in claims)
    told = ((c, found) for c, found in heard if not any(_names_source(c, a) for a in found))
    return tuple(_attributed(claim, found, language) for claim, found in told)


def _names_source(claim: Claim, attribution: Attribution) -> bool:
    """Whether the counted ones are those who speak, and what is said of them stands before: a parser's error
    ("abducting 11 pupils, an official and two parents said")."""
    span, stated = claim.span, claim.value.stated
    for source in attribution.source:
        if span.start < source.start < span.end <= source.end and stated in source.text:
            apart = stated in span.text[: source.start - span.start]
            return not apart and "," not in source.text.partition(stated)[0]
    return False


def _by_own_verb(claim: Claim, attribution: Attribution) -> bool:
    """Whether what makes those counted speakers is the verb of the claim: "the clinic, half its roof gone, *admitted 19
    people*"."""
    span = claim.span
    return any(span.start <= c.start and c.end < span.end for c in attribution.cue) and any(
        span.start < s.start <= s.end <= span.end for s in attribution.source
    )


def _told_anew(claim: Claim, inner: Attribution, outer: Attribution) -> bool:
    """Whether a voice says in a relative clause what the denial around it is not of: "denied bombing a camp, where the
    church says 17 died"."""
    if inner.denied or not outer.denied:
        return False
    for content in outer.content:
        if content.start <= claim.span.start < content.end:
            lead = content.text[: claim.span.start - content.start]
            return RELATIVE.search(lead) is not None
    return False


RELATIVE = re.compile(r",\s+(?:where|in\s+which|which|who)\b", re.I)


def _presupposed(attribution: Attribution, claim: Claim, language: str) -> bool:
    """Whether the denial takes the deed for granted ("denied any part in the murder of X", "rejected the killing")."""
    table = words(language)
    for content in attribution.content:
        if content.start <= claim.span.start < content.end:
            lead = content.text[: claim.span.start - content.start].lower()
            deed = claim.span.text.lower().split()[:1]
            if table.involved.search(lead) or ACCUSED.search(lead) or _beside(lead):
                return True
            return bool(deed) and deed[0] in _deeds() and THE.search(lead) is not None
    return False


def _beside(lead: str) -> bool:
    """Whether what is dismissed is no telling, and the count stands in a clause beside it: "dismissed the chief after
    31 died", "rejected an appeal by the owner, whose club fire killed 12"."""
    return BESIDE.search(lead) is not None and not lead.startswith("that ") and TELLING.search(lead) is None


BESIDE = re.compile(r"\b(?:after|when|before|following|since|once|because)\b|,\s+(?:who|whose|which)\b")
TELLING = re.compile(rf"\b{TELLINGS}\b")
ACCUSED = re.compile(
    r"^(?:bond|bail|parole|release|an?\s+(?:request|motion|appeal))\b.*\b(?:charged|accused|convicted)\b"
)
"""What a court denies the one who did it: "denied bond for a man charged with killing two"."""
THE = re.compile(r"\b(?:the|this|that|these|those|his|her|its|their)\s+(?:[\w-]+\s+){0,2}$")


@cache
def _deeds() -> frozenset[str]:
    """The nouns of deeds, singular and plural."""
    named = [w for k in load().values() for t in k.triggers.values() for w in t.deeds]
    return frozenset((*named, *(f"{w}s" for w in named), "death", "deaths"))


def _number(claim: Claim) -> Span:
    """Where the number stands: the words around it may hold those of others ("dead: 37 (army), *46*")."""
    at = claim.span.text.rfind(claim.value.stated)
    if at < 0:
        return claim.span
    start = claim.span.start + at
    return Span(claim.span.article, start, start + len(claim.value.stated), claim.value.stated)


def _attributed(claim: Claim, attributions: tuple[Attribution, ...], language: str) -> Claim:
    found = covering(attributions, _number(claim))
    chain = sources_of(found)
    if not chain:
        return claim
    nearest = found[:1] if len(found) > 1 and _told_anew(claim, found[0], found[1]) else found
    denied = any(a.denied and not _presupposed(a, claim, language) for a in nearest)
    why = tuple(f"source: {s.name}" + (f" (“{s.cue.text}”)" if s.cue else "") for s in chain)
    return replace(
        claim,
        attribution=chain,
        negated=claim.negated or denied,
        why=(*claim.why, *why, *(("denied by its source",) if denied else ())),
    )
