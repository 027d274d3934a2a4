"""Whether two articles share text, or only an event.

Independent reports of one event share its names, its numbers and an official's words; of a small event they also share
much wording, for there are few ways to say it. So the more two articles are known to stand on their own, and the more
of what they share is fact, the more shared wording is asked for; where one credits the other's agency, little is.

Measured on reports of one event by different publishers (development data: gva, giveme5w1h): the median pair
shares .05 to .11 of its wording, a quarter more than .24. Derived articles of the gold stories share .19 or more.
"""

from __future__ import annotations

from msgspec import Struct

from variorum.lineage.direction import Standing, credits_of, takes
from variorum.lineage.evidence import STRONG, Evidence

FACTUAL = 0.28
"""Share of names and numbers in what two texts share, from which the rest may follow from the event alone: pairs of
news reports have .31 to .6, rewritten encyclopedia passages (Clough and Stevenson 2009) .02 to .39, median .14."""

SOME = 0.09
"""Words in copied runs (outside quotes) from which articles that say nothing of whose they are count as alike."""


class Bar(Struct, frozen=True):
    """What is asked of a pair: `total` of explained and clearly matching weight, and `wording` shared; and besides one
    of two: `reused` words in copied runs outside quotes, or so many `steady`, clearly matching passages with `whole` of
    one text in passages."""

    total: float
    wording: float
    reused: float = 0.0
    steady: int = 0
    whole: float = 0.0


CREDITED, ALIKE, PLAIN, SPARSE = Bar(0.30, 0.14), Bar(0.40, 0.16, 0.20, 4), Bar(0.45, 0.26), Bar(0.28, 0.12)
"""One credits the other's agency or house; both credit the same; neither stands on its own; hardly any facts are shared
(not reports at all)."""

TAKES = Bar(0.24, 0.12)
"""Two texts of one agency's own: its later take keeps a quotation or two and the background of the first."""

TOLD, BRIEF = 10.0, 0.5
"""Of texts that show no tie but their wording: rare words outside quotes, names and numbers that both must share
(`Evidence.told` of either), or the share of all such words of two texts too brief for so many.

A share alone says little of short reports: one sentence that any reporter would write ("a gunman opened fire during the
service") is a third of the wording of three. Reports of one police statement by different hands share up to seven such
words (own stories), renderings eleven or more, revised encyclopedia passages eleven."""

HALF, COPIED = 0.5, 8.0
"""The same where HALF of one text stands in the other word for word."""

REPEATED = 0.8
"""Of a text of a sentence or two, the part that stands in the other word for word: no more is to be had of it."""

LEAST, MOST = 0.18, 0.6
"""Share of its wording that each of two reports has from the other, unless one has MOST of its own from it: an excerpt
is little of its source, but all of itself."""

RETOLD, RETOLD_SHARE = 18.0, 0.25
"""So many such words, in so much of either's wording, show a rendering however its sentences were cut and ordered."""

REWORDED = Bar(0.0, 0.0, 0.15, 3, 0.68)
"""Besides, of reports that show no tie: words copied, or clearly matching passages in most of one text. Shared facts
and quoted officials alone make neither (development data, gva: of 148 pairs linked where publishers were hidden 39
are where they are known; 87 with this, all of the 39 among them)."""

HOUSE, APART, QUOTING = Bar(0.90, 0.34, 0.20, 6), Bar(0.90, 0.34, 0.35, 9, 0.68), Bar(0.40, 0.16, 0.20, 12)
"""Both say whose they are: the same house's; different houses'; these where both credit a third, which each may quote.

What two newsrooms write of one police report reaches 1.4, .35 and eight passages, of one court's record twelve and .64
of a text (read in the development data: gva); full paraphrases of the gold stories have ten or more, and .70."""


UNTIED = (PLAIN, SPARSE)
"""Bars of texts that show no tie but what they share."""


def linked(a: Standing, b: Standing, forward: Evidence, backward: Evidence) -> bool:
    """Whether one of the two was made from the other, or both from one text."""
    bar = _bar(a, b, forward, backward)
    reused, wording = max(forward.reused, backward.reused), max(forward.wording, backward.wording)
    if reused < bar.reused and not _paraphrased(bar, forward, backward):
        return False
    if bar in UNTIED and min(forward.wording, backward.wording) < BRIEF and not _written(bar, forward, backward):
        return False
    if bar is PLAIN and reused >= SOME:
        bar = ALIKE
    return total(forward, backward) >= bar.total and wording >= bar.wording


def _written(bar: Bar, forward: Evidence, backward: Evidence) -> bool:
    """Whether two texts share writing, and not only facts and what an official said."""
    reused, told = max(forward.reused, backward.reused), min(forward.told, backward.told)
    if told < (COPIED if reused >= HALF else TOLD):
        return reused >= REPEATED
    if bar is SPARSE:
        return True
    less, more = sorted((forward.wording, backward.wording))
    if less < LEAST and more < MOST:
        return False
    retold = told >= RETOLD and less >= RETOLD_SHARE
    return reused >= REWORDED.reused or retold or _paraphrased(REWORDED, forward, backward)


def total(forward: Evidence, backward: Evidence) -> float:
    """Explained plus clearly matching weight, in the direction in which it is more."""
    return max(forward.explained + forward.strong, backward.explained + backward.strong)


def _bar(a: Standing, b: Standing, forward: Evidence, backward: Evidence) -> Bar:
    if takes(a, b):
        return TAKES
    if credits_of(a, b) or credits_of(b, a):
        return CREDITED
    apart = _stands(a) and _stands(b)
    house = a.publisher is not None and a.publisher == b.publisher
    if a.cited & b.cited:
        return QUOTING if apart and not house else ALIKE
    if apart:
        return HOUSE if house else APART
    return SPARSE if max(forward.facts, backward.facts) < FACTUAL else PLAIN


def _stands(standing: Standing) -> bool:
    """Whether the article says whose it is."""
    return bool(standing.own or standing.publisher or standing.article.byline)


def _paraphrased(bar: Bar, forward: Evidence, backward: Evidence) -> bool:
    """Whether one text may render the other passage by passage."""
    steady = min(_steady(forward), _steady(backward))
    return steady >= bar.steady and max(forward.coverage, backward.coverage) >= bar.whole


def _steady(evidence: Evidence) -> int:
    return sum(p.similarity >= STRONG for p in evidence.pairs)
