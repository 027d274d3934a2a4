"""Bodies' names that no likeness of letters shows to be one: acronyms, and the same words in another order."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from variorum.align.alike import initials, listed, owned, words_of
from variorum.align.told_names import LETTERS


def acronyms(names: list[str]) -> list[tuple[int, int]]:
    """Indices of acronyms with every other name; there are few acronyms in a story."""
    short = [i for i, n in enumerate(names) if n.replace(".", "").replace("-", "").isupper() and len(n) < 12]
    return [(min(i, j), max(i, j)) for i in short for j in range(len(names)) if i != j]


def reordered(names: list[str]) -> list[tuple[int, int]]:
    """Indices of names of the same words in another order."""
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        alike[words_of(owned(name)[1])].append(i)
    return [(i, j) for same in alike.values() for i, j in combinations(same, 2)]


def abbreviates(a: str, b: str) -> bool:
    """An acronym and a name with those initials, capitalised throughout."""
    for short, long in ((a, b), (b, a)):
        letters = short.replace(".", "").replace("-", "")
        if letters.isupper() and 2 < len(letters) < 8 and long[:1].isupper() and initials(long).upper() == letters:
            return True
    return False


def unexplained(name: str) -> bool:
    """Letters that stand for a name which not everybody knows."""
    return LETTERS.fullmatch(name) is not None and not listed(name)
