"""Weak inferred relations: drawn only where they are asked for, and then at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from keikaku.graph import network
from keikaku.visualizations import map_page
from tests.queries.small_graph import records
from tests.visualizations.browsing import Opened
from tests.visualizations.conftest import Open

_RELATED = "関連する（推定）"


@pytest.fixture
def weak(open_map: Open, tmp_path: Path) -> Opened:
    """The small plan's map; its one inferred relation is a weak one."""
    made = records(prose=True)
    for edge in made.edges:
        if edge.type == "RELATED_TO":
            edge.facts["strength"] = "weak"
    path = tmp_path / "map.html"
    map_page.write(path, network.from_records(made))
    return open_map(path)


def _is_drawn(seen: Opened) -> bool:
    """Say whether the relation is drawn: the legend of the sheet lists what is."""
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    drawn = seen.page.text_content("#paper-legend") or ""
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    return _RELATED in drawn


def test_a_weak_relation_is_drawn_as_soon_as_its_plan_is_selected(weak: Opened) -> None:
    assert not _is_drawn(weak)
    weak.search("1-1-2")
    assert _is_drawn(weak)
    weak.page.focus("#map")
    weak.page.keyboard.press("Escape")
    assert not _is_drawn(weak)


def test_a_weak_relation_that_is_itself_selected_is_drawn(weak: Opened) -> None:
    weak.search("1-1-2")
    weak.page.click("#details .carried:has-text('関連度')")
    assert weak.title() == _RELATED
    assert _is_drawn(weak)


def test_related_plans_stand_with_the_strongest_first(open_map: Open, tmp_path: Path) -> None:
    made = records(prose=True)
    inferred = next(edge for edge in made.edges if edge.type == "RELATED_TO")
    first = inferred.source
    others = [node.id for node in made.nodes if node.kind == "Plan" and node.id != first]
    made.edges.remove(inferred)
    for score, other in zip((0.3, 0.6), others, strict=True):
        made.edges.append(
            replace(inferred, target=other, facts={"score": score, "reasons": ["theme:DX"]})
        )
    path = tmp_path / "map.html"
    map_page.write(path, network.from_records(made))
    seen = open_map(path)
    seen.search("1-1-2")
    carried = seen.page.locator("#details .carried:has-text('関連度')").all_inner_texts()
    assert [text.split("、")[0] for text in carried] == ["関連度 0.60", "関連度 0.30"]
