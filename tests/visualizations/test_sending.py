"""Saving and printing from the map: tables for Excel, saved views, sheets of paper."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest

from tests.makers import convert
from tests.visualizations.browsing import Opened, cells, saved
from tests.visualizations.conftest import Open
from tests.visualizations.firefox import Firefox

VIEWS = ("workload", "timeline", "themes", "indicators")
KEEP = """
    window.savedBlobs = [];
    const real = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => { window.savedBlobs.push(blob); return real(blob); };
"""


def test_each_table_becomes_a_workbook_that_libreoffice_opens_alike(
    opened_map: Opened, tmp_path: Path
) -> None:
    for view in VIEWS:
        path = saved(opened_map, view, tmp_path)
        rows = cells(path)
        assert len(rows) == opened_map.page.locator("#other-view tbody tr").count() + 1, view
        table = openpyxl.load_workbook(path).worksheets[0]
        assert table.freeze_panes == "B2"
        assert table.auto_filter.ref == table.dimensions
    opened = convert.by_office(tmp_path / "timeline.xlsx", "xlsx", tmp_path / "office")
    assert cells(opened) == cells(tmp_path / "timeline.xlsx")
    timeline = cells(tmp_path / "timeline.xlsx")
    assert timeline[0][:3] == ("番号", "実施計画", "取組")
    assert timeline[1][0] == "1-1-2"
    load = {row[0]: row for row in cells(tmp_path / "workload.xlsx")}
    assert load["収納課"][1] == 1
    assert load["所管課"][6] == "割合"
    assert isinstance(load["収納課"][6], float)


def test_a_workbook_says_what_it_is_of(opened_map: Opened, tmp_path: Path) -> None:
    opened_map.page.select_option("#filter-goal", index=1)
    values_by_head = {row[0]: row[1] for row in cells(saved(opened_map, "themes", tmp_path), 1)}
    assert "目標: 便利な市役所" in str(values_by_head["絞り込み"])
    assert values_by_head["計画数"] == "計画 2 / 3 件"
    assert "?: 印が不明" in str(values_by_head["記号・数え方"])
    assert "不明" in values_by_head


def test_saved_views_are_sent_as_a_file_and_as_a_link(
    opened_map: Opened, open_map: Open, map_file: Path, tmp_path: Path
) -> None:
    page = opened_map.page
    page.select_option("#look-arrangement", "department")
    page.click("#views-open")
    page.fill("#view-name", "課ごと")
    page.click("#view-save")
    with page.expect_download() as waiting:
        page.click("#views-file")
    file = tmp_path / "views.json"
    waiting.value.save_as(file)
    answer = json.loads(file.read_text(encoding="utf-8"))
    assert [view["name"] for view in answer["views"]] == ["課ごと"]

    other = open_map(map_file)
    other.page.click("#views-open")
    other.page.set_input_files("#views-input", file)
    other.page.click("#views-box ol .link >> text=課ごと")
    assert other.page.input_value("#look-arrangement") == "department"

    sent = quote(json.dumps([["課ごと", "by=department"], ["工程", "view=timeline"], "x"]))
    third = open_map(map_file, f"#views={sent}")
    assert third.page.locator("#views-box ol li").count() == 2
    third.page.click("#present")
    third.page.keyboard.press("ArrowRight")
    assert third.text("#stage-name") == "2 / 2　工程"
    assert "取組" in third.text("#other-view thead")


def test_a_file_that_holds_no_views_is_refused_in_words(opened_map: Opened, tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    file.write_text('{"schema": "keikaku-views/1", "views": [{"name": 1}]}', encoding="utf-8")
    opened_map.page.click("#views-open")
    opened_map.page.set_input_files("#views-input", file)
    opened_map.page.wait_for_selector("#toast:not([hidden])")
    assert "読み込めません" in opened_map.text("#toast")


@pytest.mark.parametrize(("paper", "size"), [("A3", (420, 297)), ("A4", (297, 210))])
def test_saved_views_are_printed_one_a_sheet(
    open_map: Open, map_file: Path, paper: str, size: tuple[int, int]
) -> None:
    sent = quote(json.dumps([["全体", ""], ["課ごと", "by=department"], ["テーマ", "view=themes"]]))
    page = open_map(map_file, f"#views={sent}").page
    page.keyboard.press("Escape")
    page.evaluate("window.print = () => {}")
    page.click("#print")
    page.check("[value=print-views]")
    page.check(f"[value={paper}]")
    page.click("#print-now")
    assert page.locator("#paper-views h2").all_text_contents() == ["全体", "課ごと", "テーマ"]
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert sheet.count(b"/Type /Page\n") in {0, 3}
    box = next(line for line in sheet.split(b"\n") if b"/MediaBox" in line)
    sizes = (float(part) for part in box.split(b"[")[1].split(b"]")[0].split()[2:])
    assert tuple(round(side / 72 * 25.4) for side in sizes) == size
    assert page.locator("#paper-views h2").count() == 0


def test_firefox_saves_a_workbook_and_receives_views(fox: Firefox, map_file: Path) -> None:
    fox.click("#tab-workload")
    fox.run(KEEP)
    fox.click("#save-xlsx")
    assert fox.run("return window.savedBlobs[0].type").endswith("spreadsheetml.sheet")
    sent = quote(json.dumps([["工程", "view=timeline"]]))
    fox.visit(map_file, f"#views={sent}")
    assert "工程" in fox.text("#views-box ol")
