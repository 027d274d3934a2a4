"""Lower-cases headline capitals before parsing, so that "Nine Miners Perish" is read like a sentence.

In a line whose longer words nearly all have capitals, a word keeps its capital only when the article's own sentences
write it so in mid-sentence and never in lower case: names of a headline stand in the body too. An article that
comes in capitals only (wire texts), or as a headline alone, has no such witness: there the language's common words are
lowered and all others, names among them, keep a capital. Lengths never change.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from variorum.lang.casing import common_words
from variorum.model import Article, Section
from variorum.text.letters import places, runs

WORD = re.compile(r"[^\W\d_]+")
LONG = 4
"""Shorter words (of, in, and) keep lower case in title case, so they tell nothing."""
SHARE = 0.6
"""Share of longer words with a capital from which a line counts as headline-cased; sentences reach .3."""
OPENERS = frozenset('.!?:;“”"«»„(—–-')
"""Marks after which any word has a capital."""

CAPITALS = 0.9
"""Share of words in capitals from which a paragraph says nothing about case."""
MANY = 8
"""Words from which a paragraph of an article without lower case counts as a sentence in capitals."""
ENDING = re.compile(r"\w{3,}(?:ed|ing|ly|ions?|ments?|ness|able|ous|ive|isms?|ity|ities)")
"""Endings that names hardly have."""


class Casing(Struct, frozen=True):
    """How an article's sentences write words: with a capital inside a sentence, and in lower case."""

    names: frozenset[str]
    common: frozenset[str]


def casing(article: Article) -> Casing:
    """The casing of the article's body; headline-cased and upper-case paragraphs bear no witness."""
    names: set[str] = set()
    common: set[str] = set()
    for section in article.sections:
        text = article.text[section.start : section.end]
        if section.kind == "headline" or is_headline_case(text):
            continue
        for match in places(text):
            word = match.group()
            if word.islower():
                common.add(word)
            elif word[0].isupper() and not _opens(text[max(0, match.start() - 4) : match.start()]):
                names.add(word.lower())
    return Casing(frozenset(names - common), frozenset(common))


def _opens(before: str) -> bool:
    """Whether a line or sentence begins behind these characters."""
    plain = before.rstrip()
    return not plain or plain[-1] in OPENERS or "\n" in before[len(plain) :]


@lru_cache(maxsize=256)
def is_headline_case(text: str) -> bool:
    """Whether nearly all longer words have capitals, and there are enough of them to tell."""
    long = [w for w in runs(text) if len(w) >= LONG]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= SHARE * len(long)


def truecase(article: Article, section: Section, known: Casing) -> str:
    """The section's text as a sentence would write it; the same length as the original."""
    text = article.text[section.start : section.end]
    if is_capitals(text) and (not known.common or section.kind != "headline"):
        return WORD.sub(lambda match: _from_capitals(match.group(), article.language), text)
    if not is_headline_case(text):
        return text
    if not known.common:
        return WORD.sub(lambda match: _alone(match.group(), article.language), text)
    return WORD.sub(lambda match: _word(match.group(), known), text)


def is_capitals(text: str) -> bool:
    """Whether a paragraph is written in capitals throughout."""
    words = [w for w in runs(text) if len(w) > 1]
    return len(words) >= MANY and sum(map(str.isupper, words)) >= CAPITALS * len(words)


def _from_capitals(word: str, language: str) -> str:
    lower = word.lower()
    if len(lower) != len(word) or not word.isupper():
        return word
    if len(lower) == 1 or lower in common_words(language) or ENDING.fullmatch(lower):
        return lower if lower != "i" else word
    return word[0] + lower[1:] if len(word) > 3 else word


def _alone(word: str, language: str) -> str:
    """A word of a headline that stands without its article: common words are lowered, all others may be names."""
    lower = word.lower()
    return lower if len(lower) == len(word) and lower in common_words(language) and lower != "i" else word


def _word(word: str, known: Casing) -> str:
    lower = word.lower()
    if len(lower) != len(word):  # some capitals (İ) lengthen: offsets come first
        return word
    if lower in known.names:
        return word if not word.isupper() or len(word) <= LONG else word[0] + lower[1:]
    return lower
