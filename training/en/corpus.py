"""Turns treebank sentences into spaCy documents, grouped as running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab
from treebank import Sentence, Word

_VERB_FEATURES = {
    "VB": "VerbForm=Inf",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Tense=Pres|VerbForm=Fin",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "Tense=Pres|VerbForm=Part",
}
_OTHER_FEATURES = {
    ("NOUN", "NN"): "Number=Sing",
    ("NOUN", "NNS"): "Number=Plur",
    ("ADJ", "JJR"): "Degree=Cmp",
    ("ADJ", "JJS"): "Degree=Sup",
    ("ADV", "RBR"): "Degree=Cmp",
    ("ADV", "RBS"): "Degree=Sup",
}


def features(word: Word) -> str:
    """The few features the lemmatizer reads: it takes a form to be its own lemma where they say so.

    Hence a proper adjective ("Syrian") carries no degree, and "are" a number that other plain presents lack.
    """
    if word.pos == "VERB":
        if word.tag == "VBP" and word.lemma == "be":
            return "Number=Plur|Tense=Pres|VerbForm=Fin"
        return _VERB_FEATURES.get(word.tag, "")
    if word.pos == "ADJ" and word.tag == "JJ" and word.lemma == word.lemma.lower():
        return "Degree=Pos"
    return _OTHER_FEATURES.get((word.pos, word.tag), "")


def document(sentences: Sequence[Sentence], vocab: Vocab) -> Doc:
    """One spaCy document of consecutive sentences, with every annotation the pipeline learns."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = {0}
    heads: list[int] = []
    for sentence in sentences:
        start = len(heads)
        starts.add(start)
        heads.extend(start + word.head for word in sentence.words)
    spaces = [word.space for word in words]
    for start in starts - {0}:
        spaces[start - 1] = words[start - 1].tag != "_SP"
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[features(word) for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=[word.dep for word in words],
        sent_starts=[index in starts for index in range(len(words))],
    )


def grouped(sentences: Iterable[Sentence], sizes: Sequence[int]) -> list[list[Sentence]]:
    """Cut the sentences into runs within one document, their lengths going round ``sizes``."""
    groups: list[list[Sentence]] = []
    current: list[Sentence] = []
    for sentence in sentences:
        full = len(current) >= sizes[len(groups) % len(sizes)]
        if current and (full or current[-1].document != sentence.document):
            groups.append(current)
            current = []
        current.append(sentence)
    if current:
        groups.append(current)
    return groups
