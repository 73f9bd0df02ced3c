"""A value that lists several years one after the other → a statement for each year.

「R8 検討、R9 実施」, or a line for each year in one cell.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.head_years import YearHead, year_head
from keikaku.loaders.layouts.labels.indicator_blocks import IndicatorBlock, indicator_blocks
from keikaku.loaders.layouts.labels.statements import Reading, Statement
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal
from keikaku.loaders.values import read_cell

_ONE = r"(?:(?:令和|平成|[RH])\.?(?:元|\d{1,2})(?:年度?)?|20\d\d(?:年度?)?|\d{1,2}年度)"
_YEAR = re.compile(
    rf"(?:^|(?<=[\s、,/;・(\[【(])|(?=(?:令和|平成)\d)|(?=[RH]\d{{1,2}}\s*:))"
    rf"(?P<year>{_ONE}(?:\s*[~〜\-–]\s*{_ONE})?)(?P<open>\s*(?:[~〜](?!\s*\d)|以降|から(?=\s*:)))?"
    rf"(?:末|目標)?\s*[)\]】]?\s*(?:[:=…]|は)?\s*",
)
"""A year behind a sign that parts; a whole era's word, or a colon behind it, parts by itself."""
_EDGES = " \u3000\n\t、,/;・([【"
_NAME_EDGES = " \u3000\n\t、,/;(→⇒-:=・"
_AMOUNT = r"[△▲-]?\d[\d,.]*[^\s\d→⇒➡()]{0,6}(?:\([^()]*\))?"
_LEADS = re.compile(rf"(?P<name>.*[^\d\s].*?)[\s:]+(?P<values>{_AMOUNT}\s*[→⇒➡]\s*{_AMOUNT})")
"""申請率 75％(令和5年度) → 100％(令和10年度)."""
_NO_BASELINE = re.compile(r"\s+(?:現[状況]値?|基準値)$")
"""What is left of a baseline that a line leaves open: 申請率（％） 現状値 － R8 14."""
_OPEN = "~"
"""The rest of a year whose end is left open: 令和10年度～."""
_UNIT = re.compile(r"\s*[(\[〔][^()\[\]〔〕\d]{1,8}[)\]〕]")
_OF_INDICATORS = ("indicator.name", "indicator.target")
_FEWEST = 2
_LONGEST = 120
_FACTS = ("schedule", "indicator.target", "indicator.actual", "effect.total", "budget.", "yearly")


def parted_by_years(reading: Reading) -> Reading:
    """Split the statements of all records whose values list several years."""
    for record in reading.records:
        lines = _lines_of_years(record.statements)
        record.statements = [
            part
            for each in record.statements
            for part in _parts(each, fewest=1 if id(each) in lines else _FEWEST)
        ]
    return reading


def _lines_of_years(statements: Sequence[Statement]) -> set[int]:
    """Return the ids of a schedule's lines, if each of them is of a year or several.

    令和8年度 準備 and 令和9年度 実施, each a paragraph of its own.
    """
    lines = [
        each for each in statements if each.meaning.fact == "schedule" and _may_be_parted(each)
    ]
    dated = all(year_items(each.cell.text, fewest=1) for each in lines)
    return {id(each) for each in lines} if dated and len(lines) >= _FEWEST else set()


def _parts(each: Statement, *, fewest: int) -> Iterator[Statement]:
    fact = each.meaning.fact
    blocks = indicator_blocks(each.cell.text) if fact in _OF_INDICATORS else []
    if blocks:
        yield from _of_blocks(each, blocks)
        return
    valued = fact == "indicator.target" and value_lines(normal(each.cell.text).strip())
    if fact == "indicator.name" or valued:
        yield from _named_values(each)
        return
    items = year_items(each.cell.text, fewest=fewest) if _may_be_parted(each) else []
    if not items:
        yield each
    for head, text in items:
        meaning = each.meaning._replace(year=head.year, last=head.last)
        goes_on = head.rest == _OPEN and meaning.fact == "schedule"  # 令和10年度～：本格実施
        cell = replace(each.cell, text=f"{text} →" if goes_on else text, value=None)
        yield replace(each, meaning=meaning, cell=cell)


def _of_blocks(each: Statement, blocks: Sequence[IndicatorBlock]) -> Iterator[Statement]:
    """Yield the name and the values of each indicator that a cell prints over its lines."""
    for at, block in enumerate(blocks):
        group = (each.group, each.cell.place, at) if len(blocks) > 1 else each.group
        name = each.meaning._replace(fact="indicator.name")
        yield _stated(each, name, block.name, group)
        for line in block.values:
            meaning = each.meaning._replace(fact=line.fact)
            items = year_items(line.text, fewest=1) if line.year is None else []
            if line.year is not None:
                items = [(line.year, line.text)]
            for head, text in items:
                yield _stated(each, meaning._replace(year=head.year, last=head.last), text, group)
            if not items:
                yield _stated(each, meaning, line.text, group)


def _stated(each: Statement, meaning: Meaning, text: str, group: Hashable) -> Statement:
    """Return a part of a statement with its own meaning and group."""
    return replace(
        each, meaning=meaning, cell=replace(each.cell, text=text, value=None), group=group
    )


def _named_values(each: Statement) -> Iterator[Statement]:
    """Yield an indicator's name, and the targets that its own line states behind it.

    申請率（％）　現状値 12　→　R8 14　R9 16.
    """
    flat = normal(each.cell.text).strip()
    lines = value_lines(flat)
    if lines:
        for title, values in lines:
            group = (each.group, each.cell.place, title)
            for fact, text in (("name", title), ("target", values)):
                cell = replace(each.cell, text=text, value=None)
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
    title = _NO_BASELINE.sub("", flat[: first.start()].strip(_NAME_EDGES))
    name = replace(each.cell, text=title, value=None)
    yield replace(each, cell=name, group=group)
    for head, text in items:
        meaning = each.meaning._replace(fact="indicator.target", year=head.year, last=head.last)
        cell = replace(each.cell, text=text, value=None)
        yield replace(each, meaning=meaning, cell=cell, group=group)


def value_lines(text: str) -> list[tuple[str, str]]:
    """Return the names and the values of lines that each lead from a baseline to a target.

    Empty where a line, or the whole text, is not of that kind.

    >>> value_lines("申請率 12.5％(R6)→30％(R12)")
    [('申請率', '12.5％(R6)→30％(R12)')]
    >>> value_lines("申請率 現況値:12.5％ 目標値:30％"), value_lines("申請率の向上")
    ([('申請率', '現況値:12.5％ 目標値:30％')], [])
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return []
    for lines in (text.split("\n"), [" ".join(text.split("\n"))]):
        known = [_led(line.strip()) for line in lines if line.strip()]
        if all(known):
            return [each for each in known if each is not None]
    return []


def _led(text: str) -> tuple[str, str] | None:
    """Return an indicator's name and its values on a line from its baseline to its target."""
    match = _LEADS.fullmatch(text) if any(arrow in text for arrow in "→⇒➡") else None
    if match is not None:
        return match["name"].strip(_NAME_EDGES), match["values"].strip(_NAME_EDGES)
    read = read_cell(text)
    name = read.values[0].label if read.values else None
    both = [value.role for value in read.values] == ["baseline", "target"]
    if read.kind != "values" or not both or not name or name not in text:
        return None
    behind = text[text.index(name) + len(name) :]
    unit = _UNIT.match(behind)
    return f"{name}{unit[0] if unit else ''}", behind[unit.end() if unit else 0 :].strip(
        _NAME_EDGES
    )


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
        head = head._replace(rest=_OPEN) if mark["open"] else head
        items.append((head, flat[mark.end() : end].strip(_EDGES)))
    return items
