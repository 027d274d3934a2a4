"""Which agencies and outlets a text cites: known ones by name, unknown ones by how the text speaks of them.

Two passes: names that a credit or a telling phrase establishes as an agency ("the X news agency", "transmits X"),
then every place where an established or known name stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from msgspec import Struct

from variorum.ingest import names
from variorum.ingest.credits import Piece
from variorum.model import AgencyMention, Section, Span

_MAX_MENTIONS = 200
_CITING = ("headline", "body", "bullet", "note")
_MAX_SCANNED = 200_000
"""Characters searched; the longest articles have a tenth of it."""

_CONTEXT = 60

Region = tuple[int, int]


def cited(text: str, article: str, sections: Iterable[Section], credited: Iterable[str]) -> tuple[AgencyMention, ...]:
    """Mentions of agencies inside the story, in text order. `credited` are names its dateline or byline established."""
    regions = [(s.start, s.end) for s in sections if s.kind in _CITING and s.end <= _MAX_SCANNED]
    established = {name for name in credited if name}
    phrases = [(p, seen) for p in _phrases() if (seen := [s for s in p.signals if s in text])]
    for start, end in regions:
        for phrase, signals in phrases:
            if any(text.find(s, start, end) >= 0 for s in signals):
                established.update(_established(text, start, end, phrase))
    found = sorted(set(_occurrences(text, regions, established)))
    mentions = _without_nested(found)[:_MAX_MENTIONS]
    return tuple(
        AgencyMention(names.canonical(text[s:e]), "cited", Span(article, s, e, text[s:e])) for s, e in mentions
    )


def trailing_credit(text: str, start: int, end: int) -> Piece | None:
    """The agency that a closing "- Agency" or "(Agency)" after the last sentence names; None without one."""
    tail = max(start, end - 60)
    match = _TRAILING.search(text, tail, end)
    if match is None:
        return None
    group = 1 if match.group(1) else 2
    name = match.group(group).strip()
    if not names.all_capitalised(name) and not names.is_known(name):
        return None
    if len(name.split()) > 1 and not names.is_outlet(name) and not names.is_agency(name):
        return None
    return Piece(name, match.start(group), match.start(group) + len(name))


_TRAILING = re.compile(
    rf"(?:(?<=[.!?…][\"'”’»)])|(?<=[.!?…]))\s*(?:(?:--?|[–—/])\s*({names.NAME})|\(({names.NAME}(?:/{names.NAME})?)\))\s*\.?\s*$"
)


Need = Literal["any", "letters", "outlet"]


class _Phrase(Struct, frozen=True):
    """A phrase whose group 1 is an outlet, and how much the name itself must look like one.

    `signals`: one of these stands in every match; looking for them first costs a fraction.
    """

    pattern: re.Pattern[str]
    need: Need
    signals: tuple[str, ...]


@cache
def _phrases() -> tuple[_Phrase, ...]:
    data = names.agencies()
    name = rf"({names.NAME})"
    relay = "|".join(map(re.escape, data.relay_verbs))
    report = "|".join(map(re.escape, data.wire_verbs))
    inverted = "|".join(map(re.escape, data.inverted_verbs))
    told = "|".join(map(re.escape, data.told))
    said = ("says", "said")  # anybody's verbs: only for a name that looks like an outlet's
    by = ("according to", "citing", "cited by", "quoted by", "reported by")
    table: tuple[tuple[str, Need, Sequence[str]], ...] = (
        (rf"\b{name}\s+(?:news|press|wire)\s+(?:agency|service)\b", "any", ("agency", "service")),
        (rf"\b(?:news|press|wire)\s+agency,?\s+{name}", "any", ("agency",)),
        (rf"\b(?:{relay})\s+(?:the\s+(?:agency\s+)?)?{name}", "any", data.relay_verbs),
        (rf"\b[Tt]he\s+(?:[A-Z]\w+\s+)?agency\s+{name}", "any", ("agency",)),
        (rf"\b[Tt]he\s+{name}\s+(?:news)?agency\b", "letters", ("agency",)),
        (rf"\b(?:{told})\s+(?:the\s+)?{name}", "letters", data.told),
        (rf",\s+(?:as\s+)?{name}\s+(?:{report})\b", "letters", data.wire_verbs),
        (rf"[,”\"»]\s+(?:{inverted})\s+(?:the\s+)?{name}(?=[.,;])", "letters", data.inverted_verbs),
        (rf"[,”\"»]\s+(?:{'|'.join(said)})\s+(?:the\s+)?{name}(?=[.,;])", "outlet", said),
        (rf"\b(?:{'|'.join(by)})\s+(?:the\s+)?{name}", "outlet", by),
    )
    return tuple(_Phrase(re.compile(pattern), need, tuple(signals)) for pattern, need, signals in table)


def _established(text: str, start: int, end: int, phrase: _Phrase) -> Iterator[str]:
    for match in phrase.pattern.finditer(text, start, end):
        name = _trim(match.group(1))
        if name and _acceptable(name, phrase.need):
            yield name


def _trim(name: str) -> str:
    """Without articles, and cut before a lower-case particle that the run of capitals dragged along."""
    name = re.sub(r"^(?:The|A|An|And|But)\s+", "", name.strip(" .,;:"))
    owner, _, owned = re.sub(r"['’]s$", "", name).replace("’s ", "'s ").partition("'s ")
    name = owned if owned and names.is_outlet(owned) else owner
    return re.sub(r"\s+(?:and|of|the|de|la|del)(?:\s+.*)?$", "", name) if not names.is_outlet(name) else name


def _acceptable(name: str, need: Need) -> bool:
    if (
        name in names.agencies().not_agencies
        or name.lower() in names.agencies().leads
        or names.is_adjective(name)
        or len(name) < 2
    ):
        return False
    if need == "any" or names.is_outlet(name):
        return True
    return need == "letters" and names.is_acronym(name) and len(name) > 2


@cache
def _known_pattern() -> re.Pattern[str]:
    return _alternatives(names.known())


def _alternatives(listed: Iterable[str]) -> re.Pattern[str]:
    """Any of the names as whole words, the longest first. By first letter, so that `re` skips to these letters."""
    groups: dict[str, list[str]] = {}
    for name in sorted(listed, key=lambda n: (-len(n), n)):
        groups.setdefault(name[0], []).append(name[1:])
    branches = (
        rf"{re.escape(first)}(?<![\w'’-]{re.escape(first)})(?:{'|'.join(map(re.escape, rests))})"
        for first, rests in sorted(groups.items())
    )
    return re.compile(rf"(?:{'|'.join(branches)})(?![\w-])")


def _occurrences(text: str, regions: list[Region], established: set[str]) -> Iterator[Region]:
    ambiguous = set(names.agencies().ambiguous)
    extra = sorted((n for n in established if n not in names.known()), key=lambda n: (-len(n), n))
    patterns = [_known_pattern()]
    if extra:
        patterns.append(_alternatives(extra[:50]))
    for start, end in regions:
        for pattern in patterns:
            for match in pattern.finditer(text, start, end):
                name = match.group()
                if (name not in ambiguous or name in established or _in_context(text, match)) and not _is_part(
                    text, match
                ):
                    yield match.start(), match.end()


@cache
def _context_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = names.agencies()
    before = "|".join(map(re.escape, (*data.told, *data.citing, *data.relay_verbs, "agency", "newspaper", "magazine")))
    after = "|".join(map(re.escape, (*data.report_verbs, *data.relay_verbs, "news agency", "newspaper")))
    return re.compile(rf"\b(?:{before})\s+(?:the\s+)?$"), re.compile(rf",?\s+(?:{after})\b")


def _in_context(text: str, match: re.Match[str]) -> bool:
    before, after = _context_patterns()
    left = text[max(0, match.start() - _CONTEXT) : match.start()]
    return bool(before.search(left) or after.match(text, match.end()))


def _is_part(text: str, match: re.Match[str]) -> bool:
    """ "Michael Bloomberg", "the Hillside Daily Mirror": a name right after another capitalised word is only a part."""
    if match.group().isupper() or (" " not in match.group() and match.start() == 0):
        return False
    left = re.search(rf"({names.UPPER}[\w'’]+)[ \t]$", text[max(0, match.start() - 25) : match.start()])
    if left is None or names.is_adjective(left.group(1)):
        return False
    return left.group(1).lower() not in names.agencies().leads


def _without_nested(found: list[Region]) -> list[Region]:
    """Of overlapping mentions, the longer."""
    kept: list[Region] = []
    for start, end in sorted(found, key=lambda r: (r[0], -r[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
