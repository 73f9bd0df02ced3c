# ruff: noqa: E501
"""Towns' plans in Word as only Word has them: tables inside cells, names in tracked changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layouts.cities import amount
from tests.layouts.town_forms import number
from tests.layouts.towns import Town


def nested_forms(town: Town, path: Path) -> Path:
    """A form of two columns for each plan; schedule, targets and effects are tables in its cells."""
    import docx

    document: Any = docx.Document()
    document.add_heading(town.title, 0)
    years = [f"R{town.era(i)}" for i in range(5)]
    for p in town.plans:
        document.add_page_break()
        rows = (
            ("取組番号・取組名", f"{p.number}　{p.title}"),
            ("体系", "\n".join(("基本目標" + "　".join(p.levels[0]), "基本施策" + "　".join(p.levels[1])))),
            ("区分", p.category),
            ("担当部・課", f"{p.division}　{p.department}"),
            ("関係課", "、".join(p.co) or "なし"),
            ("現状と課題", p.problem),
            ("取組内容", p.work),
            ("年度別計画", [["取組", *years], *([t.title, *t.steps] for t in p.tasks)]),
            ("数値目標", [["指標", "単位", "現状値", *years], *([q.name, q.unit, number(q.baseline), *map(number, q.targets)] for q in p.kpis)]),
            ("効果額（千円）", [years, [amount(e) for e in p.effects]]),
        )  # fmt: skip
        table = document.add_table(len(rows), 2)
        for row, (name, value) in enumerate(rows):
            table.cell(row, 0).text = name
            if isinstance(value, str):
                table.cell(row, 1).text = value
                continue
            inner = table.cell(row, 1).add_table(len(value), len(value[0]))
            for r, cells in enumerate(value):
                for c, text in enumerate(cells):
                    inner.cell(r, c).text = text
        document.add_paragraph("SDGs：" + "、".join(p.sdgs))
    document.save(str(path))
    return path
