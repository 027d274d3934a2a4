"""The same stages over a corpus of any size, on any engine, into tables."""

from variorum.corpus.run import Run, run

__all__ = ["Run", "run"]
