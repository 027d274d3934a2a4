"""States that the article itself says are over: where nobody is missing *any longer*, what it counts of the missing is
an older count."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.kinds.base import load
from variorum.lang.base import read
from variorum.lang.retracting import Retracting
from variorum.model import Claim, Span, holding


def ended(claims: tuple[Claim, ...], sentences: tuple[Span, ...], language: str = "en") -> tuple[Claim, ...]:
    """The claims; counts of a state that another claim of theirs says has ended are earlier ones. `sentences`: the
    article's, in order."""
    over = {c.kind for c in claims if _over(c, sentences, language)}
    if not over:
        return claims
    return tuple(_earlier(c) if c.kind in over and c.scope == "event" and c.value.number else c for c in claims)


def _over(claim: Claim, sentences: tuple[Span, ...], language: str) -> bool:
    """Whether it says that the state holds for nobody now, and did before."""
    kind = load()[claim.kind]
    if not (claim.negated and kind.people and kind.course == "changes" and claim.scope == "event"):
        return False
    if claim.subset is not None or claim.value.number:
        return False
    sentence = holding(sentences, claim.span.start)
    words = sentence.text[claim.span.start - sentence.start :] if sentence is not None else ""
    return read(language, "retracting", Retracting).over.match(words) is not None


def _earlier(claim: Claim) -> Claim:
    return replace(claim, earlier=True, why=(*claim.why, "the article says that nobody is so any longer"))
