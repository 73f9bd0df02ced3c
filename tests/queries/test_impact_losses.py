"""What goes with a plan that is given up, beside what rests on it; and long paths stay short."""

from __future__ import annotations

import json
from itertools import pairwise

import keikaku
from keikaku.graph import network
from keikaku.queries.answers import plain
from keikaku.queries.graph_walks import Graph
from keikaku.queries.impact.losses import CODES, ImpactLoss, note_of
from keikaku.queries.reachability_model import MOST_STEPS
from tests.queries.drawn import CITY, drawn


def lost(graph: Graph, node: str) -> list[ImpactLoss]:
    return list(keikaku.impact(graph, node).totals or ())


def test_a_plan_leaves_its_department_its_last_guideline_and_its_goal() -> None:
    graph = drawn(
        held={"1-1-1": ["甲課"], "1-1-2": ["甲課"], "2-1-1": ["乙課"]},
        grounded={"1-1-1": ["甲法", f"{CITY}甲計画"], "1-1-2": ["甲法"]},
        goals={"1-1-1": "1", "1-1-2": "1", "2-1-1": "2"},
        related={"1-1-1~2-1-1": 0.3},
    )
    losses = [(row.code, row.name, row.count) for row in lost(graph, "1-1-1")]
    assert losses == [
        ("department", "甲課", 1),
        ("last_plan", f"{CITY}甲計画", 0),
        ("goal", "目標1", 1),
        ("inferred", None, 1),
    ]


def test_milestones_are_counted_by_the_year_in_which_they_end() -> None:
    graph = keikaku.read()
    rows = [row for row in lost(graph, "2-2-5") if row.code == "milestones"]
    assert [row.year for row in rows] == sorted({row.year for row in rows if row.year})
    assert all(0 <= row.possible <= row.count for row in rows)


def test_every_plan_has_known_codes_in_their_order() -> None:
    graph = keikaku.read()
    for plan in keikaku.plans(graph).rows[:10]:
        places = [CODES.index(row.code) for row in lost(graph, plan.number)]
        assert places == sorted(places)


def test_of_what_is_no_plan_nothing_is_given_up() -> None:
    assert lost(keikaku.read(), "キャッシュレス") == []


def test_a_theme_stops_at_its_plans() -> None:
    rows = keikaku.impact(keikaku.read(), "キャッシュレス").rows
    assert rows
    assert {row.kind for row in rows} == {"Plan"}


def test_a_long_chain_has_its_last_steps_and_a_reference() -> None:
    numbers = [f"1-1-{n}" for n in range(1, 301)]
    graph = drawn(*(f"{b}>{a}" for a, b in pairwise(numbers)))
    rows = {row.id: row for row in keikaku.impact(graph, "1-1-1").rows}
    assert len(rows) == len(numbers) - 1
    assert max(len(row.path) for row in rows.values()) == MOST_STEPS
    far = max(rows.values(), key=lambda row: row.depth)
    steps = 0
    while far.path_from is not None:
        steps += len(far.path)
        far = rows[far.path_from]
    assert steps + len(far.path) == len(numbers) - 1
    size = len(json.dumps(plain(list(rows.values())), ensure_ascii=False))
    assert size < 3500 * len(numbers) * 2


def test_a_plan_of_two_goals_is_missed_by_each() -> None:
    """A project may serve several policies, each with other projects left."""
    held = {"1-1-1": ["甲課"], "1-1-2": ["甲課"], "2-1-1": ["乙課"]}
    graph = drawn(held=held, goals={"1-1-1": "1", "1-1-2": "1", "2-1-1": "2"})
    other = next(n for n, facts in graph.nodes(data=True) if facts.get("title") == "目標2")
    plan = next(n for n, facts in graph.nodes(data=True) if facts.get("number") == "1-1-1")
    network.add_edge(
        graph, {"source": other, "target": plan, "type": "HAS_PART", "order": 9, "evidence": []}
    )
    goals = [(row.name, row.count) for row in lost(graph, "1-1-1") if row.code == "goal"]
    assert goals == [("目標1", 1), ("目標2", 1)]


def test_of_many_plans_the_first_twenty_say_what_is_lost() -> None:
    assert note_of(20) == []
    (note,) = note_of(21)
    assert "21件" in note.ja
    assert "最初の20件" in note.ja
