"""What many plans in one file cost: figures of :mod:`benchmarks.scale`."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Clock, Figure
from keikaku.graph import bundled, jsonfile
from keikaku.graph.records import Edge, Node, Records

GRAPH = "tables.json"
"""The graph file of the tables, in the folder of a measurement."""
_CHAIN = "連なる計画"


def of_tables(clock: Clock, tables: Path, folder: Path) -> Iterator[Figure]:
    """Yield what a folder of tables takes: to load, to ask, to draw."""
    graph, page = folder / GRAPH, folder / "tables.html"
    seconds, memory = clock.command("load", str(tables), "--out", str(graph))
    yield Figure("tables: load", seconds, "s", 20)
    yield Figure("tables: load, memory", memory, "MB", 1536)
    question = ("plans", "--theme", "AI", "--graph", str(graph))
    clock.command(*question)  # which makes the index
    seconds, memory = clock.command(*question)
    yield Figure("tables: plans --theme AI", seconds, "s", 2)
    yield Figure("tables: plans --theme AI, memory", memory, "MB")
    document = _first_document(graph)
    for name, more in (("all documents", ()), ("one document", ("--document", document))):
        seconds, memory = clock.command("bridges", "--graph", str(graph), *more)
        yield Figure(f"tables: bridges of {name}", seconds, "s")
        yield Figure(f"tables: bridges of {name}, memory", memory, "MB")
    seconds, _ = clock.command("relate", str(bundled.path()), "--to", str(graph))
    yield Figure("tables: relate to a city", seconds, "s")
    clock.command("map", "--graph", str(graph), "--out", str(page))
    yield from _of_map(page)


def _first_document(graph: Path) -> str:
    """Return the id of the first document of a file, without reading all of it."""
    begins = '"document": '
    with graph.open(encoding="utf-8") as lines:
        head = next(line for line in lines if line.startswith(begins))
    return str(json.loads(head.removeprefix(begins).rstrip(",\n"))["id"])


def _of_map(page: Path) -> Iterator[Figure]:
    """Yield what the overview of very many plans takes in a real browser."""
    from benchmarks.overview import opened

    yield Figure("tables: map", page.stat().st_size / 1e6, "MB", 12)
    measured = opened(page, "AI")
    yield Figure("tables: map, searched", measured.ready, "s", 5)
    yield Figure("tables: map, while it unfolds", measured.frames, "frames/s", 24, lower=False)


def of_file(clock: Clock, documents: int, folder: Path) -> Iterator[Figure]:
    """Yield the time of a question to a file of ``documents`` documents."""
    graph = folder / "cities.json"
    making = "from benchmarks.cities import cities\nfrom keikaku.graph import jsonfile, merging\n"
    making += f"jsonfile.write({str(graph)!r}, merging.merge(cities({documents}))[0])"
    # In a process of its own: what is started from one counts its memory as its own at first.
    subprocess.run([sys.executable, "-c", making], check=True)
    question = ("plans", "--theme", "キャッシュレス", "--graph", str(graph))
    seconds, memory = clock.command(*question)
    yield Figure(f"file of {documents}: the first question, which makes the index", seconds, "s")
    yield Figure(f"file of {documents}: its memory", memory, "MB")
    seconds, memory = clock.command(*question)
    yield Figure(f"file of {documents}: a question", seconds, "s", 1.5)
    yield Figure(f"file of {documents}: memory", memory, "MB", 400)


def of_chain(clock: Clock, plans: int, folder: Path) -> Iterator[Figure]:
    """Yield what ``impact`` takes on a chain of plans of which each depends on the one before."""
    graph, out = folder / "chain.json", folder / "impact.json"
    jsonfile.write(graph, chain(plans))
    seconds, memory = clock.command(
        "impact", "1", "--graph", str(graph), "--format", "json", "--out", str(out)
    )
    yield Figure(f"impact on a chain of {plans}", seconds, "s")
    yield Figure(f"impact on a chain of {plans}, memory", memory, "MB")
    yield Figure(f"impact on a chain of {plans}, all of it as JSON", out.stat().st_size / 1e6, "MB")


def chain(plans: int) -> Records:
    """Return a document of plans of which each depends on the one before."""
    document = "chain"
    ids = [f"{document}/plan/{place}" for place in range(1, plans + 1)]
    head = {
        "id": document,
        "title": _CHAIN,
        "municipality": "みなもと市",
        "first_year": 2024,
        "last_year": 2026,
        "source": "chain.txt",
        "sha256": "0" * 64,
    }
    nodes = [Node(document, "PlanDocument", _CHAIN, {"title": _CHAIN})]
    edges: list[Edge] = []
    for place, name in enumerate(ids, 1):
        title = f"{place}番目の計画"
        facts = {"number": f"{place}", "title": title, "unknown_marks": []}
        nodes.append(Node(name, "Plan", f"{place} {title}", facts))
        edges.append(Edge(document, name, "HAS_PART", {"order": place}))
    edges += [
        Edge(later, earlier, "DEPENDS_ON", {"reason": "names_plan", "words": "前の計画"})
        for earlier, later in itertools.pairwise(ids)
    ]
    return Records(head, nodes, edges)
