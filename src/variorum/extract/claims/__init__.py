"""Counted facts: which number counts what, of which event, who says so, and how sure the article is."""

from variorum.extract.claims.attribute import attribute
from variorum.extract.claims.carried import carried
from variorum.extract.claims.course import dated
from variorum.extract.claims.days import on_days
from variorum.extract.claims.denied import refute
from variorum.extract.claims.ended import ended
from variorum.extract.claims.find import find_claims
from variorum.extract.claims.measures import find_measures

__all__ = ["attribute", "carried", "dated", "ended", "find_claims", "find_measures", "on_days", "refute"]
