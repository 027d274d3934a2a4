"""Which of two related articles was made from the other: a sum of named signs, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from variorum.lineage.evidence import Evidence
from variorum.model import Article
from variorum.text.words import fold, wording

HEAD = 400
"""Characters at the top of an article in which a dateline or an agency's sign may stand."""

FOREIGN_MARKS = re.compile(r"[«»„‹›]")


class Sign(Struct, frozen=True):
    """`weight` > 0 speaks for the first article being made from the second; `outside`: read off more than wording."""

    weight: float
    reason: str
    outside: bool = True


class Standing(Struct, frozen=True, kw_only=True):
    """What an article shows of its own making, before it is compared. Names are folded, without spaces.

    `own`: agencies whose text it says it is; `cited`: agencies and outlets it credits for passages; `feed`: the
    dateline has the day and the agency, as the agency's own feed prints it; `day`: that day (month, day);
    `follows`: says it continues an earlier text; `foreign`: has quotation marks of another language.
    """

    article: Article
    own: frozenset[str]
    cited: frozenset[str]
    publisher: str | None
    feed: bool
    day: tuple[int, int] | None
    follows: bool
    foreign: bool

    @property
    def label(self) -> str:
        """How reasons call the article."""
        return self.article.publisher or self.article.title or self.article.id


def standing(article: Article) -> Standing:
    """Read the article's standing from its metadata and its first lines."""
    own = frozenset(folded(a.name) for a in article.agencies if a.credit in {"dateline", "byline"})
    head = article.text[:HEAD]
    feed = _feed(head, article.language)
    return Standing(
        article=article,
        own=own | _sign(head),
        cited=frozenset(folded(a.name) for a in article.agencies if a.credit == "cited"),
        publisher=folded(article.publisher) if article.publisher else None,
        feed=feed is not None,
        day=feed,
        follows=_follows(article),
        foreign=bool(FOREIGN_MARKS.search(article.text)),
    )


def folded(name: str) -> str:
    """A house's name as it is compared: "Nord-Funk" and "Nordfunk" are one."""
    return re.sub(r"\W", "", fold(name))


SIGNED = re.compile(r"^[^\n]{0,70}\(([A-Z][\w .&'-]{1,30})(?:/[^()\n]{1,40})?\)(?:\s*[-–—:]|\.\s)", re.M)


def _sign(head: str) -> frozenset[str]:
    """The agency in brackets of a dateline ("PLACE (Agency) -"), also where nobody has read the credits."""
    match = SIGNED.search(head)
    return frozenset({folded(match.group(1))}) if match else frozenset()


def _feed(head: str, language: str) -> tuple[int, int] | None:
    """Month and day of a dateline that also names the agency in brackets."""
    months = wording(language).months
    names = "|".join(months)
    day = rf"(?:({names})\.? (\d{{1,2}})|(\d{{1,2}})\.? ({names}))"
    match = re.search(rf"(?im)^[^\n]{{2,60}}?\b{day}\.?,? ?(?:\d{{4}} )?\([^()\n]{{2,60}}\)", head)
    if match is None:
        return None
    month, day = (match.group(1), match.group(2)) if match.group(1) else (match.group(4), match.group(3))
    first = [m[:3] for m in months].index(month.lower()[:3])
    return first + 1, int(day)


def _follows(article: Article) -> bool:
    text = " ".join(article.text.lower().split())
    return any(phrase in text for phrase in wording(article.language).update)


EARLIER = "only the derived text refers to an earlier one"

DATES, CREDIT, FEED, BARE, FOLLOWS, MARKS, PLACED = 1.5, 1.0, 0.7, 0.8, 0.5, 0.5, 0.3
"""Weights of the signs. Only dates and an agency's credit can outweigh two of the others."""

TAKES = 5.0
"""What dates say of two texts of one agency's own: it dates every take, and others' copies of the later one, which make
that stand nearer to all, must not outweigh it."""

REPEATED = 0.75
"""Coverage from which a text repeats the other as a whole, with its references to still earlier ones."""

NEARER = 6.0
"""Per unit of explained share: how much better the other articles are explained by one of the two than by the other."""

CAP = 1.0
"""Bound of that sign: an update's own copies and translations must not outweigh its date."""

READ = 1.0
"""What third texts say at most, where the two differ (see `witnesses`)."""

SPELT = 2.0
"""What copying errors say at most: in a chain of copies the middle one stands nearest to the others and shares the
readings of both, so this must outweigh the two."""

HELD = 1.0
"""Per unit: how much more of the first's facts the second has than the other way round: rewriting loses facts."""

CONTAINED = 2.0
"""Per unit: how much more of the first the second explains than the other way round."""


def signs(
    a: Standing, b: Standing, forward: Evidence, backward: Evidence, nearer: float, wording: tuple[float, float]
) -> tuple[Sign, ...]:
    """Signs that `a` was made from `b`.

    `nearer` is the mean over all others of what `b` explains more than `a`; `wording` how clearly third texts have the
    readings of `b` where the two differ, and how clearly `a` has copying errors (see `witnesses` and `spelling`).
    """
    read, spelt = wording
    found = [
        *_dates(a, b),
        *_credits(a, b),
        *_either(FEED, b.feed, a.feed, "the source has the agency's own dateline"),
        *_either(BARE, _bare(a), _bare(b), "the source has a date or a credit, the other none"),
        *_either(MARKS, a.foreign, b.foreign, "the source has no foreign quotation marks"),
        Sign(max(-CAP, min(CAP, NEARER * nearer)), "the other articles stand nearer to it", False),
        Sign(READ * read, "where the two differ, other articles have the source's wording", False),
        Sign(SPELT * spelt, "it has misspelt words where the source has common ones", False),
        Sign(
            HELD * (forward.held - backward.held),
            "it has more of the other's names and numbers than that of its",
            False,
        ),
        *_either(PLACED, _placed(b), _placed(a), "the source has a dateline"),
        Sign(
            CONTAINED * (forward.explained - backward.explained), "it explains more of the other than that of it", False
        ),
    ]
    if a.own & b.own and max(forward.coverage, backward.coverage) < REPEATED:
        found += _either(FOLLOWS, a.follows, b.follows, EARLIER)
    return tuple(s for s in found if s.weight)


def _placed(standing: Standing) -> bool:
    return standing.article.dateline_place is not None


def _bare(standing: Standing) -> bool:
    return standing.article.published is None and not standing.own and standing.publisher is None


def _either(weight: float, forward: bool, backward: bool, reason: str) -> list[Sign]:
    """A sign for one direction or the other, or none where both or neither hold."""
    return [Sign(weight if forward else -weight, reason)] if forward != backward else []


def _dates(a: Standing, b: Standing) -> list[Sign]:
    """By publication date, or where one is not known by the days of both datelines (within half a year)."""
    one, two = a.article.published, b.article.published
    weight = TAKES if takes(a, b) else DATES
    if one is not None and two is not None:
        if one[:10] == two[:10]:
            return []
        later, earlier = max(one, two)[:10], min(one, two)[:10]
        return [Sign(weight if one > two else -weight, f"published {later}, the source {earlier}")]
    if a.day is None or b.day is None or a.day == b.day or abs(a.day[0] - b.day[0]) > 6:
        return []
    return [Sign(weight if a.day > b.day else -weight, "its dateline has the later day")]


def takes(a: Standing, b: Standing) -> bool:
    """Whether both are one agency's own texts."""
    return bool(a.own & b.own) and not (_reprints(a) or _reprints(b))


def _credits(a: Standing, b: Standing) -> list[Sign]:
    """An agency's own text is the source of one that credits it, or that another house publishes."""
    forward, backward = _passes_on(a, b), _passes_on(b, a)
    return _either(CREDIT, forward, backward, "it credits the agency whose text the source is")


def _passes_on(a: Standing, b: Standing) -> bool:
    names = b.own | ({b.publisher} if b.publisher else frozenset())
    cites = bool(names & (a.cited - a.own)) and not names & a.own
    return cites or (bool(a.own & b.own) and _reprints(a) and not _reprints(b))


def _reprints(standing: Standing) -> bool:
    """Whether a house other than the agency publishes the agency's text ("reuters.com" is Reuters' own)."""
    house = standing.publisher
    return bool(standing.own) and house is not None and not any(same_house(o, house) for o in standing.own)


def same_house(one: str, two: str) -> bool:
    """Whether two names are one house's: "reuters.com" is Reuters."""
    return one in two or two in one


def missing_source(a: Standing, b: Standing) -> frozenset[str]:
    """Agencies that both credit for their text, where the one that would be the source is itself only a reprint.

    Then both may have it from the agency; unless the first credits the second's house.
    """
    if not _reprints(b) or b.publisher in {a.publisher, *a.cited, *a.own}:
        return frozenset()
    return b.own & (a.own | a.cited)


def credits_of(a: Standing, b: Standing) -> frozenset[str]:
    """Names of `b` (its agencies, its publisher) that `a` credits; a house that names itself credits nobody."""
    names = b.own | (frozenset({b.publisher}) if b.publisher else frozenset())
    named = a.cited | a.own
    if a.publisher == b.publisher and a.publisher is not None:
        named = frozenset(n for n in named if n in a.own or not same_house(n, a.publisher))
    return names & named


def nearness(explained: Mapping[tuple[int, int], float], a: int, b: int, others: Sequence[int]) -> float:
    """Mean over `others` of what `b` explains of them more than `a` does (0 without others)."""
    gaps = [explained.get((z, b), 0.0) - explained.get((z, a), 0.0) for z in others]
    return sum(gaps) / len(gaps) if gaps else 0.0
