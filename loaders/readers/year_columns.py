"""Tables under a line of years in a text set in columns: each cell stands below its head.

A head and what stands below it share a middle, or a row has a part for each head. Names begin
where the column of names begins and may take several lines; a label to the left of the head
belongs to the whole table, and may take several lines, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from statistics import median

from keikaku.loaders.readers.blocks import Cell, Place, Table
from keikaku.loaders.readers.column_places import led_by_arrows
from keikaku.loaders.readers.column_rows import NUMBER, YEAR, Line, Part, display
from keikaku.loaders.readers.head_spans import names_row

_FEWEST_YEARS = 2
MOST_PARTS = 11
"""The parts of a head; a table of more is a list, whose columns follow from all of its lines."""
_MOST_BEFORE = 4
"""The parts of a head before its years; more are the columns of a list."""
_NEAR = 2
_ONLY_YEAR = re.compile(r"年?度")
REST_OF_HEAD = re.compile(r"年?度|[(（].{0,12}|.{1,12}[)）]")
"""What the second line of a head may hold: 度 below 令和7年, a note in brackets."""
_OF_YEAR = re.compile(rf"[^\s\d()（）]{{2,6}}[(（](?:{YEAR.pattern})[)）]")
VALUE_OF_YEAR = re.compile(rf"(?:{NUMBER.pattern})|[→⇒➡○◎●△×✓―－-]")
_NUMERIC = re.compile(r"[△▲-]?\d")
_UNIT, _LONGEST_UNIT = "単位", 5
_BESIDE_NAME = re.compile(r"単位|(?:現状|基準|現況|実績|当初).{0,8}")
"""The head beside that of names, which then is no label of its table."""
_NOTE = re.compile(r"[(（].{1,8}[)）]")
_IN_BRACKETS = re.compile(r"\([^()]*\)?")
"""Words in brackets, which the line may not close."""
_BROKEN = re.compile(r"[△▲-]?\d{1,3}(?:,\d{3})*,\d{0,2}")
"""A number whose last group the width of its column broke: 356,00 above 0."""
_MOST_GAPS, SHORT = 2, 8


@dataclass(slots=True)
class _Columns:
    """The heads of a table from the left, and the label before them that names the table."""

    heads: list[Part]
    texts: list[str]
    label: str | None
    label_right: int
    name_left: int = 0
    middles: list[int] = field(default_factory=list)
    """Twice the middle of each column, as a line with a part for each head shows it."""
    rows: list[dict[int, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """The line of each row."""
    own: dict[int, str] = field(default_factory=dict)
    """The label of a row that has one of its own, by its line."""

    @property
    def years(self) -> list[int]:
        """The columns of years."""
        return [n for n, head in enumerate(self.heads) if is_year(head)]


def is_year(part: Part) -> bool:
    """Return whether a head is a year, or says of which year its values are: 現状値(R6)."""
    return YEAR.fullmatch(part.text) is not None or _OF_YEAR.fullmatch(part.text) is not None


def begins_years(line: Line) -> bool:
    """Return whether a line is a head of years, few enough to be no list of many columns."""
    years = [at for at, part in enumerate(line.parts) if is_year(part)]
    if len(years) < _FEWEST_YEARS or len(line.parts) > MOST_PARTS or years[0] > _MOST_BEFORE:
        return False
    adjacent = years == list(range(years[0], years[0] + len(years)))
    return adjacent and len(line.parts) - years[-1] <= _NEAR


def year_table(
    run: Sequence[Line], at: int, ends: Callable[[Line], bool]
) -> tuple[list[Table], int] | None:
    """Return the table whose head is a line of a run, and the line behind it; None for none.

    A row below it with a label of its own is another table under the same years. ``ends`` says
    of a line whether it stands alone, as a heading does.
    """
    columns = _head_of(run, at)
    columns.middles = [head.left + head.right for head in columns.heads]
    bodies, end = _body(run, at, columns, ends)
    whole = [parts for _, parts in bodies if len(parts) == len(columns.heads)]
    if whole:
        columns.middles = [
            round(median(part.left + part.right for part in column))
            for column in zip(*whole, strict=True)
        ]
    lefts = [parts[0].left for _, parts in bodies if len(parts) > 1 or not columns.rows]
    columns.name_left = min(lefts, default=0)
    lines = []
    for number, parts in bodies:
        slots = _placed(parts, columns)
        if slots is None:
            end = next(n for n in range(at, len(run)) if run[n].number == number)
            break
        lines.append((number, slots))
    names = [p for _, slots in lines for n, p in slots.items() if n == 0 and _is_name(p, columns)]
    widest = max((display(name.text) for name in names), default=0)
    pending, full, waits = "", False, 0
    for number, slots in lines:
        waits = waits if pending else number
        pending, full = _add(slots, columns, number, widest, pending, full=full)
    if not columns.rows:
        return None
    if pending:  # a name without a row is none of this table
        end = next(n for n in range(at, len(run)) if run[n].number == waits)
    return [_table(run[at].number, columns), *_own_tables(run[at].number, columns)], end


def _head_of(run: Sequence[Line], at: int) -> _Columns:
    parts = list(run[at].parts)
    first, rest = parts[0], parts[1:]
    own = takewhile(lambda line: not begins_years(line), run[at + 1 : at + 5])
    rows = [line.parts for line in own if len(line.parts) > 1]
    below = [row for row in rows if not all(REST_OF_HEAD.fullmatch(p.text) for p in row[1:])]
    if (
        not is_year(first)
        and len(rest) > _FEWEST_YEARS
        and not is_year(rest[0])
        and any(_leaves_free(row, first, rest[0]) for row in below[:2])
    ):
        return _Columns(rest, [p.text for p in rest], first.text, first.right)
    return _Columns(parts, [p.text for p in parts], None, -1)


def _leaves_free(row: Sequence[Part], label: Part, name: Part) -> bool:
    """Return whether a row has its name behind the first head, which then is a label."""
    note = _NOTE.fullmatch(row[0].text) is not None and row[0].right < name.left
    if row[0].left > label.right or (note and row[0].left <= label.left + _NEAR):
        return True
    if _BESIDE_NAME.fullmatch(name.text) or len(row[0].text) > SHORT:
        return False
    behind = row[0].left <= label.right and row[0].right < row[1].left <= name.right
    value = VALUE_OF_YEAR.fullmatch(row[1].text) or _NUMERIC.match(row[1].text)
    return behind and value is None


def _body(
    run: Sequence[Line], at: int, columns: _Columns, ends: Callable[[Line], bool]
) -> tuple[list[tuple[int, list[Part]]], int]:
    """Return the lines below a head without the pieces of its label, and the line behind them."""
    bodies: list[tuple[int, list[Part]]] = []
    labelled = True
    end = at + 1
    while end < len(run):
        line, parts = run[end], list(run[end].parts)
        apart = bool(bodies) and line.number - run[end - 1].number > _MOST_GAPS
        if apart or begins_years(line) or ends(line):
            break
        if columns.label is not None and parts[0].left < columns.heads[0].left - _NEAR:
            beside = parts[0].right < columns.heads[0].left and parts[0].left <= columns.label_right
            own = beside and bool(bodies) and (not labelled or bool(columns.own))
            if own and not _takes_own(line, parts, columns):
                break
            if beside and not own:
                columns.label += parts.pop(0).text
        labelled = columns.label is not None and len(parts) < len(line.parts)
        end += 1
        if parts and not bodies and all(REST_OF_HEAD.fullmatch(p.text) for p in parts):
            _complete(columns, parts)
        elif parts:
            bodies.append((line.number, parts))
    return bodies, end


def _takes_own(line: Line, parts: list[Part], columns: _Columns) -> bool:
    """Take a row with a label of its own and a value under each year, and that label's note."""
    values = parts[1:]
    if columns.own and len(parts) == 1 and _NOTE.fullmatch(parts[0].text):
        last = max(columns.own)
        columns.own[last] += parts.pop(0).text
        return True
    if len(values) != len(columns.years) or not all(
        VALUE_OF_YEAR.fullmatch(p.text) for p in values
    ):
        return False
    columns.own[line.number] = parts.pop(0).text
    return True


def _complete(columns: _Columns, parts: Sequence[Part]) -> None:
    """Add the second line of a head to it: 度 below 令和7年, a note in brackets."""
    years = columns.years
    others = [n for n in range(len(columns.heads)) if n not in years]
    units = [part for part in parts if _ONLY_YEAR.fullmatch(part.text)]
    if len(units) == len(years):
        for column, part in zip(years, units, strict=True):
            columns.middles[column] = part.left + part.right
    for part in parts:
        among = years if part in units else others
        columns.texts[_nearest(part, columns, among)] += part.text


def _is_name(part: Part, columns: _Columns) -> bool:
    has_names = not is_year(columns.heads[0])
    return has_names and part.left <= columns.name_left + _NEAR


def _placed(parts: Sequence[Part], columns: _Columns) -> dict[int, Part] | None:
    """Return the parts of a line by column; None where they do not stand under the heads."""
    if 1 < len(parts) < len(columns.heads) and _is_name(parts[0], columns):
        parts = [*_unit_apart(parts[0], parts[1], columns), *parts[1:]]
    if len(parts) == len(columns.heads):
        return dict(enumerate(parts))
    if (led := _led(parts, columns)) is not None:
        return led
    if len(parts) == len(columns.years) and all(VALUE_OF_YEAR.fullmatch(p.text) for p in parts):
        return dict(zip(columns.years, parts, strict=True))
    prose = len(parts) == 1 and re.search(r"[:：].", parts[0].text)
    return None if prose else _by_middle(parts, columns)


def _led(parts: Sequence[Part], columns: _Columns) -> dict[int, Part] | None:
    """Return the parts of a line by column where an arrow close to a word leads it on.

    The two are set to the middle of the years that they cover; None without such an arrow.
    """
    years = columns.years
    if len(years) < len(columns.heads) - years[0] or not _is_name(parts[0], columns):
        return None
    middles = [columns.middles[n] for n in years]
    led = led_by_arrows(parts[1:], middles)
    if led is None:
        return None
    return {0: parts[0]} | {years[0] + place: part for place, part in led}


def _by_middle(parts: Sequence[Part], columns: _Columns) -> dict[int, Part] | None:
    """Return the parts of a line by the heads whose middles are nearest."""
    slots: dict[int, Part] = {}
    for at, part in enumerate(parts):
        has_names = at == 0 and _is_name(part, columns)
        if has_names and part.right > (
            columns.heads[1].right if len(parts) > 1 else _start(columns)
        ):
            return None
        column = 0 if has_names else _nearest(part, columns)
        if not has_names and _runs_over(part, column, columns):
            return None
        if column in slots or any(column < other for other in slots):
            return None
        slots[column] = part
    return slots


def _start(columns: _Columns) -> int:
    """Return where the values of a table begin."""
    return min(columns.heads[1].left, columns.middles[1] // 2)


def _runs_over(part: Part, column: int, columns: _Columns) -> bool:
    """Return whether a part is text over several columns, and no cell of its column."""
    following = columns.middles[min(column + 1, len(columns.heads) - 1)]
    before = columns.middles[max(column - 1, 0)]
    room = max(following - columns.middles[column], columns.middles[column] - before) // 2
    return len(part.text) > SHORT and part.right - part.left > room + _NEAR


def _unit_apart(part: Part, following: Part, columns: _Columns) -> list[Part]:
    """Return a name and what a single blank divides from it under the next head: its unit."""
    words, _, unit = part.printed.rpartition(" ")
    left = part.right - len(unit)
    beside = Part(left, unit, unit)
    has_names = columns.texts[1] == _UNIT and len(unit) <= _LONGEST_UNIT
    under = left >= columns.heads[1].left - 2 * _NEAR and _nearest(beside, columns) == 1
    free = not is_year(columns.heads[1]) and _nearest(following, columns) > 1
    if not words or not (has_names or (under and free)):
        return [part]
    return [Part(part.left, words, part.text.removesuffix(unit).rstrip()), beside]


def _nearest(part: Part, columns: _Columns, among: Sequence[int] = ()) -> int:
    """Return the column whose head has its middle nearest to that of a part."""
    middle = part.left + part.right
    of = among or range(len(columns.heads))
    return min(of, key=lambda n: abs(columns.middles[n] - middle))


def _add(
    slots: dict[int, Part],
    columns: _Columns,
    number: int,
    widest: int,
    pending: str,
    *,
    full: bool,
) -> tuple[str, bool]:
    """Add a line to the rows; return the name that waits for its row, and whether one goes on."""
    texts = {column: part.text for column, part in slots.items()}
    has_names = not is_year(columns.heads[0])
    name = texts.get(0, "") if has_names else ""
    reaches = display(name) >= widest - _NEAR
    rows = columns.rows
    if rows and not pending and _goes_on_in_brackets(name, texts, columns):
        _add_below(rows[-1], texts)
        return "", reaches
    if name and len(texts) == 1:
        if rows and full and not pending:
            rows[-1][0] += name
            return "", reaches
        return pending + name, reaches
    last = rows[-1] if rows else {}
    labels = all(not is_year(columns.heads[column]) for column in texts)
    goes_on = (not name or (full and labels)) and not pending and all(n in last for n in texts)
    goes_on = goes_on and last != {}
    broken = goes_on and all(
        _BROKEN.fullmatch(last[column]) and text.isdigit() for column, text in texts.items()
    )
    if broken or (goes_on and not any(VALUE_OF_YEAR.fullmatch(text) for text in texts.values())):
        for column, text in texts.items():
            last[column] += text
        return "", full and (not name or reaches)
    if has_names and (pending or name):
        texts[0] = pending + name
    rows.append(texts)
    columns.numbers.append(number)
    return "", bool(name) and reaches


def _goes_on_in_brackets(name: str, texts: Mapping[int, str], columns: _Columns) -> bool:
    """Return whether a line goes on in a row's name with words in brackets: 目標値 / (申請率).

    Beside them no year may have a value.
    """
    above = columns.rows[-1].get(0, "")
    is_open = above.count("(") > above.count(")")
    return (
        bool(name and above)
        and (is_open or _IN_BRACKETS.fullmatch(name) is not None)
        and not any(is_year(columns.heads[column]) for column in texts)
    )


def _add_below(row: dict[int, str], texts: Mapping[int, str]) -> None:
    """Add the words of a line to the cells of the row above, each below them."""
    for column, text in texts.items():
        above = row.get(column, "")
        goes_on = column == 0 and (above.count("(") > above.count(")") or _NOTE.fullmatch(text))
        row[column] = f"{above}{text}" if goes_on or not above else f"{above}\n{text}"


def _table(number: int, columns: _Columns) -> Table:
    first = 0 if columns.label is None else 1
    heads = dict(enumerate(columns.texts))
    lines = [(number, heads), *zip(columns.numbers, columns.rows, strict=True)]
    lines = [(line, texts) for line, texts in lines if line not in columns.own]
    tall = len(lines) == 2 and names_row(columns.label, columns.texts[0])
    if tall:
        heads[0] += lines[1][1].pop(0, "")
    cells = [
        Cell(row, first + column, 1 + (tall and row == column == 0), 1, text, Place(line=line))
        for row, (line, texts) in enumerate(lines)
        for column, text in sorted(texts.items())
    ]
    if columns.label is not None:
        cells.insert(0, Cell(0, 0, len(lines), 1, columns.label, Place(line=number)))
    return Table(len(lines), first + len(columns.heads), tuple(cells), Place(line=number))


def _own_tables(number: int, columns: _Columns) -> Iterator[Table]:
    """Yield a table of the years and one row for each row that has a label of its own."""
    years = columns.years
    for line, texts in zip(columns.numbers, columns.rows, strict=True):
        if line in columns.own:
            place = Place(line=line)
            heads = [
                Cell(0, at, 1, 1, columns.texts[column], Place(line=number))
                for at, column in enumerate(years, 1)
            ]
            values = [
                Cell(1, at, 1, 1, texts.get(column, ""), place)
                for at, column in enumerate(years, 1)
            ]
            cells = (Cell(0, 0, 2, 1, columns.own[line], place), *heads, *values)
            yield Table(2, len(years) + 1, cells, place)


__all__ = [
    "MOST_PARTS",
    "REST_OF_HEAD",
    "SHORT",
    "VALUE_OF_YEAR",
    "begins_years",
    "is_year",
    "year_table",
]
