def changed_medium(desk):
    return iter(())
