"""Nodes of the example plan, and a progress form that is filled in and read back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from keikaku.queries.answers import Answer
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import progress as room
from keikaku.workshop.progress.progress_answer import IndicatorProgress
from tests.workshop.filling import cell_of, filled

EXAMPLES = Path(__file__).parents[2] / "examples"
DOC = "midorino-2026"
RATE = f"{DOC}/indicator/1-1-2/2"  # 公募委員比率 6.3% (2025) → 12%以上 (2029)
COUNT = f"{DOC}/indicator/1-1-3/1"  # 自己啓発助成の利用件数 52件/年 → 80件/年
DEBT = f"{DOC}/indicator/2-2-1/3"  # 滞納繰越額 598,120千円 → 412,600千円, less is better
RATIO = f"{DOC}/indicator/1-2-1/1"  # 1.08, no unit
ACTION = f"{DOC}/action/1-1-1/1"


def read_with(form: Path, out: Path, graph: Graph, cells: dict[tuple[str, str], Any]) -> Any:
    def fill(book: Any) -> None:
        for (node, head), value in cells.items():
            sheet = book["取組" if "/action/" in node else "指標"]
            cell = cell_of(sheet, node, head)
            if isinstance(value, tuple):
                cell.value, cell.number_format = value
            else:
                cell.value = value

    return room.read(filled(form, out / "filled.xlsx", fill), graph)


def row(answer: Answer[IndicatorProgress], node: str) -> IndicatorProgress:
    return next(each for each in answer.rows if each.id == node)
