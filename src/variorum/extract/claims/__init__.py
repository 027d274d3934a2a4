"""Counted facts: which number counts what, of which event, and how sure the article is."""

from variorum.extract.claims.find import find_claims

__all__ = ["find_claims"]
