"""Claims of single persons: who was killed or hurt, one by one, with the last word on each."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims.counted import Counted
from variorum.extract.claims.fates import Fate, fates
from variorum.extract.claims.persons import Cast, Person
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words
from variorum.kinds.base import load
from variorum.model import Article, Claim, Mention, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token


class Victim(Struct):
    """A person and what the article says befell it, in text order."""

    person: Person
    fates: list[Fate]


def with_victims(
    article: Article,
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    words: Words,
    counted: tuple[Claim, ...],
) -> tuple[Claim, ...]:
    """The counted claims, those of one person named alike, and one for each further victim.

    No claim is added of a kind whose total the article states itself: the persons are a part of it.
    """
    explicit = {c.kind for c in counted if _total(c)}
    claims = list(counted)
    for victim in _victims(article, parse, mentions, times, words):
        fate = _last_word(victim)
        same = [n for n, c in enumerate(claims) if c.person is not None and _tells(c, victim)]
        for n in same:
            claims[n] = replace(claims[n], person=victim.person.label)
        if fate.outcome not in explicit and not any(claims[n].kind == fate.outcome for n in same):
            claims.append(_claim(article, parse, victim, fate))
    return tuple(sorted(claims, key=lambda c: (c.span, c.id)))


def _tells(claim: Claim, victim: Victim) -> bool:
    """Whether a claim of one person is about this one."""
    return any(claim.span.start <= f.bearer.start < claim.span.end for f in victim.fates)


def _total(claim: Claim) -> bool:
    """Whether a claim is the article's own count of all, so that single persons are a part of it."""
    own = claim.scope == "event" and not (claim.partial or claim.rate or claim.negated or claim.voided)
    return own and claim.subset is None and claim.person is None and (claim.value.number or 2) > 0


def _victims(
    article: Article, parse: Parse, mentions: tuple[Mention, ...], times: tuple[TimeMention, ...], words: Words
) -> list[Victim]:
    told: dict[int, list[Fate]] = {}
    for fate in fates(parse, article.language):
        if place_in_time(parse, article, _as_amount(parse, fate), times, words).scope == "event":
            told.setdefault(fate.bearer.i, []).append(fate)
    people = Cast(parse, mentions, article.language).gather(parse.tokens[i] for i in sorted(told))
    found = [Victim(p, [f for t in sorted(p.at, key=lambda t: t.i) for f in told[t.i]]) for p in people]
    return [v for v in found if not all(f.weak for f in v.fates) and any(t.pos != "PRON" for t in v.person.at)]


def _as_amount(parse: Parse, fate: Fate) -> Counted:
    """The person as an amount of one, for the rules about time."""
    token = fate.bearer
    value = Value(token.text, 1, 1, 1, "exactly")
    return Counted(token.start, token.end, token.start, token.end, value, token.sentence, token, token, token, single=True)


def _last_word(victim: Victim) -> Fate:
    """The decisive statement: a death whenever one is told, else the first harm."""
    return next((f for f in victim.fates if f.outcome == "killed"), next((f for f in victim.fates if not f.weak), victim.fates[0]))


def _claim(article: Article, parse: Parse, victim: Victim, fate: Fate) -> Claim:
    kind = load()[fate.outcome]
    tokens: tuple[Token, ...] = (fate.bearer, fate.word) if fate.bearer.i < fate.word.i else (fate.word, fate.bearer)
    start, end = tokens[0].start, tokens[1].end
    if end - start > 120:
        start, end = fate.bearer.start, fate.bearer.end
    label = victim.person.label
    return Claim(
        id=content_id("c", article.id, kind.name, "person", fate.bearer.start, fate.bearer.end),
        kind=kind.name,
        value=Value(label, 1, 1, 1, "exactly"),
        unit=kind.unit,
        span=article.span(start, end),
        section=parse.sentence_of(fate.bearer).kind,
        person=label,
        why=(f"one person: “{label}”", f"kind {kind.name}: “{fate.word.text}” says so of “{fate.bearer.text}”"),
    )
