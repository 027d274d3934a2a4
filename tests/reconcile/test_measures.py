"""Measures are no counts: two currencies stand apart, and nothing is added up."""

from __future__ import annotations

from msgspec.structs import replace

from variorum.kinds.base import Kind
from variorum.model import Figure
from variorum.reconcile import reconcile

from .stories import KINDS, Draft

COST = Kind(name="damage_cost", label="cost of the damage", unit="money", course="changes", measure="money")


def figures(amounts: list[tuple[int, str]]) -> list[Figure]:
    """The figures of the cost of damage told by one article each: number and currency."""
    draft = Draft()
    for n, (number, _) in enumerate(amounts):
        article = draft.article(f"paper {n}", f"2031-05-0{n + 2}")
        draft.claim(article, number)
    records = draft.records()
    extractions = tuple(
        replace(e, claims=tuple(replace(c, kind="damage_cost", unit=unit) for c in e.claims))
        for e, (_, unit) in zip(records.extractions, amounts, strict=True)
    )
    claims = tuple(c for e in extractions for c in e.claims)
    records = replace(records, claims=claims, extractions=extractions)
    return list(reconcile(records, "ucdp", KINDS | {"damage_cost": COST}))


def test_two_currencies_make_two_figures() -> None:
    found = figures([(30, "euro"), (40, "dollar")])
    assert sorted((f.unit, f.best, f.status) for f in found) == [("dollar", 40, "single"), ("euro", 30, "single")]
    assert len({f.id for f in found}) == 2


def test_one_currency_makes_one() -> None:
    (found,) = figures([(30, "euro"), (35, "euro")])
    assert (found.unit, found.best) == ("euro", 35)
