"""Reports without a verb of their own: "according to X", "by the data of X", "X's claim that …", "X: …"."""

from __future__ import annotations

import re
from functools import cache

from variorum.extract.speech.colons import colons
from variorum.extract.speech.enclosed import around
from variorum.extract.speech.frames import frame_of, offsets
from variorum.extract.speech.reading import Reading
from variorum.extract.speech.reports import Offsets, Report, Subject
from variorum.extract.speech.subjects import noun_phrase
from variorum.lang.base import read
from variorum.lang.saying import Saying
from variorum.text.tree import Token


def find_phrases(reading: Reading) -> list[Report]:
    """Reports by cue phrases, by nouns and by colons, in text order of their cues."""
    table, telling = _table(reading.saying.phrases), _telling(reading.article.language)
    found: list[Report] = []
    taken = -1
    for token in reading.tokens:
        if token.i <= taken or reading.inside[token.i] >= 0:
            continue
        length = _match(reading, token, table) if token.lower in table else 0
        if length:
            taken = token.i + length - 1
            report = _phrase(reading, token, length)
        else:
            report = _single(reading, token, telling)
        if report is not None:
            found.append(report)
    found.extend(colons(reading))
    return found


def _single(reading: Reading, token: Token, telling: frozenset[str]) -> Report | None:
    """The report that begins at a word which is no cue phrase; most words can begin none, and of nouns only those in
    `telling`."""
    if token.lower in PREPOSITIONS:
        return _possessive(reading, token)
    noun = (token.lemma in telling or token.lower in telling) and (token.pos == "NOUN" or token.tag.startswith("NN"))
    found = (_nominal(reading, token) or _untrue(reading, token) or _tally(reading, token)) if noun else None
    if not noun and token.pos == "VERB" and token.i == reading.bounds(token)[0]:
        found = _untrue(reading, token)  # "Claims that …", taken for a verb
    if found is None and token.lower == "saying":
        found = _quoted_as(reading, token)
    return found or (_given_by(reading, token) if token.tag == "VBN" else None)


@cache
def _telling(language: str) -> frozenset[str]:
    """The nouns of saying and counting at which a report may begin, and their plurals."""
    saying = read(language, "saying", Saying)
    return frozenset((*saying.nouns, *(f"{noun}s" for noun in saying.nouns), *saying.words.tallies))


CLOCK = re.compile(r"\d{1,2}(?:[.:]\d{2})?\s*(?:[ap]\.?m\b|o[’']clock\b|(?:GMT|UTC|hours|hrs)\b)|\d{1,2}:\d{2}\b", re.I)
PREPOSITIONS = frozenset({"by", "in", "on", "after", "to", "from"})


@cache
def _table(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Cue phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


def _match(reading: Reading, token: Token, table: dict[str, list[tuple[str, ...]]]) -> int:
    """The number of words of the cue phrase that begins here; 0 for none."""
    following = reading.tokens[token.i + 1].lower if token.i + 1 < len(reading.tokens) else ""
    for words in table.get(token.lower, ()):
        if len(words) > 1 and words[1] != following:
            continue
        here = reading.tokens[token.i : token.i + len(words)]
        if tuple(t.lower for t in here) == words and here[-1].sentence == token.sentence:
            return len(words) if token.lower != "per" or _per_source(reading, token) else 0
    return 0


def _per_source(reading: Reading, token: Token) -> bool:
    """ "per the ministry", not "five per cent": a determiner or a name of an organisation or person follows."""
    after = reading.tokens[token.i + 1] if token.i + 1 < len(reading.tokens) else None
    if after is None or token.i == 0 or reading.tokens[token.i - 1].pos == "NUM":
        return False
    mention = reading.mention_at(after)
    if mention is not None:
        return mention.type != "place"
    return after.lower == "the" and token.i > 0 and reading.tokens[token.i - 1].text == ","


def _phrase(reading: Reading, token: Token, length: int) -> Report | None:
    sentence = reading.sentence(token)
    first = token.i + length
    if first >= sentence.last:
        return None
    if CLOCK.match(reading.text, reading.tokens[first].start):
        return None  # "as per 4 pm on Sunday"
    subject = phrase_from(reading, first, sentence.last)
    subject = _with_name(reading, subject, sentence.last) if subject is not None else None
    if subject is None or (
        token.lower == "according" and reading.tokens[subject.head].lemma in ("plan", "schedule", "need")
    ):
        return None
    if token.lower in reading.saying.quoting or token.lower in ("citing", "quoting"):
        return None  # chains read these
    lead = reading.tokens[max(sentence.first, token.i - 12) : token.i]
    if token.lower == "as" and any(t.lower == "according" for t in lead):
        return None  # "according to X, as quoted by Y": Y passes on
    frame = frame_of(reading, token, whole=True)
    content = [_to_mark(reading, *c) for c in around(reading, frame, token.i, subject.last)]
    if not content:
        return None
    return Report(
        at=token.i,
        kind="phrase",
        cue=[(token.start, reading.tokens[first - 1].end)],
        clause=(token.start, reading.tokens[subject.last - 1].end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=content,
        inside=reading.inside[token.i],
    )


def _with_name(reading: Reading, subject: Subject, last: int) -> Subject:
    """Takes in the name right behind an office, where the tree hangs it elsewhere: "according to its conductor, *Ana
    Bel*, who …"."""
    comma, head = subject.last, reading.tokens[subject.head]
    office = head.lemma in reading.saying.speakers.roles or head.lemma in reading.saying.speakers.people
    if not office or comma + 1 >= last or reading.tokens[comma].text != ",":
        return subject
    mention = reading.mention_at(reading.tokens[comma + 1])
    if mention is None or mention.type != "person" or reading.mention_at(head) is not None:
        return subject
    place = reading.between(mention.span.start, mention.span.end)
    return Subject(subject.first, max(place.stop, comma + 2), subject.head) if place.start == comma + 1 else subject


def _to_mark(reading: Reading, start: int, end: int) -> Offsets:
    """The content up to the closing mark of the quotation that it breaks off in."""
    place = reading.between(start, end)
    number = reading.inside[place[-1]] if place else -1
    whole = number >= 0 and start <= reading.quoted[number].outer_start
    return (start, max(end, reading.quoted[number].outer_end)) if whole else (start, end)


def phrase_from(reading: Reading, first: int, last: int) -> Subject | None:
    """The noun phrase that begins at token `first`."""
    i = first
    while i < last and reading.tokens[i].pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        if reading.tokens[i].pos in ("VERB", "PUNCT", "SCONJ") and reading.tokens[i].tag not in ("VBG", "VBN"):
            return None
        i += 1
    if i >= last:
        return None
    head = reading.tokens[i]
    for _ in range(8):
        up = reading.parse.head(head)
        if (
            head.lower == "those"
            or up is None
            or up.i < first
            or up.i >= last
            or up.pos not in ("NOUN", "PROPN", "PRON", "NUM")
        ):
            break
        if any(
            reading.tokens[k].text in (",", ";") or reading.tokens[k].tag in ("VBD", "VBZ", "VBP")
            for k in range(min(head.i, up.i), max(head.i, up.i))
        ):
            break
        head = up
    phrase = noun_phrase(reading, head)
    end = phrase.last
    if head.lower == "those":
        end = max([end, *(reading.parse.subtree(c)[-1].i + 1 for c in reading.parse.children(head, "acl"))])
    for k in range(first, phrase.last):  # a name list or a verb misread as part of the phrase
        if reading.tokens[k].tag in ("VBD", "VBZ", "VBP") and k > head.i:
            end = k
            break
    return Subject(first, max(end, head.i + 1), head.i)


def _quoted_as(reading: Reading, token: Token) -> Report | None:
    """ "…, X quotes Y as saying": Y speaks."""
    if token.lower != "saying" or token.i < 4 or reading.tokens[token.i - 1].lower != "as":
        return None
    first, last = reading.bounds(token)
    quote = next(
        (
            i
            for i in range(token.i - 2, max(first, token.i - 16), -1)
            if reading.tokens[i].lemma in reading.saying.quoting
            or reading.tokens[i].lower.removesuffix("s") in reading.saying.quoting
        ),
        None,
    )
    cited = phrase_from(reading, quote + 1, token.i - 1) if quote is not None and quote + 1 < token.i - 1 else None
    if quote is None or cited is None:
        return None
    start = quote
    while start > first and reading.tokens[start - 1].pos in ("NOUN", "PROPN", "DET", "ADJ"):
        start -= 1
    content = offsets(reading, token.i + 1, last) if token.i + 2 < last else offsets(reading, first, start)
    via = [offsets(reading, start, quote)] if start < quote else []
    return Report(
        at=token.i,
        kind="phrase",
        cue=[(reading.tokens[quote].start, reading.tokens[quote].end), (reading.tokens[token.i - 1].start, token.end)],
        clause=(reading.tokens[start].start, token.end),
        source=offsets(reading, cited.first, cited.last),
        head=cited.head,
        content=[content],
        preposed=token.i + 2 < last,
        via=via,
    )


def _given_by(reading: Reading, verb: Token) -> Report | None:
    """ "the nine confirmed by the port authority", "12 dead reported by rebels": a number that its source has given."""
    if verb.tag != "VBN" or verb.lemma not in {*reading.saying.object, *reading.saying.number}:
        return None
    first, last = reading.bounds(verb)
    if verb.i + 2 >= last or reading.tokens[verb.i + 1].lower != "by":
        return None
    start = verb.i
    while start > max(first, verb.i - 4) and reading.tokens[start - 1].pos in ("NUM", "NOUN", "ADJ"):
        start -= 1
    subject = phrase_from(reading, verb.i + 2, last)
    if subject is None or not any(t.pos == "NUM" for t in reading.tokens[start : verb.i]):
        return None
    return Report(
        at=verb.i,
        kind="phrase",
        cue=[(verb.start, reading.tokens[verb.i + 1].end)],
        clause=(verb.start, reading.tokens[subject.last - 1].end),
        source=offsets(reading, subject.first, subject.last),
        head=subject.head,
        content=[offsets(reading, start, verb.i)],
        inside=reading.inside[verb.i],
    )


def _possessive(reading: Reading, token: Token) -> Report | None:
    """ "by X's own count", "in his words": a preposition, a possessive, a noun of telling."""
    if token.lower not in PREPOSITIONS or token.i + 2 >= len(reading.tokens):
        return None
    if token.i and reading.tokens[token.i - 1].lower in {"contrary", "counter", "contrast"}:
        return None  # "contrary to the police account"
    sentence = reading.sentence(token)
    for i in range(token.i + 1, min(sentence.last, token.i + 8)):
        noun = reading.tokens[i]
        if noun.text in (",", "."):
            return None
        if noun.lemma in reading.saying.phrase_by and noun.pos == "NOUN":
            owner = reading.parse.child(noun, "nmod:poss", "compound", "amod")
            if owner is None or owner.i <= token.i or owner.i >= i or not _whose(reading, owner):
                return None
            content = around(reading, frame_of(reading, token), token.i, i + 1)
            if not content or (noun.lemma in ("data", "figure", "information", "view") and token.lower != "by"):
                return None
            return Report(
                at=token.i,
                kind="phrase",
                cue=[(token.start, token.end), (noun.start, noun.end)],
                clause=(token.start, noun.end),
                source=offsets(reading, token.i + 1, owner.i + 1),
                head=owner.i,
                content=content,
                inside=reading.inside[token.i],
            )
    return None


def _whose(reading: Reading, owner: Token) -> bool:
    speakers = reading.saying.speakers
    if owner.pos == "PRON":
        return owner.lower not in ("our", "my", "we", "your")
    return owner.pos == "PROPN" or any(
        owner.lemma in g for g in (speakers.organisations, speakers.people, speakers.roles)
    )


def _nominal(reading: Reading, noun: Token) -> Report | None:
    """ "the union's claim that …", "rumours in the town that …": a noun of saying with a clause."""
    if noun.pos != "NOUN" or noun.lemma not in reading.saying.nouns:
        return None
    clause = next(
        (
            c
            for c in reading.parse.children(noun, "acl", "ccomp")
            if c.i > noun.i and c.dep != "acl:relcl" and _thatted(reading, c, noun)
        ),
        None,
    )
    if clause is None:
        return None
    tree = reading.parse.subtree(clause)
    first = next((t.i for t in tree if t.i > noun.i and t.lower == "that"), None)
    if first is None:
        return None
    last = tree[-1].i + 1
    by = _author(reading, noun)
    verb = reading.parse.head(noun)
    denied = verb is not None and (verb.lemma in reading.saying.deny or verb.lower in reading.saying.false)
    return Report(
        at=noun.i,
        kind="noun",
        cue=[(noun.start, noun.end)],
        clause=(noun.start, noun.end),
        source=offsets(reading, by.first, by.last) if by else None,
        head=by.head if by else None,
        content=[offsets(reading, first, last)],
        inside=reading.inside[noun.i],
        preposed=True,
        denied=denied,
    )


def _untrue(reading: Reading, noun: Token) -> Report | None:
    """ "Rumours in the town that a dam had burst were false": read by order, since trees often take "that" for a
    pronoun.
    """
    opens = noun.i == reading.bounds(noun)[0]  # "Reports that …", "Claims that …", often taken for verbs
    if not (opens or noun.tag.startswith("NN")) or noun.lower.removesuffix("s") not in reading.saying.nouns:
        return None
    last = min(reading.bounds(noun)[1], noun.i + 60)
    that = next((i for i in range(noun.i + 1, min(last, noun.i + 9)) if reading.tokens[i].lower == "that"), None)
    if that is None or reading.finite_in(noun.i + 1, that):
        return None
    for i in range(that + 3, last - 1):
        token, following = reading.tokens[i], reading.tokens[i + 1]
        if token.text in (";", ".") or reading.inside[i] >= 0:
            return None
        if token.lemma == "be" and following.lower in reading.saying.false:
            return Report(
                at=noun.i,
                kind="noun",
                cue=[(noun.start, noun.end)],
                clause=(noun.start, noun.end),
                content=[offsets(reading, that, i)],
                preposed=True,
                denied=True,
            )
    return None


def _tally(reading: Reading, noun: Token) -> Report | None:
    """ "the club's tally is 7", "the firm's estimate of 40": a count that belongs to its source."""
    if noun.pos != "NOUN" or noun.lemma not in reading.saying.words.tallies:
        return None
    owner = reading.parse.child(noun, "nmod:poss")
    if owner is None or owner.i > noun.i or not _whose(reading, owner):
        return None
    last = reading.bounds(noun)[1]
    end = next((i for i in range(noun.i + 1, last) if reading.tokens[i].text in (",", ";", ".", "(", ")")), last)
    if not any(t.pos == "NUM" for t in reading.tokens[noun.i + 1 : end]):
        return None
    by = noun_phrase(reading, owner, stop=noun.i)
    return Report(
        at=noun.i,
        kind="noun",
        cue=[(noun.start, noun.end)],
        clause=(noun.start, noun.end),
        source=offsets(reading, by.first, by.last),
        head=by.head,
        content=[offsets(reading, noun.i, end)],
        preposed=True,
    )


def _thatted(reading: Reading, clause: Token, noun: Token) -> bool:
    mark = reading.parse.child(clause, "mark")
    return mark is not None and mark.lower == "that" and noun.i < mark.i


def _author(reading: Reading, noun: Token) -> Subject | None:
    """Whose claim: a possessive, "by X", or the word before ("opposition claims")."""
    for child in reading.parse.children(noun, "nmod:poss", "nmod", "compound"):
        case = reading.parse.child(child, "case")
        by = case is not None and case.lower in ("by", "from", "'s", "’s", "’", "'")
        if (
            child.dep == "nmod:poss"
            or (child.relation == "nmod" and by)
            or (child.dep == "compound" and _whose(reading, child))
        ):
            phrase = noun_phrase(reading, child, stop=noun.i if child.i < noun.i else None)
            return phrase
    return None
