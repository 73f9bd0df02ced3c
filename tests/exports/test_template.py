"""The form of a plan, filled in as a city would, read as a published plan is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
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
from tests.makers.empty_form import empty_form

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
    book = openpyxl.load_workbook(BytesIO(empty_form()))
    keys = [column.key for column in SHEETS["plans"].columns]
    cells_by_sheet: dict[str, Sequence[Sequence[Any]]] = {
        "groups": GROUPS,
        "plans": [[plan.get(key) for key in keys] for plan in PLANS],
        "actions": ACTIONS,
        "indicators": INDICATORS,
    }
    for at, fact in enumerate(DOCUMENT, HEAD_ROW + 1):
        book[SHEETS["document"].name.ja].cell(at, 2).value = fact
    for key, rows in (cells_by_sheet | changed).items():
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
    message = caught.value.message("ja")
    for words in ("実施計画!A3", "「実施計画名」", "2回", "取組内容!A3", "指標!E3", "指標!B4"):
        assert words in message, message
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
    for name in book.sheetnames[1:]:
        del book[name]
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


GROUPS_OF_CODES = (
    ("A", "支え合う地域", "基本目標"),
    ("A-1", "見守りの輪を広げる", "施策"),
    ("B", "安心の暮らし", "基本目標"),
)
PLANS_OF_CODES: tuple[Mapping[str, Any], ...] = (
    {
        "number": "A-1-ア",
        "title": "見守りネットワークの拡大",
        "division": "福祉部",
        "lead": "福祉総務課、長寿課",
        "category": "拡充",
        "priority": "高",
        "first_year": "R8",
        "last_year": "令和11年度",
        "problem": "見守る人が高齢となっている。",
    },
    {"title": "買い物の支援", "group": "B", "lead": "福祉部長寿課"},
)
FACTS: Mapping[str, Sequence[Sequence[Any]]] = {
    "groups": GROUPS_OF_CODES,
    "actions": [("買い物の支援", None, "移動販売", "調査", "→", "実施")],
    "indicators": [
        (
            *("A-1-ア", None, "見守り協力員の数", "人", 120, "R6", None, "以上", None),
            *("増やす", "アウトプット", "○", "登録した人の数", "課の台帳", 130, 140, "150人", 160),
        )
    ],
    "budgets": [
        ("A-1-ア", "予算", None, "千円", 1500, "1,600"),
        ("A-1-ア", "決算", "一般財源", "千円", 700),
        ("A-1-ア", "計画", "延べ業務時間", "時間", 240, 300),
        ("買い物の支援", "効果", None, None, "△12万円", "―"),
    ],
    "evaluations": [
        (
            "A-1-ア",
            "R8",
            "外部",
            "B",
            "拡充して継続",
            "必要性：高い、効率性：普通",
            "担い手を増やす",
        )
    ],
}


def facts_of(graph: Graph, kind: str) -> list[dict[str, Any]]:
    return [facts for _, facts in graph.nodes(data=True) if facts["kind"] == kind]


def test_a_form_of_codes_holds_division_period_amounts_and_evaluations(tmp_path: Path) -> None:
    keys = [column.key for column in SHEETS["plans"].columns]
    plans = [[plan.get(key) for key in keys] for plan in PLANS_OF_CODES]
    graph = keikaku.load(filled(tmp_path / "facts-2026.xlsx", plans=plans, **FACTS))
    levels = [(n["level"], n["title"]) for n in facts_of(graph, "Goal")]
    assert levels == [("基本目標", "支え合う地域"), ("基本目標", "安心の暮らし")]
    plan = graph.nodes["facts-2026/plan/A-1-ア"]
    assert (plan["category"], plan["priority"]) == ("拡充", "高")
    assert (plan["first_year"], plan["last_year"]) == (2026, 2029)
    assert plan["problem"] == "見守る人が高齢となっている。"
    (row,) = keikaku.plan(graph, "見守りネットワーク").rows
    assert [(d.name, d.role) for d in row.departments] == [("福祉総務課", "lead"), ("長寿課", "co")]
    (shopping,) = keikaku.plan(graph, "買い物の支援").rows
    assert not shopping.number
    assert [(m.text, m.first_year, m.last_year) for m in shopping.actions[0].milestones] == [
        ("調査", 2026, 2027),
        ("実施", 2028, 2028),
    ]
    assert graph.has_edge("みさき市/department/長寿課", "みさき市/department/福祉部")
    (indicator,) = facts_of(graph, "Indicator")
    assert (indicator["direction"], indicator["role"]) == ("increase", "output")
    assert (indicator["cumulative"], indicator["definition"]) == (True, "登録した人の数")
    assert [(v["fiscal_year"], v["value"], v["comparator"]) for v in indicator["values"]] == [
        (2026, 130, ">="),
        (2027, 140, ">="),
        (2028, 150, ">="),
        (2029, 160, ">="),
    ]
    assert (indicator["target"]["value"], indicator["target"]["fiscal_year"]) == (160, 2029)
    amounts = {
        (b["stage"], b["fiscal_year"]): (b.get("total"), b.get("general"), b.get("hours"))
        for b in facts_of(graph, "Budget")
    }
    assert amounts == {
        ("budget", 2026): (1_500_000, None, None),
        ("budget", 2027): (1_600_000, None, None),
        ("actual", 2026): (None, 700_000, None),
        ("plan", 2026): (None, None, 240),
        ("plan", 2027): (None, None, 300),
        ("effect", 2026): (-120_000, None, None),
    }
    (evaluation,) = facts_of(graph, "Evaluation")
    assert (evaluation["by"], evaluation["direction"], evaluation["grade"]) == (
        "outside",
        "expand",
        "B",
    )
    assert evaluation["criteria"] == ["必要性:高い", "効率性:普通"]
    assert "form-column-unread" not in {row.code for row in keikaku.check(graph).rows}


def test_what_the_new_sheets_cannot_mean_is_named_with_its_cell(tmp_path: Path) -> None:
    path = filled(
        tmp_path / "bad.xlsx",
        budgets=[
            ("1-1-1", "見積", None, "千円", 5),
            ("1-1-1", "予算", None, None, 1500),
            ("1-1-1", "予算", None, "千円", "多い"),
        ],
        evaluations=[("1-1-1", "ことし", None, "B")],
    )
    with pytest.raises(KeikakuError) as caught:
        keikaku.load(path)
    message = caught.value.message("ja")
    for words in ("時間!B3", "時間!E4", "時間!E5", "評価!B3"):
        assert words in message, message


def test_columns_and_sheets_of_ones_own_are_named(tmp_path: Path) -> None:
    path = filled(tmp_path / "misaki-2026.xlsx")
    book = openpyxl.load_workbook(path)
    plans = book[SHEETS["plans"].name.ja]
    plans.cell(HEAD_ROW, plans.max_column + 1).value = "担当者"
    plans.cell(HEAD_ROW + 1, plans.max_column).value = "係長"
    book[SHEETS["indicators"].name.ja].cell(HEAD_ROW, 23).value = "R7実績"
    book[SHEETS["indicators"].name.ja].cell(HEAD_ROW + 1, 23).value = 1900
    book.create_sheet("メモ").cell(1, 1).value = "あとで聞く"
    book.save(path)
    graph = keikaku.load(path)
    unread = [row for row in keikaku.check(graph).rows if row.code == "form-column-unread"]
    assert {row.details["label"] for row in unread} == {"担当者", "メモ"}
    values = graph.nodes["misaki-2026/indicator/1-1-1/1"]["values"]
    assert [(v["kind"], v["fiscal_year"], v["value"]) for v in values] == [("actual", 2025, 1900)]


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
    made = openpyxl.load_workbook("計画の入力様式.xlsx")
    heads = {sheet.title: [cell.value for cell in sheet[2] if cell.value] for sheet in made}
    assert heads["目標・取組事項"] == ["番号", "名称", "階層の名称", "上位の番号"]
    years = [f"{year}年目" for year in range(1, 9)]
    assert heads["取組内容"] == ["計画番号", "個別取組", "取組内容", *years]


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
    indicators = {d["name"]: d for _, d in graph.nodes(data=True) if d["kind"] == "Indicator"}
    assert (indicators["利用者"]["target"]["value"], indicators["利用者"]["target"]["unit"]) == (
        103_000,
        "人",
    )
    assert (
        indicators["待ち時間"]["target"]["value"],
        indicators["待ち時間"]["target"]["unit"],
    ) == (
        510,
        "分",
    )
    assert (indicators["受付件数"]["target"]["low"], indicators["受付件数"]["target"]["high"]) == (
        30,
        40,
    )
    assert indicators["増減率"]["target"]["value"] == -3.5
    assert indicators["満足度"]["relative"] == "前年度以上"
    assert indicators["検査数"].get("baseline") is None
    assert [(v["fiscal_year"], v["value"]) for v in indicators["割合"]["values"]] == [
        (2026, 20),
        (2027, 22),
    ]
    assert indicators["割合"]["target"]["value"] == 22


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
