"""Puts reports, quotations and voices together into attributions and quotations."""

from __future__ import annotations

from msgspec import Struct

from variorum.extract.speech.bracketed import bracketed
from variorum.extract.speech.chain import add_chains
from variorum.extract.speech.counted_by import counted_by
from variorum.extract.speech.dashes import dashes
from variorum.extract.speech.find import find_verbs
from variorum.extract.speech.headlines import headlines
from variorum.extract.speech.keepers import keepers
from variorum.extract.speech.links import Link, is_name, link_quotes
from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.medium import medium_of
from variorum.extract.speech.phrases import find_phrases
from variorum.extract.speech.plain import find_plain
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Offsets, Report
from variorum.extract.speech.speakers import Voices
from variorum.extract.speech.tags import find_tags
from variorum.extract.speech.unnamed import find_unnamed
from variorum.extract.speech.voices import Voice
from variorum.model import Article, Attribution, Mention, Quotation, Source, Span, SpeechKind, content_id
from variorum.text.tree import Parse


class Speech(Struct, frozen=True):
    """All reported speech of one article, in text order."""

    attributions: tuple[Attribution, ...] = ()
    quotations: tuple[Quotation, ...] = ()


def find_speech(article: Article, parse: Parse, mentions: tuple[Mention, ...]) -> Speech:
    """Every attribution and quotation of the article; `mentions` name the people and bodies in it."""
    return Assembly(Reading(article, parse, mentions)).run()


LEADING = frozenset({"the", "a", "an", "to"})
"""Words that belong to what is quoted behind them."""


class Assembly:
    """One article's way from reports to records."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.voices = Voices(reading)
        self.names = [is_name(reading, q) for q in reading.quoted]
        tags = dashes(reading)
        tags += [t for t in find_tags(reading) if all(t.content[0] != d.content[0] for d in tags)]
        tags += find_plain(reading, frozenset(r.at for r in tags))
        reports = tags + find_verbs(reading, tags) + find_phrases(reading)
        reports += keepers(reading) + [r for r in counted_by(reading) if all(r.at != o.at for o in reports)]
        reports += bracketed(reading)
        reports += headlines(reading, frozenset(r.at for r in reports))
        self.reports = sorted(add_chains(reading, reports), key=lambda r: (r.clause[0], r.at))
        self.links = link_quotes(reading, self.reports)
        self.speakers: dict[int, Voice | None] = {}
        self.sources: dict[int, Source | None] = {}
        self.vias: dict[int, tuple[Source, ...]] = {}

    def run(self) -> Speech:
        """Resolve, then write the records."""
        self._resolve()
        self._extend()
        self._lead()
        ids = {id(r): self._id(r) for r in self.reports}
        attributions = [self._attribution(r, ids[id(r)]) for r in self.reports if r.content]
        for report in find_unnamed(self.reading, frozenset(r.at for r in self.reports)):
            self.sources[id(report)], self.vias[id(report)] = None, ()
            attributions.append(self._attribution(report, self._id(report)))
        quotations = [
            self._quotation(n, q, link, ids)
            for n, (q, link) in enumerate(zip(self.reading.quoted, self.links, strict=True))
            if not self.names[n]
        ]
        order = sorted(attributions, key=lambda a: (min(s.start for s in (*a.content, *a.cue)), a.id))
        return Speech(tuple(order), tuple(quotations))

    # who

    def _resolve(self) -> None:
        """Reports outside quotations in text order; quotations then have speakers, and reports inside them follow."""
        for report in self.reports:
            if report.inside < 0:
                self._settle(report, None)
        for report in self.reports:
            if report.inside >= 0:
                self._settle(report, self._voice_of(self.links[report.inside], report.clause[0]))

    def _settle(self, report: Report, speaker: Voice | None) -> None:
        voice = self.voices.resolve(report, speaker)
        self.vias[id(report)] = self._via(report)
        self.speakers[id(report)] = voice
        self.sources[id(report)] = self._source(report, voice)

    def _voice_of(self, link: Link, at: int) -> Voice | None:
        if link.report is not None:
            return self.speakers.get(id(link.report))
        if link.subject is not None:
            return self.voices.voice(link.subject[0], link.subject[1], None)
        return None

    def _source(self, report: Report, voice: Voice | None) -> Source | None:
        if voice is None or report.source is None or report.left_open:
            return None
        cue = self._span(report.cue[0]) if report.cue else None
        medium = medium_of(self.reading, report)
        return Source(name=voice.name, role=voice.role, medium=medium, cue=cue, span=self._span(report.source))

    def _via(self, report: Report) -> tuple[Source, ...]:
        found = []
        for span in report.via:
            place = self.reading.between(*span)
            if not place:
                continue
            head = next((i for i in place if self.reading.mention_at(self.reading.tokens[i])), place[-1])
            voice = self.voices.voice(head, span, None)
            name = voice.name if voice else self.reading.text[span[0] : span[1]]
            self.voices.pass_on(name, span[0])
            found.append(Source(name=name, span=self._span(span)))
        return tuple(found)

    # records

    def _extend(self) -> None:
        """Quotations that follow a report in the same paragraph become part of its content."""
        for q, link, name in zip(self.reading.quoted, self.links, self.names, strict=True):
            if not name and link.follows and link.report is not None and not link.report.before:
                span = (q.outer_start, q.outer_end)
                if all(e <= span[0] or span[1] <= s for s, e in link.report.content):
                    link.report.content.append(span)

    def _lead(self) -> None:
        """A noun phrase begins with its article, though the marks open behind it ("the 'extraordinary measures'")."""
        opens = {q.outer_start for q in self.reading.quoted}
        for report in self.reports:
            for n, (start, end) in enumerate(report.content):
                place = self.reading.between(start, end)
                before = self.reading.tokens[place.start - 1] if start in opens and place and place.start else None
                if before is not None and before.lower in LEADING and start - before.end == 1:
                    clause = report.clause
                    if not clause[0] <= before.start < clause[1]:
                        report.content[n] = (before.start, end)

    def _attribution(self, report: Report, id_: str) -> Attribution:
        return Attribution(
            id=id_,
            source=(self._span(report.source),) if report.source else (),
            cue=tuple(self._span(c) for c in report.cue),
            content=tuple(self._span(c) for c in sorted(report.content)),
            kind=self._kind(report),
            speaker=self.sources[id(report)],
            via=self.vias[id(report)],
            denied=report.denied,
        )

    def _kind(self, report: Report) -> SpeechKind:
        """direct: nothing outside marks; mixed: some marks; indirect: none."""
        inside = total = 0
        for start, end in report.content:
            for i in self.reading.between(start, end):
                if self.reading.tokens[i].pos != "PUNCT":
                    total += 1
                    number = self.reading.inside[i]
                    inside += number >= 0 and number != report.inside and not self.names[number]
        if not inside:
            return "indirect"
        return "direct" if inside == total else "mixed"

    def _quotation(self, number: int, q: Quoted, link: Link, ids: dict[int, str]) -> Quotation:
        report = link.report
        source = self.sources.get(id(report)) if report is not None else None
        if report is None and link.subject is not None:
            voice = self.voices.voice(link.subject[0], link.subject[1], None)
            source = Source(name=voice.name, role=voice.role, span=self._span(link.subject[1])) if voice else None
        return Quotation(
            span=self._span((q.start, q.end)),
            kind=self._quote_kind(q, report),
            speaker=source,
            attribution=ids.get(id(report)) if report is not None else None,
        )

    def _quote_kind(self, q: Quoted, report: Report | None) -> SpeechKind:
        """mixed: the marks hold only a part of what is reported, or of the sentence."""
        text = self.reading.text
        section = self.reading.article.sections[q.section]
        before = text[section.start : q.outer_start].rstrip()
        alone = not before or before[-1] in ".!?:,”\"»“’'…"
        if report is not None:
            piece = next((c for c in report.content if c[0] <= q.start < c[1]), None)
            if piece is not None and (q.outer_start - piece[0] > 3 or (piece[1] - q.outer_end > 3 and not alone)):
                return "mixed"
            return "direct"
        return "direct" if alone else "mixed"

    def _id(self, report: Report) -> str:
        return content_id("t", self.reading.article.id, report.cue, report.source, report.content)

    def _span(self, span: Offsets) -> Span:
        return self.reading.article.span(*span)
