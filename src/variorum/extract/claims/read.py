"""What each amount counts, in reading order: a part, a correction or an ellipsis leans on the amount before it."""

from __future__ import annotations

import re

from msgspec.structs import replace

from variorum.extract.claims.antecedents import antecedent, countable, follows, left_out, of_figures, summed
from variorum.extract.claims.choose import Choice, choose, member_of
from variorum.extract.claims.counted import Counted, left_over
from variorum.extract.claims.fits import is_thing
from variorum.extract.claims.forward import forward, taken_back
from variorum.extract.claims.frames import frames
from variorum.extract.claims.graded import in_state
from variorum.extract.claims.harmed import FATALLY, casualties, fatal, sent_home, some_of_the_hurt
from variorum.extract.claims.joined import in_row, joins
from variorum.extract.claims.labels import labelled
from variorum.extract.claims.lexicon import HARMED, lexicon
from variorum.extract.claims.outcome import in_condition, of_victims, settled, victims_told
from variorum.extract.claims.parts import Link, fronted, link, member, own_noun, whole_of
from variorum.extract.claims.reading import Earlier, Reading
from variorum.extract.claims.reckoned import as_patients, reckoned, rest_of, still_there, took_bodies
from variorum.extract.claims.rival import asked, rival
from variorum.extract.claims.shares import among as of_those_aboard
from variorum.extract.claims.shares import by_nation, extent, own_frames, participle
from variorum.extract.claims.sorts import (
    STATES,
    acts_alone,
    burnt_thing,
    discharged,
    let_go,
    names_one,
    of_event,
    of_group,
    seen_to,
)
from variorum.extract.claims.states import SPOTS, state_behind
from variorum.extract.claims.totals import valued_behind
from variorum.extract.claims.uncounted import reports
from variorum.extract.claims.valued import valued
from variorum.extract.claims.words import Words, forms
from variorum.kinds.base import load
from variorum.kinds.patterns import index
from variorum.text.tree import Parse, Token


def read_amounts(parse: Parse, amounts: list[Counted], table: Words, language: str) -> list[Reading]:
    """The amounts that count something, in text order."""
    earlier: Earlier = []
    pending: list[Counted] = []
    for amount in amounts:
        reading = _of_victims(parse, _read(parse, amount, earlier, table, language), earlier, language)
        reading = casualties(fatal(parse, _with_wounds(parse, reading)), earlier)
        earlier.append((amount, reading))
        if reading is None and taken_back(parse, amount, table):
            pending.append(amount)
    readings = [reading for _, reading in earlier if reading is not None]
    return sorted(
        [*readings, *forward(parse, pending, readings, table)], key=lambda r: (r.counted.start, r.counted.end)
    )


def _of_victims(parse: Parse, reading: Reading | None, earlier: Earlier, language: str) -> Reading | None:
    """A reading that only the word "victims" makes one of the dead, as what the report means by it."""
    if reading is None or reading.kind != "killed" or not _names_victims(parse, reading):
        return reading
    if reading.choice is not None and reading.choice.trigger == "nouns":  # "11 victims mourned"
        return reading
    told = [r.kind for _, r in earlier if r is not None and r.counted.value.number != 1]
    if "kidnapped" in told and not HARMED & set(told):
        return replace(reading, kind="kidnapped")
    return replace(reading, kind=of_victims(parse, told, language))


def _with_wounds(parse: Parse, reading: Reading | None) -> Reading | None:
    """The reading; "21 were brought up, *six of them with severe burns*": hurt, whatever was done for all of them."""
    alike = reading is not None and reading.kind == "killed" and _joined_by_and(parse, reading.counted)
    if reading is None or reading.counted.negative or not (alike or reading.kind in UNHARMED):
        return reading
    if WITH_WOUNDS.match(parse.text, reading.counted.end) is None:
        return reading
    return replace(reading, kind="injured", link=None if alike else "part")


def _joined_by_and(parse: Parse, amount: Counted) -> bool:
    """ "Left eight dead *and* more than 20 with burns"."""
    return amount.noun is None and parse.text.endswith(" and ", 0, amount.start)


UNHARMED = frozenset(("rescued", "evacuated", "aboard", "trapped", "displaced"))
"""Kinds that say nothing of harm."""
WITH_WOUNDS = re.compile(
    r"\s+(?:of\s+(?:them|whom)\s+)?(?:with|suffering(?:\s+from)?)\s+(?:[\w-]+\s+){0,2}"
    r"(?:burns|injuries|wounds|fractures|hypothermia|frostbite)\b",
    re.I,
)


def _names_victims(parse: Parse, reading: Reading) -> bool:
    frame = reading.choice.frame if reading.choice is not None else None
    number = reading.counted.number.i
    near = parse.tokens[number : number + 6]
    if reading.link == "member":
        near = parse.tokens_of(parse.sentences[reading.counted.sentence])
    elif frame is not None:
        near = (frame.word, *(near if frame.relation == "total" else ()))
    elif reading.link != "part":
        return False
    return any(t.lemma == "victim" for t in near)


def _wounds(parse: Parse, amount: Counted, language: str) -> bool:
    """ "He suffered multiple injuries", "two broken ribs": wounds of somebody, not the wounded."""
    noun, known = own_noun(amount), lexicon(language)
    if noun is not None and noun.lemma in known.body:
        return True
    if amount.value.number is not None or noun is None or noun.lemma not in known.harm:
        return False
    head = parse.head(noun)
    return head is not None and head.lemma in known.suffers | known.subjects


def _read(parse: Parse, amount: Counted, earlier: Earlier, table: Words, language: str) -> Reading | None:
    if _wounds(parse, amount, language):
        return None
    if left_over(parse, amount.start, amount.core_end):
        return Reading(amount, "missing", None, None, own_noun(amount))
    if (label := labelled(parse, amount, table, language)) is not None:
        return Reading(amount, label[0].kind, label[0], None, label[1])
    tie = link(parse, amount, table)
    if tie == "part" and _of_own_group(parse, amount, earlier):
        tie = None
    previous = antecedent(amount, earlier, tie)
    if tie == "breakdown" and previous is None:
        tie = None  # a colon behind a motto: "‘We were lucky’: six dead as …"
    if previous is not None and tie in {"ellipsis", "breakdown"} and _untold(parse, amount, tie, previous, language):
        previous = None
    held = previous is not None and previous.kind == "detained" and tie == "part"
    own = own_noun(amount)
    noun = own or (previous.noun if previous is not None and not amount.negative else None)
    named = None if own is not None and participle(own, language) else own
    listed = of_figures(parse, amount)
    thing = named or listed or (left_out(amount, earlier, previous) if not amount.negative else None)
    found = own_frames(parse, amount, frames(parse, amount, table))
    of_things = tie == "part" and previous is not None and not load()[previous.kind].people
    bearer = thing if of_things or listed is not None else own  # "61 drones, of which 46 shot down" are no people
    choice = settled(parse, amount, choose(parse, amount, found, bearer, thing, table, language), language)
    choice = state_behind(parse, amount, choice, thing, table, language)
    choice = extent(parse, choice or valued(parse, amount, table, language))
    if names_one(parse, amount) and (choice is None or choice.trigger == "nouns" or _of_all(choice)):
        return None
    patients = choice is None or choice.kind in HARMED or choice.kind == "hospitalised"
    if patients and seen_to(parse, amount):
        return None
    if patients and discharged(parse, amount):
        return sent_home(amount, earlier)
    if (held or (choice is not None and choice.kind == "detained")) and let_go(parse, amount):
        return None
    if choice is not None and of_event(parse, amount, choice):
        choice = None
    if choice is not None and burnt_thing(amount, choice, table, language):
        choice = None
    if amount.number.lower == "another" and amount.noun is None and not _of_itself(parse, amount, choice):
        hurt = in_state(parse, amount, language) or WITH_WOUNDS.match(parse.text, amount.end) is not None
        return Reading(amount, "injured", None, None, None) if hurt else None
    if choice is None and not amount.negative and in_state(parse, amount, language):
        if (some := some_of_the_hurt(amount, earlier)) is not None:
            return some
        choice = Choice("injured", None, "in a condition that only the hurt are in")
    if choice is not None and valued_behind(parse, amount, table) is not None:
        return Reading(amount, choice.kind, choice, None, noun)
    if took_bodies(parse, amount, previous, table) and previous is not None:
        return Reading(amount, previous.kind, None, "ellipsis", noun, previous)
    if as_patients(parse, amount, choice, tie, previous):
        return Reading(amount, "hospitalised", None, "part", noun, previous)
    front = fronted(parse, amount, language)
    of_front = OF_THE_LIVING if front == "killed" else OF_THE_DEAD
    if front is not None and (choice is None or choice.kind in of_front) and countable(front, noun, table):
        return Reading(amount, front, None, "part", own_noun(amount), previous)
    if choice is None or choice.kind == "aboard":
        share = by_nation(parse, amount, table, language) or of_those_aboard(parse, amount, language)
        if share is not None:
            return share
    among = member(parse, amount, language)
    if among is not None and countable(among, noun, table) and _of_kind(parse, among, noun, language):
        return Reading(amount, among, None, "member", noun, None)
    if amount.single:
        return _single(parse, amount, choice, tie, previous, noun, table, language)
    weak = choice is None or choice.frame is None or choice.frame.relation == "self" or _by_whole(parse, amount, choice)
    whole = whole_of(parse, amount, language) if not amount.partitive and not amount.negative else None
    if whole is not None and not _of_kind(parse, whole, noun, language):
        whole = None
    if whole == "killed" and choice is not None and choice.kind in OF_THE_LIVING:
        weak = True  # "eleven of those killed had been on ventilators"
    if weak and whole is not None:
        if whole == "detained" and let_go(parse, amount):
            return None
        every = ALL.search(parse.text, max(0, amount.start - 5), amount.core_start)  # "all eight of the dead"
        return Reading(amount, whole, None, None if every else "part", noun, None if every else previous)
    behind = weak or (choice is not None and choice.frame is not None and choice.frame.word.i < amount.number.i)
    if tie in {"part", "breakdown"} and ((weak and _busy(parse, amount)) or (behind and _lone(parse, amount))):
        return None
    if previous is not None and _leans(amount, choice, tie, previous, noun, table):
        return Reading(amount, previous.kind, None, tie, noun, previous)
    if choice is not None:
        part = tie == "part" or (tie == "ellipsis" and previous is not None and previous.link == "part")
        counts = (choice.thing if own is not None and own.lemma in SPOTS else own) or choice.thing or noun
        return Reading(amount, choice.kind, choice, "part" if part else None, counts, previous if part else None)
    total = next((f.word for f in found if f.relation == "total" and f.word.lemma in table.totals), None)
    if previous is not None and total is not None and follows(amount, earlier):
        of = summed(parse, total, previous, earlier, table)
        return Reading(amount, of.kind, None, None, noun, of) if of is not None else None
    if rest := rest_of(parse, amount, earlier, noun, table):
        return rest
    if (state := still_there(parse, amount, earlier)) is not None:
        return Reading(amount, state.kind, None, "part", noun, state)
    if another := rival(parse, amount, previous, noun, table, language) or asked(parse, amount, table, language):
        return another
    if sum_ := reckoned(parse, amount, earlier, previous, noun, table):
        return sum_
    if previous is not None and not amount.negative and not amount.partitive:
        leaning = _inherited(parse, amount, tie, previous, noun, table)
        if leaning is not None:
            return leaning
    told = [r.kind for _, r in earlier if r is not None]
    return Reading(amount, "killed", None, None, noun) if victims_told(parse, amount, told, language) else None


def _of_kind(parse: Parse, kind: str, noun: Token | None, language: str) -> bool:
    """Whether those among others can be of the kind: "among those *identified* were five nurses" counts no drones."""
    things = index(language).things.get(kind)
    return things is None or (noun is not None and is_thing(parse, noun, things))


def _of_own_group(parse: Parse, amount: Counted, earlier: Earlier) -> bool:
    """Whether the amount is a part of a group that its own sentence tells of, and not of a count sentences back."""
    counted = any(other.sentence == amount.sentence and reading is not None for other, reading in earlier)
    return not counted and of_group(parse, amount)


def _of_itself(parse: Parse, amount: Counted, choice: Choice | None) -> bool:
    """Whether the verb of "another" itself tells the harm ("and wounded another"); who died beside one dead may be
    that one, told again."""
    frame = choice.frame if choice is not None else None
    if choice is None or frame is None or choice.kind == "killed":
        return False
    head = parse.head(amount.anchor)
    return abs(frame.word.i - amount.number.i) == 1 or (head is not None and head.i == frame.word.i)


ALL = re.compile(r"\ball\s+$", re.I)
OF_THE_DEAD = frozenset(("trapped", "shot"))
"""What may be said of the dead one by one, beside that they died: "of the dead, 23 were buried in mud"."""


OF_THE_LIVING = OF_THE_DEAD | {"injured", "hospitalised", "rescued", "missing", "aboard"}
"""What may be said of some of the dead that is over since."""


def _by_whole(parse: Parse, amount: Counted, choice: Choice) -> bool:
    """Whether only the word for the whole gives the kind: "five of the 29 *injured* had burns"."""
    frame = choice.frame
    return frame is not None and OF_THE.fullmatch(parse.text, amount.end, frame.word.start) is not None


def _of_all(choice: Choice) -> bool:
    """Whether a participle gives the kind, which is then said of all: "one of the 74 *held*"."""
    return choice.kind not in HARMED and choice.frame is not None and choice.frame.relation == "modifier"


OF_THE = re.compile(r"\s+of\s+(?:the\s+[\d.,]+|those|these)\s+", re.I)
PERSON = re.compile(r"[^,]{0,25}(?:,\s+an?\s|\s(?:in|with|is|was|a|an|the)\s)")


def _busy(parse: Parse, amount: Counted) -> bool:
    """Whether the part does something of its own ("two of them fell into the canal") and is no part of a count."""
    head = parse.head(amount.anchor)
    if amount.negative and head is not None and head.tag == "JJR":
        return True  # "none of them was older than twelve"
    if amount.negative and amount.noun is not None and amount.anchor.i == amount.noun.i:
        return False  # "none of which caused any injuries"
    if head is None or head.pos != "VERB" or amount.anchor.relation not in {"nsubj", "obj", "obl"}:
        return False
    if amount.anchor.relation != "nsubj" and head.i < amount.number.i and amount.noun is not None:
        return False
    if amount.anchor.relation == "obl" and any(
        c.lower in {"with", "including"} for c in parse.children(amount.anchor, "case")
    ):
        return False  # "32 people remain in hospital, she said, *with five* in critical condition"
    finite = head.tag in {"VBD", "VBZ", "VBP"} or any(c.lemma == "have" for c in parse.children(head, "aux"))
    passive = parse.child(head, "aux:pass") is not None
    return finite and not passive and head.lemma not in STATES


def _lone(parse: Parse, amount: Counted) -> bool:
    """ "one of them, the mayor told …": a single one who is not described is no count."""
    after = parse.text[amount.end : parse.sentences[amount.sentence].end]
    told = PERSON.match(after) is not None or FATALLY.match(parse.text, amount.core_end) is not None
    return amount.value.number == 1 and not amount.single and not told


def _leans(
    amount: Counted, choice: Choice | None, tie: Link | None, previous: Reading, noun: Token | None, table: Words
) -> bool:
    """Whether the claim before decides the kind even against a (weak) reading of the amount's own words."""
    if tie == "void":
        return choice is None or own_noun(amount) is None
    own = choice is not None and choice.frame is not None and choice.frame.word == own_noun(amount)
    named = own and choice is not None and choice.kind == "killed" and previous.kind not in HARMED
    weak = choice is None or choice.frame is None or (choice.trigger == "nouns" and tie == "part" and not named)
    weak = weak or (tie == "part" and choice is not None and _anothers(amount, choice, previous))
    listed = tie == "ellipsis" and previous.link == "breakdown" and (choice is None or choice.frame is None)
    leaning = (tie in {"breakdown", "part"} and weak) or listed
    told = previous.link != "ellipsis" or (tie == "part" and previous.counted.sentence == amount.sentence)
    return leaning and told and countable(previous.kind, noun, table)


def _anothers(amount: Counted, choice: Choice, whole: Reading) -> bool:
    """Whether the word that gives the kind stands behind the next amount ("including *nine*, and 63 were held"), or
    before the whole, which has a word of its own ("four were killed and 21 wounded, *nine of them* guards")."""
    frame, own = choice.frame, whole.choice.frame if whole.choice is not None else None
    if frame is None:
        return False
    former = own is not None and whole.kind != choice.kind and frame.word.end <= whole.counted.start <= own.word.start
    return frame.word.start > amount.horizon or former


def _predicated(parse: Parse, amount: Counted, previous: Reading) -> bool:
    """Whether something else is said of the amount than of the one before: "three died and one was in a coma"."""
    head = parse.head(amount.anchor)
    frame = previous.choice.frame if previous.choice is not None else None
    if head is None or frame is None or amount.anchor.relation != "nsubj":
        return False
    return head.i != frame.word.i and parse.child(head, "cop") is not None


def _untold(parse: Parse, amount: Counted, tie: Link, previous: Reading, language: str) -> bool:
    """Whether an amount only seems to lean on the one before: those who report it ("a charity and two officials said"),
    or what another sentence counts behind a dash ("Two died. The crew – eight Poles and four Greeks – were freed")."""
    if tie == "ellipsis":
        return reports(parse, amount.anchor)
    if previous.counted.sentence == amount.sentence:
        return False
    sentence = parse.sentences[amount.sentence]
    lead = [t for t in parse.tokens_of(sentence) if t.end <= amount.start and t.pos in {"NOUN", "PROPN", "ADJ", "VERB"}]
    things = index(language).things.get(previous.kind, frozenset())
    return bool(lead) and not any(
        member_of(t, index(language)) == previous.kind or any(f in things for f in forms(t)) for t in lead
    )


def _inherited(
    parse: Parse, amount: Counted, tie: Link | None, previous: Reading, noun: Token | None, table: Words
) -> Reading | None:
    whole = previous.antecedent
    head = parse.head(amount.anchor)
    classed = head is not None and head.tag == "NNS"  # "eleven of the dead were soldiers; eight were civilians"
    if tie == "ellipsis" and previous.kind == "killed" and previous.link is None and in_condition(parse, amount):
        return Reading(amount, "injured", None, tie, noun, previous)
    if tie == "ellipsis" and acts_alone(parse, amount):
        return None
    own = previous.link is None or (previous.choice is not None and whole is not None and not classed)
    if own and _predicated(parse, amount, previous):
        return _inherited(parse, amount, tie, whole, noun, table) if whole is not None else None
    if tie != "ellipsis" or previous.counted.sentence != amount.sentence or not countable(previous.kind, noun, table):
        return None
    if previous.link in {"part", "breakdown"} or own_noun(amount) is None:
        alive = previous.kind == "killed" and in_condition(parse, amount)
        kind = "injured" if alive else previous.kind
        return Reading(amount, kind, None, previous.link or "ellipsis", noun, previous)
    return None


def _single(
    parse: Parse,
    amount: Counted,
    choice: Choice | None,
    tie: Link | None,
    previous: Reading | None,
    noun: Token | None,
    table: Words,
    language: str,
) -> Reading | None:
    """One person counts as a part of a count, or as a death told as such; one thing where its kind says so."""
    person = noun is None or not any(f in table.ones for f in forms(noun))
    if tie == "part" and previous is not None and load()[previous.kind].people and person:
        return Reading(amount, previous.kind, None, tie, noun, previous)
    governed = choice is not None and choice.frame is not None and choice.frame.distance <= 2
    if choice is None or choice.frame is None or not governed:
        return None
    if choice.kind in index(language).single:
        return Reading(amount, choice.kind, choice, None, noun)
    if choice.kind != "killed":
        row = joins(choice.kind) and in_row(parse, amount)
        return Reading(amount, choice.kind, choice, None, noun) if row else None
    if choice.frame.relation in {"subject", "object"} and choice.trigger in {"subject_of", "object_of"}:
        return Reading(amount, choice.kind, choice, None, noun)
    return None
