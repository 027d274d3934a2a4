"""The words that touch an amount: a net for headlines and for sentences whose tree is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frame import Frame
from variorum.text.tree import Parse, Token

BETWEEN = {"AUX", "ADV", "PART", "DET", "ADP", "PRON"}


def neighbours(parse: Parse, counted: Counted) -> Iterator[Frame]:
    """The words that touch the phrase: "killing 12", "12 more dead", "three still missing", "31 wounded"."""
    sentence = parse.sentences[counted.sentence]
    if not counted.partitive:
        yield from _before(parse, counted, sentence.first)
    last = _past_place(parse, counted, _past_mate(parse, last_of(parse, counted), sentence.last), sentence.last)
    last = _past_aside(parse, last, sentence.last)
    passive, distance = False, 2 if OF_COUNTED.match(parse.text, counted.end, sentence.end) else 1
    for i in range(last + 1, min(last + (12 if counted.negative else 7), sentence.last)):
        token = parse.tokens[i]
        if counted.negative and token.pos in {"NOUN", "PROPN", "NUM"}:
            continue  # "nobody on board was hurt"
        if counted.negative and token.lower == "to":
            return  # "have no house to go back to"
        following = parse.tokens[i + 1] if i + 1 < sentence.last else token
        if counted.negative and token.dep == "acl" and following.pos == "AUX":
            continue  # "none of the nine rockets *used* was intercepted"
        if parse.tokens[i - 1].lower == "those" and [t.tag for t in parse.tokens[i + 1 : i + 3]] == ["VBD", "VBN"]:
            continue  # "71 of those *saved* were taken to hospital"
        on_board = token.lower == "board" and parse.tokens[i - 1].lower == "on"
        if (on_board or token.lower == "aboard") and not counted.negative:
            if _taken(parse, counted, sentence.first):
                return  # "took 15 people aboard": moved there, and not all who were
            yield Frame("modifier", token, distance + 2)  # "killing all seven on board": what befell them comes first
            return
        if counted.partitive and token.pos == "AUX":
            return
        if token.lemma == "have" and following.lower == "to":
            continue  # "had *to be evacuated*"
        if token.lemma in MORE or token.pos in BETWEEN or token.tag == "MD":
            passive = (passive or token.lemma == "be") and token.lemma != "have"
            distance += token.tag in {"WP", "WDT"}  # the clause's own verb is nearer than a relative clause's
            continue
        if i == last + 1 and _verb_like(parse, counted, token):
            yield Frame("subject", token, 1)
        if token.tag not in PREDICATES and token.pos not in {"VERB", "ADJ"}:
            return
        if counted.partitive and token.tag not in {"VBN", "JJ"}:
            return
        perfect = not passive and parse.tokens[i - 1].lemma == "have"
        participle = not perfect and (token.tag in {"VBN", "JJ"} or token.pos == "ADJ" or token.lower.endswith("ed"))
        if token.tag == "VBD" and not passive:
            participle = not _acts(parse, token) and (participle or _reduced(parse, token))
        if participle:
            yield Frame("modifier", token, distance)
        if (passive or participle) and token.tag != "VBG":
            yield Frame("object", token, distance + 1)
        if not passive:
            yield Frame("subject", token, distance if i - last <= 2 else distance + 1)
        if token.lemma not in RAISING and token.lower not in RAISING:
            return
        passive, distance = False, 2


OF_COUNTED = re.compile(
    r"\s+of\s+(?:(?:the|those|its|their)\s+)?(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
"""Before a whole with a number, whose own states follow: "killed 318 of *the 502 people infected*"."""


def _verb_like(parse: Parse, counted: Counted, token: Token) -> bool:
    """A verb taken for a noun behind a bare number, in a line without any: "40,000 *march* against cuts"."""
    if token.tag != "NN" or counted.noun is not None or (counted.value.number or 2) < 2:
        return False
    after = parse.tokens[token.i + 1 : token.i + 2]
    return (not after or after[0].pos in {"ADP", "PUNCT"}) and _verbless(parse, token)


REDUCED = frozenset(("found", "held", "hurt", "shot", "caught", "hit", "lost", "sought", "cut"))
"""Participles that look like a past form and end in no "-ed"."""


def _reduced(parse: Parse, verb: Token) -> bool:
    """A passive without its "were", as headlines have it: "nine sailors *found* alive on reef"."""
    after = parse.tokens[verb.i + 1 : verb.i + 2]
    headline = parse.sentence_of(verb).kind == "headline" and verb.lower in REDUCED
    return headline and (not after or after[0].pos in {"ADJ", "ADV", "ADP", "PUNCT"})


def _acts(parse: Parse, verb: Token) -> bool:
    """Whether a past form has an object of its own just behind it: "several men wounded a guard"."""
    target = parse.child(verb, "obj")
    return target is not None and any(t.i == target.i for t in parse.tokens[verb.i + 1 : verb.i + 5])


PREDICATES = {"VBN", "VBD", "VBP", "VBZ", "VB", "JJ", "VBG"}
MORE = {"more", "others", "other", "further", "additional"}
RAISING = {
    "fear", "feared", "believe", "believed", "remain", "remained", "report", "reported", "think", "thought",
    "presume", "presumed", "leave", "left", "say", "said", "confirm", "confirmed", "know", "known",
    "certify", "certified", "pronounce", "pronounced", "declare", "declared",
}  # fmt: skip


TAKING = frozenset(("take", "pull", "haul", "bring", "lift", "help", "winch", "hoist", "let", "allow", "welcome"))


def _taken(parse: Parse, counted: Counted, first: int) -> bool:
    """Whether a verb of moving somebody stands right before the amount."""
    lead = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start][-1:]
    return bool(lead) and lead[0].pos == "VERB" and lead[0].lemma in TAKING


def _past_mate(parse: Parse, last: int, end: int) -> int:
    """Over a second noun of the same people: "6,000 locals *and holidaymakers* had to be moved"."""
    behind = parse.tokens[last + 1 : min(last + 4, end)]
    joined = len(behind) == 3 and behind[0].lower == "and" and {parse.tokens[last].tag, behind[1].tag} == {"NNS"}
    return last + 2 if joined and (behind[2].pos == "AUX" or behind[2].tag == "VBD") else last


PLACING = frozenset(("on", "in", "from", "at", "near", "around", "along", "across", "under", "below"))
PLURAL = frozenset(("have", "are", "were", "had"))
NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN"))


def _past_place(parse: Parse, counted: Counted, last: int, end: int) -> int:
    """Over where they are, before what befell them: "2,000 people *on the northern islands* have been …"."""
    noun = counted.noun
    if noun is None or noun.tag != "NNS" or noun.i != last or counted.partitive or counted.negative:
        return last
    if (
        last + 2 >= end
        or parse.tokens[last + 1].lower not in PLACING
        or OF_BEFORE.search(parse.text, max(0, counted.start - 8), counted.start)
    ):
        return last
    for token in parse.tokens[last + 2 : min(last + 8, end)]:
        if token.pos == "AUX" and token.lower in PLURAL:
            return token.i - 1
        if token.pos not in NOMINAL:
            return last
    return last


OF_BEFORE = re.compile(r"\bof\s+(?:the\s+)?$")


def _past_aside(parse: Parse, last: int, end: int) -> int:
    """Over a short aside: "eight people, among them a girl, were dug out"."""
    if last + 1 < end and parse.tokens[last + 1].lower == ",":
        for i in range(last + 3, min(last + 12, end - 1)):
            after = parse.tokens[i + 1]
            told = after.tag in {"WP", "VBD"} or (after.tag == "VBN" and i == last + 3)  # "one driver, 31, arrested"
            if parse.tokens[i].lower == "," and (after.pos == "AUX" or told):
                return i + (after.tag == "WP")
    return last


def last_of(parse: Parse, counted: Counted) -> int:
    """The last token of the phrase with its noun and an "of" complement of a pronoun ("seven of them")."""
    last = counted.number.i
    if counted.noun is not None and last < counted.noun.i < last + 7:
        last = counted.noun.i
    for child in parse.children(counted.number, "nmod", "obl"):
        if last < child.i <= last + 8 and any(c.lower == "of" for c in parse.children(child, "case")):
            last = max(
                last, child.i if child.pos == "PRON" else parse.subtree(child)[-1].i if counted.negative else child.i
            )
    while last + 1 < len(parse.tokens) and parse.tokens[last + 1].end <= counted.end:
        last += 1
    following = parse.tokens[last + 1 : last + 4]
    if [t.lower for t in following[:1]] == ["of"] and len(following) == 3 and following[1].pos in {"DET", "PRON"}:
        last = following[2].i if following[1].pos == "DET" else following[1].i
    return last


PARTICLES = {"down", "out", "up", "off", "in", "away", "at", "than", "least", "more", "some", "about"}


def _before(parse: Parse, counted: Counted, first: int) -> Iterator[Frame]:
    """The verb just before the phrase, over its particle: "killing 12", "shot down 78"."""
    tokens = [t for t in parse.tokens[first : counted.number.i + 1] if t.end <= counted.start][-2:]
    if not tokens or tokens[-1].pos == "PUNCT":
        return
    previous = tokens[-1]
    if previous.lower == "remaining" and previous.head in {counted.number.i, counted.anchor.i}:
        return  # "damaged the *remaining* four"
    if previous.lemma == "be":  # "shot down were 78 targets"
        earlier = [t for t in parse.tokens[first : previous.i] if t.lower not in PARTICLES][-1:]
        if earlier and (earlier[0].tag == "VBN" or earlier[0].i == first):
            yield Frame("object", earlier[0], 2)
        return
    infinitive = len(tokens) == 2 and tokens[0].lower == "to" and previous.pos == "ADJ"  # "managed *to free* 35 people"
    if previous.lower in PARTICLES and len(tokens) == 2:
        yield Frame("object", tokens[0], 2)
    elif previous.pos == "VERB" or previous.tag.startswith("VB") or infinitive or _headline_verb(parse, previous):
        yield Frame("object", previous, 1)


def _headline_verb(parse: Parse, token: Token) -> bool:
    """A verb taken for a plural noun, in a line that has no other verb: "Suicide bomber kills 21 at market"."""
    line = parse.sentence_of(token)
    return token.tag == "NNS" and token.i > line.first and (line.kind == "headline" or _verbless(parse, token))


def _verbless(parse: Parse, token: Token) -> bool:
    """Whether the token's line has no finite verb and no participle, as headlines often seem to have none."""
    return not any(t.tag in {"VBD", "VBZ", "VBP", "VBN"} for t in parse.tokens_of(parse.sentence_of(token)))
