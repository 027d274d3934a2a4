# ruff: noqa: E501 (the lines are paragraphs)
"""The ways a text takes from house to house, each told with texts of its own."""

from __future__ import annotations

import re
from itertools import permutations

import msgspec
import pytest

from festival import COPY, UPDATE, WIRE, article, story
from variorum.lineage import trace
from variorum.model import AgencyMention, Article, Lineage

FERRY = (
    "The lake ferry struck a submerged pontoon at dawn and settled on the bottom within minutes, its upper deck still dry.\n"
    "Forty passengers waited on that deck with their bicycles while fishermen rowed out to them in the morning mist.\n"
    "A schoolteacher counted the children twice, then began to sing so that nobody would look at the water.\n"
    "The company had moved the pontoon during the night without telling the harbour office or lighting a single lamp.\n"
    "Divers found a long gash below the wheelhouse and said that the hull plates were thinner than a coin.\n"
    "An inspector who had signed the certificate in autumn refused to answer questions through his kitchen window.\n"
    "By evening the ferry had become an attraction, and stalls along the promenade sold hot chestnuts to the crowd.\n"
)
SLIPS = {
    "submerged": "submergd", "settled": "setled", "passengers": "pasengers", "fishermen": "fishermans",
    "morning": "mornig", "children": "childern", "company": "compnay", "telling": "teling", "single": "singel",
    "questions": "qestions", "evening": "evenning", "attraction": "atraction",
}  # fmt: skip


def edges(lineage: Lineage) -> dict[tuple[str, str], str]:
    return {(d.derived, d.source): d.relation for d in lineage.derivations}


def slipped(text: str, words: list[str]) -> str:
    for word in words:
        text = text.replace(word, SLIPS[word])
    return text


@pytest.mark.parametrize("names", list(permutations(["a-1", "a-2"])))
def test_an_undated_copy_with_slips_of_the_pen_points_to_the_clean_text(names: tuple[str, str]) -> None:
    clean, copy = names
    found = edges(trace((Article(id=clean, text=FERRY), Article(id=copy, text=slipped(FERRY, list(SLIPS))))))
    assert list(found) == [(copy, clean)]


@pytest.mark.parametrize("names", list(permutations(["a-1", "a-2", "a-3"])))
def test_errors_that_pile_up_show_the_way(names: tuple[str, str, str]) -> None:
    """The second copy has the errors of the first and its own: nothing leads back towards the cleaner text."""
    words = list(SLIPS)
    clean, first, second = names
    texts = {clean: FERRY, first: slipped(FERRY, words[:6]), second: slipped(FERRY, words)}
    found = edges(trace(tuple(Article(id=i, text=t) for i, t in texts.items())))
    assert {derived for derived, _ in found} == {first, second}
    assert found.keys() <= {(first, clean), (second, clean), (second, first)}


def test_readings_that_third_texts_share_are_the_older_ones() -> None:
    """No spelling, date or length tells: one text changed two words a line, and nobody else has these."""
    other = ["their", "the", "with", "that", "below", "along", "then", "until"]
    changed = "\n".join(
        re.sub(rf"\b({'|'.join(other)})\b", "past", line).replace("said", "swore") for line in FERRY.split("\n")
    )
    lines = FERRY.split("\n")
    texts = {
        "a-1": changed,
        "a-2": FERRY,
        "a-3": "\n".join([*lines[:4], "We shall come back to this tomorrow with more."]),
        "a-4": "\n".join(["Our own reporter slept badly and saw nothing of it.", *lines[2:6]]),
    }
    found = edges(trace(tuple(Article(id=i, text=t) for i, t in texts.items())))
    assert set(found) == {("a-1", "a-2"), ("a-3", "a-2"), ("a-4", "a-2")}


def test_three_papers_with_an_agency_text_that_is_not_here_are_one_voice() -> None:
    papers = [
        article(f"a-{n}", COPY.partition(cut)[0], f"2024-05-0{n + 4}", paper, "dateline")
        for n, (paper, cut) in enumerate(
            [
                ("Tarrow Gazette", "A school choir"),
                ("Lower Bay Herald", "Prosecutors"),
                ("Kestrel Post", "Seventeen of"),
            ]
        )
    ]
    lineage = trace(tuple(papers))
    assert set(edges(lineage).values()) == {"shared_origin"}
    assert [(o.label, len(o.articles)) for o in lineage.origins] == [("Helio", 3)]


def test_the_agencys_own_text_is_the_source_as_soon_as_it_is_there() -> None:
    wire = next(a for a in story() if a.id == "a-wire")
    paper = article("a-paper", COPY.partition("A school choir")[0], "2024-05-03", "Tarrow Gazette", "dateline")
    assert edges(trace((wire, paper))) == {("a-paper", "a-wire"): "copy"}


@pytest.mark.parametrize("dated", [True, False])
def test_an_agencys_later_take_is_a_rewrite_of_its_first(dated: bool) -> None:
    takes = [
        article("a-2", WIRE, "2024-05-03" if dated else None, credit="dateline"),
        article("a-1", UPDATE, "2024-05-05" if dated else None, credit="dateline"),
    ]
    assert edges(trace(tuple(takes))) == {("a-1", "a-2"): "rewrite"}


LIGHTHOUSE = (
    "HARL, June 2 (Osk) - The lighthouse at Harl went dark for eleven nights because nobody had paid for its oil, the coast "
    "guard admitted on Monday.\n"
    "Two trawlers ran onto the Skarn reef in that time, and 14 men spent a night on its ledges before a mail boat saw them.\n"
    "The keeper, Ottilie Brandsen, had written five letters to the ministry and kept the copies in a biscuit tin.\n"
)
ORCHARD = (
    "VELMA, June 2 (Nordfunk) - A swarm of beetles stripped 600 hectares of orchard around Velma in a single weekend, growers said.\n"
    "They drummed on buckets and burned wet straw, but the insects only moved to the next row, said Casimir Dorn, who lost every tree.\n"
    "Insurers call beetles an act of nature and pay nothing, so the cooperative will vote on Friday whether to dissolve.\n"
)
TRAM = (
    "OSTRIN, June 2 (Tellus) - Tram drivers in Ostrin stopped for one minute at noon to honour a colleague killed by a stone.\n"
    "The stone was thrown from a footbridge in April, and the police have questioned 40 pupils without an arrest.\n"
    "His widow, Rosa Imhof, rode the first tram that moved again and thanked the driver with a bag of plums.\n"
)


def test_a_round_up_of_three_agencies_has_an_edge_to_each() -> None:
    sources = tuple(
        Article(id=f"a-{n}", text=text, published="2024-06-02", agencies=(AgencyMention(agency, "dateline"),))
        for n, (text, agency) in enumerate([(LIGHTHOUSE, "Osk"), (ORCHARD, "Nordfunk"), (TRAM, "Tellus")])
    )
    bodies = [a.text.partition(") - ")[2] for a in sources]
    names = ("Osk", "Nordfunk", "Tellus")
    mixed = "\n".join(
        f"{name} reports: {body.strip().rpartition(chr(10))[0]}" for name, body in zip(names, bodies, strict=True)
    )
    round_up = Article(
        id="a-mixed",
        text=mixed,
        published="2024-06-03",
        publisher="Kestrel Post",
        agencies=tuple(AgencyMention(n, "cited") for n in names),
    )
    lineage = trace((*sources, round_up))
    found = edges(lineage)
    assert set(found) == {("a-mixed", f"a-{n}") for n in range(3)}
    assert sorted(found.values()) == ["excerpt", "excerpt", "excerpt"]
    assert len(lineage.origins) == 3


def test_reports_of_two_houses_with_one_officials_words_stand_apart() -> None:
    """The same facts, the same quote, the usual closing line: what two newsrooms write of one press release."""
    one = (
        "A delivery van rolled into the market fountain on Thursday after its brake failed, Inspector Lena Voss said.\n"
        'Nobody was hurt. "It was a slow and very wet accident," Voss said.\n'
        "Stallholders pulled the driver out by his sleeves, and he bought them coffee.\n"
        "Anyone who saw it is asked to call the station.\n"
    )
    two = (
        "Inspector Lena Voss spoke of luck after a van without brakes ended in the fountain on the market square.\n"
        '"It was a slow and very wet accident," she said on Thursday, adding that nobody was hurt.\n'
        "The fountain, a gift of the brewers' guild, lost one of its four stone carp.\n"
        "Anyone who saw the accident is asked to call the station.\n"
    )
    papers = (article("a-1", one, "2024-06-06", "Valley News"), article("a-2", two, "2024-06-06", "Kestrel Post"))
    assert trace(papers).derivations == ()


POST = (
    "My goose Albertine has eaten the only copy of the new constitution and is now, I fear, above the law. We searched "
    "the pond twice and found nothing but a corner of article nine — Mayor of Ostrin (@ostrinmayor) April 1, 2022"
)


def test_reports_that_embed_one_post_stand_apart() -> None:
    one = f"A goose is the talk of Ostrin.\nThe mayor announced the loss on Friday:\n{POST}\nThe council meets on Monday.\n"
    two = f"Officials in Ostrin have misplaced a document.\n{POST}\nThe town has 900 people and, it seems, one goose.\n"
    papers = (article("a-1", one, "2022-04-01", "Valley News"), article("a-2", two, "2022-04-02", "Kestrel Post"))
    assert trace(papers).derivations == ()
    unsigned = [
        msgspec.structs.replace(p, text=p.text.replace(" — Mayor of Ostrin (@ostrinmayor) April 1, 2022", "."))
        for p in papers
    ]
    assert len(trace(tuple(unsigned)).derivations) == 1


def test_a_family_of_plain_texts_has_one_root_and_no_edges_between_its_members() -> None:
    """Answers that pupils copied from one page, one of them with a passage of another's."""
    lines = FERRY.strip().split("\n")
    own = "I found this very exciting and would have liked to be there with my little brother."
    texts = {
        "a-page": FERRY,
        "a-mia": "\n".join([own, *lines[:4]]),
        "a-jan": "\n".join([*lines[2:6], "That is all I could find out about the accident on the lake."]),
        "a-eva": "\n".join([lines[0], lines[3], lines[4], lines[6]]),
        "a-own": "Ferries are ships that carry people over lakes. I once took one and it rained the whole way.",
    }
    found = edges(trace(tuple(Article(id=i, text=t) for i, t in texts.items())))
    assert set(found) == {("a-mia", "a-page"), ("a-jan", "a-page"), ("a-eva", "a-page")}


PAGE = FERRY.strip().split("\n")
LIGHT = (
    "The lake ferry struck a submerged pontoon early at dawn and settled on the bottom within minutes, its upper deck dry.\n"
    "Forty passengers waited on the deck with their bicycles while some fishermen rowed out to them in the mist.\n"
    "A schoolteacher counted the children twice and then began to sing so that nobody would look at the black water.\n"
    "The company had moved the pontoon during the night without telling the harbour office or lighting one lamp.\n"
)
HEAVY = (
    "At dawn a submerged pontoon was struck by the lake ferry, which within minutes had settled on the bottom.\n"
    "Fishermen rowed out in the mist to forty passengers who were waiting with bicycles on the upper deck.\n"
    "Singing, a schoolteacher kept the children from looking at the water after counting them twice.\n"
    "During the night the pontoon had been moved by the company; no lamp was lit, nor was the harbour office told.\n"
)
OWN = [
    "I asked my uncle about it, who sails every summer, and he laughed for a long time before he answered me.",
    "My grandfather kept such a hammer in the kitchen drawer and cracked walnuts with it at Christmas.",
    "Ferries are old and heavy ships, as everybody in our town knows from long experience.",
    "In winter the captain paints the railings blue and lets the pupils of the third form help him.",
]
ELSEWHERE = (
    "The hull plates of lake boats are welded from below, and inspectors tap them with a small hammer every autumn.\n"
    "A plate that rings dull is marked with chalk, and the boat stays on the slip until it has been replaced."
)


def pupils(**texts: str) -> dict[str, tuple[str, float]]:
    """Who copied from the page (relation, coverage), among pupils' answers."""
    whole = {"a-page": FERRY, "a-eva": "\n".join([PAGE[0], PAGE[3], PAGE[4], PAGE[6]])}
    whole |= {f"a-{name}": text for name, text in texts.items()}
    lineage = trace(tuple(Article(id=i, text=t) for i, t in whole.items()))
    assert {d.source for d in lineage.derivations} <= {"a-page"}
    return {d.derived.removeprefix("a-"): (d.relation, d.coverage) for d in lineage.derivations}


def test_pasted_passages_among_own_text_are_an_excerpt_and_changed_ones_a_rewrite() -> None:
    found = pupils(paste="\n".join([OWN[0], *PAGE[1:3], *OWN[2:]]), light=LIGHT, heavy=HEAVY)
    assert {name: relation for name, (relation, _) in found.items()} == {
        "eva": "copy", "paste": "excerpt", "light": "rewrite", "heavy": "rewrite",
    }  # fmt: skip


def test_coverage_of_a_plain_text_counts_the_words_kept_in_sequence() -> None:
    """A subject's words stand in any text about it; only their order shows how much was taken."""
    found = pupils(light=LIGHT, heavy=HEAVY, mia="\n".join([OWN[0], *PAGE[:4]]))
    assert found["light"][1] > 0.6 > 0.4 > found["heavy"][1] > 0


def test_plain_texts_with_passages_of_a_page_that_is_not_here_have_no_edge() -> None:
    """Nothing says who had them first, or whether either had them from the other."""
    one, two = "\n".join([ELSEWHERE, *OWN[:2]]), "\n".join([*OWN[2:], ELSEWHERE])
    assert trace((Article(id="a-1", text=one), Article(id="a-2", text=two))).derivations == ()


def test_a_plain_text_that_is_nearly_all_of_another_has_an_edge() -> None:
    part = Article(id="a-part", text="\n".join(PAGE[1:5]))
    assert set(edges(trace((Article(id="a-page", text=FERRY), part)))) == {("a-part", "a-page")}


def test_what_two_copiers_of_one_page_share_besides_gives_no_edge() -> None:
    """Both may have it from a second page that is not here."""
    mia, jan = "\n".join([*PAGE[:3], ELSEWHERE]), "\n".join([ELSEWHERE, *PAGE[3:6]])
    assert set(pupils(mia=mia, jan=jan, ada="\n".join(PAGE[2:6]))) == {"eva", "mia", "jan", "ada"}


def test_a_large_story_is_traced_like_a_small_one() -> None:
    """More articles than are all compared with one another: the same edges as in parts."""
    copies = [
        msgspec.structs.replace(a, id=f"{a.id}-{n}") for n in range(5) for a in story() if a.id != "a-independent"
    ]
    whole = trace((*copies, next(a for a in story() if a.id == "a-independent")))
    assert len(copies) > 24 and sorted(len(o.articles) for o in whole.origins) == [1, len(copies)]
    assert all(
        e.source.startswith(("a-wire", "a-update", "a-copy", "a-translation", "a-paraphrase"))
        for e in whole.derivations
    )


FIRE = (
    "A gunman opened fire during the evening service at Hill Street Church in Orley on Sunday, killing four people, police said.\n"
    "“He came in by the vestry and never spoke a word to anybody,” said Chief Ilse Brandt of the Orley police.\n"
    "Martin Kell, 27, was arrested behind the church and is under guard in a clinic.\n"
)
LOCAL = (
    "Four members of Hill Street Church in Orley were shot dead on Sunday while the organ played.\n"
    "Martin Kell, 27, a roofer, has been arrested.\n"
    "“He came in by the vestry and never spoke a word to anybody,” said Chief Ilse Brandt of the Orley police.\n"
    "Neighbours brought blankets, and the baker opposite kept his shop open until midnight.\n"
)
BRIEF = (
    "A gunman killed four people at a church in Orley and wounded nine others.\n"
    "“He came in by the vestry and never spoke a word to anybody,” the police chief said.\n"
)
RETOLD = (
    "Four people died when a gunman opened fire on Sunday during the evening service at Hill Street Church in Orley, according to police.\n"
    "Martin Kell, 27, is under guard in a clinic after he was arrested behind the church.\n"
)


@pytest.mark.parametrize("other", [LOCAL, BRIEF])
def test_short_reports_that_share_facts_and_an_officials_words_stand_alone(other: str) -> None:
    assert not edges(trace((Article(id="a-1", text=FIRE), Article(id="a-2", text=other))))


def test_a_short_report_retold_sentence_by_sentence_is_linked() -> None:
    assert edges(trace((Article(id="a-1", text=FIRE), Article(id="a-2", text=RETOLD))))
