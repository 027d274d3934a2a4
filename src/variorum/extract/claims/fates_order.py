"""Fates told in set phrases, read by the order of words where trees of such sentences are seldom right.

"shot himself", "took his own life", "found A and B shot to death", "did not make it", "her wounds proved fatal".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.text.tree import Parse, Sentence, Token

if TYPE_CHECKING:
    from variorum.extract.claims.lexicon import Lexicon, Outcome

Told = tuple["Outcome", Token, Token]
"""Outcome, the word that says so, the bearer."""
NOMINAL = frozenset(("NOUN", "PROPN"))
PAST = frozenset(("VBD", "VBN", "VBZ", "VBG"))
TELLING = frozenset(("say", "tell", "confirm", "believe", "allege", "announce", "report", "think"))
"""Verbs whose subject tells what others did."""
TURNS = frozenset(("after", "when", "while", "because", "as"))
"""Words that open a clause with a subject of its own."""
WHERE = frozenset(("in", "at", "by", "during", "while", "outside", "near", "on", "inside", "after", "with", "multiple"))
"""What follows "shot" where somebody was."""
REACH = 14
"""Words between a verb of finding and the state of those found."""


def by_order(parse: Parse, known: Lexicon) -> Iterator[Told]:
    """All of them, in text order of their words."""
    for sentence in parse.sentences:
        for token in parse.tokens_of(sentence):
            if token.lower in known.reflexives:
                yield from _reflexive(parse, sentence, token, known)
            elif token.lower == "own":
                yield from _own_life(parse, sentence, token)
            elif token.lower == "suicide":
                yield from _suicide(parse, sentence, token)
            elif token.lemma in known.discovers and token.tag.startswith("VB"):
                yield from _found(parse, sentence, token, known)
            elif token.lower == "fatal":
                yield from _proved(parse, sentence, token, known)
            elif token.lower in {"it", "survive"}:
                yield from _did_not_live(parse, sentence, token)
            elif token.lemma == "victim":
                yield from _victim_of(parse, token, known)
            elif token.lower == "shot" and sentence.kind == "headline" and token.tag in {"NN", "VBD"}:
                yield from _shot_in_headline(parse, sentence, token, known)


def _reflexive(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "shot himself", "turned the gun on herself", "killed two guards and then himself"."""
    reach = (
        12 if token.i > sentence.first and parse.tokens[token.i - 1].text == "," else 5
    )  # "killed a boy, wife, self"
    lead = parse.tokens[max(sentence.first, token.i - reach) : token.i]
    if any(t.text in {";", "—", ":"} for t in lead[-5:]):
        return
    verb = next((t for t in reversed(lead) if _harms(t, known)), None)
    turned = next((t for t in reversed(lead) if t.lemma == "turn"), None)
    if lead and lead[-1].lower == "on" and turned is not None:
        verb, outcome = turned, "killed"
    elif verb is None or (lead[-1].i != verb.i and lead[-1].lower not in {"and", "then", ","}):
        return
    else:
        outcome = known.objects.get(verb.lemma, "injured")
        if any(t.lower in known.fatal for t in parse.tokens[token.i + 1 : min(token.i + 4, sentence.last)]):
            outcome = "killed"
    if verb.i and parse.tokens[verb.i - 1].lower == "to":
        return
    bearer = _agent(parse, sentence, verb, token)
    if bearer is not None:
        yield ("killed" if outcome == "killed" else "injured"), verb, bearer


def _harms(token: Token, known: Lexicon) -> bool:
    return token.lemma in known.objects or token.lower in {"shot", "shooting"}


def _agent(parse: Parse, sentence: Sentence, verb: Token, before: Token) -> Token | None:
    """Who did it: the verb's subject, else the nearest noun or pronoun before it that is a subject."""
    start = sentence.first
    previous = parse.tokens[max(start, verb.i - 1)]
    if verb.tag == "NN" and previous.pos in NOMINAL and previous.i < verb.i:  # "the father shot both", taken for a noun
        return previous
    for token in (verb, *parse.ancestors(verb)):
        own = parse.child(token, "nsubj")
        if own is not None and own.i < before.i and own.tag not in {"WP", "WDT"} and token.lemma not in TELLING:
            return own
        mark = next((t for t in parse.tokens[token.i : verb.i] if t.lower in TURNS and t.i > sentence.first), None)
        if mark is not None:  # "A man was held after his son shot himself": whose clause begins behind "after"
            start = max(start, mark.i + 1)
            break
    lead = parse.tokens[start : verb.i]
    subjects = [t for t in lead if t.relation == "nsubj" and t.tag not in {"WP", "WDT"}]
    subjects = [t for t in subjects if parse.tokens[t.head].lemma not in TELLING] or subjects
    nouns = [t for t in lead if t.pos in NOMINAL or t.lower in {"he", "she"}]
    return subjects[-1] if subjects else nouns[0] if nouns else None


def _suicide(parse: Parse, sentence: Sentence, token: Token) -> Iterator[Told]:
    """ "committed suicide"."""
    lead = parse.tokens[max(sentence.first, token.i - 2) : token.i]
    verb = next((t for t in lead if t.lemma == "commit"), None)
    bearer = _agent(parse, sentence, verb, token) if verb is not None and verb.tag in PAST else None
    if verb is not None and bearer is not None:
        yield "killed", verb, bearer


def _own_life(parse: Parse, sentence: Sentence, token: Token) -> Iterator[Told]:
    """ "took his own life"."""
    after = parse.tokens[token.i + 1 : min(token.i + 2, sentence.last)]
    lead = parse.tokens[max(sentence.first, token.i - 3) : token.i]
    verb = next((t for t in lead if t.lemma == "take"), None)
    if verb is None or not after or after[0].lower != "life":
        return
    if parse.tokens[verb.i - 1].lower == "to" and verb.i > sentence.first:
        return
    bearer = _agent(parse, sentence, verb, token)
    if bearer is not None:
        yield "killed", verb, bearer


def _found(parse: Parse, sentence: Sentence, verb: Token, known: Lexicon) -> Iterator[Told]:
    """Those who were found dead, shot or with wounds, one by one."""
    end = min(verb.i + REACH + 12, sentence.last)
    for token in parse.tokens[verb.i + 1 : end]:
        if token.lower in {"who", "that", "when", "where", "and"} and parse.tokens[token.i - 1].lower == "said":
            return
        outcome = _state(parse, token, known)
        if outcome is None:
            continue
        bearers = _row(parse, _heads(parse, verb.i + 1, token.i))
        passive = parse.child(verb, "aux:pass") is not None
        if not passive:
            for bearer in bearers:
                yield outcome, token, bearer
        return


def _row(parse: Parse, heads: list[Token]) -> list[Token]:
    """The last of the heads and those joined to it: "a man and his son", but not "a man holding a child"."""
    row = heads[-1:]
    for head in reversed(heads[:-1]):
        between = parse.tokens[head.i + 1 : row[0].i]
        if any(t.pos in {"VERB", "ADP"} for t in between) or not any(
            t.text == "," or t.lower == "and" for t in between
        ):
            break
        row.insert(0, head)
    return row


def object_by_order(parse: Parse, verb: Token) -> Token | None:
    """The noun that follows an active verb with its determiner: "he shot the 14-year-old in the leg"."""
    following = parse.tokens[verb.i + 1 : min(verb.i + 8, parse.sentence_of(verb).last)]
    if not following or following[0].tag not in {"DT", "PRP$", "CD"}:
        return None
    for n, token in enumerate(following[1:], 1):
        after = following[n + 1] if n + 1 < len(following) else None
        if token.pos == "PUNCT" and token.text != "-":
            return None
        nominal = token.pos in NOMINAL or (token.lower == "old" and parse.tokens[token.i - 1].text == "-")
        last_of_it = after is None or after.pos not in {*NOMINAL, "ADJ"} or after.start > token.end + 1
        if nominal and last_of_it and token.lower not in {"year", "years", "month", "months"}:
            return token
    return None


def _state(parse: Parse, token: Token, known: Lexicon) -> Outcome | None:
    """What a word tells of those found."""
    after = parse.tokens[token.i + 1 : min(token.i + 5, parse.sentence_of(token).last)]
    if token.lower in {"dead", "deceased", "lifeless"}:
        return "killed"
    if token.lower in {"shot", "stabbed", "wounded", "injured", "killed"} and token.tag in {"VBN", "VBD", "JJ", "NN"}:
        following = {t.lower for t in after[:2]}
        fatal = token.lower == "killed" or following & {"dead", "death"} or "fatally" in parse.tokens[token.i - 1].lower
        return "killed" if fatal else "injured"
    if token.lower in {"suffering", "with", "bleeding"} and any(t.lemma in known.harm for t in after):
        return "injured"
    return None


def _heads(parse: Parse, first: int, last: int) -> list[Token]:
    """The last words of the noun phrases in a stretch, without those a preposition of place introduces."""
    found = []
    for token in parse.tokens[first:last]:
        following = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
        if token.pos not in NOMINAL or token.lower in {"year", "years"}:
            continue
        if (
            following is not None
            and following.i < last
            and following.pos in NOMINAL
            and token.end + 1 == following.start
        ):
            continue
        if _placed(parse, token, first):
            continue
        found.append(token)
    return found


def _placed(parse: Parse, token: Token, first: int) -> bool:
    """Whether a noun stands behind a preposition: "in a car", "inside the house"."""
    for i in range(token.i - 1, max(first, token.i - 6) - 1, -1):
        other = parse.tokens[i]
        if other.pos in {"PUNCT", "CCONJ", "VERB"}:
            return False
        if other.pos == "ADP":
            return True
    return False


def _proved(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "the wound, which proved to be fatal"."""
    lead = parse.tokens[sentence.first : token.i]
    proved = next((t for t in reversed(lead[-6:]) if t.lemma == "prove"), None)
    wound = next((t for t in reversed(lead) if t.lemma in known.harm), None)
    if proved is None or wound is None:
        return
    owner = parse.child(wound, "nmod:poss")
    bearers = [owner] if owner is not None else _heads(parse, sentence.first, wound.i)[-1:]
    for bearer in bearers:
        yield "killed", token, bearer


def _did_not_live(parse: Parse, sentence: Sentence, token: Token) -> Iterator[Told]:
    """ "did not make it", "did not survive"."""
    verb = token if token.lower == "survive" else parse.tokens[token.i - 1]
    if verb.lemma not in {"make", "survive"} or verb.i <= sentence.first:
        return
    lead = {t.lower for t in parse.tokens[max(sentence.first, verb.i - 3) : verb.i]}
    after = parse.tokens[token.i + 1 : token.i + 2]
    if not lead & {"not", "n't", "n’t"} or (after and after[0].pos not in {"PUNCT", "ADV", "ADP", "CCONJ"}):
        return
    if after and after[0].lower in {"to", "clear"}:
        return
    bearer = _agent(parse, sentence, verb, verb)
    if bearer is not None:
        yield "killed", verb, bearer


def _shot_in_headline(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "Linden woman shot in foot", where the parser takes "shot" for a noun."""
    following = parse.tokens[token.i + 1] if token.i + 1 < sentence.last else None
    if token.i == sentence.first or following is None or following.lower not in WHERE:
        return
    bearer = parse.tokens[token.i - 1]
    if bearer.lemma in known.persons and bearer.tag in {"NN", "NNP"}:
        yield "injured", token, bearer


def _victim_of(parse: Parse, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "the homicide victim", "a gunshot victim"."""
    lead = parse.tokens[token.i - 1] if token.i > parse.sentence_of(token).first else None
    if lead is None or token.tag != "NN":
        return
    if lead.lemma in {"homicide", "murder"}:
        yield "killed", lead, token
    elif lead.lemma in {"shooting", "gunshot", "stabbing"}:
        yield "injured", lead, token
