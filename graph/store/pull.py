"""Read documents from the store, as they were pushed."""

from __future__ import annotations

from collections.abc import Sequence

from keikaku.graph import merging, network
from keikaku.graph.errors import NotFoundError
from keikaku.graph.language import Text
from keikaku.graph.linking import link_documents
from keikaku.graph.network import Graph
from keikaku.graph.store import document_rows, read_documents
from keikaku.graph.store.document_rows import Properties
from keikaku.graph.store.kept import edits_located
from keikaku.graph.store.server import Server

_NOTHING = Text(
    "{address}: 計画書が1つもありません。keikaku push で収めてください。",
    "{address}: holds no document. Put one in with keikaku push.",
)
_NO_DOCUMENT = Text(
    "{address}: 文書「{id}」はありません（あるのは {known}）。",
    "{address}: there is no document “{id}” (there are: {known}).",
)
_AT_ONCE = 50
_MOST_IDS = 8


def pull(server: Server, documents: str | Sequence[str] | None = None) -> Graph:
    """Return the graph that the store holds, or the documents of it that are named.

    A relation from one document into another is there where both are.

    Raises:
        NotFoundError: it holds no document, or not one that is named.
        StoreError: the server cannot be reached or fails.
    """
    ids = [row["id"] for row in server.read(read_documents.SOURCES)]
    if not ids:
        raise NotFoundError(_NOTHING.format(address=server.address))
    wanted_ids = {documents} if isinstance(documents, str) else {*(documents or ids)}
    for unknown in sorted(wanted_ids.difference(ids)):
        known = "、".join(ids[:_MOST_IDS]) + ("…" if len(ids) > _MOST_IDS else "")
        raise NotFoundError(_NO_DOCUMENT.format(address=server.address, id=unknown, known=known))
    wanted = [name for name in ids if name in wanted_ids]
    parts: list[Graph] = []
    tied: list[Properties] = []
    for begin in range(0, len(wanted), _AT_ONCE):
        with edits_located(server):
            batch = server.reading(read_documents.read_documents, wanted[begin : begin + _AT_ONCE])
            for rows in batch.values():
                parts.append(document_rows.graph_of(rows))
                tied += document_rows.cross_document_edges(rows)
    graph = parts[0] if len(parts) == 1 else merging.merge(parts)[0]
    # Add all edges again, so that those into other documents are back in their places.
    graph.remove_edges_from([*graph.out_edges({row["source"] for row in tied}, keys=True)])
    for row in tied:
        if row["target"] in graph:
            network.add_edge(graph, row)
    if len(parts) > 1:
        link_documents(graph)
    return graph
