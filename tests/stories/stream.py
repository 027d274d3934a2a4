"""A small made-up stream of news for tests: incidents in invented towns, several reports of each, copies among them."""

from __future__ import annotations

import random
from datetime import date, timedelta

from variorum.model import Article

TOWNS = ("Melvik", "Tarnholt", "Oskarre", "Bellimar", "Quenby", "Drosta", "Ilvara", "Santoro", "Wexcombe", "Kaldur")
NAMES = (
    "Hauke",
    "Amaia",
    "Tobin",
    "Leocadia",
    "Ruben",
    "Ottilie",
    "Gaspar",
    "Yevka",
    "Noor",
    "Casimir",
    "Ines",
    "Pirro",
)
LAST = (
    "Brandt",
    "Ruiz",
    "Okafor",
    "Lindgaard",
    "Mbeki",
    "Salter",
    "Vantongeren",
    "Dubrava",
    "Achterberg",
    "Petrossian",
)
THINGS = (
    "tannery",
    "viaduct",
    "granary",
    "ferry landing",
    "chapel",
    "foundry",
    "boathouse",
    "mill",
    "depot",
    "lighthouse",
)
DEEDS = ("burned down", "was flooded", "collapsed", "was robbed", "was evacuated", "lost its roof")
AFTER = (
    "Neighbours in {street} Street woke at {hour}.",
    "{first} {last}, who ran it for {years} years, was taken to hospital.",
    "Insurers put the loss at {loss} crowns.",
    "Mayor {other} called it the worst day since the {thing} opened.",
    "A crew of {crew} worked until {hour}.",
    "An inquiry led by {other} begins next week.",
    "{last} said nobody had checked the {thing} since spring.",
)


def stream(stories: int, seed: int = 1) -> tuple[list[Article], dict[str, int]]:
    """Articles in order of publication, and the story each belongs to."""
    dice = random.Random(seed)
    made: list[Article] = []
    gold: dict[str, int] = {}
    for number in range(stories):
        words = {
            "first": dice.choice(NAMES),
            "last": dice.choice(LAST) + dice.choice(("", "sen", "ova", "ini")),
            "other": f"{dice.choice(NAMES)} {dice.choice(LAST)}",
            "thing": dice.choice(THINGS),
            "street": dice.choice(TOWNS) + dice.choice(("gate", "ford", "mark")),
            "hour": f"{dice.randrange(1, 12)}:{dice.randrange(10, 59)}",
            "years": str(dice.randrange(13, 60)),
            "loss": f"{dice.randrange(100, 999)},000",
            "crew": str(dice.randrange(13, 90)),
        }
        town, deed, start = dice.choice(TOWNS), dice.choice(DEEDS), dice.randrange(300)
        for report in range(dice.choice((1, 1, 2, 3, 5))):
            text = f"The {words['thing']} of {town} {deed}, officials said. " + " ".join(
                s.format(**words) for s in dice.sample(AFTER, 5)
            )
            day = date(2031, 1, 1) + timedelta(days=start + report // 2)
            id_ = f"a-{dice.getrandbits(64):016x}"
            made.append(Article(id=id_, text=text, published=day.isoformat()))
            gold[id_] = number
            if dice.random() < 0.1:
                copy = f"a-{dice.getrandbits(64):016x}"
                made.append(Article(id=copy, text=text, published=(day + timedelta(days=1)).isoformat()))
                gold[copy] = number
    return sorted(made, key=lambda a: (a.published or "", a.id)), gold
