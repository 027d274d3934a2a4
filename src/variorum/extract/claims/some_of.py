"""Counts that say themselves that they are some of more: "one of four people shot", "two of the wounded men", "the
other three" after one told of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.extract.claims.parts import THE_REST
from variorum.model import Article, Claim, content_id

NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
SOME = re.compile(rf"{NUMBER}\s+of\s+(?:the|his|her|their|our|my|those|these|them|several|{NUMBER})\b", re.I)
ONE_OF_MANY = re.compile(rf"one\s+of\s+(?:at\s+least\s+|the\s+)?{NUMBER}\b", re.I)


def with_some_of(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; counts of some of those hurt are parts, and one of a number of dead is."""
    rows = tuple(claims)
    dead = [c for c in rows if c.kind == "killed" and c.value.number == 1]
    rows = tuple(_hit(c) if any(_one_died(article.text, c, d) for d in dead) else c for c in rows)
    return tuple(replace(c, partial=True) if _some(article.text, c) else c for c in rows)


ONE_OF = re.compile(r"\bone\s+of\s+(?:at\s+least\s+|the\s+)?$", re.I)
BULLETS = re.compile(r"\b(?:gun\w*|bullets?|shots?|shooting|shot)\b", re.I)


def _one_died(text: str, claim: Claim, dead: Claim) -> bool:
    """ "A girl, one of *four people hit by gunfire*, has died": those hit are not all wounded."""
    if claim.kind != "injured" or (claim.value.number or 0) < SEVERAL or claim.negated:
        return False
    inside = dead.span.article == claim.span.article and dead.span.start <= claim.span.start <= dead.span.end
    lead = text[max(0, claim.span.start - 24) : claim.span.start]
    return (
        inside
        and ONE_OF.search(lead) is not None
        and BULLETS.search(text, claim.span.start, claim.span.end + 24) is not None
    )


SEVERAL = 2


def _hit(claim: Claim) -> Claim:
    span = claim.span
    id_ = content_id("c", span.article, "shot", span.start, span.end)
    return replace(claim, id=id_, kind="shot", why=(*claim.why, "kind shot: one of them died"))


def _some(text: str, claim: Claim) -> bool:
    if claim.partial or claim.person is not None:
        return False
    if claim.kind == "killed":  # "two of them died" is most often all that died
        return ONE_OF_MANY.match(claim.span.text) is not None
    hurt = claim.kind in ("injured", "shot")
    lead = text[max(0, claim.span.start - 20) : claim.span.start]
    return hurt and (SOME.match(claim.span.text) is not None or THE_REST.search(lead) is not None)
