"""Asking both engines the same: every question, with every one of its parameters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.store.server import Server
from keikaku.queries.cypher.statements import ask_server
from keikaku.queries.graph_walks import Graph
from keikaku.queries.registry import QUESTIONS, ask

_FLAGS = ("settled", "without_baseline", "at_target", "include_inferred")
_CHOICES = {
    "basis": ("mark", "text"),
    "matrix": ("goals", "departments", "themes"),
    "by": ("year",),
    "severity": ("error", "warning", "info"),
    "depth": ("1", "2", "0"),
    "top": ("1", "3"),
    "year": ("2023", "令和6年度", "いつか"),
    "unit": ("件", "%", "千円"),
    "code": ("target-without-baseline", "any-code", "no such"),
    "text": ("化", "ａｉ", "の", " "),
}
_KINDS = {
    "theme": "Theme",
    "with_theme": "Theme",
    "and_theme": "Theme",
    "department": "Department",
    "guideline": "Guideline",
    "goal": "Goal",
    "initiative": "Initiative",
    "sdg": "SdgTarget",
    "number": "Plan",
}
_CAN_CHANGE = ("Plan", "Guideline", "Department", "Partner", "Theme", "Indicator")
_REQUIRED = {"plan": "number", "impact": "node"}


def outcome(engine: Graph | Server, question: str, parameters: dict[str, Any]) -> Any:
    """The answer, or the words of the error."""
    try:
        if isinstance(engine, Server):
            return ask_server(question, engine, **parameters)
        return ask(question, engine, **parameters)
    except KeikakuError as error:
        return error.text


def cases(graph: Graph, most: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every question with each of its parameters alone, and with the document besides.

    ``most`` is how many values are tried of a parameter that names a node.
    """
    documents = [head["id"] for head in graph.graph["documents"]]
    for name, question in QUESTIONS.items():
        always: list[dict[str, Any]] = [{}]
        required = _REQUIRED.get(name)
        if required:
            always = [{required: value} for value in _values(graph, required, most)]
        for fixed in always:
            yield name, fixed
            yield name, {**fixed, "document": documents[-1]}
        for parameter in question.parameters:
            if parameter in {"document", required}:
                continue
            for value in _values(graph, parameter, most):
                yield name, {**always[0], parameter: value}
                yield name, {**always[-1], parameter: value, "document": documents[0]}


def pairs(graph: Graph, question: str) -> Iterator[dict[str, Any]]:
    """Each two parameters of a question together, with values that the graph knows."""
    required = _REQUIRED.get(question)
    fixed = {required: _values(graph, required, 1)[0]} if required else {}
    rest = [each for each in QUESTIONS[question].parameters if each not in {"document", required}]
    for one, other in combinations(rest, 2):
        first, second = _values(graph, one, 2), _values(graph, other, 2)
        # Two different themes, where both are one.
        yield {**fixed, one: first[0], other: second[1 if len(second) > 1 else 0]}


def _values(graph: Graph, parameter: str, most: int) -> list[Any]:
    if parameter in _FLAGS:
        return [True]
    if parameter in _CHOICES:
        return [*_CHOICES[parameter]]
    kinds = _CAN_CHANGE if parameter == "node" else (_KINDS[parameter],)
    found = []
    for kind in kinds:
        nodes = [facts for _, facts in graph.nodes(data=True) if facts["kind"] == kind]
        step = max(1, len(nodes) // most)
        found += [_called(facts) for facts in nodes[::step][:most]]
    return [*found, "どこにもない名前"]


def _called(facts: dict[str, Any]) -> str:
    return str(facts.get("number") or facts.get("name") or facts.get("code") or facts["label"])
