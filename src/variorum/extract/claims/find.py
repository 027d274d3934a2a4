"""From amounts to claims: the readings written down with part, scope, place, mood and the steps that led there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from msgspec.structs import replace

from variorum.extract.claims.alive import with_alive
from variorum.extract.claims.aside import of_earlier_days
from variorum.extract.claims.bearers import described
from variorum.extract.claims.beside import adds_from, beside, with_restated
from variorum.extract.claims.breakdown import broken_down
from variorum.extract.claims.callings import called_aside
from variorum.extract.claims.compared import with_compared
from variorum.extract.claims.composed import with_composed
from variorum.extract.claims.coordinated import class_of
from variorum.extract.claims.counted import Counted, counted
from variorum.extract.claims.course import counted_before, found_since, of_former_day, set_against
from variorum.extract.claims.describing import own_loss
from variorum.extract.claims.fits import bodies_alone
from variorum.extract.claims.frame import Frame
from variorum.extract.claims.graded import with_graded
from variorum.extract.claims.headed import with_headed
from variorum.extract.claims.joined import with_joined
from variorum.extract.claims.lexicon import HARMED
from variorum.extract.claims.mood import mood_of
from variorum.extract.claims.multiples import with_multiples
from variorum.extract.claims.narrow import narrowed
from variorum.extract.claims.ordinals import nth_dead, with_ordinals
from variorum.extract.claims.outside import outside_the_toll
from variorum.extract.claims.parts import THE_REST, subset
from variorum.extract.claims.place import Where, where
from variorum.extract.claims.plurals import with_plurals
from variorum.extract.claims.read import read_amounts
from variorum.extract.claims.reading import Reading
from variorum.extract.claims.registers import with_registers
from variorum.extract.claims.scope import of_other_deed, place_in_time
from variorum.extract.claims.singles import with_singles
from variorum.extract.claims.some_of import with_some_of
from variorum.extract.claims.victims import with_victims
from variorum.extract.claims.wholes import with_wholes
from variorum.extract.claims.words import Words, words
from variorum.extract.quantities import NumberPhrase
from variorum.kinds.base import load
from variorum.lang.movement import moved
from variorum.model import Article, Claim, Mention, Number, TimeMention, content_id
from variorum.text.tree import Parse


def find_claims(
    article: Article,
    parse: Parse,
    phrases: list[NumberPhrase],
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
) -> tuple[Claim, ...]:
    """All claims of the article in text order, without attribution (see `attribute`)."""
    table = words(article.language)
    amounts = with_joined(parse, counted(parse, phrases, table), article.language)
    amounts = with_ordinals(parse, amounts, table)
    found: dict[tuple[str, int], Claim] = {}
    before: set[tuple[str, Number | None]] = set()
    older: set[str] = set()
    adding: dict[str, int] = {}
    elsewhere: dict[str, str] = {}
    asides: set[int] = set()
    readings = with_compared(parse, amounts, read_amounts(parse, amounts, table, article.language), table)
    readings = broken_down(parse, amounts, readings, table)
    readings = with_composed(parse, amounts, readings, table, article.language)
    readings = with_registers(parse, amounts, readings, table, article.language)
    readings = with_headed(parse, amounts, readings, table, article.language)
    sentences: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        sentences[reading.counted.sentence].append(reading)
    for reading in readings:
        mates = sentences[reading.counted.sentence]
        if _of_the_dead(reading, before):
            continue
        if reading.counted.single and reading.counted.anchor.i in asides:
            continue  # "one, a 45-year-old man, died" tells of one
        if reading.counted.value.number == 1:
            asides.add(described(parse, reading.counted.number).i)
        told = reading.link != "member" and (reading.kind in HARMED or reading.choice is None)
        if reading.counted.pair and told:
            continue  # the dead and hurt are told one by one; ", both of one school" counts nobody anew
        claim = _claim(article, parse, reading, mates, mentions, times, table, before, older)
        if claim is not None:
            named = class_of(parse, reading, mates, table, article.language)
            listed = reading.link == "breakdown"
            claim = replace(claim, subset=named if listed and named else claim.subset or named)
            if of_other_deed(parse, reading.counted, table) and (reading.kind, claim.value.number) not in before:
                elsewhere[claim.id] = claim.kind
            _add(claim, reading, found, before)
            if (start := adds_from(parse, reading, table)) is not None:
                adding[claim.id] = start
            for same in narrowed(parse, reading, claim, article.language):
                _add(same, reading, found, before)
    adding = with_restated(found.values(), adding)
    counts = with_graded(parse, _elsewhere(_as_the_body(found.values()), elsewhere), article.language)
    claims = with_victims(article, parse, mentions, times, table, counts, older, adding)
    claims = with_multiples(article, parse, times, table, claims)
    claims = with_singles(article, parse, mentions, times, table, claims, adding)
    claims = beside(_elsewhere(claims, elsewhere), adding, table)
    claims = with_plurals(article, parse, times, table, amounts, claims)
    claims = with_some_of(article, of_earlier_days(article, parse, times, outside_the_toll(parse, claims)))
    claims = tuple(found_since(article, nth_dead(article.text, c)) for c in with_alive(article.text, claims))
    return with_wholes(article, claims)


def _of_the_dead(reading: Reading, before: Set[tuple[str, Number | None]]) -> bool:
    """ "A family of four was found dead. All four had gunshot wounds": what the dead died of, while nobody hurt is
    told of."""
    frame = reading.choice.frame if reading.choice is not None else None
    wounds = frame is not None and frame.word.lemma in {"have", "suffer", "sustain"} and reading.kind in HARMED
    number = reading.counted.value.number
    told = ("killed", number) in before and not {("injured", None), ("shot", None)} & before
    return wounds and told and (number or 0) > 1


def _add(
    claim: Claim, reading: Reading, found: dict[tuple[str, int], Claim], before: set[tuple[str, Number | None]]
) -> None:
    """Keep the claim unless one of its kind stands there, and its kind and number for those that follow."""
    if found.setdefault((claim.kind, reading.counted.core_start), claim) is claim:
        before.update(((claim.kind, None), (claim.kind, claim.value.number)))


def _elsewhere(claims: tuple[Claim, ...], ids: Mapping[str, str]) -> tuple[Claim, ...]:
    """The claims, those of a deed that somebody is tied to as background where others of their kind stand before."""
    told = {k: min(c.span for c in claims if c.kind == k) for k in ids.values()}
    return tuple(replace(c, scope="background") if c.id in ids and told[c.kind] < c.span else c for c in claims)


def _as_the_body(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims; a headline's number is of another event or of several where the body tells it so."""
    rows = tuple(claims)
    scopes: dict[tuple[str, Number | None], set[str]] = {}
    for c in rows:
        if c.section != "headline":
            scopes.setdefault((c.kind, c.value.number), set()).add(c.scope)
    return tuple(
        replace(c, scope="background", why=(*c.why, "scope: the body tells this number so"))
        if c.section == "headline" and scopes.get((c.kind, c.value.number)) == {"background"}
        else c
        for c in rows
    )


def _claim(
    article: Article,
    parse: Parse,
    reading: Reading,
    mates: list[Reading],
    mentions: tuple[Mention, ...],
    times: tuple[TimeMention, ...],
    table: Words,
    before: Set[tuple[str, Number | None]],
    past: set[str],
) -> Claim | None:
    """The claim of a reading; its id goes into `past` where only an earlier time makes it background."""
    amount = reading.counted
    mood = mood_of(parse, amount, reading.choice, table)
    if not mood.stated:
        return None
    if reading.link is not None and amount.value.number is None and amount.value.stated.lower() in MOST:
        return None  # "40 people, *many* of them women"
    kind = load()[reading.kind]
    if kind.people and (amount.value.number or 0) % 1:
        return None  # "the 10.42": no number of persons
    if not kind.people and amount.value.number == 1 and OF_SOME.match(parse.text, amount.core_end):
        return None  # "one of about 45 rockets": the others count
    inherited = reading.link in {"part", "breakdown"} and reading.choice is None
    same = reading.link == "part" and reading.antecedent is not None and reading.antecedent.kind == kind.name
    some = inherited or same or reading.link == "member"
    labelled = reading.choice.thing if reading.choice is not None else None
    thing = labelled if kind.people else reading.noun
    part = subset(parse, amount, kind.name, some, table, article.language, thing)
    if part is None and reading.link == "ellipsis":
        part = called_aside(parse, amount, table)
    frame = reading.choice.frame if reading.choice is not None else None
    placing = place_in_time(parse, article, amount, times, table, frame.word if frame is not None else None)
    spot = where(parse, amount, kind.name, mentions, table)
    older = _older(parse, article, amount, table)
    start, end = _evidence(parse, reading)
    span = article.span(start, end)
    id_ = content_id("c", article.id, kind.name, amount.core_start, amount.core_end)
    if placing.older:
        past.add(id_)
    return Claim(
        id=id_,
        kind=kind.name,
        value=amount.value,
        unit=kind.unit,
        span=span,
        subset=part,
        rate=placing.rate,
        scope=placing.scope,
        place=spot.place,
        exclusive_of=spot.exclusive_of,
        negated=amount.negative or mood.denied,
        hedged=mood.hedged,
        increment=_increments(reading, before) or _raises(parse, reading, mates),
        voided=reading.link == "void" or older == "voided",
        earlier=older is not None,
        partial=inherited
        or same
        or (reading.link == "part" and amount.noun is None and part is not None)
        or spot.partial
        or (kind.name in HARMED and _of_others(parse, amount))
        or _of_those(parse, reading, before)
        or (kind.name in HARMED and OF_GROUP.match(parse.text, amount.end) is not None)
        or _graded(parse, reading, table)
        or _out_of(parse, reading)
        or OF_OWN.match(parse.text, amount.end) is not None
        or own_loss(frame, reading.noun)
        or bodies_alone(frame.word if frame else None, reading.choice is not None and reading.choice.alone, table)
        or (kind.name in HARMED and THE_LAST.search(parse.text, max(0, amount.start - 12), amount.start) is not None)
        or _one_of_them(parse, reading, mates),
        section=parse.sentences[amount.sentence].kind,
        person=_person(parse, reading),
        why=_why(reading, placing.why, spot, older),
    )


def _of_those(parse: Parse, reading: Reading, before: Set[tuple[str, Number | None]]) -> bool:
    """ "Four were flown to hospital. Two later died": of those, where more of the kind were counted before."""
    amount, number = reading.counted, reading.counted.value.number
    if THE_REST.search(parse.text, max(0, amount.start - 20), amount.start):
        return reading.link is None and any(kind == reading.kind and (n or 0) > (number or 0) for kind, n in before)
    bare = amount.noun is None and reading.link is None and reading.choice is not None and not amount.increment
    frame = reading.choice.frame if reading.choice is not None else None
    opens = parse.text[parse.sentences[amount.sentence].start : amount.start].strip() == ""
    if not bare or not opens or frame is None or frame.relation != "subject" or number is None:
        return False
    return any(kind == reading.kind and (n or 0) > number for kind, n in before)


def _one_of_them(parse: Parse, reading: Reading, mates: list[Reading]) -> bool:
    """ "One of five people shot", "one of my brothers was among the nine hurt": one of those counted next."""
    amount = reading.counted
    if amount.value.number != 1 or reading.kind not in {"shot", "injured"}:
        return False
    alike = [m for m in mates if m.kind == reading.kind and m.link is None and not m.counted.partitive]
    wholes = [m.counted for m in alike if (m.counted.value.number or 0) > 1]
    return any(
        w.start > amount.end and OF_MANY.fullmatch(parse.text, amount.core_end, w.start) is not None for w in wholes
    )


OF_MANY = re.compile(r"\s+of\s+|(?:\s+of\s+\w+\s+\w+)?\s+(?:was|is|were)\s+among\s+(?:the\s+)?", re.I)


def _graded(parse: Parse, reading: Reading, table: Words) -> bool:
    """Whether only harm of one degree is denied: "none suffered life-threatening injuries"."""
    frame = reading.choice.frame if reading.choice is not None else None
    if frame is None or not reading.counted.negative:
        return False
    target = parse.child(frame.word, "obj") or frame.word
    degrees = [*parse.children(target, "amod", "compound"), *parse.children(frame.word, "advmod", "amod")]
    return any(f in table.degrees for d in degrees for t in parse.subtree(d) for f in (t.lower, t.lemma))


def _person(parse: Parse, reading: Reading) -> str | None:
    """The words for a single person that no total holds ("a 24-year-old student", "one, *a student*")."""
    amount = reading.counted
    who = described(parse, amount.number) if amount.value.number == 1 and reading.link is None else amount.number
    if who.i != amount.number.i:
        return parse.text[parse.tokens[amount.number.i + 2].start : who.end]
    single = (
        amount.single and load()[reading.kind].people and reading.link is None and reading.counted.value.number == 1
    )
    return reading.counted.value.stated if single else None


MOST = frozenset(("many", "most", "numerous", "some"))
"""Words for a part that state no number."""
OF_OWN = re.compile(r"\s+of\s+(?:its|their|our|his|her)\s+own\b", re.I)
"""Behind the losses of one group among others: "the choir lost three *of its own*"."""
THE_LAST = re.compile(r"\bthe\s+(?:last|final)\s+$", re.I)
"""Before those with whom all are found: "the bodies of the last three miners"."""
OF_SOME = re.compile(r"\s+of\s+(?:the\s+)?(?:(?:about|some|around|nearly|over|almost|more\s+than|at\s+least)\s+)?\d")
OUT_OF = re.compile(r"\s+(?:out\s+)?of\s+\d[\d,]*\s+\w", re.I)


def _out_of(parse: Parse, reading: Reading) -> bool:
    """Some of a number that only their noun makes a count: "80 of 107 detainees", of whom the verb tells something
    else."""
    frame = reading.choice.frame if reading.choice is not None else None
    named = frame is not None and frame.relation == "self"
    return named and OUT_OF.match(parse.text, reading.counted.core_end) is not None


OF_GROUP = re.compile(
    r"\s+of\s+(?:the|those|these)\s+(?:other\s+)?(?:injured|wounded|hurt|shot|survivors|victims|patients)\b", re.I
)
"""Some of those who came to harm: "three of those injured had minor wounds"."""
OTHERS = re.compile(r"(?:\s+(?:else|others?)\b|\s+of\s+the\s+others?\b)", re.I)


def _of_others(parse: Parse, amount: Counted) -> bool:
    """ "No one else was hurt" leaves open who was; "no one else is missing" tells that all are found."""
    return amount.negative and OTHERS.match(parse.text, amount.core_end) is not None


def _older(parse: Parse, article: Article, amount: Counted, table: Words) -> str | None:
    """Whether the amount is told as an older count, and whether it is taken back with it."""
    sentence = parse.sentences[amount.sentence]
    before = parse.text[sentence.start : amount.start]
    match = table.earlier_before.search(before)
    if match is None:
        older = set_against(parse.text, sentence.start, amount.start, amount.end)
        older = older or counted_before(article, before) or of_former_day(article, before)
        return "earlier" if older else None
    verbs = {a.lemma for a in parse.ancestors(amount.anchor)}
    moving = verbs & table.moving
    if match.group().lower().startswith("from") and not moving:
        return None
    retold = table.retold.search(match.group()) is not None  # "an earlier version of this report said six"
    return "voided" if retold or verbs & table.corrections else "earlier"


def _increments(reading: Reading, before: Set[tuple[str, Number | None]]) -> bool:
    """ "nine more bodies" after a stated total of the same kind, unless the same nine were told before."""
    adds = reading.counted.increment and reading.link is None and (reading.kind, None) in before
    return adds and (reading.kind, reading.counted.value.number) not in before


def _raises(parse: Parse, reading: Reading, mates: list[Reading]) -> bool:
    """Whether the amount is why a total of its kind grew: "the toll rose to nine after two bodies were found"."""
    amount = reading.counted
    for whole in mates:
        if _brings(parse, amount, whole.counted) and whole.kind == reading.kind:
            return True
        frame = whole.choice.frame if whole.choice is not None else None
        total = frame is not None and frame.relation == "total"
        if not total or whole.kind != reading.kind or whole.counted.end > amount.start:
            continue
        larger = (whole.counted.value.number or 0) > (amount.value.number or 0) > 0
        if larger and BECAUSE.search(parse.text, whole.counted.end, amount.start):
            return True
    return False


def _brings(parse: Parse, amount: Counted, whole: Counted) -> bool:
    """Whether the amount brings the total to the larger one: "three died overnight, bringing the toll to 17"."""
    if amount.sentence != whole.sentence or amount.end > whole.start or amount.negative:
        return False
    larger = (whole.value.number or 0) > (amount.value.number or 0) > 0
    moving = parse.text[amount.end : whole.start].rpartition(", ")[2]
    return larger and moving.partition(" ")[0].endswith("ing") and moved(moving) == "up"


BECAUSE = re.compile(r"\b(?:after|as|when|following|with)\b", re.I)


def _evidence(parse: Parse, reading: Reading) -> tuple[int, int]:
    """The amount with the noun and the word that made it a count, as far as they stand close together."""
    amount = reading.counted
    points = [(amount.start, amount.end)]
    if amount.noun is not None:
        points.append((amount.noun.start, amount.noun.end))
    if reading.choice is not None and reading.choice.frame is not None:
        word = reading.choice.frame.word
        if word.sentence == amount.sentence and not _parted(parse, reading.choice.frame, amount):
            points.append((word.start, word.end))
    start, end = min(p[0] for p in points), max(p[1] for p in points)
    return (
        (start, end)
        if end - start <= 120
        else (amount.start, max(amount.end, points[-1][1] if len(points) == 1 else amount.end))
    )


def _parted(parse: Parse, frame: Frame, amount: Counted) -> bool:
    """Whether another voice's number stands between ("put the *toll* at 12, the Red Cross at *15*")."""
    between = parse.tokens[frame.word.i + 1 : amount.number.i]
    return (
        frame.relation == "total"
        and any(t.pos == "NUM" for t in between)
        and any(t.text in {",", ";"} or t.pos == "CCONJ" for t in between)
    )


def _why(reading: Reading, scope: str, spot: Where, older: str | None) -> tuple[str, ...]:
    amount = reading.counted
    steps = [f"number: “{amount.value.stated}” read as {amount.value.number} ({amount.value.modifier})"]
    if reading.choice is not None:
        steps.append(f"kind {reading.kind}: {reading.choice.why}")
    elif reading.antecedent is not None:
        stated = reading.antecedent.counted.value.stated
        steps.append(f"kind {reading.kind}: {reading.link or 'older count'} of “{stated}” before it")
    steps.append(f"scope: {scope}")
    if spot.place:
        steps.append(f"place: {spot.place}")
    if older:
        steps.append(f"{older}: stated as an older count")
    return tuple(steps)
