"""``bridges``: what holds plans together, in words, the same in every run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.graph.errors import KeikakuError
from keikaku.queries.bridges.answer import SORTS, BridgeRow, answer, row_text
from keikaku.queries.graph_walks import Graph
from tests.queries.drawn import drawn


def found(graph: Graph, sort: str, **asked: Any) -> list[BridgeRow]:
    return [row for row in answer(graph, **asked) if row.sort == sort]


def numbers(row: BridgeRow) -> list[str]:
    return [plan.number for plan in row.plans]


TWO_SIDES = drawn(
    held={
        **{f"1-1-{n}": ["甲課"] for n in (1, 2, 3)},
        "1-1-4": ["甲課", "乙課"],
        **{f"2-1-{n}": ["乙課"] for n in (1, 2)},
    },
    goals={
        **{f"1-1-{n}": "1" for n in (1, 2, 3, 4)},
        **{f"2-1-{n}": "2" for n in (1, 2)},
    },
)


def test_a_department_alone_with_plans_of_a_goal_is_a_single_point_of_failure() -> None:
    rows = found(TWO_SIDES, "alone")
    assert [(row.name, row.goal, numbers(row)) for row in rows] == [
        ("甲課", "1 目標1", ["1-1-1", "1-1-2", "1-1-3"]),
        ("乙課", "2 目標2", ["2-1-1", "2-1-2"]),
    ]
    assert rows[0].words.startswith("目標「1 目標1」の実施計画3件を「甲課」だけで担っています。")


def test_what_several_plans_rest_on_is_a_base() -> None:
    graph = drawn("1-1-1>1-1-3", "1-1-2>1-1-3", grounded={"1-1-1": ["甲法"], "1-1-2": ["甲法"]})
    rows = found(graph, "base")
    assert [(row.kind, row.name, row.count) for row in rows] == [
        ("Guideline", "甲法", 2),
        ("Plan", "計画1-1-3", 2),
    ]
    assert "2 plans rest on '甲法'" in row_text(rows[0]).en


def test_what_would_break_the_plan_apart_names_who_is_cut_off() -> None:
    rows = {row.name: numbers(row) for row in found(TWO_SIDES, "cut")}
    assert rows["計画1-1-4"] == ["2-1-1", "2-1-2"]
    # Without 甲課 the rest hangs together in 乙課: three plans are left over.
    assert rows["甲課"] == ["1-1-1", "1-1-2", "1-1-3"]


def test_betweenness_is_that_of_a_path() -> None:
    graph = drawn("1-1-1>1-1-2", "1-1-2>1-1-3")
    (middle,) = found(graph, "between")
    assert (middle.number, middle.betweenness, middle.degree) == ("1-1-2", 1.0, 2)
    assert "100%" in middle.words


def test_groups_go_across_departments() -> None:
    held = {"1-1-1": ["甲課", "乙課"], "1-1-2": ["乙課"], "2-1-1": ["丙課"], "2-1-2": ["丙課"]}
    (group,) = found(drawn(held=held), "cluster")
    assert (numbers(group), group.departments) == (["1-1-1", "1-1-2"], ["乙課", "甲課"])
    assert group.betweenness is None


def test_only_the_first_by_betweenness_are_asked_for() -> None:
    assert len(found(keikaku.read(), "between", top="3")) == 3
    with pytest.raises(KeikakuError, match="--top"):
        answer(keikaku.read(), top="多め")


def test_nothing_connected_is_nothing_to_break() -> None:
    assert answer(drawn("1-1-1>1-1-1")).rows == []


def test_rows_stand_by_sort_then_by_count_and_are_told_in_both_languages() -> None:
    rows = answer(keikaku.read()).rows
    sorts = [SORTS.index(row.sort) for row in rows]
    assert sorts == sorted(sorts)
    for row in rows:
        assert row.words == row_text(row).ja
        assert row.count == len(row.plans)
        assert "{" not in row_text(row).en + row_text(row).ja
    cuts = [row.count for row in rows if row.sort == "cut"]
    assert cuts == sorted(cuts, reverse=True)


def test_every_run_finds_the_same() -> None:
    code = "import keikaku; print([(r.id, r.count) for r in keikaku.bridges(keikaku.read())])"
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
