"""``check --init``: a corrections file to fill in, for all that is open."""

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
    "{file}: is there already; name another one.",
)
_SEVERAL = Text(
    "訂正ファイルは計画書ごとに作ります。--document で計画書を指定してください。",
    "A corrections file is for one document; name it with --document.",
)


def write_skeleton(
    file: Path, graph: Graph, rows: Sequence[FindingRow], lang: Lang, known: str | None = None
) -> None:
    """Write an entry for each open finding of one document; a file that is there stays as it is.

    ``known`` is the corrections file that was applied: its entries are carried over as they stand,
    so that the new file can take its place.

    Raises:
        KeikakuError: the file is there, the findings are of several documents, or the place
            cannot be written to.
    """
    from keikaku.loaders.corrections import skeleton
    from keikaku.loaders.corrections.corrections_skeleton import entries_of

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
    carried = entries_of(Path(known).read_text("utf-8-sig")) if known else ""
    write_whole(file, skeleton(about, lang, carried))


def _finding(row: FindingRow) -> Finding:
    known = {field.name for field in fields(Finding)}
    details = {name: value for name, value in plain(row).items() if name in known}
    details["evidence"] = [Evidence(**piece) for piece in details["evidence"]]
    return Finding(**details)
