"""Every id of an account explains itself; unknown ones name their neighbours."""

from __future__ import annotations

import hostile
import pytest
import stand_collapse

from variorum.account import build
from variorum.account.records import Account
from variorum.errors import NotFoundError
from variorum.export.explain import explain


@pytest.fixture(scope="module")
def account() -> Account:
    return Account(policy="ucdp", stories=(build(stand_collapse.records(), "ucdp"),))


def ids(account: Account) -> list[str]:
    story = account.stories[0]
    records = (
        *story.articles,
        *story.origins,
        *story.claims,
        *story.figures,
        *story.quotes,
        *story.attributions,
        *story.entities,
        *story.discrepancies,
    )
    return [story.id, *(r.id for r in records if r.id), *(f"{e.derived}<{e.source}" for e in story.lineage)]


def test_every_id_has_a_history(account: Account) -> None:
    for id_ in ids(account):
        shown = explain(account, id_)
        assert shown.startswith((id_, "B ", "C ")) and shown.endswith("\n")


def test_evidence_stands_in_context_with_its_offsets(account: Account) -> None:
    claim = next(c for c in account.stories[0].claims if c.id == "c-k4")
    shown = explain(account, "c-k4")
    assert f"D Fjell Radio [{claim.span.start}:{claim.span.end}]" in shown
    assert "«rose to nine»" in shown and "Standing: reading in f-killed" in shown


def test_figure_replays_its_steps_to_its_readings(account: Account) -> None:
    for figure in account.stories[0].figures:
        shown = explain(account, figure.id)
        for step in figure.steps:
            assert step.why in shown
        kept = set(figure.steps[-1].kept)
        assert kept == set(figure.readings)
        assert all(f"kept    {c}" in shown for c in kept)


def test_set_aside_claim_says_which_step_and_why(account: Account) -> None:
    shown = explain(account, "c-i3")
    assert "step 1, collapse_lineage: dropped: copies and rewrites of Northwire have no vote" in shown


def test_edge_shows_the_changed_words(account: Account) -> None:
    assert "[-steel-] {+crowd+}" in explain(account, "a-rewrite < a-agency")


def test_unknown_id_names_the_nearest(account: Account) -> None:
    with pytest.raises(NotFoundError, match="c-k9") as caught:
        explain(account, "c-k9")
    assert "c-k1" in caught.value.fix


def test_unknown_id_in_an_empty_account() -> None:
    with pytest.raises(NotFoundError):
        explain(Account(policy="ucdp", stories=()), "c-1")


def test_hostile_text_is_harmless() -> None:
    account = hostile.account()
    for id_ in ids(account):
        shown = explain(account, id_)
        assert "\x1b" not in shown and "\u202e" not in shown


def test_a_kept_claim_is_given_no_reason_of_those_dropped(account: Account) -> None:
    kept = {c for f in account.stories[0].figures for s in f.steps if s.dropped for c in s.kept}
    for claim in sorted(kept):
        rows = [r for r in explain(account, claim).splitlines() if r.startswith("  step ") and ": kept" in r]
        assert all(r.endswith(": kept") for r in rows)
