"""Lists of victims by name: "the dead were Ana Weld, 41, Jon Brek and …", "killing Ana Weld, 41; Jon Brek, 9; …"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice

from variorum.extract.claims.choose import member_of
from variorum.extract.claims.fates import Fate
from variorum.extract.claims.lexicon import Outcome
from variorum.kinds.patterns import index
from variorum.model import Mention
from variorum.text.tree import Parse, Token

LEAD = 7
"""Tokens between "the victims" and the first name: "were identified by the police as"."""
GAP = 12
"""Tokens between two names of a list: an age, an office."""
PLURAL = frozenset(("NNS", "NNPS"))
VERBS = frozenset(("VBD", "VBZ", "VBP", "MD"))
LISTING = frozenset(("be", "include", "identify", "name", "list", "as", ":"))
LIVES = frozenset(("life", "lives"))
CLAIMS = frozenset(("claim", "take", "cost", "end"))
OPEN = frozenset(("victim", "casualty"))
SAYING = frozenset(("say", "tell", "add", "report", "state", "note", "announce"))
OUTCOMES: dict[str, Outcome] = {"killed": "killed", "injured": "injured"}


def rolls(
    parse: Parse, mentions: Iterable[Mention], told: list[Fate], kinds: AbstractSet[str], language: str
) -> Iterator[Fate]:
    """What befell each name of a list, beside the fates already read.

    `kinds` are those of the article's counts: "victims" are the dead where only deaths are told, else it is open.
    """
    befell = kinds | {f.outcome for f in told if not f.weak}
    names = {t.i: m for m in mentions if m.type == "person" and (t := parse.starting(m.span.start)) is not None}
    known = {f.bearer.i for f in told}
    for more in (*_lives(parse), *_along(parse, told)):
        if more.bearer.i not in known:
            known.add(more.bearer.i)
            yield more
    lists = (*_headed(parse, names, befell, language), *_opened(parse, names, told), *_they(parse, names, told))
    for outcome, word, first in lists:
        row = _row(parse, names, first)
        if len(row) > 1 or first.i not in known:
            for name in row:
                if name.i not in known:
                    known.add(name.i)
                    yield Fate(outcome, word, name)
    for outcome, word, first in _including(parse, names, told):
        for name in _row(parse, names, first):
            if name.i not in known:
                known.add(name.i)
                yield Fate(outcome, word, name, among=True)


@cache
def _heads(language: str) -> frozenset[str]:
    """The words that may name those whose list follows, and what they are made from."""
    naming = index(language).naming
    return frozenset((*naming, *(f"{word}{end}" for word in naming for end in "sd"), *OPEN))


def _headed(
    parse: Parse, names: dict[int, Mention], befell: AbstractSet[str], language: str
) -> Iterator[tuple[Outcome, Token, Token]]:
    """ "The injured are X …", "the victims were identified as X …", "among the dead was X"."""
    table = index(language)
    for token in parse.named(_heads(language)):
        outcome = OUTCOMES.get(member_of(token, table) or "")
        if token.lemma in OPEN:
            outcome = "killed" if befell == {"killed"} else "injured" if befell == {"injured"} else None
        if outcome is None or not _of_several(parse, token):
            continue
        cue = False
        for follower in _after(parse, token):
            if follower.i in names:
                if cue:
                    yield outcome, token, follower
                break
            if follower.pos == "VERB" and follower.lemma not in LISTING:
                break
            cue = cue or follower.lemma in LISTING or follower.text == ":"


def _after(parse: Parse, token: Token) -> list[Token]:
    """The next words behind the heading of a list, without its relative clause and without ages."""
    last = parse.sentence_of(token).last
    start = token.i + 1
    if start + 1 < last and parse.tokens[start].text == "," and parse.tokens[start + 1].tag in {"WP", "WP$", "WDT"}:
        start = next((t.i for t in parse.tokens[start + 2 : last] if t.text == ","), start)
    words = (t for t in parse.tokens[start:last] if t.tag != "CD" and t.text != "-" and t.lower not in {"year", "old"})
    return list(islice(words, LEAD))


def _including(parse: Parse, names: dict[int, Mention], told: list[Fate]) -> Iterator[tuple[Outcome, Token, Token]]:
    """ "A blast killed nine people, including X", "nine died, among them X and Y": some of the counted, by name."""
    for fate in (f for f in told if not f.weak and f.bearer.tag in PLURAL | {"CD"}):
        last = parse.sentence_of(fate.bearer).last
        cue = None
        for token in parse.tokens[fate.bearer.i + 1 : last]:
            if token.i in names and cue is not None:
                yield fate.outcome, fate.word, token
                break
            after = parse.tokens[token.i + 1] if token.i + 1 < last else token
            if token.lower == "including" or (token.lower == "among" and after.lower in {"them", "whom"}):
                cue = token
            elif cue is not None and token.i > cue.i + 1 and _leaves(token, cue):
                break


def _leaves(token: Token, cue: Token) -> bool:
    """Whether a word behind "including" ends the words before a name: "including officers *led* by X"."""
    return token.tag in VERBS | {"VBN", "VBG"} or token.pos in {"ADP", "PUNCT"} or token.i - cue.i > LEAD


def _they(parse: Parse, names: dict[int, Mention], told: list[Fate]) -> Iterator[tuple[Outcome, Token, Token]]:
    """ "Four people were killed. They are X, Y …": who those of the sentence before were."""
    for sentence in parse.sentences[1:]:
        opening = [t.lower for t in parse.tokens[sentence.first : sentence.first + 2]]
        if len(opening) < 2 or opening[0] != "they" or opening[1] not in {"are", "were"}:
            continue
        before = [f for f in told if not f.weak and f.word.sentence == sentence.index - 1 and f.bearer.tag in PLURAL]
        first = next((t for t in parse.tokens[sentence.first + 2 : sentence.first + 6] if t.i in names), None)
        if before and first is not None and len(_row(parse, names, first)) > 1:
            yield before[-1].outcome, before[-1].word, first


def _of_several(parse: Parse, token: Token) -> bool:
    """ "The victims", "the dead", "the injured": a noun, or an adjective or participle used as one."""
    if token.tag in {"NNS", "NNPS"}:
        return True
    previous = parse.tokens[token.i - 1] if token.i > parse.sentence_of(token).first else None
    return token.tag in {"NN", "JJ", "VBN", "VBD"} and previous is not None and previous.lower in {"the", "those"}


def _opened(parse: Parse, names: dict[int, Mention], told: list[Fate]) -> Iterator[tuple[Outcome, Token, Token]]:
    """A list of names that a verb or noun of death or harm stands before: "killing X, 41; Y, 9; …"."""
    for fate in (f for f in told if not f.weak):
        bearer = fate.bearer
        named = bearer.i if bearer.i in names else _start(names, parse, bearer)
        if named is None and bearer.tag in {"NNS", "NNPS"}:  # "two guards, X and Y, …", "the priests X, Y, …"
            following = parse.tokens[bearer.i + 1 : bearer.i + 3]
            near = (t for t in following if parse.tokens[t.i - 1].pos != "ADP" and t.sentence == bearer.sentence)
            named = next((t.i for t in near if t.i in names), None)
        elif named is not None and bearer.i < fate.word.i:
            named = _first(parse, names, named)
        if named is not None:
            yield fate.outcome, fate.word, parse.tokens[named]


def _first(parse: Parse, names: dict[int, Mention], named: int) -> int:
    """Where the list begins that ends with a name: "X, a nurse; Y, and Z were killed"."""
    sentence = parse.sentence_of(parse.tokens[named])
    for i in sorted(n for n in names if sentence.first <= n < named):
        if any(t.i == named for t in _row(parse, names, parse.tokens[i])):
            return i
    return named


def _lives(parse: Parse) -> Iterator[Fate]:
    """ "The blast claimed the lives of a nurse and two guards"."""
    for token in parse.named(LIVES):
        head = parse.head(token) if token.lemma in LIVES and token.relation == "obj" else None
        if head is None or head.lemma not in CLAIMS:
            continue
        own = any(c.lower == "own" for c in parse.children(token, "amod"))
        for bearer in () if own else parse.children(token, "nmod"):
            for one in (bearer, *parse.children(bearer, "conj")):
                if parse.child(one, "nummod") is None and one.tag not in {"NNS", "NNPS"}:
                    yield Fate("killed", token, one)


def _along(parse: Parse, told: list[Fate]) -> Iterator[Fate]:
    """ "X was found dead along with Y": what befell the one befell the other."""
    for fate in (f for f in told if not f.weak):
        last = parse.sentence_of(fate.word).last
        for token in parse.tokens[fate.word.i + 1 : min(fate.word.i + 4, last - 1)]:
            if token.lower not in {"along", "together"} or parse.tokens[token.i + 1].lower != "with":
                continue
            other = next((t for t in parse.tokens[token.i + 2 : token.i + 8] if t.relation in {"obl", "nmod"}), None)
            plain = other is not None and other.tag not in {"NNS", "NNPS"} and parse.child(other, "nummod") is None
            if other is not None and plain and other.sentence == fate.word.sentence:
                yield Fate(fate.outcome, fate.word, other)


def _start(names: dict[int, Mention], parse: Parse, bearer: Token) -> int | None:
    """Where the name starts that a word is inside."""
    for i in range(bearer.i, max(-1, bearer.i - 5), -1):
        if i in names and names[i].span.start <= bearer.start < names[i].span.end:
            return i
    return None


def _row(parse: Parse, names: dict[int, Mention], first: Token) -> list[Token]:
    """The names of one list, from its first on; who is said to tell of them is none of them."""
    row, last = [first], parse.sentence_of(first).last
    while True:
        end = names[row[-1].i].span.end
        gap: list[Token] = []
        following = None
        for token in parse.tokens[row[-1].i + 1 : last]:
            if token.start < end:
                continue
            if token.i in names:
                following = token
                break
            gap.append(token)
            if len(gap) > GAP or token.tag in VERBS or token.tag in {"WP", "WDT"} or token.lower == "with":
                break
        parted = any(t.text in {",", ";"} or t.lower == "and" for t in gap)
        owner = any(t.tag == "POS" for t in gap[:1])  # "Ana's death and Arno Weil"
        if following is None or not parted or owner or any(t.lower in {"of", "by", "against"} for t in gap[-2:]):
            return row if not _speaks(parse, names, row[-1]) else row[:-1]
        row.append(following)


def _speaks(parse: Parse, names: dict[int, Mention], name: Token) -> bool:
    """Whether a name is rather who reports it ("…, mayor Jon Brek said")."""
    end = names[name.i].span.end
    after = [t for t in parse.tokens[name.i : name.i + 9] if t.start >= end][:2]
    return any(t.lemma in SAYING for t in after)
