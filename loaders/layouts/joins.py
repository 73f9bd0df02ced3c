"""Records of one plan from several parts of a source → one record; numbers of levels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from keikaku.loaders.layouts.level_heads import split_number
from keikaku.loaders.layouts.statements import LevelHead, Reading, Record
from keikaku.loaders.text import fold

_PARTS = re.compile(r"[-‐－ー−.．]")
_CONTENTS = ("indicator.", "effect.", "budget.", "schedule", "plan.work", "evaluation.", "action.")


def joined(reading: Reading) -> Reading:
    """Give one record per plan: of an overview and its forms, of a list and tables by number."""
    records = reading.records
    if len(records) < 2:
        return reading
    levels = _levels(records)
    kept = [r for r in records if id(r) not in levels]
    by_key: dict[str, list[_Part]] = {}
    result: list[Record] = []
    for record in kept:
        part = _Part.of(record)
        number, title = _number(record), part.title
        known = next(
            (other for other in by_key.get(_key(number) or fold(title), ()) if other.fits(part)),
            None,
        )
        if known is None:
            result.append(record)
            for key in filter(None, {_key(number), fold(title) if not number else ""}):
                by_key.setdefault(key, []).append(part)
        else:
            _merge(known.record, record)
            known.look_again()
    _give_levels(result, list(levels.values()))
    reading.records = [r for r in result if _title(r) or not _only_number(r)]
    return reading


@dataclass(slots=True)
class _Part:
    """A record with its title and what it holds beyond its name, looked up once for all others."""

    record: Record
    title: str
    contents: frozenset[str]

    @classmethod
    def of(cls, record: Record) -> _Part:
        facts = (each.meaning.fact for each in record.statements)
        contents = frozenset(fact for fact in facts if fact.startswith(_CONTENTS))
        return cls(record, _title(record), contents)

    def look_again(self) -> None:
        """Follow a record that another was joined to."""
        again = _Part.of(self.record)
        self.title, self.contents = again.title, again.contents

    def fits(self, other: _Part) -> bool:
        """Return whether two records of one number are of one plan.

        On one sheet, one of them holds what the other does not.
        """
        titled = bool(self.title and other.title)
        beside = self.record.place.sheet == other.record.place.sheet
        if titled and beside and not self.contents.isdisjoint(other.contents):
            return False
        return not titled or _alike(other.title, self.title)


def _merge(known: Record, other: Record) -> None:
    """Join two records, the fuller one first; a statement of both is kept once."""
    facts = {s.meaning.fact for s in known.statements}
    if len(other.statements) > 2 * len(known.statements):
        mine, known.statements = known.statements, list(other.statements)
        facts = {s.meaning.fact for s in known.statements}
        known.statements += [s for s in mine if s.meaning.fact not in facts]
        known.levels = known.levels or other.levels
        return
    for each in other.statements:
        repeated = each.meaning.fact in facts and not each.meaning.fact.startswith(_CONTENTS)
        if not repeated:
            known.statements.append(each)
    if not any(s.meaning.fact == "level" for s in known.statements):
        known.levels = known.levels or other.levels


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
