"""The site and the printed pages as a reader meets them: links that lead on, a phone, paper."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page

import keikaku
from keikaku.exports import department_sheet, site
from keikaku.exports.documents import html_document, word_document
from keikaku.graph import network
from keikaku.loaders import load
from keikaku.workshop.pack import pack
from tests.makers import convert

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("site") / "pages"
    site.write(path, keikaku.read())
    return path


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(reduced_motion="reduce").new_page()


def printed_text(path: Path) -> str:
    return convert.pdf_text(path, layout=True).read_text(encoding="utf-8")


def test_from_the_start_a_goal_leads_to_its_plans_and_each_back(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.click("a:has-text('2 持続可能な財政基盤の確立')")
    assert page.locator("h2").all_inner_texts() == [
        "2-1 健全財政の堅持",
        "2-2 自主財源の確保・充実",
        "2-3 公有資産マネジメントの推進",
    ]
    page.click("a:has-text('2-2-5 ')")
    page.click("p.lead a:has-text('2-2 自主財源')")
    assert "goals/" in page.url
    assert page.locator("section:target h2").inner_text() == "2-2 自主財源の確保・充実"


def test_a_department_leads_to_its_plans_and_a_plan_to_the_map(page: Page, folder: Path) -> None:
    page.goto((folder / "departments" / "収納課.html").as_uri())
    row = page.locator("tr", has_text="口座振替納付の割合")
    row.locator("a").click()
    assert page.inner_text("h1") == "2-2-5 市税等の納付方法や納付場所の拡大"
    page.click("text=地図で見る")
    page.wait_for_selector("body[data-ready]")
    assert page.inner_text("#details h2") == "2-2-5 市税等の納付方法や納付場所の拡大"


def test_money_and_yearly_values_stand_on_the_site(page: Page, tmp_path: Path) -> None:
    book, layout = (EXAMPLES / f"soyokaze-2026-{name}" for name in ("book.xlsx", "layout.yaml"))
    site.write(tmp_path / "site", network.from_records(load(book, layout=layout)))
    page.goto((tmp_path / "site" / "departments" / "花と緑の課.html").as_uri())
    rows = page.locator("section", has_text="予算・決算").locator("tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["2026", "計画", "2", "400,000", "―"],
        ["2027", "計画", "2", "360,000", "―"],
    ]
    page.click("a:has-text('A-1')")
    assert "予算・決算" in page.inner_text("main")


@pytest.mark.parametrize("department", ["収納課", "行政マネジメント課"])
def test_on_a_phone_no_number_of_a_department_is_broken(
    page: Page, tmp_path: Path, department: str
) -> None:
    rows = keikaku.department(keikaku.read(), department).rows
    blocks = [block for row in rows for block in department_sheet.blocks(row, "ja")]
    html_document.write(tmp_path / "page.html", department, blocks, "ja")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto((tmp_path / "page.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    heights = page.locator(".key").evaluate_all(
        "cells => cells.map(cell => {"
        " const lines = document.createRange(); lines.selectNodeContents(cell);"
        " return new Set([...lines.getClientRects()].map(each => Math.round(each.top))).size; })"
    )
    assert set(heights) == {1}


def test_every_sheet_says_its_number(page: Page, folder: Path, tmp_path: Path) -> None:
    page.goto((folder / "plans" / "2-2-5.html").as_uri())
    page.pdf(path=tmp_path / "plan.pdf", prefer_css_page_size=True)
    assert "1/2" in printed_text(tmp_path / "plan.pdf").replace(" ", "")


def test_papers_in_word_have_a_title_of_their_own_and_numbered_pages(tmp_path: Path) -> None:
    graph = keikaku.load(EXAMPLES / "midorino-2026-plan.txt")
    pack(graph, tmp_path / "pack")
    titles = set()
    for path in sorted((tmp_path / "pack").glob("*.docx")):
        with ZipFile(path) as file:
            core = file.read("docProps/core.xml").decode()
            feet = [file.read(name).decode() for name in file.namelist() if "footer" in name]
        titles.update(re.findall("<dc:title>([^<]+)", core))
        assert any("NUMPAGES" in foot for foot in feet), path.name
    assert titles == {
        "みどり野市行財政経営プラン2026 実施計画　次第・配布資料",
        "みどり野市行財政経営プラン2026 実施計画　論点シート",
    }


def test_the_sheet_of_a_department_stays_one_page_in_word(tmp_path: Path) -> None:
    rows = keikaku.department(keikaku.read(), "行政マネジメント課").rows
    blocks = department_sheet.blocks(rows[0], "ja")
    word_document.write(tmp_path / "page.docx", "一覧", blocks)
    printed = convert.by_office(tmp_path / "page.docx", "pdf", tmp_path / "office")
    first, second, *_ = printed_text(printed).split("\f")
    assert "確認事項" in first
    assert second.lstrip().startswith("別紙")
    assert "1/" in first.replace(" ", "")
