"""Reported speech: who is said to have said what, in quotation marks or not."""

from variorum.extract.speech.assemble import Speech, find_speech

__all__ = ["Speech", "find_speech"]
