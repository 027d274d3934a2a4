def changed_title(desk):
    return iter(())
