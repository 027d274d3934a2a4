"""What is another event's, and what is this one's after all, seen over a story's reports."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from variorum.align.claims import align
from variorum.model import (
    ANOTHER_TIME,
    Article,
    Claim,
    DateRange,
    Event,
    Extraction,
    Lineage,
    Origin,
    Span,
    Story,
    StoryRecords,
    TimeMention,
    Value,
)

DAY = "2031-05-06"


class Drafts:
    """Reports of one story: each a text, its day, the days its words name, and what it counts."""

    def __init__(self, event: str | None = "shooting") -> None:
        self.event = event
        self.articles: list[Article] = []
        self.extractions: list[Extraction] = []

    def report(
        self,
        text: str,
        *counts: tuple[str, str, int],
        day: str = DAY,
        times: Iterable[tuple[str, str, str]] = (),
        background: Iterable[str] = (),
        why: str = "",
    ) -> None:
        """`counts`: kind, words, number; `times`: words, first and last day; `background`: words that are so."""
        name = f"a{len(self.articles)}"
        claims = []
        for kind, words, number in counts:
            claim = Claim(
                id=f"{name}-{words}",
                kind=kind,
                value=Value(str(number), number, number, number),
                unit="people",
                span=_span(name, text, words),
                person=words if number == 1 else None,
            )
            aside = words in background
            claims.append(msgspec.structs.replace(claim, scope="background", why=(why,)) if aside else claim)
        self.articles.append(Article(id=name, text=text, published=day))
        self.extractions.append(
            Extraction(
                article=name,
                sentences=tuple(_span(name, text, s) for p in text.split("\n") for s in _sentences(p)),
                times=tuple(_time(name, text, *t) for t in times),
                claims=tuple(claims),
            )
        )

    def scopes(self) -> dict[str, str]:
        """The scope of each claim after alignment, by its words."""
        records = StoryRecords(
            story=Story(id="s", articles=tuple(a.id for a in self.articles)),
            articles=tuple(self.articles),
            extractions=tuple(self.extractions),
            lineage=Lineage(origins=tuple(Origin(f"o-{a.id}", a.id, (a.id,)) for a in self.articles)),
            event=Event(type=self.event, date=DateRange(DAY, DAY)),
        )
        return {c.id: c.scope for c in align(records)}


def _sentences(paragraph: str) -> list[str]:
    return [f"{s}." for s in paragraph.rstrip(".").split(". ")] if paragraph else []


def _span(article: str, text: str, words: str) -> Span:
    start = text.index(words)
    return Span(article, start, start + len(words), words)


def _time(article: str, text: str, words: str, start: str, end: str) -> TimeMention:
    length = "day" if start == end else "month"
    return TimeMention(span=_span(article, text, words), start=start, end=end, precision=length)  # type: ignore[arg-type]


ONLY_HURT = "Three guests were hurt when shots were fired at a wedding in Lowmere."


def test_deaths_that_only_a_round_up_tells_of_are_another_events() -> None:
    drafts = Drafts()
    drafts.report(ONLY_HURT, ("injured", "Three guests", 3))
    drafts.report(
        "Nine were shot over the weekend. Three guests were hurt at a wedding. A baker was shot dead in Harl.",
        ("shot", "Nine", 9),
        ("injured", "Three guests", 3),
        ("killed", "A baker", 1),
        background=["Nine"],
    )
    assert drafts.scopes()["a1-A baker"] == "background"
    assert drafts.scopes()["a1-Three guests"] == "event"


def test_a_death_that_a_later_report_tells_of_stands() -> None:
    drafts = Drafts()
    drafts.report(ONLY_HURT, ("injured", "Three guests", 3))
    drafts.report("A photographer had seen it. Three guests were hurt.", ("injured", "Three guests", 3))
    drafts.report("One of them, Ana Bel, died.", ("killed", "Ana Bel", 1), day="2031-05-08")
    assert drafts.scopes()["a2-Ana Bel"] == "event"


def test_one_silent_report_does_not_outweigh_a_death_told_in_a_report_of_one_event() -> None:
    drafts = Drafts()
    drafts.report(ONLY_HURT, ("injured", "Three guests", 3))
    drafts.report("Ana Bel was shot dead at a wedding.", ("killed", "Ana Bel", 1))
    assert drafts.scopes()["a1-Ana Bel"] == "event"


NAMED_DAYS = [("on Tuesday", DAY, DAY), ("on Saturday", "2031-05-03", "2031-05-03")]


def test_harm_of_another_day_is_another_events() -> None:
    drafts = Drafts()
    drafts.report(
        "Two clerks were shot on Tuesday. A waiter was shot at the port on Saturday. A nurse was hurt there.",
        ("shot", "Two clerks", 2),
        ("injured", "A waiter", 1),
        ("injured", "A nurse", 1),
        times=NAMED_DAYS,
    )
    found = drafts.scopes()
    assert (found["a0-Two clerks"], found["a0-A waiter"], found["a0-A nurse"]) == ("event", "background", "background")


def test_a_paragraph_of_its_own_is_not_of_the_day_before_it() -> None:
    drafts = Drafts()
    drafts.report(
        "Two clerks were shot on Tuesday. A waiter was shot at the port on Saturday.\nA nurse was hurt there.",
        ("shot", "Two clerks", 2),
        ("injured", "A waiter", 1),
        ("injured", "A nurse", 1),
        times=NAMED_DAYS,
    )
    assert drafts.scopes()["a0-A nurse"] == "event"


def test_a_day_on_which_somebody_says_so_or_a_victim_dies_is_no_other_event() -> None:
    drafts = Drafts()
    friday = ("Friday", "2031-05-09", "2031-05-09")
    drafts.report(
        "Two clerks were shot on Tuesday. A waiter was hurt too, police said Friday.",
        ("shot", "Two clerks", 2),
        ("injured", "A waiter", 1),
        times=[NAMED_DAYS[0], friday],
        day="2031-05-10",
    )
    drafts.report(
        "Two clerks were shot on Tuesday. Ana Bel died Friday.",
        ("shot", "Two clerks", 2),
        ("killed", "Ana Bel", 1),
        times=[NAMED_DAYS[0], friday],
        day="2031-05-10",
    )
    assert set(drafts.scopes().values()) == {"event"}


def test_a_crowd_of_another_day_is_another_rally_whatever_the_event() -> None:
    drafts = Drafts(event="protest")
    drafts.report(
        "Some 9,000 filled the quay on Friday. Only 700 came on Saturday.",
        ("protesters", "Some 9,000", 9000),
        ("protesters", "Only 700", 700),
        times=[("Friday", DAY, DAY), ("Saturday", "2031-05-11", "2031-05-11")],
        day="2031-05-12",
    )
    assert drafts.scopes() == {"a0-Some 9,000": "event", "a0-Only 700": "background"}


def test_a_flood_kills_for_days() -> None:
    drafts = Drafts(event="flood")
    drafts.report(
        "Two farmers drowned on Tuesday. Nine villagers drowned on Saturday.",
        ("killed", "Two farmers", 2),
        ("killed", "Nine villagers", 9),
        times=NAMED_DAYS,
    )
    assert set(drafts.scopes().values()) == {"event"}


def test_a_time_that_holds_the_events_day_makes_nothing_another_event() -> None:
    drafts = Drafts()
    for month, days in (("May", ("2031-05-01", "2031-05-31")), ("March", ("2031-03-01", "2031-03-31"))):
        drafts.report(
            f"He was charged with the {month} attack that killed four tourists.",
            ("killed", "four tourists", 4),
            day="2031-09-01",
            times=[(month, *days)],
            background=["four tourists"],
            why=f"scope: {ANOTHER_TIME.format(month)}",
        )
    assert list(drafts.scopes().values()) == ["event", "background"]


def test_what_a_year_adds_up_to_stays_another_time() -> None:
    drafts = Drafts()
    drafts.report(
        "In 2031 knives killed forty people.",
        ("killed", "forty people", 40),
        day="2032-02-01",
        times=[("2031", "2031-01-01", "2031-12-31")],
        background=["forty people"],
        why=f"scope: {ANOTHER_TIME.format(2031)}",
    )
    assert set(drafts.scopes().values()) == {"background"}


def test_a_death_that_one_report_of_a_flood_alone_tells_of_stands() -> None:
    drafts = Drafts("flood")
    drafts.report("Three guests were hurt in Lowmere.", ("injured", "Three guests", 3))
    drafts.report("Three guests were hurt in the flood.", ("injured", "Three guests", 3))
    drafts.report("The flood killed A baker in Harl.", ("killed", "A baker", 1))
    assert drafts.scopes()["a2-A baker"] == "event"
    shooting = Drafts()
    shooting.report("Three guests were hurt in Lowmere.", ("injured", "Three guests", 3))
    shooting.report("Three guests were hurt in the bar.", ("injured", "Three guests", 3))
    shooting.report("A robber killed A baker in Harl.", ("killed", "A baker", 1))
    assert shooting.scopes()["a2-A baker"] == "background"


def test_who_died_in_a_crash_is_none_of_a_shootings_dead() -> None:
    drafts = Drafts()
    drafts.report(
        "Two clerks were shot on Tuesday. One woman died in a crash near Harl.",
        ("shot", "Two clerks", 2),
        ("killed", "One woman", 1),
    )
    assert drafts.scopes() == {"a0-Two clerks": "event", "a0-One woman": "background"}


def test_a_crash_of_those_who_fled_the_shots_stays_the_events() -> None:
    drafts = Drafts()
    drafts.report(
        "Two clerks were shot on Tuesday. One man died when the suspects crashed near Harl.",
        ("shot", "Two clerks", 2),
        ("killed", "One man", 1),
    )
    assert set(drafts.scopes().values()) == {"event"}


def test_a_crash_is_its_own_event() -> None:
    drafts = Drafts("accident")
    drafts.report("One woman died in a crash near Harl.", ("killed", "One woman", 1))
    assert drafts.scopes() == {"a0-One woman": "event"}


AMBUSH = (
    "Raiders stopped a bus near Lowmere, killing 19 people. The army said it had killed 27 attackers and taken four."
)


def raid(lead: str = AMBUSH, *, first: tuple[str, str, int] = ("killed", "19 people", 19)) -> Drafts:
    drafts = Drafts(event="attack")
    drafts.report(lead, first, ("killed", "27 attackers", 27), ("detained", "four", 4))
    return drafts


def test_losses_of_those_who_attacked_are_not_the_events() -> None:
    scopes = raid().scopes()
    assert scopes["a0-27 attackers"] == scopes["a0-four"] == "background"
    assert scopes["a0-19 people"] == "event"


def test_where_the_report_opens_with_the_fighters_they_are_the_events() -> None:
    lead = "Troops killed 12 insurgents near Lowmere. Later 27 attackers were killed too. Police held four."
    assert set(raid(lead, first=("killed", "12 insurgents", 12)).scopes().values()) == {"event"}


def test_attackers_counted_among_the_dead_in_one_sentence_stay() -> None:
    lead = "An attack in Lowmere killed 19 people and 27 attackers. Police held four."
    assert raid(lead).scopes()["a0-27 attackers"] == "event"


def test_the_next_night_s_drones_are_another_attacks() -> None:
    drafts = Drafts("strike")
    drafts.report(
        "The raiders sent 52 drones on Tuesday. Guards shot down 41 drones on Tuesday. "
        "A further 17 drones came on Wednesday, and 9 drones were downed.",
        ("drones_launched", "52 drones", 52),
        ("shot_down", "41 drones", 41),
        ("drones_launched", "17 drones", 17),
        ("shot_down", "9 drones", 9),
        times=[("on Tuesday", DAY, DAY), ("on Wednesday", "2031-05-07", "2031-05-07")],
        day="2031-05-07",
    )
    found = drafts.scopes()
    assert [found[f"a0-{n} drones"] for n in (52, 41, 17, 9)] == ["event", "event", "background", "background"]
