"""Builds small stories of claims for the tests: texts are filler, numbers and lines of reporting are what counts."""

from __future__ import annotations

from variorum.kinds.base import Kind
from variorum.model import (
    AgencyMention,
    Article,
    Claim,
    Derivation,
    Event,
    EventPlace,
    Extraction,
    Lineage,
    Modifier,
    Number,
    Origin,
    Quote,
    QuoteVariant,
    Relation,
    Scope,
    Source,
    Story,
    StoryRecords,
    Value,
)

PLACE = "Larkhaven"
KINDS = {
    "killed": Kind(name="killed", label="killed", unit="people", people=True),
    "missing": Kind(name="missing", label="missing", unit="people", course="changes", people=True),
    "fires": Kind(name="fires", label="fires", unit="fires"),
}


def value(
    number: Number | None, modifier: Modifier = "exactly", *, low: Number | None = None, high: Number | None = None
) -> Value:
    """A value with the bounds its words allow; `dozens` and ranges give theirs."""
    if number is None:
        return Value("dozens" if high is None else f"{low} to {high}", None, low, high, modifier)
    ends: dict[str, tuple[Number | None, Number | None]] = {
        "at least": (number, None),
        "more than": (number + 1, None),
        "up to": (0, number),
        "less than": (0, number - 1),
    }
    return Value(f"{modifier} {number}", number, *ends.get(modifier, (number, number)), modifier)


class Draft:
    """Collects articles, claims and edges, then makes the records."""

    def __init__(self, place: str | None = PLACE) -> None:
        self.place = place
        self.articles: list[Article] = []
        self.claims: dict[str, list[Claim]] = {}
        self.edges: list[Derivation] = []
        self.origins: dict[str, str] = {}
        self.quotes: list[Quote] = []

    def article(self, name: str, day: str | None, *, origin: str | None = None, agency: str | None = None) -> str:
        """An article `name` of the day; of its own origin if none is named."""
        id_ = f"a-{name}"
        credit = (AgencyMention(agency, "dateline"),) if agency else ()
        self.articles.append(Article(id=id_, text="." * 400, published=day, agencies=credit))
        self.claims[id_] = []
        self.origins[id_] = origin or name
        return id_

    def claim(
        self,
        article: str,
        number: Number | None,
        modifier: Modifier = "exactly",
        *,
        kind: str = "killed",
        low: Number | None = None,
        high: Number | None = None,
        by: str | None = None,
        scope: Scope = "event",
        section: str = "body",
        place: str | None = None,
        subset: str | None = None,
        exclusive_of: str | None = None,
        earlier: bool = False,
        voided: bool = False,
        negated: bool = False,
        partial: bool = False,
        increment: bool = False,
        hedged: bool = False,
    ) -> str:
        """A claim after the ones that the article has; its id."""
        at = len(self.claims[article]) * 5
        id_ = f"c-{article}-{len(self.claims[article])}"
        text = next(a for a in self.articles if a.id == article)
        found = Claim(
            id=id_,
            kind=kind,
            value=value(number, modifier, low=low, high=high),
            unit=KINDS[kind].unit if kind in KINDS else "people",
            span=text.span(at, at + 4),
            attribution=(Source(name=by),) if by else (),
            scope=scope,
            section=section,
            place=place,
            subset=subset,
            exclusive_of=exclusive_of,
            earlier=earlier,
            voided=voided,
            negated=negated,
            partial=partial,
            increment=increment,
            hedged=hedged,
        )
        self.claims[article].append(found)
        return id_

    def edge(self, derived: str, source: str, relation: Relation = "rewrite", coverage: float = 0.8) -> None:
        """`derived` was made from `source`."""
        self.edges.append(
            Derivation(derived=derived, source=source, relation=relation, coverage=coverage, confidence=0.9)
        )

    def misquoted(self, article: str) -> None:
        """The article's last claim stands in a quotation whose words are not its source's."""
        span = self.claims[article][-1].span
        variant = QuoteVariant(text=span.text, kind="direct", speaker="mayor", span=span, drift="altered")
        self.quotes.append(Quote(id=f"q-{article}-{span.start}", speaker="mayor", variants=(variant,)))

    def records(self) -> StoryRecords:
        """The story."""
        names = sorted(set(self.origins.values()))
        origins = tuple(Origin(f"o-{n}", n, tuple(sorted(a for a, o in self.origins.items() if o == n))) for n in names)
        return StoryRecords(
            story=Story(id="s-1", articles=tuple(sorted(a.id for a in self.articles))),
            articles=tuple(self.articles),
            extractions=tuple(Extraction(article=a.id, claims=tuple(self.claims[a.id])) for a in self.articles),
            lineage=Lineage(tuple(self.edges), origins),
            event=Event(place=EventPlace(self.place) if self.place else None),
            claims=tuple(c for a in self.articles for c in self.claims[a.id]),
            quotes=tuple(self.quotes),
        )
