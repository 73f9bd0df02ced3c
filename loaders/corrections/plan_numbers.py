"""The number of a plan, on which its id and those of all its parts rest."""

from __future__ import annotations

import re

from keikaku.graph.records import Edge, Node
from keikaku.graph.structure import number_of
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.records_editor import RecordsEditor

_NUMBER = re.compile(r"\d+-\d+-\d+")


def initiative_of(bench: RecordsEditor, entry: Correction, number: str) -> Node:
    """Return the initiative under which a plan of that number belongs."""
    if not _NUMBER.fullmatch(number):
        raise entry.refuse(
            "計画の番号は 2-2-5 のように記入してください。", "write a plan's number like 2-2-5."
        )
    initiative = bench.lookup.nodes.get(f"{bench.document}/initiative/{number.rpartition('-')[0]}")
    if initiative is None:
        raise UnmatchedError("no-such-node")
    return initiative


def renumber(bench: RecordsEditor, entry: Correction, plan: Node, number: str) -> None:
    """Give a plan another number; its parts' ids follow, and it moves under its initiative."""
    if plan.kind != "Plan":
        raise entry.refuse(
            "番号を直せるのは計画（plan）だけです。", "only a plan can be given another number."
        )
    old = number_of(plan.facts)
    initiative = initiative_of(bench, entry, number)
    if f"{bench.document}/plan/{number}" in bench.lookup.nodes:
        raise UnmatchedError("already-there")
    for node in (plan, *bench.lookup.parts(plan.id)):
        head, _, rest = node.id.partition(f"/{old}")
        bench.rename(node, f"{head}/{number}{rest}", {})
    bench.change(plan, "number", number, entry.evidence("number"))
    for edge in bench.lookup.of_type("HAS_PART"):
        if edge.target == plan.id and edge.source != initiative.id:
            bench.remove_edge(edge)
            order = int(number.rpartition("-")[2])
            evidence = [entry.evidence("number")]
            bench.add_edge(Edge(initiative.id, plan.id, "HAS_PART", {"order": order}, evidence))
            break
