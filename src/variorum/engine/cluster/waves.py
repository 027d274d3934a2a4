"""A long step in portions that are kept one by one, so that a driver that dies costs hours, not days."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

SIZE = 1 << 30
PIECES = 1024
"""Stored bytes, or pieces of a source, to a wave."""
ABREAST = 4
"""Waves at a time: the last tasks of one leave no core idle."""


class Wave(Struct, frozen=True):
    """Some files of a data set, or the pieces from `start` to `end` of a source."""

    start: int = 0
    end: int = 0
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Made from what it holds, for files are cut anew when they were written anew."""
        return blake2b(repr((self.start, self.end, self.files)).encode(), digest_size=16).hexdigest()


def cut(path: Path, pieces: int) -> Iterator[Wave]:
    """The waves of a data set."""
    if pieces:
        for start in range(0, pieces, PIECES):
            yield Wave(start, min(start + PIECES, pieces))
        return
    held: list[str] = []
    size = 0
    for file in sorted(path.rglob("*.parquet")):
        held.append(str(file))
        size += file.stat().st_size
        if size >= SIZE:
            yield Wave(files=tuple(held))
            held, size = [], 0
    if held:
        yield Wave(files=tuple(held))


def through(
    waves: Sequence[Wave], path: Path, store: Callable[[Wave, Path], None], tell: Callable[[int], None]
) -> None:
    """Store every wave that is not there yet in a folder, which gets its name when it has them all."""
    folder = path.with_suffix(".waves")
    folder.mkdir(parents=True, exist_ok=True)
    names = {wave.name for wave in waves}
    for other in folder.iterdir():
        if other.name not in names:
            shutil.rmtree(other)
    missing = [wave for wave in waves if not (folder / wave.name).exists()]
    done = len(waves) - len(missing)
    tell(done)
    with ThreadPoolExecutor(ABREAST) as pool:
        try:
            for _ in pool.map(lambda wave: store(wave, folder / wave.name), missing):
                done += 1
                tell(done)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    folder.rename(path)
