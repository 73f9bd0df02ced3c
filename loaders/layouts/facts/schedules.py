"""Rows of a schedule (年度別計画) → actions with milestones."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from keikaku.loaders.layouts.facts.named_steps import apart_by_name, cut_lines, name_of
from keikaku.loaders.layouts.labels.statements import Record, Statement, is_nothing
from keikaku.loaders.readers.blocks import Cell
from keikaku.loaders.readings import (
    ActionReading,
    ArrowReading,
    Continues,
    MilestoneReading,
    PlanReading,
    Remark,
)
from keikaku.loaders.text import ARROWS, normal, tidy

if TYPE_CHECKING:
    from keikaku.loaders.layouts.facts.building import Setting

_ARROW = re.compile(rf"[\s{ARROWS}━―─—\-－=＝>＞〉》・…⋯~～]+")
_ENDS_WITH_ARROW = re.compile(rf"\s*(?:[━―─—\-－=＝~～]*[{ARROWS}>＞]+\s*)+$")
_SAME = {"同左", "同上", "〃", "”", "″", "継続→", "左記に同じ", "↓"}
_NO_HEAD = "矢印の先端が記載されていないため、次の記載または最終年度まで続くものと読んだ"


def actions_of(
    statements: Iterable[Statement], reading: PlanReading, setting: Setting
) -> list[ActionReading]:
    """Return the actions of a plan, a row of its schedule each.

    Their words join the plan's lines.
    """
    rows: dict[Hashable, list[Statement]] = {}
    titles: dict[Hashable, list[Statement]] = {}
    for each in statements:
        if each.meaning.fact == "schedule":
            rows.setdefault(each.group, []).append(each)
        elif each.meaning.fact in ("plan.work", "action.title") and each.text.strip():
            titles.setdefault(each.group, []).append(each)
    reading.remarks += _part_by_name(rows, titles, setting)
    actions = [
        action
        for group, cells in rows.items()
        if (action := _action(cells, titles.get(group) or _all(titles), reading, setting))
        is not None
    ]
    actions = _united(actions)
    if not actions:
        actions = [_bare(each, setting) for cells in titles.values() for each in cells]
    for action in actions:
        reading.lines.append((action.spot.line, action.spot.section, action.title))
        for milestone in action.milestones:
            reading.lines.append((milestone.spot.line, milestone.spot.section, milestone.text))
    return actions


def _part_by_name(
    rows: dict[Hashable, list[Statement]],
    titles: dict[Hashable, list[Statement]],
    setting: Setting,
) -> list[Remark]:
    """Replace a row without an action's name whose cells print those of several in their lines.

    Return what of such lines is not shown.
    """
    remarks: list[Remark] = []
    for group in list(rows):
        has_name = any(t.meaning.fact == "action.title" for t in titles.get(group, ()))
        parts = {} if has_name else apart_by_name(rows[group])
        cut = cut_lines(rows[group]) if parts else {}
        if parts:
            filled = [each.cell for each in rows.pop(group) if not is_nothing(each.cell.text)]
            remarks += [_cut(filled[at], text, setting) for at, text in cut.items()]
        for own, cells in parts.items():
            rows[own] = cells
            titles[own] = [name_of(cells, own)]
    return remarks


def _cut(cell: Cell, text: str, setting: Setting) -> Remark:
    """Return the finding about the last line of a cell, of which only the beginning is shown."""
    spot = setting.places.spot(cell, "スケジュール")
    return Remark("text-cut", [spot], {"page": cell.place.page, "count": 1, "text": text})


def prints_yearly_arrows(records: Iterable[Record]) -> bool:
    """Return whether a source prints an arrow in each year that something goes on.

    Then an arrow does not go on over the blank years behind it.
    """
    for record in records:
        last: Statement | None = None
        for each in record.statements:
            if each.meaning.fact != "schedule" or not _ARROW.fullmatch(each.cell.text.strip()):
                last = None
                continue
            if _is_dash(each.cell.text):
                continue
            if last is not None and last.group == each.group and last.cell is not each.cell:
                return True
            last = each
    return False


def prints_spanned_arrows(records: Iterable[Record]) -> bool:
    """Return whether a source merges the cells of the years over which an arrow goes on.

    Then each of its arrows ends where its cell does.
    """
    return any(
        each.meaning.fact == "schedule"
        and each.cell.column_span > 1
        and (each.meaning.last or 0) > (each.meaning.year or each.meaning.last or 0)
        and _ENDS_WITH_ARROW.search(normal(each.cell.text).strip()) is not None
        for record in records
        for each in record.statements
    )


def _all(titles: dict[Hashable, list[Statement]]) -> list[Statement]:
    return [each for cells in titles.values() for each in cells]


def _bare(each: Statement, setting: Setting) -> ActionReading:
    return ActionReading(_title_of(each.text), setting.places.spot(each.cell, each.section))


def _title_of(text: str) -> str:
    return tidy(" ".join(normal(text).split("\n"))).lstrip("・･‧•■◆▪ 　")


def _united(actions: list[ActionReading]) -> list[ActionReading]:
    """Return the actions; rows of one action in several tables are joined."""
    known: dict[str, ActionReading] = {}
    for action in actions:
        first = known.setdefault(action.title, action)
        if first is not action:
            first.milestones += action.milestones
    return list(known.values())


def _action(
    cells: list[Statement], titles: list[Statement], reading: PlanReading, setting: Setting
) -> ActionReading | None:
    cells = sorted(
        (c for c in cells if _year(c, setting) is not None), key=lambda c: _year(c, setting) or 0
    )
    if not any(each.cell.text.strip() for each in cells):
        return None
    if titles:
        own = next((t for t in titles if t.meaning.fact == "action.title"), titles[0])
        title = _title_of(own.text)
        spot = setting.places.spot(own.cell, own.section)
    else:
        title = reading.title
        spot = reading.spot or setting.places.spot(cells[0].cell, cells[0].section)
    action = ActionReading(title, spot)
    end = max(filter(None, [*(_last(c, setting) for c in cells), setting.last_year]), default=0)
    for at, each in enumerate(cells):
        _milestone(action, each, cells[at + 1 :], end, setting)
    return action


def _milestone(
    action: ActionReading, each: Statement, later: list[Statement], end: int, setting: Setting
) -> None:
    """Add what a cell says: a step, an arrow behind one, or both."""
    text = normal(each.cell.text).strip()
    year, own = _year(each, setting), _last(each, setting)
    if not text or year is None or own is None:
        return
    following = next((_year(c, setting) for c in later if c.cell.text.strip()), None)
    stop = max(own, following - 1 if following else end)
    if text in _SAME or _ARROW.fullmatch(text):
        if not _is_dash(text):
            ends = setting.yearly_arrows or setting.spanned_arrows
            to_end = text not in _SAME and not ends
            _go_on(action, year, stop if to_end else own)
        return
    arrow = _ENDS_WITH_ARROW.search(text)
    words = " ".join((text[: arrow.start()] if arrow else text).split("\n"))
    words = tidy(words).lstrip(f"{ARROWS} ")
    if setting.spanned_arrows and arrow is not None:
        stop = own
    headless = arrow is not None and stop > own
    spot = setting.places.spot(
        each.cell,
        each.section,
        reading="repaired" if headless else "stated",
        confidence=0.85 if headless else 1.0,
        note=_NO_HEAD if headless else None,
    )
    may = arrow is None and stop > own
    last = stop if arrow else own
    continues: Continues = "unknown" if may else "yes" if arrow and stop > own else "no"
    action.milestones.append(
        MilestoneReading(
            setting.legend.get(words, words), year, last, continues, stop if may else None, spot
        )
    )


def _go_on(action: ActionReading, year: int, last: int) -> None:
    """Carry the milestone before an arrow on; the first arrow of a row is a bare one."""
    if action.milestones:
        before = action.milestones[-1]
        action.milestones[-1] = before._replace(
            last_year=max(last, before.last_year), continues="yes", latest_year=None
        )
    else:
        first = action.arrow.first_year if action.arrow else year
        action.arrow = ArrowReading(first, last)


def _is_dash(text: str) -> bool:
    return is_nothing(text) and not any(c in ARROWS or c in ">＞〉》" for c in text)


def _year(each: Statement, setting: Setting) -> int | None:
    meaning = each.meaning
    if meaning.year is not None:
        return meaning.year
    if meaning.ordinal is not None and setting.first_year is not None:
        return setting.first_year + meaning.ordinal - 1
    return None


def _last(each: Statement, setting: Setting) -> int | None:
    last = each.meaning.last
    return last if last is not None else _year(each, setting)
