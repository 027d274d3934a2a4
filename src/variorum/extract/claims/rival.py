"""A bare number of another voice for what was just counted: "police counted 9,000. Organisers spoke of 30,000"."""

from __future__ import annotations

import re

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words
from variorum.kinds.patterns import index
from variorum.text.tree import Parse

ENDS = re.compile(r"\s*(?:[.;,:!?)”\"]|$|(?:and|but|while|in\s+all|in\s+total)\b)")
"""What follows a number that stands for itself."""
APART = 20
"""Times by which two counts of one thing may differ; police and organisers have been this far apart."""


def is_rival(parse: Parse, amount: Counted, number: float | None, sentence: int, table: Words) -> bool:
    """Whether the amount is another's number for the count of `number` in `sentence`, its own or the one before."""
    own = amount.value.number or amount.value.low
    if amount.sentence - sentence > 1 or not number or not own or not told(parse, amount, table):
        return False
    return 1 / APART <= own / number <= APART


def told(parse: Parse, amount: Counted, table: Words) -> bool:
    """Whether a voice states the bare number: "hospitals reported 45"."""
    if amount.noun is not None or amount.single or amount.negative or amount.partitive or amount.increment:
        return False
    before = parse.text[parse.sentences[amount.sentence].start : amount.start]
    return table.rival_before.search(before) is not None and ENDS.match(parse.text, amount.end) is not None


def counted_thing(parse: Parse, amount: Counted, language: str) -> str | None:
    """The kind whose counting word stands before in the sentence: "those who counted the *crowd* put it at 24,000"."""
    counters = index(language).by_word["counters"]
    for token in parse.tokens_of(parse.sentences[amount.sentence]):
        if token.start >= amount.start:
            return None
        found = next((p.kind for p in counters.get(token.lemma, ()) if p.alone), None)
        if found is not None:
            return found
    return None
