"""Steps that a year's cell prints as lines, each behind its action's name: ・窓口の設置：準備."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace

from keikaku.loaders.layouts.labels.statements import Statement, is_nothing
from keikaku.loaders.layouts.labels.vocabulary import Meaning
from keikaku.loaders.text import normal

_MARK = r"[・･●○◎■□◆◇▪•‧\-]"
_LINE = re.compile(rf"(?P<mark>{_MARK}\s*)?(?P<name>[^:\s][^:]{{1,30}}?)\s*:\s*(?P<step>\S.*)")
_SIDE_BY_SIDE = re.compile(r"[、,;]\s*(?=[^、,;:()\n]{2,30}[:(])")
"""Between two actions on one line: 手引の作成：準備、研修：検討."""
_IN_BRACKETS = re.compile(
    rf"(?P<mark>{_MARK}\s*)?(?P<name>[^:()\s][^:()]{{1,30}}?)\s*\((?P<step>[^()]+)\)"
)
"""手引の作成（準備）."""
_WHEN = re.compile(r"\d+\s*(?:月|年|日|時|期|四半期)|[上下前後]半?期|年度?[当末初内]")
"""What before a colon says when something is done, and not what: 4月：準備."""
_NOT_THEN = "－"


def apart_by_name(cells: Sequence[Statement]) -> dict[Hashable, list[Statement]]:
    """Return the cells of a row of years by the actions that their lines name; {} for other rows.

    Every line names one, and each behind a mark or some name in more than one year.
    """
    filled = [each for each in cells if not is_nothing(each.cell.text)]
    cut = cut_lines(cells)
    texts = (normal(each.cell.text).strip() for each in filled)
    lines = [_lines(text.removesuffix(cut.get(at, ""))) for at, text in enumerate(texts)]
    if not all(lines) or len(filled) <= 1:
        return {}
    years = Counter(name for own in lines for name in dict.fromkeys(n for n, _, _ in own))
    marked = all(mark for own in lines for _, mark, _ in own)
    if not marked and max(years.values()) == 1:
        return {}
    return {
        (first.group, name): [
            _cell(each, (first.group, name), [step for n, _, step in own if n == name])
            for each, own in zip(filled, lines, strict=True)
        ]
        for first in filled[:1]
        for name in years
    }


def cut_lines(cells: Sequence[Statement]) -> dict[int, str]:
    """Return the last lines of which only the beginning is shown, by the place among filled cells.

    A spreadsheet prints what the height of a row has room for: ・窓口の設 of ・窓口の設置：準備.
    None where the cells are no printed page's.
    """
    filled = [each.cell for each in cells if not is_nothing(each.cell.text)]
    if any(cell.place.page is None for cell in filled):
        return {}
    texts = [normal(cell.text).strip() for cell in filled]
    whole = [line.strip() for text in texts for line in text.split("\n") if ":" in line]
    lasts = ((at, text.rpartition("\n")) for at, text in enumerate(texts))
    return {
        at: last
        for at, (before, _, last) in lasts
        if before and ":" not in last and any(each.startswith(last.strip()) for each in whole)
    }


def _lines(text: str) -> list[tuple[str, bool, str]]:
    """Return the name, whether a mark stands before it, and the step of each line; else []."""
    lines = _SIDE_BY_SIDE.sub("\n", text.strip()).split("\n")
    forms = (_LINE, _IN_BRACKETS)
    tries = [[form.fullmatch(line.strip()) for line in lines] for form in forms]
    matches = next((each for each in tries if all(each)), tries[0])
    known = [m for m in matches if m is not None and not _WHEN.search(m["name"])]
    if len(known) < len(matches):
        return []
    return [(m["name"].strip(), m["mark"] is not None, m["step"].strip()) for m in known]


def _cell(each: Statement, group: Hashable, steps: Sequence[str]) -> Statement:
    """Return what a year's cell says of an action: a dash where it names only others."""
    cell = replace(each.cell, text="\n".join(steps) or _NOT_THEN, value=None)
    return replace(each, cell=cell, group=group)


def name_of(cells: Sequence[Statement], group: Hashable) -> Statement:
    """Return the name of an action that stands in its cells, as :func:`apart_by_name` groups it."""
    name = group[1] if isinstance(group, tuple) else ""
    cell = replace(cells[0].cell, text=str(name))
    return Statement(Meaning("action.title", 0.9), cell, group, cells[0].section)
