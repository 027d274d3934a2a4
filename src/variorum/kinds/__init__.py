"""What can be counted: one TOML per kind of claim."""
