"""Web pages."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from variorum import ingest
from variorum.model import Article, Dropped
from variorum.settings import Settings

Read = Callable[..., Article]

PARAGRAPHS = (
    "Two barges collided on the Orle river on Tuesday, leaving nine crew members injured, the harbour police said.",
    "The pilot of the first barge was taken to hospital with a broken arm, a doctor said on Tuesday evening.",
    "Divers searched the river until dark, and the harbour master closed it to all traffic for two days.",
)
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Barges collide | Vanda Times</title>
<link rel="canonical" href="https://vanda.example/2024/03/06/barges">
<meta property="og:site_name" content="Vanda Times"><meta property="og:title" content="Barges collide on Orle">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Barges collide on Orle", "datePublished": "2024-03-06T07:00:00Z",
"author": {{"@type": "Person", "name": "Ana Vega"}}}}</script>
<script>var toll = "99 people killed";</script><style>p {{ color: red }}</style></head>
<body onload="alert('98 killed')"><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Barges collide on Orle</h1>
<p>{PARAGRAPHS[0]}</p><script>document.write("97 killed")</script><p>{PARAGRAPHS[1]}</p>
<h2>Fog on the river</h2><p>{PARAGRAPHS[2]}</p>
<ul><li>Nine people injured</li><li>River closed for two days</li></ul></article>
<noscript>96 killed</noscript><footer>© 2024 Vanda Times. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.txt", "page", "page.HTM"])
def test_page(read_text: Read, name: str) -> None:
    article = read_text(PAGE, name)
    laid_out = [(s.kind, article.text[s.start : s.end]) for s in article.sections]
    assert laid_out == [
        ("headline", "Barges collide on Orle"),
        ("body", PARAGRAPHS[0]),
        ("body", PARAGRAPHS[1]),
        ("caption", "Fog on the river"),
        ("body", PARAGRAPHS[2]),
        ("bullet", "Nine people injured"),
        ("bullet", "River closed for two days"),
    ]
    assert (article.title, article.publisher, article.byline) == (
        "Barges collide on Orle",
        "Vanda Times",
        ("Ana Vega",),
    )
    assert (article.published, article.url) == ("2024-03-06", "https://vanda.example/2024/03/06/barges")
    assert article.dates[0].origin == "meta"
    assert "killed" not in article.text and "<" not in article.text


def test_declared_encoding(read_text: Read) -> None:
    page = (
        PAGE.replace('charset="utf-8"', 'charset="iso-8859-2"')
        .replace("Ana Vega", "Ana Węga")
        .replace("harbour master", "harbour mąster")
    )
    assert "mąster" in read_text(page.encode("iso-8859-2", "ignore"), "page.html").text


def test_plain_text_with_a_page_name(read_text: Read) -> None:
    assert read_text(PARAGRAPHS[0], "story.html").text == PARAGRAPHS[0]


HOSTILE = {
    "deep": "<html><body>" + "<div>" * 20_000 + PARAGRAPHS[0],
    "wide": "<html><body>" + "<p>x</p>" * 60_000,
    "lists": "<html><body><article>" + "<ul><li>" * 2_000 + PARAGRAPHS[0],
    "quotes": "<html><body><article>" + "<blockquote><p>" * 2_000 + PARAGRAPHS[0],
    "entities": '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    "<html><body><p>&b;&c;</p>" + f"<p>{PARAGRAPHS[0]}</p>" * 5,
    "comments": "<!--" * 50_000 + "<html>",
    "attributes": "<html><body><p " + "a='b' " * 50_000 + ">" + PARAGRAPHS[0],
    "unclosed": "<html><body><a href='" * 20_000,
    "json": '<html><head><script type="application/ld+json">'
    + '{"a":' * 50_000
    + "</script></head><body>"
    + f"<p>{PARAGRAPHS[0]}</p>" * 5,
    "empty": "<html><body></body></html>",
    "address": "https://vanda.example/",
    "base64": "<html><body><p>" + "QUJD" * 100_000 + "</p></body></html>",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_end_soon_and_alone(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "a.html").write_text(HOSTILE[name])
    (tmp_path / "b.html").write_text(PAGE)
    started = time.monotonic()
    first, second = ingest.read([tmp_path], Settings())
    assert time.monotonic() - started < 20
    assert isinstance(second, Article)
    assert isinstance(first, Dropped) or ("root:" not in first.text and "a" * 50 not in first.text)
