"""A negation, or a "stop", "deny" or "refuse", was lost or added, or a word became its opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks.base import cite, found, versus
from variorum.checks.desk import Desk
from variorum.checks.finder import Pair
from variorum.checks.forms import forms
from variorum.checks.line import Line, at
from variorum.checks.owned import OWNING, UNTRUE, owned
from variorum.checks.polarity import CLOSE, HELD, asserted, cues
from variorum.model import Discrepancy, Span
from variorum.text.words import Word


def reversed_meaning(desk: Desk) -> Iterator[Discrepancy]:
    """Aligned sentences of which one asserts what the other negates; one report per derived sentence."""
    for link in desk.texts:
        told: set[Span] = set()
        for pair in link.pairs:
            if pair.derived.kind != "headline":
                report = _negation(desk, pair) or _inserted(desk, pair) or _opposite(desk, pair) or _all_of(pair)
                report = report or _conceded(desk, pair)
                if report is not None:
                    told.add(pair.derived.span)
                    yield report
        for count in owned(desk, link):
            one, other = count.said.span, count.denied.span
            if not any(span.contains(one) for span in told):
                message = f"{cite(one)} is confirmed where the source has it denied: {cite(other)}"
                yield found("reversed_meaning", "error", (one, other), message, versus(one, other))


def _negation(desk: Desk, pair: Pair) -> Discrepancy | None:
    for source in pair.sources:
        lost = _first(desk, source, pair.derived, pair.share)
        if lost is not None:
            said, negated = lost
            message = f"a negation is lost: {cite(said)} for {cite(negated)}"
            return found("reversed_meaning", "error", (said, source.span), message, versus(said, source.span))
        added = _first(desk, pair.derived, source, min(pair.share, CLOSE - 0.01), verbs=False)
        if added is not None:
            said, negated = added
            message = f"a negation is added: {cite(negated)} for {cite(said)}"
            fault = pair.derived.span
            return found("reversed_meaning", "error", (fault, said), message, versus(fault, said))
    return None


def _inserted(desk: Desk, pair: Pair) -> Discrepancy | None:
    """A "not", "never" or "no longer" that one of the sentences has between the same words, and the other lacks."""
    if pair.share < HALF:
        return None
    for source in pair.sources:
        for negated, plain, what in ((pair.derived, source, "added"), (source, pair.derived, "lost")):
            if negated.plains.isdisjoint(forms().negators) and "longer" not in negated.plains:
                continue
            places = (_lacking(desk, negated, plain, i) for i in range(len(negated.words)))
            said, cue = next((p for p in places if p is not None), (None, None))
            if said is not None and cue is not None:
                one, other = (cue, said) if what == "added" else (said, cue)
                message = f"a negation is {what}: {cite(one)} for {cite(other)}"
                return found("reversed_meaning", "error", (one, other), message, versus(one, other))
    return None


def _conceded(desk: Desk, pair: Pair) -> Discrepancy | None:
    """ "Confirmed that they held them" for "denied holding them": what somebody denies in the source is owned."""
    text = pair.derived.span.text
    owning = OWNING.search(text)
    if pair.share < HALF or owning is None or UNTRUE.search(text) or cues(desk, pair.derived):
        return None
    told = {w.key for w in pair.derived.words if w.start >= pair.derived.span.start + owning.end()}
    for source in pair.sources:
        for cue in (c for c in cues(desk, source) if source.words[c.place].plain in desk.negation.denials):
            said = {w.key for w in cue.governed if not w.name}
            one_voice = {w.key for w in source.words[: cue.place] if w.key} & pair.derived.keys
            if said and (said <= told if one_voice else len(said & told) >= max(MANY, HELD * len(said))):
                fault = at(pair.derived, pair.derived.span.start + owning.start(), pair.derived.words[-1].end)
                against = at(source, source.words[cue.place].start, cue.governed[-1].end)
                message = f"{cite(fault)} where the source has it denied: {cite(against)}"
                return found("reversed_meaning", "error", (fault, against), message, versus(fault, against))
    return None


MANY = 3
"""Words of what is denied that the other sentence has, where nothing else says that one voice speaks in both."""

HALF = 0.5
"""Share of the sentence's words that its sources must hold before one small word tells."""


def _lacking(desk: Desk, negated: Line, plain: Line, place: int) -> tuple[Span, Span] | None:
    """Where `plain` has the words around the negation at `place` without it, and those around it."""
    mine, theirs = ([w.plain for w in line.words] for line in (negated, plain))
    end = place + 1 + (mine[place : place + 2] == ["no", "longer"])
    if mine[place] not in forms().negators and end == place + 1:
        return None
    left, right = mine[max(0, place - 2) : place], mine[end : end + 2]
    if len(left) < 2 or not right:
        return None
    for at_ in range(2, len(theirs)):
        for skip in (0, int(theirs[at_] in desk.contrast.fillers)):
            next_ = at_ + skip
            if theirs[at_ - 2 : at_] == left and theirs[next_ : next_ + len(right)] == right:
                first, last = plain.words[at_ - 2], plain.words[next_ + len(right) - 1]
                around = at(negated, negated.words[place - 2].start, negated.words[end + len(right) - 1].end)
                return at(plain, first.start, last.end), around
    return None


def _first(desk: Desk, negated: Line, plain: Line, share: float, *, verbs: bool = True) -> tuple[Span, Span] | None:
    """Where `plain` asserts what `negated` negates, and the negation with what it governs."""
    for cue in cues(desk, negated):
        if not verbs and (cue.verb or negated.words[cue.place].plain == "without"):
            continue
        said = asserted(desk, cue, plain, share)
        if said is not None:
            last = cue.governed[-1] if cue.governed else negated.words[cue.place]
            return said, at(negated, negated.words[cue.place].start, last.end)
    return None


def _opposite(desk: Desk, pair: Pair) -> Discrepancy | None:
    """A word of one group against a word of the contrary one, beside the same content word."""
    if pair.share < NEAR or any(cues(desk, line) for line in (pair.derived, pair.sources[0])):
        return None
    if desk.once(_turning).isdisjoint(pair.derived.plains):
        return None
    for mine, theirs in desk.once(_contraries):
        hit = _swap(pair.derived, pair.sources[0], mine, theirs, close=pair.share < ALIKE)
        if hit is not None:
            return found(
                "reversed_meaning", "warning", hit, f"{cite(hit[0])} for {cite(hit[1])}", versus(hit[0], hit[1])
            )
    return None


def _all_of(pair: Pair) -> Discrepancy | None:
    """ "All three gates" for "only one of three gates", or the other way round."""
    for source in pair.sources:
        for one, other in ((pair.derived, source), (source, pair.derived)):
            whole, part = ALL.search(one.span.text), SOME.search(other.span.text)
            if whole is not None and part is not None and _things(whole) == _things(part):
                fault, against = (whole, part) if one is pair.derived else (part, whole)
                spans = _found(pair.derived, fault), _found(source, against)
                message = f"{cite(spans[0])} for {cite(spans[1])}"
                return found("reversed_meaning", "error", spans, message, versus(*spans))
    return None


_NUMBER = r"(\w+)\s+(?:\w+\s+)??(\w+s)\b"
ALL = re.compile(rf"\ball\s+(?:of\s+)?(?:the\s+|its\s+|their\s+)?{_NUMBER}", re.IGNORECASE)
SOME = re.compile(rf"\b(?:only|just)\s+\w+\s+of\s+(?:the\s+|its\s+|their\s+)?{_NUMBER}", re.IGNORECASE)


def _things(match: re.Match[str]) -> tuple[str, str]:
    return match[1].lower(), match[2].lower()


def _found(line: Line, match: re.Match[str]) -> Span:
    return at(line, line.span.start + match.start(), line.span.start + match.end())


def _turning(desk: Desk) -> frozenset[str]:
    return frozenset(w for mine, _ in desk.once(_contraries) for w in mine)


def _contraries(desk: Desk) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """The groups of contrary words, each way round."""
    groups = (tuple(map(frozenset, pair)) for pair in desk.contrast.opposites)
    return tuple(p for one, other in groups for p in ((one, other), (other, one)))


ALIKE, NEAR = 0.6, 0.45
"""Share of a sentence's words that its source must hold before one word's opposite tells anything; and before it does
with the same words right behind."""


def _swap(
    derived: Line, source: Line, mine: frozenset[str], theirs: frozenset[str], *, close: bool = False
) -> tuple[Span, Span] | None:
    if mine.isdisjoint(derived.plains) or theirs.isdisjoint(source.plains):
        return None
    here = [i for i, w in enumerate(derived.words) if w.plain in mine]
    there = [i for i, w in enumerate(source.words) if w.plain in theirs]
    both = derived.plains & theirs or source.plains & mine
    if both or len(here) != 1 or len(there) != 1:
        return None
    behind = [[w.plain for w in line.words[i + 1 : i + 4]] for line, i in ((derived, here[0]), (source, there[0]))]
    if close and (len(behind[0]) < 3 or behind[0] != behind[1]):
        return None
    shared = _beside(derived.words, here[0]) & _beside(source.words, there[0])
    return (_span(derived, here[0]), _span(source, there[0])) if len(shared) >= 2 else None


def _beside(words: tuple[Word, ...], place: int) -> set[str]:
    """The two nearest content words on either side."""
    before = [w.key for w in words[:place] if w.key][-2:]
    after = [w.key for w in words[place + 1 :] if w.key][:2]
    return {*before, *after}


def _span(line: Line, place: int) -> Span:
    word = line.words[place]
    return at(line, word.start, word.end)
