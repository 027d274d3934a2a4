"""Things that count without a verb of their kind, unless what they do or what stops them tells something else."""

from __future__ import annotations

import re

from variorum.extract.claims.context import stands
from variorum.extract.claims.counted import Counted
from variorum.kinds.patterns import Index
from variorum.text.tree import Parse

OF_NUMBER = re.compile(r"\bof\s+(?:the\s+|its\s+)?$")


def brought_down(parse: Parse, counted: Counted, table: Index) -> bool:
    """ "shot down 22 of *31 drones*", "none of the *12 missiles* used was intercepted": the whole that came, where only
    the part's verb stops them."""
    of = OF_NUMBER.search(parse.text, max(0, counted.start - 30), counted.start)
    end = parse.sentence_of(counted.number).last
    near = parse.tokens[max(0, counted.number.i - 8) : min(counted.number.i + 8, end)]
    stops = table.by_word["object_of"]
    return of is not None and any(
        p.kind == "shot_down" and stands(parse, t, p) for t in near for p in stops.get(t.lemma, ())
    )


def acts(parse: Parse, counted: Counted) -> bool:
    """Whether a verb says what they do."""
    head = parse.head(counted.anchor)
    return head is not None and head.pos == "VERB" and counted.anchor.relation == "nsubj"
