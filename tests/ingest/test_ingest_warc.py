"""WARC files that the tests write themselves: whole, packed, broken in every way."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum import ingest
from variorum.ingest.formats.frames import Frames
from variorum.ingest.inflate import Inflated
from variorum.model import Article, Dropped
from variorum.settings import Settings

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
SENTENCE = (
    "Two barges collided on the Orle river near Stanmouth, leaving {} crew members injured, the harbour police said."
)


def page(count: int, head: str = "") -> bytes:
    body = "".join(f"<p>{SENTENCE.format(count + n)}</p>" for n in range(3))
    return f"<html><head><title>Barges</title>{head}</head><body><article>{body}</article></body></html>".encode()


def record(
    body: bytes,
    *,
    http: bytes = OK,
    type_: str = "response",
    length: object = None,
    url: str = "https://vanda.example/a",
) -> bytes:
    content = http + body
    size = len(content) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {type_}\r\nWARC-Record-ID: <urn:uuid:{len(body)}>\r\n"
        f"WARC-Date: 2024-03-07T01:02:03Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def read(path: Path, data: bytes, **kwargs: object) -> list[Article | Dropped]:
    path.write_bytes(data)
    return list(ingest.read([path], Settings(**kwargs)))  # type: ignore[arg-type]


def reasons(found: list[Article | Dropped]) -> list[str]:
    return ["" if isinstance(item, Article) else item.reason for item in found]


def test_a_page_and_what_its_record_says_of_it(tmp_path: Path) -> None:
    info = record(b"x", type_="request") + record(b"software: x", type_="warcinfo", http=b"")
    (article,) = read(tmp_path / "news.warc.gz", gzip.compress(info) + gzip.compress(record(page(9))))
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(SENTENCE.format(n) for n in (9, 10, 11))
    assert (article.url, article.published, article.path) == (
        "https://vanda.example/a",
        "2024-03-07",
        str(tmp_path / "news.warc.gz"),
    )
    assert [(d.date, d.origin) for d in article.dates] == [("2024-03-07", "crawl")]
    assert article.source_id == f"urn:uuid:{len(page(9))}"


def test_the_page_s_own_date_and_address_come_first(tmp_path: Path) -> None:
    head = '<meta property="article:published_time" content="2024-03-05T10:00:00Z"><link rel="canonical" href="https://o.example/x">'
    (article,) = read(tmp_path / "n.warc", record(page(9, head), url="https://vanda.example/2024/03/06/a"))
    assert isinstance(article, Article)
    assert (article.published, article.url) == ("2024-03-05", "https://o.example/x")


def test_the_charset_is_the_server_s(tmp_path: Path) -> None:
    http = OK.replace(b"utf-8", b"iso-8859-2")
    (article,) = read(
        tmp_path / "n.warc", record(page(9).decode().replace("Orle", "Odrą").encode("iso-8859-2"), http=http)
    )
    assert isinstance(article, Article) and "Odrą" in article.text


def test_plain_text_and_bodies_packed_or_in_chunks(tmp_path: Path) -> None:
    text = SENTENCE.format(3).encode()
    plain = record(text, http=OK.replace(b"text/html", b"text/plain"))
    packed = record(gzip.compress(page(4)), http=OK.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n"))
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(page(5)), page(5))
    chunked = record(chunks, http=OK.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: chunked\r\n\r\n"))
    found = read(tmp_path / "n.warc", plain + packed + chunked)
    assert [SENTENCE.format(n) in a.text for n, a in zip((3, 4, 5), found, strict=True) if isinstance(a, Article)] == [
        True
    ] * 3


@pytest.mark.parametrize(
    ("bad", "named"),
    [
        (record(b"x", http=OK.replace(b"200 OK", b"404 Not Found")), "HTTP status 404"),
        (record(b"x", http=OK.replace(b"text/html", b"image/png")), "not a page (image/png)"),
        (record(b"x", http=b"nonsense"), "HTTP"),
        (record(b"<html><body></body></html>"), "no article text"),
        (record(b"<p>" * 50_000), "tags"),
        (record(b"<p>x</p>" * 100_000), "larger than"),
        (
            record(
                gzip.compress(bytes(3_000_000)), http=OK.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip\r\n\r\n")
            ),
            "larger",
        ),
        (record(page(2), length=100_000), "length does not fit"),
        (record(page(2), length=100), "length does not fit"),
        (record(page(2), length=-5), "no WARC record"),
        (record(page(2), length="9" * 40), "no WARC record"),
        (record(page(2), length=10**14), "length does not fit|larger than"),
        (b"WARC/1.0\r\n" + b"X-Long: " + b"x" * 70_000 + b"\r\n\r\n", "no WARC record"),
        (b"garbage\r\nand more of it\r\n\r\n", "no WARC record"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_costs_itself(tmp_path: Path, bad: bytes, named: str, packed: bool) -> None:
    pack = gzip.compress if packed else bytes
    data = pack(record(page(1))) + pack(bad) + pack(record(page(3)))
    found = read(tmp_path / ("n.warc.gz" if packed else "n.warc"), data, max_bytes=500_000)
    first, fault, last = found
    assert isinstance(first, Article) and isinstance(last, Article) and isinstance(fault, Dropped)
    assert any(part in fault.reason for part in named.split("|"))
    assert fault.path == f"{first.path}, byte {len(pack(record(page(1))))}"


@pytest.mark.parametrize("flip", [0, 1])
def test_a_damaged_gzip_member_costs_itself(tmp_path: Path, flip: int) -> None:
    members = [gzip.compress(record(page(n))) for n in range(3)]
    broken = bytearray(members[flip])
    broken[len(broken) // 2] ^= 0xFF
    members[flip] = bytes(broken)
    found = read(tmp_path / "n.warc.gz", b"".join(members))
    assert [bool(r) for r in reasons(found)] == [n == flip for n in range(3)]
    assert "broken gzip" in reasons(found)[flip]


def test_a_gzip_bomb_costs_itself(tmp_path: Path) -> None:
    members = [record(page(1)), record(bytes(60_000_000)), record(page(3))]
    found = read(tmp_path / "n.warc.gz", b"".join(map(gzip.compress, members)), max_bytes=100_000)
    assert [r[:14] for r in reasons(found)] == ["", "expands to mor", ""]


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_that_ends_too_early(tmp_path: Path, packed: bool) -> None:
    pack = gzip.compress if packed else bytes
    found = read(tmp_path / ("n.warc.gz" if packed else "n.warc"), pack(record(page(1))) + pack(record(page(2)))[:-70])
    assert isinstance(found[0], Article) and isinstance(found[1], Dropped) and len(found) == 2


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 600), st.booleans())
def test_frames_end_whatever_the_bytes(noise: bytes, at: int, packed: bool) -> None:
    good = record(b"abc") + record(b"def")
    data = good[:at] + noise + good[at:]
    stream = (
        io.BufferedReader(Inflated(io.BytesIO(gzip.compress(data)), 1000))
        if packed
        else io.BufferedReader(io.BytesIO(data))
    )  # type: ignore[type-var]
    frames = list(Frames(stream, 0, None if packed else len(data), 1000, b"response"))
    assert len(frames) <= len(data)
    assert all(f.content.startswith(b"WARC/") for f in frames if f.content)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.binary(min_size=0, max_size=3000), max_size=6), st.integers(1, 5000))
def test_inflating_is_what_gzip_does(members: list[bytes], size: int) -> None:
    packed = b"".join(gzip.compress(m, 1) for m in members)
    stream = Inflated(io.BytesIO(packed), 1_000_000)
    read_ = bytearray()
    while part := stream.read(size):
        read_ += part
    assert bytes(read_) == b"".join(members)
