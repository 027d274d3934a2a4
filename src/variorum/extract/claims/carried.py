"""A voice that goes on: counts behind a reporting clause ("…, officials said, *after five more were found*"), and
counts of those it has just spoken of ("12 were hurt, she said. *Eight of them* are in bed")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.model import Article, Attribution, Claim, Source, Span, holding

BEHIND = re.compile(
    r",?\s*(?:after|with|when|following|including|raising|bringing|taking|up\s+from|down\s+from|from|against|compared\s+(?:with|to)|"
    r"among\s+(?:them|whom)|of\s+(?:them|whom|which|these|those)|killing|injuring|leaving)\b",
    re.I,
)
"""What opens a clause that belongs to what was said before it."""
JOINED = re.compile(
    r"(?:[,;–—-]|\b(?:and|while|but|whereas))\s*(?:(?:and|while|but|whereas|that|at\s+least|about|some|nearly|around|another|a\s+further|"
    r"only|not|all|also)\s*)*$",
    re.I,
)
"""What may stand right before a count that goes on with the sentence."""
WHEN = re.compile(
    r"(?:\s*(?:,|(?:on|late|early|in|at|by|a|an|the|news|press|conference|statement|interview|briefing|telephone|phone|radio|television|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|morning|evening|afternoon|night|noon|reporters|"
    r"journalists|to|week|\d{1,2}|january|february|march|april|may|june|july|august|september|october|november|december)\b))*\s*",
    re.I,
)
"""Day, place and audience of a reporting clause."""
DEEDS = re.compile(
    r"^\W*(?:and|as|while|but|whereas)\s+(?:the\s+)?(?:\w+\s+)?(?:police|prosecutors?|authorities|officers|detectives|soldiers|troops|gendarmes|"
    r"investigators|agents)\s+$",
    re.I,
)
"""Who does something of their own in a clause that only stands beside what was said."""
SOME_OF = re.compile(
    r"(?:at\s+least\s+|about\s+|some\s+|only\s+|another\s+)?[\w-]+\s+(?:of|among)\s+(?:them|these|those|whom|the\s+(?:dead|injured|wounded|victims|"
    r"missing|detained|detainees|patients|survivors|hospitali[sz]ed|rescued|\d+|\w+teen|\w+ty))\b",
    re.I,
)
BARE = re.compile(
    r"(?:at\s+least\s+|about\s+|some\s+|only\s+)?[\w-]+(?:\s+(?:others?|more))?\s+(?:is|are|was|were|has|have|had|remain(?:s|ed)?|needed|required|"
    r"suffered|sustained|died|later|can|could|came|got|underwent)\b",
    re.I,
)
"""A number alone and its verb."""
OPENING = re.compile(
    r"(?:[A-Z]\w+,\s+)?(?:(?:of|among)\s+(?:them|these|those|the\s+\w+),\s+|but\s+|and\s+|at\s+least\s+|about\s+|some\s+|only\s+)?$",
    re.I,
)
"""What may stand before a number that opens its sentence."""


def carried(
    article: Article, claims: Iterable[Claim], attributions: tuple[Attribution, ...], sentences: tuple[Span, ...]
) -> tuple[Claim, ...]:
    """The claims, in text order; those without a source of their own that only go on with what a source has said before
    have that source."""
    out: list[Claim] = []
    gone_on: set[str] = set()
    for claim in claims:
        sentence = holding(sentences, claim.span.start)
        if sentence is not None:
            claim = _of_own_deed(claim, attributions, article.text)
            if not claim.attribution:
                last = (out[-1], out[-1].id in gone_on) if out else None
                claim = _with(
                    claim, _behind(article, claim, attributions, sentence) or _before(article, claim, last, sentence)
                )
                gone_on |= {claim.id} if claim.attribution else set()
        out.append(claim)
    return tuple(out)


def _with(claim: Claim, sources: tuple[Source, ...]) -> Claim:
    if not sources:
        return claim
    names = ", ".join(s.name for s in sources)
    return replace(claim, attribution=sources, why=(*claim.why, f"source: {names} goes on"))


def _of_own_deed(claim: Claim, attributions: tuple[Attribution, ...], text: str) -> Claim:
    """The claim; without the source where police do something in a clause that only stands beside the reported one."""
    if len(claim.attribution) != 1 or claim.kind not in {"detained", "rescued", "shot", "killed"}:
        return claim
    for a in attributions:
        for content in a.content[1:]:
            if content.start <= claim.span.start < content.end and DEEDS.match(text[content.start : claim.span.start]):
                return replace(claim, attribution=())
    return claim


def _behind(
    article: Article, claim: Claim, attributions: tuple[Attribution, ...], sentence: Span
) -> tuple[Source, ...]:
    """Who speaks in a reporting clause of the sentence that ends before the claim."""
    if article.text.count('"', sentence.start, claim.span.start) % 2:
        return ()
    ended = [(end, a) for a in attributions if (end := _clause_end(a, sentence, claim)) and a.speaker is not None]
    if not ended:
        return ()
    end, last = max(ended, key=lambda e: (e[0], e[1].id))
    between = article.text[end : _at(claim, end)]
    if "." in between.rstrip(". ") or "“" in between:
        return ()
    told = WHEN.match(between)
    rest = between[told.end() :] if told is not None else between
    lead = between[: len(between) - len(rest)].rstrip()
    comma = "," if lead.endswith(",") else ""
    aside = _past_aside(comma + rest)
    goes_on = (
        BEHIND.match(aside) or BEHIND.match(claim.span.text) or JOINED.search(comma + " " + rest if comma else rest)
    )
    return _chain(last) if goes_on and DEEDS.match(rest) is None else ()


def _past_aside(text: str) -> str:
    """What follows an office or a day set off by commas ("…, *head of the office*; five were …")."""
    match = re.match(r",\s+(?:the\s+|its\s+|a\s+|who\s+|which\s+|according\s+to\s+)[^,;]{3,80}(?=[,;])", text)
    return text[match.end() :] if match is not None and BEHIND.match(text) is None else text


def _clause_end(a: Attribution, sentence: Span, claim: Claim) -> int:
    """Where the attribution's reporting words end, if they stand in the sentence behind some of what they report and
    before the claim; else 0."""
    places = [s for s in (*a.cue, *a.source) if sentence.start <= s.start < sentence.end]
    if not places or a.denied:
        return 0
    end, first = max(_end(s, claim) for s in places), min(s.start for s in places)
    reported = any(sentence.start <= c.start < first for c in a.content)
    return end if reported and end <= _at(claim, end) else 0


def _end(span: Span, claim: Claim) -> int:
    """Where a source ends; at its comma where what is counted next was taken into it ("the coast guard, *including two
    children*")."""
    comma = span.text.find(",")
    return span.start + comma if comma > 0 and span.start <= claim.span.start < span.end else span.end


def _at(claim: Claim, end: int) -> int:
    """Where the claim begins; its number, where its evidence spans the reporting clause ("*drowned*, the coast guard
    said, among them *two*")."""
    if claim.span.start >= end:
        return claim.span.start
    return claim.span.start + max(0, claim.span.text.rfind(claim.value.stated))


def _chain(a: Attribution) -> tuple[Source, ...]:
    return tuple(s for s in (a.speaker, *a.via) if s is not None)


def _before(article: Article, claim: Claim, told: tuple[Claim, bool] | None, sentence: Span) -> tuple[Source, ...]:
    """The sources of the count just before that the claim takes some of. `told`: that count, and whether it goes on
    with what was said before it."""
    if told is None or claim.section != "body" or claim.increment:
        return ()
    last, goes_on = told
    part = claim.partial or claim.subset is not None
    if sentence.start <= last.span.start:  # in one sentence with a count that goes on
        return last.attribution if goes_on and part else ()
    between = article.text[last.span.end : sentence.start]
    lead = article.text[sentence.start : claim.span.start]
    next_to = "\n" not in between and len(re.findall(r"[.!?]\s", between)) <= 1
    some = SOME_OF.match(claim.span.text) or SOME_OF.match(article.text, claim.span.start)
    bare = BARE.match(article.text, claim.span.start) and part
    number, whole = claim.value.number, last.value.number
    fewer = number is None or whole is None or number < whole
    if (
        next_to
        and fewer
        and (some or bare or re.match(r"of\s+(?:them|these|those|the)\b", lead, re.I))
        and OPENING.match(lead)
    ):
        return last.attribution
    return ()
