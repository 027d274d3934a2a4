"""One person described beside a total that the report states, and a part of it: "nine died, *a baker* later"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import subset
from variorum.extract.claims.words import Words, forms
from variorum.text.tree import Parse, Token

ANEW = frozenset(("a", "an"))
COUNTED = re.compile(r"(?<!of)\s\d[\d,]*\s+$")
"""Before a word that others are counted by: "a doctor counted *50* injured", not "a girl of 14 died"."""


def individual(parse: Parse, amount: Counted, told: Token, kind: str, words: Words, language: str) -> str | None:
    """The words for a person of a kind whose total is stated, where the body of the report tells of somebody anew
    ("a *wounded soldier* died"); None where it may be anybody ("a victim", "a dead man") or was told of before ("the
    man"). `told`: the word that says what befell the person."""
    noun = amount.noun
    if noun is None or noun.tag != "NN" or parse.sentence_of(noun).kind != "body":
        return None
    lead = next((c for c in parse.children(noun, "det") if c.lower in ANEW), None)
    anybody = words.generic if told.relation == "amod" and told.head == noun.i else words.anybody
    counted = told.i > noun.i + 2 and COUNTED.search(parse.text, noun.end, told.start) is not None
    if lead is None or counted or any(f in anybody for f in forms(noun)):
        return None
    amount = replace(amount, start=lead.start)
    return subset(parse, amount, kind, True, words, language)
