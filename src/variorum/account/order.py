"""The order in which an account lists its records: the same whatever order the stages found them in."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from variorum.model import Article, Claim, Derivation, Discrepancy, Entity, Figure, Lineage, Origin, Quote, Span

FIRST_KINDS = (
    "killed",
    "injured",
    "missing",
    "hospitalised",
    "trapped",
    "rescued",
    "evacuated",
    "displaced",
    "detained",
)
"""What an editor asks for first; every other kind follows in alphabetical order."""

SEVERITIES = ("error", "warning", "info")

Place = tuple[int, int, int]
"""(index of the article, start, end): where a record stands in the story."""


class Order:
    """Sort keys for one story: articles by date then id, everything else by where its evidence stands."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.articles = tuple(sorted(articles, key=lambda a: (a.published or "9999", a.id)))
        self._index = {a.id: i for i, a in enumerate(self.articles)}

    def place(self, span: Span) -> Place:
        """Where a span stands; spans of unknown articles come last."""
        return self.index(span.article), span.start, span.end

    def index(self, article: str) -> int:
        """The article's position in the story."""
        return self._index.get(article, len(self._index))

    def first(self, spans: Iterable[Span]) -> Place:
        """The first place of several spans; records without evidence come last."""
        return min(map(self.place, spans), default=(len(self._index) + 1, 0, 0))

    def claims(self, claims: Iterable[Claim]) -> tuple[Claim, ...]:
        """By article and place in it."""
        return tuple(sorted(claims, key=lambda c: (self.place(c.span), c.kind, c.id)))

    def origins(self, origins: Iterable[Origin]) -> tuple[Origin, ...]:
        """By the origin's earliest article; its articles in story order."""
        ordered = (Origin(o.id, o.label, tuple(sorted(o.articles, key=self.index))) for o in origins)
        return tuple(sorted(ordered, key=lambda o: (min(map(self.index, o.articles), default=-1), o.id)))

    def lineage(self, lineage: Lineage) -> tuple[Derivation, ...]:
        """By derived article, then source."""
        return tuple(sorted(lineage.derivations, key=lambda d: (self.index(d.derived), self.index(d.source))))

    def figures(self, figures: Iterable[Figure], place: str | None = None) -> tuple[Figure, ...]:
        """The event's before the background's, by kind, the whole before its subsets, the event's `place` before
        others, the better attested before the less, and the higher before the lower."""
        return tuple(sorted(figures, key=lambda f: _figure_key(f, place)))

    def quotes(self, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
        """By first rendering, and each quote's renderings by place."""
        ordered = (replace(q, variants=tuple(sorted(q.variants, key=lambda v: self.place(v.span)))) for q in quotes)
        return tuple(sorted(ordered, key=lambda q: (self.first(v.span for v in q.variants), q.id)))

    def entities(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The most mentioned first."""
        return tuple(sorted(entities, key=lambda e: (-len(e.mentions), self.first(e.mentions), e.id)))

    def discrepancies(self, discrepancies: Iterable[Discrepancy]) -> tuple[Discrepancy, ...]:
        """Errors before warnings before information, then by place."""
        return tuple(
            sorted(discrepancies, key=lambda d: (SEVERITIES.index(d.severity), self.first(d.spans[:1]), d.type, d.id))
        )


def _figure_key(figure: Figure, place: str | None) -> tuple[object, ...]:
    rank = FIRST_KINDS.index(figure.kind) if figure.kind in FIRST_KINDS else len(FIRST_KINDS)
    elsewhere = figure.place is not None and figure.place != place and not _takes_in(figure.place, place)
    attested = len(figure.readings) + len(figure.superseded)
    main = (figure.scope != "event", rank, figure.kind, figure.subset is not None, elsewhere, -attested)
    return (*main, -(figure.best or 0), figure.subset or "", figure.place or "", figure.id)


def _takes_in(region: str, place: str | None) -> bool:
    """Whether the region is called after the event's town and so holds it ("Larkhaven province")."""
    return place is not None and region.casefold().startswith(f"{place.casefold()} ")
