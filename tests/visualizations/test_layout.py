"""Where things stand: nothing overlaps, everything has its place, and it is the same each time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from keikaku.graph import bundled, jsonfile, merging, network
from keikaku.graph.records import Node
from keikaku.queries.graph_walks import Graph, document_of
from keikaku.queries.map_data import PARTS, structure
from keikaku.visualizations.arrangements.by_goal import arrange
from keikaku.visualizations.arrangements.layout import Arrangement, Box
from keikaku.visualizations.node_labels import broken, label, wide
from keikaku.visualizations.style import KIND_STYLES, PADDING
from tests.queries.small_graph import records


def long_winded() -> Graph:
    plan_records = records()
    for node in plan_records.nodes:
        node.label = f"{node.label}という、とても長い名前" * 9
    return network.from_records(plan_records)


def side_by_side() -> Graph:
    documents = (network.from_records(records(*each)) for each in _CITIES)
    return merging.merge([jsonfile.read(bundled.path()), *documents])[0]


_CITIES = (("aozora-2022", "あおぞら市"), ("aozora-2026", "あおぞら市"), ("umi-2026", "うみ市"))
GRAPHS: dict[str, Callable[[], Graph]] = {
    "small": lambda: network.from_records(records()),
    "bundled": lambda: jsonfile.read(bundled.path()),
    "long": long_winded,
    "several": side_by_side,
}


@pytest.fixture(scope="module", params=GRAPHS)
def graph(request: pytest.FixtureRequest) -> Graph:
    return GRAPHS[request.param]()


def overlap(a: Box, b: Box) -> bool:
    return (
        abs(a.x - b.x) < (a.width + b.width) / 2 - 0.2
        and abs(a.y - b.y) < (a.height + b.height) / 2 - 0.2
    )


def overlaps(graph: Graph, layout: Arrangement) -> list[tuple[str, str]]:
    visible = [n for n, f in graph.nodes(data=True) if f["kind"] not in PARTS]
    return [
        (a, b) for a, b in combinations(visible, 2) if overlap(layout.places[a], layout.places[b])
    ]


def test_no_two_labels_overlap(graph: Graph) -> None:
    assert overlaps(graph, arrange(graph, structure(graph))) == []


def test_every_node_has_a_place_and_plans_lie_in_their_regions(graph: Graph) -> None:
    built = structure(graph)
    layout = arrange(graph, built)
    assert set(layout.places) == set(graph)
    boxes = {region.node: region.box for region in layout.regions}
    for goal in built.goals:
        for group in goal.groups:
            left, top, width, height = boxes[group.node]
            for node in group.plans:
                place = layout.places[node]
                assert left <= place.x - place.width / 2
                assert place.x + place.width / 2 <= left + width + 0.2
                assert top <= place.y <= top + height


def test_documents_have_ground_of_their_own() -> None:
    graph = side_by_side()
    layout = arrange(graph, structure(graph))
    grounds = {region.node: region.box for region in layout.regions if region.level == 0}
    assert set(grounds) == {head["id"] for head in graph.graph["documents"]}
    for region in layout.regions:
        if region.level not in {1, 2} or region.node is None:
            continue
        left, top, width, height = grounds[document_of(graph, region.node)]
        x, y, wide_, high = region.box
        assert left <= x
        assert x + wide_ <= left + width + 0.2
        assert top <= y
        assert y + high <= top + height + 0.2


def test_the_opening_view_is_readable_on_a_laptop() -> None:
    graph = jsonfile.read(bundled.path())
    layout = arrange(graph, structure(graph))
    right = max(r.box.x + r.box.width for r in layout.regions if r.level == 1)
    bottom = max(r.box.y + r.box.height for r in layout.regions if r.level == 1)
    scale = min((1366 - 236) / right, (768 - 60) / bottom)
    assert scale * KIND_STYLES["Plan"].font >= 10.5


def test_every_line_fits_its_box(graph: Graph) -> None:
    for _, facts in graph.nodes(data=True):
        style, text = KIND_STYLES[facts["kind"]], label(facts)
        room = text.width - 2 * PADDING[0]
        assert all(wide(line) * style.font <= room + 0.01 for line in text.lines)
        assert len(text.lines) <= style.lines


@pytest.mark.parametrize(
    ("text", "most", "lines", "expected"),
    [
        ("", 5, 2, ("",)),
        ("窓口", 5, 2, ("窓口",)),
        ("監査機能の充実強化(内部監査)", 9, 2, ("監査機能の充実強化", "(内部監査)")),
        ("データ、センター", 4.2, 2, ("データ、", "センター")),
        ("あ" * 50, 5, 2, ("あああああ", "ああああ…")),
    ],
)
def test_labels_break_where_a_reader_would(
    text: str, most: float, lines: int, expected: tuple[str, ...]
) -> None:
    assert broken(text, most, lines) == expected


def test_what_stands_under_nothing_has_a_place_too() -> None:
    plan_records = records()
    plan_records.nodes.append(
        Node("aozora-2022/plan/9-9-9", "Plan", "9-9-9 迷子", {"number": "9-9-9", "title": "迷子"})
    )
    plan_records.nodes.append(
        Node("あおぞら市/department/暇課", "Department", "暇課", {"name": "暇課"})
    )
    plan_records.nodes.append(
        Node("aozora-2022/goal/3", "Goal", "空の目標", {"number": "3", "title": "空の目標"})
    )
    graph = network.from_records(plan_records)
    layout = arrange(graph, structure(graph))
    assert set(layout.places) == set(graph)
    assert overlaps(graph, layout) == []
