"""The stage itself: one article in, everything read out of it."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.extract.claims import attribute, carried, dated, ended, find_claims, find_measures, on_days, refute
from variorum.extract.names import find_mentions
from variorum.extract.quantities import NumberPhrase, find_phrases, find_quantities
from variorum.extract.speech import find_speech
from variorum.extract.times import find_times
from variorum.model import Article, Extraction, Quantity
from variorum.text.garbage import put_off
from variorum.text.parse import parse
from variorum.text.tree import Parse


@put_off()
def extract(article: Article, tree: Parse | None = None) -> Extraction:
    """Parse the article and read its names, times, numbers, speech and claims; every record carries spans of it.

    `tree`: what `parse` gives, where that is known already.
    """
    tree = tree or parse(article)
    mentions = find_mentions(article, tree)
    times = find_times(article, tree)
    speech = find_speech(article, tree, mentions)
    phrases = find_phrases(tree, article.language)
    known = Extraction(
        article=article.id,
        sentences=tuple(article.span(s.start, s.end) for s in tree.sentences),
        mentions=mentions,
        times=times,
        quantities=find_quantities(article, tree, phrases),
        attributions=speech.attributions,
        quotations=speech.quotations,
    )
    return _claimed(article, tree, phrases, known)


def undated(article: Article, known: Extraction) -> bool:
    """Whether the article reads the same on whatever day it was published: it names no time and no year. `known`: its
    extraction."""
    return not known.times and not dated(article.text)


@put_off()
def extract_again(article: Article, known: Extraction, tree: Parse | None = None) -> Extraction:
    """What `extract` gives for an article of which only the day of publication has changed since `known` was read out
    of it, in less time: times, and the claims that are read beside them, alone depend on that day.

    `tree`: as for `extract`.
    """
    if undated(article, known):
        return known
    tree = tree or parse(article)
    known = replace(known, times=find_times(article, tree))
    return _claimed(article, tree, find_phrases(tree, article.language), known)


def _claimed(article: Article, tree: Parse, phrases: list[NumberPhrase], known: Extraction) -> Extraction:
    """With the claims read anew from the rest."""
    counts = find_claims(article, tree, phrases, known.mentions, known.times)
    measures = find_measures(article, tree, known.quantities, known.mentions, known.times)
    claims = tuple(sorted((*counts, *measures), key=lambda c: (c.span, c.id)))
    told = attribute(claims, known.attributions, article.language)
    told = carried(article, told, known.attributions, known.sentences)
    told = refute(told, known.sentences, known.attributions, article.language)
    told = ended(told, known.sentences, article.language)
    return replace(known, claims=on_days(article, tree, known.times, told))


def extract_quantities(article: Article) -> tuple[Quantity, ...]:
    """Only the numbers of the article."""
    tree = parse(article)
    return find_quantities(article, tree, find_phrases(tree, article.language))
