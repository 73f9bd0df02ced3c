"""The year table of the real plan: what surely runs in each year, and what may (確実／可能性)."""

from __future__ import annotations

from pathlib import Path

import keikaku
from keikaku.graph.network import Graph
from keikaku.queries.plans import answer as plans
from keikaku.queries.plans.answer import PlanCount
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import YearRow
from scripts.year_table import year_table

PLANS = {2022: (55, 1), 2023: (30, 26), 2024: (26, 30), 2025: (20, 36)}
ACTIONS = {2022: (164, 1), 2023: (74, 101), 2024: (55, 119), 2025: (46, 128)}
BUSIEST = {2022: (28, 0), 2023: (9, 21), 2024: (7, 23), 2025: (6, 24)}
"""The actions of the department with the most plans."""


def holds(graph: Graph) -> None:
    """Hold a graph of the plan to the numbers."""
    table = {row.year: row for row in year_table(graph)}
    assert {year: row.plans for year, row in table.items()} == PLANS
    assert {year: row.actions for year, row in table.items()} == ACTIONS
    for year, (surely, perhaps) in PLANS.items():
        assert plans.answer(graph, year=year).totals == [PlanCount(surely, perhaps)]
        assert len(plans.answer(graph, year=year, certain=True).rows) == surely
    busiest = workload.answer(graph).rows[0].department
    rows = workload.answer(graph, by="year", department=busiest).rows
    assert {
        row.year: (row.actions, row.possible_actions) for row in rows if isinstance(row, YearRow)
    } == BUSIEST


def test_the_bundled_graph_has_these_numbers() -> None:
    holds(keikaku.read())


def test_the_source_gives_them(koriyama_source: Path) -> None:
    graph = keikaku.load(koriyama_source)
    holds(graph)
    milestones = [facts for _, facts in graph.nodes(data=True) if facts["kind"] == "Milestone"]
    assert sum(facts["continues"] == "unknown" for facts in milestones) == 145
    assert len(milestones) == 252
    headless = [
        facts
        for _, facts in graph.nodes(data=True)
        if any("矢印の先" in (piece.get("note") or "") for piece in facts["evidence"])
    ]
    assert len(headless) == 17, "arrows whose head did not survive the scan"
