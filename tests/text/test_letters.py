"""Runs of letters found in plain text are those found in any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from variorum.text.letters import ANY, MARKS, places, plain, runs

TEXTS = st.text(st.sampled_from("aZé ſK'_5-.\n٣ﬁ" + "".join(mark for mark, _ in MARKS)), max_size=40)


@given(TEXTS)
def test_every_run_is_found_in_its_place(text: str) -> None:
    assert runs(text) == ANY.findall(text)
    assert [m.span() for m in places(text)] == [m.span() for m in ANY.finditer(text)]


def test_marks_keep_every_character_in_its_place() -> None:
    assert plain("“Don’t” – ‘why’…") == "\"Don't\" - 'why'."
    assert len(plain("“é” 5\u00a0km")) == len("“é” 5\u00a0km")
    assert runs("it’s") == ["it", "s"]
