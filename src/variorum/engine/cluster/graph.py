"""Connected components in rounds on the cluster: large star and small star (Kiverlis et al., Connected Components in
MapReduce and Beyond, SoCC 2014). Each round makes the trees flatter; they end as stars around least nodes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from variorum.engine.cluster import work

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

TOGETHER = 10_000_000
"""So few edges are joined by one worker at once, which takes less time than a round."""
PAIR = "u bigint, v bigint"
TOP = f"cast('{-(1 << 63)}' as bigint)"
LABELS = "node bigint, component bigint"


def components(edges: DataFrame, stored: Callable[[str, DataFrame], DataFrame]) -> DataFrame:
    """From columns a, b (bits of unsigned numbers): `node`, `component`.

    `stored` writes rows under a name of this graph, or finds them there, and reads them back.
    """
    pairs = edges.selectExpr(f"a ^ {TOP} u", f"b ^ {TOP} v")
    first = stored("joined", pairs.mapInArrow(work.joined, PAIR))
    if first.count() <= TOGETHER:
        return first.repartition(1).mapInArrow(work.joined, PAIR).mapInArrow(work.labels, LABELS)
    nodes = first.select("u").distinct()
    trees = first.where("u > v").distinct()
    number = 0
    while True:
        number += 1
        trees = stored(f"round-{number}", _small_star(_large_star(trees)))
        if _stars(trees):
            break
    found = nodes.join(trees, "u", "left").selectExpr("u", "coalesce(v, u) v")
    return found.mapInArrow(work.labels, LABELS)


def _large_star(trees: DataFrame) -> DataFrame:
    """Every greater neighbour of a node is tied to the least of its neighbours."""
    both = trees.unionByName(trees.selectExpr("v u", "u v"))
    least = both.selectExpr("u", "v", "least(u, min(v) over (partition by u)) m")
    return least.where("v > u").selectExpr("v u", "m v").distinct()


def _small_star(trees: DataFrame) -> DataFrame:
    """A node and its lesser neighbours are tied to the least of them."""
    least = trees.selectExpr("u", "v", "min(v) over (partition by u) m")
    return least.selectExpr("u", "m v").unionByName(least.where("v > m").selectExpr("v u", "m v")).distinct()


def _stars(trees: DataFrame) -> bool:
    """Whether each node hangs on one other, which hangs on none."""
    ends = trees.selectExpr("u id", "1 leaf", "0 centre").unionByName(trees.selectExpr("v id", "0 leaf", "1 centre"))
    broken = ends.groupBy("id").agg({"leaf": "sum", "centre": "max"})
    return broken.where("`sum(leaf)` > 1 or (`sum(leaf)` > 0 and `max(centre)` > 0)").limit(1).count() == 0
