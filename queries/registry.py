"""The questions that a graph can be asked, one line each.

A question's module holds its meaning (its docstring), its row types and ``answer(graph, …)``,
its form on NetworkX; the module of the same name in :mod:`keikaku.queries.cypher` its form in
Cypher.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from keikaku.queries.graph_walks import Graph

if TYPE_CHECKING:
    from keikaku.queries.answers import Answer


class Question(NamedTuple):
    """A question: its name and the parameters that it takes."""

    name: str
    parameters: tuple[str, ...]

    @property
    def module(self) -> str:
        """The module that holds its meaning and answers it from a graph in memory."""
        return f"keikaku.queries.{self.name}.answer"

    @property
    def cypher(self) -> str:
        """The module that makes its statement."""
        return f"keikaku.queries.{self.name}.cypher"


_PLANS = "theme department guideline goal initiative sdg year text basis document"
_WALK = "node depth include_inferred document"
_INDICATORS = "without_baseline at_target unit department goal document"
_THEMES = "theme with_theme and_theme matrix basis goal document"

QUESTIONS: dict[str, Question] = {
    question.name: question
    for question in (
        Question("plans", tuple(_PLANS.split())),
        Question("plan", ("number", "document")),
        Question("workload", ("department", "goal", "by", "document")),
        Question("dependencies", tuple(_WALK.split())),
        Question("impact", tuple(_WALK.split())),
        Question("indicators", tuple(_INDICATORS.split())),
        Question("themes", tuple(_THEMES.split())),
        Question("guidelines", ("guideline", "matrix", "goal", "document")),
        Question("departments", ("department", "matrix", "goal", "document")),
        Question("bridges", ("top", "document")),
        Question("check", ("severity", "code", "settled", "document")),
    )
}


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
