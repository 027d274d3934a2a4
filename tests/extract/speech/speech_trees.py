"""Articles with hand-kept trees, so that the rules are tested without a parsing model.

A tree is one line per token: `text lemma pos tag relation head`, the head counted from 1 in its sentence (0: root);
sentences are parted by an empty line. `@` begins a paragraph.
"""

from __future__ import annotations

from pathlib import Path

from variorum.model import Article, Mention, Section
from variorum.text.tree import Parse, Sentence, Token

HERE = Path(__file__).parent / "trees"


def load(name: str) -> tuple[Article, Parse]:
    """The article of `trees/NAME.txt` (text, a line `===`, trees) and its parse."""
    text, _, trees = (HERE / f"{name}.txt").read_text(encoding="utf-8").partition("\n===\n")
    return build(text, trees)


def build(text: str, trees: str) -> tuple[Article, Parse]:
    """Paragraphs are lines of the text; tokens are found in it one after the other."""
    sections, at = [], 0
    for line in text.split("\n"):
        sections.append(Section("body", at, at + len(line)))
        at += len(line) + 1
    article = Article(id="a", text=text, sections=tuple(sections))
    return article, Parse(text, *_read(text, trees, sections))


def _read(text: str, trees: str, sections: list[Section]) -> tuple[tuple[Token, ...], tuple[Sentence, ...]]:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for block in trees.strip().split("\n\n"):
        first = len(tokens)
        for row in block.strip().split("\n"):
            word, lemma, pos, tag, dep, head = row.split(" ")
            start = text.index(word, at)
            at = start + len(word)
            i = len(tokens)
            governor = first + int(head) - 1 if int(head) else i
            tokens.append(Token(i, start, at, word, word.lower(), lemma, pos, tag, dep, governor, len(sentences)))
        start, end = tokens[first].start, tokens[-1].end
        section = next(n for n, s in enumerate(sections) if s.start <= start < s.end)
        sentences.append(Sentence(len(sentences), first, len(tokens), start, end, section, "body"))
    return tuple(tokens), tuple(sentences)


def person(
    article: Article, words: str, name: str | None = None, role: str | None = None, gender: str | None = None
) -> Mention:
    """A person mentioned by the words (their first occurrence)."""
    return _mention(article, words, "person", name, role, gender)


def body(article: Article, words: str, name: str | None = None) -> Mention:
    """An organisation mentioned by the words (their first occurrence)."""
    return _mention(article, words, "organization", name, None, None)


def _mention(
    article: Article, words: str, kind: str, name: str | None, role: str | None, gender: str | None
) -> Mention:
    start = article.text.index(words)
    span = article.span(start, start + len(words))
    return Mention(span=span, type=kind, name=name or words, role=role, gender=gender)  # type: ignore[arg-type]
