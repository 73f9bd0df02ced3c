"""Asking both engines the same: every question, with every one of its parameters."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from keikaku.graph.errors import KeikakuError
from keikaku.graph.store.server import Server
from keikaku.queries.cypher.statements import ask_server
from keikaku.queries.declaring import Parameter, Question
from keikaku.queries.graph_walks import Graph
from keikaku.queries.registry import QUESTIONS, ask

_WORDS = {
    "unit": ("件", "%", "千円"),
    "code": ("target-without-baseline", "any-code", "no such"),
    "category": ("継続", "新規", "no such"),
    "direction": ("expand", "拡充", "no such"),
    "level": ("1", "防災", "施策", "取組事項 1-1", "no such"),
    "text": ("化", "ａｉ", "の", " "),
    "kind": ("所管課", "指標", "テーマ", "法令", "行動計画", "目標", "宇宙"),
    "where": (
        "所管課数>1 or not テーマ=有",
        "印=無し and 年度=2023",
        "情報公開=不明",
        "終了年度>=2024",
        "化 in 本文",
        "依存先=有 and not 指標数=0",
        "目標値>=90",
        "テーマ=",
    ),
    "among": ("所管課=有", "テーマ数>1"),
    "sort": ("-テーマ数", "開始年度", "所管課", "指標数"),
    "by": ("所管課", "テーマ", "開始年度", "目標"),
    "of": ("テーマ数", "名称"),
    "fields": ("根拠、情報公開", "最後の年度"),
    "compare": ("どこか,いつか",),
}
"""What is tried of parameters that are words."""

_OF_TYPE = {
    "flag": (True,),
    "number": ("1", "2", "0"),
    "year": ("2023", "令和6年度", "最終年度", "2050", "いつか"),
}
_CAN_CHANGE = ("Plan", "Guideline", "Department", "Partner", "Theme", "Indicator", "LogicStep")


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
        required = _required(question)
        if required:
            values = [_values(graph, question.parameter(each), most) for each in required]
            turned = [held[place:] + held[:place] for place, held in enumerate(values)]
            always = [dict(zip(required, each, strict=True)) for each in zip(*turned, strict=True)]
        for fixed in always:
            yield name, fixed
            yield name, {**fixed, "document": documents[-1]}
        for parameter in _rest(question):
            for value in _values(graph, parameter, most):
                yield name, {**always[0], parameter.name: value}
                yield name, {**always[-1], parameter.name: value, "document": documents[0]}
            if parameter.repeatable:
                yield name, {**always[0], parameter.name: _values(graph, parameter, 2)[:2]}


def pairs(graph: Graph, question: str) -> Iterator[dict[str, Any]]:
    """Each two parameters of a question together, with values that the graph knows."""
    declaration = QUESTIONS[question]
    fixed = {
        name: _values(graph, declaration.parameter(name), 1)[place]
        for place, name in enumerate(_required(declaration))
    }
    for one, other in combinations(_rest(declaration), 2):
        first, second = _values(graph, one, 2), _values(graph, other, 2)
        # Two different themes, where both are one.
        yield {**fixed, one.name: first[0], other.name: second[1 if len(second) > 1 else 0]}


def _required(question: Question) -> list[str]:
    return [each.name for each in question.parameters if each.required]


def _rest(question: Question) -> list[Parameter]:
    return [each for each in question.parameters if not each.required and each.name != "document"]


def _values(graph: Graph, parameter: Parameter | None, most: int) -> list[Any]:
    assert parameter is not None
    if parameter.choices:
        return [*parameter.choices, "no such"]
    known = _OF_TYPE.get(parameter.type) or _WORDS.get(parameter.name)
    if known:
        return [*known]
    kinds = _CAN_CHANGE if parameter.type == "node" else (str(parameter.kind),)
    collected = []
    for kind in kinds:
        nodes = [facts for _, facts in graph.nodes(data=True) if facts["kind"] == kind]
        step = max(1, len(nodes) // most)
        collected += [_called(facts) for facts in nodes[::step][:most]]
    return [*collected, "どこにもない名前"]


def _called(facts: dict[str, Any]) -> str:
    return str(facts.get("number") or facts.get("name") or facts.get("code") or facts["label"])
