"""``keikaku load --explain 2-2-5``: what was read for a plan, from which lines, understood how."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from keikaku.graph.errors import NotFoundError
from keikaku.graph.language import Text
from keikaku.graph.records import Measure
from keikaku.loaders.implementation_plan import family
from keikaku.loaders.implementation_plan.labels_by_place import read_labels
from keikaku.loaders.implementation_plan.numbering import number_pages
from keikaku.loaders.implementation_plan.overview import read_overview
from keikaku.loaders.implementation_plan.plan_pages import Page, split_pages
from keikaku.loaders.implementation_plan.plan_reader import plan_order
from keikaku.loaders.implementation_plan.sections import Section, split_sections
from keikaku.loaders.implementation_plan.text_rows import rows_of
from keikaku.loaders.implementation_plan.transform import read_or_refuse
from keikaku.loaders.mentions.plan_mentions import find_mentions
from keikaku.loaders.mentions.theme_mentions import read_themes
from keikaku.loaders.readers.blocks import Source
from keikaku.loaders.readings import IndicatorReading, Part, PlanReading, Spot

_KINDS = {
    "prose": "事業概要・目指す姿",
    "marks": "5レス・情報公開",
    "actions": "取組内容・行動計画・目標値",
    "free": "見出しのない行",
}


def explain_plan(source: Source, number: str, themes: Path | None = None) -> str:
    """Return the pages and sections with their lines, then what each was read as."""
    rows, _ = rows_of(source)
    read_labels(rows)
    reading = read_or_refuse(source, rows)
    wanted = "-".join(re.findall(r"\d+", unicodedata.normalize("NFKC", number)))
    plan = next((p for p in reading.plans if p.number == wanted), None)
    if plan is None:
        known = "、".join(
            p.number for p in sorted(reading.plans, key=lambda p: plan_order(p.number))
        )
        raise NotFoundError(
            Text(
                f"{source.name}: 計画「{number}」はありません。ある番号: {known}",
                f"{source.name}: there is no plan “{number}”. Numbers: {known}",
            )
        )
    mentions = find_mentions(reading.plans, reading.overview, read_themes(themes)).by_plan[
        plan.number
    ]
    lines = [f"{plan.number} {plan.title}", "", "1. ページと欄（行番号は元のテキスト）"]
    lines += _stages(source, plan.number)
    lines += ["", "2. 読み取り"]
    lines += _head(plan)
    lines += _marks(plan)
    lines += [line for part in (plan, *plan.components) for line in _part(part, plan)]
    lines += ["", "3. 本文に名前の出るもの"]
    lines += [_line(g.spot, "根拠", g.name) for g in mentions.guidelines]
    lines += [_line(t.spots[0], "テーマ", name) for name, t in mentions.themes.items()]
    lines += [_line(d.spot, "関係課", d.name) for d in mentions.departments]
    lines += [_line(p.spot, "関係団体", p.name) for p in mentions.partners]
    if plan.remarks:
        lines += ["", "4. 読み取りで気づいたこと"]
        for remark in plan.remarks:
            spot = remark.spots[0] if remark.spots else Spot(0, "", "")
            lines.append(_line(spot, remark.code, "、".join(map(str, remark.details.values()))))
    return "\n".join(lines) + "\n"


def _stages(source: Source, number: str) -> Iterator[str]:
    rows, pages = split_pages(rows_of(source)[0])
    overview = read_overview(rows)
    numbers = number_pages(pages, overview).numbers
    for printed, page in zip(numbers, pages, strict=True):
        if printed != number:
            continue
        yield f"  {page.head.spot.line}行: ページの見出し「{page.head.spot.quote}」"
        yield from (f"    {_section(section)}" for section in _sections(page))


def _sections(page: Page) -> list[Section]:
    return [s for s in split_sections(page.body) if any(r.text for r in s.rows)]


def _section(section: Section) -> str:
    lines = [row.line for row in section.rows if row.text]
    under = f"（{section.component.title}）" if section.component else ""
    return f"{lines[0]}–{lines[-1]}行: {_KINDS[section.kind]}{under}"


def _line(spot: Spot, what: str, text: str) -> str:
    how = {"stated": "", "repaired": "［補正］", "inferred": "［推定］"}[spot.reading]
    note = f" ※{spot.note}" if spot.note else ""
    return f"  {spot.line or '-'}行 {what}: {text}{how}{note}"


def _head(plan: PlanReading) -> Iterator[str]:
    for position, department in enumerate(plan.departments):
        role = "主" if position == 0 else "副"
        yield _line(department.spot, f"{family.DEPARTMENTS}（{role}）", department.name)
    for code in plan.sdgs:
        yield _line(code.spot, "SDGs", code.name)


def _marks(plan: PlanReading) -> Iterator[str]:
    for theme in family.MARKS.values():
        if theme in plan.marks.unknown:
            yield _line(plan.marks.unknown[theme], theme, "不明")
        elif theme in plan.marks.marked:
            yield _line(plan.marks.marked[theme], theme, "○")
        else:
            yield f"  {theme}: なし"
    disclosure = plan.disclosure
    website = {True: "○", False: "なし", None: "不明"}[disclosure.website]
    spot = disclosure.website_spot or Spot(0, family.DISCLOSURE, "")
    yield _line(spot, family.WEBSITE, website)
    yield from (_line(n.spot, family.OTHER, n.name) for n in disclosure.other)
    yield from (_line(n.spot, family.PAGES, n.name) for n in disclosure.pages)


def _part(part: Part, plan: PlanReading) -> Iterator[str]:
    if part is not plan:
        component = next(c for c in plan.components if c is part)
        names = "、".join(d.name for d in component.departments)
        yield _line(component.spot or Spot(0, "", ""), "個別取組", f"{component.title}〈{names}〉")
    for prose in (part.overview, part.vision):
        if prose is not None:
            yield _line(prose.spot, prose.spot.section, f"{len(prose.text)}字")
    for action in part.actions:
        yield _line(action.spot, family.ACTIONS, action.title)
        for m in action.milestones:
            years = (
                f"{m.first_year}"
                if m.first_year == m.last_year
                else f"{m.first_year}–{m.last_year}"
            )
            yield "  " + _line(m.spot, years, m.text)
    yield from (_indicator(indicator) for indicator in part.indicators)


def _indicator(indicator: IndicatorReading) -> str:
    if not indicator.measurable:
        return _line(indicator.spot, "目標（数値なし）", indicator.name)
    line = f"{indicator.name} 現況 {_value(indicator.baseline)} → 目標 {_value(indicator.target)}"
    return _line(indicator.spot, "指標", line)


def _value(measure: Measure | None) -> str:
    if measure is None:
        return "なし"
    sign = {">=": "以上", "<=": "以下", "=": ""}[measure.comparator]
    as_of = f"（{measure.as_of}）" if measure.as_of else ""
    return f"{measure.qualifier or ''}{measure.value:,}{measure.unit or ''}{sign}{as_of}"
