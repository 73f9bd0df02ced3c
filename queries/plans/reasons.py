"""Why a plan fulfils a condition: marks, relations, words and years that say so (該当の理由)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from keikaku.graph.folding import search_form
from keikaku.graph.running import run_of
from keikaku.graph.structure import numbered_title
from keikaku.queries.expressions.field import Ends, Step
from keikaku.queries.expressions.resolve import Resolved, Test
from keikaku.queries.graph_walks import Facts, Graph, all_wholes, leaving, parts, responsible
from keikaku.queries.plan_filters import (
    Match,
    excerpt,
    is_covered,
    matched,
    names_text,
    term_evidence,
    texts,
)


def reasons(graph: Graph, plan: str, condition: Resolved, *, certain: bool) -> list[Match]:
    """Return why a plan fulfils a condition; ``certain`` leaves out what only may run."""
    if not isinstance(condition, Test):
        return []
    listed = _REASONS.get(condition.field.key, _linked)(graph, plan, condition)
    return [match for match in listed if match.certainty == "stated" or not certain]


def last_step(test: Test) -> Step:
    """Return the step by which a plan is tied to what a condition names."""
    return ends_of(test).steps[-1]


def ends_of(test: Test) -> Ends:
    """Return the way to what a condition names."""
    if not isinstance(test.field.source, Ends):
        raise TypeError(test.field.key)
    return test.field.source


def _linked(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    """Yield relations of the plan: the basis is theirs, or what they are called."""
    step = last_step(test)
    (relation,) = step.relations
    for end, facts in leaving(graph, plan, relation):
        basis = facts.get("basis") or [relation]
        if test.values and not is_covered(graph, end, test.values):
            continue
        if step.fact and step.value not in basis:
            continue
        evidence = facts["evidence"]
        if test.terms:
            if set(test.terms).isdisjoint(facts.get("terms") or ()):
                continue
            basis, evidence = ["text"], term_evidence(evidence, test.terms)
        yield matched(names_text(graph, [end]), basis, evidence)


def _responsible(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    """Yield the departments of the plan, then those of its components."""
    holders = [(plan, ""), *((c, f"（{f['title']}）") for c, f in parts(graph, plan, "Component"))]
    for holder, component in holders:
        for node, facts in responsible(graph, holder):
            if is_covered(graph, node, test.values):
                name = graph.nodes[node]["name"]
                yield matched(f"{name}{component}", [facts["role"]], facts["evidence"])


def _under(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    """Yield headings, at any depth and beside any other heading."""
    for node, facts in all_wholes(graph, plan):
        if node in test.values:
            level = facts.get("level") or facts["kind"]
            yield matched(numbered_title(facts), [level], facts["evidence"])


def _running(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    """Yield the milestones and bare arrows of the fiscal year."""
    for facts in _all_parts(graph, plan):
        run = run_of(facts)
        if run and (certainty := run.certainty(test.values[0])):
            what = facts.get("text") or facts["title"]
            yield matched(what, [facts["kind"]], facts["evidence"], certainty)


def _mentioning(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    """Yield the places in the texts of the plan and its parts where the word occurs."""
    (word,) = test.values
    for facts in [graph.nodes[plan], *_all_parts(graph, plan)]:
        for name, value in texts(facts):
            if word in search_form(value):
                basis = [f"{facts['kind']}.{name}"]
                yield matched(excerpt(value, word), basis, facts["evidence"])


def _of_category(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    facts = graph.nodes[plan]
    yield matched(facts["category"], [test.field.key], facts["evidence"])


def _evaluated(graph: Graph, plan: str, test: Test) -> Iterator[Match]:
    (wanted,) = test.values
    for facts in latest_evaluations(graph, plan):
        if facts.get("direction") == wanted:
            what = facts.get("direction_text") or wanted
            yield matched(what, ["EVALUATED_AS"], facts["evidence"])


def latest_evaluations(graph: Graph, plan: str) -> list[Facts]:
    """Return the evaluations of the last fiscal year in which a plan was evaluated."""
    evaluations = [graph.nodes[end] for end, _ in leaving(graph, plan, "EVALUATED_AS")]
    last = max((facts["fiscal_year"] for facts in evaluations), default=None)
    return [facts for facts in evaluations if facts["fiscal_year"] == last]


def _all_parts(graph: Graph, node: str) -> Iterator[Facts]:
    """Yield all that belongs to a plan and holds words, in the order of the page."""
    for kind in ("Component", "Action", "Milestone", "LogicStep"):
        for part, facts in parts(graph, node, kind):
            yield facts
            yield from _all_parts(graph, part)
    for relation in ("MEASURED_BY", "EVALUATED_AS"):
        for end, _ in leaving(graph, node, relation):
            yield graph.nodes[end]


_REASONS: Mapping[str, Callable[[Graph, str, Test], Iterator[Match]]] = {
    "goal": _under,
    "initiative": _under,
    "heading": _under,
    "department": _responsible,
    "scheduled_year": _running,
    "text": _mentioning,
    "category": _of_category,
    "last_direction": _evaluated,
}
"""The reasons of fields that are no relations of the plan itself."""
