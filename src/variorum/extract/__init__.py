"""Per article: names, places, times, quantities, attribution, quotes, claims."""

from variorum.extract.article import extract, extract_again, extract_quantities, undated

__all__ = ["extract", "extract_again", "extract_quantities", "undated"]
