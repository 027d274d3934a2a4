"""Another place or voice behind a count, whose verb is left out: "41 died in Osk, *in Tarn 12*", "police counted 9,000,
*the union 40,000*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from variorum.lang.base import read
from variorum.lang.saying import Saying
from variorum.text.tree import Parse

if TYPE_CHECKING:
    from variorum.extract.claims.words import Words
    from variorum.extract.quantities import NumberPhrase

GAP_ENDS = re.compile(r"\s*(?:$|[.,;:)]|\b(?:and|while|but|whereas)\b)")
"""What follows a number that stands alone there."""
PLACE = r"(?:in|at|around|near)\s+(?:[A-Z][\w’'-]*\s+){1,3}"


def behind_label(language: str) -> re.Pattern[str]:
    """What stands before a number that looks like a name's ("*…, the union* 40,000")."""
    return re.compile(
        rf"\w[^.;]*(?:[,;]|\band\b)\s+(?:and\s+)?(?:{PLACE}|the\s+(?:[A-Z]{{2,}}|{_voices(language)})\s+)$"
    )


def behind_count(language: str) -> re.Pattern[str]:
    """What stands before a number without a noun ("…, *Tarn for* 29")."""
    return re.compile(
        r"(?:[,;:]|\b(?:and|but|while|whereas))\s+(?:(?:and|but|while|whereas)\s+)?(?:(?:in|at|for|from|around|near)\s+)?"
        rf"(?:the\s+)?(?:(?:[A-Z][\w’'-]*\s+){{1,4}}|{_voices(language)}\s+)(?:(?:for|with|at|of|only|another|had|saw|just)\s+){{0,2}}$"
    )


def _voices(language: str) -> str:
    """Who else may count the same: bodies and office holders, with a word or two before ("fire service")."""
    speakers = read(language, "saying", Saying).speakers
    named = "|".join(map(re.escape, sorted(speakers.organisations | speakers.roles | speakers.collective)))
    return rf"(?:[a-z]+\s+){{0,2}}(?:{named})s?"


LISTED_PLACE = re.compile(r";\s+(?:and\s+)?(?:in|at)\s+(?:[A-Z][\w’'-]*\s+){0,2}[A-Z][\w’'-]*,\s+$")


def in_list(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """What looks like an age behind a name and is a place's count: "in Upper Sarn, 47 died; *in Lower Sarn, 29*"."""
    first = parse.sentences[phrase.sentence].start
    if phrase.role == "label" and GAP_ENDS.match(parse.text, phrase.core_end) is not None:
        return words.gapped_label.search(parse.text[first : phrase.start]) is not None
    return phrase.role == "age" and LISTED_PLACE.search(parse.text[first : phrase.start]) is not None
