"""Deaths that one report alone tells of, while others that tell who was hurt know of none: another event's dead, whom a
round-up or a look back has beside the event's own wounded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from variorum.lang.base import read
from variorum.lang.events import Events
from variorum.model import Claim, StoryRecords

KILLED = "killed"
HARM = frozenset((KILLED, "injured", "shot"))
SILENT = 2
"""So many reports that are no older and know of no dead outweigh one that does; one does where that one also tells of
other events."""


def unheard_deaths(claims: Iterable[Claim], records: StoryRecords) -> dict[str, str]:
    """Claim id → why it is background: the deaths of the one report that tells of any; only for events of a moment, as
    a flood's deaths are found one by one."""
    if records.event.type not in read("en", "events", Events).moments:
        return {}
    articles, lineage = records.articles, records.lineage
    harm = [c for c in claims if c.kind in HARM and (c.value.number or c.value.low or 0) > 0 and not c.voided]
    told = [c for c in harm if c.scope == "event" and not c.negated and not c.earlier]
    dead = [c for c in told if c.kind == KILLED]
    origin = {a: o.id for o in lineage.origins for a in o.articles}
    voices = {origin.get(c.span.article, c.span.article) for c in dead}
    if len(voices) != 1:
        return {}
    day = {a.id: a.published or "" for a in articles}
    since = min(day.get(c.span.article, "") for c in dead)
    silent = _silent(told, voices, origin, day, since) if since else set()
    roundup = any(c.scope == "background" for c in harm if c.span.article in {d.span.article for d in dead})
    if len(silent) < (1 if roundup else SILENT):
        return {}
    return {c.id: "another event's dead: the other reports tell who was hurt and know of none" for c in dead}


def _silent(
    told: Iterable[Claim], voices: set[str], origin: Mapping[str, str], day: Mapping[str, str], since: str
) -> set[str]:
    """The origins that tell of people hurt and of no dead, and are no older than the report of the dead."""
    days: dict[str, str] = defaultdict(str)
    for c in told:
        voice = origin.get(c.span.article, c.span.article)
        if voice not in voices:
            days[voice] = max(days[voice], day.get(c.span.article, ""))
    return {voice for voice, last in days.items() if last >= since}
