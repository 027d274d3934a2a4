"""Losses of those who attacked: beside the victims of an attack another count, which each side tells as suits it.

"Gunmen ambushed a convoy, killing 19 people … The army said it had killed 27 attackers": the event's dead are 19. Where
the reports open with fighters killed, the event is their defeat, and nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from variorum.lang.base import any_of, read
from variorum.lang.events import Events
from variorum.lang.subsets import Subsets
from variorum.model import Article, Claim, Span, StoryRecords

HARM = frozenset(("killed", "injured"))
TAKEN = "detained"
FIGHTERS = "fighters"
WHY = "losses of those who attacked, not of the attacked"


def attackers_losses(claims: Iterable[Claim], records: StoryRecords) -> dict[str, str]:
    """Claim id → why it is background: counts of the attackers in a story whose reports open with other victims."""
    articles = {a.id: a for a in records.articles}
    sentences = {e.article: e.sentences for e in records.extractions}
    told = sorted((c for c in claims if _counts(c)), key=lambda c: (c.span, c.id))
    theirs = {c.id for c in told if _of(c, articles, _fighters())}
    if not theirs or not _attacked(told, theirs, records):
        return {}
    mixed = {_sentence(c, sentences) for c in told if c.kind in HARM and c.id not in theirs}
    losses = [c for c in told if c.id in theirs and not c.partial and _sentence(c, sentences) not in mixed]
    if not any(_of(c, articles, _attackers()) for c in losses):
        return {}
    where = {_sentence(c, sentences) for c in losses}
    bare = [c for c in told if c.kind == TAKEN and c.subset is None and _sentence(c, sentences) in where]
    return {c.id: WHY for c in (*losses, *bare)}


def _counts(claim: Claim) -> bool:
    several = claim.person is None and (claim.value.number or claim.value.low or 0) > 0
    return claim.kind in {*HARM, TAKEN} and claim.scope == "event" and not claim.negated and several


def _attacked(told: Iterable[Claim], theirs: set[str], records: StoryRecords) -> bool:
    """Whether more origins open with dead or hurt who are no fighters than with fighters."""
    origin = {a: o.id for o in records.lineage.origins for a in o.articles}
    first: dict[str, Claim] = {}
    for claim in told:
        if claim.kind in HARM and not claim.voided and claim.section != "note":
            first.setdefault(claim.span.article, claim)
    votes = {(origin.get(a, a), c.id in theirs) for a, c in first.items()}
    return sum(not fighters for _, fighters in votes) > sum(fighters for _, fighters in votes)


def _of(claim: Claim, articles: Mapping[str, Article], words: re.Pattern[str]) -> bool:
    """Whether the noun behind the number is one of `words` ("27 attackers", "35 the number of attackers")."""
    article = articles.get(claim.span.article)
    inside = claim.span.text.rfind(claim.value.stated)
    if article is None or inside < 0:
        return False
    return words.match(article.text, claim.span.start + inside + len(claim.value.stated)) is not None


def _sentence(claim: Claim, sentences: Mapping[str, tuple[Span, ...]]) -> Span:
    return next((s for s in sentences.get(claim.span.article, ()) if s.contains(claim.span)), claim.span)


@cache
def _fighters() -> re.Pattern[str]:
    return _noun(read("en", "subsets", Subsets).classes[FIGHTERS])


@cache
def _attackers() -> re.Pattern[str]:
    return _noun(read("en", "events", Events).attackers)


def _noun(words: Iterable[str]) -> re.Pattern[str]:
    before = r"(?:the|of|number|suspected|alleged|presumed|other|more|armed|masked|its|their|his|own|[\w-]+ist)"
    return re.compile(rf"\s+(?:{before}\s+){{0,4}}(?:{any_of(tuple(words))})\b(?!['’])", re.I)
