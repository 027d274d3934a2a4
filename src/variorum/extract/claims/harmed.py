"""What became of some of those shot or hurt: who died of it, who lies how, who was sent home."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.reading import Earlier, Reading
from variorum.model import Number
from variorum.text.tree import Parse

HURT = frozenset(("shot", "injured", "hospitalised"))


def fatal(parse: Parse, reading: Reading | None) -> Reading | None:
    """The reading; "five were shot, *two of them fatally*": dead, whatever befell them all."""
    if reading is None or reading.kind not in {"shot", "injured"} or reading.counted.negative:
        return reading
    if FATALLY.match(parse.text, reading.counted.core_end) is None:
        return reading
    return replace(reading, kind="killed", link=None, choice=None)


FATALLY = re.compile(r"(?:\s+of\s+(?:them|whom))?\s+(?:fatally|mortally)(?:\s+so)?\s*(?:[,.;:)—–]|$|\n)", re.I)


def some_of_the_hurt(amount: Counted, earlier: Earlier) -> Reading | None:
    """The amount as a part of the last larger count of the hurt: "19 were wounded. *Six remained critical*, five went
    home"; None where there is none."""
    number = amount.value.number
    for _, whole in reversed(earlier):
        if whole is None or whole.kind not in HURT or whole.link is not None:
            continue
        most = whole.counted.value.number
        if number is not None and most is not None and 0 < number < most:
            kind = "hospitalised" if whole.kind == "hospitalised" else "injured"
            return Reading(amount, kind, None, "part", own_noun(amount), whole)
        return None
    return None


def sent_home(amount: Counted, earlier: Earlier) -> Reading | None:
    """Those seen to and sent home as a part of the hurt; patients sent home are patients no more."""
    some = some_of_the_hurt(amount, earlier)
    patients = amount.noun is not None and amount.noun.lemma == "patient"
    return None if some is None or some.kind == "hospitalised" or patients else some


def casualties(reading: Reading | None, earlier: Earlier) -> Reading | None:
    """The reading; "casualties" beside a toll of the dead that they come near, and far fewer than the hurt, are dead:
    "the toll rose to 158, and 6,000 were hurt. The ministry published a list of *152 casualties*"."""
    number = reading.counted.value.number if reading is not None else None
    noun = reading.counted.noun if reading is not None else None
    if reading is None or reading.kind != "injured" or noun is None or noun.lemma != "casualty" or not number:
        return reading
    dead, hurt = (max(_numbers(earlier, kind), default=0) for kind in ("killed", "injured"))
    near = number <= dead <= NEAR * number and (not hurt or hurt > FAR * number)
    return replace(reading, kind="killed", choice=None) if near else reading


NEAR, FAR = 3, 5


def _numbers(earlier: Earlier, kind: str) -> list[Number]:
    told = (r.counted.value.number for _, r in earlier if r is not None and r.kind == kind and r.link is None)
    return [n for n in told if n is not None]
