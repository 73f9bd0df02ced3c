# ruff: noqa: E501
"""Towns' plans with merged steps, bands of divisions, million yen, targets beside results."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import h
from tests.layouts.town_forms import SDG_NAMES, number
from tests.layouts.towns import Task, Town
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def millions(value: int) -> str:
    """Thousands as millions: △1.5."""
    return f"△{-value / 1000:g}" if value < 0 else f"{value / 1000:g}"


def merged(task: Task) -> Iterator[Slot]:
    """Steps as cells over the years that they run."""
    at = 0
    while at < len(task.steps):
        end = at + 1
        while end < len(task.steps) and task.steps[end] == "→":
            end += 1
        yield Slot(task.steps[at], 1, end - at)
        at = end


def merged_steps(town: Town) -> Iterator[Printed]:
    """Forms with steps over several years, indicators side by side, 前期 years, million yen."""
    yield Line(town.title, 1)
    yield Line(f"実施期間：令和{town.era(0)}～{town.era(4)}年度")
    ys = [f"R.{town.era(i)}" for i in range(5)]
    for p in town.plans:
        yield Break()
        yield Line(
            f"方針{p.levels[0][0]}　{p.levels[0][1]}　＞　施策{p.levels[1][0]}　{p.levels[1][1]}"
        )
        rows: list[tuple[Slot, ...]] = [
            (
                h("取組番号"),
                Slot(p.number),
                h("取組名"),
                Slot(p.title, 1, 3),
                h("区分"),
                Slot(p.category),
            ),
            (
                h("担当部局・課"),
                Slot(f"{p.division}　{p.department}", 1, 3),
                h("関係課等"),
                Slot("　".join(p.co) or "－", 1, 3),
            ),
            (h("現状・課題", 1, 4), h("取組内容", 1, 4)),
            (Slot(p.problem, 1, 4), Slot(p.work, 1, 4)),
            (h("実施工程", 1 + len(p.tasks)), h("取組", 1, 2), *(h(y) for y in ys)),
            *((Slot(t.title, 1, 2), *merged(t)) for t in p.tasks),
            (h("指標", 1 + len(p.kpis)), h("指標名"), h("現状"), *(h(y) for y in ys)),
            *(
                (
                    Slot(f"{q.name}（{q.unit}）"),
                    Slot(number(q.baseline)),
                    *(Slot(number(t)) for t in q.targets),
                )
                for q in p.kpis
            ),
            (h("効果額（百万円）", 1, 3), *(Slot(millions(e)) for e in p.effects)),
            (
                h("関連するSDGs", 1, 2),
                Slot("\n".join(f"目標{c} {SDG_NAMES.get(c, '')}".strip() for c in p.sdgs), 1, 6),
            ),
        ]
        yield Grid((12,) * 8, rows)


def band_list(town: Town) -> Iterator[Printed]:
    """A list with a band for each level, years without their era but the first, targets over results."""
    ys = [f"令和{town.era(0)}年度", *(f"{town.era(i)}年度" for i in range(1, 5))]
    yield Line(town.title, 1)
    rows: list[tuple[Slot, ...]] = [
        (h("取組No.", 2), h("取組名称", 2), h("主管部", 2), h("主管課", 2), h("関係課", 2), h("新規・継続・拡充の別", 2), h("現状及び課題", 2), h("取組の内容", 2), h("年度別スケジュール", 1, 5), h("数値目標", 1, 8), h("見込効果額（千円）", 1, 5), h("該当するSDGs", 2)),
        (*(h(y) for y in ys), h("項目"), h("単位"), h("現状値"), *(h(y) for y in ys), *(h(y) for y in ys)),
    ]  # fmt: skip
    seen: set[tuple[str, ...]] = set()
    for p in town.plans:
        for depth in range(2):
            key = tuple(n for n, _ in p.levels[: depth + 1])
            if key not in seen:
                seen.add(key)
                text = (
                    f"【基本目標{key[0]}】{p.levels[0][1]}"
                    if depth == 0
                    else f"{'-'.join(key)}　{p.levels[1][1]}"
                )
                rows.append((Slot(text, 1, 27),))
        q = p.kpis[0]
        rows.append((
            *(Slot(t) for t in (p.number, p.title, p.division, p.department, "\n".join(f"・{c}" for c in p.co), p.category, p.problem, p.work)),
            *merged(p.tasks[0]), Slot(q.name), Slot(q.unit), Slot(number(q.baseline)), *(Slot(number(t)) for t in q.targets), *(Slot(f"{e:,}".replace("-", "△ ")) for e in p.effects), Slot("・".join(p.sdgs)),
        ))  # fmt: skip
    yield Grid((5, 8, 5, 6, 6, 4, 12, 12, *(5,) * 5, 7, 4, 4, *(4,) * 5, *(5,) * 5, 4), rows)


def split_forms(town: Town) -> Iterator[Printed]:
    """Forms whose plan is named by the line above; each indicator has a table; targets and results."""
    yield Line(town.title, 1)
    ys = [f"{town.era(i)}年度" for i in range(5)]
    for p in town.plans:
        yield Break()
        yield Line(f"【{p.levels[0][0]}】{p.levels[0][1]}")
        yield Line(f"（{p.levels[1][0]}）{p.levels[1][1]}")
        yield Line(f"{p.number}　{p.title}（{p.category}）", 3)
        yield Grid(
            (15, 35, 15, 35),
            (
                (
                    h("担当部署"),
                    Slot(f"{p.division} {p.department}"),
                    h("関係部署"),
                    Slot("、".join(p.co)),
                ),
            ),
        )
        yield Grid(
            (100,), ((h("◆現状と課題"),), (Slot(p.problem),), (h("◆取組内容"),), (Slot(p.work),))
        )
        yield Line("◆年度別計画")
        yield Grid(
            (25, *(15,) * 5),
            (
                (h("区分"), *(h(f"令和{y}") for y in ys)),
                *((Slot(t.title), *(Slot(s) for s in t.steps)) for t in p.tasks),
            ),
        )
        yield Line("◆成果指標")
        for q in p.kpis:
            yield Grid((25, 15, *(12,) * 5), (
                (h("指標名"), Slot(q.name, 1, 4), h("単位"), Slot(q.unit)),
                (h("年度"), h(f"令和{town.era(0) - 1}年度（現状）"), *(h(f"令和{y}") for y in ys)),
                (h("目標"), Slot(number(q.baseline)), *(Slot(number(t)) for t in q.targets)),
                (h("実績"), Slot(), *(Slot() for _ in ys)),
            ))  # fmt: skip
        yield Line("◆財政効果（単位：千円）")
        yield Grid(
            (25, *(15,) * 5, 15),
            (
                (h("年度"), *(h(f"令和{y}") for y in ys), h("合計")),
                (
                    h("効果額"),
                    *(Slot(f"{e:,}".replace("-", "▲")) for e in p.effects),
                    Slot(f"{sum(p.effects):,}"),
                ),
            ),
        )
        yield Line(f"◆SDGs　{'　'.join(p.sdgs)}")


__all__ = ["band_list", "merged_steps", "split_forms"]
