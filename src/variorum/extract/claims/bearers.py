"""Who a verb is said of or done to: its subject and its patient, also where words are left out or hang elsewhere."""

from __future__ import annotations

import re

from variorum.extract.claims.fates_order import before, object_by_order
from variorum.lang.numbers import ordinals
from variorum.text.tree import Parse, Token

FREE = {"acl", "advcl", "conj", "xcomp", "ccomp", "parataxis"}
RELATIVES = {"WP", "WDT", "WP$", "WRB"}
SHARED = 4
"""Verbs climbed to find a subject that a joined or subordinate verb leaves out."""
BARE = frozenset(
    ("man", "woman", "boy", "girl", "mother", "father", "son", "daughter", "child", "toddler", "baby", "infant", "teen",
     "wife", "husband", "brother", "sister")
)  # fmt: skip
"""Nouns that stand in a headline's row without any article."""
DAYS = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day$|yesterday$|to(?:day|night)$")
TURNS = frozenset(("after", "when", "while", "as", "before"))
"""Words that open a clause with a subject of its own."""


def own_clause(parse: Parse, word: Token, bearer: Token) -> Token:
    """The bearer, or the person just before the word where its clause begins behind the bearer: "Man held after Tarrin
    teen shot in foot"."""
    turn = next((t for t in parse.tokens[bearer.i + 1 : word.i] if t.lower in TURNS), None)
    if turn is not None and bearer.lemma not in BARE and parse.sentence_of(word).kind == "headline":
        named = next((t for t in parse.tokens[turn.i + 1 : min(turn.i + 4, word.i)] if t.lemma in BARE), None)
        if named is not None and parse.child(word, "aux:pass") is not None:
            return named  # "Town in fear after girl, 14, is killed"
    lead = parse.tokens[word.i - 1] if word.i else None
    if turn is None or lead is None or lead.i <= turn.i or parse.child(word, "aux:pass", "aux") is not None:
        return bearer
    if parse.tokens[turn.i + 1].tag.startswith("VB") or word.tag == "VBG":
        return bearer
    person = lead.pos in {"NOUN", "PROPN"} or lead.lower == "old"
    return lead if person and bearer.sentence == word.sentence else bearer


def patient(parse: Parse, verb: Token) -> Token | None:
    """Who a verb of harm is done to."""
    own = own_subject(parse, verb)
    target = parse.child(verb, "obj", "iobj") or _bare_oblique(parse, verb)
    if target is None and verb.tag in {"VBZ", "VBP"}:  # "Bullet grazes teen", taken for what the bullet becomes
        target = next((c for c in parse.children(verb, "xcomp") if c.tag == "NN" and c.i > verb.i), None)
    if target is not None and target.lower == "times":  # "shot the 9-year-old several times", hung on the times
        target = next((c for c in parse.children(target, "amod", "nmod", "compound") if c.lower == "old"), None)
    passive = parse.child(verb, "aux:pass") is not None or (own is not None and own.dep == "nsubj:pass")
    got = any(c.lemma == "get" for c in parse.children(verb, "aux", "aux:pass"))
    if passive and own is None and (torn := _torn_subject(parse, verb)) is not None:
        return torn
    if passive or got:
        return _relative(parse, verb, own) if own is not None else subject(parse, verb)
    if target is not None:
        return _relative(parse, verb, target)
    shared = next((t for c in parse.children(verb, "conj") if c.pos == "VERB" and (t := parse.child(c, "obj"))), None)
    if shared is not None and own is not None:  # "shot and killed her brother"
        return shared
    if verb.tag in {"VBN", "VBD", "JJ"} or verb.lower == "shot":
        if (own is not None or verb.relation in {*FREE, "compound"}) and (said := object_by_order(parse, verb)):
            return _relative(parse, verb, said)
        if verb.relation in {"acl", "amod"}:
            return parse.head(verb) if verb.dep != "acl:relcl" or own is None else None
        if own is not None:  # headlines leave "was" out: "Man shot in leg"
            return _relative(parse, verb, own) if verb.tag != "VBD" or _told_short(parse, verb) else None
        if verb.relation in FREE:
            return before(parse, verb) or subject(parse, verb)
    return None


def _torn_subject(parse: Parse, verb: Token) -> Token | None:
    """The name right before a finite passive that hangs on another verb as if it had no subject: "took over after *Roe*
    was shot", where the tree has Roe for the one taken over after."""
    helper = parse.child(verb, "aux:pass")
    if verb.relation != "xcomp" or helper is None or helper.lower not in {"was", "were"}:
        return None
    token = parse.tokens[helper.i - 1]
    while token.relation in {"flat", "compound"} and (head := parse.head(token)) is not None:
        token = head
    opened = parse.child(token, "case")
    return (
        token
        if token.relation == "obl" and opened is not None and opened.lower in {"after", "before", "until"}
        else None
    )


def _told_short(parse: Parse, verb: Token) -> bool:
    """An active-looking past with no object in a headline, or before a place, a time or a cause; "shot into a house"
    tells what its subject did."""
    following = parse.tokens[verb.i + 1] if verb.i + 1 < len(parse.tokens) else verb
    if following.lower in {"into", "toward", "towards", "up"} or _aims(parse, verb):
        return False
    return parse.sentence_of(verb).kind == "headline" or parse.child(verb, "obl") is not None


def _aims(parse: Parse, verb: Token) -> bool:
    """ "shot at six people", not "shot at a bar"."""
    for child in parse.children(verb, "obl"):
        case = parse.child(child, "case")
        several = child.tag == "NNS" and parse.child(child, "nummod") is not None
        if case is not None and case.lower == "at" and case.i == verb.i + 1 and (several or child.pos == "PRON"):
            return True
    return False


def _bare_oblique(parse: Parse, verb: Token) -> Token | None:
    return next(
        (
            c
            for c in parse.children(verb, "obl", "dep")
            if c.i > verb.i
            and parse.child(c, "case") is None
            and c.pos in {"PROPN", "PRON"}
            and not DAYS.match(c.lower)
        ),
        None,
    )


ONE_OF = frozenset(("one", "another", "other"))
"""Words for one of several, beside ordinals, that an aside may describe: "a third, *a 33-year-old*, was burned"."""
ASIDE = 9
"""Tokens that such an aside may take."""


def described(parse: Parse, bearer: Token) -> Token:
    """The bearer, or the noun of the aside that says who it is."""
    if bearer.lower not in ONE_OF and bearer.lower not in ordinals():
        return bearer
    after = parse.tokens[bearer.i + 1 : bearer.i + 2 + ASIDE]
    if len(after) < 4 or after[0].text != "," or after[1].lower not in {"a", "an"}:
        return bearer
    end = next((n for n, t in enumerate(after[2:], 2) if t.text == "," or t.pos in {"ADP", "PRON"}), 0)
    last = after[end - 1] if end else bearer
    return last if last.pos == "NOUN" and last.tag == "NN" else bearer


def row_mates(parse: Parse, noun: Token) -> list[Token]:
    """Those joined to a noun by "and", also where the tree hangs both on the verb ("five pupils *and their teacher*
    were rescued")."""
    found = [c for c in parse.children(noun, "conj") if c.pos in {"NOUN", "PROPN"}]
    verb = parse.head(noun)
    if not found and verb is not None and noun.relation == "nsubj" and noun.i < verb.i:
        others = (t for t in parse.children(verb, "nsubj", "nsubj:pass") if noun.i < t.i < verb.i)
        found = [t for t in others if any(o.lower == "and" for o in parse.tokens[noun.i + 1 : t.i])]
    return found


PLACING = frozenset(("in", "at", "near", "around"))
"""What opens a place that the tree takes for a subject."""


def own_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that hangs on a verb itself; of two the one behind a colon ("not all were miners: *a nurse* died") or
    behind a place ("in the next valley *a driver* died")."""
    found = parse.children(verb, "nsubj", "nsubj:pass")
    if len(found) > 1:
        found = [t for t in found if parse.subtree(t)[0].lower not in PLACING] or found
    if len(found) > 1 and any(t.text in {":", ";"} for t in parse.tokens[found[0].i : found[-1].i]):
        return found[-1]
    return found[0] if found else None


def subject(parse: Parse, verb: Token) -> Token | None:
    """Who a verb is said of, also where a joined verb leaves its subject out."""
    token: Token | None = verb
    for _ in range(SHARED):
        if token is None:
            return None
        own = own_subject(parse, token)
        if own is not None:
            return _relative(parse, token, own)
        if token.dep in {"acl", "acl:relcl"} or token.relation == "amod":
            return parse.head(token)
        if token.relation not in FREE:
            return None
        head = parse.head(token)
        if head is not None and token.relation in {"xcomp", "ccomp"}:
            target = parse.child(head, "obj")
            if target is not None:
                return target
        token = head
    return None


def _relative(parse: Parse, verb: Token, found: Token) -> Token | None:
    """ "who" stands for the noun its clause hangs on."""
    if found.tag not in RELATIVES:
        return found
    for token in (verb, *parse.ancestors(verb)):
        if token.dep == "acl:relcl":
            return parse.head(token)
    previous = parse.tokens[found.i - 1] if found.i else None
    if previous is not None and previous.text == "," and found.i > 1:
        previous = parse.tokens[found.i - 2]
    return previous if previous is not None and previous.pos in {"NOUN", "PROPN"} else None
