"""The shape *list*: a row per plan under a head, levels in columns or in rows between."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from keikaku.loaders.layouts.dated import dated
from keikaku.loaders.layouts.form_cells import form_row
from keikaku.loaders.layouts.labels import Label, label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.level_heads import level_head
from keikaku.loaders.layouts.statements import (
    Column,
    LevelHead,
    Reading,
    Record,
    Statement,
    is_nothing,
)
from keikaku.loaders.layouts.table_heads import Head, row_cells
from keikaku.loaders.layouts.vocabulary import Meaning
from keikaku.loaders.layouts.year_blocks import with_years
from keikaku.loaders.readers.blocks import Cell, Table

LEAST_SURE = 0.6
_MARKS = set("○◯〇●◎△▲×✓☑-－―レ")
_SUMS = {"計", "合計", "小計", "総計", "総合計", "累計"}
_KINDS = {"目標": "target", "実績": "actual", "計画": "target", "目標値": "target", "実績値": "actual", "計画値": "target", "見込": "forecast", "見込値": "forecast"}
_WHOLE_WIDTH = 0.5


def read_list(
    table: Table, head: Head, words: LayoutWords, above: Sequence[LevelHead] = ()
) -> Reading:
    """The records of a list; ``above`` are the levels that headings before it tell."""
    return _List(table, head, words, list(above)).reading()


def is_list(table: Table, head: Head, words: LayoutWords) -> bool:
    """Whether a head has a column for what a plan is called, and rows below it."""
    meanings = [words.meaning(path) for path in head.paths if path]
    named = any(
        m is not None and m.sure >= LEAST_SURE and m.fact in ("plan.title", "level", "plan.number")
        for m in meanings
    )
    return named and head.body < table.rows and table.columns > 2 and not _holds_labels(table, head, words)


def _holds_labels(table: Table, head: Head, words: LayoutWords) -> bool:
    """Whether the rows below are labelled themselves, as those of a form are."""
    rows = list(range(head.body, min(table.rows, head.body + 60)))
    labelled = 0
    counted = 0
    heads = {label.printed for path in head.paths for label in path}
    for row in rows:
        cells = [c for c in form_row(table, row, words) if c.kind != "blank"]
        if not cells or all(c.cell.text.strip() in heads for c in cells):
            continue
        counted += 1
        labelled += any(c.kind == "label" and len(cells) > 1 for c in cells[:1]) or sum(
            c.kind in ("label", "year") for c in cells
        ) >= max(2, 0.5 * len(cells))
    return counted > 0 and labelled > 0.3 * counted


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
        self.meanings = self._meanings()
        self.title = self._leaf()
        self.number = self._number()
        self._current: Record | None = None
        self._last: dict[int, Cell] = {}

    # What the columns mean.

    def _meanings(self) -> list[Meaning | None]:
        found = [self._meaning(c, path) for c, path in enumerate(self.head.paths)]
        found = self._with_neighbours(found)
        found = with_years(self.head.paths, found, self.words, self.table, self.head, self.out)
        return [self._by_contents(c, m) for c, m in enumerate(found)]

    def _meaning(self, column: int, path: list[Label]) -> Meaning | None:
        if not path:
            return self._kind_column(column)
        meaning = self.words.meaning(path)
        return meaning if meaning is not None and meaning.sure >= LEAST_SURE else None

    def _kind_column(self, column: int) -> Meaning | None:
        """A column without a head whose cells say 目標 or 実績 tells what its rows hold."""
        texts = [self.table.text(r, column).strip() for r in self.rows]
        texts = [t for t in texts if t]
        if texts and sum(t in _KINDS for t in texts) >= 0.8 * len(texts):
            return Meaning("series.kind", 0.9)
        return None

    def _with_neighbours(self, found: list[Meaning | None]) -> list[Meaning | None]:
        """A label such as その他 beside sources of money is one of them."""
        about: str | None = None
        result = list(found)
        for column, meaning in enumerate(found):
            if meaning is not None:
                group = meaning.fact.partition(".")[0]
                about = group if group in self.words.catalogue.attributes else None
            elif about and self.head.paths[column]:
                segments = [s for each in self.head.paths[column] for s in each.segments]
                if segments:
                    result[column] = self.words.catalogue.attribute(segments[-1], about)
        return result

    def _by_contents(self, column: int, meaning: Meaning | None) -> Meaning | None:
        """What a head leaves open, the cells below it decide."""
        if meaning is None:
            return None
        texts = [self.table.text(r, column).strip() for r in self.rows[:200]]
        texts = [t for t in texts if t and not is_nothing(t)]
        marks = bool(texts) and all(set(t) <= _MARKS for t in texts)
        if meaning.fact in ("plan.title", "level") and marks:
            name = self.head.paths[column][-1].printed
            return meaning._replace(fact="mark", name="".join(name.split()))
        if meaning.fact == "yearly" and meaning.year is None and meaning.ordinal is None:
            return _undated(meaning, texts)
        if meaning.year or meaning.ordinal:
            return dated(meaning, texts)
        return meaning

    def _leaf(self) -> int | None:
        """The column of the plan's name: the last one named as such, else the last level."""
        titles = self._columns("plan.title")
        levels = [c for c in self._columns("level") if (m := self.meanings[c]) and m.part != "number"]
        own = self.words.layout.levels
        if own:
            last = [c for c in levels if (m := self.meanings[c]) and m.level == own[-1]]
            titles = titles or last
        if titles:
            leaf = self._best_title(titles)
            for column in titles:
                if column != leaf:
                    self._as_level(column)
        elif levels:
            leaf = levels[-1]
        else:
            return None
        meaning = self.meanings[leaf]
        assert meaning is not None
        level = meaning.level or _level_word(self.head.paths[leaf], self.words)
        self.meanings[leaf] = meaning._replace(fact="plan.title", level=level, part=None)
        return leaf

    def _best_title(self, titles: list[int]) -> int:
        exact = [c for c in titles if (m := self.meanings[c]) and m.sure >= 0.9]
        return (exact or titles)[-1]

    def _as_level(self, column: int) -> None:
        meaning = self.meanings[column]
        assert meaning is not None
        word = _level_word(self.head.paths[column], self.words)
        self.meanings[column] = meaning._replace(fact="level", level=word, part="both")

    def _number(self) -> int | None:
        """The column of the plan's number; numbers of levels go to their levels."""
        leaf = self.title
        word = self.meanings[leaf].level if leaf is not None and self.meanings[leaf] else None
        numbers = self._columns("plan.number")
        for column in self._columns("level"):
            meaning = self.meanings[column]
            if meaning and meaning.part == "number" and meaning.level == word:
                self.meanings[column] = meaning._replace(fact="plan.number")
                numbers.append(column)
        chosen = self._best_number(numbers)
        for column in numbers:
            if column != chosen:
                self._other_number(column)
        return chosen

    def _best_number(self, numbers: list[int]) -> int | None:
        """One that is named for the plan, else the one that stands before its name."""
        if not numbers:
            return None
        own = [c for c in numbers if (m := self.meanings[c]) and m.level]
        if own:
            return own[-1]
        named = [c for c in numbers if not self._is_counter(c)]
        before = [c for c in (named or numbers) if self.title is None or c < self.title]
        return (before or named or numbers)[-1]

    def _is_counter(self, column: int) -> bool:
        return "".join(s for p in self.head.paths[column] for s in p.segments) in ("no.", "no", "通番", "連番", "項番", "通し番号", "№")

    def _other_number(self, column: int) -> None:
        """A number before the name of a level is that level's; any other counts the rows."""
        meaning = self.meanings[column]
        assert meaning is not None
        right = self.meanings[column + 1] if column + 1 < len(self.meanings) else None
        if right is not None and right.fact == "level" and right.part in ("both", "title"):
            self.meanings[column] = meaning._replace(fact="level", level=right.level, part="number")
        else:
            self.meanings[column] = meaning._replace(fact="skip", why="form")

    def _columns(self, fact: str) -> list[int]:
        return [c for c, m in enumerate(self.meanings) if m is not None and m.fact == fact]

    # What the rows hold.

    def reading(self) -> Reading:
        self.out.read += sum(1 for r in range(self.head.first, self.head.body) for _ in self.table.row(r))
        for row in self.rows:
            self._row(row)
        self._account()
        return self.out

    def _row(self, row: int) -> None:
        cells = row_cells(self.table, row)
        if not cells or self._is_head_again(row):
            return
        if len(cells) == 1 and self._is_heading(cells[0], row):
            head = level_head(cells[0], self.words, self.above)
            self.above = [each for each in self.above if each.level != head.level] if not self.above or head.level in {e.level for e in self.above} else self.above
            cut = next((i for i, each in enumerate(self.above) if each.level == head.level), len(self.above))
            self.above = [*self.above[:cut], head]
            return
        if "".join(cells[0].text.split()) in _SUMS and not self._has_title(row):
            return
        if self._begins(row):
            self._begin(row)
        if self._current is not None:
            self._add(row, self._current)

    def _is_head_again(self, row: int) -> bool:
        """A head that is printed again on the next page."""
        head_row = self.head.body - 1
        mine = [self.table.text(row, c) for c in range(self.table.columns)]
        for each in range(self.head.first, self.head.body):
            if mine == [self.table.text(each, c) for c in range(self.table.columns)]:
                return True
        return head_row == row

    def _is_heading(self, cell: Cell, row: int) -> bool:
        """A row with one cell that is no contents of its column: over the width, or a level's."""
        if cell.row != row or cell.row_span > 1:
            return False
        if cell.column_span >= max(2, self.table.columns * _WHOLE_WIDTH):
            return True
        head = level_head(cell, self.words, ())
        return bool(head.level) and cell.column == 0

    def _has_title(self, row: int) -> bool:
        return self.title is not None and bool(self.table.text(row, self.title).strip())

    def _begins(self, row: int) -> bool:
        """Whether a row begins a plan: its name or number stands there, and is not the last one."""
        if self.title is None:
            return True
        title = self.table.at(row, self.title)
        number = self.table.at(row, self.number) if self.number is not None else None
        if title is not None and title.text.strip():
            if title.row != row:
                return self._current is None
            return not self._repeats(title, number)
        return number is not None and number.row == row and not is_nothing(number.text)

    def _repeats(self, title: Cell, number: Cell | None) -> bool:
        """A plan's name filled down into the rows that go on with it."""
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
        cell = self.table.at(row, self.title) if self.title is not None else None
        place = (cell or row_cells(self.table, row)[0]).place
        self._current = Record([], place, list(self.above))
        self.out.records.append(self._current)

    def _add(self, row: int, record: Record) -> None:
        kind = next(
            (
                _KINDS.get(self.table.text(row, c).strip())
                for c in self._columns("series.kind")
                if self.table.text(row, c).strip() in _KINDS
            ),
            None,
        )
        known = {id(each.cell) for each in record.statements} if record.statements else set()
        for column, meaning in enumerate(self.meanings):
            cell = self.table.at(row, column)
            if cell is None or meaning is None or meaning.fact == "skip":
                continue
            if cell.row != row and not (cell.column == column and id(cell) not in known):
                continue
            if cell.column != column and not _spans_years(cell, column, self.meanings):
                continue
            if kind and meaning.kind is None and meaning.fact in ("yearly", "indicator.target", "indicator.actual"):
                meaning = meaning._replace(kind=kind, fact=f"indicator.{kind}" if kind != "forecast" else meaning.fact)
            meaning = _widened(meaning, cell, self.meanings)
            record.statements.append(
                Statement(meaning, cell, self._group(row, meaning), self._section(column))
            )

    def _group(self, row: int, meaning: Meaning) -> tuple[object, ...]:
        """Cells beside one name belong together: the rows that the name's cell covers."""
        about = "indicator.name" if meaning.fact.startswith("indicator") or meaning.fact == "yearly" else "plan.work"
        for column in self._columns(about):
            other = self.meanings[column]
            if other is not None and other.series == meaning.series and other.role == meaning.role:
                cell = self.table.at(row, column)
                if cell is not None and cell.text.strip():
                    return (cell.row, meaning.series, meaning.role)
        return (row, meaning.series, meaning.role)

    def _section(self, column: int) -> str:
        path = self.head.paths[column]
        return " / ".join("".join(each.printed.split()) for each in path)[:60]

    def _account(self) -> None:
        count: Counter[int] = Counter()
        for row in self.rows:
            for cell in self.table.row(row):
                if cell.text.strip():
                    count[cell.column] += 1
        for column, meaning in enumerate(self.meanings):
            number = count[column]
            cell = self.table.at(self.head.body - 1, column) or self.table.at(self.head.first, column)
            place = cell.place if cell is not None else self.table.place
            if number or self.head.paths[column]:
                found = Column(self._name(column), self._section(column), meaning, number, place, column)
                self.out.columns.append(found)
            if meaning is None:
                self.out.unread += number
            elif meaning.fact == "skip":
                self.out.skipped += number
            else:
                self.out.read += number
                self.out.unsure += number * (1 - meaning.sure)

    def _name(self, column: int) -> str:
        from keikaku.loaders.readers.sheet_frame import letters

        sheet = self.table.place.sheet
        return f"{sheet}!{letters(column)}" if sheet else str(column + 1)


def _undated(meaning: Meaning, texts: list[str]) -> Meaning | None:
    """A column of a group without a year: what its cells are tells what it is."""
    numbers = sum(bool(re.search(r"\d", t)) for t in texts)
    if meaning.about == "indicator":
        valued = bool(texts) and numbers > 0.7 * len(texts) and all(len(t) < 30 for t in texts)
        return meaning._replace(fact="indicator.target" if valued else "indicator.name")
    if meaning.about in ("effect", "budget"):
        return meaning._replace(fact=f"{meaning.about}.total")
    return meaning._replace(fact="plan.period" if numbers > 0.5 * len(texts) else "plan.work")


def _level_word(path: Sequence[Label], words: LayoutWords) -> str:
    segments = [s for each in path for s in each.segments] or [""]
    word = segments[-1]
    for suffix in ("名称", "名"):
        word = word.removesuffix(suffix) or word
    return word


def _spans_years(cell: Cell, column: int, meanings: Sequence[Meaning | None]) -> bool:
    return False


def _widened(meaning: Meaning, cell: Cell, meanings: Sequence[Meaning | None]) -> Meaning:
    """A cell over several years of a schedule runs from the first to the last of them."""
    if meaning.fact != "schedule" or cell.column_span == 1:
        return meaning
    last = meaning
    for column in range(cell.column, min(cell.column + cell.column_span, len(meanings))):
        other = meanings[column]
        if other is not None and other.fact == "schedule" and other.year is not None:
            last = other
    return meaning._replace(last=last.last or last.year, ordinal=meaning.ordinal)


__all__ = ["is_list", "read_list", "replace"]
