"""The arrangements: boxes at the right places, no overlaps, no line behind a box."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from keikaku.graph import bundled, jsonfile, network
from keikaku.graph.records import Edge, Node
from keikaku.queries.graph_walks import Graph, leads, leaving, of_kind
from keikaku.queries.map_answers import answers
from keikaku.queries.map_data import structure
from keikaku.queries.scope import responsibilities
from keikaku.visualizations.arrangements import arrangements
from keikaku.visualizations.arrangements.layers import Link, layered
from keikaku.visualizations.arrangements.layout import Arrangement, Box
from tests.queries.small_graph import records


@pytest.fixture(scope="module")
def graph() -> Graph:
    return jsonfile.read(bundled.path())


@pytest.fixture(scope="module")
def made(graph: Graph) -> dict[str, Arrangement]:
    return arranged(graph)


def arranged(graph: Graph) -> dict[str, Arrangement]:
    all_arrangements = arrangements(graph, structure(graph), answers(graph).columns)
    return {each.name: each for each in all_arrangements}


def overlap(a: Box, b: Box) -> bool:
    return (
        abs(a.x - b.x) < (a.width + b.width) / 2 - 0.2
        and abs(a.y - b.y) < (a.height + b.height) / 2 - 0.2
    )


def held(made: Arrangement, node: str) -> set[str]:
    """The plans that stand in the region of a node."""
    (left, top, width, height), *_ = (r.box for r in made.regions if r.node == node)
    places = [*made.places.items(), *((copy.node, copy.box) for copy in made.copies)]
    return {
        plan
        for plan, box in places
        if plan != node and left < box.x < left + width and top < box.y < top + height
    }


@pytest.mark.parametrize("name", ["department", "dependency", "theme"])
def test_no_two_boxes_overlap(made: dict[str, Arrangement], name: str) -> None:
    boxes = [*made[name].places.values(), *(copy.box for copy in made[name].copies)]
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []


def test_a_department_holds_what_it_answers_for_and_nothing_else(
    graph: Graph, made: dict[str, Arrangement]
) -> None:
    plans = [plan for plan, _ in of_kind(graph, "Plan")]
    for department, _ in of_kind(graph, "Department"):
        own = {
            p for p in plans if any(d.department == department for d in responsibilities(graph, p))
        }
        if own:
            assert held(made["department"], department) == own, department
    for plan in plans:
        (lead,) = leads(graph, plan)
        assert plan in held(made["department"], lead)
        assert all(copy.why for copy in made["department"].copies if copy.node == plan)


def test_a_theme_holds_what_touches_it_and_marks_what_is_unknown(
    graph: Graph, made: dict[str, Arrangement]
) -> None:
    for column in answers(graph).columns:
        touching = {touch.plan for touch in column.touches}
        assert held(made["theme"], column.theme) == touching | set(column.unknown)
        doubtful = [copy.node for copy in made["theme"].copies if copy.why]
        assert set(column.unknown) <= set(doubtful)


def test_what_a_plan_rests_on_stands_left_of_it(graph: Graph, made: dict[str, Arrangement]) -> None:
    places, routes = made["dependency"].places, made["dependency"].routes
    stated = [(a, b) for a, b, f in graph.edges(data=True) if f["type"] == "DEPENDS_ON"]
    both = {(a, b) for a, b in stated if (b, a) in stated}
    assert {edge[:2] for edge in routes} >= set(stated)
    assert set(places) == {node for edge in routes for node in edge[:2]}
    for one, two in set(stated) - both:
        assert places[two].x < places[one].x


def crosses(a: tuple[float, float], b: tuple[float, float], box: Box) -> bool:
    """Return whether an upright or level stretch runs through a box, its edges left out."""
    left, right = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    return (
        left < box.x + box.width / 2 - 0.2
        and right > box.x - box.width / 2 + 0.2
        and top < box.y + box.height / 2 - 0.2
        and bottom > box.y - box.height / 2 + 0.2
    )


def test_lines_are_upright_or_level_and_never_run_behind_a_box(
    made: dict[str, Arrangement],
) -> None:
    drawn = made["dependency"]
    for (source, target, _), points in drawn.routes.items():
        for node, end in ((source, points[0]), (target, points[-1])):
            box = drawn.places[node]
            assert abs(abs(end[0] - box.x) - box.width / 2) < 0.2
            assert abs(end[1] - box.y) < box.height / 2
        for a, b in pairwise(points):
            assert a[0] == b[0] or abs(a[1] - b[1]) < 0.6
            assert [n for n, box in drawn.places.items() if crosses(a, b, box)] == []


def test_layers_break_cycles_and_leave_a_slot_for_what_passes() -> None:
    links = [Link("a", "b"), Link("b", "c"), Link("a", "c"), Link("c", "a")]
    layers = layered(["a", "b", "c"], links, (10, 4))
    assert [slot.node for slot in layers.layers[0]] == ["a"]
    assert [slot.layer for slot in layers.ways[Link("a", "c")]] == [0, 1, 2]
    assert [slot.node for slot in layers.ways[Link("c", "a")]] == ["a", None, "c"]
    for layer in layers.layers:
        for one, two in pairwise(layer):
            room = sum(10 if slot.node else 4 for slot in (one, two)) / 2
            assert layers.middles[two] - layers.middles[one] >= room - 1e-9


def test_a_logic_model_runs_from_means_to_ends_and_is_only_there_where_there_is_one(
    made: dict[str, Arrangement],
) -> None:
    assert "logic" not in made
    plan_records = records()
    plan = "aozora-2022/plan/1-1-2"
    for at, stage in enumerate(("activity", "output", "short_outcome")):
        step = f"{plan}/step/{at}"
        plan_records.nodes.append(Node(step, "LogicStep", stage, {"stage": stage, "text": stage}))
        plan_records.edges.append(Edge(plan, step, "HAS_PART", {"order": at}))
    graph = network.from_records(plan_records)
    logic = arranged(graph)["logic"]
    steps = [end for end, _ in leaving(graph, plan, "HAS_PART") if end.startswith(f"{plan}/step")]
    assert held(logic, plan) == set(steps)
    assert [logic.places[step].x for step in steps] == sorted(logic.places[s].x for s in steps)


def test_the_same_graph_is_arranged_alike(graph: Graph, made: dict[str, Arrangement]) -> None:
    again = arranged(graph)
    assert {name: (each.places, each.copies, each.routes) for name, each in made.items()} == {
        name: (each.places, each.copies, each.routes) for name, each in again.items()
    }
