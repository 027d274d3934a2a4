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
REACH = 14
"""Words between a verb of finding and the state of those found."""


READ = frozenset(("own", "suicide", "fatal", "it", "survive", "save", "revive", "victim"))
"""Words at which reading starts, beside those of the language's data."""


def by_order(parse: Parse, known: Lexicon) -> Iterator[Told]:
    """All of them, in text order of their words."""
    for token in parse.named(known.reflexives | known.discovers | READ):
        sentence = parse.sentence_of(token)
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
        elif token.lemma in {"save", "revive"}:
            yield from _not_saved(parse, sentence, token)
        elif token.lemma == "victim":
            yield from _victim_of(parse, token, known)


def _reflexive(parse: Parse, sentence: Sentence, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "shot himself", "turned the gun on herself", "killed two guards and then himself"."""
    reach = (
        12 if token.i > sentence.first and parse.tokens[token.i - 1].lower in {",", "then"} else 5
    )  # "killed a boy, wife, self"
    lead = parse.tokens[max(sentence.first, token.i - reach) : token.i]
    verb = next((t for t in reversed(lead) if _harms(t, known)), None)
    if any(t.text in {";", "—", ":"} for t in lead[-5:] if verb is None or t.i > verb.i):
        return
    turned = next((t for t in reversed(lead) if t.lemma == "turn"), None)
    if lead and lead[-1].lower == "on" and turned is not None:
        verb, outcome = turned, "killed"
    elif verb is None or (lead[-1].i != verb.i and lead[-1].lower not in {"and", "then", ","}):
        return
    else:
        outcome = known.objects.get(verb.lemma, "injured")
        near = (
            *parse.tokens[token.i + 1 : min(token.i + 4, sentence.last)],
            parse.tokens[max(sentence.first, verb.i - 1)],
        )
        if any(t.lower in known.fatal for t in near) or _after_killing(parse, sentence, verb, known):
            outcome = "killed"
    if verb.i and parse.tokens[verb.i - 1].lower == "to":
        return
    bearer = _agent(parse, sentence, verb, token)
    if bearer is not None:
        yield ("killed" if outcome == "killed" else "injured"), verb, bearer


def _after_killing(parse: Parse, sentence: Sentence, verb: Token, known: Lexicon) -> bool:
    """ "killed his wife *before* shooting himself": most who do so die, and a report says when one does not."""
    lead = parse.tokens[sentence.first : verb.i]
    joined = bool(lead) and lead[-1].lower in {"before", "then"}
    return joined and any(known.objects.get(t.lemma) == "killed" and t.tag.startswith("VB") for t in lead)


def _harms(token: Token, known: Lexicon) -> bool:
    return token.lemma in known.objects or token.lower in {"shot", "shooting"}


def _agent(parse: Parse, sentence: Sentence, verb: Token, before: Token) -> Token | None:
    """Who did it: the verb's subject, else the nearest noun or pronoun before it that is a subject."""
    start = sentence.first
    previous = parse.tokens[max(start, verb.i - 1)]
    if verb.tag == "NN" and previous.pos in NOMINAL and previous.i < verb.i:  # "the father shot both", taken for a noun
        return previous
    told = _of_participle(parse, verb) or _told_of(parse, sentence, verb)
    if told is not None:
        return told
    for token in (verb, *parse.ancestors(verb)):
        shot = token.lower == "shot" and token.tag == "NN" and token.i < verb.i  # a verb, taken for a noun
        by = next((c for c in parse.children(token, "compound") if c.pos in NOMINAL), None) if shot else None
        if by is not None:
            return by
        turn = next((t for t in parse.tokens[token.i + 1 : verb.i] if t.lower == "after"), None)
        if turn is not None and turn.i < verb.i - 1 and sentence.kind == "headline":
            start = max(start, turn.i + 1)
            break
        own = parse.child(token, "nsubj")
        if own is not None and own.lower == "shot":  # "a man shot and killed two, then turned …", taken for a noun
            own = next((c for c in parse.children(own, "compound") if c.pos in NOMINAL), own)
        if own is not None and own.i < before.i and own.tag not in {"WP", "WDT"} and token.lemma not in TELLING:
            return _behind_arrest(parse, own, verb) or own
        mark = next((t for t in parse.tokens[token.i : verb.i] if t.lower in TURNS and t.i > sentence.first), None)
        if mark is not None:  # "A man was held after his son shot himself": whose clause begins behind "after"
            start = max(start, mark.i + 1)
            break
    lead = parse.tokens[start : verb.i]
    subjects = [t for t in lead if t.relation == "nsubj" and t.tag not in {"WP", "WDT"}]
    subjects = [t for t in subjects if parse.tokens[t.head].lemma not in TELLING] or subjects
    nouns = [
        t for t in lead if (t.pos in NOMINAL and t.lemma not in {"year", "month"}) or t.lower in {"he", "she", "old"}
    ]
    nouns = [t for t in nouns if t.lower != "shot"]  # taken for a noun
    whole = [t for t in nouns if _ends(parse.tokens[t.i + 1], t)]
    return subjects[-1] if subjects else whole[0] if whole else nouns[0] if nouns else None


def _of_participle(parse: Parse, verb: Token) -> Token | None:
    """The noun that a participle, or one it is joined to, describes: "ended with *a man* killing two, then himself"."""
    head = parse.head(verb)
    told = [verb, *([head] if head is not None else [])]
    if verb.tag == "VBG" and verb.relation == "conj" and head is not None and head.tag == "VBD":  # hung too high
        told = [t for t in reversed(parse.tokens[head.i : verb.i]) if t.tag == "VBG" and t.relation == "acl"][:1]
    for token in told:
        noun = parse.head(token) if token.relation == "acl" and token.tag == "VBG" else None
        if noun is not None:
            return noun if noun.pos in NOMINAL and noun.i < verb.i else None
    return None


def _behind_arrest(parse: Parse, own: Token, verb: Token) -> Token | None:
    """Who follows "after" where a participle describes the one before it: "Man charged after *boy* shoots self"."""
    held = next((c for c in parse.children(own, "acl") if own.i < c.i < verb.i and c.tag == "VBN"), None)
    turn = next((t for t in parse.tokens[held.i + 1 : verb.i] if t.lower in TURNS), None) if held is not None else None
    lead = parse.tokens[turn.i + 1 : verb.i] if turn is not None else ()
    nouns = [t for t in lead if (t.pos in NOMINAL and t.lemma not in {"year", "month"}) or t.lower == "old"]
    return next((t for t in nouns if _ends(parse.tokens[t.i + 1], t)), None)


def _ends(following: Token, noun: Token) -> bool:
    """Whether a noun phrase ends with a noun: no further noun follows at once."""
    return following.pos not in NOMINAL or following.start > noun.end + 1 or following.lower == "shot"


def _told_of(parse: Parse, sentence: Sentence, verb: Token) -> Token | None:
    """Whom a relative clause is about, as the word before its "who": "the father of a boy who shot himself", "by a man
    who is believed to have killed himself"."""
    for token in (verb, *list(parse.ancestors(verb))[:3]):
        own = parse.child(token, "nsubj", "nsubj:pass")
        if own is None:
            continue
        if own.tag not in {"WP", "WDT"} or own.i > verb.i:
            return None
        lead = [t for t in parse.tokens[sentence.first : own.i] if t.text != ","][-1:]
        return lead[0] if lead and (lead[0].pos in NOMINAL or lead[0].lower == "old") else None
    return None


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


def before(parse: Parse, verb: Token) -> Token | None:
    """The person just before a participle whose only subject by the tree comes behind it ("*14-year-old* accidentally
    shot, mother arrested"), or who was found so."""
    first = parse.sentence_of(verb).first
    if verb.tag == "VBN" and verb.relation == "conj" and parse.child(verb, "aux", "aux:pass") is None:
        finds = (
            t for t in reversed(parse.tokens[first : verb.i]) if t.lemma in {"find", "discover"} and t.tag == "VBD"
        )
        found = next((parse.child(t, "obj") for t in finds), None)
        if found is not None and found.i < verb.i and found.pos in NOMINAL:
            return found  # "she went home and found *Bela and his sons* fatally shot"
    head = parse.head(verb)
    own = parse.child(head, "nsubj") if head is not None and verb.relation == "advcl" else None
    if own is None or own.i < verb.i:
        return None
    lead = next((t for t in reversed(parse.tokens[first : verb.i]) if t.pos != "ADV"), None)
    return lead if lead is not None and (lead.pos in NOMINAL or lead.lower == "old") else None


def a_shot(parse: Parse, token: Token) -> bool:
    """Whether "shot" is what somebody fired: "the first shot she heard"."""
    return token.lower == "shot" and token.i > 0 and parse.tokens[token.i - 1].lower in SHOTS and token.tag == "NN"


SHOTS = frozenset(("first", "second", "third", "last", "final", "a", "single", "warning", "fatal", "every"))


def _taken_for_noun(parse: Parse, verb: Token, after: Token) -> bool:
    """Whether "shot" is a verb that the parser took for a noun, and its object comes next: "boy shot sister", "he left
    the car and shot Bela"; not a day."""
    if verb.tag != "NN" or after.tag not in {"NN", "NNP"} or after.lower.endswith("day"):
        return False
    lead = parse.tokens[verb.i - 1] if verb.i > parse.sentence_of(verb).first else None
    subject = lead is not None and lead.pos in NOMINAL and verb.relation == "compound" and verb.head == after.i
    return subject or (lead is not None and lead.lower == "and" and verb.relation == "conj" and after.tag == "NNP")


def object_by_order(parse: Parse, verb: Token) -> Token | None:
    """The noun that follows an active verb with its determiner: "he shot the 14-year-old in the leg"."""
    following = parse.tokens[verb.i + 1 : min(verb.i + 8, parse.sentence_of(verb).last)]
    if following and _taken_for_noun(parse, verb, following[0]):
        return following[0]
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
    """What a word tells of those found; before its noun it tells of that alone ("found him with a wounded girl")."""
    if token.relation == "amod" and token.head > token.i:
        return None
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


def _not_saved(parse: Parse, sentence: Sentence, verb: Token) -> Iterator[Told]:
    """ "the surgeons were not able to save her", "he could not be revived"."""
    lead = parse.tokens[max(sentence.first, verb.i - 5) : verb.i]
    failed = next((t for t in lead if t.lower in {"not", "n't", "n’t", "unable"}), None)
    if failed is None:
        return
    passive = lead[-1].lower == "be"
    bearer = parse.child(verb, "obj") or (_agent(parse, sentence, verb, verb) if passive else None)
    if bearer is not None and (bearer.pos in {*NOMINAL, "PRON"}) and bearer.lower not in {"it", "them"}:
        yield "killed", failed, bearer


def _victim_of(parse: Parse, token: Token, known: Lexicon) -> Iterator[Told]:
    """ "the homicide victim", "a gunshot victim"."""
    lead = parse.tokens[token.i - 1] if token.i > parse.sentence_of(token).first else None
    if lead is None or token.tag != "NN":
        return
    if lead.lemma in {"homicide", "murder"}:
        yield "killed", lead, token
    elif lead.lemma in {"shooting", "gunshot", "stabbing"}:
        yield "injured", lead, token
