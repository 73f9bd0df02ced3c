"""The form of a plan, filled in as a city would, read as a published plan is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import keikaku
from keikaku.exports import plan_template
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.loaders.workbook.plan_form import GUIDE, HEAD_ROW, SHEETS, VERSION
from tests.cli.running import Keikaku
from tests.makers.convert import by_office

DOCUMENT: tuple[Any, ...] = (
    "みさき市",
    "みさき市行政改革プラン2026",
    2026,
    "令和11年度",
    "令和8年3月",
)
GROUPS = (("1", "便利な市役所"), ("1-1", "窓口の改善"), ("2", "健全な財政"), ("2-1", "歳入の確保"))
PLANS: tuple[Mapping[str, Any], ...] = (
    {
        "number": "1-1-1",
        "title": "電子申請の拡大",
        "lead": "情報政策課",
        "co": "市民課、税務課",
        "overview": "みさき市DX推進計画に基づいて、ＡＩも使いながら電子申請を広げる。",
        "キャッシュレス": "○",
        "ペーパーレス": "？",
        "website": "○",
        "guidelines": "行政手続オンライン化法\nみさきの約束",
        "sdgs": "11.3、16.6",
    },
    {
        "number": "2-1-1",
        "title": "市税の収納対策",
        "lead": "税務課",
        "overview": "「電子申請の拡大」と合わせて進める。",
    },
)
ACTIONS = (
    ("1-1-1", None, "手続の電子化", "調査", "10手続", "→", "20手続"),
    ("2-1-1", None, "納付方法の拡大", None, "導入"),
)
INDICATORS = (
    ("1-1-1", None, "電子申請の件数", "件/年", 1200, "2025年度", "５,０００", "以上", "2029年度末"),
    ("2-1-1", None, "収納率", "%", 98.2, "2025年度", "98.6％以上", None, "2029年度"),
    ("2-1-1", None, "納税しやすい環境をつくる"),
)


def filled(path: Path, **changed: Sequence[Sequence[Any]]) -> Path:
    """The form with the city's plan, some of its sheets changed."""
    plan_template.write(path)
    book = openpyxl.load_workbook(path)
    keys = [column.key for column in SHEETS["plans"].columns]
    told: dict[str, Sequence[Sequence[Any]]] = {
        "groups": GROUPS,
        "plans": [[plan.get(key) for key in keys] for plan in PLANS],
        "actions": ACTIONS,
        "indicators": INDICATORS,
    }
    for at, fact in enumerate(DOCUMENT, HEAD_ROW + 1):
        book[SHEETS["document"].name.ja].cell(at, 2).value = fact
    for key, rows in (told | changed).items():
        sheet = book[SHEETS[key].name.ja]
        for at, row in enumerate(rows, HEAD_ROW + 1):
            for column, value in enumerate(row, 1):
                sheet.cell(at, column).value = value
    book.save(path)
    return path


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return keikaku.load(filled(tmp_path_factory.mktemp("form") / "misaki-2026.xlsx"))


def test_the_plan_answers_as_a_published_one_does(city: Graph) -> None:
    (row,) = keikaku.plans(city, theme="キャッシュレス").rows
    assert (row.number, row.document) == ("1-1-1", "misaki-2026")
    assert [each.name for each in row.departments] == ["情報政策課", "市民課", "税務課"]
    (whole,) = keikaku.plan(city, "1-1-1").rows
    assert {each.name for each in whole.guidelines} == {
        "みさき市DX推進計画",
        "行政手続オンライン化法",
        "みさきの約束",
    }
    assert whole.unknown_marks == ["ペーパーレス"]
    assert [(e.number, e.reason) for e in whole.needed_by] == [("2-1-1", "names_plan")]
    milestones = whole.actions[0].milestones
    assert [(each.text, each.first_year, each.last_year) for each in milestones] == [
        ("調査", 2026, 2026),
        ("10手続", 2027, 2028),
        ("20手続", 2029, 2029),
    ]
    assert {each.name for each in whole.sdgs} == {"11.3", "16.6"}
    assert city.graph["document"]["last_year"] == 2029


def test_values_are_understood_as_they_are_typed(city: Graph) -> None:
    rows = {row.name: row for row in keikaku.indicators(city).rows}
    count = rows["電子申請の件数"].target
    assert count is not None
    assert (count["value"], count["unit"], count["comparator"]) == (5000, "件/年", ">=")
    rate = rows["収納率"].target
    assert rate is not None
    assert (rate["value"], rate["unit"], rate["comparator"]) == (98.6, "%", ">=")
    assert not rows["納税しやすい環境をつくる"].measurable


def test_every_fact_names_its_sheet_and_cell(city: Graph) -> None:
    parts = [facts for _, facts in city.nodes(data=True) if facts["kind"] != "Theme"]
    pieces = [piece for facts in parts for piece in facts["evidence"]]
    assert pieces
    assert all(piece["sheet"] and piece["cell"] and piece["line"] is None for piece in pieces)
    indicator = city.nodes["misaki-2026/indicator/1-1-1/1"]
    assert (indicator["evidence"][0]["sheet"], indicator["evidence"][0]["cell"]) == ("指標", "C3")


def test_findings_and_the_other_questions_work(city: Graph) -> None:
    codes = {row.code for row in keikaku.check(city).rows}
    assert "no-measurable-target" not in codes
    assert keikaku.workload(city).rows
    assert keikaku.impact(city, "1-1-1").rows


def test_a_form_saved_by_libreoffice_is_read_the_same(city: Graph, tmp_path: Path) -> None:
    again = by_office(filled(tmp_path / "misaki-2026.xlsx"), "xlsx", tmp_path / "office")
    graph = keikaku.load(again)
    assert set(graph) == set(city)
    assert set(graph.edges(keys=True)) == set(city.edges(keys=True))


def test_cells_to_be_mended_are_named_all_at_once(tmp_path: Path) -> None:
    path = filled(
        tmp_path / "bad.xlsx",
        plans=[["1-1", "番号違い"], ["1-1-1", None], ["1-1-1", "二つ目"]],
        actions=[("9-9-9", None, "どこの計画か")],
        indicators=[("1-1-1", None, "件数", "件", "多い"), ("1-1-1", "ない取組", "率")],
    )
    with pytest.raises(KeikakuError) as caught:
        keikaku.load(path)
    told = caught.value.message("ja")
    for words in ("実施計画!A3", "「実施計画名」", "2回", "取組内容!A3", "指標!E3", "指標!B4"):
        assert words in told, told
    assert "{" not in caught.value.message("en")


def test_an_empty_form_and_another_workbook_are_refused_in_words(tmp_path: Path) -> None:
    plan_template.write(tmp_path / "empty.xlsx")
    with pytest.raises(KeikakuError, match="一つもありません"):
        keikaku.load(tmp_path / "empty.xlsx")
    book = openpyxl.load_workbook(tmp_path / "empty.xlsx")
    del book[SHEETS["indicators"].name.ja]
    book.save(tmp_path / "less.xlsx")
    with pytest.raises(KeikakuError, match="「指標」シート"):
        keikaku.load(tmp_path / "less.xlsx")
    book = openpyxl.load_workbook(tmp_path / "empty.xlsx")
    sheet = book[GUIDE.ja]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == VERSION]
    cell.value = None
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(KeikakuError, match="計画の一覧"):
        keikaku.load(tmp_path / "other.xlsx")


def test_corrections_settle_what_the_form_says(tmp_path: Path) -> None:
    path = filled(tmp_path / "misaki-2026.xlsx")
    corrections = tmp_path / "misaki-2026-corrections.yaml"
    corrections.write_text(
        "keikaku-corrections: 1\ndocument: misaki-2026\ncorrections:\n"
        "- set:\n    plan: 2-1-1\n    title: 市税収納対策\n"
        "  who: 行政経営課\n  why: 表記の統一\n  when: 2026-04-01\n",
        encoding="utf-8",
    )
    graph = keikaku.load(path, corrections=corrections)
    assert graph.nodes["misaki-2026/plan/2-1-1"]["title"] == "市税収納対策"


def test_the_command_makes_the_form_and_never_writes_over_one(
    tmp_path: Path, keikaku_command: Keikaku, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = keikaku_command("template")
    assert (ran.code, ran.err) == (0, "")
    assert (tmp_path / "計画の入力様式.xlsx").is_file()
    assert keikaku_command("template").code == 2
    assert keikaku_command("template", "--out", "form.xlsx", "--lang", "en").code == 0
    assert openpyxl.load_workbook("form.xlsx").sheetnames[0] == GUIDE.en


def test_numbers_of_every_print_are_read_whole_and_words_kept(tmp_path: Path) -> None:
    rows = [
        ["1-1-1", None, "利用者", None, None, None, "10万3,000人"],
        ["1-1-1", None, "待ち時間", None, None, None, "8時間30分"],
        ["1-1-1", None, "受付件数", None, None, None, "30-40件"],
        ["1-1-1", None, "増減率", None, None, None, "▲ 3.5%"],
        ["1-1-1", None, "満足度", "％", "64.1", "2025", "前年度以上"],
        ["1-1-1", None, "検査数", "件", "―", None, "46件"],
        ["1-1-1", None, "割合", "％", "39.5", "R7", "20", None, "R8"],
        ["1-1-1", None, "割合", "％", "39.5", "R7", "22", None, "R9"],
    ]
    graph = keikaku.load(filled(tmp_path / "numbers-2026.xlsx", indicators=rows))
    found = {d["name"]: d for _, d in graph.nodes(data=True) if d["kind"] == "Indicator"}
    assert (found["利用者"]["target"]["value"], found["利用者"]["target"]["unit"]) == (
        103_000,
        "人",
    )
    assert (found["待ち時間"]["target"]["value"], found["待ち時間"]["target"]["unit"]) == (
        510,
        "分",
    )
    assert (found["受付件数"]["target"]["low"], found["受付件数"]["target"]["high"]) == (30, 40)
    assert found["増減率"]["target"]["value"] == -3.5
    assert found["満足度"]["relative"] == "前年度以上"
    assert found["検査数"].get("baseline") is None
    assert [(v["fiscal_year"], v["value"]) for v in found["割合"]["values"]] == [
        (2026, 20),
        (2027, 22),
    ]
    assert found["割合"]["target"]["value"] == 22


@pytest.mark.parametrize("typed", ["1,2,3", "5人に1人", "2、000件", "1-2-3"])
def test_a_number_that_is_not_understood_is_named_with_its_cell(typed: str, tmp_path: Path) -> None:
    rows = [["1-1-1", None, "利用者", None, None, None, typed]]
    with pytest.raises(KeikakuError, match=f"「{typed}」"):
        keikaku.load(filled(tmp_path / "numbers-2026.xlsx", indicators=rows))


def test_sdgs_are_goals_and_targets_that_exist(tmp_path: Path) -> None:
    plan = [{**PLANS[0], "sdgs": "目標11、11.b、16.10"}, *PLANS[1:]]
    keys = [column.key for column in SHEETS["plans"].columns]
    plans = [[one.get(key) for key in keys] for one in plan]
    graph = keikaku.load(filled(tmp_path / "goals-2026.xlsx", plans=plans))
    (whole,) = keikaku.plan(graph, "1-1-1").rows
    assert {each.name for each in whole.sdgs} == {"11", "11.b", "16.10"}
    for wrong in ("11.9", 16.1):
        plans[0][keys.index("sdgs")] = wrong
        with pytest.raises(KeikakuError, match=f"「{wrong}」"):
            keikaku.load(filled(tmp_path / "goals-2026.xlsx", plans=plans))
