"""A progress file, as a workbook or as CSV → :class:`~workshop.progress.records.Progress`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from keikaku.graph.language import Text
from keikaku.loaders import csvtable, sheet_reader
from keikaku.loaders.sheet_reader import Book, Cell, Row, Sheet
from keikaku.queries.graph_walks import Facts, Graph, document_of
from keikaku.workshop.problems import Problem, listed
from keikaku.workshop.progress import progress_cells
from keikaku.workshop.progress.progress_columns import key_of
from keikaku.workshop.progress.progress_problems import PROBLEMS, ProgressError
from keikaku.workshop.progress.progress_records import STATES, Actual, Progress, Reached, Signed

_TEXT_FILES = {".csv", ".tsv", ".txt"}
_HEAD_WITHIN = 10  # rows
_SIGNED = ("remarks", "by", "when")


def read(path: Path, graph: Graph) -> Progress:
    """Return the actual values and states of a progress file, all of them or none.

    A sheet is found by its head “ID”, columns by their heads, rows by the ids of indicators and
    actions; the order of sheets, columns and rows does not matter.

    Raises:
        SourceError: the file cannot be opened safely, or at all.
        ProgressError: the file holds bad cells; each is listed.
    """
    path = Path(path)
    book = (csvtable if path.suffix.lower() in _TEXT_FILES else sheet_reader).read(path)
    reading = _Reading(book.name, graph)
    reading.book(book)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if errors:
        raise ProgressError(str(path), errors)
    return reading.progress()


def is_form(path: Path) -> bool:
    """Return whether a file is or would be a form: nothing that was filled in may be lost."""
    if path.suffix.lower() != ".csv" or not path.exists():
        return path.suffix.lower() == ".xlsx"
    rows = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    return any(row.casefold().startswith("id") for row in rows[:_HEAD_WITHIN])


@dataclass(slots=True)
class _Head:
    """The head of a table: its row, and the column of each key or year."""

    row: int
    columns: dict[str | int, int] = field(default_factory=dict)
    refs: dict[str | int, str] = field(default_factory=dict)

    @property
    def years(self) -> Iterator[tuple[int, int]]:
        """Each fiscal year with its column."""
        return ((key, column) for key, column in self.columns.items() if isinstance(key, int))


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    file: str
    graph: Graph
    problems: list[Problem] = field(default_factory=list)
    actuals: dict[str, list[Actual]] = field(default_factory=dict)
    states: dict[str, list[Reached]] = field(default_factory=dict)
    signed: dict[str, Signed] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    sheet: str = ""

    def progress(self) -> Progress:
        """Return what was read, in the order of the graph."""
        order = {node: place for place, node in enumerate(self.graph)}

        def sorted_by_node(by_node: dict[str, Any]) -> dict[str, Any]:
            return dict(sorted(by_node.items(), key=lambda item: order[item[0]]))

        return Progress(
            self.file,
            sorted_by_node(self.actuals),
            sorted_by_node(self.states),
            sorted_by_node(self.signed),
            self.problems,
        )

    def book(self, book: Book) -> None:
        """Read every table of a file."""
        tables = 0
        for sheet in book.sheets.values():
            self.sheet = sheet.name
            head = self._head(sheet)
            if head is None:
                continue
            tables += 1
            rows = [row for row in sheet.rows if row.number > head.row]
            self._check_years(head, rows)
            for row in rows:
                self._row(head, row)
        if not tables:
            self.sheet = ""
            self.add("no-table", None)

    def add(self, code: str, cell: str | None, **details: Any) -> None:
        """Note a problem."""
        self.problems.append(Problem(PROBLEMS[code], self.file, self.sheet, cell, details))

    def _head(self, sheet: Sheet) -> _Head | None:
        for row in sheet.rows[:_HEAD_WITHIN]:
            known = {column: key_of(str(cell.value)) for column, cell in row.cells.items()}
            if "id" in known.values():
                return self._columns(sheet, row, known)
        return None

    def _columns(self, sheet: Sheet, row: Row, known: dict[int, str | int | None]) -> _Head:
        head = _Head(row.number)
        for column, key in known.items():
            cell = row.cells[column]
            if key is None:
                if any(column in below.cells for below in sheet.rows if below.number > row.number):
                    self.add("unread-column", cell.ref, value=" ".join(str(cell.value).split()))
            elif key in head.columns:
                what = _year(key) if isinstance(key, int) else f"「{cell.value}」"
                self.add("duplicate-column", cell.ref, what=what, first=head.refs[key])
            else:
                head.columns[key] = column
                head.refs[key] = cell.ref
        return head

    def _check_years(self, head: _Head, rows: list[Row]) -> None:
        """Note a year outside the period of every document of the rows."""
        heads = {document["id"]: document for document in self.graph.graph["documents"]}
        periods = set()
        for row in rows:
            name = _text(row.cells.get(head.columns["id"]))
            document = heads.get(document_of(self.graph, name)) if name in self.graph else None
            if document and document["first_year"] and document["last_year"]:
                periods.add((document["first_year"], document["last_year"]))
        for year, column in list(head.years):
            inside = any(first <= year <= last for first, last in periods)
            if periods and not inside and any(column in row.cells for row in rows):
                first, last = min(periods)
                self.add("year-outside", head.refs[year], year=year, first=first, last=last)
                del head.columns[year]

    def _row(self, head: _Head, row: Row) -> None:
        name = _text(row.cells.get(head.columns["id"]))
        filled = [
            column for _, column in head.years if not progress_cells.is_blank(row.cells.get(column))
        ]
        tail = {key: row.cells.get(head.columns.get(key, 0)) for key in _SIGNED}
        if not name:
            if filled or any(tail.values()):
                self.add("no-id", _first_cell(row))
            return
        ref = row.cells[head.columns["id"]].ref
        kind = self.graph.nodes[name]["kind"] if name in self.graph else None
        if kind not in {"Indicator", "Action"}:
            self.add("unknown-id", ref, id=name)
            return
        if name in self.seen:
            self.add("duplicate-row", ref, id=name, first=self.seen[name])
            return
        self.seen[name] = "!".join(filter(None, (self.sheet, ref)))
        take = self._actual if kind == "Indicator" else self._state
        for year, column in sorted(head.years):
            cell = row.cells.get(column)
            if cell is not None and not progress_cells.is_blank(cell):
                take(name, self.graph.nodes[name], year, cell)
        signed = self._signed(tail)
        if signed != Signed():
            self.signed[name] = signed

    def _actual(self, name: str, facts: Facts, year: int, cell: Cell) -> None:
        read = progress_cells.actual(cell, facts.get("target"), facts.get("baseline"))
        for code, details in read.problems:
            self.add(code, cell.ref, **details)
        if read.value is not None:
            actual = Actual(year, read.value, read.qualifier, read.raw, self.sheet, cell.ref)
            self.actuals.setdefault(name, []).append(actual)

    def _state(self, name: str, _: Facts, year: int, cell: Cell) -> None:
        state = progress_cells.state(cell)
        if state is None:
            choices = Text(
                listed(s.word.ja for s in STATES).ja, listed(s.word.en for s in STATES).en
            )
            self.add("unknown-state", cell.ref, value=cell.value, choices=choices)
            return
        self.states.setdefault(name, []).append(Reached(year, state, self.sheet, cell.ref))

    def _signed(self, tail: dict[str, Cell | None]) -> Signed:
        when = tail["when"]
        day = None if when is None or progress_cells.is_blank(when) else progress_cells.day(when)
        if when is not None and not progress_cells.is_blank(when) and day is None:
            self.add("not-a-day", when.ref, value=when.value)
        return Signed(_text(tail["remarks"]) or None, _text(tail["by"]) or None, day)


def _text(cell: Cell | None) -> str:
    return "" if cell is None or cell.value is None else str(cell.value).strip()


def _first_cell(row: Row) -> str:
    return row.cells[min(row.cells)].ref


def _year(year: int) -> Text:
    return Text(f"{year}年度", str(year))
