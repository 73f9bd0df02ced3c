"""Which of two names of a form is the plan's, and which is that of the level above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from keikaku.loaders.layouts.labels.statements import Reading, Record, Statement
from keikaku.loaders.layouts.labels.vocabulary import catalogue
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
    own = replace(level, meaning=level.meaning._replace(fact="plan.title", part=None))
    changed = {id(level): own, id(title): as_level(title)}
    record.statements = [changed.get(id(s), s) for s in record.statements]


def leaves_named(out: Reading) -> None:
    """Take a level that prints its own number and name for the plan, where the plan has none.

    Of 取組コード, 取組名 and 推進項目 the 取組 is the plan, 推進項目 the level above it.
    """
    ranks = catalogue().levels
    for record in out.records:
        facts = {s.meaning.fact for s in record.statements}
        if not facts & {"plan.number", "plan.title"}:
            word = _leaf_of_nameless(record)
            record.statements = [_renamed(each, word) for each in record.statements]
            continue
        if "plan.number" in facts or "plan.title" not in facts:
            continue
        parts: dict[str, dict[str, Statement]] = {}
        for each in record.statements:
            word = each.meaning.level or ""
            if each.meaning.fact == "level" and ranks.get(word) == _LEAF:
                part = "number" if each.meaning.part == "number" else "title"
                parts.setdefault(word, {})[part] = each
        leaf = next((w for w, known in parts.items() if set(known) == {"number", "title"}), None)
        if leaf is not None:
            record.statements = [_renamed(each, leaf) for each in record.statements]


def _leaf_of_nameless(record: Record) -> str | None:
    """Return the word of the only leaf that names a record without a name: 取組1-1 窓口の改善."""
    words = [
        s.meaning.level or ""
        for s in record.statements
        if s.meaning.fact == "level" and s.meaning.part == "both"
    ]
    leaves = [word for word in words if catalogue().levels.get(word) == _LEAF]
    return leaves[0] if len(leaves) == 1 else None


def _renamed(each: Statement, word: str | None) -> Statement:
    meaning = each.meaning
    if meaning.fact == "plan.title":
        return as_level(each)
    if word and meaning.fact == "level" and meaning.level == word:
        fact = "plan.number" if meaning.part == "number" else "plan.title"
        return replace(each, meaning=meaning._replace(fact=fact))
    return each


def as_level(title: Statement) -> Statement:
    """Return what was read as a plan's name as the title of the level above."""
    word = title.meaning.level or title.section
    return replace(title, meaning=title.meaning._replace(fact="level", level=word, part="both"))
