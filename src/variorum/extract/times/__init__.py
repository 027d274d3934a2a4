"""Dates and times in an article, resolved against the day it was published.

`patterns` finds the expressions, `calendar` computes days, `resolve` gives each expression its first and last day.
"""

from variorum.extract.times.find import find_times

__all__ = ["find_times"]
