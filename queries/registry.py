"""The questions that a graph can be asked: one folder each, declared in its ``declaration.py``.

A folder holds its meaning with ``answer(graph, …)``, its form on NetworkX (``answer.py``), its form
in Cypher (``cypher.py``), and what it takes (:class:`keikaku.queries.declaring.Question`).

Most are asked of one graph, in memory or on a server. The others have no form in Cypher: they are
asked of two graphs, of a graph and a file or changes, or are put together from other questions.

Commands that are no question: ``ask`` finds the question that a sentence means; ``load`` and
``layout`` tell of a source, not of a graph; ``map``, ``site``, ``report``, ``export`` and
``template`` write files; ``push``, ``pull``, ``cypher`` and ``mcp`` reach a server. The steps of
``workshop`` read and write what people decide; its ``questions`` are put to people, not the graph.
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
"""All questions: what their commands, help, schema and reference pages are made from."""


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
