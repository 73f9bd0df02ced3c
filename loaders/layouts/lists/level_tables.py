"""Tables about levels (数値目標 of each 基本目標) beside a list of plans: they hold no plans."""

from __future__ import annotations

from keikaku.loaders.layouts.labels.statements import Column, Reading, Record, Statement, place_name
from keikaku.loaders.text import fold


def without_level_tables(out: Reading) -> Reading:
    """Remove the records that are named as a level above the plans of another table.

    The graph has no place for their facts: they count as unread, and are reported by their labels.
    """
    above = {
        (s.meaning.level, fold(s.text))
        for record in out.records
        for s in record.statements
        if s.meaning.fact == "level" and s.meaning.part != "number"
    }
    apart = [record for record in out.records if _name(record) in above]
    unread: dict[str, list[Statement]] = {}
    for record in apart:
        word, _ = _name(record)
        others = [s for s in record.statements if s.meaning.fact != "plan.title"]
        unread.setdefault(word or "", []).extend(others)
    for word, others in unread.items():
        labels = dict.fromkeys(s.section for s in others)
        name = f"{word}ごとの{'・'.join(labels)}"
        place = others[0].cell.place if others else apart[0].place
        where = place_name(others[0].cell) if others else ""
        out.columns.append(Column(where, name, None, len(others), place))
        out.read -= len(others)
        out.unread += len(others)
    gone = set(map(id, apart))
    out.records = [record for record in out.records if id(record) not in gone]
    return out


def _name(record: Record) -> tuple[str | None, str]:
    title = next((s for s in record.statements if s.meaning.fact == "plan.title"), None)
    return (title.meaning.level, fold(title.text)) if title is not None else (None, "")
