"""What a planner sees on the map of a whole plan: hits, a department, indicators, paper."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

import keikaku
from keikaku.graph import network
from keikaku.loaders import load
from keikaku.queries.map_data import structure
from keikaku.visualizations.arrangements import arrangements
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open
from tests.visualizations.firefox import Firefox

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled plan's map."""
    return keikaku.map(keikaku.read(), tmp_path_factory.mktemp("whole") / "map.html")


@pytest.fixture(scope="module")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example city's map with the progress of its plans."""
    graph = keikaku.load(EXAMPLES / "midorino-2026-plan.txt")
    out = tmp_path_factory.mktemp("coloured") / "map.html"
    return keikaku.map(graph, out, progress=EXAMPLES / "midorino-2026-progress.csv")


def width(one: Opened, selector: str) -> float:
    box = one.page.locator(selector).first.bounding_box()
    assert box is not None
    return box["width"]


def sheets(printed: bytes) -> int:
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", printed, re.DOTALL)
    packed = (stream for stream in streams if stream.startswith(b"x"))
    unpacked = b"".join(zlib.decompressobj().decompress(stream) for stream in packed)
    return len(re.findall(rb"/Type\s*/Page\b", printed + unpacked))


def test_a_long_hit_has_the_width_of_the_list_and_its_plan_stands_below(
    open_map: Open, whole: Path
) -> None:
    one = open_map(whole)
    one.page.fill("#search", "納付 スマホ")
    assert width(one, "#found .name") > 0.8 * width(one, "#found li")
    assert "2-2-5 市税等の納付方法や納付場所の拡大" in one.text("#found .kind")


def test_the_details_of_a_department_hold_what_its_head_asks(open_map: Open, whole: Path) -> None:
    one = open_map(whole)
    one.search("収納課")
    text = one.text("#details")
    assert "計画3件（うち主管3件）、取組11件、指標5件" in text
    due = one.page.locator("#details .signs tbody tr", has_text="口座振替の加入促進")
    assert due.locator("td").all_inner_texts() == ["●", "●", "⇢", "⇢"]
    rate = one.page.locator("#details tr", has_text="現年課税分徴収率").last
    assert "99.1%以上" in rate.inner_text()
    assert "2-2-3 保育料の徴収率の向上対策" in text
    assert "他の債権管理所属と連携した納付交渉の実施" in text
    assert "郡山市債権管理条例" in text
    assert one.page.locator("#details .findings li").count() == 4
    due.locator("button", has_text="●").first.click()
    assert one.title() == "口座振替申込手続き簡素化に向けた検討"


def test_the_details_of_a_department_add_up_what_its_plans_cost(
    open_map: Open, tmp_path: Path
) -> None:
    book, layout = (EXAMPLES / f"soyokaze-2026-{name}" for name in ("book.xlsx", "layout.yaml"))
    graph = network.from_records(load(book, layout=layout))
    one = open_map(keikaku.map(graph, tmp_path / "book.html"))
    one.search("花と緑の課")
    amounts = one.page.locator("#details .amounts tbody tr")
    assert [row.split("\t") for row in amounts.all_inner_texts()] == [
        ["令和8（2026）年度", "計画", "2", "400,000", "—"],
        ["令和9（2027）年度", "計画", "2", "360,000", "—"],
    ]


def test_percentages_differ_in_points_and_years_are_drawn(open_map: Open, coloured: Path) -> None:
    one = open_map(coloured, "#view=indicators")
    row = one.page.locator("#other-view tbody tr", has_text="公募委員比率").first
    assert "+5.7ポイント" in row.inner_text()
    assert row.locator("svg.years .is").count() == 2
    assert "R8 実績" in (row.locator("svg").get_attribute("aria-label") or "")
    counted = one.page.locator("#other-view tbody tr", has_text="自己啓発助成の利用件数").first
    assert "+28件/年" in counted.inner_text()
    assert "+53.8%" in counted.inner_text()


@pytest.mark.parametrize("paper", ["A3", "A4"])
def test_the_map_of_a_whole_plan_prints_on_one_sheet_with_its_marks(
    open_map: Open, whole: Path, paper: str
) -> None:
    page = open_map(whole).page
    page.evaluate("window.print = () => {}")
    page.click("#print")
    page.check(f"[value={paper}]")
    page.click("#print-now")
    assert sheets(page.pdf(prefer_css_page_size=True, print_background=True)) == 1
    legend = page.text_content("#paper-legend") or ""
    assert "右上の印: 未解決の確認事項あり" in legend
    assert "行政マネジメント課（12）" in legend
    assert "依存する" not in legend  # no line is drawn


def test_firefox_prints_it_on_one_sheet_and_shows_a_department(fox: Firefox, whole: Path) -> None:
    fox.visit(whole)
    assert sheets(fox.printed()) == 1
    fox.type("#search", "収納課\ue007")
    assert "年度ごとの予定" in fox.text("#details")
    fox.click("#details .signs td button")
    assert fox.text("#details h2") == "不動産公売の実施"


def test_the_first_column_leaves_a_phone_most_of_its_width(open_map: Open, whole: Path) -> None:
    for view in ("workload", "timeline", "themes", "indicators"):
        one = open_map(whole, f"#view={view}", viewport={"width": 390, "height": 844})
        assert width(one, "#other-view tbody th") < 0.4 * 390, view


def test_plans_without_a_goal_stand_under_words_that_say_so() -> None:
    book, layout = (EXAMPLES / f"soyokaze-2026-{name}" for name in ("book.xlsx", "layout.yaml"))
    graph = network.from_records(load(book, layout=layout))
    by_goal, *_ = arrangements(graph, structure(graph), [])
    heads = [(each.text, each.note) for each in by_goal.regions if each.level == 1]
    assert heads == [("no-goal", "4")]


def test_the_line_over_a_map_of_a_part_speaks_of_that_part(open_map: Open, tmp_path: Path) -> None:
    one = open_map(keikaku.map(keikaku.read(), tmp_path / "part.html", department="収 納 課"))
    text = one.text("#glance")
    assert "所管課: 収納課の計画3件（ほかに関わる計画26件）" in text
    assert "多く担う課 収納課 3" in text
    assert "行政マネジメント課" not in text
