"""From readings to figures, by named policies."""
