"""``keikaku map`` draws from the server what it draws from the file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.graph.store.push import push
from keikaku.graph.store.server import Server
from tests.cli.running import process
from tests.neo4j.server import Address

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


@pytest.mark.parametrize("options", [(), ("--theme", "キャッシュレス")])
def test_the_map_is_the_same(
    server: Server, login: Address, tmp_path: Path, options: tuple[str, ...]
) -> None:
    graph = keikaku.load(EXAMPLE)
    keikaku.write(graph, tmp_path / "graph.json")
    list(push(server, [graph]))
    maps: list[Any] = []
    for source in (str(tmp_path / "graph.json"), login.uri):
        out = tmp_path / f"{len(maps)}.html"
        ran = process("map", "--graph", source, "--out", str(out), *options)
        assert ran.returncode == 0, ran.stderr
        data = out.read_text(encoding="utf-8").split('id="data">')[1].split("</script>")[0]
        maps.append(json.loads(data))
    assert maps[0] == maps[1]
    assert maps[0]["nodes"]
