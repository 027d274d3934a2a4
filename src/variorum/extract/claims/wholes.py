"""Classes that are all there are: seven fishermen are missing, twelve hostages were freed, students marched. They count
no part, unless the report counts others beside them. And parts that are told without their class: "30 guards were
hurt, *six of whom* were taken to hospital"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.extract.claims.lexicon import HARMED
from variorum.kinds.base import load
from variorum.lang.subsets import key
from variorum.model import Article, Claim
from variorum.text.gazetteer import is_demonym

WHOLES = frozenset(("missing", "rescued", "kidnapped", "escaped", "protesters", "detained"))
"""Kinds whose people are most often of one calling: a boat's crew, those seized together, those who march."""
HELD = frozenset(("hostage", "captive", "abductee", "prisoner of war"))
"""Whom only being held makes what they are."""
OTHERS = re.compile(r"\bothers?\b", re.I)
SUSPECTS = frozenset(("suspects", "suspect", "prisoners", "convicts"))
"""Those who are held are suspects."""
SAID_OF_ALL = frozenset(("children", "teenagers", "infants", "women", "men", "girls", "boys", "elderly", "pupils"))
"""Keys of age and sex, that tell a part wherever they stand."""
OF_THEM = re.compile(r"^[\w’'-]+\s+of\s+(?:whom|them|these|those)\b", re.I)
BARE = re.compile(
    r"^[\w’'-]+(?:\s+(?:got|were|was|had|have|has|been|sustained|suffered|needed|required|escaped)\b|$)", re.I
)
"""A number alone with its verb."""
REACH = 120
"""Characters between a class and the number that stands for some of it."""
CARE = frozenset(("injured", "hospitalised", "killed", "shot", "missing"))


def with_wholes(article: Article, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; classes that are the whole of their kind count no part, and a part takes the class that it is of."""
    told = tuple(claims)
    rows = tuple(_classed(article, c, n, told) for n, c in enumerate(told))
    rows = tuple(_of_side(c, rows) for c in rows)
    return tuple(replace(c, subset=None) if _is_whole(c, rows) else c for c in rows)


SIDES = re.compile(
    r"\b(?:soldiers|troops|civilians|non-?combatants|demonstrators|protesters|protestors|marchers|rioters)\b", re.I
)
"""Who is counted beside others wherever a report counts those."""


def _of_side(claim: Claim, rows: tuple[Claim, ...]) -> Claim:
    """The claim; soldiers or civilians as a part where the report counts others that came to the same harm."""
    word = SIDES.search(claim.span.text) if claim.subset is None and claim.kind in HARMED else None
    if word is None or claim.negated or claim.person is not None:
        return claim
    mine, number = key(word.group()), claim.value.number
    for other in rows:
        alike = other.kind in HARMED and other.scope == claim.scope and not other.negated and other.id != claim.id
        if not alike or other.earlier or other.value.number == number:
            continue
        more = other.kind == claim.kind and other.subset is None and (other.value.number or 0) > (number or 0)
        if (more and not SIDES.search(other.span.text)) or (other.subset and key(other.subset) in CAMPS - {mine}):
            return replace(claim, subset=word.group(), why=(*claim.why, "subset: others are counted beside them"))
    return claim


CAMPS = frozenset(("soldiers", "civilians", "fighters", "police"))
"""Keys of those who stand on one side, or on none."""


def _is_whole(claim: Claim, rows: tuple[Claim, ...]) -> bool:
    """Whether no count of its kind is of more or of others."""
    if claim.subset is None or claim.kind not in WHOLES or claim.negated:
        return False
    if claim.kind == "detained":
        return claim.subset.casefold() in SUSPECTS
    if OTHERS.search(claim.span.text):
        return False
    if _last(claim.subset) in HELD:
        return claim.kind in {"rescued", "kidnapped"}
    if claim.kind == "protesters":
        return not claim.partial
    if _tells_apart(claim.subset):
        return False
    number = claim.value.number or claim.value.low or 0
    for other in rows:
        if other.kind != claim.kind or other.scope != claim.scope or other.earlier or other.negated:
            continue
        size = other.value.number or other.value.low or 0
        if size == number:
            continue
        more = size > number
        if more and (other.subset is None or key(other.subset) != key(claim.subset)):
            return False
        if other.subset is not None and key(other.subset) != key(claim.subset) and not _tells_apart(other.subset):
            return False
    return True


def _last(subset: str) -> str:
    """The last word without the plural's s."""
    word = subset.casefold().split()[-1]
    return word[:-1] if word.endswith("s") else word


def _tells_apart(subset: str) -> bool:
    """Whether the words name an age, a sex or a nation."""
    return key(subset) in SAID_OF_ALL or any(is_demonym(w) for w in subset.split())


def _classed(article: Article, claim: Claim, n: int, rows: tuple[Claim, ...]) -> Claim:
    """The claim; with the class of the count before where it counts some of those and says no more who they are."""
    if claim.subset is not None or claim.kind not in CARE or claim.person is not None or n == 0:
        return claim
    before = rows[n - 1]
    other = before.kind != claim.kind and load()[before.kind].people and before.kind != "aboard"
    near = 0 <= claim.span.start - before.span.end < REACH
    fewer = 0 < (claim.value.number or 0) < (before.value.number or 0)
    named = before.subset or _hostages(before)
    told = OF_THEM.match(claim.span.text) or (BARE.match(claim.span.text) and _opens(article.text, claim.span.start))
    if not (other and near and fewer and named and told) or claim.kind == "killed" or before.partial:
        return claim
    return replace(claim, subset=named, why=(*claim.why, f"subset: {named} of the count before it"))


def _hostages(claim: Claim) -> str | None:
    """The word for those held, in a count of them."""
    return next((w for w in re.findall(r"\w+", claim.span.text) if _last(w) in HELD), None)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    return re.search(r"(?:[.!?][”\"’']?\s+|\n\s*|^)$", text[max(0, start - 4) : start]) is not None
