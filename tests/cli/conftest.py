"""A graph file of the small plan, and the command line to ask it."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph import jsonfile
from tests.cli.running import Keikaku
from tests.queries.small_graph import records


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KEIKAKU_GRAPH", "KEIKAKU_LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def keikaku(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("graphs") / "aozora.json"
    jsonfile.write(path, records(prose=True))
    return str(path)


@pytest.fixture
def ask(keikaku: Keikaku, graph_file: str, monkeypatch: pytest.MonkeyPatch) -> Keikaku:
    """The command line, with the small plan as its graph."""
    monkeypatch.setenv("KEIKAKU_GRAPH", graph_file)
    return keikaku
