"""The flow of a document: headings, paragraphs and tables in their order → records."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.documents.account import Account
from keikaku.loaders.layouts.documents.choice_lists import lists_choices
from keikaku.loaders.layouts.documents.department_heads import (
    departments_from_heads,
    heading_of_unit,
)
from keikaku.loaders.layouts.documents.headings import (
    Heading,
    Outline,
    appendix_of,
    heading_of,
    is_contents_line,
    is_frame,
    is_over_table,
    is_same,
    names_level,
    section_titles,
    sheet_heading,
    trail_of,
    without_contents,
)
from keikaku.loaders.layouts.documents.listed_tables import ListedTables
from keikaku.loaders.layouts.documents.lone_labels import (
    bracketed_label,
    label_alone,
    money_of_title,
    of_context,
    without_chapter,
)
from keikaku.loaders.layouts.documents.numbered_lines import is_item, numbered_shapes, shape_of
from keikaku.loaders.layouts.documents.page_departments import with_page_departments
from keikaku.loaders.layouts.documents.record_flow import RecordFlow, levels_apart, without_frame
from keikaku.loaders.layouts.facts.plan_names import leaves_named
from keikaku.loaders.layouts.forms.form_shape import read_form
from keikaku.loaders.layouts.forms.form_values import are_goals
from keikaku.loaders.layouts.forms.line_values import of_line, unit_alone, unit_of_pair
from keikaku.loaders.layouts.forms.nested_tables import parted_by_inner
from keikaku.loaders.layouts.forms.position_cells import labels_apart
from keikaku.loaders.layouts.forms.repeated_labels import repeated_labels, unread_columns
from keikaku.loaders.layouts.forms.sheet_parts import holds_several, parts_of
from keikaku.loaders.layouts.labels.label_lines import (
    LABEL_SURE,
    number_alone,
    spaced_pairs,
    split_pairs,
)
from keikaku.loaders.layouts.labels.label_parts import Label, label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import begins_with_kind, kind_alone, level_head
from keikaku.loaders.layouts.labels.statements import Column, Reading, Statement, filled
from keikaku.loaders.layouts.labels.table_heads import Head, find_head, is_tree
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.layouts.labels.year_parts import with_parts_of_years
from keikaku.loaders.layouts.lists.banded_tables import parted_by_bands
from keikaku.loaders.layouts.lists.list_shape import is_list, is_note, is_sub_table
from keikaku.loaders.layouts.lists.year_rows import has_years_down, with_years_across
from keikaku.loaders.readers.blocks import Block, Cell, Page, Paragraph, Source, Table
from keikaku.loaders.text import normal

_PAGE_NAME = re.compile(r"(?:Sheet|シート|Page|ページ|Table)\s*\d*", re.IGNORECASE)
"""Default names of sheets, which continue one another like pages."""
_CONTENTS_NAME = re.compile(r"目\s*次|もくじ|索引")
_NEAR = 4
"""How many lines may stand between a heading with a single number and its table."""
_BRACKETED = "】"
_LEAF = 2
"""The rank of a level whose word names plans."""
_NEVER_HEADINGS = {"department", "department.co", "division", "section", "sdgs", "plan.category"}
"""Facts that a line states, however large: a PDF only knows the size of its letters."""
_LONGEST_WORD = 15
"""A value longer than this may go on in the next paragraph."""


def read_document(source: Source, words: LayoutWords) -> Reading:
    """Return the records of a whole source, page by page."""
    source = labels_apart(source, words)
    words.unknown = repeated_labels(source, words)
    flow = _Flow(words, section_titles(source), numbered_shapes(source, words))
    flow.by_position = source.by_position
    sheet_names = sum(page.name is not None for page in source.pages)
    for page in source.pages:
        flow.page(page, sheets=sheet_names > 1)
    return flow.finish()


class _Flow:
    def __init__(
        self, words: LayoutWords, sections: frozenset[str], shapes: frozenset[str]
    ) -> None:
        self.words = words
        self.sections = sections
        self.shapes = shapes
        self.out = Reading()
        self.records = RecordFlow(self.out)
        self.open: Statement | None = None
        self.context: list[Label] = []
        self.outside: list[Paragraph] = []
        self.outline = Outline()
        self.lines = 0
        self.appendix: Heading | None = None
        self.by_position = False
        self.account = Account(self.out)
        self.unknown: dict[str, Column] = {}
        self.lists = ListedTables(self.out, words, self.records)
        self.indicator: Hashable = ("line", 0)
        """The group of the indicator that a line named last."""
        self.above: Hashable | None = None
        """That group right behind the line: a table of years without names is about it."""

    def page(self, page: Page, *, sheets: bool) -> None:
        rule = next((r for r in self.words.layout.sheets if r.sheet == page.name), None)
        contents = sheets and _CONTENTS_NAME.fullmatch(normal(page.name or "").strip())
        if contents or (rule is not None and rule.means == "skip"):
            self.out.skipped += sum(len(t.cells) for t in page.tables())
            return
        if page.name is not None:
            self.records.leave()
            self.open, self.context = None, []
            if not _PAGE_NAME.fullmatch(normal(page.name).strip()):
                self.records.headings = []
            if sheets and (heading := sheet_heading(page, self.words)) is not None:
                self.records.enter(heading)
        first = len(self.out.records)
        blocks = without_contents(page.blocks)
        self.out.skipped += len(page.blocks) - len(blocks)
        self._blocks(blocks)
        with_page_departments(self.out.records[first:], page)

    def _blocks(self, blocks: Sequence[Block]) -> None:
        for at, block in enumerate(blocks):
            below = blocks[at + 1 : at + 1 + _NEAR]
            over = is_over_table(below) or shape_of(block) in self.shapes
            over = over and not (self.open is not None and is_item(blocks, at))
            if isinstance(block, Table) and lists_choices(block, self.words):
                self.out.skipped += len(filled(block.cells))
            elif isinstance(block, Table):
                self._table(with_parts_of_years(block))
            elif (unit := heading_of_unit(block, below, self.words)) is not None:
                self._heading(unit)
            else:
                self._paragraph(block, self.outline if over else None)

    def finish(self) -> Reading:
        self._leave_prelude()
        leaves_named(levels_apart(self.out))
        departments_from_heads(self.out.records)
        self.out.records = without_frame([r for r in self.out.records if r.statements])
        self.out.outside = [p.text for p in self.outside]
        return self.out

    # Paragraphs.

    def _paragraph(self, block: Paragraph, outline: Outline | None = None) -> None:
        if block.style in ("footer", "note") or not block.text.strip():
            return
        if is_contents_line(block.text):
            self.out.skipped += 1
            return
        if block.style == "header" and not names_level(block, self.words):
            return
        cell = Cell(0, 0, 1, 1, block.text.strip(), block.place)
        if self._is_unit(unit_alone(cell.text)):
            return
        self.above = None
        if self._labels_something(block, cell):
            return
        if self._trail(cell):
            return
        heading = heading_of(block, cell, self.words, outline)
        if "".join(cell.text.split()) in self.sections:
            self.out.read += 1
            self.open, self.context = None, []
        elif heading is not None:
            self._heading(heading)
        else:
            self._running_text(block, cell)

    def _running_text(self, block: Paragraph, cell: Cell) -> None:
        """Give a line to the open label, or to the plan that it is about."""
        if self.open is not None and self._goes_under(self.open, cell):
            self.context = []
            self._state(self.open.meaning, cell, self._text_group(), self.open.section)
        elif self.records.names_plan() and len(cell.text) > _LONGEST_WORD:
            self.open = Statement(Meaning("plan.overview", 0.7), cell, ("text",), "概要")
            self._state(self.open.meaning, cell, ("text", cell.place), "概要")
        elif not self.records.takes_sentence(block, self.open):
            self._leave_outside(block)

    def _leave_prelude(self) -> None:
        """Leave the sentences under a heading without a plan outside the plans."""
        blocks, self.records.prelude = self.records.prelude, []
        for block, _ in blocks:
            self._leave_outside(block)

    def _goes_under(self, above: Statement, cell: Cell) -> bool:
        """Return whether a line belongs to the label that stands alone above it."""
        if above.meaning.sure < LABEL_SURE and not any(c.isdigit() for c in cell.text):
            return False
        return self.records.record is not None or self.records.begins_plan(above)

    def _trail(self, cell: Cell) -> bool:
        """Take 「基本方針1 … ＞ 施策2 …」 for the headings that it puts on one line."""
        heads = trail_of(cell, self.words)
        for heading in heads:
            self._heading(heading)
        return bool(heads)

    def _leave_outside(self, block: Paragraph) -> None:
        """Keep what belongs to no plan; text among the plans is unread, except for notes."""
        self.outside.append(block)
        if self.out.records and not is_note(block.text):
            self.out.unread += 1

    def _text_group(self) -> Hashable:
        """Return the group of running text: all of a plan's, or that of the plan it begins."""
        record = self.records.record or self.records.pending
        return ("text", id(record))

    def _labels_something(self, block: Paragraph, cell: Cell) -> bool:
        """Take a line of labels with their values, or a label that stands alone."""
        if self._number_alone(cell):
            return True
        parts = [] if begins_with_kind(cell.text) else split_pairs(cell.text, self.words)
        if self.records.record is not None and are_goals(cell.text):
            parts = [(Meaning("sdgs", LABEL_SURE), cell.text, "SDGs")]
        if self.records.is_just_named() and (kind := kind_alone(cell.text)):
            parts = [(Meaning("plan.category", LABEL_SURE), kind, "区分")]
        if self._is_heading_of_level(parts, block, cell):
            return False
        if self._pairs(parts, cell):
            return True
        meaning = label_alone(block.text, self.words)
        meaning = meaning or bracketed_label(block.text, self.open, self.words)
        if meaning is not None:
            if block.level is not None and self.records.record is None:
                self.records.close_below(block.level + 1)
            self._open_label(cell, meaning)
            return True
        parts = spaced_pairs(cell.text, self.words)
        if block.level is not None and any(part[0].fact not in _NEVER_HEADINGS for part in parts):
            return False
        return self._pairs(parts, cell)

    def _is_heading_of_level(
        self, parts: list[tuple[Meaning, str, str]], block: Paragraph, cell: Cell
    ) -> bool:
        """Return whether a level and its title open a part, and are no fact of the open plan."""
        if len(parts) != 1 or parts[0][0].fact not in ("level", "plan.title"):
            return False
        head = level_head(cell, self.words)
        leaf = self.words.catalogue.levels.get(head.level) == _LEAF
        if not head.level or (leaf and not head.number and _BRACKETED not in cell.text):
            return False
        return block.level is not None or not self.records.is_named_only()

    def _number_alone(self, cell: Cell) -> bool:
        """Take No.12 or 取組番号 1-2, alone on its line, for the number of the plan below."""
        known = number_alone(cell.text, self.words)
        if known is None:
            return False
        meaning, number = known
        self._state(meaning, replace(cell, text=number), self._text_group(), "番号")
        return True

    def _is_unit(self, parsed: Label | None) -> bool:
        """Take a unit on its line (単位：千円), or beside other labels, for the label's above."""
        if parsed is not None and self.context:
            self.context.append(parsed)
        return parsed is not None

    def _pairs(self, parts: list[tuple[Meaning, str, str]], cell: Cell) -> bool:
        """Take labels with their values on one line: 「担当課：財政課」."""
        if not parts:
            return False
        parts = [part for part in parts if not self._is_unit(unit_of_pair(part[0], part[1]))]
        if not parts:
            return True
        self.lines += 1
        for part, text, name in parts:
            group: Hashable = ("line", self.lines)
            meaning = of_line(part, text, within_plan=self.records.record is not None)
            if meaning.fact == "indicator.name":
                self.indicator = self.above = group
            elif meaning.fact.startswith("indicator."):
                group = self.indicator
            self._state(meaning, replace(cell, text=text), group, name)
        self.open = None
        if len(parts) == 1 and self.out.records and self.records.record is not None:
            meaning, text, name = parts[0]
            long = len(text) > _LONGEST_WORD
            self.open = Statement(meaning, cell, ("text",), name) if long else None
        return True

    def _open_label(self, cell: Cell, meaning: Meaning) -> None:
        """Open a label that stands alone: what follows is its value, or a table that it names."""
        text = without_chapter(cell.text)
        self.context = [label(text)]
        self.out.read += 1
        self.open = None
        if text != cell.text:
            self.records.leave()
        if meaning.fact == "context":
            meaning = of_context(self.context[0], self.words) or meaning
        if meaning.fact not in ("context", "skip", "yearly"):
            name = "".join(self.context[0].segments[:1])
            self.open = Statement(meaning, cell, ("text",), name)

    def _heading(self, heading: Heading) -> None:
        self.outline.note(heading)
        self.out.read += 1
        if any(is_same(h, heading) for h in self.records.headings):
            return
        self.open, self.context = None, []
        self._leave_prelude()
        self.appendix = appendix_of(heading, self.appendix)
        if is_frame(heading.head.title) or self.appendix:
            self.records.frame(heading)
            self.context = money_of_title(heading.head.title, self.words)
            return
        self.records.enter(heading)

    # Tables.

    def _table(self, table: Table) -> None:
        if table.columns == 1 and table.rows <= 2 and len(table.cells) <= 2:
            for cell in table.cells:
                self._paragraph(Paragraph(cell.text, cell.place))
            return
        banded = parted_by_bands(table, self.words) if self.records.is_within_plan() else []
        head = None if banded or has_years_down(table) else find_head(table, self.words)
        if self.appendix or (self.by_position and is_tree(head, self.words)):
            if not self.lists.read_again(table, head, self.context):
                self.account.appendix(self.appendix, table)
            return
        nested = parted_by_inner(table)
        parts = parts_of(table) if table.is_sheet else []
        if nested or holds_several(parts, self.words):
            self._blocks(nested or parts)
            return
        if head is not None and is_list(table, head, self.words) and not self._is_part(head):
            self._list(table, head)
            return
        if head is None and not banded and self.lists.goes_on(table):
            return
        if parts:
            self._blocks(parts)
            return
        parts_of_years = [(self.context, part) for part in with_years_across(table, self.words)]
        for self.context, part in banded or parts_of_years:
            self._form(part)
        self.context = []

    def _is_part(self, head: Head) -> bool:
        """Return whether a table with a head is only the schedule or targets of the open plan."""
        return self.records.is_within_plan() and is_sub_table(head, self.words, self.context)

    def _list(self, table: Table, head: Head) -> None:
        self._leave_prelude()
        for row in range(head.first):
            for at, cell in enumerate(filled(table.row(row))):
                self._line_above(Paragraph(cell.text, cell.place), table, first=at == 0)
        self.lists.read(table, head, self.context)
        self.context, self.open = [], None

    def _line_above(self, line: Paragraph, table: Table, *, first: bool) -> None:
        """Take a line of a sheet above its list: its title, or the department of its plans."""
        unit = heading_of_unit(line, [table], self.words) if first else None
        if unit is not None:
            self._heading(unit)
        else:
            self._paragraph(line)

    def _form(self, table: Table) -> None:
        form = read_form(table, self.words, self.context, self.above)
        self.above = None
        record = self.records.record
        if self.open is not None and not form.statements:
            for cell in table.cells:
                if cell.text.strip() and record is not None:
                    self._state(self.open.meaning, cell, ("text", id(record)), self.open.section)
            return
        self.open = None
        self.account.form(form)
        self.out.columns += unread_columns(form.unread, table, self.words, self.unknown)
        for at, each in enumerate(form.statements):
            self.records.place(each, first=at == 0)

    def _state(self, meaning: Meaning, cell: Cell, group: Hashable, section: str) -> None:
        self.out.read += 1
        self.account.label(section, meaning, cell)
        self.records.place(Statement(meaning, cell, group, section), first=True)
