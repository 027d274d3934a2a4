"""Numbers that count something else than the claim beside them: a group's members, things, what was done for a part."""

from __future__ import annotations

import re

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.nouns import nouns
from variorum.extract.claims.parts import own_noun
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.text.tree import Parse, Token

STATES = {
    "be", "have", "remain", "suffer", "need", "include", "come", "lie", "hover", "receive", "require", "live", "number",
    "say", "report", "leave", "count", "stay", "hang",
}  # fmt: skip

SEEN_TO = re.compile(
    r"\s+of\s+(?:the\s+(?!\d)|those|whom|them)(?:\w+)?(?:\s+(?:have|had|has|were|was|are|since|already|now|also|been|so|far))*\s+"
    r"(?:identified|named|buried|discharged|repatriated|interviewed|questioned)\b",
    re.I,
)
SEES_TO = re.compile(
    r"\b(?:identif(?:y|ied|ying)|nam(?:e|ed|ing)|interview(?:ed)?|question(?:ed)?|discharged?|know[ns]?|knew|recogni[sz]e[ds]?)\s+$",
    re.I,
)


FREED = (
    r"(?:\s+(?:have|had|has|were|was|are|since|already|now|also|been|later|then))*\s+"
    r"(?:freed|released|acquitted|bailed|let\s+go|(?:remained\s+|remain\s+|left\s+)?(?:at|in)\s+liberty|walked\s+free"
    r"|(?:will|would|are\s+to|is\s+to|must|due\s+to)\s+(?:be|appear|go|face|pass)\b)"
)
LET_GO = re.compile(
    rf"\s+of\s+(?:the\s+(?:\d[\d,]*\s+\w+\s+)?(?!\d)|those|whom|which|them)(?:\w+)?{FREED}",
    re.I,
)
FREED_BEHIND = re.compile(FREED, re.I)
OF_THEM = re.compile(r"\bof\s+(?:which|whom|them|these|those),?\s+$", re.I)


def let_go(parse: Parse, amount: Counted) -> bool:
    """Whether a part of those held is told to be so no more: "some 120 of the detainees had been freed", "of whom 30
    were released"."""
    end = parse.sentences[amount.sentence].end
    if OF_THEM.search(parse.text, max(0, amount.start - 12), amount.start) and FREED_BEHIND.match(
        parse.text, amount.end, end
    ):
        return True
    return LET_GO.match(parse.text, amount.end, end) is not None


DISCHARGED = re.compile(
    r"(?:\s+of\s+(?:them|whom|those|these))?(?:\s+(?:patients|people|others))?(?:\s+(?:have|had|has|were|was|are|been|since|already|now|also|"
    r"later|treated|then|and))*\s+(?:discharged|sent\s+home|(?:allowed|able)\s+(?:to\s+(?:go|return)\s+)?home|gone\s+home|went\s+home"
    r"|(?<=treated\sand\s)released|released\s+from\s+(?:the\s+)?hospital)\b",
    re.I,
)


def discharged(parse: Parse, amount: Counted) -> bool:
    """Whether they are patients no more: "it admitted 83, out of which 49 *have been treated and discharged*"."""
    return DISCHARGED.match(parse.text, amount.end, parse.sentences[amount.sentence].end) is not None


def seen_to(parse: Parse, amount: Counted) -> bool:
    """Whether it only tells what was done for a part of those counted: "ten of the dead *have been identified*"."""
    stop = parse.sentences[amount.sentence].end
    if SEEN_TO.match(parse.text, amount.end, stop):
        return True
    of = parse.text.startswith((" of the ", " of those ", " of them"), amount.end)
    return of and SEES_TO.search(parse.text, max(0, amount.start - 16), amount.start) is not None


def of_event(parse: Parse, amount: Counted, choice: Choice) -> bool:
    """Whether "held" is said of something else: "the village where *the reception was held*, five from another"."""
    frame = choice.frame
    if choice.kind != "detained" or frame is None or frame.word.lemma != "hold":
        return False
    subject = parse.child(frame.word, "nsubj:pass")
    own = {amount.anchor.i, amount.number.i, *((amount.noun.i,) if amount.noun is not None else ())}
    return subject is not None and subject.pos == "NOUN" and subject.tag == "NN" and subject.i not in own


def burnt_thing(amount: Counted, choice: Choice, table: Words, language: str) -> bool:
    """Whether things were burned and nobody hurt: "several tyres were burned"."""
    noun, frame = own_noun(amount), choice.frame
    if choice.kind != "injured" or frame is None or frame.word.lemma != "burn" or noun is None:
        return False
    persons = (nouns(language).persons, table.classes, table.generic)
    return not any(f in known for f in forms(noun) for known in persons)


def of_group(parse: Parse, amount: Counted) -> bool:
    """Whether the amount is a part of one group that its sentence tells of: "a team, *including two judges*"."""
    sentence = parse.sentences[amount.sentence]
    group = GROUP.search(parse.text, sentence.start, amount.start)
    noun = next((t for t in parse.tokens_of(sentence) if group is not None and t.start == group.start(1)), None)
    return noun is not None and noun.tag == "NN"


GROUP = re.compile(r"(\w+),?\s+(?:including|among\s+them)\s+$", re.I)
"""The last word before some of a group."""


def of_another_sort(amount: Counted, kind: str, other: Token | None, table: Words) -> bool:
    """Whether things of their own are counted, not an older count: "eight missiles *from three directions*"."""
    noun = own_noun(amount)
    if noun is None or noun.end <= amount.start or (other is not None and noun.lemma == other.lemma):
        return False
    return not (
        load()[kind].people and any(f in table.generic or f in table.classes or f in table.groups for f in forms(noun))
    )


def acts_alone(parse: Parse, amount: Counted) -> bool:
    """Whether a clause of its own tells of the amount what is no count: "five got away; *two were recaptured*",
    "two were killed and *one jumped* overboard"."""
    verb = parse.head(amount.anchor)
    bare = verb is not None and amount.anchor.relation == "nsubj" and amount.noun is None
    if bare and verb is not None and any(c.lower == "would" for c in parse.children(verb, "aux")):
        return True  # "it admitted 19; *two would have to be* flown out"
    if verb is None or amount.anchor.relation != "nsubj" or verb.tag not in {"VBN", "VBD"} or verb.lemma in STATES:
        return False
    passive = parse.child(verb, "aux:pass") is not None
    return amount.noun is None and (passive or (verb.tag == "VBD" and parse.child(verb, "ccomp", "xcomp") is None))


def names_one(parse: Parse, amount: Counted) -> bool:
    """Whether an aside only says of which number one told before it is: "a marcher, *one of the 74 held*"."""
    lead = parse.tokens[max(parse.sentences[amount.sentence].first, amount.number.i - 2) : amount.number.i]
    told = len(lead) == 2 and lead[1].text == "," and lead[0].tag in {"NN", "NNP"}
    aside = told and amount.anchor.relation in {"appos", "parataxis"}
    return aside and amount.value.number == 1 and OF_A_NUMBER.match(parse.text, amount.end) is not None


OF_A_NUMBER = re.compile(r"\s+of\s+(?!(?:them|whom|which|these|those|us)\b)")
