"""Encodings, binary files and bounds."""

from __future__ import annotations

import codecs
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import ingest
from variorum.errors import UnreadableError
from variorum.ingest.decode import decode
from variorum.model import Article, Dropped
from variorum.settings import Settings

Read = Callable[..., Article]
Reason = Callable[..., str]

STORY = "Two barges collided on the Orle river at Café “Søren” on Tuesday, leaving nine crew members injured."


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("cp1252"),
    ],
)
def test_encodings(read_text: Read, data: bytes) -> None:
    assert read_text(data).text == STORY


def test_line_ends(read_text: Read) -> None:
    assert read_text(f"{STORY}\r\n\r\n  {STORY} \n").text == f"{STORY}\n\n  {STORY} \n"


def test_jsonl_text_is_kept_to_the_letter(read_text: Read) -> None:
    text = f"  {STORY}\r\n\r\n\t{STORY}\n "
    assert read_text(json.dumps({"text": text}), "r.jsonl").text == text


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"1234 -- 5678 !!", "no letters"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"some text\0with zeros", "NUL"),
        (STORY.encode("utf-16-le"), "NUL"),
        (codecs.BOM_UTF16_LE + b"a", "UTF-16"),
        ("Две баржи столкнулись ночью на реке".encode("cp1251"), "encoding"),
        (b"text \x01\x02\x03\x04 text", "control"),
    ],
)
def test_what_is_no_text_is_dropped(reason: Reason, data: bytes, named: str) -> None:
    assert named in reason(data)


@pytest.mark.parametrize("text", ["$20", "4.5 %", "£3.50"])
def test_an_amount_alone_is_a_text(read_text: Read, text: str) -> None:
    assert read_text(text).text == text


def test_too_large(reason: Reason) -> None:
    assert "larger than 1,000 bytes" in reason(STORY * 20, settings=Settings(max_bytes=1000))


def test_large_line_delimited_files_are_streamed(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    long = json.dumps({"id": "long", "text": STORY * 30})
    path.write_text("\n".join([*(json.dumps({"id": i, "text": f"{STORY} {i}."}) for i in range(300)), long, "", "x"]))
    found = list(ingest.read([path], Settings(max_bytes=1000)))
    assert [a.source_id for a in found if isinstance(a, Article)] == [str(i) for i in range(300)]
    assert [(d.path, d.reason[:12]) for d in found if isinstance(d, Dropped)] == [
        (f"{path}, line 301", "record large"),
        (f"{path}, line 303", "no valid JSO"),
    ]


def test_gzip_is_seen_through(read_text: Read, reason: Reason) -> None:
    assert read_text(gzip.compress(STORY.encode()), "story.txt.gz").text == STORY
    assert read_text(gzip.compress(json.dumps({"text": STORY}).encode()), "r.jsonl.gz").text == STORY
    assert "gzip" in reason(gzip.compress(gzip.compress(STORY.encode())), "twice.gz")
    assert "gzip" in reason(gzip.compress(STORY.encode())[:-20], "broken.txt.gz")


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.html.gz"])
def test_gzip_bombs(reason: Reason, name: str) -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    message = reason(bomb, name, Settings(max_bytes=100_000))
    assert "larger than" in message or "expands to more" in message


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_become_text_or_a_reason(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableError as error:
        assert error.message
    else:
        text.encode()
        assert "\0" not in text and "\r\n" not in text
