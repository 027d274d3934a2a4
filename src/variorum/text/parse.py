"""Runs the language's parsing model over an article's sections and hands back plain trees."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING

from variorum.errors import DataError
from variorum.model import Article
from variorum.text.tree import Parse, Sentence, Token
from variorum.text.truecase import casing, truecase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = {"en": "variorum_en"}
"""Language → the package that holds its pipeline (`models/<language>`)."""

READ = frozenset({"headline", "body", "bullet", "caption", "note"})
"""Sections that are parsed; datelines, bylines and boilerplate hold no sentences."""

WORDS = 300_000
"""Different words after which a process loads its model anew: spaCy keeps every one it meets, about 1 KB each."""
KEPT = 500_000
"""Characters of paragraphs whose trees a process keeps, about 20 MB: the copies of a wire story repeat them."""

Row = tuple[int, int, str, str, str, str, str, int]
"""A token: start and end in its paragraph, lower, lemma, pos, tag, dep, head counted from its sentence's first."""
Rows = tuple[tuple[Row, ...], ...]
"""A paragraph's sentences."""


def parse(article: Article) -> Parse:
    """The trees of all sections that hold sentences, in text order; every token keeps its offsets in `article.text`."""
    sections = [(i, s) for i, s in enumerate(article.sections) if s.kind in READ]
    known = casing(article)
    read = reader(article.language).read([truecase(article, s, known) for _, s in sections])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (number, section), found in zip(sections, read, strict=True):
        for rows in found:
            first, index = len(tokens), len(sentences)
            tokens.extend(_tokens(rows, article.text, section.start, first, index))
            span = tokens[first].start, tokens[-1].end
            sentences.append(Sentence(index, first, len(tokens), *span, number, section.kind))
    return Parse(article.text, tuple(tokens), tuple(sentences))


def _tokens(rows: tuple[Row, ...], text: str, offset: int, first: int, sentence: int) -> Iterator[Token]:
    for i, (start, end, lower, lemma, pos, tag, dep, head) in enumerate(rows, first):
        start, end = offset + start, offset + end
        yield Token(i, start, end, text[start:end], lower, lemma, pos, tag, dep, first + head, sentence)


def load(language: str) -> Language:
    """The language's pipeline as it is shipped.

    Raises DataError when no model for the language is installed.
    """
    import spacy

    package = MODELS.get(language)
    if package is None:
        raise DataError(f"no parsing model for language {language!r}", fix=f"use one of: {', '.join(MODELS)}")
    try:
        return spacy.load(str(files(package).joinpath("pipeline")))
    except (OSError, ModuleNotFoundError) as error:
        raise DataError(
            f"parsing model {package} cannot be loaded: {error}", fix="reinstall variorum (pip install .)"
        ) from error


@cache
def reader(language: str) -> Reader:
    """The process's reader of a language. Raises DataError when no model for it is installed."""
    return Reader(language)


class Reader:
    """A language's pipeline and what it read of late. Not to be shared between threads."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._kept: dict[str, Rows] = {}
        self._size = 0
        self._load()

    def read(self, texts: Sequence[str]) -> list[Rows]:
        """The sentences of some paragraphs; what is read of one depends neither on the others nor on earlier ones."""
        if len(self._model.vocab) > WORDS:
            self._load()
        new = [text for text in dict.fromkeys(texts) if text not in self._kept]
        fresh = dict(zip(new, map(self._rows, self._parsed(new)), strict=True))
        found = [fresh[text] if text in fresh else self._kept[text] for text in texts]
        for text, rows in zip(texts, found, strict=True):
            self._keep(text, rows)
        return found

    def forget(self) -> None:
        """Keep no paragraph: what comes next is parsed for the first time."""
        self._kept.clear()
        self._size = 0

    def _load(self) -> None:
        from variorum.text.encode import Encoder

        self._model = load(self._language)
        self._encode = Encoder.of(self._model)
        if self._encode is not None:
            self._model.disable_pipe("tok2vec")
        strings = self._model.vocab.strings
        self._strings = _Known(lambda key: intern(strings[key]))
        self._lowered = _Known(lambda key: intern(strings[key].lower()))

    def _parsed(self, texts: Sequence[str]) -> Iterator[Doc]:
        docs = [self._model.make_doc(text) for text in texts]
        if self._encode is not None:
            self._encode(docs)
        return self._model.pipe(docs, batch_size=64)

    def _rows(self, doc: Doc) -> Rows:
        """The document's sentences without white space: a head that is white space hands on to its own head."""
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG

        numbers = doc.to_array([IDX, LENGTH, HEAD, SENT_START, IS_SPACE]).astype("int64").T.tolist()
        starts, lengths, heads, opens, spaces = numbers
        heads = [i + head for i, head in enumerate(heads)]
        names, lowered = self._strings, self._lowered
        columns = [
            (names[lower], lowered[lemma], names[pos], names[tag], lowered[dep] if heads[i] != i else "root")
            for i, (lower, lemma, pos, tag, dep) in enumerate(doc.to_array([LOWER, LEMMA, POS, TAG, DEP]).tolist())
        ]
        found = []
        for first, last in pairwise([0, *(i for i in range(1, len(doc)) if opens[i] == 1), len(doc)]):
            place = {i: n for n, i in enumerate(i for i in range(first, last) if not spaces[i])}
            rows = []
            for i, n in place.items():
                head = heads[i]
                while head not in place and heads[head] != head:
                    head = heads[head]
                rows.append((starts[i], starts[i] + lengths[i], *columns[i], place.get(head, n)))
            if rows:
                found.append(tuple(rows))
        return tuple(found)

    def _keep(self, text: str, rows: Rows) -> None:
        """Remember a paragraph; the ones not met for longest go."""
        self._size += len(text) if self._kept.pop(text, None) is None else 0
        self._kept[text] = rows
        while self._size > KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._size -= len(oldest)


class _Known(dict[int, str]):
    """Strings by spaCy's hash, looked up once."""

    def __init__(self, look_up: Callable[[int], str]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: int) -> str:
        self[key] = found = self._look_up(key)
        return found
