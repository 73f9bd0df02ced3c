"""Make the pictures in docs/pictures again: ``make pictures``.

Those of the map show the bundled graph in a real browser; those of the workshop the example city's
form as LibreOffice prints it, and one of its issue sheets.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

import keikaku

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
EXAMPLE = Path(__file__).parents[1] / "examples" / "midorino-2026-plan.txt"
DEPARTMENT = "経営企画課"
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
    Picture("map-department", fragment="#by=department"),
    Picture("map-dependency", fragment="#by=dependency"),
    Picture("map-themes", fragment="#view=themes"),
)


def main() -> None:
    """Take all pictures."""
    program = _needed("chromium", "chromium fonts-noto-cjk")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        page = keikaku.map(keikaku.read(), folder / "map.html")
        keikaku.workshop_pack(keikaku.load(EXAMPLE), folder / "pack")
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        for wanted in WANTED:
            take(browser, page, wanted)
        take_issue_sheet(browser, next((folder / "pack").glob("2_*.html")))
        browser.close()
        take_form(next((folder / "pack").glob(f"*/*_{DEPARTMENT}.xlsx")), folder)


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
    page.screenshot(path=_target(wanted.name))
    page.close()


def take_issue_sheet(browser: Browser, path: Path) -> None:
    """Take the first of the issue sheets, as wide as A4."""
    page = browser.new_page(viewport={"width": 794, "height": 1123}, device_scale_factor=0.9)
    page.goto(path.as_uri())
    breaks = "[...document.querySelectorAll('hr.break')].map(e => e.getBoundingClientRect().y)"
    begin, end, *_ = page.evaluate(breaks)
    page.screenshot(
        path=_target("issue-sheet"),
        full_page=True,
        clip={"x": 0, "y": begin + 8, "width": 794, "height": end - begin - 8},
    )
    page.close()


def take_form(path: Path, folder: Path) -> None:
    """Take the plan sheet of a form as it is printed, its second page."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = [_needed("soffice", "libreoffice-calc"), profile, "--headless", "--convert-to", "pdf"]
    subprocess.run([*office, "--outdir", str(folder), str(path)], check=True, capture_output=True)
    drawn = [_needed("pdftoppm", "poppler-utils"), "-png", "-singlefile", "-r", "85", "-f", "2"]
    target = _target("form").with_suffix("")
    subprocess.run([*drawn, str(folder / f"{path.stem}.pdf"), str(target)], check=True)


def _target(name: str) -> Path:
    target = PICTURES / f"{name}.png"
    print(target.relative_to(PICTURES.parents[1]))
    return target


def _needed(program: str, packages: str) -> str:
    path = shutil.which(program)
    if path is None:
        sys.exit(f"{program} is not installed (apt-get install {packages})")
    return path


if __name__ == "__main__":
    main()
