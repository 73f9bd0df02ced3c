"""What a sheet's XML says besides its values: size, spans, widths, number formats.

One pass that makes no objects for empty cells. It also guards the reading of the values: a sheet
with a row beyond Excel's last one, or with too many cells, is refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from keikaku.loaders.readers import limits
from keikaku.loaders.readers.number_formats import built_in
from keikaku.loaders.readers.package import Package

_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_WIDTH, _HEIGHT = 8.43, 15.0
EMU_PER_CHARACTER, EMU_PER_POINT = 66_675, 12_700
"""A column's width is counted in characters of about 7 pixels, a row's height in points."""

_NOTHING_SPECIAL = {"", "General", "@"}
_MOST_DIGITS = 7
_EMPTY_CELL = re.compile(
    rb'<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]{1,6}")?(?: t="n")?\s?(?:/>|></c>)'
)
"""A cell with a format but without a value: an evaluation book has hundreds of thousands."""
Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


@dataclass(slots=True)
class Frame:
    """A sheet without its values; rows and columns count from 0.

    ``formats`` are the number formats other than plain by slot; ``widths`` and ``heights`` are in
    EMU (914,400 to the inch) where they differ from ``width`` and ``height``; ``uncomputed`` are
    the slots of formulas that were saved without a value.
    """

    spans: list[Range] = field(default_factory=list)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    width: float = _WIDTH * EMU_PER_CHARACTER
    height: float = _HEIGHT * EMU_PER_POINT
    uncomputed: list[tuple[int, int]] = field(default_factory=list)


def slot(ref: str) -> tuple[int, int] | None:
    """Return row and column, from 0, of a reference such as ``B7``; None for other text.

    >>> slot("A1"), slot("Z10"), slot("AA2"), slot("1")
    ((0, 0), (9, 25), (1, 26), None)
    """
    match = _REF.fullmatch(ref)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def letters(column: int) -> str:
    """Return the letters of a column, from 0: 0 → A, 26 → AA.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, 26)
        name = chr(65 + place) + name
    return name


def read_frame(package: Package, part: str, formats: dict[str, str]) -> Frame:
    """Walk through a sheet; ``formats`` are those other than plain by style index.

    Raises :class:`keikaku.graph.errors.SourceError` for a sheet that is damaged or too large.
    """
    walk = _Walk(package, part, formats)
    empty = package.scan(part, walk.start, walk.end, walk.text, _EMPTY_CELL)
    walk.check(empty)
    return walk.frame


class _Walk:
    """Takes the elements of a sheet in order."""

    def __init__(self, package: Package, part: str, formats: dict[str, str]) -> None:
        self.frame = Frame()
        self._package = package
        self._part = part
        self._formats = formats
        self._row = self._column = -1
        self._last = [0, 0]
        self._cells = 0
        self._columns: dict[str, int] = {}
        self._formula = self._valued = self._in_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name == "f":
            self._formula = True
        elif name in {"v", "is"}:
            self._in_value = True
            self._valued = self._valued or name == "is"
            self._last[0] = max(self._last[0], self._row)
            self._last[1] = max(self._last[1], self._column)
        elif name == "mergeCell":
            self._span(attributes.get("ref", ""))
        elif name == "col":
            self._width(attributes)
        elif name == "sheetFormatPr":
            width = attributes.get("defaultColWidth") or attributes.get("baseColWidth")
            self.frame.width = _float(width, _WIDTH) * EMU_PER_CHARACTER
            height = _float(attributes.get("defaultRowHeight"), _HEIGHT)
            self.frame.height = height * EMU_PER_POINT

    def text(self, _: str) -> None:
        self._valued = self._valued or self._in_value

    def end(self, name: str) -> None:
        self._in_value = False
        if name == "c" or name.endswith(":c"):
            if self._formula and not self._valued:
                self.frame.uncomputed.append((self._row, self._column))
            self._formula = self._valued = False

    def _open_row(self, attributes: dict[str, str]) -> None:
        printed = attributes.get("r")
        try:
            self._row = int(printed) - 1 if printed else self._row + 1
        except ValueError:
            self._row = limits.LAST_ROW
        self._column = -1
        if not 0 <= self._row < limits.LAST_ROW:
            raise limits.too_large(self._package.path, self._part, f"row {printed}")
        if "ht" in attributes:
            self.frame.heights[self._row] = _float(attributes["ht"], _HEIGHT) * EMU_PER_POINT

    def _cell(self, attributes: dict[str, str]) -> None:
        ref = attributes.get("r")
        if ref is None:
            self._column += 1
        else:
            self._row, self._column = self._at(ref)
        self._count(1)
        self._valued = attributes.get("t") == "str"
        if not (0 <= self._row < limits.LAST_ROW and self._column < limits.LAST_COLUMN):
            raise limits.too_large(self._package.path, self._part, f"cell {ref}")
        style = attributes.get("s")
        if style in self._formats:
            self.frame.formats[self._row, self._column] = self._formats[style]

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > limits.MOST_CELLS:
            raise limits.too_large(self._package.path, self._part, f"{self._cells:,} cells")

    def _at(self, ref: str) -> tuple[int, int]:
        """Return the slot of a cell: a sheet names its few columns over and over."""
        name = ref.rstrip("0123456789")
        number = ref[len(name) :]
        column = self._columns.get(name)
        if column is None or not number or len(number) > _MOST_DIGITS:
            at = slot(ref)
            if at is None:
                raise limits.damaged(self._package.path, self._package.form, self._part)
            self._columns[name] = at[1]
            return at
        return int(number) - 1, column

    def _span(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        a, b = slot(first), slot(last or first)
        if a is not None and b is not None and len(self.frame.spans) < limits.MOST_CELLS // 10:
            top, bottom = sorted((a[0], b[0]))
            left, right = sorted((a[1], b[1]))
            self.frame.spans.append((top, left, bottom, right))

    def _width(self, attributes: dict[str, str]) -> None:
        width = _float(attributes.get("width"), _WIDTH) * EMU_PER_CHARACTER
        if attributes.get("hidden") in {"1", "true"}:
            width = 0.0
        first, last = _whole(attributes.get("min")), _whole(attributes.get("max"))
        for column in range(max(first, 1), min(last, limits.LAST_COLUMN) + 1):
            self.frame.widths[column - 1] = width

    def check(self, empty: int) -> None:
        self._count(empty)
        slots = (self._last[0] + 1) * (self._last[1] + 1)
        if slots > limits.MOST_SLOTS:
            raise limits.too_large(self._package.path, self._part, f"{slots:,} slots")


def read_formats(package: Package, part: str) -> dict[str, str]:
    """Return the number formats of a workbook by style index, without those that are plain."""
    if part not in package.names:
        return {}
    root = package.tree(part)
    spelled: dict[str, str] = {}
    formats: dict[str, str] = {}
    for each in root.iter():
        if each.tag.rpartition("}")[2] == "numFmt":
            spelled[each.get("numFmtId", "")] = each.get("formatCode", "")
    for table in root:
        if table.tag.rpartition("}")[2] != "cellXfs":
            continue
        for index, style in enumerate(table):
            number = style.get("numFmtId", "0")
            code = spelled.get(number) or (built_in(int(number)) if number.isdigit() else "")
            if code not in _NOTHING_SPECIAL:
                formats[str(index)] = code
    return formats


def _float(text: str | None, default: float) -> float:
    try:
        return float(text) if text else default
    except ValueError:
        return default


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 8 else 0
