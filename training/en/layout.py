"""Lays sentences out as pages do: paragraph breaks between them, hard-wrapped lines within them.

spaCy keeps line breaks as tokens of their own, so the pipeline has to have met them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from treebank import Sentence, Word

BREAKS = ("\n\n", "\n\n", "\n", "\n\n\n")
ENDS = frozenset((".", "!", "?", '"', "”", "»", "...", "…"))
"""What a sentence ends on when it is not a heading; a heading is more likely to stand on a line of its own."""


def laid_out(group: Sequence[Sentence], random: Random) -> list[Sentence]:
    """One run of sentences as it might stand on a page: in one line, in paragraphs, or wrapped."""
    draw = random.random()
    if draw < 0.05:
        return [wrapped(sentence, random.randint(8, 14)) for sentence in group]
    if draw < 0.45:
        return list(group)
    mark = random.choice(BREAKS)
    chances = [0.4 if sentence.words[-1].form in ENDS else 0.85 for sentence in group[:-1]]
    broken = [broken_after(s, mark) if random.random() < c else s for s, c in zip(group, chances, strict=False)]
    return [*broken, *group[-1:]]


def broken_after(sentence: Sentence, mark: str) -> Sentence:
    """The sentence with a line break after its last word."""
    last = len(sentence.words) - 1
    words = (*sentence.words[:last], replace(sentence.words[last], space=False), _break(mark, last))
    return replace(sentence, words=words)


def wrapped(sentence: Sentence, width: int) -> Sentence:
    """The sentence with a line break in place of the space after every ``width`` words."""
    place: list[int] = []
    words: list[Word] = []
    for index, word in enumerate(sentence.words):
        place.append(len(words))
        wrap = word.space and index % width == width - 1 and index + 1 < len(sentence.words)
        words.append(replace(word, space=word.space and not wrap))
        if wrap:
            words.append(_break("\n", -1))
    heads = [index - 1 if word.tag == "_SP" else place[word.head] for index, word in enumerate(words)]
    return replace(sentence, words=tuple(replace(w, head=head) for w, head in zip(words, heads, strict=True)))


def _break(mark: str, head: int) -> Word:
    return Word(form=mark, space=False, lemma=mark, pos="SPACE", tag="_SP", head=head, dep="dep")
