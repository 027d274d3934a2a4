"""Parts a run of capitals into the names in it and the titles before them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.extract.names.runs import Case, Segment
from variorum.extract.names.words import Words
from variorum.text.gazetteer import country_of, is_demonym
from variorum.text.translit import fold
from variorum.text.tree import Parse, Token


class Candidate(Struct, frozen=True):
    """A possible name: tokens `first` to `last` (exclusive), their text, and the title before it (token index)."""

    first: int
    last: int
    start: int
    end: int
    text: str
    case: Case
    kind: str
    title: int | None = None
    """First token of the title directly before, when one stands there."""


def split(parse: Parse, run: tuple[int, int], part: Segment, words: Words) -> Iterator[Candidate]:
    """The candidates of one run, in text order."""
    first, last = _trim(parse, *run, words)
    if first >= last:
        return
    at = None if _is_named_body(parse.tokens[last - 1], last - first, words) else _title(parse, first, last, words)
    if at is not None:
        begin, name = at
        yield from _plain(parse, first, begin, part, words, None)
        yield from _plain(parse, name, last, part, words, begin)
    else:
        yield from _plain(parse, first, last, part, words, _title_before(parse, first, part, words))


def _is_named_body(last: Token, length: int, words: Words) -> bool:
    """A run that ends in an organisation's or a place's noun is one name, whatever titles it holds."""
    headed = last.lower in words.org_heads or last.lower in words.place_heads or last.lower in words.legal
    return length > 1 and headed and last.lower not in words.offices


def _trim(parse: Parse, first: int, last: int, words: Words) -> tuple[int, int]:
    while last > first and _mark(parse.tokens[last - 1], words):
        last -= 1
    while last > first and (not parse.tokens[first].text[0].isalnum()):
        first += 1
    return first, last


def _mark(token: Token, words: Words) -> bool:
    """Whether a token at a name's end is no part of it."""
    if token.text[-1].isalnum() or token.text == ".":
        return False
    return not ("." in token.text[:-1] or token.text in words.abbreviations or token.lower in words.place_heads)


def _headed(word: str, words: Words) -> bool:
    """Whether a word behind a title shows that both belong to a body or a post ("Sheriff of Bexar")."""
    return word in {"of", "for"} or word in words.counties or word in words.org_heads


def _title(parse: Parse, first: int, last: int, words: Words) -> tuple[int, int] | None:
    """(first token of the title, first token of the name) for the last title word that a name follows."""
    for k in range(last - 2, first - 1, -1):
        word = parse.tokens[k].lower.strip(".")
        post = word in words.posts and k - 2 >= first and parse.tokens[k - 1].lower == "of"
        if not post and (word not in words.titles or _inside(parse, first, k, words)):
            continue
        name = k + 1
        while name < last and not parse.tokens[name].text[0].isalnum():
            name += 1
        if name >= last or _headed(parse.tokens[name].lower, words):
            continue  # "Cook County", "Eyewitness News"
        begin = k - 2 if post else k
        while begin > first and _title_part(parse.tokens[begin - 1], words):
            begin -= 1
        led = parse.tokens[begin].lower
        return first if led in words.counties or led in words.domains else begin, name
    return None


def _inside(parse: Parse, first: int, k: int, words: Words) -> bool:
    """Whether the title's word stands behind a given name, as part of the name ("Omar Sheikh Said")."""
    return k > first and parse.tokens[k - 1].lower in words.given and parse.tokens[k].lower not in words.offices


def _title_part(token: Token, words: Words) -> bool:
    lower = token.lower.strip(".")
    return token.text in {"-", "&"} or lower in words.title_parts or lower in words.org_heads


def _title_before(parse: Parse, first: int, part: Segment, words: Words) -> int | None:
    """The start of a lower-case title directly before the name ("air force spokesman X")."""
    k = first - 1
    if k < part.first or parse.tokens[first].start - parse.tokens[k].end > 2:
        return None
    if parse.tokens[k].text == "." and k > part.first:
        k -= 1
    if parse.tokens[k].lower.strip(".") not in words.titles or parse.tokens[k].pos in {"VERB", "AUX", "ADP"}:
        return None
    while k > part.first and _modifies(parse.tokens[k - 1], words):
        k -= 1
    while k < first and parse.tokens[k].text[0] in "-'’&":
        k += 1
    return k


def _modifies(token: Token, words: Words) -> bool:
    lower = token.lower.strip(".")
    return _title_part(token, words) or (token.pos in {"NOUN", "ADJ", "PROPN"} and lower not in words.calendar)


def _plain(parse: Parse, first: int, last: int, part: Segment, words: Words, title: int | None) -> Iterator[Candidate]:
    first, last = _trim(parse, first, last, words)
    while first < last and _honorific(parse.tokens[first], words) and last - first > 1:
        title = first if title is None else title
        first, last = _trim(parse, first + 1, last, words)
    if title is None and (begin := _post(parse, first, last, words)) is not None:
        title, first = begin, first + 1
    if (
        last - first > 1
        and title is None
        and _nation(parse.tokens[first])
        and not _corporate(parse, first, last, words)
    ):
        yield from _plain(parse, first, first + 1, part, words, None)
        first += 1
    if last > first and title is None:
        first = _past_demonyms(parse, first, last, words)
    if last - first > 1 and title is None and parse.tokens[first].lower in words.timed:
        first += 1
    if first >= last:
        return
    if last - first == 1 and _no_name(parse.tokens[first], words, title):
        return
    if last - first > 1 and _bare_office(parse.tokens[first:last], words):
        return
    start, end = parse.tokens[first].start, parse.tokens[last - 1].end
    if parse.text[start : end + 1] in words.abbreviations:
        end += 1
    yield Candidate(first, last, start, end, parse.text[start:end], part.case, part.kind, title)


def _bare_office(tokens: tuple[Token, ...], words: Words) -> bool:
    """An office without a name ("Senior Vice President")."""
    plain = [t for t in tokens if t.text[0].isalnum()]
    office = all(_title_part(t, words) or t.lower == "of" for t in plain)
    return office and plain[-1].lower not in words.org_heads


def _post(parse: Parse, first: int, last: int, words: Words) -> int | None:
    """The office in "minister of the Interior X", where the capital belongs to the office."""
    if last - first < 2 or parse.tokens[first].lower not in words.posts:
        return None
    k = first - 1
    if k > 0 and parse.tokens[k].lower == "the":
        k -= 1
    office = k > 0 and parse.tokens[k].lower == "of" and parse.tokens[k - 1].lower in words.offices
    return k - 1 if office else None


def _honorific(token: Token, words: Words) -> bool:
    return token.lower.strip(".") in words.honorifics and token.text[0].isupper() and token.lower not in words.given


def _past_demonyms(parse: Parse, first: int, last: int, words: Words) -> int:
    """Leave out adjectives of nations before a name, not in an organisation's own name."""
    if _corporate(parse, first, last, words):
        return first
    tokens = parse.tokens
    k = first
    while k < last:
        two = k + 1 < last and is_demonym(f"{tokens[k].text} {tokens[k + 1].text}")
        if two:
            k += 2
        elif _adjective(tokens[k], words) and not _given(tokens[k:last], words):
            k += 1
            while k < last and tokens[k].text == "-":
                k += 1
        else:
            break
    return k


def _corporate(parse: Parse, first: int, last: int, words: Words) -> bool:
    """Whether the tokens are an organisation's name, which may begin with a nation's."""
    known = fold(parse.text[parse.tokens[first].start : parse.tokens[last - 1].end]) in words.known_orgs
    headed = any(
        t.lower in words.org_heads and (n == last - 1 or parse.tokens[n + 1].lower in {"of", "for"})
        for n, t in enumerate(parse.tokens[first:last], first)
    )
    return known or headed


def _nation(token: Token) -> bool:
    """A country's own abbreviation ("U.S.", "UK"), which stands for its adjective as well."""
    return token.text.isupper() and len(token.text.replace(".", "")) <= 3 and country_of(token.text) is not None


def _adjective(token: Token, words: Words) -> bool:
    """Whether the word is an adjective of a nation or a creed, and no name."""
    return token.lower in words.more or (is_demonym(token.text) and not _nation(token))


def _given(tokens: tuple[Token, ...], words: Words) -> bool:
    """Whether the adjective is somebody's given name ("Roman Hruby"): one plain word follows, itself no adjective."""
    return (
        len(tokens) == 2
        and tokens[0].lower in words.given
        and tokens[1].text.isalpha()
        and not _adjective(tokens[1], words)
        and tokens[1].lower not in words.org_heads
        and tokens[1].lower not in words.common
    )


def _singulars(word: str) -> tuple[str, ...]:
    """What a plural may be of: "witnesses", "deputies", "students"."""
    ends = (("ies", "y"), ("es", ""), ("s", ""))
    return tuple(word.removesuffix(end) + instead for end, instead in ends if word.endswith(end))


def _no_name(token: Token, words: Words, title: int | None) -> bool:
    lower = token.lower.strip(".")
    if token.text in words.abbreviations or f"{token.text}." in words.abbreviations:
        return False
    if len(token.text) < 2 or not any(c.isalpha() for c in token.text):
        return True
    if _adjective(token, words):
        return True
    if lower in words.org_alone or lower in words.org_people or lower in words.described:
        return not token.text.isupper() and lower not in words.known_orgs
    common = not words.common.isdisjoint((lower, *_singulars(lower)))
    return title is None and common and not token.text.isupper() and lower not in words.given
