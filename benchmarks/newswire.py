"""Made-up news of our own writing to measure speed on: stories of five articles of about 500 words.

Each story has a wire text, an update of it, a copy with sentences left out, and two reports with their own sources.
Sentences come from templates (counts, quotes, attributions, background) filled from word lists, so that every stage has
its usual work. Deterministic.
"""

from __future__ import annotations

import random

PLACES = (
    "Arvelle",
    "Brinmoor",
    "Castagno",
    "Delvara",
    "Estreby",
    "Falmouche",
    "Gorlitza",
    "Hvalsund",
    "Istrani",
    "Jarovec",
    "Keldonia",
    "Lomera",
)
FIRST = (
    "Anna",
    "Boris",
    "Carmen",
    "Dario",
    "Elke",
    "Farid",
    "Greta",
    "Hamid",
    "Irina",
    "Jonas",
    "Katya",
    "Luis",
    "Mirela",
    "Nadir",
    "Olga",
    "Pavel",
)
LAST = (
    "Abend",
    "Brukner",
    "Costigan",
    "Dervish",
    "Ekholm",
    "Ferrante",
    "Galvão",
    "Horvat",
    "Ivarsen",
    "Jelinek",
    "Kowal",
    "Lindqvist",
    "Moravec",
)
EVENTS = (
    "an explosion at a grain terminal",
    "a fire in a textile mill",
    "an air strike on a fuel depot",
    "the collapse of a bridge",
    "a landslide above the railway",
    "a shooting at a cattle market",
)
OFFICES = (
    "the interior minister",
    "the regional governor",
    "the head of the ambulance service",
    "a spokesman for the army",
    "the director of the city hospital",
    "the mayor",
)
COUNTS = (
    "At least {a} people were killed and {b} injured in {event} in {place} on {day}, {office} said.",
    "{name}, {office}, said {b} people had been taken to hospital, {c} of them in a serious condition.",
    "Rescuers pulled {c} survivors from the rubble, while up to {d} people were still missing, {name} told reporters.",
    "The authorities moved about {big} residents to schools and sports halls, according to {name}.",
    "Police detained {c} men near {place2} and searched {d} flats, {office} said in a statement.",
    "More than {b} houses were damaged and {c} were destroyed, the regional administration said.",
    "The number of dead rose to {a} after {c} people died of their wounds, doctors at the hospital in {place2} said.",
    "Four of the victims were children, {name} said, and {c} were workers who had come from {place2}.",
)
QUOTES = (
    "“We heard a noise like a train and then the windows came in,” said {name}, {age}, who lives near the station.",
    "“Nobody warned us, and nobody has come to ask what we need,” {name} told the newspaper.",
    "{name} said the building “should have been closed years ago”.",
    "“The crews worked through the night,” {office} said. “They will go on until the last person is found.”",
    "Asked whether the toll would rise, {name} said: “I am afraid that it will.”",
    "In a post on Telegram, {name} called the event “a crime that must not go unanswered”.",
)
PLAIN = (
    "Smoke could be seen from the hills above {place2}, and trains on the northern line were held for {c} hours.",
    "The plant, built in {year}, employs about {big} people and has been inspected twice since the spring.",
    "Shops along the main street opened late, and the smell of burning hung over the river until noon.",
    "Investigators were examining several possible causes, including a fault in the electrical system.",
    "The opposition demanded an inquiry, which the government in {place2} has so far refused to promise.",
    "Repairs would cost {c}.{d} million euros, according to a first estimate that officials called cautious.",
    "In {year}, {d} people died in a similar accident in {place2}, and three managers were sent to prison.",
    "It was not immediately clear who was responsible, and no group had claimed to be behind it.",
    "Volunteers brought blankets, tea and bread to the gymnasium where the families were waiting for news.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class Newsroom:
    """Writes stories; the same seed writes the same."""

    def __init__(self, seed: int = 11) -> None:
        self.random = random.Random(seed)

    def story(self) -> list[str]:
        """Five articles about one event."""
        self.facts()
        wire = self.report("KPT")
        copy = [s for s in wire if self.random.random() < 0.8]
        update = [self.sentence(COUNTS), *(s if self.random.random() < 0.7 else self.sentence(PLAIN) for s in wire[1:])]
        return [self.laid_out(s) for s in (wire, update, copy, self.report("Own"), self.report("Own"))]

    def facts(self) -> None:
        """What the story's articles have in common."""
        pick = self.random.choice
        self.place, self.event, self.day = pick(PLACES), pick(EVENTS), pick(DAYS)
        self.people = [f"{pick(FIRST)} {pick(LAST)}" for _ in range(5)]

    def report(self, agency: str) -> list[str]:
        """About 500 words in sentences."""
        sentences, words = [], 0
        while words < 480:
            family = self.random.choices((COUNTS, QUOTES, PLAIN), (3, 3, 4))[0] if sentences else COUNTS[:1]
            sentences.append(self.sentence(family))
            words += len(sentences[-1].split())
        head = f"{self.place.upper()}, May 14 ({agency}) - " if agency != "Own" else ""
        return [head + sentences[0], *sentences[1:]]

    def sentence(self, family: tuple[str, ...]) -> str:
        """One filled template."""
        pick, number = self.random.choice, self.random.randint
        made = pick(family).format(
            a=number(2, 40),
            b=number(20, 90),
            c=number(2, 9),
            d=number(3, 30),
            big=f"{number(2, 9)},{number(1, 9)}00",
            year=number(1995, 2020),
            age=number(18, 80),
            event=self.event,
            place=self.place,
            place2=pick(PLACES),
            day=self.day,
            office=pick(OFFICES),
            name=pick(self.people),
        )
        return made[0].upper() + made[1:]

    def laid_out(self, sentences: list[str]) -> str:
        """Two sentences to a paragraph."""
        return "\n\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2)) + "\n"
