"""Records of one plan from several parts of a source → one record; numbers of levels."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from keikaku.loaders.layouts.facts.repeated_facts import beside
from keikaku.loaders.layouts.labels.level_heads import split_number
from keikaku.loaders.layouts.labels.statements import LevelHead, Reading, Record, Statement
from keikaku.loaders.text import fold

_PARTS = re.compile(r"[-‐－ー−.．]")
_MOST = 0.6
_OF_ITEMS = ("plan.number", "plan.title", "schedule", "action.")
"""What a table of the items of plans holds: a row for each, with the number of its plan."""
_CONTENTS = ("indicator.", "effect.", "budget.", "schedule", "plan.work", "evaluation.", "action.")


def joined(reading: Reading) -> Reading:
    """Give one record per plan: of an overview and its forms, of a list and tables by number."""
    records = reading.records
    if len(records) < 2:
        return reading
    levels = _levels(records)
    kept = [r for r in records if id(r) not in levels]
    by_key: dict[str, list[_Part]] = {}
    by_title: dict[str, list[_Part]] = {}
    result: list[Record] = []
    for record in kept:
        part = _Part.of(record)
        number, title = _number(record), part.title
        alike = by_key.get(_key(number) or fold(title), ())
        known = next((other for other in alike if other.fits(part)), None)
        if known is None and not number:
            known = _only_one(by_title.get(fold(title), ()), part)
        if known is None:
            result.append(record)
            for key in filter(None, {_key(number), fold(title) if not number else ""}):
                by_key.setdefault(key, []).append(part)
            by_title.setdefault(fold(title), []).append(part)
        else:
            _merge(known.record, record)
            known.look_again()
    _give_levels(result, list(levels.values()))
    reading.records = [r for r in result if _title(r) or not _only_number(r)]
    return reading


def are_of_plans(records: Sequence[Record], plans: Sequence[Record]) -> bool:
    """Return whether most records name plans that others name: by number and title, or by one."""
    known = {(_key(_number(plan)), fold(split_number(_title(plan))[1])) for plan in plans}
    numbers, titles = {number for number, _ in known}, {title for _, title in known}
    same = 0
    for record in records:
        number, title = _key(_number(record)), fold(split_number(_title(record))[1])
        either = number in numbers if not title else title in titles and not number
        same += (number, title) in known or either
    return bool(records) and same > _MOST * len(records)


def items_of_plans(records: Sequence[Record], plans: Sequence[Record]) -> list[Record]:
    """Return the rows of a table by number with their names as those of actions: 番号 | 取組項目.

    They stay as they are unless each has the number of a plan under another name, some of them the
    same one, and nothing but steps or values besides.
    """
    titles = {_key(_number(plan)): _title(plan) for plan in plans}
    numbers = [_key(_number(record)) for record in records]
    under_others = sum(
        number in titles and not _alike(_title(record), titles[number])
        for number, record in zip(numbers, records, strict=True)
    )
    facts = {s.meaning.fact for record in records for s in record.statements}
    others = {fact for fact in facts if not fact.startswith(_OF_ITEMS)}
    repeated = all(numbers) and len(set(numbers)) < len(numbers)
    if not repeated or others or under_others <= _MOST * len(records):
        return list(records)
    return [
        _as_item(record) if number in titles else record
        for number, record in zip(numbers, records, strict=True)
    ]


def _as_item(record: Record) -> Record:
    """Return a record whose name is that of the action that its steps belong to."""
    steps = next((s.group for s in record.statements if s.meaning.fact == "schedule"), None)
    record.statements = [
        replace(s, meaning=s.meaning._replace(fact="action.title"), group=steps)
        if s.meaning.fact == "plan.title" and steps is not None
        else s
        for s in record.statements
    ]
    return record


@dataclass(slots=True)
class _Part:
    """A record with its title and what it holds beyond its name, looked up once for all others.

    ``name`` is the title without a number, folded.
    """

    record: Record
    number: str
    title: str
    name: str
    contents: frozenset[str]
    tables: frozenset[Hashable]

    @classmethod
    def of(cls, record: Record) -> _Part:
        facts = frozenset(s.meaning.fact for s in _contents(record.statements))
        title = _title(record)
        name = fold(split_number(title)[1])
        return cls(record, _key(_number(record)), title, name, facts, _tables(record))

    def look_again(self) -> None:
        """Follow a record that another was joined to."""
        again = _Part.of(self.record)
        self.number, self.title, self.name = again.number, again.title, again.name
        self.contents, self.tables = again.contents, again.tables

    def fits(self, other: _Part) -> bool:
        """Return whether two records of one number are of one plan.

        On one sheet, or without sheets, one of them holds what the other does not, unless a list
        elsewhere repeats number, title and contents of a form.
        """
        titled = bool(self.title and other.title)
        near = self.record.place.sheet == other.record.place.sheet
        if titled and near and not self.contents.isdisjoint(other.contents):
            return self.number == other.number and self.repeats(other)
        return not titled or _alike(other.title, self.title)

    def repeats(self, other: _Part) -> bool:
        """Return whether two tables print one title, letter by letter."""
        return self.name == other.name and self.tables.isdisjoint(other.tables)


def _tables(record: Record) -> frozenset[Hashable]:
    """Return the tables of a record's cells: a group begins with its own, but for a level's."""
    groups = (s.group for s in record.statements)
    return frozenset(
        group[0]
        for group in groups
        if isinstance(group, tuple) and isinstance(group[0], int) and group[1:] != (None, None)
    )


def _only_one(parts: Sequence[_Part], other: _Part) -> _Part | None:
    """Return the only plan of a title that a list without numbers prints again."""
    numbered = [part for part in parts if part.number]
    return parts[0] if len(numbered) == len(parts) == 1 and parts[0].repeats(other) else None


def _merge(known: Record, other: Record) -> None:
    """Join two records, the fuller one first; a statement of both is kept once."""
    facts = {s.meaning.fact for s in known.statements}
    own = any(s.meaning.fact == "level" for s in other.statements)
    if len(other.statements) > 2 * len(known.statements):
        mine, known.statements = known.statements, list(other.statements)
        facts = {s.meaning.fact for s in known.statements}
        known.statements += [
            s
            for s in mine
            if s.meaning.fact not in facts and not s.meaning.fact.startswith(_CONTENTS)
        ]
        known.statements += beside(known.statements, _contents(mine))
        known.levels = other.levels if own else known.levels or other.levels
        return
    known.statements += [
        s
        for s in other.statements
        if s.meaning.fact not in facts and not s.meaning.fact.startswith(_CONTENTS)
    ]
    known.statements += beside(known.statements, _contents(other.statements))
    if not any(s.meaning.fact == "level" for s in known.statements):
        known.levels = known.levels or other.levels
    elif own:  # a chapter over only one of them is no level
        known.levels = [h for h in known.levels if h.level or h in other.levels]


def _contents(statements: Iterable[Statement]) -> list[Statement]:
    return [s for s in statements if s.meaning.fact.startswith(_CONTENTS)]


def _levels(records: list[Record]) -> dict[int, LevelHead]:
    """Return records that name a level alone: their number begins the numbers of others."""
    numbers = {_key(_number(r)) for r in records if _number(r)}
    levels: dict[int, LevelHead] = {}
    for record in records:
        key = _key(_number(record))
        if not key or any(
            s.meaning.fact.startswith((*_CONTENTS, "department")) for s in record.statements
        ):
            continue
        if any(other.startswith(f"{key}-") for other in numbers):
            cell = next(
                s.cell for s in record.statements if s.meaning.fact in ("plan.title", "plan.number")
            )
            levels[id(record)] = LevelHead("", _number(record), _title(record), cell)
    return levels


def _give_levels(records: list[Record], levels: list[LevelHead]) -> None:
    by_key = {_key(level.number): level for level in levels}
    if not by_key:
        return
    for record in records:
        parts = _key(_number(record)).split("-")
        path = ["-".join(parts[:n]) for n in range(1, len(parts))]
        above = [by_key[key] for key in path if key in by_key]
        if above and not record.levels:
            record.levels = above


def _key(number: str) -> str:
    return "-".join(part for part in _PARTS.split(fold(number)) if part)


def _number(record: Record) -> str:
    for each in record.statements:
        if each.meaning.fact == "plan.number" and each.text.strip() and not each.meaning.digit:
            return each.text.strip()
    return split_number(_title(record))[0]


def _title(record: Record) -> str:
    for each in record.statements:
        if each.meaning.fact == "plan.title" and each.text.strip():
            return each.text.strip()
    return ""


def _alike(left: str, right: str) -> bool:
    a, b = fold(split_number(left)[1]), fold(split_number(right)[1])
    if a in b or b in a:
        return True
    from keikaku.loaders.text import similarity

    return similarity(a, b) > 0.6


def _only_number(record: Record) -> bool:
    return {s.meaning.fact for s in record.statements} <= {"plan.number", "skip"}
