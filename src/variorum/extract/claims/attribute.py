"""Who a claim comes from: the attributions whose content covers it, nearest first."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.extract.speech import covering
from variorum.model import Attribution, Claim, Source


def attribute(claims: tuple[Claim, ...], attributions: tuple[Attribution, ...]) -> tuple[Claim, ...]:
    """The claims with their attribution chains; no attribution = the article's own voice.

    A claim inside a denied content is negated ("reports that 40 had drowned were false, police said").
    """
    return tuple(_attributed(claim, attributions) for claim in claims)


def _attributed(claim: Claim, attributions: tuple[Attribution, ...]) -> Claim:
    found = covering(attributions, claim.span)
    chain: dict[str, Source] = {}
    for attribution in found:
        for source in (attribution.speaker, *attribution.via):
            if source is not None:
                chain.setdefault(source.name, source)
    if not chain:
        return claim
    denied = any(a.denied for a in found)
    why = tuple(f"source: {s.name}" + (f" (“{s.cue.text}”)" if s.cue else "") for s in chain.values())
    return replace(
        claim,
        attribution=tuple(chain.values()),
        negated=claim.negated or denied,
        why=(*claim.why, *why, *(("denied by its source",) if denied else ())),
    )
