"""A number that the source has somebody deny and the text made from it has somebody confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from variorum.checks.desk import Desk, Link
from variorum.checks.polarity import cues
from variorum.model import Claim

OWNING = re.compile(
    r"\b(?:confirm|acknowledg|admit|conced|verif)(?:e?s|e?d|ing|ted|ting|ies|ied|e)?\b",
    re.I,
)
"""Words of somebody who says that what others charge is so."""
UNTRUE = re.compile(
    r"\b(?:untrue|false|wrong|unfounded|baseless|unable|unlikely|denial|refut\w*|dismiss\w*|disput\w*|contrary)\b", re.I
)
"""Words by which the same sentence may still deny it."""


class Owned(Struct, frozen=True):
    """`said`: the confirmed count of the derived text; `denied`: the source's."""

    said: Claim
    denied: Claim


def owned(desk: Desk, link: Link) -> Iterator[Owned]:
    """Counts that a sentence of the derived text has confirmed, without any negation, and that the source states only
    as denied."""
    for claim in desk.claims(link.derived):
        if claim.negated or claim.voided or not claim.value.number:
            continue
        same = [c for c in desk.claims(link.source) if c.kind == claim.kind and c.value.number == claim.value.number]
        if same and all(c.negated for c in same) and _confirmed(desk, claim):
            yield Owned(claim, same[0])


def _confirmed(desk: Desk, claim: Claim) -> bool:
    line = desk.line_at(claim.span)
    if line is None or cues(desk, line) or UNTRUE.search(line.span.text):
        return False
    return OWNING.search(line.span.text[: claim.span.start - line.span.start]) is not None
