"""The questions that a graph can be asked: one folder each, declared in its ``declaration.py``.

A folder holds the definition and the answer on NetworkX, ``answer(graph, …)`` in ``answer.py``, the
answer in Cypher (``cypher.py``), and the parameters (:class:`keikaku.queries.declaring.Question`).

Most questions need one graph, in memory or on a server. The others have no Cypher: they need two
graphs, or a graph and a file or changes, or they combine the answers to other questions.

Some commands are not questions: ``ask`` finds the question that a sentence means; ``load`` and
``layout`` report on a source, not on a graph; ``map``, ``site``, ``report``, ``export`` and
``template`` write files; ``push``, ``pull``, ``cypher`` and ``mcp`` use a server. The steps of
``workshop`` read and write what people decide; its ``questions`` are for people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from keikaku.queries.declaring import Question

if TYPE_CHECKING:
    from keikaku.graph.network import Graph
    from keikaku.queries.answers import Answer

NAMES: tuple[str, ...] = (
    *("check", "plans", "plan", "workload", "dependencies", "impact", "indicators"),
    *("themes", "guidelines", "departments", "bridges", "find", "path"),
)
"""The questions to one graph on either engine, in the order of help and reference pages."""

OTHER_NAMES: tuple[str, ...] = ("department", "progress", "compare", "relate", "whatif")
"""The questions without a form in Cypher."""


class _Questions(Mapping[str, Question]):
    """The declarations by name, each imported when it is first needed."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names

    def __getitem__(self, name: str) -> Question:
        if name not in self._names:
            raise KeyError(name)
        question: Question = import_module(f"keikaku.queries.{name}.declaration").QUESTION
        return question

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names


QUESTIONS: Mapping[str, Question] = _Questions(NAMES)
"""The questions to one graph on either engine."""

DECLARED: Mapping[str, Question] = _Questions((*NAMES, *OTHER_NAMES))
"""All questions; their commands, help, schema and reference pages are made from these."""


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
