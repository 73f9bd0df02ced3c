"""A source under a layout → its reading: which shape each block has, and what it holds."""

from __future__ import annotations

from keikaku.loaders.layouts.layout_file import Layout
from keikaku.loaders.layouts.layout_words import LayoutWords
from keikaku.loaders.layouts.lists import is_list, read_list
from keikaku.loaders.layouts.statements import Reading
from keikaku.loaders.layouts.table_heads import find_head
from keikaku.loaders.readers.blocks import Source


def read_under(source: Source, layout: Layout) -> Reading:
    """What a layout makes of a source."""
    words = LayoutWords(layout)
    out = Reading()
    for page in source.pages:
        for table in page.tables():
            head = find_head(table, words)
            if head is not None and is_list(table, head, words):
                out.add(read_list(table, head, words))
    return out
