"""What speaks for a candidate being a person, an organisation or a place: points from its words and its neighbours.

The weights are ordered by how rarely a cue errs (a title before a name hardly ever, a preposition often); their
sizes were set by hand and checked on the development part of UNER English EWT (`benchmarks/names.py`).
"""

from __future__ import annotations

from itertools import pairwise

from variorum.extract.names.runs import Seen, Segment, opens
from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.text.gazetteer import lookup
from variorum.text.translit import fold
from variorum.text.tree import Parse, Token

Scores = tuple[float, float, float, float]
"""Points for person, organisation, place, and none of the three."""

_MAC = ("Mc", "Mac", "De", "O'", "O’", "La", "Le", "Di", "Fitz")
_CUES = frozenset({"say", "add", "tell", "explain", "write", "note", "announce", "warn", "recall", "declare", "reply", "stress", "speak", "state"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "outskirts", "centre", "center", "suburb", "port", "coast", "people", "streets"})
_STATELY = frozenset({"ministry", "government", "army", "air", "military", "president", "parliament", "capital", "border", "navy", "forces", "police", "foreign", "defence", "defense", "main", "second", "largest", "coast", "northern", "southern", "eastern", "western"})
_BODIES = frozenset({"agency", "newspaper", "news", "company", "group", "bank", "television", "party", "union", "network", "firm", "airline", "radio", "magazine", "daily", "website"})
_KIN = frozenset({"his", "her", "their", "my", "our", "your"})


def score(parse: Parse, candidate: Candidate, part: Segment, words: Words, vocabulary: Seen) -> Scores:
    """The points of one mention."""
    own = _own(parse, candidate, words)
    around = _around(parse, candidate, part, words)
    person, organisation, place, none = (a + b for a, b in zip(own, around, strict=True))
    lower = candidate.text.lower()
    if candidate.last - candidate.first == 1 and lower not in vocabulary.capital:
        none += 1.0 if candidate.case != "normal" or opens(parse, candidate.first, part) else 0.0
    elif lower not in vocabulary.lower:
        organisation += 0.3
    if _adjective_seen(lower, vocabulary):
        place += 3.0
    return person, organisation, place, none


def _adjective_seen(name: str, vocabulary: Seen) -> bool:
    """Whether the article has an adjective made of the name, as of countries ("Ruritania", "Ruritanian")."""
    return len(name) > 4 and any(name + e in vocabulary.capital for e in ("n", "an", "ian", "ese"))


def _own(parse: Parse, candidate: Candidate, words: Words) -> Scores:
    """Cues in the name itself."""
    tokens = parse.tokens[candidate.first : candidate.last]
    content = [t for t in tokens if t.text[0].isalnum()]
    last = content[-1].lower.strip(".")
    folded = fold(candidate.text)
    person = place = none = 0.0
    organisation = 6.0 if folded in words.known_orgs else 0.0
    if folded in words.world:
        place += 6
    if len(content) > 1:
        person += _personal(content, words)
        organisation += _corporate(content, words)
        if last in words.place_heads or last in words.areas:
            place += 4
        if content[0].lower.strip(".") in words.place_first:
            place += 1.0
    elif folded in words.given:
        person += 2
    elif candidate.text.isupper() and 2 <= len(candidate.text) <= 6 and candidate.case == "normal":
        organisation += 2
    if content[-1].text.isdigit():
        person, none = person - 4, none + 2.5
    if any(c in candidate.text for c in "_@/<>|=") or candidate.text[0].isdigit():
        none += 6
    if sum(1 for a, b in pairwise(candidate.text) if a.islower() and b.isupper()) and not candidate.text.startswith(_MAC):
        organisation += 1.5  # a capital inside a word: a brand
    place += _listed(candidate.text, len(content))
    return person, organisation, place, none


def _personal(content: list[Token], words: Words) -> float:
    given = content[0].lower in words.given
    points = 3.0 if given else 0.0
    if len(content) in (2, 3) and all(t.text.isalpha() for t in content):
        points += 1.2
    if any(len(t.text.strip(".")) == 1 for t in content[1:-1]) or len(content[0].text.strip(".")) == 1:
        points += 1.5
    if content[-1].lower.strip(".") in words.suffixes or any(t.lower in words.particles for t in content[1:-1]):
        points += 1.0
    return points


def _corporate(content: list[Token], words: Words) -> float:
    last, first = content[-1].lower.strip("."), content[0].lower.strip(".")
    points = 0.0
    if last in words.org_heads or first in words.org_heads or last in words.legal or first in words.legal_first:
        points += 5
    elif any(t.lower in words.org_heads for t in content[1:]):
        points += 3
    if any(t.lower in {"of", "for", "&", "and"} for t in content):
        points += 1
    return points


def _listed(name: str, length: int) -> float:
    """The gazetteer's voice: countries and regions strongly, towns by their size, like sounds hardly."""
    found = lookup(name)
    if not found:
        return 0.0
    best = found[0]
    if not best.exact:
        return 1.5 if best.population >= 300 else 0.4
    if best.kind != "city":
        return 6.0 if best.kind == "country" or length > 1 else 4.0
    if length > 1:
        return 4.5
    size = 4.0 if best.population >= 1000 else 3.0 if best.population >= 200 else 2.0 if best.population >= 50 else 1.2
    return size if best.main else size / 2


def _around(parse: Parse, candidate: Candidate, part: Segment, words: Words) -> Scores:
    """Cues beside the name."""
    before = [parse.tokens[i] for i in range(max(part.first, candidate.first - 8), candidate.first)]
    after = [parse.tokens[i] for i in range(candidate.last, min(part.last, candidate.last + 5))]
    person, organisation, place, none = _before(parse, candidate, before, words)
    p, o, l, n = _after(parse, candidate, after, words)
    return person + p, organisation + o, place + l, none + n


def _before(parse: Parse, candidate: Candidate, before: list[Token], words: Words) -> Scores:
    if candidate.title is not None:
        return 6.0, 0.0, -1.0, 0.0
    person = organisation = place = none = 0.0
    near = [t for t in before if t.text not in {'"', "“", "„", "«", "‘", "'"}]
    quoted = len(near) < len(before) and bool(before) and before[-1] not in near
    last = near[-1].lower if near else ""
    second = near[-2].lower if len(near) > 1 else ""
    if _holds_office(near, words):
        return 4.0, 0.0, 0.0, 0.0
    if last in words.vessels:
        none += 6
    if last in words.areas or (last == "of" and second in words.areas):
        place += 4.0
    elif last in words.org_heads and near[-1].pos in {"NOUN", "PROPN"}:
        organisation += 3.5
    if last in words.locative and near[-1].pos != "VERB":
        place += 2.5 if last in {"in", "near", "outside", "around", "off", "across", "throughout"} else 1.2
    if last == "," and second in words.areas:
        place += 3
    if last == "of" and second in _DIRECTIONS:
        place += 3
    if last == "the":
        person, organisation, place = person - 3, organisation + 1.5, place + 0.3
    if near and near[-1].pos == "VERB" and near[-1].lemma in _CUES:
        told = near[-1].lemma == "tell"
        person, organisation = person + (0.3 if told else 1.6), organisation + (1.0 if told else 0.0)
    if quoted:
        person, none = person - 1.5, none + 1
    return person, organisation, place, none


def _holds_office(near: list[Token], words: Words) -> bool:
    """"the head of the region X": the name behind an office and its body."""
    if not near or near[-1].pos not in {"NOUN", "PROPN"} or near[-1].text[0].isupper():
        return False
    for n in range(len(near) - 2, 0, -1):
        if near[n].pos in {"VERB", "AUX", "PUNCT"}:
            return False
        if near[n].lower == "of" and near[n - 1].lower in words.offices:
            return True
    return False


def _after(parse: Parse, candidate: Candidate, after: list[Token], words: Words) -> Scores:
    person = organisation = place = none = 0.0
    if not after:
        return person, organisation, place, none
    first = after[0]
    second = after[1] if len(after) > 1 else None
    if first.lower in words.areas and first.text[0].islower():
        place += 3.5
    elif first.lower in _BODIES and first.text[0].islower():
        organisation += 3.0
    elif first.lower in words.place_heads and first.text[0].islower():
        place += 1.0
    if first.lower in {"who", "whose", "whom"} or (first.text == "," and second is not None and second.lower in {"who", "whose"}):
        person += 3.5
    if first.text in {",", "("} and second is not None:
        person += _apposed(after[1:], words)
    verb = first if first.pos in {"VERB", "AUX"} else second if second is not None and second.pos == "VERB" else None
    if verb is not None and verb.lemma in words.speaks:
        person += 1.2
        organisation += 0.6
    if first.lower in {"'s", "’s"} and second is not None and second.lower in {"husband", "wife", "son", "daughter", "mother", "father", "brother", "sister"}:
        person += 3
    if first.lower in {"'s", "’s"} and second is not None and second.lower in _STATELY:
        place += 2.0
    if first.text == "," and second is not None and second.text[0].isupper() and _is_wide(parse, candidate.last + 1):
        place += 4
    governor = parse.head(parse.tokens[candidate.first])
    previous = parse.tokens[candidate.first - 1] if candidate.first else None
    if governor is not None and previous is not None and previous.text in {"”", '"', "»", "’", ","} and governor.lemma in words.speaks:
        person += 0.6
    return person, organisation, place, none


def _apposed(after: list[Token], words: Words) -> float:
    """An age or an office behind the name's comma."""
    first = after[0]
    if first.text.isdigit() and len(first.text) <= 2:
        return 3.5
    if first.lower in _KIN:
        return 0.5
    if any(t.lower in words.offices or t.lower in words.people for t in after[:4] if t.pos in {"NOUN", "PROPN"}):
        return 2.5
    return 0.0


def _is_wide(parse: Parse, i: int) -> bool:
    """Whether a country or a region begins at token `i`, as after a town's name."""
    one = parse.tokens[i].text
    two = parse.text[parse.tokens[i].start : parse.tokens[i + 1].end] if i + 1 < len(parse.tokens) else one
    return any(c.exact and c.kind != "city" for name in (one, two) for c in lookup(name))
