"""``check --init`` and ``check --out x.xlsx``: the open findings, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from keikaku.graph.errors import KeikakuError
from keikaku.graph.files import write_whole
from keikaku.graph.language import Lang, Text
from keikaku.graph.records import Evidence, Finding, Node, Records
from keikaku.queries.answers import plain
from keikaku.queries.check.answer import FindingRow
from keikaku.queries.graph_walks import Graph, of_kind

_THERE = Text(
    "{file}: すでにあります。別の名前を指定してください。",
    "{file}: exists already; name another one.",
)
_SEVERAL = Text(
    "訂正ファイルは計画書ごとに作ります。--document で計画書を指定してください。",
    "A corrections file is for one document; name it with --document.",
)

_WORKBOOK = Text(
    "{file} に確認事項{n}件の表を書きました。記入したら keikaku load 原本 --corrections {file} で"
    "読み込めます。",
    "{n} findings are in {file}; fill it in, then: keikaku load SOURCE --corrections {file}.",
)


def write_skeleton(
    file: Path, graph: Graph, rows: Sequence[FindingRow], lang: Lang, known: str | None = None
) -> None:
    """Write an entry for each open finding of one document; an existing file is not changed.

    ``known`` is the corrections file that was applied: its entries are carried over unchanged,
    so that the new file can replace it.

    Raises:
        KeikakuError: the file exists already, the findings are of several documents, or the file
            cannot be written.
    """
    from keikaku.loaders.corrections import skeleton
    from keikaku.loaders.corrections.corrections_skeleton import entries_of

    if file.exists():
        raise KeikakuError(_THERE.format(file=file))
    about = Records(
        {**graph.graph["document"], "id": _only_document(graph, rows)},
        nodes=[
            Node(node, "Plan", facts["label"], {"unknown_marks": facts["unknown_marks"]})
            for node, facts in of_kind(graph, "Plan")
            if facts.get("unknown_marks")
        ],
        findings=[_finding(row) for row in rows if row.settled is None],
    )
    carried = entries_of(Path(known).read_text("utf-8-sig")) if known else ""
    write_whole(file, skeleton(about, lang, carried))


def write_findings(
    file: Path, graph: Graph, rows: Sequence[FindingRow], lang: Lang, known: str | None = None
) -> str:
    """Write the open findings of one document as a workbook to decide on, and say so.

    ``known`` is the corrections file that was applied: its corrections are carried over.

    Raises:
        KeikakuError: the findings are of several documents, or the file cannot be written.
    """
    from keikaku.exports import findings_workbook
    from keikaku.loaders import corrections

    document = _only_document(graph, rows)
    head = next(each for each in graph.graph["documents"] if each["id"] == document)
    applied = corrections.read(Path(known)).entries if known else ()
    still_open = [plain(row) for row in rows if row.settled is None]
    nodes = {row["node"]: graph.nodes[row["node"]] for row in still_open if row["node"] in graph}
    findings_workbook.write(file, head, still_open, nodes, applied, lang)
    return _WORKBOOK.format(file=file, n=len(still_open)).of(lang)


def _only_document(graph: Graph, rows: Sequence[FindingRow]) -> str:
    documents = {row.document for row in rows} or {graph.graph["document"]["id"]}
    if len(documents) > 1:
        raise KeikakuError(_SEVERAL)
    return documents.pop()


def _finding(row: FindingRow) -> Finding:
    known = {field.name for field in fields(Finding)}
    details = {name: value for name, value in plain(row).items() if name in known}
    details["evidence"] = [Evidence(**piece) for piece in details["evidence"]]
    return Finding(**details)
