"""The fiscal year that a question names, and whether the documents asked about include it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.typed_years import Period, typed_year
from keikaku.queries.graph_walks import Graph

_NO_YEAR = Text(
    "年度「{typed}」を読めません。2023、令和5年度、R5、今年度、最終年度 のように指定してください。",
    "'{typed}' is not a fiscal year; write 2023, 令和5年度, R5, 今年度 or 最終年度.",
)
_AMBIGUOUS = Text(
    "「{typed}」の年度は計画書によって異なります（{years}）。"
    "--document で計画書を指定してください。",
    "'{typed}' is another year in each document ({years}); name one with --document.",
)
_OUTSIDE = Text(
    "{year}年度は計画期間（{periods}）の外です。",
    "{year} lies outside the period of the plan ({periods}).",
)


def periods(graph: Graph, within: str | None) -> list[Period]:
    """Return the periods of the documents asked about."""
    heads = graph.graph["documents"]
    return periods_of([head for head in heads if within in (None, head["id"])])


def periods_of(heads: Iterable[dict[str, Any]]) -> list[Period]:
    """Return the different periods in the heads of documents."""
    periods = ((head.get("first_year"), head.get("last_year")) for head in heads)
    return list(dict.fromkeys(periods))


def checked_year(typed: str | int, periods: list[Period]) -> int:
    """Return the fiscal year that a text means, in documents of these periods.

    Raises:
        KeikakuError: it is not a year, or means another year in each document.
    """
    readings = [typed_year(str(typed), period) for period in periods or [(None, None)]]
    years = sorted({year for year in readings if year is not None})
    if not years:
        raise KeikakuError(_NO_YEAR.format(typed=typed))
    if len(years) > 1:
        listed = "、".join(map(str, years))
        raise KeikakuError(_AMBIGUOUS.format(typed=typed, years=listed))
    return years[0]


def outside(years: Iterable[int], periods: list[Period]) -> list[Text]:
    """Return a note for each year outside all documents' periods; none if a period is unknown."""
    known = [(first, last) for first, last in periods if first is not None and last is not None]
    if not known or len(known) < len(periods):
        return []
    listed = "、".join(f"{first}～{last}年度" for first, last in known)
    english = ", ".join(f"{first}–{last}" for first, last in known)
    return [
        Text(
            _OUTSIDE.format(year=year, periods=listed).ja,
            _OUTSIDE.format(year=year, periods=english).en,
        )
        for year in years
        if not any(first <= year <= last for first, last in known)
    ]
