"""One story of an account with its look-ups: what every exporter asks again and again.

Articles carry sigla (A, B, C …) as the witnesses of a critical edition do, in the account's order (earliest first).
"""

from __future__ import annotations

import re
from collections import Counter, deque
from functools import cached_property
from pathlib import PurePath
from typing import Literal

from msgspec import Struct

from variorum.export import words
from variorum.lang.subsets import households
from variorum.model import Claim, Derivation, Figure, Origin, Span, Step
from variorum.model.account import ArticleEntry, Sentence, StoryAccount
from variorum.model.claim import Number
from variorum.text.sentences import sentences

Standing = Literal["reading", "superseded", "set aside", "background", "unused"]


_HEDGES = {"at least": "≥ ", "more than": "≥ ", "vague": "≥ ", "about": "≈ ", "up to": "≤ "}
_ARTICLE_ID = re.compile(r"\ba-[\w-]+")


class Role(Struct, frozen=True):
    """What became of a claim: its standing, in which figure, and why where a step said so."""

    standing: Standing
    figure: Figure | None = None
    why: str = ""


class StoryView:
    """Look-ups over one story; the story itself stays as it is."""

    def __init__(self, story: StoryAccount) -> None:
        self.story = story
        self.articles = {a.id: a for a in story.articles}
        self.sigla = {a.id: siglum(i) for i, a in enumerate(story.articles)}
        self.claims = {c.id: c for c in story.claims}

    @cached_property
    def _origins(self) -> dict[str, int]:
        return {a: i for i, o in enumerate(self.story.origins) for a in o.articles}

    @cached_property
    def _paths(self) -> Counter[str]:
        return Counter(a.path for a in self.story.articles if a.path)

    def ancestors(self, article: str) -> tuple[str, ...]:
        """What the article was made from, nearest first, then what that was made from."""
        found: dict[str, None] = {}
        waiting = deque([article])
        while waiting:
            for edge in self.derivations.get(waiting.popleft(), ()):
                if edge.source not in found and edge.source != article:
                    found[edge.source] = None
                    waiting.append(edge.source)
        return tuple(found)

    def siglum(self, article: str) -> str:
        """The article's letter; an unknown article keeps its id."""
        return self.sigla.get(article) or words.clip(article, 24)

    def label(self, article: str) -> str:
        """The name a reader knows the article by: publisher, else headline, else how it begins, else its file."""
        entry = self.articles.get(article)
        if entry is None:
            return words.clip(article, 40)
        named = entry.publisher or entry.title or _opening(entry) or self.file(article) or entry.source_id
        return words.brief(named or entry.id, 40)

    def subtitle(self, article: str) -> str | None:
        """What to call the article besides its label: its headline, or its file (or record) where there is none."""
        entry = self.articles.get(article)
        if entry is None:
            return None
        if entry.publisher and entry.title:
            return words.line(entry.title)
        stored = self.file(article) or entry.source_id or (PurePath(entry.path).name if entry.path else None)
        return words.line(stored) if stored and words.brief(stored, 40) != self.label(article) else None

    def file(self, article: str) -> str | None:
        """The name of the file that holds this article alone."""
        path = self.articles[article].path if article in self.articles else None
        return PurePath(path).name if path and self._paths[path] == 1 else None

    def origin_index(self, article: str) -> int | None:
        """The position of the article's origin among the story's origins."""
        return self._origins.get(article)

    def origin(self, article: str) -> Origin | None:
        """The origin that the article belongs to."""
        index = self._origins.get(article)
        return None if index is None else self.story.origins[index]

    @cached_property
    def columns(self) -> tuple[ArticleEntry, ...]:
        """The articles by origin, then in the account's order."""
        last = len(self.story.origins)
        return tuple(sorted(self.story.articles, key=lambda a: self._origins.get(a.id, last)))

    @cached_property
    def derivations(self) -> dict[str, tuple[Derivation, ...]]:
        """Per derived article, what it was made from, the largest share first."""
        found: dict[str, list[Derivation]] = {}
        for edge in self.story.lineage:
            found.setdefault(edge.derived, []).append(edge)
        return {k: tuple(sorted(v, key=lambda d: -d.coverage)) for k, v in found.items()}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of the event; the background's are listed with the claims."""
        return tuple(f for f in self.story.figures if f.scope == "event")

    @cached_property
    def principal(self) -> tuple[Figure, ...]:
        """The first figure of each kind that counts the whole, not a part, persons before families; the account lists
        the main one first."""
        found: dict[str, Figure] = {}
        for figure in self.figures:
            if figure.subset is None:
                found.setdefault(figure.kind, figure)
        for figure in self.figures:
            if households(figure.subset):
                found.setdefault(figure.kind, figure)
        return tuple(found.values()) or self.figures[:1]

    @cached_property
    def minor(self) -> tuple[Figure, ...]:
        """Figures of parts and of other places."""
        ids = {f.id for f in self.principal}
        return tuple(f for f in self.figures if f.id not in ids)

    @cached_property
    def lede(self) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
        """The account's sentences on the principal figures, and the rest."""
        ids = {f.id for f in self.principal}
        sentences = self.story.sentences
        first = tuple(s for s in sentences if s.figure is None or s.figure in ids)
        return first, tuple(s for s in sentences if s not in first)

    @cached_property
    def roles(self) -> dict[str, Role]:
        """What became of each claim."""
        found: dict[str, Role] = {}
        for figure in self.story.figures:
            for id_, role in _roles_in(figure).items():
                found.setdefault(id_, role)
        for claim in self.story.claims:
            if claim.id not in found:
                standing: Standing = "background" if claim.scope == "background" else "unused"
                found[claim.id] = Role(standing, why="; ".join(claim.why))
        return found

    def behind(self, figure: Figure) -> tuple[Claim, ...]:
        """The open readings that allow the best value; all of them where none does."""
        readings, best = self.named(figure.readings), figure.best
        if best is None:
            return readings
        allowing = tuple(c for c in readings if _allows(c, best))
        return allowing or readings

    def best(self, figure: Figure) -> str:
        """The best value with the hedge that every open reading behind it has: `≥ 42`, `≈ 300`, `≤ 5`, `42`."""
        if figure.best is None:
            return words.interval(figure.low, figure.high)
        behind = [c for c in self.named(figure.readings) if figure.best in (c.value.number, c.value.low)]
        hedges = {_HEDGES.get(c.value.modifier, "") for c in behind}
        return (hedges.pop() if len(hedges) == 1 else "") + words.number(figure.best)

    def replay(self, figure: Figure) -> tuple[tuple[Step, tuple[str, ...]], ...]:
        """The figure's steps, each with the claims it keeps that no step before it kept."""
        seen: set[str] = set()
        steps = []
        for step in figure.steps:
            steps.append((step, tuple(c for c in step.kept if c not in seen)))
            seen.update(step.kept)
        return tuple(steps)

    def set_aside(self, figure: Figure) -> tuple[Claim, ...]:
        """Claims that this figure's steps dropped without superseding them, in the account's order."""
        ids = {k for k, r in _roles_in(figure).items() if r.standing == "set aside"}
        return tuple(c for c in self.story.claims if c.id in ids)

    def named(self, ids: tuple[str, ...]) -> tuple[Claim, ...]:
        """The claims with these ids, in this order; unknown ids are left out."""
        return tuple(self.claims[i] for i in ids if i in self.claims)

    @cached_property
    def _voices(self) -> dict[str, str]:
        """A person or body of the story, or a name in small letters, to the name it goes by: of a person the story's,
        of a body the first report's."""
        found: dict[str, str] = {}
        called = {e.id: e.name for e in self.story.entities if e.type == "person"}
        for source in (c.attribution[0] for c in self.story.claims if c.attribution):
            key = source.entity or source.name.casefold()
            found.setdefault(key, called.get(source.entity or "", source.name))
        return found

    def voice(self, claim: Claim) -> str | None:
        """Whose count it is, by the story's name for them; None for the article's own voice."""
        if not claim.attribution:
            return None
        return self._voices[claim.attribution[0].entity or claim.attribution[0].name.casefold()]

    def grouped(self, claims: tuple[Claim, ...]) -> tuple[tuple[Claim, ...], ...]:
        """Claims that state the same value with the same date, source and flags together, in order of the first."""
        groups: dict[tuple[object, ...], list[Claim]] = {}
        for claim in claims:
            who = words.sources(claim)
            why = self.roles[claim.id].why
            key = (claim.as_of, claim.value.stated.casefold(), who, words.flags(claim), why)
            groups.setdefault(key, []).append(claim)
        return tuple(map(tuple, groups.values()))

    def witnesses(self, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
        """The first claim of each article, by siglum."""
        firsts: dict[str, Claim] = {}
        for claim in claims:
            firsts.setdefault(claim.span.article, claim)
        return tuple(firsts[a] for a in self.sigla if a in firsts)

    def readable(self, text: str, *, named: bool = False) -> str:
        """The text with the ids of articles replaced by their sigla, and their labels when `named`."""
        return _ARTICLE_ID.sub(lambda m: self._called(m[0], named=named), text)

    def _called(self, id_: str, *, named: bool) -> str:
        letter = self.sigla.get(id_, id_)
        return f"{letter} ({self.label(id_)})" if named and id_ in self.sigla else letter

    def context(self, span: Span, width: int = 60) -> tuple[str, str, str]:
        """The span with up to `width` characters of its article on either side, cut at words."""
        entry = self.articles.get(span.article)
        if entry is None:
            return "", span.text, ""
        before = entry.text[max(0, span.start - width) : span.start]
        after = entry.text[span.end : span.end + width]
        if span.start > width and " " in before:
            before = "… " + before.split(" ", 1)[1]
        if span.end + width < len(entry.text) and " " in after:
            after = after.rsplit(" ", 1)[0] + " …"
        return before, span.text, after


def _opening(entry: ArticleEntry) -> str | None:
    """The first words of the article's first body sentence; None where ingestion found no body."""
    body = next((s for s in entry.sections if s.kind == "body"), None)
    if body is None:
        return None
    first = next(iter(sentences(entry.text, body.start, min(body.end, body.start + LOOKED_AT))), None)
    found = entry.text[slice(*first)].split() if first else []
    if len(found) <= OPENING:
        return " ".join(found) or None
    return " ".join(found[:OPENING]).rstrip(" ,;:-–—") + "…"


OPENING, LOOKED_AT = 6, 400
"""Words that tell one article from another, and characters in which they are looked for."""


def siglum(index: int) -> str:
    """A … Z, AA … ZZ, as spreadsheets count."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _allows(claim: Claim, best: Number) -> bool:
    low, high = claim.value.low, claim.value.high
    return (low is None or low <= best) and (high is None or best <= high)


def _roles_in(figure: Figure) -> dict[str, Role]:
    """The standing of every claim this figure saw; a reading or superseded claim is never also set aside."""
    found: dict[str, Role] = {}
    why = {id_: step.why for step in figure.steps for id_ in step.dropped}
    for id_ in figure.readings:
        found[id_] = Role("reading", figure)
    for id_ in figure.superseded:
        found.setdefault(id_, Role("superseded", figure, why.get(id_, "")))
    for id_, reason in why.items():
        found.setdefault(id_, Role("set aside", figure, reason))
    return found
