"""The day from which an article counts."""

from __future__ import annotations

from datetime import date

import pytest

from variorum.model import Article, DateCandidate
from variorum.text.issue import issued

LINE = (DateCandidate("--09-29", "dateline", None, False),)


@pytest.mark.parametrize(
    ("text", "published", "dates", "day"),
    [
        ("Words.", "2021-03-09", LINE, date(2021, 3, 9)),
        ("No. 2010-09-114\nOSLO (Sept. 29) - Words.", None, LINE, date(2010, 9, 29)),
        ("OSLO (Sept. 29) - Words.", None, LINE, None),
        ("1998 and 2010. OSLO (Sept. 29) - Words.", None, LINE, None),
        ("Printed in 2010.", None, (), None),
        ("Printed in 2010.", None, (DateCandidate("--02-30", "dateline", None, False),), None),
        ("Words.", "unknown", (), None),
        ("Nov. 3: Bridge closed\nNo. 2010-11-114. Words.", None, (), date(2010, 11, 3)),
        ("Nov. 3: Bridge closed\nWords.", None, (), None),
        ("No. 2010-11-114. Bridge closed on Nov. 3: words.", None, (), None),
        ("Nov. 3:20 and gone\nNo. 2010-11-114. Words.", None, (), None),
        ("Nov. 3: Bridge closed\nNo. 2010-11-114. OSLO (Nov. 4) - Words.", None, LINE, date(2010, 9, 29)),
    ],
)
def test_day_of_issue(text: str, published: str | None, dates: tuple[DateCandidate, ...], day: date | None) -> None:
    assert issued(Article(id="a", text=text, published=published, dates=dates)) == day
