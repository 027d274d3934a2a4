"""Reporting clauses beside a quotation: "…," said X / X said / "…," she laughed, "…" / X said: "…"."""

from __future__ import annotations

from variorum.extract.speech.frames import offsets
from variorum.extract.speech.marks import Quoted
from variorum.extract.speech.order import REACH, clause_last, inverted, person, speaking, straight
from variorum.extract.speech.reading import FINITE, Reading
from variorum.extract.speech.reports import Report, Subject
from variorum.extract.speech.subjects import find_subject
from variorum.text.tree import Token


def find_tags(reading: Reading) -> list[Report]:
    """One report per quotation that has its reporting clause right behind it."""
    found: list[Report] = []
    held: set[int] = set()
    for number, q in enumerate(reading.quoted):
        report = _behind(reading, number, q)
        if report is None and q.outer_start not in held:
            report = _ahead(reading, number, q)
        if report is not None and report.at not in {r.at for r in found}:
            found.append(report)
            held.update(start for start, _ in report.content)
    return found


def _ahead(reading: Reading, number: int, q: Quoted) -> Report | None:
    """ "X said, “…”", "X said: “…”", "adding: “…”": the saying verb before a whole quotation."""
    section = reading.article.sections[q.section]
    place = reading.between(section.start, q.outer_start)
    if not place and not q.continued:
        place = _line_before(reading, q)
    if not place or q.continued:
        return None
    last = place.stop - 1
    lead = reading.tokens[last]
    whole = reading.text[q.start : q.start + 1].isupper() or reading.text[q.start : q.start + 1] in "‘'…"
    if lead.text not in (",", ":") and not (whole and lead.lemma in reading.saying.clause and lead.pos == "VERB"):
        return None
    if lead.text == "," and not whole and not _clause_inside(reading, q):
        return None
    colon = lead.text == ":"
    verb = _verb_before(reading, place.start, last, colon) or (
        _main_verb(reading, place.start, last) if colon else None
    )
    if verb is None or reading.passive(verb):
        return None
    subject = find_subject(reading, verb)
    if subject is None or reading.inside[subject.head] >= 0:
        return None
    if verb.lemma not in reading.saying.clause and not speaking(reading, subject.head):
        return None
    begin, end = (subject.first, verb.i + 1) if subject.first < verb.i else (verb.i, max(verb.i + 1, subject.last))
    if verb.tag == "VBG":
        begin = verb.i
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[(q.outer_start, q.outer_end)],
        preposed=True,
    )


def _line_before(reading: Reading, q: Quoted) -> range:
    """The paragraph before, if it ends with a colon."""
    if q.section == 0:
        return range(0)
    section = reading.article.sections[q.section - 1]
    if not reading.text[section.start : section.end].rstrip().endswith(":"):
        return range(0)
    return reading.between(section.start, section.end)


def _clause_inside(reading: Reading, q: Quoted) -> bool:
    """A whole clause although it begins small ("told them, “our nation is …”")."""
    place = reading.between(q.start, q.end)
    return len(place) > 4 and any(reading.tokens[i].tag in FINITE for i in place)


def _main_verb(reading: Reading, first: int, last: int) -> Token | None:
    """The first finite verb of the sentence that leads to a colon: "X shared her story: “…”"."""
    start = max(first, reading.bounds(reading.tokens[last])[0])
    for token in reading.tokens[start:last]:
        if (
            token.tag in FINITE
            and token.pos == "VERB"
            and reading.inside[token.i] < 0
            and not token.dep.startswith("acl")
        ):
            return token if token.lemma not in ("be", "have", "do") else None
    return None


def _verb_before(reading: Reading, first: int, last: int, colon: bool) -> Token | None:
    """The nearest saying verb before a quotation, no other finite verb and no end of a sentence between."""
    for i in range(last, max(first, last - REACH) - 1, -1):
        token = reading.tokens[i]
        if reading.inside[i] >= 0 or (token.text in (".", ";", "?", "!") and i != last):
            return None
        if token.pos == "VERB" and (token.tag in FINITE or token.tag in ("VBG", "VBN", "VB")):
            if token.lemma in reading.saying.clause or token.lemma in reading.saying.narrative:
                return token
            if token.tag in FINITE and not colon:
                return None
    return None


def find_plain(reading: Reading, taken: frozenset[int]) -> list[Report]:
    """Reporting clauses set off by a comma behind what they report, without marks: "…, the ministry said on Monday."."""
    found: list[Report] = []
    done: set[int] = set(taken)
    for comma in reversed(reading.tokens):
        if comma.text not in (",", "-", "–", "—") or reading.inside[comma.i] >= 0:
            continue
        report = _plain(reading, comma.i + 1, done) or _fronted(reading, comma, done)
        if report is not None:
            done.add(report.at)
            found.append(report)
    return found[::-1]


def _fronted(reading: Reading, comma: Token, done: set[int]) -> Report | None:
    """ "As the paper noted, the firm …": content is what follows the comma."""
    first, last = reading.bounds(comma)
    if (
        reading.tokens[first].lower != "as"
        or comma.i - first > REACH
        or comma.i + 3 > last
        or reading.inside[comma.i + 1] >= 0
    ):
        return None
    found = _strict(reading, straight(reading, first + 1, comma.i), done)
    if found is None or found[0].i != comma.i - 1 or not reading.finite_in(comma.i + 1, last):
        return None
    verb, subject = found
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, first, comma.i),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[offsets(reading, comma.i + 1, last)],
        preposed=True,
    )


def _plain(reading: Reading, first: int, done: set[int]) -> Report | None:
    if first >= len(reading.tokens) or reading.tokens[first].sentence < 0:
        return None
    bounds = reading.bounds(reading.tokens[first - 1])
    if first >= bounds[1]:
        return None
    last = _clause_last(reading, first, bounds[1])
    if reading.tokens[first].lower == "as" and first + 1 < last:
        first += 1
    found = (
        _strict(reading, straight(reading, first, last), done)
        or _strict(reading, inverted(reading, first, last), done)
        or _noun_tag(reading, first, last, done)
        or _so(reading, first, last)
    )
    if found is None:
        return None
    verb, subject = found
    begin, end = min(verb.i, subject.first), max(verb.i + 1, subject.last)
    if not _closes(reading, verb, end, bounds[1]):
        return None
    if subject.first < verb.i:
        subject = _with_office(reading, subject, bounds[0])
        begin = subject.first
    content = tagged(reading, verb, begin, end)
    if content is None and verb.lemma == "so":
        return None
    if content is None:
        return None
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=list(content.spans),
        inside=-1,
    )


def _strict(reading: Reading, found: tuple[Token, Subject] | None, done: set[int]) -> tuple[Token, Subject] | None:
    """Without marks only a saying verb with somebody for its subject counts."""
    if found is None or found[0].i in done or not _says(reading, *found):
        return None
    verb, subject = found
    if verb.tag == "VBN" and reading.passive(verb):
        return None
    if (
        subject.first > verb.i
        and verb.lemma in reading.saying.told
        and not _tells(reading, reading.tokens[subject.head])
    ):
        return None  # "…, told reporters": the audience
    return found if speaking(reading, found[1].head) else None


def _says(reading: Reading, verb: Token, subject: Subject) -> bool:
    """A saying verb; "show" and its like of documents; "think" and its like of people; "make known"."""
    following = reading.tokens[verb.i + 1] if verb.i + 1 < len(reading.tokens) else verb
    if verb.lemma in PARTICLED and following.lower in reading.saying.particles.get(verb.lemma, ()):
        return speaking(reading, subject.head)
    if verb.lemma in reading.saying.clause and verb.lemma not in reading.saying.weak:
        return True
    return verb.lemma in reading.saying.weak and speaking(reading, subject.head)


def _tells(reading: Reading, head: Token) -> bool:
    return (
        _person(reading, head)
        or (
            head.lemma not in reading.saying.audience
            and head.pos == "NOUN"
            and any(
                head.lemma in g
                for g in (
                    reading.saying.speakers.people,
                    reading.saying.speakers.roles,
                    reading.saying.speakers.organisations,
                )
            )
            or head.text in ("Center", "Centre", "Ministry", "Government", "Office")
        )
        or head.pos == "PRON"
    )


def speaking(reading: Reading, head: int) -> bool:
    """A name, a personal pronoun, a noun of person, body or document."""
    token = reading.tokens[head]
    return (
        plausible(reading, head)
        and token.tag not in RELATIVE
        and token.lower not in ("this", "that", "there", "these", "none", "nobody")
    )


def _so(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "…, so the ministry." in translated texts: "so" and a phrase to the end of the sentence."""
    token = reading.tokens[first]
    if token.lower != "so" or last >= len(reading.tokens) or reading.tokens[last].text != ".":
        return None
    subject = phrase_at(reading, first + 1, last)
    return (
        (token, subject) if subject is not None and subject.last == last and speaking(reading, subject.head) else None
    )


def _noun_tag(reading: Reading, first: int, last: int, done: set[int]) -> tuple[Token, Subject] | None:
    """ "…, MCA reports." where the parser reads the verb as a noun."""
    token = reading.tokens[last - 1] if last - 1 > first else None
    if (
        token is None
        or token.pos not in ("NOUN", "PROPN")
        or token.i in done
        or any(t.pos in ("VERB", "AUX") for t in reading.tokens[first:last])
    ):
        return None
    if not {token.lower, token.lower.removesuffix("s")} & (reading.saying.clause | reading.saying.weak):
        return None
    subject = phrase_at(reading, first, last - 1)
    if subject is None or subject.last != last - 1 or not speaking(reading, subject.head):
        return None
    return token, subject


def _closes(reading: Reading, verb: Token, end: int, last: int) -> bool:
    """After the clause only adverbials follow up to the next comma or the end."""
    for i in range(end, last):
        token = reading.tokens[i]
        if token.text in (",", ".", ";", ":", "?", "!", ")", "-", "–", "—"):
            return True
        if (
            reading.inside[i] >= 0
            or token.tag in FINITE
            or token.lower in ("that", "whether", "if", "how", "why", "to", "they", "he", "she", "there")
            and token.pos != "ADP"
        ):
            return False
    return True


def _with_office(reading: Reading, subject: Subject, first: int) -> Subject:
    """Takes in "its director, " before a name that a comma closes."""
    comma = subject.first - 1
    if (
        comma <= first
        or reading.tokens[comma].text != ","
        or reading.tokens[min(subject.last, len(reading.tokens) - 1)].text != ","
    ):
        return subject
    start = comma
    while (
        start > first
        and reading.tokens[start - 1].text not in (",", ";", ":")
        and comma - start < 16
        and reading.inside[start - 1] < 0
    ):
        start -= 1
    words = reading.tokens[start:comma]
    office = any(
        t.lemma in reading.saying.speakers.roles
        or t.lemma in reading.saying.speakers.people
        or t.lemma in reading.saying.speakers.organisations
        for t in words
    )
    if (
        not words
        or not office
        or any(t.pos in ("VERB", "AUX") for t in words)
        or words[0].pos not in ("DET", "PRON", "NOUN", "PROPN", "ADJ")
    ):
        return subject
    return Subject(start, subject.last, subject.head)


def _behind(reading: Reading, number: int, q: Quoted) -> Report | None:
    text = reading.text
    closes = text[q.end - 1] if q.end > q.start else ""
    after = text[q.outer_end : q.outer_end + 3].lstrip()
    if q.open_ended or not (closes in ",?!…–—-" or after[:1] == "," or (closes == "." and after[:1].islower())):
        return None
    section = reading.article.sections[q.section]
    place = reading.between(q.outer_end, section.end)
    first = place.start
    if first < place.stop and reading.tokens[first].text == ",":
        first += 1
    last = clause_last(reading, first, place.stop)
    if first >= last or (closes in "?!…" and _own_sentence(reading, number, first, last)):
        return None
    found = inverted(reading, first, last) or straight(reading, first, last)
    if found is None:
        return None
    verb, subject = found
    if not _reports(reading, verb, subject, q):
        return None
    return _report(reading, q, verb, subject, first, place.stop)


def _own_sentence(reading: Reading, number: int, first: int, last: int) -> bool:
    """After "?" or "!" a new sentence may begin: then only a saying verb makes it a reporting clause."""
    if reading.tokens[first].text[:1].islower():
        return False
    words = reading.tokens[first:last]
    finite = [t for t in words if t.tag in FINITE or t.tag == "VBN"]
    return not finite or finite[0].lemma not in reading.saying.clause


def _clause_last(reading: Reading, first: int, stop: int) -> int:
    """The index of what ends the clause: a full stop, a semicolon, a colon, or the next quotation."""
    for i in range(first, min(stop, first + REACH)):
        if reading.inside[i] >= 0 or reading.tokens[i].text in (".", "?", "!", ";", ":"):
            return i
    return min(stop, first + REACH)


def inverted(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "said X": a verb, then a noun phrase."""
    i = first
    while i < last and reading.tokens[i].pos in SKIP and not _verbal(reading, reading.tokens[i]):
        i += 1
    if (
        i < last
        and i > first
        and reading.tokens[i].pos == "PRON"
        and i + 1 < last
        and _verbal(reading, reading.tokens[i + 1])
    ):
        return reading.tokens[i + 1], Subject(i, i + 1, i)  # "has he declared"
    if i >= last or not _verbal(reading, reading.tokens[i]):
        return None
    verb = reading.tokens[i]
    i += 1
    particles = reading.saying.particles.get(verb.lemma, ())
    while i < last and (
        reading.tokens[i].lower in particles or reading.tokens[i].pos == "ADV" or reading.tokens[i].lower in DAYS
    ):
        i += 1
    i = _past_places(reading, verb, i, last)
    subject = phrase_at(reading, i, last)
    return (verb, subject) if subject is not None else None


def _verbal(reading: Reading, token: Token) -> bool:
    return (
        token.pos == "VERB"
        and token.tag in ("VBD", "VBZ", "VBP", "VBN")
        or (token.lemma in reading.saying.clause and token.pos in ("VERB", "AUX") and token.tag != "VBG")
    )


def _past_places(reading: Reading, verb: Token, i: int, last: int) -> int:
    """Skips "on the press conference", "in the ether of state television", "to the agency", "from the hospital bed" before the subject."""
    while i < last and reading.tokens[i].pos == "ADP" and reading.tokens[i].lower != "of":
        k = i + 1
        start = k
        while k < last and (
            reading.tokens[k].pos in ("DET", "ADJ", "NUM")
            or reading.tokens[k].lower == "of"
            or (reading.tokens[k].pos in ("NOUN", "PROPN", "PRON"))
        ):
            if k > start and reading.tokens[k].pos == "DET" and reading.tokens[k - 1].lower != "of":
                break
            if (
                reading.tokens[k].pos == "PROPN"
                and reading.tokens[k - 1].pos == "NOUN"
                and _person(reading, reading.tokens[k])
            ):
                break
            k += 1
        if k >= last or reading.tokens[k].text == "," or k == start:
            return i
        i = k
    return i


def _person(reading: Reading, token: Token) -> bool:
    mention = reading.mention_at(token)
    return mention is not None and mention.type == "person"


def phrase_at(reading: Reading, first: int, last: int) -> Subject | None:
    """A noun phrase by word classes: its words, "of …" and "at …" behind them, and a name or office set off by commas."""
    i = first
    if i >= last or reading.tokens[i].pos not in PHRASE or reading.tokens[i].tag in RELATIVE:
        return None
    if (
        reading.tokens[i].pos == "PRON"
        and not reading.tokens[i].tag.endswith("$")
        and reading.tokens[i].lower not in reading.saying.pronouns.indefinite
    ):
        return Subject(i, i + 1, i)
    head = -1
    while i < last:
        token = reading.tokens[i]
        if (
            token.pos in PHRASE
            and token.tag not in RELATIVE
            or token.pos == "PUNCT"
            and token.text in ("-", ".", "’", "'")
            or token.pos == "CCONJ"
            or (token.tag in ("VBN", "VBG") and head < 0)
        ):
            if token.pos in ("NOUN", "PROPN", "NUM", "PRON") and (head < 0 or reading.tokens[i - 1].pos != "ADP"):
                head = i if head < 0 or not _nested(reading, head, i) else head
            i += 1
        elif (
            token.pos == "ADP"
            and head >= 0
            and token.lower in ("of", "for", "at", "with", "from", "in")
            and _attached(reading, token, head)
        ):
            i += 1
        elif token.text == "," and head >= 0 and _apposition(reading, i, last):
            i += 1
        else:
            break
    while i > first and reading.tokens[i - 1].pos in ("CCONJ", "PUNCT", "ADP"):
        i -= 1
    if head < 0 or i <= first:
        return None
    named = [
        k
        for k in range(first, i)
        if _person(reading, reading.tokens[k]) and reading.tokens[k - 1].lower not in ("of", "for", "to", "with")
    ]
    return Subject(first, i, named[0] if named else min(head, i - 1))


def _nested(reading: Reading, head: int, i: int) -> bool:
    """A noun behind "of", "at" or a comma does not take over as head."""
    return any(t.pos == "ADP" or t.text == "," for t in reading.tokens[head + 1 : i])


def _attached(reading: Reading, token: Token, head: int) -> bool:
    """ "the head of", "a doctor at the hospital"; not "said Smith in a letter", "said X from her bed"."""
    if token.lower == "of":
        return True
    return (
        reading.tokens[token.i - 1].pos == "NOUN"
        and token.lower in ("for", "at", "with", "in")
        and not _medium_follows(reading, token.i + 1)
    )


def _medium_follows(reading: Reading, i: int) -> bool:
    return any(t.lemma in reading.media.nouns for t in reading.tokens[i : i + 4])


def _apposition(reading: Reading, comma: int, last: int) -> bool:
    """ ", a teacher", ", Latifa B", ", 51": a phrase without a verb up to the next comma or the end."""
    k = comma + 1
    if (
        k >= last
        or reading.tokens[k].pos not in ("DET", "PROPN", "NUM", "NOUN", "ADJ")
        or reading.tokens[k].lower in DAYS
    ):
        return False
    while k < last and reading.tokens[k].text != ",":
        if reading.tokens[k].tag in FINITE or reading.tokens[k].tag == "VBG":
            return reading.tokens[k].tag in FINITE and reading.tokens[k - 1].tag in RELATIVE
        k += 1
    return True


def straight(reading: Reading, first: int, last: int) -> tuple[Token, Subject] | None:
    """ "X said": a noun phrase, then a verb, with appositions and a relative clause between commas."""
    subject = phrase_at(reading, first, last)
    if subject is None:
        return None
    i = subject.last
    for _ in range(4):
        while i < last and (
            reading.tokens[i].pos in ("ADV", "AUX", "PART")
            and not _verbal(reading, reading.tokens[i])
            or reading.tokens[i].tag == "EX"
        ):
            i += 1
        if i < last and _verbal(reading, reading.tokens[i]):
            return reading.tokens[i], subject
        closing = _past_insertion(reading, i, last)
        if closing is None:
            return None
        i = closing
    return None


def _past_insertion(reading: Reading, i: int, last: int) -> int | None:
    """Past ", …," or a relative clause or a prepositional phrase, to what comes next."""
    if i >= last:
        return None
    token = reading.tokens[i]
    if token.text == ",":
        if i + 1 < last and _verbal(reading, reading.tokens[i + 1]):
            return i + 1
        for k in range(i + 1, last):
            if reading.tokens[k].text == ",":
                return k + 1
        for k in range(i + 1, last):
            if _verbal(reading, reading.tokens[k]) and reading.tokens[k].lemma in reading.saying.clause:
                return k
        return None
    if token.pos == "ADP" or token.tag in RELATIVE or token.tag in ("VBG", "VBN"):
        for k in range(i + 1, last):
            if reading.tokens[k].text == ",":
                return k + 1 if token.tag in RELATIVE else None
            if reading.tokens[k].tag in FINITE and reading.tokens[k].lemma in reading.saying.clause:
                return k
        return None
    return None


def _reports(reading: Reading, verb: Token, subject: Subject, q: Quoted) -> bool:
    """Any verb reports beside a whole quotation, if a person or body is its subject; a saying verb always does."""
    if verb.lemma in reading.saying.clause or verb.lemma in reading.saying.weak or verb.lemma in reading.saying.stance:
        return True
    head = reading.tokens[subject.head]
    speakers, pronouns = reading.saying.speakers, reading.saying.pronouns
    human = head.lower in pronouns.female or head.lower in pronouns.male or person(reading, head)
    noun = head.lemma in speakers.people or head.lemma in speakers.roles
    adjacent = abs(verb.i - subject.last) <= 1 or abs(subject.first - verb.i) <= 2
    return (human or noun) and adjacent and reading.text[q.end - 1] in ",?!" and verb.lemma not in ("be", "have", "do")


def _report(reading: Reading, q: Quoted, verb: Token, subject: Subject, first: int, stop: int) -> Report:
    begin, end = min(verb.i, subject.first), max(verb.i + 1, subject.last)
    content = [(_sentence_start(reading, q), q.outer_end)]
    following = _next_piece(reading, end, stop)
    if following is not None:
        content.append(following)
    return Report(
        at=verb.i,
        kind="clause",
        cue=[(verb.start, verb.end)],
        clause=offsets(reading, begin, end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=content,
        inside=-1,
    )


def _sentence_start(reading: Reading, q: Quoted) -> int:
    """Where the content begins: with the marks, or with the sentence whose end they hold ("The tax “saved us,” she said")."""
    place = reading.between(reading.article.sections[q.section].start, q.outer_start)
    if not place:
        return q.outer_start
    last = reading.tokens[place[-1]]
    if last.text in (".", "?", "!", ":", ";", ",", "”", '"', "’") or reading.inside[last.i] >= 0:
        return q.outer_start
    first = last.i
    bound = reading.bounds(last)[0]
    while first > bound and not (
        reading.tokens[first - 1].text in (".", "?", "!", ":", ";") and reading.inside[first - 1] < 0
    ):
        first -= 1
    words = reading.tokens[first : last.i + 1]
    if all(t.pos in ("CCONJ", "ADV", "INTJ", "PUNCT") for t in words) or any(
        t.lemma in reading.saying.clause and t.pos == "VERB" for t in words
    ):
        return q.outer_start
    number = reading.inside[first]
    return reading.quoted[number].outer_start if number >= 0 else reading.tokens[first].start


def _next_piece(reading: Reading, end: int, stop: int) -> tuple[int, int] | None:
    """The quotation that goes on behind ", he said, "."""
    for i in range(end, min(stop, end + REACH)):
        number = reading.inside[i]
        if number >= 0:
            q = reading.quoted[number]
            lead = reading.tokens[i - 1].text
            return (
                (q.outer_start, q.outer_end)
                if lead in (",", ":", "–", "—", "-") or reading.tokens[i - 1].lower == "that"
                else None
            )
        if reading.tokens[i].text in (".", ";", "?", "!"):
            return None
    return None
