"""What the words of plans name, measured against readings by eye: each figure beside its goal.

``python -m benchmarks.mentions`` needs the sources beside the repository (``../shared``); it says
which of them are missing, and leaves these out.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from keikaku import loaders
from keikaku.graph import network
from keikaku.graph.records import Edge, Evidence, Node, Records
from keikaku.loaders.mentions.related import PlanProfile, related
from keikaku.queries.answers import plain
from keikaku.queries.bridges.answer import answer as bridges
from keikaku.queries.graph_walks import Graph
from keikaku.queries.impact.answer import answer as impact

ROOT = Path(__file__).parents[1]
READINGS = ROOT / "tests" / "koriyama"
SOURCE = ROOT.parent / "shared" / "sources" / "koriyama-2022-plan.txt"
DOC = "chain-2026"


class Figure(NamedTuple):
    """A figure, what it should be, and what it is."""

    name: str
    goal: str
    value: str


def main() -> None:
    """Print every figure as a table."""
    figures = [*_of_source(), *_of_scale()]
    width = max(len(figure.name) for figure in figures)
    for figure in figures:
        print(f"{figure.name:<{width}}  {figure.goal:>12}  {figure.value}")


def _of_source() -> Iterator[Figure]:
    if not SOURCE.exists():
        yield Figure(f"the source {SOURCE.name} is not beside the repository", "", "-")
        return
    records = loaders.load(SOURCE)
    yield from _themes(records)
    yield from _dependencies(records)
    yield from _related(records)


def _themes(records: Records) -> Iterator[Figure]:
    truth = {
        (theme, number) for theme, numbers in _yaml("themes.yaml").items() for number in numbers
    }
    marks = {
        (edge.target.removeprefix("theme/"), _number(edge.source))
        for edge in records.edges
        if edge.type == "TOUCHES" and "text" in edge.facts["basis"]
    }
    yield from _precision_and_recall("themes of the text", marks, truth, 0.97, 0.97)


def _dependencies(records: Records) -> Iterator[Figure]:
    plans = [plan for n in (1, 2, 3) for plan in _yaml(f"reading-{n}.yaml")]
    truth = {(plan["number"], each["plan"]) for plan in plans for each in plan["depends_on"]}
    pairs = {
        (_number(edge.source), _number(edge.target))
        for edge in records.edges
        if edge.type == "DEPENDS_ON"
    }
    yield from _precision_and_recall("stated dependencies", pairs, truth, 0.9, 0.85)


def _precision_and_recall(
    name: str, read: set[Any], truth: set[Any], precision: float, recall: float
) -> Iterator[Figure]:
    right = len(read & truth)
    yield Figure(f"{name}: precision", f">= {precision}", _share(right, len(read)))
    yield Figure(f"{name}: recall", f">= {recall}", _share(right, len(truth)))


def _related(records: Records) -> Iterator[Figure]:
    beside: dict[str, list[tuple[float, str, bool]]] = defaultdict(list)
    for edge in records.edges:
        if edge.type == "RELATED_TO":
            one, other = _number(edge.source), _number(edge.target)
            strong = edge.facts["strength"] == "strong"
            beside[one].append((-edge.facts["score"], other, strong))
            beside[other].append((-edge.facts["score"], one, strong))
    truth: dict[str, list[str]] = _yaml("related.yaml")
    wanted = sum(map(len, truth.values()))
    for most, goal in ((5, 0.75), (10, 0.88)):
        hits = sum(
            number in own
            for plan, own in truth.items()
            for _, number, _ in sorted(beside[plan])[:most]
        )
        yield Figure(f"related plans: recall@{most}", f">= {goal}", _share(hits, wanted))
    strong_ones = [
        number in own for plan, own in truth.items() for _, number, strong in beside[plan] if strong
    ]
    yield Figure(
        "related plans: strong, precision", "0.47", _share(sum(strong_ones), len(strong_ones))
    )
    yield Figure("related plans: strong, recall", "0.64", _share(sum(strong_ones), wanted))


def _of_scale() -> Iterator[Figure]:
    letters = "市民税課窓口橋梁点検河川台帳要介護認定職員採用証明学校施設消防救急上下水道"
    plans = {}
    for n in range(5664):
        words = (letters[(n * 7 + k * 5) % len(letters)] * 2 + f"{n // 4}" for k in range(60))
        plans[str(n)] = PlanProfile({f"guideline:{n // 9}", f"theme:{n % 30}"}, ("の".join(words),))
    seconds, pairs = _timed(lambda: related(plans))
    yield Figure("related plans of 5,664", "<= 60 s", f"{seconds:.1f} s, {len(pairs):,} pairs")
    chain = _chain(2000)
    seconds, rows = _timed(lambda: impact(chain, "0").rows)
    size = len(json.dumps(plain(rows), ensure_ascii=False).encode()) / 1e6
    yield Figure("impact along a chain of 2,000", "<= 40 MB", f"{seconds:.1f} s, {size:.1f} MB")
    seconds, _ = _timed(lambda: bridges(chain))
    yield Figure("bridges of 2,000 plans", "<= 5 s", f"{seconds:.2f} s")


def _chain(plans: int) -> Graph:
    """Return a graph of plans of which each rests on the one before."""
    seen = [Evidence(DOC, 1, "事業概要", "前の計画と連携して進める")]
    names = [f"{DOC}/plan/{n}" for n in range(plans)]
    nodes = [Node(DOC, "PlanDocument", "計画", {"title": "計画"}, seen)]
    nodes += [
        Node(name, "Plan", str(n), {"number": str(n), "title": f"計画{n}"}, seen)
        for n, name in enumerate(names)
    ]
    facts = {"reason": "names_plan", "words": "前の計画と連携して進める"}
    edges = [Edge(after, before, "DEPENDS_ON", facts, seen) for before, after in pairwise(names)]
    head = {"id": DOC, "title": "計画", "municipality": "", "first_year": 2026, "last_year": 2029}
    return network.from_records(Records({**head, "source": "x", "sha256": ""}, nodes, edges, []))


def _timed(work: Any) -> tuple[float, Any]:
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def _yaml(name: str) -> Any:
    return yaml.safe_load((READINGS / name).read_text(encoding="utf-8"))


def _number(node: str) -> str:
    return node.rsplit("/", 1)[-1]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "-"


if __name__ == "__main__":
    main()
