"""Print how many plans, actions and milestones surely run in each year, and how many may.

``python -m scripts.year_table [SOURCE]``: a source to load, a graph, or the bundled graph.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import keikaku
from keikaku.graph.running import run_of
from keikaku.queries.graph_walks import Graph


class YearCounts(NamedTuple):
    """How many of each surely run in a year, and how many others may."""

    year: int
    plans: tuple[int, int]
    actions: tuple[int, int]
    milestones: tuple[int, int]


def year_table(graph: Graph) -> list[YearCounts]:
    """Return a row for each year in which anything of the graph runs or may run."""
    years: dict[tuple[str, str, int], set[str]] = {}
    for node, facts in graph.nodes(data=True):
        run = run_of(facts) if facts["kind"] in {"Action", "Milestone"} else None
        for year, certainty in (run.years() if run else {}).items():
            _, _, number, place, *_ = f"{node}////".split("/")
            document = node.partition("/")[0]
            years.setdefault((certainty, "plans", year), set()).add(f"{document}/{number}")
            action = f"{document}/{number}/{place}"
            years.setdefault((certainty, "actions", year), set()).add(action)
            if facts["kind"] == "Milestone":
                years.setdefault((certainty, "milestones", year), set()).add(node)
    return [
        YearCounts(
            year,
            *(
                (len(surely), len(years.get(("possible", what, year), set()) - surely))
                for what in ("plans", "actions", "milestones")
                for surely in [years.get(("stated", what, year), set())]
            ),
        )
        for year in sorted({year for _, _, year in years})
    ]


def main() -> None:
    """Print the table: certain/possible."""
    name = sys.argv[1] if len(sys.argv) > 1 else None
    if name is None or name.endswith(".json"):
        graph = keikaku.read(name) if name else keikaku.read()
    else:
        graph = keikaku.load(name)
    print("年度    計画    取組    行動計画（確実／ほかに可能性のあるもの）")
    for row in year_table(graph):
        cells = (f"{surely}/{perhaps}" for surely, perhaps in row[1:])
        print(row.year, *(f"{cell:>9}" for cell in cells))


if __name__ == "__main__":
    main()
