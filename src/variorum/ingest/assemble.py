"""A raw record becomes an article: sections, title, credits, dates, language, id."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from variorum.errors import UnreadableError
from variorum.ingest import dates, names
from variorum.ingest.calendar import Written, written_dates
from variorum.ingest.formats.base import RawRecord
from variorum.ingest.heading import slug
from variorum.ingest.language import language_of
from variorum.ingest.mentions import cited
from variorum.ingest.structure import Builder, Structure
from variorum.model import AgencyMention, Article, DateCandidate, Section, Span, corpus_id
from variorum.settings import Settings

_MAX_FIELD = 1000
_MAX_URL = 4000


def assemble(record: RawRecord, path: str | None, settings: Settings, copies: dict[str, int] | None) -> Article:
    """The article of a record. `copies` counts ids given so far: an identical copy gets an id of its own; with None
    it has the same one.

    Raises UnreadableError for a text without letters, or in a language that is not read.
    """
    _refuse_empty(record.text)
    found = Builder(record.text, record.title, record.marks).build()
    language = language_of(_story(record.text, found.sections), stated=record.language, default=settings.language)
    given = _field(record.title)
    title = given[slug(given) :] if given else found.title
    publisher = _field(record.publisher) or _publisher(found)
    url = record.url[:_MAX_URL] if record.url else None
    identity = record.text, record.title, record.publisher, record.published, url, record.source_id
    article = _id(identity, path, copies)
    candidates = _candidates(record, found, article)
    return Article(
        id=article,
        text=record.text,
        source_id=record.source_id,
        path=path,
        url=url,
        title=title,
        publisher=publisher,
        byline=record.byline or _unique(p.name for p in found.authors),
        agencies=_agencies(record.text, article, found),
        published=dates.best(candidates),
        dates=candidates,
        language=language,
        dateline_place=found.place,
        sections=tuple(found.sections),
        group=record.group,
    )


def _refuse_empty(text: str) -> None:
    if not text.strip():
        raise UnreadableError("empty", fix="leave it out")
    if not any(map(str.isalpha, text)) and not _states_amount(text):
        raise UnreadableError("no letters in it", fix="leave it out")


def _states_amount(text: str) -> bool:
    """ "$20", "4.5 %": a record that is one amount, which needs no letters."""
    marked = any(unicodedata.category(c) == "Sc" or c in "%‰°" for c in text)
    return marked and any(map(str.isdigit, text))


def _field(value: str | None) -> str | None:
    return " ".join(value.split())[:_MAX_FIELD] or None if value else None


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(v.split()) for v in values))


def _id(identity: tuple[str | None, ...], path: str | None, copies: dict[str, int] | None) -> str:
    """From content and file name, so that a folder may move; the n-th identical copy of a run adds its number."""
    name = PurePath(path).name if path else None
    plain = corpus_id("a", *identity, name)
    if copies is None:
        return plain
    number = copies.get(plain, 0)
    copies[plain] = number + 1
    return corpus_id("a", *identity, name, number) if number else plain


def _story(text: str, sections: list[Section]) -> str:
    """The running text, which tells the language better than names and credits."""
    body = "\n".join(text[s.start : s.end] for s in sections if s.kind == "body")
    return body if len(body) > 100 else text


def _publisher(found: Structure) -> str | None:
    if not found.outlets:
        return None
    name = found.outlets[0].name
    return names.canonical(name) if names.is_known(name) else _from_capitals(name)


def _from_capitals(name: str) -> str:
    """ "THE DELTA POST" → "The Delta Post"; short capitals are initials and stay."""
    return (
        " ".join(w if len(w) < 4 and w != "THE" else w.capitalize() for w in name.split()) if _shouted(name) else name
    )


def _shouted(name: str) -> bool:
    return name.isupper() and len(name) > 6 and " " in name


def _agencies(text: str, article: str, found: Structure) -> tuple[AgencyMention, ...]:
    credited = [(p, "dateline") for p in found.dateline_agencies] + [(p, "byline") for p in found.byline_agencies]
    seen: list[AgencyMention] = []
    for piece, credit in sorted(credited, key=lambda c: c[0].start):
        span = Span(article, piece.start, piece.end, text[piece.start : piece.end])
        seen.append(AgencyMention(names.canonical(piece.name), "dateline" if credit == "dateline" else "byline", span))
    return (*seen, *cited(text, article, found.sections, [p.name for p, _ in credited]))


def _candidates(record: RawRecord, found: Structure, article: str) -> tuple[DateCandidate, ...]:
    """All dates, in the order they are believed; yearless ones completed from dated ones of the same article."""
    given = dates.field_date(record.published) if record.published else None
    addressed = dates.url_date(record.url) if record.url else None
    listed = [DateCandidate(given, record.date_origin)] if given else []
    for written, origin in found.stamped:
        listed.append(dates.candidate(written, origin, _span(record.text, article, written)))
    if addressed:
        listed.append(DateCandidate(addressed, "url"))
    fetched = dates.field_date(record.fetched) if record.fetched else None
    if fetched:
        listed.append(DateCandidate(fetched, "crawl"))
    years = sorted({c.date for c in listed if c.year_stated})
    if years:
        return dates.fill_years(listed, years)
    return tuple(_by_weekday(record.text, c, found) for c in listed)


def _span(text: str, article: str, written: Written) -> Span:
    return Span(article, written.start, written.end, text[written.start : written.end])


def _by_weekday(text: str, listed: DateCandidate, found: Structure) -> DateCandidate:
    written = next((w for w, _ in found.stamped if listed.span and w.start == listed.span.start), None)
    day = dates.year_by_weekday(written, written_dates(text[:20_000])) if written else None
    return DateCandidate(day, listed.origin, listed.span, False) if day else listed
