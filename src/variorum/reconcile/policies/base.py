"""What a policy is: named rules in order, and how the best reading is chosen. Members never know each other."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from variorum.reconcile.case import Case, Rule
from variorum.reconcile.readings import Reading

Choose = Callable[[Case], tuple[Reading, ...]]
"""The readings that the best figure rests on (all of one number), empty where the policy names none."""


class Policy(Struct, frozen=True, kw_only=True):
    """`rules` close readings one after the other; what stays open gives low and high; `best` chooses among it.

    `chosen_because` is the reason written into the step that chooses.
    """

    name: str
    rules: tuple[Rule, ...]
    best: Choose
    chosen_because: str


POLICIES = {
    "acled": "variorum.reconcile.policies.acled:POLICY",
    "latest": "variorum.reconcile.policies.latest:POLICY",
    "range": "variorum.reconcile.policies.range:POLICY",
    "ucdp": "variorum.reconcile.policies.ucdp:POLICY",
}
"""The built-in policies: name → `module:attribute`."""
