"""Everything read out of one article."""

from __future__ import annotations

from msgspec import Struct

from variorum.model.claim import Claim, Quantity
from variorum.model.entity import Mention, TimeMention
from variorum.model.span import Span
from variorum.model.speech import Attribution, Quotation


class Extraction(Struct, frozen=True, kw_only=True):
    """What `extract` found in one article; every record carries spans of that article."""

    article: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    claims: tuple[Claim, ...] = ()
