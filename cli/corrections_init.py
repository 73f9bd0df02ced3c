"""``check --init``: a corrections file to fill in, for all that is open."""

from __future__ import annotations

from collections.abc import Sequence
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
    "{file}: is there already; name another one.",
)
_SEVERAL = Text(
    "訂正ファイルは計画書ごとに作ります。--document で計画書を指定してください。",
    "A corrections file is for one document; name it with --document.",
)


def write_skeleton(file: Path, graph: Graph, rows: Sequence[FindingRow], lang: Lang) -> None:
    """Write an entry for each open finding of one document; a file that is there stays as it is.

    Raises:
        KeikakuError: the file is there, the findings are of several documents, or the place
            cannot be written to.
    """
    from keikaku.loaders.corrections import skeleton

    if file.exists():
        raise KeikakuError(_THERE.format(file=file))
    documents = {row.document for row in rows} or {graph.graph["document"]["id"]}
    if len(documents) > 1:
        raise KeikakuError(_SEVERAL)
    about = Records(
        {**graph.graph["document"], "id": documents.pop()},
        nodes=[
            Node(node, "Plan", facts["label"], {"unknown_marks": facts["unknown_marks"]})
            for node, facts in of_kind(graph, "Plan")
            if facts.get("unknown_marks")
        ],
        findings=[_finding(row) for row in rows if row.settled is None],
    )
    write_whole(file, skeleton(about, lang))


def _finding(row: FindingRow) -> Finding:
    told = plain(row)
    told["evidence"] = [Evidence(**piece) for piece in told["evidence"]]
    del told["document"], told["id"]
    return Finding(**told)
