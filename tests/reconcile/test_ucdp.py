"""The policy `ucdp`, rule by rule, on stories made of counts alone."""

from __future__ import annotations

import pytest

from reconcile.stories import KINDS, PLACE, Draft
from variorum.errors import SettingsError
from variorum.model import Figure
from variorum.reconcile import reconcile, replay


def figures(draft: Draft, policy: str = "ucdp") -> tuple[Figure, ...]:
    records = draft.records()
    found = reconcile(records, policy, KINDS)
    for figure in found:
        assert replay(figure, records.claims) == (figure.low, figure.best, figure.high)
    return found


def total(draft: Draft, kind: str = "killed", policy: str = "ucdp") -> Figure:
    return next(f for f in figures(draft, policy) if f.kind == kind and f.subset is None and f.place in (None, PLACE))


def numbers(figure: Figure) -> tuple[object, object, object]:
    return figure.low, figure.best, figure.high


def two(first: tuple[str, int], second: tuple[str, int], kind: str = "killed", *, same_line: bool = False) -> Draft:
    """Two reports (day, number) of one line or of two."""
    draft = Draft()
    for name, (day, number) in (("early", first), ("late", second)):
        draft.claim(draft.article(name, day, origin="wire" if same_line else None), number, kind=kind)
    return draft


def test_independent_reports_of_one_number_agree() -> None:
    figure = total(two(("2031-05-02", 7), ("2031-05-02", 7)))
    assert (numbers(figure), figure.status, figure.origins) == ((7, 7, 7), "agreed", 2)


def test_a_later_higher_toll_overtakes_an_earlier_one_of_anyone() -> None:
    figure = total(two(("2031-05-02", 7), ("2031-05-03", 9)))
    assert (numbers(figure), figure.status) == ((9, 9, 9), "updated")
    assert figure.superseded == ("c-a-early-0",)
    assert [(p.as_of, p.low) for p in figure.timeline] == [("2031-05-02", 7), ("2031-05-03", 9)]


def test_a_later_lower_toll_of_another_line_overtakes_nothing() -> None:
    figure = total(two(("2031-05-02", 9), ("2031-05-03", 7)))
    assert (numbers(figure), figure.status) == ((7, 7, 9), "conflicting")


def test_things_counted_by_two_lines_disagree_even_days_apart() -> None:
    assert numbers(total(two(("2031-05-02", 4), ("2031-05-03", 6), "fires"), "fires")) == (4, 6, 6)
    assert numbers(total(two(("2031-05-02", 4), ("2031-05-03", 6), "fires", same_line=True), "fires")) == (6, 6, 6)


def test_the_newest_state_of_a_line_replaces_its_older_one_but_no_other_lines() -> None:
    assert numbers(total(two(("2031-05-02", 20), ("2031-05-03", 5), "missing", same_line=True), "missing")) == (5, 5, 5)
    assert numbers(total(two(("2031-05-02", 20), ("2031-05-03", 5), "missing"), "missing")) == (5, 5, 20)


def test_counts_of_one_day_stay_open_and_the_lower_is_best() -> None:
    figure = total(two(("2031-05-02", 9), ("2031-05-02", 11)))
    assert (numbers(figure), figure.status) == ((9, 9, 11), "conflicting")


def test_at_least_agrees_with_the_exact_number_and_widens_nothing() -> None:
    draft = two(("2031-05-02", 12), ("2031-05-02", 12))
    draft.claim(draft.article("third", "2031-05-02"), 12, "at least")
    draft.claim(draft.article("fourth", "2031-05-02"), None, "vague", low=3)
    figure = total(draft)
    assert (numbers(figure), figure.origins, len(figure.readings)) == ((12, 12, 12), 4, 4)


def test_at_least_above_the_exact_number_contradicts_it() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 11, kind="fires")
    draft.claim(draft.article("two", "2031-05-02"), 12, "at least", kind="fires")
    assert numbers(total(draft, "fires")) == (11, 11, 12)


def test_about_reaches_half_of_its_round_place() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 136, kind="fires")
    draft.claim(draft.article("two", "2031-05-02"), 140, "about", kind="fires")
    assert numbers(total(draft, "fires")) == (136, 136, 136)
    draft.claim(draft.article("three", "2031-05-02"), 150, "about", kind="fires")
    assert numbers(total(draft, "fires")) == (136, 136, 150)


def test_a_vague_word_alone_has_no_upper_end() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), None, "vague", low=24)
    assert numbers(total(draft)) == (24, 24, None)


def test_a_correction_voids_the_number_in_the_lines_earlier_reports() -> None:
    draft = Draft()
    first = draft.article("first", "2031-05-02", origin="wire", agency="Northwire")
    second = draft.article("second", "2031-05-03", origin="wire", agency="Northwire")
    draft.claim(first, 60, "at least")
    draft.claim(second, 52)
    draft.claim(second, 60, voided=True)
    draft.edge(second, first)
    figure = total(draft)
    assert (numbers(figure), figure.superseded) == ((52, 52, 52), ())
    assert any(s.rule == "taken-back" and len(s.dropped) == 2 for s in figure.steps)


def test_a_correction_reaches_no_other_line() -> None:
    draft = two(("2031-05-02", 8), ("2031-05-02", 6))
    draft.claim("a-late", 8, voided=True)
    assert numbers(total(draft)) == (6, 6, 8)


def test_a_denied_number_never_enters() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 6)
    draft.claim(article, 100, "more than", negated=True)
    assert numbers(total(draft)) == (6, 6, 6)


@pytest.mark.parametrize(
    ("denied", "second", "expected"), [(True, False, (6, 6, 6)), (False, False, (6, 6, 70)), (True, True, (6, 70, 70))]
)
def test_a_number_that_the_source_denies_is_a_distortion(
    denied: bool, second: bool, expected: tuple[int, int, int]
) -> None:
    """... unless another report states it."""
    draft = Draft()
    wire, paper = draft.article("wire", "2031-05-02"), draft.article("paper", None, origin="wire")
    draft.claim(wire, 6)
    draft.claim(wire, 70, by="the union", negated=denied)
    draft.claim(paper, 6)
    draft.claim(paper, 70, by="the union")
    if second:
        draft.claim(draft.article("two", "2031-05-02"), 70)
    draft.edge(paper, wire)
    assert numbers(total(draft)) == expected


@pytest.mark.parametrize("relation", ["copy", "rewrite", "translation"])
def test_a_distorted_number_of_a_derived_text_never_enters(relation: str) -> None:
    draft = Draft()
    wire, paper = draft.article("wire", "2031-05-02"), draft.article("paper", None, origin="wire")
    for kind, number, copied in (("killed", 12, 21), ("missing", 5, 5), ("fires", 3, 3)):
        draft.claim(wire, number, kind=kind)
        draft.claim(paper, copied, kind=kind)
    draft.edge(paper, wire, relation)  # type: ignore[arg-type]
    figure = total(draft)
    assert numbers(figure) == (12, 12, 12)
    assert any(s.rule == "distorted" and s.dropped == ("c-a-paper-0",) for s in figure.steps)


@pytest.mark.parametrize(("misquoted", "expected"), [(True, (12, 12, 12)), (False, (21, 21, 21))])
def test_a_number_in_an_altered_quotation_is_no_newer_fact(misquoted: bool, expected: tuple[int, int, int]) -> None:
    draft = Draft()
    wire, paper = draft.article("wire", "2031-05-02"), draft.article("paper", None, origin="wire")
    for kind, number, copied in (("killed", 12, 21), ("missing", 19, 90)):
        draft.claim(wire, number, kind=kind)
        draft.claim(paper, copied, kind=kind)
    if misquoted:
        draft.misquoted(paper)
    draft.edge(paper, wire)
    assert numbers(total(draft)) == expected
    assert numbers(total(draft, "missing"))[1] == (19 if misquoted else 90)


def test_a_changed_modifier_of_a_derived_text_changes_no_bound() -> None:
    draft = Draft()
    wire, paper = draft.article("wire", "2031-05-02"), draft.article("paper", "2031-05-03", origin="wire")
    draft.claim(wire, 90, kind="fires")
    draft.claim(paper, 90, "at least", kind="fires")
    draft.edge(paper, wire)
    figure = total(draft, "fires")
    assert (numbers(figure), figure.origins, len(figure.readings)) == ((90, 90, 90), 1, 2)


def test_an_agencys_own_later_rewrite_is_an_update_and_no_distortion() -> None:
    draft = Draft()
    first = draft.article("first", "2031-05-02", origin="wire", agency="Northwire")
    second = draft.article("second", "2031-05-03", origin="wire", agency="Northwire")
    draft.claim(first, 5)
    draft.claim(second, 8)
    draft.edge(second, first)
    figure = total(draft)
    assert (numbers(figure), figure.superseded) == ((8, 8, 8), ("c-a-first-0",))


def test_an_undated_text_that_dates_its_sources_number_is_an_update() -> None:
    draft = Draft()
    first, second = draft.article("first", "2031-05-02", origin="wire"), draft.article("second", None, origin="wire")
    draft.claim(first, 90, kind="fires")
    draft.claim(second, 136, kind="fires")
    draft.claim(second, 90, kind="fires", earlier=True)
    draft.edge(second, first)
    figure = total(draft, "fires")
    assert (numbers(figure), set(figure.superseded)) == ((136, 136, 136), {"c-a-first-0", "c-a-second-1"})


def test_increments_and_parts_add_nothing_beside_a_total() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 23)
    draft.claim(article, 9, increment=True)
    draft.claim(article, 27, partial=True)
    assert numbers(total(draft)) == (23, 23, 23)


def test_where_only_an_observers_count_exists_it_is_the_figure() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 27, partial=True)
    assert numbers(total(draft)) == (27, 27, 27)


def test_more_beside_another_kind_is_a_count_of_its_own() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 56, kind="fires")
    draft.claim(article, 5, kind="missing", increment=True)
    assert numbers(total(draft, "missing")) == (5, 5, 5)
    draft.claim(draft.article("two", "2031-05-02"), 12)
    draft.claim(article, 3, increment=True)
    assert numbers(total(draft)) == (12, 12, 12), "a toll is higher elsewhere, so these come on top of one"


def test_a_number_cited_from_an_agency_belongs_to_the_agencys_line() -> None:
    draft = Draft()
    draft.claim(draft.article("wire", "2031-05-03", agency="Northwire"), 12)
    paper = draft.article("paper", None)
    draft.claim(paper, 8, by="Northwire")
    figure = total(draft)
    assert (numbers(figure), figure.superseded) == ((12, 12, 12), ("c-a-paper-0",))


def test_nobody_is_overtaken_by_a_counted_part() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 0, negated=True)
    draft.claim(draft.article("two", "2031-05-04"), 1, subset="student")
    assert numbers(total(draft)) == (1, 1, 1)


def test_reasons_name_the_paper_and_not_its_id() -> None:
    draft = Draft()
    wire = draft.article("wire", "2031-05-02", agency="Northwire")
    paper = draft.article("paper", None, origin="wire")
    draft.claim(wire, 12)
    draft.claim(paper, 21)
    draft.edge(paper, wire, "translation")
    (why,) = [s.why for s in total(draft).steps if s.rule == "distorted"]
    assert "Northwire" in why and "a-wire" not in why


def test_a_headline_does_not_compete_with_its_body() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 10, section="headline")
    draft.claim(article, 12)
    assert numbers(total(draft)) == (12, 12, 12)


def test_an_articles_older_count_is_superseded_in_its_timeline() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 18)
    draft.claim(article, 11, earlier=True)
    draft.claim(article, 8, by="a deputy mayor")
    figure = total(draft)
    assert (numbers(figure), len(figure.superseded)) == ((18, 18, 18), 2)


def test_an_article_that_gives_two_sources_reports_a_disagreement() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 11, by="the dockers' union")
    draft.claim(article, 9, by="the port ministry")
    assert numbers(total(draft)) == (9, 9, 11)


def test_nobody_of_a_part_is_no_low() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 15, by="the ministry")
    draft.claim(article, 0, negated=True, by="the ferry company")
    assert numbers(total(draft)) == (15, 15, 15)


def test_no_deaths_yet_is_overtaken_by_the_first() -> None:
    draft = two(("2031-05-02", 0), ("2031-05-04", 1))
    assert numbers(total(draft)) == (1, 1, 1)


def test_a_toll_below_an_overtaken_one_missed_the_news() -> None:
    draft = two(("2031-05-02", 109), ("2031-05-03", 134), same_line=True)
    draft.claim(draft.article("local", "2031-05-03"), 98)
    assert numbers(total(draft)) == (98, 134, 134)


def test_of_one_days_counts_the_line_that_follows_the_story_is_best() -> None:
    draft = two(("2031-05-02", 20), ("2031-05-03", 31), same_line=True)
    draft.claim(draft.article("local", "2031-05-03"), 27)
    assert numbers(total(draft)) == (27, 31, 31)


def test_a_total_in_a_paragraph_that_a_copy_adds_is_another_matter() -> None:
    draft = Draft()
    wire, paper = draft.article("wire", "2031-05-02"), draft.article("paper", "2031-05-02", origin="wire")
    draft.claim(wire, 4)
    draft.claim(paper, 4)
    draft.claim(paper, 14)
    draft.edge(paper, wire, "copy")
    figure = total(draft)
    assert (numbers(figure), figure.superseded) == ((4, 4, 4), ())


def test_background_and_rates_have_no_figure() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 340, scope="background")
    assert figures(draft) == ()


def test_parts_of_a_count_have_figures_of_their_own() -> None:
    draft = two(("2031-05-02", 18), ("2031-05-02", 18))
    draft.claim("a-early", 3, subset="children")
    draft.claim("a-late", 4, subset="minors")
    part = next(f for f in figures(draft) if f.subset)
    assert (part.subset, numbers(part)) == ("children", (3, 3, 4))
    assert numbers(total(draft)) == (18, 18, 18)


def test_where_all_count_one_part_it_is_what_is_known_of_the_total() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 3, subset="railway employees")
    draft.claim(draft.article("two", "2031-05-02"), 3, subset="workers")
    assert numbers(total(draft)) == (3, 3, 3)
    assert "no report gives a total" in total(draft).steps[0].why


def test_unknown_policy_names_the_ones_there_are() -> None:
    with pytest.raises(SettingsError, match="ucdp"):
        reconcile(Draft().records(), "median", KINDS)


def test_range_keeps_overtaken_counts_and_judges_none() -> None:
    figure = total(two(("2031-05-02", 7), ("2031-05-03", 9)), policy="range")
    assert numbers(figure) == (7, None, 9)


def test_latest_replaces_each_speakers_older_total() -> None:
    draft = Draft()
    draft.claim(draft.article("one", "2031-05-02"), 9, by="Ida Norrgard")
    draft.claim(draft.article("two", "2031-05-03"), 7, by="Ida Norrgard")
    draft.claim(draft.article("three", "2031-05-02"), 8, by="Per Lund")
    assert numbers(total(draft, policy="latest")) == (7, 7, 8)


def test_of_counts_that_nothing_tells_apart_the_one_that_heads_its_report_is_meant() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 7, section="headline")
    draft.claim(article, 5, by="a neighbour")
    draft.claim(article, 7, by="police")
    assert numbers(total(draft)) == (5, 7, 7)


def test_without_a_headline_the_lower_of_two_voices_stands() -> None:
    draft = Draft()
    article = draft.article("one", "2031-05-02")
    draft.claim(article, 5, by="a neighbour")
    draft.claim(article, 7, by="police")
    assert numbers(total(draft)) == (5, 5, 7)


def test_a_count_revised_downward_is_none_that_others_missed() -> None:
    draft = Draft()
    draft.claim(draft.article("first", "2031-05-01"), 40, "about")
    both = draft.article("both", "2031-05-02")
    draft.claim(both, 8)
    draft.claim(both, 6, "at least")
    paper = draft.article("paper", "2031-05-02")
    draft.claim(paper, 8, earlier=True)  # "revised from eight to six"
    draft.claim(paper, 6)
    draft.claim(draft.article("last", "2031-05-07"), 6)
    (figure,) = reconcile(draft.records(), "ucdp", KINDS)
    assert figure.best == 6
