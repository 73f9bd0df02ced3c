"""What was read for one plan under a layout, cell by cell, for people."""

from __future__ import annotations

from keikaku.graph.errors import NotFoundError
from keikaku.graph.language import Text
from keikaku.loaders.layouts.choice import choose
from keikaku.loaders.layouts.facts.cell_text import one_line
from keikaku.loaders.layouts.labels.statements import Record, place_name
from keikaku.loaders.layouts.layout_facts import fact_label
from keikaku.loaders.readers.blocks import Source
from keikaku.loaders.text import fold

_LONGEST = 60


def explain_record(source: Source, name: str) -> str:
    """Return each cell that was read for a plan: where it stands, what it means, its words.

    Raises :class:`keikaku.graph.errors.NotFoundError` where no plan has that number or title.
    """
    choice = choose(source)
    record = next((r for r in choice.reading.records if fold(name) in _names(r)), None)
    if record is None:
        raise NotFoundError(
            Text(
                f"{source.name}: 「{name}」という番号・名称の計画がありません。",
                f"{source.name}: there is no plan of the number or title {name}.",
            )
        )
    lines = [f"様式: {choice.layout.title.ja}"]
    for level in record.levels:
        words = f"{level.number} {level.title}".strip()
        lines.append(f"{place_name(level.cell)}\t{level.level or '体系'}\t{words}")
    for each in record.statements:
        if each.text.strip():
            words = one_line(each.text)[:_LONGEST]
            lines.append(f"{place_name(each.cell)}\t{fact_label(each.meaning, 'ja')}\t{words}")
    return "\n".join(lines)


def _names(record: Record) -> set[str]:
    return {
        fold(each.text)
        for each in record.statements
        if each.meaning.fact in ("plan.number", "plan.title")
    }
