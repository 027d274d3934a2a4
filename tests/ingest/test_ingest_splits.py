"""Pieces of work: together they are the whole, whatever their size; one that is broken costs itself."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum import ingest
from variorum.errors import InputError
from variorum.ingest import Split, read_split, splits
from variorum.model import Article, Dropped
from variorum.settings import Settings

PLAIN = Settings(max_bytes=2000)


def sentence(number: int) -> str:
    return f"Two barges collided on the Orle river on Tuesday, leaving {number} crew members injured, the police said."


def lines(random: Random, count: int) -> list[bytes]:
    """Records, some broken, some too large, some empty."""
    odd = (
        b"",
        b"{",
        b'{"text": null}',
        b"\xff\xfe",
        json.dumps({"text": "x" * 3000}).encode(),
        b'{"text": "a\\u0000"}',
    )
    good = (json.dumps({"id": n, "text": sentence(n) * random.randint(1, 9)}).encode() for n in range(count))
    return [random.choice(odd) if random.random() < 0.2 else line for line in good]


def jsonl(path: Path, random: Random, count: int) -> None:
    end = random.choice((b"\n", b"\r\n"))
    path.with_suffix(".jsonl").write_bytes(end.join(lines(random, count)) + random.choice((b"", end)))


def packed(path: Path, random: Random, count: int) -> None:
    found = lines(random, count)
    half = count // 2
    parts = [b"\n".join(found[:half]) + b"\n", b"\n".join(found[half:])]
    path.with_suffix(".jsonl.gz").write_bytes(b"".join(map(gzip.compress, parts)))


def parquet(path: Path, random: Random, count: int) -> None:
    texts = [None if random.random() < 0.1 else sentence(n) for n in range(count)]
    table = pa.table({"id": range(count), "text": pa.array(texts, pa.string())})
    pq.write_table(table, path.with_suffix(".parquet"), row_group_size=random.randint(1, 5))


def response(number: int) -> bytes:
    body = f"<html><body><article><p>{sentence(number)}</p><p>{sentence(number + 1)}</p></article></body></html>"
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{body}"
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://vanda.example/{number}\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(http)}\r\n\r\n{http}\r\n\r\n"
    ).encode()


def records(random: Random, count: int) -> list[bytes]:
    """WARC records, some broken in the ways that files are."""
    found = []
    for number in range(count):
        data = response(number)
        lengths = [data.replace(b"Length: ", b"Length: " + wrong) for wrong in (b"1", b"x", b"9999999")]
        broken = (data[: len(data) // 2], b"garbage\r\n", data.replace(b"response", b"metadata"), *lengths)
        found.append(random.choice(broken) if random.random() < 0.25 else data)
    return found


def warc(path: Path, random: Random, count: int) -> None:
    path.with_suffix(".warc").write_bytes(b"".join(records(random, count)))


def warc_gz(path: Path, random: Random, count: int) -> None:
    members = [gzip.compress(r, mtime=0) for r in records(random, count)]
    for at in range(len(members)):
        if random.random() < 0.1:
            members[at] = members[at][:60] + b"?" + members[at][61:]
    path.with_suffix(".warc.gz").write_bytes(b"".join(members))


def folder(path: Path, random: Random, count: int) -> None:
    for number in range(count):
        where = path / random.choice(("a", "b/c", "."))
        where.mkdir(parents=True, exist_ok=True)
        suffix = random.choice(("txt", "html", "png", "jsonl"))
        text = json.dumps({"text": sentence(number)}) if suffix == "jsonl" else sentence(number)
        (where / f"{number}.{suffix}").write_text(text)


KINDS: tuple[Callable[[Path, Random, int], None], ...] = (jsonl, packed, parquet, warc, warc_gz, folder)


def comparable(found: list[Article | Dropped]) -> list[bytes]:
    return sorted(map(msgspec.json.encode, found))


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.__name__)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6), count=st.integers(1, 25), size=st.integers(1, 20_000))
def test_the_pieces_are_the_whole(
    tmp_path_factory: pytest.TempPathFactory, kind: Callable[..., None], seed: int, count: int, size: int
) -> None:
    base = tmp_path_factory.mktemp("in")
    (base / "x").mkdir()
    kind(base / "x" / "news", Random(seed), count)
    whole = list(ingest.read([base], PLAIN))
    cut = list(splits([base], PLAIN, size))
    assert comparable([r for s in cut for r in read_split(s, PLAIN)]) == comparable(whole)
    assert len({s.digest for s in cut}) == len(cut)
    assert list(splits([base], PLAIN, size)) == cut
    assert all(msgspec.json.decode(msgspec.json.encode(s), type=Split) == s for s in cut)


def test_large_files_are_cut_and_messages_name_the_same_place(tmp_path: Path) -> None:
    jsonl(tmp_path / "news", Random(1), 200)
    parquet(tmp_path / "news", Random(1), 200)
    warc_gz(tmp_path / "news", Random(1), 200)
    cut = list(splits([tmp_path], PLAIN, 5000))
    formats = [s.piece.format for s in cut if s.piece]
    assert min(formats.count(f) for f in ("jsonl", "parquet", "warc")) > 3
    assert list(ingest.read([tmp_path], PLAIN)) == [r for s in cut for r in read_split(s, PLAIN)]


def test_a_broken_piece_loses_no_other(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(json.dumps({"id": n, "text": sentence(n)}) for n in range(100)))
    cut = list(splits([path], PLAIN, 1000))
    assert len(cut) > 5 and cut[3].piece is not None
    data = bytearray(path.read_bytes())
    data[cut[3].piece.start : cut[3].piece.end] = b"\0" * (cut[3].piece.end - cut[3].piece.start)
    path.write_bytes(data)
    read = [[isinstance(r, Article) for r in read_split(s, PLAIN)] for s in cut]
    assert not any(read[3]) and read[3] and all(all(r) for n, r in enumerate(read) if n != 3)
    path.unlink()
    assert [isinstance(r, Dropped) for r in read_split(cut[0], PLAIN)] == [True]


def test_a_new_file_changes_one_batch(tmp_path: Path) -> None:
    for number in range(900):
        (tmp_path / f"{number:04}.txt").write_text(sentence(number))
    before = {s.digest for s in splits([tmp_path], PLAIN)}
    assert len(before) > 5
    (tmp_path / "0450a.txt").write_text(sentence(1))
    after = {s.digest for s in splits([tmp_path], PLAIN)}
    assert len(before - after) == 1 and len(after - before) <= 2


def test_an_added_line_changes_the_last_piece(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"text": sentence(n)}) + "\n" for n in range(200)))
    before = [s.digest for s in splits([path], PLAIN, 3000)]
    with path.open("a") as file:
        file.write(json.dumps({"text": "Nine more."}) + "\n")
    after = [s.digest for s in splits([path], PLAIN, 3000)]
    assert before[:-1] == after[: len(before) - 1] and before[-1] not in after


def test_names_and_content_make_the_digest(tmp_path: Path) -> None:
    def digest(name: str, text: str) -> str:
        path = tmp_path / name
        path.write_text(text)
        (found,) = splits([path], PLAIN)
        return found.digest

    assert len({digest("a.txt", "x"), digest("b.txt", "x"), digest("a.txt", "y")}) == 3
    assert digest("a.txt", "x") == digest("a.txt", "x")


def test_standard_input_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="standard input"):
        splits(["-"], PLAIN)
    with pytest.raises(InputError, match="no such file"):
        splits([tmp_path / "nothing"], PLAIN)


def test_truncated_gzip_gives_what_was_read(tmp_path: Path) -> None:
    data = b"".join(gzip.compress(json.dumps({"text": sentence(n)}).encode() + b"\n") for n in range(50))
    (tmp_path / "a.jsonl.gz").write_bytes(data[:-30])
    *articles, fault = ingest.read([tmp_path], PLAIN)
    assert len(articles) == 49 and all(isinstance(a, Article) for a in articles)
    assert isinstance(fault, Dropped) and "ends too early" in fault.reason


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_dropped(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text(sentence(1))
    (split,) = splits([tmp_path], PLAIN)
    (found,) = read_split(split, PLAIN)
    assert isinstance(found, Dropped) and "UTF-8" in found.reason and msgspec.json.encode(split)


def test_a_file_that_would_make_few_pieces_gets_smaller_ones_and_seldom_others_when_it_grows(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    line = json.dumps({"text": sentence(3)}).encode() + b"\n"
    for times, pieces in ((20, 5), (99, 25), (200, 25), (400, 25)):
        path.write_bytes(line * times)
        size = 16 * len(line)
        found = list(splits([path], PLAIN, size))
        assert pieces - 1 <= len(found) <= pieces + 2
    path.write_bytes(line * 100)
    before = [s.digest for s in splits([path], PLAIN, size)]
    path.write_bytes(line * 104)
    assert [s.digest for s in splits([path], PLAIN, size)][: len(before) - 1] == before[:-1]
