"""The names of results: digests of everything they depend on."""

from __future__ import annotations

from hashlib import blake2b


def key_of(*fields: str) -> str:
    """A name made from everything a result depends on."""
    digest = blake2b(digest_size=16)
    for field in fields:
        data = field.encode()
        digest.update(len(data).to_bytes(8, "little") + data)
    return digest.hexdigest()
