# ruff: noqa: E501
"""Towns' plans in further families: inline years, marks with a legend, cells of many lines."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import amount, h
from tests.layouts.town_forms import number
from tests.layouts.towns import Town
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def bullet_text(town: Town) -> Iterator[Printed]:
    """Lines with a label each, the years of a schedule or target one behind the other."""
    ys = [f"R{town.era(i)}" for i in range(5)]
    yield Line(town.title, 1)
    yield Line(f"計画期間：令和{town.era(0)}年度～令和{town.era(4)}年度")
    seen: set[tuple[str, ...]] = set()
    for p in town.plans:
        for depth, word in enumerate(("基本目標", "基本施策")):
            key = tuple(n for n, _ in p.levels[: depth + 1])
            if key not in seen:
                seen.add(key)
                yield Line(f"{word}{key[-1]}　{p.levels[depth][1]}", 2 + depth)
        yield Line(f"■取組{p.number}　{p.title}")
        yield Line(f"・所管：{p.division}　{p.department}")
        if p.co:
            yield Line(f"・関係課：{'、'.join(p.co)}")
        yield Line(f"・区分：{p.category}")
        yield Line(f"・現状と課題：{p.problem}")
        yield Line(f"・取組内容：{p.work}")
        yield Line(
            f"・スケジュール：{'、'.join(f'{y} {s}' for y, s in zip(ys, p.tasks[0].steps, strict=True))}"
        )
        for q in p.kpis:
            yield Line(f"・指標：{q.name}（{q.unit}）")
            yield Line(f"・現状値：{number(q.baseline)}（R{town.era(0) - 1}）")
            yield Line(
                f"・目標値：{'、'.join(f'{y}:{number(t)}' for y, t in zip(ys, q.targets, strict=True))}"
            )
        yield Line(
            f"・効果額（千円）：{'／'.join(f'{y} {amount(e)}' for y, e in zip(ys, p.effects, strict=True))}"
        )
        yield Line(f"・SDGs：{'、'.join(p.sdgs)}")


def cell_lines(town: Town) -> Iterator[Printed]:
    """A list whose cells hold a line for each year."""
    ys = [f"令和{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    rows: list[tuple[Slot, ...]] = [
        (
            h("大項目"),
            h("中項目"),
            h("取組番号"),
            h("取組名"),
            h("新規・継続"),
            h("担当部署"),
            h("連携課"),
            h("現状と課題"),
            h("取組内容"),
            h("年度別計画"),
            h("数値目標"),
            h("単位"),
            h("現状値"),
            h("目標値"),
            h("財政効果額（千円）"),
            h("SDGs"),
        )
    ]
    for p in town.plans:
        q = p.kpis[0]
        rows.append((
            *(Slot(f"{n}. {t}") for n, t in p.levels), Slot(p.number), Slot(p.title), Slot(p.category), Slot(f"{p.division}／{p.department}"), Slot("\n".join(p.co)), Slot(p.problem), Slot(p.work),
            Slot("\n".join(f"{y}：{s}" for y, s in zip(ys, p.tasks[0].steps, strict=True))),
            Slot(q.name), Slot(q.unit), Slot(number(q.baseline)),
            Slot("\n".join(f"{y}　{number(t)}" for y, t in zip(ys, q.targets, strict=True))),
            Slot("\n".join(f"{y}：{amount(e)}" for y, e in zip(ys, p.effects, strict=True))),
            Slot("、".join(p.sdgs)),
        ))  # fmt: skip
    yield Grid((7, 7, 4, 8, 4, 8, 7, 12, 12, 12, 8, 4, 5, 9, 10, 4), rows)


def twin_heads(town: Town) -> Iterator[Printed]:
    """A list with years as 2026\\n(R8), ◎ and ○ before departments, SDGs in circles, a head per page."""
    circled = {str(n): chr(0x2460 + n - 1) for n in range(1, 18)}
    ys = [f"{town.first + i}\n(R{town.era(i)})" for i in range(5)]
    yield Line(f"{town.title}　取組一覧", 1)
    yield Line("凡例　◎：主担当　○：関係")
    head = [
        (h("基本方針", 3), h("項目", 3), h("No", 3), h("実施項目", 3), h("新規\n継続\n拡充", 3), h("担当", 1, 2), h("課題", 3), h("具体的な取組", 3), h("計画", 1, 5), h("目標", 1, 8), h("効果額", 1, 6), h("ゴール", 3)),
        (h("部局", 2), h("課", 2), *(h(y, 2) for y in ys), h("指標", 2), h("単位", 2), h("現状", 2), h("年度目標", 1, 5), h("千円", 1, 6)),
        (*(h(y) for y in ys), *(h(y) for y in ys), h("累計")),
    ]  # fmt: skip
    for at in range(0, len(town.plans), 4):
        if at:
            yield Break()
        rows: list[tuple[Slot, ...]] = list(head)
        for p in town.plans[at : at + 4]:
            q = p.kpis[0]
            co = "".join(f"\n○{c}" for c in p.co)
            sdgs = "".join(circled.get(c, f" {c} ") for c in p.sdgs)
            rows.append((
                *(Slot(f"{n} {t}") for n, t in p.levels), Slot(p.number), Slot(p.title), Slot(p.category), Slot(p.division), Slot(f"◎{p.department}{co}"), Slot(p.problem), Slot(p.work),
                *(Slot(s) for s in p.tasks[0].steps), Slot(q.name), Slot(q.unit), Slot(number(q.baseline)), *(Slot(number(t)) for t in q.targets), *(Slot(amount(e)) for e in p.effects), Slot(amount(sum(p.effects))), Slot(sdgs),
            ))  # fmt: skip
        yield Grid((6, 6, 4, 7, 4, 5, 7, 12, 12, *(5,) * 5, 7, 4, 4, *(4,) * 5, *(5,) * 6, 4), rows)


def slim_forms(town: Town) -> Iterator[Printed]:
    """Forms of two columns: label and value; years within the values, a line each."""
    ys = [f"R{town.era(i)}" for i in range(5)]
    yield Line(town.title, 1)
    yield Line(f"対象期間　令和{town.era(0)}年度から令和{town.era(4)}年度まで")
    for p in town.plans:
        yield Break()
        yield Line(f"取組項目調書（{p.number}）")
        q = p.kpis[0]
        yield Grid((20, 80), (
            (h("改革の柱"), Slot("　".join(p.levels[0]))),
            (h("改革項目"), Slot("　".join(p.levels[1]))),
            (h("取組番号"), Slot(p.number)),
            (h("取組項目"), Slot(p.title)),
            (h("取組区分"), Slot("　".join(("☑" if c == p.category else "☐") + c for c in ("新規", "継続", "拡充")))),
            (h("所管部"), Slot(p.division)),
            (h("所管課"), Slot(p.department)),
            (h("関係課"), Slot("、".join(p.co) or "該当なし")),
            (h("現状と課題"), Slot(p.problem)),
            (h("取組内容"), Slot(p.work)),
            (h("実施スケジュール"), Slot("\n".join(f"【{y}】{s}" for y, s in zip(ys, p.tasks[0].steps, strict=True)))),
            (h("成果指標"), Slot(q.name)),
            (h("単位"), Slot(q.unit)),
            (h("現状値"), Slot(number(q.baseline))),
            (h("目標値"), Slot("　".join(f"{y}：{number(t)}" for y, t in zip(ys, q.targets, strict=True)))),
            (h("効果見込額（千円）"), Slot("　".join(f"{y}：{amount(e)}" for y, e in zip(ys, p.effects, strict=True)))),
            (h("SDGsのゴール"), Slot("、".join(p.sdgs))),
        ))  # fmt: skip


__all__ = ["bullet_text", "cell_lines", "slim_forms", "twin_heads"]
