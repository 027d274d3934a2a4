"""The same stages over a corpus of any size, on any engine, into tables."""
