"""Every exception raised on purpose.

Each says what went wrong, where and what was found, and how to fix it (`Fix:` line).
"""

from __future__ import annotations


class VariorumError(Exception):
    """Base of all errors raised on purpose.

    `message` says what, where and what was found; `fix` says what to do about it.
    """

    def __init__(self, message: str, *, fix: str) -> None:
        super().__init__(message, fix)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message}\nFix: {self.fix}"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.message, self.fix))


def _rebuild(cls: type[VariorumError], message: str, fix: str) -> VariorumError:
    """Unpickle an error that crossed a process border."""
    return cls(message, fix=fix)


class InputError(VariorumError, ValueError):
    """The input as a whole cannot be used (nothing to read, unknown format)."""


class UnreadableError(VariorumError, ValueError):
    """One record cannot be read; it becomes a `dropped` record with `message` as its reason."""


class SettingsError(VariorumError, ValueError):
    """A setting has no meaning here (unknown policy, bad date)."""


class DataError(VariorumError, RuntimeError):
    """A file that ships with the program is missing or damaged."""


class NotFoundError(VariorumError, LookupError):
    """An id that the account does not hold."""


class EngineError(VariorumError, RuntimeError):
    """A step of a run failed, or the processes that worked on it did. What was done before is kept."""
