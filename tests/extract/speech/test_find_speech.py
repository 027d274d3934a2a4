"""Sources, cues and contents on kept trees of sentences written for these tests."""

from __future__ import annotations

import pytest
from speech_trees import body, load, person

from variorum.extract.speech import Speech, find_speech
from variorum.model import Attribution, Mention, covering


def read(name: str, *mentions: tuple[str, ...]) -> Speech:
    article, parse = load(name)
    made: list[Mention] = []
    for kind, *rest in mentions:
        made.append(person(article, *rest) if kind == "person" else body(article, *rest))
    return find_speech(article, parse, tuple(made))


def rows(speech: Speech) -> list[tuple[str | None, str, str]]:
    """Speaker, cue and content of every attribution."""
    return [(a.speaker.name if a.speaker else None, a.cue[0].text, content(a)) for a in speech.attributions]


def content(attribution: Attribution) -> str:
    return " … ".join(s.text for s in attribution.content)


OSTROM = ("person", "Mira Ostrom", "Mira Ostrom", "chief", "f")


def test_clause_behind_its_content_covers_the_whole_sentence() -> None:
    found = rows(read("postposed", OSTROM))
    assert found[0] == (
        "fire service",
        "said",
        "Nineteen people were hurt when a tram left the rails in the port of Karvel",
    )
    assert found[1] == ("Mira Ostrom", "told", "The driver had been at work for eleven hours")


def test_pronoun_is_the_last_speaker_and_role_is_the_passages_own() -> None:
    last = read("postposed", OSTROM).attributions[2]
    assert last.speaker is not None
    assert (last.speaker.name, last.speaker.span and last.speaker.span.text) == ("Mira Ostrom", "She")
    assert read("postposed", OSTROM).attributions[1].speaker.role == "chief"  # type: ignore[union-attr]


def test_quotation_split_by_its_attribution_is_two_of_one_speaker() -> None:
    speech = read("direct", ("person", "Ruben Halik"))
    assert [q.span.text for q in speech.quotations] == [
        "We heard a long scream of metal,",
        "Then the lights went out.",
        "Nobody was at the wheel,",
        "and nobody rang the bell.",
    ]
    assert {q.speaker.name for q in speech.quotations if q.speaker} == {"Ruben Halik"}
    assert {q.kind for q in speech.quotations} == {"direct"}
    assert [a.kind for a in speech.attributions] == ["direct", "direct"]


def test_according_to() -> None:
    assert rows(read("according")) == [
        ("transport ministry", "According to", "two carriages were destroyed"),
        ("harbour union", "according to", "Four shops burned down"),
    ]


def test_chain_names_who_speaks_and_who_passes_on() -> None:
    for attribution in read("chain", ("body", "Saltway agency")).attributions:
        assert attribution.speaker is not None and attribution.speaker.name == "coastguard"
        assert [v.name for v in attribution.via] == ["Saltway agency"]


def test_marks_around_a_name_are_no_quotation_and_denial_is_marked() -> None:
    speech = read("mixed", ("person", "Ines Dorado", "Ines Dorado", "mayor of Karvel"), ("body", "Karvelia"))
    assert [(q.span.text, q.kind) for q in speech.quotations] == [("a disgrace", "mixed")]
    said, denied = speech.attributions
    assert said.kind == "mixed" and not said.denied
    assert said.speaker is not None and said.speaker.role == "mayor of Karvel"
    assert denied.denied and denied.speaker is not None and denied.speaker.name == "Karvelia"


def test_inserted_clause_covers_both_sides() -> None:
    found = rows(read("medial"))
    assert found[0] == ("road agency", "said", "Two bridges were closed … and about 40 lorries were stranded")
    assert found[1][2] == "The tunnel … would stay shut"


def test_quotation_of_two_paragraphs_belongs_to_the_person_before_it() -> None:
    speech = read("paragraphs", ("person", "Petro Dorn"))
    assert [q.speaker.name for q in speech.quotations if q.speaker] == ["Petro Dorn", "Petro Dorn"]


def test_relative_clause_covers_only_itself() -> None:
    article, _ = load("relative")
    speech = read("relative")
    start = article.text.index("3 million")
    over = covering(speech.attributions, article.span(start, start + 9))
    assert [a.speaker.name for a in over if a.speaker] == ["officials"]
    start = article.text.index("a mistake")
    over = covering(speech.attributions, article.span(start, start + 9))
    assert [a.speaker.name for a in over if a.speaker] == ["minister", "officials"]


def test_this_reports_the_agency_takes_the_sentence_before() -> None:
    (found,) = read("this", ("body", "Norda")).attributions
    assert content(found) == "The bridge fell at dawn."
    assert found.speaker is not None and found.speaker.name == "fire service"
    assert [v.name for v in found.via] == ["Norda"]


def test_colon_and_told_and_number() -> None:
    assert rows(read("colon", ("person", "Olga Petrin")))[0][0] == "Olga Petrin"
    (told,) = read("told", ("body", "Tidewater Post")).attributions
    assert told.speaker is not None and told.speaker.name == "nurse"
    assert [v.name for v in told.via] == ["Tidewater Post"]
    assert rows(read("number")) == [
        ("harbour union", "put", "the total of victims at 14"),
        ("harbour union", "listed", "30 injured"),
    ]


@pytest.mark.parametrize("name", ["postposed", "direct", "chain", "mixed", "medial", "paragraphs", "relative", "this"])
def test_every_span_quotes_the_article_and_nothing_depends_on_the_order_of_mentions(name: str) -> None:
    article, parse = load(name)
    words = [w for w in ("Mira Ostrom", "Ruben Halik", "Ines Dorado", "Saltway", "Karvel") if w in article.text]
    mentions = tuple(person(article, w) for w in words)
    speech = find_speech(article, parse, mentions)
    assert speech == find_speech(article, parse, mentions[::-1])
    for a in speech.attributions:
        for span in (*a.source, *a.cue, *a.content):
            assert article.text[span.start : span.end] == span.text != ""
    for q in speech.quotations:
        assert article.text[q.span.start : q.span.end] == q.span.text


def test_untrue_reports_are_denied() -> None:
    denied = [a for a in read("untrue").attributions if a.denied]
    assert [content(a) for a in denied] == ["that 40 children had drowned"]


def test_another_voice_behind_but_is_not_covered() -> None:
    assert rows(read("but")) == [
        ("Police", "said", "14 people had been arrested"),
        ("witnesses", "spoke", "of 30"),
    ]


def test_medium_is_named() -> None:
    (found,) = read("medium", ("person", "Ana Bel", "Ana Bel", "governor", "f")).attributions
    assert found.speaker is not None and found.speaker.medium == "Telegram"
    assert content(found) == "The death toll had risen to 40"


OSTROM_PIECES = rows(read("pieces", OSTROM))


@pytest.mark.parametrize(
    "expected",
    [
        ("Mira Ostrom", "said", "“We can not wait for the crane,”"),
        ("Mira Ostrom", "adding", "“We will lift it by hand.”"),
        ("Mira Ostrom", "said", "Sooner or later … “it has to stop.”"),
    ],
)
def test_every_cue_has_its_own_words(expected: tuple[str, str, str]) -> None:
    assert expected in OSTROM_PIECES


def test_an_answer_is_its_own_sentence() -> None:
    assert [row[1:] for row in rows(read("answer"))] == [("answered", "“Because the line was dead.”")]


def test_words_outside_marks_make_it_mixed() -> None:
    kinds = {content(a): a.kind for a in read("pieces", OSTROM).attributions}
    assert kinds["it “a shame.”"] == kinds["Sooner or later … “it has to stop.”"] == "mixed"
    assert kinds["“We will lift it by hand.”"] == "direct"


def test_a_title_behind_a_preposition_is_no_quotation() -> None:
    assert not any("Late Bells" in q.span.text for q in read("pieces", OSTROM).quotations)
