"""The shape *list*: a row per plan under a head, levels in columns or in rows between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.facts.names_with_others import parted
from keikaku.loaders.layouts.labels.form_cells import form_row, is_label_over, names_plan_above
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import level_head
from keikaku.loaders.layouts.labels.statements import (
    Column,
    LevelHead,
    Reading,
    Record,
    Statement,
    is_nothing,
)
from keikaku.loaders.layouts.labels.table_heads import Head, row_cells
from keikaku.loaders.layouts.labels.unit_names import unit_of, unit_statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.lists import row_labels
from keikaku.loaders.layouts.lists.carried_levels import CarriedLevels
from keikaku.loaders.layouts.lists.list_columns import KINDS, LEAST_SURE, ListColumns
from keikaku.loaders.layouts.lists.list_sums import is_sum_row, names_sum
from keikaku.loaders.readers.blocks import Cell, Table

_FEWEST_LOOKED_AT, _MOST_LOOKED_AT, _CELLS_LOOKED_AT = 12, 60, 2000
"""How many rows below a head are checked for labels of their own: of a wide table a few."""
_WHOLE_WIDTH = 0.5
DATED_FACTS = ("schedule", "indicator.", "effect.", "budget.", "yearly", "series.")
_ROW_NAMES = {"plan.title", "level", "plan.work", "action.title", "plan.overview", "skip"}
_DITTO = {"〃", "々", "″", "”", "同上", '"'}
_NOTE = re.compile(r"^[※＊*]|^[(（]?注[)）\d:：]")


def read_list(
    table: Table, head: Head, words: LayoutWords, above: Sequence[LevelHead] = ()
) -> Reading:
    """Return the records of a list; ``above`` are the levels of the headings before it."""
    return _List(table, head, words, list(above)).reading()


def is_list(table: Table, head: Head, words: LayoutWords) -> bool:
    """Return whether a head has a column for the plans' names, and rows below it."""
    meanings = [words.meaning(path) for path in head.paths if path]
    has_titles = any(
        m is not None and m.sure >= LEAST_SURE and m.fact in ("plan.title", "level", "plan.number")
        for m in meanings
    )
    return (
        has_titles
        and head.body < table.rows
        and table.columns > 2
        and not _holds_labels(table, head, words)
        and not names_plan_above(table, head.body - 1, words)
    )


def is_note(text: str) -> bool:
    """Return whether a line is a note below a table, by its ※ or 注."""
    return _NOTE.match(text.strip()) is not None


def is_sub_table(head: Head, words: LayoutWords, context: Sequence[Label]) -> bool:
    """Return whether a head has only columns for years, targets or money, and names of rows.

    A list of plans has further columns: a number, who is responsible, what the plan is about.
    """
    valued = False
    for path in head.paths:
        meaning = words.meaning([*context, *path]) if path else None
        if meaning is None:
            continue
        dated = meaning.fact.startswith(DATED_FACTS) or meaning.year is not None
        if not dated and meaning.fact not in _ROW_NAMES:
            return False
        valued = valued or dated or meaning.ordinal is not None
    return valued


def _holds_labels(table: Table, head: Head, words: LayoutWords) -> bool:
    """Return whether the rows below are labelled themselves, as those of a form are."""
    most = max(_FEWEST_LOOKED_AT, min(_MOST_LOOKED_AT, _CELLS_LOOKED_AT // table.columns))
    heads = {label.printed for path in head.paths for label in path}
    body = range(head.body, min(table.rows, head.body + most))
    rows = [[c for c in form_row(table, row, words) if c.kind != "blank"] for row in body]
    rows = [cells for cells in rows if any(c.cell.text.strip() not in heads for c in cells)]
    rows = [cells for cells in rows if not names_sum(cells[0].cell.text)]
    # A label further right is one of a list's own column: 工程, 効果額 below a plan's first row.
    left = min((cells[0].first for cells in rows), default=0)
    labelled = sum(
        (cells[0].kind == "label" and cells[0].first == left and len(cells) > 1)
        or sum(c.kind in ("label", "year") for c in cells) >= max(2, 0.5 * len(cells))
        or is_label_over(cells)
        for cells in rows
    )
    return labelled > 0.3 * len(rows)


class _List:
    def __init__(
        self, table: Table, head: Head, words: LayoutWords, above: list[LevelHead]
    ) -> None:
        self.table = table
        self.head = head
        self.words = words
        self.above = above
        self.out = Reading()
        self.rows = [r for r in range(head.body, table.rows) if table.row(r) or row_cells(table, r)]
        columns = ListColumns(table, head, words, self.rows, self.out)
        self.columns = columns
        self.meanings = columns.meanings
        self.title = columns.title
        self.number = columns.number
        self._current: Record | None = None
        self._repeated: dict[int, Cell] = {}
        self._units: dict[str, Statement] = {}
        """Rows between plans that name the division or department of those below them."""
        self._last: dict[int, Cell] = {}
        self._levels = CarriedLevels(table, columns, self._section)
        self._first_row = head.body
        self._labelled: Counter[int] = Counter()
        """How many cells of a year a label of their row explains."""

    # What the rows hold.

    def reading(self) -> Reading:
        self.out.read += sum(
            1 for r in range(self.head.first, self.head.body) for _ in self.table.row(r)
        )
        for row in self.rows:
            self._row(row)
        self._account()
        return self.out

    def _row(self, row: int) -> None:
        cells = row_cells(self.table, row)
        if not cells or self._is_head_again(row):
            return
        if len(cells) == 1 and self._takes_unit(cells[0], row):
            return
        if len(cells) == 1 and self._is_heading(cells[0], row):
            head = level_head(cells[0], self.words)
            levels = [each.level for each in self.above]
            cut = levels.index(head.level) if head.level in levels else len(levels)
            self.above = [*self.above[:cut], head]
            return
        if self._is_sum(row, cells[0]) or (len(cells) == 1 and is_note(cells[0].text)):
            return
        nameless = self._current is None and len(cells) > 1  # it is reported, not left out
        if self._begins(row) or nameless:
            self._begin(row)
        if self._current is not None:
            self._add(row, self._current)

    def _takes_unit(self, cell: Cell, row: int) -> bool:
        """Take a row between plans that names a 部 or 課, where no column does."""
        unit = unit_of(cell.text)
        heads = cell.row == row and cell.row_span == 1 and cell.column == 0
        if unit is None or not heads or self.columns.of(unit.fact):
            return False
        own = self.columns.of("department")
        if own and (unit.fact == "department" or 0 in own):
            return False
        if unit.fact == "division":
            self._units = {}
        self._units[unit.fact] = unit_statement(unit, cell, (row, None, None))
        return True

    def _is_head_again(self, row: int) -> bool:
        """Return whether a row is the head, printed again on the next page."""
        mine = [self.table.text(row, c) for c in range(self.table.columns)]
        return any(
            mine == [self.table.text(each, c) for c in range(self.table.columns)]
            for each in range(self.head.first, self.head.body)
        )

    def _is_heading(self, cell: Cell, row: int) -> bool:
        """Return whether a row has one cell that is no content of its column.

        It stands over the whole width, or names a level.
        """
        if cell.row != row or cell.row_span > 1:
            return False
        if cell.column_span >= max(2, self.table.columns * _WHOLE_WIDTH):
            return True
        head = level_head(cell, self.words)
        return bool(head.level) and cell.column == 0

    def _is_sum(self, row: int, first: Cell) -> bool:
        title = self.table.at(row, self.title) if self.title is not None else None
        return is_sum_row(first, title)

    def _begins(self, row: int) -> bool:
        """Return whether a row begins a plan: it has a name or number other than the last one."""
        number = self.table.at(row, self.number) if self.number is not None else None
        if self.title is None:
            # Below a page's end a plan's number, in a merged cell, is not printed again.
            goes_on = self.number is not None and (number is None or not number.text.strip())
            return self._current is None or not goes_on
        title = self.table.at(row, self.title)
        if title is not None and title.text.strip():
            if title.row != row:
                return self._current is None
            return not self._repeats(title, number)
        return number is not None and number.row == row and not is_nothing(number.text)

    def _repeats(self, title: Cell, number: Cell | None) -> bool:
        """Return whether a row only repeats the name of the plan that it continues."""
        last, last_number = self._last.get(0), self._last.get(1)
        self._last[0] = title
        if number is not None:
            self._last[1] = number
        if last is None or last.text != title.text:
            return False
        if number is not None and not is_nothing(number.text):
            return last_number is not None and last_number.text == number.text
        return number is None and self.number is None

    def _begin(self, row: int) -> None:
        self._first_row = row
        cell = self.table.at(row, self.title) if self.title is not None else None
        place = (cell or row_cells(self.table, row)[0]).place
        self._current = Record([], place, list(self.above))
        self.out.records.append(self._current)
        self._current.statements += self._units.values()
        self._current.statements += self._levels.into(row)

    def _add(self, row: int, record: Record) -> None:
        kind = next(
            (
                KINDS.get(self.table.text(row, c).strip())
                for c in self.columns.of("series.kind")
                if self.table.text(row, c).strip() in KINDS
            ),
            None,
        )
        self._under_row_label(row, record)
        for column, meaning in enumerate(self.meanings):
            cell = self.table.at(row, column)
            if cell is None or meaning is None or meaning.fact in ("skip", row_labels.ROW_LABEL):
                continue
            if cell.column != column:
                continue
            # A merged cell counts once, in the first row of its record.
            if cell.row != row and any(each.cell is cell for each in record.statements):
                continue
            cell = self._above(column, meaning, cell)
            widened = _widened(_of_kind(meaning, kind), cell, self.meanings)
            group = self._group(row, meaning)
            for own, part in parted(cell, widened, self.words):
                record.statements.append(Statement(own, part, group, self._section(column)))

    def _under_row_label(self, row: int, record: Record) -> None:
        """State the years of a row by the label that its own column gives it, and its name."""
        at = self.columns.row_label
        label_cell = self.table.at(row, at) if at is not None else None
        if label_cell is None or not label_cell.text.strip():
            return
        text, inside, baseline = row_labels.split_row_label(label_cell.text, self.words)
        at_name = self.columns.row_name
        name = self.table.at(row, at_name) if at_name is not None else None
        name = name if name is not None and not is_nothing(name.text) else None
        if name is None and inside:
            name = replace(label_cell, text=inside)
        years = [c for c, m in enumerate(self.meanings) if m is None and self.head.paths[c]]
        cells = {c: cell for c in years if (cell := self.table.at(row, c)) and cell.column == c}
        texts = [cell.text for cell in cells.values()]
        labels = [text, name.text] if name is not None else [text]
        for column, cell in cells.items():
            path = self.head.paths[column]
            meaning = row_labels.under_row_label(labels, path, texts, self.words)
            meaning = meaning or row_labels.under_row_label(labels[:1], path, texts, self.words)
            if meaning is None or cell.row != row:
                continue
            group: tuple[object, ...] = (id(self.table), row, None, None)
            if len(labels) == 1 and meaning.fact.startswith("indicator."):
                has_names = self.columns.of("indicator.name")
                whole = (id(self.table), self._first_row, None, None)
                group = self._group(row, meaning) if has_names else whole
            self._labelled[column] += 1
            own = row_labels.row_name(meaning) if name is not None else None
            if name is not None and own is not None:
                record.statements += row_labels.named_row(own, name, baseline, group, text)
                name = None
            section = f"{text} / {self._section(column)}"
            record.statements.append(Statement(meaning, cell, group, section))

    def _above(self, column: int, meaning: Meaning, cell: Cell) -> Cell:
        """Return the cell that 〃 repeats; in a schedule 〃 means that the step goes on."""
        if meaning.fact == "schedule":
            return cell
        if cell.text.strip() in _DITTO:
            above = self._repeated.get(column)
            return replace(cell, text=above.text, value=above.value) if above else cell
        self._repeated[column] = cell
        return cell

    def _group(self, row: int, meaning: Meaning) -> tuple[object, ...]:
        """Return what groups the cells of the rows that the cell of one name covers."""
        indicator = meaning.fact.startswith("indicator") or meaning.fact == "yearly"
        names = ("indicator.name",) if indicator else ("action.title", "plan.work")
        columns = [c for name in names for c in self.columns.of(name)]
        for column in columns:
            other = self.meanings[column]
            cell = self.table.at(row, column)
            if other is None or cell is None or not cell.text.strip():
                continue
            if not indicator and cell.row != row and meaning.fact == "schedule":
                break
            alone = len(columns) == 1 and meaning.role is None  # 単位 beside the one 成果指標
            if other.series == meaning.series and (other.role == meaning.role or alone):
                return (id(self.table), cell.row, other.series, other.role)
        return (id(self.table), row, meaning.series, meaning.role)

    def _section(self, column: int) -> str:
        path = self.head.paths[column]
        return " / ".join("".join(each.printed.split()) for each in path)[:60]

    def _account(self) -> None:
        count: Counter[int] = Counter()
        example: dict[int, str] = {}
        for row in self.rows:
            for cell in self.table.row(row):
                if cell.text.strip():
                    count[cell.column] += 1
                    example.setdefault(cell.column, cell.text)
        for column, meaning in enumerate(self.meanings):
            number = count[column]
            over = self.table.at(self.head.body - 1, column)
            over = over or self.table.at(self.head.first, column)
            place = over.place if over is not None else self.table.place
            if number or self.head.paths[column]:
                explained = meaning is None and number == self._labelled[column] > 0
                column_reading = Column(
                    self._name(column),
                    self._section(column),
                    Meaning("yearly", 0.9) if explained else meaning,
                    number,
                    place,
                    column,
                    example.get(column, ""),
                )
                self.out.columns.append(column_reading)
            if meaning is None:
                self.out.unread += number - self._labelled[column]
                self.out.read += self._labelled[column]
            elif meaning.fact == "skip":
                self.out.skipped += number
            else:
                self.out.read += number
                self.out.unsure += number * (1 - meaning.sure)

    def _name(self, column: int) -> str:
        from keikaku.loaders.readers.sheet_frame import letters

        sheet = self.table.place.sheet
        return f"{sheet}!{letters(column)}" if sheet else str(column + 1)


def _of_kind(meaning: Meaning, kind: str | None) -> Meaning:
    """Return a value's meaning with what its row says of it: 目標, 実績."""
    if kind in (None, "forecast") or meaning.kind is not None:
        return meaning
    if meaning.fact in ("yearly", "indicator.target", "indicator.actual"):
        return meaning._replace(kind=kind, fact=f"indicator.{kind}")
    return meaning


def _widened(meaning: Meaning, cell: Cell, meanings: Sequence[Meaning | None]) -> Meaning:
    """Return the meaning of a cell over several years: it runs from the first to the last."""
    if meaning.fact != "schedule" or cell.column_span == 1:
        return meaning
    last = meaning
    for column in range(cell.column, min(cell.column + cell.column_span, len(meanings))):
        other = meanings[column]
        if other is not None and other.fact == "schedule" and other.year is not None:
            last = other
    return meaning._replace(last=last.last or last.year, ordinal=meaning.ordinal)
