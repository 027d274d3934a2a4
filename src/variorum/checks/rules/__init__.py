"""One file per type of discrepancy."""
