"""What one part of a source prints again of a plan: the list at the end repeats the forms."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.statements import Statement
from keikaku.loaders.text import fold, normal
from keikaku.loaders.values.units import is_unit

_NAMES = ("indicator.name", "action.title", "plan.work")
_IN_BRACKETS = re.compile(r"(?P<name>.+)[(（](?P<unit>[^()（）]{1,8})[)）]", re.DOTALL)
_AMOUNTS = ("effect.", "budget.")


def beside(known: Sequence[Statement], others: Iterable[Statement]) -> list[Statement]:
    """Return what ``others`` state beyond ``known``.

    A row of the same name (an indicator, a step) goes on in the known row's group; a value that is
    printed the same for the same year is left out, one that differs stays and is compared later.
    """
    others = list(others)
    groups = {key: group for group, key in reversed(_rows(known).items())}
    renamed = {group: groups[key] for group, key in _rows(others).items() if key in groups}
    there = {_cell(each, each.group) for each in known}
    in_brackets = {s.group for s in known if _is_name(s) and _without_unit(s) != s.text.strip()}
    result: list[Statement] = []
    for each in others:
        group = renamed.get(each.group, each.group)
        again = _is_name(each) and each.group in renamed
        again = again or (each.meaning.fact == "indicator.unit" and group in in_brackets)
        if not again and _cell(each, group) not in there:
            result.append(replace(each, group=group))
    return result


def _is_name(each: Statement) -> bool:
    return each.meaning.fact in _NAMES


def _without_unit(each: Statement) -> str:
    """Return a name without the unit in brackets behind it; 収納率（現年分） has none."""
    text = each.text.strip()
    match = _IN_BRACKETS.fullmatch(text)
    return match["name"] if match and is_unit(normal(match["unit"])) else text


def _rows(statements: Iterable[Statement]) -> dict[Hashable, tuple[str, ...]]:
    """Return the names of each group, without the unit behind one; a step may have two."""
    rows: dict[Hashable, tuple[str, ...]] = {}
    for each in statements:
        if _is_name(each) and each.text:
            about = "indicator" if each.meaning.fact == "indicator.name" else "step"
            name = fold(_without_unit(each))
            rows[each.group] = (*rows.get(each.group, ()), about, name)
    return rows


def _cell(each: Statement, group: Hashable) -> tuple[Hashable, ...]:
    """Return what a value is about, and its words; amounts of one year have no other name."""
    meaning = each.meaning
    group = None if meaning.fact.startswith(_AMOUNTS) else group
    about = (meaning.fact, meaning.year, meaning.last, meaning.ordinal, meaning.kind)
    return (*about, group, fold(each.text))
