"""The answer to ``plans``: a plan a row, with why it matched."""

from __future__ import annotations

from typing import Any

from keikaku.cli import labels
from keikaku.cli.column_words import headings
from keikaku.cli.cutting import MORE_ROWS
from keikaku.cli.output import Block, Reader, Section
from keikaku.cli.views import shared_view
from keikaku.graph.language import Text
from keikaku.queries.answers import Answer
from keikaku.queries.plan_filters import Match
from keikaku.queries.plans.answer import PlanRow, UnknownRow

_CLOSING = Text("{n}件の実施計画{filters}", "Plans: {n}{filters}")
_CLOSING_AND_MORE = Text(
    "{n}件、ほかに続いている可能性のあるもの{more}件{filters}",
    "Plans: {n}, and {more} that may run{filters}",
)
_NONE = Text("該当する実施計画はありません{filters}。", "No plan matches{filters}.")
_UNKNOWN = Text(
    "○印の有無が原本から分からない計画が{n}件あります: {plans}",
    "The source does not show whether these bear the mark ({n}): {plans}",
)
_COLUMNS = (
    "document number title departments matches basis certainty confidence reading lines"
).split()


def blocks(answer: Answer[Any], reader: Reader) -> list[Block]:
    """Return the plans with why they match, then those for which it is unknown."""
    lang = reader.lang
    filters = shared_view.describe_question(answer, lang)
    table = _table(answer.rows, reader)._replace(beyond=answer.beyond.rows)
    sections: list[Block] = [table] if answer.rows else []
    there = len(answer.rows) + answer.beyond.rows
    more = sum(count.possible for count in answer.totals or ())
    closing = _NONE if not answer.rows else _CLOSING_AND_MORE if more else _CLOSING
    sections.append(closing.format(n=there - more, more=more, filters=filters).of(lang))
    if answer.unknown:
        theme = answer.parameters.get("theme")
        there = len(answer.unknown) + answer.beyond.unknown
        first = answer.unknown[: reader.limit and reader.limit.rows]
        plans = [_unknown(row, theme, reader) for row in first]
        plans += [MORE_ROWS.format(n=there - len(first)).of(lang)] if there > len(first) else []
        sections.append(_UNKNOWN.format(n=there, plans=labels.listed(plans, lang)).of(lang))
    return sections


def flat(answer: Answer[Any]) -> tuple[list[str], list[list[Any]]]:
    """Return one row for each reason of each plan; a plan without a reason has one row."""
    rows = []
    for row in answer.rows:
        roles = [(d.name, labels.words_of_code(d.role)) for d in row.departments]
        departments = labels.joined(
            Text("{name}（{role}）", "{name} ({role})").format(name=name, role=role)
            for name, role in roles
        )
        plan = [row.document, row.number, row.title, departments]
        rows += [
            [
                *plan,
                match.what,
                labels.words_of_codes(match.basis),
                match.certainty and labels.words_of_code(match.certainty),
                match.confidence,
                labels.words_of_codes(dict.fromkeys(piece["reading"] for piece in match.evidence)),
                labels.places(match.evidence),
            ]
            for match in row.matches
        ] or [plan + [""] * (len(_COLUMNS) - len(plan))]
    return _COLUMNS, rows


def _table(rows: list[PlanRow], reader: Reader) -> Section:
    columns = ["number", "plan_title", "departments"]
    if reader.several:
        columns.insert(0, "document")
    if any(row.matches for row in rows):
        columns += ["matches", "evidence"]
    cells = [_cells(row, rows, reader) for row in rows]
    heads = headings(columns, reader.lang)
    return Section("", heads, [[row[column] for column in columns] for row in cells])


def _cells(row: PlanRow, rows: list[PlanRow], reader: Reader) -> dict[str, str]:
    lang = reader.lang
    pieces = (shared_view.evidence_cell(m.evidence, rows, reader) for m in row.matches)
    departments = (labels.with_codes(d.name, [d.role], lang) for d in row.departments)
    return {
        "document": row.document,
        "number": row.number,
        "plan_title": row.title,
        "departments": "\n".join(departments),
        "matches": "\n".join(labels.with_codes(m.what, _codes(m), lang) for m in row.matches),
        "evidence": "\n".join(filter(None, pieces)),
    }


def _codes(match: Match) -> list[str]:
    """Return the basis of a match; words say where it is only possible."""
    return match.basis if match.certainty == "stated" else [*match.basis, match.certainty]


def _unknown(row: UnknownRow, theme: str | None, reader: Reader) -> str:
    """Return a plan with the marks that are unknown.

    Without them where they are just the one that was asked for.
    """
    name = row.number or row.title
    plan = f"{row.document} {name}" if reader.several else name
    marks = "" if row.marks == [theme] else "・".join(row.marks)
    return plan + labels.bracketed(marks, reader.lang)
