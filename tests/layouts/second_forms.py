# ruff: noqa: E501
# fmt: off
"""Forms of further towns, each of a kind that was read wrong at first sight."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.cities import amount, h
from tests.layouts.town_forms import SDG_NAMES, number
from tests.layouts.towns import Town, TownPlan
from tests.makers.printed import Break, Grid, Line, Printed, Slot


def levels_once(town: Town, words: tuple[str, str], form: str) -> Iterator[tuple[TownPlan, list[Line]]]:
    """Each plan with the headings that stand anew before it; ``form`` prints word, number, title."""
    seen: set[tuple[tuple[str, str], ...]] = set()
    for plan in town.plans:
        lines: list[Line] = []
        for depth, word in enumerate(words):
            path = plan.levels[: depth + 1]
            if path not in seen:
                seen.add(path)
                lines.append(Line(form.format(word, *path[-1]), 2 + depth))
        yield plan, lines


def together(plan: TownPlan) -> str:
    """部, 課 and those that have a part in it, in one cell."""
    co = f"\n（関係課：{'、'.join(plan.co)}）" if plan.co else ""
    return f"{plan.division}　{plan.department}{co}"


def one_cell_forms(town: Town) -> Iterator[Printed]:
    """A contents page, No.1 over the form, all departments in one cell, ⇒ and ▲, names of goals."""
    yield Line(town.title, 1)
    yield Line(f"令和{town.era(0)}年度～令和{town.era(4)}年度")
    yield Line("目　次", 1)
    yield from (Line(f"{p.number}　{p.title}……………{n}") for n, p in enumerate(town.plans, 3))
    yield Break()
    yield Line("１　推進体制", 1)
    yield Line("市長を本部長とする推進本部において、進捗を管理します。")
    ys = [f"R{town.era(i)}年度" for i in range(5)]
    for p in town.plans:
        yield Break()
        yield Line(f"No.{p.number}")
        yield Grid((14, 10, 10, 12, 12, 12, 12, 12), (
            (h("取組項目名"), Slot(p.title, 1, 5), h("区分"), Slot(p.category)),
            (h("施策体系"), h("基本目標"), Slot("　".join(p.levels[0]), 1, 3), h("施策"), Slot("({}) {}".format(*p.levels[1]), 1, 2)),
            (h("担当部署"), Slot(together(p), 1, 7)),
            (h("現状と課題"), Slot(p.problem, 1, 7)),
            (h("取組内容"), Slot(p.work, 1, 7)),
            (h("SDGs"), Slot("、".join(f"目標{c}「{SDG_NAMES.get(c, '')}」" for c in p.sdgs), 1, 7)),
            (h("年次計画", 1 + len(p.tasks)), h("年度", 1, 2), *(h(y) for y in ys)),
            *((h(t.title, 1, 2), *(Slot(x.replace("→", "⇒")) for x in t.steps)) for t in p.tasks),
            (h("成果指標", 1 + len(p.kpis)), h("指標名（単位）"), h("現状値"), *(h(y) for y in ys)),
            *((Slot(f"{q.name}（{q.unit}）"), Slot(number(q.baseline)), *(Slot(number(v)) for v in q.targets)) for q in p.kpis),
            (h("効果額（千円）", 1, 3), *(Slot(amount(e).replace("△", "▲")) for e in p.effects)),
        ))
        yield Line("※効果額の▲は減少を表します。")


def two_a_page(town: Town) -> Iterator[Printed]:
    """Two plans a page; a row of labels below values; 改革の柱1：… as headings; SDGs in circles."""
    ys = [f"令和{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    for at, (p, lines) in enumerate(levels_once(town, ("改革の柱", "推進項目"), "{}{}：{}")):
        if at and at % 2 == 0:
            yield Break()
        yield from lines
        circled = "".join(chr(0x245F + int(c)) if c.isdigit() else c for c in p.sdgs)
        yield Grid((22, 13, 13, 13, 13, 13, 13), (
            (h("取組番号"), h("取組名", 1, 3), h("新規・継続・拡充"), h("担当部"), h("担当課")),
            (Slot(p.number), Slot(p.title, 1, 3), Slot(p.category), Slot(p.division), Slot(p.department)),
            (h("関係課"), Slot("、".join(p.co) or "なし", 1, 6)),
            (h("現状と課題", 1, 3), h("取組内容", 1, 4)),
            (Slot(p.problem, 1, 3), Slot(p.work, 1, 4)),
            (h("スケジュール"), h(""), *(h(y) for y in ys)),
            *((Slot(t.title, 1, 2), *(Slot(s) for s in t.steps)) for t in p.tasks),
            (h("指標"), h("現状"), *(h(y) for y in ys)),
            *((Slot(q.name), Slot(number(q.baseline, q.unit)), *(Slot(number(v, q.unit)) for v in q.targets)) for q in p.kpis),
            (h("効果見込額（千円）", 1, 2), *(Slot(amount(e)) for e in p.effects)),
            (h("関連SDGs", 1, 2), Slot(circled, 1, 5)),
        ))
        yield Line("")


def ordinal_forms(town: Town) -> Iterator[Printed]:
    """取組1 … over a form with its own levels; labels over the whole width; years as 1年目; 現状値：40 beside a unit."""
    yield Line(town.title, 1)
    yield Line(f"計画期間：令和{town.era(0)}年度～令和{town.era(4)}年度（5年間）")
    ys = [f"{n}年目" for n in range(1, 6)]
    for p in town.plans:
        yield Break()
        yield Line(f"取組{p.number}　{p.title}", 2)
        q = p.kpis[0]
        yield Grid((20, 16, 16, 16, 16, 16), (
            (h("大分類"), Slot("{}.{}".format(*p.levels[0]), 1, 2), h("中分類"), Slot("{}.{}".format(*p.levels[1]), 1, 2)),
            (h("担当部・課"), Slot(f"{p.division}\n{p.department}", 1, 2), h("連携部署"), Slot("、".join(p.co) or "―", 1, 2)),
            (h("取組区分"), Slot(p.category, 1, 2), h("SDGsゴール"), Slot("、".join(p.sdgs), 1, 2)),
            (h("現況と課題"), Slot(p.problem, 1, 5)),
            (h("具体的な取組内容"), Slot(p.work, 1, 5)),
            (h("【実施スケジュール】", 1, 6),),
            (h("実施事項"), *(h(y) for y in ys)),
            *((Slot(t.title), *(Slot(s.replace("→", "───▶")) for s in t.steps)) for t in p.tasks),
            (h("【目標指標】", 1, 6),),
            (h("指標名"), Slot(q.name, 1, 2), h("単位"), Slot(q.unit), Slot(f"現状値：{number(q.baseline)}")),
            (h("年度"), *(h(y) for y in ys)),
            (h("目標値"), *(Slot(number(v)) for v in q.targets)),
            (h("効果額(千円)"), *(Slot(amount(e)) for e in p.effects)),
        ))


def report_forms(town: Town) -> Iterator[Printed]:
    """Targets beside results that are still empty, the baseline within the indicator's cell, a person's name."""
    yield Line(town.title, 1)
    ys = [f"R{town.era(i)}年度" for i in range(5)]
    for p in town.plans:
        yield Break()
        yield Line("基本方針{} {} ／ 重点項目{} {}".format(*p.levels[0], *p.levels[1]))
        yield Grid((10, 16, 14, 12, 12, 12, 12, 12), (
            (h("番号"), Slot(p.number), h("項目名"), Slot(p.title, 1, 5)),
            (h("所管"), Slot(f"{p.division}{p.department}", 1, 2), h("関係課"), Slot("・".join(p.co), 1, 2), h("区分"), Slot(p.category)),
            (h("現状及び課題", 1, 2), Slot(p.problem, 1, 6)),
            (h("実施内容", 1, 2), Slot(p.work, 1, 6)),
            (h("年度別計画", 1 + len(p.tasks)), h("項目", 1, 2), *(h(y) for y in ys)),
            *((Slot(t.title, 1, 2), *(Slot(s) for s in t.steps)) for t in p.tasks),
            (h("数値目標", 1 + 2 * len(p.kpis)), h("指標"), h("区分"), *(h(y) for y in ys)),
            *(row for q in p.kpis for row in (
                (Slot(f"{q.name}（{q.unit}）\n現状値 {number(q.baseline)}", 2), h("目標"), *(Slot(number(v)) for v in q.targets)),
                (h("実績"), *(Slot() for _ in ys)),
            )),
            (h("効果額（千円）", 2), h("計画", 1, 2), *(Slot(amount(e)) for e in p.effects)),
            (h("実績", 1, 2), *(Slot() for _ in ys)),
            (h("SDGs", 1, 2), Slot("　".join(p.sdgs), 1, 6)),
            (h("担当者", 1, 2), Slot("内線123", 1, 6)),
        ))


def year_rows(town: Town) -> Iterator[Printed]:
    """Levels as lines of one cell, 取組 over a sentence, years down the rows, names of indicators in the head."""
    yield Line(town.title, 1)
    for p in town.plans:
        yield Break()
        q, task = p.kpis[0], p.tasks[0]
        yield Grid((20, 30, 20, 30), (
            (h("事業コード"), Slot(p.number), h("区分"), Slot(p.category)),
            (h("取組事項名"), Slot(p.title, 1, 3)),
            (h("位置付け"), Slot("基本目標{} {}\n施策{} {}".format(*p.levels[0], *p.levels[1]), 1, 3)),
            (h("所管部"), Slot(p.division), h("所管課"), Slot(p.department)),
            (h("連携する課"), Slot("、".join(p.co) or "なし", 1, 3)),
            (h("課題"), Slot(p.problem, 1, 3)),
            (h("取組"), Slot(p.work, 1, 3)),
            (h("SDGs"), Slot("／".join(p.sdgs), 1, 3)),
        ))
        yield Grid((15, 30, 30, 25), (
            (h("年度"), h("実施内容"), h(f"目標値\n{q.name}（{q.unit}）"), h("効果額（千円）")),
            (h("現状"), Slot(), Slot(number(q.baseline)), Slot()),
            *((h(f"令和{town.era(i)}年度"), Slot(task.steps[i]), Slot(number(q.targets[i])), Slot(amount(p.effects[i]))) for i in range(5)),
        ))


def spaced_labels(town: Town) -> Iterator[Printed]:
    """Chapters as levels, 現 状 と 課 題, the indicator's name in the label, its baseline under 備考."""
    ys = [f"{town.era(i)}年度" for i in range(5)]
    yield Line(town.title, 1)
    seen: set[tuple[tuple[str, str], ...]] = set()
    for p in town.plans:
        for depth, part in enumerate("章節"):
            path = p.levels[: depth + 1]
            if path not in seen:
                seen.add(path)
                yield Line(f"第{path[-1][0]}{part}　{path[-1][1]}", 1 + depth)
        yield Line(f"取組{p.number}　{p.title}", 3)
        q = p.kpis[0]
        yield Grid((18, *(14,) * 5, 12), (
            (h("所 管 課"), Slot(f"{p.division}{p.department}", 1, 3), h("区　分"), Slot(p.category, 1, 2)),
            (h("関 係 課"), Slot("、".join(p.co) or "なし", 1, 6)),
            (h("現 状 と 課 題"), Slot(p.problem, 1, 6)),
            (h("取 組 内 容"), Slot(p.work, 1, 6)),
            (h("年　度"), *(h(y) for y in ys), h("備考")),
            (h("計　画"), *(Slot(x) for x in p.tasks[0].steps), Slot()),
            (h(f"目標値\n（{q.name}）"), *(Slot(number(v, q.unit)) for v in q.targets), Slot(f"現状\n{number(q.baseline, q.unit)}")),
            (h("効果額\n（千円）"), *(Slot(amount(e)) for e in p.effects), Slot()),
            (h("Ｓ Ｄ Ｇ ｓ"), Slot("、".join(p.sdgs), 1, 6)),
        ))


__all__ = ["levels_once", "one_cell_forms", "ordinal_forms", "report_forms", "spaced_labels", "two_a_page", "year_rows"]
