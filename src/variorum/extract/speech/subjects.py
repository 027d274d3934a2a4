"""Who does a reporting verb: its subject in the tree, its governor's, or the phrase beside it."""

from __future__ import annotations

from variorum.extract.speech.reading import NOUNS, Reading
from variorum.extract.speech.reports import Subject
from variorum.text.tree import Token

GOVERNED = frozenset(("conj", "advcl", "xcomp", "ccomp", "parataxis", "obl", "nmod", "dep"))
STOP_SOURCE = frozenset(("acl:relcl", "list", "parataxis", "ccomp", "advcl", "cc", "punct", "acl"))


RELATIVE_TAGS = frozenset(("WP", "WDT", "WP$"))


SKIPPED = frozenset(("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON", "ADP", "PART", "ADV"))


def noun_phrase(reading: Reading, head: Token, stop: int | None = None) -> Subject:
    """The head's phrase without its relative clauses; appositions stay. `stop`: index the phrase must not reach."""
    found = [head.i]
    stack = [head]
    while stack:
        for child in reading.parse.children(stack.pop()):
            if child.dep in STOP_SOURCE or (child.dep == "conj" and child.pos == "VERB"):
                continue
            if child.dep == "case" and child.i < head.i and reading.parse.head(child) is head:
                continue
            if child.i > head.i and child.relation == "nmod" and _when(reading, child):
                continue
            found.append(child.i)
            stack.append(child)
    found.sort()
    at = found.index(head.i)
    first, last = head.i, head.i
    while at > 0 and head.i - found[at - 1] < 40 and _joined(reading, found[at - 1], found[at]):
        at -= 1
        first = found[at]
    at = found.index(head.i)
    while at + 1 < len(found) and _joined(reading, found[at], found[at + 1]):
        if stop is not None and head.i < stop <= found[at + 1]:
            break
        at += 1
        last = found[at]
    return Subject(first, last + 1, head.i)


def _when(reading: Reading, noun: Token) -> bool:
    """ "officials *on Friday* said": a day, which is no part of who speaks."""
    case = reading.parse.child(noun, "case")
    return case is not None and case.lower == "on" and noun.lower in reading.saying.words.days


def _joined(reading: Reading, left: int, right: int) -> bool:
    """Whether only punctuation or an "and" stands between two tokens of a phrase."""
    return all(
        t.pos in ("CCONJ", "PART")
        or (t.pos == "PUNCT" and t.text not in (":", ";") and reading.inside[t.i] == reading.inside[right])
        for t in reading.tokens[left + 1 : right]
    )


def find_subject(reading: Reading, verb: Token) -> Subject | None:
    """The verb's subject with the name before it ("A B, head of the office, said")."""
    subject = _found(reading, verb)
    if subject is not None and (named := _opening_name(reading, subject, verb)) is not None:
        return named
    if (
        subject is None
        or subject.last > verb.i
        or reading.tokens[subject.head].lemma not in reading.saying.speakers.roles
    ):
        return subject
    before = named_before(reading, subject.first - 1, reading.sentence(verb).first)
    return Subject(before.first, subject.last, before.head) if before is not None else subject


def _opening_name(reading: Reading, subject: Subject, verb: Token) -> Subject | None:
    """The name that opens the sentence and that the subject explains: "*Port Watch*, a group of divers, counts"."""
    first, tokens = reading.sentence(verb).first, reading.tokens
    name = tokens[first : subject.first - 1]
    told = subject.first > first + 1 and tokens[subject.first - 1].text == "," and subject.last <= verb.i
    called = all(t.pos == "PROPN" for t in name) or (len(name) > 1 and all(t.text[:1].isupper() for t in name))
    if not told or tokens[subject.first].lower not in ("a", "an") or not called:
        return None
    return Subject(first, subject.last, name[-1].i)


def named_before(reading: Reading, comma: int, first: int) -> Subject | None:
    """The person whose name ends right before the comma."""
    if comma - 1 < first or reading.tokens[comma].text != ",":
        return None
    mention = reading.mention_at(reading.tokens[comma - 1])
    if mention is None or mention.type != "person":
        return None
    place = reading.between(mention.span.start, mention.span.end)
    return Subject(place.start, place.stop, place.start) if place and place.stop == comma else None


def _found(reading: Reading, verb: Token) -> Subject | None:
    """Who does the verb: its subject, its governor's for a participle or a second verb, else the phrase beside it."""
    direct = _direct(reading, verb)
    if direct is not None and (plausible(reading, direct.head) or verb.tag in ("VBG", "VB")):
        return direct
    ordered = left_subject(reading, verb)
    if ordered is not None and plausible(reading, ordered.head):
        return ordered
    if direct is not None:
        return direct
    if _second(reading, verb):
        return _inherited(reading, verb) or _beside(reading, verb)
    return _beside(reading, verb) or _inherited(reading, verb)


def plausible(reading: Reading, head: int) -> bool:
    """A name, a pronoun, or a noun that can speak."""
    token = reading.tokens[head]
    if (
        token.pos == "PRON"
        or reading.mention_at(token) is not None
        or (token.text.isupper() and len(token.text) > 1 and token.text.isalpha())
    ):
        return True
    return reading.saying.speakers.named(token.lemma)


def left_subject(reading: Reading, verb: Token) -> Subject | None:
    """The phrases before a finite verb, by commas: "its director, A B, said", "a student, A B, 22, said"."""
    if verb.tag in ("VB", "VBG"):
        return None
    opening = reading.bounds(verb)[0]
    i = verb.i - 1
    while i > opening and reading.tokens[i].pos in ("ADV", "AUX"):
        i -= 1
    if i <= opening or reading.tokens[i].text != "," or reading.inside[i] >= 0:
        return None
    groups = _groups(reading, i, opening)
    if not groups:
        return None
    first, last = groups[-1][0], groups[0][1]
    heads = [
        k
        for a, b in groups
        for k in range(a, b)
        if (m := reading.mention_at(reading.tokens[k])) is not None and m.type == "person"
    ]
    nouns = [k for k in range(first, last) if reading.tokens[k].pos == "NOUN" and plausible(reading, k)]
    if not heads and not nouns:
        return None
    return Subject(first, last, heads[0] if heads else nouns[0])


def _groups(reading: Reading, comma: int, first: int) -> list[tuple[int, int]]:
    """Up to three verbless phrases between commas, the nearest first; the last of them holds a noun of office."""
    groups: list[tuple[int, int]] = []
    end = comma
    while end > first and len(groups) < 3:
        start = end - 1
        while start > first and reading.tokens[start - 1].text not in (",", ";", ":") and reading.inside[start - 1] < 0:
            start -= 1
        words = reading.tokens[start:end]
        if start < end and (words[0].tag in RELATIVE_TAGS or words[0].tag == "VBG") and not groups:
            end = start - 1  # "the agency, whose reporter was there, speaks of"
            continue
        if (
            start >= end
            or any(t.tag in ("VBD", "VBZ", "VBP", "MD", "VBG") for t in words)
            or words[0].pos in ("ADP", "CCONJ", "SCONJ", "ADV")
        ):
            break
        if len(groups) and not any(
            plausible(reading, k) and reading.tokens[k].pos != "PRON" for k in range(start, end)
        ):
            break
        groups.append((start, end))
        if len(groups) > 1 or start <= first:
            break
        end = start - 1
        if len(words) > 6:
            break
    return groups


def _second(reading: Reading, verb: Token) -> bool:
    """A participle or infinitive, a relative clause, or a verb right behind an "and"."""
    if verb.tag in ("VBG", "VB") or verb.dep.startswith("acl"):
        return True
    i = verb.i - 1
    while i > 0 and reading.tokens[i].pos in ("ADV", "AUX"):
        i -= 1
    return reading.tokens[i].pos == "CCONJ"


def _direct(reading: Reading, verb: Token) -> Subject | None:
    subjects = reading.subject(verb)
    if not subjects:
        return _it(reading, verb)
    nearest = min(subjects, key=lambda t: (abs(t.i - verb.i), t.i))
    if nearest.tag in RELATIVE_TAGS or nearest.lower == "that":
        noun = reading.parse.head(verb)
        if noun is not None and verb.dep.startswith("acl") and noun.pos in NOUNS:
            return noun_phrase(reading, noun, stop=verb.i)
        before = named_before(reading, nearest.i - 1, reading.sentence(verb).first)
        if before is not None:
            return before
    phrase = noun_phrase(reading, nearest, stop=verb.i if nearest.i < verb.i else None)
    for other in sorted(
        subjects, key=lambda t: -t.i
    ):  # a title read as a subject of its own stands right before the name
        if (
            other.i < phrase.first
            and nearest.pos != "PRON"
            and other.tag not in RELATIVE_TAGS
            and plausible(reading, other.i)
            and _touches(reading, other, phrase.first)
        ):
            phrase = Subject(noun_phrase(reading, other, stop=phrase.first).first, phrase.last, phrase.head)
    return phrase


def _it(reading: Reading, verb: Token) -> Subject | None:
    """The "it" of "*It* noted that …", which the parser takes for nobody."""
    it = reading.parse.child(verb, "expl")
    that = reading.tokens[verb.i + 1].lower == "that" if verb.i + 1 < len(reading.tokens) else False
    return Subject(it.i, it.i + 1, it.i) if that and it is not None and it.lower == "it" and it.i < verb.i else None


def _touches(reading: Reading, left: Token, right: int) -> bool:
    return all(t.pos in SKIPPED or t.lower == "," for t in reading.tokens[left.i + 1 : right]) and right - left.i < 12


def _inherited(reading: Reading, verb: Token, depth: int = 0) -> Subject | None:
    """A participle or second verb has its governor's subject."""
    head = reading.parse.head(verb)
    if head is None or depth > 4:
        return None
    if verb.dep in ("acl", "acl:relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return noun_phrase(reading, head, stop=verb.i if head.i < verb.i else None)
    if verb.relation in GOVERNED and _nonfinite(reading, verb) and (reading.is_verb(head) or reading.subject(head)):
        if verb.relation == "conj" and verb.i < head.i:
            return None
        found = _direct(reading, head) or _passive_subject(reading, head) or _inherited(reading, head, depth + 1)
        return found if found is None or reading.inside[found.head] == reading.inside[verb.i] else None
    return None


def _passive_subject(reading: Reading, verb: Token) -> Subject | None:
    subject = reading.parse.child(verb, "nsubj:pass")
    return noun_phrase(reading, subject, stop=verb.i) if subject is not None else None


def _nonfinite(reading: Reading, verb: Token) -> bool:
    return verb.tag in ("VBG", "VB", "VBN") or verb.relation == "conj"


def _beside(reading: Reading, verb: Token) -> Subject | None:
    """Where the tree shows no subject: the noun phrase right after the verb ("told the nurse"), else right before
    it.
    """
    if verb.tag in ("VB", "VBG"):
        return None
    sentence = reading.sentence(verb)
    after = _phrase_after(reading, verb.i + 1, sentence.last)
    audience = verb.lemma in reading.saying.told and verb.i > 0 and reading.inside[verb.i - 1] < 0
    if after is not None and not audience and _inverted(reading, verb):
        return after
    i = verb.i - 1
    while i >= sentence.first and reading.tokens[i].pos in ("ADV", "AUX"):
        i -= 1
    if i > sentence.first and reading.tokens[i].text == "," and reading.tokens[i - 1].pos in ("NOUN", "PROPN", "NUM"):
        i -= 1  # the comma that closes an apposition
    if (
        i >= sentence.first
        and reading.tokens[i].pos in ("NOUN", "PROPN", "PRON", "NUM")
        and reading.inside[i] == reading.inside[verb.i]
    ):
        head = _climb(reading, reading.tokens[i], sentence.first, verb.i)
        head = _past_clause(reading, head, sentence.first)
        return noun_phrase(reading, head, stop=verb.i)
    return None


def _past_clause(reading: Reading, head: Token, first: int) -> Token:
    """ "a cook who saw the fire told": the noun whose relative clause ends before the verb."""
    for verb in reading.parse.ancestors(head):
        if verb.dep.startswith("acl"):
            noun = reading.parse.head(verb)
            if noun is not None and first <= noun.i < verb.i < head.i + 1 and noun.pos in NOUNS:
                return noun
        if verb.pos not in ("VERB", "AUX", "NOUN"):
            break
    return head


def _inverted(reading: Reading, verb: Token) -> bool:
    """Whether the verb opens its clause: after a comma, a quotation, or a fronted "this"."""
    i = verb.i - 1
    sentence = reading.sentence(verb)
    while i >= sentence.first and reading.tokens[i].pos in ("AUX", "ADV"):
        i -= 1
    if i < sentence.first:
        return True
    before = reading.tokens[i]
    return before.pos == "PUNCT" or before.lower in ("this", "that", "it") or reading.inside[i] >= 0


def _phrase_after(reading: Reading, i: int, last: int) -> Subject | None:
    """The first noun phrase after a verb, past the time ("on Monday") and the place where it was said."""
    at = i
    while at < last and at < i + 12:
        token = reading.tokens[at]
        if token.pos == "PUNCT" and token.lower not in ("“", '"'):
            return None
        if token.pos == "ADP":
            at = _skip_phrase(reading, at, last)
            continue
        if token.pos in ("DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"):
            head = _climb(reading, token, at, last)
            phrase = noun_phrase(reading, head)
            if reading.tokens[phrase.head].lower in reading.saying.words.days:
                at = phrase.head + 1
                continue
            return Subject(at, max(phrase.last, at + 1), phrase.head)
        at += 1
    return None


def _skip_phrase(reading: Reading, at: int, last: int) -> int:
    """The index after a prepositional phrase that holds one noun."""
    i = at + 1
    while i < last and reading.tokens[i].pos in ("DET", "ADJ", "ADP", "NUM"):
        i += 1
    while i < last and reading.tokens[i].pos in ("NOUN", "PROPN", "PRON"):
        i += 1
        if reading.tokens[i - 1].lower in reading.saying.words.days:
            break
    return i


def _climb(reading: Reading, token: Token, first: int, last: int) -> Token:
    """The head of the noun phrase the token stands in, staying inside first to last (exclusive)."""
    for _ in range(8):
        head = reading.parse.head(token)
        if head is None or not first <= head.i < last or head.pos not in NOUNS:
            return token
        if token.relation in ("nsubj", "obj", "obl", "ccomp", "root", "conj", "appos", "parataxis"):
            return token
        token = head
    return token
