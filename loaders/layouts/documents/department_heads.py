"""Headings that name a department over the plans below it: 市民課 is no goal of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from keikaku.loaders.layouts.documents.headings import Heading, is_over_table
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import LevelHead, Record, Statement
from keikaku.loaders.layouts.labels.table_heads import find_head
from keikaku.loaders.layouts.labels.unit_names import Unit, bare_unit, unit_of, unit_statement
from keikaku.loaders.layouts.lists.list_shape import is_list
from keikaku.loaders.readers.blocks import Block, Cell, Paragraph, Table

_SURE = re.compile(r"(?:\S{1,12}部\s*)?\S{1,12}課")
"""A name that is a department's whatever the headings beside it are."""

_DEPTHS = {"division": 30.0, "department": 31.0}
"""Lines without a form of headings stand below all headings."""


def heading_of_unit(
    block: Paragraph, following: Sequence[Block], words: LayoutWords
) -> Heading | None:
    """Return a line that names a department over a list, or that the form marks as a heading."""
    unit = unit_of(block.text)
    if unit is None or block.style in ("header", "footer", "note"):
        return None
    cell = Cell(0, 0, 1, 1, block.text.strip(), block.place)
    head = LevelHead("", "", unit.text, cell)
    marked = block.level is not None and bare_unit(block.text) == unit.text
    if not marked and not _is_over_list(following, words):
        return None
    depth = block.level if block.level is not None else _DEPTHS[unit.fact]
    return Heading(depth, head, cell, explicit=True)


def _is_over_list(following: Sequence[Block], words: LayoutWords) -> bool:
    table = next((block for block in following if isinstance(block, Table)), None)
    if table is None or not is_over_table(following):
        return False
    head = find_head(table, words)
    return head is not None and is_list(table, head, words)


def departments_from_heads(records: Sequence[Record]) -> None:
    """Take headings that name departments for those of the plans below, and for no level.

    What ends otherwise than with 課 (部, センター) is one only where all headings without a
    level's word that stand beside it are.
    """
    heads = {
        (at, head.title) for r in records for at, head in enumerate(r.levels) if not head.level
    }
    other = {at for at, title in heads if unit_of(title) is None}
    for record in records:
        kept: list[LevelHead] = []
        units: list[tuple[Unit, LevelHead]] = []
        for at, head in enumerate(record.levels):
            unit = unit_of(head.title) if not head.level else None
            if unit is not None and (at not in other or _SURE.fullmatch(unit.text)):
                units.append((unit, head))
            else:
                kept.append(head)
        record.levels = kept
        record.statements += _missing(units, record)


def _missing(units: Sequence[tuple[Unit, LevelHead]], record: Record) -> Iterator[Statement]:
    """Yield what the headings say of a plan that its own cells do not."""
    own = {s.meaning.fact for s in record.statements if s.text}
    for unit, head in units:
        if unit.fact not in own and (unit.fact == "division" or "division" not in own):
            yield unit_statement(unit, head.cell, ("heading", head.title))
