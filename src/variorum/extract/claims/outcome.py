"""The graver word wins: "shot and killed", "was wounded and later died", "fatally stabbed" are deaths."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from variorum.extract.claims.choose import Choice
from variorum.extract.claims.context import spoken_of
from variorum.extract.claims.counted import Counted
from variorum.extract.claims.frames import of_one
from variorum.extract.claims.lexicon import HARMED, Lexicon, Outcome, lexicon
from variorum.text.tree import Parse, Token

OPEN = frozenset(("shot", "injured"))
"""Kinds that leave open whether the person lived, or say so for the time being."""
JOINED = ("conj", "xcomp", "advcl", "ccomp", "parataxis")
NEAR = 3


def settled(parse: Parse, counted: Counted, choice: Choice | None, language: str) -> Choice | None:
    """The choice, with the outcome its clause states for the same people."""
    if choice is None or choice.frame is None:
        return choice
    word = choice.frame.word
    if choice.kind in HARMED and (_of_another(parse, counted, word) or _undone(parse, word, language)):
        return None
    if choice.kind == "shot" and choice.trigger == "nouns" and not _beside_deed(parse, word):
        return None
    if choice.kind == "shot" and word.lemma == "find" and counted.value.number == 1:
        return None  # one found with a wound is told of as a person
    if choice.kind == "shot" and _only_aimed(parse, counted, word):
        return None
    if choice.kind == "killed" and word.lemma == "survive" and not _not_before(parse, word):
        return None  # "six survived, but her nephew did not"
    if choice.kind == "killed" and choice.trigger == "subject_of" and _of_whom(parse, counted, word):
        return None
    if choice.kind == "killed" and choice.trigger == "object_of" and word.lemma in known_open(language):
        hurt = "shot" if word.lemma == "shoot" else "injured"
        return choice if _dead_of(parse, word, language) else replace(choice, kind=hurt)
    if (own := _own_verb(parse, counted, language)) is not None and choice.kind in {"killed", "injured"}:
        return replace(choice, kind=own)
    if choice.kind == "hospitalised" and word.lemma in TREATS and _has_treated(parse, word):
        return replace(choice, kind="injured", why=f"{choice.why}, treated, not kept")
    if choice.kind == "detained" and word.lemma in {"hold", "seize"} and _by_captors(parse, word):
        return replace(choice, kind="kidnapped", why=f"{choice.why}, by captors")
    if choice.kind in {"killed", "injured"} and word.lemma in WITH_STATES and (first := _first_state(parse, counted)):
        return replace(choice, kind=first)
    if choice.kind == "killed" and in_condition(parse, counted):
        return replace(choice, kind="injured", why=f"{choice.why}, but alive as its own words say")
    if choice.kind == "killed" and _hurt_behind_aside(parse, counted, word):
        return replace(choice, kind="injured", why=f"{choice.why}, hurt as the end of its clause says")
    if choice.kind in OPEN and _fatally(parse, counted, language):
        return replace(choice, kind="killed", why=f"{choice.why}, fatally")
    if choice.kind == "shot" and _along_with_dead(parse, counted, word, language):
        return replace(choice, kind="killed", why=f"{choice.why}, beside one who was shot dead")
    if choice.kind == "shot" and _besides_dead(parse, counted, language):
        return replace(choice, kind="injured", why=f"{choice.why}, others than the dead")
    if choice.kind == "injured" and word.lemma in SUFFERS and GUNSHOT.search(parse.text, word.end, word.end + 40):
        return replace(choice, kind="shot", why=f"{choice.why}, of a bullet")
    if choice.kind not in OPEN or (of_one(parse, counted) and parse.child(word, "aux:pass") is None):
        return choice  # "one of five people shot at a bar has died"
    graver = _graver(parse, choice.frame.word, language)
    if graver == "killed" or (graver == "injured" and choice.kind == "shot"):
        return replace(choice, kind=graver, why=f"{choice.why}, {graver} in the same clause")
    return choice


def _not_before(parse: Parse, word: Token) -> bool:
    lead = parse.tokens[max(parse.sentence_of(word).first, word.i - 4) : word.i]
    return any(t.lower in {"not", "n't", "n’t", "never"} for t in lead)


SHOT_OTHERS = re.compile(r"\s+(?:others?|more)\s+(?:\w+\s+)?shot\b(?!\s+(?:dead|to\s+death))", re.I)
WITH_STATES = frozenset(("leave", "suffer", "sustain", "report", "cause"))
"""Verbs whose object says itself what befell it: "left nine dead", "suffered 47 dead and 67 wounded"."""
SUFFERS = frozenset(("suffer", "sustain", "bleed"))
GUNSHOT = re.compile(r"\s+(?:from\s+)?(?:[\w-]+\s+)?gunshot\s+(?:wounds?|injur)", re.I)
"""What those have who may yet have died of it: "found four guards suffering from gunshot wounds"."""
BEFORE = re.compile(r"\b(?:in front of|in the presence of)\s+(?:(?:her|his|their|the)\s+)?$", re.I)
ALONG = re.compile(r"\b(?:along|together)\s+with\s+$", re.I)
ASIDE = re.compile(
    r"(?:\s+[\w’'-]+){0,3},\s+(?:including|among them)\s[^,.;]{3,60},\s+(?:were\s+)?(?:injured|wounded|hurt)\b"
)
HURT = frozenset(("injured", "wounded", "hurt"))
ALIVE = re.compile(
    r"(?:\s+(?:others?|more|people|men|women|children|persons|victims|teens|teenagers|students|officers)){0,2}"
    r"\s+(?:in\s+(?:the\s+|an?\s+)?hospitals?|hospitali[sz]ed|recovering)\b"
    r"|(?:\s+[a-z]+){0,3}?\s+(?:in\s+(?:\w+\s+){0,3}condition|fighting\s+for\s+(?:their|his|her)\s+li(?:fe|ves)"
    r"|clinging\s+to\s+life)\b",
    re.I,
)
"""What is said of the living just behind their number, in one row with the dead."""


def _beside_deed(parse: Parse, word: Token) -> bool:
    """ "four shooting victims", not "four victims in a shooting"."""
    return word.i > 0 and parse.tokens[word.i - 1].lemma in {"shooting", "gunshot", "stabbing"}


def _only_aimed(parse: Parse, counted: Counted, word: Token) -> bool:
    """ "shot at six people", "fired shots at a car with six people in it": nobody need be hit."""
    if word.i >= counted.number.i:
        return False
    if word.lower == "shots":
        return True
    return AIMED.match(parse.text, word.end, counted.start) is not None


AIMED = re.compile(r"\s+(?:\w+ly\s+)?at\s+$|\s+(?:\w+ly\s+)?at\s+(?:\w+\s+){0,2}(?:with|carrying)\s+$", re.I)


def _of_whom(parse: Parse, counted: Counted, verb: Token) -> bool:
    """ "A few men tried to help Weld, who was taken to hospital and died": who died is told of behind "who"."""
    if verb.relation != "conj" or verb.i <= counted.number.i:
        return False
    between = parse.tokens[counted.number.i + 1 : verb.i]
    who = next((t for t in reversed(between) if t.lower == "who"), None)
    return who is not None and parse.tokens[who.i - 1].text == "," and parse.tokens[who.i - 2].pos == "PROPN"


def in_condition(parse: Parse, counted: Counted) -> bool:
    """ "left one dead and two more in critical condition", "one dead and four fighting for their lives"."""
    return ALIVE.match(parse.text, counted.end, parse.sentences[counted.sentence].end) is not None


def _of_another(parse: Parse, counted: Counted, verb: Token) -> bool:
    """Whether the harm befell another: "with three friends when she was shot", "a murder in front of two boys"."""
    sentence = parse.sentences[counted.sentence]
    if BEFORE.search(parse.text[sentence.start : counted.start]):
        return True
    own = parse.child(verb, "nsubj:pass")
    if own is None or own.lower not in {"he", "she"} or own.i < counted.number.i:
        return False
    return own.i not in {counted.number.i, counted.anchor.i}


def _undone(parse: Parse, word: Token, language: str) -> bool:
    """ "attempted murder of two guards", "was nearly killed"."""
    close = parse.children(word, "amod", "compound", "advmod")
    known = lexicon(language).attempts
    if [t.lower for t in parse.tokens[max(0, word.i - 2) : word.i]] == ["all", "but"]:
        return True  # "the second fall all but killed two rescuers"
    return any(c.lower.strip("\"'“‘") in known | {"nearly", "almost"} for c in close if c.i < word.i)


CAPTORS = frozenset(
    ("militant", "kidnapper", "rebel", "guerrilla", "pirate", "bandit", "gunman", "insurgent", "abductor", "hijacker",
     "captor", "terrorist", "extremist", "separatist", "rioter", "mutineer", "trafficker")
)  # fmt: skip


TREATS = frozenset(("treat", "attend", "care", "tend"))
"""What is done for the hurt who need not stay: "the hospital had *treated* 31 marchers"."""

ILLNESS = frozenset(
    ("illness", "disease", "sickness", "infection", "virus", "fever", "symptom", "heatstroke", "malaria")
)


def _has_treated(parse: Parse, verb: Token) -> bool:
    """Whether somebody did it, and it is over: "treated 31", "has attended to 31", not "is treating 31"."""
    if parse.child(verb, "aux:pass") is not None or parse.child(verb, "nsubj") is None:
        return False
    if not ILLNESS.isdisjoint(t.lemma for t in parse.tokens_of(parse.sentence_of(verb))):
        return False  # the ill are not the hurt
    return verb.tag == "VBD" or any(c.lemma == "have" for c in parse.children(verb, "aux"))


def _by_captors(parse: Parse, verb: Token) -> bool:
    """ "Twelve workers *held by militants*": hostages, whom no authority detains."""
    holder = parse.child(verb, "nsubj")
    if holder is not None and holder.lower in {"he", "she"} and spoken_of(parse) & {"hostage", "captive"}:
        return True  # "he had held 11 people", where hostages are told of
    agents = [c for c in parse.children(verb, "obl") if any(k.lower == "by" for k in parse.children(c, "case"))]
    if parse.child(verb, "aux:pass") is None and verb.tag != "VBN":
        agents += parse.children(verb, "nsubj")
    head = parse.head(verb)
    if verb.tag == "VBG" and verb.relation == "acl" and head is not None:
        agents.append(head)  # "militants holding eleven workers"
    return any(a.lemma in CAPTORS for a in agents)


def _first_state(parse: Parse, counted: Counted) -> Outcome | None:
    """ "Left nine injured and one dead", "left seven dead and one hurt": the first state is the number's own."""
    last = min(counted.number.i + 5, parse.sentences[counted.sentence].last)
    after = [t.lower for t in parse.tokens[counted.number.i + 1 : last]]
    state = next((w for w in after if w in HURT or w in {"dead", "killed", "shot"}), None)
    if state in HURT and after[after.index(state) - 1] in {"fatally", "mortally"}:
        return "killed"
    if state == "shot":  # "one dead and eleven others shot"; "four shot dead" says more
        told = parse.text[counted.end : parse.sentences[counted.sentence].end]
        return "injured" if SHOT_OTHERS.match(told) else None
    return None if state is None else "injured" if state in HURT else "killed"


def _hurt_behind_aside(parse: Parse, counted: Counted, word: Token) -> bool:
    """ "left one dead and five others, including two guards, injured"."""
    sentence = parse.sentences[counted.sentence]
    before = parse.tokens[max(sentence.first, counted.number.i - 1) : counted.number.i]
    if word.i > counted.number.i or not any(t.lower in {"and", ","} for t in before):
        return False
    return ASIDE.match(parse.text[counted.end : sentence.end]) is not None


def _own_verb(parse: Parse, counted: Counted, language: str) -> Outcome | None:
    """The verb of harm just before the number: "leaves one dead, injures five"."""
    last = counted.number.i
    lead = [t for t in parse.tokens[max(0, last - 8) : last + 1] if t.end <= counted.start][-1:]
    if not lead or lead[0].sentence != counted.sentence or lead[0].lemma not in {"injure", "wound", "hurt", "kill"}:
        return None
    passive = parse.child(lead[0], "aux:pass") is not None or lead[0].relation == "amod"
    if parse.tokens[lead[0].i - 1].lower in {"fatally", "mortally"}:
        return None if passive else "killed"
    return None if passive else lexicon(language).objects.get(lead[0].lemma)


def _fatally(parse: Parse, counted: Counted, language: str) -> bool:
    """ "Four were shot, one fatally"."""
    last = counted.number.i + 2 if counted.noun is None or counted.noun.i < counted.number.i else counted.noun.i + 2
    after = parse.tokens[counted.number.i + 1 : min(last, parse.sentences[counted.sentence].last)]
    return bool(after) and after[-1].lower in {"fatally", "mortally"}


def _along_with_dead(parse: Parse, counted: Counted, word: Token, language: str) -> bool:
    """ "was found shot to death along with three others"."""
    along = ALONG.search(parse.text, max(0, counted.start - 20), counted.start) is not None
    return along and word.i < counted.number.i and _dead_of(parse, word, language)


def _besides_dead(parse: Parse, counted: Counted, language: str) -> bool:
    """ "One man died. Three others who were shot …": those are alive, as far as is known."""
    if ALONG.search(parse.text, max(0, counted.start - 20), counted.start):
        return False
    near = parse.tokens[max(0, counted.number.i - 1) : counted.number.i + 3]
    if not any(t.lower in {"others", "other"} for t in near):
        return False
    known = lexicon(language)
    the = parse.tokens[max(0, counted.number.i - 2)].lower == "the"
    first = 0 if the else parse.sentences[max(0, counted.sentence - 1)].first  # "the other four victims"
    lead = parse.tokens[first : None if the else counted.number.i]
    return any(_deadly(t, known) and t.lemma not in {"shooting", "stabbing"} for t in lead)


def known_open(language: str) -> frozenset[str]:
    """Verbs that kill only with a further word: "shoot dead", "stab to death"."""
    return frozenset(("shoot", "stab")) & frozenset(lexicon(language).objects)


def _dead_of(parse: Parse, word: Token, language: str) -> bool:
    """Whether the further word belongs to the verb, not to others told of next ("shot, with six dead")."""
    known = lexicon(language)
    first = parse.sentence_of(word).first
    lead = parse.tokens[max(first, word.i - 2) : word.i]
    if any(t.lower in known.fatal for t in lead):
        return True
    for token in parse.tokens[word.i + 1 : min(word.i + 12, parse.sentence_of(word).last)]:
        if token.lower in known.fatal or token.lemma in known.fatal:
            return True
        follows = parse.tokens[token.i + 1].tag if token.i + 1 < len(parse.tokens) else ""
        if token.pos == "PUNCT" or token.lower in {"while", "leaving", "with"}:
            return False
        if token.lower == "and" and follows in {"CD", "DT"}:
            return False
    return False


def _graver(parse: Parse, word: Token, language: str) -> Outcome | None:
    known = lexicon(language)
    if word.pos not in {"VERB", "ADJ"} and not word.tag.startswith("VB") and word.lower != "shot":
        return None
    lead = parse.tokens[word.i - 1] if word.i > parse.sentence_of(word).first else None
    beside = [*_following(parse, word), *([lead] if lead is not None else [])]
    if any(t.lower in known.fatal for t in beside) or _has_died(parse, word, known):
        return "killed"
    ends = [t.i for t in parse.tokens_of(parse.sentence_of(word)) if t.text == ";" and t.i > word.i][:1]
    verbs = [c for c in parse.children(word, *JOINED) if c.i > word.i and parse.child(c, "nsubj", "nsubj:pass") is None]
    verbs = [c for c in verbs if not ends or c.i < ends[0]]
    # a number just before is the verb's own subject: "four shot at a bar, two die"
    verbs = [c for c in verbs if parse.tokens[c.i - 1].tag != "CD"]
    verbs += [t for n, t in enumerate(beside[:2]) if n == 1 and beside[0].lower == "and"]
    if any(
        v.lemma in known.subjects or known.objects.get(v.lemma) == "killed" for v in verbs if not parse.child(v, "obj")
    ):
        return "killed"
    hurt = {"wound", "injure", "hurt"}
    return "injured" if any(v.lemma in hurt for v in verbs if not parse.child(v, "obj")) else None


def _has_died(parse: Parse, word: Token, known: Lexicon) -> bool:
    """ "Three people *wounded* on Tuesday died overnight": the harm only says who they are."""
    noun = parse.head(word) if word.relation == "acl" else None
    verb = parse.head(noun) if noun is not None and noun.relation == "nsubj" else None
    return verb is not None and verb.i > word.i and verb.lemma in known.subjects and verb.pos == "VERB"


def _following(parse: Parse, word: Token) -> list[Token]:
    """The next few words of the clause."""
    found: list[Token] = []
    for token in parse.tokens[word.i + 1 : min(word.i + 1 + NEAR, parse.sentence_of(word).last)]:
        if token.pos == "PUNCT" or token.tag == "CD":  # others follow: "nine injured and one dead"
            break
        found.append(token)
    return found


def of_victims(parse: Parse, told: Iterable[str], language: str) -> str:
    """The kind of those whom a report calls victims: the dead, unless it tells of none, or of a shooting whose dead
    it has not counted, where they are those who were hit.

    `told`: the kinds of the several people counted so far.
    """
    if "killed" in told:
        return "killed"
    known = lexicon(language)
    if not any(_deadly(t, known) for t in parse.tokens):
        return "injured"
    armed = any(t.lower in known.guns or t.lower == "shot" for t in parse.tokens)
    return "shot" if armed else "killed"


VICTIMS = re.compile(
    r"\b(?:there\s+(?:are|were|is|have\s+been|had\s+been)|(?:identit(?:y|ies)|names?)\s+of|(?:count|verif|confirm|document|record|register|report|list"
    r"|claim|mourn)(?:s|ed|ied|ies|ing|y)?|made|makes|caused|causes|spoke\s+of|speaks\s+of|talks?\s+of)\s+$",
    re.I,
)
"""What stands before a number of victims that tells how many there were."""


def victims_told(parse: Parse, amount: Counted, told: Iterable[str], language: str) -> bool:
    """Whether a number of victims is a count of the dead, no more being said of them: "there were 44 victims",
    "verified the identities of 44 victims". Of shootings it is open."""
    noun, number = amount.noun, amount.value.number
    if noun is None or noun.lemma != "victim" or amount.negative or amount.partitive or (number or 2) < 2:
        return False
    first = parse.sentences[amount.sentence].start
    if VICTIMS.search(parse.text, first, amount.start) is None:
        return False
    known = lexicon(language)
    return of_victims(parse, told, language) == "killed" and not any(
        t.lower in known.guns or t.lower == "shot" for t in parse.tokens
    )


def _deadly(token: Token, known: Lexicon) -> bool:
    verbs = known.objects.get(token.lemma) == "killed" or token.lemma in known.subjects
    return verbs or token.lemma in known.killed_nouns or token.lower in known.fatal or token.lower in known.states
