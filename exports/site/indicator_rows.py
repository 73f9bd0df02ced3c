"""The table of indicators, as every page of the site shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from keikaku.exports.site.site_html import table, text
from keikaku.exports.site.site_words import WORDS
from keikaku.graph.language import Lang
from keikaku.graph.measures import format_measure

Measure = Mapping[str, Any] | None


class Indicator(Protocol):
    """What a row needs of an indicator."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def baseline(self) -> Measure:
        """Its baseline, None where it has none."""

    @property
    def target(self) -> Measure:
        """Its target, None where it has none."""


def indicator_table(rows: Iterable[tuple[Indicator, str | None, str | None]], lang: Lang) -> str:
    """Return a table of indicators, each with a cell before and after it (HTML), or neither.

    The first row decides whether there are such cells: the number of a plan, departments.
    """
    listed = [*rows]
    before = any(first is not None for _, first, _ in listed)
    behind = any(last is not None for _, _, last in listed)
    names = ["indicator", "baseline", "target"]
    names = [*(["number"] if before else []), *names, *(["departments"] if behind else [])]
    cells = [
        [
            *([first or ""] if before else []),
            text(row.name),
            _measure(row.baseline, lang),
            _measure(row.target, lang),
            *([last or ""] if behind else []),
        ]
        for row, first, last in listed
    ]
    return table([WORDS[name].of(lang) for name in names], cells)


def _measure(measure: Measure, lang: Lang) -> str:
    return "―" if measure is None else text(format_measure(measure, lang))
