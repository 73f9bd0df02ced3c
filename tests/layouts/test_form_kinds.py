# ruff: noqa: E501
"""Habits of forms: effects in parts, goals to be marked, names above or beside their years."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records

_PAGE = """<!doctype html><meta charset="utf-8"><title>ひびき野市行政改革実施計画</title>
<h1>ひびき野市行政改革実施計画</h1><p>計画期間　令和8年度～令和9年度</p>"""
_FORM = """<table border="1">
<tr><th>取組番号</th><td>{number}</td><th>取組名</th><td colspan="4">{name}</td></tr>
<tr><th>担当課</th><td colspan="6">総務部　総務課</td></tr>
<tr><th>現状と課題</th><td colspan="6">手続に時間を要している。</td></tr>
<tr><th>取組内容</th><td colspan="6">手続を見直し、順次広げます。</td></tr>
{rows}</table>{behind}"""
_NAMES = (("1-1", "窓口の見直し"), ("1-2", "施設の再編"))
_YEARS = "<th>令和8年度</th><th>令和9年度</th>"


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def load(folder: Path, rows: str = "", behind: str = "", form: str = _FORM) -> Records:
    forms = [form.format(number=no, name=name, rows=rows, behind=behind) for no, name in _NAMES]
    path = folder / "hibikino.html"
    path.write_text("\n".join([_PAGE, *forms]), encoding="utf-8")
    return loaders.load(path)


def _row(name: str, *amounts: str) -> str:
    cells = "".join(f"<td>{amount}</td>" for amount in amounts)
    return f'<tr><td colspan="4">{name}</td>{cells}</tr>'


def _effects(records: Records) -> list[tuple[int, int]]:
    plan = [f for f in facts(records, "Budget") if f["stage"] == "effect"]
    return [(f["fiscal_year"], f["total"]) for f in plan[: len(plan) // 2]]


@pytest.mark.parametrize(
    "rows",
    [
        (("歳入の増加", "0", "100"), ("歳出の削減", "△300", "400"), ("計", "△300", "500")),
        (("合計", "△300", "500"), ("うち歳入", "0", "100"), ("うち歳出", "△300", "400")),
        (("効果額（歳出減）", "0", "900"), ("経費", "300", "400"), ("差引効果額", "△300", "500")),
        (("単年度", "△300", "500"), ("累計", "△300", "200")),
        (("歳入確保額", "0", "100"), ("歳出削減額", "△300", "400")),
    ],
)
def test_an_effect_in_parts_is_one_amount_a_year(
    rows: tuple[tuple[str, ...], ...], tmp_path: Path
) -> None:
    head = f'<tr><th rowspan="{len(rows) + 1}">効果額</th><th colspan="4">（単位：千円）</th>{_YEARS}</tr>'
    body = "".join(_row(*row).replace('colspan="4"', 'colspan="4"') for row in rows)
    records = load(tmp_path, head + body)
    assert _effects(records) == [(2026, -300_000), (2027, 500_000)]
    assert not facts(records, "Indicator")
    assert not [f for f in records.findings if f.code == "values-differ"]


def test_an_effect_that_is_added_up_says_so(tmp_path: Path) -> None:
    head = f'<tr><th rowspan="3">効果額</th><th colspan="4">（単位：千円）</th>{_YEARS}</tr>'
    body = _row("歳入確保額", "10", "20") + _row("歳出削減額", "1", "2")
    records = load(tmp_path, head + body)
    budget = next(node for node in records.nodes if node.kind == "Budget")
    assert budget.facts["total"] == 11_000
    assert budget.evidence[0].reading == "inferred"


@pytest.mark.parametrize("behind", [True, False])
def test_only_the_marked_goals_are_the_plans(behind: bool, tmp_path: Path) -> None:
    numbers = "".join(f"<td>{n}</td>" for n in range(1, 18))
    marks = "".join(f"<td>{'●' if n in (4, 11) else ''}</td>" for n in range(1, 18))
    table = f'<table><tr><th rowspan="2">SDGs</th>{numbers}</tr><tr>{marks}</tr></table>'
    cell = f'<tr><th>SDGs</th><td colspan="6">{" ".join(("☑" if n in (4, 11) else "☐") + str(n) for n in range(1, 18))}</td></tr>'
    records = load(tmp_path, "" if behind else cell, table if behind else "")
    assert sorted(f["code"] for f in facts(records, "SdgTarget")) == ["11", "4"]


def test_goals_without_any_mark_are_reported_and_not_all_taken(tmp_path: Path) -> None:
    numbers = "".join(f"<td>{n}</td>" for n in range(1, 18))
    records = load(tmp_path, behind=f"<table><tr><th>SDGs</th>{numbers}</tr></table>")
    assert not facts(records, "SdgTarget")
    assert [f for f in records.findings if f.code == "label-unread"]


def test_a_number_and_a_name_stand_in_two_cells_behind_one_label(tmp_path: Path) -> None:
    form = _FORM.replace(
        '<th>取組番号</th><td>{number}</td><th>取組名</th><td colspan="4">{name}</td>',
        '<th>改革項目</th><td>１－（{number}）－ア</td><td colspan="5">{name}</td>',
    ).replace("{number}", "２")
    records = load(tmp_path, form=form)
    plans = [(f["number"], f["title"]) for f in facts(records, "Plan")]
    assert plans == [("1-(2)-ア", name) for _, name in _NAMES]
    assert not facts(records, "Initiative")


@pytest.mark.parametrize(
    "cell", ["【主管】総務部 総務課", "【主管】総務部 総務課\n【関係】企画部 企画課"]
)
def test_the_part_of_a_department_stands_in_brackets_before_it(cell: str, tmp_path: Path) -> None:
    form = _FORM.replace("総務部　総務課", cell.replace("\n", "<br>"))
    records = load(tmp_path, form=form)
    roles = [
        (edge.source.rpartition("/")[2], edge.facts["role"])
        for edge in records.edges
        if edge.type == "RESPONSIBLE_FOR" and edge.target.endswith("1-1")
    ]
    assert roles == [("総務課", "lead"), ("企画課", "co")][: 1 + cell.count("\n")]


def test_a_department_beside_one_word_for_working_with_it_is_one_of_them(tmp_path: Path) -> None:
    records = load(tmp_path, '<tr><th>協力</th><td colspan="6">財政課、税務課</td></tr>')
    roles = {
        e.facts["role"]
        for e in records.edges
        if e.type == "RESPONSIBLE_FOR" and "総務課" not in e.source
    }
    names = {f["name"] for f in facts(records, "Department")}
    assert (roles, names) == ({"co"}, {"総務部", "総務課", "財政課", "税務課"})


_TABLE = (
    "<table><caption>{caption}</caption><tr><th>基準値（令和6年度）</th>"
    f"{_YEARS}</tr><tr><td>62.5</td><td>70.0</td><td>75.0</td></tr></table>"
)


@pytest.mark.parametrize("name", ["窓口の満足度", "１人当たりの待ち時間"])
def test_the_line_over_a_table_names_its_indicator(name: str, tmp_path: Path) -> None:
    behind = _TABLE.format(caption=f"目標：{name}（％）") + _TABLE.format(
        caption="目標：申請率（％）"
    )
    indicators = facts(load(tmp_path, behind=behind), "Indicator")
    assert [i["name"] for i in indicators[:2]] == [name.replace("１", "1"), "申請率"]
    first = indicators[0]
    assert (first["baseline"]["value"], first["baseline"]["fiscal_year"]) == (62.5, 2024)
    assert [(v["fiscal_year"], v["value"], v["unit"]) for v in first["values"]] == [
        (2026, 70.0, "%"),
        (2027, 75.0, "%"),
    ]


def test_a_line_with_a_target_in_words_names_no_indicator(tmp_path: Path) -> None:
    records = load(tmp_path, behind="<p>目標：前年度以上</p>")
    assert "前年度以上" not in [
        i["name"].strip() for i in facts(records, "Indicator") if i["measurable"]
    ]


_COLUMN = "<tr><th colspan='2'>指標</th><th>単位</th><th colspan='2'>{head}</th>" + _YEARS + "</tr>"


@pytest.mark.parametrize(
    ("head", "row"),
    [
        (
            "<table><tr><th>指標</th><th>単位</th><th>R6実績</th>" + _YEARS + "</tr>",
            "<tr><td>申請率</td><td>％</td><td>12.5</td><td>20</td><td>30</td></tr></table>",
        ),
        (
            "<table><tr><th>指標</th><th></th>" + _YEARS + "</tr>",
            "<tr><td>申請率<br>（単位：％）</td><td>R6実績<br>12.5</td><td>20</td><td>30</td></tr></table>",
        ),
        (
            "<table><tr><th>目標値</th>" + _YEARS + "</tr>",
            "<tr><td>申請率<br>（％）<br>現状値（R6）：12.5</td><td>20</td><td>30</td></tr></table>",
        ),
    ],
)
def test_what_was_reached_before_the_targets_is_the_baseline(
    head: str, row: str, tmp_path: Path
) -> None:
    records = load(tmp_path, behind=f"<p>■目標</p>{head}{row}")
    indicator = facts(records, "Indicator")[0]
    assert indicator["name"] == "申請率"
    assert (indicator["baseline"]["value"], indicator["baseline"]["fiscal_year"]) == (12.5, 2024)
    targets = [(v["fiscal_year"], v["value"]) for v in indicator["values"] if v["kind"] == "target"]
    assert targets == [(2026, 20), (2027, 30)]


def test_a_dash_behind_the_label_of_a_baseline_states_none(tmp_path: Path) -> None:
    head = "<table><tr><th>目標値</th>" + _YEARS + "</tr>"
    row = "<tr><td>交付枚数<br>（枚）<br>現状値（R6）：－</td><td>－</td><td>30</td></tr></table>"
    indicator = facts(load(tmp_path, behind=head + row), "Indicator")[0]
    assert (indicator["name"], indicator["baseline"]) == ("交付枚数", None)
    assert [(v["fiscal_year"], v["value"]) for v in indicator["values"]] == [(2027, 30)]


def test_effects_stand_under_years_beside_their_label(tmp_path: Path) -> None:
    rows = f'<tr><th colspan="5">効果額<br>（千円）</th>{_YEARS}</tr>' + _row(
        "", "△300", "500"
    ).replace('colspan="4"', 'colspan="5"')
    records = load(tmp_path, rows)
    assert _effects(records) == [(2026, -300_000), (2027, 500_000)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("【新規】 ・ 拡充 ・ 継続", "新規"),
        ("新規　○継続　拡充", "継続"),
        ("新規・継続・（拡充）", "拡充"),
        ("□新規　☑継続", "継続"),
    ],
)
def test_the_kind_in_brackets_or_behind_a_ring_is_the_plans(
    text: str, kind: str, tmp_path: Path
) -> None:
    records = load(tmp_path, f'<tr><th>区分</th><td colspan="6">{text}</td></tr>')
    assert {f["category"] for f in facts(records, "Plan")} == {kind}


def test_how_often_is_counted_is_no_unit(tmp_path: Path) -> None:
    head = "<table><tr><th>指標</th><th>令和6年度（現状）</th>" + _YEARS + "</tr>"
    row = "<tr><td>削減時間（年間）</td><td>640</td><td>800</td><td>900</td></tr></table>"
    indicator = facts(load(tmp_path, behind=head + row), "Indicator")[0]
    assert (indicator["name"], indicator["values"][0]["unit"]) == ("削減時間（年間）", None)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("指標", "申請率　現況値：12.5％（R6）　目標値：30％（R9）"),
        ("目標", "申請率（％）　・現況値 12.5（R6）・目標値 30（R9）"),
        ("目標指標", "①申請率 12.5％（R6）→30％（R9）<br>②待ち時間 30分（R6）→10分（R9）"),
        ("数値目標", "申請率　R6：12.5％ → R9：30％"),
        ("指標", "申請率（％）<br>現況値：12.5（R6）<br>目標値：30（R9）"),
    ],
)
def test_a_line_leads_from_a_baseline_to_its_target(label: str, text: str, tmp_path: Path) -> None:
    records = load(tmp_path, f'<tr><th>{label}</th><td colspan="6">{text}</td></tr>')
    indicators = facts(records, "Indicator")
    first = indicators[0]
    assert first["name"] == "申請率"
    known = [
        (first[k]["value"], first[k]["unit"], first[k]["fiscal_year"])
        for k in ("baseline", "target")
    ]
    assert known == [(12.5, "%", 2024), (30, "%", 2027)]
    if "②" in text:
        assert (indicators[1]["name"], indicators[1]["target"]["value"]) == ("待ち時間", 10)


def test_a_step_from_a_year_on_goes_on_to_the_end(tmp_path: Path) -> None:
    page = _PAGE.replace("令和9年度", "令和12年度")
    form = page + _FORM
    text = "令和8年度：検討<br>令和9年度～：本格実施"
    records = load(tmp_path, f'<tr><th>年度別計画</th><td colspan="6">{text}</td></tr>', form=form)
    steps = [(m["text"], m["first_year"], m["last_year"]) for m in facts(records, "Milestone")][:2]
    assert steps == [("検討", 2026, 2026), ("本格実施", 2027, 2030)]


def test_a_list_of_choices_says_nothing_of_the_plan_before_it(tmp_path: Path) -> None:
    choices = "".join(
        f"<tr><td>{kind}</td><td>{goal}</td></tr>"
        for kind, goal in (("新規", 1), ("拡充", 2), ("継続", 3))
    )
    behind = f"<table><tr><th>区分</th><th>ゴール</th></tr>{choices}</table>"
    records = load(tmp_path, behind=behind)
    assert not facts(records, "SdgTarget")
    assert {p.get("category") for p in facts(records, "Plan")} == {None}


def test_the_name_of_a_plan_stands_over_its_form_without_a_label(tmp_path: Path) -> None:
    """A chapter's title (取組の内容) announces all forms, and labels no name among them."""
    form = _FORM.replace(
        '<tr><th>取組番号</th><td>{number}</td><th>取組名</th><td colspan="4">{name}</td></tr>',
        '<tr><th colspan="7">取組{number}　{name}　【継続】</th></tr><tr><th>体系</th><td colspan="6">'
        "改革の柱１　足腰の強い財政　＞　取組方針２　歳入の確保</td></tr>",
    )
    page = _PAGE + "<h1>３　取組の内容</h1>"
    forms = [form.format(number=no, name=name, rows="", behind="") for no, name in _NAMES]
    path = tmp_path / "hibikino.html"
    path.write_text("\n".join([page, *forms]), encoding="utf-8")
    records = loaders.load(path)
    known = [(p["number"], p["title"], p["category"]) for p in facts(records, "Plan")]
    assert known == [(number, name, "継続") for number, name in _NAMES]
    levels = [(f["level"], f["title"]) for k in ("Goal", "Initiative") for f in facts(records, k)]
    assert levels == [("改革の柱", "足腰の強い財政"), ("取組方針", "歳入の確保")]


def _sheets(path: Path) -> Path:
    import openpyxl

    from tests.layouts.town_books import put

    book = openpyxl.Workbook()
    for number, name in _NAMES:
        sheet: Any = book.create_sheet(number)
        sheet["A1"] = "ひびき野市行政改革計画　取組調書"
        for row, (label, value) in enumerate(
            (("取組番号", number), ("取組名", name), ("担当課", "総務課")), 3
        ):
            put(sheet, row, 1, 2, label)
            put(sheet, row, 3, 7, value)
        parts = (("現状と課題", "時間を要している。"), ("取組の内容", "順次広げる。"))
        for n, (label, text) in enumerate(parts, 1):
            sheet.cell(4 + 2 * n, 1, str(n))
            put(sheet, 4 + 2 * n, 2, 7, label)
            put(sheet, 5 + 2 * n, 1, 7, text)
        sheet.cell(10, 1, "３")
        put(sheet, 10, 2, 7, "数値目標")
        for column, text in (
            (1, ""),
            (2, "2022年度"),
            (3, "2026年度"),
            (4, "2027年度"),
            (5, "2028年度"),
        ):
            sheet.cell(11, column, text)
        rows = (
            ("取組1：窓口の統合", None, "検討", "2か所", "3か所"),
            ("KPI1：申請率", 12, 20, 25, 30),
        )
        for row, cells in enumerate(rows, 12):
            for column, cell in enumerate(cells, 1):
                sheet.cell(row, column, cell).number_format = '#,##0"件"'
    del book["Sheet"]
    book.save(path)
    return path


def test_parts_with_a_number_in_a_cell_of_its_own(tmp_path: Path) -> None:
    records = loaders.load(_sheets(tmp_path / "hibikino.xlsx"))
    plan = facts(records, "Plan")[0]
    assert (plan["problem"], plan["overview"]) == ("時間を要している。", "順次広げる。")


def test_rows_are_named_behind_their_word(tmp_path: Path) -> None:
    """取組1 has steps, whatever they count; a number format writes the unit of KPI1."""
    records = loaders.load(_sheets(tmp_path / "hibikino.xlsx"))
    assert facts(records, "Action")[0]["title"] == "窓口の統合"
    steps = [(m["text"], m["first_year"]) for m in facts(records, "Milestone")][:3]
    assert steps == [("検討", 2026), ("2か所", 2027), ("3か所", 2028)]
    indicator = facts(records, "Indicator")[0]
    assert (indicator["name"], indicator["values"][-1]["unit"]) == ("申請率", "件")


def test_a_value_of_a_year_before_the_period_is_the_baseline(tmp_path: Path) -> None:
    years = "<th>令和6年度</th><th>令和8年度</th><th>令和9年度</th>"
    row = "<tr><td>申請率</td><td>％</td><td>12</td><td>20</td><td>30</td></tr>"
    table = f"<table><tr><th>指標</th><th>単位</th>{years}</tr>{row}</table>"
    indicator = facts(load(tmp_path, behind=table), "Indicator")[0]
    assert (indicator["baseline"]["value"], indicator["baseline"]["fiscal_year"]) == (12, 2024)
    assert [(v["fiscal_year"], v["value"]) for v in indicator["values"]] == [(2026, 20), (2027, 30)]


def test_dashes_behind_a_name_are_no_names(tmp_path: Path) -> None:
    """KPI1：交付枚数 | － | － | 1,500: the first year's dash is no name behind a label."""
    years = "<th>令和6年度（実績）</th><th>令和8年度</th><th>令和9年度</th>"
    row = "<tr><th>KPI1：交付枚数（枚）</th><td>－</td><td>－</td><td>1,500</td></tr>"
    behind = f"<table><tr><th></th>{years}</tr>{row}</table>"
    indicator = facts(load(tmp_path, behind=behind), "Indicator")[0]
    assert (indicator["name"], indicator["baseline"]) == ("交付枚数", None)
    assert [(v["fiscal_year"], v["value"]) for v in indicator["values"]] == [(2027, 1500)]


def test_a_level_stays_open_over_a_larger_heading_numbered_below_it(tmp_path: Path) -> None:
    form = "<p>基本方針１　足腰の強い財政</p><h1>{number}　{name}（継続）</h1>" + _FORM.replace(
        '<tr><th>取組番号</th><td>{number}</td><th>取組名</th><td colspan="4">{name}</td></tr>', ""
    )
    records = load(tmp_path, form=form)
    assert [f["title"] for f in facts(records, "Goal")] == ["足腰の強い財政"]
    plans = [(f["number"], f["title"]) for f in facts(records, "Plan")]
    assert plans == list(_NAMES)
    parents = {
        e.source
        for e in records.edges
        if e.type == "HAS_PART" and "/plan/" in e.target and "/action/" not in e.target
    }
    assert ["goal" in parent for parent in parents] == [True]
