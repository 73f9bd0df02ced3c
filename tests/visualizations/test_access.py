"""Whether everyone can use the pages: axe in a real browser, light and dark, and on a phone."""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import keikaku
from keikaku.exports import site
from keikaku.workshop.pack import pack

EXAMPLES = Path(__file__).parents[2] / "examples"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = (
    *("index.html", "plans.html", "departments.html", "indicators.html", "schedule.html"),
    *("findings.html", "search.html", "map.html", "plans/1-1-2.html", "departments/*.html"),
    *("themes.html", "guidelines.html", "themes/*.html", "guidelines/*.html"),
)
VIEWS = ("light", "dark")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example city, and its progress report."""
    path = tmp_path_factory.mktemp("access") / "site"
    graph = keikaku.load(EXAMPLES / "midorino-2026-plan.txt")
    site.write(path, graph)
    report = path.with_name("report.html")
    keikaku.report(graph, report, progress=EXAMPLES / "midorino-2026-progress.csv")
    pack(graph, path.with_name("pack"))
    return path


@pytest.fixture(scope="module", params=VIEWS)
def page(browser: Browser, request: pytest.FixtureRequest) -> Page:
    context = browser.new_context(
        bypass_csp=True,  # axe is put into the page, which its policy forbids
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 1366, "height": 768},
    )
    return context.new_page()


def violations(page: Page) -> list[tuple[str, str]]:
    """What axe finds on a page: the rule, and the first place."""
    package = find_spec("axe_playwright_python")  # which brings axe-core's file
    if package is None or package.origin is None:
        if os.environ.get("CI"):
            pytest.fail("axe-playwright-python is not installed")
        pytest.skip("needs axe-playwright-python (requirements-dev.lock)")
    page.evaluate(Path(package.origin).with_name("axe.min.js").read_text(encoding="utf-8"))
    checked: dict[str, Any] = page.evaluate("tags => axe.run(document, { runOnly: tags })", WCAG)
    return [(each["id"], each["nodes"][0]["html"]) for each in checked["violations"]]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_site_keeps_wcag(page: Page, folder: Path, name: str) -> None:
    page.goto(next(iter(sorted(folder.glob(name)))).as_uri())
    assert violations(page) == []


def test_the_report_and_the_map_with_a_selection_keep_wcag(page: Page, folder: Path) -> None:
    page.goto(folder.with_name("report.html").as_uri())
    assert violations(page) == []
    page.goto((folder / "map.html").as_uri())
    page.wait_for_selector("body[data-ready]")
    page.fill("#search", "1-1-2")
    page.press("#search", "Enter")
    assert violations(page) == []
    for view in ("workload", "timeline", "themes", "indicators"):
        page.click(f"#tab-{view}")
        assert (view, violations(page)) == (view, [])


def test_the_dialogs_and_closed_levels_of_the_map_keep_wcag(page: Page, folder: Path) -> None:
    page.goto((folder / "map.html").as_uri())
    page.wait_for_selector("body[data-ready]")
    page.select_option("#look-levels", index=1)
    page.click("#views-open")
    page.click("#view-save")
    assert violations(page) == []
    for name in ("print", "help"):
        page.keyboard.press("Escape")
        page.click(f"#{name}")
        assert (name, violations(page)) == (name, [])
    page.keyboard.press("Escape")
    page.fill("#search", "市")
    page.wait_for_selector("#found li")
    assert violations(page) == []


def test_what_the_workshop_prints_keeps_wcag(page: Page, folder: Path) -> None:
    for path in sorted(folder.with_name("pack").glob("*.html")):
        page.goto(path.as_uri())
        assert (path.name, violations(page)) == (path.name, [])


def test_a_phone_scrolls_no_page_sideways(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in sorted(folder.rglob("*.html"))[::7]:
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 390, path.name
    page.set_viewport_size({"width": 1366, "height": 768})
