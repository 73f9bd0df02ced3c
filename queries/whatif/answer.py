"""``whatif``: the consequences of changes, before they are decided (変更の影響の試算).

The changes are applied in order to a copy (:mod:`keikaku.queries.variants`); then the two graphs
are asked the same questions, and the differences are the rows:

- ``dependency_broken``: a plan whose words name a dropped plan
  (:mod:`keikaku.queries.reachability_model`, one step); ``affected``: one reached over more steps.
- ``basis_lost``: a plan that loses all its guidelines; ``basis_reduced``: one that loses some.
- ``lead_lost``: a plan that had a lead department and has none now.
- ``words_outdated``: a plan whose words name a department that no longer exists, or that no longer
  leads the plan meant, or a plan by its old title.
- ``department_empty``, ``initiative_empty``, ``theme_untouched``: each had plans and has none now.
- ``indicator_gone``, ``action_gone``, ``component_gone``: parts that end with a plan.
- ``finding_gone``, ``finding_come``: findings that end with their plan, or that the change causes.

Workload and concentration are those of :mod:`keikaku.queries.workload.answer`, before and after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from keikaku.graph.changes import Change, RequestedChange
from keikaku.graph.structure import number_of, plan_of
from keikaku.queries.answers import Answer, drop_none
from keikaku.queries.graph_walks import (
    Evidence,
    Facts,
    Graph,
    arriving,
    leads,
    leaving,
    of_kind,
)
from keikaku.queries.reachability import Walk, reached
from keikaku.queries.reachability_model import Step
from keikaku.queries.scope import name_of, responsibilities
from keikaku.queries.variants import Variant, variant
from keikaku.queries.workload.concentration import Concentration
from keikaku.queries.workload_diff import LoadChange, compare_workloads

CODES = (
    *(
        "dependency_broken",
        "affected",
        "basis_lost",
        "basis_reduced",
        "lead_lost",
        "words_outdated",
    ),
    *("department_empty", "initiative_empty", "theme_untouched"),
    *("component_gone", "indicator_gone", "action_gone", "finding_gone", "finding_come"),
)
"""The kinds of consequence, in the order of the rows."""

_GONE = {"Component": "component_gone", "Indicator": "indicator_gone", "Action": "action_gone"}
_SHOWN_BY_OTHER_CODES = frozenset({"dependency-broken", "basis-lost"})


@dataclass(frozen=True, slots=True)
class Consequence:
    """A consequence of a change: its node, and the words that state it.

    ``code`` is one of :data:`CODES`; ``number`` and ``plan`` are the plan that it is about, or that
    it belonged to. ``cause`` names what is dropped. ``words`` are those of a dependency, or the
    message of a finding. ``path`` leads from what is dropped to the plan.
    """

    document: str
    code: str
    kind: str
    id: str
    number: str | None
    plan: str | None
    name: str
    departments: list[str]
    cause: str | None
    words: str
    path: list[Step] = field(default_factory=list)
    evidence: Evidence = field(default_factory=list)
    finding: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A change as it was understood: its kind, its content, and its reason."""

    kind: str
    change: Change
    note: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The results of a variant: its changes, departments whose load differs, concentration.

    ``counts`` is how many rows there are of each code.
    """

    document: str
    changes: list[Applied]
    workload: list[LoadChange]
    before: Concentration | None
    after: Concentration | None
    plans_before: int
    plans_after: int
    counts: dict[str, int]


def answer(
    graph: Graph, requests: Sequence[RequestedChange], *, document: str | None = None
) -> tuple[Graph, Answer[Consequence]]:
    """Return the consequences of changes: by code, then plan, kind and id.

    ``totals`` is one :class:`Outcome`. Of several documents, ``document`` picks one, else the
    newest edition counts; the variant holds only that one.

    Raises:
        KeikakuError: a change cannot be made; see :func:`keikaku.queries.variants.variant`.
    """
    made = variant(graph, requests, document)
    rows = sorted(_rows(made), key=_place)
    outcome = _outcome(made, Counter(row.code for row in rows))
    parameters = drop_none(document=made.document if document else None)
    answer_rows = Answer("whatif", parameters, rows, totals=[outcome])
    return made.after, answer_rows


def _outcome(made: Variant, counts: Counter[str]) -> Outcome:
    differing = compare_workloads(made.before, made.after)
    applied = [
        Applied(KINDS_OF_CHANGE[type(change).__name__], change, request.note)
        for request, change in made.applied
    ]
    return Outcome(
        made.document,
        applied,
        differing.changes,
        differing.before,
        differing.after,
        sum(1 for _ in of_kind(made.before, "Plan")),
        sum(1 for _ in of_kind(made.after, "Plan")),
        {code: counts[code] for code in CODES if counts[code]},
    )


KINDS_OF_CHANGE = {
    "MergeDepartments": "merge-departments",
    "Rename": "rename",
    "SplitDepartment": "split-department",
    "DropPlan": "drop-plan",
    "MovePlan": "move-plan",
    "HandOver": "hand-over",
    "DropGuideline": "drop-guideline",
}
"""The name of each class of change, as options and files say it."""


def _rows(made: Variant) -> Iterator[Consequence]:
    yield from _affected(made)
    yield from _outdated(made)
    yield from _left_alone(made)
    yield from _ended(made)
    yield from _findings(made)


def _affected(made: Variant) -> Iterator[Consequence]:
    """Yield the plans that depended on what is dropped, and how."""
    before, after = made.before, made.after
    dropped = [
        node
        for kind in ("Plan", "Guideline")
        for node, _ in of_kind(before, kind)
        if node not in after
    ]
    walk = Walk("affected", kinds=("Plan", "Guideline"))
    for start in dropped:
        for row in reached(before, [start], walk):
            if row.kind != "Plan" or row.id not in after:
                continue
            code = "affected"
            if row.depth == 1 and before.nodes[start]["kind"] == "Plan":
                code = "dependency_broken"
            elif row.depth == 1:
                bases = any(True for _ in leaving(after, row.id, "GROUNDED_IN"))
                code = "basis_reduced" if bases else "basis_lost"
            words = row.path[-1].words
            yield _about(
                made,
                row.id,
                code,
                before,
                cause=_numbered_name(before, start),
                words=words,
                path=row.path,
            )


def _outdated(made: Variant) -> Iterator[Consequence]:
    """Yield the plans that continue and whose words use an outdated name."""
    before, after = made.before, made.after
    for plan, end, facts in before.edges(data=True):
        if plan not in after or facts["type"] not in {"INVOLVES", "DEPENDS_ON"}:
            continue
        renamed = end in after and name_of(before, end) != name_of(after, end)
        gone = end not in after and before.nodes[end]["kind"] == "Department"
        is_named = facts["type"] == "INVOLVES" or facts["reason"] == "names_plan"
        if is_named and (renamed or gone):
            quotes = (piece["quote"] for piece in facts["evidence"])
            words = facts.get("words") or next(quotes, "")
            name = name_of(before, end)
            yield _about(made, plan, "words_outdated", before, cause=name, words=words)
        if facts.get("reason") == "names_department_duty" and end in after:
            for lead in sorted({*leads(before, end)} - {*leads(after, end)}):
                if lead in after:
                    cause, words = name_of(before, lead), facts["words"]
                    yield _about(made, plan, "words_outdated", before, cause=cause, words=words)


def _left_alone(made: Variant) -> Iterator[Consequence]:
    """Yield what had a lead, or plans, and no longer has any."""
    before, after = made.before, made.after
    for plan, _ in of_kind(after, "Plan"):
        if leads(before, plan) and not leads(after, plan):
            yield _about(made, plan, "lead_lost", after)
    held_before, held = _with_duties(before), _with_duties(after)
    for department, _ in of_kind(after, "Department"):
        if department in held_before and department not in held:
            yield _about(made, department, "department_empty", after)
    for initiative, _ in of_kind(after, "Initiative"):
        if _parts(before, initiative) and not _parts(after, initiative):
            yield _about(made, initiative, "initiative_empty", after)
    for theme, _ in of_kind(after, "Theme"):
        if _touched(before, theme) and not _touched(after, theme):
            yield _about(made, theme, "theme_untouched", after)


def _ended(made: Variant) -> Iterator[Consequence]:
    """Yield what ends with a plan."""
    for node, facts in made.before.nodes(data=True):
        if facts["kind"] in _GONE and node not in made.after:
            yield _about(made, node, _GONE[facts["kind"]], made.before)


def _findings(made: Variant) -> Iterator[Consequence]:
    """Yield the findings that are in only one of the graphs."""
    before, after = made.before.graph["findings"], made.after.graph["findings"]
    for code, graph, these, others in (
        ("finding_gone", made.before, before, after),
        ("finding_come", made.after, after, before),
    ):
        there = Counter(map(_key, others))
        for finding in these:
            there[_key(finding)] -= 1
            if there[_key(finding)] >= 0 or finding["code"] in _SHOWN_BY_OTHER_CODES:
                continue
            if finding["settled"] is None:
                yield _of_finding(made, graph, code, finding)


def _key(finding: Facts) -> tuple[str, str, str]:
    return finding["code"], finding["message"], str(finding["evidence"])


def _of_finding(made: Variant, graph: Graph, code: str, finding: Facts) -> Consequence:
    node = finding["node"]
    if node not in graph:
        return Consequence(
            made.document,
            code,
            "",
            node or "",
            None,
            None,
            finding["code"],
            [],
            None,
            finding["message"],
            evidence=finding["evidence"],
            finding=finding,
        )
    return _about(made, node, code, graph, words=finding["message"], finding=finding)


def _about(
    made: Variant,
    node: str,
    code: str,
    graph: Graph,
    *,
    cause: str | None = None,
    words: str = "",
    path: list[Step] | None = None,
    finding: Facts | None = None,
) -> Consequence:
    plan = plan_of(graph, node)
    answering = [] if plan is None else [duty.department for duty in responsibilities(graph, plan)]
    facts = graph.nodes[node]
    return Consequence(
        made.document,
        code,
        facts["kind"],
        node,
        number_of(graph.nodes[plan]) if plan else facts.get("number"),
        graph.nodes[plan]["title"] if plan else None,
        name_of(graph, node),
        list(dict.fromkeys(name_of(graph, each) for each in answering)),
        cause,
        words,
        path or [],
        finding["evidence"] if finding else facts["evidence"],
        finding,
    )


def _numbered_name(graph: Graph, node: str) -> str:
    number = graph.nodes[node].get("number")
    name = name_of(graph, node)
    return f"{number} {name}" if number else name


def _with_duties(graph: Graph) -> set[str]:
    edges = graph.edges(data=True)
    return {source for source, _, facts in edges if facts["type"] == "RESPONSIBLE_FOR"}


def _parts(graph: Graph, initiative: str) -> bool:
    return any(True for _ in leaving(graph, initiative, "HAS_PART"))


def _touched(graph: Graph, theme: str) -> bool:
    return any(True for _ in arriving(graph, theme, "TOUCHES"))


def _place(row: Consequence) -> tuple[int, tuple[int, ...], str, str, str]:
    numbers = tuple(int(part) for part in (row.number or "").split("-") if part.isdecimal())
    return CODES.index(row.code), numbers, row.kind, row.id, row.cause or ""
