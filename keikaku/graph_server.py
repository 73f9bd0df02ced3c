"""Graphs in a Neo4j server: push them there, and pull them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from keikaku.graph.network import Graph
    from keikaku.graph.store.push import Pushed


def push(
    graphs: Graph | Iterable[Graph],
    address: str,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> list[Pushed]:
    """Put the documents of one graph or of several into a Neo4j server, or bring them up to date.

    Returns how many nodes, relations and findings of each document were created, updated and
    removed. Without ``user`` and ``password``, they come from the address
    (``bolt://user:password@host:7687``), else from ``NEO4J_USER`` and ``NEO4J_PASSWORD``; without
    ``database``, it comes from ``NEO4J_DATABASE``. Each document is in the server whole or not at
    all, and pushing again does no harm.

    >>> push(read(), "bolt://localhost:7687", password="…")  # doctest: +SKIP
    [Pushed(document='koriyama-2022', created=2085, updated=0, removed=0)]

    Raises:
        StoreError: the server cannot be reached, refuses us, or fails.
        GraphError: a document occurs twice, relates to another one, or states another kind of a
            node that the server holds.
    """
    import networkx as nx

    from keikaku.graph.store.push import push as into
    from keikaku.graph.store.server import Login, connected

    wanted = [graphs] if isinstance(graphs, nx.MultiDiGraph) else graphs
    with connected(address, Login(user, password, database)) as server:
        return list(into(server, wanted))


def pull(
    address: str,
    document: str | Sequence[str] | None = None,
    *,
    user: str | None = None,
    password: str | None = None,
    database: str | None = None,
) -> Graph:
    """Return the graph that a Neo4j server holds, or the documents of it that are named.

    Equal to what was pushed; several documents come as by :func:`merge`. User, password and
    database as in :func:`push`.

    >>> pull("bolt://localhost:7687", "koriyama-2022", password="…")  # doctest: +SKIP

    Raises:
        StoreError: the server cannot be reached, refuses us, or fails.
        NotFoundError: it holds no document, or not one that is named.
    """
    from keikaku.graph.store.pull import pull as out_of
    from keikaku.graph.store.server import Login, connected

    with connected(address, Login(user, password, database)) as server:
        return out_of(server, document)
