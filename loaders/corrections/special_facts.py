"""What can be set besides facts: the ○ of the mark row (marks, disclosed), and departments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from keikaku.graph.records import Edge, Node
from keikaku.loaders.channels import website_of
from keikaku.loaders.corrections.entries import Correction, UnmatchedError
from keikaku.loaders.corrections.fact_values import as_mark, is_blank
from keikaku.loaders.corrections.records_editor import RecordsEditor
from keikaku.loaders.corrections.shared_names import ensure
from keikaku.loaders.strict_yaml import Written
from keikaku.loaders.text import fold


class Special(NamedTuple):
    """Something that can be set: on which kinds, what it is now, what words mean, and how."""

    kinds: tuple[str, ...]
    current: Callable[[RecordsEditor, Node], Any]
    parse: Callable[[Written, Any], Any]
    write: Callable[[RecordsEditor, Correction, Node, Any], None]


# --- marks: the five themes of 5レス ----------------------------------------------------------


def _marks(bench: RecordsEditor, plan: Node) -> dict[str, bool | None]:
    """Return each theme that has a column in the mark row: ○, none, or None where it is unknown."""
    names = [
        str(bench.lookup.nodes[edge.source].facts["name"])
        for edge in bench.lookup.of_type("PART_OF")
        if edge.source in bench.lookup.nodes
    ]
    marks: dict[str, bool | None] = dict.fromkeys(names, False)
    for edge, theme in _linked(bench, plan, "TOUCHES"):
        if "mark" in edge.facts.get("basis", ()):
            marks[str(theme.facts["name"])] = True
    return marks | dict.fromkeys(plan.facts.get("unknown_marks", ()), None)


def _parse_marks(written: Written, marks: dict[str, bool | None]) -> dict[str, bool | None]:
    """Return marks from lines such as キャッシュレス: ○; a blank one stays as it was.

    A theme is named by its name or by the beginning of it.
    """
    if not isinstance(written, dict):
        raise ValueError("キャッシュレス: ○ | なし")  # noqa: TRY004 - reported as any wrong value
    parsed = {}
    for word, mark in written.items():
        themes = [name for name in marks if fold(name).startswith(fold(word))]
        if len(themes) != 1:
            raise UnmatchedError("several-nodes" if themes else "no-such-node")
        if not is_blank(mark):
            parsed[themes[0]] = as_mark(mark)
    if not parsed:
        raise ValueError("○ | なし")
    return parsed


def _write_marks(
    bench: RecordsEditor, entry: Correction, plan: Node, marks: dict[str, bool | None]
) -> None:
    evidence = entry.evidence("marks")
    unknown = [name for name in plan.facts.get("unknown_marks", ()) if name not in marks]
    unknown += [name for name, mark in marks.items() if mark is None]
    bench.change(plan, "unknown_marks", unknown, evidence)
    for name, mark in marks.items():
        _write_mark(bench, entry, plan, ensure(bench, entry, "Theme", name), bool(mark))
    bench.changed.add("marks")


def _write_mark(
    bench: RecordsEditor,
    entry: Correction,
    plan: Node,
    theme: Node,
    mark: bool,  # noqa: FBT001 - the mark itself
) -> None:
    """Give or take the ○ that a theme has in the mark row; a word in the text stays."""
    evidence = entry.evidence("marks")
    edge = next((e for e, one in _linked(bench, plan, "TOUCHES") if one is theme), None)
    basis = {"mark"} if mark else set()
    basis |= set(edge.facts["basis"]) - {"mark"} if edge else set()
    if edge is None and basis:
        bench.add_edge(Edge(plan.id, theme.id, "TOUCHES", {"basis": sorted(basis)}, [evidence]))
    elif edge is not None and not basis:
        bench.remove_edge(edge)
    elif edge is not None and sorted(basis) != sorted(edge.facts["basis"]):
        bench.change(edge, "basis", sorted(basis), evidence)


# --- disclosed: the ○ of 情報公開 -------------------------------------------------------------


def _disclosed(bench: RecordsEditor, plan: Node) -> bool | None:
    if plan.facts.get("disclosure_unknown"):
        return None
    return any(_is_website(channel) for _, channel in _linked(bench, plan, "DISCLOSED_ON"))


def _write_disclosed(
    bench: RecordsEditor,
    entry: Correction,
    plan: Node,
    disclosed: bool | None,  # noqa: FBT001 - the state itself
) -> None:
    evidence = entry.evidence("disclosed")
    for edge, channel in _linked(bench, plan, "DISCLOSED_ON"):
        if _is_website(channel):
            bench.remove_edge(edge)
    if disclosed:
        channel = _website(bench, entry)
        bench.add_edge(Edge(plan.id, channel.id, "DISCLOSED_ON", {}, [evidence]))
    bench.change(plan, "disclosure_unknown", True if disclosed is None else None, evidence)
    bench.changed.add("disclosed")


def _website(bench: RecordsEditor, entry: Correction) -> Node:
    for channel in bench.lookup.of_kind("Channel"):
        if _is_website(channel):
            return channel
    name = website_of(str(bench.records.document.get("municipality") or ""))
    return ensure(bench, entry, "Channel", name, {"type": "website"})


def _is_website(channel: Node) -> bool:
    return bool(channel.facts.get("type") == "website")


# --- departments: who is in charge, the first of them leading ---------------------------------


def _departments(bench: RecordsEditor, whole: Node) -> list[str]:
    edges = sorted(_charges(bench, whole), key=lambda edge: int(edge.facts.get("order", 0)))
    return [str(bench.lookup.nodes[edge.source].facts["name"]) for edge in edges]


def _parse_departments(written: Written, _: list[str]) -> list[str]:
    written = written if isinstance(written, list) else [written]
    names = [name.strip() for name in written if isinstance(name, str) and name.strip()]
    if not names or len(names) < len(written):
        raise ValueError("[課名, 課名]")
    return list(dict.fromkeys(names))


def _write_departments(
    bench: RecordsEditor, entry: Correction, whole: Node, names: list[str]
) -> None:
    evidence = entry.evidence("departments")
    charged = [ensure(bench, entry, "Department", name) for name in names]
    charges = {edge.source: edge for edge in _charges(bench, whole)}
    for order, department in enumerate(charged, 1):
        role = "component" if whole.kind == "Component" else "lead" if order == 1 else "co"
        facts = {"role": role, "order": order}
        edge = charges.pop(department.id, None)
        if edge is None:
            bench.add_edge(Edge(department.id, whole.id, "RESPONSIBLE_FOR", facts, [evidence]))
        elif edge.facts != facts:
            edge.facts = facts
            bench.mark(edge, "role", evidence)
    for edge in charges.values():
        bench.remove_edge(edge)
    bench.mark(whole, "departments", evidence)


def _charges(bench: RecordsEditor, whole: Node) -> list[Edge]:
    return [edge for edge in bench.lookup.of_type("RESPONSIBLE_FOR") if edge.target == whole.id]


def _linked(bench: RecordsEditor, plan: Node, relation: str) -> Iterator[tuple[Edge, Node]]:
    """Yield what a plan is linked to by a relation, with the edge."""
    for edge in list(bench.lookup.of_type(relation)):
        if edge.source == plan.id and edge.target in bench.lookup.nodes:
            yield edge, bench.lookup.nodes[edge.target]


SPECIALS: dict[str, Special] = {
    "marks": Special(("Plan",), _marks, _parse_marks, _write_marks),
    "disclosed": Special(
        ("Plan",), _disclosed, lambda written, _: as_mark(written), _write_disclosed
    ),
    "departments": Special(
        ("Plan", "Component"), _departments, _parse_departments, _write_departments
    ),
}
