"""Claims as readings: each with its line, its day, and what it repeats or distorts."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from variorum.lang import subsets
from variorum.model import Claim, Derivation, StoryRecords
from variorum.reconcile.lines import Lines
from variorum.reconcile.values import repeats, same_number, size

LOOSE = 0.5
"""Share of its words up to which a rewrite tells mostly what it found out itself."""


class Reading(Struct, frozen=True, kw_only=True):
    """A claim and its standing.

    `root`: the claim it repeats from the text its article was made from (itself otherwise); line, place and subset
    are the root's. `as_of`: the day of the facts. `distorted`, `taken_back`: why it is out, or empty. `derived`: the
    value is a sum or a rest that the article does not state.
    """

    claim: Claim
    root: Claim
    origin: str
    as_of: str | None
    place: str | None = None
    subset: str | None = None
    distorted: str = ""
    taken_back: str = ""
    derived: bool = False

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def article(self) -> str:
        """The article of the claim."""
        return self.claim.span.article

    @property
    def echo(self) -> bool:
        """Whether the claim only repeats another article's."""
        return self.root.id != self.claim.id

    @property
    def stands(self) -> bool:
        """Whether the claim states a count by itself, that holds as far as its report says."""
        claim = self.claim
        idle = claim.increment or claim.earlier or claim.negated or self.taken_back or self.distorted
        return not idle and claim.exclusive_of is None


def read(records: StoryRecords, lines: Lines) -> tuple[Reading, ...]:
    """Readings of all event claims, in the order of article and place in the text."""
    roots = _Roots(lines)
    claims = [c for a in sorted(lines.claims) for c in lines.claims[a] if c.scope == "event" and c.rate is None]
    plain = [_reading(c, roots.root(c), lines) for c in claims]
    taken = _taken_back(plain, lines)
    return tuple(_judged(r, taken.get(r.id, ""), roots) for r in plain)


def _reading(claim: Claim, root: Claim, lines: Lines) -> Reading:
    article = root.span.article
    day = root.as_of or (None if root.earlier else lines.date(article))
    return Reading(
        claim=claim,
        root=root,
        origin=lines.line(root),
        as_of=day,
        place=root.place,
        subset=subsets.key(root.subset),
    )


def _judged(reading: Reading, taken: str, roots: _Roots) -> Reading:
    distorted = roots.distorted(reading.root)
    values = {f: getattr(reading, f) for f in reading.__struct_fields__}
    return Reading(**{**values, "taken_back": taken, "distorted": distorted})


class _Roots:
    """Finds, for a claim of a derived article, what it repeats or distorts."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._found: dict[str, Claim] = {}

    def root(self, claim: Claim) -> Claim:
        """The first statement of what `claim` repeats, source by source; the claim itself where it repeats none."""
        if claim.id not in self._found:
            path = [claim]
            while (above := self._above(path[-1])) is not None and above not in path:
                path.append(above)
            self._found[claim.id] = path[-1]
        return self._found[claim.id]

    def _above(self, claim: Claim) -> Claim | None:
        """The claim of the nearest source that states the same number."""
        for article in self._sources(claim.span.article):
            here = self.lines.claims.get(article, [])
            same = [c for c in here if _alike(c, claim) and _same(c, claim)]
            if same:
                return min(same, key=lambda c: (_distance(c, claim), c.span, c.id))
        return None

    def distorted(self, claim: Claim) -> str:
        """Why `claim` is a distortion of its source's count; empty when it is none."""
        edges = self.lines.made_from(claim.span.article)
        if not edges or claim.earlier or claim.voided:
            return ""
        rivals = self._rivals(claim, [d.source for d in edges]) or self._rivals(
            claim, self._sources(claim.span.article)
        )
        if not rivals or any(repeats(claim.value, c.value) and not _turned(c, claim) for c in rivals):
            return ""
        if self._supported(claim):
            return ""
        denial = next((c for c in rivals if _turned(c, claim) and same_number(c.value, claim.value)), None)
        if denial is not None:
            return f"the text it was made from ({self.lines.name(denial.span.article)}) denies this number"
        source = rivals[0]
        if self._news(claim, source) or self._grown(claim, source, edges):
            return ""
        name = self.lines.name(source.span.article)
        if _added(claim, edges):
            return (
                f"stands in a paragraph added to the text of {name}, which has {source.value.stated}, and nowhere else"
            )
        return f"the text it was made from ({name}) has {source.value.stated}, and no other report has this number"

    def _news(self, claim: Claim, source: Claim) -> bool:
        """Whether the derived text has later news: by its words the count moved on, and the source does not say so."""
        moved = self.lines.moved(claim) is not None and self.lines.moved(source) is None
        days = [self.lines.articles[c.span.article].published for c in (claim, source)]
        return moved and not (days[0] and days[1] and days[0] < days[1])

    def _grown(self, claim: Claim, source: Claim, edges: Iterable[Derivation]) -> bool:
        """Whether a report of a later day that took less than half its words from the source counts more people: it
        has news of its own."""
        days = [self.lines.articles[c.span.article].published for c in (claim, source)]
        loose = all(d.relation == "rewrite" and d.coverage < LOOSE for d in edges)
        return (
            loose
            and claim.unit == "people"
            and bool(days[0] and days[1] and days[0] > days[1])
            and (size(claim) > size(source))
        )

    def _rivals(self, claim: Claim, sources: Iterable[str]) -> list[Claim]:
        return [c for a in sources for c in self.lines.claims.get(a, []) if _alike(c, claim)]

    def _sources(self, article: str) -> list[str]:
        """What `article` repeats, nearest first: its sources that it does not update, and what those go back to."""
        direct = [d.source for d in self.lines.made_from(article)]
        further = [a for s in direct for a in self.lines.ancestors(s)]
        return list(dict.fromkeys([*direct, *further])) or self.lines.siblings(article)

    def _supported(self, claim: Claim) -> bool:
        own = self.lines.descendants(claim.span.article)
        others = (c for a in self.lines.claims if a not in own for c in self.lines.claims[a])
        return any(c.kind == claim.kind and c.scope == "event" and _same(c, claim) for c in others)


def _same(source: Claim, derived: Claim) -> bool:
    """Whether both state one number, or both deny it."""
    return same_number(source.value, derived.value) and not _turned(source, derived)


def _turned(source: Claim, derived: Claim) -> bool:
    """Whether one of the two denies a number ("denied that 80 had died") that the other states."""
    return _denied(source) != _denied(derived)


def _denied(claim: Claim) -> bool:
    return claim.negated and claim.value.number != 0


def _alike(source: Claim, derived: Claim) -> bool:
    """Whether the two could be one statement: the part counted may be renamed, but not appear or vanish."""
    same_part = (source.subset is None) == (derived.subset is None)
    same_kind = source.kind == derived.kind and source.unit == derived.unit
    return same_kind and same_part and source.scope == "event"


def _distance(source: Claim, derived: Claim) -> tuple[bool, ...]:
    """Prefer the statement with the same part, standing, section and place."""
    other_part = subsets.key(source.subset) != subsets.key(derived.subset)
    return (
        other_part,
        source.increment != derived.increment,
        source.earlier != derived.earlier,
        source.section != derived.section,
        source.negated != derived.negated,
        source.partial != derived.partial,
        source.place != derived.place,
    )


def _added(claim: Claim, edges: list[Derivation]) -> bool:
    """Whether the claim stands in a paragraph that a copy adds to its source."""
    faithful = all(d.relation in ("copy", "excerpt") and d.passages for d in edges)
    return faithful and not any(p.derived.overlaps(claim.span) for d in edges for p in d.passages)


def _taken_back(readings: Iterable[Reading], lines: Lines) -> dict[str, str]:
    """Claim id → why: the article itself takes the number back, denies it, or its line corrected it later."""
    readings = list(readings)
    out: dict[str, str] = {}
    for r in readings:
        if r.claim.voided or r.root.voided:
            out[r.id] = "the report takes this number back"
        elif r.claim.negated and r.claim.value.number != 0:
            out[r.id] = "the report denies this number"
    for correction in (r for r in readings if r.claim.voided):
        for r in readings:
            if r.id not in out and _corrects(correction, r):
                out[r.id] = f"{lines.name(correction.article)} takes it back: “{correction.claim.span.text}”"
    return out


def _corrects(correction: Reading, other: Reading) -> bool:
    """A correction reaches the same number of the same line, up to the day of the correction."""
    new, old = correction.claim, other.claim
    same = new.kind == old.kind and same_number(new.value, old.value) and correction.origin == other.origin
    part = correction.subset is None or other.subset is None or correction.subset == other.subset
    later = correction.as_of and other.as_of and other.as_of > correction.as_of
    return same and part and not later
