"""Room for what unfolds beneath plans, by the page's own code, in a real browser."""

from __future__ import annotations

from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import keikaku
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"
_CODE = "\n".join(
    (files("keikaku.visualizations") / "page" / f"{name}.js").read_text(encoding="utf-8")
    for name in ("state", "unfold_layout")
)
Box = tuple[float, float, float, float]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    both, _ = keikaku.merge(keikaku.read(), keikaku.load(EXAMPLE))
    return keikaku.map(both, tmp_path_factory.mktemp("room") / "map.html")


@pytest.fixture
def seen(open_map: Open, file: Path) -> Opened:
    return open_map(file)


def opened(seen: Opened, beneath: str) -> dict[str, Any]:
    """Places and regions with room beneath plans: ``beneath`` picks from ``data.parts``."""
    layout: dict[str, Any] = seen.page.evaluate(
        f"(() => {{ {_CODE}; return withRoom(new Map({beneath})); }})()"
    )
    return layout


def corners(place: list[float]) -> Box:
    x, y, width, height = place
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] - 0.2 and b[0] < a[2] - 0.2 and a[1] < b[3] - 0.2 and b[1] < a[3] - 0.2


def inside(inner: Box, outer: list[float]) -> bool:
    left, top, width, height = outer
    return (
        left <= inner[0] + 0.2
        and top <= inner[1] + 0.2
        and inner[2] <= left + width + 0.2
        and inner[3] <= top + height + 0.2
    )


@pytest.mark.parametrize("beneath", ["[]", "data.parts.slice(3, 4)", "data.parts"])
def test_nothing_overlaps_and_all_stays_on_its_ground(seen: Opened, beneath: str) -> None:
    data = seen.content()
    layout = opened(seen, beneath)
    kinds = [node["kind"] for node in data["network"]["nodes"]]
    parts = {part for _, list_ in data["parts"] for part in list_}
    open_parts = parts if beneath == "data.parts" else set()
    skeleton = {"PlanDocument", "Goal", "Initiative", "Plan"}
    visible = {i for i, kind in enumerate(kinds) if kind in skeleton} | open_parts
    boxes = {i: corners(layout["places"][i]) for i in visible}
    assert [pair for pair in combinations(visible, 2) if overlap(*(boxes[i] for i in pair))] == []
    for region, before in zip(layout["regions"], data["regions"], strict=True):
        if region["node"] is not None:
            assert inside(boxes[region["node"]], region["box"])
        assert region["box"][3] >= before["box"][3] - 0.01
    documents = [region["box"] for region in layout["regions"] if region["level"] == 0]
    bands = [region["box"] for region in layout["regions"] if region["level"] == 3]
    assert all(any(inside(boxes[i], box) for box in documents) for i in visible)
    assert min(top for _, top, _, _ in bands) >= max(top + high for _, top, _, high in documents)


def test_only_what_stands_below_moves(seen: Opened) -> None:
    before = opened(seen, "[]")
    after = opened(seen, "data.parts.slice(3, 4)")
    (plan, parts), *_ = seen.content()["parts"][3:]
    moved = {
        i
        for i, (a, b) in enumerate(zip(before["places"], after["places"], strict=True))
        if a != b and i not in parts
    }
    assert moved
    assert plan not in moved
    assert all(after["places"][i][1] > after["places"][plan][1] for i in moved)
    assert before["places"] == seen.content()["places"]
