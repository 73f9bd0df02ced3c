"""The plan of the city that does not exist, as a graph, and its empty progress form."""

from __future__ import annotations

from pathlib import Path

import pytest

import keikaku
from keikaku.queries.graph_walks import Graph
from tests.workshop.desk import Desk

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def midorino() -> Graph:
    return keikaku.load(
        EXAMPLES / "midorino-2026-plan.txt",
        corrections=EXAMPLES / "midorino-2026-corrections.yaml",
    )


@pytest.fixture(scope="session")
def form(midorino: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("progress") / "form.xlsx"
    return keikaku.progress_form(midorino, path)


@pytest.fixture
def desk(midorino: Graph, tmp_path: Path) -> Desk:
    folder = tmp_path / "came-back"
    folder.mkdir()
    return Desk(midorino, folder)
