"""Counts inside a name of the deed: "a triple shooting", "a double homicide"."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.lexicon import lexicon
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words
from variorum.kinds.base import load
from variorum.model import Article, Claim, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token

TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "sextuple": 6}
DEADLY = frozenset(("homicide", "murder", "slaying", "killing"))
HITS = frozenset(("shooting", "stabbing"))
DEATHS = HITS | {"death"}
HARMED = frozenset(("killed", "injured", "shot", "hospitalised"))
LEAD = 4
"""Sentences at the top of a report that are of its own event; further down others are named."""


def with_multiples(
    article: Article, parse: Parse, times: tuple[TimeMention, ...], words: Words, claims: tuple[Claim, ...]
) -> tuple[Claim, ...]:
    """The claims, and the first such count of each kind that the article states no number of, or only smaller ones of
    those whom the headline's deed hit."""
    own = [c for c in claims if c.scope == "event" and c.person is None and not c.rate]
    counted = {c.kind for c in own if c.subset is None}
    most = {k: sum(c.value.number or 0 for c in own if c.kind == k and not c.partial) for k in HARMED}
    found: dict[str, Claim] = {}
    for word, noun, kind in _multiples(parse, article.language):
        whole = kind == "shot" and parse.sentence_of(word).kind == "headline"  # "Two men were shot" may be some of all
        if (kind in counted and not whole) or kind in found or TIMES[word.lower] <= most.get(kind, 0):
            continue
        amount = _amount(word, noun, TIMES[word.lower])
        if place_in_time(parse, article, amount, times, words).scope == "event":
            found[kind] = _claim(article, parse, amount, noun, kind)
    if not found and not any(c.kind in HARMED for c in claims):
        for word, noun in _deaths(parse, article.language):
            amount = _amount(word, noun, 1)
            if place_in_time(parse, article, amount, times, words).scope == "event":
                found["killed"] = _claim(article, parse, amount, noun, "killed")
                break
    return tuple(sorted((*claims, *found.values()), key=lambda c: (c.span, c.id)))


def _deaths(parse: Parse, language: str) -> Iterator[tuple[Token, Token]]:
    """ "A fatal shooting", "the shooting death": one at least, of whom nothing else is told."""
    known = lexicon(language)
    for noun in parse.named(DEATHS):
        sentence = parse.sentence_of(noun)
        if noun.i <= sentence.first or noun.tag not in {"NN", "NNP"}:
            continue
        lead = parse.tokens[noun.i - 1]
        deadly = noun.lemma in HITS and (lead.lower in known.fatal or lead.lower == "deadly")
        if deadly or (noun.lemma == "death" and lead.lower in HITS):
            yield lead, noun


def _multiples(parse: Parse, language: str) -> Iterator[tuple[Token, Token, str]]:
    fatal = lexicon(language).fatal | {"deadly"}
    lead = [s.index for s in parse.sentences if s.kind == "body"][:LEAD]
    for word in parse.named(TIMES.keys()):
        sentence = parse.sentence_of(word)
        if word.lower not in TIMES or (sentence.kind != "headline" and sentence.index not in lead):
            continue
        following = [t for t in parse.tokens[word.i + 1 : word.i + 5] if t.sentence == word.sentence and t.text != "-"]
        between: list[Token] = []
        for token in following[:3]:
            if token.lemma in DEADLY | HITS or token.lower in HITS:  # "shooting", taken for a verb
                later = following[len(between) + 1 : len(between) + 2]
                death = bool(later) and later[0].lemma in lexicon(language).killed_nouns
                deadly = token.lemma in DEADLY or death or any(t.lower in fatal for t in between)
                if token.tag in {"NN", "NNP", "VBG"}:
                    yield word, token, "killed" if deadly else "shot"
                break
            if token.lower not in fatal:
                break
            between.append(token)


def _amount(word: Token, noun: Token, number: int) -> Counted:
    several = number > 1
    value = Value(word.text, number, number, number if several else None, "exactly" if several else "at least")
    return Counted(word.start, noun.end, word.start, word.end, value, word.sentence, word, noun, noun)


def _claim(article: Article, parse: Parse, amount: Counted, noun: Token, kind: str) -> Claim:
    return Claim(
        id=content_id("c", article.id, kind, "multiple", amount.start, amount.end),
        kind=kind,
        value=amount.value,
        unit=load()[kind].unit,
        span=article.span(amount.start, noun.end),
        section=parse.sentences[amount.sentence].kind,
        why=(f"number: “{amount.value.stated}” says of how many", f"kind {kind}: “{noun.text}”"),
    )
