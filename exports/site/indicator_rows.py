"""The table of indicators, as every page of the site shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from keikaku.exports.site.site_html import table, text
from keikaku.exports.site.site_words import WORDS
from keikaku.graph.code_words import CODE_WORDS
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


def indicator_table(
    rows: Iterable[tuple[Indicator, str | None, str | None]], lang: Lang, first_head: str = "number"
) -> str:
    """Return a table of indicators, each with a cell before and after it (HTML), or neither.

    The first row decides whether there are such cells: the number of a plan (or what
    ``first_head`` names), departments. Values by year have a column where an indicator has any.
    """
    listed = [*rows]
    before = any(first is not None for _, first, _ in listed)
    behind = any(last is not None for _, _, last in listed)
    yearly = any(getattr(row, "values", ()) for row, _, _ in listed)
    names = ["indicator", "baseline", *(["values"] if yearly else []), "target"]
    names = [*([first_head] if before else []), *names, *(["departments"] if behind else [])]
    cells = [
        [
            *([first or ""] if before else []),
            text(row.name),
            _measure(row.baseline, lang),
            *([_values(getattr(row, "values", ()), lang)] if yearly else []),
            _measure(row.target, lang),
            *([last or ""] if behind else []),
        ]
        for row, first, last in listed
    ]
    return table([WORDS[name].of(lang) for name in names], cells)


def _values(values: Sequence[Mapping[str, Any]], lang: Lang) -> str:
    """Return the values by year, a line each: 2024 実績 12件."""
    return "<br>".join(
        text(
            f"{each['fiscal_year']} {CODE_WORDS[each['kind']].of(lang)} "
            f"{format_measure({**each, 'as_of': None}, lang)}"
        )
        for each in values
    )


def _measure(measure: Measure, lang: Lang) -> str:
    return "―" if measure is None else text(format_measure(measure, lang))
