"""Chromium, once a session, and the small plan's map in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from keikaku.queries.graph_walks import Graph
from tests.absent import absent
from tests.queries.small_graph import records
from tests.visualizations.browsing import ARGUMENTS, Opened
from tests.visualizations.firefox import Firefox, running

Open = Callable[..., Opened]
_AS_A_DESK: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "reduced_motion": "reduce",
}


@pytest.fixture(scope="session")
def small() -> Graph:
    from keikaku.graph import network

    return network.from_records(records(prose=True))


@pytest.fixture(scope="session")
def map_file(small: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from keikaku.visualizations import map_page

    path: Path = tmp_path_factory.mktemp("map") / "aozora-map.html"
    map_page.write(path, small)
    return path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if program is None:
        absent("chromium (apt-get install chromium fonts-noto-cjk)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Page:
    """The tab in which most maps are opened: a context of its own costs as much as three visits."""
    return browser.new_context(**_AS_A_DESK).new_page()


@pytest.fixture
def open_map(browser: Browser, tab: Page) -> Iterator[Open]:
    """Opens a map; at the end it must have asked for nothing and complained of nothing.

    The first goes into the tab that all tests share, which is left as a new one would be; others,
    and those with settings of their own, each go into a context of their own.
    """
    opened: list[Opened] = []

    def visit(path: Path, fragment: str = "", **settings: object) -> Opened:
        if opened or settings:
            context = browser.new_context(**_AS_A_DESK | settings)
            one = Opened(context.new_page(), path)
        else:
            one = Opened(tab, path)
        opened.append(one)
        for event, listener in one.listeners.items():
            one.page.on(event, listener)  # type: ignore[call-overload]
        return one.visit(fragment)

    yield visit
    for one in opened:
        if one.page is tab:
            leave_as_new(one)
        else:
            one.page.context.close()
        requests = [
            url
            for url in one.requests
            if not url.startswith((one.path.as_uri(), "about:", "blob:"))
        ]
        assert requests == []
        assert one.messages == []


def leave_as_new(one: Opened) -> None:
    """Take from the shared tab what a test did there: what is stored, size, media, pointer."""
    page = one.page
    for event, listener in one.listeners.items():
        page.remove_listener(event, listener)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.set_viewport_size(_AS_A_DESK["viewport"])
    page.emulate_media(media="null")
    page.mouse.move(0, 0)
    page.goto("about:blank")


@pytest.fixture
def opened_map(open_map: Open, map_file: Path) -> Opened:
    """The small plan's map, open."""
    return open_map(map_file)


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    if program is None:
        absent("firefox (apt-get install firefox-esr)")
    with running(program, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


@pytest.fixture
def fox(started: Firefox, map_file: Path) -> Iterator[Firefox]:
    """The small plan's map, open; it must have asked for nothing and complained of nothing."""
    started.watch(map_file)
    started.visit(map_file)
    yield started
    assert started.message() == []
    assert started.requests() == []
