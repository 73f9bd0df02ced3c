"""Changes that are tried: each graph → graph, the given one untouched, the result a valid graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import keikaku
from keikaku.graph import changes, jsonfile
from keikaku.queries.graph_walks import Graph, leaving, responsible
from tests.queries.small_graph import CITY, DOC, LAW, small_graph

PAYING = f"{DOC}/plan/1-1-2"
WINDOW = f"{DOC}/plan/1-1-10"
PAPER = f"{DOC}/plan/2-1-1"
TAX, DUES, CIVIC = (f"{CITY}/department/{name}" for name in ("市税課", "収納課", "市民課"))
WHY = "試案: 部の再編"


def of(graph: Graph, plan: str) -> list[tuple[str, str]]:
    return [(graph.nodes[node]["name"], facts["role"]) for node, facts in responsible(graph, plan)]


@pytest.fixture
def graph() -> Graph:
    return small_graph()


OPERATIONS: dict[str, Callable[[Graph], Graph]] = {
    "merge": lambda g: changes.merge_departments(g, [DUES, TAX], "税務課", WHY),
    "rename": lambda g: changes.rename_department(g, DUES, "債権管理課", WHY),
    "split": lambda g: changes.split_department(
        g, CIVIC, {WINDOW: "窓口課"}, "市民課", ["窓口課", "市民課"], WHY
    ),
    "drop": lambda g: changes.drop_plan(g, PAYING),
    "move": lambda g: changes.move_plan(g, PAYING, f"{DOC}/initiative/2-1", WHY),
    "hand over": lambda g: changes.hand_over(g, PAYING, CIVIC, WHY),
    "retitle": lambda g: changes.rename_plan(g, PAYING, "電子納付", WHY),
    "guideline": lambda g: changes.drop_guideline(g, LAW),
    "variant": changes.as_variant,
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_the_graph_is_left_as_it_is_and_the_result_is_a_graph(graph: Graph, name: str) -> None:
    before = jsonfile.dumps(graph)
    result = OPERATIONS[name](graph)
    keikaku.validate(result)
    assert jsonfile.dumps(graph) == before
    assert jsonfile.dumps(result) != before


def test_a_plan_that_is_handed_over_has_another_lead_and_nobody_else_loses(graph: Graph) -> None:
    over = OPERATIONS["hand over"](graph)
    assert of(over, PAYING) == [("市民課", "lead"), ("市税課", "co")]
    evidence = over.edges[CIVIC, PAYING, "RESPONSIBLE_FOR"]["evidence"]
    assert {(e["reading"], WHY in e["note"]) for e in evidence} == {("inferred", True)}
    assert (
        evidence[0]["line"] == graph.edges[DUES, PAYING, "RESPONSIBLE_FOR"]["evidence"][0]["line"]
    )


def test_who_shared_a_plan_may_take_its_lead(graph: Graph) -> None:
    over = changes.hand_over(graph, PAYING, TAX, WHY)
    assert of(over, PAYING) == [("市税課", "lead")]
    evidence = over.edges[TAX, PAYING, "RESPONSIBLE_FOR"]["evidence"]
    assert {(e["reading"], WHY in e["note"]) for e in evidence} == {("inferred", True)}


def test_a_plan_that_nobody_led_gets_a_lead(graph: Graph) -> None:
    unled = graph.copy()
    for department in (DUES, TAX):
        unled.remove_edge(department, PAYING, "RESPONSIBLE_FOR")
    led = changes.hand_over(unled, PAYING, CIVIC, WHY)
    assert of(led, PAYING) == [("市民課", "lead")]
    keikaku.validate(led)


def test_what_the_lead_held_of_components_goes_along(graph: Graph) -> None:
    plan, component = f"{DOC}/plan/2-1-1", f"{DOC}/component/2-1-1/1"
    assert of(graph, component) == [("市民課", "component")]
    once = changes.hand_over(graph, plan, CIVIC, WHY)
    assert of(once, plan)[0] == ("市民課", "lead")
    assert of(once, component) == [("市民課", "component")]
    twice = changes.hand_over(once, plan, DUES, WHY)
    assert of(twice, plan)[0] == ("収納課", "lead")
    assert of(twice, component) == [("収納課", "component")]


def test_merged_departments_keep_the_stronger_role_and_all_evidence(graph: Graph) -> None:
    merged = OPERATIONS["merge"](graph)
    assert of(graph, PAYING) == [("収納課", "lead"), ("市税課", "co")]
    assert of(merged, PAYING) == [("税務課", "lead")]
    node = f"{CITY}/department/税務課"
    assert merged.nodes[node]["aliases"] == ["収納課", "市税課"]
    evidence = merged.edges[node, PAYING, "RESPONSIBLE_FOR"]["evidence"]
    assert {piece["reading"] for piece in evidence} == {"inferred"}
    assert all(piece["note"].startswith(WHY) for piece in evidence)
    assert DUES not in merged


def test_a_department_and_its_section_that_become_one_are_no_part_of_themselves(
    graph: Graph,
) -> None:
    divided = graph.copy()
    divided.add_edge(TAX, DUES, "PART_OF", type="PART_OF", evidence=[])
    merged = OPERATIONS["merge"](divided)
    assert not [source for source, target in merged.edges() if source == target]
    assert of(merged, PAYING) == [("税務課", "lead")]


def test_a_department_that_is_there_takes_over_and_keeps_its_own_as_stated(graph: Graph) -> None:
    merged = changes.merge_departments(graph, [TAX], "収納課", WHY)
    assert of(merged, PAYING) == [("収納課", "lead")]
    pieces = merged.edges[DUES, PAYING, "RESPONSIBLE_FOR"]["evidence"]
    assert pieces[0]["reading"] == "stated"


def test_a_renamed_department_stands_where_it_stood(graph: Graph) -> None:
    renamed = OPERATIONS["rename"](graph)
    assert [*graph].index(DUES) == [*renamed].index(f"{CITY}/department/債権管理課")


def test_parts_of_a_department_take_their_plans_with_the_components(graph: Graph) -> None:
    split = OPERATIONS["split"](graph)
    assert of(split, WINDOW) == [("窓口課", "lead")]
    assert CIVIC in split


def test_a_dropped_plan_takes_with_it_what_is_its_own(graph: Graph) -> None:
    gone = {*graph} - {*OPERATIONS["drop"](graph)}
    assert PAYING in gone
    assert all(f"/{PAYING.rpartition('/')[2]}" in node for node in gone)
    assert gone - {PAYING} == {*changes.goes_with(graph, PAYING)}


def test_a_plan_that_rests_on_a_dropped_one_is_a_finding(graph: Graph) -> None:
    codes = {(f["code"], f["node"]) for f in changes.drop_plan(graph, PAYING).graph["findings"]}
    assert ("dependency-broken", WINDOW) in codes
    untouched = changes.drop_plan(graph, PAPER).graph["findings"]
    assert "dependency-broken" not in {finding["code"] for finding in untouched}


def test_a_dropped_plan_leaves_what_another_one_holds_too(graph: Graph) -> None:
    shared, both = f"{DOC}/indicator/1-1-2/1", graph.copy()
    both.add_edge(WINDOW, shared, "MEASURED_BY", type="MEASURED_BY", order=1, evidence=[])
    assert shared in changes.drop_plan(both, PAYING)
    assert f"{DOC}/action/1-1-2/1" not in changes.drop_plan(both, PAYING)
    assert shared not in changes.drop_plan(graph, PAYING)


def test_a_moved_plan_keeps_its_number_and_comes_last(graph: Graph) -> None:
    moved = OPERATIONS["move"](graph)
    assert moved.nodes[PAYING]["number"] == "1-1-2"
    above = f"{DOC}/initiative/2-1"
    order = {end: facts["order"] for end, facts in leaving(moved, above, "HAS_PART")}
    assert max(order, key=lambda end: order[end]) == PAYING
    assert "number-elsewhere" in {finding["code"] for finding in moved.graph["findings"]}
    back = changes.move_plan(moved, PAYING, f"{DOC}/initiative/1-1", WHY)
    assert "number-elsewhere" not in {finding["code"] for finding in back.graph["findings"]}


def test_a_plan_is_the_first_where_there_was_none(graph: Graph) -> None:
    initiative = f"{DOC}/initiative/2-1"
    without = graph.copy()
    without.remove_edges_from([(initiative, part) for part in graph.successors(initiative)])
    moved = changes.move_plan(without, PAYING, initiative, WHY)
    ((plan, edge),) = leaving(moved, initiative, "HAS_PART")
    assert (plan, edge["order"]) == (PAYING, 1)


def test_a_number_that_is_taken_is_renewed(graph: Graph) -> None:
    clash = changes.rename_plan(graph, PAPER, "別の計画", WHY)
    clash.nodes[PAPER]["number"] = "1-1-2"
    moved = changes.move_plan(clash, PAYING, f"{DOC}/initiative/2-1", WHY)
    assert moved.nodes[PAYING]["number"] == "2-1-1"


def test_a_plan_without_another_basis_is_a_finding(graph: Graph) -> None:
    findings: list[dict[str, Any]] = OPERATIONS["guideline"](graph).graph["findings"]
    assert "basis-lost" in {finding["code"] for finding in findings}
