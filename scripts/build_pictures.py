"""Makes the pictures of the map in docs/pictures anew, in a real browser: ``make pictures``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import keikaku

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
_SIZE = (1366, 768)


class Picture(NamedTuple):
    """A picture: its name, the address in the page, what is searched for and then pressed."""

    name: str
    fragment: str = ""
    search: str = ""
    press: str = ""


WANTED = (
    Picture("map"),
    Picture("map-plan", search="2-2-5", press="#unfold"),
    Picture("map-themes", fragment="#view=themes"),
)


def main() -> None:
    """Draw the bundled graph and take its pictures."""
    found = shutil.which("chromium")
    if found is None:
        sys.exit("chromium is not installed (apt-get install chromium fonts-noto-cjk)")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = keikaku.map(keikaku.read(), Path(folder) / "map.html")
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu"]
        )
        for wanted in WANTED:
            take(browser, page, wanted)
        browser.close()


def take(browser: Browser, path: Path, wanted: Picture) -> None:
    """Take one picture."""
    width, height = _SIZE
    page = browser.new_page(
        viewport={"width": width, "height": height},
        device_scale_factor=0.75,
        reduced_motion="reduce",
        color_scheme="light",
    )
    page.goto(path.as_uri() + wanted.fragment)
    page.wait_for_selector("body[data-ready]")
    if wanted.search:
        page.fill("#search", wanted.search)
        page.press("#search", "Enter")
    if wanted.press:
        page.click(wanted.press)
    page.wait_for_timeout(500)
    target = PICTURES / f"{wanted.name}.png"
    page.screenshot(path=target)
    page.close()
    print(target.relative_to(PICTURES.parents[1]))


if __name__ == "__main__":
    main()
