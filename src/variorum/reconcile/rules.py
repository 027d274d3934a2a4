"""The rules that policies are made of. Each closes some readings of a case and writes one step."""

from __future__ import annotations

from collections import defaultdict

from variorum.model import Claim, Span
from variorum.reconcile.case import Case, Dropped, drop, people
from variorum.reconcile.older import disputed, named_older, same_voice, stale, told_beside, two_voices
from variorum.reconcile.readings import Reading
from variorum.reconcile.sums import of_others
from variorum.reconcile.values import absorbs, compatible, complements, same_number, size

SURVEYED = ("buildings", "homes")
"""Units of damage, which is found as long as victims are."""
SMALL = 20
"""Up to here a report may tell of its dead and hurt one by one, and give their number in its headline alone."""


def not_totals(case: Case) -> Case:
    """Parts, increments and counts that leave a place out are no rivals of a total; alone they are what there is."""
    dropped: Dropped = {}
    for r in case.open:
        if _adds(r, case):
            dropped[r.id] = "adds to a total and is none itself"
        elif r.claim.exclusive_of and not any(complements(r.claim, s.claim) for s in case.open):
            dropped[r.id] = f"leaves out {r.claim.exclusive_of}"
        elif (r.claim.partial or r.root.partial) and case.total:
            dropped[r.id] = "counts only what one place or observer has seen"
        elif r.claim.value.number is None and r.claim.value.low is None and r.claim.value.high is None:
            dropped[r.id] = "gives no number"
    if len(dropped) == len(case.open):
        dropped = {r.id: dropped[r.id] for r in case.open if not r.claim.partial or _adds(r, case)}
    return drop(case, "not-a-total", dropped)


def _adds(r: Reading, case: Case) -> bool:
    """Whether "nine more" adds to a count of its kind, and not to one of another kind ("56 burnt and 110 more hit").

    It does where its article has a count of the kind beside it, or a toll somewhere is higher.
    """
    if not (r.claim.increment or r.root.increment):
        return False
    plain = [o for o in case.open if not (o.claim.increment or o.claim.partial or o.claim.negated or o.distorted)]
    beside = any(o.article == r.article for o in plain)
    return beside or (case.kind.course == "rises" and any(size(o.claim) > size(r.claim) for o in plain))


def taken_back(case: Case) -> Case:
    """A corrected or denied number never enters."""
    return drop(case, "taken-back", {r.id: r.taken_back for r in case.open if r.taken_back}, into="withdrawn")


def distorted(case: Case) -> Case:
    """A derived article's number that its source contradicts and nobody supports never enters."""
    return drop(case, "distorted", {r.id: r.distorted for r in case.open if r.distorted})


def headlines(case: Case) -> Case:
    """A headline shortens its article; where the body counts, the headline does not compete."""
    told: dict[str, float] = {}
    for r in case.open:
        if not _head(r):
            told[r.article] = max(size(r.claim), told.get(r.article, 0))
    whole = case.kind.course == "rises" and people(case.kind) and case.total
    repeated = {
        r.id: "the headline of an article whose body counts"
        for r in case.open
        if _head(r) and r.article in told and not (whole and 0 < told[r.article] < size(r.claim) <= SMALL)
    }
    return drop(case, "headline", repeated)


def _head(reading: Reading) -> bool:
    return reading.claim.section == "headline"


def one_vote(case: Case) -> Case:
    """One vote per origin: what repeats another article's text, and repetitions within a line, add no weight."""
    dropped: Dropped = {}
    first: dict[tuple[str, str], list[Reading]] = defaultdict(list)
    present = {r.id for r in case.open}
    for r in sorted(case.open, key=_voice):
        if r.echo and r.root.id in present:
            dropped[r.id] = "repeats the text it was made from"
            continue
        if r.claim.earlier:
            continue
        spoken = [o for o in first[r.origin, r.as_of or ""] if _same_vote(o, r)]
        if spoken:
            dropped[r.id] = "the same line says so already"
        else:
            first[r.origin, r.as_of or ""].append(r)
    return drop(case, "one-vote", dropped)


def _same_vote(a: Reading, b: Reading) -> bool:
    """Whether the line already says this: the same number, or a vaguer word for it, as of the same day."""
    return same_number(a.claim.value, b.claim.value) and a.claim.value.modifier == b.claim.value.modifier


def _voice(reading: Reading) -> tuple[bool, Span, str]:
    return reading.echo, reading.claim.span, reading.id


def within_article(case: Case) -> Case:
    """Beside a higher count of its own, an article's lower one is an older count or a part of it."""
    dropped: Dropped = {}
    by_article: dict[str, list[Reading]] = defaultdict(list)
    for r in case.open:
        by_article[r.article].append(r)
    for article in sorted(by_article):
        mates = by_article[article]
        for r in mates:
            if why := next((w for s in mates if (w := _lesser(r, s, case))), ""):
                dropped[r.id] = why
    return drop(case, "within-article", dropped, into="overtaken")


def _lesser(r: Reading, s: Reading, case: Case) -> str:
    """Why `r` gives way to `s` of the same article; empty where it does not."""
    if r.id == s.id or s.claim.earlier or same_number(r.claim.value, s.claim.value) or _rests(r, s):
        return ""
    if r.claim.earlier:
        return f"stated as an older count beside {s.claim.value.stated}"
    fits = compatible(r.claim.value, s.claim.value) or s.claim.span < r.claim.span
    counted = fits and (s.claim.value.number or 0) > 0
    if r.claim.value.number is None and counted and not two_voices(r, s):
        return f"a vague word beside the article's {s.claim.value.stated}"
    if compatible(r.claim.value, s.claim.value) or size(r.claim) > size(s.claim):
        return ""
    if size(r.claim) == 0 and not (case.kind.course == "changes" and s.claim.hedged):
        return f"nobody of a part only, as the article counts {s.claim.value.stated}"
    if of_others(r) and s.claim.span < r.claim.span and s.claim.section != "note":
        return f"others than some told of before, beside the article's {s.claim.value.stated}"
    if two_voices(r, s) or (r.claim.span < s.claim.span and not of_others(r)):
        return ""
    return f"an older count or a part beside the article's {s.claim.value.stated}"


def _rests(r: Reading, s: Reading) -> bool:
    """Whether one of the two leaves something out, so that they are no rivals."""
    return bool(r.claim.exclusive_of or s.claim.exclusive_of)


def overtaken(case: Case) -> Case:
    """A count that the same line moved on from; a toll of people that a later report of anyone tops; and one that a
    report names as the older one, or that an undated report shares with an overtaken one."""
    dropped: Dropped = {}
    newest_first = sorted(case.open, key=lambda s: (s.as_of or "", size(s.claim), s.id), reverse=True)
    for r in case.open:
        if s := next((s for s in newest_first if s.id != r.id and _tops(s, r, case)), None):
            line = "the same line" if s.origin == r.origin else "a later report"
            dropped[r.id] = f"{r.claim.value.stated} overtaken by {s.claim.value.stated} of {line}"
    old = [r for r in case.open if r.id in dropped]
    for r in case.open:
        if r.id not in dropped and stale(r, old, case):
            dropped[r.id] = f"{r.claim.value.stated} of an undated report is a count that others have overtaken"
    return drop(case, "overtaken", dropped, into="overtaken")


def _tops(s: Reading, r: Reading, case: Case) -> bool:
    new, old = s.claim.value, r.claim.value
    if new.modifier == "vague" or same_number(new, old) or s.claim.earlier or _rests(s, r):
        return False
    if named_older(s, r, case):
        return True
    if told_beside(s, r, case):
        return False
    if case.kind.course == "changes" and old.modifier == "vague" and _dated_later(s, r):
        return True
    if not later(s, r, case) or (s.origin != r.origin and disputed(s, r, case)):
        return False
    if same_voice(s, r, case) and _dated_later(s, r):
        return not _looser(s, r)
    higher = size(s.claim) > size(r.claim)
    if s.origin == r.origin:
        return higher or _replaced(s, r, case) or (case.kind.course == "changes" and not _looser(s, r))
    if s.derived:  # a sum may count one person twice; only a stated count shows that another is behind the news
        return False
    if _moves_on(case, higher) and case.lines.left_behind(r.article, s.article):
        return not s.claim.hedged and not _looser(s, r)
    # A toll grows while victims are found; the number of houses or drones is settled, so there two counts disagree.
    return higher and case.kind.course == "rises" and people(case.kind) and not s.claim.hedged


def _moves_on(case: Case, higher: bool) -> bool:
    """Whether a later report that has found more victims may know another number of these: whoever is missing or in
    hospital changes, damage is surveyed for days; what was launched or burnt that night was counted then."""
    if case.kind.course == "changes":
        return case.total and people(case.kind)
    return case.total and higher and case.kind.unit in SURVEYED


def _dated_later(s: Reading, r: Reading) -> bool:
    return bool(s.as_of and r.as_of and s.as_of > r.as_of)


def _replaced(s: Reading, r: Reading, case: Case) -> bool:
    """Whether the newer article names the older number as the one it replaces ("down from 60")."""
    named = (o for o in case.overtaken if o.article == s.article and o.claim.earlier)
    return any(same_number(o.claim.value, r.claim.value) for o in named)


def _looser(s: Reading, r: Reading) -> bool:
    """Whether the newer words are merely vaguer about the same number."""
    return absorbs(r.claim.value, s.claim.value)


def later(s: Reading, r: Reading, case: Case) -> bool:
    """Whether `s` knows more recent facts than `r`: a later day, or the same line's update."""
    if s.as_of and r.as_of and s.as_of != r.as_of:
        return s.as_of > r.as_of
    if case.lines.precedes(r.root.span.article, s.root.span.article):
        return True
    if s.origin == r.origin and _undated_older(s, r, case):
        return True
    return case.lines.follows(s.root.span.article, r.root.span.article)


def _undated_older(s: Reading, r: Reading, case: Case) -> bool:
    """Within a line, a count without a day is older than a dated one if it is said to be, or is lower and rises."""
    if s.claim.earlier:
        return False
    lower = case.kind.course == "rises" and size(r.claim) < size(s.claim)
    return r.claim.earlier or (lower and s.as_of is not None and r.as_of is None)


def coarse(case: Case) -> Case:
    """A coarse reading that a sharper one fulfils ("dozens" beside 40) agrees with it and widens nothing."""
    dropped: Dropped = {}
    for r in case.open:
        sharper = [s for s in case.open if s.id != r.id and _says_more(s.claim, r.claim)]
        if sharper:
            s = min(sharper, key=lambda s: (abs(size(s.claim) - size(r.claim)), s.id))
            left_out = f" besides {r.claim.exclusive_of}" if r.claim.exclusive_of else ""
            dropped[r.id] = f"{r.claim.value.stated}{left_out} agrees with {s.claim.value.stated}"
    return drop(case, "compatible", dropped, into="absorbed")


def _says_more(s: Claim, r: Claim) -> bool:
    if r.exclusive_of or s.exclusive_of:
        return complements(r, s)
    return absorbs(s.value, r.value)


def without_rests(case: Case) -> Case:
    """A count that leaves something out is out itself where the whole it fitted did not stand."""
    return drop(
        case, "not-a-total", {r.id: f"leaves out {r.claim.exclusive_of}" for r in case.open if r.claim.exclusive_of}
    )


CREDIBLE = (not_totals, taken_back, distorted, headlines, one_vote)
"""What every policy begins with: parts, corrected and distorted numbers and repetitions are no readings of a total."""
