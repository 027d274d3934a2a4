"""The parse of an article as plain records: tokens with Universal Dependencies, sentences, and walks over them.

Extraction rests on these and not on the parsing library, so rules can be tested on hand-made trees.
Relations are UD v2 (https://universaldependencies.org/u/dep/), tags UPOS and Penn.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from variorum.model import SectionKind
from variorum.text.letters import runs


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

    __slots__ = ("_children", "_places", "_said", "_starts", "sentences", "text", "tokens")

    def __init__(self, text: str, tokens: tuple[Token, ...], sentences: tuple[Sentence, ...]) -> None:
        self.text = text
        self.tokens = tokens
        self.sentences = sentences
        children: list[tuple[Token, ...]] = [()] * len(tokens)
        for token in tokens:
            if token.head != token.i:
                children[token.head] += (token,)
        self._children = children
        self._places: dict[str, list[int]] = {}
        self._starts: list[int] = []
        self._said: dict[int, frozenset[str]] = {}

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence the token stands in."""
        return self.sentences[token.sentence]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The sentence's tokens in text order."""
        return self.tokens[sentence.first : sentence.last]

    def said(self, sentence: Sentence) -> frozenset[str]:
        """The runs of letters of a sentence in lower case: what an expression needs is quicker seen among them than
        sought."""
        found = self._said.get(sentence.index)
        if found is None:
            found = self._said[sentence.index] = frozenset(runs(self.text[sentence.start : sentence.end].lower()))
        return found

    def named(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens whose lower-case text or lemma is one of the words, in text order: quicker than a walk over all
        tokens, since few are."""
        places = self._placed()
        few, many = (words, places) if len(words) < len(places) else (places, words)
        return [self.tokens[i] for i in sorted({i for word in few if word in many for i in places[word]})]

    def reclassed(self, changed: Iterable[Token]) -> Parse:
        """The same words, some with other word classes; what is looked up by text and lemma stays in common."""
        tokens = list(self.tokens)
        for token in changed:
            tokens[token.i] = token
        found = Parse(self.text, tuple(tokens), self.sentences)
        found._places, found._starts, found._said = self._places, self._starts, self._said
        return found

    @property
    def words(self) -> frozenset[str]:
        """The lower-case texts and the lemmas of all tokens."""
        return frozenset(self._placed())

    def _placed(self) -> dict[str, list[int]]:
        """The indices of the tokens that have each word for text or lemma."""
        if not self._places:
            for token in self.tokens:
                self._places.setdefault(token.lower, []).append(token.i)
                if token.lemma != token.lower:
                    self._places.setdefault(token.lemma, []).append(token.i)
        return self._places

    @property
    def starts(self) -> list[int]:
        """Where each token starts, to find tokens by offsets."""
        if not self._starts:
            self._starts.extend([token.start for token in self.tokens])
        return self._starts

    def starting(self, offset: int) -> Token | None:
        """The token that starts at an offset."""
        i = bisect_left(self.starts, offset)
        return self.tokens[i] if i < len(self.tokens) and self.tokens[i].start == offset else None

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
