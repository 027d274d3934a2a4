"""Which columns of a table, or keys of a JSON record, hold what an article has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, get_args

Field = Literal["id", "title", "published", "publisher", "url", "language", "text"]

ALSO: dict[Field, tuple[str, ...]] = {
    "id": ("articleid", "docid", "guid"),
    "title": ("headline",),
    "published": (
        "datepublished", "datepublish", "publisheddate", "publishdate", "publicationdate", "publishedat", "publishedon",
        "pubdate", "date",
    ),
    "publisher": ("outlet", "newspaper", "sourcename", "sourcedomain", "source", "domain"),
    "url": ("link", "articleurl"),
    "language": ("lang", "inlanguage"),
    "text": ("body", "articlebody", "fulltext", "articletext", "maintext", "content", "article"),
}  # fmt: skip
"""Other names of a field, the clearer first: those of schema.org's NewsArticle, RSS, news-please and NewsAPI, and what
columns are called by hand."""
LONGEST = 30
"""Letters of a name that is compared: a record may have any keys."""


def names_text(head: bytes) -> bool:
    """Whether a key of the JSON that begins so may hold a text."""
    keys = (key.decode("utf-8", "replace") for key in _KEY.findall(head))
    return bool(columns(keys)["text"])


_KEY = re.compile(rb'"([^"\\]{1,30})"\s*:')


def columns(names: Iterable[str]) -> dict[Field, tuple[str, ...]]:
    """For each field the columns that hold it, its own name first; of the others, case, "_", "-" and spaces are passed
    over ("Publication Date"). A record gives the first that is not empty."""
    every = list(names)
    plain: dict[str, str] = {}
    for name in every:
        if len(name) <= LONGEST:
            plain.setdefault(name.lower().replace("_", "").replace("-", "").replace(" ", ""), name)
    found: dict[Field, tuple[str, ...]] = {}
    for field in get_args(Field):
        own = [field] if field in every else []
        found[field] = tuple(dict.fromkeys([*own, *(plain[n] for n in (field, *ALSO[field]) if n in plain)]))
    return found
