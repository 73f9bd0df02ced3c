"""The head of a table within a form: labels and years over columns, and the rows under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from keikaku.loaders.layouts.labels.form_cells import SURE, FormCell, form_row
from keikaku.loaders.layouts.labels.label_lines import label_inside, split_pairs
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.readers.blocks import Table

_ENDS = (
    "plan.",
    "department",
    "division",
    "section",
    "sdgs",
    "guidelines",
    "doers",
    "partners",
    "related",
    "logic.",
    "document.",
    "level",
    "evaluation.",
    "channel",
    "year",
)
"""Facts whose label ends a table: what follows lies under no head."""
_DATED = (
    "schedule",
    "effect.",
    "budget.",
    "indicator.target",
    "indicator.actual",
    "indicator.baseline",
)
_SUBJECTS = ("schedule", "effect.", "indicator.target", "indicator.actual")
"""Labels in the corner of a head that say what all its years hold."""
_OWN_LABELS = ("indicator.", "plan.problem", "department", "division", "sdgs", "year")
"""Labels that stand under years only by chance: they label what follows them in their row."""
_TOPICS = ("indicator", "schedule")
_KINDS_OF_ROWS = {"plan.category", "year", "context", "schedule"}
_ABOUT = {"indicator", "budget", "effect"}
_GOES_ON = {"plan.work", "plan.period"}


@dataclass(slots=True)
class Head:
    """A head within a form: the labels and years over its columns, and what groups them."""

    cells: list[FormCell]
    group: list[tuple[Label, int]]
    """Labels that group its rows, each with the row below the last that it groups."""
    first_year: int
    """The first column of a year; one past the last column where there is none."""

    def fits(self, cells: Sequence[FormCell]) -> bool:
        """Return whether each cell covers just the columns of one of the heads."""
        columns = {(h.first, h.last) for h in self.cells}
        return all((cell.first, cell.last) in columns for cell in cells)

    def group_of(self, row: int) -> list[Label]:
        """Return the labels that group a row."""
        return [each for each, end in self.group if row < end]

    def over(self, cell: FormCell) -> list[FormCell]:
        """Return the heads over a cell, those furthest up first."""
        return [h for h in self.cells if h.first <= cell.last and cell.first <= h.last]


@dataclass(slots=True)
class YearColumns:
    """The last years over the columns of a form, also where another head came between."""

    heads: dict[tuple[int, int], FormCell] = field(default_factory=dict)

    def add(self, heads: Iterable[FormCell]) -> None:
        """Note the years of a head."""
        self.heads.update({(h.first, h.last): h for h in heads if h.kind == "year"})

    def over(self, cells: Sequence[FormCell]) -> list[FormCell]:
        """Return the year over each cell; none where a cell has no year of its exact width."""
        years = [self.heads.get((cell.first, cell.last)) for cell in cells]
        dated = [year for year in years if year is not None]
        distinct = {(y.label.year.year, y.label.year.ordinal) for y in dated if y.label.year}
        return dated if len(cells) > 1 and len(distinct) == len(cells) else []


def is_corner(each: FormCell) -> bool:
    """Return whether a head is the word 年度 beside the years."""
    return each.kind == "label" and each.meaning is not None and each.meaning.fact == "year"


def names_subject(each: FormCell) -> bool:
    """Return whether a label over years says what stands below, and not only 計画期間."""
    periods = ("document.period", "plan.period")
    return each.kind == "label" and (each.meaning is None or each.meaning.fact not in periods)


def is_bare_unit(each: FormCell) -> bool:
    """Return whether a head is only the unit of what stands below: 単位：千円 in the corner."""
    return each.label.unit is not None and not each.label.segments


def _crosses(each: FormCell, head: Head) -> bool:
    """Return whether a cell begins beside the years and ends under some, or labels what follows."""
    last = max(h.last for h in head.cells)
    if each.kind == "label" and each.first >= head.first_year:
        return each.meaning is not None and each.meaning.fact.startswith(_OWN_LABELS)
    return each.kind == "value" and each.first < head.first_year <= each.last < last


def _names_behind(own: Sequence[FormCell], head: Head) -> bool:
    """Return whether a label 指標 has its name right behind it, under the first of the years."""
    if len(own) < 2 or own[0].meaning is None or own[0].meaning.fact != "indicator.name":
        return False
    text = own[1].cell.text
    is_name = own[1].kind == "value" and any(map(str.isalpha, text))
    is_name = is_name and not any(map(str.isdigit, text))
    return own[0].last < head.first_year <= own[1].first and is_name and own[0].kind == "label"


def is_dated(each: FormCell) -> bool:
    """Return whether a row's label says what its years hold."""
    return each.meaning is not None and each.meaning.fact.startswith((*_DATED, "evaluation."))


def about_of(path: Sequence[Label], words: LayoutWords) -> str | None:
    """Return what the labels beside a row are about: indicator, schedule, effect."""
    meaning = words.meaning(path) if path else None
    if meaning is None:
        return None
    if meaning.about in _TOPICS:
        return meaning.about
    first = meaning.fact.partition(".")[0]
    return "schedule" if meaning.fact in ("schedule", "plan.work") else first


def is_amount_as_name(
    each: FormCell, path: Sequence[Label], over: Sequence[FormCell], words: LayoutWords
) -> bool:
    """Return whether a label of amounts (職員数) names an indicator: below 指標, under 目標値."""
    if each.kind != "label" or each.meaning is None:
        return False
    below = any(h.meaning is not None and h.meaning.fact == "indicator.name" for h in over)
    amount = each.meaning.fact.startswith("budget.")
    return amount and (below or about_of(path, words) == "indicator")


def is_named_label(each: FormCell, row: int, words: LayoutWords) -> bool:
    """Return whether a label beside years holds the indicator's name: below it, or KPI1：申請率."""
    own = each.cell.row == row and any(c in each.cell.text.strip() for c in "\n:：")
    inside = label_inside(each.cell.text, words) if own else None
    return inside is not None and words.of(inside[0]) is None


def subject_of(heads: Sequence[FormCell], table: Table) -> list[tuple[Label, int]]:
    """Return the only label before the years of a head, which groups the rows, if it says of what.

    工程 | R7 | R8: what stands below, 2校 or 実施, is a step and no target.
    """
    labels = [each for each in heads if each.kind == "label"]
    one = len(labels) == 1 and labels[0] is heads[0] and len(heads) > 2
    meaning = labels[0].meaning if one else None
    if meaning is None or not meaning.fact.startswith(_SUBJECTS):
        return []
    return [(labels[0].label, table.rows)]


def groups_row(
    each: FormCell, over: Sequence[FormCell], path: Sequence[Label], words: LayoutWords
) -> bool:
    """Return whether a label in a column of kinds (区分) names the subject of its row.

    活動指標, 財源内訳, その他 under them: names of rows stand under heads of names.
    """
    kinds = all(h.meaning is None or h.meaning.fact in _KINDS_OF_ROWS for h in over)
    if not kinds or not each.label.segments:
        return False
    segment = each.label.segments[0]
    known = words.catalogue.contexts.get(segment, {})
    if known.get("about") in _ABOUT and "weak" not in known:
        return True
    meaning = words.meaning([*path, each.label])
    return meaning is not None and meaning.fact.startswith(("budget.", "effect."))


def _is_by_year(values: Sequence[FormCell], head: Head) -> bool:
    """Return whether each value stands right under a year, the first under the first year."""
    years = [(h.first, h.last) for h in head.cells if h.kind == "year"]
    spans = [(each.first, each.last) for each in values if each.kind == "value"]
    return bool(spans) and spans[0] == min(years, default=None) and set(spans) <= set(years)


def _fills_years(values: Sequence[FormCell], head: Head) -> bool:
    """Return whether values stand behind a row's name, each under just one of the years."""
    years = {(h.first, h.last) for h in head.cells if h.kind == "year"}
    filled = [each for each in values if each.first >= head.first_year]
    has_name = any(each.kind == "value" and each.first < head.first_year for each in values)
    under = all(each.kind == "value" and (each.first, each.last) in years for each in filled)
    return has_name and bool(filled) and under


def is_aside(
    each: FormCell, cells: list[FormCell], over: Sequence[FormCell], words: LayoutWords
) -> bool:
    """Return whether a label under the head of names says what its row is of, and is no name.

    成果指標 | 満足度 | %: the role stands before the indicator's name. Under one head over both,
    any label does: 取組 | システムの導入 under 年度別計画.
    """
    contexts = words.catalogue.contexts
    role = any("role" in contexts.get(segment, {}) for segment in each.label.segments[:1])
    wider = any(h.first <= each.first and each.last < h.last for h in over)
    named_behind = any(c.kind == "value" and c.first == each.last + 1 for c in cells)
    known = each.meaning
    work = known is not None and (known.fact == "plan.work" or known.about == "schedule")
    return is_dated(each) or ((role or wider or work) and named_behind)


def holds_numbers(table: Table, row: int, head: Head | None, words: LayoutWords) -> bool:
    """Return whether half of what a row has under the years of its head are numbers."""
    first = head.first_year if head is not None else 0
    cells = [c for c in form_row(table, row, words) if c.cell.row == row and c.kind != "blank"]
    dated_cells = [c for c in cells if c.first >= first]
    numbers = sum(any(ch.isdigit() for ch in c.cell.text) for c in dated_cells)
    return bool(dated_cells) and numbers >= 0.5 * len(dated_cells)


def row_below_head(table: Table, row: int, words: LayoutWords) -> int:
    """Return the row below a head: one of years under its labels belongs to it."""
    below = form_row(table, row + 1, words) if row + 1 < table.rows else []
    years = [c for c in below if c.kind == "year" and c.cell.row == row + 1]
    return row + 2 if len(years) > 1 else row + 1


def is_labelled(row: int, cells: list[FormCell], head: Head) -> bool:
    """Return whether a row below a head without years has a label of its own before its value.

    関係課 | 財政課 under 取組番号 | 取組名: the head is that of the row above alone.
    """
    own = [c for c in cells if c.cell.row == row and c.kind != "blank"]
    if any(h.kind == "year" for h in head.cells) or len(own) < 2:
        return False
    first, second = own[:2]
    if first.kind != "label" or first.meaning is None or second.kind == "label":
        return False
    return first.meaning.sure >= SURE and first.meaning.fact.startswith(_ENDS)


def lies_under(row: int, cells: list[FormCell], head: Head) -> bool:
    """Return whether a row lies under a head: its cells begin where the head's do."""
    own = [c for c in cells if c.cell.row == row and c.kind != "blank"]
    if not own:
        return False
    first = own[0]
    dated_head = any(c.kind == "year" for c in head.cells)
    if first.kind == "label" and first.meaning is not None and first.first < head.first_year:
        fact = first.meaning.fact
        under_same = any(h.first == first.first and h.kind == "label" for h in head.cells)
        ends = fact.startswith(_ENDS) and fact not in _GOES_ON
        ends = ends and fact != "yearly" and first.meaning.about != "schedule"  # 実施計画
        grouped = any(c.kind == "label" and c.cell.row < row for c in cells)
        by_year = fact.startswith("evaluation.") and _is_by_year(own[1:], head)
        by_year = by_year or _fills_years(own[1:], head)
        if ends and not by_year and not grouped and (dated_head or not under_same):
            return False
        if not under_same and not dated_head:
            return False
    if dated_head and (any(_crosses(c, head) for c in own) or _names_behind(own, head)):
        return False
    starts = {h.first for h in head.cells}
    inside = [c for c in own if c.first >= min(starts)]
    inside = [c for c in inside if c.first in starts or not _is_beside_years(c, head)]
    if not inside:
        return dated_head
    aligned = sum(c.first in starts for c in inside)
    return aligned >= 0.6 * len(inside)


def _is_beside_years(each: FormCell, head: Head) -> bool:
    """Return whether a cell only says what its row has under the years: 目標, 実績."""
    return each.kind == "label" and is_dated(each) and each.last < head.first_year


def is_whole_line(row: int, cells: list[FormCell], table: Table, words: LayoutWords) -> bool:
    """Return whether a row is one cell that ends the head above it.

    That is a label alone, which begins another part of a form, or one with its value: SDGs：11、17.
    """
    own = [c for c in cells if c.cell.row == row and c.kind != "blank"]
    if len(own) != 1 or not own[0].cell.column_span >= table.columns > 1:
        return False
    return own[0].kind == "label" or bool(split_pairs(own[0].cell.text, words))
