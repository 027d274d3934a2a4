"""A count that may count something else contradicts nothing."""

from __future__ import annotations

import pytest

from stories import Draft
from variorum.checks.desk import Desk
from variorum.checks.firm import doubtful
from variorum.kinds.base import load


def doubt(text: str, kind: str, stated: str, words: str, **fields: object) -> bool:
    records = Draft().text("a", text).claim("a", kind, stated, words, **fields).records()
    return doubtful(Desk(records, load()), records.extractions[0].claims[0])


@pytest.mark.parametrize(
    ("text", "kind", "stated", "words"),
    [
        ("The barn fire in Roan killed 12 people.", "killed", "12", "killed 12 people"),
        ("The squall killed five and wounded 18 overnight, the reeve said.", "injured", "18", "wounded 18"),
        ("27 were missing after the weir broke.", "missing", "27", "27 were missing"),
        ("The toll rose to 23 on Monday.", "killed", "23", "toll rose to 23"),
        ("Officials put the number of hurt at 29.", "injured", "29", "hurt at 29"),
        ("One man died when the mill burned.", "killed", "1", "One man died"),
        ("The fire at Ask Hospital has killed 52 people.", "killed", "52", "killed 52 people"),
        ("12 homes were destroyed in Roan.", "homes_destroyed", "12", "12 homes were destroyed"),
        ("Roan shaft fire leaves 7 dead", "killed", "7", "7 dead"),
        ("Dead: 20 persons. Missing: nil.", "killed", "20", "Dead: 20 persons"),
    ],
)
def test_a_sure_count(text: str, kind: str, stated: str, words: str) -> None:
    assert not doubt(text, kind, stated, words)


@pytest.mark.parametrize(
    ("text", "kind", "stated", "words"),
    [
        ("Four of the guests who were hurt walked home.", "injured", "4", "Four of the guests who were hurt"),
        ("The reeve first spoke of 14 deaths.", "killed", "14", "14 deaths"),
        ("The ward hospital in Roan has nine bodies.", "killed", "9", "nine bodies"),
        ("The blast left 1,200 shelters in refugee camps burning.", "displaced", "1200", "1,200 shelters"),
        ("The Ask Clinic takes 38 burned guests.", "injured", "38", "38 burned guests"),
        ("Odd Ness (baker, 46), suffered a burn.", "injured", "46", "46), suffered"),
        ("Picture 1 / 3: the killings 1 / 3 on show.", "killed", "1", "killings 1"),
        ("The guests, aged between 18 and 22, were hurt.", "injured", "22", "22, were hurt"),
        ("Odd Ness, Ib Lund, 25 and Per Ask, 32, were hurt.", "injured", "32", "32, were hurt"),
        ("A pair of brawls left 4 people hurt.", "injured", "4", "left 4 people hurt"),
        ("Nine people were hurt by gunfire that June weekend.", "injured", "9", "Nine people were hurt"),
        ("He held down two jobs in Roan.", "detained", "2", "held down two jobs"),
        ("The visitors held Roan to three in the first half.", "detained", "3", "held Roan to three"),
        ("Police said two gunmen shot at the mill.", "shot", "2", "two gunmen shot"),
        ("The five men were shot, Ness and Lund died.", "killed", "5", "five men were shot"),
        ("Four of the 96 wounded have left the ward.", "injured", "4", "Four of the 96 wounded"),
        ("At least four of the people shot walked home.", "shot", "4", "four of the people shot"),
        ("Six people are at Roan Hospital.", "hospitalised", "6", "Six people are at Roan Hospital"),
        ("Roan Hospital took in 24 wounded guests.", "injured", "24", "24 wounded guests"),
        ("Fourteen bodies lie under a tarpaulin.", "killed", "14", "Fourteen bodies"),
        ("The families buried nine victims.", "killed", "9", "nine victims"),
        ("A list has 22 names of dead and missing.", "killed", "22", "22 names of dead"),
        ("An unrelated fire in Lund hurt ten people.", "injured", "10", "hurt ten people"),
        ("The count of the dead stands at 1, 400 now.", "killed", "400", "dead stands at 1, 400"),
        ("The mill lay open. It rained. It blew. It froze. One boy was hurt.", "injured", "1", "One boy was hurt"),
        ("Roan mill shooting: 3 in custody", "shot", "3", "shooting: 3"),
        ("In one incident six guests were hurt.", "injured", "6", "six guests were hurt"),
        ("Roan saw four shootings at night. Six guests were hurt.", "injured", "6", "Six guests were hurt"),
    ],
)
def test_a_doubtful_count(text: str, kind: str, stated: str, words: str) -> None:
    draft = Draft().text("a", text)
    records = draft.claim("a", kind, stated, words).records()
    assert doubtful(Desk(records, load()), records.extractions[0].claims[-1])


def test_a_decimal_that_the_parser_cut() -> None:
    assert doubt("The quake had a magnitude of 5. 9 on Monday.", "magnitude", "5", "magnitude of 5")
    assert not doubt("The quake had a magnitude of 5 on Monday.", "magnitude", "5", "magnitude of 5")


def test_what_a_bystander_saw_is_no_count() -> None:
    text = '"I saw four guests hurt," {} said. "It was dark."'
    for voice, speaker, counted in (("a neighbour", "a neighbour", False), ("the reeve", "the reeve", True)):
        draft = Draft().text("a", text.format(voice)).quote("a", "I saw four guests hurt,", speaker)
        records = draft.claim("a", "injured", "4", "four guests hurt", source=speaker).records()
        assert doubtful(Desk(records, load()), records.extractions[0].claims[0]) is not counted
