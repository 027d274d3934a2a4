"""One more, told by its place in a row: "two were killed and *a third* was wounded", "a sixth body was found"."""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words, forms
from variorum.lang.numbers import ordinals
from variorum.model import Claim, Value
from variorum.text.tree import Parse, Token

LEADS = frozenset(("a", "another"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))


PLACED = re.compile(r"\d*(?:1st|2nd|3rd|\dth)")
FOUND = frozenset(("survivor", "hostage", "captive"))
"""Those who are found one by one, beside bodies."""


def with_ordinals(parse: Parse, amounts: list[Counted], words: Words) -> list[Counted]:
    """The amounts, those that an ordinal adds to one just before it, and single bodies and survivors, in text order."""
    found, places = [], ordinals()
    for token in [t for t in parse.tokens if t.lower in places or t.lower == "another" or t.lower[0].isdigit()]:
        lower = token.lower
        if lower == "another" and _one_more(parse, token, amounts):
            value = Value(token.text, 1, 1, 1, "exactly")
            span = (token.start, token.end, token.start, token.end)
            found.append(Counted(*span, value, token.sentence, token, token, None))
        # "claimed three lives, *and a fourth* later", "killed three and wounded *a fourth*"
        joined = token.dep in {"conj", "obj"} and places.get(lower, 0) > 2
        if lower in places and (token.dep in SUBJECTS or joined) and _follows(parse, token, amounts, words):
            lead = parse.tokens[token.i - 1]
            found.append(_one(parse, lead, token, None))
        elif (lower in places or (lower[0].isdigit() and PLACED.fullmatch(lower))) and token.i > 0:
            lead, noun = parse.tokens[token.i - 1], parse.head(token)
            own = (
                noun is not None
                and noun.tag == "NN"
                and token.i < noun.i <= token.i + 3
                and lead.lower in {*LEADS, "an"}
            )
            if own and noun is not None and any(f in FOUND or f in words.remains for f in forms(noun)):
                found.append(_one(parse, lead, token, noun))
    return sorted([*amounts, *found], key=lambda c: (c.start, c.end)) if found else amounts


def nth_dead(text: str, claim: Claim) -> Claim:
    """The claim; a headline's "*Fifth person* dies" counts all the dead so far, whatever the body calls that one.

    `text`: of the article.
    """
    if claim.kind != "killed" or claim.section != "headline" or claim.person is None or claim.negated:
        return claim
    told = next((m for m in _nth_dies().finditer(text, 0, claim.span.end) if m.end() > claim.span.start), None)
    if told is None:
        return claim
    word = told.group("nth").lower()
    number = ordinals().get(word) or int(word.rstrip("stndrh"))
    value = Value(told.group("told"), number, number, number, "exactly")
    why = (*claim.why, f"number: “{told.group()}” makes {number}")
    return replace(claim, value=value, person=None, subset=None, partial=False, why=why)


@cache
def nth_victim() -> re.Pattern[str]:
    """A victim by place in the row: "third victim", "12th person"."""
    return re.compile(
        rf"(?P<nth>{'|'.join(ordinals())}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:shooting\s+)?"
        r"(?:person|victim|man|woman|teen|teenager|boy|girl|child|student|worker|officer)",
        re.I,
    )


@cache
def _nth_dies() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<told>{nth_victim().pattern})\s+(?:has\s+)?die[sd]\b", re.I)


def _one_more(parse: Parse, token: Token, amounts: list[Counted]) -> bool:
    """ "Another" alone, of a verb of its own, behind one just counted: "killed one teenager and wounded *another*"."""
    head = parse.head(token)
    following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else token
    elided = following.tag == "VBN" and parse.tokens[token.i - 1].lower == "and"  # "one killed and another wounded"
    if not elided:
        if head is None or head.pos not in {"VERB", "ADJ", "NOUN"}:
            return False
        if not (head.i > token.i if token.dep in SUBJECTS else token.dep == "obj" and head.i < token.i):
            return False
    if following.pos in {"NOUN", "ADJ", "NUM", "PROPN"} and following.tag not in {"VBN", "JJ"}:
        return False
    before = [a for a in amounts if a.end <= token.start and a.sentence == token.sentence and not a.negative]
    return bool(before) and before[-1].value.number is not None


def _follows(parse: Parse, token: Token, amounts: list[Counted], words: Words) -> bool:
    """Whether the count before, in this sentence or the one before it, ends where the ordinal goes on."""
    if token.i == 0 or parse.tokens[token.i - 1].lower not in LEADS or parse.text.startswith(" of ", token.end):
        return False
    before = [a for a in amounts if a.end <= token.start and 0 <= token.sentence - a.sentence <= 1]
    plain = [a for a in before if not a.negative and not _of_thing(a, words)]
    nearest = [a for a in plain if a.sentence == token.sentence] if token.dep == "obj" else plain[-1:]
    return any(a.value.number == ordinals()[token.lower] - 1 for a in nearest)


def _of_thing(amount: Counted, words: Words) -> bool:
    return amount.single and amount.noun is not None and any(f in words.ones for f in forms(amount.noun))


def _one(parse: Parse, lead: Token, token: Token, noun: Token | None) -> Counted:
    stated = parse.text[lead.start : token.end]
    value = Value(stated, 1, 1, 1, "exactly")
    return Counted(
        lead.start,
        token.end,
        token.start,
        token.end,
        value,
        token.sentence,
        token,
        noun or token,
        noun,
        increment=noun is not None,
    )
