"""Which articles report one event."""
