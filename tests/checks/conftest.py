"""The wire story that most tests distort: a gas explosion in a block of flats."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from stories import WIRE, Draft


@pytest.fixture
def draft() -> Draft:
    """The wire story with its records; tests add a derived article."""
    wire = Draft().text("wire", WIRE, published="2031-03-03", agency="Sudeten Press")
    wire.claim("wire", "killed", "≥14", "killing at least 14 tenants", source="fire brigade")
    wire.claim("wire", "injured", "37", "injuring 37", source="fire brigade")
    wire.claim("wire", "rescued", "31", "Thirty-one lodgers were dragged")
    wire.claim("wire", "protesters", "900", "900 marchers", source="Tenants")
    wire.claim("wire", "protesters", "300", "300 marchers", source="Police")
    for words in ("The stairwell was gone and we climbed down the drainpipe,", "My cat went first."):
        wire.quote("wire", words, "Hana Vrbova")
    for words in ("Nobody should light a match in that street,", "We smelled it from the bakery."):
        wire.quote("wire", words, "Karel Zednik")
    for name in ("Hana Vrbova", "Karel Zednik", "Libuse Horakova"):
        wire.mention("wire", name)
    return wire.mention("wire", "Ostrava", "place")
