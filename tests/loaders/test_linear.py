"""The time stays bounded for any long line, and for any number of odd rows.

A search that goes back over its text would take minutes on these; each takes about a second. The
bound is generous, so that a loaded machine that also counts coverage is no failure.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from keikaku import loaders
from tests.loaders.hoshimi import FRONT, page, tree

SIZE = 50_000
MOST_SECONDS = 6.0
TITLE = "窓口の改善"
SLOTS = ("title", "says", "by", "action", "milestone", "target", "pages", "goal", "initiative")
PIECES = (
    *("a", "窓", "1", "1,", "9.9", " ", "　", "A ", "○", "→", "、", "・", "%", "ｶﾞ", "\u200b"),
    *("(", "()", "「", "<", "<td>", "<p", "<!--", "</table>", "&", "&amp;", "**", "$", "--"),
    *(
        "・件数 5件 ",
        "(件:5)",
        "i 5件 ",
        "×5",
        "※",
        "【件】",
        "5日以内に",
        "5~",
        "全5校に",
    ),
    *("年度", "令和12年度 ", "(2029年度末", "（2029年度末現況値）", "1.1/"),
    *(
        "課・",
        "課、",
        "課 ",
        "等、",
        "a <課> ",
        "計画及び",
        "星見市",
        "「計画」",
        "民法",
        "大学等や",
    ),
    *("協会", "ほしみ", "AI", "キャッシュ ○ ", "5レス ", "実施計画名 ", "所管課 ", "取組事項 1 "),
)
ROWS = (
    "窓",
    "1件",
    "①窓口",
    "・件数 5件",
    "a\t○",
    "\t5%",
    "a\tb\t\t・5件",
    "<td>",
    "a <課>",
    "※5",
    "|1|2|",
)


@pytest.fixture(scope="module", autouse=True)
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is imported only when a plan is loaded is not counted."""
    seconds(tmp_path_factory.mktemp("warm"), page(TITLE))


def seconds(folder: Path, *parts: str) -> float:
    """Processor time that loading a document of these parts takes."""
    source = folder / "hoshimi-plan.txt"
    source.write_text("\n".join([FRONT, *parts]), encoding="utf-8")
    start = time.process_time()
    loaders.load(source)
    return time.process_time() - start


def long(piece: str, size: int = SIZE) -> str:
    return piece * (size // len(piece.encode()))


@pytest.mark.parametrize("piece", PIECES)
def test_a_line_of_one_thing_over_and_over(tmp_path: Path, piece: str) -> None:
    third = long(piece, SIZE // 3)
    lines = page(TITLE, says=third, target=third, by=third)
    assert seconds(tmp_path, tree(TITLE), lines) < MOST_SECONDS


@pytest.mark.parametrize("piece", ["・件数 5件 計画及び課・"])
@pytest.mark.parametrize("slot", SLOTS)
def test_a_long_line_anywhere_on_a_page(tmp_path: Path, slot: str, piece: str) -> None:
    cells = {"title": TITLE, slot: long(piece)}
    assert seconds(tmp_path, tree(TITLE), page(**cells)) < MOST_SECONDS


@pytest.mark.parametrize("piece", ["① 窓口 ", "(窓口) ", "課 ", "計 2計画 ", "推進期間：2030年度 "])
def test_a_long_line_in_the_overview(tmp_path: Path, piece: str) -> None:
    assert seconds(tmp_path, tree(TITLE, long(piece)), page(TITLE)) < MOST_SECONDS
    assert seconds(tmp_path, long(piece), tree(TITLE), page(TITLE)) < MOST_SECONDS


@pytest.mark.parametrize("row", ROWS)
def test_many_rows_of_one_kind(tmp_path: Path, row: str) -> None:
    rows = long(f"{row}\n", SIZE // 3)
    assert seconds(tmp_path, tree(TITLE), rows, page(TITLE), rows) < MOST_SECONDS


def test_many_pages_of_one_plan(tmp_path: Path) -> None:
    pages = [page(TITLE, action=f"現状の把握{n}") for n in range(100)]
    assert seconds(tmp_path, tree(TITLE), *pages) < MOST_SECONDS


def test_four_times_the_text_is_about_four_times_the_time(tmp_path: Path) -> None:
    """At most twelve times: a square would make it sixteen."""
    words = "・電子申請の件数 5件 (2029年度末現況値) 課、計画及び「指針」"
    few, many = (
        min(seconds(tmp_path, tree(TITLE), page(TITLE, says=text, target=text)) for _ in range(2))
        for text in (long(words, SIZE // 4), long(words, SIZE))
    )
    assert many < 12 * few + 0.2
