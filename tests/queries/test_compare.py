"""What became of each plan: by decisions, by number and title, by wording, one with one."""

from __future__ import annotations

import random
import time
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import merging, network
from keikaku.graph.errors import KeikakuError
from keikaku.graph.records import Edge, Measure, Node, Records
from keikaku.queries.compare.answer import Comparison, PlanChange
from keikaku.queries.graph_walks import Graph
from keikaku.queries.similarity import SimilarPair, best_matching, similar_pairs
from keikaku.queries.target_changes import judged
from tests.neo4j import random_graphs
from tests.queries.small_graph import records


def edition(
    document: str,
    plans: dict[str, str],
    *,
    city: str = "つばさ市",
    leads: dict[str, str] | None = None,
    targets: dict[str, dict[str, Measure]] | None = None,
    succeeds: dict[str, list[tuple[str, str, str]]] | None = None,
) -> Graph:
    """A document of plans by number; goals and initiatives follow from the numbers."""
    nodes = [Node(document, "PlanDocument", document, {"title": f"{city}計画"})]
    edges: list[Edge] = []
    for number, title in plans.items():
        goal, initiative = number[0], number.rpartition("-")[0]
        for kind, name, above in (
            ("Goal", goal, document),
            ("Initiative", initiative, f"{document}/goal/{goal}"),
        ):
            node = f"{document}/{kind.lower()}/{name}"
            if all(each.id != node for each in nodes):
                facts = {"number": name, "title": f"柱{name}"}
                nodes.append(Node(node, kind, name, facts))
                edges.append(Edge(above, node, "HAS_PART", {"order": 1}))
        plan = f"{document}/plan/{number}"
        nodes.append(Node(plan, "Plan", number, {"number": number, "title": title}))
        edges.append(Edge(f"{document}/initiative/{initiative}", plan, "HAS_PART", {"order": 1}))
        lead = (leads or {}).get(number, "企画課")
        department = f"{city}/department/{lead}"
        if all(each.id != department for each in nodes):
            nodes.append(Node(department, "Department", lead, {"name": lead}))
        edges.append(Edge(department, plan, "RESPONSIBLE_FOR", {"role": "lead", "order": 1}))
        for order, (name, target) in enumerate((targets or {}).get(number, {}).items(), 1):
            node = f"{document}/indicator/{number}/{order}"
            nodes.append(
                Node(node, "Indicator", name, {"name": name, "measurable": True, "target": target})
            )
            edges.append(Edge(plan, node, "MEASURED_BY", {"order": order}))
    head = {"id": document, "title": f"{city}計画", "municipality": city, "sha256": "0"}
    years = {"first_year": 2022, "last_year": 2025, "source": "x"}
    graph = network.from_records(Records(head | years, nodes, edges, []))
    if not succeeds:
        return graph
    earlier, _ = merging.merge([graph, edition("old", BASE, city=city)])
    for number, olds in succeeds.items():
        for old, decision, reason in olds:
            earlier.add_edge(
                f"{document}/plan/{number}",
                f"old/plan/{old}",
                "SUCCEEDS",
                type="SUCCEEDS",
                decision=decision,
                reason=reason,
                evidence=[],
            )
    return earlier


BASE = {"1-1-1": "窓口の改善", "1-1-2": "税の収納", "1-1-3": "債権の管理", "1-2-1": "公園の整備"}


def measure(value: float, unit: str = "%", comparator: Any = ">=") -> Measure:
    return Measure(value, unit, comparator, None, None, f"{value}{unit}")


def compared(*graphs: Graph, **ids: Any) -> tuple[list[PlanChange], Comparison]:
    answer = keikaku.compare(*graphs, **ids)
    return answer.rows, (answer.totals or [])[0]


def short(rows: list[PlanChange]) -> dict[str, list[str]]:
    """Rows by their numbers: 1-1-2+1-1-3>1-1-2."""
    return {
        f"{'+'.join(p.number for p in row.old)}>{'+'.join(p.number for p in row.new)}": row.changes
        for row in rows
    }


def test_decisions_decide_whatever_the_words_say() -> None:
    new = edition(
        "new",
        {"1-1-1": "公園の整備", "1-1-2": "税と債権", "1-2-1": "新しい仕事"},
        succeeds={
            "1-1-1": [("1-1-1", "continue", "")],
            "1-1-2": [("1-1-2", "merge", "一体で行う"), ("1-1-3", "merge", "一体で行う")],
        },
    )
    expected = {
        "1-1-1>1-1-1": ["renamed"],
        "1-1-2+1-1-3>1-1-2": ["merged", "renamed"],
        ">1-2-1": ["added"],
        "1-2-1>": ["dropped"],
    }
    for graphs in ([new], [edition("old", BASE), new]):
        rows, total = compared(*graphs)
        assert short(rows) == expected
        assert total.matched_by == {"succeeds": 2}
        assert rows[1].matched[0].reason == "一体で行う"
    assert (total.old.id, total.new.id) == ("old", "new")


def test_plans_that_several_decisions_tie_stand_with_all_of_them() -> None:
    new = edition(
        "new",
        {"1-1-1": "税と債権", "1-1-2": "収納"},
        succeeds={
            "1-1-1": [("1-1-2", "merge", "一"), ("1-1-3", "merge", "二")],
            "1-1-2": [("1-1-3", "revise", "三")],
        },
    )
    rows, _ = compared(new)
    joined = next(row for row in rows if len(row.old) == 2)
    assert [plan.number for plan in joined.new] == ["1-1-1", "1-1-2"]
    assert sorted(match.reason or "" for match in joined.matched) == ["一", "三", "二"]


def test_without_decisions_number_and_title_then_title_then_wording() -> None:
    new = edition(
        "new",
        {
            "1-1-1": "窓口の改善",
            "1-2-1": "税の収納",
            "1-2-2": "公園の整備と活用",
            "1-2-3": "観光の振興",
        },
    )
    rows, total = compared(edition("old", BASE), new)
    assert {row.matched_by: len(row.changes) for row in rows} == {
        "number_and_title": 0,
        "title": 1,
        "wording": 1,
        None: 1,
    }
    assert short(rows) == {
        "1-1-1>1-1-1": [],
        "1-1-2>1-2-1": ["moved"],
        "1-2-1>1-2-2": ["renamed"],
        ">1-2-3": ["added"],
        "1-1-3>": ["dropped"],
    }
    assert total.counts == {"unchanged": 1, "added": 1, "dropped": 1, "renamed": 1, "moved": 1}
    scored = next(row for row in rows if row.matched_by == "wording")
    assert scored.score is not None
    assert 0.44 <= scored.score < 1


def test_a_clear_wording_shows_a_merger_and_a_split() -> None:
    one = {**BASE, "2-1-1": "学校施設の長寿命化", "2-1-2": "防災の推進", "2-1-3": "観光の推進"}
    two = {**one, "2-1-4": "学校施設の長寿命化の推進"}
    rows, _ = compared(edition("old", two), edition("new", one))
    changed = {key: changes for key, changes in short(rows).items() if changes}
    assert changed == {"2-1-1+2-1-4>2-1-1": ["merged"]}
    rows, _ = compared(edition("new", one), edition("old", two))
    changed = {key: changes for key, changes in short(rows).items() if changes}
    assert changed == {"2-1-1>2-1-1+2-1-4": ["split", "renamed"]}


def test_two_cities_are_matched_by_wording_and_said_to_be() -> None:
    other = edition("other", {"1-1-1": "窓口の改善", "1-1-2": "税の収納率"}, city="はやて市")
    answer = keikaku.compare(edition("old", BASE, leads={"1-1-2": "税務課"}), other)
    assert any("別の自治体" in note.ja for note in answer.notes)
    assert not any({"moved", "lead_changed"} & {*row.changes} for row in answer)


def test_targets_show_their_direction() -> None:
    old = {"1-1-1": {"収納率": measure(90), "滞納額": measure(5, "億円", "<="), "件数": measure(3)}}
    new = {
        "1-1-1": {
            "収納率": measure(95),
            "滞納額": measure(6, "億円", "<="),
            "件数": measure(3, "件"),
            "満足度": measure(80),
        }
    }
    rows, total = compared(edition("old", BASE, targets=old), edition("new", BASE, targets=new))
    assert {t.name: t.change for t in rows[0].targets} == {
        "収納率": "more_ambitious",
        "滞納額": "less_ambitious",
        "件数": "unit_changed",
        "満足度": "added",
    }
    assert rows[0].changes == ["retargeted"]
    assert total.targets["more_ambitious"] == 1


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ((90, "%", "="), (95, "%", "="), "not_comparable"),
        ((90, "%", "="), (95, "%", ">="), "more_ambitious"),
        ((90, "%", ">="), (90, "%", "="), None),
        ((90, "%", ">="), (90, "%", "<="), "not_comparable"),
        ((90, "名", ">="), (95, "人", ">="), "more_ambitious"),
        ((90, "人/年", ">="), (95, "人/月", ">="), "unit_changed"),
    ],
)
def test_what_is_more_ambitious(old: Any, new: Any, change: str | None) -> None:
    facts = [
        {"target": {"value": value, "unit": unit, "comparator": comparator}}
        for value, unit, comparator in (old, new)
    ]
    assert judged(facts[0], facts[1]) == change


def test_the_way_from_the_baseline_decides_what_is_better() -> None:
    def facts(baseline: float, target: float) -> dict[str, Any]:
        measures = {"baseline": baseline, "target": target}
        return {k: {"value": v, "unit": "件", "comparator": "="} for k, v in measures.items()}

    assert judged(facts(10, 5), facts(10, 3)) == "more_ambitious"
    assert judged(facts(10, 5), facts(1, 3)) == "not_comparable"


def test_a_new_lead_is_reported_and_a_renamed_department_is_none() -> None:
    old = edition("old", BASE)
    rows, total = compared(old, edition("new", BASE, leads={"1-1-2": "税務課"}))
    assert [row.leads for row in rows if row.changes] == [(["企画課"], ["税務課"])]
    assert {each.department for each in total.workload} == {"企画課", "税務課"}
    renamed, _ = keikaku.whatif(old, ("rename", "企画課=政策課"))
    rows, total = compared(old, renamed)
    assert all(row.changes == [] for row in rows)
    assert [each.formerly for each in total.workload] == ["企画課"]


def test_a_variant_is_the_same_document_and_its_plans_the_same_plans() -> None:
    old = edition("old", BASE)
    variant, _ = keikaku.whatif(old, ("rename", "1-1-2=まるで違う題名"), ("drop-plan", "1-1-3"))
    rows, _ = compared(old, variant)
    assert short(rows)["1-1-2>1-1-2"] == ["renamed"]
    assert short(rows)["1-1-3>"] == ["dropped"]
    assert rows[1].matched_by == "same_id"


def test_which_documents_are_meant_must_be_clear() -> None:
    one, other = (network.from_records(records(f"{n}-2022", f"{n}市")) for n in ("a", "b"))
    both, _ = merging.merge([one, other])
    with pytest.raises(KeikakuError, match="--new"):
        keikaku.compare(both)
    with pytest.raises(KeikakuError, match="1件しか"):
        keikaku.compare(one)
    with pytest.raises(KeikakuError, match="同じ計画書"):
        keikaku.compare(both, old="a-2022", new="a-2022")
    _, total = compared(both, old="a-2022")
    assert (total.old.id, total.new.id) == ("a-2022", "b-2022")
    _, total = compared(both, new="a-2022")
    assert total.old.id == "b-2022"


def test_nothing_hangs_on_the_order_in_which_plans_stand() -> None:
    # Taken greedily in this order, 甲 would take the one that is right for 乙.
    old = {"甲": "公共施設の管理運営", "乙": "公共施設の管理"}
    new = {"子": "公共施設の管理", "丑": "公共施設の管理運営の改善"}
    outcomes = {
        frozenset(
            (a.old, a.new) for a in best_matching(similar_pairs(dict(left), dict(right), 0.1))
        )
        for left in permutations(old.items())
        for right in permutations(new.items())
    }
    assert outcomes == {frozenset({("甲", "丑"), ("乙", "子")})}


scores = st.dictionaries(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), st.floats(0.01, 1), max_size=12
)


@given(scores)
def test_the_pairing_is_the_best_of_all(given_scores: dict[tuple[str, str], float]) -> None:
    candidates = [SimilarPair(*pair, round(score, 3)) for pair, score in given_scores.items()]
    chosen = best_matching(candidates)
    assert len({each.old for each in chosen}) == len({each.new for each in chosen}) == len(chosen)
    value = {(each.old, each.new): round(each.score * 1000) ** 2 for each in candidates}
    best = max(
        sum(value.get(pair, 0) for pair in zip("abcd", order, strict=True))
        for order in permutations("wxyz")
    )
    assert sum(value[each.old, each.new] for each in chosen) == best


def test_a_graph_and_itself_differ_in_nothing() -> None:
    graph = keikaku.read()
    rows, total = compared(graph, graph)
    assert {tuple(row.changes) for row in rows} == {()}
    assert total.workload == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_two_documents_can_be_compared(data: st.DataObject) -> None:
    one = data.draw(random_graphs.document("one"))
    other = data.draw(random_graphs.document("other"))
    rows, total = compared(one, other)
    old = [plan.number for row in rows for plan in row.old]
    new = [plan.number for row in rows for plan in row.new]
    assert (len(old), len(new)) == (total.old.plans, total.new.plans)


def test_hundreds_of_plans_are_compared_in_a_moment() -> None:
    draw = random.Random(1)
    letters = [chr(0x4E00 + draw.randrange(3000)) for _ in range(600)]
    titles = ["".join(draw.choices(letters, k=5)) + "の推進" for _ in range(400)]
    old = edition("old", {f"1-1-{i}": title for i, title in enumerate(titles, 1)})
    new = edition(
        "new", {f"1-1-{i}": f"{title}事業" for i, title in enumerate(reversed(titles), 1)}
    )
    start = time.process_time()
    rows, _ = compared(old, new)
    assert time.process_time() - start < 10
    assert all(row.new[0].title == f"{row.old[0].title}事業" for row in rows if row.old and row.new)
