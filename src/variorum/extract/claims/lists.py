"""Lists of persons by the order of words, where trees of long rows are seldom right: "killed a judge, his driver, and
Ana Weld"."""

from __future__ import annotations

from variorum.text.tree import Parse, Token

NOMINAL = frozenset(("NOUN", "PROPN"))
INSIDE = frozenset(("NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON"))
"""Parts of speech of an item of a list."""
LAST = frozenset(("and",))
TIME = frozenset(("hour", "day", "night", "week", "month", "year"))
ITEMS = 12


def behind(parse: Parse, first: Token, word: Token) -> list[Token]:
    """The heads of the items that follow `first` in its list, which an "and" must close; empty where there is none.

    `word` is what is said of them all: an item that a verb of its own follows is none.

    A description between commas behind a name ("Ana Weld, a judge, was …") is no item.
    """
    end = parse.sentence_of(first).last
    found: list[Token] = []
    i, closed, previous = _end(parse, first, end), False, first
    while i < end and len(found) < ITEMS and not closed:
        i, closed = separator(parse, i, end)
        if i < 0:
            break
        head, i = _item(parse, i, end)
        if head is None or _acts(parse, i, end, word) or (first.i < word.i <= head.i):
            closed = False
            break
        if closed or not _describes(parse, previous, head):
            found.append(head)
            previous = head
    return found if closed else []


def in_headline(parse: Parse, first: Token, kinds: frozenset[str]) -> list[Token]:
    """The bare nouns that a headline sets beside one with commas alone, each with its age or without: "Mother, toddler
    found dead", "Man, 3-year-old girl dead", "Father, 45, daughter, 9, killed"."""
    sentence = parse.sentence_of(first)
    if sentence.kind != "headline" or first.lemma not in kinds:
        return []
    start, end = first.i, first.i + 1
    while start > sentence.first and _in_row(parse.tokens[start - 1], kinds):
        start -= 1
    while end < sentence.last and _in_row(parse.tokens[end], kinds):
        end += 1
    row = list(parse.tokens[start:end])
    opens = not start or start == sentence.first or parse.tokens[start - 1].text in OPENERS
    ends = (end < sentence.last and row[-1].text != ",") or row[-1].i - 1 > first.i
    if not ends or (start < first.i and not opens):
        row = row[first.i - start :] if ends else []
    found = [t for t in row if t.lemma in kinds and t.i != first.i]
    return found if all(_apart(parse, t, first) for t in found) else []


OPENERS = frozenset((":", "after", "as"))
"""What a row of a headline may stand behind: "Police: Man, boy shot", "Held after man, boy shot"."""
AGE = frozenset(("-", "year", "years", "month", "months", "old", ",", "teenage", "infant", "baby", "young"))


def _in_row(token: Token, kinds: frozenset[str]) -> bool:
    return token.lemma in kinds or token.lower in AGE or token.tag == "CD"


def _apart(parse: Parse, one: Token, other: Token) -> bool:
    """Whether a comma stands between two."""
    first, last = sorted((one.i, other.i))
    return any(t.text == "," for t in parse.tokens[first + 1 : last])


WERE = frozenset(("were", "are"))


def ahead(parse: Parse, first: Token) -> tuple[list[Token], Token | None]:
    """The heads of the items that follow `first` in a row before a verb of them all, and that verb: "died", or the
    participle of a passive ("a girl, two cooks and a man *were shot*"); no verb where there is no such row."""
    end = parse.sentence_of(first).last
    found: list[Token] = []
    i, closed = _past_aside(parse, _end(parse, first, end), end), False
    while i < end and len(found) < ITEMS and not closed:
        i, closed = separator(parse, i, end)
        if i < 0:
            return [], None
        head, i = _item(parse, i, end)
        if head is None:
            return [], None
        found.append(head)
    if not closed or i >= end:
        return [], None
    if parse.tokens[i].lemma == "die" and parse.tokens[i].tag in {"VBD", "VBP"}:
        return found, parse.tokens[i]
    if parse.tokens[i].lower not in WERE:
        return [], None
    verb = next((t for t in parse.tokens[i + 1 : min(i + 5, end)] if t.tag in {"VBN", "VBD"}), None)
    if verb is None or any(t.lower in {"not", "n't", "n’t", "to"} for t in parse.tokens[i : verb.i]):
        return [], None
    return found, verb


def _past_aside(parse: Parse, i: int, end: int) -> int:
    """Behind an aside in dashes or brackets that begins at a token: "six monks -- four of them old -- and a cook"."""
    closing = ASIDES.get(parse.tokens[i].text) if i < end else None
    last = next((t.i for t in parse.tokens[i + 1 : min(i + ITEMS, end)] if t.text == closing), None)
    return i if closing is None or last is None else last + 1


ASIDES = {"--": "--", "–": "–", "—": "—", "(": ")"}
"""What opens an aside, and what ends it."""


def _end(parse: Parse, token: Token, end: int) -> int:
    """The first token behind a noun phrase whose head is given or follows at once."""
    i = token.i + 1
    while i < end and parse.tokens[i].pos in NOMINAL and parse.tokens[i].start <= parse.tokens[i - 1].end + 1:
        i += 1
    return i


def separator(parse: Parse, i: int, end: int) -> tuple[int, bool]:
    """Behind a comma or a last "and": where the next item starts, and whether it is the last; -1 where none follows."""
    comma = i < end and parse.tokens[i].text == ","
    i += comma
    if i < end and parse.tokens[i].lower in LAST:
        return i + 1, True
    well = [t.lower for t in parse.tokens[i : i + 3]] == ["as", "well", "as"]
    if well and i + 3 < end:
        return i + 3, True
    return (i, False) if comma else (-1, False)


def _item(parse: Parse, i: int, end: int) -> tuple[Token | None, int]:
    """The head of the noun phrase that starts at a token, and the token behind it."""
    head: Token | None = None
    i = _past_hedge(parse, i, end)
    start = i
    while i < end and i - start < 10:
        token = parse.tokens[i]
        hyphen = token.text == "-" or token.tag == "POS"
        if not (token.pos in INSIDE or hyphen or (token.pos == "VERB" and token.tag == "VBN" and head is None)):
            break
        if token.pos in NOMINAL or token.lower == "old":
            head = token
        i += 1
    return (None if head is not None and head.lemma in TIME else head), i


HEDGES = frozenset(("up", "to", "at", "least", "more", "than", "as", "many", "over"))


def _past_hedge(parse: Parse, i: int, end: int) -> int:
    """Behind words that bound a number: "30 tutors and *up to* 70 guards"."""
    n = i
    while n < end and n - i < 4 and parse.tokens[n].lower in HEDGES:
        n += 1
    return n if n < end and parse.tokens[n].pos == "NUM" else i


def _acts(parse: Parse, i: int, end: int, word: Token) -> bool:
    """Whether another verb follows: the item is the subject of a clause of its own, unless that verb is said of the
    deed ("the murder of six monks, a cook, and a maid *was* a crime")."""
    governor = parse.head(word) if word.pos == "NOUN" and word.relation == "nsubj" else None
    if governor is not None and governor.i >= i:
        return False
    verbal = i < end and (parse.tokens[i].pos == "AUX" or parse.tokens[i].tag in {"VBD", "VBZ", "VBP", "MD"})
    return verbal and not i <= word.i <= i + 3


def _describes(parse: Parse, name: Token, head: Token) -> bool:
    """ "Ana Weld, a judge, …"."""
    lead = [t.lower for t in parse.tokens[max(name.i + 1, head.i - 6) : head.i] if t.pos == "DET"]
    return name.pos == "PROPN" and head.pos == "NOUN" and bool(lead)


def complement(parse: Parse, noun: Token) -> Token | None:
    """The head of what stands behind the first "of" after a noun and a phrase of time: "the murder last week of a
    judge"."""
    end = parse.sentence_of(noun).last
    timed = False
    for token in parse.tokens[noun.i + 1 : min(noun.i + 9, end)]:
        if token.lower == "of":
            return _item(parse, token.i + 1, end)[0] if timed else None
        day = _day(parse, token)
        timed = timed or token.lemma in TIME or day
        if token.pos not in {"NOUN", "NUM", "DET", "ADJ", "ADP"} and not day:
            return None
    return None


def behind_of(parse: Parse, noun: Token) -> Token | None:
    """The head of what stands behind an "of" that follows a noun at once: "the murder *of* Ms Ana Weld"; behind a title
    and another title the name ("of senator and candidate *Ana Weld*")."""
    end = parse.sentence_of(noun).last
    start = noun.i + 2
    if start >= end or parse.tokens[noun.i + 1].lower != "of":
        return None
    head, i = _item(parse, start, end)
    title = head is not None and head.pos == "NOUN" and parse.tokens[start].pos in NOMINAL
    if title and i + 1 < end and parse.tokens[i].lower in LAST:
        return _item(parse, i + 1, end)[0] or head
    return head


def _day(parse: Parse, token: Token) -> bool:
    """Whether a word is part of the name of a day behind "on": "on 5 March of", "on Friday of"."""
    before = [t for t in parse.tokens[max(0, token.i - 2) : token.i] if t.lower == "on"]
    beside = (*parse.tokens[max(0, token.i - 1) : token.i], *parse.tokens[token.i + 1 : token.i + 2])
    dated = any(t.tag == "CD" and t.sentence == token.sentence for t in beside)
    return bool(before) and token.tag == "NNP" and (dated or token.lower.endswith("day"))


def after_time(parse: Parse, verb: Token) -> Token | None:
    """What follows an active verb and a phrase of time: "murdered in less than two days judge Ana Weld"."""
    end = parse.sentence_of(verb).last
    i = verb.i + 1
    if (
        verb.tag not in {"VBD", "VBN"}
        or parse.child(verb, "aux:pass")
        or i >= end
        or parse.tokens[i].lower not in {"in", "within", "on", "during"}
    ):
        return None
    while i < end and parse.tokens[i].lemma not in TIME and i - verb.i < 8:
        i += 1
    i += 1
    if i < end and parse.tokens[i].text == ",":
        i += 1
    return _item(parse, i, end)[0] if i < end and parse.tokens[i].pos in INSIDE else None


def of_others(parse: Parse, noun: Token, verb: Token) -> bool:
    """Whether a participle has people of its own, who stand in no row with the noun ("two boys, two girls shot")."""
    own = parse.child(verb, "nsubj", "nsubj:pass")
    if own is None or not noun.i < own.i < verb.i:
        return False
    first = parse.subtree(own)[0].i
    return any(t.pos not in {"PUNCT", "CCONJ"} for t in parse.tokens[noun.i + 1 : first])
