# ruff: noqa: E501
"""Towns' workbooks as offices keep them: a sheet for each department, rows with labels of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.town_forms import number
from tests.layouts.towns import Town, TownPlan


def put(sheet: Any, row: int, column: int, last_column: int, value: object, rows: int = 1) -> None:
    """Write a cell over some columns and rows."""
    if last_column > column or rows > 1:
        sheet.merge_cells(
            start_row=row, end_row=row + rows - 1, start_column=column, end_column=last_column
        )
    sheet.cell(row, column, value)


def plain(value: float | None) -> float | int | None:
    """A number as Excel holds it."""
    return value if value is None or value != int(value) else int(value)


def _book(title: str) -> tuple[Any, Any]:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"] = title
    return book, sheet


def department_sheets(town: Town, path: Path) -> Path:
    """A sheet for each department, which its first row names; its plans one below the other."""
    book, _ = _book(town.title)
    sheets: dict[str, Any] = {}
    rows: dict[str, int] = {}
    for p in town.plans:
        if p.department not in sheets:
            sheet = sheets[p.department] = book.create_sheet(p.department)
            for column, text in ((1, "所管部"), (2, p.division), (4, "所管課"), (5, p.department)):
                sheet.cell(1, column, text)
        rows[p.department] = _plan_rows(
            town, p, sheets[p.department], rows.get(p.department, 1) + 2
        )
    book.save(path)
    return path


def _plan_rows(town: Town, p: TownPlan, sheet: Any, row: int) -> int:
    q = p.kpis[0]
    lines: tuple[tuple[tuple[int, int, object], ...], ...] = (
        ((1, 2, "取組番号"), (3, 4, p.number), (5, 6, "取組名"), (7, 12, p.title)),
        ((1, 2, "大柱"), (3, 6, " ".join(p.levels[0])), (7, 8, "中柱"), (9, 12, " ".join(p.levels[1]))),
        ((1, 2, "新規・継続の別"), (3, 4, p.category), (5, 6, "連携する課"), (7, 9, "・".join(p.co)), (10, 10, "SDGs"), (11, 12, "、".join(f"目標{s}" for s in p.sdgs))),
        ((1, 2, "課題"), (3, 12, p.problem)),
        ((1, 2, "実施内容"), (3, 12, p.work)),
        ((1, 2, "年度"), (3, 7, "取組工程"), (8, 10, "目標値"), (11, 12, "効果額(千円)")),
        *(
            ((1, 2, f"令和{town.era(i)}年度"), (3, 7, p.tasks[0].steps[i]), (8, 10, number(q.targets[i], q.unit)), (11, 12, p.effects[i]))
            for i in range(5)
        ),
        ((1, 2, "指標"), (3, 7, q.name), (8, 9, "現状値"), (10, 12, number(q.baseline, q.unit))),
    )  # fmt: skip
    for line in lines:
        for first, last, value in line:
            put(sheet, row, first, last, value)
        row += 1
    return row - 1


def labelled_rows(town: Town, path: Path) -> Path:
    """A list of three rows a plan; a column says what the years of each row hold."""
    book, sheet = _book(town.title)
    heads = ("整理番号", "改革の柱", "改革項目", "具体的取組", "新・継・拡", "部局名", "課名", "関係課名", "背景・課題", "取組概要", "SDGs", "指標", "単位", "基準値", "項目")  # fmt: skip
    for column, text in enumerate((*heads, *(f"R{town.era(i)}" for i in range(5))), 1):
        sheet.cell(3, column, text)
    for n, p in enumerate(town.plans):
        row, q = 4 + 3 * n, p.kpis[0]
        values = (p.number, "　".join(p.levels[0]), "　".join(p.levels[1]), p.title, p.category, p.division, p.department, "、".join(p.co), p.problem, p.work, "、".join(p.sdgs), q.name, q.unit, plain(q.baseline))  # fmt: skip
        for column, value in enumerate(values, 1):
            put(sheet, row, column, column, value, rows=3)
        years = (
            ("工程", p.tasks[0].steps),
            ("目標値", map(plain, q.targets)),
            ("効果額（千円）", p.effects),
        )
        for at, (name, cells) in enumerate(years):
            sheet.cell(row + at, 15, name)
            for i, value in enumerate(cells):
                sheet.cell(row + at, 16 + i, value)
    book.save(path)
    return path


def hidden_choices(town: Town, path: Path) -> Path:
    """A list with 取組方針 in sentences, and a hidden sheet of what may be chosen."""
    book, sheet = _book(town.title)
    heads = ("管理番号", "大項目", "中項目", "取組事項", "取組区分", "担当部局", "担当課", "関連課", "課題", "取組方針", "SDGs", "目標指標", "単位", "現況値")  # fmt: skip
    for column, text in enumerate(heads, 1):
        sheet.cell(3, column, text)
    first = len(heads) + 1
    for i in range(5):
        put(sheet, 2, first + 3 * i, first + 3 * i + 2, f"令和{town.era(i)}年度")
        for k, text in enumerate(("取組", "目標値", "効果額（千円）")):
            sheet.cell(3, first + 3 * i + k, text)
    for row, p in enumerate(town.plans, 4):
        q = p.kpis[0]
        values = (p.number, ". ".join(p.levels[0]), ". ".join(p.levels[1]), p.title, p.category, p.division, p.department, "、".join(p.co), p.problem, p.work, "/".join(p.sdgs), q.name, q.unit, plain(q.baseline))  # fmt: skip
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
        for i in range(5):
            cells = (p.tasks[0].steps[i], plain(q.targets[i]), p.effects[i])
            for k, cell in enumerate(cells):
                sheet.cell(row, first + 3 * i + k, cell)
    choices = book.create_sheet("リスト")
    choices.sheet_state = "hidden"
    for row, category in enumerate(("新規", "継続", "拡充"), 1):
        choices.cell(row, 1, category)
        choices.cell(row, 2, town.plans[row].department)
    book.save(path)
    return path


def unknown_labels(town: Town, path: Path) -> Path:
    """A sheet for each plan, with a label that means nothing to anybody else: ご近所課."""
    book, _ = _book(town.title)
    for p in town.plans:
        sheet = book.create_sheet(p.number)
        lines: tuple[tuple[tuple[int, int, object], ...], ...] = (
            ((1, 2, "取組番号"), (3, 4, p.number), (5, 6, "取組名"), (7, 12, p.title)),
            ((1, 2, "所管部"), (3, 4, p.division), (5, 6, "所管課"), (7, 8, p.department), (9, 10, "ご近所課"), (11, 12, "、".join(p.co) or "－")),
            ((1, 2, "現状と課題"), (3, 12, p.problem)),
            ((1, 2, "取組内容"), (3, 12, p.work)),
        )  # fmt: skip
        for row, line in enumerate(lines, 1):
            for first, last, value in line:
                put(sheet, row, first, last, value)
    book.save(path)
    return path


def row_names(town: Town, path: Path) -> Path:
    """A list with rows for each task, indicator and effect of a plan: their kind, then their name."""
    book, sheet = _book(town.title)
    heads = ("取組番号", "基本目標", "施策", "取組名", "区分", "主管部署（関係部署）", "現状と課題", "取組内容", "SDGs", "種別", "項目", "現状値")  # fmt: skip
    for column, text in enumerate((*heads, *(f"R{town.era(i)}" for i in range(5))), 1):
        sheet.cell(3, column, text)
    row = 4
    for p in town.plans:
        lines: list[tuple[object, ...]] = [("工程", t.title, None, *t.steps) for t in p.tasks]
        lines += [
            ("指標", f"{q.name}（{q.unit}）", plain(q.baseline), *map(plain, q.targets))
            for q in p.kpis
        ]
        lines.append(("効果額", "財政効果額（千円）", None, *p.effects))
        who = f"{p.division}　{p.department}" + (f"（{'、'.join(p.co)}）" if p.co else "")
        values = (p.number, " ".join(p.levels[0]), " ".join(p.levels[1]), p.title, p.category, who, p.problem, p.work, "、".join(p.sdgs))  # fmt: skip
        for column, value in enumerate(values, 1):
            put(sheet, row, column, column, value, rows=len(lines))
        for line in lines:
            for column, cell in enumerate(line, 10):
                sheet.cell(row, column, cell)
            row += 1
    book.save(path)
    return path


def year_tables(town: Town, path: Path) -> Path:
    """A sheet for each plan (取組1-1-1): its name beside its number, one table of years down."""
    book, _ = _book(town.title)
    for p in town.plans:
        sheet = book.create_sheet(f"取組{p.number}")
        lines: tuple[tuple[tuple[int, int, object], ...], ...] = (
            ((1, 2, "整理番号"), (3, 4, p.number), (5, 6, "実施項目"), (7, 12, p.title)),
            ((1, 2, "基本方針"), (3, 6, "　".join(p.levels[0])), (7, 8, "推進項目"), (9, 12, "　".join(p.levels[1]))),
            ((1, 2, "担当部局"), (3, 4, p.division), (5, 6, "担当課"), (7, 8, p.department), (9, 10, "関係課"), (11, 12, "、".join(p.co))),
            ((1, 2, "新規・拡充等"), (3, 6, p.category), (7, 8, "関連するSDGs"), (9, 12, "、".join(p.sdgs))),
            ((1, 2, "現状・課題"), (3, 12, p.problem)),
            ((1, 2, "実施内容"), (3, 12, p.work)),
        )  # fmt: skip
        for row, line in enumerate(lines, 1):
            for first, last, value in line:
                put(sheet, row, first, last, value)
        _years_down(town, p, sheet)
    book.save(path)
    return path


def _years_down(town: Town, p: TownPlan, sheet: Any) -> None:
    last = 6 + 2 * len(p.kpis)
    heads = ((1, 2, "年度"), (3, 5, "年度別計画"), (last, last + 1, "効果額\n（千円）"))
    for first, end, text in heads:
        put(sheet, 8, first, end, text, rows=2)
    put(sheet, 8, 6, last - 1, "目標値")
    rows: list[tuple[object, ...]] = [
        ("現状", "－", *(plain(q.baseline) for q in p.kpis), None),
        *(
            (f"令和{town.era(i)}年度", p.tasks[0].steps[i], *(plain(q.targets[i]) for q in p.kpis), p.effects[i])
            for i in range(5)
        ),
    ]  # fmt: skip
    for at, q in enumerate(p.kpis):
        put(sheet, 9, 6 + 2 * at, 7 + 2 * at, f"{q.name}\n（{q.unit}）")
    for row, (year, step, *numbers) in enumerate(rows, 10):
        put(sheet, row, 1, 2, year)
        put(sheet, row, 3, 5, step)
        for at, value in enumerate(numbers):
            put(sheet, row, 6 + 2 * at, 7 + 2 * at, value)


def counted_rows(town: Town, path: Path) -> Path:
    """A list saved as CSV by Excel: a running number before levels that blanks go on with."""
    import csv

    years = [f"R{town.era(i)}" for i in range(5)]
    heads = ["通し番号", "改革の視点", "取組の柱", "取組番号", "取組件名", "新規・継続・拡充等", "担当部", "担当課", "協力課", "現状及び問題点", "具体的な取組内容", *(f"{y}取組" for y in years), "成果目標", "単位", "基準値", *(f"{y}目標値" for y in years), *(f"{y}効果額（千円）" for y in years), "SDGsとの関連"]  # fmt: skip
    rows: list[list[object]] = [[town.title], [], list(heads)]
    above: list[str] = ["", ""]
    for n, p in enumerate(town.plans, 1):
        q, levels = p.kpis[0], [" ".join(level) for level in p.levels]
        first = levels[0] if levels[0] != above[0] else ""
        second = levels[1] if levels != above else ""
        above = levels
        rows.append([n, first, second, p.number, p.title, p.category, p.division, p.department, "、".join(p.co), p.problem, p.work, *p.tasks[0].steps, q.name, q.unit, plain(q.baseline), *map(plain, q.targets), *p.effects, "、".join(p.sdgs)])  # fmt: skip
    with path.open("w", encoding="cp932", newline="") as file:
        csv.writer(file).writerows(rows)
    return path
