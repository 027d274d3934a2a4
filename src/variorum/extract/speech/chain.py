"""Who passes words on: "told X", "X reports, citing Y", "…, quoted by X", "X quotes Y as saying"."""

from __future__ import annotations

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.phrases import phrase_from
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Offsets, Report, Subject
from variorum.extract.speech.subjects import named_before, noun_phrase
from variorum.text.tree import Token


def add_chains(reading: Reading, reports: list[Report]) -> list[Report]:
    """Fills `via`, and puts the cited source in place of the citing one; reports that only pass on another are
    folded in.
    """
    used: set[int] = set()
    for report in reports:
        _recipient(reading, report)
        _quotes_as_saying(reading, report)
        used.add(_citing(reading, report))
        _quoted_by(reading, report)
    return _fold(reading, [r for r in reports if r.at not in used])


def _recipient(reading: Reading, report: Report) -> None:
    """ "told Reuters": an organisation that is told, unless it is the article's own paper."""
    verb = reading.tokens[report.at]
    if verb.lemma not in reading.saying.told and verb.lemma not in ("say", "express", "confirm", "recount"):
        return
    sentence = reading.sentence(verb)
    for token in reading.tokens[verb.i + 1 : min(sentence.last, verb.i + 6)]:
        if token.lower in ("to", "the", "agency", "news"):
            continue
        mention = reading.mention_at(token)
        if (
            token.pos != "PROPN"
            or (mention is not None and mention.type != "organization")
            or (token.tag == "NNPS" and mention is None)
        ):
            return
        if verb.lemma not in reading.saying.told and reading.tokens[token.i - 1].lower not in ("to", "the", "agency"):
            return
        span = (mention.span.start, mention.span.end) if mention else _run(reading, token)
        if not _own(reading, reading.text[span[0] : span[1]]):
            report.via.append(span)
        return


def _run(reading: Reading, token: Token) -> Offsets:
    last = token
    while (
        last.i + 1 < len(reading.tokens)
        and reading.tokens[last.i + 1].pos == "PROPN"
        and reading.tokens[last.i + 1].sentence == token.sentence
    ):
        last = reading.tokens[last.i + 1]
    return token.start, last.end


def _own(reading: Reading, name: str) -> bool:
    """Whether the name is the article's own publisher or the agency whose text it is."""
    credits = [a.name for a in reading.article.agencies if a.credit != "cited"]
    mine = [n for n in (reading.article.publisher, *reading.article.byline, *credits) if n]
    return any(name.lower() in n.lower() or n.lower() in name.lower() for n in mine)


def _quotes_as_saying(reading: Reading, report: Report) -> None:
    """ "X quotes Y as saying": Y speaks, X passes on."""
    verb = reading.tokens[report.at]
    if verb.tag != "VBG" or verb.i == 0 or reading.tokens[verb.i - 1].lower != "as":
        return
    for i in range(verb.i - 2, max(reading.sentence(verb).first, verb.i - 25) - 1, -1):
        token = reading.tokens[i]
        if token.lemma in reading.saying.quoting and reading.is_verb(token):
            subject = next(iter(reading.subject(token)), None)
            cited = phrase_from(reading, i + 1, verb.i - 1) if i + 1 < verb.i - 1 else _whom(reading, token)
            if cited is not None and not reading.passive(token):
                report.source, report.head = offsets(reading, cited.first, cited.last), cited.head
                if subject is not None:
                    phrase = noun_phrase(reading, subject, stop=i)
                    report.via.append(offsets(reading, phrase.first, phrase.last))
                    report.clause = (min(report.clause[0], reading.tokens[phrase.first].start), report.clause[1])
            return


def _whom(reading: Reading, quote: Token) -> Subject | None:
    """ "The headman, Ana Bel, *whom X quoted* as saying": who stands before the relative clause."""
    whom = next((t for t in reading.tokens[max(0, quote.i - 6) : quote.i] if t.lower in ("whom", "who")), None)
    if whom is None:
        return None
    before = named_before(reading, whom.i - 1, reading.sentence(quote).first)
    noun = reading.parse.head(quote)
    relative = quote.dep.startswith("acl") and noun is not None and noun.i < whom.i
    return before or (noun_phrase(reading, noun, stop=whom.i) if relative and noun is not None else None)


def _citing(reading: Reading, report: Report) -> int:
    """ "X reported, citing Y, that …" and "Citing Y, X put …": Y speaks where Y is somebody, X passes on.

    Returns the index of the citing word, -1 where there is none.
    """
    verb = reading.tokens[report.at]
    if report.source is None or report.inside >= 0:
        return -1
    sentence = reading.sentence(verb)
    lead = reading.tokens[sentence.first]
    window = [lead] if lead.lemma in reading.saying.quoting else []
    place = reading.between(*report.source)
    if place and place.stop <= verb.i:  # "X, citing Y, said"
        window += [t for t in reading.tokens[place.stop : verb.i] if t.lemma in reading.saying.quoting]
    window += reading.tokens[verb.i + 1 : min(sentence.last, verb.i + 14)]
    for token in window:
        if token.i > verb.i and token.text in (";", "."):
            break
        cue = token.tag == "VBG" and token.lemma in reading.saying.quoting
        reference = token.lower == "reference" and reading.tokens[token.i - 1].lower == "with"
        if (cue or reference) and reading.inside[token.i] < 0:
            return token.i if _cite(reading, report, token.i + (2 if reference else 1), sentence.last) else -1
    return -1


def _cite(reading: Reading, report: Report, first: int, last: int) -> bool:
    cited = phrase_from(reading, first, last) if first < last else None
    if cited is None or report.source is None or not somebody(reading, reading.tokens[cited.head]):
        return False
    report.via.insert(0, report.source)
    report.source, report.head = offsets(reading, cited.first, cited.last), cited.head
    report.content = [c for c in (_without(c, report.source) for c in report.content) if c[1] > c[0]]
    return True


def _without(content: Offsets, source: Offsets) -> Offsets:
    """A content span that does not begin with the cited source."""
    return (
        (source[1], content[1])
        if content[0] <= source[0] < source[1] <= content[1] and source[0] - content[0] < 12
        else content
    )


def somebody(reading: Reading, head: Token) -> bool:
    """A person or body, no document."""
    speakers = reading.saying.speakers
    if head.lemma in speakers.documents and head.lemma != "source":
        return False
    mention = reading.mention_at(head)
    if mention is not None:
        return mention.type != "place"
    return (
        head.pos == "PROPN"
        or any(head.lemma in g for g in (speakers.organisations, speakers.people, speakers.roles, speakers.collective))
        or head.lemma == "source"
    )


def _quoted_by(reading: Reading, report: Report) -> None:
    """ "according to X, quoted by Y": Y passes on."""
    end = report.clause[1]
    place = reading.between(end, end + 40)
    for i in place[:4]:
        token = reading.tokens[i]
        if (
            token.tag == "VBN"
            and token.lemma in reading.saying.quoting
            and i + 2 < len(reading.tokens)
            and reading.tokens[i + 1].lower == "by"
        ):
            cited = phrase_from(reading, i + 2, reading.sentence(token).last)
            if cited is not None:
                span = offsets(reading, cited.first, cited.last)
                report.via.append(span)
                report.clause = (report.clause[0], span[1])
                report.content = [
                    kept for c in report.content if (kept := _behind(reading, report, c, token.start, span[1]))
                ]
            return


def _behind(reading: Reading, report: Report, content: Offsets, cue: int, end: int) -> Offsets | None:
    """The content without the words of the one who passes it on, which end at `end`."""
    if not content[0] <= cue < content[1] or content[0] < report.clause[0]:
        return content
    rest = reading.between(end, content[1])
    words = [i for i in rest if reading.tokens[i].pos != "PUNCT"]
    return (reading.tokens[words[0]].start, content[1]) if words else None


def _fold(reading: Reading, reports: list[Report]) -> list[Report]:
    """ "…, the ministry said, reports X": a passing-on verb right behind another reporting clause, both after the
    content.
    """
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: (r.clause[0], r.at)):
        inner = next((k for k in reversed(kept[-4:]) if _passes_on(reading, k, report)), None)
        if inner is not None and report.source is not None:
            inner.via.append(report.source)
            inner.content = [
                c for c in inner.content if not (c[0] <= report.clause[0] < c[1]) or c[0] < inner.clause[0]
            ]
            continue
        kept.append(report)
    return kept


def _passes_on(reading: Reading, inner: Report, outer: Report) -> bool:
    """Whether `outer` stands right behind the clause of `inner` and says no more than who passes it on."""
    verb = reading.tokens[outer.at]
    lemma = verb.lemma if reading.is_verb(verb) else verb.lower.rstrip("s")
    phrase = outer.kind == "phrase" and reading.text[outer.cue[0][0] : outer.cue[0][1]].lower() == "according to"
    if (
        outer.inside >= 0
        or inner.inside >= 0
        or not (phrase or lemma in reading.saying.pass_on or lemma.rstrip("e") in reading.saying.pass_on)
    ):
        return False
    if outer.preposed or inner.preposed or reading.sentence(verb) is not reading.sentence(reading.tokens[inner.at]):
        return False
    between = reading.text[inner.clause[1] : outer.clause[0]]
    return (
        0 <= outer.clause[0] - inner.clause[1] <= 30
        and between.count(",") == 1
        and between.replace(",", " ").strip() in ("", "with")
    )
