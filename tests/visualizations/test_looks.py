"""Arrangements, colours, editions and saved views of the map, in a real browser."""

from __future__ import annotations

import csv
import re
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import keikaku
from keikaku.graph import network
from keikaku.queries.graph_walks import Graph
from keikaku.visualizations.arrangements.layout import Box
from tests.queries.small_graph import records
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open
from tests.visualizations.test_arrangements import overlap

EXAMPLES = Path(__file__).parents[2] / "examples"
_CODE = "\n".join(
    (files("keikaku.visualizations") / "page" / f"{name}.js").read_text(encoding="utf-8")
    for name in ("state", "arrangement", "collapse", "filters")
)
_PAINT = (files("keikaku.visualizations") / "page" / "paint.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example city's map with the progress of its plans."""
    graph = keikaku.load(EXAMPLES / "midorino-2026-plan.txt")
    out = tmp_path_factory.mktemp("looks") / "map.html"
    return keikaku.map(graph, out, progress=EXAMPLES / "midorino-2026-progress.csv")


@pytest.fixture(scope="module")
def page(browser: Browser, coloured: Path) -> Page:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page = context.new_page()
    Opened(page, coloured).visit()
    return page


@pytest.fixture
def seen(page: Page, coloured: Path) -> Opened:
    """The one open map of this module, as it is at first."""
    return Opened(page, coloured).visit()


def legend(seen: Opened) -> dict[str, str]:
    rows = seen.page.locator("#colours li").all_inner_texts()
    return {name: number for name, _, number in (row.partition("\n") for row in rows)}


def test_progress_colours_the_plans_and_the_glance_shows_what_is_late(seen: Opened) -> None:
    assert seen.page.input_value("#look-colour") == "progress"
    legend_text = legend(seen)
    assert list(legend_text)[:5] == ["達成", "順調", "概ね順調", "遅れ", "不明"]
    assert f"遅れ {legend_text['遅れ']}件" in seen.text("#glance")
    assert sum(int(legend_text[name]) for name in list(legend_text)[:5]) == len(
        seen.content()["plans"]
    )


def test_a_colour_names_who_leads_most_and_filters_by_a_click(seen: Opened) -> None:
    seen.page.select_option("#look-colour", "leads")
    (first, number), *_ = legend(seen).items()
    seen.page.click(f"#colours .link:has-text('{first}')")
    assert seen.page.input_value("#filter-department").endswith(f"/{first}")
    assert int(seen.text("#left").split()[1]) >= int(number)


@pytest.mark.parametrize("name", ["goal", "department", "theme"])
def test_filters_close_up(seen: Opened, name: str) -> None:
    places: dict[str, Any] = seen.page.evaluate(
        f"""(() => {{ {_CODE}
            state.arrangement = {name!r};
            kept = new Set(allPlans.slice(4, 9).map((plan) => plan.i));
            const closed = closedUp(arrangementNow());
            const copies = closed.copies.filter((copy) => !copy.gone);
            const grounds = ({{ regions }}) =>
                regions.filter((each) => each.level === 1).map((each) => each.box);
            return {{
                boxes: [...kept].map((i) => closed.places[i]).concat(copies.map((c) => c.box)),
                others: copies.filter((copy) => !kept.has(copy.i)).length,
                regions: grounds(closed),
                before: grounds(arrangementNow()),
            }};
        }})()"""
    )
    assert places["others"] == 0
    assert 0 < len(places["regions"]) <= len(places["before"])
    boxes = [Box(*box) for box in places["boxes"]]
    assert [pair for pair in combinations(boxes, 2) if overlap(*pair)] == []
    for box in boxes:
        assert any(
            left < box.x < left + width and top < box.y < top + height
            for left, top, width, height in places["regions"]
        )
    after, before = (
        sum(width * height for _, _, width, height in places[name])
        for name in ("regions", "before")
    )
    assert after < 0.7 * before


@pytest.mark.parametrize("arrangement", ["department", "dependency", "theme"])
def test_an_arrangement_is_chosen_kept_in_the_address_and_left_by_back(
    seen: Opened, arrangement: str
) -> None:
    before = seen.pixels()
    seen.page.select_option("#look-arrangement", arrangement)
    assert seen.pixels() != before
    assert f"by={arrangement}" in seen.page.evaluate("location.hash")
    seen.page.go_back()
    seen.page.wait_for_function("document.getElementById('look-arrangement').value === 'goal'")
    assert "by=" not in seen.page.evaluate("location.hash")


def test_what_is_selected_is_shown_above_and_back_undoes_it(seen: Opened) -> None:
    seen.search("1-1-2")
    seen.page.wait_for_timeout(400)
    assert "1-1-2" in seen.text("#glance .crumbs")
    seen.search("1-2-1")
    seen.page.wait_for_timeout(400)
    seen.page.go_back()
    seen.page.wait_for_function(
        "document.querySelector('#details h2')?.textContent.startsWith('1-1-2')"
    )


def test_the_details_fold_and_leave_the_map_the_room(seen: Opened) -> None:
    seen.search("1-1-2")
    wide = "document.getElementById('map').clientWidth"
    before = seen.page.evaluate(wide)
    seen.page.click("#details-fold")
    assert seen.page.evaluate(wide) > before + 250
    seen.page.click("#details-fold")
    assert seen.page.evaluate(wide) == before
    assert seen.title().startswith("1-1-2")


def test_views_are_kept_and_presented(seen: Opened) -> None:
    page = seen.page
    page.click("#views-open")
    page.fill("#view-name", "全体像")
    page.click("#view-save")
    page.keyboard.press("Escape")
    page.select_option("#look-arrangement", "department")
    page.click("#views-open")
    page.click("#view-save")
    page.click("#present")
    assert seen.text("#stage-name") == "1 / 2　全体像"
    assert page.is_hidden("header")
    page.keyboard.press("ArrowRight")
    assert seen.text("#stage-name").startswith("2 / 2")
    assert page.input_value("#look-arrangement") == "department"
    page.keyboard.press("Escape")
    assert page.is_visible("header")


def contrast(*colours: str) -> float:
    """The contrast of two colours (WCAG 2.2)."""

    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted(map(light, colours))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_faded_can_still_be_read(theme: str) -> None:
    ink = re.search(rf'FADED_INK = .*{theme}: "(#\w+)"', _PAINT)
    ground = re.search(rf'{theme}: {{ ground: .*region: "(#\w+)"', _PAINT)
    assert ink
    assert ground
    assert contrast(ink[1], ground[1]) >= 3


def test_the_smallest_part_that_is_printed_is_what_is_selected(seen: Opened) -> None:
    seen.search("1-1-2")
    seen.page.evaluate("document.body.classList.add('print-details')")
    sheet = seen.page.pdf(prefer_css_page_size=True)
    box = next(line for line in sheet.split(b"\n") if b"/MediaBox" in line)
    width, height = (float(part) for part in box.split(b"[")[1].split(b"]")[0].split()[2:])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 297)


def edition(year: int, titles: dict[str, str]) -> Graph:
    """The small plan as of a year; ``titles`` rename plans by number, "" leaves one out."""
    plan_records = records(f"aozora-{year}")
    for node in plan_records.nodes:
        new = titles.get(str(node.facts.get("number"))) if node.kind == "Plan" else None
        if new:
            node.facts["title"] = new
    gone = {
        n.id for n in plan_records.nodes if n.kind == "Plan" and titles.get(n.facts["number"]) == ""
    }
    plan_records.nodes = [n for n in plan_records.nodes if n.id not in gone]
    plan_records.edges = [e for e in plan_records.edges if not {e.source, e.target} & gone]
    plan_records.findings = [f for f in plan_records.findings if f.node not in gone]
    return network.from_records(plan_records)


def test_two_editions_show_what_became_of_each_plan(open_map: Open, tmp_path: Path) -> None:
    before, after = edition(2022, {}), edition(2026, {"2-1-1": ""})
    one = open_map(keikaku.map(after, tmp_path / "both.html", before=before))
    legend_text = legend(one)
    assert one.page.input_value("#look-colour") == "change"
    assert legend_text["廃止"] == "1"
    assert legend_text["継続"] == "4"
    one.search("市税等の電子納付")
    assert "前後の計画との関係" in one.text("#details")
    assert "継続" in one.text("#details")


def test_a_map_of_a_part_greys_what_only_surrounds_it(
    small: Graph, open_map: Open, tmp_path: Path
) -> None:
    one = open_map(keikaku.map(small, tmp_path / "part.html", theme="キャッシュレス"))
    content: dict[str, Any] = one.content()
    assert len(content["chosen"]) == 2
    focused = open_map(keikaku.map(small, tmp_path / "focus.html", focus="収納課"))
    assert focused.title() == "収納課"


def test_a_table_is_saved_for_excel(seen: Opened, tmp_path: Path) -> None:
    seen.page.click("#tab-indicators")
    with seen.page.expect_download() as waiting:
        seen.page.click("#save-csv")
    waiting.value.save_as(tmp_path / "table.csv")
    text = (tmp_path / "table.csv").read_text(encoding="utf-8-sig")
    rows = [*csv.reader(text.splitlines())]
    visible = seen.page.locator("#other-view tbody tr")
    assert len(rows) == visible.count() + 1
    assert "目標値" in "".join(rows[0])
    assert all(len(row) == len(rows[0]) for row in rows)
