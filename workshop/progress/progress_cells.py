"""One cell of a progress file: an actual value, a state, a day."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from keikaku.graph.language import Text
from keikaku.graph.measures import in_unit_of
from keikaku.graph.years import ERAS
from keikaku.loaders.sheet_reader import Cell
from keikaku.workshop.cell_values import DIGITS, Typed, in_scale, typed, unit_fits
from keikaku.workshop.progress.progress_records import STATES

_NONE = frozenset({"", "-", "ー", "―", "—", "–", "−", "…", "n/a"})
"""What people put into a cell that has no value yet."""

_FAR = 100  # so many times the baseline and the target, or so small a part of both
_PART = 20  # a share typed as 0.982 is less than this part of what 98.2 stands beside
_ERAS = "|".join(ERAS)
_DAY = re.compile(
    rf"(?P<era>{_ERAS})?\s*(?P<year>\d{{1,4}}|元)\s*[年/.\-]\s*(?P<month>\d{{1,2}})"
    r"\s*[月/.\-]\s*(?P<day>\d{1,2})日?(?:\s+[\d:]+)?",
    re.IGNORECASE,
)
_STATES = {
    word.casefold(): state.code
    for state in STATES
    for word in (*state.word, state.code, *state.others)
}


@dataclass(slots=True)
class Read:
    """The actual value that was read, or the problems that prevented it."""

    value: int | float | None = None
    qualifier: str | None = None
    raw: str = ""
    problems: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


def is_blank(cell: Cell | None) -> bool:
    """Return whether a cell holds no value: nothing, spaces, or a dash."""
    if cell is None:
        return True
    if cell.value is None:
        return cell.formula is None
    return isinstance(cell.value, str) and _normal(cell.value).casefold() in _NONE


def actual(cell: Cell, target: dict[str, Any] | None, baseline: dict[str, Any] | None) -> Read:
    """Return an actual value in the unit of the indicator.

    An odd value is reported, a wrong value is not used.
    """
    unit = next((m["unit"] for m in (target, baseline) if m and m.get("unit")), None)
    number = _number(cell, unit)
    if not isinstance(number, Typed):
        return Read(problems=[number])
    number = in_scale(number, unit)
    if not unit_fits(number.unit, unit):
        details = {"value": number.unit, "unit": unit or _NO_UNIT}
        return Read(problems=[("other-unit", details)])
    in_unit = [in_unit_of(m, {"unit": unit})["value"] for m in (target, baseline) if m]
    known = [abs(value) for value in in_unit if value]
    if unit == "%" and number.unit is None and _is_share(number.value, known):
        percent = f"{round(number.value * 100, DIGITS):g}"
        return Read(problems=[("a-percentage", {"value": number.raw, "meant": percent})])
    read = Read(number.value, number.qualifier, number.raw)
    size = abs(number.value)
    if size and known and (size >= _FAR * max(known) or size * _FAR <= min(known)):
        read.problems.append(("another-scale", {"value": number.raw, "unit": unit or _NO_UNIT}))
    return read


def state(cell: Cell) -> str | None:
    """Return the code of the state in a cell, or None where it is not a state."""
    return _STATES.get(_normal(str(cell.value)).rstrip("。").casefold())


def day(cell: Cell) -> str | None:
    """Return the day in a cell, as YYYY-MM-DD, or None.

    A date, 2026/4/1, 令和8年4月1日, R8.4.1.
    """
    if isinstance(cell.value, date):
        return cell.value.isoformat()[:10]
    match = _DAY.fullmatch(_normal(str(cell.value)))
    if match is None:
        return None
    year = 1 if match["year"] == "元" else int(match["year"])
    if match["era"]:
        year += ERAS[match["era"].upper()] - 1
    try:
        return date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None


_NO_UNIT = Text("単位なし", "none")

_Wrong = tuple[str, dict[str, Any]]


def _number(cell: Cell, unit: str | None) -> Typed | _Wrong:
    """Return the number in a cell, or what is wrong with it."""
    value = cell.value
    if value is None:
        return "not-calculated", {"formula": cell.formula}
    if isinstance(value, str):
        return _written(value, unit)
    if isinstance(value, bool):
        return "not-a-number", {"value": str(value).upper()}
    if isinstance(value, date | time):
        return "a-date", {"value": value.isoformat().removesuffix("T00:00:00")}
    if not cell.percent:
        return Typed(value, None, "=", None, f"{value}")
    percent = round(value * 100, DIGITS)
    whole = int(percent) if float(percent).is_integer() else percent
    return Typed(whole, "%", "=", None, f"{whole}%")


def _written(text: str, unit: str | None) -> Typed | _Wrong:
    """Return the number that a text is."""
    written = typed(text, unit)
    if written is None:
        return "not-a-number", {"value": " ".join(text.split())}
    return written if written.comparator == "=" else ("a-comparison", {"value": written.raw})


def _is_share(value: float, known: list[float]) -> bool:
    """Return whether a number looks like 0.982 in place of 98.2."""
    return 0 < abs(value) <= 1 and bool(known) and abs(value) * _PART < min(known)


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
