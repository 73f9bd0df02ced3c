# ruff: noqa: E501
"""Towns' plans as lists and as text, set in different ways."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import amount, h
from tests.layouts.town_forms import SDG_NAMES, number
from tests.layouts.towns import Town, TownPlan
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def tall_list(town: Town) -> Iterator[Printed]:
    """A list in which a plan takes a row for each task and indicator; heads over three rows."""
    ys = [f"Ｒ{town.era(i)}" for i in range(5)]
    yield Line(f"{town.title}（一覧表）", 1)
    yield Line(
        f"計画期間：令和{town.era(0)}年度～令和{town.era(4)}年度　　　　単位：千円（効果額）"
    )
    rows: list[tuple[Slot, ...]] = [
        (
            h("番号", 2),
            h("取組項目", 2),
            h("区分", 2),
            h("所管課", 2),
            h("共管課", 2),
            h("現状と課題", 2),
            h("取組内容", 2),
            h("年次計画", 1, 6),
            h("目標指標", 1, 8),
            h("財政効果額", 1, 5),
            h("SDGs", 2),
        ),
        (
            h("実施内容"),
            *(h(y) for y in ys),
            h("指標"),
            h("単位"),
            h(f"現状値（R{town.era(0) - 1}）"),
            *(h(y) for y in ys),
            *(h(y) for y in ys),
        ),
    ]
    seen: set[tuple[str, ...]] = set()
    for p in town.plans:
        for depth, (word, (n, t)) in enumerate(
            zip(("基本方針", "取組の柱"), p.levels, strict=True)
        ):
            key = (p.levels[0][0], n) if depth else (n,)
            if key not in seen:
                seen.add(key)
                rows.append((Slot(f"{word}{n}　{t}", 1, 27),))
        span = max(len(p.tasks), len(p.kpis))
        for i in range(span):
            task = p.tasks[i] if i < len(p.tasks) else None
            kpi = p.kpis[i] if i < len(p.kpis) else None
            row: list[Slot] = []
            if i == 0:
                row += [
                    Slot(t, span)
                    for t in (
                        p.number,
                        p.title,
                        p.category,
                        f"{p.division} {p.department}",
                        "、".join(p.co),
                        p.problem,
                        p.work,
                    )
                ]
            row += [Slot(task.title), *(Slot(x) for x in task.steps)] if task else [Slot()] * 6
            row += (
                [
                    Slot(kpi.name),
                    Slot(kpi.unit),
                    Slot(number(kpi.baseline)),
                    *(Slot(number(t)) for t in kpi.targets),
                ]
                if kpi
                else [Slot()] * 8
            )
            if i == 0:
                row += [*(Slot(amount(e), span) for e in p.effects), Slot("\n".join(p.sdgs), span)]
            rows.append(tuple(row))
    totals = [sum(p.effects[i] for p in town.plans) for i in range(5)]
    rows.append((Slot("合計", 1, 21), *(Slot(amount(t)) for t in totals), Slot()))
    yield Grid((4, 7, 3, 6, 6, 9, 9, 6, *(3,) * 5, 6, 3, 3, *(3,) * 5, *(4,) * 5, 3), rows)
    yield Line("※網掛けは重点取組")


def sheet_list(town: Town) -> Iterator[Printed]:
    """A list for each goal, on its own sheet; ○ in columns of 新規・継続・拡充 and of SDGs."""
    codes = sorted({c for p in town.plans for c in p.sdgs}, key=float)
    ys = [str(town.first + i) for i in range(5)]
    goals = list(dict.fromkeys(p.levels[0] for p in town.plans))
    for at, (n, title) in enumerate(goals):
        if at:
            yield Break()
        yield Line(town.title, 1)
        yield Line(f"基本目標{n}　{title}", 2)
        rows: list[tuple[Slot, ...]] = [
            (
                h("施策", 2),
                h("事業番号", 2),
                h("事業名", 2),
                h("担当部局", 2),
                h("担当課", 2),
                h("協力課", 2),
                h("新規・継続・拡充", 1, 3),
                h("背景・課題", 2),
                h("事業内容", 2),
                h("スケジュール", 1, 5),
                h("KPI", 1, 3),
                h("目標値", 1, 5),
                h("効果額（千円）", 1, 5),
                h("SDGs", 1, len(codes)),
            ),
            (
                h("新規"),
                h("継続"),
                h("拡充"),
                *(h(y) for y in ys),
                h("名称"),
                h("単位"),
                h("基準値"),
                *(h(y) for y in ys),
                *(h(y) for y in ys),
                *(h(c) for c in codes),
            ),
        ]
        mine = [p for p in town.plans if p.levels[0] == (n, title)]
        for i, p in enumerate(mine):
            kpi = p.kpis[0]
            cells: list[Slot] = []
            if i == 0 or mine[i - 1].levels[1] != p.levels[1]:
                cells.append(
                    Slot(" ".join(p.levels[1]), sum(q.levels[1] == p.levels[1] for q in mine))
                )
            cells += [
                Slot(t) for t in (p.number, p.title, p.division, p.department, "\n".join(p.co))
            ]
            cells += [Slot("○" if p.category == c else "") for c in ("新規", "継続", "拡充")]
            cells += [Slot(p.problem), Slot(p.work), *(Slot(x) for x in p.tasks[0].steps)]
            cells += [
                Slot(kpi.name),
                Slot(kpi.unit),
                Slot(number(kpi.baseline)),
                *(Slot(number(t)) for t in kpi.targets),
                *(Slot(amount(e)) for e in p.effects),
            ]
            cells += [Slot("●" if c in p.sdgs else "") for c in codes]
            rows.append(tuple(cells))
        yield Grid(
            (
                6,
                4,
                8,
                5,
                6,
                6,
                3,
                3,
                3,
                12,
                12,
                *(5,) * 5,
                8,
                4,
                4,
                *(4,) * 5,
                *(5,) * 5,
                *(2,) * len(codes),
            ),
            rows,
        )


def three_tables(town: Town) -> Iterator[Printed]:
    """Chapters with a table each: the plans, their schedules, indicators, effects, by number."""
    ys = [f"令和{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    yield Line(f"計画期間：令和{town.era(0)}年度～令和{town.era(4)}年度")
    yield Line("1　取組一覧", 2)
    yield Grid(
        (8, 10, 6, 14, 5, 8, 8, 10, 16, 16, 6),
        [
            (
                h("大項目"),
                h("中項目"),
                h("番号"),
                h("取組名"),
                h("区分"),
                h("担当部"),
                h("担当課"),
                h("関係課"),
                h("現状と課題"),
                h("取組内容"),
                h("SDGs"),
            ),
            *(
                (
                    *(Slot(" ".join(level)) for level in p.levels),
                    Slot(p.number),
                    Slot(p.title),
                    Slot(p.category),
                    Slot(p.division),
                    Slot(p.department),
                    Slot("、".join(p.co)),
                    Slot(p.problem),
                    Slot(p.work),
                    Slot("、".join(p.sdgs)),
                )
                for p in town.plans
            ),
        ],
    )
    yield Break()
    yield Line("2　年度別計画", 2)
    yield Grid(
        (8, 16, 16, *(10,) * 5),
        [
            (h("番号"), h("取組名"), h("取組細目"), *(h(y) for y in ys)),
            *(
                (Slot(p.number), Slot(p.title), Slot(t.title), *(Slot(x) for x in t.steps))
                for p in town.plans
                for t in p.tasks
            ),
        ],
    )
    yield Break()
    yield Line("3　数値目標", 2)
    yield Grid(
        (8, 16, 16, 6, 8, *(8,) * 5),
        [
            (h("番号"), h("取組名"), h("指標名"), h("単位"), h("現状値"), *(h(y) for y in ys)),
            *(
                (
                    Slot(p.number),
                    Slot(p.title),
                    Slot(q.name),
                    Slot(q.unit),
                    Slot(number(q.baseline)),
                    *(Slot(number(t)) for t in q.targets),
                )
                for p in town.plans
                for q in p.kpis
            ),
        ],
    )
    yield Break()
    yield Line("4　財政効果額（単位：千円）", 2)
    yield Grid(
        (8, 16, *(10,) * 5, 10),
        [
            (h("番号"), h("取組名"), *(h(y) for y in ys), h("計")),
            *(
                (
                    Slot(p.number),
                    Slot(p.title),
                    *(Slot(amount(e)) for e in p.effects),
                    Slot(amount(sum(p.effects))),
                )
                for p in town.plans
            ),
            (
                Slot("合計", 1, 2),
                *(Slot(amount(sum(p.effects[i] for p in town.plans))) for i in range(5)),
                Slot(amount(sum(sum(p.effects) for p in town.plans))),
            ),
        ],
    )


def headed_text(town: Town) -> Iterator[Printed]:
    """Numbered headings and paragraphs; small tables for years; departments in brackets."""
    ys = [f"R{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    yield Line(f"（計画期間　令和{town.era(0)}年度～令和{town.era(4)}年度）")
    yield Line("はじめに", 1)
    yield Line("本計画は、行政改革大綱に基づく具体的な取組を示すものです。")
    seen: set[tuple[str, ...]] = set()
    for p in town.plans:
        if p.levels[0] not in seen:
            seen.add(p.levels[0])
            yield Line(f"基本方針{'ⅠⅡⅢ'[int(p.levels[0][0]) - 1]}　{p.levels[0][1]}", 1)
        if (p.levels[0][0], *p.levels[1]) not in seen:
            seen.add((p.levels[0][0], *p.levels[1]))
            yield Line(f"推進項目{p.levels[1][0]}　{p.levels[1][1]}", 2)
        yield Line(f"取組{p.number}　{p.title}【{p.category}】", 3)
        yield Line(f"担当部：{p.division}")
        yield Line(f"担当課：{p.department}")
        if p.co:
            yield Line(f"関係課：{'、'.join(p.co)}")
        yield Line("（1）現状と課題")
        yield Line(p.problem)
        yield Line("（2）取組内容")
        yield Line(p.work)
        yield Line("（3）スケジュール")
        yield Grid(
            (30, *(14,) * 5),
            (
                (h("取組"), *(h(y) for y in ys)),
                *((Slot(t.title), *(Slot(x) for x in t.steps)) for t in p.tasks),
            ),
        )
        yield Line("（4）数値目標")
        yield Grid(
            (30, 12, *(12,) * 5),
            (
                (h("指標"), h("現状"), *(h(y) for y in ys)),
                *(
                    (
                        Slot(q.name),
                        Slot(number(q.baseline, q.unit)),
                        *(Slot(number(t, q.unit)) for t in q.targets),
                    )
                    for q in p.kpis
                ),
            ),
        )
        yield Line("（5）効果額（千円）")
        yield Grid((14,) * 5, (tuple(h(y) for y in ys), tuple(Slot(amount(e)) for e in p.effects)))
        yield Line(
            f"（6）関連するSDGs　{'、'.join(f'{c} {SDG_NAMES.get(c, str())}'.strip() for c in p.sdgs)}"
        )


__all__ = ["TownPlan", "headed_text", "sheet_list", "tall_list", "three_tables"]
