"""Cells of the progress report: values, rates."""

from __future__ import annotations

from typing import Any

from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.workshop.progress.progress_answer import IndicatorProgress

_IN_YEAR = Text("{value}\n（{year}）", "{value}\n({year})")


def percent(rate: float) -> str:
    """Return a rate in whole per cent: 62％."""
    return f"{round(rate, 2) + 0.0:.0%}"  # never -0 %


def rate_text(rate: float | None) -> str:
    """Return a rate in per cent, a dash for none."""
    return "―" if rate is None else percent(rate)


def undated(measure: dict[str, Any] | None, lang: Lang) -> str:
    """Return a value as people write it, without its date; a dash for none."""
    return "―" if measure is None else format_measure({**measure, "as_of": None}, lang)


def value_text(value: float, qualifier: str | None) -> str:
    """Return an actual value: 約1,200."""
    number = f"{value:,}" if abs(value) >= 1000 else str(value)
    return f"{qualifier or ''}{number}"


def latest_text(row: IndicatorProgress, lang: Lang) -> str:
    """Return the latest actual value with its year, a dash for none."""
    if row.latest is None:
        return "―"
    text = value_text(row.latest.value, row.latest.qualifier)
    return _IN_YEAR.format(value=text, year=row.latest.year).of(lang)
