"""What kind of derivation an edge is, and the record of it with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from variorum.lineage.direction import EARLIER
from variorum.lineage.evidence import Evidence
from variorum.lineage.tree import Edge
from variorum.model import AlignedPassage, Article, Derivation, Relation
from variorum.text.similarity import Text

WHOLE = 0.6
"""Coverage from which (nearly) all of an article is made from the source."""

REWORDED = 0.25
"""Largest share of words in copied runs of five in a translation."""

RESPELT = 0.1
QUOTES_LOST = 0.6
"""A translation spells names otherwise, or does not keep the words of quotes; a paraphrase does neither."""


def relation(edge: Edge) -> Relation:
    """The kind of derivation, from few figures with wide margins."""
    evidence = edge.evidence
    if edge.siblings:
        return "shared_origin"
    if not edge.main and evidence.coverage < WHOLE:
        return "excerpt"
    if _literal(edge):
        return "copy" if evidence.coverage >= WHOLE and edge.used >= HALF else "excerpt"
    if evidence.coverage >= WHOLE and evidence.verbatim <= REWORDED and _translated(evidence):
        return "translation"
    return "rewrite"


HALF = 0.4
"""Part of the source that a copy holds at least: what holds less is an excerpt."""

MOSTLY = 0.5
"""Of the words that passages explain, the share in passages copied unchanged from which a text is copied: .88 or more
in the copies of the development stories, .56 or more in answers pasted from a page among own text (Clough and Stevenson
2009), .40 or less in nine of ten rewrites of both."""

COPIED = 0.6
"""The same of all words, where the text is the source's own update and repeats much of it by right."""


def _literal(edge: Edge) -> bool:
    """Whether most of what the text has of the source stands there word by word, passage by passage."""
    evidence = edge.evidence
    if edge.kept.copied < MOSTLY:
        return False
    return evidence.verbatim >= COPIED or not _own_update(edge)


def _own_update(edge: Edge) -> bool:
    return edge.take or any(s.reason == EARLIER for s in edge.signs)


def _translated(evidence: Evidence) -> bool:
    return evidence.respelt >= RESPELT or (evidence.quotes is not None and evidence.quotes <= QUOTES_LOST)


def derivation(edge: Edge, derived: Article, source: Article, texts: Sequence[Text]) -> Derivation:
    """The record: exact spans of every passage, and why."""
    return Derivation(
        derived=derived.id,
        source=source.id,
        relation=relation(edge),
        coverage=round(min(1.0, _coverage(edge)), 4),
        confidence=round(_confidence(edge), 4),
        passages=_passages(edge.evidence, derived, source, texts),
        why=_why(edge),
    )


def _coverage(edge: Edge) -> float:
    """What of the text the source explains; of a plain text, whose words are its subject's, only the words kept."""
    return edge.kept.words if edge.plain else edge.evidence.explained


def _confidence(edge: Edge) -> float:
    """How far the shared text lies above the threshold, and how clear the direction is; half each."""
    text = min(1.0, (edge.evidence.explained + edge.evidence.strong) / 0.8)
    order = min(1.0, 0.5 + edge.certainty / 3)
    return max(0.0, 0.5 * text + 0.5 * order)


def _passages(
    evidence: Evidence, derived: Article, source: Article, texts: Sequence[Text]
) -> tuple[AlignedPassage, ...]:
    mine, theirs = texts[evidence.derived].sentences, texts[evidence.source].sentences
    return tuple(
        AlignedPassage(
            derived.span(mine[p.row].start, mine[p.row].end),
            source.span(theirs[p.first].start, theirs[p.last].end),
            round(min(1.0, p.similarity), 4),
        )
        for p in evidence.pairs
    )


def _why(edge: Edge) -> tuple[str, ...]:
    e = edge.evidence
    reasons = [
        f"{len(e.pairs)} passages align, {e.coverage:.0%} of the body; {e.explained:.0%} of its words are the"
        f" source's, {edge.kept.words:.0%} in the same order",
        f"{e.ordered:.0%} of them stand in the source's order",
        f"{e.verbatim:.0%} of the words stand in runs of five words that the source has",
    ]
    if e.quotes is not None:
        reasons.append(f"{e.quotes:.0%} of the quoted words there are the source's")
    if e.respelt:
        reasons.append(f"{e.respelt:.0%} of the shared names are spelt otherwise")
    if edge.siblings:
        reasons.append(f"both have it from {', '.join(sorted(edge.siblings))}, whose own text is not here")
    if edge.credited:
        reasons.append(f"credits {', '.join(sorted(edge.credited))}")
    reasons += [f"{s.reason} ({s.weight:+.2f})" for s in edge.signs if abs(s.weight) >= 0.05]
    return tuple(reasons)
