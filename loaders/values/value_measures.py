"""Values that were read as measures of the model."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from keikaku.graph.records import Measure, YearValue
from keikaku.graph.years import fiscal_year_of
from keikaku.loaders.values.model import Value

_SPAN = re.compile("[~〜∼]|から")
_POINT = re.compile(r"(?:時点|現在)$")


def as_measure(value: Value, as_of: str | None = None, raw: str | None = None) -> Measure:
    """Turn a value that was read into a measure; ``as_of`` dates it where it has no date."""
    year, date = value.fiscal_year, value.as_of and _POINT.sub("", value.as_of)
    # The years that a sum covers are no date where the column's head has one.
    if as_of is not None and (date is None or (value.cumulative and _SPAN.search(date))):
        year, date = fiscal_year_of(as_of), as_of
    return Measure(
        value.value,
        value.unit,
        value.comparator,
        value.qualifier,
        date,
        (value.raw if raw is None else raw).strip(),
        fiscal_year=year,
        low=value.low,
        high=value.high,
        cumulative=value.cumulative or None,
    )


def as_year_value(value: Value | Measure) -> dict[str, Any]:
    """Turn a value that its year dates into one of an indicator's yearly targets."""
    assert value.fiscal_year is not None  # noqa: S101 - only such values come here
    read = YearValue(
        value.fiscal_year,
        "actual" if isinstance(value, Value) and value.role == "actual" else "target",
        value.value,
        value.unit,
        value.comparator,
        value.qualifier,
        value.as_of,
        value.raw.strip(),
        value.low,
        value.high,
        value.cumulative or None,
    )
    return asdict(read)
