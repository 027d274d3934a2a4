"""`run.json`: what a finished run is and holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from variorum.errors import InputError
from variorum.settings import PolicyName, Settings

FORMAT = "variorum-run/1"
MANIFEST = "run.json"


class Run(Struct, frozen=True, kw_only=True):
    """What `run.json` says of a finished run."""

    format: str = FORMAT
    inputs: tuple[str, ...]
    policy: PolicyName
    group_by: str | None
    language: str
    max_bytes: int
    parts: int
    stories: int
    articles: int
    origins: int
    claims: int
    figures: int
    discrepancies: int
    between: int
    """Derivations between stories."""
    dropped: int


def record(inputs: Sequence[str | Path], out: Path, settings: Settings, held: list[list[int]]) -> Run:
    """Write what the parts hold together, whole or not at all."""
    totals = map(sum, zip(*held, strict=True)) if held else [0] * 8
    stories, articles, origins, claims, figures, discrepancies, between, dropped = totals
    made = Run(
        inputs=tuple(sorted(map(str, inputs))),
        policy=settings.policy,
        group_by=settings.group_by,
        language=settings.language,
        max_bytes=settings.max_bytes,
        parts=len(held),
        stories=stories,
        articles=articles,
        origins=origins,
        claims=claims,
        figures=figures,
        discrepancies=discrepancies,
        between=between,
        dropped=dropped,
    )
    beside = out / ".run.json"
    beside.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n")
    beside.replace(out / MANIFEST)
    return made


def recorded(out: Path) -> Run:
    """What `run.json` says. Raises InputError when the folder holds no finished run."""
    try:
        return msgspec.json.decode((out / MANIFEST).read_bytes(), type=Run)
    except FileNotFoundError as error:
        raise InputError(
            f"{out} holds no finished run", fix="give variorum run again: it goes on where it was"
        ) from error
    except (OSError, msgspec.DecodeError) as error:
        raise InputError(f"{out / MANIFEST} cannot be read: {error}", fix="give variorum run again") from error
