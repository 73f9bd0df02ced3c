"""A plan that prints no name, and an entry with neither number nor name, are reported."""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.records import Records
from tests.layouts.test_list_columns import listed

HEAD = "番号,事業名,所管課,指標名,目標値（R8）"
PLAN = "1,窓口の改善,市民課,待ち時間,10分"


def _reported(records: Records) -> dict[str, list[dict[str, object]]]:
    codes = ("plan-without-title", "records-without-name")
    return {c: [dict(f.details) for f in records.findings if f.code == c] for c in codes}


def test_a_plan_with_a_number_and_no_name_is_reported(tmp_path: Path) -> None:
    records = listed(tmp_path, HEAD, PLAN, "4,,税務課,収納率,99%")
    assert _reported(records) == {"plan-without-title": [{"plan": "4"}], "records-without-name": []}


def test_an_entry_before_the_first_plan_is_reported_with_what_it_holds(tmp_path: Path) -> None:
    records = listed(tmp_path, HEAD, ",,税務課,収納率,99%", PLAN)
    assert _reported(records)["records-without-name"] == [{"count": 1, "example": "税務課"}]


def test_a_row_below_its_plan_is_part_of_it_and_not_reported(tmp_path: Path) -> None:
    records = listed(tmp_path, HEAD, PLAN, ",,市民課,満足度,80%")
    assert _reported(records) == {"plan-without-title": [], "records-without-name": []}
