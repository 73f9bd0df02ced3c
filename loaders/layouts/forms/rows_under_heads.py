"""A row under a head within a form: its labels, its names, and its values with their heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from keikaku.loaders.layouts.forms.form_heads import (
    Head,
    about_of,
    groups_row,
    is_amount_as_name,
    is_aside,
    is_corner,
    is_dated,
    is_named_label,
)
from keikaku.loaders.layouts.forms.line_values import is_name
from keikaku.loaders.layouts.labels.form_cells import SURE, FormCell, is_amount, is_sum
from keikaku.loaders.layouts.labels.label_lines import label_inside
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.vocabulary import Meaning

_STEP = re.compile(
    r"(?:取組|計画|工程|実施|活動|アクション)(?:項目|内容|事項)?\s*"
    r"(?:[①-⑳]\s*[:：]?|[0-9０-９]{1,2}\s*[:：\n])\s*(?P<name>\S.*)",
    re.DOTALL,
)
"""A row of a schedule with its word: 取組1：システムの導入, 計画①システムの導入."""
_STEPS = "工程"
_OF_STEPS = {"plan.title", "action.title", "plan.work", "plan.overview"}
"""Labels beside the names of a schedule's rows, under one head with them: 取組 | 窓口の設置."""


@dataclass(slots=True)
class RowUnderHead:
    """What a row under a head holds: the labels beside it, names, and values with their heads."""

    path: list[Label]
    names: list[tuple[Meaning | None, FormCell]] = field(default_factory=list)
    values: list[tuple[list[FormCell], FormCell]] = field(default_factory=list)
    own: str = ""
    """What stands last in the row before its values: 歳入の増加 of an effect."""


def without_label(each: FormCell, meaning: Meaning, words: LayoutWords) -> tuple[FormCell, Meaning]:
    """Return a name without the label that its own cell prints before it: 目標：申請率."""
    inside = label_inside(each.cell.text, words)
    if inside is None:
        return each, meaning
    rest, role = inside
    cell = replace(each.cell, text=rest)
    return replace(each, cell=cell), meaning._replace(role=role or meaning.role)


def row_under_head(
    row: int, cells: list[FormCell], head: Head, context: Sequence[Label], words: LayoutWords
) -> RowUnderHead:
    """Return what a row under a head holds: labels beside it, names, values of years."""
    group = head.group_of(row)
    under = RowUnderHead([*context, *group])
    said = False  # whether a label of this row says what its years hold: 効果額 | 計画
    for each in cells:
        if each.kind == "blank":
            continue
        over = [h for h in head.over(each) if not is_corner(h)]
        crosses = each.kind == "label" and each.first < head.first_year
        if any(h.kind == "year" for h in over) and not crosses:
            if each.cell.row == row:
                under.values.append((over, each))
        elif each.cell.row == row and (name_cell := _name_of_row(each, under.path, over, words)):
            meaning, own = name_cell
            if own is not each:
                under.path.append(label(_STEPS))
            under.names.append((meaning, own))
        elif each.kind == "label" and is_named_label(each, row, words):
            rest, meaning = without_label(each, Meaning("indicator.name", SURE), words)
            under.path.append(each.label)
            under.own = _name_of(rest, row, head) or under.own
            under.names.append((meaning, rest))
        elif each.kind == "label" and (
            each.cell.row < row
            or not over
            or said
            or is_aside(each, cells, over, words)
            or groups_row(each, over, under.path, words)
        ):
            said = said or (is_dated(each) and each.label not in group)
            under.own = _name_of(each, row, head) or under.own
            of_step = over and each.meaning is not None and each.meaning.fact in _OF_STEPS
            beside = label(_STEPS) if of_step else each.label
            if beside not in under.path:
                under.path.append(beside)
        else:
            under.own = _name_of(each, row, head) or under.own
            path = [*context, *group, *(h.label for h in over)]
            under.names.append((words.meaning(path) if over else None, each))
    under.names = _with_name(under.names)
    return under


def _name_of_row(
    each: FormCell, path: Sequence[Label], over: Sequence[FormCell], words: LayoutWords
) -> tuple[Meaning, FormCell] | None:
    """Return a cell that names its row under any head: 取組1：…, 職員数, 外部評価."""
    step = _STEP.fullmatch(each.cell.text.strip())
    if step is not None:
        cell = replace(each.cell, text=step["name"].strip())
        return Meaning("action.title", SURE, about="schedule"), replace(each, cell=cell)
    if is_amount_as_name(each, path, over, words):
        return Meaning("indicator.name", SURE), each
    if _is_review_as_step(each, path, over, words):
        return Meaning("action.title", SURE, about="schedule"), each
    return None


def _is_review_as_step(
    each: FormCell, path: Sequence[Label], over: Sequence[FormCell], words: LayoutWords
) -> bool:
    """Return whether a label of evaluations (外部評価) names a step, behind スケジュール."""
    if each.kind != "label" or not over or not any("評価" in s for s in each.label.segments):
        return False
    evaluates = each.meaning is None or each.meaning.fact.startswith("evaluation.")
    return evaluates and about_of(path, words) == "schedule"


def narrowed(each: FormCell, head: Head) -> FormCell:
    """Return a name that is merged over 項目 | 単位 | 現状値 as one under the first of them."""
    words = any(map(str.isalpha, each.cell.text)) and not is_amount(each.cell.text)
    alone = each.kind == "value" and each.cell.row_span == 1
    starts = [h for h in head.cells if h.first == each.first and h.last < each.last]
    if not alone or not words or not starts or any(h.kind == "year" for h in starts):
        return each
    span = max(h.last for h in starts) - each.first + 1
    return replace(each, cell=replace(each.cell, column_span=span))


def _with_name(
    names: list[tuple[Meaning | None, FormCell]],
) -> list[tuple[Meaning | None, FormCell]]:
    """Take the words below 目標値 | R7 | R8 for the indicator's name, where no column has names."""
    if any(m is not None and m.fact == "indicator.name" for m, _ in names):
        return names
    return [
        (m._replace(fact="indicator.name", kind=None), each)
        if m is not None and m.fact == "indicator.target" and is_name(each.cell.text)
        else (m, each)
        for m, each in names
    ]


def _name_of(each: FormCell, row: int, head: Head) -> str:
    """Return the words of a cell of a row before its years, "" for a number or a sum."""
    text = each.cell.text
    words = any(map(str.isalpha, text)) and not is_sum(text) and not is_amount(text)
    return text if words and each.cell.row == row and each.first < head.first_year else ""
