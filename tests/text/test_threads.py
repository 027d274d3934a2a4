"""Products take one thread inside, and as many as before outside."""

from __future__ import annotations

import pytest

from variorum.text import threads
from variorum.text.threads import Blas, one_thread


class Library:
    """Remembers what it was told."""

    def __init__(self, count: int) -> None:
        self.count = count

    def told(self, count: int) -> None:
        self.count = count


@pytest.mark.parametrize("count", [1, 2, 8])
def test_threads_come_back(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    library = Library(count)
    monkeypatch.setattr(threads, "_library", lambda: Blas(lambda: library.count, library.told))
    with pytest.raises(ZeroDivisionError), one_thread():
        assert library.count == 1
        raise ZeroDivisionError
    assert library.count == count


def test_another_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threads, "_library", lambda: None)
    with one_thread():
        pass
