"""How far a place reaches in the words of its sentence: "in the Lviv region" is not Lviv."""

from __future__ import annotations

from variorum.lang.grounds import grounds
from variorum.model import Claim, Extraction, holding


def stated_reach(claim: Claim, extraction: Extraction) -> str | None:
    """The claim's place with the noun that widens it, where its sentence never names the place without one; none where
    the sentence only has it as the land that struck ("killed in Utria's missile strike")."""
    found = holding(extraction.sentences, claim.span.start)
    if claim.place is None or found is None:
        return claim.place
    sentence = found.text
    ends = [at + len(claim.place) for at in _places(sentence, claim.place)]
    if ends and all(grounds().blow.match(sentence, end) for end in ends):
        return None
    after = [_next_word(sentence, end) for end in ends]
    widened = bool(after) and all(w in grounds().wider for w in after)
    return f"{claim.place} {after[0]}" if widened else claim.place


def _places(sentence: str, name: str) -> list[int]:
    found = []
    at = sentence.find(name)
    while at >= 0:
        found.append(at)
        at = sentence.find(name, at + len(name))
    return found


def _next_word(sentence: str, at: int) -> str:
    words = sentence[at : at + 40].split()
    return words[0].strip(".,;:)”\"'").casefold() if words and sentence[at : at + 1].isspace() else ""
