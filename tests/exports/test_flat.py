"""Facts as plain attributes for tools that know no lists: one type for each, nothing lost."""

from __future__ import annotations

import json

import pytest

from keikaku.exports.flat import of_edge, of_node
from tests.makers.full_city import DOCUMENT, full_city

RATE, SAVED = f"{DOCUMENT}/indicator/1-1/1", f"{DOCUMENT}/indicator/1-1/3"
SPREAD = f"{DOCUMENT}/indicator/1-1/2"


@pytest.mark.parametrize(
    ("node", "attributes"),
    [
        (
            RATE,
            {
                "kind": "Indicator", "label": "電子申請の割合", "name": "電子申請の割合",
                "measurable": True, "target_value": 60.0, "target_unit": "%",
                "target_comparator": ">=", "target_as_of": "2028年度末", "target_raw": "60%以上",
                "target_fiscal_year": 2028, "baseline_qualifier": "約", "baseline_value": 32.5,
                "direction": "increase", "role": "outcome", "source": "情報課の集計",
            },
        ),
        (SAVED, {"target_cumulative": True, "cumulative": True, "target_value": 1_200_000.0}),
        (SPREAD, {"target_low": 3.0, "target_high": 5.0, "baseline_value": 9.0}),
        (
            f"{DOCUMENT}/plan/1-1",
            {"unknown_marks": "ペーパーレス", "first_year": 2026, "category": "拡充"},
        ),
        (f"{DOCUMENT}/evaluation/1-1/2026", {"criteria": "必要性: A; 効率性: C", "grade": "B"}),
        (f"{DOCUMENT}/budget/1-1/2026-budget", {"total": 1_200_000, "hours": 12.25}),
    ],
)  # fmt: skip
def test_a_node_has_plain_attributes(node: str, attributes: dict[str, object]) -> None:
    flat = of_node(full_city().nodes[node])
    values = {name: flat.get(name) for name in attributes}
    assert values == attributes
    assert {name: type(each) for name, each in values.items()} == {
        name: type(each) for name, each in attributes.items()
    }


def test_what_is_not_stated_is_no_attribute() -> None:
    flat = of_node(full_city().nodes[SPREAD])
    assert not {"target_value", "target_qualifier", "values", "cumulative"} & flat.keys()


def test_values_by_year_and_evidence_are_json() -> None:
    flat = of_node(full_city().nodes[RATE])
    values = json.loads(str(flat["values"]))
    assert [(each["fiscal_year"], each["kind"]) for each in values] == [
        (2026, "target"), (2026, "actual"), (2027, "target"), (2028, "forecast"),
    ]  # fmt: skip
    assert "40%以上" in str(flat["values"])
    assert flat["quote"] == "電子申請の割合"
    assert json.loads(str(flat["evidence"]))[0]["quote"] == "電子申請の割合"


def test_a_relation_has_them_too() -> None:
    graph = full_city()
    (touches,) = graph.get_edge_data(f"{DOCUMENT}/plan/1-1", "theme/DX").values()
    flat = of_edge(touches)
    assert flat["relation"] == "TOUCHES"
    assert (flat["basis"], flat["terms"]) == ("text", "AI-OCR; デジタル化")
    assert "strength" not in flat
