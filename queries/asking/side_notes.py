"""What an answer to a sentence leaves out, or where else to look, said in a note (答えの注記).

Each note counts by asking again, so that it holds for any graph, in a file or on a server.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from keikaku.graph.errors import KeikakuError
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
_ALSO = {
    "取組内容": (
        "行動計画",
        Text(
            "行動計画（年度ごとの予定）のうち、{year}年度のものは{n}件です（{names}）: {command}",
            "Milestones in {year}: {n} ({names}): {command}",
        ),
    ),
    "行動計画": (
        "取組内容",
        Text(
            "取組内容のうち、{year}年度のものは{n}件です（{names}）: {command}",
            "Actions in {year}: {n} ({names}): {command}",
        ),
    ),
}
"""Of work in a year: the other kind of work, and how it is said."""
_IN_YEAR = re.compile(r"(?<![始了])年度=(\d{4})(?!\d)")
_OF_IT = re.compile(r"(?:名称|取組内容)=(.+)")
_ITS_STEPS = Text(
    "行動計画（年度ごとの予定）では、{names}です: {command}",
    "By its milestones: {names}: {command}",
)
_IN = Text("「{name}」が{first}年度", "{name} in {first}")
_FROM = Text("「{name}」が{first}年度から{last}", "{name} from {first} {last}")
_TO = Text("{year}年度まで", "to {year}")
_TO_OR_LATER = Text(
    "（終わりは{year}年度か、{last}年度まで続くか不明）", "(to {year}, or up to {last})"
)
_SUM = Text(
    "「{name}」は、内訳のテーマ（{parts}）をまとめたものです。これを除くと{names}です: {command}",
    "{name} only sums up its own themes ({parts}). Without it: {names}: {command}",
)
_OF_ANY_SORT = Text(
    "指針に限らず、法令や計画なども含めて根拠のない計画は{n}件です: {command}",
    "Plans that rest on no law, plan or guideline of any sort: {n}: {command}",
)
_MOST_NAMES = 8
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
    if where == "not 根拠の種別=指針" and parameters.get("kind") == "計画":
        command = "keikaku find 計画 --where 根拠=無し"
        yield _OF_ANY_SORT.format(n=_count(ask, "計画", "根拠=無し"), command=command)
    if where == "現況値=不明" and not answer.rows:
        yield _NONE_UNKNOWN.format(n=_count(ask, "指標", _NO_BASELINE))
    if parameters.get("kind") == "取組内容":
        yield from _steps_of_the_year(where, ask)
        yield from _steps_of_it(where, str(parameters.get("fields", "")), answer, ask)
    yield from _other_work(str(parameters.get("kind")), parameters, where, ask)
    if parameters.get("kind") == "テーマ" and "計画数" in str(parameters.get("sort")):
        yield from _sums(parameters, where, answer, ask)


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


def _other_work(kind: str, parameters: Mapping[str, Any], where: str, ask: _Ask) -> Iterator[Text]:
    """Yield the milestones beside the actions of a year, or the actions beside its milestones."""
    match = _IN_YEAR.search(where)
    if match is None or kind not in _ALSO or {"count", "share", "by", "of"} & {*parameters}:
        return
    other, form = _ALSO[kind]
    try:
        rows = ask("find", kind=other, where=where).rows
    except KeikakuError:
        return  # the other kind has no such field
    if rows:
        command = f'keikaku find {other} --where "{where}"'
        yield form.format(year=match[1], n=len(rows), names=_names(rows), command=command)


def _names(rows: list[Any]) -> str:
    names = [f"「{name}」" for name in dict.fromkeys(row.name for row in rows)]
    return "".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")


def _steps_of_it(where: str, fields: str, answer: Answer[Any], ask: _Ask) -> Iterator[Text]:
    """Yield when the steps of one action begin and end, where its years were asked for."""
    match = _OF_IT.fullmatch(where)
    if match is None or "開始年度" not in fields or not answer.rows:
        return
    held = f"取組内容={match[1]}"
    steps = ask("find", kind="行動計画", where=held, sort="開始年度").rows
    years = [_years_of(step) for step in steps[:_MOST_NAMES] if step.values.get("first_year")]
    if years:
        more = " …" if len(steps) > _MOST_NAMES else ""
        names = Text("、".join(y.ja for y in years) + more, "; ".join(y.en for y in years) + more)
        command = f"keikaku find 行動計画 --where {held}"
        yield _ITS_STEPS.format(names=names, command=command)


def _years_of(step: Any) -> Text:
    """Return a step with its years; the last may be open."""
    first, last = step.values["first_year"], step.values.get("last_year")
    later = step.possible.get("last_year")
    if last == first and later in (None, last):
        return _IN.format(name=step.name, first=first)
    if not last:
        end = Text("", "")
    elif later and later != last:
        end = _TO_OR_LATER.format(year=last, last=later)
    else:
        end = _TO.format(year=last)
    return _FROM.format(name=step.name, first=first, last=end)


def _sums(
    parameters: Mapping[str, Any], where: str, answer: Answer[Any], ask: _Ask
) -> Iterator[Text]:
    """Yield that a theme among the first only sums others, and how to rank without it."""
    first = (
        [row.name for row in answer.rows] if "top" in parameters or "place" in parameters else []
    )
    for name in first:
        parts = ask("find", kind="テーマ", where=f"上位のテーマ={name}").rows
        if parts:
            kept = f"({where}) and not 名称={name}" if where else f"not 名称={name}"
            ranks = {key: parameters[key] for key in ("sort", "top", "place") if key in parameters}
            order = " ".join(f"--{key} {value}" for key, value in ranks.items())
            command = f'keikaku find テーマ --where "{kept}" {order}'
            others = ask("find", kind="テーマ", where=kept, **ranks).rows
            names = "、".join(f"{row.name}（{row.values['plan_count']}件）" for row in others)
            names_en = ", ".join(f"{row.name} ({row.values['plan_count']})" for row in others)
            yield _SUM.format(
                name=name, parts=_names(parts), names=Text(names, names_en), command=command
            )


def _count(ask: _Ask, kind: str, where: str) -> int:
    totals = ask("find", kind=kind, where=where, count=True).totals or []
    return int(totals[0].count) if totals else 0
