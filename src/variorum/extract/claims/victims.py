"""Claims of single persons: who was killed or hurt, one by one, with the last word on each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims.attackers import LIKE, besides, with_killers, without_attackers
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.fates import Fate, fates
from variorum.extract.claims.individuals import individual
from variorum.extract.claims.lexicon import HARMED, lexicon
from variorum.extract.claims.ordinals import nth_victim
from variorum.extract.claims.persons import Cast, Person
from variorum.extract.claims.rolls import rolls
from variorum.extract.claims.scope import Placing, place_in_time, tells_of
from variorum.extract.claims.words import Words
from variorum.kinds.base import load
from variorum.model import Article, Claim, Mention, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token

FEW = 3
"""Up to here a stated total may leave out a person told of elsewhere in the article (several small attacks)."""

JOIN = re.compile(r"\b(?:and|while|who|which|when|before|after)\b|[;:]")
"""What ends the words for one person."""


Place = tuple[int, int]
"""A fate by the numbers of its word and of the bearer."""


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
    older: AbstractSet[str] = frozenset(),
    adding: Collection[str] = (),
) -> tuple[Claim, ...]:
    """The counted claims, those of one person named alike, and one for each further victim.

    No claim is added of a kind whose total the article states itself, since the persons are a part of it; beside a
    total of a few they may as well be others, and are told as a part. So are those that the article lists by name.
    A count in `adding` is of others than the persons, and no such total. Persons told of beside the event, of another
    time or another deed, are background.
    """
    court = _in_court(parse, article.language)
    claims = _own_event(list(counted), older) if court else list(counted)
    explicit = {c.kind for c in claims if _total(c) and c.id not in adding}
    known = any(c.kind in HARMED and c.scope == "event" for c in claims)
    harmed = frozenset(c.kind for c in claims if c.kind in HARMED)
    victims, others, reasons = _victims(article, parse, mentions, times, words, known or not court, harmed)
    dead = [v.person for v in victims if _last_word(v).outcome == "killed"]
    claims = without_attackers(parse, claims, dead, article.language)
    claims = besides(parse, claims, [(v.person, _last_word(v).outcome) for v in victims])
    apart = {(LIKE[c.kind], c.exclusive_of) for c in claims if c.kind in LIKE and c.exclusive_of}
    explicit -= {k for k in explicit if _exceeded(claims, victims, k)}
    small = {c.kind for c in claims if _total(c)} - {c.kind for c in claims if _total(c) and _many(c)}
    listed = Counter(_last_word(v).outcome for v in victims if v.person.words)
    stated = len(claims)
    for victim in victims:
        fate = _last_word(victim)
        if any(c.value.number == 0 and _tells(parse, c, victim) for c in claims[:stated]):
            continue  # "not a single person was killed"
        same = [n for n, c in enumerate(claims[:stated]) if _one(c) and _tells(parse, c, victim)]
        for n in same:
            if not _in_row(claims[n], claims[:stated]):
                claims[n] = replace(claims[n], person=victim.person.label)
        rows = (c for c in claims if c.partial and c.person is None and c.value.number == 1 and c.kind == fate.outcome)
        last = replace(victim, fates=[fate])
        if any(claims[n].kind == fate.outcome for n in same) or any(_tells(parse, c, last) for c in rows):
            continue  # also told as one of a row
        beside = fate.outcome in small or (bool(victim.person.words) and listed[fate.outcome] > 1)
        beside = beside or any(f.among or _also(parse, f) for f in victim.fates)
        if fate.outcome not in explicit or beside or (fate.outcome, victim.person.label) in apart:
            claim = _claim(article, parse, victim, fate)
            claims.append(replace(claim, partial=fate.outcome in explicit))
        elif part := next(_described(parse, victim, words, article.language), None):
            claims.append(replace(_claim(article, parse, victim, part[0]), subset=part[1], partial=True))
    killed = ((v.person, _last_word(v).word) for v in victims if _last_word(v).outcome == "killed")
    claims = _with_others(article, parse, with_killers(parse, claims, killed, article.language), others, reasons)
    return tuple(sorted(claims, key=lambda c: (c.span, c.id)))


def _own_event(claims: list[Claim], older: AbstractSet[str]) -> list[Claim]:
    """A report of a trial tells of an event long past: its own, where all its dead and hurt are of another time."""
    mine = [c for c in claims if c.kind in HARMED]
    if not mine or any(c.scope == "event" and load()[c.kind].people for c in claims):
        return claims
    return [replace(c, scope="event", rate=None) if c in mine and c.id in older else c for c in claims]


def _in_court(parse: Parse, language: str) -> bool:
    """Whether the report is of a trial or an arrest, so that its event may be long past."""
    courts = lexicon(language).courts
    return any(t.lemma in courts for t in parse.named(courts))


def _many(claim: Claim) -> bool:
    return claim.value.number is None or claim.value.number > FEW


def _exceeded(claims: list[Claim], victims: list[Victim], kind: str) -> bool:
    """Whether more persons are named than the article's totals hold, so that those count others."""
    named = sum(_last_word(v).outcome == kind and bool(v.person.words) for v in victims)
    return named > sum(int(c.value.number or 99) for c in claims if c.kind == kind and _total(c))


def _told_anew(parse: Parse, bearer: Token) -> bool:
    """ "a judge", "the mayor of Tarrin": somebody whom no words before need have told of."""
    of = [c for c in parse.children(bearer, "nmod", "compound") if c.pos == "PROPN"]
    return bool(of) or any(c.lower in {"a", "an"} for c in parse.children(bearer, "det"))


def _one(claim: Claim) -> bool:
    """Whether a claim is of one person that is described: "a nurse", "one insurgent", but not "one person"."""
    return claim.person is not None or (claim.value.number == 1 and claim.subset is not None and not claim.partial)


def _in_row(claim: Claim, claims: list[Claim]) -> bool:
    """Whether a count of one stands in a row with a count of another class: "two men and *one woman* were hurt"."""
    if claim.person is not None or claim.subset is None:
        return False
    rows = (c for c in claims if c.kind == claim.kind and c.person is None and c.subset is not None)
    return any((c.value.number or 0) > 1 and c.span.start < claim.span.start < c.span.end for c in rows)


def _tells(parse: Parse, claim: Claim, victim: Victim) -> bool:
    """Whether a claim of one person is about this one, also by an apposed word ("the victim, a young nurse, …")."""
    start, end = _stated(parse, claim)
    words = [t for f in victim.fates for t in (f.bearer, *parse.children(f.bearer, "appos"))]
    return any(start <= t.start < end for t in words)


def _stated(parse: Parse, claim: Claim) -> tuple[int, int]:
    """Where the claim's own words for the person stand in its evidence, to the end of their noun phrase: the evidence
    may hold others ("a boy and a man were shot")."""
    at = claim.span.text.find(claim.value.stated)
    if at < 0:
        return claim.span.start, claim.span.end
    start = claim.span.start + at
    end = start + len(claim.value.stated)
    after = JOIN.search(parse.text, end, max(end, claim.span.end))
    return start, max(end, after.start() if after is not None else claim.span.end)


def _total(claim: Claim) -> bool:
    """Whether a claim is a count of several, so that single persons are a part of it."""
    several = not claim.partial or (claim.value.number or 2) > 1
    own = claim.scope == "event" and several and not (claim.rate or claim.negated or claim.voided)
    return own and claim.subset is None and claim.person is None and (claim.value.number or 2) > 0


def _victims(
    article: Article,
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    words: Words,
    known: bool,
    kinds: frozenset[str],
) -> tuple[list[Victim], list[Victim], dict[Place, str]]:
    """Those of the event, those told of beside it (of another time or another event), and why a fate is told so."""
    said = list(fates(parse, article.language))
    said += rolls(parse, mentions, said, kinds, article.language)
    placed = [(f, _placed(parse, article, f, times, words)) for f in said]
    now = [f for f, where in placed if where.scope == "event"]
    if not any(not f.weak for f in now) and not known:
        now = [f for f, where in placed if where.older or where.scope == "event"]
    cast = Cast(parse, mentions, article.language, times)
    aside = [f for f, where in placed if where.scope != "event" and where.rate is None and f not in now]
    reasons = {(f.word.i, f.bearer.i): where.why for f, where in placed}
    return _gathered(parse, cast, now), _gathered(parse, cast, aside), reasons


def _gathered(parse: Parse, cast: Cast, said: list[Fate]) -> list[Victim]:
    """The persons whom the fates befell, each with its own."""
    told: dict[int, list[Fate]] = {}
    for fate in said:
        told.setdefault(fate.bearer.i, []).append(fate)
    people = cast.gather(
        (parse.tokens[i] for i in sorted(told)),
        _further(parse, said),
        frozenset(f.bearer.i for f in said if f.outcome == "killed"),
    )
    found = [Victim(p, [f for t in sorted(p.at, key=lambda t: t.i) for f in told[t.i]]) for p in people]
    return without_earlier(parse, [v for v in found if _told(v)])


def _placed(parse: Parse, article: Article, fate: Fate, times: tuple[TimeMention, ...], words: Words) -> Placing:
    """Where a fate belongs; a relative clause may tell it of another event, while its time is often the event's own."""
    amount = _as_amount(parse, fate)
    plain = place_in_time(parse, article, amount, times, words)
    if not tells_of(amount, fate.word):
        return plain
    inner = place_in_time(parse, article, amount, times, words, fate.word)
    return inner if inner.why.startswith("another event") else plain


def without_earlier(parse: Parse, victims: list[Victim]) -> list[Victim]:
    """The victims of the report's own event: without those told of only as of some time before it ("his mother was
    killed three days earlier"), where others are told of."""
    before = [all(_earlier(parse, f) for f in v.fates) for v in victims]
    return [v for v, b in zip(victims, before, strict=True) if not b] if not all(before) else victims


def _earlier(parse: Parse, fate: Fate) -> bool:
    """Whether the words behind a fate place it before the event."""
    last = max(fate.bearer, fate.word, key=lambda t: t.i)
    end = parse.sentence_of(last).end
    stop = JOIN.search(parse.text, last.end, end)
    return EARLIER.search(parse.text, last.end, stop.start() if stop is not None else end) is not None


EARLIER = re.compile(
    r"\b(?:days?|weeks?|months?|years?)\s+(?:earlier|before|prior|ago)\b"
    r"|\bearlier\s+(?:in\s+the\s+(?:day|week|month|year)|that\s+(?:day|week|month|year))\b",
    re.I,
)
"""What places a harm before the event that others were harmed in."""


def _with_others(
    article: Article, parse: Parse, claims: list[Claim], others: list[Victim], reasons: Mapping[Place, str]
) -> list[Claim]:
    """The claims, and those of the persons told of beside the event, by name, as "a …", "the mayor of …", or in a
    headline as one more dead ("fifth person dies after May shooting")."""
    known = {c.person for c in claims if c.person is not None}
    found = list(claims)
    for victim in others:
        fate, label = _last_word(victim), victim.person.label
        same = [n for n, c in enumerate(claims) if _one(c) and _tells(parse, c, victim)]
        for n in same:
            found[n] = replace(found[n], person=label)
        new = any(_told_anew(parse, t) for t in victim.person.at)
        nth = nth_victim().fullmatch(label) is not None  # of the event, where its time is the event's own
        if (victim.person.words or new or nth) and not same and label not in known and not fate.weak:
            claim = _claim(article, parse, victim, fate)
            why = (f"scope: {reasons[fate.word.i, fate.bearer.i]}",) if nth else ()
            found.append(replace(claim, scope="background", why=(*claim.why, *why)))
    return found


def _told(victim: Victim) -> bool:
    """Whether harm is told: outright, or by more than one sign of it; of somebody described, or of "he" or "she"."""
    strong = [f for f in victim.fates if not f.weak]
    described = any(t.pos != "PRON" for t in victim.person.at)
    if described:
        return bool(strong) or len(victim.fates) > 1
    bearers = [f.bearer for f in strong]
    return any(b.dep == "nsubj:pass" or (b.relation == "obj" and b.lower in {"him", "her"}) for b in bearers)


def _further(parse: Parse, told: list[Fate]) -> frozenset[int]:
    """Bearers whose fate "also" befell them: others than those before."""
    return frozenset(
        f.bearer.i
        for f in told
        if any(c.lower == "also" for c in parse.children(f.word, "advmod"))
        and parse.child(f.bearer, "det") is not None
        and f.bearer.i < f.word.i
    )


def _also(parse: Parse, fate: Fate) -> bool:
    """ "A civilian also died": somebody told of on top of a count before."""
    anew = any(c.lower in {"a", "an"} for c in parse.children(fate.bearer, "det"))
    return anew and any(c.lower == "also" for c in parse.children(fate.word, "advmod"))


def _as_amount(parse: Parse, fate: Fate) -> Counted:
    """The person as an amount of one, for the rules about time."""
    token = fate.bearer
    value = Value(token.text, 1, 1, 1, "exactly")
    return Counted(
        token.start, token.end, token.start, token.end, value, token.sentence, token, token, token, single=True
    )


def _described(parse: Parse, victim: Victim, words: Words, language: str) -> Iterator[tuple[Fate, str]]:
    """What befell one of a stated toll of the dead, with the words for that person, where somebody is described anew.

    Of the hurt reports describe many in passing, whom nobody counts.
    """
    outcome = _last_word(victim).outcome
    for fate in victim.fates if outcome == "killed" else ():
        named = individual(parse, _as_amount(parse, fate), fate.word, outcome, words, language)
        if named is not None and fate.outcome == outcome and not fate.weak:
            yield fate, named


def _last_word(victim: Victim) -> Fate:
    """The decisive statement: a death whenever one is told, else the first harm."""
    return next(
        (f for f in victim.fates if f.outcome == "killed"),
        next((f for f in victim.fates if not f.weak), victim.fates[0]),
    )


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
