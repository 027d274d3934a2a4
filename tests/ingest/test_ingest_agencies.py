"""Agencies and outlets that a text cites."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from variorum.model import Article

Read = Callable[..., Article]

FIRST = "Two barges collided on the Orle river, leaving nine crew members injured."


def cited(article: Article) -> list[str]:
    return [m.name for m in article.agencies if m.credit == "cited"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The pilot was asleep, the harbour master told Reuters.", ["Reuters"]),
        ("The pilot was asleep, the Norpa news agency said.", ["Norpa"]),
        ("The pilot was asleep, the GulfPress agency reported.", ["GulfPress"]),
        ("The Dutch agency Delta Wire, which saw the log, speaks of ten.", ["Delta Wire"]),
        ("The pilot was asleep, writes the agency NPB.", ["NPB"]),
        ("Nine are hurt, communicated the harbour master, transmits Norpa.", ["Norpa"]),
        ("Nine are hurt, the police passed on Gulf Wire.", ["Gulf Wire"]),
        ("Nine are hurt, reports NPB.", ["NPB"]),
        ("Nine are hurt, made known the harbour master, says the Orle Dispatch.", ["Orle Dispatch"]),
        ("Nine are hurt, refers the Continental Press.", ["Continental Press"]),
        ("The attack, as Reuters points out, came at night.", ["Reuters"]),
        ("The French news agency AFP reported that the pilot slept.", ["AFP"]),
        ("Bloomberg reported on Tuesday that the owner was insured.", ["Bloomberg"]),
        (
            "The owner was insured, the New York Times reports, citing the Associated Press.",
            ["New York Times", "Associated Press"],
        ),
        ("“I slept,” he said in an interview for CNN.", ["CNN"]),
        ("“I slept,” he told Gulf Wire. “We all did.”", ["Gulf Wire"]),
        ("“I slept,” he told The Southern Harbour Post.", ["Southern Harbour Post"]),
        ("“I slept,” he told NPB.", ["NPB"]),
        ("Nine are hurt, Agence France-Presse quoted the police as saying.", ["AFP"]),
        ("The pilot was asleep, according to the Vanda Times.", ["Vanda Times"]),
    ],
)
def test_cited(read_text: Read, sentence: str, names: list[str]) -> None:
    article = read_text(f"{FIRST}\n\n{sentence}")
    assert cited(article) == names
    for mention in article.agencies:
        assert mention.span is not None and article.text[mention.span.start : mention.span.end] == mention.span.text


@pytest.mark.parametrize(
    "sentence",
    [
        "The pilot told NATO that he had slept.",
        "Nine are hurt, says NPB.",
        "Nine are hurt, said the Harbour Union.",
        "Nine are hurt, said Ivo Lund.",
        "The mayor, Ann Bloomberg, visited the wreck.",
        "It was time to go, and the sun was up; people stood on the pier at dawn.",
        "The UN refugee agency said it would help.",
        "The Swiss agency said nothing.",
        "According to the Harbour Union, the crew was tired.",
        "The pilot told Opposition Leader Ivo Lund that he had slept.",
        "She wrote on Facebook and told Telegram users to help.",
        "The times were hard, the guardian of the lock said.",
    ],
)
def test_not_cited(read_text: Read, sentence: str) -> None:
    assert cited(read_text(f"{FIRST}\n\n{sentence}")) == []


def test_a_credited_agency_is_found_again(read_text: Read) -> None:
    article = read_text(f"ORLEVAR, March 5 (Norpa/Ana Vega) - {FIRST}\n\n“We slept,” the cook said to Norpa by phone.")
    assert [(m.name, m.credit) for m in article.agencies] == [("Norpa", "dateline"), ("Norpa", "cited")]
    assert article.byline == ("Ana Vega",)
