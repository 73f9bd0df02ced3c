"""The rows of a filled form: each is an answer about a plan, or a plan to be added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from keikaku.loaders.sheet_reader import Cell, Row, Sheet
from keikaku.workshop.decision_codes import DECISION, DECISIONS
from keikaku.workshop.decisions.decision_records import Change, Said, Unplaced, Unread
from keikaku.workshop.form import COLUMN, COLUMNS
from keikaku.workshop.plan_keys import called
from keikaku.workshop.problems import Problem, listed
from keikaku.workshop.reading import cell_words
from keikaku.workshop.reading.form_problems import PROBLEMS
from keikaku.workshop.reading.locate import Head, Record

_FILLED = [column.key for column in COLUMNS if column.filled]
_LOCKED = [column.key for column in COLUMNS if not column.filled and column.key != "id"]
_CHOICES = listed(each.word.ja for each in DECISIONS)


class Known(NamedTuple):
    """What the document holds: its plans, number → title, and its initiatives, key → names."""

    document: str
    plans: dict[str, str]
    initiatives: dict[str, tuple[str, ...]]


class FormRow(NamedTuple):
    """A row with an answer: about a plan by its number, or a plan to be added by its title."""

    number: str | None
    title: str
    said: Said


@dataclass
class Rows:
    """The rows of one form while they are read, with their ``problems``."""

    known: Known
    file: str
    by: str
    sheet: Sheet
    head: Head
    record: Record | None
    problems: list[Problem] = field(default_factory=list)
    unplaced: list[Unplaced] = field(default_factory=list)
    _first: dict[str, tuple[str, Said]] = field(default_factory=dict)
    _at: str | None = None

    def answers(self) -> Iterator[FormRow]:
        """Yield what each row says, in order."""
        self._check_columns()
        for row in self.sheet.rows:
            if row.number > self.head.row:
                yield from self._row(row)
        self._at = None
        for plan in self.record.locked if self.record else ():
            number = self._number_of(plan)
            if number and number not in self._first:
                self._add("row-deleted", None, plan=self._plan_label(number))

    def _check_columns(self) -> None:
        for key in ("id", *_FILLED):
            if key not in self.head.columns:
                self._add("column-missing", f"{self.head.row}", column=COLUMN[key].title)
        for column, title in self.head.extra.items():
            below = (r for r in self.sheet.rows if r.number > self.head.row)
            if any(column in row.cells for row in below):
                ref = (
                    next(r for r in self.sheet.rows if r.number == self.head.row).cells[column].ref
                )
                self._add("column-extra", ref, column=title)

    def _row(self, row: Row) -> Iterator[FormRow]:
        filled = any(self._text(row, key) for key in _FILLED)
        number = self._plan_of(row, filled=filled)
        self._at = number
        if number is not None:
            yield from self._of_plan(row, number)
        elif filled and self._text(row, "id"):
            self._unplaced(row)
        elif filled:
            yield from self._added(row)

    def _of_plan(self, row: Row, number: str) -> Iterator[FormRow]:
        before = len(self.problems)
        self._check_locked(row, number)
        said = self._said(row)
        if number not in self._first:
            self._first[number] = (f"{self.sheet.name}!{self._ref(row)}", said)
            if said.change != Change() or said.reason or said.comment or said.unread:
                yield FormRow(number, self.known.plans[number], said)
            return
        first, known = self._first[number]
        del self.problems[before:]
        same = replace(said, cell=known.cell) == known or said.change == Change()
        code = "row-copied" if same else "row-twice"
        self._add(code, self._ref(row), plan=self._plan_label(number), first=first)
        if not same:
            self._unplaced(row)

    def _plan_of(self, row: Row, *, filled: bool) -> str | None:
        """Return the number of the plan that a row is of; None for a row without one."""
        name = self._text(row, "id")
        if name:
            number = self._number_of(name)
            if number is None and filled:
                self._add("id-unknown", self._ref(row), id=name)
            return number
        cell = self._cell(row, "number") or self._cell(row, "title")
        typed = self._number_in(cell) if cell else None
        if typed in self.known.plans:
            if filled:
                self._add("id-lost", self._ref(row), plan=self._plan_label(typed))
            return typed
        return None

    def _number_of(self, plan: str) -> str | None:
        prefix = f"{self.known.document}/plan/"
        number = plan.removeprefix(prefix)
        return number if plan.startswith(prefix) and number in self.known.plans else None

    def _number_in(self, cell: Cell) -> str:
        if isinstance(cell.value, date):
            return cell_words.number_of(cell.value, self.known.plans) or ""
        plans, _ = cell_words.plans_in(cell_words.text_of(cell), self.known.plans)
        return plans[0] if plans else ""

    def _check_locked(self, row: Row, number: str) -> None:
        """Note grey cells that differ from what was sent out."""
        was = (
            self.record.locked.get(f"{self.known.document}/plan/{number}") if self.record else None
        )
        for key in _LOCKED if was else ():
            if key not in self.head.columns or was is None or key not in was:
                continue
            cell = self._cell(row, key)
            now = cell_words.text_of(cell) if cell else ""
            as_number = key == "number" and cell is not None and self._number_in(cell) == number
            if not cell_words.same(now, was[key]) and not as_number:
                details = {"was": _short(was[key]), "now": _short(now)}
                ref = cell.ref if cell else self._ref(row)
                column = COLUMN[key].title
                self._add(
                    "locked-changed", ref, plan=self._plan_label(number), column=column, **details
                )

    def _added(self, row: Row) -> Iterator[FormRow]:
        """Yield a row without id: a plan to be added."""
        title = " ".join(self._text(row, "new_title").split())
        if not title:
            self._add("new-without-title", self._ref(row))
            self._unplaced(row)
            return
        said = self._said(row, "new_title")
        change = replace(said.change, new_title=None)
        if change.decision is None and not self._text(row, "decision"):
            self._add("new-as-blank", self._ref(row))
            change = replace(change, decision="new")
        if change.new_lead is None and self.record and self.record.department:
            change = replace(change, new_lead=self.by)
        yield FormRow(None, title, replace(said, change=change))

    def _said(self, row: Row, at: str = "decision") -> Said:
        """Return what the filled cells of a row say; unreadable words are kept."""
        unread: list[Unread] = []
        topics: dict[str, Any] = {}
        for key in _FILLED:
            cell = self._cell(row, key)
            text = self._checked(cell, key, unread) if cell else ""
            if cell is None or not text:
                continue
            topic, left = self._parsed_answer(key, cell, text)
            if topic:
                topics[key] = topic
            if left:
                unread.append(Unread(cell.ref, COLUMN[key].title.ja, left))
        unread += self._extra(row)
        reason, comment = topics.pop("reason", None), topics.pop("comment", None)
        place = f"{self.sheet.name}!{self._ref(row, at)}"
        return Said(self.by, self.file, place, Change(**topics), reason, comment, tuple(unread))

    def _unplaced(self, row: Row) -> None:
        """Keep all cells of a row."""
        titles = {at: COLUMN[key].title.ja for key, at in self.head.columns.items()}
        titles |= self.head.extra
        lines = [
            f"{titles[at]}: {cell_words.text_of(cell) or cell.formula}"
            for at, cell in row.cells.items()
            if at in titles
        ]
        place = f"{self.sheet.name}!{self._ref(row)}"
        self.unplaced.append(Unplaced(self.file, place, "\n".join(lines)))

    def _extra(self, row: Row) -> list[Unread]:
        cells = ((row.cells[at], title) for at, title in self.head.extra.items() if at in row.cells)
        return [
            Unread(cell.ref, title, text)
            for cell, title in cells
            if (text := cell_words.text_of(cell))
        ]

    def _checked(self, cell: Cell, key: str, unread: list[Unread]) -> str:
        """Return the text of a cell, and note where it comes from a formula.

        The text is empty where the cell cannot be read.
        """
        text, column = cell_words.text_of(cell), COLUMN[key].title
        if cell.formula is not None and not text:
            self._add("formula-empty", cell.ref, column=column, formula=cell.formula)
            unread.append(Unread(cell.ref, column.ja, cell.formula))
            return ""
        if cell_words.is_error(text):
            self._add("cell-error", cell.ref, column=column, text=text)
            unread.append(Unread(cell.ref, column.ja, cell.formula or text))
            return ""
        if cell.formula is not None:
            self._add("formula", cell.ref, column=column, formula=cell.formula, text=text)
        return text

    def _parsed_answer(self, key: str, cell: Cell, text: str) -> tuple[Any, str | None]:
        """Return the answer of a cell in the form of its column.

        With it come the words of the cell that are not understood.
        """
        choices = COLUMN[key].offers
        if choices in {"plans", "initiatives"} and isinstance(cell.value, date):
            number = self._from_date(key, cell, text)
            return (
                (number,) if number and key == "merge_with" else number
            ), None if number else text
        if key == "decision":
            return self._decision(cell, text)
        if key == "merge_with":
            numbers, left = cell_words.plans_in(text, self.known.plans)
            for each in left:
                self._add("plan-unread", cell.ref, text=each)
            return tuple(numbers), text if left else None
        if key == "initiative":
            initiative = cell_words.initiative_in(text, self.known.initiatives)
            if initiative is None:
                self._add("initiative-unread", cell.ref, text=text)
            return initiative, None if initiative else text
        return text, None

    def _from_date(self, key: str, cell: Cell, text: str) -> str | None:
        known = self.known.plans if key == "merge_with" else self.known.initiatives
        number = cell_words.number_of(cell.value, known) if isinstance(cell.value, date) else None
        column = COLUMN[key].title
        if number is None:
            self._add("date-unclear", cell.ref, column=column, text=text)
        else:
            self._add("date-as-number", cell.ref, column=column, text=text, number=number)
        return number

    def _decision(self, cell: Cell, text: str) -> tuple[str | None, str | None]:
        decision = cell_words.decision(text)
        if decision is None:
            self._add("decision-unclear", cell.ref, text=text, choices=_CHOICES)
            return None, text
        if not decision.plain:
            self._add("decision-worded", cell.ref, text=text, decision=DECISION[decision.code].word)
        return decision.code, text if decision.note else None

    def _cell(self, row: Row, key: str) -> Cell | None:
        return row.cells.get(self.head.columns.get(key, 0))

    def _text(self, row: Row, key: str) -> str:
        cell = self._cell(row, key)
        return "" if cell is None else cell_words.text_of(cell) or cell.formula or ""

    def _ref(self, row: Row, key: str = "id") -> str:
        cell = self._cell(row, key)
        return cell.ref if cell else row.cells[min(row.cells)].ref

    def _plan_label(self, number: str | None) -> str:
        return called(number or "", self.known.plans.get(number or "", ""))

    def _add(self, code: str, cell: str | None, **details: Any) -> None:
        self.problems.append(
            Problem(PROBLEMS[code], self.file, self.sheet.name, cell, details, self._at)
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 30 else line[:29] + "…"
