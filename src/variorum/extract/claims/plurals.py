"""Plurals without a number: "civilians were killed", "the murder of the priests" say that there were two or more."""

from __future__ import annotations

from collections.abc import Iterator

from variorum.extract.claims.choose import Choice, choose
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frames import frames
from variorum.extract.claims.lexicon import lexicon
from variorum.extract.claims.mood import mood_of
from variorum.extract.claims.nouns import nouns
from variorum.extract.claims.outcome import settled
from variorum.extract.claims.parts import subset
from variorum.extract.claims.scope import place_in_time
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.model import Article, Claim, TimeMention, Value, content_id
from variorum.text.tree import Parse, Token

KINDS = frozenset(("killed", "injured"))
"""Kinds of which a plural alone is worth telling: that people came to harm."""
NEAREST = 2
"""Frames farther off than this are too weak a ground for a claim without a number."""
QUANTIFIERS = frozenset(("no", "any", "all", "both", "most", "few", "what", "which", "more", "many", "other"))
PAST = frozenset(("VBD", "VBN"))
ACTORS = frozenset(("police", "authorities", "officials"))
"""Who deals with the dead: beside a headline's participle they are its subject ("Police name boy killed")."""


def with_plurals(
    article: Article,
    parse: Parse,
    times: tuple[TimeMention, ...],
    words: Words,
    amounts: list[Counted],
    claims: tuple[Claim, ...],
) -> tuple[Claim, ...]:
    """The claims, and one per noun that tells of several killed or hurt where no number of them is stated."""
    open_ = KINDS - {c.kind for c in claims if c.scope == "event" and c.person is None and not c.rate}
    found: dict[tuple[str, str], Claim] = {}
    for noun in _plurals(parse, amounts, words, article.language) if open_ else ():
        amount = _as_amount(parse, noun)
        choice = settled(
            parse, amount, choose(parse, amount, frames(parse, amount, words), noun, noun, words, article.language),
            article.language,
        )  # fmt: skip
        if choice is None or choice.kind not in open_ or not _told(parse, noun, choice, article.language):
            continue
        if (choice.kind, noun.lemma) not in found:
            claim = _claim(article, parse, times, words, amount, choice)
            if claim is not None:
                found[choice.kind, noun.lemma] = claim
    return tuple(sorted((*claims, *found.values()), key=lambda c: (c.span, c.id)))


def _plurals(parse: Parse, amounts: list[Counted], words: Words, language: str) -> Iterator[Token]:
    """Plural nouns for people that no amount, quantifier or word of place belongs to."""
    taken = {t.i for a in amounts for t in (a.number, a.anchor, a.noun) if t is not None}
    persons = nouns(language).persons
    for token in parse.tokens:
        if token.tag not in {"NNS", "NNPS"} or token.i in taken or token.lemma in words.nonpersons:
            continue
        if token.lower in ACTORS:
            continue
        if not any(f in persons or f in words.classes or f in words.generic for f in forms(token)):
            continue
        lead = {c.lower for c in parse.children(token, "det", "amod", "nummod", "advmod")}
        if not lead & QUANTIFIERS and parse.child(token, "nummod") is None:
            yield token


def _told(parse: Parse, noun: Token, choice: Choice, language: str) -> bool:
    """Whether a verb in the past or a noun of the deed says it of the plural itself, near by."""
    frame = choice.frame
    if frame is None or frame.distance > NEAREST or frame.word.sentence != noun.sentence:
        return False
    word = frame.word
    if choice.trigger == "deeds":
        several = word.tag == "NNS" and parse.child(word, "det") is None  # "assassinations of leaders" as a habit
        attempted = any(c.lower in lexicon(language).attempts for c in parse.children(word, "amod", "compound"))
        planned = any(a.lemma in lexicon(language).attempts for a in parse.ancestors(word))
        beside = (
            noun.relation == "appos" and parse.child(noun, "case") is None
        )  # "this murder, which filled the people"
        return not (several or attempted or planned or beside)
    if _of_another(parse, word, noun):
        return False
    definite = any(c.lower in {"the", "these", "those"} for c in parse.children(noun, "det"))
    before = [t for t in parse.tokens[noun.i + 1 : word.i] if t.pos != "ADV"][-1:]
    if word.relation in {"acl", "xcomp"} and before and before[0].tag in {"NN", "NNP"}:
        return False  # "neighbours met at a mass for a boy fatally shot"
    if word.relation == "amod" and not (definite and choice.kind == "killed"):
        return False  # "relatives of murdered people"
    if any(c.lower == "could" for c in parse.children(word, "aux")):
        return False  # "the children could have been killed"
    passive = choice.trigger == "adjectives" and parse.child(word, "aux:pass") is not None
    done = passive or choice.trigger == "object_of" or (choice.trigger == "subject_of" and choice.kind == "killed")
    target = parse.child(word, "obj")
    if not done or (target is not None and target.i != noun.i):
        return False
    return _past(parse, word) and parse.text[parse.sentence_of(word).end - 1] != "?"


def _of_another(parse: Parse, word: Token, noun: Token) -> bool:
    """Whether the verb tells of others: "told reporters that a commander was killed", "the officers have neutralised
    the gang"."""
    subjects = [c for c in parse.children(word, "nsubj", "nsubj:pass") if c.tag not in {"WP", "WDT"}]
    if any(c.i != noun.i for c in subjects) or (word.relation == "ccomp" and word.head == noun.head):
        return True
    active = any(c.lemma == "have" for c in parse.children(word, "aux")) and not parse.child(word, "aux:pass")
    return active and noun.dep == "nsubj" and noun.head == word.i and word.tag == "VBN" and word.lemma not in DYING


DYING = frozenset(("die", "perish", "drown", "fall", "succumb"))


def _past(parse: Parse, verb: Token) -> bool:
    """What happened: a past form, or a participle beside one ("hit the block, killing residents")."""
    if verb.tag == "VBG":
        head = parse.head(verb)
        return verb.relation == "advcl" and head is not None and head.tag in PAST
    helpers = parse.children(verb, "aux", "aux:pass", "cop")
    if any(c.lower == "being" or (c.lemma == "be" and c.tag in {"VBP", "VBZ"}) for c in helpers):
        return any(c.lemma == "have" for c in helpers)  # "our sons are hurt" is a state of any time
    return verb.tag in PAST or any(c.tag in PAST for c in helpers)


def _as_amount(parse: Parse, noun: Token) -> Counted:
    value = Value(noun.text, None, 2, None, "vague")
    return Counted(noun.start, noun.end, noun.start, noun.end, value, noun.sentence, noun, noun, noun)


def _claim(
    article: Article, parse: Parse, times: tuple[TimeMention, ...], words: Words, amount: Counted, choice: Choice
) -> Claim | None:
    mood = mood_of(parse, amount, choice, words)
    placing = place_in_time(parse, article, amount, times, words)
    if not mood.stated or mood.denied or placing.scope != "event" or choice.frame is None:
        return None
    kind, word = load()[choice.kind], choice.frame.word
    start, end = min(amount.start, word.start), max(amount.end, word.end)
    return Claim(
        id=content_id("c", article.id, kind.name, "plural", amount.start, amount.end),
        kind=kind.name,
        value=amount.value,
        unit=kind.unit,
        span=article.span(start, end) if end - start <= 120 else article.span(amount.start, amount.end),
        subset=subset(parse, amount, kind.name, False, words, article.language),
        hedged=mood.hedged,
        section=parse.sentences[amount.sentence].kind,
        why=(f"plural: “{amount.value.stated}” are two or more", f"kind {kind.name}: {choice.why}"),
    )
