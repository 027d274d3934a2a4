"""Harm of another sort than the story's: who died in a crash or under a train, in a report of a shooting that ends with
other news or shows their pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.model import Claim, Span, StoryRecords, holding

SHOOTING = "shooting"
HARM = frozenset(("killed", "injured", "hospitalised"))
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def of_mishaps(claims: Iterable[Claim], records: StoryRecords) -> dict[str, str]:
    """Claim id → why it is background: its sentence tells of a crash or the like and of no shots, in a story of a
    shooting whose own harm is told elsewhere."""
    if records.event.type != SHOOTING:
        return {}
    told = [c for c in claims if c.scope == "event" and c.kind in (*HARM, "shot") and not c.negated]
    sentences = {e.article: e.sentences for e in records.extractions}
    found = {c.id: why for c in told if c.kind in HARM and (why := _mishap(c, sentences.get(c.span.article, ())))}
    return found if any(c.id not in found for c in told) else {}


def _mishap(claim: Claim, sentences: Iterable[Span]) -> str | None:
    """The word for the mishap in the claim's sentence, where no other ties it to the shots."""
    sentence = holding(sentences, claim.span.start)
    words = [w.lower() for w in WORD.findall(sentence.text)] if sentence is not None else []
    events = read("en", "events", Events)
    mishap = next((w for w in words if w in events.mishaps), None)
    return None if mishap is None or set(words) & set(events.shots_told) else f"of no shots: “{mishap}”"
