"""A value that lists several years one after the other → a statement for each year.

「R8 検討、R9 実施」, or a line for each year in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from keikaku.loaders.layouts.head_years import YearHead, year_head
from keikaku.loaders.layouts.statements import Reading, Statement
from keikaku.loaders.text import normal

_ONE = r"(?:(?:令和|平成|[RH])\.?(?:元|\d{1,2})(?:年度?)?|20\d\d(?:年度?)?|\d{1,2}年度)"
_YEAR = re.compile(
    rf"(?:^|(?<=[\s、,/;・(\[【(])|(?=(?:令和|平成)\d)|(?=[RH]\d{{1,2}}\s*:))"
    rf"(?P<year>{_ONE}(?:\s*[~〜\-–]\s*{_ONE})?)(?:末|目標)?\s*[)\]】]?\s*(?:[:=…]|は)?\s*",
)
"""A year behind a sign that parts; a whole era's word, or a colon behind it, parts by itself."""
_EDGES = " \u3000\n\t、,/;・([【"
_NAME_EDGES = " \u3000\n\t、,/;(→⇒-:=・"
_AMOUNT = r"[△▲-]?\d[\d,.]*[^\s\d→⇒➡()]{0,6}(?:\([^()]*\))?"
_LEADS = re.compile(rf"(?P<name>.*[^\d\s].*?)[\s:]+(?P<values>{_AMOUNT}\s*[→⇒➡]\s*{_AMOUNT})")
"""申請率 75％(令和5年度) → 100％(令和10年度)."""
_FEWEST = 2
_LONGEST = 120
_FACTS = ("schedule", "indicator.target", "indicator.actual", "effect.total", "budget.", "yearly")


def parted_by_years(reading: Reading) -> Reading:
    """Split the statements of all records whose values list several years."""
    for record in reading.records:
        record.statements = [part for each in record.statements for part in _parts(each)]
    return reading


def _parts(each: Statement) -> Iterator[Statement]:
    led = _led(normal(each.cell.text).strip())
    name = each.meaning.fact == "indicator.name"
    if name or (led is not None and each.meaning.fact == "indicator.target"):
        yield from _named_values(each)
        return
    items = year_items(each.cell.text) if _may_be_parted(each) else []
    if not items:
        yield each
    for head, text in items:
        meaning = each.meaning._replace(year=head.year, last=head.last)
        yield replace(each, meaning=meaning, cell=replace(each.cell, text=text, value=None))


def _named_values(each: Statement) -> Iterator[Statement]:
    """Yield an indicator's name, and the targets that its own line states behind it.

    申請率（％）　現状値 12　→　R8 14　R9 16.
    """
    flat = normal(each.cell.text).strip()
    led = _led(flat)
    if led is not None:
        group = (each.group, each.cell.place, flat)
        for fact, text in (("name", led["name"]), ("target", led["values"])):
            cell = replace(each.cell, text=text.strip(_NAME_EDGES), value=None)
            meaning = each.meaning._replace(fact=f"indicator.{fact}")
            yield replace(each, meaning=meaning, cell=cell, group=group)
        return
    marks = list(_YEAR.finditer(flat))
    first = next((m for m in marks if flat[: m.start()].strip(_EDGES)), None)
    items = year_items(flat[first.start() :]) if first is not None else []
    items = [(head, text) for head, text in items if any(c.isdigit() for c in text)]
    if first is None or len(items) < _FEWEST:
        yield each
        return
    group = (each.group, each.cell.place, flat)
    name = replace(each.cell, text=flat[: first.start()].strip(_NAME_EDGES), value=None)
    yield replace(each, cell=name, group=group)
    for head, text in items:
        meaning = each.meaning._replace(fact="indicator.target", year=head.year, last=head.last)
        cell = replace(each.cell, text=text, value=None)
        yield replace(each, meaning=meaning, cell=cell, group=group)


def _led(text: str) -> re.Match[str] | None:
    """Return an indicator's line that leads from its baseline to its target, if it is one."""
    short = len(text) <= _LONGEST and any(arrow in text for arrow in "→⇒➡")
    return _LEADS.fullmatch(text) if short else None


def _may_be_parted(each: Statement) -> bool:
    meaning = each.meaning
    return meaning.year is None and meaning.ordinal is None and meaning.fact.startswith(_FACTS)


def year_items(text: str, *, fewest: int = _FEWEST) -> list[tuple[YearHead, str]]:
    """Return the years of a value and the text behind each; empty where it is no such list.

    A list has ``fewest`` years or more.

    >>> [(head.year, value) for head, value in year_items("R8 検討、R9：実施")]
    [(2026, '検討'), (2027, '実施')]
    """
    flat = normal(text).strip()
    marks = list(_YEAR.finditer(flat))
    if len(marks) < fewest or flat[: marks[0].start()].strip(_EDGES):
        return []
    items: list[tuple[YearHead, str]] = []
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(flat)
        head = year_head(mark["year"])
        if head is None or head.year is None or (items and head.year <= (items[-1][0].last or 0)):
            return []
        items.append((head, flat[mark.end() : end].strip(_EDGES)))
    return items
