"""Articles and parses for tests: one paragraph a line, a first line without a full stop is the headline."""

from __future__ import annotations

from variorum.extract.quantities import find_phrases, find_quantities
from variorum.model import Article, Claim, Quantity, Section
from variorum.text.parse import parse
from variorum.text.tree import Parse


def article(text: str, published: str | None = "2024-05-10") -> Article:
    """An article whose lines are sections."""
    sections = []
    position = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            headline = number == 0 and "\n" in text and not line.rstrip().endswith(".")
            sections.append(Section("headline" if headline else "body", position, position + len(line)))
        position += len(line) + 1
    return Article(id="a-test", text=text, published=published, sections=tuple(sections))


def tree(text: str) -> Parse:
    """The parse of a text."""
    return parse(article(text))


def claims(text: str, published: str | None = "2024-05-10") -> list[Claim]:
    """The claims of a text, with attribution."""
    from variorum.extract import extract

    return list(extract(article(text, published)).claims)


def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts of a text."""
    parsed = tree(text)
    return find_quantities(article(text), parsed, find_phrases(parsed, "en"))


def counts(text: str) -> list[tuple[str, object]]:
    """Kind and number (or stated words) of the claims of a text."""
    return [(c.kind, c.value.number if c.value.number is not None else c.value.stated) for c in claims(text)]
