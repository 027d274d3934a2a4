"""Typed, located differences an editor would want to know."""
