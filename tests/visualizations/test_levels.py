"""Levels and divisions on the map: drawn to any depth, closed and opened by a click."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Browser, Page

from keikaku.graph import network
from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_answers import answers
from keikaku.queries.map_data import structure
from keikaku.visualizations import map_page
from keikaku.visualizations.arrangements import arrangements
from keikaku.visualizations.arrangements.layout import Arrangement, Region
from tests.queries.deep_plan import CITY, DOCUMENT, deep
from tests.visualizations.browsing import Opened
from tests.visualizations.firefox import Firefox

GOAL, UPPER, LOWER = (f"{DOCUMENT}/{rest}" for rest in ("goal/1", "initiative/1-1", "initiative/a"))
STOCK = f"{DOCUMENT}/plan/101"
DIVISION = f"{CITY}/department/総務部"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return network.from_records(deep())


@pytest.fixture(scope="module")
def made(graph: Graph) -> dict[str, Arrangement]:
    by_name = arrangements(graph, structure(graph), answers(graph).columns)
    return {each.name: each for each in by_name}


@pytest.fixture(scope="module")
def deep_file(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("levels") / "map.html"
    map_page.write(path, graph)
    return path


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    return context.new_page()


@pytest.fixture
def seen(page: Page, deep_file: Path) -> Opened:
    return Opened(page, deep_file).visit()


def region(made: Arrangement, node: str) -> Region:
    return next(each for each in made.regions if each.node == node)


def holds(outer: Region, inner: Region) -> bool:
    (x, y, w, h), (left, top, wide, high) = outer.box, inner.box
    return x <= left and y <= top and left + wide <= x + w + 0.2 and top + high <= y + h + 0.2


def test_a_level_stands_in_the_level_above_it_with_its_plans(made: dict[str, Arrangement]) -> None:
    goal, upper, lower = (region(made["goal"], node) for node in (GOAL, UPPER, LOWER))
    assert holds(goal, upper)
    assert holds(upper, lower)
    assert lower.level > upper.level > goal.level
    stock = made["goal"].places[STOCK]
    x, y, w, h = lower.box
    assert x < stock.x < x + w
    assert y < stock.y < y + h


def test_departments_stand_in_their_division(made: dict[str, Arrangement]) -> None:
    division = region(made["department"], DIVISION)
    inner = {
        name: region(made["department"], f"{CITY}/department/{name}")
        for name in ("防災課", "財政課")
    }
    assert all(holds(division, each) for each in inner.values())
    assert division.note == "3"
    assert not holds(division, region(made["department"], f"{CITY}/department/支援課"))


def closed(seen: Opened) -> set[str]:
    seen.page.wait_for_timeout(250)
    fragment = parse_qs(seen.page.evaluate("location.hash.slice(1)")).get("closed", ["[]"])
    return set(json.loads(fragment[0]))


def click_mark(seen: Opened, node: str) -> None:
    """Click the mark at the right of a heading, where the camera of the address puts it."""
    seen.page.click("#fit")
    seen.page.wait_for_timeout(250)
    x, y, scale = map(
        float, parse_qs(seen.page.evaluate("location.hash.slice(1)"))["at"][0].split(",")
    )
    content = seen.content()
    number = next(at for at, each in enumerate(content["nodes"]) if each["id"] == node)
    box = next(each["box"] for each in content["regions"] if each["node"] == number)
    map_box = seen.page.locator("#map").bounding_box()
    assert map_box
    seen.page.mouse.click(
        map_box["x"] + map_box["width"] / 2 + (box[0] + box[2] - 12 - x) * scale,
        map_box["y"] + map_box["height"] / 2 + (box[1] + 9 - y) * scale,
    )


def test_a_click_on_its_mark_closes_a_level_and_back_opens_it(seen: Opened) -> None:
    before = seen.pixels()
    click_mark(seen, LOWER)
    assert closed(seen) == {LOWER}
    assert seen.pixels() != before
    assert seen.page.is_hidden("#details")
    seen.page.go_back()
    seen.page.wait_for_timeout(300)
    assert closed(seen) == set()


def test_what_is_searched_for_opens_what_it_stands_in(seen: Opened) -> None:
    seen.page.select_option("#look-levels", label="政策まで")
    assert GOAL in closed(seen)
    seen.search("備蓄の管理")
    assert not {GOAL, UPPER, LOWER} & closed(seen)
    assert seen.title() == "A-101 備蓄の管理"


def test_a_division_is_closed_from_its_details(seen: Opened) -> None:
    seen.page.select_option("#look-arrangement", "department")
    seen.search("総務部")
    seen.page.click("#close-region")
    assert closed(seen) == {DIVISION}
    assert "開く" in seen.text("#close-region")
    seen.page.click("#close-region")
    assert closed(seen) == set()


def test_firefox_closes_and_opens_levels(fox: Firefox, deep_file: Path) -> None:
    fox.visit(deep_file)
    fox.type("#search", "備えの充実\ue007")
    fox.click("#close-region")
    assert "開く" in fox.text("#close-region")
    fox.click("#close-region")
    assert "閉じる" in fox.text("#close-region")
