"""Graphs for the tests of the room: one written by hand, and any that the declaration allows."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from keikaku.graph.declaration import Fact, Relation
from keikaku.graph.kinds import KINDS
from keikaku.graph.records import Edge, Evidence, Finding, Measure, Node, Records, YearValue
from keikaku.graph.relations import RELATIONS


def small(document: str = "minato-2023", city: str = "みなと市") -> Records:
    """A plan of a city that does not exist: one goal, one plan, and what is around it."""

    def seen(line: int, quote: str, section: str = "個票") -> list[Evidence]:
        return [Evidence(document, line, section, quote)]

    plan = f"{document}/plan/1-1-1"
    department = f"{city}/department/税務課"
    nodes = [
        Node(f"municipality/{city}", "Municipality", city, {"name": city}, seen(1, city)),
        Node(
            document, "PlanDocument", "改革プラン", {"title": "改革プラン"}, seen(1, "改革プラン")
        ),
        Node(f"{document}/goal/1", "Goal", "1 土台", {"number": "1", "title": "土台"}),
        Node(f"{document}/initiative/1-1", "Initiative", "1-1", {"number": "1-1", "title": "窓口"}),
        Node(
            plan,
            "Plan",
            "1-1-1 窓口の改善",
            {"number": "1-1-1", "title": "窓口の改善", "overview": "窓口を改める。" * 20},
            seen(9, "窓口の改善"),
        ),
        Node(
            f"{document}/indicator/1-1-1/1",
            "Indicator",
            "収納率",
            {
                "name": "収納率",
                "measurable": True,
                "target": Measure(98.2, "%", ">=", None, "2025年度末", "98.2%以上"),
            },
            seen(20, "収納率 98.2%以上", "目標値"),
        ),
        Node(department, "Department", "税務課", {"name": "税務課"}, seen(9, "税務課")),
        Node("theme/キャッシュレス", "Theme", "キャッシュレス", {"name": "キャッシュレス"}),
    ]
    edges = [
        Edge(f"municipality/{city}", document, "PUBLISHES", {}, seen(1, city)),
        Edge(document, f"{document}/goal/1", "HAS_PART", {"order": 1}, seen(3, "土台")),
        Edge(f"{document}/goal/1", f"{document}/initiative/1-1", "HAS_PART", {"order": 1}),
        Edge(f"{document}/initiative/1-1", plan, "HAS_PART", {"order": 1}, seen(9, "①")),
        Edge(plan, "theme/キャッシュレス", "TOUCHES", {"basis": ["mark"]}, seen(12, "○")),
        Edge(department, plan, "RESPONSIBLE_FOR", {"role": "lead", "order": 1}, seen(9, "税務課")),
        Edge(plan, nodes[5].id, "MEASURED_BY", {"order": 1}, seen(20, "収納率")),
    ]
    finding = Finding(
        "missing-baseline",
        "warning",
        nodes[5].id,
        seen(20, "収納率 98.2%以上", "目標値"),
        "現況値がありません。",
        "現況値を確かめてください。",
        {"name": "収納率"},
    )
    head = {
        "id": document,
        "title": "改革プラン",
        "municipality": city,
        "first_year": 2023,
        "last_year": 2026,
        "source": f"{document}-plan.txt",
        "sha256": "0" * 64,
    }
    return Records(head, nodes, edges, [finding])


_words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_numbers = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
_shares = st.floats(0, 1)
_fiscal_years = st.integers(1868, 2200)
_measures = st.builds(
    Measure,
    value=_numbers,
    unit=st.none() | _words,
    comparator=st.sampled_from([">=", ">", "<=", "<", "="]),
    qualifier=st.none() | _words,
    as_of=st.none() | _words,
    raw=_words,
    fiscal_year=st.none() | _fiscal_years,
    low=st.none() | _numbers,
    high=st.none() | _numbers,
    cumulative=st.none() | st.booleans(),
)
_values = st.builds(
    YearValue,
    fiscal_year=_fiscal_years,
    kind=st.sampled_from(["target", "actual", "forecast"]),
    value=_numbers,
    unit=st.none() | _words,
    comparator=st.sampled_from([">=", "<=", "="]),
    raw=_words,
)
_evidence = st.lists(
    st.builds(
        Evidence,
        document=st.just("any"),
        line=st.none() | st.integers(1, 9999),
        section=_words,
        quote=_words,
        reading=st.sampled_from(["stated", "repaired", "inferred"]),
        confidence=_shares,
        note=st.none() | _words,
        sheet=st.none() | _words,
        cell=st.none() | _words,
        page=st.none() | st.integers(1, 999),
        box=st.none() | st.tuples(_shares, _shares, _shares, _shares),
    ),
    max_size=2,
)
_TYPES: dict[str, st.SearchStrategy[Any]] = {
    "text": _words,
    "texts": st.lists(_words, max_size=3),
    "integer": st.integers(1, 99),
    "number": _shares,
    "boolean": st.booleans(),
    "measure": _measures,
    "values": st.lists(_values, max_size=3),
}
_YEARS = {
    "fiscal_year": _fiscal_years,
    "first_year": st.integers(1868, 2034),
    "last_year": st.integers(2034, 2200),
}


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    if fact.choices:
        one = st.sampled_from(fact.choices)
        return st.lists(one, max_size=2) if fact.type == "texts" else one
    return _YEARS.get(fact.name, _TYPES[fact.type])


def _facts(declared: tuple[Fact, ...]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {fact.name: _value(fact) for fact in declared if fact.required},
        optional={fact.name: st.none() | _value(fact) for fact in declared if not fact.required},
    )


_findings = st.builds(
    Finding,
    code=st.just("any-code"),
    severity=st.sampled_from(["error", "warning", "info"]),
    node=st.none() | _words,
    evidence=_evidence,
    message=_words,
    suggestion=_words,
    details=st.dictionaries(_words, _words | _numbers | st.none() | st.lists(_words), max_size=3),
    settled=st.none() | st.dictionaries(_words, _words, max_size=2),
)


def may_lead(relation: Relation, start: int, end: int) -> bool:
    """Return whether a relation may lead between two nodes by their places: no part of itself."""
    return start < end if relation.name == "HAS_PART" else start != end


@st.composite
def records(draw: st.DrawFn) -> Records:
    """Any graph that the declaration allows, nodes and edges in any order."""
    kinds = draw(st.lists(st.sampled_from(KINDS), max_size=10))
    nodes = [
        Node(f"any/{i}", kind.name, draw(_words), draw(_facts(kind.facts)), draw(_evidence))
        for i, kind in enumerate(kinds)
    ]
    possible = [
        (start.id, end.id, relation)
        for at, start in enumerate(nodes)
        for other, end in enumerate(nodes)
        for relation in RELATIONS
        if may_lead(relation, at, other) and (start.kind, end.kind) in relation.ends
    ]
    chosen = draw(st.lists(st.sampled_from(possible), max_size=10, unique=True)) if possible else []
    edges = [
        Edge(source, target, relation.name, draw(_facts(relation.facts)), draw(_evidence))
        for source, target, relation in chosen
    ]
    head = {**small().document, "id": "any", "title": draw(st.none() | _words)}
    return Records(head, nodes, edges, draw(st.lists(_findings, max_size=2)))
