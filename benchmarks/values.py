"""How many real cells are read as by hand: ``python -m benchmarks.values [FILE]``.

FILE holds a JSON object a line: ``id``, ``cell``, ``values`` (hand-read), ``doubt`` (why a careful
reader may differ; those cells are left out). Without it ``../shared/sources/value-cells.jsonl``.
A key that a hand-read value leaves out has its default: no unit, ``=``, no date.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

from keikaku.loaders.values import Value, read_values

CELLS = Path(__file__).parents[1] / "../shared/sources/value-cells.jsonl"
FIELDS = (
    "value", "low", "high", "unit", "comparator", "qualifier", "as_of", "fiscal_year",
    "cumulative", "series", "role",
)  # fmt: skip
_PLAIN = Value(None)
_LOOSE = re.compile(r"[〜∼~～\-–−()\[\]（）\s]")


class Score(NamedTuple):
    """How many cells there are, are wholly right, hold a number that is not there; and dates."""

    cells: int
    right: int
    invented: int
    dates: int
    dates_right: int
    wrong: list[str]


def cells(path: Path = CELLS) -> list[dict[str, Any]]:
    """Read the hand-read cells that leave no doubt."""
    with path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines if line.strip()]
    return [cell for cell in read if cell.get("doubt") is None]


def score(listed: list[dict[str, Any]]) -> Score:
    """Compare every cell with its reading by hand; dates are compared loosely, years firmly."""
    right = invented = dates = dates_right = 0
    wrong: list[str] = []
    for cell in listed:
        read, wanted = read_values(cell["cell"]), cell["values"]
        same = [_read_facts(value) for value in read] == [_wanted_facts(value) for value in wanted]
        right += same
        if not same:
            wrong.append(f"{cell['id']}: {cell['cell']}")
        numbers = [(value.get("value"), value.get("low"), value.get("high")) for value in wanted]
        invented += any((v.value, v.low, v.high) not in numbers for v in read)
        dated = [(i, value) for i, value in enumerate(wanted) if value.get("as_of")]
        dates += len(dated)
        dates_right += sum(
            i < len(read)
            and read[i].fiscal_year == value.get("fiscal_year")
            and _loose(read[i].as_of) == _loose(value["as_of"])
            for i, value in dated
        )
    return Score(len(listed), right, invented, dates, dates_right, wrong)


def _read_facts(value: Value) -> list[Any]:
    return [_loose(value.as_of) if f == "as_of" else getattr(value, f) for f in FIELDS]


def _wanted_facts(value: dict[str, Any]) -> list[Any]:
    wanted = {f: value.get(f, getattr(_PLAIN, f)) for f in FIELDS}
    return [_loose(wanted[f]) if f == "as_of" else wanted[f] for f in FIELDS]


def _loose(date: str | None) -> str | None:
    return None if date is None else _LOOSE.sub("", date)


def main() -> None:
    """Print the score, and the cells that are read otherwise."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CELLS
    results = score(cells(path))
    print(f"wholly right: {results.right} of {results.cells} ({results.right / results.cells:.1%})")
    print(
        f"with a number that is not there: {results.invented} "
        f"({results.invented / results.cells:.1%})"
    )
    print(f"dates right: {results.dates_right} of {results.dates}")
    print(*results.wrong, sep="\n")


if __name__ == "__main__":
    main()
