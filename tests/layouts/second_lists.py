# ruff: noqa: E501
# fmt: off
"""Lists and texts of further towns, each of a kind that was read wrong at first sight."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import amount, h
from tests.layouts.second_forms import levels_once
from tests.layouts.town_forms import number
from tests.layouts.towns import Town
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def bracket_text(town: Town) -> Iterator[Printed]:
    """Several 【label】value on a line, 〈label〉 over prose and tables, R6実績 as baseline, million yen."""
    ys = [f"R{town.era(i)}" for i in range(5)]
    yield Line(town.title, 1)
    for p, lines in levels_once(town, ("基本方針", "取組の柱"), "{}{}　{}"):
        yield from lines
        yield Line(f"{p.number}　{p.title}", 4)
        co = f"　　【関係課】{'、'.join(p.co)}" if p.co else ""
        yield Line(f"【区分】{p.category}　　【所管】{p.division}{p.department}{co}")
        yield Line("〈現状と課題〉")
        yield Line(p.problem)
        yield Line("〈取組内容〉")
        yield Line(p.work)
        yield Line("〈年度別計画〉")
        yield Grid((30, *(14,) * 5), ((h("項目"), *(h(y) for y in ys)), *((Slot(t.title), *(Slot(s) for s in t.steps)) for t in p.tasks)))
        yield Line("〈指標〉")
        yield Grid((30, 10, 12, *(10,) * 5), (
            (h("指標"), h("単位"), h(f"R{town.era(0) - 2}実績"), *(h(y) for y in ys)),
            *((Slot(q.name), Slot(q.unit), Slot(number(q.baseline)), *(Slot(number(v)) for v in q.targets)) for q in p.kpis),
        ))
        yield Line("〈財政効果〉（単位：百万円）")
        yield Grid((16,) * 5, (tuple(h(y) for y in ys), tuple(Slot(f"{e / 1000:g}".replace("-", "△")) for e in p.effects)))
        yield Line(f"〈SDGs〉{'、'.join(p.sdgs)}")


def year_lines(town: Town) -> Iterator[Printed]:
    """No table at all: 〔label〕 with a year after the other, an indicator a line with its targets."""
    ys = [f"R{town.era(i)}" for i in range(5)]
    yield Line(town.title, 1)
    yield Line(f"計画期間：令和{town.era(0)}年度～令和{town.era(4)}年度")
    for p, lines in levels_once(town, ("基本方針", "施策"), "{}{}　{}"):
        yield from lines
        yield Line(f"{p.number} {p.title}（{p.category}）", 4)
        co = f"（協力：{'、'.join(p.co)}）" if p.co else ""
        yield Line(f"〔担当〕{p.division} {p.department}{co}")
        yield Line("〔現状と課題〕")
        yield Line(p.problem)
        yield Line("〔取組内容〕")
        yield Line(p.work)
        yield Line(f"〔年次計画〕{'　'.join(f'{y}：{s}' for y, s in zip(ys, p.tasks[0].steps, strict=True))}")
        yield Line("〔数値目標〕")
        for q in p.kpis:
            values = "　".join(f"{y} {number(v)}" for y, v in zip(ys, q.targets, strict=True))
            yield Line(f"・{q.name}（{q.unit}）　現状値 {number(q.baseline)}　→　{values}")
        yield Line(f"〔効果額（千円）〕{'　'.join(f'{y} {amount(e)}' for y, e in zip(ys, p.effects, strict=True))}")
        yield Line(f"〔SDGs〕{'、'.join(p.sdgs)}")


def division_list(town: Town) -> Iterator[Printed]:
    """A list with rows of a 部 between the plans, 〃 in its levels, 現状 over numbers, － for minus."""
    ys = [f"R{town.era(i)}" for i in range(5)]
    yield Line(f"{town.title}　取組一覧表", 1)
    rows: list[tuple[Slot, ...]] = [
        (h("No.", 2), h("担当課", 2), h("関係課", 2), h("基本方針", 2), h("推進項目", 2), h("取組項目", 2), h("新規・継続・拡充", 2), h("現状・課題", 2), h("取組内容", 2),
         h("年度別計画", 1, 5), h("目標指標", 2), h("単位", 2), h("現状", 2), h("目標", 1, 5), h("効果額（千円）", 1, 5), h("SDGs", 2)),
        tuple(h(y) for _ in range(3) for y in ys),
    ]
    before = None
    for division in dict.fromkeys(p.division for p in town.plans):
        rows.append((Slot(f"■{division}", 1, 28),))
        for p in (p for p in town.plans if p.division == division):
            q = p.kpis[0]
            levels = ["〃", "〃"] if before == p.levels else [" ".join(level) for level in p.levels]
            before = p.levels
            rows.append((
                Slot(p.number), Slot(p.department), Slot("、".join(p.co)), *(Slot(t) for t in levels), Slot(p.title), Slot(p.category), Slot(p.problem), Slot(p.work),
                *(Slot(s) for s in p.tasks[0].steps), Slot(q.name), Slot(q.unit), Slot(number(q.baseline)), *(Slot(number(v)) for v in q.targets),
                *(Slot(amount(e).replace("△", "－")) for e in p.effects), Slot("、".join(p.sdgs)),
            ))
    yield Grid((3, 6, 6, 7, 7, 8, 4, 12, 12, *(5,) * 5, 7, 4, 5, *(4,) * 5, *(5,) * 5, 4), rows)


def title_tables(town: Town) -> Iterator[Printed]:
    """A list without numbers; chapters named for what their tables hold, joined by the plan's name."""
    ys = [f"令和{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    yield Line("第1章　取組一覧", 1)
    yield Grid((8, 8, 10, 5, 8, 8, 9, 16, 16, 5), (
        (h("改革の柱"), h("推進項目"), h("取組名"), h("区分"), h("主管部"), h("主管課"), h("関係課"), h("現状と課題"), h("取組内容"), h("SDGs")),
        *((*(Slot(" ".join(level)) for level in p.levels), Slot(p.title), Slot(p.category), Slot(p.division), Slot(p.department), Slot("\n".join(p.co)), Slot(p.problem), Slot(p.work), Slot("\n".join(p.sdgs))) for p in town.plans),
    ))
    yield Break()
    yield Line("第2章　年度別計画", 1)
    yield Grid((24, *(10,) * 5), ((h("取組名"), *(h(y) for y in ys)), *((Slot(p.title), *(Slot(s) for s in p.tasks[0].steps)) for p in town.plans)))
    yield Break()
    yield Line("第3章　数値目標", 1)
    yield Grid((20, 20, 6, 8, *(8,) * 5), (
        (h("取組名", 2), h("指標", 2), h("単位", 2), h("現状値", 2), h("年度別目標値", 1, 5)), tuple(h(y) for y in ys),
        *((Slot(p.title), Slot(q.name), Slot(q.unit), Slot(number(q.baseline)), *(Slot(number(v)) for v in q.targets)) for p in town.plans for q in p.kpis),
    ))
    yield Break()
    yield Line("第4章　財政効果額", 1)
    yield Line("（単位：百万円）")
    yield Grid((24, *(10,) * 5), ((h("取組名"), *(h(y) for y in ys)), *((Slot(p.title), *(Slot(f"{e / 1000:g}".replace("-", "▲")) for e in p.effects)) for p in town.plans)))


__all__ = ["bracket_text", "division_list", "title_tables", "year_lines"]
