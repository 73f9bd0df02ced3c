"""What a server keeps of a finding: only what is there."""

from __future__ import annotations

from typing import Any

from keikaku.graph.store.properties import of_finding

FINDING: dict[str, Any] = {
    "code": "marks-missing",
    "severity": "warning",
    "node": None,
    "message": "印がありません。",
    "suggestion": None,
    "settled": None,
    "evidence": [],
}


def test_a_finding_about_the_whole_has_no_node_and_no_line() -> None:
    assert of_finding(FINDING, None) == {
        "code": "marks-missing",
        "severity": "warning",
        "message": "印がありません。",
        "settled": False,
        "seen_in": "",
    }


def test_a_finding_about_a_part_is_about_its_plan_and_where_it_was_seen_first() -> None:
    evidence = [{"document": "d", "line": 7}, {"document": "e", "line": 9}]
    row = FINDING | {"node": "d/indicator/1/1", "evidence": evidence, "settled": {"by": "山田"}}
    properties = of_finding(row, "d/plan/1")
    assert properties["about"] == "d/plan/1"
    assert properties["node"] == "d/indicator/1/1"
    assert (properties["seen_in"], properties["line"]) == ("d", 7)
    assert properties["settled"]
    assert of_finding(row, None)["about"] == "d/indicator/1/1"
