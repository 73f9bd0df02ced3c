# ruff: noqa: E501
"""The same cities in three further families, with what real forms do: marks, groups, sums."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import City, amount, h
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def tall(city: City) -> Iterator[Printed]:
    """Yield family D: labels over their values, boxes to tick, department and division in one cell."""
    yield Line(city.title, 1)
    yield Line("（計画期間　令和8年度～令和12年度）")
    ys = [f"R{8 + n}" for n in range(5)]
    for p in city.plans:
        yield Break()
        yield Line("取組項目個票")
        yield Grid(
            (10,) * 8,
            (
                (h("基本方針", 1, 2), Slot(f"{p.goal[0]} {p.goal[1]}", 1, 6)),
                (h("推進項目", 1, 2), Slot(f"{p.group[0]} {p.group[1]}", 1, 6)),
                (h("取組番号"), h("取組項目名", 1, 3), h("区分", 1, 2), h("担当部課", 1, 2)),
                (
                    Slot(p.number),
                    Slot(p.title, 1, 3),
                    Slot(
                        "".join(
                            ("☑" if c == p.category else "□") + c + " "
                            for c in ("新規", "継続", "拡充")
                        ),
                        1,
                        2,
                    ),
                    Slot(f"{p.division} {p.department}", 1, 2),
                ),
                (h("関係課", 1, 2), Slot("、".join(p.co) or "－", 1, 6)),
                (h("現状と課題", 1, 8),),
                (Slot(p.problem, 1, 8),),
                (h("取組内容", 1, 8),),
                (Slot(p.work, 1, 8),),
                (h("実施スケジュール", 1, 3), *(h(y) for y in ys)),
                (Slot(p.title + "の実施", 1, 3), *(Slot(s) for s in p.schedule)),
                (h("成果指標"), h("単位"), h("現状値"), *(h(y + "目標") for y in ys)),
                (
                    Slot(p.indicator),
                    Slot(p.unit),
                    Slot(f"{p.baseline:g}"),
                    *(Slot(f"{t:g}") for t in p.targets),
                ),
                (h("財政効果額（単位：千円）", 1, 3), *(Slot(amount(e)) for e in p.effects)),
                (h("SDGsの目標", 1, 2), Slot("　".join("目標" + s for s in p.sdgs), 1, 6)),
            ),
        )


def banded(city: City) -> Iterator[Printed]:
    """Yield family E: a list with its groups in rows between, heads of western years, a sum."""
    yield Line(city.title, 1)
    ys = [str(2026 + n) for n in range(5)]
    goal: tuple[str, str] | None = None
    rows: list[tuple[Slot, ...]] = [
        (
            h("No.", 2),
            h("取組名", 2),
            h("所管", 1, 2),
            h("関係課", 2),
            h("新規・継続・拡充", 2),
            h("現状・課題", 2),
            h("取組内容", 2),
            h("工程表", 1, 5),
            h("KPI", 1, 8),
            h("財政効果（千円）", 1, 6),
            h("SDGs", 2),
        ),
        (
            h("部"),
            h("課"),
            *(h(y) for y in ys),
            h("指標名"),
            h("単位"),
            h("基準値"),
            *(h(y) for y in ys),
            *(h(y) for y in ys),
            h("合計"),
        ),
    ]
    for p in city.plans:
        if p.group != goal:
            goal = p.group
            rows.append((Slot(f"重点項目{p.group[0]}　{p.group[1]}", 1, 28),))
        rows.append(
            (
                Slot(p.number),
                Slot(p.title),
                Slot(p.division),
                Slot(p.department),
                Slot("\n".join(p.co)),
                Slot(p.category),
                Slot(p.problem),
                Slot(p.work),
                *(Slot(s) for s in p.schedule),
                Slot(p.indicator),
                Slot(p.unit),
                Slot(f"{p.baseline:g}"),
                *(Slot(f"{t:g}") for t in p.targets),
                *(Slot(amount(e)) for e in p.effects),
                Slot(amount(sum(p.effects))),
                Slot("・".join(p.sdgs)),
            )
        )
    yield Grid((4,) * 28, rows)


def grouped(city: City) -> Iterator[Printed]:
    """Yield family F: headings name the plans, groups of labels stand beside their rows."""
    yield Line(city.title, 1)
    ys = [f"{8 + n}年度" for n in range(5)]
    for p in city.plans:
        yield Line(f"{p.group[0]} {p.group[1]}", 2)
        yield Line(f"取組{p.number} {p.title}", 3)
        yield Grid(
            (10,) * 8,
            (
                (
                    h("担当", 2),
                    h("部"),
                    Slot(p.division, 1, 2),
                    h("関係課", 2, 2),
                    Slot("、".join(p.co), 2, 2),
                ),
                (h("課"), Slot(p.department, 1, 2)),
                (
                    h("新規・継続の別", 1, 2),
                    Slot(p.category, 1, 2),
                    h("関連するSDGs", 1, 2),
                    Slot(",".join(p.sdgs), 1, 2),
                ),
                (h("現状と課題", 1, 2), Slot(p.problem, 1, 6)),
                (h("具体的な取組内容", 1, 2), Slot(p.work, 1, 6)),
                (h("年次計画", 2), h("年度", 1, 2), *(h(y) for y in ys)),
                (h("取組", 1, 2), *(Slot(s) for s in p.schedule)),
                (
                    h("数値目標", 3),
                    h("指標"),
                    Slot(f"{p.indicator}", 1, 3),
                    h("現状（令和7年度）", 1, 2),
                    Slot(f"{p.baseline:g}{p.unit}"),
                ),
                (h("年度", 1, 2), *(h(y) for y in ys)),
                (h("目標値", 1, 2), *(Slot(f"{t:g}{p.unit}") for t in p.targets)),
                (h("効果額", 2), h("年度", 1, 2), *(h(y) for y in ys)),
                (h("千円", 1, 2), *(Slot(amount(e)) for e in p.effects)),
            ),
        )
