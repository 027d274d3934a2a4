"""Runs the language's parsing model over an article's sections and hands back plain trees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, islice, pairwise
from operator import add
from sys import intern
from typing import TYPE_CHECKING, Any

from variorum.errors import DataError
from variorum.model import Article, Section
from variorum.text.garbage import put_off
from variorum.text.repeats import Cut, placed, repeats, shift, without
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

NEVER_FIRST = frozenset((":", ",", ";", ")"))
"""Marks before which no sentence ends, though the parser may leave the words before them without a verb ("- Death toll:
7")."""
Row = tuple[int, int, str, str, str, str, str, int]
"""A token: start and end in its paragraph, lower, lemma, pos, tag, dep, head counted from its sentence's first."""
Rows = tuple[tuple[Row, ...], ...]
"""A paragraph's sentences."""


def parse(article: Article) -> Parse:
    """The trees of all sections that hold sentences, in text order; every token keeps its offsets in `article.text`."""
    return parse_all([article])[0]


@put_off()
def parse_all(articles: Sequence[Article]) -> list[Parse]:
    """The trees of some articles of one language: the same as one by one, in less time."""
    sections = [[(i, s) for i, s in enumerate(article.sections) if s.kind in READ] for article in articles]
    texts = [t for article, some in zip(articles, sections, strict=True) for t in _texts(article, some)]
    cuts = [repeats(text, articles[0].language) for text in texts]
    read = reader(articles[0].language).read([without(t, c) if c else t for t, c in zip(texts, cuts, strict=True)])
    found = (_restored(rows, some) if some else rows for rows, some in zip(read, cuts, strict=True))
    return [_parse(article, some, islice(found, len(some))) for article, some in zip(articles, sections, strict=True)]


def _texts(article: Article, sections: list[tuple[int, Section]]) -> list[str]:
    known = casing(article)
    return [truecase(article, s, known) for _, s in sections]


def _restored(rows: Rows, cuts: list[Cut]) -> Rows:
    """The sentences with the offsets of the paragraph as it stands, of which pieces were left out."""
    places = placed(cuts)
    return tuple(tuple(_moved(row, places) for row in sentence) for sentence in rows)


def _moved(row: Row, places: list[Cut]) -> Row:
    start, end, lower, lemma, pos, tag, dep, head = row
    return start + shift(start, places), end + shift(end - 1, places), lower, lemma, pos, tag, dep, head


def _parse(article: Article, sections: list[tuple[int, Section]], read: Iterable[Rows]) -> Parse:
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
        from variorum.text.arcs import Arcs
        from variorum.text.bounds import Bounds
        from variorum.text.encode import Encoder
        from variorum.text.tags import PIPES, Tags
        from variorum.text.tokens import Tokens

        self._model = load(self._language)
        self._encode = Encoder.of(self._model)
        self._tags = Tags.of(self._model) if self._encode else None
        self._arcs = Arcs.of(self._model) if self._encode else None
        done = (("tok2vec",) if self._encode else (), PIPES if self._tags else (), ("parser",) if self._arcs else ())
        for name in chain.from_iterable(done):
            self._model.disable_pipe(name)
        self._tokens, self._bounds = Tokens(self._model), Bounds(self._model.vocab)
        strings = self._model.vocab.strings
        self._strings = _Known(lambda key: intern(strings[key]))
        self._lowered = _Known(lambda key: intern(strings[key].lower()))

    def _parsed(self, texts: Sequence[str]) -> Iterator[Doc]:
        """The documents: what we do faster than spaCy ourselves, the model's other components by spaCy."""
        docs = [self._tokens(text) for text in texts]
        for doc in docs:
            self._bounds(doc)
        for ours in (self._encode, self._tags, self._arcs):
            if ours is not None:
                ours(docs)
        return self._model.pipe(docs, batch_size=64) if self._model.pipe_names else iter(docs)

    def _rows(self, doc: Doc) -> Rows:
        """The document's sentences without white space."""
        from spacy.attrs import DEP, HEAD, IDX, IS_SPACE, LEMMA, LENGTH, LOWER, POS, SENT_START, TAG

        values = doc.to_array([IDX, LENGTH, HEAD, SENT_START, IS_SPACE, LOWER, LEMMA, POS, TAG, DEP])
        starts, lengths, offsets, opens, spaces = values[:, :5].astype("int64").T.tolist()
        lower, lemma, pos, tag, dep = values[:, 5:].T.tolist()
        name, lowered = self._strings.__getitem__, self._lowered.__getitem__
        tokens = list(
            zip(
                starts,
                map(add, starts, lengths),
                map(name, lower),
                map(lowered, lemma),
                map(name, pos),
                map(name, tag),
                [lowered(key) if offset else "root" for key, offset in zip(dep, offsets, strict=True)],
                strict=True,
            )
        )
        heads = [i + offset for i, offset in enumerate(offsets)]
        cuts = [0, *(i for i in range(1, len(doc)) if opens[i] == 1 and name(lower[i]) not in NEVER_FIRST), len(doc)]
        found = (_sentence(tokens, heads, spaces, *ends) for ends in pairwise(cuts))
        return tuple(rows for rows in found if rows)

    def _keep(self, text: str, rows: Rows) -> None:
        """Remember a paragraph; the ones not met for longest go."""
        self._size += len(text) if self._kept.pop(text, None) is None else 0
        self._kept[text] = rows
        while self._size > KEPT:
            oldest = next(iter(self._kept))
            del self._kept[oldest]
            self._size -= len(oldest)


def _sentence(tokens: Any, heads: list[int], spaces: list[int], first: int, last: int) -> tuple[Row, ...]:
    """The tokens that are no white space, each with its head: one that is white space hands on to its own head."""
    if not any(spaces[first:last]):
        return tuple([(*tokens[i], heads[i] - first) for i in range(first, last)])
    place = {i: n for n, i in enumerate(i for i in range(first, last) if not spaces[i])}
    rows = []
    for i, n in place.items():
        head = heads[i]
        while head not in place and heads[head] != head:
            head = heads[head]
        rows.append((*tokens[i], place.get(head, n)))
    return tuple(rows)


class _Known(dict[int, str]):
    """Strings by spaCy's hash, looked up once."""

    def __init__(self, look_up: Callable[[int], str]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: int) -> str:
        self[key] = found = self._look_up(key)
        return found
