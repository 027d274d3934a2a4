"""Words that only say who those counted are, beside the verb that tells what became of them."""

from __future__ import annotations

import re

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.words import Words
from variorum.text.tree import Parse, Token

SINCE = {
    "injured": frozenset(("hospitalised",)),
    "trapped": frozenset(("rescued", "killed", "hospitalised")),
    "missing": frozenset(("rescued", "killed")),
    "aboard": frozenset(("killed", "injured", "shot", "missing", "rescued", "kidnapped", "detained")),
    "kidnapped": frozenset(("rescued", "killed")),
    "detained": frozenset(("rescued",)),
    "drones_launched": frozenset(("shot_down",)),
    "missiles_launched": frozenset(("shot_down",)),
}
"""What may since have become of those whom a participle describes."""


DESCRIBING = frozenset((("modifier", "acl"), ("modifier", "amod"), ("subject", "acl")))
"""How a frame stands to the amount, and its word to their noun, where it but describes them."""


def of_main(parse: Parse, frame: Frame, counted: Counted) -> bool:
    """Whether a frame is the verb or predicate that the amount, or the row it stands in, depends on, and no joined verb
    stands between."""
    row = [counted.anchor]
    while row[-1].relation == "conj" and (head := parse.head(row[-1])) is not None and head.pos in {"NOUN", "PROPN"}:
        row.append(head)
    governs = frame.relation in {"subject", "object"} and row[-1].head == frame.word.i
    if not governs or row[-1].relation not in {"nsubj", "obj"}:
        return False
    between, own = parse.tokens[frame.word.i + 1 : counted.number.i], {t.i for t in row}
    return not any(t.dep == "cc" and t.head not in own for t in between)


def only_describes(best: tuple[str, Frame | None], main: tuple[str, Frame | None]) -> bool:
    """Whether a participle tells who they are, and the verb of its clause what became of them: "23 others *injured* on
    Saturday were still *in her wards*", "freed two people *trapped* in a car"."""
    (kind, frame), (became, by) = best, main
    describes = frame is not None and (frame.relation, frame.word.relation) in DESCRIBING
    if kind == "injured" and (by is None or by.relation != "subject"):
        return False  # who was hurt and then moved was hurt all the same
    if kind in {"detained", "kidnapped"} and frame is not None and frame.word.lemma == "hold":
        return False  # those held are counted, though they were let go
    return describes and became in SINCE.get(kind, ())


def recorded(parse: Parse, counted: Counted, words: Words) -> bool:
    """Whether a verb counts those that an adjective describes: "authorities *report* 29 injured civilians", "there are
    110 injured demonstrators", "a union *speaks of* 60 injured colleagues"."""
    verb = parse.head(counted.anchor)
    told = (
        verb is None
        or counted.anchor.relation in {"conj", "appos", "parataxis", "list"}
        or (parse.child(verb, "expl") is not None and counted.anchor.relation == "nsubj")
    )
    told = (
        told
        or words.rival_before.search(parse.text[parse.sentences[counted.sentence].start : counted.start]) is not None
    )
    counts = verb is not None and verb.lemma in words.recorded and counted.anchor.relation in {"obj", "nsubj"}
    return (told or counts) and DEFINITE.search(parse.text, max(0, counted.start - 12), counted.start) is None


ROOM = frozenset(("room", "space", "capacity", "place", "bed"))
LEAVING = frozenset(("leave", "cause", "report", "produce", "lose"))
"""Verbs whose object says itself what befell it."""


def leaves(frame: Frame) -> bool:
    """Whether the object of a verb says itself what befell it: "left 44 martyrs"."""
    return frame.relation == "object" and frame.word.lemma in LEAVING


DEFINITE = re.compile(r"\b(?:the|these|those|all|both|its|their|his|her|our|other)\s+$", re.I)
"""Before a number of those told of before."""


OWN = frozenset(
    (
        "brother", "sister", "sibling", "son", "daughter", "child", "cousin", "relative", "parent", "uncle", "aunt",
        "nephew", "niece", "grandchild", "grandson", "granddaughter", "friend", "member", "colleague", "neighbour",
        "neighbor", "classmate", "pupil", "parishioner",
    )
)  # fmt: skip
"""Those whom one person or group loses."""


def own_loss(frame: Frame | None, noun: Token | None) -> bool:
    """Whether it is somebody's loss, and no toll: "a nurse has *lost three cousins*"."""
    return frame is not None and frame.word.lemma == "lose" and noun is not None and noun.lemma in OWN
