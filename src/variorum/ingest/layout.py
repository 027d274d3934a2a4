"""What a paragraph is by its own look: note, caption, bullet, heading of a box, menu line, headline."""

from __future__ import annotations

import re
from functools import cache

from variorum.ingest import names
from variorum.lang.base import read
from variorum.lang.boilerplate import Boilerplate

MAX_HEADLINE = 220
_BULLET = re.compile(r"(?:[-*•·‣▪■◦●○►▶✓⁃∙]|[–—](?=\s))\s+(?=\S)")
_FINAL = re.compile(r"""[.…:;,]["'”’»)\]]*$""")
_ADDRESS = re.compile(r"(?:(?:url|link|source|web)\s*:\s*)?(?:https?://|www\.)\S+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"""[.!?…]["'”’“»)\]]*$""")
_DIALOGUE = re.compile(r"[,!?]\s*[–—-]\s+\w")
_PICTURE_SOURCE = re.compile(
    r"\((?:Source|Photo|Photos|Image|Credit|AP Photo|Screenshot|Picture|File photo)\b[^()]*\)\W*$"
)
_CLIP = re.compile(r"\d{1,2}:[0-5]\d\s+(?=[\"“‘']?[A-Z0-9])(?!(?:[AaPp]\.?[Mm]\b|EST|EDT|GMT|UTC))[^.]{8,200}$")
"""A film of another story in a page's menu, with how long it runs ("1:52 Man opens shop in old mill")."""
_MAX_SUBHEAD_WORDS = 9


@cache
def words() -> Boilerplate:
    """The language's lines and openings."""
    data: Boilerplate = read("en", "boilerplate", Boilerplate)
    return data


def is_note(line: str) -> bool:
    """An editor's or correction note."""
    low = line[:400].lower().lstrip("*_ ")
    if low.startswith(words().note_openings):
        return True
    enclosed = re.fullmatch(r"\(.{10,700}\)\.?|\[[^\[\]]{10,700}\]\.?", line)
    return enclosed is not None and any(w in low for w in words().note_words)


def is_caption(line: str) -> bool:
    """A picture's caption or credit ("Jo Doe/Getty Images")."""
    if line.lower().startswith(words().caption_openings) or _PICTURE_SOURCE.search(line[-200:]) or _photo_credit(line):
        return True
    if len(line) > 200 or _SENTENCE_END.search(line):
        return False
    pieces = [p.strip(" .()") for p in re.split(r"/|\s+via\s+|\s+by\s+(?=Getty)|©|\|", line)]
    credited = any(
        re.search(rf"(?:^|\s){re.escape(name)}$", p, re.IGNORECASE) for p in pieces for name in names.agencies().photo
    )
    return len(pieces) > 1 and credited and len(line.split()) <= 20


def _photo_credit(line: str) -> bool:
    """Ends with "(Jo Doe/Outlet)": a photographer and who shows the picture; two agencies credit a text."""
    match = re.search(r"\(([^()/]{3,40})/([^()/]{2,40})\)\W*$", line[-120:])
    if match is None or len(line) > 500:
        return False
    person, outlet = (part.strip() for part in match.groups())
    return not names.is_agency(person) and (names.is_outlet(outlet) or outlet in names.agencies().photo)


def is_box_heading(line: str) -> bool:
    """The heading of a summary box ("Key points:")."""
    return line.lower().rstrip(" :.–—-") in words().box_headings and len(line) < 50


def is_boilerplate(line: str) -> bool:
    """Menus, tags, adverts and pointers to other stories."""
    if not any(map(str.isalnum, line)) or _ADDRESS.fullmatch(line) or _CLIP.match(line):
        return True
    low = line[:300].lower().strip(" -–—•*[]()>»")
    return low.rstrip(" :.…!") in words().lines or low.startswith(words().openings)


def is_credit_note(line: str) -> bool:
    """Who else worked on the story, at its end ("X contributed reporting")."""
    low = line.lower().strip("()[]* ").rstrip(".")
    if len(line) > 400:
        return False
    return low.startswith(words().credit_openings) or low.endswith(words().credit_endings)


def bullet_marker(line: str) -> str | None:
    """The mark a list item begins with; None for a paragraph, or for speech opened by a dash."""
    match = _BULLET.match(line)
    if match is None:
        return None
    mark = match.group().strip()
    return None if mark in "–—" and _DIALOGUE.search(line) else mark


def ends_sentence(line: str) -> bool:
    """Ends as a sentence does."""
    return bool(_SENTENCE_END.search(line))


def is_headline(line: str) -> bool:
    """Could be a title or deck: short, and without the final stop of a sentence (or in title case or capitals)."""
    count = len(line.split())
    if sum(map(str.isalpha, line)) < 6:
        return False
    if not 1 < count <= 34 or len(line) > MAX_HEADLINE or line[0].islower():
        return False
    if re.search(r"[.…]$", line) and not line.endswith("..."):
        return count <= 16 and _title_case(line)
    if _FINAL.search(line):  # a colon, a comma, or a quotation that ends with its stop
        return False
    return not re.search(r"[.?!][\"”’»]$", line) or _title_case(line)


def _title_case(line: str) -> bool:
    if line.isupper():
        return True
    long_words = [w for w in re.findall(r"[^\W\d_]+", line) if len(w) > 3]
    return len(long_words) > 2 and sum(w[0].isupper() for w in long_words) >= 0.8 * len(long_words)


def is_subhead(line: str) -> bool:
    """A heading between paragraphs: few words, no final punctuation, no speech."""
    count = len(line.split())
    return 1 <= count <= _MAX_SUBHEAD_WORDS and line[0].isalnum() and not re.search(r"[.,;:!?…\"'”’»)\]]$", line)
