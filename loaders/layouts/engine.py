"""A source under a layout → its reading: which shape each block has, and what it holds."""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.records import Records
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


def records_of(source: Source, document_id: str, themes: Path | None, own: Path | None) -> Records:
    """Read a source by its own layout, or by the one that accounts for most of it.

    Raises :class:`keikaku.graph.errors.SourceError` where most of it would stay unread.
    """
    from keikaku.loaders.layouts.choice import choose
    from keikaku.loaders.layouts.transform import transform

    chosen = choose(source, own)
    return transform(source, chosen.layout, chosen.reading, document_id, themes)
