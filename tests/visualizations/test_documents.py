"""A map of several documents: two cities side by side, or two editions of one plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph import merging, network
from keikaku.visualizations import map_page
from tests.queries.small_graph import records
from tests.visualizations.browsing import Opened, cells, saved
from tests.visualizations.conftest import Open

CITIES = {"aozora-2022": "あおぞら市", "aozora-2026": "あおぞら市", "umi-2026": "うみ市"}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents = [network.from_records(records(*each)) for each in CITIES.items()]
    path: Path = tmp_path_factory.mktemp("several") / "map.html"
    map_page.write(path, merging.merge(documents)[0])
    return path


@pytest.fixture
def seen(open_map: Open, file: Path) -> Opened:
    return open_map(file)


def test_a_document_can_be_chosen_and_goes_with_the_other_filters(seen: Opened) -> None:
    assert seen.text("#left") == "計画 9 / 9 件"
    seen.page.select_option("#filter-document", "umi-2026")
    assert seen.text("#left") == "計画 3 / 9 件"
    seen.page.select_option("#filter-theme", label="キャッシュレス（6）")
    assert seen.text("#left") == "計画 2 / 9 件"
    seen.page.click("#reset")
    assert seen.text("#left") == "計画 9 / 9 件"


def test_goals_and_departments_stand_under_what_they_are_of(seen: Opened) -> None:
    groups = "[...document.querySelectorAll('#filter-{} optgroup')].map(group => group.label)"
    assert len(seen.page.evaluate(groups.format("goal"))) == 2  # titles, one for both editions
    assert seen.page.evaluate(groups.format("department")) == ["あおぞら市", "うみ市"]


def test_what_is_found_says_where_it_is(seen: Opened) -> None:
    seen.page.fill("#search", "1-1-2")
    assert seen.text("#found").count("あおぞら市") == 2
    assert "うみ市" in seen.text("#found")


def test_rows_say_which_document_they_are_of(seen: Opened) -> None:
    for view in ("workload", "timeline", "themes", "indicators"):
        seen.page.click(f"#tab-{view}")
        text = seen.text("#other-view tbody")
        assert "うみ市行財政改革プラン2022" in text, view
        assert "あおぞら市行財政改革プラン2022" in text, view


def test_a_department_has_a_row_in_each_of_its_documents(seen: Opened) -> None:
    seen.page.click("#tab-workload")
    assert seen.page.locator("#other-view tbody tr", has_text="収納課").count() == 3


def test_the_link_keeps_the_document(seen: Opened, open_map: Open, file: Path) -> None:
    seen.page.select_option("#filter-document", "aozora-2026")
    seen.pixels()
    again = open_map(file, seen.page.evaluate("location.hash"))
    assert again.text("#left") == "計画 3 / 9 件"
    assert again.page.input_value("#filter-document") == "aozora-2026"


def test_a_workbook_says_which_document_each_row_is_of(seen: Opened, tmp_path: Path) -> None:
    for view in ("workload", "timeline", "themes", "indicators"):
        head, *rows = cells(saved(seen, view, tmp_path))
        place = head.index("計画書")
        titles = {row[place] for row in rows}
        assert titles == {"うみ市行財政改革プラン2022", "あおぞら市行財政改革プラン2022"}, view
    seen.page.select_option("#filter-document", "umi-2026")
    head, *rows = cells(saved(seen, "timeline", tmp_path))
    assert {row[head.index("計画書")] for row in rows} == {"うみ市行財政改革プラン2022"}
    about = {row[0]: str(row[1]) for row in cells(tmp_path / "timeline.xlsx", 1)}
    assert "うみ市" in about["絞り込み"]
    assert about["計画数"] == "計画 3 / 9 件"


def test_a_saved_view_keeps_its_document(seen: Opened) -> None:
    page = seen.page
    page.select_option("#filter-document", "umi-2026")
    page.click("#tab-indicators")
    page.click("#views-open")
    page.fill("#view-name", "うみ市の指標")
    page.click("#view-save")
    page.keyboard.press("Escape")
    page.click("#reset")
    page.click("#tab-map")
    assert seen.text("#left") == "計画 9 / 9 件"
    page.click("#views-open")
    page.click("#views-box ol .link >> text=うみ市の指標")
    assert seen.text("#left") == "計画 3 / 9 件"
    assert "あおぞら市" not in seen.text("#other-view tbody")
