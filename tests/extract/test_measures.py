"""Measured claims: converted, kept as stated, never of two currencies at once, never read from a plan."""

from __future__ import annotations

import pytest

from reading import claims
from variorum.kinds.measures import converted, factor
from variorum.model import Claim


def one(text: str, kind: str) -> Claim:
    found = [c for c in claims(text) if c.kind == kind]
    assert len(found) == 1, claims(text)
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "number", "unit", "modifier"),
    [
        ("Gusts of up to 95 mph were recorded on the cape.", "wind_speed", 153, "km/h", "up to"),
        ("Winds of 140 km/h tore off roofs.", "wind_speed", 140, "km/h", "exactly"),
        ("Wind speeds reached 65 knots.", "wind_speed", 120, "km/h", "about"),
        ("The river rose to 15 feet.", "water_level", 4.6, "m", "about"),
        ("The river rose to 7.2 metres.", "water_level", 7.2, "m", "exactly"),
        ("A magnitude 7.1 quake struck off the coast.", "magnitude", 7.1, "magnitude", "exactly"),
        ("Damage is put at 40 million euros.", "damage_cost", 40_000_000, "euro", "exactly"),
        ("The storm did at least $3 million in damage.", "damage_cost", 3_000_000, "dollar", "at least"),
        ("Japan will provide $2 million in emergency relief.", "aid_amount", 2_000_000, "dollar", "exactly"),
    ],
)
def test_value_is_converted_and_its_words_kept(text: str, kind: str, number: float, unit: str, modifier: str) -> None:
    claim = one(text, kind)
    assert (claim.value.number, claim.unit, claim.value.modifier) == (number, unit, modifier)
    assert claim.value.stated in text


@pytest.mark.parametrize(
    "text",
    [
        "Winds of 120 km/h are expected on Monday.",
        "The repair of the damage could cost $4 million.",
        "The car was doing 140 km/h on the bridge.",
        "The bridge over the river is 40 metres long.",
        "He won 3 million euros in the lottery.",
        "The committee met at 6.30 in the hall.",
        "Compensation of 2,000 euros for each family was announced.",
    ],
)
def test_plans_and_other_measures_are_no_claims(text: str) -> None:
    kinds = {"wind_speed", "water_level", "damage_cost", "aid_amount", "magnitude"}
    assert not kinds & {c.kind for c in claims(text)}


def test_an_aftershock_is_a_part_of_its_own() -> None:
    found = claims("A magnitude 6.4 quake hit the valley. An aftershock of magnitude 5.0 followed.")
    assert [(c.value.number, c.subset) for c in found if c.kind == "magnitude"] == [(6.4, None), (5, "aftershock")]


def test_homes_are_counted_among_the_buildings_too() -> None:
    found = {c.kind: c for c in claims("The wildfire destroyed 48 homes.")}
    assert found["homes_destroyed"].span == found["buildings_destroyed"].span
    assert "homes_destroyed" not in {c.kind for c in claims("The wildfire destroyed 48 barns.")}


def test_conversion_rounds_as_reporters_do() -> None:
    by = factor("speed", "mile per hour")
    assert by is not None
    assert converted(100, by) == 161
    assert factor("length", "kilometre") is None
    assert converted(2.5, 1) == 2.5
