"""How exporters word numbers, days and kinds, and how they make hostile text harmless to look at."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from variorum.kinds import base as kinds
from variorum.model import Claim, Discrepancy, Figure
from variorum.model.claim import Number

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Terminal escapes (C0, DEL, C1), the bidirectional controls of UAX #9, and separators that break a line unseen.
# Lone surrogates cannot be written as UTF-8 at all.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with control characters spelled out (`⟦U+202E⟧`); new lines and tabs stay."""
    return _UNSEEN.sub(lambda m: f"⟦U+{ord(m[0]):04X}⟧", text.replace("\r\n", "\n"))


def line(text: str) -> str:
    """The text on one line, white space run together, controls spelled out."""
    return visible(" ".join(text.split()))


def run(text: str) -> str:
    """White space run together, a blank kept at either end where there was any."""
    return re.sub(r"\s+", " ", text)


def clip(text: str, length: int) -> str:
    """At most `length` characters on one line; what is cut shows as …"""
    whole = line(text)
    return whole if len(whole) <= length else whole[: length - 1].rstrip() + "…"


def brief(text: str, length: int) -> str:
    """As `clip`, but cut between words where the first one fits, and without the punctuation before the …"""
    whole = line(text)
    if len(whole) <= length:
        return whole
    kept = whole[:length].rpartition(" ")[0] or whole[: length - 1]
    return kept.rstrip(" ,;:.-–—…") + "…"


def number(value: Number | None) -> str:
    """`1,200`, or a dash where a bound is open."""
    return "–" if value is None else f"{value:,}"


def interval(low: Number | None, high: Number | None) -> str:
    """`9`, `9–12`, `≥ 9`, `≤ 12`, or a dash."""
    if low is None and high is None:
        return "–"
    if high is None:
        return f"≥ {number(low)}"
    if low is None:
        return f"≤ {number(high)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def day(iso: str | None) -> str:
    """`4 May 2031` for a whole date; anything else as it is; `no date` for none."""
    if not iso:
        return "no date"
    try:
        parsed = date.fromisoformat(iso[:10])
    except ValueError:
        return line(iso)
    return f"{parsed.day} {_MONTHS[parsed.month - 1]} {parsed.year}"


@cache
def _labels() -> dict[str, str]:
    return {name: kind.label for name, kind in kinds.load().items()}


def kind(name: str) -> str:
    """The kind's label; unknown kinds show their name."""
    return _labels().get(name) or line(name.replace("_", " "))


def message(found: Discrepancy) -> str:
    """The discrepancy's message with the kind that it begins with in words."""
    name, colon, rest = found.message.partition(": ")
    return f"{kind(name)}: {rest}" if colon and name in _labels() else found.message


def figure_name(figure: Figure) -> str:
    """What is counted, which part of it, and a measure's unit: `killed`, `killed (children)`, `aid, euro`."""
    unit = f", {line(figure.unit)}" if figure.unit not in (None, figure.kind) else ""
    return kind(figure.kind) + (f" ({line(figure.subset)})" if figure.subset else "") + unit


def claim_name(claim: Claim) -> str:
    """As `figure_name`, with the rate when the claim has one."""
    subset = f" ({line(claim.subset)})" if claim.subset else ""
    return kind(claim.kind) + subset + (f", {line(claim.rate)}" if claim.rate else "")


def sources(claim: Claim) -> str:
    """Who says so, nearest to the fact first; empty when the article speaks for itself."""
    said = []
    for source in claim.attribution:
        role = None if source.role == source.name else source.role
        extra = ", ".join(line(e) for e in (role, source.medium and medium(source.medium)) if e)
        said.append(line(source.name) + (f" ({extra})" if extra else ""))
    return ", via ".join(said)


def medium(name: str) -> str:
    """Where something was said: `on Telegram`; an occasion ("news conference") stands by itself."""
    return f"on {name}" if name[:1].isupper() else name


def flags(claim: Claim) -> tuple[str, ...]:
    """What holds a claim back from being a plain total."""
    named = ("voided", "negated", "hedged", "increment", "earlier", "partial")
    return tuple(name for name in named if getattr(claim, name))


def marks(speech: str) -> tuple[str, str]:
    """The quotation marks around a rendering; indirect speech has none."""
    return ("", "") if speech == "indirect" else ("“", "”")


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
