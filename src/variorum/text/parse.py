"""Runs the language's parsing model over an article's sections and hands back plain trees."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from variorum.errors import DataError
from variorum.model import Article, Section
from variorum.text.tree import Parse, Sentence, Token
from variorum.text.truecase import casing, truecase

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = {"en": "variorum_en"}
"""Language → the package that holds its pipeline (`models/<language>`)."""

READ = frozenset({"headline", "body", "bullet", "caption", "note"})
"""Sections that are parsed; datelines, bylines and boilerplate hold no sentences."""


@cache
def load(language: str) -> Language:
    """The language's pipeline, loaded once per process.

    Raises DataError when no model for the language is installed.
    """
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(name, "1")
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


def parse(article: Article) -> Parse:
    """The trees of all sections that hold sentences, in text order; every token keeps its offsets in `article.text`."""
    sections = [(i, s) for i, s in enumerate(article.sections) if s.kind in READ]
    model = load(article.language)
    known = casing(article)
    docs = model.pipe([truecase(article, s, known) for _, s in sections], batch_size=64)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (number, section), doc in zip(sections, docs, strict=True):
        _append(doc, article.text, number, section, tokens, sentences)
    return Parse(article.text, tuple(tokens), tuple(sentences))


def _append(doc: Doc, text: str, number: int, section: Section, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Add one section's tokens and sentences, leaving out white space."""
    for sent in doc.sents:
        kept = [t for t in sent if not t.is_space]
        if not kept:
            continue
        first, index = len(tokens), len(sentences)
        place = {t.i: first + n for n, t in enumerate(kept)}
        tokens.extend(_token(t, text, place, section.start, index) for t in kept)
        sentences.append(Sentence(index, first, len(tokens), tokens[first].start, tokens[-1].end, number, section.kind))


def _token(token: Any, text: str, place: dict[int, int], offset: int, sentence: int) -> Token:
    head = token.head
    while head.i not in place and head.head.i != head.i:  # a head that is white space hands on to its own head
        head = head.head
    i = place[token.i]
    start = offset + token.idx
    end = start + len(token.text)
    return Token(
        i=i,
        start=start,
        end=end,
        text=text[start:end],
        lower=token.lower_,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep="root" if token.head.i == token.i else token.dep_.lower(),
        head=place.get(head.i, i),
        sentence=sentence,
    )
