"""The hand-made story with every string from outside replaced by something that wants to be markup."""

from __future__ import annotations

import msgspec
import stand_collapse

from variorum.account import build
from variorum.account.records import Account
from variorum.model import Dropped
from variorum.model.account import StoryAccount

SCRIPT = "<script>window.pwned=1</script>"
IMAGE = '"><img src=x onerror="window.pwned=1">'
BIDI = "\u202eevil\u2066"
ESCAPE = "\x1b]0;owned\x07\x1b[2J"
MARKUP = "[click](javascript:alert(1)) | ![x](http://evil.example/x.png) `a` <b>"
EVERYTHING = f"{SCRIPT}{IMAGE}{BIDI}{ESCAPE}{MARKUP}"


def account() -> Account:
    """An account whose names, titles, ids and texts are hostile."""
    story = build(stand_collapse.records(), "ucdp")
    raw = msgspec.json.encode(story).decode()
    for name in (
        "Edda Vollan",
        "Northwire",
        "Evening Flash",
        "fire service",
        "Ostrel",
        "children",
        "supersede",
        "nine of 4 May",
    ):
        raw = raw.replace(name, msgspec.json.encode(name + EVERYTHING).decode()[1:-1])
    raw = raw.replace('"a-copy"', '"a-copy\'\\"><i>"').replace("https://example.org/copy", "javascript:alert(1)")
    damaged = msgspec.json.decode(raw, type=StoryAccount)
    damaged = msgspec.structs.replace(damaged, title=EVERYTHING)
    return Account(policy="ucdp", stories=(damaged,), dropped=(Dropped(EVERYTHING, EVERYTHING),))
