"""Blocks of articles that are near in time: most candidates of an article are in its own block, so that a vector
travels once or twice instead of once per pair."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from variorum.stories.columns import I32, I64, U64, Counts, Terms, offsets
from variorum.stories.frequency import CELLS, Sketch, sketch

SPREAD = np.uint64(0x9E3779B97F4A7C15)
"""2^64 by the golden ratio (Knuth): numbers that differ little are spread over a day."""


class Calendar(Struct, frozen=True):
    """How many articles each day has: `before[i]` stand before `days[i]`, ascending; the last is the number of all."""

    days: I32
    before: I64

    def blocks(self, articles: U64, days: I32, count: int) -> I64:
        """The block (0 to `count` - 1) of each article: blocks hold about as many articles each, in order of time.

        The articles of one day go to the blocks that it spans by their numbers. Wants days that the calendar has.
        """
        at = np.searchsorted(self.days, days)
        within = ((articles * SPREAD) >> np.uint64(32)).astype(np.int64)
        places = self.before[at] + ((within * (self.before[at + 1] - self.before[at])) >> 32)
        found: I64 = np.minimum(places * count // max(1, int(self.before[-1])), count - 1)
        return found


class Known(Struct, frozen=True):
    """What is known of all articles together."""

    sketch: Sketch
    calendar: Calendar


def day_counts(signatures: Terms) -> Counts:
    """How many articles there are of each day, in cells behind those of terms."""
    days, often = np.unique(signatures.days, return_counts=True)
    return Counts((days + CELLS).astype(np.uint32), often.astype(np.int64))


def known(counted: Counts) -> Known:
    """From the sums of term and day counts, ascending."""
    cut = int(np.searchsorted(counted.cells, CELLS))
    days = (counted.cells[cut:].astype(np.int64) - CELLS).astype(np.int32)
    return Known(
        sketch(Counts(counted.cells[:cut], counted.counts[:cut])), Calendar(days, offsets(counted.counts[cut:]))
    )
