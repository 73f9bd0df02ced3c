"""Columns of a list that stand in an unusual order, or say less, are read by their heads."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load


def listed(path: Path, *rows: str) -> Records:
    source = path / "list.csv"
    source.write_text("\n".join(rows), encoding="utf-8")
    return load(source)


def departments(records: Records) -> list[tuple[str, str]]:
    return [
        (edge.source.rpartition("/")[2], edge.facts["role"])
        for edge in records.edges
        if edge.type == "RESPONSIBLE_FOR" and edge.target.endswith("/1")
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "roles"),
    [
        ("所管課,関係課", "市民課,収納課", {"市民課": "lead", "収納課": "co"}),
        ("関係課,所管課", "収納課,市民課", {"市民課": "lead", "収納課": "co"}),
        ("所管課,備考", "市民課・収納課,", {"市民課": "lead", "収納課": "co"}),
        ("関係課,備考", "市民課、収納課,", {"市民課": "co", "収納課": "co"}),
    ],
)
def test_the_head_says_who_leads(
    heads: str, cells: str, roles: dict[str, str], tmp_path: Path
) -> None:
    records = listed(
        *(tmp_path, f"番号,事業名,{heads}"),
        *(f"1,窓口の改善,{cells}", "2,納付の推進,収納課,収納課"),
    )
    assert dict(departments(records)) == roles
    leads_first = [role for _, role in departments(records)]
    assert leads_first == sorted(leads_first, reverse=True)


def test_a_list_of_three_columns_is_one(tmp_path: Path) -> None:
    records = listed(tmp_path, "番号,事業名,所管課", "1,窓口の改善,市民課", "2,納付の推進,収納課")
    plans = [node for node in records.nodes if node.kind == "Plan"]
    assert [(p.facts["number"], p.facts["title"]) for p in plans] == [
        ("1", "窓口の改善"),
        ("2", "納付の推進"),
    ]


@pytest.mark.parametrize(
    ("heads", "cells", "values"),
    [
        ("現状値,R7,R8", "10,12,14", [(2025, "target", 12), (2026, "target", 14)]),
        ("R5実績,R7,R8", "10,12,-", [(2023, "actual", 10), (2025, "target", 12)]),
        ("R6見込,R7目標", "11,12", [(2024, "forecast", 11), (2025, "target", 12)]),
    ],
)  # fmt: skip
def test_bare_years_behind_an_indicator_are_its_values(
    heads: str, cells: str, values: list[tuple[int, str, float]], tmp_path: Path
) -> None:
    records = listed(
        *(tmp_path, f"番号,事業名,担当課,指標名,単位,{heads}"),
        *(f"1,窓口の改善,市民課,待ち時間,分,{cells}", f"2,納付の推進,収納課,納付率,％,{cells}"),
    )
    for each in (n.facts for n in records.nodes if n.kind == "Indicator"):
        assert [(v["fiscal_year"], v["kind"], v["value"]) for v in each["values"]] == values
