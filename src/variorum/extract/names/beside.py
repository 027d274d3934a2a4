"""Cues beside a name: what stands before it and after it in its sentence."""

from __future__ import annotations

from variorum.extract.names.points import Points
from variorum.extract.names.runs import Segment
from variorum.extract.names.split import Candidate
from variorum.extract.names.words import Words
from variorum.text.gazetteer import lookup
from variorum.text.tree import Parse, Token

_QUOTES = frozenset("\"“„«‘'")
_CLOSING = frozenset('”"»’,')
_POSSESSIVE = frozenset({"'s", "’s"})
_BACK, _ON = 8, 5  # tokens looked at


def before(parse: Parse, candidate: Candidate, part: Segment, words: Words, points: Points) -> None:
    """Titles, offices, nouns and prepositions in front."""
    if candidate.title is not None:
        points.add(person=6.0, place=-1.0)
        return
    behind = parse.tokens[max(part.first, candidate.first - _BACK) : candidate.first]
    near = [t for t in behind if t.text not in _QUOTES]
    if _holds_office(near, words):
        points.add(person=4.0)
        return
    if behind and behind[-1].text in _QUOTES:
        points.add(person=-1.5, none=1.0)
    if candidate.last - candidate.first == 1 and _at_house(near):
        points.add(place=5.0)
    if near:
        _noun_before(near[-1], near[-2] if len(near) > 1 else None, words, points)
        _word_before(near[-1], words, points)


def _noun_before(last: Token, second: Token | None, words: Words, points: Points) -> None:
    """ "the ferry X", "the city of X", "the capital, X", "the agency X"."""
    earlier = second.lower if second is not None else ""
    if last.lower in words.vessels:
        points.add(none=6.0)
    if last.lower in words.areas or (last.lower == "of" and earlier in words.areas):
        points.add(place=4.0)
    elif last.lower in words.org_heads and last.pos in {"NOUN", "PROPN"}:
        points.add(organisation=3.5)
    if (last.text == "," and earlier in words.areas) or (last.lower == "of" and earlier in words.directions):
        points.add(place=3.0)


def _at_house(near: list[Token]) -> bool:
    """ "*A nurse at St Anne Hospital,* Velm, who …": the town of a house where one works who has no name here."""
    if len(near) < 5 or near[-1].text != "," or not near[-2].text[0].isupper():
        return False
    start = len(near) - 2
    while start > 0 and near[start - 1].text[0].isupper():
        start -= 1
    lead = near[max(0, start - 3) : start]
    told = [t.lower for t in lead]
    return len(told) == 3 and told[0] in {"a", "an"} and told[2] in {"at", "of", "from", "in"} and lead[1].tag == "NN"


def _word_before(last: Token, words: Words, points: Points) -> None:
    """Prepositions of place, the article, verbs of saying ("said X", "told X")."""
    if last.lower in words.locative and last.pos != "VERB":
        points.add(place=2.5 if last.lower in words.surely_locative else 1.2)
    if last.lower == "the":
        points.add(person=-3.0, organisation=1.5, place=0.3)
    if last.pos == "VERB" and last.lemma in words.cues:
        told = last.lemma == "tell"
        points.add(person=0.3 if told else 1.6, organisation=1.0 if told else 0.0)


def _holds_office(near: list[Token], words: Words) -> bool:
    """ "the head of the region X": the name behind an office and its body."""
    if not near or near[-1].pos not in {"NOUN", "PROPN"} or near[-1].text[0].isupper():
        return False
    for n in range(len(near) - 2, 0, -1):
        if near[n].pos in {"VERB", "AUX", "PUNCT"}:
            return False
        if near[n].lower == "of" and near[n - 1].lower in words.offices:
            return True
    return False


def after(parse: Parse, candidate: Candidate, part: Segment, words: Words, points: Points) -> None:
    """Nouns, appositions, relative clauses and verbs behind."""
    ahead = parse.tokens[candidate.last : min(part.last, candidate.last + _ON)]
    if not ahead:
        return
    _noun_after(ahead[0], words, points)
    _clause_after(ahead, words, points)
    if len(ahead) > 1 and ahead[0].lower in _POSSESSIVE:
        owned = ahead[1].lower
        points.add(person=3.0 if owned in words.kin else 0.0, place=2.0 if owned in words.stately else 0.0)
    if len(ahead) > 1 and ahead[0].text == "," and ahead[1].text[0].isupper():
        points.add(place=4.0 if _is_wide(parse, candidate.last + 1, words) else 0.0)
    _spoken(parse, candidate, words, points)


def _noun_after(first: Token, words: Words, points: Points) -> None:
    """ "the X region", "the X agency"."""
    if first.text[0].isupper():
        return
    if first.lower in words.areas:
        points.add(place=3.5)
    elif first.lower in words.bodies:
        points.add(organisation=3.0)
    elif first.lower in words.place_heads:
        points.add(place=1.0)


def _clause_after(ahead: tuple[Token, ...], words: Words, points: Points) -> None:
    """ "X, who", "X, 33,", "X, a fisherman,", "X said"."""
    first, second = ahead[0], ahead[1] if len(ahead) > 1 else None
    relative = second if first.text == "," and second is not None else first
    if relative.lower in {"who", "whose", "whom"}:
        points.add(person=3.5)
    if first.text in {",", "("} and second is not None:
        points.add(person=_apposed(ahead[1:], words))
    verb = first if first.pos in {"VERB", "AUX"} else second
    if verb is not None and verb.pos in {"VERB", "AUX"} and verb.lemma in words.speaks:
        points.add(person=1.2, organisation=0.6)


def _apposed(ahead: tuple[Token, ...], words: Words) -> float:
    """An age or an office behind the name's comma."""
    if ahead[0].text.isdigit() and len(ahead[0].text) <= 2:
        return 3.5
    nouns = (t.lower for t in ahead[:4] if t.pos in {"NOUN", "PROPN"})
    return 2.5 if any(n in words.offices or n in words.people for n in nouns) else 0.0


def _spoken(parse: Parse, candidate: Candidate, words: Words, points: Points) -> None:
    """A name that hangs on a verb of saying right behind a quotation."""
    governor = parse.head(parse.tokens[candidate.first])
    previous = parse.tokens[candidate.first - 1] if candidate.first else None
    if governor is not None and previous is not None and previous.text in _CLOSING and governor.lemma in words.speaks:
        points.add(person=0.6)


def _is_wide(parse: Parse, i: int, words: Words) -> bool:
    """Whether a country or a region begins at token `i`, as after a town's name."""
    token = parse.tokens[i]
    if token.text in words.abbreviations or parse.text[token.start : token.end + 1] in words.abbreviations:
        return True
    two = parse.text[token.start : parse.tokens[i + 1].end] if i + 1 < len(parse.tokens) else token.text
    return any(c.exact and c.kind != "city" for name in (token.text, two) for c in lookup(name))
