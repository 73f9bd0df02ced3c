"""What an answer to a sentence leaves out, or where else to look, said in a note (答えの注記).

Each note counts by asking again, so that it holds for any graph, in a file or on a server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from keikaku.graph.language import Text
from keikaku.queries.answers import Answer

_Ask = Callable[..., Answer[Any]]

_NO_BASELINE = "現況値=無し and 目標値=有"
_ALSO_WITHOUT = Text(
    "数値の目標がない指標のうち、現況値もないもの{n}件は含めていません: {command}",
    "{n} indicators without a target in numbers have no baseline either; they are not among these: "
    "{command}",
)
_NONE_UNKNOWN = Text(
    "現況値は、あるかないかのどちらかです。書かれていないものは「現況値のない指標」とお尋ねください（{n}件）。",
    "A baseline is printed or not; ask for indicators without a baseline ({n}).",
)
_STEPS = Text(
    "行動計画（年度ごとの予定）には、{field}が{year}年度のものが{n}件あります: {command}",
    "Of the milestones, {n} have {year} as their {field}: {command}",
)
_FIELDS = {"開始年度": "first year", "終了年度": "last year"}
_YEAR_OF = re.compile(r"(開始年度|終了年度)=(\d{4})")


def side_notes(
    question: str, parameters: Mapping[str, Any], answer: Answer[Any], ask: _Ask
) -> Iterator[Text]:
    """Yield the notes for the answer to a sentence; ``ask`` answers a question as usual."""
    where = str(parameters.get("where", ""))
    if question == "indicators" and {*parameters} == {"without_baseline"}:
        where = _NO_BASELINE
    if where.startswith(_NO_BASELINE) and parameters.get("kind", "指標") == "指標":
        yield from _also_without_baseline(where, ask)
    if question != "find":
        return
    if where == "現況値=不明" and not answer.rows:
        yield _NONE_UNKNOWN.format(n=_count(ask, "指標", _NO_BASELINE))
    if parameters.get("kind") == "取組内容":
        yield from _steps_of_the_year(where, ask)


def _also_without_baseline(where: str, ask: _Ask) -> Iterator[Text]:
    without = where.replace("目標値=有", "目標値=無し", 1)
    if number := _count(ask, "指標", without):
        yield _ALSO_WITHOUT.format(n=number, command=f'keikaku find 指標 --where "{without}"')


def _steps_of_the_year(where: str, ask: _Ask) -> Iterator[Text]:
    """Yield how many milestones begin, or end, in the year in which actions were looked for."""
    match = _YEAR_OF.search(where)
    number = _count(ask, "行動計画", where) if match else 0
    if match is None or not number:
        return
    command = f'keikaku find 行動計画 --where "{where}"'
    field = Text(match[1], _FIELDS[match[1]])
    yield _STEPS.format(field=field, year=match[2], n=number, command=command)


def _count(ask: _Ask, kind: str, where: str) -> int:
    totals = ask("find", kind=kind, where=where, count=True).totals or []
    return int(totals[0].count) if totals else 0
