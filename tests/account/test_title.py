"""Which headlines may call a story: none whose count its figures contradict."""

from __future__ import annotations

import pytest

from variorum.account.title import LEAD, choose, distorted, stale
from variorum.model import Article, Claim, Discrepancy, Figure, Lineage, Value
from variorum.model.article import Section, Span

TWELVE = Figure(id="f", kind="killed", low=12, best=12, high=12, policy="ucdp", origins=1, status="single")


def told(value: Value, section: str = "headline") -> Claim:
    return Claim(id="c", kind="killed", value=value, unit="people", span=Span("a", 0, 5, value.stated), section=section)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (Value("12", 12, 12, 12), False),
        (Value("at least nine", 9, 9, None, "at least"), True),
        (Value("15", 15, 15, 15), True),
        (Value("dozens", None, 24, None, "vague"), True),
        (Value("several", None, 3, None, "vague"), False),
    ],
)
def test_a_headline_whose_count_the_figure_contradicts_calls_no_story(value: Value, found: bool) -> None:
    assert stale([told(value)], [TWELVE]) == ({"a"} if found else set())
    assert stale([told(value, "body")], [TWELVE]) == set()


def test_a_distorted_text_calls_no_story_while_another_can() -> None:
    lead = (
        "Gunmen held up a bus near Vellarum on Thursday, killing six people, "
        "in the third such robbery on the road this year"
    )
    line = f"NORTHWIRE\n{lead}, it was said"
    body = Section("body", line.index("Gunmen"), len(line))
    plain = Article(id="a", text=line, sections=(body,))
    rewrite = Article(id="b", text="Bus horror", title="Bus horror")
    found = Discrepancy(
        id="d",
        type="altered_quote",
        severity="error",
        spans=(Span("b", 0, 3, "Bus"), Span("a", 0, 3, "NOR")),
        message="",
    )
    assert distorted([found]) == {"b"}
    assert choose((plain, rewrite), Lineage()) == "Bus horror"
    title = choose((plain, rewrite), Lineage(), distorted([found]))
    assert title == f"{lead} …" and len(lead) <= LEAD
    assert choose((rewrite,), Lineage(), distorted([found])) == "Bus horror"
