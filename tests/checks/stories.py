"""Small made-up stories as records: texts, and what extraction and lineage would have found in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from variorum.model import (
    AgencyMention,
    Article,
    Claim,
    Derivation,
    Entity,
    Event,
    EventPlace,
    Extraction,
    Lineage,
    Mention,
    Modifier,
    Origin,
    Quantity,
    Quotation,
    Relation,
    Section,
    Source,
    Span,
    Story,
    StoryRecords,
    TimeMention,
    Value,
)
from variorum.text.sentences import sentences

MODIFIERS: dict[str, Modifier] = {"≥": "at least", ">": "more than", "≤": "up to", "~": "about"}


@dataclass
class Draft:
    """A story under construction; articles are named, and every record is given by words of its article."""

    articles: dict[str, Article] = field(default_factory=dict)
    claims: dict[str, list[Claim]] = field(default_factory=dict)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    quotations: dict[str, list[Quotation]] = field(default_factory=dict)
    quantities: dict[str, list[Quantity]] = field(default_factory=dict)
    times: dict[str, list[TimeMention]] = field(default_factory=dict)
    derivations: list[Derivation] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def text(self, name: str, text: str, *, published: str | None = None, agency: str | None = None) -> Draft:
        """Add an article; a first line without a full stop is its headline."""
        sections, place = [], 0
        for number, part in enumerate(text.split("\n")):
            if part.strip():
                headline = number == 0 and not part.rstrip().endswith((".", '"'))
                sections.append(Section("headline" if headline else "body", place, place + len(part)))
            place += len(part) + 1
        agencies = (AgencyMention(agency, "dateline"),) if agency else ()
        self.articles[name] = Article(
            id=name, text=text, published=published, agencies=agencies, sections=tuple(sections)
        )
        for store in (self.claims, self.mentions, self.quotations, self.quantities, self.times):
            store[name] = []
        return self

    def at(self, name: str, words: str) -> Span:
        """The first occurrence of `words` in the article."""
        start = self.articles[name].text.index(words)
        return self.articles[name].span(start, start + len(words))

    def claim(self, name: str, kind: str, stated: str, words: str, **fields: object) -> Draft:
        """Add a claim; `stated` is a number with an optional sign for its modifier ("≥14")."""
        modifier = MODIFIERS.get(stated[0], "exactly")
        number = int(stated.lstrip("".join(MODIFIERS)))
        source = fields.pop("source", None)
        attribution = (Source(name=str(source)),) if source else ()
        span = self.at(name, words)
        section = self.articles[name].section_at(span.start)
        claim = Claim(
            id=f"c-{name}-{len(self.claims[name])}",
            kind=kind,
            value=Value(stated, number, number, None if modifier in ("at least", "more than") else number, modifier),
            unit="people",
            span=span,
            section=section.kind if section else "body",
            attribution=attribution,
            **fields,  # type: ignore[arg-type]
        )
        self.claims[name].append(claim)
        return self

    def amount(self, name: str, number: float, words: str, unit: str | None = None, sign: str = "") -> Draft:
        """Add the quantity of these words; `sign` is that of its modifier."""
        modifier = MODIFIERS.get(sign, "exactly")
        low = None if modifier in ("up to", "less than") else number
        high = None if modifier in ("at least", "more than") else number
        value = Value(words, number, low, high, modifier)
        self.quantities[name].append(Quantity(span=self.at(name, words), value=value, unit=unit))
        return self

    def time(self, name: str, words: str, day: str) -> Draft:
        """Add a time expression that means one day."""
        self.times[name].append(TimeMention(span=self.at(name, words), start=day, end=day))
        return self

    def quote(self, name: str, words: str, speaker: str | None) -> Draft:
        """Add the quotation of these words."""
        source = Source(name=speaker) if speaker else None
        self.quotations[name].append(Quotation(span=self.at(name, words), kind="direct", speaker=source))
        return self

    def mention(self, name: str, words: str, type_: str = "person") -> Draft:
        """Add every occurrence of a name."""
        for match in re.finditer(re.escape(words), self.articles[name].text):
            span = self.articles[name].span(*match.span())
            self.mentions[name].append(Mention(span=span, type=type_, name=words))  # type: ignore[arg-type]
        return self

    def made(self, derived: str, source: str, relation: Relation = "rewrite") -> Draft:
        """Say that one article was made from another."""
        self.derivations.append(
            Derivation(derived=derived, source=source, relation=relation, coverage=0.8, confidence=0.9)
        )
        return self

    def records(self, *, place: str = "Ostrava") -> StoryRecords:
        """The finished story; articles that were made from each other are one origin."""
        names = sorted(self.articles, key=lambda n: (self.articles[n].published or "9999", n))
        extractions = tuple(self._extraction(n) for n in names)
        return StoryRecords(
            story=Story(id="s-1", articles=tuple(sorted(names))),
            articles=tuple(self.articles[n] for n in names),
            extractions=extractions,
            lineage=Lineage(tuple(self.derivations), self._origins(names)),
            entities=tuple(self.entities),
            event=Event(place=EventPlace(place)),
            claims=tuple(c for e in extractions for c in e.claims),
        )

    def _extraction(self, name: str) -> Extraction:
        article = self.articles[name]
        return Extraction(
            article=name,
            sentences=tuple(article.span(a, b) for a, b in sentences(article.text)),
            mentions=tuple(self.mentions[name]),
            times=tuple(self.times[name]),
            quantities=tuple(self.quantities[name]),
            quotations=tuple(self.quotations[name]),
            claims=tuple(self.claims[name]),
        )

    def _origins(self, names: list[str]) -> tuple[Origin, ...]:
        head = {n: n for n in names}
        for derivation in self.derivations:
            old, new = head[derivation.derived], head[derivation.source]
            head = {n: new if h == old else h for n, h in head.items()}
        return tuple(Origin(f"o-{h}", h, tuple(n for n in names if head[n] == h)) for h in sorted(set(head.values())))


WIRE = "\n".join(
    (
        "Gas blast wrecks flats in Ostrava",
        "A gas explosion tore through a block of flats in southern Ostrava on Monday, killing at least "
        "14 tenants and injuring 37, the fire brigade said.",
        "Thirty-one lodgers were dragged from the cellar by neighbours with ladders.",
        "The district gasworks said in a letter to the council that no leak had been reported in the "
        "building before the accident.",
        '"The stairwell was gone and we climbed down the drainpipe," said Hana Vrbova, a seamstress on '
        'the fourth floor. "My cat went first."',
        '"Nobody should light a match in that street," deputy commander Karel Zednik told a news '
        'conference. "We smelled it from the bakery."',
        "Mayor Libuse Horakova promised hotel rooms for 120 families.",
        "Tenants reckon that 900 marchers joined Thursday's vigil. Police counted 300 marchers.",
        "The boiler, fitted in 1994, had passed its inspection in the spring.",
    )
)
