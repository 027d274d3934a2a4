"""The quantity grammar: hedge + number + scale + noun or unit, ranges, vague words, negation."""

from variorum.extract.quantities.find import find_quantities
from variorum.extract.quantities.phrase import NumberPhrase, find_phrases

__all__ = ["NumberPhrase", "find_phrases", "find_quantities"]
