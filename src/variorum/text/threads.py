"""Keeps numpy's matrix products to one thread while we work: processes are what Variorum runs in parallel.

The usual environment variables count only before numpy is first loaded, and belong to whoever calls us; so numpy's own
OpenBLAS is asked directly, and given back as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

ENDINGS = ("64_", "_64", "")
"""Names of builds with 64-bit indices end in one of the first two."""
PREFIXES = ("scipy_openblas", "openblas")


class Blas(NamedTuple):
    """A library's two functions."""

    get: Callable[[], int]
    set: Callable[[int], object]


@contextmanager
def one_thread() -> Iterator[None]:
    """Matrix products inside take one thread; does nothing where numpy brings no OpenBLAS of its own."""
    library = _library()
    before = library.get() if library else 1
    if library is None or before == 1:
        yield
        return
    library.set(1)
    try:
        yield
    finally:
        library.set(before)


@cache
def _library() -> Blas | None:
    from ctypes import CDLL
    from pathlib import Path

    import numpy

    folder = Path(numpy.__file__).parent
    for path in sorted([*folder.parent.glob("numpy.libs/*openblas*"), *folder.glob(".dylibs/*openblas*")]):
        try:
            library = CDLL(str(path))
        except OSError:
            continue
        for prefix in PREFIXES:
            for ending in ENDINGS:
                get = getattr(library, f"{prefix}_get_num_threads{ending}", None)
                change = getattr(library, f"{prefix}_set_num_threads{ending}", None)
                if get is not None and change is not None:
                    return Blas(get, change)
    return None
