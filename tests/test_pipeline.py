"""The whole way on the bundled sample: the promises that hold for every input."""

from __future__ import annotations

import gc
import itertools
import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import jsonschema
import msgspec
import pytest
from msgspec.structs import replace

from reading import article
from variorum import pipeline
from variorum.api import report
from variorum.errors import InputError, SettingsError
from variorum.model import Article, Extraction
from variorum.model.account import Account
from variorum.reconcile import replay
from variorum.text.parse import Reader, Rows
from variorum.text.tree import Parse

SAMPLE = sorted(p for p in (Path(__file__).parent.parent / "examples" / "cable-car").iterdir() if p.suffix != ".md")


@pytest.fixture(scope="module")
def sample() -> Account:
    return report(SAMPLE)


def figures(account: Account) -> list[tuple[object, ...]]:
    (story,) = account.stories
    return sorted(
        (f.kind, f.place or "", f.subset or "", f.scope, f.low, f.best, f.high, f.origins) for f in story.figures
    )


def test_stages_read_what_earlier_ones_write() -> None:
    known = {"inputs"}
    for stage in pipeline.STAGES:
        assert set(stage.reads) <= known, stage.name
        known |= set(stage.writes)


def test_sample_is_one_story_with_everything_in_it(sample: Account) -> None:
    (story,) = sample.stories
    assert len(story.articles) == len(SAMPLE)
    assert 1 < len(story.origins) < len(SAMPLE)
    assert story.figures and story.quotes and story.lineage and story.discrepancies
    assert any(f.superseded for f in story.figures)


def test_nothing_that_is_done_holds_itself(sample: Account) -> None:
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        assert report(SAMPLE) == sample
        gc.collect()
        rings = {type(o).__qualname__ for o in gc.garbage if type(o).__module__.startswith("variorum")}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert rings == set()  # in a ring, a story's tables stay in memory until Python looks for garbage


def test_every_span_quotes_its_article(sample: Account) -> None:
    (story,) = sample.stories
    texts = {a.id: a.text for a in story.articles}
    spans = list(_spans(sample.to_dict()))
    assert len(spans) > 200
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]] == span["text"]


def _spans(node: object) -> list[dict[str, object]]:
    found = []
    if isinstance(node, dict):
        if {"article", "start", "end", "text"} <= node.keys():
            found.append(node)
        for value in node.values():
            found += _spans(value)
    elif isinstance(node, list | tuple):
        for value in node:
            found += _spans(value)
    return found


def test_account_validates_against_the_schema(sample: Account) -> None:
    schema = files("variorum.export").joinpath("schema", "account-1.json").read_bytes()
    jsonschema.Draft202012Validator(msgspec.json.decode(schema)).validate(
        msgspec.json.decode(msgspec.json.encode(sample))
    )


@pytest.mark.parametrize("policy", ["ucdp", "acled", "latest", "range"])
def test_replaying_the_steps_gives_the_figure(policy: str) -> None:
    (story,) = report(SAMPLE, policy=policy).stories
    claims = {c.id: c for c in story.claims}
    for figure in story.figures:
        assert replay(figure, list(claims.values())) == (figure.low, figure.best, figure.high), figure.kind


def test_order_of_the_input_never_changes_a_byte(sample: Account) -> None:
    wanted = msgspec.json.encode(sample)
    orders = list(itertools.islice(itertools.permutations(SAMPLE), 1, 120, 59))
    for order in orders:
        assert msgspec.json.encode(report(list(order))) == wanted


def test_duplicating_a_copy_never_changes_a_figure(sample: Account, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(SAMPLE[0].read_bytes())
    assert figures(report([*SAMPLE, again])) == figures(sample)


def test_background_never_enters_an_event_figure(sample: Account) -> None:
    (story,) = sample.stories
    background = {c.id for c in story.claims if c.scope == "background"}
    assert background
    for figure in story.figures:
        if figure.scope == "event":
            assert not background & {*figure.readings, *figure.superseded}


def test_same_bytes_whatever_the_hash_seed() -> None:
    outputs = set()
    for seed in ("0", "1", "4242"):
        command = [sys.executable, "-m", "variorum", "report", *map(str, SAMPLE), "--format", "json"]
        done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_processes_give_the_same_account(sample: Account) -> None:
    assert msgspec.json.encode(report(SAMPLE, processes=2)) == msgspec.json.encode(sample)


def test_bad_input_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 20)
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    account = report([*SAMPLE[:2], broken, empty])
    assert {Path(d.path).name for d in account.dropped} == {"broken.txt", "empty.txt"}
    assert sum(len(s.articles) for s in account.stories) == 2


def test_nothing_readable_is_an_error_that_says_why(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(InputError, match="empty"):
        report([empty])


def test_unknown_policy() -> None:
    with pytest.raises(SettingsError, match="guess"):
        report(SAMPLE, policy="guess")


def test_fault_of_the_program_costs_one_article_not_the_run(monkeypatch: pytest.MonkeyPatch, sample: Account) -> None:
    extract_one = pipeline.extract.extract

    def faulty(article: Article, tree: Parse | None = None) -> Extraction:
        if article.path is not None and article.path.endswith(SAMPLE[-1].name):
            raise IndexError("tuple index out of range")
        return extract_one(article, tree)

    monkeypatch.setattr(pipeline.extract, "extract", faulty)
    account = report(SAMPLE)
    assert [(Path(d.path).name, "IndexError" in d.reason) for d in account.dropped] == [(SAMPLE[-1].name, True)]
    assert sum(len(s.articles) for s in account.stories) == len(SAMPLE) - 1
    assert sample.dropped == ()


def test_a_fault_of_the_parser_costs_one_article_not_its_group(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Reader.read

    def faulty(self: Reader, texts: Sequence[str]) -> list[Rows]:
        if any("cable car" in text for text in texts):
            raise IndexError("tuple index out of range")
        return read(self, texts)

    articles = [article("The cable car fell."), article("A bus burnt near Orrel."), article("Nine people died.")]
    expected = pipeline.extracted(articles)
    monkeypatch.setattr(Reader, "read", faulty)
    broken, *others = pipeline.extracted(articles)
    assert isinstance(broken, pipeline.Failure)
    assert others == expected[1:]


def test_articles_parsed_together_are_neighbours_of_one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "TOGETHER", 25)
    articles = [
        article(text) for text in ("A bus burnt.", "Nine died.", "The mayor wept in Orrel at dawn.", "It rained.")
    ]
    articles += [replace(articles[0], language="xx"), articles[0]]
    assert [len(group) for group in pipeline.together(articles)] == [2, 1, 1, 1, 1]
    assert [a for group in pipeline.together(articles) for a in group] == articles


def test_a_vigils_report_counts_the_dead_of_the_month_that_the_crime_was_in(tmp_path: Path) -> None:
    then = "LOWMERE - A man shot and killed two waiters in the Anchor tavern in Lowmere on Friday night."
    vigil = (
        "LOWMERE - Dozens lit candles on Friday. Two waiters were killed in the Anchor tavern in May. A fire in the "
        "harbour killed five people in March. One man was injured when he fell from the quay."
    )
    told = [
        {"title": "Two killed in tavern shooting", "published": "2031-05-10", "text": then, "case": "1"},
        {"title": "Vigil for the waiters of Lowmere", "published": "2031-09-20", "text": vigil, "case": "1"},
    ]
    reports = tmp_path / "reports.jsonl"
    reports.write_bytes(b"\n".join(map(msgspec.json.encode, told)))
    (story,) = report(reports, group_by="case").stories
    vigils = next(c.span.article for c in story.claims if c.kind == "injured")
    dead = {c.value.number: c.scope for c in story.claims if c.kind == "killed" and c.span.article == vigils}
    assert dead == {2: "event", 5: "background"}
