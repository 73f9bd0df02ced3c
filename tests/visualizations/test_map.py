"""What a planner does with the map, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest

import keikaku
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

VIEWS = ("workload", "timeline", "themes", "indicators")


@pytest.mark.parametrize(
    "typed", ["収納課", "ｼｭｳ", "2-1-1", "２－１－１", "しゅうのう", "かいぎしりょう"]
)
def test_search_finds_what_is_typed_or_says_that_there_is_none(
    opened_map: Opened, typed: str
) -> None:
    opened_map.page.fill("#search", typed)
    hits = opened_map.text("#found")
    expected = {"収納課": "収納課", "2-1-1": "会議資料の電子化", "２－１－１": "会議資料の電子化"}
    assert expected.get(typed, "見つかりません") in hits


def test_search_knows_no_width_kana_or_case(opened_map: Opened) -> None:
    for typed in ("ｷｬｯｼｭﾚｽ", "きゃっしゅれす", "キャッシュ レス"):
        opened_map.search(typed)
        assert opened_map.title() == "キャッシュレス"
    opened_map.search("ｄｘ")
    assert "DX" in opened_map.title()
    opened_map.search("デジタルトランスフォーメーション")
    assert opened_map.title() == "DX"


def test_search_by_keyboard_alone(opened_map: Opened) -> None:
    opened_map.page.keyboard.press("/")
    opened_map.page.keyboard.type("市民課")
    opened_map.page.keyboard.press("ArrowDown")
    active = opened_map.page.get_attribute("#search", "aria-activedescendant")
    assert opened_map.page.get_attribute(f"#{active}", "aria-selected") == "true"
    opened_map.page.keyboard.press("Enter")
    assert opened_map.title() == "市民課"
    assert opened_map.page.get_attribute("#search", "aria-expanded") == "false"


def test_a_plan_is_shown_as_a_planner_reads_it(opened_map: Opened) -> None:
    opened_map.search("1-1-2")
    text = opened_map.text("#details")
    for words in (
        "1-1-2 市税等の電子納付",
        "便利な市役所",
        "収納課",
        "主管",
        "市税課",
        "共管",
        "電子納付の拡大",
        "導入の検討",
        "2022",
        "2023",
        "電子納付率",
        "約32.5%（2021年度末）",
        "50%以上",
        "○印・本文",
        "個人情報保護法",
        "この計画に依存する計画",
        "1-1-10 窓口サービスの見直し",
        "計画名の記載",
        "関連する計画（推定）",
        "関連度 0.40",
        "解決済み",
        "10行",
        "事業概要",
    ):
        assert words in text, words
    opened_map.search("1-1-10")
    assert "印の有無が不明: カウンターレス" in opened_map.text("#details")
    assert "警告" in opened_map.text("#details .findings") or "エラー" in opened_map.text(
        "#details .findings"
    )


def test_neighbours_lead_on_and_a_relation_says_why(opened_map: Opened) -> None:
    opened_map.search("1-1-10")
    opened_map.page.click("#details .carried:has-text('計画名の記載')")
    text = opened_map.text("#details")
    assert "「市税等の電子納付」と連携し" in text
    assert "22行" in text
    opened_map.page.click("#details .sentence .link:has-text('1-1-2')")
    assert opened_map.title() == "1-1-2 市税等の電子納付"
    opened_map.page.click("#details .link:has-text('収納課')")
    assert opened_map.title() == "収納課"


def test_a_click_on_the_map_selects_what_is_there(opened_map: Opened) -> None:
    opened_map.search("収納課")
    opened_map.page.keyboard.press("Escape")
    opened_map.page.click("#fit")
    before = opened_map.pixels()
    content = opened_map.content()
    number = next(
        i for i, n in enumerate(content["network"]["nodes"]) if n["label"].startswith("2-1-1")
    )
    at = dict(
        part.split("=")
        for part in opened_map.page.evaluate("decodeURIComponent(location.hash.slice(1))").split(
            "&"
        )
    )
    x, y, scale = (float(part) for part in at["at"].split(","))
    place = content["places"][number]
    box = opened_map.page.locator("#map").bounding_box()
    assert box
    opened_map.page.mouse.click(
        box["x"] + box["width"] / 2 + (place[0] - x) * scale,
        box["y"] + box["height"] / 2 + (place[1] - y) * scale,
    )
    assert opened_map.title() == "2-1-1 会議資料の電子化"
    assert opened_map.pixels() != before


def test_pointing_brings_a_neighbourhood_forward(opened_map: Opened) -> None:
    opened_map.page.mouse.move(300, 760)
    before = opened_map.pixels()
    opened_map.page.mouse.move(800, 400)
    pictures = [opened_map.pixels()]
    for x in range(300, 1300, 60):
        for y in (150, 250, 350, 450):
            opened_map.page.mouse.move(x, y)
        pictures.append(opened_map.pixels())
        if pictures[-1] != before:
            break
    assert pictures[-1] != before
    assert opened_map.page.is_hidden("#details")


def test_filters_combine_and_count(opened_map: Opened) -> None:
    page = opened_map.page
    assert opened_map.text("#left") == "計画 3 / 3 件"
    page.select_option("#filter-theme", label="キャッシュレス（2）")
    assert opened_map.text("#left") == "計画 2 / 3 件"
    page.select_option("#filter-department", label="市民課（2）")
    assert opened_map.text("#left") == "計画 1 / 3 件"
    page.click("#reset")
    assert opened_map.text("#left") == "計画 3 / 3 件"
    page.select_option("#filter-year", "2024")
    assert opened_map.text("#left") == "計画 1 / 3 件"
    page.select_option("#filter-year", "")
    page.select_option("#filter-goal", index=1)
    assert opened_map.text("#left") == "計画 2 / 3 件"


def test_what_is_filtered_out_fades_or_hides(opened_map: Opened) -> None:
    whole = opened_map.pixels()
    opened_map.page.select_option("#filter-goal", index=2)
    hidden = opened_map.pixels()
    opened_map.page.click("[name=mode][value=fade]")
    faded = opened_map.pixels()
    assert len({whole, faded, hidden}) == 3


def test_the_legend_counts_and_switches(opened_map: Opened) -> None:
    opened_map.page.select_option("#look-lines", "all")
    row = opened_map.page.locator("#legend li:has([data-kind=Theme])")
    assert row.inner_text().split() == ["テーマ", "7"]
    before = opened_map.pixels()
    row.locator("input").check()
    with_themes = opened_map.pixels()
    assert with_themes != before
    opened_map.page.uncheck("#legend [data-relation=TOUCHES]")
    assert opened_map.pixels() != with_themes


def test_inferred_relations_go_where_they_are_not_wanted(opened_map: Opened) -> None:
    opened_map.page.select_option("#look-lines", "all")
    before = opened_map.pixels()
    opened_map.page.uncheck("#reading-inferred")
    assert opened_map.pixels() != before


def test_a_node_unfolds_and_folds(opened_map: Opened) -> None:
    opened_map.search("1-1-2")
    before = opened_map.pixels()
    opened_map.page.click("#unfold")
    assert opened_map.text("#unfold") == "たたむ"
    assert opened_map.pixels() != before
    opened_map.page.click("#unfold")
    assert opened_map.text("#unfold").startswith("展開")


def test_what_unfolds_stands_beneath_its_plan_and_the_next_plan_below_it(
    opened_map: Opened,
) -> None:
    opened_map.search("1-1-2")
    opened_map.page.click("#unfold")
    opened_map.page.focus("#map")
    walked: list[str] = []
    while not walked or (walked[-1] != "2-1-1 会議資料の電子化" and len(walked) < 30):
        opened_map.page.keyboard.press("ArrowDown")
        walked.append(opened_map.title())
    assert walked[0] == "電子納付の拡大"
    assert {"電子納付率", "キャッシュレス"} < set(walked)
    assert walked[-1] == "2-1-1 会議資料の電子化"


def test_impact_lights_the_plans_that_a_change_reaches(opened_map: Opened) -> None:
    opened_map.search("個人情報保護法")
    opened_map.page.click("#impact")
    text = opened_map.text("#banner")
    assert "実施計画2件、指標1件に影響します" in text
    assert "1-1-2 市税等の電子納付" in text
    assert "1-1-10 窓口サービスの見直し" in text
    assert "2-1-1" not in text
    opened_map.search("1-1-10")
    opened_map.page.click("#impact")
    assert "影響するという記載はありません" in opened_map.text("#banner")


def test_the_shortest_path_between_two_nodes(opened_map: Opened) -> None:
    opened_map.search("個人情報保護法")
    opened_map.page.click("#path-from")
    assert "終点を地図か検索で選んで" in opened_map.text("#banner")
    opened_map.search("1-1-10")
    steps = opened_map.page.locator("#banner .steps .link").all_inner_texts()
    assert steps == ["個人情報保護法", "1-1-2 市税等の電子納付", "1-1-10 窓口サービスの見直し"]


@pytest.mark.parametrize("view", VIEWS)
def test_views_sort_and_lead_to_the_map(opened_map: Opened, view: str) -> None:
    page = opened_map.page
    page.click(f"#tab-{view}")
    rows = page.locator("#other-view tbody tr")
    first = "#other-view thead th:first-child"
    page.click(f"{first} button")
    assert page.get_attribute(first, "aria-sort") == "ascending"
    up = rows.all_inner_texts()
    page.click(f"{first} button")
    assert page.get_attribute(first, "aria-sort") == "descending"
    assert rows.all_inner_texts() == up[::-1]
    name = page.inner_text("#other-view tbody th")
    page.click("#other-view tbody th")
    assert page.get_attribute("#tab-map", "aria-selected") == "true"
    assert name in opened_map.title() or opened_map.title() in name


def test_the_views_show_what_the_graph_holds(opened_map: Opened) -> None:
    page = opened_map.page
    page.click("#tab-workload")
    row = page.locator("#other-view tr", has_text="収納課").inner_text().split()
    assert row[:5] == ["収納課", "1", "1", "·", "·"]
    assert row[-4:] == ["1", "1", "·", "·"]
    page.click("#tab-timeline")
    assert "導入の検討" in page.locator("#other-view tr", has_text="1-1-2").inner_text()
    page.click("#tab-themes")
    assert "◎" in page.locator("#other-view tr", has_text="1-1-2").inner_text()
    assert "?" in page.locator("#other-view tr", has_text="1-1-10").inner_text()
    page.click("#tab-indicators")
    assert "+17.5ポイント" in page.locator("#other-view tr", has_text="電子納付率").inner_text()
    page.select_option("#filter-goal", index=2)
    assert page.locator("#other-view tbody tr").count() == 1


def test_a_link_reopens_the_same_view(opened_map: Opened, open_map: Open, map_file: Path) -> None:
    page = opened_map.page
    page.select_option("#filter-theme", label="キャッシュレス（2）")
    page.check("#legend [data-kind=Theme]")
    opened_map.search("1-1-2")
    page.click("#unfold")
    page.click("#zoom-in")
    opened_map.pixels()
    fragment = page.evaluate("location.hash")
    again = open_map(map_file, fragment)
    assert again.title() == "1-1-2 市税等の電子納付"
    assert again.text("#left") == "計画 2 / 3 件"
    assert again.page.is_checked("#legend [data-kind=Theme]")
    assert again.page.evaluate("location.hash") == fragment
    assert again.pixels() == open_map(map_file, fragment).pixels()
    assert again.pixels() != open_map(map_file).pixels()


def test_an_address_put_there_is_opened_even_as_the_page_writes_its_own(
    opened_map: Opened, open_map: Open, map_file: Path
) -> None:
    other = open_map(map_file)
    other.search("1-1-2")
    other.pixels()
    fragment = other.page.evaluate("location.hash")
    opened_map.page.evaluate(
        """fragment => {
            const filter = document.getElementById("filter-theme");
            filter.selectedIndex = 1;
            filter.dispatchEvent(new Event("change", { bubbles: true }));
            location.hash = fragment;
            document.getElementById("copy-link").click();
        }""",
        fragment,
    )
    opened_map.page.wait_for_function(
        "document.querySelector('#details').textContent.includes('1-1-2 市税等')"
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "#view=nowhere&node=nobody",
        "#at=NaN,1,&edge=%7B&unfolded=3",
        "#%E0%A4%A",
        "#at=1e308,1e308,1e308",
    ],
)
def test_a_link_that_makes_no_sense_opens_the_map(
    open_map: Open, map_file: Path, fragment: str
) -> None:
    one = open_map(map_file, fragment)
    assert one.page.get_attribute("#tab-map", "aria-selected") == "true"


def test_the_map_is_saved_as_a_picture(opened_map: Opened, tmp_path: Path) -> None:
    with opened_map.page.expect_download() as waiting:
        opened_map.page.click("#save-png")
    waiting.value.save_as(tmp_path / "map.png")
    assert waiting.value.suggested_filename == "aozora-2022-map.png"
    picture = (tmp_path / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") > 1200


def test_the_map_prints_on_one_sheet_of_a3(opened_map: Opened) -> None:
    sheet = opened_map.page.pdf(prefer_css_page_size=True, print_background=True)
    assert sheet.count(b"/Type /Page\n") == 1 or b"/Count 1" in sheet
    box = next(line for line in sheet.split(b"\n") if b"/MediaBox" in line)
    width, height = (float(part) for part in box.split(b"[")[1].split(b"]")[0].split()[2:])
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (420, 297)


def test_every_sheet_of_the_themes_has_their_names(open_map: Open, tmp_path: Path) -> None:
    one = open_map(keikaku.map(keikaku.read(), tmp_path / "map.html"), "#view=themes")
    plans = one.page.locator("#other-view tbody tr").count()
    one.page.emulate_media(media="print")
    one.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = one.page.locator("#paper-tables table")
    assert sheets.count() > 1
    assert all("キャッシュレス" in head for head in sheets.locator("thead").all_inner_texts())
    assert sheets.locator("tbody tr").count() == plans
    assert one.page.is_hidden("#other-view .scroll")
    one.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert sheets.count() == 0
    printed = one.page.pdf(prefer_css_page_size=True, print_background=True)
    assert printed.count(b"/Type /Page\n") in {0, -(-plans // 29)}


def test_the_map_is_walked_by_keys(opened_map: Opened) -> None:
    page = opened_map.page
    page.focus("#map")
    page.keyboard.press("ArrowDown")
    first = opened_map.title()
    for key in ("ArrowUp", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    assert opened_map.title() != first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Escape")
    assert page.is_hidden("#details")
    page.keyboard.press("3")
    assert page.get_attribute("#tab-timeline", "aria-selected") == "true"
    page.focus("#tab-timeline")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.id") == "tab-themes"


def test_light_and_dark_follow_the_system_and_the_button(open_map: Open, map_file: Path) -> None:
    light = open_map(map_file)
    dark = open_map(map_file, color_scheme="dark")
    assert light.pixels() != dark.pixels()
    dark.page.click("#dark")
    assert dark.pixels() == light.pixels()


def test_every_control_has_a_name(opened_map: Opened) -> None:
    opened_map.search("1-1-2")
    nameless = opened_map.page.evaluate(
        "[...document.querySelectorAll('button, select, input')]"
        ".filter(e => !(e.textContent.trim() || e.getAttribute('aria-label') || e.labels?.length))"
        ".map(e => e.outerHTML)"
    )
    assert nameless == []


def test_a_phone_shows_map_and_details(open_map: Open, map_file: Path) -> None:
    phone = open_map(map_file, viewport={"width": 390, "height": 844})
    assert phone.page.is_hidden("#panel")
    phone.search("1-1-2")
    box = phone.page.locator("#details").bounding_box()
    assert box
    assert box["y"] > 350
    assert phone.page.evaluate("document.documentElement.scrollWidth") == 390
