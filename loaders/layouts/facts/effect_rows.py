"""Rows that print an effect in parts (歳入, 歳出, 計): which of them is the effect of a year."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.layouts.labels.vocabulary import catalogue_data
from keikaku.loaders.text import normal

_FACTS = ("effect.total", "effect.sum", "effect.part", "effect.actual")
_NOTE = re.compile(r"(?<=.)\([^()]*\)")
_BEST = ("net", "total", "single", "whole")
"""The sorts of rows that hold the whole effect of a year, the best first."""


def one_effect_a_year(statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements with one effect for each year, or with its parts where it has no sum.

    Of the rows of a year the net effect (差引) counts before the sum (計), that before any other.
    """
    statements = list(statements)
    years: dict[Hashable, list[Statement]] = {}
    for each in statements:
        if _is_of_year(each):
            years.setdefault(_year(each), []).append(each)
    kept: dict[int, str] = {}
    for rows in years.values():
        kept.update(_chosen(rows))
    return [
        replace(each, meaning=each.meaning._replace(fact=kept.get(id(each), each.meaning.fact)))
        for each in statements
        if not _is_of_year(each) or id(each) in kept
    ]


def _is_of_year(each: Statement) -> bool:
    meaning = each.meaning
    effect = meaning.fact in _FACTS or (meaning.fact, meaning.stage) == ("budget.total", "effect")
    return bool(meaning.name) and effect and _year(each)[:2] != (None, None)


def _year(each: Statement) -> tuple[int | None, int | None, str]:
    kind = "actual" if "actual" in (each.meaning.kind, each.meaning.fact[7:]) else "target"
    return each.meaning.year, each.meaning.ordinal, kind


def _chosen(rows: Sequence[Statement]) -> dict[int, str]:
    """Return the rows that count, by identity, each with the fact that it then states."""
    facts = {"effect.sum": "effect.total"}
    kept = {id(row): facts.get(row.meaning.fact, row.meaning.fact) for row in rows}
    sorts = [sort_of_row(row.meaning.name or "") for row in rows]
    if len({row.meaning.name for row in rows}) > 1:
        for best in _BEST:
            if best in sorts:
                pairs = zip(rows, sorts, strict=True)
                return {id(row): kept[id(row)] for row, sort in pairs if sort == best}
        if all(sort == "part" for sort in sorts):
            return {id(row): "effect.part" for row in rows}
    return kept


def sort_of_row(name: str) -> str:
    """Return what a row of effects holds by its name, "" where that is open.

    >>> sort_of_row("歳入の増加"), sort_of_row("計"), sort_of_row("差引効果額"), sort_of_row("累計")
    ('part', 'total', 'net', 'cumulative')
    """
    bare = _NOTE.sub("", "".join(normal(name).split()))
    for sort, words in _words().items():
        if any(word in bare if len(word) > 1 else bare.endswith(word) for word in words):
            return sort
    return ""


@cache
def _words() -> dict[str, list[str]]:
    """Return the words of each sort, in the order in which they count."""
    known: dict[str, list[str]] = catalogue_data()["effect_rows"]
    return known


__all__ = ["one_effect_a_year", "sort_of_row"]
