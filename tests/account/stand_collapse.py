"""A hand-made story for the tests of account, export and cli: a stadium stand collapses in an invented town.

A: an agency's first text. B: a newspaper's copy of A. C: a rewrite of A with distortions. D: an independent report of
the next day with later figures. Every name, paper and agency is invented.
"""

from __future__ import annotations

from variorum.model import (
    AgencyMention,
    AlignedPassage,
    Article,
    Attribution,
    Claim,
    DateRange,
    Derivation,
    Discrepancy,
    Entity,
    Event,
    EventPlace,
    Extraction,
    Figure,
    Lineage,
    Origin,
    Quote,
    QuoteVariant,
    Section,
    Source,
    Span,
    Step,
    Story,
    StoryRecords,
    TimelinePoint,
    Value,
)

TEXTS = {
    "a-agency": (
        "Stand collapses during cup match in Ostrel\n"
        "OSTREL, May 3 (Northwire) - A temporary stand collapsed during a cup match in Ostrel on Saturday evening, "
        "killing at least six people and injuring 40, the fire service said.\n"
        "“We heard the steel scream, and then there was only dust,” fire chief Edda Vollan told Northwire.\n"
        "Vollan said on the town’s radio that two children were among the dead.\n"
        "A similar collapse in Brannick killed 31 people in 1998.\n"
    ),
    "a-copy": (
        "At least six dead as stadium stand collapses\n"
        "A temporary stand collapsed during a cup match in Ostrel on Saturday evening, "
        "killing at least six people and injuring 40, the fire service said.\n"
        "“We heard the steel scream, and then there was only dust,” fire chief Edda Vollan told Northwire.\n"
        "A similar collapse in Brannick killed 31 people in 1998.\n"
    ),
    "a-rewrite": (
        "Ostrel stadium horror: 60 hurt\n"
        "Six people were killed and 60 injured when a provisional stand gave way at a cup game in Ostrel "
        "on Saturday night.\n"
        "“We heard the crowd scream, and then there was only dust,” said mayor Edda Vollan.\n"
    ),
    "a-second": (
        "Toll in Ostrel stadium rises to nine\n"
        "The death toll of Saturday’s stand collapse in Ostrel rose to nine on Sunday, hospital director Jon Aasgard "
        "told Fjell Radio. 52 people were injured, up from 40 the night before, he said.\n"
        "“There was only dust,” said Edda Vollan, who leads the fire service.\n"
    ),
}
TITLES = {key: text.split("\n", 1)[0] for key, text in TEXTS.items()}
PUBLISHERS = {
    "a-agency": "Northwire",
    "a-copy": "Ostrel Courier",
    "a-rewrite": "Evening Flash",
    "a-second": "Fjell Radio",
}
PUBLISHED = {"a-agency": "2031-05-03", "a-copy": "2031-05-03", "a-rewrite": "2031-05-04", "a-second": "2031-05-04"}


def span(article: str, words: str, nth: int = 0) -> Span:
    """The nth place of `words` in the article."""
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[article].index(words, start + 1)
    return Span(article, start, start + len(words), words)


def article(key: str) -> Article:
    head = len(TITLES[key])
    agencies = (
        (AgencyMention("Northwire", "dateline"), AgencyMention("Northwire", "cited")) if key == "a-agency" else ()
    )
    return Article(
        id=key,
        text=TEXTS[key],
        source_id=key[2:],
        path=f"{key[2:]}.txt",
        url=f"https://example.org/{key[2:]}" if key == "a-copy" else None,
        title=TITLES[key],
        publisher=PUBLISHERS[key],
        byline=("Ana Reeve",) if key == "a-second" else (),
        agencies=agencies,
        published=PUBLISHED[key],
        sections=(Section("headline", 0, head), Section("body", head + 1, len(TEXTS[key]))),
    )


def claim(id_: str, kind: str, at: Span, value: Value, day: str, *sources: Source, **more: object) -> Claim:
    return Claim(
        id=id_, kind=kind, value=value, unit="people", span=at, as_of=day, attribution=sources, place="Ostrel", **more
    )  # type: ignore[arg-type]


def exactly(stated: str, n: int) -> Value:
    return Value(stated, n, n, n)


SIX = Value("at least six", 6, 6, None, "at least")
DAY, NEXT = "2031-05-03", "2031-05-04"


def fire(key: str) -> Source:
    return Source(name="fire service", cue=span(key, "said"), span=span(key, "the fire service"))


def claims() -> tuple[Claim, ...]:
    aasgard = Source(
        name="Jon Aasgard",
        entity="e-aasgard",
        role="hospital director",
        medium="Fjell Radio",
        cue=span("a-second", "told"),
    )
    vollan = Source(
        name="Edda Vollan", entity="e-vollan", role="fire chief", medium="radio", cue=span("a-agency", "said", 1)
    )
    return (
        claim(
            "c-k1",
            "killed",
            span("a-agency", "killing at least six people"),
            SIX,
            DAY,
            fire("a-agency"),
            why=("verb: kill",),
        ),
        claim("c-i1", "injured", span("a-agency", "injuring 40"), exactly("40", 40), DAY, fire("a-agency")),
        claim("c-ch", "killed", span("a-agency", "two children"), exactly("two", 2), DAY, vollan, subset="children"),
        claim("c-b1", "killed", span("a-agency", "killed 31 people"), exactly("31", 31), "1998", scope="background"),
        claim("c-kh", "killed", span("a-copy", "At least six dead"), SIX, DAY, section="headline"),
        claim("c-k2", "killed", span("a-copy", "killing at least six people"), SIX, DAY, fire("a-copy")),
        claim("c-i2", "injured", span("a-copy", "injuring 40"), exactly("40", 40), DAY, fire("a-copy")),
        claim("c-b2", "killed", span("a-copy", "killed 31 people"), exactly("31", 31), "1998", scope="background"),
        claim("c-ih", "injured", span("a-rewrite", "60 hurt"), exactly("60", 60), DAY, section="headline"),
        claim("c-k3", "killed", span("a-rewrite", "Six people were killed"), exactly("Six", 6), DAY),
        claim("c-i3", "injured", span("a-rewrite", "60 injured"), exactly("60", 60), DAY),
        claim("c-k4", "killed", span("a-second", "rose to nine"), exactly("nine", 9), NEXT, aasgard),
        claim("c-i4", "injured", span("a-second", "52 people were injured"), exactly("52", 52), NEXT, aasgard),
        claim("c-i5", "injured", span("a-second", "up from 40"), exactly("40", 40), DAY, aasgard, earlier=True),
    )


def lineage() -> Lineage:
    first = TEXTS["a-copy"].split("\n")[1]
    words = "We heard the steel scream, and then there was only dust"
    copy = Derivation(
        derived="a-copy",
        source="a-agency",
        relation="copy",
        coverage=0.94,
        confidence=0.99,
        passages=(
            AlignedPassage(span("a-copy", first), span("a-agency", first), 1.0),
            AlignedPassage(span("a-copy", words), span("a-agency", words), 1.0),
        ),
        why=("146 consecutive words shared", "the source carries an agency dateline"),
    )
    rewrite = Derivation(
        derived="a-rewrite",
        source="a-agency",
        relation="rewrite",
        coverage=0.61,
        confidence=0.83,
        passages=(
            AlignedPassage(
                span("a-rewrite", "We heard the crowd scream, and then there was only dust"),
                span("a-agency", words),
                0.91,
            ),
        ),
        why=("same order of facts",),
    )
    return Lineage(
        derivations=(rewrite, copy),
        origins=(
            Origin("o-fjell", "Fjell Radio", ("a-second",)),
            Origin("o-north", "Northwire", ("a-rewrite", "a-copy", "a-agency")),
        ),
    )


def figures() -> tuple[Figure, ...]:
    return (
        Figure(
            id="f-injured",
            kind="injured",
            low=52,
            best=52,
            high=52,
            policy="ucdp",
            origins=1,
            status="updated",
            place="Ostrel",
            readings=("c-i4",),
            superseded=("c-i1", "c-i2", "c-i5"),
            steps=(
                Step(
                    "collapse_lineage",
                    ("c-i1", "c-i4", "c-i5"),
                    ("c-i2", "c-i3", "c-ih"),
                    "copies and rewrites of Northwire have no vote",
                ),
                Step("supersede", ("c-i4",), ("c-i1", "c-i5"), "52 of 4 May overtakes 40 of 3 May"),
            ),
            timeline=(TimelinePoint(DAY, 40, 40, ("c-i1", "c-i2", "c-i5")), TimelinePoint(NEXT, 52, 52, ("c-i4",))),
        ),
        Figure(
            id="f-killed",
            kind="killed",
            low=9,
            best=9,
            high=9,
            policy="ucdp",
            origins=1,
            status="updated",
            place="Ostrel",
            readings=("c-k4",),
            superseded=("c-k1", "c-kh", "c-k2", "c-k3"),
            steps=(
                Step(
                    "supersede",
                    ("c-k4",),
                    ("c-k1", "c-k2", "c-kh", "c-k3"),
                    "nine of 4 May overtakes at least six of 3 May",
                ),
            ),
            timeline=(
                TimelinePoint(DAY, 6, None, ("c-k1", "c-kh", "c-k2", "c-k3")),
                TimelinePoint(NEXT, 9, 9, ("c-k4",)),
            ),
        ),
        Figure(
            id="f-children",
            kind="killed",
            subset="children",
            low=2,
            best=2,
            high=2,
            policy="ucdp",
            origins=1,
            status="single",
            place="Ostrel",
            readings=("c-ch",),
            steps=(Step("only", ("c-ch",), (), "one reading"),),
            timeline=(TimelinePoint(DAY, 2, 2, ("c-ch",)),),
        ),
    )


def quotes() -> tuple[Quote, ...]:
    full, changed = (
        "We heard the steel scream, and then there was only dust",
        "We heard the crowd scream, and then there was only dust",
    )

    def variant(key: str, text: str, cue: str, drift: str) -> QuoteVariant:
        at = span(key, text)
        return QuoteVariant(text=text, kind="direct", speaker="Edda Vollan", span=at, cue=span(key, cue), drift=drift)  # type: ignore[arg-type]

    return (
        Quote(
            id="q-dust",
            speaker="Edda Vollan",
            entity="e-vollan",
            variants=(
                variant("a-agency", full, "told", "none"),
                variant("a-copy", full, "told", "none"),
                variant("a-rewrite", changed, "said", "altered"),
                variant("a-second", "There was only dust", "said", "shortened"),
            ),
        ),
    )


def discrepancies() -> tuple[Discrepancy, ...]:
    return (
        Discrepancy(
            id="d-title",
            type="changed_title",
            severity="warning",
            spans=(span("a-rewrite", "mayor Edda Vollan"), span("a-agency", "fire chief Edda Vollan")),
            message="Evening Flash calls Edda Vollan mayor; its source says fire chief.",
            why=("“mayor” stands in no other article",),
        ),
        Discrepancy(
            id="d-figure",
            type="changed_figure",
            severity="error",
            spans=(span("a-rewrite", "60 injured"), span("a-agency", "injuring 40")),
            message="Evening Flash says 60 injured; the text it was made from says 40.",
            why=("a-rewrite was made from a-agency", "60 ≠ 40"),
        ),
    )


def attributions() -> dict[str, tuple[Attribution, ...]]:
    broken = Attribution(
        id="t-1",
        source=(span("a-second", "Edda Vollan"),),
        cue=(span("a-second", "said", 1),),
        content=(span("a-second", "There was only dust"), span("a-second", "who leads the fire service")),
        kind="direct",
        speaker=Source(name="Edda Vollan", entity="e-vollan"),
    )
    bare = Attribution(
        id="t-2",
        source=(),
        cue=(span("a-agency", "said", 1),),
        content=(span("a-agency", "two children"),),
        kind="indirect",
    )
    return {"a-second": (broken,), "a-agency": (bare,)}


def entities() -> tuple[Entity, ...]:
    keys = ("a-agency", "a-copy", "a-rewrite", "a-second")
    return (
        Entity(
            id="e-aasgard",
            type="person",
            name="Jon Aasgard",
            names=("Jon Aasgard",),
            mentions=(span("a-second", "Jon Aasgard"),),
        ),
        Entity(
            id="e-vollan",
            type="person",
            name="Edda Vollan",
            names=("Edda Vollan", "Vollan"),
            mentions=tuple(span(k, "Edda Vollan") for k in keys),
            roles=("fire chief",),
        ),
        Entity(
            id="e-ostrel",
            type="place",
            name="Ostrel",
            names=("Ostrel",),
            mentions=tuple(span(k, "Ostrel") for k in keys if k != "a-copy"),
            lat=61.5,
            lon=7.25,
            country="NO",
        ),
    )


def records() -> StoryRecords:
    """The story as the account stage gets it, in an order of no meaning."""
    keys = tuple(sorted(TEXTS, key=lambda k: (PUBLISHED[k], k)))
    found = attributions()
    return StoryRecords(
        story=Story(id="s-stand", articles=tuple(sorted(TEXTS))),
        articles=tuple(map(article, keys)),
        extractions=tuple(Extraction(article=k, attributions=found.get(k, ())) for k in keys),
        lineage=lineage(),
        entities=entities(),
        event=Event("accident", DateRange(DAY, DAY), EventPlace("Ostrel", "NO", 61.5, 7.25, "city")),
        claims=claims(),
        quotes=quotes(),
        figures=figures(),
        discrepancies=discrepancies(),
    )
