"""By logic model (ロジックモデル): a band for each plan, its steps from means to ends."""

from __future__ import annotations

from keikaku.graph.kinds import KIND
from keikaku.queries.graph_walks import Graph
from keikaku.queries.map_data import Structure
from keikaku.visualizations.arrangements.layout import (
    GAP,
    HEADING,
    INSET,
    REGION_GAP,
    TARGET,
    Arrangement,
    Box,
)
from keikaku.visualizations.node_labels import label

_CHANNEL = 28.0
_WIDEST = 1.4
"""How much wider than a laptop's screen the whole may be."""
_MOST_STEPS = 4000
"""The most steps that can be read in one picture; ``--focus`` or ``--theme`` show fewer."""
_STAGES = next(fact.choices for fact in KIND["LogicStep"].facts if fact.name == "stage")


def arrange(graph: Graph, structure: Structure) -> Arrangement | None:
    """Return the arrangement; None without a logic model, or with too many steps."""
    steps = {
        plan: [part for part in parts if graph.nodes[part]["kind"] == "LogicStep"]
        for plan, parts in structure.parts.items()
    }
    count = sum(map(len, steps.values()))
    if not 0 < count <= _MOST_STEPS:
        return None
    used = {graph.nodes[step]["stage"] for each in steps.values() for step in each}
    columns = {stage: at for at, stage in enumerate(s for s in _STAGES if s in used)}
    made = Arrangement("logic", ("Plan", "LogicStep"), ("LEADS_TO",))
    size = label(graph.nodes[next(step for each in steps.values() for step in each)])
    bands = [(plan, each) for plan, each in steps.items() if each]
    heights = [_height(graph, each, columns, size.height) for _, each in bands]
    width = len(columns) * (size.width + _CHANNEL) - _CHANNEL + 2 * INSET
    across = _across(heights, width)
    ends = [0.0] * across
    for (plan, each), height in zip(bands, heights, strict=True):
        at = ends.index(min(ends))
        corner = Box(at * (width + REGION_GAP), ends[at], width, height)
        made.region(plan, "Plan", 1, corner)
        made.place(plan, corner.x + width / 2, corner.y + HEADING / 2, width, HEADING - 2)
        filled = [0] * len(columns)
        for step in each:
            column = columns[graph.nodes[step]["stage"]]
            x = corner.x + INSET + column * (size.width + _CHANNEL) + size.width / 2
            y = corner.y + HEADING + filled[column] * (size.height + GAP) + size.height / 2
            made.place(step, x, y, size.width, size.height)
            filled[column] += 1
        ends[at] += height + REGION_GAP
    return made


def _height(graph: Graph, steps: list[str], columns: dict[str, int], step: float) -> float:
    filled = [0] * len(columns)
    for each in steps:
        filled[columns[graph.nodes[each]["stage"]]] += 1
    return HEADING + max(filled) * (step + GAP) + INSET / 2


def _across(heights: list[float], width: float) -> int:
    """Return how many bands stand side by side: no more than can be read without zooming."""
    return max(1, min(int(_WIDEST * TARGET[0] / (width + REGION_GAP)), len(heights)))
