"""Plans counted against goals, departments or themes: the cells of a matrix (クロス集計)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from keikaku.graph.errors import KeikakuError
from keikaku.graph.language import Text
from keikaku.graph.structure import numbered_title, short_name
from keikaku.queries.graph_walks import Graph, document_of, leaving, plan_order, wholes
from keikaku.queries.scope import name_of, responsibilities

_NO_SUCH = Text(
    "--matrix に「{typed}」は使えません。{choices} から選んでください。",
    "--matrix cannot be '{typed}'; choose one of {choices}.",
)


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of a row's plans are in a column, and their numbers.

    ``document`` is that of a goal, and empty for a column that documents share.
    """

    document: str
    column: str
    plans: int
    numbers: list[str]


def cells(graph: Graph, plans: Iterable[str], by: str | None) -> list[Cell]:
    """Return the cells of a row that hold any of its plans; none without a matrix.

    Columns are ordered by document, then goals by number, the rest by name and id. A plan counts
    in each column that it belongs to: once for each department, once for each theme.
    """
    if by is None:
        return []
    columns: dict[tuple[str, str, str], list[str]] = {}
    for plan in sorted(set(plans), key=lambda plan: plan_order(graph, plan)):
        for column in dict.fromkeys(COLUMNS[by](graph, plan)):
            columns.setdefault(column, []).append(short_name(graph.nodes[plan]))
    return [
        Cell(document, name, len(numbers), numbers)
        for (document, name, _), numbers in sorted(columns.items())
    ]


def checked(typed: str | None, choices: tuple[str, ...]) -> str | None:
    """Return the columns of a matrix.

    Raises:
        KeikakuError: it is not one of the choices.
    """
    if typed is None or typed in choices:
        return typed
    raise KeikakuError(_NO_SUCH.format(typed=typed, choices=", ".join(choices)))


def _goal(graph: Graph, plan: str) -> Iterator[tuple[str, str, str]]:
    for node, facts in wholes(graph, plan):
        if facts["kind"] == "Goal":
            yield document_of(graph, node), numbered_title(facts), node


def _departments(graph: Graph, plan: str) -> Iterator[tuple[str, str, str]]:
    for duty in responsibilities(graph, plan):
        yield "", name_of(graph, duty.department), duty.department


def _themes(graph: Graph, plan: str) -> Iterator[tuple[str, str, str]]:
    for theme, _ in leaving(graph, plan, "TOUCHES"):
        yield "", name_of(graph, theme), theme


COLUMNS: dict[str, Callable[[Graph, str], Iterator[tuple[str, str, str]]]] = {
    "goals": _goal,
    "departments": _departments,
    "themes": _themes,
}
"""The possible columns of a matrix: for a plan, the (document, name, id) of its columns."""
