"""JSON records, and which format is chosen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum import ingest
from variorum.model import Article, Dropped
from variorum.settings import Settings

Read = Callable[..., Article]
Reason = Callable[..., str]

STORY = "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said."
RECORD = {
    "id": 7,
    "story": "barges",
    "title": "Barges  collide",
    "published": "2024-03-06T23:59:00-05:00",
    "publisher": "Vanda Times",
    "url": "https://vanda.example/1",
    "language": "en",
    "text": STORY,
    "extra": [{"deep": [1, 2]}],
}


def test_fields(read_text: Read) -> None:
    article = read_text(json.dumps(RECORD), "r.jsonl")
    assert (article.source_id, article.title, article.publisher) == ("7", "Barges collide", "Vanda Times")
    assert (article.published, article.url, article.group) == ("2024-03-06", "https://vanda.example/1", None)


def test_group_by_names_any_field(read_text: Read) -> None:
    line = json.dumps(RECORD)
    assert read_text(line, "r.jsonl", Settings(group_by="story")).group == "barges"
    assert read_text(line, "r.jsonl", Settings(group_by="id")).group == "7"
    assert read_text(line, "r.jsonl", Settings(group_by="missing")).group is None
    assert read_text(line, "r.jsonl", Settings(group_by="extra")).group is None


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (json.dumps(RECORD), "one.json"),
        (json.dumps([RECORD]), "list.json"),
        (json.dumps(RECORD, indent=2), "pretty.json"),
        ("\ufeff" + json.dumps(RECORD), "marked.jsonl"),
        (json.dumps(RECORD), "named.txt"),
        (json.dumps([RECORD]), "named-list.txt"),
        (json.dumps(RECORD) + "\n", "no-extension"),
    ],
)
def test_shapes(read_text: Read, content: str, name: str) -> None:
    assert (read_text(content, name).source_id, read_text(content, name).text) == ("7", f"Barges collide\n\n{STORY}")


def test_text_that_begins_with_a_brace_is_text(read_text: Read) -> None:
    text = "{sic} two barges collided on the Orle river on Tuesday, leaving nine hurt, the police said."
    assert read_text(text).text == text


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("{", "no valid JSON"),
        ("[1, 2]", "not a JSON object"),
        ('{"title": "x"}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": {"a": 1}}', "no text"),
        ('{"text": ""}', "no text"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "x", "a": ' + "[" * 100_000 + "]" * 100_000 + "}", "too deep"),
        ('{"text": ' + '{"a":' * 100_000 + "1" + "}" * 100_000 + "}", "too deep"),
        ('{"text": "\\ud800 alone"}', "JSON"),
    ],
)
def test_bad_records_are_dropped_alone(tmp_path: Path, line: str, named: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(RECORD)}\n{line}\n{json.dumps(RECORD)}\n")
    first, bad, last = ingest.read([path], Settings())
    assert isinstance(first, Article) and isinstance(last, Article) and isinstance(bad, Dropped)
    assert bad.path == f"{path}, line 2"
    assert named in bad.reason or "no text" in bad.reason


def test_wrong_types_cost_the_field_and_not_the_record(read_text: Read) -> None:
    article = read_text(
        json.dumps({"text": STORY, "title": ["a"], "published": 2024, "url": None, "id": True}), "r.jsonl"
    )
    assert (article.title, article.published, article.url, article.source_id) == (None, None, None, None)


def test_broken_list(reason: Reason) -> None:
    assert "no valid JSON" in reason('[{"text": "a"', "r.json")


def test_german_is_dropped_by_name(reason: Reason) -> None:
    text = (
        "Bei einem Zusammenstoß zweier Frachtschiffe auf der Orle sind am Dienstag neun Menschen verletzt worden. " * 3
    )
    assert reason(text) == "language detected: de (German); not read yet"
    assert (
        reason('{"text": "Neun Verletzte", "language": "de"}', "r.jsonl")
        == "language stated: de (German); not read yet"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nine hurt",
        "Bangkok barge drama: Orle pilot Lund arrested",
        "NINE PERSONS HURT AS TWO BARGES COLLIDE IN THE FOG ON THE ORLE RIVER; POLICE HOLD THE PILOT OF THE FIRST ONE",
        "In the river Orle at the Tuesday two barges have collided, nine persons were hurted, so the police.",
        "Deux barges: nine are hurt, the police said, and the mayor Jean-Luc Dubois was at the scene in Orle-sur-Mer.",
    ],
)
def test_clumsy_short_and_shouted_english_is_english(read_text: Read, text: str) -> None:
    assert read_text(text).language == "en"
    assert read_text(json.dumps({"text": text, "language": "en-GB"}), "r.jsonl").language == "en"


def titled(read_text: Read, title: str, text: str = STORY) -> Article:
    """The article of a record with this title."""
    return read_text(json.dumps(RECORD | {"title": title, "text": text}), "r.jsonl")


def test_a_title_stands_above_its_text_as_the_headline(read_text: Read) -> None:
    article = titled(read_text, "Nine hurt as barges collide")
    assert article.text == f"Nine hurt as barges collide\n\n{STORY}"
    first = article.sections[0]
    assert (first.kind, article.text[first.start : first.end]) == ("headline", "Nine hurt as barges collide")
    assert article.title == "Nine hurt as barges collide"


@pytest.mark.parametrize("text", [f"Barges collide.\n\n{STORY}", f"Menu\n\nBARGES COLLIDE\n\n{STORY}"])
def test_a_title_that_the_text_has_is_not_doubled(read_text: Read, text: str) -> None:
    assert titled(read_text, "Barges collide", text).text == text


def test_the_outlet_at_the_end_of_a_title_is_no_headline(read_text: Read) -> None:
    article = titled(read_text, "Nine hurt - as barges collide - KXYZ News 7 - Tarrin, Vanda")
    assert article.text.startswith("Nine hurt - as barges collide\n\n")
    assert titled(read_text, "Nine hurt | tarrin.example.com").text.startswith("Nine hurt\n\n")
    assert titled(read_text, "Nine hurt - seven rescued").text.startswith("Nine hurt - seven rescued\n\n")


def test_a_text_may_be_read_without_its_title(read_text: Read) -> None:
    line = json.dumps(RECORD | {"title": "Nine hurt"})
    assert read_text(line, "r.jsonl", Settings(titles=False)).text == STORY


def test_a_record_without_a_suffix_is_known_by_any_name_of_its_text(read_text: Read) -> None:
    record = {"headline": "Barges collide", "body": STORY}
    for content in (json.dumps(record), json.dumps([record]), json.dumps(record) + "\n"):
        assert read_text(content, "no-extension").text == f"Barges collide\n\n{STORY}"
    prose = '{"settings": 1} is what the screen said. ' + STORY
    assert read_text(prose, "no-extension").text == prose


def test_a_title_loses_what_an_agency_puts_before_it(read_text: Read) -> None:
    record = {"title": "UPDATE 2-Nine hurt as barges collide", "text": STORY}
    assert read_text(json.dumps(record), "r.jsonl").title == "Nine hurt as barges collide"
