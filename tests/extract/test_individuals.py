"""One person described beside a total that the report states is one of it."""

from __future__ import annotations

import pytest

from reading import claims


def parts(text: str) -> list[tuple[str, str | None]]:
    """Kind and words of the single persons that are one of a total."""
    return [(c.kind, c.subset) for c in claims(text) if c.value.number == 1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A 36-year-old Danish woman died in hospital on Friday, raising the death toll to nine.",
            [("killed", "Danish woman")],
        ),
        (
            "Six people died in the collapse. A Bulgarian welder of 22 was found crushed under the crane.",
            [("killed", "Bulgarian welder")],
        ),
        (
            "Twelve people died in the fire. The family of a slain porter has asked for an inquiry.",
            [("killed", "porter")],
        ),
        ("Fourteen people were killed. A midwife of the same town lost her life at home.", [("killed", "midwife")]),
        ("The fort announced the passing of a wounded sailor, so that 14 are now dead.", [("killed", "sailor")]),
        (
            "A Danish woman of 36 died on Friday. Not all were guests: a sailor of 19 was crushed to death. Nine died.",
            [("killed", "Danish woman"), ("killed", "sailor")],
        ),
        (
            "By Monday nine were dead. A tram driver struck by a brick became on Saturday the first person to die.",
            [("killed", "tram driver")],
        ),
        (
            "Nine died. No Swede was among the dead. A Danish woman died on Friday.",
            [("killed", "Danish woman")],
        ),
        ("Nine died. In the next valley a lorry driver was killed by a mudslide.", [("killed", "lorry driver")]),
        (
            "Divers found the body of a boy of 11, which took to nine the number killed in the raid a day earlier.",
            [("killed", "boy")],
        ),
        ("Six people are missing since Monday. A lift fitter is still missing.", [("missing", "lift fitter")]),
    ],
)
def test_who_is_described_anew_is_one_of_the_total(text: str, found: list[tuple[str, str]]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died. A dead man is a dead man, the mayor said.",
        "Nine people died. The woman died in the square.",
        "Nine people died. A pilot was the third child of the family to die.",
        "Nine people died. We want justice for this young man who lost his life.",
        "Nine people died. A victim died at the scene.",
        "Forty people were injured and nine died. Ana Weld, a nurse, was treating the wounded.",
        "At the clinic a doctor counted more than 50 injured. More than 50 people were injured.",
    ],
)
def test_nobody_new_is_described(text: str) -> None:
    assert not parts(text)
