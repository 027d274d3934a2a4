"""The fullest form that an article gives a name: "Lee" stands for "Harper Lee", an acronym for what it abbreviates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from variorum.extract.names.split import Candidate
from variorum.model import EntityType
from variorum.text.translit import fold, similar_names

_ALIKE = 0.86
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,7}")


def full_forms(text: str, named: Sequence[tuple[Candidate, EntityType]]) -> dict[Candidate, str]:
    """Each candidate's full form."""
    people = _spellings([c.text for c, kind in named if kind == "person"])
    organisations = _spellings([c.text for c, kind in named if kind == "organization"])
    places = _spellings([c.text for c, kind in named if kind == "place"])
    out: dict[Candidate, str] = {}
    for candidate, kind in named:
        if kind == "person":
            out[candidate] = _person(candidate.text, people)
        elif kind == "organization":
            out[candidate] = _organisation(candidate, text, organisations)
        else:
            out[candidate] = places[fold(candidate.text)]
    return out


def _spellings(names: Sequence[str]) -> dict[str, str]:
    """Folded name → its spelling: the most frequent, mixed case before capitals."""
    counts = Counter(names)
    best: dict[str, str] = {}
    for name in sorted(counts, key=lambda n: (n.isupper(), -counts[n], n)):
        best.setdefault(fold(name), name)
    return best


def _person(name: str, people: dict[str, str]) -> str:
    key = fold(name)
    parts = key.split()
    if len(parts) > 1:
        return people[key]
    longer = [k for k in people if len(k.split()) > 1]
    for test in (_is_surname, _is_like_surname, _is_given):
        matches = sorted(k for k in longer if test(key, k))
        if len(matches) == 1 or (
            matches and test is not _is_given and len({m.split()[-1] for m in matches}) == 1 and _nested(matches)
        ):
            return people[max(matches, key=len)]
        if matches:
            break
    return people[key]


def _nested(matches: list[str]) -> bool:
    longest = set(max(matches, key=len).split())
    return all(set(m.split()) <= longest for m in matches)


def _is_surname(key: str, full: str) -> bool:
    return full.endswith(" " + key)


def _is_like_surname(key: str, full: str) -> bool:
    return similar_names(key, full.split()[-1]) >= _ALIKE


def _is_given(key: str, full: str) -> bool:
    return full.startswith(key + " ")


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
