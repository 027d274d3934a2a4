"""What befalls one person: verbs, nouns and states of death and harm, with the word for who bears them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from variorum.extract.claims import lists
from variorum.extract.claims.bearers import BARE, described, own_clause, patient, subject
from variorum.extract.claims.context import stands
from variorum.extract.claims.fates_headlines import in_headlines
from variorum.extract.claims.fates_order import a_shot, by_order
from variorum.extract.claims.fates_rows import both, by_row, nth_to_die
from variorum.extract.claims.lexicon import Lexicon, Outcome, lexicon
from variorum.extract.claims.pronouns import held_by
from variorum.lang.numbers import ordinals
from variorum.text.tree import Parse, Token

NAMES_HARM = {"wounding", "injury", "shooting", "stabbing"}
"""Nouns whose "of" or possessor was hurt."""
COMES = {
    "walk",
    "arrive",
    "show",
    "come",
    "drive",
    "turn",
    "appear",
    "stagger",
    "run",
    "go",
    "be",
    "admit",
    "take",
    "rush",
}
"""Verbs of coming somewhere "with a gunshot wound": their subject has it, not the place."""
SAYING = frozenset(("say", "tell", "add", "confirm", "announce", "report", "state", "identify"))
"""Verbs whose subject tells of others."""
CORPSE = frozenset(
    ("find", "discover", "recover", "identify", "remove", "pull", "locate", "dump", "bury", "lie", "burn", "decompose",
     "autopsy", "morgue", "coroner", "cremate", "hide", "retrieve", "leave", "exhume", "funeral")
)  # fmt: skip
"""What is told of a corpse: "his body was found"."""


class Fate(Struct, frozen=True):
    """`word` says that `bearer` was killed or injured. `weak`: only being in hospital says so. `among`: as one of those
    counted before it ("nine people, including X")."""

    outcome: Outcome
    word: Token
    bearer: Token
    weak: bool = False
    among: bool = False


def fates(parse: Parse, language: str) -> Iterator[Fate]:
    """All of them, the ones by grammar first; who the bearer is, is not asked yet."""
    known = lexicon(language)
    found: set[tuple[Outcome, int]] = set()
    for told in _by_grammar(parse, known):
        fate = replace(told, bearer=held_by(parse, told.word, told.bearer, known))
        if not fate.weak:
            found.add((fate.outcome, fate.bearer.i))
        yield fate
    for outcome, word, bearer in (
        *by_order(parse, known),
        *in_headlines(parse, known),
        *by_row(parse, known),
        *both(parse, known),
        *nth_to_die(parse),
    ):
        if (outcome, bearer.i) not in found and not _unreal(parse, word, known):
            found.add((outcome, bearer.i))
            yield Fate(outcome, word, bearer)


def _by_grammar(parse: Parse, known: Lexicon) -> Iterator[Fate]:
    for token in parse.named(known.keys):
        if _titled(parse, token):
            continue
        for fate in _at(parse, token, known):
            if not _unreal(parse, fate.word, known):
                yield fate


def _titled(parse: Parse, token: Token) -> bool:
    """A capital inside a sentence makes the word a part of a name, as of a film or a song ("Kill the Lights")."""
    sentence = parse.sentence_of(token)
    if sentence.kind != "body" or token.i == sentence.first or not token.text[:1].isupper():
        return False
    opens = parse.tokens[token.i - 1].pos == "PUNCT"
    plain = sum(t.text.islower() and len(t.text) > 3 for t in parse.tokens_of(sentence))
    return plain >= 3 and not (opens and token.tag in {"VBD", "VBN"})


def _at(parse: Parse, token: Token, known: Lexicon) -> Iterator[Fate]:
    verbal = token.tag.startswith("VB") or token.pos == "VERB"
    if a_shot(parse, token):
        return
    if token.lemma in known.objects and (verbal or token.lower in {"shot", "wounded", "slain", "hurt"}):
        outcome: Outcome = "killed" if _fatal(parse, token, known) else known.objects[token.lemma]
        yield from _each(parse, outcome, token, patient(parse, token) or lists.after_time(parse, token))
    elif (token.lemma in known.subjects or _passed(parse, token)) and verbal:
        yield from _each(parse, "killed", token, subject(parse, token))
    elif token.lemma in known.killed_nouns and token.pos in {"NOUN", "PROPN"} and not _of_the_living(parse, token):
        yield from _of_noun(parse, "killed", token)
    elif token.lower in known.states:
        yield from _state(parse, token, known)
    elif verbal and token.tag != "VBG" and any(stands(parse, token, p) for p in known.dies.get(token.lemma, ())):
        yield from _each(parse, "killed", token, _anew(parse, subject(parse, token)))
    elif token.lemma in known.struck and verbal:
        near = {t.lemma for t in _window(parse, token, 1, 7)}
        passive = parse.child(token, "aux:pass") is not None and not near & known.vehicles
        by = parse.child(token, "nsubj")
        shot = by is not None and by.lemma in known.missiles
        active = parse.child(token, "obj") is not None and "with" not in near and (by is None or token.tag == "VBG")
        if near & known.missiles or shot or ((passive or active) and _armed(parse, known)):
            yield from _each(parse, "injured", token, _whose(parse, patient(parse, token), known))
    elif token.lemma in known.harm and token.pos == "NOUN" and token.relation in {"nmod", "obl"}:
        head, case = parse.head(token), parse.child(token, "case")
        if head is not None and case is not None and case.lower == "with":  # "a man with a gunshot wound"
            yield from _each(parse, "injured", token, _comer(parse, head) or head)
    elif token.lemma in known.injured_nouns and token.pos == "NOUN" and token.lemma in NAMES_HARM:
        yield from _of_noun(parse, "killed" if _deadly(parse, token, known) else "injured", token)
    yield from _weak(parse, token, known, verbal)


def _anew(parse: Parse, bearer: Token | None) -> Token | None:
    """The bearer, unless told of before: "mass was said for *that* diver, who lost his life"."""
    pointed = bearer is not None and any(c.lower in {"this", "that"} for c in parse.children(bearer, "det"))
    return None if pointed else bearer


def _whose(parse: Parse, hit: Token | None, known: Lexicon) -> Token | None:
    """Whom a bullet hit that hit a part of the body: "struck *his* head", "the back of *her* neck"."""
    if hit is None or hit.lemma not in known.missiles or hit.pos != "NOUN":
        return hit
    parts = [hit, *(c for c in parse.children(hit, "nmod") if c.lemma in known.missiles)]
    return next((o for p in parts if (o := parse.child(p, "nmod:poss")) is not None), hit)


def _passed(parse: Parse, token: Token) -> bool:
    """ "passed away"."""
    after = parse.tokens[token.i + 1 : token.i + 2]
    return token.lemma == "pass" and any(t.lower == "away" for t in after)


def _of_the_living(parse: Parse, noun: Token) -> bool:
    """ "his upper body", "her wake up", "the bullet left his body": a body that nobody finds is no corpse."""
    after = parse.tokens[noun.i + 1 : noun.i + 2]
    parts = {"upper", "lower", "entire", "whole"}
    owner = parse.child(noun, "nmod:poss")
    if noun.lower == "body" and owner is not None and owner.pos == "PRON":
        near = parse.tokens_of(parse.sentence_of(noun))
        if not any(t.lemma in CORPSE for t in near):
            return True
    return any(c.lower in parts for c in parse.children(noun, "amod")) or any(t.lower == "up" for t in after)


def _armed(parse: Parse, known: Lexicon) -> bool:
    """Whether the report is of a shooting, where "was hit" means by a bullet."""
    return any(t.lemma in known.guns for t in parse.named(known.guns))


def _comer(parse: Parse, head: Token) -> Token | None:
    """Who comes somewhere "with a wound", where the words hang on the place or the verb."""
    verb = next((t for t in (head, *parse.ancestors(head)) if t.pos == "VERB"), None)
    if verb is None or verb.lemma not in COMES or (verb.i != head.i and head.relation != "obl"):
        return None
    return patient(parse, verb) or subject(parse, verb)


def _weak(parse: Parse, token: Token, known: Lexicon, verbal: bool) -> Iterator[Fate]:
    after = {t.lemma for t in _window(parse, token, 1, 8)}
    treats = token.lower == "treating"  # "was treating the wounded"
    if token.lemma in known.suffers and verbal and not treats and after & known.harm and _has_it(parse, token, known):
        yield from _each(parse, "injured", token, subject(parse, token))
    elif token.lemma in known.carried and verbal and after & known.hospitals:
        told = {t.lemma for t in parse.tokens_of(parse.sentence_of(token))} & known.harm
        borne = patient(parse, token)
        yield from _each(parse, "injured", token, borne, weak=not told and not _one_more_victim(parse, borne))
    elif token.lemma in known.clings and verbal and {t.lemma for t in _window(parse, token, 1, 4)} & {"life"}:
        yield from _each(parse, "injured", token, subject(parse, token))
    elif token.lemma in known.recovers and verbal:
        yield from _each(parse, "injured", token, subject(parse, token), weak=True)
    elif token.lower in known.condition and "condition" in {t.lemma for t in _window(parse, token, 1, 4)}:
        governor = next((a for a in parse.ancestors(token) if a.pos == "VERB" or parse.child(a, "nsubj")), None)
        bearer = subject(parse, governor) if governor is not None else _in_condition(parse, token)
        yield from _each(parse, "injured", token, bearer, weak=token.lower not in known.grave)


def _one_more_victim(parse: Parse, bearer: Token | None) -> bool:
    """ "A *third victim* was taken to hospital": hurt, as the others were told of before."""
    further = {"another", "other", *ordinals()}
    words = parse.children(bearer, "amod", "det") if bearer is not None and bearer.lower == "victim" else []
    return any(t.lower in further for t in words)


def _in_condition(parse: Parse, token: Token) -> Token | None:
    """Who is "in critical condition" in a headline without a verb."""
    noun = next((a for a in (token, *parse.ancestors(token)) if a.lemma == "condition"), None)
    case = parse.child(noun, "case") if noun is not None else None
    return parse.head(noun) if noun is not None and case is not None and case.lower == "in" else None


def _has_it(parse: Parse, verb: Token, known: Lexicon) -> bool:
    """Whether a wound is what somebody "has": not so in "had no idea that it was a gunshot"."""
    if verb.lemma != "have":
        return True
    had = parse.child(verb, "obj")
    if had is None or had.lemma in known.harm:
        return True
    near = [had, *parse.children(had, "nmod", "conj", "compound", "amod")]
    return any(t.lemma in known.harm for n in near for t in (n, *parse.children(n, "compound", "nmod", "conj")))


def _each(parse: Parse, outcome: Outcome, word: Token, bearer: Token | None, weak: bool = False) -> Iterator[Fate]:
    """The bearer and those joined to it."""
    bearer = described(parse, bearer) if bearer is not None else None
    if bearer is None or bearer.i == word.i or bearer.lower.endswith(("self", "selves")) or _speaks(parse, bearer):
        return
    if DAY.match(parse.text, bearer.end) or any(c.lower in EVERY for c in parse.children(bearer, "det")):
        return
    bearer = own_clause(parse, word, bearer)
    yield Fate(outcome, word, bearer, weak)
    row = parse.children(bearer, "conj")
    if not any(parse.child(other, "cc") is not None for other in row):
        row = []
    listed = [] if _same_one(parse, word, bearer) else [*row, *lists.behind(parse, bearer, word)]
    listed += lists.in_headline(parse, bearer, BARE)
    more = {t.i: t for t in (*listed, *_second_subject(parse, word, bearer))}
    for other in more.values():
        owner = any(c.tag == "POS" for c in parse.children(other, "case"))  # "Ana Weld, the mayor's niece, was shot"
        owner = owner or (bearer.dep == "nmod:poss" and bearer.i < word.i < other.i)  # "Ana's death and Arno Weil"
        person = other.pos in {"NOUN", "PROPN", "PRON", "NUM"} and not _names(parse, bearer, other)
        if person and not owner and not _speaks(parse, other) and not _told_apart(parse, word, bearer, other):
            yield Fate(outcome, word, other, weak)


def _told_apart(parse: Parse, word: Token, bearer: Token, other: Token) -> bool:
    """Whether each of a row has a participle: "ended with a boy *killed* and a nurse *wounded*"."""
    if word.relation != "acl" or word.head != bearer.i or word.i > other.i:
        return False
    return any(c.tag in {"VBN", "VBD"} and c.i == other.i + 1 for c in parse.children(other, "acl"))


def _names(parse: Parse, bearer: Token, other: Token) -> bool:
    """Whether a word is the name set behind a bearer ("the wounded man, *Arno Bel*, and a nurse")."""
    token: Token | None = other
    while token is not None and token.relation in {"appos", "flat"} and token.pos == "PROPN":
        token = parse.head(token)
        if token is not None and token.i == bearer.i:
            return True
    return False


def _same_one(parse: Parse, word: Token, bearer: Token) -> bool:
    """Whether a verb in the singular is said of a row: one person, described twice ("a nurse and mother of two *was*
    shot")."""
    head = parse.head(word) if word.relation == "conj" else None
    verbs = (word,) if head is None else (word, head)
    aux = [c.lower for v in verbs for c in parse.children(v, "aux", "aux:pass", "cop") if c.i > bearer.i]
    single = bool({"was", "is", "has"} & set(aux)) and not {"were", "are", "have"} & set(aux)
    return single and bearer.i < word.i and bearer.tag == "NN"


def _second_subject(parse: Parse, word: Token, bearer: Token) -> list[Token]:
    """ "a boy and a man were shot", with both hung on the verb."""
    if bearer.relation != "nsubj" or bearer.head != word.i:
        return []
    others = [t for t in parse.children(word, "nsubj", "nsubj:pass") if bearer.i < t.i < word.i]
    joined = {t.lower for t in parse.tokens[bearer.i + 1 : word.i]}
    return others if "and" in joined else []


def _speaks(parse: Parse, bearer: Token) -> bool:
    """Whether a word is rather who reports it ("…, Lt. Arno Weil said")."""
    lead = [t.lower for t in parse.tokens[max(parse.sentence_of(bearer).first, bearer.i - 5) : bearer.i]]
    if "according" in lead and "," not in lead[lead.index("according") :]:
        return True
    verb = parse.head(bearer)
    if bearer.relation == "nsubj" and verb is not None and verb.lemma in SAYING and verb.pos == "VERB":
        return parse.child(verb, "aux:pass") is None
    following = parse.tokens[bearer.i + 1 : bearer.i + 3]
    return any(t.sentence == bearer.sentence and t.lemma in {"say", "tell", "add"} for t in following)


EVERY = frozenset(("each", "every", "no"))
"""Before one who stands for all or for nobody: "each victim had several wounds", "no Swede was among the dead"."""
DAY = re.compile(r"[’']s\s+Day\b")
"""A feast named after somebody: "a Father's Day murder"."""


def _of_noun(parse: Parse, outcome: Outcome, noun: Token) -> Iterator[Fate]:
    """ "the death of X", "X's murder", "the murder last week of X"; by the order of words where the tree has nobody."""
    remote = lists.complement(parse, noun)
    told = remote is not None
    yield from _each(parse, outcome, noun, remote)
    for child in parse.children(noun, "nmod", "nmod:poss", "obl"):
        case = parse.child(child, "case")
        possessor = child.dep == "nmod:poss" or (case is not None and case.tag == "POS")
        if possessor or (case is not None and case.lower == "of" and child.i > noun.i):
            told = True
            yield from _each(parse, outcome, noun, child)
    if not told:
        yield from _each(parse, outcome, noun, lists.behind_of(parse, noun))


def _deadly(parse: Parse, noun: Token, known: Lexicon) -> bool:
    """ "the fatal shooting"."""
    lead = parse.tokens[noun.i - 1] if noun.i > parse.sentence_of(noun).first else None
    return lead is not None and (lead.lower in known.fatal or lead.lower == "deadly")


def _state(parse: Parse, token: Token, known: Lexicon) -> Iterator[Fate]:
    if token.relation == "amod" and token.lower in {"slain", "deceased", "dead"}:
        head = parse.head(token)
        if head is not None:
            yield from _each(parse, "killed", token, head)
        return
    if token.lower in {"slain", "late"}:
        return
    governor = next((a for a in list(parse.ancestors(token))[:3] if a.lemma in known.finds), None)
    if parse.child(token, "cop") is not None or (parse.child(token, "nsubj") is not None):
        yield from _each(parse, "killed", token, subject(parse, token))
    elif governor is not None:
        yield from _each(parse, "killed", token, patient(parse, governor) or subject(parse, governor))


def _fatal(parse: Parse, verb: Token, known: Lexicon) -> bool:
    near = [*parse.children(verb, "advmod", "xcomp", "obl", "amod", "dep"), *_window(parse, verb, 1, 3)]
    if verb.i and parse.tokens[verb.i - 1].sentence == verb.sentence:
        near.append(parse.tokens[verb.i - 1])
    return any(t.lower in known.fatal for t in near)


def _window(parse: Parse, token: Token, first: int, last: int) -> list[Token]:
    """The tokens after one, up to the end of its clause."""
    end = min(token.i + last + 1, parse.sentence_of(token).last)
    found: list[Token] = []
    for other in parse.tokens[token.i + first : end]:
        if other.text in {";", "."} or (other.text == "," and len(found) > 3):
            break
        found.append(other)
    return found


def _unreal(parse: Parse, word: Token, known: Lexicon) -> bool:
    """Denied, only possible, attempted or feared."""
    if _missed(parse, word):
        return True
    if word.tag == "VB" and word.i > 0 and parse.tokens[word.i - 1].lower == "to":
        return True  # a purpose ("she drove there to kill him") is no deed
    first = parse.sentence_of(word).first
    lead = parse.tokens[max(first, word.i - 3) : word.i]
    if any(t.lower in {"neither", "nobody", "none"} for t in parse.tokens[max(first, word.i - 10) : word.i]):
        return True
    if TO_BE.search(parse.text, max(0, word.start - 30), word.start):
        return True  # "the fourth child to be shot or killed this year" tells of the others
    if any(
        t.lemma in known.attempts or t.lower in {"not", "n't", "n’t", "never", "nearly", "almost", "if"} for t in lead
    ):
        return True
    if any(c.lower in {"whether", "if", "unless"} for c in parse.children(word, "mark")):
        return True
    modals = {c.lower for c in parse.children(word, "aux")}
    if modals & {"would", "could", "can", "will", "may", "might", "should", "must"}:
        perfect = any(c.lemma == "have" for c in parse.children(word, "aux"))
        return not (perfect and modals & {"may", "must"})  # "could have been shot" was not
    head = parse.head(word)
    return head is not None and word.relation in {"xcomp", "acl", "nmod"} and head.lemma in known.attempts


TO_BE = re.compile(r"\bto\s+be\s+(?:\w+\s+(?:or|and)\s+)?$", re.I)


def _missed(parse: Parse, word: Token) -> bool:
    """ "was shot at" says nothing of being hit; "was shot at a bar" does."""
    after = [t.lower for t in parse.tokens[word.i + 1 : min(word.i + 3, parse.sentence_of(word).last)]]
    if word.lower not in {"shot", "shooting"} or after[:1] != ["at"]:
        return False
    return len(after) == 1 or not after[1][:1].isalnum() or after[1] in {"by", "while", "when", "and", "from", "but"}
