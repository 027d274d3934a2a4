"""The policy `acled`: the most conservative count, and words for numbers as ACLED codes them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reconcile.stories import KINDS, Draft
from variorum.model import Figure, Value
from variorum.reconcile import reconcile, replay

DAY = "2031-05-02"


def killed(draft: Draft) -> Figure:
    records = draft.records()
    figure = next(f for f in reconcile(records, "acled", KINDS) if f.kind == "killed")
    assert replay(figure, records.claims) == (figure.low, figure.best, figure.high)
    return figure


def told(*numbers: int) -> Draft:
    draft = Draft()
    for n, number in enumerate(numbers):
        draft.claim(draft.article(f"r{n}", DAY), number)
    return draft


@pytest.mark.parametrize(
    ("numbers", "best"), [((9,), 9), ((9, 7), 7), ((9, 7, 9), 9), ((9, 7, 7, 9), 7), ((12, 9, 9, 7, 12, 12), 12)]
)
def test_the_lowest_stands_until_another_origin_bears_out_a_higher_one(numbers: tuple[int, ...], best: int) -> None:
    figure = killed(told(*numbers))
    assert (figure.low, figure.best, figure.high) == (min(numbers), best, max(numbers))


def test_a_copy_bears_out_nothing() -> None:
    draft = told(7)
    for name in ("wire", "copy"):
        draft.claim(draft.article(name, DAY, origin="wire"), 9)
    draft.edge("a-copy", "a-wire", "copy", 1.0)
    assert killed(draft).best == 7


def word(stated: str, low: int, *, hurt: int | None = None) -> Figure:
    draft = Draft()
    article = draft.article("r", DAY)
    draft.claim(article, None, "vague", low=low)
    draft.claims[article][0] = replace(draft.claims[article][0], value=Value(stated, None, low, None, "vague"))
    if hurt is not None:
        draft.claim(article, hurt, kind="injured")
    return killed(draft)


@pytest.mark.parametrize(
    ("stated", "low", "hurt", "coded"),
    [
        ("dozens", 24, None, 12),
        ("several dozen", 36, None, 12),
        ("hundreds", 200, 4, 100),
        ("tens of thousands", 20000, None, 10000),
        ("several", 3, None, 3),
        ("several", 3, 9, 3),
        ("several", 3, 40, 10),
        ("A few", 3, 40, 10),
    ],
)
def test_a_word_is_coded_as_the_least_it_names(stated: str, low: int, hurt: int | None, coded: int) -> None:
    figure = word(stated, low, hurt=hurt)
    assert (figure.low, figure.best, figure.high) == (coded, coded, coded)
    said = next(s for s in figure.steps if s.rule == "word")
    assert stated in said.why and str(coded) in said.why and said.value is not None


def test_a_number_beside_the_word_leaves_nothing_to_code() -> None:
    draft = told(31)
    draft.claim(draft.article("vague", DAY), None, "vague", low=24)
    figure = killed(draft)
    assert figure.best == 31 and not any(s.rule == "word" for s in figure.steps)
