"""Names in lines that are not parsed: the dateline's place, agencies credited."""

from __future__ import annotations

from collections.abc import Iterable

from variorum.model import Article, Mention

_PARSED = frozenset({"headline", "body", "bullet", "caption", "note"})


def line_mentions(article: Article, found: Iterable[Mention]) -> list[Mention]:
    """The dateline's place and the credited agencies, where no mention covers them yet."""
    taken = [(m.span.start, m.span.end) for m in found]
    out: list[Mention] = []
    place = _dateline(article)
    if place is not None and not _covered(*place, taken):
        out.append(Mention(span=article.span(*place), type="place", name=dateline_name(article)))
        taken.append(place)
    for agency in article.agencies:
        span = agency.span
        if span is None or span.text.strip() != span.text or _covered(span.start, span.end, taken):
            continue
        if span.text.lower() == agency.name.lower():
            out.append(Mention(span=span, type="organization", name=agency.name))
            taken.append((span.start, span.end))
    return out


def _covered(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return any(s < end and start < e for s, e in taken)


def dateline_name(article: Article) -> str:
    """The dateline's town as a name: without the country behind it, and not in capitals."""
    name = (article.dateline_place or "").partition(",")[0].strip(" .-–—")
    return name.title() if name.isupper() and len(name) > 3 else name


def _dateline(article: Article) -> tuple[int, int] | None:
    """Where the dateline's place stands, whatever its case."""
    name = dateline_name(article)
    if not name:
        return None
    for section in article.sections:
        if section.kind not in _PARSED or section.start < 1500:
            at = article.text[section.start : section.end].lower().find(name.lower())
            if at >= 0 and (section.kind == "dateline" or at < 5):
                return section.start + at, section.start + at + len(name)
    return None
