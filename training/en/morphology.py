"""Detachment rules of English written out: which ending of an inflected form becomes which ending of its lemma.

spaCy tries the rules in order and, having no word list, takes the first that fits; so the longest ending comes
first, and every stem ending that calls for a silent *e* is named here.
"""

from __future__ import annotations

SILENT_E = (
    *("c", "v", "z", "dg", "rg", "lg", "ag", "eg", "ug", "idg", "u", "iz", "yz", "uz"),
    *("bl", "cl", "dl", "fl", "gl", "kl", "pl", "tl", "zl", "sl", "ns", "rs", "ls", "ps", "as", "is", "os", "us"),
    *("ys", "es", "at", "ut", "ot", "iat", "uat", "vit", "xcit", "ncit", "nit", "ecit", "writ", "quit", "plet"),
    *("mpet", "elet", "ulat", "ad", "id", "ud", "od", "ced", "ak", "ik", "ok", "uk", "am", "im", "um", "com"),
    *("in", "un", "pon", "phon", "clon", "zon", "ston", "ven", "ap", "ip", "op", "yp", "ib", "ob", "ub"),
    *("cal", "hal", "pal", "il", "ul", "yl", "ur", "ir", "ar", "plor", "gnor", "stor", "scor", "ador"),
    *("ath", "eath", "eeth", "ooth", "oath", "cloth", "ang", "arrang", "exchang", "leng", "veng", "loung"),
)
"""Stem endings after which *-ed* and *-ing* have swallowed an *e*: *declar-ed*, *describ-ing*."""

NO_E = (
    *("eat", "oat", "out", "oot", "aut", "iot", "ilot", "ivot", "eut", "ead", "oad", "oid", "aid", "ood", "oud"),
    *("eak", "oak", "ook", "eek", "eam", "oam", "aim", "oom", "eem", "ictim", "ain", "ein", "oin", "uin", "oun"),
    *("eap", "oap", "oop", "oup", "eep", "lop", "hip", "ssip", "ail", "oil", "eil", "uil", "aul", "oul", "eul"),
    *("ool", "eal", "oal", "our", "ear", "oar", "air", "oir", "eir", "eur", "ss", "ocus", "bias", "mpus"),
    *("hang", "bang"),
)
"""Stem endings that look like the former and take no *e*: *repeat-ed*, *appear-ing*."""

DOUBLED = "bdgmnprt"
"""Consonants written twice before *-ed* and *-ing*: *stopp-ed*, *begg-ing*."""

UNDOUBLED_L = (
    *("avell", "ncell", "troll", "xpell", "mpell", "opell", "epell", "bell", "uell", "dell", "gnall", "otall"),
    *("nnell", "vell", "rrell", "rshall", "quall", "ivall", "iall"),
)
"""Stem endings whose last *l* is there for the British spelling's sake: *travell-ed*, *signall-ing*."""

VERB_S = {"ies": "y", "sses": "ss", "shes": "sh", "ches": "ch", "xes": "x", "zzes": "zz", "oes": "o", "s": ""}

NOUN_S = {
    **VERB_S,
    "men": "man", "lves": "lf", "yses": "ysis", "theses": "thesis", "ruses": "rus", "nuses": "nus", "puses": "pus",
    "suses": "sus", "tuses": "tus", "buses": "bus", "ss": "ss", "us": "us", "is": "is", "ics": "ics",
}  # fmt: skip

COMPARISON = {"ier": "y", "iest": "y", "er": "", "est": ""}
COMPARED_E = (
    *("c", "s", "v", "g", "bl", "pl", "mpl", "tl", "dl", "gl", "at", "et", "ut", "id", "ad", "ud"),
    *("ar", "ir", "ur", "in", "af", "ic", "am"),
)
COMPARED_PLAIN = ("ng", "ss", "eat", "oad", "ead", "eet", "oud", "ear", "our", "ain", "een", "oor", "air")


def verb_rules() -> list[list[str]]:
    """Rules for third persons, pasts and participles."""
    rules = dict(VERB_S) | {"ied": "y", "ying": "y", "eed": "ee", "ed": "", "ing": ""}
    for suffix in ("ed", "ing"):
        rules |= {stem + suffix: stem + "e" for stem in SILENT_E}
        rules |= {stem + suffix: stem for stem in NO_E}
        rules |= {stem + suffix: stem[:-1] for stem in UNDOUBLED_L}
        rules |= {letter * 2 + suffix: letter for letter in DOUBLED}
    return _ordered(rules)


def noun_rules() -> list[list[str]]:
    """Rules for plurals."""
    return _ordered(NOUN_S)


def comparison_rules() -> list[list[str]]:
    """Rules for comparatives and superlatives."""
    rules = dict(COMPARISON)
    for suffix in ("er", "est"):
        rules |= {stem + suffix: stem + "e" for stem in COMPARED_E}
        rules |= {stem + suffix: stem for stem in COMPARED_PLAIN}
        rules |= {letter * 2 + suffix: letter for letter in DOUBLED}
    return _ordered(rules)


def _ordered(rules: dict[str, str]) -> list[list[str]]:
    return [[ending, rules[ending]] for ending in sorted(rules, key=lambda e: (-len(e), e))]
