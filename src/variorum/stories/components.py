"""Connected components of edges that fit in memory."""

from __future__ import annotations

import numpy as np

from variorum.stories.columns import U64, Same


def components(first: U64, second: U64) -> Same:
    """Every article of an edge with the least article of its component."""
    known, places = np.unique(np.concatenate((first, second)), return_inverse=True)
    one, two = places[: len(first)], places[len(first) :]
    least = np.arange(len(known))
    while True:
        low = np.minimum(least[one], least[two])
        before = least.copy()
        for side in (one, two):
            np.minimum.at(least, before[side], low)
            np.minimum.at(least, side, low)
        while (least != least[least]).any():
            least = least[least]
        if (least == before).all():
            return Same(known, known[least])
