"""Who a stated number is of, where no noun names them: "those on board *numbered* 42", "the number of people *in
custody* is 33", "the evacuees add up to 90"."""

from __future__ import annotations

import re

from variorum.extract.claims.choose import Choice, member_of
from variorum.extract.claims.context import stands
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.state_phrases import states_of
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index, kind_of_whole
from variorum.text.tree import Parse, Token

AMOUNTS = re.compile(
    r"(?P<who>[^.;:]{3,120}?),?\s+(?:which\s+|who\s+|that\s+)?(?:(?:have|has|had|were|was|are|is|now|then|already|soon|by\s+\w+)\s+)*"
    r"(?:number(?:ed|s|ing)?|add(?:ed|s)?\s+up\s+to|amount(?:ed|s)?\s+to|total(?:led|ed|s|ling|ing)?|c[ao]me\s+to"
    r"|comes\s+to|(?:sw[eo]l(?:led|len|l|ls)|gr[eo]w[ns]?|ris(?:en|es|e|ing)|rose)\s+(?:from\s+[\w,.]+\s+)?to|reach(?:ed|es)?"
    r"|run(?:s)?\s+to|ran\s+to|exceed(?:ed|s)?|surpass(?:ed|es)?|top(?:ped|s)?|numbered\s+at)\s+$",
    re.I,
)
"""What comes to a number, and the verb that says so."""
NUMBER_OF = re.compile(
    r"\b(?:number|count|total|tally|figure|estimate)\s+(?:of|for)\s+(?:the\s+)?(?P<who>[^.;:,\d]{3,60}?)\s+"
    r"(?:(?:has|had|have|was|were|is|been|now|then|already)\s+)*(?:(?:(?:[\w-]+ed|put|stands?|stood|rose|risen|rises|fell|fallen|cut|set"
    r"|went|gone|up|down)\s+)?(?:to|at|from|as|of)|is|was|reached|passed|exceeded|topped)\s+"
    r"(?:(?:\d[\d,.]*|[\w-]+)\s+(?:from|to)\s+)?$",
    re.I,
)
"""A total and whom it is of; the older number may stand between."""
LAST = frozenset(
    ("to", "at", "from", "as", "of", "is", "was", "number", "numbers", "numbered", "numbering", "reach", "reached",
     "reaches", "passed", "exceed", "exceeds", "exceeded", "surpass", "surpasses", "surpassed", "top", "tops", "topped",
     "total", "totals", "totaled", "totalled", "totaling", "totalling")
)  # fmt: skip
"""The words that both end in, which is quicker to see."""
END = re.compile(
    r"\s*(?:$|[.,;:)(–—-]|\b(?:people|persons|individuals|in|on|by|at|from|to|and|but|as|after|against|of)\b)"
)
BEFORE = 170
"""Characters before an amount in which what comes to it must stand."""


def valued(parse: Parse, counted: Counted, table: Words, language: str) -> Choice | None:
    """The kind of people whose number the amount is said to be."""
    if counted.negative or counted.single or counted.partitive:
        return None
    noun = counted.noun
    if noun is not None and noun.start >= counted.core_end and not any(f in table.generic for f in forms(noun)):
        return None
    if END.match(parse.text, counted.core_end) is None:
        return None
    start = max(parse.sentences[counted.sentence].start, counted.start - BEFORE)
    lead = parse.text[start : counted.start]
    if not lead[-1:].isspace() or LAST.isdisjoint(lead.lower().split()[-1:]):
        return None
    for pattern in (NUMBER_OF, AMOUNTS):
        match = pattern.search(lead)
        if match is not None:
            first, last = start + match.start("who"), start + match.end("who")
            found = _of(parse, counted, first, last, table, language)
            if found is not None:
                return Choice(found[0], Frame("total", found[1], 1), f"“{match['who']}” come to the number", "counters")
    return None


def _of(parse: Parse, counted: Counted, start: int, end: int, table: Words, language: str) -> tuple[str, Token] | None:
    """The kind of the people that a subject names, and its last word."""
    tokens = [t for t in parse.tokens_of(parse.sentences[counted.sentence]) if start <= t.start < end]
    if not tokens:
        return None
    state = states_of(parse.text[start:end], language)
    if state is not None and any(t.lower == "those" or any(f in table.generic for f in forms(t)) for t in tokens):
        return state, tokens[-1]
    befell = _befell(parse, tokens, language)
    if befell is not None:
        return befell, tokens[-1]
    triggers = index(language).by_word
    acts = (
        (t, p)
        for t in tokens
        if t.tag == "VBG" and t.relation == "amod"
        for p in triggers["subject_of"].get(t.lemma, ())
    )
    done = next(((p.kind, t) for t, p in acts if p.alone and load()[p.kind].people), None)
    if done is not None:
        return done  # "the number of the *surviving* crew"
    for token in reversed(tokens):
        kind = member_of(token, index(language))
        if kind is not None and load()[kind].people:
            return kind, token
        named = kind_of_whole(forms(token), index(language))
        if named is not None and token.tag in {"NNS", "NN"}:
            return named, token
    return None


def _befell(parse: Parse, tokens: list[Token], language: str) -> str | None:
    """What befell the people that a subject opens with: "people *moved to shelters* before the storm"."""
    who = next((t for t in tokens if t.lower in {"who", "that"}), None)
    if who is not None:
        clause = [t for t in tokens if t.i > who.i and t.pos == "VERB"]
        passive = any(t.lemma == "be" for t in tokens if t.i > who.i)
        told = (
            (t, p)
            for t in clause
            for p in index(language).by_word["object_of" if passive else "subject_of"].get(t.lemma, ())
        )
        return next((p.kind for t, p in told if load()[p.kind].people and stands(parse, t, p)), None)
    first = next((t for t in tokens if t.tag in {"NNS", "NN", "DT"} and t.lower not in {"the", "a"}), None)
    if first is None:
        return None
    for verb in (
        t for t in tokens if t.i > first.i and t.tag in {"VBN", "VBD"} and (t.head == first.i or t.i == first.i + 1)
    ):
        for pattern in index(language).by_word["object_of"].get(verb.lemma, ()):
            if load()[pattern.kind].people and stands(parse, verb, pattern):
                return pattern.kind
    return None
