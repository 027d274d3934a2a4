"""Whom a count is made of, told in a sentence of its own: "12 people died. *Six were Danish, three Greek*", "ten of
*the patients were* Swedes and four Danes", "six who died are from Hanley and *two from Ross*"."""

from __future__ import annotations

import re

from variorum.extract.claims.antecedents import MEMORY
from variorum.extract.claims.callings import FROM, nation, said_to_be
from variorum.extract.claims.choose import member_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.descriptors import of_patients
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index, kind_of_whole
from variorum.text.tree import Parse, Token

OPENS = re.compile(r"(?:^|[;:]\s+|,\s+|\b(?:and|while|but)\s+)(?:at\s+least\s+|about\s+|some\s+|all\s+but\s+)?$", re.I)
"""What may stand before a number that a clause of the row opens with."""
GOES_ON = re.compile(r"(?:,|;|\band|\bplus|\bwith)\s+$", re.I)
"""What parts one number of the row from the next."""
OF_THE = re.compile(r"\s+of\s+(?:the|those|these|her|his|its|their)\s+(?:\d[\d,]*\s+)?(\w+)", re.I)
VICTIMS = frozenset(("victim", "casualty"))


def with_composed(
    parse: Parse, amounts: list[Counted], readings: list[Reading], table: Words, language: str
) -> list[Reading]:
    """The readings, and the numbers of a row that says who those counted before are."""
    found = {(r.counted.start, r.counted.end): r for r in readings}
    last: Reading | None = None
    told: list[Reading] = []
    for amount in amounts:
        own = found.get((amount.start, amount.end))
        if own is not None and not _of_clause_before(parse, own, last):
            last = own
            told.append(own)
            continue
        part = _part(parse, amount, _larger(amount, last, told), table, language)
        if part is not None:
            found[amount.start, amount.end] = last = part
    return sorted(found.values(), key=lambda r: (r.counted.start, r.counted.end))


def _larger(amount: Counted, last: Reading | None, told: list[Reading]) -> Reading | None:
    """The count told last or, where it is too small to hold the amount, a larger one of its kind in its sentence:
    "*fifteen are known dead* after divers found three bodies. Nine were Polish"."""
    if last is None or last.link is not None or (last.counted.value.number or 0) > (amount.value.number or 0):
        return last
    mates = (r for r in told if r.kind == last.kind and r.counted.sentence == last.counted.sentence and r.link is None)
    return max(mates, key=lambda r: r.counted.value.number or 0, default=last)


def _of_clause_before(parse: Parse, own: Reading, last: Reading | None) -> bool:
    """Whether only the verb of an aside makes a kind of a number that carries on the row: "ten of the dead came from
    Malton, where the feast was *held, five* from Ilford"."""
    if last is None or last.counted.sentence != own.counted.sentence or own.kind == last.kind:
        return False
    frame = own.choice.frame if own.choice is not None else None
    if frame is not None and not (
        last.counted.end < frame.word.start
        and frame.word.end <= own.counted.start
        and "," in parse.text[frame.word.end : own.counted.start]
    ):
        return False
    return FROM.match(parse.text, own.counted.core_end + 1) is not None


def _part(parse: Parse, amount: Counted, last: Reading | None, table: Words, language: str) -> Reading | None:
    if amount.negative or amount.partitive or amount.increment or not amount.value.number:
        return None
    if amount.single and (amount.noun is None or not nation(amount.noun)):
        return None  # "one of the guards, *a young woman*, died"
    lead = parse.text[parse.sentences[amount.sentence].start : amount.start]
    if last is not None and _goes_on(parse, amount, last, lead, table):
        return Reading(amount, last.kind, None, "part", own_noun(amount), last.antecedent)
    if amount.single or amount.value.number == 1 or OPENS.search(lead) is None:
        return None
    if said_to_be(parse, amount, table) is None:
        return None
    kind, whole = _whole(parse, amount, last, language)
    if kind is None or not load()[kind].people:
        return None
    return Reading(amount, kind, None, "part", own_noun(amount), whole)


def _goes_on(parse: Parse, amount: Counted, last: Reading, lead: str, table: Words) -> bool:
    """Whether a number carries on the row of a part before it in its sentence: "*, four Dutch*", "*and two from
    Ross*"."""
    part = last.link == "part" or OF_THE.match(parse.text, last.counted.core_end) is not None
    part = part or (last.kind == "hospitalised" and of_patients(parse, last.counted))
    alike = last.counted.sentence == amount.sentence and part
    if not alike or GOES_ON.search(lead) is None or not load()[last.kind].people:
        return False
    ill = last.kind == "hospitalised" and of_patients(parse, amount)
    return ill or said_to_be(parse, amount, table, gapped=True) is not None


def _whole(parse: Parse, amount: Counted, last: Reading | None, language: str) -> tuple[str | None, Reading | None]:
    """The kind that the parts are of, and the count they are taken of."""
    of = OF_THE.match(parse.text, amount.core_end, parse.sentences[amount.sentence].end)
    token = _token(parse, amount, of.start(1)) if of is not None else None
    if token is not None:
        same = last is not None and last.noun is not None and last.noun.lemma == token.lemma
        if last is not None and same:
            return last.kind, last
        if token.lemma in VICTIMS:
            return last.kind if last is not None and last.kind in HARMED else "killed", last
        return "hospitalised" if token.lemma == "patient" else kind_of_whole(forms(token), index(language)), None
    if of is not None:
        return None, None
    spoken = _spoken_of(parse, amount, language), None
    if last is None or not _near(parse, amount, last):
        return spoken
    if last.counted.negative:  # "none of the dead was a child. Nine were Swedes"
        return last.kind, None
    whole = last.antecedent if last.link == "part" and last.antecedent is not None else last
    more = (whole.counted.value.number or 0) > (amount.value.number or 0)
    return (whole.kind, whole) if more and whole.link != "void" else spoken


SPOKEN_OF = re.compile(
    r"\b(?:who\s+(?:are|were|was|is)|(?:none|all|most|many|some)\s+of)\s+(?:the|those)\s+(?P<who>\w+)\b", re.I
)


def _spoken_of(parse: Parse, amount: Counted, language: str) -> str | None:
    """The kind of those of whom the sentence before speaks without a number: "*Who were the dead?* Two came from
    Sweden", "*none of the dead* was a child. Nine were Danes"."""
    if amount.sentence == 0:
        return None
    before = parse.sentences[amount.sentence - 1]
    match = SPOKEN_OF.search(parse.text, before.start, before.end)
    token = next((t for t in parse.tokens_of(before) if t.start == match.start("who")), None) if match else None
    return member_of(token, index(language)) if token is not None else None


def _near(parse: Parse, amount: Counted, last: Reading) -> bool:
    """Whether the count stands shortly before, in the same running text."""
    a, b = parse.sentences[last.counted.sentence], parse.sentences[amount.sentence]
    return b.index - a.index <= MEMORY and a.kind == b.kind


def _token(parse: Parse, amount: Counted, start: int) -> Token | None:
    return next((t for t in parse.tokens_of(parse.sentences[amount.sentence]) if t.start == start), None)
