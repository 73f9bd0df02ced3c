"""The timeline as a Gantt: a row an action, a bar over its years, hatched where it may go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph import network
from keikaku.visualizations import map_page
from tests.queries.small_graph import records
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

_BARS = """() => [...document.querySelectorAll('#other-view .run')].map((bar) => {
    const box = bar.getBoundingClientRect();
    const surely = bar.querySelector('.surely').getBoundingClientRect();
    const perhaps = bar.querySelector('.perhaps');
    return {
        text: bar.querySelector('.link').textContent,
        columns: bar.style.gridColumn,
        surely: Math.round(100 * surely.width / box.width),
        hatched: perhaps !== null
            && getComputedStyle(perhaps).backgroundImage.includes('repeating-linear-gradient'),
    };
})"""


@pytest.fixture
def timeline(open_map: Open, tmp_path: Path) -> Opened:
    """The small plan's timeline; its milestone runs to 2023 and may go on to 2025."""
    made = records(prose=True)
    milestone = next(node for node in made.nodes if node.kind == "Milestone")
    milestone.facts |= {"continues": "unknown", "latest_year": 2025}
    path = tmp_path / "map.html"
    map_page.write(path, network.from_records(made))
    seen = open_map(path)
    seen.page.click("#tab-timeline")
    return seen


def test_a_bar_spans_its_years_and_is_hatched_where_it_may_go_on(timeline: Opened) -> None:
    bars = timeline.page.evaluate(_BARS)
    by_text = {bar["text"]: bar for bar in bars}
    assert by_text["導入の検討"] == {
        "text": "導入の検討",
        "columns": "1 / 5",
        "surely": 50,
        "hatched": True,
    }
    assert by_text["→"]["hatched"] is False, "a bare arrow is stated"


def test_every_action_has_a_row_and_the_sign_is_explained(timeline: Opened) -> None:
    page = timeline.page
    made = records(prose=True)
    actions = [node.facts["title"] for node in made.nodes if node.kind == "Action"]
    assert page.locator("#other-view tbody td.action .link").all_inner_texts() == actions
    assert "続いている可能性" in timeline.text("#other-view .key")
    label = page.get_attribute("#other-view .perhaps[role=img]", "aria-label")
    assert label is not None
    assert "2025" in label


def test_the_year_filter_keeps_what_may_run_and_says_so(timeline: Opened) -> None:
    page = timeline.page
    page.select_option("#filter-year", "2024")
    assert "うち続いている可能性 1 件" in timeline.text("#left")
    page.select_option("#filter-year", "2023")
    assert "可能性" not in timeline.text("#left")


def test_the_workload_hatches_and_counts_what_may_run(timeline: Opened) -> None:
    page = timeline.page
    page.click("#tab-workload")
    cell = page.locator("#other-view td.heat.may").first
    assert cell.inner_text() == "·", "what surely runs is the number; nothing does here"
    assert cell.get_attribute("data-more") == "1"
    assert "続いている可能性のある取組1件" in (cell.get_attribute("title") or "")


def test_the_details_show_a_year_that_may_be(timeline: Opened) -> None:
    timeline.page.click("#tab-map")
    timeline.search("1-1-2")
    assert "⇢" in timeline.text("#details")


def test_years_of_every_era_are_called_by_it(open_map: Open, tmp_path: Path) -> None:
    made = records(prose=True)
    milestone = next(node for node in made.nodes if node.kind == "Milestone")
    milestone.facts |= {"first_year": 1985, "last_year": 1989}
    path = tmp_path / "map.html"
    map_page.write(path, network.from_records(made))
    html = open_map(path).page.content()
    assert "昭和60（1985）年度" in html
    assert "平成元（1989）年度" in html
    assert "平成-3" not in html
