"""What other tools get: each export is read back by a tool that is not ours."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

import keikaku
from keikaku.exports import csv_tables, cypher_script, gexf, graphml, markdown
from keikaku.graph import network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from tests.cli.running import Keikaku
from tests.exports import schemas
from tests.makers.convert import by_office
from tests.queries.small_graph import small_graph
from tests.visualizations.test_inert import Struck

EXAMPLE = Path(__file__).parents[2] / "examples" / "midorino-2026-plan.txt"


@pytest.fixture(scope="module")
def midorino() -> Graph:
    return keikaku.load(EXAMPLE)


def edges(graph: Graph) -> Counter[tuple[str, str, str]]:
    return Counter((s, t, facts["type"]) for s, t, facts in graph.edges(data=True))


def test_networkx_reads_graphml_with_typed_attributes(midorino: Graph, tmp_path: Path) -> None:
    graphml.write(tmp_path / "plan.graphml", midorino)
    back = nx.read_graphml(tmp_path / "plan.graphml")
    assert set(back) == set(midorino)
    assert Counter((s, t, f["relation"]) for s, t, f in back.edges(data=True)) == edges(midorino)
    for node, facts in back.nodes(data=True):
        assert facts["kind"] == midorino.nodes[node]["kind"]
        target = midorino.nodes[node].get("target")
        if target:
            assert facts["target_value"] == pytest.approx(target["value"])
            assert isinstance(facts["target_value"], float)
        if facts["kind"] == "Milestone":
            assert isinstance(facts["first_year"], int)
    tree = etree.parse(str(tmp_path / "plan.graphml"))
    spaces = {"g": "http://graphml.graphdrawing.org/xmlns"}
    types = {key.get("attr.type") for key in tree.iterfind(".//g:key", spaces)}
    assert types <= {"string", "double", "long", "int", "boolean"}


def test_graphml_is_what_its_schema_says(midorino: Graph, tmp_path: Path) -> None:
    """But for the ids of nodes, which are ours: a schema's NMTOKEN knows no slash."""
    tree = etree.fromstring(graphml.render(midorino).encode())
    spaces = {"g": "http://graphml.graphdrawing.org/xmlns"}
    ids = {}
    for at, node in enumerate(tree.iterfind(".//g:node", spaces)):
        ids[str(node.get("id"))] = f"n{at}"
        node.set("id", f"n{at}")
    for edge in tree.iterfind(".//g:edge", spaces):
        for end in ("source", "target"):
            edge.set(end, ids[str(edge.get(end))])
    schemas.graphml(tmp_path).assertValid(tree)


def test_networkx_reads_gexf_with_colours_and_places(midorino: Graph, tmp_path: Path) -> None:
    gexf.write(tmp_path / "plan.gexf", midorino)
    back = nx.read_gexf(tmp_path / "plan.gexf", version="1.2draft")
    assert set(back) == set(midorino)
    assert back.number_of_edges() == midorino.number_of_edges()
    looks = {node: facts["viz"] for node, facts in back.nodes(data=True)}
    assert all({"color", "size"} <= set(look) for look in looks.values())
    plans = [node for node, facts in midorino.nodes(data=True) if facts["kind"] == "Plan"]
    assert len({json.dumps(looks[plan]["position"]) for plan in plans}) == len(plans)
    assert gexf.render(midorino) == gexf.render(midorino)


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    graph = network.from_records(Struck().records)
    node = next(node for node, facts in graph.nodes(data=True) if facts["kind"] == "Plan")
    graph.nodes[node]["title"] = "=1+1"
    names = csv_tables.write(tmp_path / "csv", graph)
    rows = 0
    for name in names:
        path = tmp_path / "csv" / name
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        rows += len(lines) - 1
        assert not [cell for line in lines[1:] for cell in line if cell[:1] in {"=", "+", "@"}]
    findings = len(graph.graph["findings"])
    assert rows == len(graph) + graph.number_of_edges() + findings
    again = by_office(tmp_path / "csv" / "実施計画.csv", "xlsx", tmp_path / "office")
    assert again.is_file()


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path: Path) -> None:
    csv_tables.write(tmp_path / "csv", small_graph())
    csv_tables.write(tmp_path / "csv", small_graph())
    (tmp_path / "csv" / "大事.txt").write_text("x", encoding="utf-8")
    with pytest.raises(KeikakuError, match=r"大事\.txt"):
        csv_tables.write(tmp_path / "csv", small_graph())


def test_markdown_has_every_plan_and_no_text_is_markup(midorino: Graph) -> None:
    text = markdown.render(midorino)
    titles = [f["title"] for _, f in midorino.nodes(data=True) if f["kind"] == "Plan"]
    assert text.count("\n#### ") == len(titles)
    struck = markdown.render(network.from_records(Struck().records))
    assert "\\<" in struck
    assert not re.search(r"(?<!\\)<(?!br>)", struck)


def test_the_same_graph_is_the_same_text(midorino: Graph) -> None:
    for written in (graphml.render, gexf.render, markdown.render, csv_tables.render):
        assert written(midorino) == written(midorino)


def test_the_format_follows_from_the_name(tmp_path: Path) -> None:
    graph = small_graph()
    formats = {
        name: keikaku.export(graph, tmp_path / name)
        for name in ("a.xlsx", "a.graphml", "a.GEXF", "a.cypher", "a.md", "a.json")
    }
    assert list(formats.values()) == ["xlsx", "graphml", "gexf", "cypher", "md", "json"]
    assert keikaku.export(graph, tmp_path / "tables", to="csv") == "csv"
    assert (tmp_path / "tables" / "実施計画.csv").is_file()
    assert keikaku.load(tmp_path / "a.xlsx").nodes == graph.nodes
    for wrong in ({"path": "a.docx"}, {"path": "a", "to": "pdf"}):
        with pytest.raises(KeikakuError, match=r"\.graphml"):
            keikaku.export(graph, tmp_path / wrong["path"], to=wrong.get("to"))


def test_the_command_says_what_it_wrote(tmp_path: Path, keikaku_command: Keikaku) -> None:
    ran = keikaku_command("export", str(tmp_path / "plan.graphml"))
    assert (ran.code, ran.err) == (0, "")
    assert "plan.graphml" in ran.out
    one = keikaku_command("export", f"{tmp_path}/csv/", "--lang", "en")
    assert (one.code, (tmp_path / "csv" / "Plan.csv").is_file()) == (0, True)
    assert keikaku_command("export", "plan.docx").code == 2
    assert keikaku_command("export", "plan.md", "--document", "ない計画").code == 2


def test_a_script_is_one_statement_a_line_and_escapes_what_it_quotes() -> None:
    graph = network.from_records(Struck().records)
    script = list(cypher_script.statements(graph))
    assert len(script) > len(graph) + graph.number_of_edges()
    assert not [statement for statement in script if "\n" in statement]
    assert any("{order: 1" in statement for statement in script)
    kinds = {facts["kind"] for _, facts in graph.nodes(data=True)}
    made = {re.findall("FOR \\(n:(\\w+)\\)", one)[0] for one in script if "CONSTRAINT" in one}
    assert made == kinds
    assert any("measurable: true" in statement for statement in script)


def test_a_workbook_is_loaded_at_the_command_line_as_it_went(
    tmp_path: Path, keikaku_command: Keikaku
) -> None:
    for name in ("plan.xlsx", "plan.json"):
        assert keikaku_command("export", str(tmp_path / name)).code == 0
    again = tmp_path / "again.json"
    ran = keikaku_command("load", str(tmp_path / "plan.xlsx"), "--out", str(again))
    assert (ran.code, ran.err) == (0, "")
    assert again.read_bytes() == (tmp_path / "plan.json").read_bytes()


def test_markdown_shows_an_action_that_has_only_an_arrow() -> None:
    graph = small_graph().copy()
    plan = next(node for node, facts in graph.nodes(data=True) if facts["kind"] == "Plan")
    action = f"{plan}/bare"
    facts = {"kind": "Action", "label": "矢印だけ", "title": "矢印だけ", "evidence": []}
    graph.add_node(action, first_year=2023, last_year=2024, **facts)
    graph.add_edge(plan, action, "HAS_PART", type="HAS_PART", order=99, evidence=[])
    text = markdown.render(graph)
    (row,) = [line for line in text.splitlines() if line.startswith("| 矢印だけ")]
    assert row.count("→") == 2
