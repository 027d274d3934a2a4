"""Deterministic variants of treebank sentences: what news text does that the treebanks seldom show.

Every choice is drawn from one seeded generator, so that the same treebanks give the same corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from random import Random

from treebank import Sentence, Word, with_forms

QUOTE_STYLES = (("“", "”"), ("“", "”"), ("«", "»"), ("‘", "’"), ('"', '"'))
"""Opening and closing marks that a sentence's double quotes are rewritten with; the first is the likeliest."""

SMALL_WORDS = frozenset(
    (
        *("a", "an", "the", "and", "but", "or", "nor", "of", "in", "on", "at", "to", "for", "from", "by", "with"),
        *("as", "is", "was", "are", "vs", "over"),
    )
)
"""Words that headlines in title case leave small."""

_ONSETS = (
    *("b", "ch", "d", "dr", "g", "h", "k", "kh", "l", "m", "n", "p"),
    *("r", "s", "sh", "t", "tr", "v", "y", "z", "zh"),
)
_VOWELS = ("a", "e", "i", "o", "u", "a", "ou", "iy", "ei")
_CODAS = ("", "", "n", "r", "k", "l", "m", "s", "ch", "sk", "v", "nd")


class Augmenter:
    """Rewrites sentences; rare words are disguised so that spelling and context must carry the analysis."""

    def __init__(self, sentences: Iterable[Sentence], *, seed: int) -> None:
        self._random = Random(seed)
        self._counts = Counter(word.form.lower() for sentence in sentences for word in sentence.words)

    def typography(self, sentence: Sentence) -> Sentence:
        """Now and then: curly quotes and apostrophes, another letter case, no final full stop."""
        draw = self._random.random()
        if draw < 0.30:
            sentence = self.curly(sentence)
        case = self._random.random()
        if case < 0.05:
            sentence = _recased(sentence, str.upper)
        elif case < 0.08:
            sentence = _recased(sentence, str.lower)
        elif case < 0.12 and 4 <= len(sentence.words) <= 18:
            return without_full_stop(title_case(sentence))
        if self._random.random() < 0.05:
            sentence = without_full_stop(sentence)
        return sentence

    def disguise(self, sentence: Sentence) -> Sentence:
        """Swap rare names for invented ones, digits for other digits, and blur the middle of rare words."""
        return with_forms(sentence, [self._disguised(word) for word in sentence.words])

    def curly(self, sentence: Sentence) -> Sentence:
        """Typographic quotes and apostrophes in one of several house styles."""
        opening, closing = self._random.choice(QUOTE_STYLES)
        forms = []
        for word in sentence.words:
            form = word.form.replace("'", "’")
            if word.form == '"' and word.tag in ("``", "''"):
                form = opening if word.tag == "``" else closing
            elif word.form == "'" and word.tag == "``":
                form = "‘"
            forms.append(form)
        return with_forms(sentence, forms)

    def _disguised(self, word: Word) -> str:
        form = word.form
        if word.pos == "NUM" and form.isdigit() and self._random.random() < 0.5:
            return self._number(form)
        if not (form.isascii() and form.isalpha()) or len(form) < 3:
            return form
        count = self._counts[form.lower()]
        if word.pos == "PROPN":
            if count <= 4 and word.tag == "NNP" and form.istitle() and self._random.random() < 0.6:
                return self._name()
            return form
        chance = 0.6 if count <= 2 else 0.3 if count <= 8 else 0.05
        if word.pos in ("NOUN", "VERB", "ADJ") and len(form) >= 6 and self._random.random() < chance:
            return self._blurred(form)
        return form

    def _number(self, form: str) -> str:
        first = str(self._random.randint(1, 9))
        return first + "".join(str(self._random.randint(0, 9)) for _ in form[1:])

    def _name(self) -> str:
        pick = self._random.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(self._random.randint(1, 3))).title()

    def _blurred(self, form: str) -> str:
        middle = [self._random.choice("abdefgiklmnoprstu") for _ in form[1:-3]]
        blurred = form[0] + "".join(middle) + form[-3:]
        return blurred.upper() if form.isupper() else blurred


def title_case(sentence: Sentence) -> Sentence:
    """The sentence as a headline: every word but the small ones starts with a capital."""
    forms = []
    for index, word in enumerate(sentence.words):
        form = word.form
        glued = index > 0 and not sentence.words[index - 1].space
        if index == 0 or (form.lower() not in SMALL_WORDS and not (glued and not form.isalnum())):
            form = form[:1].upper() + form[1:]
        forms.append(form)
    return with_forms(sentence, forms)


def without_full_stop(sentence: Sentence) -> Sentence:
    """The sentence without its final full stop, where nothing hangs on it."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[last].form != "." or any(word.head == last for word in sentence.words):
        return sentence
    words = sentence.words[:last]
    words = (*words[:-1], _spaced(words[-1]))
    return Sentence(words, sentence.document, sentence.genre)


def _spaced(word: Word) -> Word:
    return Word(word.form, True, word.lemma, word.pos, word.tag, word.head, word.dep)


def _recased(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Change the case of every word whose length that leaves as it is."""
    forms = [change(word.form) for word in sentence.words]
    return with_forms(
        sentence, [new if len(new) == len(w.form) else w.form for new, w in zip(forms, sentence.words, strict=True)]
    )
