"""Which of two names of a form is the plan's, and which is that of the level above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from keikaku.loaders.layouts.statements import Reading, Record, Statement
from keikaku.loaders.layouts.vocabulary import catalogue
from keikaku.loaders.text import fold

_LEAF = 2


class _Names(NamedTuple):
    """Two names of one record: the one taken for its level, and the one taken for its own."""

    record: Record
    level: Statement
    title: Statement


def choose_names(reading: Reading) -> Reading:
    """Give each plan the name that is its own, where a form prints two (推進項目, 取組名).

    While a form is read, the later name is taken for the plan's. It is the earlier one where the
    number has the same word (取組番号, 取組名), or where over the document the later names repeat
    and the earlier ones do not: a name that several plans share is that of a level above them.
    """
    groups: dict[tuple[str | None, str | None], list[_Names]] = {}
    for names in _of(reading.records):
        groups.setdefault((names.level.meaning.level, names.title.meaning.level), []).append(names)
    for group in groups.values():
        titles = {fold(names.title.text) for names in group}
        levels = {fold(names.level.text) for names in group}
        if len(levels) < len(group):
            continue
        for names in group:
            if len(titles) < len(group) or _is_numbered(names):
                _swap(names)
    return reading


def _of(records: Iterable[Record]) -> Iterator[_Names]:
    ranks = catalogue().levels
    for record in records:
        titles = [s for s in record.statements if s.meaning.fact == "plan.title"]
        levels = [
            s
            for s in record.statements
            if s.meaning.fact == "level" and ranks.get(s.meaning.level or "") == _LEAF
        ]
        if len(titles) == 1 and len(levels) == 1 and levels[0].meaning.part == "both":
            yield _Names(record, levels[0], titles[0])


def _is_numbered(names: _Names) -> bool:
    """Return whether the plan's number has the word of the earlier name alone."""
    words = {
        s.meaning.level for s in names.record.statements if s.meaning.fact == "plan.number"
    } - {None}
    return words == {names.level.meaning.level} and names.title.meaning.level not in words


def _swap(names: _Names) -> None:
    record, level, title = names
    own = level.meaning._replace(fact="plan.title", part=None)
    above = title.meaning._replace(
        fact="level", level=title.meaning.level or title.section, part="both"
    )
    changed = {id(level): replace(level, meaning=own), id(title): replace(title, meaning=above)}
    record.statements = [changed.get(id(s), s) for s in record.statements]
