"""A map opened in a real browser, and what a person does there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from playwright.sync_api import Page

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass
class Opened:
    """An open map: its page, what it asked of the network, what its console said."""

    page: Page
    path: Path
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.listeners: dict[str, Callable[[Any], None]] = {
            "request": lambda request: self.requests.append(request.url),
            "console": lambda message: self.messages.append(message.text),
            "pageerror": lambda error: self.messages.append(str(error)),
        }

    def visit(self, fragment: str = "") -> Opened:
        """Open the file, as a double click does, and wait until it can be used."""
        self.page.goto("about:blank")
        self.page.goto(self.path.as_uri() + fragment)
        self.page.wait_for_selector("body[data-ready]", timeout=20_000)
        return self

    def search(self, words: str) -> None:
        """Type into the search box and take the first that is found."""
        self.page.fill("#search", words)
        self.page.press("#search", "Enter")

    def text(self, selector: str) -> str:
        """The words that a person sees there."""
        return self.page.inner_text(selector)

    def content(self) -> dict[str, Any]:
        """The data in the page."""
        data: dict[str, Any] = json.loads(self.page.text_content("#data") or "")
        return data

    def pixels(self) -> str:
        """The map's canvas as it is painted at the moment."""
        self.page.wait_for_timeout(350)
        return str(self.page.evaluate("document.querySelector('#map canvas').toDataURL()"))

    def title(self) -> str:
        """What the details panel is about."""
        return self.text("#details h2")


def saved(opened_map: Opened, view: str, folder: Path) -> Path:
    """Save the table of a view as a workbook, and return its file."""
    opened_map.page.click(f"#tab-{view}")
    with opened_map.page.expect_download() as waiting:
        opened_map.page.click("#save-xlsx")
    path = folder / f"{view}.xlsx"
    waiting.value.save_as(path)
    return path


def cells(path: Path, sheet: int = 0) -> list[tuple[object, ...]]:
    """Return the values of a sheet of a workbook, row by row."""
    book = openpyxl.load_workbook(path)
    return [*book.worksheets[sheet].iter_rows(values_only=True)]
