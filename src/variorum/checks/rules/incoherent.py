"""A passage that no source explains and no reader can: what automatic rewriting leaves behind.

Three marks, each of which good writing hardly ever has:
a sentence without names or numbers whose rare words come from distant passages of its source, and no passage gives
it more than a word or two; "X such as Y" where X and Y stand together nowhere else in the story; one number set
twice in a clause together with one more word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from variorum.checks.base import cite, found
from variorum.checks.desk import Desk, Link
from variorum.checks.line import Line, at
from variorum.model import Discrepancy
from variorum.text.words import Word


def incoherent(desk: Desk) -> Iterator[Discrepancy]:
    """At most one report per sentence."""
    for link in desk.remade:
        if link.translated or link.coverage < MADE:
            continue
        whole = link.relation == "rewrite" and len(desk.lines(link.source)) <= LONGEST
        alone = whole and sum(other.derived == link.derived for other in desk.links) == 1
        for line in desk.lines(link.derived):
            if alone:  # a compilation's and an excerpt's summaries draw on distant passages by nature
                yield from _salad(desk, link, line)
            yield from _kinds(desk, link, line)
    for article in desk.order:
        for line in desk.lines(article):
            if MARKUP.search(line.span.text) is None and _repeated(desk, line.span.text):
                yield from _echo(line)


def _salad(desk: Desk, link: Link, line: Line) -> Iterator[Discrepancy]:
    """Rare words of the source thrown together."""
    if line.kind == "headline" or len(line.keys) < SHORTEST or any(w.name or w.number for w in line.words):
        return
    if _quoted(desk, line) or _named(desk, line):
        return
    homes = _homes(desk, link, line)
    places = sorted(set(homes.values()))
    if len(homes) < max(3, KNOWN * len(line.keys)) or len(places) < 2 or places[-1] - places[0] < DISTANT:
        return
    made = desk.descendants(link.derived)
    most = max((len(line.keys & s.keys) for a in desk.order if a not in made for s in desk.lines(a)), default=0)
    if most <= max(2, len(line.keys) / 3):
        lines = desk.lines(link.source)
        yield found(
            "incoherent",
            "warning",
            (line.span,),
            f"no source explains {cite(line.span)}",
            (
                f"its words stand apart in {link.source}: " + "; ".join(cite(lines[p].span) for p in places),
                f"no sentence of any report has more than {most} of its {len(line.keys)} content words",
            ),
        )


LONGEST = 50
MADE = 0.5
SHORTEST = 5
RARE = 2
KNOWN = 0.34
DISTANT = 3
"""Sentences of a source in which words can be rare: a longer one has every word somewhere. Share of the article
that the source explains; content words of a sentence that can tell; sentences of the source in
which a rare word stands; share of the words that must be such; sentences between the first and the last of them."""


def _homes(desk: Desk, link: Link, line: Line) -> dict[str, int]:
    """Per rare content word of the source in this sentence: where the source first has it."""
    out: dict[str, int] = {}
    lines = desk.lines(link.source)
    for key in sorted(line.keys):
        spots = [i for i, s in enumerate(lines) if key in s.keys]
        if 0 < len(spots) <= RARE:
            out[key] = spots[0]
    return out


def _quoted(desk: Desk, line: Line) -> bool:
    if any(q.span.overlaps(line.span) for q in desk.quotations(line.span.article)):
        return True
    extraction = desk.extractions.get(line.span.article)
    said = (s for a in extraction.attributions if a.source for s in a.content) if extraction else iter(())
    return any(line.span.overlaps(s) for s in said)


def _named(desk: Desk, line: Line) -> bool:
    """Whether the sentence names somebody or some place, at its beginning too."""
    extraction = desk.extractions.get(line.span.article)
    return any(line.span.overlaps(m.span) for m in extraction.mentions) if extraction else False


def _kinds(desk: Desk, link: Link, line: Line) -> Iterator[Discrepancy]:
    """ "X such as Y" of a story in which X and Y have nothing to do with each other."""
    for place in range(1, len(line.words) - 2):
        if line.words[place].plain != "such" or line.words[place + 1].plain != "as":
            continue
        above, below = line.words[place - 1], _noun(line, place + 2)
        if above.key and below is not None and _strange(desk, link, above.key, below.key):
            span = at(line, above.start, below.end)
            yield found(
                "incoherent",
                "warning",
                (span,),
                f"no report explains {cite(span)}",
                (f'"{above.plain}" and "{below.plain}" stand together in no other report',),
            )


def _noun(line: Line, place: int) -> Word | None:
    """The last content word of the run that begins here."""
    run: list[Word] = []
    for word in line.words[place : place + 4]:
        between = line.span.text[(run[-1].end if run else word.start) - line.span.start : word.start - line.span.start]
        if not word.key or between.strip():
            break
        run.append(word)
    return run[-1] if run else None


def _strange(desk: Desk, link: Link, above: str, below: str) -> bool:
    """Whether the source has both words, and no text from elsewhere has them in one sentence or two that follow."""
    made = desk.descendants(link.derived)
    source = desk.lines(link.source)
    if not all(any(k in s.keys for s in source) for k in (above, below)):
        return False
    others = (desk.lines(a) for a in desk.order if a not in made)
    return not any(
        above in x.keys | y.keys and below in x.keys | y.keys
        for o in others
        for x, y in zip(o, (*o[1:], *o[-1:]), strict=False)
    )


def _echo(line: Line) -> Iterator[Discrepancy]:
    """ "… hitting 30 people in its 30 hits": number and word both come twice, and not as a parallel."""
    words = line.words
    for i, one in enumerate(words):
        for j in range(i + 2, min(len(words), i + ECHO)):
            if _big(one) and words[j].key == one.key and _repeats(words, i, j) and not _aged(line, words[j]):
                start, end = words[max(0, i - 2)].start, words[min(len(words) - 1, j + 1)].end
                span = at(line, start, end)
                yield found(
                    "incoherent",
                    "warning",
                    (span,),
                    f"{one.plain} stands twice in {cite(span)}",
                    (f"{span.article} repeats the number with one more word, for two different things",),
                )
                return


def _repeated(desk: Desk, text: str) -> bool:
    """Whether a number may come twice: two runs of digits are the same, or one is written in words."""
    runs = [re.sub(r"\D", "", m) for m in DIGITS.findall(text)]
    if len(set(runs)) < len(runs):
        return True
    lower = text.lower()
    return any(word in lower for word in desk.once(_spelled))


MARKUP = re.compile(r"[_|{}<>]|https?:")
"""What pages leave in a text: not written by anybody."""

DIGITS = re.compile(r"[0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3})+(?![0-9])|[0-9]{2,}")


def _spelled(desk: Desk) -> tuple[str, ...]:
    return tuple(word for word, value in desk.wording.numbers.items() if value > SMALL)


def _aged(line: Line, word: Word) -> bool:
    """Whether the number is somebody's age, between two commas."""
    text, start = line.span.text, line.span.start
    return text[: word.start - start].rstrip().endswith(",") and text[word.end - start :].lstrip().startswith(",")


SMALL = 12
"""Numbers up to a dozen come twice by chance."""

ECHO = 9
"""Words between which a number does not come twice in good writing."""


def _big(word: Word) -> bool:
    value = int(word.key[1:]) if word.number and word.key[1:].isdigit() else 0
    return value > SMALL and not 1900 <= value <= 2100


def _repeats(words: tuple[Word, ...], i: int, j: int) -> bool:
    """Whether the second number counts what the clause named before the first, and the first something else."""
    first, second = (next((w.key for w in words[k + 1 : k + 3] if w.key), "") for k in (i, j))
    before = {w.key for w in words[max(0, i - 4) : i] if w.key and not w.number}
    return bool(second) and first != second and second in before
