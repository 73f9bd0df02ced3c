"""A figure of a benchmark says what was measured, its goal, and whether it is met."""

from __future__ import annotations

import pytest

from benchmarks.figures import Clock, Figure, Stopwatch
from benchmarks.scale_files import chain
from keikaku.graph import network
from keikaku.queries.registry import ask


@pytest.mark.parametrize(
    ("figure", "line"),
    [
        (Figure("load", 16.2, "s", 20), "| load | 16.20 s | ≤ 20 s | met | measured |"),
        (Figure("load", 20.5, "s", 20), "| load | 20.50 s | ≤ 20 s | missed | measured |"),
        (
            Figure("push", 8_800, "relationships/s", 15_000, lower=False),
            "| push | 8,800.00 relationships/s | ≥ 15,000 relationships/s | missed | measured |",
        ),
        (
            Figure("all", 0.5, "s", 1, calculated=True),
            "| all | 0.50 s | ≤ 1 s | met | calculated |",
        ),
        (Figure("relate", 3, "s"), "| relate | 3.00 s |  |  | measured |"),
    ],
)
def test_a_figure_is_a_row_of_a_table(figure: Figure, line: str) -> None:
    assert str(figure) == line


def test_a_stopwatch_passes_on_what_is_made() -> None:
    watch = Stopwatch(Clock(computing=True))
    assert list(watch.through(iter("計画"))) == ["計", "画"]
    assert watch.seconds >= 0


def test_a_chain_is_a_graph_of_which_each_plan_depends_on_the_one_before() -> None:
    answer = ask("impact", network.from_records(chain(4)), node="1")
    assert [(row.number, row.depth) for row in answer.rows] == [("2", 1), ("3", 2), ("4", 3)]
