def changed_place(desk):
    return iter(())
