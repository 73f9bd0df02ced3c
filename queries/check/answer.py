"""``check``: what a person should look at in the source, most severe first (確認事項)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import plan_of
from keikaku.queries import names
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import Evidence, Facts, Graph

SEVERITIES = ("error", "warning", "info")
"""How much a finding matters, most severe first."""

_LAST = 10**9
_QUIET = Text(
    "このほか、訂正で解決済みの事項が{n}件あります（--settled で表示）。",
    "{n} more are settled by corrections (--settled shows them).",
)


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding; ``settled`` holds who, why and when once a person has settled it, else None.

    ``details`` fill the text of its kind; ``message`` and ``suggestion`` are that text in Japanese.
    ``id`` is that of the node that it is about, as ``node`` is.
    """

    id: str | None
    document: str
    code: str
    severity: str
    node: str | None
    message: str
    suggestion: str
    evidence: Evidence
    details: dict[str, Any]
    settled: dict[str, Any] | None


def answer(
    graph: Graph,
    *,
    severity: str | None = None,
    code: str | None = None,
    settled: bool = False,
    document: str | None = None,
) -> Answer[FindingRow]:
    """Return the findings that the graph holds, most severe first, then by document and line.

    ``severity`` keeps that and the more severe ones; ``code`` one kind of finding. Those settled by
    a correction are left out, and a note counts them; with ``settled`` they are among the rows.

    >>> {row.severity for row in check(read(), severity="error")} <= {"error"}
    True

    Raises:
        KeikakuError: the severity, the code or the document is unknown.
    """
    within = None if document is None else names.find(graph, "PlanDocument", document)[0]
    wanted = wanted_severities(severity)
    kind = (
        None
        if code is None
        else code_meant((each["code"] for each in graph.graph["findings"]), code)
    )
    first = graph.graph["document"]["id"]
    rows = sorted((row_of(finding, first) for finding in graph.graph["findings"]), key=place)
    matching = [
        row
        for row in rows
        if row.severity in wanted
        and (kind is None or row.code == kind)
        and (within is None or row.document == within)
    ]
    parameters = drop_none(severity=severity, code=kind, settled=settled or None, document=within)
    return make_row(matching, parameters, settled=settled)


def make_row(
    findings: list[FindingRow], parameters: dict[str, Any], *, settled: bool
) -> Answer[FindingRow]:
    """Return the answer from the findings; settled ones are rows, or a note counts them."""
    open_ones = [row for row in findings if row.settled is None]
    quiet = 0 if settled else len(findings) - len(open_ones)
    return Answer(
        "check",
        parameters,
        findings if settled else open_ones,
        notes=[_QUIET.format(n=quiet)] if quiet else [],
    )


def of_node(graph: Graph, node: str) -> list[FindingRow]:
    """Return the findings about a node or about its parts, settled ones too, most severe first."""
    first = graph.graph["document"]["id"]
    about = _by_node(graph).get(node, [])
    return sorted((row_of(finding, first) for finding in about), key=place)


_known: WeakKeyDictionary[Graph, tuple[list[dict[str, Any]], int, dict[str, Any]]] = (
    WeakKeyDictionary()
)


def _by_node(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    """Return the findings by the node and the plan that they are about.

    Cached, because a site asks for every plan; rebuilt after findings were added or removed.
    """
    findings = graph.graph["findings"]
    kept = _known.get(graph)
    if kept is not None and kept[0] is findings and kept[1] == len(findings):
        return kept[2]
    by_node: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        if finding["node"]:
            about = dict.fromkeys((finding["node"], plan_of(graph, finding["node"])))
            for node in about:
                if node:
                    by_node.setdefault(node, []).append(finding)
    _known[graph] = (findings, len(findings), by_node)
    return by_node


def wanted_severities(severity: str | None) -> tuple[str, ...]:
    """Return that severity and the more severe ones; all for None.

    Raises:
        KeikakuError: there is no such severity.
    """
    if severity is None:
        return SEVERITIES
    if severity not in SEVERITIES:
        listed = "、".join(SEVERITIES)
        raise KeikakuError(
            Text(
                f"重要度「{severity}」は使えません。{listed} から選んでください。",
                f"no such severity '{severity}'; use one of {listed}.",
            )
        )
    return SEVERITIES[: SEVERITIES.index(severity) + 1]


def code_meant(there: Iterable[str], typed: str) -> str:
    """Return a kind of finding by its code: of this version, or of the findings in the graph.

    Raises:
        KeikakuError: there is no such code, or the text is a part of several codes.
    """
    from keikaku.graph.findings import FINDINGS

    codes = names.unique([*FINDINGS, *there])
    # A code is not an id, but choose() takes the last name of an entry as the id.
    candidates = [names.NameEntry(code, (code, code)) for code in codes]
    return names.choose(candidates, typed, Text("確認事項の種類", "kind of finding"))[0]


def row_of(finding: Facts, first: str) -> FindingRow:
    """Return a finding as a row; without evidence it counts for the graph's first document."""
    evidence = finding["evidence"]
    return FindingRow(
        id=finding["node"],
        document=evidence[0]["document"] if evidence else first,
        code=finding["code"],
        severity=finding["severity"],
        node=finding["node"],
        message=finding["message"],
        suggestion=finding["suggestion"],
        evidence=evidence,
        details=finding.get("details") or {},
        settled=finding.get("settled"),
    )


def place(row: FindingRow) -> tuple[int, str, int, str, str]:
    """Return where a finding stands in the list."""
    line = row.evidence[0]["line"] if row.evidence else None
    return SEVERITIES.index(row.severity), row.document, line or _LAST, row.code, row.message
