"""Who the counted ones are by the words around their number: a nation's people, a calling before a label's colon, those
of whom it is the number, a group's own people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from variorum.extract.claims.bearers import described
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.words import Words, forms
from variorum.lang.base import read
from variorum.lang.places import Places
from variorum.text.gazetteer import country_of, is_demonym
from variorum.text.tree import Parse, Token

MAN = re.compile(r"(\w{3,})(?:wo)?m[ae]n$")
"""The ending of one of a nation: "Dutchmen", "Frenchwoman"."""
FEATURED = (
    r"(?:killed|slain|dead|injured|wounded|hurt|hospitali[sz]ed|arrested|detained|held|missing|rescued|freed|evacuated"
    r"|shot)"
)
NUMBER_OF = re.compile(
    rf"\b(?:number|figure|tally|count|total|toll|list)\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|our\s+)?"
    rf"((?:[\w’'-]+\s+){{0,2}}?[\w’'-]+)\s+(?:who\s+(?:have\s+|had\s+)?(?:been\s+|were\s+|are\s+)?)?"
    rf"(?:{FEATURED}|aboard|on\s+board)\b",
    re.I,
)
"""Whose number it is: "put at six *the number of his neighbours hurt*"."""
FEATURED_OF = re.compile(
    rf"\b(?:number|figure|tally|count|total|toll|list)\s+of\s+(?:the\s+|its\s+|their\s+)?{FEATURED}\s+((?:[\w’'-]+\s+)?[\w’'-]+)"
    r"(?=\s+(?:at|to|is|was|has|had|have|rose|stands?|stood|climb\w*|grew|reach\w*)\b)",
    re.I,
)
"""The same told the other way round: "the number of *injured firefighters* rose to nine"."""
NEAR = 60
"""Characters between such words and the number."""
OWN = frozenset(("its", "their", "our", "his", "her", "my"))
OF_ITS = re.compile(
    r"\s+of\s+(?:its|their|our|his|her|my)\s+(?:own\s+)?((?:[\w’'-]+\s+)?(?:members?|men|staff|personnel|people|nationals|citizens|[\w’'-]+s))\b"
)
"""Some of a group's own: "three *of its members*"."""


def nation(token: Token) -> bool:
    """Whether a word is a nation's, or one of its people: "*Chinese* nationals", "*Dutchmen*", not "turkey farmers"."""
    if not token.text[:1].isupper():
        return False
    stem = MAN.match(token.text)
    return any(_of_nation(w) for w in (token.text, stem.group(1) if stem is not None else token.text))


def people(parse: Parse, noun: Token) -> bool:
    """Whether a noun in capitals inside a sentence names a people that the word list may lack: "six Ruritanians"."""
    sentence = parse.sentences[noun.sentence]
    plural = (
        noun.tag in {"NNS", "NNPS"} and noun.text.endswith(("s", "men")) and parse.child(noun, "nummod") is not None
    )
    inside = sentence.kind != "headline" and noun.start > sentence.start
    return nation(noun) or (plural and inside and noun.text[:1].isupper() and not noun.text.isupper())


def hyphened(text: str, start: int, end: int) -> str:
    """The words of a stretch, the first whole where it begins behind a hyphen: "*off-duty* nurse"."""
    while start and text[start - 1] == "-":
        start = text.rfind(" ", 0, start) + 1
    return text[start:end]


def is_class(noun: Token, words: Words, *, several: bool = True) -> bool:
    """Whether a noun says who the counted ones are: a class of people, or a plural calling where `several` are
    counted."""
    if any(f in words.classes for f in forms(noun)):
        return True
    if not several or (noun.tag not in {"NNS", "NNPS"} and noun.lower != "personnel"):
        return False
    known = any(f in words.callings for f in forms(noun))
    made = noun.lower.endswith(words.calling_endings) and len(noun.text) > SHORTEST and noun.text.islower()
    return known or (made and not any(f in words.nonpersons or f in words.groups for f in forms(noun)))


SHORTEST = 5
"""Letters of the longest word that its ending does not make a calling."""


def _of_nation(word: str) -> bool:
    return is_demonym(word) or country_of(word) is not None or word.casefold() in _peoples("en")


@cache
def _peoples(language: str) -> frozenset[str]:
    """Adjectives and names of peoples without a state of their own, and their plurals."""
    more = {w.casefold() for w in read(language, "places", Places).more}
    return frozenset((*more, *(f"{w}s" for w in more)))


def called(parse: Parse, counted: Counted, words: Words) -> str | None:
    """The article's words for who is counted, where the amount has no noun that says so; None where nothing does."""
    return _nation_behind(parse, counted) or _before(parse, counted, words) or _own(parse, counted, words)


def _nation_behind(parse: Parse, counted: Counted) -> str | None:
    """ "Six were Danish, *three Greek* and one Swiss"."""
    near = parse.tokens[counted.number.i + 1 : counted.number.i + 3]
    after = [t for t in near if t.start >= counted.core_end and t.sentence == counted.sentence]
    if not after or after[0].start > counted.core_end + 1 or not nation(after[0]):
        return None
    goes_on = len(after) > 1 and after[1].pos in {"NOUN", "PROPN", "ADJ"}
    return None if goes_on else after[0].text


def _before(parse: Parse, counted: Counted, words: Words) -> str | None:
    """Who a label or "the number of" names."""
    sentence = parse.sentences[counted.sentence]
    start, stop = max(sentence.start, counted.start - NEAR), min(sentence.end, counted.end + NEAR)
    told = (m for p in (NUMBER_OF, FEATURED_OF) for m in p.finditer(parse.text, start, stop))
    match = next((m for m in told if _no_number(parse, m, counted)), None)
    return _class(match.group(1), words) if match is not None else None


def _no_number(parse: Parse, match: re.Match[str], counted: Counted) -> bool:
    """Whether no other number stands between the words and the amount."""
    between = parse.text[match.end() : counted.start] or parse.text[counted.end : match.start()]
    return re.search(r"\d|[.;]", between) is None


def _class(text: str, words: Words) -> str | None:
    """The text, where its last word names a class of people or a nation."""
    last = text.split()[-1].casefold()
    known = words.classes | words.callings | {"member"}
    single = last[:-1] if last.endswith("s") else last
    generic = {last, single} & words.generic
    return text if ({last, single} & known or is_demonym(last)) and not generic else None


def _own(parse: Parse, counted: Counted, words: Words) -> str | None:
    match = OF_ITS.match(parse.text, counted.core_end, parse.sentences[counted.sentence].end)
    if match is None:
        return None
    last = match.group(1).casefold().split()[-1]
    known = words.classes | words.callings | {"member", "men", "staff", "personnel", "citizen"}
    return match.group(1) if {last, last.removesuffix("s")} & known else None


def called_aside(parse: Parse, counted: Counted, words: Words) -> str | None:
    """What an aside calls the one of a row: "two at the harbour and one, *a tram driver*, in hospital"."""
    who = described(parse, counted.number)
    if who.i == counted.number.i or not is_class(who, words, several=False):
        return None
    first = min([who, *parse.children(who, "compound")], key=lambda t: t.i)
    return parse.text[first.start : who.end]


def of_group(parse: Parse, noun: Token) -> str | None:
    """The noun with the group it names: "*members of the coast patrol*", "*members of one family*"; alone behind "its
    own"; None for other nouns, and for members of nothing named."""
    if noun.lemma != "member" or parse.child(noun, "compound") is not None:
        return None
    behind = parse.tokens[noun.i + 1 : min(noun.i + 2 + GROUP, parse.sentence_of(noun).last)]
    if behind and behind[0].lower == "of":
        if _of_household(behind) and parse.child(noun, "cop") is None:
            return None  # "killed four members of his family"
        end = next((n for n, t in enumerate(behind[1:], 1) if t.pos not in NOMINAL), len(behind))
        return parse.text[noun.start : behind[end - 1].end] if end > 1 else None
    owned = any(c.lower in OWN for c in parse.children(noun, "nmod:poss"))
    return noun.text if owned else None


def _of_household(behind: Sequence[Token]) -> bool:
    """Whether a family is told of, or a group by no word but that: "of *the group*", not "of the rescue group"."""
    family = any(t.lower in HOUSEHOLD for t in behind[1:5])
    return family or any(t.lower in BODIES and behind[n].pos == "DET" for n, t in enumerate(behind[1:3]))


HOUSEHOLD = frozenset(("family", "household", "public", "community"))
BODIES = frozenset(("group", "party"))
GROUP = 6
"""Words of a group's name at most."""
NOMINAL = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PART", "NUM", "PRON"))


OF_THESE = re.compile(
    r"\s+of\s+(?:the|those|these|them|whom|its|her|his|their)\b(?:\s+(?!(?:is|are|was|were|came|comes?|hail\w*)\b)[\w’'-]+){0,5}",
    re.I,
)
COPULA = re.compile(
    r"\s+(?:(?:is|are|was|were|being)\s+(?:all\s+|both\s+|also\s+|said\s+to\s+be\s+|believed\s+to\s+be\s+|known\s+to\s+be\s+)?|"
    r"(?:came|come|comes|hail|hailed|hails)\s+(?=from\b))",
    re.I,
)
LINK = re.compile(r"\s+(?:(?:are|were|was|is)\s+)?", re.I)
FROM = re.compile(r"from\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?[A-Z]")
"""Where some are from: a place, that names no part."""


def said_to_be(parse: Parse, counted: Counted, words: Words, gapped: bool = False) -> str | None:
    """What some of a count are said to be: their nation or calling, "" for a place they are from; None where they are
    said to be neither. `gapped`: in a row that leaves the verb out ("four Dutch", "two from Ross")."""
    stop = parse.sentences[counted.sentence].end
    end = counted.core_end
    if (of := OF_THESE.match(parse.text, end, stop)) is not None:
        end = of.end()
    link = (LINK if gapped else COPULA).match(parse.text, end, stop)
    if link is None:
        return None
    if FROM.match(parse.text, link.end(), stop):
        return ""
    return _what(parse, counted, link.end(), words)


ONE = frozenset(("a", "an"))


def _what(parse: Parse, counted: Counted, start: int, words: Words) -> str | None:
    """The nation or calling that the text names from `start` on."""
    tokens = [t for t in parse.tokens_of(parse.sentences[counted.sentence]) if t.start >= start][:4]
    if tokens and tokens[0].lower in ONE and (counted.value.number or 0) > 1:
        return None  # "the remaining two were *a waiter* and a porter"
    tokens = tokens[1:] if tokens and tokens[0].lower in {*ONE, "the"} else tokens
    for n, token in enumerate(tokens):
        if (group := of_group(parse, token)) is not None:
            return group
        if token.pos == "VERB" and token.relation == "amod":
            continue  # "*serving* members of the coast guard"
        if token.pos in {"PUNCT", "ADP", "CCONJ", "SCONJ", "VERB", "AUX", "NUM", "PRON"}:
            return None
        generic = any(f in words.anybody for f in forms(token))
        known = is_class(token, words) or (any(f in words.generic for f in forms(token)) and token.lemma != "member")
        if (nation(token) and n == 0) or (known and not generic):
            end = n
            while end + 1 < len(tokens) and tokens[end + 1].pos == "NOUN":
                end += 1  # "police *officers*", "Polish *citizens*"
            return parse.text[tokens[0].start : tokens[end].end]
    return None
