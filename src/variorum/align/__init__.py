"""Which records of different articles speak of the same thing: names, claims, quotes, and the event itself."""

from variorum.align.claims import align as align_claims
from variorum.align.entities import resolve
from variorum.align.event import settle
from variorum.align.quotes import align as align_quotes
from variorum.align.sources import resolve_sources

__all__ = ["align_claims", "align_quotes", "resolve", "resolve_sources", "settle"]
