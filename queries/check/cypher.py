"""``check`` in Cypher."""

from __future__ import annotations

from keikaku.graph.store.kept import kept
from keikaku.graph.store.server import Row
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.check.answer import FindingRow, code_meant, make_row, row_of, wanted_severities
from keikaku.queries.cypher.directory import Directory, document_meant
from keikaku.queries.cypher.fragments import FIRST_DOCUMENT, LAST
from keikaku.queries.cypher.statements import Statement

_STATEMENT = f"""\
WITH f, first, CASE f.seen_in WHEN '' THEN first ELSE f.seen_in END AS document
WHERE f.severity IN $severities AND ($code IS NULL OR f.code = $code)
RETURN f.row AS row, first, document, f.code AS code, f.severity AS severity, f.message AS message
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END,
         document, coalesce(f.line, {LAST}), f.code, f.message, f.at"""
_ALL = "MATCH (f:Finding)"
_WITHIN = """\
MATCH (f:Finding)
WHERE f.seen_in IN CASE first WHEN $document THEN [$document, ''] ELSE [$document] END"""
"""The document of a finding; one without evidence counts for the first document."""


def build_statement(
    directory: Directory,
    *,
    severity: str | None = None,
    code: str | None = None,
    settled: bool = False,
    document: str | None = None,
) -> Statement:
    """Return the statement; see :func:`keikaku.queries.check.answer` for the parameters."""
    within = document_meant(directory, document)
    values = {
        "severities": list(wanted_severities(severity)),
        "code": None if code is None else code_meant(directory.codes(), code),
    }
    understood = drop_none(
        severity=severity, code=values["code"], settled=settled or None, document=within
    )
    begin = _ALL if within is None else _WITHIN
    statement = f"{FIRST_DOCUMENT}\n{begin}\n{_STATEMENT}"
    return Statement(statement, values | drop_none(document=within), understood)


def answer(rows: list[Row], statement: Statement) -> Answer[FindingRow]:
    """Return the typed rows; settled ones are only counted unless they were asked for."""
    findings = [row_of(kept(row["row"], "row"), row["first"]) for row in rows]
    return make_row(findings, statement.understood, settled="settled" in statement.understood)
