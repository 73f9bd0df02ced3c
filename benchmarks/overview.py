"""The overview of very many plans in a real browser: ``python -m benchmarks.overview PAGE``.

``PAGE`` is a map of so many plans that ``keikaku map`` writes an overview. Ready is when a search
over all plans shows how many it finds; frames are those that the browser painted while areas were
unfolded, left again and resized.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from benchmarks.map import counted

SECONDS = 3
"""How long frames are counted."""


class Opened(NamedTuple):
    """Seconds until the page could be searched, milliseconds of one search, frames a second."""

    ready: float
    search: float
    frames: float


def opened(path: Path, word: str) -> Opened:
    """Return what it takes to open a page and to look for a word in it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        begun = time.perf_counter()
        page.goto(path.as_uri())
        search(page, word)
        ready = time.perf_counter() - begun
        begun = time.perf_counter()
        search(page, word[:-1] or word)
        again = (time.perf_counter() - begun) * 1000
        page.fill("#search", "")
        frames = counted(page, unfold)
        browser.close()
    return Opened(ready, again, frames)


def search(page: Page, word: str) -> None:
    """Search for a word and wait until the page shows how many plans it finds."""
    page.fill("#search", word)
    page.wait_for_function("document.querySelector('#side').textContent.includes('件')")


def unfold(page: Page) -> None:
    """Unfold areas and leave them again, for some seconds."""
    ends = time.perf_counter() + SECONDS
    while time.perf_counter() < ends:
        page.evaluate("document.querySelector('#boxes > *')?.click()")
        page.wait_for_timeout(60)
        page.select_option("#size", "amount")
        page.wait_for_timeout(60)
        page.go_back()
        page.select_option("#size", "count")
        page.wait_for_timeout(60)


def main(arguments: Sequence[str] | None = None) -> None:
    """Open, search, unfold; print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("--word", default="AI")
    options = parser.parse_args(arguments)
    measured = opened(options.page.resolve(), options.word)
    size = options.page.stat().st_size / 1e6
    print(f"{size:.1f} MB; searched after {measured.ready:.2f} s")
    print(f"{measured.search:.0f} ms for one more search")
    print(f"{measured.frames:.0f} frames/s while areas are unfolded")


if __name__ == "__main__":
    main()
