"""Which article was made from which, and how many independent voices there are."""

from variorum.lineage.across import Member, across, verify
from variorum.lineage.trace import trace

__all__ = ["Member", "across", "trace", "verify"]
