"""Reads CoNLL-U treebank files into plain sentences whose tokens carry their place in the sentence text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

GUM_GENRES = ("news", "interview", "bio", "voyage", "textbook", "vlog", "speech")
"""GUM genres that are trained on: those whose texts are public domain, CC BY or CC BY-SA (see README.md)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; ``head`` counts from 0 and is the word's own index at the root."""

    form: str
    space: bool
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One annotated sentence, with the document and the genre it comes from."""

    words: tuple[Word, ...]
    document: str
    genre: str

    @property
    def text(self) -> str:
        """The sentence as written, its tokens joined as their spacing says."""
        return "".join(word.form + (" " if word.space else "") for word in self.words)


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of one CoNLL-U file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    document = ""
    rows: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
            elif line and not line.startswith("#"):
                rows.append(line.split("\t"))
            elif not line and rows:
                yield Sentence(_words(rows), document, genre_of(document))
                rows = []
    if rows:
        yield Sentence(_words(rows), document, genre_of(document))


def genre_of(document: str) -> str:
    """Name the genre a document identifier stands for: ``GUM_news_nasa`` is news, ``weblog-…`` weblog."""
    if document.startswith("GUM_"):
        return document.split("_")[1]
    return document.split("-")[0]


def allowed(sentence: Sentence) -> bool:
    """Whether a sentence may be trained on: all of EWT, the openly licensed genres of GUM."""
    return not sentence.document.startswith("GUM_") or sentence.genre in GUM_GENRES


def with_forms(sentence: Sentence, forms: list[str]) -> Sentence:
    """The same analysis over other spellings of its words."""
    words = tuple(replace(word, form=form) for word, form in zip(sentence.words, forms, strict=True))
    return replace(sentence, words=words)


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    """Turn the rows of a sentence into words; a multiword token's parts are the pieces of its surface."""
    space_after, forms = _surface(rows)
    words = []
    for row in rows:
        if not row[0].isdigit():
            continue
        index = int(row[0]) - 1
        head = int(row[6]) - 1
        words.append(
            Word(
                form=forms[index],
                space=space_after[index],
                lemma=row[2],
                pos=row[3],
                tag=row[4],
                head=index if head < 0 else head,
                dep="ROOT" if head < 0 else row[7],
            )
        )
    return tuple(words)


def _surface(rows: list[list[str]]) -> tuple[list[bool], list[str]]:
    """Spacing and spelling of every word, the parts of multiword tokens cut from what was written."""
    spaces: dict[int, bool] = {}
    forms: dict[int, str] = {}
    inside = -1
    for row in rows:
        spaced = "SpaceAfter=No" not in row[9].split("|")
        if "-" in row[0]:
            first, last = (int(part) - 1 for part in row[0].split("-"))
            parts = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) - 1 <= last]
            for offset, piece in enumerate(_pieces(row[1], parts)):
                forms[first + offset] = piece
                spaces[first + offset] = False
            spaces[last] = spaced
            inside = last
        elif row[0].isdigit():
            index = int(row[0]) - 1
            if index > inside:
                forms[index] = row[1]
                spaces[index] = spaced
    order = sorted(forms)
    return [spaces[i] for i in order], [forms[i] for i in order]


def _pieces(surface: str, parts: list[str]) -> list[str]:
    """Cut ``surface`` like ``parts``; the parts of an unusual spelling are cut by length, never empty."""
    if "".join(parts) == surface:
        return parts
    pieces, rest = [], surface
    for left, part in zip(range(len(parts) - 1, -1, -1), parts, strict=True):
        size = len(rest) if left == 0 else max(1, min(len(part), len(rest) - left))
        pieces.append(rest[:size])
        rest = rest[size:]
    return pieces
