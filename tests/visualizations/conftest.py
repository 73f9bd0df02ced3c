"""Chromium, once a session, and the small plan's map in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from keikaku.queries.graph_walks import Graph
from tests.absent import absent
from tests.queries.small_graph import records
from tests.visualizations.browsing import ARGUMENTS, Opened
from tests.visualizations.firefox import Firefox, running

Open = Callable[..., Opened]


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


@pytest.fixture
def open_map(browser: Browser) -> Iterator[Open]:
    """Opens a map; at the end it must have asked for nothing and complained of nothing."""
    opened: list[Opened] = []

    def visit(path: Path, fragment: str = "", **settings: object) -> Opened:
        context_options = {
            "viewport": {"width": 1366, "height": 768},
            "reduced_motion": "reduce",
        } | settings
        context = browser.new_context(**context_options)  # type: ignore[arg-type]
        one = Opened(context.new_page(), path)
        opened.append(one)
        one.page.on("request", lambda request: one.requests.append(request.url))
        one.page.on("console", lambda message: one.messages.append(message.text))
        one.page.on("pageerror", lambda error: one.messages.append(str(error)))
        return one.visit(fragment)

    yield visit
    for one in opened:
        requests = [
            url
            for url in one.requests
            if not url.startswith((one.path.as_uri(), "about:", "blob:"))
        ]
        one.page.context.close()
        assert requests == []
        assert one.messages == []


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
