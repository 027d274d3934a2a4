"""The fullest form that an article gives a name: "Lee" stands for "Harper Lee", an acronym for what it abbreviates."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.model import EntityType
from variorum.text.translit import fold, similar_names

_ALIKE, _MANY = 0.86, 300
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,7}")


def full_forms(text: str, named: Sequence[tuple[Candidate, EntityType]], words: Words) -> dict[Candidate, str]:
    """Each candidate's full form."""
    people = _People(_spellings([c.text for c, kind in named if kind == "person"]))
    organisations = _spellings([c.text for c, kind in named if kind == "organization"])
    places = _spellings([c.text for c, kind in named if kind == "place"])
    out: dict[Candidate, str] = {}
    for candidate, kind in named:
        if kind == "person":
            out[candidate] = people.full(candidate.text)
        elif kind == "organization":
            out[candidate] = _organisation(candidate, text, organisations)
        else:
            out[candidate] = place_name(places[fold(candidate.text)], words)
    return out


def place_name(text: str, words: Words) -> str:
    """A place's name in full: "Kentucky" for "Ky."."""
    return words.abbreviations.get(text, text)


def _spellings(names: Sequence[str]) -> dict[str, str]:
    """Folded name → its spelling: the most frequent, mixed case before capitals."""
    counts = Counter(names)
    best: dict[str, str] = {}
    for name in sorted(counts, key=lambda n: (n.isupper(), -counts[n], n)):
        best.setdefault(fold(name), name)
    return best


class _People:
    """The article's personal names by first and last word."""

    def __init__(self, spellings: dict[str, str]) -> None:
        self.spellings = spellings
        self.by_end: dict[str, list[str]] = defaultdict(list)
        self.by_start: dict[str, list[str]] = defaultdict(list)
        for key in sorted(spellings):
            words = key.split()
            for n in range(1, len(words)):
                self.by_end[" ".join(words[n:])].append(key)
                self.by_start[" ".join(words[:n])].append(key)

    def full(self, name: str) -> str:
        """The name, or the one longer name that its words end or begin, or nearly end."""
        key = fold(name)
        if " " in key:
            return self.spellings[key]
        ends = self.by_end[key] if key in self.by_end else self._alike(key)
        if ends:
            longest = max(ends, key=len)
            return self.spellings[longest if _nested(ends, longest) else key]
        starts = self.by_start.get(key, [])
        return self.spellings[starts[0] if len(starts) == 1 else key]

    def _alike(self, key: str) -> list[str]:
        """Full names whose last word is nearly this one; not in texts of more names than a reader could mix up."""
        if len(self.spellings) > _MANY:
            return []
        return [k for k in sorted(self.spellings) if " " in k and similar_names(key, k.split()[-1], _ALIKE)]


def _nested(names: list[str], longest: str) -> bool:
    """Whether all are parts of the longest, so that they are one person."""
    return all(set(n.split()) <= set(longest.split()) for n in names)


def _organisation(candidate: Candidate, text: str, organisations: dict[str, str]) -> str:
    key = fold(candidate.text)
    if not _ACRONYM.fullmatch(candidate.text):
        return organisations[key]
    letters = key.replace(" ", "")
    longer = sorted(k for k in organisations if initials(k) == letters)
    return organisations[longer[0]] if longer else organisations[key]


def initials(folded: str) -> str:
    """The first letters of a name's words, without the small ones."""
    return (
        "".join(w[0] for w in folded.split() if w not in {"of", "the", "and", "for", "in", "on"})
        if " " in folded
        else ""
    )
