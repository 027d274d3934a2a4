"""What is measured: the sets, their scorers, the figures read from a scorer, what others reach, and what we want.

The sets and scorers lie outside this project (a folder given with --shared); their names are all that stands here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Scores = Mapping[str, Any]
GOLD = (
    "kyiv",
    "ferry-senggari",
    "flood-tizgart",
    "mine-tsagaanders",
    "protest-selvane",
    "quake-quillamarca",
    "strike-kamenport",
    "train-kafr-nadim",
    "warehouse-brezovitsa",
)


class Measure(NamedTuple):
    """One figure of a scorer: where it stands in the scores, what others reach, and our goal (`at_most`: less is
    better)."""

    label: str
    at: str | Callable[[Scores], float | None]
    others: str = ""
    goal: float | None = None
    at_most: bool = False

    def read(self, scores: Scores) -> float | None:
        """The figure, or None where the scorer had nothing to judge."""
        return self.at(scores) if callable(self.at) else dig(scores, self.at)


class Bench(NamedTuple):
    """One set with one scorer. `account` says how the account is made: by story, grouped by the product, or only
    quantities."""

    name: str
    data: str
    scorer: str
    account: str
    measures: tuple[Measure, ...]


def dig(scores: Scores, path: str) -> float | None:
    """The value at a path of keys."""
    node: Any = scores
    for key in path.split("/"):
        node = node.get(key) if isinstance(node, Mapping) else None
    return None if node is None else float(node)


def share(part: str, whole: str) -> Callable[[Scores], float | None]:
    """The quotient of two counts."""

    def read(scores: Scores) -> float | None:
        right, of = dig(scores, part), dig(scores, whole)
        return right / of if of and right is not None else None

    return read


def _micro(test: str) -> Callable[[Scores], float | None]:
    """F1 of one test of score_quantities over all its sets together."""

    def read(scores: Scores) -> float | None:
        rows = [r for name, r in scores.items() if re.fullmatch(rf"[a-z0-9]+(_ambiguity)?_{test}", name)]
        hits, predicted, gold = _counts(rows)
        return 2 * hits / (predicted + gold) if predicted + gold else None

    return read


def _counts(rows: list[Scores]) -> tuple[float, float, float]:
    """Hits, predicted, gold."""
    return sum(r["p"] * r["predicted"] for r in rows), sum(r["predicted"] for r in rows), sum(r["gold"] for r in rows)


M = Measure
ACCOUNT = (
    M("claims P", "claims/p"),
    M("claims R", "claims/r"),
    M("claims F1", "claims/f1", goal=0.92),
    M("modifier", "claims/attributes/modifier"),
    M("scope", "claims/attributes/scope", goal=0.95),
    M("subset", "claims/attributes/subset"),
    M("source", "claims/attributes/source", goal=0.88),
    M("quotes recall", "quotes/recall", goal=0.98),
    M("speakers", "quotes/speaker_accuracy", goal=0.95),
    M("quote clusters F1", "quote_clusters/f1", goal=0.90),
    M("origins F1", "origins/f1", goal=0.95),
    M("edges F1", "lineage_edges/f1", goal=0.90),
    M("figures", share("figures/right", "figures/gold")),
    M("names together", share("names/together", "names/pairs")),
    M("names wrongly merged", "names/wrongly_merged", goal=0, at_most=True),
    M("discrepancies recall", "discrepancies/recall", goal=0.80),
    M("discrepancies flagged", "discrepancies/predicted"),
    M("spans that misquote", "spans/wrong", goal=0, at_most=True),
)
"""Of each hand-made story; the figures are also averaged over all of them."""


def _figures(kind: str, baseline: str, goal: float) -> tuple[Measure, ...]:
    return (
        M(f"{kind} exact", f"{kind}/exact", baseline, goal),
        M(f"{kind} exact where above 0", f"{kind}/exact_above_0"),
        M(f"{kind} inside [low, high]", f"{kind}/inside", "", 0.93),
        M(f"{kind} mean width", f"{kind}/width", "", 1.0, True),
    )


def _stories(baseline: str, goal: float) -> tuple[Measure, ...]:
    return (
        M("B-cubed F1", "b_cubed/f1", "", goal),
        M("B-cubed P", "b_cubed/p"),
        M("B-cubed R", "b_cubed/r"),
        M("B-cubed F1, long texts", "b_cubed_long_texts/f1", baseline),
    )


BENCHES = (
    Bench(
        "isaf",
        "isaf",
        "score_counts",
        "story",
        (
            M("killed exact", "killed/exact", "regular expressions .81", 0.93),
            M("killed exact where above 0", "killed/exact_above_0", "regular expressions .45", 0.75),
            M("captured exact", "captured/exact"),
            M("event date", "date/share"),
        ),
    ),
    Bench(
        "quantities",
        "quantities",
        "score_quantities",
        "quantities",
        (
            M("value, all", _micro("value"), "quantulum3 .73, CQE .92 on NewsQuant", 0.95),
            M("value+unit, all", _micro("value_unit"), "quantulum3 .47, CQE .86 on NewsQuant"),
            M("age value", "age_value/f1", "CQE .933, quantulum3 .933"),
            M("currency value", "currency_value/f1", "CQE .842, quantulum3 .762"),
            M("currency value+unit", "currency_value_unit/f1", "CQE .796, quantulum3 .325"),
            M("dimension value", "dimension_value/f1"),
            M("temperature value", "temperature_value/f1"),
            M("quantulum3's sentences value", "quantulum3_value/f1"),
            M("span", "span/share"),
        ),
    ),
    Bench(
        "ists",
        "ists",
        "score_discrepancies",
        "story",
        (
            M("recall", "recall/share", "", 0.85),
            M("precision", "precision/share"),
            M("false alarms, numbers agree", "false_alarms_numbers_agree/share", "", 0.10, True),
            M("false alarms, no aligned numbers", "false_alarms_no_aligned_numbers/share", "", 0.10, True),
            M("modifiers", "modifiers/share"),
        ),
    ),
    Bench(
        "clough_stevenson",
        "clough_stevenson",
        "score_lineage",
        "story",
        (
            M("AUC copied", "auc/copied", "about .95 [memory]", 0.99),
            M("AUC heavy", "auc/heavy"),
            M("copied or not", "copied/share", "about .95 [memory]"),
            M("four classes", "classes/share", "about .80 [memory]", 0.80),
            M("four classes, thresholds", "thresholds/share"),
            M("reversed edges", "reversed/edges", "", 0, True),
            M("edges between answers", "between_answers/edges", "", 0, True),
        ),
    ),
    Bench(
        "giveme5w1h_events",
        "giveme5w1h_events",
        "score_event",
        "story",
        (
            M("date", "date/share"),
            M("date within a day", "date_within_a_day/share"),
            M("place", "place/share", "about .73 over all questions, judged by people [memory]"),
        ),
    ),
    Bench("giveme5w1h stories", "giveme5w1h", "score_stories", "none", _stories("TF-IDF .916", 0.95)),
    Bench("ecbplus stories", "ecbplus", "score_stories", "none", _stories("TF-IDF .873", 0.92)),
    Bench(
        "msrp",
        "msrp",
        "score_discrepancies",
        "story",
        (
            M("recall (conflict)", "conflict/share", "", 0.85),
            M("conflict, no paraphrase", "conflict_no_paraphrase/share"),
            M("false alarms, same", "false_alarms_same/share", "", 0.10, True),
            M("false alarms, omission", "false_alarms_omission/share", "", 0.10, True),
        ),
    ),
    Bench(
        "muc4",
        "muc4",
        "score_counts",
        "story",
        (
            M("victims relevant counted P", "relevant_counted/p", "regular expressions .36"),
            M("victims relevant counted R", "relevant_counted/r", "regular expressions .39"),
            M("victims relevant counted F1", "relevant_counted/f1", "regular expressions .37", 0.70),
            M("victims relevant F1", "relevant/f1"),
            M("victims all F1", "all/f1"),
            M("modifiers", "modifiers/share"),
            M("effect F1", "effect/f1", "GE 1992 R .62 P .52 (another scoring)"),
            M("event date", "date/share", "GE 1992 R .61 P .57; the dateline's day .76"),
            M("event country", "country/share"),
            M("event place", "place/share", "GE 1992 location R .63 P .59"),
        ),
    ),
    Bench(
        "geoparsing",
        "geoparsing",
        "score_places",
        "story",
        tuple(
            M(f"{name} {label}", f"{key}_{path}", others)
            for name, key in (("GeoWebNews", "gwn"), ("LGL", "lgl"))
            for label, path, others in (
                ("toponyms F1", "toponyms/f1", ""),
                ("toponyms overlap F1", "overlap/f1", ""),
                ("161 km of those found", "map/161_km", "ensemble .86, toponyms given (mean of 12 sets)"),
                ("161 km of all", "map/161_km_all", ""),
            )
        ),
    ),
    Bench(
        "hrdsattack",
        "hrdsattack",
        "score_event",
        "story",
        (
            M("country", "country/share", "T5 .66", 0.80),
            M("city", "city/share", "T5 .23", 0.50),
            M("full date", "full_date/share", "T5 .14 (day)", 0.40),
            M("year", "year/share", "T5 .50"),
            M("month", "month/share", "T5 .33"),
            M("day", "day/share", "T5 .14"),
        ),
    ),
    Bench(
        "polnear",
        "polnear",
        "score_attribution",
        "story",
        (
            M("direct quotes: content jaccard", "direct_content/jaccard", "", 0.90),
            M("direct quotes: source given content", "direct_source_given_content/share", "", 0.85),
            M("content jaccard", "content/jaccard", "rules .06, CoreNLP .13, CofeNet-BERT .73", 0.60),
            M("source given content", "source_given_content/share", "", 0.75),
            M("content exact", "content/exact", "rules .056, CoreNLP .175, CofeNet-BERT .729"),
            M("source exact", "source/exact", "rules .107, CoreNLP .139, CofeNet-BERT .832"),
            M("cue exact", "cue/exact", "rules .228, CofeNet-BERT .753"),
        ),
    ),
    Bench(
        "gva",
        "gva",
        "score_counts",
        "story",
        (
            *_figures("killed", "regular expressions .68", 0.92),
            *_figures("injured", "regular expressions .54", 0.85),
            M("killed and injured exact", "both/exact", "regular expressions .36", 0.80),
        ),
    ),
    Bench(
        "gva event",
        "gva",
        "score_event",
        "story",
        (
            M("date", "date/share"),
            M("date within a day", "date_within_a_day/share"),
            M("city", "city/share"),
            M("country", "country/share"),
        ),
    ),
    Bench("gva stories", "gva", "score_stories", "none", _stories("TF-IDF .886", 0.93)),
)
"""Smallest first: a run that is cut short has measured most sets."""
