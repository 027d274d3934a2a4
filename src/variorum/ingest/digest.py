"""BLAKE2b of files and parts of files, read in small steps."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path

_CHUNK = 1 << 20


def new() -> blake2b:
    """A digest of 128 bits: no two of 10^15 pieces meet by chance."""
    return blake2b(digest_size=16)


def of_file(path: str, start: int = 0, end: int | None = None) -> str:
    """The digest of the bytes from `start` to `end`. Raises OSError when the file cannot be read."""
    digest = new()
    with Path(path).open("rb", buffering=0) as handle:
        handle.seek(start)
        left = end - start if end is not None else -1
        while left and (data := handle.read(min(_CHUNK, left) if left > 0 else _CHUNK)):
            digest.update(data)
            left -= len(data) if left > 0 else 0
    return digest.hexdigest()
