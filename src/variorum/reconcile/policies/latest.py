"""The policy `latest`: the newest total of each speaker replaces that speaker's older ones.

Rule text: Variorum's own, after the practice of live tickers: "rises to" replaces, "another" adds to a total and is
none itself, a correction voids. Best is the newest total that stands; of several of one day the lower.
"""

from __future__ import annotations

from variorum.reconcile import ranking, rules
from variorum.reconcile.case import Case, Dropped, drop
from variorum.reconcile.policies.base import Policy
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of, same_number


def newest_of_each(case: Case) -> Case:
    """Of one speaker's totals, and of one line's, only the newest stands."""
    dropped: Dropped = {}
    newest_first = sorted(case.open, key=lambda s: (s.as_of or "", s.id), reverse=True)
    for r in case.open:
        if s := next((s for s in newest_first if _replaces(s, r, case)), None):
            dropped[r.id] = f"{r.claim.value.stated} replaced by {s.claim.value.stated} of the same speaker or line"
    return drop(case, "newest-of-each", dropped, into="overtaken")


def _replaces(s: Reading, r: Reading, case: Case) -> bool:
    if s.id == r.id or s.claim.value.modifier == "vague" or same_number(s.claim.value, r.claim.value):
        return False
    return (s.origin == r.origin or _speaker(s) == _speaker(r) != "") and rules.later(s, r, case)


def _speaker(reading: Reading) -> str:
    source = reading.claim.attribution[0] if reading.claim.attribution else None
    return "" if source is None else source.entity or source.name.casefold()


def choose(case: Case) -> tuple[Reading, ...]:
    """The newest open total; of one day the lower."""
    if not case.open:
        return ()
    newest = max(r.as_of or "" for r in case.open)
    number = min(best_of(r.claim.value) or 0 for r in case.open if (r.as_of or "") == newest)
    return ranking.with_number(case, number)


POLICY = Policy(
    name="latest",
    rules=(
        *rules.CREDIBLE,
        rules.within_article,
        newest_of_each,
        rules.coarse,
        rules.without_rests,
    ),
    best=choose,
    chosen_because="the newest total that stands; of one day the lower",
)
