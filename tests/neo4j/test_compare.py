"""``compare`` and ``whatif`` of what a server holds: the same as of the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from keikaku.graph import jsonfile, network
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from tests.cli.running import Keikaku
from tests.neo4j.server import Address
from tests.queries.small_graph import records


@pytest.fixture
def keikaku(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


def test_a_server_and_a_file_answer_alike(
    keikaku: Keikaku, server: Server, login: Address, tmp_path: Path
) -> None:
    graph = network.from_records(records())
    file = str(tmp_path / "aozora.json")
    jsonfile.write(Path(file), graph)
    list(push(server, [graph]))
    variant = str(tmp_path / "variant.json")
    answers = [
        keikaku("whatif", "--graph", place, "--drop-plan", "1-1-2", "--out", out)
        for place, out in ((file, variant), (login.uri, str(tmp_path / "served.json")))
    ]
    assert [ran.code for ran in answers] == [0, 0]
    assert Path(variant).read_bytes() == (tmp_path / "served.json").read_bytes()
    rows = []
    for place in (file, login.uri):
        ran = keikaku("compare", place, variant, "--format", "json")
        assert (ran.code, ran.err) == (0, "")
        rows.append(json.loads(ran.out)["rows"])
    assert rows[0] == rows[1]
    assert [row["changes"] for row in rows[0]][-1] == ["dropped"]
