"""What a text made from another in other words changed or added: digits, places, offices, classes, grave matters."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from stories import Draft
from variorum.checks import check
from variorum.checks.takes import same_digits
from variorum.kinds.base import load
from variorum.model import Discrepancy

WIRE = "\n".join(
    (
        "The roof of a mill in Lund fell on Monday, the reeve said.",
        "Brigade crews pulled the millers out of the cellar with ropes and ladders.",
        "Ann Vik, health officer of Roan county, praised the crews for their calm.",
        "The mill has a long name in the valley, and its bread is eaten in every house.",
        "A market beside the mill was open that morning, and the bridge stayed shut.",
    )
)


def remade(line: str, *, source: str = "", copied: bool = False) -> Draft:
    story = Draft().text("wire", f"{WIRE}\n{source}")
    story.text("paper", f"{WIRE}\n{line}")
    return story.made("paper", "wire", "copy" if copied else "rewrite")


def of(draft: Draft, type_: str) -> list[Discrepancy]:
    return [d for d in check(draft.records(), load()) if d.type == type_]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (37, 73, True),
        (142, 412, True),
        (2012, 2021, True),
        (17, 71, True),
        (37, 38, False),
        (3, 30, False),
        (7, 7, False),
        (110, 11, False),
        (None, 12, False),
    ],
)
def test_same_digits(one: float | None, other: float | None, same: bool) -> None:
    assert same_digits(one, other) is same


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (
            "Nobody had counted the 73 sacks of rye in the loft before.",
            "In the loft lay 37 sacks of rye, uncounted before.",
        ),
        ("The mill burned 412 logs of beech last winter.", "Last winter 142 beech logs were burned by the mill."),
        ("Its owner paid 1,260 crowns for the roof.", "For the roof, 1,620 crowns were paid by its owner."),
        ("The loft holds 54 barrels of malt.", "There are 45 malt barrels in the loft."),
    ],
)
def test_turned_digits(source: str, line: str) -> None:
    assert of(remade(line, source=source), "changed_figure")


@pytest.mark.parametrize(
    ("source", "line", "copied"),
    [
        ("Nobody had counted the 73 sacks of rye in the loft.", "In the loft lay 73 sacks of rye, uncounted.", False),
        ("Nobody had counted the 73 sacks of rye.", "The school in Brod has 37 pupils.", False),
        ("There lay 73 sacks of rye and 37 of oats in the loft.", "In the loft lay 37 sacks of oats.", False),
        ("The loft holds 54 barrels of malt.", "The loft holds 54 barrels of malt, 45 of them new.", False),
        ("Nobody had counted the 73 sacks of rye in the loft.", "A reader, 37, has rye in her loft too.", True),
    ],
)
def test_digits_that_were_not_turned(source: str, line: str, copied: bool) -> None:
    assert not of(remade(line, source=source, copied=copied), "changed_figure")


def test_turned_years_are_changed_dates() -> None:
    story = remade("The roof was last mended by carpenters in 2012.", source="Carpenters last mended the roof in 2021.")
    (found,) = of(story, "changed_date")
    assert "2012" in found.spans[0].text
    assert not of(story, "changed_figure")


@pytest.mark.parametrize(
    "line",
    [
        "Investigators found that the beams of the roof had been deliberately sawn through.",
        "Looters have begun to carry sacks out of the ruined mill at night.",
        "In spring the bakers had handed in a petition about the rotten roof.",
        "Armed men were seen at the mill hours before the roof fell.",
        "A second market in the valley was struck on the same morning.",
        "The miller had been drinking before the roof came down, crews said.",
        "Cholera has since broken out among the people of the valley.",
        "The reeve is said to have taken a bribe for the building permit.",
        "Gunfire was heard in the valley shortly after the roof had come down.",
        "Two of the hurt are serving members of the National Guard.",
        "The reeve laid the blame on a jihadist faction with friends abroad.",
    ],
)
def test_grave_matters_without_a_source(line: str) -> None:
    (found,) = of(remade(line), "unsupported")
    assert found.spans[0].text in line


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("The sad event has left the whole valley in deep grief.", ""),
        ("Thieves plundered the mill after dark.", "The mill was robbed after dark."),
        ("Locals had complained of the roof before.", "Locals had warned of the roof before."),
        ("The armed forces sent crews with ropes and ladders.", "The army sent crews."),
        ("Kari Dahl of Brod told the Post that armed men stood there.", ""),
        ('"They looted it," a miller said.', '"They robbed it," a miller said.'),
        ("A second bridge was hit by the falling roof.", "Two bridges were hit by the roof."),
        ("Another day of rest was agreed upon for the crews.", ""),
        ("Cholera broke out.", ""),
    ],
)
def test_matters_that_the_source_may_hold(line: str, source: str) -> None:
    assert not of(remade(line, source=source), "unsupported")


def test_additions_of_copies_and_of_compilations_are_reporting() -> None:
    line = "Looters have begun to carry sacks out of the ruined mill at night."
    assert not of(remade(line, copied=True), "unsupported")
    both = remade(line).text("other", f"{WIRE}\nNobody slept that night.").made("paper", "other")
    assert not of(both, "unsupported")


@pytest.mark.parametrize(
    ("source", "line", "places", "speaks"),
    [
        (
            "Nine came from Brod and two from Arlby, he said.",
            "Nine were from Brod, two from Osel, he said.",
            ("Brod", "Arlby", "Osel"),
            True,
        ),
        (
            "Nine came from Brod and two from Arlby, he said.",
            "Nine were from Brod, two from Arlby, he said.",
            ("Brod", "Arlby"),
            False,
        ),
        (
            "Nine came from Brod and two from Arlby, he said.",
            "Nine were from Brod, two from Arlbye, he said.",
            ("Brod", "Arlby", "Arlbye"),
            False,
        ),
        (
            "The cart left Holm in Norway on Friday with rye.",
            "With rye, the cart had left Holm in Finland on Friday.",
            ("Holm", "Norway", "Finland"),
            True,
        ),
        (
            "The cart left Holm in Norway on Friday with rye.",
            "With rye, the cart had left Holm in Norway on Friday.",
            ("Holm", "Norway"),
            False,
        ),
        (
            "Storms swept over the Baltic coast on Friday night.",
            "On Friday night the Adriatic coast was swept by storms.",
            (),
            True,
        ),
        (
            "Storms swept over the Baltic coast on Friday night.",
            "On Friday night the Baltic coast was swept by storms.",
            (),
            False,
        ),
        ("He died in a clinic in Brod on Friday.", "On Friday he died at Arlby's own clinic.", (), True),
        ("He died in a clinic in Brod on Friday.", "On Friday he died at Brod's main clinic.", (), False),
        (
            "He had left Holm, Missouri, with rye that Friday.",
            "That Friday he had left Holm, Minnesota, with rye.",
            ("Holm", "Missouri", "Minnesota"),
            True,
        ),
        ("Crews came from Brod, the second city of the land.", "Crews came from the capital, Brod.", ("Brod",), True),
        ("Crews came from the Olm quarter.", "Crews came from the capital's Olm quarter.", ("Olm",), True),
        ("Crews came from the city of Lisbon.", "Crews came from the capital, Lisbon.", ("Lisbon",), False),
        ("Crews came from Brod, the capital of the land.", "Crews came from the capital, Brod.", ("Brod",), False),
        ("Crews came from Brod; in the capital it rained.", "Crews came from the capital, Brod.", ("Brod",), False),
    ],
)
def test_changed_places(source: str, line: str, places: tuple[str, ...], speaks: bool) -> None:
    story = remade(line, source=source)
    for place in places:
        for name in ("wire", "paper"):
            story.mention(name, place, "place")
    assert bool(of(story, "changed_place")) is speaks


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Ann Vik, governor of Roan county, praised the crews.", True),
        ("Health minister Ann Vik praised the crews.", True),
        ("Mayor Ann Vik praised the crews for their calm.", True),
        ("Ann Vik, a judge, praised the crews.", True),
        ("Ann Vik, who looks after health in Roan county, praised the crews.", False),
        ("The health officer, Ann Vik, praised the crews.", False),
        ("Director Ann Vik praised the crews for their calm.", False),
        ("Former mayor Ann Vik praised the crews.", False),
        ("The crews were praised by Ann Vik and the mayor, Odd Ness.", False),
    ],
)
def test_high_offices(text: str, speaks: bool) -> None:
    story = Draft().text("wire", WIRE).mention("wire", "Ann Vik")
    story.text("paper", WIRE.replace(WIRE.split("\n")[2], text)).mention("paper", "Ann Vik")
    assert bool(of(story.made("paper", "wire"), "changed_title")) is speaks


def test_an_office_that_another_report_knows_stays() -> None:
    story = Draft().text("wire", WIRE).mention("wire", "Ann Vik")
    story.text("paper", f"{WIRE}\nMayor Ann Vik praised the crews.").mention("paper", "Ann Vik").made("paper", "wire")
    story.text("post", "The mayor of Roan, Ann Vik, came by cart.").mention("post", "Ann Vik")
    assert not of(story, "changed_title")


@pytest.mark.parametrize(
    ("mine", "theirs", "speaks"),
    [
        (("9", "nine guards", "guards"), ("2", "two inmates", "inmates"), True),
        (("2", "two guards", "guards"), ("9", "nine inmates", "inmates"), False),
        (("9", "nine guards", "guards"), ("9", "nine inmates", "inmates"), False),
    ],
)
def test_classes_that_traded_their_numbers(
    mine: tuple[str, str, str], theirs: tuple[str, str, str], speaks: bool
) -> None:
    story = remade(f"The dead were {mine[1]} and {theirs[1]}.", source="Two guards and nine inmates were dead.")
    story.claim("wire", "killed", "2", "Two guards", subset="guards").claim(
        "wire", "killed", "9", "nine inmates", subset="inmates"
    )
    for number, words, subset in (mine, theirs):
        story.claim("paper", "killed", number, words, subset=subset)
    assert bool(of(story, "changed_victim_class")) is speaks


@pytest.mark.parametrize(
    ("wire", "paper", "speaks"),
    [
        (
            'Odd Ness, the reeve, had left. "I shall come back when the roof is whole again," he said.',
            '"I shall come back when the roof is whole again," Ann Vik stated.',
            True,
        ),
        (
            '"I shall come back when the roof is whole again," Odd Ness said.',
            '"Ropes were all we had in the end," Ann Vik said. '
            '"I shall come back when the roof is whole again," she added.',
            True,
        ),
        (
            'Odd Ness and Ib Lund had left. "I shall come back when the roof is whole again," he said.',
            '"I shall come back when the roof is whole again," Ann Vik stated.',
            False,
        ),
        (
            'Odd Ness, the reeve, had left. "I shall come back when the roof is whole again," he said.',
            'The reeve, Odd Ness, left. "I shall come back when the roof is whole again," he stated.',
            False,
        ),
    ],
)
def test_a_pronoun_speaks_where_nobody_else_is_named(wire: str, paper: str, speaks: bool) -> None:
    words = "I shall come back when the roof is whole again,"
    story = Draft()
    for name, text, who in (("wire", wire, "Odd Ness"), ("paper", paper, "Odd Ness" if "Odd" in paper else "Ann Vik")):
        story.text(name, f"{WIRE}\n{text}")
        for person in ("Odd Ness", "Ann Vik", "Ib Lund"):
            story.mention(name, person)
        story.quote(name, words, who)
        source = story.quotations[name][-1].speaker
        pronoun = next((p for p in (" he ", " she ") if f'"{p}' in text.partition(words)[2]), None)
        assert source is not None
        if pronoun is not None:
            at = story.articles[name].text.rindex(pronoun) + 1
            span = story.articles[name].span(at, at + len(pronoun) - 2)
            story.quotations[name][-1] = replace(story.quotations[name][-1], speaker=replace(source, span=span))
    if "Ropes" in paper:
        story.quote("paper", "Ropes were all we had in the end,", "Ann Vik")
    assert bool(of(story.made("paper", "wire"), "changed_speaker")) is speaks


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ("By night 36 were in the hospital. In Arl lay 22, and in Brod 41 of them.", True),
        ("By night 36 were in the hospital. In Arl lay 22, and in Brod 14 of them.", False),
        ("In all 301 houses burned (Arl 173, Brod 88, Lund 31).", True),
        ("In all 292 houses burned (Arl 173, Brod 88, Lund 31).", False),
        ("In all 301 houses burned (Arl 1973, Brod 1988).", False),
        ("In all 301 houses burned (page 12).", False),
    ],
)
def test_parts_that_a_changed_total_left_behind(line: str, speaks: bool) -> None:
    story = remade(line, source="By night 63 were in the hospital: 22 lay in Arl and 41 in Brod.")
    story.claim("wire", "hospitalised", "63", "63 were in the hospital")
    if "36" in line:
        story.claim("paper", "hospitalised", "36", "36 were in the hospital")
    assert bool(of(story, "totals_mismatch")) is speaks


@pytest.mark.parametrize(
    ("line", "speaks"),
    [
        ('The flour was burned on purpose, with "every sack of it" gone.', True),
        ('The flour was burned on purpose, with every sack of it gone, or "every sack of" rye.', True),
        ('The flour of the mill is "gone".', False),
        ('The millers of Lund burned the flour, "every sack of it".', False),
    ],
)
def test_words_that_nobody_says_any_more(line: str, speaks: bool) -> None:
    source = 'The millers of Lund said they had burned the flour, and that "every sack of it is gone".'
    story = remade(line, source=source).quote("wire", "every sack of it is gone", "millers of Lund")
    story.quote("paper", line.split('"')[1], None)
    assert bool(of(story, "lost_attribution")) is speaks


@pytest.mark.parametrize(
    ("carried", "speaks"), [("the guild said it was 900", True), ("the guild said nothing", False)]
)
def test_a_contested_number_of_the_first_text(carried: str, speaks: bool) -> None:
    counts = "Police put the crowd at the mill at 400. The guild counted 900 people at the mill."
    story = remade("More than 900 people filled the yard of the mill.", source=f"Of the crowd, {carried}.")
    story.claim("paper", "protesters", "900", "900 people").text("first", f"{WIRE}\n{counts}")
    story.claim("first", "protesters", "400", "crowd at the mill at 400", source="Police")
    story.claim("first", "protesters", "900", "900 people", source="The guild").made("wire", "first")
    assert bool(of(story, "lost_attribution")) is speaks
