"""Classify a cell of a form as a label, a year or a value, and a row of cells as a head."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import is_nothing
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Table
from keikaku.loaders.text import normal
from keikaku.loaders.values.units import is_unit

SURE = 0.9
_LONGEST_LABEL = 30
_LONGEST_CORNER = 12
_WHEN = r"(?:(?:令和|平成|[RH]|20)(?:元|\d{1,2})(?:年度?末?)?)?"
_LABELLED = re.compile(
    rf"(?P<label>{_WHEN}[^\d\n:：()（）]{{2,8}}{_WHEN}(?:[(（][^()（）\n]*[)）])?)"
    r"(?P<mark>\s*[\n:：]\s*|(?=[△▲\d]))(?P<value>\S.*)"
)
_WORD_BEFORE = re.compile(
    r"[(（\[【]?(?P<word>目標値?|実績値?|計画値?|見込値?|計画額|実績額|予算額?|決算額?)[)）\]】]?\s*[:：\n]\s*(?P<value>.*)$",
    re.DOTALL,
)
_SENTENCE = re.compile(r"[。！？]|ます$|する$")
_AMOUNT = re.compile(r"約?[\d,.△▲]+\s*\S{0,5}(?:\s*[(（][^()（）]{1,10}[)）])?")
_SUM = re.compile(
    r"(?:合計|総計|小計|累計|計|\S{0,4}(?:期間|年間?)の?(?:合計|累計|計))額?[\s:：]*"
    r"(?:[―－ー‐-]|[\d,.△▲-]+\s*\S{0,3})"
)
_YEAR_ALONE = re.compile(r"(?:19[89]|20\d)\d")
_BOXES = re.compile(r"[■□☑☒✓✔●○◯〇レ☐()（）【】〔〕\s　・/／、,]+")
_LIST_NUMBER = re.compile(r"[(（]?(?:[0-9０-９]{1,2}|[①-⑳]|[Ⅰ-Ⅻ])[)）]?[.．]?")
_FEWEST_PAIRS = 2
_OF_YEARS = ("indicator", "schedule", "effect", "budget")
_NUMERIC = re.compile(r"[\d,.△▲%％\-\s]+")


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell of a row: ``kind`` is label, year, value or blank."""

    cell: Cell
    kind: str
    label: Label
    meaning: Meaning | None = None

    @property
    def first(self) -> int:
        """The first column that it covers."""
        return self.cell.column

    @property
    def last(self) -> int:
        """The last column that it covers."""
        return self.cell.column + self.cell.column_span - 1


def is_co(each: FormCell) -> bool:
    """Return whether a label is about who works with a department, whatever group it stands in."""
    return each.meaning is not None and each.meaning.fact == "department.co"


def form_row(table: Table, row: int, words: LayoutWords) -> list[FormCell]:
    """Return the cells that cover a row, from left to right, each once.

    Empty ones over several slots.
    """
    cells: list[FormCell] = []
    column = 0
    while column < table.columns:
        cell = table.at(row, column)
        if cell is None:
            column += 1
            continue
        each = kind_of(cell, words)
        cells.append(_as_value(each) if _is_value_behind_label(cells, each) else each)
        column = max(cell.column + cell.column_span, column + 1)
    return _with_label_of_kinds(_without_empty(cells), words)


def _without_empty(cells: list[FormCell]) -> list[FormCell]:
    """Take 「実績：」 for an empty cell where others of its row have a value behind that word."""
    said = {
        m["word"] for c in cells if (m := _WORD_BEFORE.match(c.cell.text.strip())) and m["value"]
    }
    return [
        FormCell(c.cell, "blank", c.label)
        if (m := _WORD_BEFORE.match(c.cell.text.strip())) and not m["value"] and m["word"] in said
        else c
        for c in cells
    ]


def _with_label_of_kinds(cells: list[FormCell], words: LayoutWords) -> list[FormCell]:
    """Take 新規・拡充 before a kind for its label, though it may be a kind itself."""
    kinds = [c.kind == "value" and is_choice(c.cell.text, words) for c in cells]
    facts = words.catalogue.facts
    return [
        replace(c, kind="label")
        if at + 1 < len(cells)
        and kinds[at]
        and kinds[at + 1]
        and facts.get("".join(c.label.segments)) == "plan.category"
        and not (at and cells[at - 1].meaning == c.meaning)
        else c
        for at, c in enumerate(cells)
    ]


def value_behind(text: str) -> tuple[str, str] | None:
    """Return the word before a value in its own cell, and the value: 目標：500.

    >>> value_behind("目標：500"), value_behind("500")
    (('目標', '500'), None)
    """
    match = _WORD_BEFORE.match(text.strip())
    return (match["word"], match["value"]) if match and match["value"] else None


def with_labels_merged(table: Table, words: LayoutWords) -> Table:
    """Return a table without merged rows (of text, of a sheet) with its first labels merged.

    A label there goes on over the rows below whose first cell is empty.
    """
    spanless = all(c.row_span == 1 and c.column_span == 1 for c in table.cells)
    typed = table.place.sheet is not None and all(c.row_span == 1 for c in table.cells)
    if not typed and (table.place.line is None or not spanless):
        return table
    firsts = [(c.row, c) for c in table.cells if c.column == 0 and c.text.strip()]
    spans: dict[int, int] = {}
    for at, (row, cell) in enumerate(firsts):
        below = firsts[at + 1][0] if at + 1 < len(firsts) else table.rows
        beside = all(any(c.text.strip() for c in table.row(r)) for r in range(row + 1, below))
        if below > row + 1 and beside and _groups_years(cell, words):
            spans[row] = below - row
    if not spans:
        return table
    covered = {r for row, span in spans.items() for r in range(row + 1, row + span)}
    cells = tuple(
        replace(c, row_span=spans.get(c.row, 1)) if c.column == 0 else c
        for c in table.cells
        if c.column or c.row not in covered
    )
    return Table(table.rows, table.columns, cells, table.place, table.inner)


def _groups_years(cell: Cell, words: LayoutWords) -> bool:
    """Return whether a label groups rows of years: 成果指標, 財政効果, 工程表."""
    each = kind_of(cell, words)
    context = words.catalogue.contexts.get("".join(each.label.segments[:1]), {})
    return each.kind == "label" and context.get("about") in _OF_YEARS


def _is_value_behind_label(before: list[FormCell], each: FormCell) -> bool:
    """Return whether a unit stands behind the label 単位, or a goal (目標8) behind SDGs."""
    word = "".join(each.label.segments)
    meaning = before[-1].meaning if before else None
    if each.kind != "label" or meaning is None:
        return False
    is_value = not word or is_unit(word)
    return _is_goal(each, before[-1]) or (meaning.fact == "indicator.unit" and is_value)


def _is_goal(each: FormCell, before: FormCell) -> bool:
    """Return whether a cell that may be a label is a goal below or behind SDGs: 目標8."""
    of_goals = before.meaning is not None and before.meaning.fact == "sdgs"
    return each.kind == "label" and of_goals and any(c.isdigit() for c in each.cell.text)


def with_goals(cells: list[FormCell], above: FormCell | None) -> list[FormCell]:
    """Return the cells of a row with goals below the label SDGs, which is open, as values."""
    if above is None:
        return cells
    return [_as_value(each) if _is_goal(each, above) else each for each in cells]


def without_list_number(cells: list[FormCell]) -> list[FormCell]:
    """Return the cells of a row with a label's list number in its cell: 3 | 現状と課題."""
    filled = [c for c in cells if c.kind != "blank"]
    if len(filled) != _FEWEST_PAIRS or filled[1].kind != "label":
        return cells
    number, first = filled
    if not is_list_number(number.cell.text) or number.last + 1 != first.first:
        return cells
    span = first.cell.column_span + number.cell.column_span
    wide = replace(first, cell=replace(first.cell, column=number.first, column_span=span))
    return [wide if c is first else c for c in cells if c is not number]


def is_list_number(text: str) -> bool:
    """Return whether a text is the number of a part of a form: 3, ３．, ③."""
    return _LIST_NUMBER.fullmatch(text.strip()) is not None


def _as_value(each: FormCell) -> FormCell:
    return FormCell(each.cell, "value", each.label)


def kind_of(cell: Cell, words: LayoutWords) -> FormCell:
    """Return what a cell is by its words alone."""
    text = cell.text.strip()
    parsed = label(text) if len(text) <= 200 else label("")
    if not text:
        return FormCell(cell, "blank", parsed)
    inside = baseline_inside(text, words) or baseline_below(text, words)
    if inside or _is_value(cell, parsed):
        return FormCell(cell, "value", parsed)
    meaning = words.meaning([parsed])
    if (
        parsed.year is not None
        and not any(c.isdigit() for c in parsed.year.rest)  # 28.4（令和5年度）
        and len("".join(text.split())) <= 20
        and not _begins_so(parsed, words)
    ):
        return FormCell(cell, "year", parsed)
    known = meaning is not None and meaning.sure >= SURE and not _is_choice(parsed, words)
    bare_unit = parsed.unit is not None and not parsed.segments
    has_name = bare_unit or any(
        s in words.catalogue.contexts or _is_attribute(s, words) for s in parsed.segments[:1]
    )
    is_label = known or has_name or "".join(text.split()) in words.unknown
    return FormCell(cell, "label" if is_label else "value", parsed, meaning)


def _begins_so(parsed: Label, words: LayoutWords) -> bool:
    """Return whether a label with a year in brackets begins with its words: 現状（令和7年度）."""
    if words.catalogue.is_dated_baseline(parsed):
        return True
    first = parsed.segments[0] if parsed.segments else ""
    known = words.catalogue.word(first)
    return len(parsed.segments) > 1 and (
        (known is not None and known[1] >= SURE) or _is_attribute(first, words)
    )


def _is_value(cell: Cell, parsed: Label) -> bool:
    """Return whether a cell is a number (no year) or too long for a label, or a sentence."""
    if isinstance(cell.value, int | float):
        return not 1990 <= cell.value <= 2100
    if parsed.year is not None:
        return False
    bare = "".join("".join(parsed.segments[:1]).split())
    text = cell.text.strip()
    return len(bare) > _LONGEST_LABEL or bool(_SENTENCE.search(bare) or _NUMERIC.fullmatch(text))


def _is_choice(parsed: Label, words: LayoutWords) -> bool:
    """Return whether a word is a value of a cell (新規, 継続), and not its label."""
    return bool(parsed.segments) and parsed.segments[-1] in words.catalogue.categories


def is_amount(text: str) -> bool:
    """Return whether a cell holds a number and its unit, and nothing more.

    >>> is_amount("12.5％"), is_amount("利用者は5人です")
    (True, False)
    """
    return _AMOUNT.fullmatch(text.strip()) is not None


def is_sum(text: str) -> bool:
    """Return whether a cell holds a sum with its word: what its row says by year, added up.

    >>> is_sum("計 1,200"), is_sum("計画の件数")
    (True, False)
    """
    return _SUM.fullmatch(normal(text).strip()) is not None


class Baseline(NamedTuple):
    """An amount that prints its own label in its cell, and the year of that label."""

    amount: str
    year: int | None


def baseline_inside(text: str, words: LayoutWords) -> Baseline | None:
    """Return the amount of a cell that prints its own label: 現状 over 18.4％, R5実績：312.

    >>> from keikaku.loaders.layouts.layout_file import built_in
    >>> words = LayoutWords(built_in()[-1])
    >>> baseline_inside("現状：18.4％", words), baseline_inside("R5実績：312", words)
    (Baseline(amount='18.4％', year=None), Baseline(amount='312', year=2023))
    """
    match = _LABELLED.fullmatch(text.strip()) if len(text) <= 2 * _LONGEST_LABEL else None
    meaning = words.of(match["label"]) if match else None
    if match is None or meaning is None or _is_year(match["value"]):
        return None
    problem = meaning.fact == "plan.problem" and bool(match["mark"])  # and no list: 課題3
    known = meaning.fact == "indicator.baseline" or problem
    known = known or (meaning.fact == "indicator.actual" and meaning.year is not None)
    value = match["value"]
    valued = is_amount(value) or is_nothing(value)
    return Baseline(value, meaning.year) if known and valued else None


def baseline_below(text: str, words: LayoutWords) -> tuple[str, Baseline] | None:
    """Return a name and the baseline that the last line of its cell prints below it, else None."""
    name, _, last = text.strip().rpartition("\n")
    inside = baseline_inside(last, words) if name and len(name) <= _LONGEST_LABEL else None
    if inside is None or words.of(name) is not None:
        return None
    return name, inside


def _is_year(text: str) -> bool:
    """Return whether the number behind a label is its year: 現状 over 2024."""
    return _YEAR_ALONE.fullmatch(text.strip()) is not None


def is_prose(text: str) -> bool:
    """Return whether a cell holds a sentence, and no name."""
    return text.rstrip().endswith("。")


def is_choice(text: str, words: LayoutWords) -> bool:
    """Return whether a cell states the kind of a plan by itself: 新規, or boxes to tick.

    >>> from keikaku.loaders.layouts.layout_file import built_in
    >>> is_choice("■新規　□継続", LayoutWords(built_in()[-1]))
    True
    """
    options = [o for o in _BOXES.split(text.strip()) if o]
    return bool(options) and all(o in words.catalogue.categories for o in options)


def _is_corner(each: FormCell, table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a name that is not known stands beside years, over a row of its own kind."""
    short = each.cell.row == row and len(each.cell.text.strip()) <= _LONGEST_CORNER
    if each.kind != "value" or not short or any(map(str.isdigit, each.cell.text)):
        return False
    below = form_row(table, row + 1, words) if row + 1 < table.rows else []
    own = [c for c in below if c.cell.row == row + 1]
    return len(own) > 1 and own[0].first == each.first and own[0].kind == "value"


def _is_attribute(segment: str, words: LayoutWords) -> bool:
    return words.catalogue.is_attribute(segment)


def is_head_row(cells: list[FormCell], table: Table, row: int, words: LayoutWords) -> bool:
    """Return whether a row is a head over the rows below: years, or labels over values."""
    years = [c for c in cells if c.kind == "year"]
    values = [c for c in cells if c.kind == "value"]
    labels = [c for c in cells if c.kind == "label"]
    if len(years) >= 2 and not any(c.cell.row_span == 1 for c in values):
        return (
            True  # a name over both rows, 待ち時間 beside 8年度 over 15, belongs to the one below
        )
    corner = len(years) == len(cells) - 1 == 2 and _is_corner(cells[0], table, row, words)
    if corner or (len(years) >= 3 and len(values) <= 1):
        return True
    if values or len(labels) < 2:
        return False
    beside = [(left, right) for left, right in pairwise(labels) if right.first == left.last + 1]
    own = [c for c in labels if c.cell.row == row]
    parted = table.place.line is not None  # a text knows no cells over several columns
    if (not beside and not parted) or len(own) < 2:
        return False
    below = row + max(1, min(c.cell.row_span for c in own))
    if below >= table.rows:
        return False
    under = [table.at(below, c.first) for c in own]
    aligned = sum(
        1
        for c, cell in zip(own, under, strict=True)
        if cell is None or cell is c.cell or (cell.row >= below and cell.column == c.first)
    )
    filled = [
        cell for cell in under if cell is not None and cell.text.strip() and cell.row >= below
    ]
    contents = [cell for cell in filled if kind_of(cell, words).kind in ("value", "year")]
    return aligned >= 0.7 * len(own) and bool(filled) and len(contents) >= 0.5 * len(filled)


def is_label_over(cells: list[FormCell]) -> bool:
    """Return whether a row is one label over the value below it: SDGs, and no level's name."""
    meaning = cells[0].meaning
    alone = len(cells) == 1 and cells[0].kind == "label"
    return alone and meaning is not None and meaning.fact != "level"


def names_plan_above(table: Table, first: int, words: LayoutWords) -> bool:
    """Return whether labelled rows above ``first`` name a plan: a form has a head below them."""
    facts: list[str] = []
    for row in range(first):
        cells = [c for c in form_row(table, row, words) if c.kind != "blank"]
        labelled = len(cells) > 1 and cells[0].kind == "label" and cells[1].kind == "value"
        if labelled and (meaning := cells[0].meaning) is not None:
            facts.append(meaning.fact)
    return len(facts) > _FEWEST_PAIRS and ("plan.title" in facts or "plan.number" in facts)
