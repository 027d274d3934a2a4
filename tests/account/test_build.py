"""The account of the hand-made story: contract, order, sentences."""

from __future__ import annotations

import json
import random
from importlib.resources import files

import msgspec
import pytest
import stand_collapse
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from variorum.account import build
from variorum.account.order import Order
from variorum.account.records import Account, decode
from variorum.account.sentences import write
from variorum.errors import InputError
from variorum.kinds.base import Kind, load
from variorum.model import Claim, Dropped, Figure, Modifier, Source, Status, Story, StoryRecords, Value
from variorum.model.account import StoryAccount


@pytest.fixture(scope="module")
def story() -> StoryAccount:
    return build(stand_collapse.records(), "ucdp")


@pytest.fixture(scope="module")
def account(story: StoryAccount) -> Account:
    return Account(policy="ucdp", stories=(story,), dropped=(Dropped("broken.txt", "not text"),))


def schema() -> Draft202012Validator:
    content = files("variorum.export").joinpath("schema", "account-1.json").read_bytes()
    loaded = json.loads(content)
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


def test_fits_the_schema(account: Account) -> None:
    assert not list(schema().iter_errors(account.to_dict()))


def test_schema_refuses_a_renamed_field(account: Account) -> None:
    damaged = account.to_dict()
    claim = damaged["stories"][0]["claims"][0]
    claim["type"] = claim.pop("kind")
    assert list(schema().iter_errors(damaged))


def test_to_dict_is_what_json_holds(account: Account) -> None:
    assert account.to_dict() == json.loads(msgspec.json.encode(account))


def test_decode_gives_the_account_back(account: Account) -> None:
    assert decode(msgspec.json.encode(account)) == account


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"format": "variorum-account/9"}', b"[" * 100_000]
)
def test_decode_refuses_other_input(content: bytes) -> None:
    with pytest.raises(InputError, match="not an account"):
        decode(content)


def test_every_span_quotes_its_article(account: Account) -> None:
    texts = {a.id: a.text for a in account.stories[0].articles}
    count = 0

    def check(value: object) -> None:
        nonlocal count
        if isinstance(value, dict):
            if {"article", "start", "end", "text"} <= value.keys():
                count += 1
                assert texts[value["article"]][value["start"] : value["end"]] == value["text"]
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(account.to_dict())
    assert count > 50


@given(seed=st.integers())
def test_order_of_records_changes_nothing(seed: int) -> None:
    records = stand_collapse.records()
    rng = random.Random(seed)

    def mixed(items: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(rng.sample(items, len(items)))

    pairs = mixed(tuple(zip(records.articles, records.extractions, strict=True)))
    shuffled = msgspec.structs.replace(
        records,
        articles=tuple(a for a, _ in pairs),
        extractions=tuple(e for _, e in pairs),
        claims=mixed(records.claims),
        entities=mixed(records.entities),
        figures=mixed(records.figures),
        discrepancies=mixed(records.discrepancies),
        lineage=msgspec.structs.replace(
            records.lineage, derivations=mixed(records.lineage.derivations), origins=mixed(records.lineage.origins)
        ),
    )
    assert build(shuffled, "ucdp") == build(records, "ucdp")


def test_order(story: StoryAccount) -> None:
    assert [a.id for a in story.articles] == ["a-agency", "a-copy", "a-rewrite", "a-second"]
    assert [f.id for f in story.figures] == ["f-killed", "f-children", "f-injured"]
    assert [d.id for d in story.discrepancies] == ["d-figure", "d-title"]
    assert story.origins[0].articles == ("a-agency", "a-copy", "a-rewrite")
    assert [d.derived for d in story.lineage] == ["a-copy", "a-rewrite"]


def test_title_is_the_headline_others_were_made_from(story: StoryAccount) -> None:
    assert story.title == "Stand collapses during cup match in Ostrel"


@pytest.mark.parametrize(("number", "low"), [(9, True), (8, False)])
def test_a_headline_that_the_news_has_left_behind_is_no_title(number: int, low: bool) -> None:
    records = stand_collapse.records()
    titles = {"a-agency": f"{number} dead", "a-second": "Stand collapses"}
    articles = tuple(msgspec.structs.replace(a, title=titles.get(a.id)) for a in records.articles)
    old = next(c for c in records.claims if c.span.article == "a-agency" and c.kind == "killed")
    value = Value(str(number), number, number, number, "exactly")
    head = msgspec.structs.replace(old, id="c-head", section="headline", value=value, subset=None, partial=False)
    told = msgspec.structs.replace(records, articles=articles, claims=(*records.claims, head))
    assert build(told, "ucdp").title == ("9 dead" if low else "Stand collapses")


def test_a_region_called_after_the_events_town_is_its_whole() -> None:
    figures = [
        Figure(
            id=f"f-{place}", kind="fires", low=n, best=n, high=n, policy="ucdp", origins=1, status="single", place=place
        )
        for place, n in (("Aune", 40), ("Ostrel valley", 12), ("Ostrelby", 50), ("Bergen", 60))
    ]
    found = [f.place for f in Order(()).figures(figures, "Ostrel")]
    assert found == ["Ostrel valley", "Bergen", "Ostrelby", "Aune"]


def test_attributions_are_span_list_or_null(story: StoryAccount) -> None:
    bare, broken = story.attributions
    assert bare.source is None
    assert isinstance(broken.content, tuple) and len(broken.content) == 2
    assert not isinstance(broken.cue, tuple) and broken.cue is not None and broken.cue.text == "said"


def test_agencies_are_plain_names(story: StoryAccount) -> None:
    assert story.articles[0].agencies == ("Northwire",)


def test_sentences_cite_their_claims(story: StoryAccount) -> None:
    texts = [s.text for s in story.sentences]
    assert texts[0] == (
        "9 people were killed in Ostrel, according to Jon Aasgard; one origin; "
        "earlier counts were overtaken: “at least six”, “six”."
    )
    assert texts[1] == "2 people (children) were killed in Ostrel, according to Edda Vollan; one origin."
    assert story.sentences[0].claims == ("c-k4", "c-k1", "c-kh", "c-k2", "c-k3")


def test_other_policies_figures_are_left_out() -> None:
    assert build(stand_collapse.records(), "range").figures == ()


def test_story_without_anything() -> None:
    empty = build(StoryRecords(story=Story(id="s-0", articles=()), articles=(), extractions=()), "ucdp")
    assert empty.title == "" and empty.sentences == ()


def test_claims_frame(account: Account) -> None:
    frame = account.claims_frame()
    assert len(frame) == 14
    row = frame.set_index("claim").loc["c-k4"]
    assert (row["kind"], row["number"], row["source"], row["origin"]) == ("killed", 9, "Jon Aasgard", "Fjell Radio")


def test_notebook_table_is_escaped(account: Account) -> None:
    hostile = msgspec.structs.replace(account.stories[0], title="<script>alert(1)</script>")
    shown = Account(policy="ucdp", stories=(hostile,))._repr_html_()
    assert "<script>" not in shown and "&lt;script&gt;" in shown and ">9<" in shown


def _figure(status: Status, best: int, *readings: str) -> Figure:
    return Figure(
        id="f-x",
        kind="killed",
        low=best,
        best=best,
        high=best,
        policy="ucdp",
        origins=1,
        status=status,
        readings=readings,
    )


def _claim(id_: str, stated: str, number: int, modifier: Modifier, who: str, **more: bool) -> Claim:
    value = Value(stated, number, number, None if modifier == "at least" else number, modifier)
    span = stand_collapse.span("a-agency", "40")
    return Claim(id=id_, kind="killed", value=value, unit="people", span=span, attribution=(Source(name=who),), **more)  # type: ignore[arg-type]


def _written(figure: Figure, *claims: Claim) -> str:
    return write((figure,), claims, ())[0].text


def test_only_those_who_state_the_best_number_are_named() -> None:
    least, exact = _claim("c-1", "at least 130", 130, "at least", "Ane"), _claim("c-2", "150", 150, "exactly", "Bo")
    text = _written(_figure("agreed", 150, "c-1", "c-2"), least, exact)
    assert "Bo" in text and "Ane" not in text


def test_one_number_in_figures_and_words_is_said_once() -> None:
    figure = msgspec.structs.replace(_figure("conflicting", 31, "c-1", "c-2", "c-3"), low=27)
    told = [_claim("c-1", "31", 31, "exactly", "Bo"), _claim("c-2", "Thirty-one", 31, "exactly", "Bo")]
    text = _written(figure, *told, _claim("c-3", "27", 27, "exactly", "Cy"))
    assert "“31” according to Bo; “27” according to Cy" in text


def test_one_body_in_other_words_is_named_once() -> None:
    claims = [_claim("c1", "nine", 9, "exactly", "ministry of the Interior")]
    claims += [_claim("c2", "nine", 9, "exactly", "interior ministry"), _claim("c3", "nine", 9, "exactly", "UN")]
    assert "according to ministry of the Interior and UN;" in _written(_figure("agreed", 9, "c1", "c2", "c3"), *claims)


def test_families_are_worded_as_families() -> None:
    figure = msgspec.structs.replace(_figure("single", 60, "c-1"), subset="families")
    assert _written(figure, _claim("c-1", "60", 60, "exactly", "Bo")).startswith("60 families were killed")


def test_sentences_keep_the_hedge_of_their_claims() -> None:
    about = _claim("c-1", "about 40", 40, "about", "Ane")
    least = _claim("c-2", "at least 40", 40, "at least", "Bo")
    exact = _claim("c-3", "40", 40, "exactly", "Cy")
    assert _written(_figure("single", 40, "c-1"), about).startswith("About 40 people were killed")
    assert _written(_figure("single", 40, "c-2"), least).startswith("At least 40 people were killed")
    assert _written(_figure("agreed", 40, "c-2", "c-3"), least, exact).startswith("40 people were killed")
    feared = _claim("c-4", "40", 40, "exactly", "Di", hedged=True)
    assert "(feared or believed, not confirmed)" in _written(_figure("single", 40, "c-4"), feared)
    assert "(feared" not in _written(_figure("agreed", 40, "c-3", "c-4"), exact, feared)


def test_a_bound_that_only_a_word_gives_is_said_with_the_word() -> None:
    value = Value("Dozens", None, 24, None, "vague")
    dozens = msgspec.structs.replace(_claim("c-1", "40", 40, "exactly", "Ane"), value=value)
    exact = _claim("c-2", "24", 24, "exactly", "Bo")
    assert _written(_figure("single", 24, "c-1"), dozens).startswith("At least 24 people (“dozens”) were killed")
    assert "dozens" not in _written(_figure("agreed", 24, "c-1", "c-2"), dozens, exact)


def test_conflicting_sentence_gives_every_open_reading_to_its_source() -> None:
    seven, nine = _claim("c-1", "seven", 7, "exactly", "Ane"), _claim("c-2", "nine", 9, "exactly", "Bo")
    figure = msgspec.structs.replace(_figure("conflicting", 7, "c-1", "c-2"), high=9)
    assert _written(figure, seven, nine) == (
        "Between 7 and 9 people (best reading 7) were killed: “seven” according to Ane; “nine” according to Bo; "
        "one origin behind 7."
    )


def test_nobody_is_worded_as_no() -> None:
    none = _claim("c-1", "no one", 0, "exactly", "Ane")
    assert _written(_figure("single", 0, "c-1"), none).startswith("No people were killed")


@pytest.mark.parametrize("kind", [k for k in load().values() if k.measure is None], ids=lambda k: k.name)
def test_every_count_is_told_in_a_sentence_that_says_what_is_counted(kind: Kind) -> None:
    counted = msgspec.structs.replace(_claim("c-1", "40", 40, "exactly", "Ane"), kind=kind.name, unit=kind.unit)
    told = _written(msgspec.structs.replace(_figure("single", 40, "c-1"), kind=kind.name), counted)
    assert told.startswith(f"40 {kind.unit} ")


def test_one_body_by_two_names_is_one_source() -> None:
    first = _claim("c-1", "40", 40, "exactly", "ministry of the Interior")
    second = _claim("c-2", "40", 40, "exactly", "interior ministry")
    both = [
        msgspec.structs.replace(c, attribution=(msgspec.structs.replace(c.attribution[0], entity="e-1"),))
        for c in (first, second)
    ]
    told = _written(_figure("agreed", 40, "c-1", "c-2"), *both)
    assert "according to ministry of the Interior;" in told
