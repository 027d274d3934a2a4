"""Alignment of sentences: order, windows, strays."""

from __future__ import annotations

from variorum.lineage.passages import Pair, Side, align, window_sizes
from variorum.text.similarity import Space, read


def pairs(derived: list[str], source: list[str]) -> list[Pair]:
    texts = []
    for id_, lines in (("d", derived), ("s", source)):
        text, spans, start = "\n".join(lines), [], 0
        for line in lines:
            spans.append((start, start + len(line), "body"))
            start += len(line) + 1
        texts.append(read(id_, text, spans))
    space = Space(texts)
    common = space.common(0, 1)
    sides = [
        Side(m, window_sizes(space.matrix(i), space.weights[space.columns[i]]))
        for i, m in enumerate((common.mine, common.theirs))
    ]
    return list(align(sides[0], sides[1], common.weights).pairs)


SOURCE = [
    "The harbour crane toppled onto two parked lorries.",
    "Its driver climbed out with a broken wrist.",
    "Inspectors found a cracked bolt in the western leg.",
    "The port authority closed all nine berths.",
]


def test_same_order_is_one_chain() -> None:
    found = pairs(SOURCE, SOURCE)
    assert [(p.row, p.first, p.last) for p in found] == [(0, 0, 0), (1, 1, 1), (2, 2, 2), (3, 3, 3)]
    assert all(p.ordered and p.similarity > 0.99 for p in found)


def test_one_sentence_from_two() -> None:
    merged = "The harbour crane toppled onto two parked lorries and its driver climbed out with a broken wrist."
    (found,) = pairs([merged], SOURCE)
    assert (found.first, found.last) == (0, 1)


def test_clear_match_out_of_order_is_kept_and_marked() -> None:
    found = pairs([SOURCE[3], SOURCE[0], SOURCE[1], SOURCE[2]], SOURCE)
    assert [p.first for p in found] == [3, 0, 1, 2]
    assert [p.ordered for p in found] == [False, True, True, True]


def test_unlike_sentences_are_left_out() -> None:
    assert pairs(["Parliament passed the budget by four votes."], SOURCE) == []


def test_empty_sides() -> None:
    assert pairs([], SOURCE) == [] and pairs(SOURCE, []) == []
