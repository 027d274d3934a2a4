def lost_attribution(desk):
    return iter(())
