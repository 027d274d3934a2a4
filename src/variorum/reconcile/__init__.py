"""Reconciles what the reports count: `reconcile` makes the figures, `replay` follows their steps."""

from variorum.reconcile.figures import reconcile
from variorum.reconcile.replay import replay

__all__ = ["reconcile", "replay"]
