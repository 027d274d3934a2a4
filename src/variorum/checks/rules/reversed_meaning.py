def reversed_meaning(desk):
    return iter(())
