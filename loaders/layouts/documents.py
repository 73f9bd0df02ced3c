"""The flow of a document: headings, paragraphs and tables in their order → records."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from dataclasses import replace

from keikaku.loaders.layouts.forms import read_form
from keikaku.loaders.layouts.headings import Heading, heading_of, is_frame
from keikaku.loaders.layouts.label_parts import Label, label
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.level_heads import level_head
from keikaku.loaders.layouts.lists import is_list, read_list
from keikaku.loaders.layouts.sheet_parts import parts_of
from keikaku.loaders.layouts.statements import Column, LevelHead, Reading, Record, Statement
from keikaku.loaders.layouts.table_heads import Head, find_head
from keikaku.loaders.layouts.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Cell, Page, Paragraph, Source, Table

_STARTS = ("plan.number", "plan.title", "level")
_FREE = ("document.title", "document.municipality", "document.period", "document.published")
_PAIR = re.compile(r"[:：]\s*(?=\S)")
_LABEL_SURE = 0.95
_HEAD = ("head",)
"""The group of what only a heading tells."""


def read_document(source: Source, words: LayoutWords) -> Reading:
    """Return the records of a whole source, page by page."""
    flow = _Flow(words)
    named = sum(page.name is not None for page in source.pages)
    for page in source.pages:
        flow.page(page, sheets=named > 1)
    return flow.finish()


class _Flow:
    def __init__(self, words: LayoutWords) -> None:
        self.words = words
        self.out = Reading()
        self.record: Record | None = None
        self.headings: list[Heading] = []
        self.pending: Heading | None = None
        self.open: Statement | None = None
        self.context: list[Label] = []
        self.outside: list[Paragraph] = []
        self.frames: dict[str, tuple[Head, Table]] = {}
        self.lines = 0
        self.labels: dict[tuple[str, str], Column] = {}
        self._last_list: tuple[Head, int, list[str]] | None = None

    def page(self, page: Page, *, sheets: bool) -> None:
        rule = next((r for r in self.words.layout.sheets if r.sheet == page.name), None)
        if rule is not None and rule.means == "skip":
            self.out.skipped += sum(len(t.cells) for t in page.tables())
            return
        if page.name is not None:
            self.record, self.pending, self.open, self.context = None, None, None, []
            self.headings = []
            if sheets:
                self._sheet_name(page)
        for block in page.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)

    def _sheet_name(self, page: Page) -> None:
        """Take the name of a sheet that is named for a goal as the level of what it holds."""
        table = next(page.tables(), None)
        if table is None or page.name is None:
            return
        cell = Cell(0, 0, 1, 1, page.name, table.place)
        head = level_head(cell, self.words)
        if head.level:
            self.headings = [Heading(1, head, cell)]

    def finish(self) -> Reading:
        self.out.records = [r for r in self.out.records if r.statements]
        self.out.outside = [p.text for p in self.outside]
        return self.out

    # Paragraphs.

    def _paragraph(self, block: Paragraph) -> None:
        if block.style in ("footer", "note") or not block.text.strip():
            return
        if block.style == "header" and not self._level_in_header(block):
            return
        cell = Cell(0, 0, 1, 1, block.text.strip(), block.place)
        if self._pairs(cell):
            return
        meaning = self._label_alone(block)
        if meaning is not None:
            self._open_label(cell, meaning)
            return
        heading = heading_of(block, cell, self.words)
        if heading is not None:
            self._heading(heading)
            return
        if self.open is not None and self.record is not None:
            self.context = []
            self._state(self.open.meaning, cell, ("text", id(self.record)), self.open.section)
            return
        self.outside.append(block)

    def _level_in_header(self, block: Paragraph) -> bool:
        """Return a running header that names a level, other than the one that is open."""
        head = level_head(Cell(0, 0, 1, 1, block.text.strip(), block.place), self.words)
        return bool(head.level)

    def _pairs(self, cell: Cell) -> bool:
        """「担当課：財政課」: labels with their values on one line."""
        parts = _split_pairs(cell.text, self.words)
        if not parts:
            return False
        self.lines += 1
        for meaning, text, name in parts:
            self._state(meaning, replace(cell, text=text), ("line", self.lines), name)
        self.open = None
        if len(parts) == 1 and self.out.records and self.record is not None:
            meaning, text, name = parts[0]
            self.open = Statement(meaning, cell, ("text",), name) if len(text) > 15 else None
        return True

    def _label_alone(self, block: Paragraph) -> Meaning | None:
        text = block.text.strip()
        if len(text) > 40:
            return None
        parsed = label(text)
        meaning = self.words.meaning([parsed])
        if (
            meaning is None
            or meaning.sure < _LABEL_SURE
            or meaning.fact in ("level", "plan.category")
        ):
            if len(parsed.segments) >= 1 and parsed.segments[0] in self.words.catalogue.contexts:
                return Meaning("context", 1.0)
            return None
        if parsed.year is not None and parsed.segments == ():
            return None
        return meaning

    def _open_label(self, cell: Cell, meaning: Meaning) -> None:
        """Open a label that stands alone: what follows is its value, or a table that it names."""
        self.context = [label(cell.text)]
        self.out.read += 1
        self.open = None
        if meaning.fact not in ("context", "skip", "yearly"):
            name = "".join(self.context[0].segments[:1])
            self.open = Statement(meaning, cell, ("text",), name)

    def _heading(self, heading: Heading) -> None:
        self.out.read += 1
        if any(_is_same(h, heading) for h in self.headings):
            return
        self.open, self.context = None, []
        if is_frame(heading.head.title):
            self.record = None
            self.pending = None
            return
        self.headings = [h for h in self.headings if h.depth < heading.depth]
        self.headings.append(heading)
        self.pending = heading
        self.record = None

    # Tables.

    def _table(self, table: Table) -> None:
        if table.columns == 1 and table.rows <= 2 and len(table.cells) <= 2:
            for cell in table.cells:
                self._paragraph(Paragraph(cell.text, cell.place))
            return
        head = find_head(table, self.words)
        if head is not None and is_list(table, head, self.words):
            self._list(table, head)
            return
        if head is None and self._goes_on(table):
            return
        if table.place.sheet is not None and (parts := parts_of(table)):
            for part in parts:
                if isinstance(part, Paragraph):
                    self._paragraph(part)
                else:
                    self._table(part)
            return
        self._form(table)

    def _goes_on(self, table: Table) -> bool:
        """Return a list that goes on over the page without its head."""
        if self._last_list is None:
            return False
        head, columns, _ = self._last_list
        if table.columns != columns or not head.paths:
            return False
        again = read_list(table, Head(0, 0, head.paths), self.words, self._levels())
        if not again.records:
            return False
        self.out.add(again)
        return True

    def _list(self, table: Table, head: Head) -> None:
        above = self._levels()
        for row in range(head.first):
            cells = [c for c in table.row(row) if c.text.strip()]
            if len(cells) == 1:
                found = level_head(cells[0], self.words)
                if found.level:
                    above = [*[a for a in above if a.level != found.level], found]
                    self.out.read += 1
        self.out.add(read_list(table, head, self.words, above))
        self._last_list = (head, table.columns, [])
        self.record = None
        self.pending = None

    def _levels(self) -> list[LevelHead]:
        return [h.head for h in self.headings if h.names_a_level()]

    def _form(self, table: Table) -> None:
        found = read_form(table, self.words, self.context)
        if self.open is not None and not found.statements:
            for cell in table.cells:
                if cell.text.strip() and self.record is not None:
                    self._state(
                        self.open.meaning, cell, ("text", id(self.record)), self.open.section
                    )
            return
        self.open = None
        self.out.read += found.read - len(found.statements)
        self.out.skipped += found.skipped
        self.out.unread += len(found.unread)
        first = True
        for each in found.statements:
            self._place(each, first=first)
            first = False
        for text, meaning, cell in found.labels:
            self._label(text, meaning, cell)
        for cell in found.unread:
            self._unread(cell)
        self.context = []

    def _label(self, text: str, meaning: Meaning, cell: Cell) -> None:
        """Count a label, so that it can be told what was read under it."""
        known = self.labels.get((text, meaning.fact))
        if known is None:
            where = place_name(cell)
            known = Column(where, text, meaning, 0, cell.place, example=cell.text)
            self.labels[text, meaning.fact] = known
            self.out.columns.append(known)
        known.filled += 1

    def _unread(self, cell: Cell) -> None:
        name = cell.text.strip()[:40]
        self.out.columns.append(Column(place_name(cell), name, None, 1, cell.place))

    # Records.

    def _state(self, meaning: Meaning, cell: Cell, group: Hashable, section: str) -> None:
        self.out.read += 1
        self._label(section, meaning, cell)
        self._place(Statement(meaning, cell, group, section), first=True)

    def _place(self, each: Statement, *, first: bool) -> None:
        fact = each.meaning.fact
        if fact == "skip":
            return
        self.out.read += 1 if not first else 0
        if fact in _FREE:
            self.out.loose.append(each)
            return
        if self.record is not None and fact in ("plan.title", "plan.number"):
            _make_way(self.record, fact)
        if self.record is None or (fact in _STARTS and self._is_next(each, self.record)):
            self.record = self._begin(each)
        self.record.statements.append(each)

    def _is_next(self, each: Statement, record: Record) -> bool:
        """Whether a plan's name, number or level begins the next plan."""
        same = [
            s
            for s in record.statements
            if s.meaning.fact == each.meaning.fact
            and s.meaning.level == each.meaning.level
            and s.meaning.part == each.meaning.part
        ]
        if same:
            return all(s.cell is not each.cell for s in same)
        facts = {s.meaning.fact for s in record.statements}
        contents = [f for f in facts if f not in _STARTS]
        titled = "plan.title" in facts
        return bool(contents) and titled and each.meaning.fact != "plan.title"

    def _begin(self, each: Statement) -> Record:
        levels = self._levels()
        record = Record([], each.cell.place, levels)
        self.out.records.append(record)
        heading = self.pending
        if heading is not None and each.meaning.fact == "level":
            record.levels = [one for one in levels if one is not heading.head or one.level]
        elif heading is not None and each.meaning.fact not in ("plan.title", "plan.number"):
            record.levels = [each_level for each_level in levels if each_level is not heading.head]
            self._named_by(record, heading)
        elif heading is not None and each.meaning.fact in ("plan.title", "plan.number"):
            title = each.text.strip() if each.meaning.fact == "plan.title" else ""
            if (title and _same(title, heading.head.title)) or not heading.head.level:
                record.levels = [
                    each_level for each_level in levels if each_level is not heading.head
                ]
            if each.meaning.fact == "plan.number" and not heading.head.level:
                record.heading = heading
        self.pending = None
        return record

    def _named_by(self, record: Record, heading: Heading) -> None:
        """Name a plan by its heading, where nothing else names it."""
        head = heading.head
        section = head.level or "見出し"
        if head.number:
            cell = replace(heading.cell, text=head.number)
            record.statements.append(Statement(Meaning("plan.number", 0.8), cell, _HEAD, section))
        cell = replace(heading.cell, text=head.title)
        meaning = Meaning("plan.title", 0.8, level=head.level or None)
        record.statements.append(Statement(meaning, cell, _HEAD, section))


def place_name(cell: Cell) -> str:
    """Return where a cell stands, for people: a sheet's cell, a page, a line."""
    place = cell.place
    if place.sheet:
        return f"{place.sheet}!{place.cell}"
    if place.page:
        return f"p.{place.page}"
    return f"{place.line}行目" if place.line else ""


def _make_way(record: Record, fact: str) -> None:
    """Let a form's own name or number take the place of what stood for it until then.

    A heading named the plan for want of better; of two names before any contents the first is that
    of the level above.
    """
    named = [s for s in record.statements if s.meaning.fact == fact]
    if any(s.group == _HEAD for s in named):
        record.statements = [
            s for s in record.statements if not (s.group == _HEAD and s.meaning.fact == fact)
        ]
        return
    bare = {s.meaning.fact for s in record.statements} <= {*_STARTS}
    if bare and fact == "plan.title" and len(named) == 1:
        at = record.statements.index(named[0])
        word = named[0].meaning.level or named[0].section
        level = named[0].meaning._replace(fact="level", level=word, part="both")
        record.statements[at] = replace(named[0], meaning=level)


def _is_same(left: Heading, right: Heading) -> bool:
    """Return a heading that a page prints again."""
    a, b = left.head, right.head
    return bool(a.level) and (a.level, a.number, a.title) == (b.level, b.number, b.title)


def _same(left: str, right: str) -> bool:
    from keikaku.loaders.text import fold

    a, b = fold(left), fold(right)
    return bool(a) and bool(b) and (a in b or b in a)


def _split_pairs(text: str, words: LayoutWords) -> list[tuple[Meaning, str, str]]:
    """Return the labels of a line and their values: 担当部：総務部　担当課：財政課."""
    found: list[tuple[Meaning, int, int, str]] = []
    for mark in _PAIR.finditer(text):
        before = text[: mark.start()]
        start = max(
            [before.rfind(c) for c in "\n\t　 、,／/　"] + [found[-1][2] if found else -1, -1]
        )
        for at in _starts(start):
            name = before[at:]
            meaning = words.of(name) if 0 < len(name) <= 24 else None
            if meaning is not None and meaning.sure >= _LABEL_SURE:
                found.append((meaning, at, mark.end(), name))
                break
        if not found:
            return []
    parts = []
    for n, (meaning, _, end, name) in enumerate(found):
        stop = found[n + 1][1] if n + 1 < len(found) else len(text)
        value = text[end:stop].strip(" 　\t\n,、/／")
        if value:
            parts.append((meaning, value, "".join(label(name).segments[:1])))
    return parts


def _starts(near: int) -> Iterable[int]:
    yield 0 if near < 0 else near + 1
    if near >= 0:
        yield 0
