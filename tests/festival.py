# ruff: noqa: E501 (the lines are paragraphs)
"""A fictional event in seven versions, written for these tests."""

from __future__ import annotations

from variorum.model import AgencyMention, Article, Section

WIRE = """ORLENBACH, Valdria, May 3 (Helio) - A cable bridge over the river Strenn gave way on Friday evening, throwing 31 people into the water and killing at least six of them, the district council said.

The bridge at Orlenbach, opened in 1961, was carrying about 140 visitors to a lantern festival when its northern anchor tore loose at 9.20 p.m., council chief Marta Kovalik told reporters.

"We heard one crack like a rifle, and then the whole deck turned over," said Jonas Wechter, a baker who was waiting on the far bank. "People fell like apples."

Divers brought 22 people ashore, Kovalik said. Three are still missing, among them a boy of eight.

Seventeen of the rescued were treated for cuts and broken bones at the Lindau clinic, its director Petra Aumann said. "Most of them were lucky that the water was high," she said.

An inspection in March had found rust on two of the eight anchors, but the state road office allowed the crossing to stay open for groups of no more than 50, according to a report seen by Helio.

Prosecutors have opened an inquiry into negligence. In 1987 a ferry sank half a mile downstream, and 19 people drowned.
"""

UPDATE = """Toll in Valdria bridge collapse climbs to nine, engineer suspended

ORLENBACH, Valdria, May 5 (Helio) - The number of people killed when a cable bridge collapsed over the river Strenn has risen to nine, the district council said on Sunday, raising an earlier toll of six, as the road office suspended its chief engineer.

The body of a boy of eight was found two kilometres downstream by volunteers in canoes. Nobody is missing any longer.

Engineer Tobias Rehm had signed a paper that let 200 people cross at once, state transport minister Ludo Brandes said. "That signature is the hole through which they fell," Brandes told parliament.

"We heard one crack like a rifle, and then the whole deck turned over," said Jonas Wechter, a baker who was waiting on the far bank. "People fell like apples."

Four people remain at the Lindau clinic, its director Petra Aumann said on Sunday.

Workers began to cut up the deck with torches. The cables will be sent to a laboratory in Grauen, where tests may take six weeks.

Prosecutors have opened an inquiry into negligence. In 1987 a ferry sank half a mile downstream, and 19 people drowned.
"""

COPY = """Six dead as festival bridge collapses in Valdria
The Tarrow Gazette, 4 May 2024

ORLENBACH, Valdria (Helio) - A cable bridge over the river Strenn gave way on Friday evening, throwing 31 people into the water and killing at least six of them, the district council said.

The bridge at Orlenbach, opened in 1961, was carrying about 140 visitors to a lantern festival when its northern anchor tore loose at 9.20 p.m., council chief Marta Kovalik told reporters.

"We heard one crack like a rifle, and then the whole deck turned over," said Jonas Wechter, a baker who was waiting on the far bank. "People fell like apples."

Divers brought 22 people ashore, Kovalik said. Three are still missing, among them a boy of eight.

A school choir from Tarrow had sung on the same bank an hour before. "We had packed up the drums and gone for soup," its conductor, Ellen Marsh, told the Gazette.

Seventeen of the rescued were treated for cuts and broken bones at the Lindau clinic, its director Petra Aumann said. "Most of them were lucky that the water was high," she said.

Prosecutors have opened an inquiry into negligence.
"""

PARAPHRASE = """Horror At Lantern Festival: Bridge Plunge Claims Six Lives
At least six lives were lost and 31 individuals were hurled into the Strenn river on Friday night after a suspension bridge failed, as reported by the district council.

About 140 festival guests were on the Orlenbach crossing, which dates back to 1961, when the anchor on its northern side broke away at 9.20 p.m., according to council head Marta Kovalik.

Baker Jonas Wechter, who witnessed the scene from the opposite shore, recalled: "We heard one crack like a rifle, and then the whole deck turned over."

Twenty-two persons were pulled to safety by divers, while three, including an eight-year-old boy, remain unaccounted for, Kovalik added.

Petra Aumann, who directs the Lindau clinic, noted that seventeen survivors received care for fractures and cuts. "Most of them were lucky that the water was high," she remarked.

A March inspection revealed rust on two of eight anchors, yet the road office of the state let groups of up to 50 continue using the crossing.

An inquiry for negligence has been launched by prosecutors. Back in 1987, 19 people drowned when a ferry went down half a mile further along the river.
"""

TRANSLATION = """In Valdria hanging bridge fallen: six dead

Orlenbach, 3 May. – Not less than six persons perished on Friday in the evening as a hanging bridge over the river Strehn broke, and 31 fell in the water, so reports the agency Helio with call upon the district council.

On the bridge of Orlenbach, built in the year 1961, stood some 140 guests of a feast of lanterns, when at 21.20 o'clock the northern anchor tore itself out, told the head of the council Marta Kowalik.

«We heard a single crack as from a gun, then the entire deck overturned itself,» said the baker Jonas Wächter, who on the other shore waited. «The people fell as the apples.»

The divers drew 22 persons to land, so Kowalik. Three are further missed, under them a boy with eight years.

In the clinic of Lindau 17 of the saved were treated because of cuts and broken bones, said the directress Petra Auman. «The most had luck that the water was high.»

By an inspection in March one had found rust at two of eight anchors, but the road office of the state let the crossing open for groups until 50 persons.

The prosecution has opened a procedure because of negligence. In 1987 there sank half a mile lower a ferry, 19 people drowned.
"""

INDEPENDENT = """The night the lanterns went out
By Ada Lorentz, Valdria Rundschau, May 4

ORLENBACH - Somebody had tied paper fish to the railing. On Saturday morning they were still turning in the wind above the place where the deck used to be.

Eight coffins stood in the fire station by noon, the parish priest, Anselm Roth, said. He had counted them himself, he said, since the council in its first statement spoke of six.

Wardens at the gate had clickers. The last of them to leave her post, Ines Zoller, showed hers to this newspaper: it stood at 187. "Nobody ever told me a number at which to say stop," she said.

A retired welder who had worked on the structure for 30 years said that the paint was renewed every spring and the bolts never. He asked that his name not be printed, because his pension comes from the state.

The choir will sing on Tuesday. Two of its altos are in hospital, one with a crushed hand.

Tourism brings the valley 4 million crowns a year, and the lantern weekend a third of that. The mayor of Sankt Veit upstream has closed his own footbridge, of the same maker.
"""


def _sections(text: str) -> tuple[Section, ...]:
    """Lines as sections; a first line without a full stop is a headline."""
    out, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = "headline" if number == 0 and not line.rstrip().endswith((".", '"')) else "body"
            out.append(Section(kind, start, start + len(line)))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(out)


def article(
    id_: str, text: str, published: str | None = None, publisher: str | None = None, credit: str | None = None
) -> Article:
    """An article with sections and, where `credit` is given, a mention of the agency Helio."""
    agencies = (AgencyMention("Helio", credit),) if credit else ()  # type: ignore[arg-type]
    return Article(
        id=id_, text=text, published=published, publisher=publisher, agencies=agencies, sections=_sections(text)
    )


def story() -> tuple[Article, ...]:
    """Wire text, its update, a copy, a paraphrase, a translation, and an independent report."""
    return (
        article("a-wire", WIRE, "2024-05-03", credit="dateline"),
        article("a-update", UPDATE, "2024-05-05", credit="dateline"),
        article("a-copy", COPY, "2024-05-04", "The Tarrow Gazette", credit="dateline"),
        article("a-paraphrase", PARAPHRASE),
        article("a-translation", TRANSLATION, "2024-05-03", credit="cited"),
        article("a-independent", INDEPENDENT, "2024-05-04", "Valdria Rundschau"),
    )
