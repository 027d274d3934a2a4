def incoherent(desk):
    return iter(())
