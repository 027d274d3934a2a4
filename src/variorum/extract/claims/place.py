"""Where a count holds, when its clause names a place, and whether that makes it one observer's part."""

from __future__ import annotations

import re

from msgspec import Struct

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words, forms
from variorum.model import Mention
from variorum.text.tree import Parse, Sentence

BEFORE = re.compile(r"\b(?:in|at|near|outside|around|across|from|inside|on)\s+(?:[\w’'-]+\s+){0,6}$", re.I)
APART = re.compile(
    r"\b(?:apart from|besides|other than|except(?: for)?|in addition to|aside from|excluding)\s+"
    r"([^,.;]{3,60}?)(?=,|\.|;|$)",
    re.I,
)
LEFT_OUT = ("apart", "besides", "other than", "except", "addition", "aside", "excluding")
"""What that begins with, which is quicker to see."""
INSTITUTION = re.compile(
    r"\b(?:in|at|to)\s+(?:the|a|its|one)?\s*(?:(?!(?:in|at|to)\b)[\w’'-]+\s+){0,4}?(?:morgue|clinic|hospital|mortuary|infirmary)\b",
    re.I,
)


STREET = re.compile(
    r"\b(?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|drive|dr\.?|lane|ln\.?|parkway|pkwy\.?|highway|hwy\.?"
    r"|trail|terrace|court|circle)$",
    re.I,
)
"""Where in a town something happened; such a count is the whole event's, as the town says."""
OF_HOUSE = re.compile(
    r"(?:[’']s)?\s+(?:[A-Z][\w’'.-]*\s+){0,3}(?:hospital|clinic|infirmary|medical\s+cent(?:er|re)|mortuary|morgue)s?\b",
    re.I,
)
"""Behind the name of a house that takes in those harmed elsewhere: "at *St Olaf* hospital"."""
SUBORDINATE = re.compile(r"\s(?:as|after|when|while|before|because)\s", re.I)


class Where(Struct, frozen=True):
    """The place named with the count, what it leaves out, and whether the words bound it to a part."""

    place: str | None = None
    exclusive_of: str | None = None
    partial: bool = False


def where(parse: Parse, counted: Counted, kind: str, mentions: tuple[Mention, ...], words: Words) -> Where:
    """The nearest place of the amount's clause that a locative preposition introduces."""
    sentence = parse.sentences[counted.sentence]
    low, high = _reach(parse, counted, sentence.start, sentence.end)
    best: tuple[int, str] | None = None
    for mention in mentions:
        if mention.type != "place" or not (low <= mention.span.start and mention.span.end <= high):
            continue
        lead = parse.text[max(low, mention.span.start - 50) : mention.span.start]
        if not BEFORE.search(lead) or STREET.search(mention.span.text) or OF_HOUSE.match(parse.text, mention.span.end):
            continue
        if kind not in LEAVING and _home(parse, sentence, mention):
            continue
        distance = abs(mention.span.start - counted.end)
        if best is None or (distance, mention.name) < best:
            best = distance, mention.name
    text = parse.text[sentence.start : sentence.end]
    lower = text.lower()
    apart = APART.search(text) if any(word in lower for word in LEFT_OUT) else None
    if apart is not None and _deed(parse, sentence, apart.start(1), apart.end(1), words):
        apart = None
    return Where(
        place=best[1] if best is not None else None,
        exclusive_of=apart.group(1) if apart is not None else None,
        partial=(kind in PERSONAL and _one_observer(parse, counted, high, words))
        or (kind in HOUSED and _of_house(parse, counted, words))
        or (kind in MET and _met(parse, counted, words))
        or (kind == "rescued" and _own_doing(parse, counted)),
    )


LEAVING = {"evacuated", "displaced", "homeless", "rescued", "escaped"}
"""Kinds of what befalls people where they come from."""


def _home(parse: Parse, sentence: Sentence, mention: Mention) -> bool:
    """Whether the place is where people come from: "three tourists *from Odense*", not "bodies from the river"."""
    token = next((t for t in parse.tokens_of(sentence) if mention.span.start <= t.start < mention.span.end), None)
    noun = parse.head(token) if token is not None and token.relation == "nmod" else None
    case = parse.child(token, "case") if token is not None else None
    if noun is None or case is None or case.lower != "from" or noun.pos not in {"NOUN", "PROPN"}:
        return False
    return noun.lemma not in {"body", "corpse", "remains", "victim"}


def _deed(parse: Parse, sentence: Sentence, start: int, end: int, words: Words) -> bool:
    """Whether what a count leaves out is something done: "in addition to Weld's *arrest*", "besides *burning* arms"."""
    told = [t for t in parse.tokens_of(sentence) if start <= t.start - sentence.start < end]
    doing = (t.tag == "VBG" and t.relation not in {"amod", "compound"} for t in told)  # not "the surrounding region"
    return any(doing) or any(f in words.deeds for t in told for f in forms(t))


PERSONAL = {"killed", "injured"}
HOUSED = PERSONAL | {"hospitalised"}
MET = PERSONAL | {"detained"}
HOUSE = re.compile(r"\b(?:hospitals?|clinics?|morgues?|mortuary|infirmary|surgeon|doctors?|medics?|Dr\.?)\b", re.I)


def _of_house(parse: Parse, counted: Counted, words: Words) -> bool:
    """What one house took in: "the hospital received nine bodies", "the clinic said it had admitted 12"."""
    sentence = parse.sentences[counted.sentence]
    for verb in (a for a in parse.ancestors(counted.anchor) if a.pos == "VERB" and a.lemma in words.takes_in):
        subject = parse.child(verb, "nsubj")
        if subject is None or subject.i >= counted.number.i:
            continue
        told = parse.subtree(subject)
        around = (told[0].start, told[-1].end) if subject.pos != "PRON" else (sentence.start, sentence.end)
        if HOUSE.search(parse.text, *around):
            return True
    return False


def _own_doing(parse: Parse, counted: Counted) -> bool:
    """What one crew did: "we pulled out six"."""
    verb = next((a for a in parse.ancestors(counted.anchor) if a.pos == "VERB"), None)
    doer = parse.child(verb, "nsubj") if verb is not None else None
    return doer is not None and doer.lower in {"we", "i"}


def _met(parse: Parse, counted: Counted, words: Words) -> bool:
    """Those that somebody met or saw: "107 detainees whom he had visited"."""
    noun = counted.noun or counted.anchor
    return any(t.lemma in words.observed for t in parse.children(noun, "acl:relcl") if parse.child(t, "nsubj"))


def _one_observer(parse: Parse, counted: Counted, high: int, words: Words) -> bool:
    """What one house holds or one person has seen: "15 in the morgue", "I treated 23 injured"."""
    clause = SUBORDINATE.search(parse.text, counted.end, high)
    high = clause.start() if clause is not None else high
    house = INSTITUTION.match(parse.text, counted.core_end, high) or INSTITUTION.search(parse.text, counted.end, high)
    if house is not None and not _of_deed(parse, counted, house.start()):
        return True
    lead = parse.tokens[max(parse.sentences[counted.sentence].first, counted.number.i - 2) : counted.number.i]
    if lead and lead[-1].pos == "PUNCT":
        lead = ()  # "which they let us see, 13 died": seen was something else
    above = [a for a in parse.ancestors(counted.anchor) if a.pos == "VERB"]
    return any(t.lemma in words.observed for t in (*lead, *above))


def _of_deed(parse: Parse, counted: Counted, start: int) -> bool:
    """Whether the house that the text names from `start` on is where it happened: "killed in *a fire* at a clinic"."""
    lead = [t for t in parse.tokens_of(parse.sentences[counted.sentence]) if counted.end <= t.start < start][-3:]
    deed = len(lead) == 3 and lead[-1].tag == "NN" and lead[-2].pos in {"DET", "ADJ", "NOUN"}
    return deed and any(t.lower in {"in", "by", "from"} for t in lead[:2])


def _reach(parse: Parse, counted: Counted, start: int, end: int) -> tuple[int, int]:
    """The stretch of the sentence whose places can be the amount's: to the next comma or amount on either side."""
    text = parse.text
    after = re.search(
        r"[,:]\s|;|\s(?:and|while|but)\s(?=[\w,.-]*\d|\w+\s(?:of|in|people|were|others))", text[counted.end : end]
    )
    high = counted.end + after.start() if after else end
    before = text[start : counted.start]
    comma = max(before.rfind(", "), before.rfind("; "), before.rfind(" and "))
    low = start + comma + 1 if comma >= 0 and not _fronted(before, comma) else start
    return low, high


def _fronted(before: str, comma: int) -> bool:
    """ "In the town of X, 24 houses …": a place put before the clause still holds for it."""
    return (
        bool(re.match(r"(?:In|At|Near|Outside|Across|On)\b", before))
        and before.count(",") == 1
        and comma == before.find(",")
    )
