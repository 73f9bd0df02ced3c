"""``department``: one department whole, on a terminal, as data, and as a printed page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

import keikaku
from keikaku.exports import department_page, department_sheet, department_years
from keikaku.exports.documents import Block, Cell, PageBreak, Table
from keikaku.exports.documents.block_heights import SHEET, height
from keikaku.graph import network
from keikaku.queries.department.answer import (
    DepartmentWhole,
    Due,
    OpenFinding,
    OwnAmount,
    OwnIndicator,
    OwnPlan,
)
from keikaku.queries.plan.plan_rows import Heading
from tests.cli.running import Keikaku
from tests.queries.deep_plan import deep


def test_a_department_is_shown_whole(ask: Keikaku) -> None:
    out = ask("department", "収納課").out
    assert "収納課　所管計画の一覧" in out
    assert "1-1-2" in out
    assert "市税等の電子納付" in out


def test_data_holds_plans_with_roles_and_years_with_certainty(ask: Keikaku) -> None:
    (row,) = json.loads(ask("department", "収納課", "--format", "json").out)["rows"]
    assert row["id"].endswith("/department/収納課")
    assert [(plan["number"], plan["role"]) for plan in row["plans"]] == [("1-1-2", "lead")]
    assert {due["certainty"] for due in row["due"]} <= {"stated", "possible"}
    assert {due["year"] for due in row["due"]} <= set(range(2022, 2026))


def test_an_unknown_department_is_refused_with_the_nearest(ask: Keikaku) -> None:
    ran = ask("department", "収納科")
    assert ran.code == 2
    assert "収納課" in ran.err


def test_a_page_is_printed_as_html_and_word(ask: Keikaku, tmp_path: Path) -> None:
    page, word = tmp_path / "課.html", tmp_path / "課.docx"
    assert ask("department", "収納課", "--out", str(page)).code == 0
    assert ask("department", "収納課", "--out", str(word)).code == 0
    assert "市税等の電子納付" in page.read_text(encoding="utf-8")
    cells = [cell.text for table in Document(str(word)).tables for cell in table._cells]
    assert "市税等の電子納付" in cells


def test_a_page_shows_the_levels_above_a_plan(ask: Keikaku) -> None:
    out = ask("department", "収納課").out
    assert "重点推進目標 › 取組事項" in out
    (row,) = json.loads(ask("department", "収納課", "--format", "json").out)["rows"]
    assert [each["number"] for each in row["plans"][0]["headings"]] == ["1", "1-1"]


def test_what_plans_cost_is_added_up_and_unknown_stays_unknown() -> None:
    graph = network.from_payload(network.to_payload(deep()))
    (row,) = keikaku.department(graph, "防災課").rows
    assert row.amounts == [
        OwnAmount(2024, "actual", 1, 1_200_000, 300),
        OwnAmount(2025, "effect", 1, -500_000, None),
        OwnAmount(2025, "plan", 1, 9, 12.5),
    ]
    cells = [[*map(str, cells)] for _, cells in _rows(department_page.blocks(row, "ja"))]
    assert ["2025", "効果", "1", "-500,000", "不明"] in cells
    (row,) = keikaku.department(graph, "支援課").rows
    assert row.amounts == []  # it leads none


def _rows(blocks: Iterable[Block]) -> Iterator[tuple[Table, Sequence[Cell]]]:
    for block in blocks:
        if isinstance(block, Table):
            yield from ((block, row) for row in block.rows)


@pytest.mark.parametrize("plans", [1, 12, 60])
def test_every_department_has_one_sheet_with_the_rest_whole_behind_it(plans: int) -> None:
    whole = _busy(plans)
    blocks = department_sheet.blocks(whole, "ja")
    end = next((i for i, each in enumerate(blocks) if isinstance(each, PageBreak)), len(blocks))
    page, annex = blocks[:end], blocks[end:]
    assert height(page) <= SHEET
    text = str(blocks)
    for each in whole.indicators:
        assert each.name in text
    for due in whole.due:
        assert due.text in text
    assert bool(annex) == (plans > 1)
    if annex:
        assert "別紙" in str(page)
        assert f"指標 {len(whole.indicators)}件" in str(page)


def _busy(plans: int) -> DepartmentWhole:
    """Return a department with so many plans, each with four actions in four years."""
    numbers = [f"1-{n}" for n in range(1, plans + 1)]
    own = [OwnPlan(n, "town", n, f"窓口の見直し {n}", "lead", [], []) for n in numbers]
    due = [
        Due(year, "stated" if year == 2026 else "possible", n, f"取組{k}", f"{n}の{k}を始める")
        for n in numbers
        for k in range(4)
        for year in range(2026, 2030)
    ]
    names = [(n, f"{n}の指標{k}") for n in numbers for k in range(2)]
    indicators = [OwnIndicator(n, name, None, None, None) for n, name in names]
    finding = [OpenFinding(n, "info", "表の列が失われています。") for n in numbers]
    return DepartmentWhole("d", "星見課", own, due, indicators, [], [], [], [], [], finding)


@pytest.mark.parametrize(("last", "columns"), [(2033, 2 + 8), (2034, 5)])
def test_eight_years_are_columns_and_nine_are_spans(last: int, columns: int) -> None:
    due = [Due(year, "stated", "1-1", "取組", "始める") for year in (2026, last)]
    whole = replace(_busy(1), due=due)
    table, *_ = department_years.due(whole, "texts", "ja")
    assert isinstance(table, Table)
    assert len(table.heads) == columns


def test_levels_are_named_once_where_all_plans_with_levels_stand_under_the_same() -> None:
    whole = _busy(2)
    first, second = whole.plans
    under = replace(first, headings=[Heading("1", "窓口", "柱")])
    blocks = department_page.blocks(replace(whole, plans=[under, second]), "ja")
    assert any("柱" in each.heads for each in blocks if isinstance(each, Table))
