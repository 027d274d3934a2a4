"""What befell persons in a row before a passive verb: "a girl of six, two cooks and a man were shot"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.extract.claims import lists
from variorum.lang.numbers import ordinals
from variorum.text.tree import Parse, Token

if TYPE_CHECKING:
    from variorum.extract.claims.lexicon import Lexicon, Outcome


BEFALLEN = lists.WERE | {"died"}
"""Words of which a sentence with such a row holds one."""


def by_row(parse: Parse, known: Lexicon) -> Iterator[tuple[Outcome, Token, Token]]:
    """Outcome, verb and bearer of each single person of such a row, which trees often tear apart."""
    for number in sorted({t.sentence for t in parse.named(BEFALLEN)}):
        tokens = parse.tokens_of(parse.sentences[number])
        words = {t.lower for t in tokens}
        if ("died" not in words and lists.WERE.isdisjoint(words)) or lists.LAST.isdisjoint(words):
            continue
        for token in tokens:
            name = token.tag == "NNP" and parse.tokens[min(token.i + 1, len(parse.tokens) - 1)].tag == "CC"
            if not name and (token.lemma not in known.persons or token.tag not in {"NN", "NNP"}):
                continue
            heads, verb = lists.ahead(parse, token)
            if verb is None or verb.lemma not in {*known.objects, *known.subjects}:
                continue
            dead = verb.lemma in known.subjects or _fatal(parse, verb, known)
            outcome: Outcome = "killed" if dead else known.objects[verb.lemma]
            for head in (token, *heads):
                if (head.tag == "NN" and head.lemma in known.persons) or head is token:
                    yield outcome, verb, head


def _fatal(parse: Parse, verb: Token, known: Lexicon) -> bool:
    """ "were fatally shot", "were shot dead", "were shot and killed"."""
    near = parse.tokens[verb.i - 1 : min(verb.i + 4, parse.sentence_of(verb).last)]
    later = [t for t in near if t.i > verb.i + 1 and parse.tokens[t.i - 1].lower == "and"]
    return any(t.lower in known.fatal for t in near) or any(known.objects.get(t.lemma) == "killed" for t in later)


DYING = frozenset(("die", "perish"))
OF_ALL = frozenset(
    ("person", "victim", "casualty", "one", "of", "the", "those", "injured", "wounded", "hurt", "confirmed")
)
"""Between the place and "to die", where it is one of all whom the event befell."""
PLACE = 8
"""Words between "the second" and "to die" at most."""


def nth_to_die(parse: Parse) -> Iterator[tuple[Outcome, Token, Token]]:
    """ "A cook became *the third of the injured to die*", "she was *the first to die*": outcome, place and bearer."""
    places = ordinals().keys() | {"first", "last", "latest"}
    for token in parse.named(DYING):
        if token.tag != "VB" or parse.tokens[token.i - 1].lower != "to":
            continue
        first = max(parse.sentence_of(token).first, token.i - PLACE)
        place = next((t for t in reversed(parse.tokens[first : token.i]) if t.lower in places), None)
        if place is None or parse.tokens[place.i - 1].lower != "the":
            continue
        if any(t.lower not in OF_ALL for t in parse.tokens[place.i + 1 : token.i - 1]):
            continue  # "the third child of the family to die"
        for governor in (token, *parse.ancestors(token)):
            own = parse.child(governor, "nsubj", "nsubj:pass")
            cop = parse.child(governor, "cop")
            told = governor if governor.lemma == "become" else cop
            if own is None or told is None or not own.i < told.i < place.i:
                continue
            if told.tag in {"VBD", "VBZ", "VBN"} and parse.child(governor, "aux", "advmod") is None:
                yield "killed", place, own
            break


BOTH = frozenset(("both",))


def both(parse: Parse, known: Lexicon) -> Iterator[tuple[Outcome, Token, Token]]:
    """Death of the two persons told of just before: "the clerk and a customer were shot. Both died"."""
    for token in parse.named(BOTH):
        if token.lower != "both":
            continue
        head = parse.head(token)
        subject = head if head is not None and head.lower == "they" else token
        verb = parse.head(subject)
        if verb is None or verb.lemma not in known.subjects or verb.tag == "VB":
            continue
        first = parse.sentences[max(0, token.sentence - BACK)].first
        pairs = [t for t in parse.tokens[first : token.i] if t.relation == "conj" and t.lemma in known.persons]
        one = parse.head(pairs[-1]) if pairs else None
        if one is not None and one.lemma in known.persons and len(parse.children(one, "conj")) == 1:
            yield "killed", verb, one
            yield "killed", verb, pairs[-1]


BACK = 2
"""Sentences back in which the two stand."""
