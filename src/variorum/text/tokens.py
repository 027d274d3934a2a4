"""The model's tokenizer a chunk at a time: what stands between two spaces is split once, then looked up.

spaCy keeps no chunk to which one of its special cases applies and joins tokens anew in every paragraph that holds
one; its special cases never reach across a space, so a paragraph's tokens are those of its chunks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KNOWN = 1 << 15
"""Different chunks that are kept (about 10 MB); when there are more, all are forgotten and begun anew."""


class Chunk(NamedTuple):
    """A chunk's tokens, which of them a space follows (the last), and the norms that a special case gives some."""

    words: list[str]
    spaces: list[bool]
    norms: list[tuple[int, str]]


class Tokens:
    """Makes a pipeline's documents. Not to be shared between threads."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        rules: Any = pipeline.tokenizer.rules  # type: ignore[union-attr]
        self._chunks = _Chunks(pipeline, frozenset(rules))
        self._whole = any(len(rule.split()) > 1 for rule in rules)

    def __call__(self, text: str) -> Doc:
        """The paragraph's words, not read yet. Where more than single spaces stand between words, or where a special
        case holds a space, spaCy splits the paragraph itself."""
        from spacy.tokens import Doc

        chunks = text.split(" ")
        if self._whole or chunks != text.split():
            return self._pipeline.make_doc(text)
        words: list[str] = []
        spaces: list[bool] = []
        norms: list[tuple[int, str]] = []
        known = self._chunks
        for chunk in chunks:
            found = known[chunk]
            if found.norms:
                norms += [(len(words) + i, norm) for i, norm in found.norms]
            words += found.words
            spaces += found.spaces
        spaces[-1] = False
        doc = Doc(self._pipeline.vocab, words=words, spaces=spaces)
        for i, norm in norms:
            doc[i].norm_ = norm
        return doc


class _Chunks(dict[str, Chunk]):
    """Chunks that were split before."""

    def __init__(self, pipeline: Language, rules: frozenset[str]) -> None:
        super().__init__()
        self._pipeline, self._rules = pipeline, rules

    def __missing__(self, chunk: str) -> Chunk:
        if len(self) >= KNOWN:
            self.clear()
        self[chunk] = found = self._plain(chunk) or self._split(chunk)
        return found

    def _plain(self, chunk: str) -> Chunk | None:
        """A word of English letters, alone or before a comma or a full stop, that no special case knows: most of those
        that are met for the first time, and spaCy takes twenty times as long to say the same."""
        word, mark = (chunk, "") if chunk.isalpha() else (chunk[:-1], chunk[-1:])
        if not (word.isalpha() and chunk.isascii()) or word in self._rules or chunk in self._rules:
            return None
        if not mark:
            return Chunk([word], [True], [])
        ended = mark == "," or (mark == "." and word[-1].islower())
        return Chunk([word, mark], [False, True], []) if ended else None

    def _split(self, chunk: str) -> Chunk:
        doc = self._pipeline.make_doc(chunk)
        norms = [(token.i, token.norm_) for token in doc if token.norm != token.lex.norm]
        return Chunk([token.text for token in doc], [False] * (len(doc) - 1) + [True], norms)
