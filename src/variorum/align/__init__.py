"""Which records of different articles speak of the same thing."""
