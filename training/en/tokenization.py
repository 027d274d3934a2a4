"""The tokenizer: spaCy's English rules, brought to the word limits of Universal Dependencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

BOUND_PREFIXES = (
    "anti", "co", "counter", "cyber", "de", "e", "ex", "inter", "intra", "mega", "micro", "mid", "mini", "multi",
    "non", "post", "pre", "pro", "pseudo", "re", "semi", "sub", "super", "trans", "ultra",
    "un",
)  # fmt: skip
"""Prefixes that UD_English keeps in one word with what follows their hyphen: ``pre-war``, ``re-elected``."""

ABBREVIATIONS = (
    "No.", "Nos.", "al.", "Ft.", "Lt.", "Col.", "Capt.", "Sgt.", "Cpl.", "Maj.", "Cmdr.", "Det.", "Hon.",
    "Sr.", "Mlle.", "Mmes.", "Messrs.", "Supt.", "Insp.", "Dept.", "Assn.", "Univ.", "approx.", "est.", "ft.",
    "Mt.", "Sen.", "Sens.", "Rep.", "Reps.", "Gov.", "Gens.", "Rev.", "St.", "Ave.", "Blvd.", "Mr.", "Mrs.", "Ms.",
    "Dr.", "Prof.", "Gen.", "vs.", "Ltd.", "Inc.", "Corp.", "Co.", "Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.",
    "Sep.", "Oct.", "Nov.", "Dec.", "U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "p.m.", "a.m.", "U.S.A.", "U.S.S.R.",
    "L.A.", "N.Y.", "Ph.D.", "M.D.", "i.e.", "e.g.", "c.", "sq.", "km.",
)  # fmt: skip

WHOLE = ("e-mail", "e-mails", "E-mail", "E-mails", "o'clock", "o’clock")

SEPARATE = {"wanna": ("wan", "na"), "Wanna": ("Wan", "na"), "and/or": ("and", "/", "or"), "'Tis": ("'T", "is")}

RUNS = r"(?:[!?]{2,}|[-_=*~#+]{2,}|\.{2,}|<<+|>>+)"


def build_tokenizer(nlp: Language) -> Tokenizer:
    """Make the tokenizer of the pipeline from the language's own rules; offsets into the text are kept."""
    defaults = nlp.Defaults
    prefixes = [RUNS, r"\((?!s\))", r"‘(?=\w)", *(defaults.prefixes or ())]
    suffixes = [
        RUNS,
        r"(?<=\d)(?:[AaPp]\.?[Mm]\.?|GMT|BST|EST|EDT|UTC)",
        r"(?<=\d)(?:bn|tn|mn|pc|pct|BN|TN|MN)",
        r"(?<=\w)['’](?:s|S|ll|LL|re|RE|ve|VE|d|D|m|M)",
        *(defaults.suffixes or ()),
    ]
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex(_infixes(defaults.infixes or ())).finditer
    for word in ABBREVIATIONS:
        for form in {word, word.upper()}:
            tokenizer.add_special_case(form, [{ORTH: form}])
    for word in WHOLE:
        tokenizer.add_special_case(word, [{ORTH: word}])
    for word, parts in SEPARATE.items():
        tokenizer.add_special_case(word, [{ORTH: part, NORM: part.lower()} for part in parts])
    for decade in range(0, 100, 10):
        for mark in "'’‘":
            tokenizer.add_special_case(f"{mark}{decade:02}s", [{ORTH: f"{mark}{decade:02}s"}])
    for word, pieces in _capitals(defaults.tokenizer_exceptions or {}).items():
        tokenizer.add_special_case(word, pieces)
    for prefix in BOUND_PREFIXES:
        for form in (prefix, prefix.title(), prefix.upper()):
            tokenizer.add_special_case(form + "-", [{ORTH: form + "-"}])
    return tokenizer


def _capitals(exceptions: Mapping[str, Sequence[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """The exceptions of more than one word as wire copy in capitals has them: ``DON'T``, ``CANNOT``."""
    capitals: dict[str, list[dict[int, str]]] = {}
    for word, pieces in exceptions.items():
        split = len(pieces) > 1 and ("'" in word or "’" in word or word == "cannot")
        if split and word.upper() not in exceptions:
            norms = [piece.get(NORM, piece[ORTH].lower()) for piece in pieces]
            shapes = [{ORTH: piece[ORTH].upper(), NORM: norm} for piece, norm in zip(pieces, norms, strict=True)]
            capitals[word.upper()] = shapes
    return capitals


def _infixes(defaults: Iterable[str | re.Pattern[str]]) -> list[str]:
    """The default infix rules, their hyphen rule replaced: it spares bound prefixes and splits number ranges."""
    rules = [rule if isinstance(rule, str) else rule.pattern for rule in defaults]
    kept = [rule for rule in rules if "(?:-|–|—|--|---|——|~)" not in rule]
    if len(kept) == len(rules):
        raise RuntimeError("spaCy's hyphen rule has another form; adapt training/en/tokenization.py")
    spared = "".join(rf"(?<!^{form})(?<![^\w’']{form})" for p in BOUND_PREFIXES for form in (p, p.title(), p.upper()))
    dash = r"(?:--+|[-–—~])"
    return [
        RUNS,
        *kept,
        rf"{spared}(?<=[^\W\d_])-(?=[^\W_])",
        r"(?<=[^\W\d_])(?:--+|[–—~])(?=[^\W_])",
        rf"(?<=\d){dash}(?=[^\W\d_])",
        r"(?<=[A-Z]\.)-(?=\w)",
        r"[–—]",
        r"(?<=^\d)-(?=\d+$)|(?<=^\d\d)-(?=\d\d?$)|(?<=^\d{4})-(?=\d{4}$)|(?<=^\d{4})-(?=\d\d$)",
    ]
