def changed_date(desk):
    return iter(())
