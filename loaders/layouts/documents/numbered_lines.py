"""Numbered lines without the form of headings: find which shapes of numbers name plans and levels.

（１）, 【1】 or Ⅰ right over 「担当課：…」 names a plan. A shape that stands over such lines names
the level above them, unless it occurs more often than they do: then it numbers their contents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from keikaku.loaders.layouts.documents.lone_labels import label_alone
from keikaku.loaders.layouts.forms.sheet_parts import lines_of
from keikaku.loaders.layouts.labels.label_lines import spaced_pairs, split_pairs
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.level_heads import NUMBERED, without_brackets
from keikaku.loaders.readers.blocks import Block, Paragraph, Source
from keikaku.loaders.text import normal

_LONGEST = 60
_SENTENCE = re.compile(r"[。．]|です$|ます$|[:：]")
_OF_PLANS = (
    "department", "division", "plan.category", "plan.problem", "plan.overview", "plan.work",
    "plan.vision", "plan.period",
)  # fmt: skip
_FEWEST = 2
_NEAR = 3


def numbered_shapes(source: Source, words: LayoutWords) -> frozenset[str]:
    """Return the shapes of numbers that name plans, and those that name the levels above them.

    None where fewer than two lines of a shape stand right over a label of a plan.
    """
    lines = [line for line in _lines(source) if line.text.strip()]
    shapes = [shape_of(line) for line in lines]
    over: dict[str, int] = {}
    for shape, after in zip(shapes, lines[1:], strict=False):
        if shape and begins_with_plan_label(after, words):
            over[shape] = over.get(shape, 0) + 1
    plans = {shape for shape, count in over.items() if count >= _FEWEST}
    above = {
        shape
        for at, shape in enumerate(shapes)
        if shape and shape not in plans and any(s in plans for s in shapes[at + 1 : at + 1 + _NEAR])
    }
    inside = _between(shapes, plans, above)
    return frozenset(plans | (above - inside))


def _lines(source: Source) -> Iterator[Paragraph]:
    """Yield the paragraphs of a source, and the lines between the tables of its sheets."""
    for block in source.blocks():
        if isinstance(block, Paragraph):
            yield block
        elif block.is_sheet:
            yield from lines_of(block)


def _between(shapes: Sequence[str], plans: set[str], above: set[str]) -> set[str]:
    """Return the shapes that recur within plans: they number the contents of plans."""
    counts: dict[str, int] = {}
    for shape in shapes:
        if shape in above:
            counts[shape] = counts.get(shape, 0) + 1
    number = sum(shape in plans for shape in shapes)
    return {shape for shape, count in counts.items() if count > number}


def shape_of(block: Block) -> str:
    """Return the shape of a line's number, "" for any other line.

    >>> from keikaku.loaders.readers.blocks import Place
    >>> shape_of(Paragraph("（１）市民参画の推進", Place())), shape_of(Paragraph("12人", Place()))
    ('(1)', '')
    """
    if not isinstance(block, Paragraph) or len(block.text) > _LONGEST:
        return ""
    printed = normal(block.text).strip()
    text = without_brackets(printed)
    match = NUMBERED.match(text)
    if match is None or _SENTENCE.search(text) or not any(c.isalpha() for c in match[2]):
        return ""
    shape = re.sub(r"[\dⅠ-Ⅻ①-⑳]+|[IVX]+|[一二三四五六七八九十]+|[ア-ン]|[A-Za-z]", _kind, match[1])
    return f"{printed[0]}{shape}" if text != printed else shape


def is_item(blocks: Sequence[Block], at: int) -> bool:
    """Return whether a numbered line stands right beside the one before or after it: ①, ②.

    Under a label of prose such lines are a list of what is done, and no headings.
    """
    own = _number_of(blocks[at])
    if own is None:
        return False
    beside = (blocks[n] for n in (at - 1, at + 1) if 0 <= n < len(blocks))
    numbers = [_number_of(block) for block in beside if shape_of(block) == shape_of(blocks[at])]
    return any(number is not None and abs(number - own) == 1 for number in numbers)


def _number_of(block: Block) -> int | None:
    """Return the number of a line with a shape, None for any other line."""
    text = block.text if isinstance(block, Paragraph) and shape_of(block) else ""
    match = NUMBERED.match(normal(text).strip())
    number = match[1].strip("()") if match is not None else ""
    return int(unicodedata.numeric(number, -1)) if len(number) == 1 else None


def _kind(match: re.Match[str]) -> str:
    first = match[0][0]
    if first.isdigit() and first.isascii():
        return "1"
    return next((kind for kind, letters in _KINDS if first in letters), "A")


_KINDS = (
    ("Ⅰ", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫIVX"),
    ("①", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    ("一", "一二三四五六七八九十"),
)


def begins_with_plan_label(block: Block, words: LayoutWords) -> bool:
    """Return whether a line begins with a label that plans have."""
    if not isinstance(block, Paragraph):
        return False
    pairs = split_pairs(block.text, words) or spaced_pairs(block.text, words)
    if pairs:
        return pairs[0][0].fact.startswith(_OF_PLANS)
    alone = label_alone(block.text, words)
    return alone is not None and alone.fact.startswith(_OF_PLANS)
