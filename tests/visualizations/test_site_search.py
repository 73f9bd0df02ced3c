"""The search of the site in a real browser, opened from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

import keikaku
from keikaku.exports import site


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "pages"
    site.write(path, keikaku.read())
    return path


def test_several_words_are_all_looked_for_and_a_hit_leads_to_its_page(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page()
    requests: list[str] = []
    messages: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.goto((folder / "search.html").as_uri())
    page.fill("#words", "収納課 口座振替")
    assert page.inner_text("#count") == "2件見つかりました。"
    page.click("#hits a >> text=2-2-5")
    assert page.inner_text("h1").startswith("2-2-5 ")
    assert [url for url in requests if not url.startswith("file:")] == []
    assert messages == []
    page.close()


def test_a_printed_page_is_filled_and_no_table_is_cut_at_its_edge(
    browser: Browser, folder: Path
) -> None:
    page = browser.new_page()
    page.goto((folder / "departments" / "収納課.html").as_uri())
    page.emulate_media(media="print")
    styles = page.evaluate(
        "[...document.querySelectorAll('section, .wide')].map((each) => {"
        " const style = getComputedStyle(each); return [style.breakInside, style.overflowX]; })"
    )
    page.close()
    assert styles
    assert {tuple(each) for each in styles} == {("auto", "visible")}
