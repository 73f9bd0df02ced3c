"""The answer to ``find``: rows, groups, or two things side by side, and how many they are."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import COLUMNS, field_head, heading, headings
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.views import shared_view
from keikaku.cli.views.find_closing import closing, possibly_also
from keikaku.graph.language import LANGS, Lang, Text
from keikaku.graph.measures import format_measure
from keikaku.queries.answers import Answer
from keikaku.queries.expressions.field import Field
from keikaku.queries.expressions.fields import ONE_PLAN, words_of
from keikaku.queries.expressions.kinds_to_find import FINDING
from keikaku.queries.find.rows import CompareRow, FindRow, FindTotals, GroupRow
from keikaku.queries.graph_walks import Evidence
from keikaku.queries.names import fold

_OPEN = Text(
    "{certain}（原本では不明、{possible}の可能性あり）", "{certain} (unknown, perhaps {possible})"
)
_NO_VALUE = Text("（なし）", "(none)")


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the rows, how many there are, and those for which the condition is unknown."""
    lang = reader.lang
    sections: list[Block] = []
    if answer.rows:
        sections.append(_table(answer, reader))
    if not answer.parameters.get("compare"):
        sections.append(closing(answer, lang))
    if answer.unknown:
        sections.append(possibly_also(answer.unknown, lang))
    return sections


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """One row for each row of the answer, or the totals where only these were asked for."""
    if not answer.rows:
        totals: FindTotals = (answer.totals or [])[0]
        return ["count", "of", "share", "unknown"], [
            [totals.count, totals.of, totals.share, totals.unknown]
        ]
    if isinstance(answer.rows[0], FindRow):
        return _flat_rows(answer)
    if isinstance(answer.rows[0], GroupRow):
        of_each = ["of"] if answer.parameters.get("share") else []
        head = ["group", "count", *of_each, "share", "possible", "sum", "mean", "median", "members"]
        return head, [
            [_flat_group(row.group, answer), *(_joined(getattr(row, name)) for name in head[1:])]
            for row in answer.rows
        ]
    first, _, second = answer.parameters["compare"].partition(" と ")
    return ["section", first, second, "both"], [
        [_field_name(row.field, answer), *map(_joined, (row.first, row.second, row.shared))]
        for row in answer.rows
    ]


def _flat_rows(answer: Answer[FindRow]) -> tuple[list[str], list[list[Any]]]:
    """Return a row for each node; a measure as it is written, and its bare number beside it."""
    known, kind = words_of(answer.parameters["kind"]), answer.parameters["kind"]
    first = "id document number name plan".split()
    fields = [known[fold(key)] for key in answer.rows[0].values]
    if kind not in ONE_PLAN and any(field.key == "plan" for field in fields):
        first.remove("plan")
    fields = [field for field in fields if field.key not in first]
    open_fields = [f for f in fields if any(f.key in r.possible for r in answer.rows)]
    head = [*first]
    for field in fields:
        head += [field.key, f"{field.key}_value"] if field.unit_of else [field.key]
    rows = []
    for row in answer.rows:
        cells = [getattr(row, name) for name in first]
        cells[first.index("name")] = Text(*(_name(row, lang) for lang in LANGS))
        for field in fields:
            if field.unit_of:
                cells.append(Text(*(_measured(row, field, lang) for lang in LANGS)))
            cells.append(_flat_cell(row.values[field.key], field))
        cells += [_flat_cell(row.possible.get(field.key), field) for field in open_fields]
        rows.append(cells)
    return [*head, *(f"{field.key}_possible" for field in open_fields)], rows


def _measured(row: FindRow, field: Field, lang: Lang) -> str:
    measure = row.measures.get(field.unit_of or "")
    return format_measure(measure, lang) if measure else ""


def _joined(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, list) else value


def _flat_cell(value: Any, field: Field) -> Any:
    """Return a value for a CSV file: numbers as they are, codes and measures in words."""
    if isinstance(value, list):
        return labels.joined(Text(*(_cell(each, field, lang) for lang in LANGS)) for each in value)
    if isinstance(value, dict):
        return Text(*(format_measure(value, lang) for lang in LANGS))
    if isinstance(value, str):
        return Text(*(_text(value, field, lang) for lang in LANGS))
    return value


def _flat_group(group: str | None, answer: Answer[Any]) -> Text:
    of_findings = _is_of_findings(answer)
    return Text(*(_group_cell(group, "group", lang, of_findings) for lang in LANGS))


def _is_of_findings(answer: Answer[Any]) -> bool:
    return answer.parameters["kind"] == FINDING and answer.parameters.get("by") == "code"


def _table(answer: Answer[Any], reader: Reader) -> Section:
    first = answer.rows[0]
    if isinstance(first, GroupRow):
        return _groups(answer, reader)
    if isinstance(first, CompareRow):
        return _sides(answer, reader)
    return _rows(answer, reader)


def _rows(answer: Answer[FindRow], reader: Reader) -> Section:
    lang, first = reader.lang, answer.rows[0]
    known = words_of(answer.parameters["kind"])
    fields = [known[fold(key)] for key in first.values]
    heads = [*(["document"] if reader.several else [])]
    heads += ["number"] if any(row.number for row in answer.rows) else []
    heads += ["name", *(["plan"] if any(row.plan for row in answer.rows) else [])]
    fields = [field for field in fields if field.key not in heads]
    rows = []
    for row in answer.rows:
        cells = {
            "document": row.document or "",
            "number": row.number or "",
            "name": _name(row, lang),
            "plan": " ".join(filter(None, (row.plan, row.plan_title))),
        }
        rows.append(
            [cells[h] for h in heads]
            + [cell for field in fields for cell in _field_cells(row, field, reader)]
            + [shared_view.evidence_cell(_evidence(row), answer.rows, reader)]
        )
    headers = headings(heads, lang)
    for field in fields:
        headers += _field_heads(field, headers, reader)
    proven = all(row.condition_evidence for row in answer.rows)
    headers.append(heading("evidence" if proven else "stands_at", lang))
    if not any(map(_evidence, answer.rows)):
        headers, rows = headers[:-1], [row[:-1] for row in rows]
    return Section("", headers, rows)


def _evidence(row: FindRow) -> Evidence:
    """Return the evidence of what the condition asks about; else that of the node itself."""
    return row.condition_evidence or row.evidence


def _field_heads(field: Field, used: list[str], reader: Reader) -> list[str]:
    """Return the head of a field, another of its words where a column has it already."""
    head = field_head(field, reader.lang)
    if head in used:
        other = (word for word in field.words if word not in used)
        head = next(other, field.key) if reader.lang == "ja" else f"{head} ({field.spelling})"
    if reader.in_sheet and field.unit_of:
        return [head, heading(f"{field.key}_value", reader.lang)]
    return [head]


def _field_cells(row: FindRow, field: Field, reader: Reader) -> list[str]:
    """Return the cell of a field; in a sheet a measure's bare number beside it."""
    if not field.unit_of:
        return [_field_cell(row, field, reader.lang)]
    words = _measured(row, field, reader.lang) or "—"
    number = row.values[field.key]
    in_sheet = [] if not reader.in_sheet else ["" if number is None else _number(number)]
    return [words, *in_sheet]


def _name(row: FindRow, lang: Lang) -> str:
    """Return the name of a row; a finding has Japanese text, so its sort stands elsewhere."""
    if row.kind == FINDING and lang != "ja":
        return labels.finding_title(row.values["code"], lang)
    return row.name


def _groups(answer: Answer[GroupRow], reader: Reader) -> Section:
    lang = reader.lang
    of_each = ["of"] if answer.parameters.get("share") else []
    heads = ["group", "count", *of_each, "share"]
    heads += ["possible"] if any(row.possible for row in answer.rows) else []
    heads += ["sum", "mean", "median"] if answer.parameters.get("of") else []
    of_findings = _is_of_findings(answer)
    rows = [
        [
            *(_group_cell(getattr(row, head), head, lang, of_findings) for head in heads),
            labels.listed(row.members, lang),
        ]
        for row in answer.rows
    ]
    return Section("", headings((*heads, "members"), lang), rows)


def _group_cell(value: Any, head: str, lang: Lang, of_findings: bool) -> str:
    if head == "group" and of_findings:
        return labels.finding_title(value, lang)
    if head == "share":
        return f"{value:.1%}"
    if head == "group":
        return labels.coded(value, lang) if value else _NO_VALUE.of(lang)
    return "—" if value is None else _number(value)


def _sides(answer: Answer[CompareRow], reader: Reader) -> Section:
    lang = reader.lang
    first, _, second = answer.parameters["compare"].partition(" と ")

    def cell(value: Any) -> str:
        if value is None:
            return "—"
        return labels.listed(value, lang) if isinstance(value, list) else _number(value)

    rows = [
        [
            _field_name(row.field, answer).of(lang),
            cell(row.first),
            cell(row.second),
            cell(row.shared),
        ]
        for row in answer.rows
    ]
    return Section("", [heading("section", lang), first, second, heading("both", lang)], rows)


def _field_name(name: str, answer: Answer[Any]) -> Text:
    if name in COLUMNS:
        return COLUMNS[name]
    field = words_of(answer.parameters["kind"])[fold(name)]
    return Text(*(field_head(field, lang) for lang in LANGS))


def _field_cell(row: FindRow, field: Field, lang: Lang) -> str:
    certain = _cell(row.values[field.key], field, lang)
    if field.key not in row.possible:
        return certain
    return _OPEN.format(certain=certain, possible=_cell(row.possible[field.key], field, lang)).of(
        lang
    )


def _cell(value: Any, field: Field, lang: Lang) -> str:
    if value is None or value == []:
        return "—"
    if isinstance(value, list):
        return labels.listed((_cell(each, field, lang) for each in value), lang)
    if isinstance(value, dict):
        return format_measure(value, lang)
    if isinstance(value, bool):
        return ("はい" if value else "いいえ") if lang == "ja" else ("yes" if value else "no")
    if isinstance(value, int | float):
        return str(value) if field.type == "year" else _number(value)
    return _text(str(value), field, lang)


def _text(value: str, field: Field, lang: Lang) -> str:
    if field.key == "code" and field.type != "code":
        return labels.finding_title(value, lang)
    return labels.coded(value, lang) if field.type == "code" else value


def _number(value: float) -> str:
    rounded = round(value, 4)
    return f"{rounded:,}" if abs(rounded) >= 1000 else f"{rounded:g}"
