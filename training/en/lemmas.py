"""Builds the tables of spaCy's rule lemmatizer: detachment rules and the irregular forms they miss.

The tables keep irregular facts of English ("went": "go"), not the vocabulary of the treebanks: a form that the
rules get right, or that the treebanks show only once, is not stored.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from morphology import comparison_rules, noun_rules, verb_rules
from spacy.lookups import Lookups
from treebank import Sentence, Word

from corpus import features

BASE_FORMS = frozenset(("Number=Sing", "VerbForm=Inf", "Tense=Pres|VerbForm=Fin", "Degree=Pos"))
"""Features on which spaCy takes the lower-cased form as it is."""

RULES = {
    "NOUN": noun_rules(),
    "VERB": verb_rules(),
    "ADJ": comparison_rules(),
    "ADV": [],
    "AUX": [],
    "PRON": [],
    "DET": [],
    "PART": [],
    "PUNCT": [],
    "PROPN": [],
}
OPEN = ("NOUN", "VERB", "ADJ", "ADV")
KEEPS_CASE = ("PROPN", "ADJ")
"""Parts of speech whose form is kept as written where nothing applies ("Syrian", "Kyiv")."""

ATTESTED = 2
"""How often an irregular lemma must be seen; less may be a slip of the pen."""

FIXED = {
    "ADJ": {"better": "good", "best": "good", "worse": "bad", "worst": "bad", "further": "far", "farther": "far",
            "furthest": "far", "more": "more", "most": "most", "less": "less", "least": "least",
            "elder": "old", "eldest": "old", "quieter": "quiet", "quietest": "quiet", "whiter": "white",
            "politer": "polite", "severer": "severe", "severest": "severe"},
    "VERB": {"dying": "die", "lying": "lie", "tying": "tie", "died": "die", "dies": "die", "lied": "lie", "lies": "lie",
             "tied": "tie", "ties": "tie", "owed": "owe", "owing": "owe", "are": "be", "am": "be", "'s": "be",
             "'re": "be", "'m": "be", "created": "create", "creating": "create", "adding": "add", "added": "add",
             "changed": "change", "changing": "change", "ranged": "range", "ranging": "range", "focused": "focus",
             "focusing": "focus", "invited": "invite", "inviting": "invite", "united": "unite", "combated": "combat",
             "debuted": "debut", "competed": "compete", "interfered": "interfere", "interfering": "interfere",
             "adhered": "adhere", "adhering": "adhere", "bombarded": "bombard", "murmured": "murmur",
             "shed": "shed", "fled": "flee", "bled": "bleed", "fed": "feed", "led": "lead", "sped": "speed",
             "struck": "strike", "stricken": "strike", "slain": "slay", "slew": "slay", "sank": "sink", "sunk": "sink",
             "shot": "shoot", "wept": "weep", "clung": "cling", "flung": "fling", "sought": "seek", "hit": "hit",
             "underwent": "undergo", "withdrew": "withdraw", "withdrawn": "withdraw", "overthrew": "overthrow",
             "overthrown": "overthrow", "foresaw": "foresee", "forbade": "forbid", "forbidden": "forbid",
             "broadcast": "broadcast", "cast": "cast", "burst": "burst", "swept": "sweep", "swore": "swear",
             "sworn": "swear", "tore": "tear", "torn": "tear", "froze": "freeze", "frozen": "freeze", "dug": "dig",
             "risen": "rise", "citing": "cite",
             "stole": "steal", "stolen": "steal", "woke": "wake", "woken": "wake", "shook": "shake", "swam": "swim",
             "sang": "sing", "sung": "sing", "bore": "bear", "bound": "bind", "swung": "swing", "spun": "spin",
             "beaten": "beat", "bitten": "bite", "rode": "ride", "ridden": "ride", "rang": "ring", "rung": "ring",
             "shrank": "shrink", "shrunk": "shrink", "stung": "sting", "strode": "stride", "hid": "hide",
             "hidden": "hide", "slid": "slide", "lit": "light", "leapt": "leap", "knelt": "kneel", "crept": "creep",
             "bent": "bend", "lent": "lend", "spat": "spit", "strove": "strive", "wove": "weave", "woven": "weave",
             "aches": "ache", "arose": "arise", "arisen": "arise", "forgave": "forgive", "overcame": "overcome",
             "undertook": "undertake", "undertaken": "undertake", "overran": "overrun", "mistook": "mistake",
             "shone": "shine", "sown": "sow", "proven": "prove", "slept": "sleep", "bred": "breed"},
    "NOUN": {"wives": "wife", "lives": "life", "knives": "knife", "leaves": "leaf", "thieves": "thief",
             "loaves": "loaf", "crises": "crisis", "oases": "oasis", "axes": "axis", "bases": "base",
             "series": "series", "critics": "critic", "clerics": "cleric", "clinics": "clinic", "medics": "medic",
             "topics": "topic", "relics": "relic", "mechanics": "mechanic", "quizzes": "quiz", "news": "news",
             "species": "species", "means": "means", "headquarters": "headquarters", "shoes": "shoe", "toes": "toe",
             "headaches": "headache", "gases": "gas", "media": "medium", "data": "datum", "criteria": "criterion",
             "phenomena": "phenomenon", "children": "child", "mice": "mouse", "teeth": "tooth", "feet": "foot",
             "geese": "goose", "oxen": "ox", "ties": "tie", "pies": "pie", "lies": "lie",
             "movies": "movie", "cookies": "cookie", "zombies": "zombie", "rookies": "rookie", "calories": "calorie"},
    "PROPN": {"states": "State", "nations": "Nation", "jan.": "January", "feb.": "February", "aug.": "August",
              "sept.": "September", "oct.": "October", "nov.": "November", "dec.": "December"},
    "PUNCT": {"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"'},
    "PART": {"'s": "'s", "'": "'s", "n't": "not", "nt": "not", "na": "to", "ta": "to"},
}  # fmt: skip
"""Facts about English that outrank what the treebanks show or that they lack."""


def build_lookups(sentences: Iterable[Sentence]) -> Lookups:
    """The ``lemma_rules`` and ``lemma_exc`` tables, exceptions taken from the treebanks' lemmas."""
    types: dict[str, dict[str, Counter[str]]] = {pos: defaultdict(Counter) for pos in RULES}
    bases: Counter[str] = Counter()
    for sentence in sentences:
        for word in sentence.words:
            if features(word) in BASE_FORMS:
                bases[word.lemma] += 1
            if word.pos in RULES and _usable(word):
                types[word.pos][word.form.lower().replace("’", "'")][word.lemma] += 1
    rules: dict[str, list[list[str]]] = {}
    exceptions: dict[str, dict[str, list[str]]] = {}
    for pos, own in RULES.items():
        rules[pos.lower()] = [*own, *([] if pos in KEEPS_CASE else [["", ""]])]
        found = {form: counts.most_common(1)[0] for form, counts in sorted(types[pos].items())}
        open_class = pos in OPEN
        known = {
            form: lemma
            for form, (lemma, count) in found.items()
            if count >= ATTESTED and (bases[lemma] or count > ATTESTED if open_class else count > 2 * ATTESTED)
        }
        exceptions[pos.lower()] = _exceptions(known | FIXED.get(pos, {}), rules[pos.lower()])
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_exc", exceptions)
    return lookups


def apply_rules(form: str, rules: Iterable[list[str]]) -> str | None:
    """What spaCy makes of a lower-cased form by the rules alone; None where no rule applies."""
    for old, new in rules:
        if form.endswith(old) and form[: len(form) - len(old)] + new:
            return form[: len(form) - len(old)] + new
    return None


def _usable(word: Word) -> bool:
    """Whether a word says something about inflection: no base form, no typing error, no foreign matter."""
    if word.lemma == "_" or word.tag in ("GW", "AFX", "FW", "ADD", "XX", "NFP", "LS"):
        return False
    if word.pos in OPEN:
        inflected = features(word) not in BASE_FORMS | {""}
        return inflected and word.form.isalpha() and word.lemma.isalpha()
    if word.pos == "PROPN":
        return word.tag == "NNPS" and word.form[:1].isupper() and word.lemma[:1].isupper()
    return True


def _exceptions(known: Mapping[str, str], rules: list[list[str]]) -> dict[str, list[str]]:
    """The forms that the rules get wrong, in both kinds of apostrophe."""
    wrong: dict[str, list[str]] = {}
    for form, lemma in known.items():
        for spelling in {form, form.replace("'", "’")}:
            if apply_rules(spelling, rules) != lemma:
                wrong[spelling] = [lemma]
    return dict(sorted(wrong.items()))
