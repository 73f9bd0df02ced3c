"""Blocks of columns that are repeated year by year without a year in their heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from keikaku.graph.years import ERAS
from keikaku.loaders.layouts.labels.head_years import year_head
from keikaku.loaders.layouts.labels.label_parts import Label
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Reading
from keikaku.loaders.layouts.labels.table_heads import Head
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.readers.blocks import Table


class Blocks(NamedTuple):
    """``times`` blocks of ``width`` columns each, from column ``start``."""

    start: int
    width: int
    times: int


def with_years(
    paths: Sequence[list[Label]],
    meanings: list[Meaning | None],
    words: LayoutWords,
    table: Table,
    head: Head,
    out: Reading,
) -> list[Meaning | None]:
    """Give the columns of each block the year that the layout states; else they stay unread."""
    blocks = find_blocks(paths)
    if blocks is None:
        return meanings
    rule = words.layout.years.blocks
    first = _first_year(blocks, words, table, head)
    cell = table.at(head.body - 1, blocks.start)
    if cell is not None:
        out.year_blocks.append((cell, blocks.times, blocks.width, first or 0))
    result = list(meanings)
    for column in range(blocks.start, blocks.start + blocks.width * blocks.times):
        meaning = result[column]
        block = (column - blocks.start) // blocks.width
        if meaning is None or meaning.fact == "skip":
            continue
        if first is None:
            result[column] = None
            continue
        last = block == blocks.times - 1
        kind = (rule.last_kind if rule and last else None) or "actual"
        stage = (rule.last_stage if rule and last else None) or "actual"
        year = first + block
        if meaning.fact.startswith("indicator") or meaning.fact == "yearly":
            meaning = meaning._replace(fact=f"indicator.{kind}", kind=kind)
        result[column] = meaning._replace(year=year, last=year, stage=meaning.stage or stage)
    return result


def find_blocks(paths: Sequence[list[Label]]) -> Blocks | None:
    """Return the longest run of columns in which the same heads come again and again."""
    signs = [tuple(each.printed for each in path) for path in paths]
    dated = [any(each.year for each in path) for path in paths]
    seen: dict[tuple[str, ...], int] = {}
    best: Blocks | None = None
    for column, sign in enumerate(signs):
        if not sign or dated[column]:
            continue
        if sign in seen:
            start, width = seen[sign], column - seen[sign]
            count = _repeats(signs, start, width)
            if (
                count > 1
                and width > 1
                and (best is None or count * width > best.times * best.width)
            ):
                best = Blocks(start, width, count)
        seen.setdefault(sign, column)
    return best


def _repeats(signs: Sequence[tuple[str, ...]], start: int, width: int) -> int:
    block = signs[start : start + width]
    if any(not sign for sign in block):
        return 0
    count = 1
    while signs[start + count * width : start + (count + 1) * width] == block:
        count += 1
    return count


def _first_year(blocks: Blocks, words: LayoutWords, table: Table, head: Head) -> int | None:
    rule = words.layout.years.blocks
    if rule is None:
        return None
    if rule.first is not None:
        return rule.first
    for column, path in enumerate(head.paths):
        if rule.last_in and any(rule.last_in in each.segments for each in path):
            years = {_year(table.text(row, column), words) for row in range(head.body, table.rows)}
            years.discard(None)
            if len(years) == 1:
                last = years.pop()
                return last - blocks.times + 1 if last is not None else None
    return None


def _year(text: str, words: LayoutWords) -> int | None:
    years = year_head(text)
    if years is not None and years.year is not None:
        return years.year
    era = words.layout.years.era
    digits = text.strip()
    return ERAS[era] + int(digits) - 1 if era and digits.isdigit() and len(digits) <= 2 else None
