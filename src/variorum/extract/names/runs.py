"""Where names may stand: runs of capitalised tokens, with the small words that names hold inside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from variorum.extract.names.words import Words
from variorum.text.gazetteer import lookup
from variorum.text.translit import fold
from variorum.text.tree import Parse, Sentence, Token

Case = Literal["normal", "title", "upper"]
_CLOSED = frozenset({"PRON", "DET", "AUX", "SCONJ", "CCONJ", "ADP", "PART", "INTJ", "NUM", "PUNCT", "SYM"})
_OPENERS = frozenset("\"'“”„«»‘(:;-–—•*")
_ENDS = frozenset(".!?")
_LONGEST = 400  # tokens of a segment
_BIG_TOWN = 100  # thousands of people; a town that upper-case text may be trusted to mean


class Segment(Struct, frozen=True):
    """Tokens `first` to `last` (exclusive) that read on without a full stop, and how they are capitalised."""

    first: int
    last: int
    case: Case
    kind: str


class Seen(Struct, frozen=True):
    """Words of the article: written with a capital where no rule asks for one, and written without."""

    capital: frozenset[str]
    lower: frozenset[str]


def segments(parse: Parse) -> Iterator[Segment]:
    """The sentences; two that the parser parted inside a phrase are joined again."""
    first: int | None = None
    for n, sentence in enumerate(parse.sentences):
        first = sentence.first if first is None else first
        after = parse.sentences[n + 1] if n + 1 < len(parse.sentences) else None
        if after is not None and sentence.last - first < _LONGEST and _runs_on(parse, sentence, after):
            continue
        tokens = parse.tokens[first : sentence.last]
        yield Segment(first, sentence.last, _case(tokens, sentence.kind), sentence.kind)
        first = None


def _runs_on(parse: Parse, sentence: Sentence, after: Sentence) -> bool:
    """Whether no mark stands between two sentences of one paragraph."""
    last, first = parse.tokens[sentence.last - 1], parse.tokens[after.first]
    return sentence.section == after.section and last.text[-1].isalnum() and first.text[0].isalnum()


def _case(tokens: tuple[Token, ...], kind: str) -> Case:
    long = [t.text for t in tokens if len(t.text) > 1 and t.text.isalpha()]
    if len(long) >= 3 and sum(map(str.isupper, long)) >= 0.75 * len(long):
        return "upper"
    content = [w for w in long if len(w) > 3]
    share = len([w for w in content if w[0].isupper()]) / max(1, len(content))
    if kind == "headline":
        return "title" if content and share >= (0.8 if len(content) >= 4 else 1.0) else "normal"
    return "title" if len(content) >= 6 and share >= 0.9 else "normal"


def seen(parse: Parse, parts: list[Segment]) -> Seen:
    """The article's vocabulary by case; only text in normal case counts."""
    capital: set[str] = set()
    lower: set[str] = set()
    for part in parts:
        if part.case != "normal":
            continue
        tokens = parse.tokens[part.first : part.last]
        lower.update([t.lower for t in tokens if t.text[0].islower()])
        capital.update([t.lower for before, t in pairwise(tokens) if t.text[0].isupper() and not _opens(before)])
    return Seen(frozenset(capital), frozenset(lower))


def opens(parse: Parse, i: int, part: Segment) -> bool:
    """Whether token `i` stands where any word has a capital."""
    return i == part.first or _opens(parse.tokens[i - 1])


def _opens(previous: Token) -> bool:
    return previous.text in _OPENERS or previous.text[-1] in _ENDS


def runs(parse: Parse, part: Segment, vocabulary: Seen, words: Words) -> Iterator[tuple[int, int]]:
    """Token ranges (first, last exclusive) of possible names in one segment, in text order."""
    end = part.first
    for token in parse.tokens[part.first : part.last]:
        if token.i >= end and _starts(parse, token, part, vocabulary, words):
            end = _extend(parse, token.i, part, vocabulary, words)
            yield token.i, end


def _starts(parse: Parse, token: Token, part: Segment, vocabulary: Seen, words: Words) -> bool:
    i = token.i
    if not (token.text[0].isupper() or token.lower in words.particles):
        return False
    if token.lower in words.particles and len(token.text) > 1 and i + 1 < part.last and token.text.islower():
        after = parse.tokens[i + 1]
        hyphen = after.text == "-" and after.start == token.end and i + 2 < part.last
        follower = parse.tokens[i + 2] if hyphen else after
        names = hyphen or (token.lower in {"bin", "van", "von", "abu", "ibn"} and follower.text[0].isupper())
        return names and follower.text[0].isupper()
    return _namey(parse, i, part, vocabulary, words)


def _namey(parse: Parse, i: int, part: Segment, vocabulary: Seen, words: Words) -> bool:
    token = parse.tokens[i]
    text, lower = token.text, token.lower
    if lower in words.never_first and (i == part.first or not parse.tokens[i - 1].text[0].isupper()):
        return False
    if not text[0].isupper() or lower.strip(".") in words.never or (lower in words.calendar and lower != "may"):
        return False
    if part.case == "upper":
        return _upper(parse, i, part, vocabulary, words)
    if lower == "may" or (token.pos in _CLOSED and lower not in vocabulary.capital):
        return False
    if token.pos in _CLOSED and not (text.isupper() and len(text) > 1 and token.pos in {"NUM", "SYM", "INTJ"}):
        return text.isupper() and len(text) > 1 and token.pos != "PRON"
    if part.case == "title":
        return _in_title(token, vocabulary, words)
    if i > part.first and not _opens(parse.tokens[i - 1]):
        return True
    return _first_word(parse, i, vocabulary, words)


def _first_word(parse: Parse, i: int, vocabulary: Seen, words: Words) -> bool:
    """A capital that the sentence's start demands anyway."""
    token = parse.tokens[i]
    if token.lower in vocabulary.capital or (token.text.isupper() and len(token.text) > 1):
        return True
    if token.lower in vocabulary.lower:
        return False
    after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    if token.pos == "PROPN" or token.lower in words.given:
        return True
    named = after is not None and after.pos == "PROPN" and after.text[0].isupper() and after.start == token.end + 1
    if named and token.pos in {"NOUN", "ADJ", "X"}:
        return True
    return token.pos in {"NOUN", "ADJ", "X", "VERB"} and any(
        c.exact and c.kind == "country" for c in lookup(token.text)
    )


def _in_title(token: Token, vocabulary: Seen, words: Words) -> bool:
    """In a headline all words have capitals: only what is known as a name from elsewhere counts."""
    if token.lower in vocabulary.capital or (token.text.isupper() and len(token.text) > 1):
        return True
    if token.lower in vocabulary.lower:
        return False
    if token.lower in words.given or any(
        c.exact and (c.kind != "city" or c.population >= _BIG_TOWN) for c in lookup(token.text)
    ):
        return True
    return token.pos == "PROPN" and token.lower not in words.titles


def _upper(parse: Parse, i: int, part: Segment, vocabulary: Seen, words: Words) -> bool:
    token = parse.tokens[i]
    if (
        token.lower in vocabulary.lower
        or token.pos in {"PRON", "DET", "AUX", "ADP", "CCONJ"}
        or not token.text[0].isalpha()
    ):
        return token.lower in vocabulary.capital
    if token.lower in vocabulary.capital or (token.lower in words.titles and token.lower in words.honorifics):
        return True
    if token.lower in words.given and token.pos == "PROPN":
        return True
    if any(c.exact and c.main and (c.kind != "city" or c.population >= _BIG_TOWN) for c in lookup(token.text)):
        return True
    if token.pos != "PROPN":
        return False
    before = parse.tokens[i - 1] if i > part.first else None
    led = before is not None and (before.pos == "PROPN" or before.lower.strip(".") in words.titles)
    return led or _begins_name(parse, i, part)


def _begins_name(parse: Parse, i: int, part: Segment) -> bool:
    """Whether the next word is the rest of a name that begins here ("with *GILDA* FLORES")."""
    token, after = parse.tokens[i], parse.tokens[i + 1] if i + 1 < part.last else None
    if after is None or after.pos != "PROPN" or after.start != token.end + 1:
        return False
    return after.head == i if after.dep == "flat" else token.dep == "compound" and token.head >= after.i


def _extend(parse: Parse, first: int, part: Segment, vocabulary: Seen, words: Words) -> int:
    end = first + 1
    while end < part.last and end - first < 12:
        step = _step(parse, first, end, part, vocabulary, words)
        if step == 0:
            break
        end += step
    return end


def _step(parse: Parse, first: int, end: int, part: Segment, vocabulary: Seen, words: Words) -> int:
    """How many tokens more belong to the run that ends at `end`."""
    token, last = parse.tokens[end], parse.tokens[end - 1]
    if token.start - last.end > 1 or "\n" in parse.text[last.end : token.start]:
        return 0

    def ahead(n: int) -> bool:
        return end + n < part.last and _namey(parse, end + n, part, vocabulary, words)

    if last.text in {"-", "&", "’", "'", "."}:
        return 1 if token.text[0].isalnum() else 0
    if _namey(parse, end, part, vocabulary, words):
        return 1
    if token.text in {"’", "'"} and last.lower.endswith("s") and ahead(1) and _owned(parse, end, words):
        return 2
    if token.text in {"-", "’", "'"} and token.start == last.end:
        tight = end + 1 < part.last and parse.tokens[end + 1].start == token.end
        return 2 if tight and ahead(1) else 0
    if token.text == "." and len(last.text) == 1 and token.start == last.end:
        return 2 if ahead(1) else 0
    if token.text == "&":
        return 2 if ahead(1) else 0
    if token.lower in words.particles and token.text.islower() and token.lower not in {"i", "e", "y", "do", "la"}:
        return _particles(parse, end, part, vocabulary, words)
    if token.lower in {"of", "for", "and"}:
        return _joined(parse, first, end, part, vocabulary, words)
    return int(_numbered(parse, first, end, part))


def _owned(parse: Parse, mark: int, words: Words) -> bool:
    """ "the Young Lawyers' *Association*": a body's noun with a capital behind a plural's apostrophe."""
    head = parse.tokens[mark + 1]
    return head.lower in words.org_heads and head.text[0].isupper() and head.start > parse.tokens[mark].end


def _particles(parse: Parse, end: int, part: Segment, vocabulary: Seen, words: Words) -> int:
    n = 1
    while (
        n < 3
        and end + n < part.last
        and (parse.tokens[end + n].lower in words.particles or parse.tokens[end + n].text == "-")
    ):
        n += 1
    return n + 1 if end + n < part.last and _namey(parse, end + n, part, vocabulary, words) else 0


def _joined(parse: Parse, first: int, end: int, part: Segment, vocabulary: Seen, words: Words) -> int:
    """ "of", "for", "and" inside a name: after an organisation's or an area's noun, or in "Secretary of State"."""
    token, last = parse.tokens[end], parse.tokens[end - 1]
    the = end + 1 < part.last and parse.tokens[end + 1].lower == "the"
    n = 2 if the else 1
    if end + n >= part.last or not _namey(parse, end + n, part, vocabulary, words):
        return 0
    if token.lower == "and":
        held = {t.lower for t in parse.tokens[first:end]}
        known = fold(parse.tokens[end + n].text) in words.known_orgs or lookup(parse.tokens[end + n].text)
        return n + 1 if held & words.joined and not known else 0
    headed = last.lower in words.org_heads or last.lower in words.areas or last.lower in words.place_heads
    if headed and last.text[0].isupper():
        return n + 1
    return (
        n + 1
        if last.lower in words.offices and parse.tokens[end + n].lower in words.posts and token.lower == "of"
        else 0
    )


def _numbered(parse: Parse, first: int, end: int, part: Segment) -> bool:
    """A number that belongs to a name ("Terminal 3"): a plain short one before a verb, an end or a mark."""
    token = parse.tokens[end]
    if not (token.text.isdigit() and len(token.text) <= 3):
        return False
    after = parse.tokens[end + 1] if end + 1 < part.last else None
    return after is None or (after.pos in {"VERB", "AUX", "PUNCT", "ADP", "PART"} and after.text != "%")
