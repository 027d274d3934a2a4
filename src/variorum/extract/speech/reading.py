"""One article laid open for the search: its trees, its quotation marks, its names, and the language's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from variorum.extract.speech.marks import find_quoted
from variorum.extract.speech.split_marks import split_marks
from variorum.lang.base import read
from variorum.lang.media import Media
from variorum.lang.quotemarks import Quotemarks
from variorum.lang.saying import Saying
from variorum.model import Article, Mention
from variorum.text.tree import Parse, Sentence, Token

VERBS = frozenset(("VERB", "AUX"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM"))


class Reading:
    """What the rules look at. Immutable after construction; positions are token indices unless they are called
    offsets.
    """

    __slots__ = (
        "_bounds",
        "_ends",
        "_mention_starts",
        "_starts",
        "article",
        "inside",
        "marks",
        "media",
        "mentions",
        "parse",
        "quoted",
        "saying",
        "text",
        "tokens",
    )

    def __init__(self, article: Article, parse: Parse, mentions: tuple[Mention, ...]) -> None:
        parse = agreed(parse)
        self.article, self.parse, self.text, self.tokens = article, parse, article.text, parse.tokens
        self.saying: Saying = read(article.language, "saying", Saying)
        self.marks = read(article.language, "quotemarks", Quotemarks)
        self.media = read(article.language, "media", Media)
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end)))
        self._mention_starts = [m.span.start for m in self.mentions]
        self.quoted = split_marks(article.text, find_quoted(article), article.language)
        self._starts = parse.starts
        self._ends = [t.end for t in self.tokens]
        self._bounds = self._periods()
        self.inside = self._inside()
        """Per token the number of the quotation that holds it (marks included), or -1."""

    def _inside(self) -> list[int]:
        inside = [-1] * len(self.tokens)
        for number, q in enumerate(self.quoted):
            for i in range(bisect_left(self._ends, q.outer_start + 1), bisect_left(self._starts, q.outer_end)):
                inside[i] = number
        return inside

    def _periods(self) -> list[tuple[int, int]]:
        """Per sentence its first and last (exclusive) token, joined with what the parser cut off in mid-sentence."""
        groups: list[list[int]] = []
        for s in self.parse.sentences:
            before = self.parse.sentences[s.index - 1] if s.index else None
            cut = (
                before is not None
                and before.section == s.section
                and (
                    self.tokens[before.last - 1].text in (",", ";", "-", "–")
                    or self.tokens[s.first].text[:1].islower()
                    or self.tokens[s.first].text in (",", ";")
                )
                and self.tokens[before.last - 1].text not in (".", "?", "!")
            )
            if cut:
                groups[-1].append(s.index)
            else:
                groups.append([s.index])
        bounds: list[tuple[int, int]] = []
        for group in groups:
            first, last = self.parse.sentences[group[0]].first, self.parse.sentences[group[-1]].last
            bounds.extend([(first, last)] * len(group))
        return bounds

    def bounds(self, token: Token) -> tuple[int, int]:
        """First and last (exclusive) token of the token's sentence, mended where the parser cut it."""
        return self._bounds[token.sentence]

    def between(self, start: int, end: int) -> range:
        """Indices of the tokens that lie wholly inside the offsets."""
        first = bisect_left(self._starts, start)
        return range(first, max(first, bisect_right(self._ends, end)))

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """Names that begin inside the offsets."""
        return list(self.mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)])

    def mention_at(self, token: Token) -> Mention | None:
        """The name the token is part of."""
        at = bisect_right(self._mention_starts, token.start)
        for mention in reversed(self.mentions[max(0, at - 4) : at]):
            if mention.span.start <= token.start and token.end <= mention.span.end:
                return mention
        return None

    def sentence(self, token: Token) -> Sentence:
        """The token's sentence."""
        return self.parse.sentences[token.sentence]

    def subject(self, verb: Token) -> list[Token]:
        """Active subjects of the verb, in text order."""
        return [t for t in self.parse.children(verb, "nsubj") if t.dep != "nsubj:pass"]

    def passive(self, verb: Token) -> bool:
        """Whether something is done to the verb's subject ("was told")."""
        children = self.parse.children(verb, "aux:pass", "nsubj:pass")
        if children:
            return True
        return verb.tag == "VBN" and any(
            t.lemma in ("be", "get") and t.i < verb.i for t in self.parse.children(verb, "aux", "cop")
        )

    def is_verb(self, token: Token) -> bool:
        """A verb that can head a clause."""
        return token.pos in VERBS

    def finite_in(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among the tokens first to last (exclusive)."""
        return any(t.tag in FINITE or (t.pos in VERBS and t.tag == "VB") for t in self.tokens[first:last])


NOUN_TAGS = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN"}
NOUN_CLASSES = frozenset(("NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"))
AGREEING = {
    **dict.fromkeys(NOUN_TAGS, NOUN_CLASSES),
    **dict.fromkeys(("VBD", "VBZ", "VBP"), frozenset(("VERB", "AUX"))),
}
"""The word classes that agree with a tag."""


def agreed(parse: Parse) -> Parse:
    """The parse with word classes that agree with the finer tags, which are the more reliable of the two."""
    wrong = [t for t in parse.tokens if t.tag in AGREEING and t.pos not in AGREEING[t.tag]]
    return parse.reclassed([replace(t, pos=NOUN_TAGS.get(t.tag, "VERB")) for t in wrong]) if wrong else parse
