"""Per article: names, places, times, quantities, attribution, quotes, claims."""

from variorum.extract.article import extract, extract_quantities

__all__ = ["extract", "extract_quantities"]
