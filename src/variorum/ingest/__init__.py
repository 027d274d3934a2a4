"""From files and pages to articles."""

from variorum.ingest.dates import complete_years
from variorum.ingest.read import read
from variorum.ingest.splits import Split, read_split, splits

__all__ = ["Split", "complete_years", "read", "read_split", "splits"]
