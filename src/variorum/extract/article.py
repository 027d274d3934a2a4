"""The stage itself: one article in, everything read out of it."""

from __future__ import annotations

from variorum.extract.claims import attribute, find_claims, find_measures, refute
from variorum.extract.names import find_mentions
from variorum.extract.quantities import find_phrases, find_quantities
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
    quantities = find_quantities(article, tree, phrases)
    counts = find_claims(article, tree, phrases, mentions, times)
    measures = find_measures(article, tree, quantities, mentions, times)
    claims = tuple(sorted((*counts, *measures), key=lambda c: (c.span, c.id)))
    sentences = tuple(article.span(s.start, s.end) for s in tree.sentences)
    return Extraction(
        article=article.id,
        sentences=sentences,
        mentions=mentions,
        times=times,
        quantities=quantities,
        attributions=speech.attributions,
        quotations=speech.quotations,
        claims=refute(attribute(claims, speech.attributions, article.language), sentences),
    )


def extract_quantities(article: Article) -> tuple[Quantity, ...]:
    """Only the numbers of the article."""
    tree = parse(article)
    return find_quantities(article, tree, find_phrases(tree, article.language))
