"""Choices that the command line offers are those that there are; it lists them itself, so as to start fast."""

from __future__ import annotations

from typing import get_args

from variorum.cli.arguments import POLICIES
from variorum.reconcile.policies import base
from variorum.settings import PolicyName


def test_the_policies_offered_are_the_policies() -> None:
    assert set(POLICIES) == set(base.POLICIES) == set(get_args(PolicyName))
