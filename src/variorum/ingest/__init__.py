"""From files and pages to articles."""

from variorum.ingest.dates import complete_years
from variorum.ingest.read import read

__all__ = ["complete_years", "read"]
