"""The accounts that a run keeps, read back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from variorum.corpus.manifest import recorded
from variorum.errors import InputError, NotFoundError
from variorum.model.account import Account, StoryAccount

MOST = 200
"""Stories read at once without naming them: more are nobody's reading."""


def accounts(out: Path, stories: Sequence[str] = ()) -> Account:
    """The account of some stories of a run, or of all when they are few.

    Raises InputError when the folder holds no finished run or the stories are too many, NotFoundError when one is not
    there.
    """
    import pyarrow.parquet as pq

    about = recorded(out)
    if not stories and about.stories > MOST:
        raise InputError(
            f"{out} holds {about.stories:,} stories",
            fix=f"name one with --story; {out}/stories lists them",
        )
    wanted = [("story", "in", sorted(set(stories)))] if stories else None
    table = pq.read_table(out / "accounts", columns=["story", "account"], filters=wanted)
    found = [msgspec.json.decode(text, type=StoryAccount) for text in table["account"].to_pylist()]
    missing = sorted(set(stories) - {s.id for s in found})
    if missing:
        raise NotFoundError(f"no story {missing[0]} in {out}", fix=f"take an id from {out}/stories")
    return Account(policy=about.policy, stories=tuple(sorted(found, key=_day)))


def _day(story: StoryAccount) -> tuple[str, str]:
    return min((a.published for a in story.articles if a.published), default="9999"), story.id
