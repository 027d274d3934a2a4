"""One rule per type of discrepancy; rules never know each other."""
