"""What ``progress`` says: an indicator a row, what is late, plans and departments together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.text_tables import Cell, Styled
from keikaku.cli.views import shared_view
from keikaku.graph.language import Lang, Text
from keikaku.graph.measures import format_change
from keikaku.queries.answers import Answer
from keikaku.queries.graph_walks import Graph
from keikaku.workshop.progress.judging import STATUSES, WHY
from keikaku.workshop.progress.progress_answer import IndicatorProgress, Rollup
from keikaku.workshop.progress.progress_records import STATE

NO_FILE = Text(
    "進捗のファイルを指定してください。様式は keikaku progress --template で作れます。",
    "Name a progress file; keikaku progress --template writes a form for it.",
)
NO_TEMPLATE = Text(
    "{out}: 記入様式を作るときは --template を付けてください。答えを書き出すときは、"
    "様式とは別の名前（.csv .json .md .txt）にしてください。",
    "{out}: to write a form, add --template; to write the answer, take another name than a form's "
    "(.csv .json .md .txt).",
)
THERE = Text(
    "{path}: すでにあります。記入した値を引き継ぐときは、そのファイルを引数に、"
    "--out に別の名前を指定してください。",
    "{path}: exists already. To carry its values over, name it as FILE and another one as --out.",
)
WRITTEN = Text(
    "進捗の記入様式を {path} に保存しました（{rows}行）。",
    "The progress form is in {path} (rows: {rows}).",
)

_TABLE_COLUMNS = (
    "document number indicator baseline actual change target rate progress forecast".split()
)
_STYLES = {
    "reached": "green",
    "on_course": "cyan",
    "nearly": "blue",
    "behind": "yellow",
    "unknown": "dim",
}
_BAR = 5
_FORMULAS = {
    "change": Text("変化量", "change"),
    "level": Text("水準", "level"),
    "held": Text("維持", "held"),
    "equal": Text("一致", "equal"),
}
_METHODS = {
    "two_points": Text("2点", "2 points"),
    "least_squares": Text("最小二乗", "least squares"),
}
_CLOSING = Text(
    "{document}指標{n}件: {each}。平均達成率 {rate}。",
    "{document}indicators: {n}, of them {each}. Mean rate: {rate}.",
)
_NOTES = Text(
    "達成率は、現況値から目標値までのどこまで来たか（現況値がなければ目標値に対する割合）。"
    "順調・遅れは、その年度の目標値、なければ現況値と目標値を結ぶ直線との比較（8割以上は概ね順調）。直線見込みは、実績値を通る直線を"
    "最終年度まで延ばしただけの値です。",
    "Rate: how far from baseline to target (without a baseline: the share of the target). "
    "On course or behind: against the year's own target, else the straight line between the "
    "two (from 80% of the way: nearly on course). Straight line: the one "
    "through the actual values, drawn on to the last year, and no more than that.",
)
_NONE = Text("該当する指標はありません{filters}。", "No indicator matches{filters}.")
_LATE = Text("遅れ・中止の取組", "Actions late or stopped")
_BY_DEPARTMENT = Text("所管課ごと（指標・按分）", "By department (indicators, fractional)")
_BY_PLAN = Text("計画ごと", "By plan")
_WHOLE = {"file", "document"}
_PLAIN = "id document number title component name".split()


def file_name(graph: Graph, document: str | None, department: str | None) -> str:
    """``DOCUMENT-progress.xlsx``, or with what was asked for in its name."""
    whole = graph.graph["document"]["id"]
    return shared_view.file_name([whole, document, department], "-progress.xlsx")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the indicators, what is late, plans and departments, and how it was calculated."""
    lang = reader.lang
    if not answer.rows:
        return [_NONE.format(filters=_filters(answer, lang)).of(lang)]
    totals: list[Rollup] = answer.totals or []
    return [
        _indicators(answer.rows, reader),
        *_late(totals, reader),
        _together("plan", _BY_PLAN, totals, reader),
        _together("department", _BY_DEPARTMENT, totals, reader),
        *(_summary(each, reader) for each in totals if each.of == "document"),
        _NOTES.of(lang),
    ]


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return an indicator a row, its actual values in the columns of their years."""
    rows: list[IndicatorProgress] = answer.rows
    years = sorted({actual.year for row in rows for actual in row.actuals})
    columns = [
        *("indicator" if name == "name" else name for name in _PLAIN),
        *("baseline", "target", "unit", *(f"actual_{year}" for year in years)),
        *("change", "change_unit"),
        *("rate", "formula", "status", "why", "expected"),
        *("forecast_year", "forecast", "forecast_method", "forecast_reaches"),
        *("departments", "remarks", "signed_by", "signed_when"),
    ]
    return columns, [_flat(row, years) for row in rows]


def _flat(row: IndicatorProgress, years: list[int]) -> list[Any]:
    actual = {each.year: each.value for each in row.actuals}
    baseline, target, forecast = row.baseline or {}, row.target or {}, row.forecast
    return [
        *(getattr(row, name) for name in _PLAIN),
        baseline.get("value"),
        target.get("value"),
        target.get("unit") or baseline.get("unit"),
        *(actual.get(year) for year in years),
        *((row.change["value"], row.change["unit"]) if row.change else (None, None)),
        row.rate,
        row.formula and _FORMULAS[row.formula],
        STATUSES[row.status],
        WHY.get(row.why or ""),
        row.course and row.course.expected,
        *(
            (forecast.year, forecast.value, _METHODS[forecast.method], forecast.reaches)
            if forecast
            else [None] * 4
        ),
        "; ".join(row.departments),
        row.signed.remarks,
        row.signed.by,
        row.signed.when,
    ]


def bar(rate: float | None) -> str:
    """Return a rate as a bar and in per cent: ▮▮▮▯▯ 62%; — for none."""
    if rate is None:
        return "—"
    full = int(min(max(rate, 0.0), 1.0) * _BAR)  # full only where the target is reached
    return f"{'▮' * full}{'▯' * (_BAR - full)} {rate:.0%}"


def _indicators(rows: list[IndicatorProgress], reader: Reader) -> Section:
    lang = reader.lang
    columns = [name for name in _TABLE_COLUMNS if name != "document" or reader.several]
    heads = headings(columns, lang)
    cells = [_cells(row, lang) for row in rows]
    return Section("", heads, [[row[name] for name in columns] for row in cells])


def _cells(row: IndicatorProgress, lang: Lang) -> dict[str, Cell]:
    status = STATUSES[row.status].of(lang)
    if row.why:
        status += labels.bracketed(WHY[row.why].of(lang), lang)
    latest = row.latest
    actual = "—"
    if latest is not None:
        actual = f"{latest.qualifier or ''}{_number(latest.value)}" + labels.bracketed(
            str(latest.year), lang
        )
    return {
        "document": row.document,
        "number": row.number or row.title,
        "indicator": row.name + labels.bracketed(row.component or "", lang),
        "baseline": _undated(row.baseline, lang),
        "actual": actual,
        "change": format_change(row.change, lang) if row.change else "—",
        "target": _undated(row.target, lang),
        "rate": bar(row.rate),
        "progress": Styled(status, _STYLES[row.status]),
        "forecast": _forecast(row, lang),
    }


def _undated(measure: dict[str, Any] | None, lang: Lang) -> str:
    return labels.measure(measure and {**measure, "as_of": None}, lang)


def _forecast(row: IndicatorProgress, lang: Lang) -> str:
    if row.forecast is None:
        return "—"
    forecast = row.forecast
    how = _METHODS[forecast.method].of(lang)
    return f"{_number(round(forecast.value, 2))}" + labels.bracketed(f"{forecast.year} {how}", lang)


def _late(totals: list[Rollup], reader: Reader) -> list[Section]:
    lang = reader.lang
    heads = headings(("number", "action", "year", "status", "remarks"), lang)
    rows: list[list[Cell]] = [
        [
            " ".join(filter(None, [each.document if reader.several else "", each.number or ""])),
            action.title,
            str(max(action.states)),
            Styled(STATE[action.latest].word.of(lang), "yellow"),
            action.signed.remarks or "",
        ]
        for each in totals
        for action in each.actions
        if action.latest in {"late", "stopped"}
    ]
    return [Section(_LATE.of(lang), heads, rows)] if rows else []


def _together(of: str, title: Text, totals: list[Rollup], reader: Reader) -> Section:
    """Return the plans or departments with any status: how many of which status."""
    lang = reader.lang
    heads = headings((of if of == "department" else "plan_title", "indicators"), lang)
    heads += [status.of(lang) for status in STATUSES.values()]
    heads += headings(("rate", "actions"), lang)
    rows = []
    for each in totals:
        if each.of != of or not (each.indicators or any(s != "untold" for s in each.states)):
            continue
        name = " ".join(filter(None, [each.number, each.name]))
        if reader.several:
            name = f"{each.document} {name}"
        count = str(each.indicators)
        if of == "department":
            count += labels.bracketed(f"{each.fractional_indicators:.2f}", lang)
        statuses = [str(each.statuses[status] or "") for status in STATUSES]
        rows.append([name, count, *statuses, bar(each.rate), _states(each, lang)])
    return Section(title.of(lang), heads, rows)


def _states(each: Rollup, lang: Lang) -> str:
    states = (
        f"{STATE[state].word.of(lang)} {each.states[state]}"
        for state in STATE
        if state in each.states
    )
    return labels.listed(states, lang)


def _summary(each: Rollup, reader: Reader) -> str:
    lang = reader.lang
    statuses = (f"{word.of(lang)} {each.statuses[status]}" for status, word in STATUSES.items())
    document = f"{each.document} " if reader.several else ""
    return _CLOSING.format(
        document=document,
        n=each.indicators,
        each=labels.listed(statuses, lang),
        rate="—" if each.rate is None else f"{each.rate:.0%}",
    ).of(lang)


def _filters(answer: Answer[Any], lang: Lang) -> str:
    """Return which indicators were asked about, without the file and the document."""
    parameters = {key: value for key, value in answer.parameters.items() if key not in _WHOLE}
    if "state" in parameters:
        parameters["state"] = STATUSES[parameters["state"]].of(lang)
    return shared_view.describe_question(replace(answer, parameters=parameters), lang)


def _number(value: float) -> str:
    return f"{value:,}" if abs(value) >= 1000 else str(value)
