"""Units beside a number: symbols and codes before it, words and symbols behind it, and what divides them."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from variorum.lang.base import any_of, read
from variorum.lang.units import Sense, Units
from variorum.model import Number

REACH = 48
"""Characters read behind a number for its unit; the longest name ("cubic kilometres per second") has under 40."""

GAP = re.compile(r"[ \u00a0\u2009\u202f]{0,2}(?:[-‑–] ?|[\[<](?=[^\W\d_]{1,4}[\]>]))?")
LETTER = r"[^\W\d_²³¹]"
WORDS = re.compile(rf"{LETTER}+\.?(?:[ -]{LETTER}+\.?){{0,3}}")
MARKS = "°º%‰℃℉$€£¥₹₽₴₺₪₩₦₱₫₭₾₡₵฿₿₸৳元¢"
SYMBOL = re.compile(rf"[A-Z]{{0,3}}[{MARKS}]+ ?[CFcf]?(?!{LETTER})|{LETTER}+\.?(?:[/·⋅]{LETTER}+)?")
OF = re.compile(r"\sof\s[a-z]{2,20}(?:\s[a-z]{2,20})?(?=\sa\s|\sper\s|\seach\s|\severy\s)")
WITH = re.compile(r"\sof\s(?=[^\W\d_])")
ENDED = re.compile(r"[\"”’')]*(?:\s+[A-Z\"“]|\s*$)")
ON_SCALE = re.compile(r" on the (\w+) scale\b", re.I)
"""Behind degrees: "40° on the Celsius scale"."""
CLOSED = re.compile(r"\s*(?:[.,;:)]|$)|\s+(?:long|wide|high|tall|thick|deep|x)\b")


LARGE = re.compile(r"\d[\d.]*\s?(?:million|billion|trillion|[mb]n)\b|\d{1,3}(?:,\d{3})+(?!\d)")
"""A sum behind a single letter for its currency: "N50 million", but not "N95 masks"."""
EDITION = re.compile(r"(?:19|20)\d\d(?![\w,.]?\d|\s*(?:[mb]n|[mb]illion|thousand)\b)")
"""A year behind a currency's name: the tournament "Euro 2016"."""


class Found(Struct, frozen=True):
    """A unit as written: its canonical name and its offsets; `money` where it is a currency; `cent` its hundredth."""

    name: str
    start: int
    end: int
    money: bool = False
    cent: str | None = None


class _Table(Struct, frozen=True):
    words: dict[str, str]
    heads: frozenset[str]
    """Their first words, which tell soonest that none of them stands there."""
    symbols: dict[str, str]
    final: dict[str, str]
    least: dict[str, float]
    money: frozenset[str]
    cents: dict[str, str]
    codes: dict[str, str]
    lead: re.Pattern[str]
    leads: dict[str, str]
    nation: re.Pattern[str]
    powers: re.Pattern[str]
    raised: re.Pattern[str]
    divide: re.Pattern[str]
    each: re.Pattern[str]
    old: re.Pattern[str]
    ago: re.Pattern[str]
    senses: dict[str, Sense]
    data: Units


def _plurals(word: str) -> tuple[str, ...]:
    head, _, rest = word.partition(" ")
    return (word, f"{word}s", *((f"{head}s {rest}",) if rest else ()))


@cache
def _table(language: str) -> _Table:
    """The language's units, ready for look-up; prefixes spelled out."""
    data = read(language, "units", Units)
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for unit in data.units:
        for prefix, marks in {"": ("",), **data.prefixes}.items() if unit.prefixed else [("", ("",))]:
            name = prefix + unit.name
            words.update({form: name for word in unit.words for form in _plurals(prefix + word)})
            for mark in marks:
                for symbol in unit.symbols:
                    symbols.setdefault(mark + symbol, name)
    for unit in data.units:  # a unit's own symbol before another's with a prefix: "min", "mb"
        symbols.update(dict.fromkeys(unit.symbols, unit.name))
    for currency in data.currencies:
        words.update({form: currency.name for word in currency.words for form in _plurals(word)})
    leads = {b: c.name for c in data.currencies for b in c.before}
    return _Table(
        words={w.replace("-", " "): n for w, n in words.items()},
        heads=frozenset(w.replace("-", " ").partition(" ")[0] for w in words),
        symbols=symbols,
        final={symbol: unit.name for unit in data.units for symbol in unit.final},
        least={c.name: c.least for c in data.currencies if c.least},
        money=frozenset(c.name for c in data.currencies),
        cents={c.name: c.cent for c in data.currencies if c.cent},
        codes={code: c.name for c in data.currencies for code in c.codes},
        lead=re.compile(rf"(?<![\w$])({any_of(list(leads))})[ \u00a0]?-?$"),
        leads=leads,
        nation=re.compile(rf"({any_of(data.nations)})\.?[ -]", re.I),
        powers=re.compile(rf"({any_of(data.squares)}|{any_of(data.cubes)})[ -]", re.I),
        raised=re.compile(rf"({any_of(data.squared)}|{any_of(data.cubed)})(?![\w])", re.I),
        divide=re.compile(rf"\s?(?:{any_of(data.per)})\s?", re.I),
        each=re.compile(rf"(?:\s?-\s?|\s)(?:{any_of(data.each)})(?:\s?-\s?|\s)", re.I),
        old=re.compile(rf"(?:[\s-]{{1,3}}(?:{any_of(data.old)})\b|\sof\sage\b)", re.I),
        ago=re.compile(rf"\s(?:{any_of(data.ago)})\b", re.I),
        senses={s.word: s for s in data.senses},
        data=data,
    )


def before(text: str, start: int, language: str) -> Found | None:
    """The currency symbol or code that stands before a number at `start`."""
    table = _table(language)
    floor = max(0, start - 12)
    match = table.lead.search(text[floor:start])
    if match is None:
        return None
    form = match.group(1)
    glued = floor + match.end(1) == start
    if form.isalpha() and form.islower() and glued:
        return None
    if len(form) == 1 and form.isalpha() and not (glued and LARGE.match(text, start)):
        return None
    if form.istitle() and len(form) > 3 and EDITION.match(text, start):
        return None
    name = table.leads[form]
    return Found(name, floor + match.start(1), start, True, table.cents.get(name))


def after(text: str, end: int, limit: int, number: Number, language: str) -> Found | None:
    """The unit that follows a number, with its powers and what it is divided by."""
    table = _table(language)
    gap = GAP.match(text, end, limit)
    start = gap.end() if gap else end
    simple = _simple(text, start, min(limit, start + REACH), number, table, glued=start == end)
    if simple is None:
        return None
    name = _sense(simple.name, text, end, limit, number, table)
    whole = divided(text, Found(name, end, simple.end, name in table.money, table.cents.get(name)), limit, language)
    old = table.old.match(text, whole.end, limit) if whole.name in table.data.times else None
    if old:
        return Found(f"{whole.name} of age", end, old.end())
    return whole


def of(text: str, end: int, limit: int, number: Number, language: str) -> Found | None:
    """The unit behind a vague plural: "tens of millions of euros", "hundreds of miles"."""
    join = WITH.match(text, end, limit)
    return after(text, join.end() - 1, limit, number, language) if join else None


def divided(text: str, unit: Found, limit: int, language: str) -> Found:
    """The unit with "per …", "/…", "a share" behind it."""
    table = _table(language)
    for _ in range(2):
        tail = _divisor(text, unit.end, limit, table)
        if tail is None:
            return _of(text, unit, limit, table)
        unit = Found(f"{unit.name} per {tail.name}", unit.start, tail.end, unit.money)
    return unit


def _of(text: str, unit: Found, limit: int, table: _Table) -> Found:
    """The unit of "gallons of fuel a year": the period counts, the substance does not."""
    thing = OF.match(text, unit.end, limit)
    period = _divisor(text, thing.end(), limit, table) if thing else None
    if period is None or period.name not in table.data.times:
        return unit
    return Found(f"{unit.name} per {period.name}", unit.start, unit.end, unit.money, unit.cent)


def _divisor(text: str, end: int, limit: int, table: _Table) -> Found | None:
    match = table.divide.match(text, end, limit)
    if match:
        word = re.compile(r"[^\W\d_]+").match(text, match.end(), limit)
        if word and word.group().lower() in table.data.annum:
            return Found(table.data.annum[word.group().lower()], end, word.end())
        known = _simple(text, match.end(), limit, 0, table, glued=False)
        if known is not None:
            return known
        return Found(_singular(word.group()), end, word.end()) if word and "/" not in match.group() else None
    match = table.each.match(text, end, limit)
    known = _simple(text, match.end(), limit, 0, table, glued=False) if match else None
    if known is not None and known.name in table.data.times:
        return None if table.ago.match(text, known.end, limit) else known
    word = re.compile(r"[a-z]+\b").match(text, match.end(), limit) if match else None
    if match and word and _singular(word.group()) in table.data.shared and word.group() == _singular(word.group()):
        return known or Found(word.group(), end, word.end())
    return None


def _singular(word: str) -> str:
    return word.lower().removesuffix("s") if not word.endswith("ss") else word.lower()


def _sense(name: str, text: str, end: int, limit: int, number: Number, table: _Table) -> str:
    """Which of two units a word is: pounds of mass or of money."""
    sense = table.senses.get(name)
    if sense is None:
        return name
    if number >= sense.least:
        return sense.other
    around = re.findall(r"[^\W\d_]+|£", text[max(0, end - 80) : min(limit, end + 60)].lower())
    return sense.other if any(cue in around for cue in sense.cues) else name


def _simple(text: str, start: int, limit: int, number: Number, table: _Table, *, glued: bool) -> Found | None:
    """One unit without a divisor at `start`."""
    power = table.powers.match(text, start, limit)
    at = power.end() if power else start
    base = _named(text, at, limit, number, table, glued=glued)
    if base is None:
        return None
    if power:
        kind = "square" if power.group(1).lower() in table.data.squares else "cubic"
        return Found(f"{kind} {base.name}", start, base.end)
    raised = table.raised.match(text, base.end, limit)
    if raised and base.name not in table.money and base.name not in {"percentage", "degree"}:
        kind = "square" if raised.group(1).lower() in table.data.squared else "cubic"
        return Found(f"{kind} {base.name}", start, raised.end())
    if text[base.end : base.end + 1].isdigit():
        return None  # a code: "24 m212"
    if base.name == "degree":
        on = ON_SCALE.match(text, base.end, limit)
        at = on.start(1) if on else base.end + 1
        scale = _word(text, at, limit, number, table) if text[base.end : base.end + 1] == " " else None
        if on and scale is not None:
            scale = Found(scale.name, scale.start, base.end)
        return scale if scale is not None and scale.name in {"celsius", "fahrenheit"} else base
    return base


def _named(text: str, start: int, limit: int, number: Number, table: _Table, *, glued: bool) -> Found | None:
    """A unit's word, with its nation for a currency, or its symbol or code."""
    nation = table.nation.match(text, start, limit)
    if nation:
        coin = _word(text, nation.end(), limit, 1e9, table)
        if coin is not None and coin.name in table.money:
            whole = _word(text, start, limit, 1e9, table)
            if whole is not None and whole.end == coin.end:
                return whole
            bare = "pound" if coin.name in {"pound-mass", "pound sterling"} else coin.name.split()[-1]
            home = nation.group(1).lower() in {"us", "u.s", "american"}
            return Found(coin.name if home else f"{nation.group(1).lower()} {bare}", start, coin.end)
    return _word(text, start, limit, number, table) or _symbol(text, start, limit, table, glued=glued)


def _word(text: str, start: int, limit: int, number: Number, table: _Table) -> Found | None:
    match = WORDS.match(text, start, limit)
    if match is None:
        return None
    first = match[0].partition(" ")[0].partition("-")[0].lower()
    if first not in table.heads and first.rstrip(".") not in table.heads:
        return None
    ends = [m.end() for m in re.finditer(r"[^ -]+", match.group())]
    for stop in reversed(ends):
        stated = match.group()[:stop]
        for form in (stated, stated.rstrip(".")):
            name = table.words.get(form.lower().replace("-", " "))
            if (name is not None and number >= table.least.get(name, 0)) or (name is not None and number == 0):
                return Found(name, start, start + len(form))
    return None


def _symbol(text: str, start: int, limit: int, table: _Table, *, glued: bool) -> Found | None:
    match = SYMBOL.match(text, start, limit)
    if match is None:
        return None
    stated = match.group()
    for form in (stated, stated.rstrip("."), re.split(r"[/·⋅]", stated)[0], stated.rstrip(" CFcf")):
        stop = start + len(form)
        if not form or text[stop : stop + 1].isalpha():
            continue
        if form in table.codes and (len(form) > 1 or not form.isalpha() or glued):
            return Found(table.codes[form], start, stop)
        if form.endswith(".") and "." not in form[:-1] and ENDED.match(text, stop):
            stop -= 1  # the full stop of the sentence
        if form in table.symbols and (_tiny(form, text, start) or not _wordlike(form, text, start, stop, glued=glued)):
            return Found(table.symbols[form], start, stop)
        if form in table.final and CLOSED.match(text, stop):
            return Found(table.final[form], start, stop)
    return None


CLOCK = frozenset({"am", "pm", "a", "an", "as", "at", "in", "us", "ha", "mt"})
"""Symbols with prefixes that are words first; attached or not, they are times of day or words."""


def _tiny(form: str, text: str, start: int) -> bool:
    """Whether "pm" or "am" is a length: no time of day has one decimal, or three ("2.1 pm", but "7.30 pm")."""
    return form in {"am", "pm"} and TINY.search(text, max(0, start - 12), start) is not None


TINY = re.compile(r"\d\.(?:\d|\d{3,9})\s?$")


def _wordlike(form: str, text: str, start: int, stop: int, *, glued: bool) -> bool:
    """Whether a short symbol is more likely a word or a label ("2 pm", "the 1960s", "4G", "3 C")."""
    if form in CLOCK and form != "ha":
        return True
    if form == "s" and glued:
        return True
    return len(form) == 1 and not glued and text[stop : stop + 1] == "-"
