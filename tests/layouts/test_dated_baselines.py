"""A baseline with its year in one cell, or in a column beside it (基準値と年度)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records
from keikaku.loaders.layouts.documents.headings import _is_of_cover
from tests.layouts.test_list_columns import listed


def _baseline(records: Records) -> dict[str, Any]:
    (indicator,) = (node for node in records.nodes if node.kind == "Indicator")
    known: dict[str, Any] = indicator.facts["baseline"]
    return known


@pytest.mark.parametrize(
    "head", ["基準値（年度）", "現状値（年度）", "基準値（基準年度）", '"基準値\n（年度）"']
)
@pytest.mark.parametrize("cell", ["142（R4）", "142（令和4年度）"])
def test_a_cell_holds_a_baseline_with_its_year(head: str, cell: str, tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, f"番号,事業名,担当課,指標名,単位,{head},目標値（R8）"),
        f"1,窓口の改善,市民課,相談の件数,件,{cell},200",
    )
    known = _baseline(records)
    assert (known["value"], known["unit"], known["fiscal_year"]) == (142, "件", 2022)


@pytest.mark.parametrize("year", ["R4", "令和4年度"])
def test_a_column_of_years_beside_the_baseline_dates_it(year: str, tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課,指標名,単位,基準値,基準値（年度）,目標値（R8）"),
        f"1,窓口の改善,市民課,相談の件数,件,142,{year},200",
    )
    known = _baseline(records)
    assert (known["value"], known["unit"], known["fiscal_year"]) == (142, "件", 2022)


@pytest.mark.parametrize(
    "line",
    [
        *("架空市", "令和7年3月　架空市", "（令和7年度～令和11年度）", "2025年3月策定"),
        *("令和7年3月策定（令和8年4月改定）", "架空市　総務部　行政改革課"),
    ],
)
def test_a_line_of_a_cover_is_no_level(line: str) -> None:
    from keikaku.loaders.text import normal

    assert _is_of_cover(normal(line))


@pytest.mark.parametrize("line", ["歳入の確保", "市民と歩む市政", "総務部　財政課"])
def test_what_a_plan_is_for_is_no_line_of_a_cover(line: str) -> None:
    assert not _is_of_cover(line)
