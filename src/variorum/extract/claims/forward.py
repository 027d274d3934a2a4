"""An older count that stands before the newer one, which names the kind: "from 12 to 31 dead"."""

from __future__ import annotations

import re

from variorum.extract.claims.antecedents import countable
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.sorts import of_another_sort
from variorum.extract.claims.words import Words
from variorum.text.tree import Parse


def taken_back(parse: Parse, amount: Counted, table: Words) -> bool:
    sentence = parse.sentences[amount.sentence]
    if parse.said(sentence).isdisjoint(table.earlier):
        return False
    match = table.earlier_before.search(parse.text[sentence.start : amount.start])
    if match is None or not match.group().lower().startswith("from"):
        return match is not None
    return TO_VALUE.match(parse.text, amount.end) is not None or any(
        a.lemma in table.moving for a in parse.ancestors(amount.anchor)
    )


def forward(parse: Parse, pending: list[Counted], readings: list[Reading], table: Words) -> list[Reading]:
    """An older count may stand before the newer one that names the kind ("from 12 to 31 dead")."""
    found = []
    for amount in pending:
        near = [r for r in readings if r.counted.sentence == amount.sentence]
        if near:
            near = [r for r in near if not _ends_elsewhere(parse, amount, r.counted)]
        if near:
            closest = min(near, key=lambda r: (abs(r.counted.start - amount.start), r.counted.start))
            vague = amount.value.modifier == "vague"
            if vague or not countable(closest.kind, own_noun(amount), table) or _apart(amount, closest, table):
                continue  # "debris from one of the drones killed a woman"
            found.append(Reading(amount, closest.kind, None, None, closest.noun, closest))
    return found


def _apart(amount: Counted, newer: Reading, table: Words) -> bool:
    return of_another_sort(amount, newer.kind, newer.noun or newer.counted.noun, table)


TO_VALUE = re.compile(r"(?:\s+[a-z]+)?\s+to\s+", re.I)


def _ends_elsewhere(parse: Parse, amount: Counted, other: Counted) -> bool:
    """Whether "from 48,000 to 9,000" says itself what came after, and it is not the other count."""
    to = TO_VALUE.match(parse.text, amount.end)
    return to is not None and not to.start() <= other.start <= to.end()
