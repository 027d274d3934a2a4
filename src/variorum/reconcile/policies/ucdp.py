"""The policy `ucdp`: low, best and high as the Uppsala Conflict Data Program codes fatalities.

Rule text (Sundberg and Melander 2013, "Introducing the UCDP Georeferenced Event Dataset", Journal of Peace Research
50(4); UCDP GED Codebook, variables `best`, `low`, `high`): *best* is the most reliable estimate of an event's
fatalities, *low* and *high* are the lowest and highest estimates of credible sources; where nothing tells estimates
apart, the lower is coded. Here it is applied to every kind of count, over readings collapsed to one per origin.

Read for best, in this order: not behind the news, not hedged, supported by more origins, more recent, of a line that
has revised its count before and so follows the story, stated in its report's headline too, then the lower. For a
count that changes (missing, in hospital) the more recent stands before the better supported.
"""

from __future__ import annotations

from variorum.reconcile import ranking, rules
from variorum.reconcile.case import Case
from variorum.reconcile.policies.base import Policy
from variorum.reconcile.readings import Reading
from variorum.reconcile.values import best_of


def choose(case: Case) -> tuple[Reading, ...]:
    """The most reliable and recent reading, and those that state the same number."""
    if not case.open:
        return ()
    first = min(case.open, key=lambda r: _rank(case, r))
    return ranking.with_number(case, best_of(first.claim.value))


def _rank(case: Case, reading: Reading) -> tuple[bool, bool, tuple[object, ...], tuple[bool, bool], float, str]:
    number = best_of(reading.claim.value)
    support = -len(ranking.supporters(case, reading))
    age = tuple(-ord(c) for c in ranking.newest_day(case, number)) or (0,)
    if reading.derived:  # a sum gains nothing by its date: later reports tell of other events too
        age = (0,)
    order = (age, support) if case.kind.course == "changes" else (support, age)
    fresh = (not ranking.revised(case, number), not ranking.headed(case, number))
    # Of two counts of those shot, each less the dead, the higher one has found more of them.
    rest = any(step.rule == "rest" and reading.id in step.kept for step in case.steps)
    least = -float(number or 0) if rest else float(number or 0)
    return ranking.behind(case, reading), reading.claim.hedged, order, fresh, least, reading.id


POLICY = Policy(
    name="ucdp",
    rules=(
        *rules.CREDIBLE,
        rules.within_article,
        rules.overtaken,
        rules.coarse,
        rules.without_rests,
    ),
    best=choose,
    chosen_because="the most reliable and recent of the open readings; where nothing tells them apart, the lower",
)
