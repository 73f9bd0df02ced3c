"""Several documents meet in what they share, and one can be taken out again."""

from __future__ import annotations

import pytest
from networkx.utils import graphs_equal

from keikaku.graph import network, validation
from keikaku.graph.errors import GraphError
from keikaku.graph.merging import Conflict, edge_owner, merge, only, owner
from keikaku.graph.network import Graph
from keikaku.graph.records import Evidence
from keikaku.graph.splitting import split
from tests.graph.graphs import small

THEME = "theme/キャッシュレス"


def _graph(document: str, city: str = "みなと市", **theme: object) -> Graph:
    records = small(document, city)
    records.nodes[7].facts.update(theme)
    records.nodes[7].evidence = [Evidence(document, 12, "5レス", "キャッシュレス")]
    return network.from_records(records)


def test_two_documents_meet_in_what_they_share() -> None:
    first = _graph("minato-2023", aliases=["非現金"])
    second = _graph("sakura-2024", "さくら市", aliases=["非現金", "電子決済"])
    merged, conflicts = merge([first, second])
    assert conflicts == []
    assert [head["id"] for head in merged.graph["documents"]] == ["minato-2023", "sakura-2024"]
    assert merged.graph["document"]["id"] == "minato-2023"
    assert len(merged.graph["findings"]) == 2
    theme = merged.nodes[THEME]
    assert [item["document"] for item in theme["evidence"]] == ["minato-2023", "sakura-2024"]
    assert theme["aliases"] == ["非現金", "電子決済"]
    assert {source for source, _ in merged.in_edges(THEME)} == {
        "minato-2023/plan/1-1-1",
        "sakura-2024/plan/1-1-1",
    }
    validation.validate(network.to_payload(merged))


def test_the_given_graphs_stay_as_they_were() -> None:
    first, second = _graph("minato-2023"), _graph("sakura-2024")
    before = network.to_payload(first), network.to_payload(second)
    merge([first, second])
    assert (network.to_payload(first), network.to_payload(second)) == before


def test_where_they_disagree_the_first_wins_and_it_is_reported() -> None:
    first, second = _graph("minato-2023", group="5レス"), _graph("sakura-2024", group="窓口")
    merged, conflicts = merge([first, second])
    assert merged.nodes[THEME]["group"] == "5レス"
    assert conflicts == [Conflict(THEME, "group", "5レス", "窓口")]


def test_a_document_cannot_be_there_twice() -> None:
    with pytest.raises(GraphError, match="文書「minato-2023」が2回"):
        merge([_graph("minato-2023"), _graph("minato-2023")])


def test_one_id_cannot_mean_two_kinds() -> None:
    second = _graph("sakura-2024")
    second.nodes[THEME]["kind"] = "Guideline"
    with pytest.raises(GraphError, match="Theme、他方では Guideline"):
        merge([_graph("minato-2023"), second])


def test_a_document_taken_out_again_is_what_went_in() -> None:
    first, second = _graph("minato-2023"), _graph("sakura-2024", "さくら市")
    merged, _ = merge([first, second])
    assert graphs_equal(only(merged, "minato-2023"), first)
    assert graphs_equal(only(merged, "sakura-2024"), second)


def test_what_a_correction_adds_stays_with_its_document() -> None:
    first, second = _graph("minato-2023"), _graph("sakura-2024", "さくら市")
    said = {"document": "minato-corrections.yaml", "line": 4, "section": "corrections"}
    said |= {"quote": "", "reading": "repaired", "confidence": 1.0}
    facts = {"kind": "Department", "label": "新課", "name": "新課", "evidence": [said]}
    first.add_node("みなと市/department/新課", **facts)
    plan = "minato-2023/plan/1-1-1"
    first.add_edge(
        "みなと市/department/新課",
        plan,
        "RESPONSIBLE_FOR",
        type="RESPONSIBLE_FOR",
        role="co",
        order=2,
        evidence=[said],
    )
    first.nodes[plan]["evidence"] = [said]
    merged, _ = merge([first, second])
    assert graphs_equal(only(merged, "minato-2023"), first)
    assert graphs_equal(only(merged, "sakura-2024"), second)


def test_a_relation_across_documents_belongs_to_that_of_its_source() -> None:
    first, second = _graph("minato-2027"), _graph("minato-2023")
    merged, _ = merge([first, second])
    new, old = "minato-2027/plan/1-1-1", "minato-2023/plan/1-1-1"
    merged.add_edge(new, old, "SUCCEEDS", type="SUCCEEDS", decision="continue", evidence=[])
    validation.validate(network.to_payload(merged))
    assert edge_owner(merged, new, old, "SUCCEEDS") == "minato-2027"
    assert edge_owner(merged, "みなと市/department/税務課", old, "RESPONSIBLE_FOR") == "minato-2023"
    assert edge_owner(merged, THEME, THEME, "PART_OF") is None
    assert graphs_equal(only(merged, "minato-2023"), second)
    assert graphs_equal(only(merged, "minato-2027"), first)


def test_all_parts_at_once_are_those_of_one_at_a_time() -> None:
    ids = ("minato-2027", "minato-2023", "sakura-2024")
    merged, _ = merge([_graph(ids[0]), _graph(ids[1]), _graph(ids[2], "さくら市")])
    plans = [f"{each}/plan/1-1-1" for each in ids]
    merged.add_edge(plans[2], plans[0], "ASSOCIATED_WITH", type="ASSOCIATED_WITH", evidence=[])
    parts = [*split(merged)]
    for document, part in zip(ids, parts, strict=True):
        alone = only(merged, document)
        assert graphs_equal(part.graph, alone)
        assert list(part.graph.nodes) == list(alone.nodes)
        assert list(part.graph.edges(keys=True)) == list(alone.edges(keys=True))
        assert part.graph.graph == alone.graph
    assert [bool(part.tied) for part in parts] == [False, False, True]
    tie = (plans[2], plans[0], "ASSOCIATED_WITH")
    assert parts[2].tied == [
        edge for edge in merged.edges(keys=True) if edge == tie or edge in parts[2].graph.edges
    ]


def test_a_finding_without_evidence_goes_with_its_node() -> None:
    first, second = _graph("minato-2023"), _graph("sakura-2024", "さくら市")
    second.graph["findings"][0]["evidence"] = []
    merged, _ = merge([first, second])
    assert only(merged, "minato-2023").graph["findings"] == first.graph["findings"]
    assert only(merged, "sakura-2024").graph["findings"] == second.graph["findings"]


def test_a_document_whose_id_goes_on_after_another_is_not_part_of_it() -> None:
    first, second = _graph("minato"), _graph("minato/2024", "さくら市")
    merged, _ = merge([first, second])
    assert graphs_equal(only(merged, "minato"), first)
    assert graphs_equal(only(merged, "minato/2024"), second)


def test_an_unknown_document_is_reported_with_those_there_are() -> None:
    with pytest.raises(GraphError, match="文書「osaka」はありません（あるのは minato-2023）"):
        only(_graph("minato-2023"), "osaka")


def test_a_repeated_node_or_edge_of_records_is_refused() -> None:
    twice = small()
    twice.nodes.append(twice.nodes[0])
    with pytest.raises(GraphError, match="同じidの節点が2つ"):
        network.from_records(twice)
    twice = small()
    twice.edges.append(twice.edges[0])
    with pytest.raises(GraphError, match="同じ関係が2つ"):
        network.from_records(twice)


def test_an_edge_of_records_must_end_at_nodes() -> None:
    loose = small()
    loose.edges[0].target = "nowhere"
    with pytest.raises(GraphError, match="節点「nowhere」がありません"):
        network.from_records(loose)


def test_the_longest_document_id_that_fits_owns_a_node() -> None:
    merged, _ = merge([_graph("midorino"), _graph("midorino/b")])
    assert owner(merged, "midorino/plan/1-1-1") == "midorino"
    assert owner(merged, "midorino/b/plan/1-1-1") == owner(merged, "midorino/b") == "midorino/b"
    assert owner(merged, "midorino/bb") == "midorino"
    assert owner(merged, "midorinoko/plan/1") is owner(merged, THEME) is None


def test_who_owns_a_node_follows_when_a_document_is_added() -> None:
    first = _graph("midorino")
    assert owner(first, "midorino/b/plan/1-1-1") == "midorino"
    first.graph["documents"] += _graph("midorino/b").graph["documents"]
    assert owner(first, "midorino/b/plan/1-1-1") == "midorino/b"
