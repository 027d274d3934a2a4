"""Errors say how to fix them and survive a process border."""

from __future__ import annotations

import pickle

from variorum.errors import InputError, VariorumError


def test_message_and_fix() -> None:
    error = InputError("no such file: x", fix="name a file")
    assert str(error) == "no such file: x\nFix: name a file"
    assert isinstance(error, VariorumError) and isinstance(error, ValueError)


def test_pickled_error_keeps_its_parts() -> None:
    error = pickle.loads(pickle.dumps(InputError("what", fix="how")))
    assert (type(error), error.message, error.fix) == (InputError, "what", "how")
