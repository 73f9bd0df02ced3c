# ruff: noqa: E501
"""Towns' plans as form pages (個票), set in four different ways."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import amount, h
from tests.layouts.towns import Kpi, Town, TownPlan
from tests.makers.printed import Break, Grid, Line, Printed, Slot

SDG_NAMES = {
    "8": "働きがいも経済成長も",
    "9": "産業と技術革新の基盤をつくろう",
    "11": "住み続けられるまちづくりを",
    "16": "平和と公正をすべての人に",
    "17": "パートナーシップで目標を達成しよう",
    "12": "つくる責任つかう責任",
}


def number(value: float | None, unit: str = "") -> str:
    """A value as a person writes it."""
    return "－" if value is None else f"{value:,g}{unit}"


def _front(town: Town, *more: str) -> Iterator[Printed]:
    yield Line(town.title, 1)
    yield Line(f"令和{town.era(0)}年度～令和{town.era(4)}年度")
    yield Line(f"令和{town.era(0) - 1}年3月")
    yield Line(town.name)
    yield Break()
    yield Line("第1章　計画の概要", 1)
    yield Line("1　計画策定の趣旨", 2)
    yield Line(
        f"{town.name}では、厳しい財政状況の下でも市民サービスを維持するため、行政改革に取り組んできました。"
    )
    yield Line("2　計画期間", 2)
    yield Line(f"計画期間は、令和{town.era(0)}年度から令和{town.era(4)}年度までの5年間とします。")
    yield from (Line(m) for m in more)


def sheet_forms(town: Town) -> Iterator[Printed]:
    """A page for each plan: stacked labels, 部 and 課 in one cell, tasks and indicators as tables."""
    yield from _front(town)
    yield Line("第2章　実施計画", 1)
    for p in town.plans:
        yield Break()
        yield Line("取組シート")
        (g, gt), (s, st) = p.levels
        n, k = len(p.tasks), len(p.kpis)
        ys = [f"R{town.era(i)}" for i in range(5)]
        yield Grid(
            (12, 14, 10, 8, 8, 8, 8, 8, 8),
            (
                (h("体系", 2), h("基本目標"), Slot(f"{g}　{gt}", 1, 7)),
                (h("推進項目"), Slot(f"({s})　{st}", 1, 7)),
                (
                    h("取組番号"),
                    Slot(p.number),
                    h("取組名称"),
                    Slot(p.title, 1, 4),
                    h("新規・継続"),
                    Slot(p.category),
                ),
                (
                    h("主管部署"),
                    Slot(f"{p.division}\n{p.department}", 1, 3),
                    h("関係部署", 1, 2),
                    Slot("\n".join(p.co), 1, 3),
                ),
                (h("現状・課題"), Slot(p.problem, 1, 8)),
                (h("取組内容"), Slot(p.work, 1, 8)),
                (h("目的"), Slot(p.vision, 1, 8)),
                (h("年度別計画", 1 + n), h("取組項目", 1, 3), *(h(y) for y in ys)),
                *((Slot(t.title, 1, 3), *(Slot(x) for x in t.steps)) for t in p.tasks),
                (
                    h("数値目標", 1 + k),
                    h("指標"),
                    h("単位"),
                    h(f"現状値\n（R{town.era(0) - 1}）"),
                    *(h(y) for y in ys),
                ),
                *(
                    (
                        Slot(q.name),
                        Slot(q.unit),
                        Slot(number(q.baseline)),
                        *(Slot(number(t)) for t in q.targets),
                    )
                    for q in p.kpis
                ),
                (h("効果見込額\n（千円）", 1, 4), *(Slot(amount(e)) for e in p.effects)),
                (
                    h("関連するSDGs"),
                    Slot("　".join(f"【{c}】{SDG_NAMES.get(c, '')}" for c in p.sdgs), 1, 8),
                ),
            ),
        )
        yield Line("※効果見込額の△は、経費の増加を示します。")


def paired_forms(town: Town) -> Iterator[Printed]:
    """Sections with headings of their own in each form: 1 基本情報, 2 内容, 3 目標, 4 財政効果."""
    yield from _front(town, "金額の単位は、特に断りがない限り千円です。")
    ys = [f"令和{town.era(i)}年度" for i in range(5)]
    for p in town.plans:
        yield Break()
        (g, gt), (s, st) = p.levels
        yield Line(f"基本方針{g}　{gt}")
        yield Line(f"重点項目({s})　{st}")
        yield Grid((10, 20, 50, 20), ((h("No."), Slot(p.number), Slot(p.title), Slot(p.category)),))
        yield Line("1　基本情報")
        yield Grid(
            (20, 30, 20, 30),
            (
                (h("所管部局"), Slot(p.division), h("所管課"), Slot(p.department)),
                (h("関係課"), Slot("、".join(p.co) or "なし", 1, 3)),
            ),
        )
        yield Line("2　取組の内容")
        yield Grid(
            (20, 80),
            (
                (h("現状と課題"), Slot(p.problem)),
                (h("実施内容"), Slot(p.work)),
                (h("目指す姿"), Slot(p.vision)),
            ),
        )
        yield Line("3　スケジュール")
        yield Grid(
            (30, *(14,) * 5),
            (
                (h("実施項目"), *(h(y) for y in ys)),
                *((Slot(t.title), *(Slot(x) for x in t.steps)) for t in p.tasks),
            ),
        )
        yield Line("4　目標指標")
        yield Grid(
            (30, 10, *(12,) * 5),
            (
                (h("指標名（単位）"), h("基準値"), *(h(y) for y in ys)),
                *(
                    (
                        Slot(f"{q.name}（{q.unit}）"),
                        Slot(number(q.baseline)),
                        *(Slot(number(t)) for t in q.targets),
                    )
                    for q in p.kpis
                ),
            ),
        )
        yield Line("5　財政効果額（千円）")
        yield Grid(
            (*(14,) * 5, 14),
            (
                (*(h(y) for y in ys), h("合計")),
                (*(Slot(amount(e)) for e in p.effects), Slot(amount(sum(p.effects)))),
            ),
        )
        yield Line(f"SDGsの目標：{'、'.join('目標' + c for c in p.sdgs)}")


def _kpi_rows(q: Kpi, ys: list[str]) -> Iterator[tuple[Slot, ...]]:
    yield (
        h("成果目標", 3),
        h("指標"),
        Slot(q.name, 1, 3),
        h("現状"),
        Slot(number(q.baseline, q.unit)),
    )
    yield (h("年度"), *(h(y) for y in ys))
    yield (h("目標値"), *(Slot(number(t, q.unit)) for t in q.targets))


def single_forms(town: Town) -> Iterator[Printed]:
    """All plans in one run of tables, groups of labels beside their rows, ☑ boxes, western years."""
    yield Line(town.title, 1)
    yield Line(f"計画期間　{town.first}年度から{town.first + 4}年度まで")
    ys = [f"{town.first + i}年度" for i in range(5)]
    seen: set[tuple[str, str]] = set()
    for p in town.plans:
        for depth, (number_, title) in enumerate(p.levels):
            if (number_, title) not in seen:
                seen.add((number_, title))
                word = ("柱", "施策")[depth]
                yield Line(f"{word}{number_}　{title}", 2 + depth)
        box = "　".join(("■" if c == p.category else "□") + c for c in ("新規", "継続", "拡充"))
        yield Grid(
            (12, 13, 15, 15, 15, 15, 15),
            (
                (h("取組"), Slot(f"{p.number} {p.title}", 1, 4), Slot(box, 1, 2)),
                (
                    h("担当", 2),
                    h("部"),
                    Slot(p.division, 1, 2),
                    h("連携課", 2),
                    Slot("・".join(p.co), 2, 2),
                ),
                (h("課"), Slot(p.department, 1, 2)),
                (h("課題"), Slot(p.problem, 1, 6)),
                (h("取組内容"), Slot(p.work, 1, 6)),
                (h("工程表", 1 + len(p.tasks)), h("内容"), *(h(y) for y in ys)),
                *((Slot(t.title), *(Slot(x) for x in t.steps)) for t in p.tasks),
                *(row for q in p.kpis for row in _kpi_rows(q, ys)),
                (h("財政効果", 2), h("年度"), *(h(y) for y in ys)),
                (h("効果額(千円)"), *(Slot(amount(e)) for e in p.effects)),
                (h("SDGs"), Slot(",".join(p.sdgs), 1, 6)),
            ),
        )
        yield Line("")


def boxed_forms(town: Town) -> Iterator[Printed]:
    """Labels over their values, two indicators side by side in columns, years down the rows."""
    yield from _front(town)
    for p in town.plans:
        yield Break()
        (g, gt), (s, st) = p.levels
        rows: list[tuple[Slot, ...]] = [
            (h("改革の柱", 1, 2), h("改革項目", 1, 2), h("区分", 1, 2)),
            (Slot(f"{g} {gt}", 1, 2), Slot(f"{s} {st}", 1, 2), Slot(p.category, 1, 2)),
            (h("推進番号"), h("推進項目名", 1, 2), h("担当部"), h("担当課"), h("関連課")),
            (
                Slot(p.number),
                Slot(p.title, 1, 2),
                Slot(p.division),
                Slot(p.department),
                Slot("、".join(p.co) or "―"),
            ),
            (h("現状及び課題", 1, 3), h("取組の内容", 1, 3)),
            (Slot(p.problem, 1, 3), Slot(p.work, 1, 3)),
            (h("関連SDGs", 1, 2), Slot("、".join(f"目標{c}" for c in p.sdgs), 1, 4)),
        ]
        yield Grid((16, 17, 17, 17, 16, 17), rows)
        yield Line("■年度別の取組と目標")
        yield Grid(
            (12, *(22,) * len(p.tasks), *(20,) * len(p.kpis), 16),
            (
                (
                    h("年度", 2),
                    h("スケジュール", 1, len(p.tasks)),
                    h("数値目標", 1, len(p.kpis)),
                    h("効果額\n(千円)", 2),
                ),
                (*(h(t.title) for t in p.tasks), *(h(f"{q.name}（{q.unit}）") for q in p.kpis)),
                (
                    h("現状値"),
                    *(Slot("") for _ in p.tasks),
                    *(Slot(number(q.baseline)) for q in p.kpis),
                    Slot(""),
                ),
                *(
                    (
                        h(f"令和{town.era(n)}年度"),
                        *(Slot(t.steps[n]) for t in p.tasks),
                        *(Slot(number(q.targets[n])) for q in p.kpis),
                        Slot(amount(p.effects[n])),
                    )
                    for n in range(5)
                ),
            ),
        )


__all__ = ["TownPlan", "boxed_forms", "number", "paired_forms", "sheet_forms", "single_forms"]
