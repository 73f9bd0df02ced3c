"""A graph with changes applied in order (試案): all of them, or none and a list of all mistakes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from keikaku.graph import changes, merging
from keikaku.graph.changes import Change, RequestedChange, change_text
from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import number_of, numbered_title
from keikaku.queries import names
from keikaku.queries.editions import newest
from keikaku.queries.graph_walks import Graph, arriving, leads, parts
from keikaku.queries.names import AmbiguousNameError
from keikaku.queries.scope import document_named, responsibilities

_SEVERAL = Text(
    "「{typed}」は{n}件あります。番号や正式な名称で指定してください。",
    "'{typed}' means {n} things; use a number or the full name.",
)
_NOTHING = Text(
    "変更を一つ以上指定してください（例: --drop-plan 2-2-5）。",
    "name one change or more (such as --drop-plan 2-2-5).",
)
_MISTAKES = Text(
    "できない変更が{n}件あります。何も変更していません。",
    "changes that cannot be made: {n}. Nothing was changed.",
)
_NAME_IN_USE = Text(
    "「{name}」という所管課はすでにあります。一つにするには統合（merge-departments）を使ってください。",
    "there is a department “{name}” already; to make them one, use merge-departments.",
)
_SAME_NAME = Text("名称が今と同じです。", "it has that name already.")
_SAME_PLACE = Text(
    "{plan} はすでに取組事項{initiative}にあります。",
    "{plan} belongs to initiative {initiative} already.",
)
_SAME_LEAD = Text(
    "{plan} の主管課はすでに{department}です。", "{department} is the lead of {plan} already."
)
_ONE = Text("同じ課が二度指定されています。", "the same department is named twice.")
_TWICE = Text("計画{plan}が二度指定されています。", "plan {plan} is named twice.")
_NAMED_TWICE = Text(
    "分割後の課の名称が重なっています（{name}）。", "two parts have the same name ({name})."
)
_NOT_ITS_OWN = Text(
    "計画{plan}は、{department}の所管ではありません。",
    "{department} does not answer for plan {plan}.",
)
_RESTS = Text("rest（残り）は一つの課だけに付けられます。", "only one part can take the rest.")
_LEFT = Text(
    "行き先のない計画があります（{plans}）。どれかの課に加えるか、rest（残り）を使ってください。",
    "plans without a place: {plans}; add them to a part, or let one take the rest.",
)


class Variant(NamedTuple):
    """One document before and after its changes, and each change as it was understood."""

    document: str
    before: Graph
    after: Graph
    applied: list[tuple[RequestedChange, Change]]


class _Understood(NamedTuple):
    """A change with the names of the graph, and the function that makes it for a reason."""

    change: Change
    make: Callable[[str], Graph]


def variant(
    graph: Graph, requests: Sequence[RequestedChange], document: str | None = None
) -> Variant:
    """Return the document with the changes applied in order; ``graph`` itself is not changed.

    In a graph of several documents, ``document`` picks one, else the newest edition counts.

    Raises:
        KeikakuError: there is no change, or a change cannot be made. The message lists every change
            found to be impossible, with its place.
    """
    if not requests:
        raise KeikakuError(_NOTHING)
    name = document_named(graph, document) or newest(graph)
    before = merging.only(graph, name)
    after, applied = before, []
    wrong: list[Text] = []
    for each in requests:
        try:
            understood = _UNDERSTOOD[type(each.change)](each.change, after)
            after = understood.make(_why(understood.change, each))
            applied.append((each, understood.change))
        except KeikakuError as error:
            ja = f"{each.place.ja}: {error.text.ja}"
            wrong.append(Text(ja, f"{each.place.en}: {error.text.en}"))
    if len(wrong) == 1:
        raise KeikakuError(wrong[0])
    if wrong:
        raise KeikakuError(_MISTAKES.format(n=len(wrong)), wrong)
    return Variant(name, before, changes.as_variant(after), applied)


def _merge(change: changes.MergeDepartments, graph: Graph) -> _Understood:
    departments = [_one(graph, "Department", each) for each in change.departments]
    if len({*departments}) < len(departments):
        raise KeikakuError(_ONE)
    name = _known_department(graph, change.name)
    understood = changes.MergeDepartments(tuple(_name(graph, each) for each in departments), name)
    return _Understood(
        understood, lambda why: changes.merge_departments(graph, departments, name, why)
    )


def _rename(change: changes.Rename, graph: Graph) -> _Understood:
    kind, node = _department_or_plan(graph, change.what)
    facts = graph.nodes[node]
    old = facts["name"] if kind == "Department" else numbered_title(facts)
    understood = changes.Rename(old, change.name)
    if change.name == facts.get("name", facts.get("title")):
        raise KeikakuError(_SAME_NAME)
    if kind == "Plan":
        return _Understood(
            understood, lambda why: changes.rename_plan(graph, node, change.name, why)
        )
    for other in names.names_of_kind(graph, "Department"):
        if other.id != node and names.fold(other.names[0]) == names.fold(change.name):
            raise KeikakuError(_NAME_IN_USE.format(name=change.name))
    return _Understood(
        understood, lambda why: changes.rename_department(graph, node, change.name, why)
    )


def _split(change: changes.SplitDepartment, graph: Graph) -> _Understood:
    node = _one(graph, "Department", change.department)
    own = _holding(graph, node)
    heirs, shares = _heirs(graph, node, change.shares, own)
    resting = [share.name for share in shares if share.plans is None]
    left = [plan for plan in own if plan not in heirs]
    if left and not resting:
        listed = "、".join(number_of(graph.nodes[plan]) for plan in left)
        raise KeikakuError(_LEFT.format(plans=listed))
    by_holder = {part: name for plan, name in heirs.items() for part in own.get(plan, [plan])}
    understood = changes.SplitDepartment(_name(graph, node), tuple(shares))
    rest = resting[0] if resting else shares[0].name
    parts_of = [share.name for share in shares]
    return _Understood(
        understood,
        lambda why: changes.split_department(graph, node, by_holder, rest, parts_of, why),
    )


def _drop_plan(change: changes.DropPlan, graph: Graph) -> _Understood:
    plan = _one(graph, "Plan", change.plan)
    understood = changes.DropPlan(_numbered(graph, plan))
    return _Understood(understood, lambda _: changes.drop_plan(graph, plan))


def _move(change: changes.MovePlan, graph: Graph) -> _Understood:
    plan = _one(graph, "Plan", change.plan)
    initiative = _one(graph, "Initiative", change.initiative)
    if any(above == initiative for above, _ in arriving(graph, plan, "HAS_PART")):
        number, group = number_of(graph.nodes[plan]), number_of(graph.nodes[initiative])
        raise KeikakuError(_SAME_PLACE.format(plan=number, initiative=group))
    understood = changes.MovePlan(_numbered(graph, plan), _numbered(graph, initiative))
    return _Understood(understood, lambda why: changes.move_plan(graph, plan, initiative, why))


def _hand_over(change: changes.HandOver, graph: Graph) -> _Understood:
    plan = _one(graph, "Plan", change.plan)
    department = _one(graph, "Department", change.department)
    if leads(graph, plan) == [department]:
        number, name = number_of(graph.nodes[plan]), _name(graph, department)
        raise KeikakuError(_SAME_LEAD.format(plan=number, department=name))
    understood = changes.HandOver(_numbered(graph, plan), _name(graph, department))
    return _Understood(understood, lambda why: changes.hand_over(graph, plan, department, why))


def _drop_guideline(change: changes.DropGuideline, graph: Graph) -> _Understood:
    guideline = _one(graph, "Guideline", change.guideline)
    understood = changes.DropGuideline(_name(graph, guideline))
    return _Understood(understood, lambda _: changes.drop_guideline(graph, guideline))


_UNDERSTOOD: Mapping[type, Callable[[Any, Graph], _Understood]] = {
    changes.MergeDepartments: _merge,
    changes.Rename: _rename,
    changes.SplitDepartment: _split,
    changes.DropPlan: _drop_plan,
    changes.MovePlan: _move,
    changes.HandOver: _hand_over,
    changes.DropGuideline: _drop_guideline,
}


def _heirs(
    graph: Graph, node: str, shares: Sequence[changes.Share], own: dict[str, list[str]]
) -> tuple[dict[str, str], list[changes.Share]]:
    """Return which part gets which plan, and the parts with the plans by their numbers."""
    heirs: dict[str, str] = {}
    understood: list[changes.Share] = []
    for share in shares:
        name = _known_department(graph, share.name)
        if any(name == other.name for other in understood):
            raise KeikakuError(_NAMED_TWICE.format(name=name))
        if share.plans is None and any(other.plans is None for other in understood):
            raise KeikakuError(_RESTS)
        plans = [_one(graph, "Plan", typed) for typed in share.plans or ()]
        for plan in plans:
            number = number_of(graph.nodes[plan])
            if plan not in own:
                where = _name(graph, node)
                raise KeikakuError(_NOT_ITS_OWN.format(plan=number, department=where))
            if plan in heirs:
                raise KeikakuError(_TWICE.format(plan=number))
            heirs[plan] = name
        numbers = tuple(number_of(graph.nodes[plan]) for plan in plans)
        understood.append(changes.Share(name, None if share.plans is None else numbers))
    return heirs, understood


def _holding(graph: Graph, department: str) -> dict[str, list[str]]:
    """Return the plans that a department answers for, each with itself and its components."""
    own = {}
    plans = (node for node, facts in graph.nodes(data=True) if facts["kind"] == "Plan")
    for plan in plans:
        if any(duty.department == department for duty in responsibilities(graph, plan)):
            own[plan] = [plan, *(part for part, _ in parts(graph, plan, "Component"))]
    return own


def _one(graph: Graph, kind: str, typed: str) -> str:
    nodes = names.find(graph, kind, typed)
    if len(nodes) > 1:
        raise AmbiguousNameError(_SEVERAL.format(typed=typed, n=len(nodes)))
    return nodes[0]


def _department_or_plan(graph: Graph, typed: str) -> tuple[str, str]:
    """Return a department or a plan, by whichever has the name."""
    kinds = ("Plan",) if names.is_number(typed) else ("Department", "Plan")
    candidates = [each for kind in kinds for each in names.names_of_kind(graph, kind)]
    node = names.choose(candidates, typed, Text("所管課・計画", "department or plan"))
    if len(node) > 1:
        raise AmbiguousNameError(_SEVERAL.format(typed=typed, n=len(node)))
    return graph.nodes[node[0]]["kind"], node[0]


def _known_department(graph: Graph, typed: str) -> str:
    """Return the name of the department in the graph, or the typed name of a new one."""
    wanted = names.fold(typed)
    for each in names.names_of_kind(graph, "Department"):
        if names.fold(each.names[0]) == wanted:
            return each.names[0]
    return typed


def _name(graph: Graph, node: str) -> str:
    return str(graph.nodes[node]["name"])


def _numbered(graph: Graph, node: str) -> str:
    facts = graph.nodes[node]
    return numbered_title(facts)


def _why(change: Change, request: RequestedChange) -> str:
    """Return the evidence of a changed fact: the change, and its reason."""
    words = change_text(change).ja
    return f"試案: {words}。{request.note}" if request.note else f"試案: {words}"
