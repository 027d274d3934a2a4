"""Words that make a number something else than a count: measures, durations, money, dates, labels, ages."""

from __future__ import annotations

from msgspec import Struct


class Measures(Struct, frozen=True):
    """`lang/<language>/measures.toml`; lemmas in lower case.
    `aged`: nouns whose "of N" is an age ("a girl of four"). `scales`: words before a reading ("magnitude 6.3").
    """

    units: tuple[str, ...]
    durations: tuple[str, ...]
    percent: tuple[str, ...]
    currencies: tuple[str, ...]
    symbols: tuple[str, ...]
    months: tuple[str, ...]
    clock: tuple[str, ...]
    labels: tuple[str, ...]
    scales: tuple[str, ...]
    ages: tuple[str, ...]
    aged: tuple[str, ...]
