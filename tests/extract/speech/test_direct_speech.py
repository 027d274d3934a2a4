"""Direct speech as news prints it: who gets which quotation, and where it ends. Sentences of our own."""

from __future__ import annotations

import pytest

from reading import article
from variorum.extract import extract
from variorum.model import Attribution


def said(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Source and contents of the attributions that have a source, in text order."""
    found: tuple[Attribution, ...] = extract(article(text)).attributions
    return [(a.source[0].text, tuple(c.text for c in a.content)) for a in found if a.source]


CASES = [
    # a second speaker in the next paragraph, whatever the verb
    (
        "The hall was full.\n“See how they queue,” Marlow said with a shrug.\n“The soup is free,” Denny shot back.",
        [("Marlow", ("“See how they queue,”",)), ("Denny", ("“The soup is free,”",))],
    ),
    ("“The cable!” the audience screamed back.", [("the audience", ("“The cable!”",))]),
    (
        "“The nets tear now and then, right?” Trent went on, as if nobody had asked. “So we mend them.”",
        [("Trent", ("“The nets tear now and then, right?”", "“So we mend them.”"))],
    ),
    # the sentence that the marks go on from
    (
        "Like every winter, “the pipes we laid will have to be dug up,” Strother said.",
        [("Strother", ("Like every winter, “the pipes we laid will have to be dug up,”",))],
    ),
    ("On Monday, “We are off,” Palmer said.", [("Palmer", ("“We are off,”",))]),
    (
        "He said his wife, Melina, “told everyone in May to plant early.”",
        [("He", ("his wife, Melina, “told everyone in May to plant early.”",))],
    ),
    # where a quotation ends
    (
        "The share of tenants saying “it is far too cold at night” rose by 28 points.",
        [("tenants", ("“it is far too cold at night”",))],
    ),
    (
        "To that, 21 percent said “rather cold” and 14 percent said “far too cold.”",
        [("21 percent", ("“rather cold”",)), ("14 percent", ("“far too cold.”",))],
    ),
    (
        "Under what Mr. Hedge called “the old model,” the Marsh Club paid a large fee.",
        [("Mr. Hedge", ("“the old model,”",))],
    ),
    (
        "Kessler cautioned “let’s wait for the tide,” before leaving.",
        [("Kessler", ("“let’s wait for the tide,”",))],
    ),
    (
        "Many marchers were chanting “Save the weir” and “Open the gates.”",
        [("Many marchers", ("“Save the weir” and “Open the gates.”",))],
    ),
    (
        "According to the newspaper, “The ferry rules let boats in from anywhere. Hardly any are turned back.”",
        [("the newspaper", ("“The ferry rules let boats in from anywhere. Hardly any are turned back.”",))],
    ),
    (
        '"The lease must name the owner," she said, and "a fine for each late week."',
        [("she", ('"The lease must name the owner,"', '"a fine for each late week."'))],
    ),
    (
        '"The masons were quick with the wall," said Sherman, speaking of builders, "and left the gate for later."',
        [("Sherman", ('"The masons were quick with the wall,"', '"and left the gate for later."'))],
    ),
    (
        '"The pool is half full," Jeff Wenlock, the club\'s manager, said in a statement. "We can open it in May."',
        [("Jeff Wenlock, the club's manager", ('"The pool is half full,"', '"We can open it in May."'))],
    ),
    (
        "“We stood on the quay and called, ‘Bring the rope over,’” Nickel said Sunday.",
        [("Nickel", ("“We stood on the quay and called, ‘Bring the rope over,’”",))],
    ),
    # verbs that the parser reads as nouns, verbs of another clause between
    ("Another tweeted, “The bus was an hour late.”", [("Another", ("“The bus was an hour late.”",))]),
    ("The psalm reads: “This is what the elders say.”", [("The psalm", ("“This is what the elders say.”",))]),
    (
        "“A bridge that nobody crosses needs no toll,” the editorial read.",
        [("the editorial", ("“A bridge that nobody crosses needs no toll,”",))],
    ),
    (
        "Dorn told the Harbour Post in a written statement, “We have paid the bill in full.”",
        [("Dorn", ("“We have paid the bill in full.”",))],
    ),
    ("As the Ledger put it, “Who moved the harbour wall?”", [("the Ledger", ("“Who moved the harbour wall?”",))]),
    (
        "She stated, “When the fog lifts, we sail,” adding, “We have food for a week.”",
        [("She", ("“When the fog lifts, we sail,”",)), ("She", ("“We have food for a week.”",))],
    ),
    (
        "He argued they might do better at “smaller, quieter ports,” Trent said: “We will stay here.”",
        [
            ("He", ("they might do better at “smaller, quieter ports,”",)),
            ("Trent", ("“We will stay here.”",)),
        ],
    ),
    ("The senator, reacting to the gap, shouted, “Open the doors!”", [("The senator", ("“Open the doors!”",))]),
    (
        "Neither man liked the mayor - “All hat and no cattle,” Mr. Elkins said - but they stayed.",
        [("Mr. Elkins", ("“All hat and no cattle,”",))],
    ),
    (
        "A reporter for the Tarn Wire called it “one long traffic jam.”",
        [("A reporter for the Tarn Wire", ("it “one long traffic jam.”",))],
    ),
    # labels and signatures
    ("The claims:\n“Lamps burn all night.”\n- Sanders.\nThat is wrong.", [("Sanders", ("“Lamps burn all night.”",))]),
    (
        "Clarke: “The line stays where it is.” Bosch: “The line will be moved.”",
        [("Clarke", ("“The line stays where it is.”",)), ("Bosch", ("“The line will be moved.”",))],
    ),
    (
        "“The bread here is the best.” ― Sonya Herrick\n“We came for the view.” — Steve Quill, Tarn",
        [("Sonya Herrick", ("“The bread here is the best.”",)), ("Steve Quill", ("“We came for the view.”",))],
    ),
]


@pytest.mark.parametrize(("text", "found"), CASES)
def test_source_and_content(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert said(text) == found


def test_a_dash_and_words_that_are_no_name_sign_nothing() -> None:
    assert all("—" not in cue.text for a in _all("“We came for the view.” — and so they did") for cue in a.cue)


def test_so_called_is_no_report() -> None:
    assert said("The so-called “pass through” income rose.") == []


def test_a_name_in_marks_is_nobodys_words() -> None:
    found = said("“It is easy,” Moss said.\n“Opening Bell,” which will be in shops soon, is a novel.")
    assert found == [("Moss", ("“It is easy,”",))]
    assert said("A German outlet called “The Local” reported that the fall began in May.") == [
        ("A German outlet", ("that the fall began in May",))
    ]


def test_what_stands_before_a_second_verb_belongs_to_the_first() -> None:
    found = said('"The roof is our first task," she told the tenants, then referred to the lease.')
    assert ("she", ('"The roof is our first task,"',)) in found
    assert all("she told" not in c for _, contents in found for c in contents)


def _all(text: str) -> tuple[Attribution, ...]:
    return extract(article(text)).attributions
