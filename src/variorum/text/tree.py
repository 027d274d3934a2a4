"""The parse of an article as plain records: tokens with Universal Dependencies, sentences, and walks over them.

Extraction rests on these and not on the parsing library, so rules can be tested on hand-made trees.
Relations are UD v2 (https://universaldependencies.org/u/dep/), tags UPOS and Penn.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from variorum.model import SectionKind


class _Plain(dict[str, str]):
    """Relations without their subtypes, looked up once; a model has some fifty."""

    def __missing__(self, dep: str) -> str:
        self[dep] = plain = dep.partition(":")[0]
        return plain


PLAIN = _Plain()


class Token(Struct, frozen=True, gc=False):
    """One token. `i`: index in the parse, `head`: its governor's index (its own for a root); offsets into the text."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int

    @property
    def relation(self) -> str:
        """The relation without its subtype: `nsubj` of `nsubj:pass`."""
        return PLAIN[self.dep]


class Sentence(Struct, frozen=True):
    """Tokens `first` to `last` (exclusive), in section number `section` of the article."""

    index: int
    first: int
    last: int
    start: int
    end: int
    section: int
    kind: SectionKind


class Parse:
    """All sentences of an article. Immutable after construction; walks never leave the sentence."""

    __slots__ = ("_children", "sentences", "text", "tokens")

    def __init__(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        children: list[tuple[Token, ...]] = [()] * len(tokens)
        for token in tokens:
            if token.head != token.i:
                children[token.head] += (token,)
        self._children = children

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence the token stands in."""
        return self.sentences[token.sentence]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's tokens in text order."""
        return self.tokens[sentence.first : sentence.last]

    def head(self, token: Token) -> Token | None:
        """The governor; None for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> list[Token]:
        """Dependents in text order; with relations, those whose full or plain relation is named."""
        held = self._children[token.i]
        if not held or not relations:
            return list(held)
        found = []
        for child in held:  # a loop, since this is what rules ask most
            if child.dep in relations or PLAIN[child.dep] in relations:
                found.append(child)
        return found

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first such dependent."""
        for child in self._children[token.i]:
            if not relations or child.dep in relations or PLAIN[child.dep] in relations:
                return child
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """Governors from the nearest to the root."""
        head = self.head(token)
        while head is not None:
            yield head
            head = self.head(head)

    def subtree(self, token: Token) -> list[Token]:
        """The token and all it governs, in text order."""
        found, stack = [], [token]
        while stack:
            last = stack.pop()
            found.append(last)
            stack.extend(self._children[last.i])
        return sorted(found, key=lambda t: t.i)
