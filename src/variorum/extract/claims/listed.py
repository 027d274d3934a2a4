"""Counts in lists of places and voices whose verb is left out, where the number looks like a name's or an age."""

from __future__ import annotations

import re

from variorum.extract.claims.gaps import GAP_ENDS
from variorum.extract.claims.words import Words
from variorum.extract.quantities import NumberPhrase
from variorum.text.tree import Parse

LISTED_PLACE = re.compile(r";\s+(?:and\s+)?(?:in|at)\s+(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w’'-]*,\s+$")


def in_list(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """What looks like an age behind a name and is a place's count: "in Upper Sarn, 47 died; *in Lower Sarn, 29*"."""
    first = parse.sentences[phrase.sentence].start
    if phrase.role == "label" and GAP_ENDS.match(parse.text, phrase.core_end) is not None:
        return words.gapped_label.search(parse.text[first : phrase.start]) is not None
    return phrase.role == "age" and LISTED_PLACE.search(parse.text[first : phrase.start]) is not None
