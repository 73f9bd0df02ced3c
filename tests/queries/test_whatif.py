"""The consequences of changes, before they are decided, on a graph that stays unchanged."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import keikaku
from keikaku.graph import jsonfile, merging, network
from keikaku.graph.changes import RequestedChange
from keikaku.graph.errors import KeikakuError
from keikaku.loaders.changes import FORMS, parse
from keikaku.queries.answers import Answer
from keikaku.queries.graph_walks import Graph, of_kind
from keikaku.queries.whatif import answer as whatif
from keikaku.queries.whatif.answer import CODES, Consequence, Outcome
from tests.neo4j import random_graphs
from tests.neo4j.asking import cases, outcome
from tests.queries.drawn import drawn
from tests.queries.small_graph import records, small_graph


def apply_changes(
    graph: Graph, *changes: tuple[str, str]
) -> tuple[Graph, list[Consequence], Outcome]:
    variant, answer = keikaku.whatif(graph, *changes)
    keikaku.validate(variant)
    return variant, answer.rows, (answer.totals or [])[0]


def about(rows: list[Consequence], code: str) -> list[str]:
    return [row.number or row.name for row in rows if row.code == code]


def test_a_dropped_plan_lists_what_rested_on_it_near_and_far() -> None:
    graph = drawn("1-1-1>1-1-2", "1-1-3>1-1-1", "1-1-3>1-1-2", "1-1-4>1-1-3")
    _, rows, _ = apply_changes(graph, ("drop-plan", "1-1-2"))
    assert about(rows, "dependency_broken") == ["1-1-1", "1-1-3"]
    assert about(rows, "affected") == ["1-1-4"]
    (near, *_) = rows
    assert (near.cause, near.words) == ("1-1-2 計画1-1-2", "1-1-2と連携し")


def test_what_is_dropped_too_is_not_listed_as_affected() -> None:
    graph = drawn("1-1-1>1-1-2", "1-1-3>1-1-1")
    _, rows, _ = apply_changes(graph, ("drop-plan", "1-1-2"), ("drop-plan", "1-1-1"))
    assert [(row.code, row.number) for row in rows if row.code != "affected"] == [
        ("dependency_broken", "1-1-3")
    ]


def test_a_plan_loses_its_only_basis_or_one_of_several() -> None:
    graph = drawn(grounded={"1-1-1": ["甲法"], "1-1-2": ["甲法", "乙法"]})
    _, rows, _ = apply_changes(graph, ("drop-guideline", "甲法"))
    assert about(rows, "basis_lost") == ["1-1-1"]
    assert about(rows, "basis_reduced") == ["1-1-2"]


def test_departments_and_initiatives_left_with_nothing() -> None:
    graph = drawn(held={"1-1-1": ["甲課"], "2-1-1": ["乙課"]}, goals={"1-1-1": "1", "2-1-1": "2"})
    variant, rows, total = apply_changes(graph, ("drop-plan", "2-1-1"))
    assert about(rows, "department_empty") == ["乙課"]
    assert about(rows, "initiative_empty") == ["2-1"]
    assert [(each.department, each.after) for each in total.workload] == [("乙課", None)]
    assert (total.plans_before, total.plans_after) == (2, 1)
    assert len(keikaku.plans(variant)) == 1


def test_workload_of_a_merger_counts_a_shared_plan_once() -> None:
    graph = drawn(held={"1-1-1": ["甲課", "乙課"], "1-1-2": ["乙課"], "1-1-3": ["丙課"]})
    _, _, total = apply_changes(graph, ("merge-departments", "甲課＋乙課＝新課"))
    plans = {
        each.department: [row.plans if row else 0 for row in (each.before, each.after)]
        for each in total.workload
    }
    assert plans == {"新課": [0, 2], "甲課": [1, 0], "乙課": [2, 0]}
    assert total.before is not None
    assert total.after is not None
    # Shares 1/6, 1/2, 1/3 become 2/3, 1/3.
    assert total.before.hhi == pytest.approx(1 / 36 + 1 / 4 + 1 / 9, abs=1e-4)
    assert total.after.hhi == pytest.approx(5 / 9, abs=1e-4)


def test_a_renamed_department_is_one_row_and_is_found_by_its_old_name() -> None:
    graph = drawn(held={"1-1-1": ["甲課"]})
    variant, rows, total = apply_changes(graph, ("rename", "甲課=新課"))
    assert rows == []
    assert [(each.department, each.formerly) for each in total.workload] == [("新課", "甲課")]
    assert len(keikaku.plans(variant, department="甲課")) == 1


def test_changes_are_made_in_their_order() -> None:
    graph = drawn(held={"1-1-1": ["甲課"], "1-1-2": ["甲課"], "1-1-3": ["乙課"]})
    split = ("split-department", "甲課=子課:1-1-1;丑課:残り")
    variant, _, _ = apply_changes(graph, split, ("merge-departments", "丑課+乙課=寅課"))
    assert {row.department: row.count for row in keikaku.departments(variant)} == {
        "寅課": 2,
        "子課": 1,
    }
    with pytest.raises(KeikakuError, match="丑課"):
        keikaku.whatif(graph, ("merge-departments", "丑課+乙課=寅課"), split)


def test_words_that_name_what_is_no_more_are_to_be_reworded() -> None:
    _, rows, _ = apply_changes(small_graph(), ("rename", "1-1-2=電子納付"))
    (row,) = (row for row in rows if row.code == "words_outdated")
    assert (row.number, row.cause) == ("1-1-10", "市税等の電子納付")
    assert row.words == "「市税等の電子納付」と連携し"


def test_a_plan_is_renamed_and_moved() -> None:
    graph = small_graph()
    variant, rows, _ = apply_changes(
        graph, ("rename", "1-1-2=電子納付"), ("move-plan", "1-1-2=2-1")
    )
    (whole,) = keikaku.plan(variant, "1-1-2")
    assert (whole.title, whole.goal.number if whole.goal else None) == ("電子納付", "2")
    assert about(rows, "finding_come") == ["1-1-2"]


def test_a_lead_that_is_handed_over_changes_the_workload() -> None:
    variant, _, outcome = apply_changes(small_graph(), ("hand-over", "1-1-2=市民課"))
    rows = {row.number: row for row in keikaku.plans(variant, department="市民課")}
    assert [(d.name, d.role) for d in rows["1-1-2"].departments] == [
        ("市民課", "lead"),
        ("市税課", "co"),
    ]
    assert {each.department for each in outcome.workload} == {"収納課", "市民課"}


def test_words_that_name_who_led_a_duty_are_to_be_reworded_when_it_is_handed_over() -> None:
    graph = drawn("1-1-1>1-1-2", held={"1-1-1": ["甲課"], "1-1-2": ["乙課"], "1-1-3": ["乙課"]})
    for _, _, facts in graph.edges(data=True):
        if facts["type"] == "DEPENDS_ON":
            facts |= {"reason": "names_department_duty", "words": "乙課と連携し"}
    _, rows, _ = apply_changes(graph, ("hand-over", "1-1-2=甲課"))
    (row,) = (row for row in rows if row.code == "words_outdated")
    assert (row.number, row.cause, row.words) == ("1-1-1", "乙課", "乙課と連携し")


def test_of_several_documents_the_newest_or_the_one_named_is_changed() -> None:
    other = network.from_records(records("minato-2026", "みなと市"))
    both, _ = merging.merge([small_graph(), other])
    with pytest.raises(KeikakuError, match="--document"):
        keikaku.whatif(both, ("drop-plan", "1-1-2"))
    variant, _ = keikaku.whatif(both, ("drop-plan", "1-1-2"), document="minato-2026")
    assert [head["id"] for head in variant.graph["documents"]] == ["minato-2026"]
    assert variant.graph["document"]["title"].endswith("（試案）")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("merge-departments", "収納課=新課"), "A課+B課=C課"),
        (("merge-departments", "収納果+市税課=新課"), "もしかして: 収納課"),
        (("merge-departments", "収納課+収納課=新課"), "二度"),
        (("rename", "収納課"), "古い名称=新しい名称"),
        (("rename", "収納課=市税課"), "merge-departments"),
        (("rename", "収納課=収納課"), "今と同じ"),
        (("split-department", "収納課=甲課:1-1-2"), "rest"),
        (("split-department", "収納課=甲課:1-1-10;乙課:rest"), "所管ではありません"),
        (("split-department", "市民課=甲課:1-1-10;乙課:1-1-10"), "二度"),
        (("split-department", "市民課=甲課:1-1-10;甲課:rest"), "重なって"),
        (("split-department", "市民課=甲課:rest;乙課:rest"), "一つの課だけ"),
        (("drop-plan", "9-9-9"), "見つかりません"),
        (("move-plan", "1-1-2=1-1"), "すでに"),
        (("move-plan", "1-1-2=7-7"), "取組事項「7-7」"),
        (("hand-over", "1-1-2=収納課"), "主管課はすでに収納課"),
        (("hand-over", "1-1-2=収納果"), "もしかして: 収納課"),
        (("hand-over", "1-1-2"), "2-2-5=A課"),
        (("drop-guideline", "個人情報保護"), "*"),
        (("dance", "1-1-2"), "変更「dance」はありません"),
    ],
)
def test_what_cannot_be_done_says_where_and_what_to_do(change: tuple[str, str], words: str) -> None:
    if words == "*":  # a unique part of a name will do
        keikaku.whatif(small_graph(), change)
        return
    with pytest.raises(KeikakuError) as error:
        keikaku.whatif(small_graph(), change)
    assert words in error.value.message("ja")
    assert error.value.message("en") != error.value.message("ja")
    assert "\n" not in error.value.message("ja")


def test_all_that_cannot_be_done_is_named_at_once() -> None:
    with pytest.raises(KeikakuError) as error:
        keikaku.whatif(
            small_graph(), ("drop-plan", "9-9-9"), ("drop-plan", "1-1-2"), ("rename", "某課=新課")
        )
    assert "2件" in error.value.message("ja")
    assert len(error.value.items) == 2


def test_without_a_change_there_is_nothing_to_tell() -> None:
    with pytest.raises(KeikakuError, match="一つ以上"):
        keikaku.whatif(small_graph())


@st.composite
def wishes(draw: st.DrawFn, graph: Graph) -> list[tuple[str, str]]:
    """Changes of any kind on what is there, and now and then on what is not."""

    def names_of(kind: str, *facts: str) -> st.SearchStrategy[str]:
        names = [
            str(facts_of_node[fact])
            for _, facts_of_node in of_kind(graph, kind)
            for fact in facts
            if facts_of_node.get(fact)
        ]
        return st.sampled_from([*names, "ない"])

    plan, department = names_of("Plan", "number", "title"), names_of("Department", "name")
    new = st.sampled_from(["新課", "別課", "未来課"]) | department
    form = {
        "merge-departments": st.builds("{}+{}={}".format, department, department, new),
        "rename": st.builds("{}={}".format, department | plan, new),
        "split-department": st.builds("{}={}:{};{}:rest".format, department, new, plan, new),
        "drop-plan": plan,
        "move-plan": st.builds("{}={}".format, plan, names_of("Initiative", "number", "title")),
        "hand-over": st.builds("{}={}".format, plan, department),
        "drop-guideline": names_of("Guideline", "name"),
    }
    kinds = draw(st.lists(st.sampled_from([*FORMS]), min_size=1, max_size=5))
    return [(kind, draw(form[kind])) for kind in kinds]


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_changes_of_any_graph_keep_it_a_graph_or_say_why_not(data: st.DataObject) -> None:
    graph = data.draw(random_graphs.document("doc"))
    variant, before = graph, jsonfile.dumps(graph)
    for change in data.draw(wishes(graph)):
        try:
            requests: list[RequestedChange] = [parse(*change)]
            made, answer = whatif.answer(variant, requests)
        except KeikakuError:
            continue
        variant = made
        keikaku.validate(variant)
        assert {row.code for row in answer} <= {*CODES}
    assert jsonfile.dumps(graph) == before
    for name, parameters in cases(variant, 1):
        outcome(variant, name, parameters)


CHANGES = [
    ("merge-departments", "財政課+納税課=税財政課"),
    ("split-department", "資産経営課=施設課:2-3-1;資産課:rest"),
    ("rename", "2-1-1=経費の節減"),
    ("drop-plan", "2-2-1"),
    ("move-plan", "3-1-2=1-1"),
    ("hand-over", "2-2-4=経営企画課"),
    ("drop-guideline", "みどり野市債権管理条例"),
]


def test_every_question_and_the_map_run_on_a_variant(tmp_path: Path) -> None:
    root = Path(__file__).parents[2] / "examples"
    graph = keikaku.load(
        root / "midorino-2026-plan.txt", corrections=root / "midorino-2026-corrections.yaml"
    )
    variant, _, _ = apply_changes(graph, *CHANGES)
    keikaku.write(variant, tmp_path / "variant.json")
    again = keikaku.read(tmp_path / "variant.json")
    for name, parameters in cases(again, 4):
        answered = outcome(again, name, parameters)
        assert isinstance(answered, Answer) or parameters
    keikaku.map(again, tmp_path / "variant.html")
    assert (tmp_path / "variant.html").stat().st_size > 100_000


def test_a_variant_of_the_bundled_graph_is_made_at_once() -> None:
    graph = keikaku.read()
    departments = [row.department for row in keikaku.workload(graph)]
    plans = [row.number for row in keikaku.plans(graph)]
    random.Random(1).shuffle(plans)
    changes = [("drop-plan", number) for number in plans[:5]]
    changes.append(("merge-departments", f"{departments[0]}+{departments[1]}=新しい課"))
    variant, _, _ = apply_changes(graph, *changes)
    with tempfile.TemporaryDirectory() as folder:
        keikaku.map(variant, Path(folder) / "map.html")
    assert len(keikaku.plans(variant)) == len(plans) - 5
