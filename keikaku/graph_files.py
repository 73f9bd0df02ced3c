"""Graphs as files: load a plan into a graph, read and write graphs, merge several."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keikaku.graph.merging import Conflict
    from keikaku.graph.network import Graph


def load(
    source: str | Path,
    *,
    document_id: str | None = None,
    themes: str | Path | None = None,
    corrections: str | Path | None = None,
    facts_only: bool = False,
) -> Graph:
    """Read a published plan (計画書) into a graph, with the evidence of every fact.

    ``document_id`` names the document (else the file's stem without ``-plan``); ``themes`` adds to
    the themes and their synonyms, ``corrections`` holds what people have settled (both YAML; else
    the file ``STEM-corrections.yaml`` beside the source; one for another document is left out with
    a warning); ``facts_only`` leaves out the prose (事業概要, 目指す姿). A workbook (.xlsx) is the
    form that :func:`template` writes, or a graph that :func:`export` wrote, which takes no options.

    >>> graph = load("examples/midorino-2026-plan.txt")
    >>> graph.graph["document"]["municipality"]
    'みどり野市'

    Raises:
        SourceError: the source cannot be read as a plan.
        CorrectionError: the corrections cannot be read.
    """
    from keikaku import loaders
    from keikaku.graph import network
    from keikaku.graph.records import Records

    content = loaders.content(
        Path(source),
        document_id=document_id,
        themes=_path(themes),
        corrections=_path(corrections),
        facts_only=facts_only,
    )
    return network.from_records(content) if isinstance(content, Records) else content


def explain(source: str | Path, number: str, *, themes: str | Path | None = None) -> str:
    """Return what was read for one plan, from which lines, and how it was understood, in Japanese.

    It describes what the source says, before any correction.

    >>> "1-1-1" in explain("examples/midorino-2026-plan.txt", "1-1-1")
    True

    Raises:
        SourceError: the source cannot be read as a plan.
        NotFoundError: it holds no plan of that number.
    """
    from keikaku import loaders

    return loaders.explain(Path(source), number, themes=_path(themes))


def read(path: str | Path | None = None) -> Graph:
    """Read a graph from its file (``keikaku/2`` JSON); without a path, the bundled one.

    The address of a Neo4j server (``bolt://host:7687``) reads all that it holds, as :func:`pull`.

    >>> read().graph["document"]["id"] in {row["id"] for row in read().graph["documents"]}
    True

    Raises:
        GraphError: the file is missing, broken or against the model.
        StoreError: the server cannot be reached, or refuses us.
    """
    from keikaku.graph import bundled, jsonfile

    if isinstance(path, str) and "://" in path:
        from keikaku.graph_server import pull

        return pull(path)
    return jsonfile.read(bundled.path() if path is None else Path(path))


def write(graph: Graph, path: str | Path) -> None:
    """Write a graph to a file, whole or not at all; the same graph gives the same bytes.

    >>> write(read(), "graph.json")  # doctest: +SKIP

    Raises:
        KeikakuError: the place cannot be written to.
    """
    from keikaku.graph import jsonfile

    jsonfile.write(Path(path), graph)


def validate(graph: Graph) -> None:
    """Check a graph against the declared model (docs/model.md).

    >>> validate(read())

    Raises:
        GraphError: names every place that does not fit.
    """
    from keikaku.graph import network, validation

    validation.validate(network.to_payload(graph))


def merge(*graphs: Graph) -> tuple[Graph, list[Conflict]]:
    """Return several documents in one graph, and where they disagree (the first is kept).

    A guideline with the name of one of the documents is tied to that document.

    >>> both, conflicts = merge(read(), load("examples/midorino-2026-plan.txt"))
    >>> len(both.graph["documents"])
    2

    Raises:
        GraphError: a document occurs twice, or one id means different kinds.
    """
    from keikaku.graph import merging
    from keikaku.graph.linking import link_documents

    merged, conflicts = merging.merge(graphs)
    link_documents(merged)
    return merged, conflicts


def only(graph: Graph, document: str) -> Graph:
    """Return the part of a graph that comes from one of its documents.

    >>> graph = read()
    >>> only(graph, graph.graph["document"]["id"]).number_of_edges() == graph.number_of_edges()
    True

    Raises:
        GraphError: the graph holds no such document.
    """
    from keikaku.graph import merging

    return merging.only(graph, document)


def _path(path: str | Path | None) -> Path | None:
    return None if path is None else Path(path)
