"""The questions that a graph can be asked: one folder each, declared in its ``declaration.py``.

A folder holds its meaning with ``answer(graph, …)``, its form on NetworkX (``answer.py``), its form
in Cypher (``cypher.py``), and what it takes (:class:`keikaku.queries.declaring.Question`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from keikaku.queries.declaring import Question
from keikaku.queries.graph_walks import Graph

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer

NAMES: tuple[str, ...] = (
    *("check", "plans", "plan", "workload", "dependencies", "impact", "indicators"),
    *("themes", "guidelines", "departments", "bridges", "find", "path"),
)
"""The questions in the order in which help and reference pages list them."""


class _Questions(Mapping[str, Question]):
    """The declarations by name, each imported when it is first asked for."""

    def __getitem__(self, name: str) -> Question:
        if name not in NAMES:
            raise KeyError(name)
        question: Question = import_module(f"keikaku.queries.{name}.declaration").QUESTION
        return question

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)

    def __contains__(self, name: object) -> bool:
        return name in NAMES


QUESTIONS: Mapping[str, Question] = _Questions()


def ask(name: str, graph: Graph, **parameters: Any) -> Answer[Any]:
    """Return the answer of a graph to the question of that name.

    Raises:
        KeyError: no question of that name is registered.
        TypeError: the question does not take such a parameter.
        KeikakuError: a name that the graph does not know, or a value that cannot be understood.
    """
    answer = import_module(QUESTIONS[name].module).answer
    result: Answer[Any] = answer(graph, **parameters)
    return result
