"""What may be a count: number phrases, negations ("none of the 34"), single persons ("a girl of four")."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims.gaps import in_list
from variorum.extract.claims.mended import mended
from variorum.extract.claims.uncounted import counts_nothing
from variorum.extract.claims.words import Words, forms
from variorum.extract.quantities import NumberPhrase
from variorum.model import Value
from variorum.text.gazetteer import is_demonym
from variorum.text.tree import Parse, Sentence, Token


class Counted(Struct, frozen=True):
    """A stated amount and its place in the tree; see `NumberPhrase` for `anchor` and `noun`.

    `partitive`: the amount is the whole of another one ("88 of *the 117 targets*"), so the verb is not its own.
    `pair`: "both", two told of before.
    """

    start: int
    end: int
    core_start: int
    core_end: int
    value: Value
    sentence: int
    number: Token
    anchor: Token
    noun: Token | None
    increment: bool = False
    negative: bool = False
    single: bool = False
    partitive: bool = False
    pair: bool = False
    horizon: int = 1 << 30
    """Where the next amount of the sentence starts; governing words beyond it are more likely that one's."""


ONE = Value("1", 1, 1, 1, "exactly")
NEGATED = re.compile(
    r"\b(?:no(?!\.|\s+(?:one|longer|more|fewer|less))|not\s+one(?!\s+of)|not\s+a\s+single(?!\s+one)|zero"
    r"|(?:without|not)(?:\s+(?:any|a\s+single|a|further))?(?=\s+(?:arrests?|detentions?)\b))\b",
    re.I,
)
PRONOUN = re.compile(r"\b(?:whom|that|which|as|if|when|than|where|how)\s+$", re.I)
ASKED = re.compile(r"\b(?:how|so|too|as|all\s+but)\s+$", re.I)
REST = re.compile(r"\b(?:all\s+but)\s+$", re.I)
NOT_ONE = re.compile(r"\b(?:no|not|this|every)[\s-]+(?:the\s+)?$", re.I)
ONE_BY_ONE = re.compile(r"\s+by\s+one\b", re.I)
ONE_BEFORE = re.compile(r"\bone\s+by\s+$", re.I)
NOBODY = re.compile(
    r"\b(?:none|nobody|no\s+one|no-one|neither(?=\s+of\s)|not\s+(?:a\s+single\s+)?one(?=\s+of))\b", re.I
)
NEITHER = re.compile(r"\bneither(?=\s+(?:[\w’'-]+\s+){1,6}nor\b)", re.I)
"""Of two sorts of people: "neither players nor officials"."""
NOT_ANY = re.compile(
    r"\b(?:not|[nN][’']t|never|without)\s+(?:been\s+)?(?:caus|result|report|record|suffer|claim|inflict|sustain|produc|bring)\w*"
    r"(?:\s+in)?\s+any\b(?=\s+(?:[\w-]+\s+){0,2}(?:injur|death|casualt|fatalit|victim|loss))",
    re.I,
)
"""The same harm denied by its verb: "the blast did not cause any injuries", "without causing any deaths"."""
DENIES = re.compile(
    r"\b(?:n(?:o|one|obody|either|ot\s+(?:a\s+single\s+)?one|ot\s+a\s+single)|zero|without)\b|\sany\b"
    r"|\bnot(?:\s+a|\s+further)?\s+(?:arrest|detention)"
)
DENYING = ("no", "zero", "neither", " any ", "without")
"""What all of these hold, in lower case."""
DENIALS = frozenset(("no", "none", "nobody", "neither", "not", "zero", "without", "any"))
"""Words of which they hold one: quicker to see than the expression is tried."""
BOTH = frozenset(("both",))
ANYONE = re.compile(r"\s+(?:(?:does|cannot|must|should|ought)\b|(?:has|have|needs?)\s+to\b)")
"""Behind the "one" that is anybody: "one does not store shells in a laundry"."""
CAUSES = frozenset(("cause", "bring", "claim", "inflict", "produce"))
"""Verbs whose object is the harm that things do: "none of the leaks *caused* injuries"."""
HARM = frozenset(("injury", "death", "casualty", "fatality", "loss"))

NEWS = frozenset(
    (
        "word",
        "information",
        "detail",
        "idea",
        "update",
        "doubt",
        "comment",
        "clue",
        "motive",
        "sign",
        "news",
        "confidence",
    )
)
"""Nouns of which "no" says that nothing is known, not that nobody came to harm."""
WOUNDS = frozenset(("wound", "injury"))


def counted(parse: Parse, phrases: list[NumberPhrase], words: Words) -> list[Counted]:
    """All amounts of the article that could count something, in text order."""
    counts = [p for p in phrases if p.role == "count" and not _empty(parse, p)]
    counts = [p for p in counts if not counts_nothing(parse, p, phrases, words)]
    listed = [p for p in phrases if in_list(parse, p, words)]
    found = [_of_phrase(parse, p, words) for p in sorted((*counts, *listed), key=lambda p: (p.start, p.end))]
    found = _with_wholes(parse, found)
    taken = [(c.start, c.end) for c in found]
    pairs, singles = ({t.sentence for t in parse.named(some)} for some in (BOTH, SINGLE))
    for sentence in parse.sentences:
        if not parse.said(sentence).isdisjoint(DENIALS) and _denies(parse.text[sentence.start : sentence.end].lower()):
            found += _negatives(parse, sentence, taken)
        if sentence.index in pairs:
            found += _both(parse, sentence)
        if sentence.index in singles:
            found += _singles(parse, sentence, taken, words)
    return _with_horizons(sorted(found, key=lambda c: (c.start, c.end)))


def _denies(lower: str) -> bool:
    """Whether a sentence in lower case may say of something that there is none."""
    return DENIES.search(lower) is not None and any(word in lower for word in DENYING)


OF = re.compile(r"\s+of\s+")


def _with_wholes(parse: Parse, amounts: list[Counted]) -> list[Counted]:
    """The amounts, those that another is taken of marked so: "22 of *31 drones*"."""
    found = amounts[:1]
    for part, whole in pairwise(amounts):
        few, all_ = part.value.number, whole.value.number
        taken = few is not None and all_ is not None and few <= all_ and few != 1
        of = taken and OF.fullmatch(parse.text, part.core_end, whole.start) is not None
        found.append(replace(whole, partitive=True) if of else whole)
    return found


def _with_horizons(amounts: list[Counted]) -> list[Counted]:
    found = []
    for n, amount in enumerate(amounts):
        later = (a for a in amounts[n + 1 :] if a.sentence == amount.sentence and not a.partitive and not a.single)
        following = next(later, None)
        found.append(amount if following is None else replace(amount, horizon=following.start))
    return found


def _empty(parse: Parse, phrase: NumberPhrase) -> bool:
    """No amount at all: the "one" of "no one", the pronoun of "as one does", "how many", a remainder ("all but 40")."""
    lead = parse.text[max(0, phrase.start - 12) : phrase.start]
    if left_over(parse, phrase.start, phrase.core_end):
        return False
    remainder = ASKED if phrase.value.number is None else REST
    asked = parse.text[parse.sentences[phrase.sentence].end - 1] == "?"
    if remainder.search(lead) or (asked and not _presumed(parse, phrase)):
        return True
    if phrase.value.number != 1:
        return False
    if ONE_BY_ONE.match(parse.text, phrase.core_end) or ONE_BEFORE.search(lead):
        return True
    if phrase.noun is None and ANYONE.match(parse.text, phrase.core_end):
        return True
    before = parse.text[max(0, phrase.core_start - 12) : phrase.core_start]
    return bool(NOT_ONE.search(before) or (phrase.noun is None and PRONOUN.search(before)))


LEFT_OVER = re.compile(
    r"(?:\s+of\s+[^,.;]{2,40}?)?\s+(?:(?:has|have|had)\s+been|was|were|is|are)\s+(?:(?:now|since|safely|later)\s+)?"
    r"(?:accounted\s+for|found|located|traced)\b",
    re.I,
)


def left_over(parse: Parse, start: int, end: int) -> bool:
    """Whether a number is of those of whom nothing is known: "all but two were accounted for"."""
    return (
        REST.search(parse.text, max(0, start - 12), start) is not None and LEFT_OVER.match(parse.text, end) is not None
    )


def _presumed(parse: Parse, phrase: NumberPhrase) -> bool:
    """What a question takes for granted: "what of the bombs that killed two?"."""
    return any(t.dep == "acl:relcl" and t.i < phrase.number.i for t in parse.ancestors(phrase.anchor))


def _of_phrase(parse: Parse, phrase: NumberPhrase, words: Words) -> Counted:
    anchor, noun = mended(parse, phrase)
    if noun is not None and _state_ends(parse, phrase, noun):
        anchor, noun = phrase.number, None
    lead = parse.text[parse.sentences[phrase.sentence].start : phrase.start]
    if noun is not None and noun.end <= phrase.start and words.rival_before.search(lead):
        anchor, noun = phrase.number, None  # "the union *speaks* of 12"
    return Counted(
        phrase.start,
        phrase.end,
        phrase.core_start,
        phrase.core_end,
        phrase.value,
        phrase.sentence,
        phrase.number,
        anchor,
        noun,
        phrase.increment,
        partitive=_partitive(parse, phrase, words),
    )


ENDING = frozenset(
    ("dead", "injured", "wounded", "hurt", "missing", "killed", "trapped", "rescued", "arrested", "detained")
)


def _state_ends(parse: Parse, phrase: NumberPhrase, noun: Token) -> bool:
    """ "*Four dead* and seven sailors without news": the noun behind the "and" is the next number's."""
    behind = parse.tokens[phrase.number.i + 1 : phrase.number.i + 3]
    if len(behind) < 2 or noun.i <= behind[1].i or behind[0].lower not in ENDING:
        return False
    return behind[1].pos in {"CCONJ", "PUNCT", "ADP"}


def _tells(token: Token, words: Words) -> bool:
    """Whether a word before "of" says what befell all of them ("the murder of the six priests"), or is a verb."""
    return token.pos == "VERB" or any(f in words.deeds for f in forms(token))


OUT_OF = re.compile(r"(?:\d|[a-z])\s+out\s+of\s+(?:a\s+total\s+of\s+)?$", re.I)
"""Before the whole of "11 *out of 14* drones"."""


def _partitive(parse: Parse, phrase: NumberPhrase, words: Words) -> bool:
    """ "of the N things" after another number or "none": the whole that a part is taken of."""
    before = parse.text[max(0, phrase.start - 30) : phrase.start]
    if OUT_OF.search(before):
        return True
    if not re.search(r"\bof\s+(?:the|its|their|his|her|those|these|all)\s+(?:[\w-]+['’]s?\s+)?$", before, re.I):
        return False
    if not re.search(r"(?:\d|[a-z]+)\s+of\s+\w+\s+(?:[\w-]+['’]s?\s+)?$", before, re.I):
        return False
    lead = [t for t in parse.tokens[max(0, phrase.number.i - 9) : phrase.number.i + 1] if t.end <= phrase.start]
    whole = next((n for n in range(len(lead) - 1, 0, -1) if lead[n].lower == "of"), 0)
    if whole and lead[whole - 1].lower in {"each", "all"}:
        return False  # "each of the three fires is out"
    return whole == 0 or not _tells(lead[whole - 1], words)


def _both(parse: Parse, sentence: Sentence) -> list[Counted]:
    """ "Both men were hurt", "both later died": two people told of before; not "both sides", "both X and Y"."""
    found = []
    for token in parse.tokens_of(sentence):
        if token.lower != "both" or token.dep not in {"det", "cc:preconj", "nsubj", "nsubj:pass"}:
            continue
        if (head := parse.head(token)) is None or (token.dep == "cc:preconj" and head.lemma not in PAIRED):
            continue
        noun = head if token.dep in {"det", "cc:preconj"} else None
        mate = parse.child(noun, "conj") if noun is not None else None
        joined = mate is not None and parse.child(mate, "det", "nummod") is None  # "both men and women"
        if noun is not None and (noun.tag != "NNS" or not 0 < noun.i - token.i <= 3 or joined):
            continue
        end = token.end
        value = Value(token.text, 2, 2, 2, "exactly")
        anchor = noun or token
        found.append(Counted(token.start, end, token.start, end, value, sentence.index, token, anchor, noun, pair=True))
    return found


PAIRED = frozenset(("driver", "pilot", "parent", "grandparent", "brother", "sister", "twin"))
"""Persons that two of are told of as "both" beside others: "*both drivers* and a conductor"."""


def _token_at(parse: Parse, sentence: Sentence, offset: int) -> Token | None:
    return next((t for t in parse.tokens_of(sentence) if t.start <= offset < t.end), None)


def _negatives(parse: Parse, sentence: Sentence, taken: list[tuple[int, int]]) -> list[Counted]:
    found: list[Counted] = []
    text = parse.text[sentence.start : sentence.end]
    for pattern, determiner in ((NEGATED, True), (NEITHER, True), (NOT_ANY, True), (NOBODY, False)):
        for match in pattern.finditer(text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            token = _token_at(parse, sentence, end - 1)
            if token is None:
                continue
            noun = _noun_after(parse, sentence, token) if determiner else _complement(parse, token)
            if determiner and (noun is None or noun.lemma in NEWS):
                continue
            if not determiner and noun is not None and noun.lemma in WOUNDS:
                continue  # "none of the injuries is serious" tells that there are some
            harm = None if determiner else _harm_by(parse, token)
            noun = harm or noun
            anchor = noun if (determiner or harm) and noun is not None else token
            stated = parse.text[start:end]
            value = Value(stated, 0, 0, 0, "exactly")
            found.append(Counted(start, end, start, end, value, sentence.index, token, anchor, noun, negative=True))
            taken.append((start, end))
    return found


def _harm_by(parse: Parse, token: Token) -> Token | None:
    """The harm that nothing did: "none of the leaks caused any *injuries*"."""
    verb = parse.head(token)
    target = (
        parse.child(verb, "obj") if verb is not None and verb.lemma in CAUSES and token.relation == "nsubj" else None
    )
    return target if target is not None and target.lemma in HARM else None


def _noun_after(parse: Parse, sentence: Sentence, token: Token) -> Token | None:
    """The noun a determiner belongs to: its head, else the next noun within four tokens."""
    head = parse.head(token)
    if head is not None and (head.pos in {"NOUN", "PROPN"} or head.lower == "dead") and 0 < head.i - token.i <= 5:
        return head
    for i in range(token.i + 1, min(token.i + 5, sentence.last)):
        follower = parse.tokens[i]
        if follower.pos == "NOUN":
            return follower
        if follower.pos not in {"ADJ", "NUM", "PROPN", "DET"}:
            return None
    return None


def _complement(parse: Parse, token: Token) -> Token | None:
    """Of whom there is none: "none *of the passengers*", not "nobody *in the hall*"."""
    for child in parse.children(token, "nmod", "obl"):
        case = parse.child(child, "case")
        if child.pos in {"NOUN", "PROPN"} and (case is None or case.lower in {"of", "among"}):
            return child
    return None


ARTICLES = frozenset(("a", "an"))
OWNERS = frozenset(("his", "her", "their"))
SINGLE = ARTICLES | OWNERS
"""Words before single persons and before pairs of them."""


def _singles(parse: Parse, sentence: Sentence, taken: list[tuple[int, int]], words: Words) -> list[Counted]:
    """Persons named by "a/an", and things of a sort of which one counts: "a girl of four", "a 24-year-old student", "a
    fighter jet"."""
    found = []
    for token in parse.tokens_of(sentence):
        if token.lower not in SINGLE:
            continue
        if (two := _parents(parse, token)) is not None:
            value = Value(parse.text[token.start : two.end], 2, 2, 2, "exactly")
            span = (token.start, two.end, token.start, two.end)
            found.append(Counted(*span, value, sentence.index, token, two, two, single=True))
        if token.lower not in ARTICLES or any(s <= token.start < e for s, e in taken):
            continue
        noun = _person_after(parse, sentence, token, words)
        if noun is None or COMPOUND.match(parse.text, noun.end):
            continue
        value = Value(parse.text[token.start : noun.end], 1, 1, 1, "exactly")
        if noun.lower in {"couple", "pair"}:
            value = Value(value.stated, 2, 2, 2, "exactly")
        found.append(
            Counted(
                token.start, noun.end, token.start, token.end, value, sentence.index, token, noun, noun, single=True
            )
        )
    return found


def _parents(parse: Parse, token: Token) -> Token | None:
    """ "*His parents*" are two, where they stand in a row with a count: "shot his parents and three siblings"."""
    if token.lower not in OWNERS or token.i + 3 >= len(parse.tokens):
        return None
    noun, joined, number = parse.tokens[token.i + 1 : token.i + 4]
    row = joined.lower in {"and", ","} and number.tag == "CD"
    return noun if noun.lower in {"parents", "grandparents"} and row else None


COMPOUND = re.compile(r"-(?:involved|related|led|owned|worn)\b", re.I)
"""Behind a noun that only tells of what sort a thing is: "an *officer-involved* shooting"."""
AGED = frozenset(("year", "years", "month", "months", "week", "weeks", "day", "days"))
"""Before "old" in the age of a person."""


def _person_after(parse: Parse, sentence: Sentence, token: Token, words: Words) -> Token | None:
    for i in range(token.i + 1, min(token.i + 7, sentence.last)):
        follower = parse.tokens[i]
        if follower.pos in {"NOUN", "PROPN"}:
            following = parse.tokens[i + 1] if i + 1 < sentence.last else None
            if following is not None and following.pos == "NOUN" and following.start == follower.end + 1:
                continue  # a compound: "a police van"
            if any(f in words.groups for f in forms(follower)):
                return None  # "four members of a family"
            known = any(f in words.classes or f in words.ones or f in {"person", "man"} for f in forms(follower))
            if known or (follower.text[0].isupper() and is_demonym(follower.text)):
                return follower
            if follower.lower in AGED or follower.lower == "old":
                continue
            return None
        if follower.pos not in {"ADJ", "NUM", "ADV", "PUNCT", "VERB"}:
            return None
    return None
