def totals_mismatch(desk):
    return iter(())
