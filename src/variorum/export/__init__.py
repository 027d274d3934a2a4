"""From an account to what people and programs read."""
