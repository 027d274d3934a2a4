"""The policy `range`: lowest to highest of everything reported, no judgement.

Rule text: Variorum's own. Corrected, denied and distorted numbers and parts stay out, since they are no readings of
the total; superseded counts stay in. There is no best.
"""

from __future__ import annotations

from variorum.reconcile import rules
from variorum.reconcile.case import Case
from variorum.reconcile.policies.base import Policy
from variorum.reconcile.readings import Reading


def choose(case: Case) -> tuple[Reading, ...]:
    """Nothing: the policy judges no reading."""
    return ()


POLICY = Policy(
    name="range",
    rules=(
        *rules.CREDIBLE,
        rules.coarse,
        rules.without_rests,
    ),
    best=choose,
    chosen_because="",
)
