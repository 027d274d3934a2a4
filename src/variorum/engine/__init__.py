"""How stages are run: one protocol, several backends."""
