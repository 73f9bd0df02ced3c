"""A source under a layout → its reading: which shape each block has, and what it holds."""

from __future__ import annotations

from pathlib import Path

from keikaku.graph.errors import SourceError
from keikaku.graph.records import Records
from keikaku.loaders.layouts.documents.document_flow import read_document
from keikaku.loaders.layouts.documents.numbered_words import numbered_words
from keikaku.loaders.layouts.facts.inline_steps import with_named_steps
from keikaku.loaders.layouts.facts.joins import joined
from keikaku.loaders.layouts.facts.money_parts import with_parts_of_money
from keikaku.loaders.layouts.facts.plan_names import choose_names
from keikaku.loaders.layouts.facts.prose_parts import with_prose_parted
from keikaku.loaders.layouts.labels.inline_years import parted_by_years
from keikaku.loaders.layouts.labels.layout_words import LayoutWords
from keikaku.loaders.layouts.labels.statements import Reading
from keikaku.loaders.layouts.layout_file import Layout
from keikaku.loaders.layouts.lists.level_tables import without_level_tables
from keikaku.loaders.layouts.lists.mixed_rows import with_rows_by_label
from keikaku.loaders.readers.blocks import Source


def read_under(source: Source, layout: Layout) -> Reading:
    """Return what a layout makes of a source."""
    words = LayoutWords(layout)
    words.level_words |= numbered_words(source, words)
    reading = with_rows_by_label(read_document(source, words), words)
    reading = with_prose_parted(reading, words)
    reading = with_parts_of_money(parted_by_years(with_named_steps(reading)))
    return joined(without_level_tables(choose_names(reading)))


def records_of(source: Source, document_id: str, themes: Path | None, own: Path | None) -> Records:
    """Read a source by its own layout, or by the one that accounts for most of it.

    Raises :class:`keikaku.graph.errors.SourceError` where most of it would stay unread.
    """
    from keikaku.loaders.layouts.choice import NO_PLAN, choose
    from keikaku.loaders.layouts.layout_records import transform
    from keikaku.loaders.layouts.uneven_plans import remarks_on_plans

    chosen = choose(source, own)
    records = transform(source, chosen.layout, chosen.reading, document_id, themes)
    if not any(node.kind == "Plan" for node in records.nodes):
        raise SourceError(NO_PLAN.format(name=source.name))
    records.findings += remarks_on_plans(records)
    if source.form == "text":
        from keikaku.loaders.layouts.text_share import check_words, remarks_on

        if own is None:
            check_words(source, records)
        records.findings += remarks_on(source, records)
    return records
