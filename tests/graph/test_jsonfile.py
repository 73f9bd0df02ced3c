"""A graph is written and read back as it was, and the same graph is always the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from keikaku.graph import bundled, jsonfile, network, parsing, validation
from keikaku.graph.errors import GraphError, KeikakuError
from keikaku.graph.records import Records
from tests.graph.graphs import records, small


@given(records())
def test_what_was_written_reads_back_and_writes_the_same_bytes(made: Records) -> None:
    text = jsonfile.dumps(made)
    payload = parsing.parse(text)
    validation.validate(payload)
    again = network.from_payload(payload)
    assert jsonfile.dumps(again) == text
    assert network.to_payload(again) == network.to_payload(network.from_records(made))


def test_a_file_reads_back_as_the_graph_of_its_records(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    jsonfile.write(path, small())
    graph = jsonfile.read(path)
    assert graph.nodes["minato-2023/plan/1-1-1"]["title"] == "窓口の改善"
    assert list(graph["minato-2023/plan/1-1-1"]["theme/キャッシュレス"]) == ["TOUCHES"]
    assert graph.graph["document"]["id"] == "minato-2023"
    assert [document["id"] for document in graph.graph["documents"]] == ["minato-2023"]
    jsonfile.write(tmp_path / "again.json", graph)
    assert (tmp_path / "again.json").read_bytes() == path.read_bytes()


def test_every_node_edge_and_finding_has_a_line_of_its_own() -> None:
    made = small()
    lines = jsonfile.dumps(made).splitlines()
    assert sum(line.startswith('{"id"') for line in lines) == len(made.nodes)
    assert sum(line.startswith('{"source"') for line in lines) == len(made.edges)
    assert sum(line.startswith('{"code"') for line in lines) == len(made.findings)
    assert json.loads("\n".join(lines))["schema"] == "keikaku/2"


def test_whole_numbers_have_no_decimals_and_japanese_is_readable() -> None:
    made = small()
    made.nodes[5].facts["target"] = {
        "value": 1580493.0,
        "unit": "千円",
        "comparator": "=",
        "qualifier": None,
        "as_of": None,
        "raw": "1,580,493千円",
    }
    text = jsonfile.dumps(made)
    assert '"value": 1580493, "unit": "千円"' in text
    assert '"confidence": 1}' in text


def test_missing_optional_facts_are_left_out_but_for_those_that_always_stand() -> None:
    rows = network.to_payload(network.from_records(small()))["nodes"]
    plan, indicator = rows[4], rows[5]
    assert plan["unknown_marks"] == []
    assert "vision" not in plan
    assert indicator["baseline"] is None
    assert indicator["target"]["value"] == 98.2
    assert "direction" not in indicator


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_bytes_do_not_hang_on_the_hash_seed(seed: str, tmp_path: Path) -> None:
    out = tmp_path / "graph.json"
    code = (
        "import sys; from pathlib import Path; from keikaku.graph import jsonfile;"
        "from tests.graph.graphs import small; jsonfile.write(Path(sys.argv[1]), small())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", code, out], env=environment, check=True)
    assert out.read_text(encoding="utf-8") == jsonfile.dumps(small())


def test_the_bundled_graph_is_read_without_pydantic() -> None:
    if not bundled.path().exists():
        pytest.skip("the bundled graph is not built yet")
    code = (
        "import sys; from keikaku.graph import bundled, jsonfile; jsonfile.read(bundled.path());"
        "sys.exit('pydantic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text("before", encoding="utf-8")
    broken = small()
    broken.nodes[0].label = "\ud800"
    with pytest.raises(KeikakuError, match=r"graph\.json.*文字として扱えない"):
        jsonfile.write(path, broken)
    assert path.read_text(encoding="utf-8") == "before"
    assert [child.name for child in tmp_path.iterdir()] == ["graph.json"]


def test_writing_where_there_is_no_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(KeikakuError, match="書き込めません"):
        jsonfile.write(tmp_path / "nowhere" / "graph.json", small())


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(KeikakuError, match="書き込めません"):
        jsonfile.write(tmp_path, small())


def test_writing_to_a_link_keeps_the_link(tmp_path: Path) -> None:
    link = tmp_path / "link.json"
    try:
        link.symlink_to(tmp_path / "graph.json")
    except OSError:
        pytest.skip("this system lets no one make links")
    jsonfile.write(link, small())
    assert link.is_symlink()
    assert jsonfile.read(tmp_path / "graph.json").number_of_nodes() == len(small().nodes)


def test_what_json_cannot_say_is_refused() -> None:
    made = small()
    made.findings[0].details["share"] = float("nan")
    with pytest.raises(GraphError, match="JSONで表せない"):
        jsonfile.dumps(made)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"schema": "keikaku/2",\n "nodes": [', r"2行.*途切れています"),
        (b'{"schema": "keik', r"1行.*途切れています"),
        (b"", r"1行1文字目でJSONが途切れています"),
        (b'{"schema": \n  oops}', r"2行3文字目がJSONとして読めません"),
        (b'{"value": NaN}', r"数値でない値 NaN"),
        (b'{"value": 1e999}', r"数値でない値 1e999"),
        (b"[" * 100_000, r"入れ子が深すぎる"),
        (b"9" * 5000, r"数の桁が多すぎ"),
        (rb'{"schema": "\ud83d"}', r"文字でない符号 '\\ud83d'"),
        (b"\xff\xfe\x00", r"1バイト目"),
        ("計画".encode("cp932"), r"UTF-8の文字ではありません"),
    ],
)
def test_a_broken_file_is_refused_with_the_place(
    content: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "graph.json"
    path.write_bytes(content)
    with pytest.raises(GraphError, match=message) as refused:
        jsonfile.read(path)
    assert "graph.json" in refused.value.message("en")


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text(jsonfile.dumps(small()), encoding="utf-8-sig")
    assert jsonfile.read(path).number_of_nodes() == len(small().nodes)


def test_an_escaped_character_of_a_higher_plane_is_a_character() -> None:
    assert parsing.parse(r'"\ud83d\udcc8"') == "📈"


def test_a_missing_file_is_reported_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.json: 開けません"):
        jsonfile.read(tmp_path / "none.json")
