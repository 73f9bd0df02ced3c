"""The next edition: made from decisions, whole beside this one, every step with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from networkx.utils import graphs_equal

import keikaku
from keikaku.graph import jsonfile
from keikaku.graph.errors import KeikakuError
from keikaku.queries.graph_walks import Graph, arriving, leaving, of_kind, parts, responsible
from keikaku.workshop import decisions as decided
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions import Change, Decisions, Entry, Said, Settled
from keikaku.workshop.edition import Period, build, make
from keikaku.workshop.edition.period import next_head
from keikaku.workshop.edition.renumber import OpenDecisionsError
from keikaku.workshop.progress import Progress
from keikaku.workshop.progress.progress_records import Actual
from tests.workshop.filling import cell_of, filled

OLD, NEW = "midorino-2026", "midorino-2030"


def plans_of(graph: Graph) -> dict[str, str]:
    return {
        facts["number"]: facts["title"]
        for node, facts in of_kind(graph, "Plan")
        if node.startswith(f"{OLD}/")
    }


def decisions(graph: Graph, changes: dict[str, Change], added: Iterable[Entry] = ()) -> Decisions:
    """Decisions on every plan: those of the test, the rest continued."""
    entries = [
        Entry(
            number,
            title,
            (
                Said(
                    "財政課",
                    "財政課.xlsx",
                    f"実施計画!J{place}",
                    changes.get(number, Change("continue")),
                    reason="よく検討した" if number in changes else None,
                ),
            ),
        )
        for place, (number, title) in enumerate(plans_of(graph).items(), 4)
    ]
    return Decisions(OLD, (*entries, *added))


def new_plan(title: str, **change: Any) -> Entry:
    said = Said("財政課", "財政課.xlsx", "実施計画!L40", Change("new", **change))
    return Entry(None, title, (said,))


def edition(graph: Graph, changes: dict[str, Change], *added: Entry, **more: Any) -> Graph:
    both = build(graph, make(graph, decisions(graph, changes, added)), **more)
    keikaku.validate(both)
    return both


def succeeded(both: Graph) -> dict[str, tuple[str, str]]:
    """The number of each old plan with that of its successor, and the decision."""
    return {
        both.nodes[old]["number"]: (both.nodes[new]["number"], facts["decision"])
        for new, old, facts in both.edges(data=True)
        if facts["type"] == "SUCCEEDS"
    }


CHANGES = {
    "1-2-2": Change("complete"),
    "3-1-2": Change("drop"),
    "2-2-3": Change("merge", ("2-2-1",)),
    "2-2-1": Change(
        "revise",
        new_title="収納と債権の管理",
        new_lead="デジタル推進課",
        new_indicator="現年課税分収納率\n電子納付率",
        new_target="99.3%以上\n60%以上",
    ),
    "1-1-2": Change("revise", initiative="3-1"),
}
ADDED = new_plan("窓口の予約", initiative="1-3", new_lead="デジタル推進課")


def test_plans_are_numbered_anew_and_each_old_one_succeeded_dropped_or_completed(
    midorino: Graph,
) -> None:
    both = edition(midorino, CHANGES, ADDED)
    after = succeeded(both)
    assert after["1-1-1"] == ("1-1-1", "continue")
    assert after["1-1-3"] == ("1-1-2", "continue")  # 1-1-2 moved away
    assert after["1-1-2"] == ("3-1-2", "revise")
    assert after["2-2-1"] == ("2-2-1", "revise")
    assert after["2-2-3"] == ("2-2-1", "merge")
    assert after["2-2-4"] == ("2-2-3", "continue")
    assert set(plans_of(midorino)) - set(after) == {"1-2-2", "3-1-2"}
    titles = {f["number"]: f["title"] for n, f in of_kind(both, "Plan") if n.startswith(NEW)}
    assert titles["1-3-5"] == "窓口の予約"
    assert titles["2-2-1"] == "収納と債権の管理"


def test_decided_targets_stand_in_the_next_edition(midorino: Graph) -> None:
    both = edition(midorino, CHANGES)
    targets = {
        both.nodes[node]["name"]: both.nodes[node]["target"]
        for node, _ in leaving(both, f"{NEW}/plan/2-2-1", "MEASURED_BY")
    }
    assert {
        name: (targets[name]["value"], targets[name]["unit"], targets[name]["comparator"])
        for name in ("現年課税分収納率", "電子納付率")
    } == {"現年課税分収納率": (99.3, "%", ">="), "電子納付率": (60, "%", ">=")}


def test_both_documents_are_whole_and_the_new_one_comes_first(
    midorino: Graph, tmp_path: Path
) -> None:
    both = edition(midorino, CHANGES, ADDED)
    head, old = both.graph["documents"]
    assert (head["id"], old["id"]) == (NEW, OLD)
    assert (head["first_year"], head["last_year"]) == (2030, 2033)
    assert head["title"] == "みどり野市行財政経営プラン2030 実施計画"
    assert graphs_equal(keikaku.only(both, OLD), midorino)
    alone = keikaku.only(both, NEW)
    keikaku.validate(alone)
    assert alone.number_of_nodes() > 100
    jsonfile.write(tmp_path / "next.json", both)
    again = keikaku.read(tmp_path / "next.json")
    assert graphs_equal(again, both)
    for document in (NEW, OLD):
        assert len(keikaku.plans(again, document=document)) == (23 if document == NEW else 25)
        keikaku.workload(again, document=document)
        keikaku.bridges(again, document=document)
        keikaku.check(again, document=document)


def test_a_succession_has_the_decision_as_its_evidence(midorino: Graph) -> None:
    both = edition(midorino, CHANGES)
    edge = both.edges[f"{NEW}/plan/2-2-1", f"{OLD}/plan/2-2-3", "SUCCEEDS"]
    (piece,) = edge["evidence"]
    assert (piece["document"], piece["sheet"], piece["reading"]) == (
        "財政課.xlsx",
        "実施計画",
        "stated",
    )
    assert piece["cell"].startswith("J")
    assert piece["quote"] == edge["reason"] == "よく検討した"


def test_who_answers_for_a_plan_with_a_new_lead(midorino: Graph) -> None:
    both = edition(midorino, CHANGES, ADDED)
    held = responsible(both, f"{NEW}/plan/2-2-1")
    assert [(both.nodes[d]["name"], f["role"]) for d, f in held] == [("デジタル推進課", "lead")]
    moved = responsible(both, f"{NEW}/plan/3-1-2")
    assert [both.nodes[d]["name"] for d, _ in moved] == ["経営企画課", "人権共生課"]


def test_indicators_are_carried_renewed_and_added_and_old_targets_are_findings(
    midorino: Graph,
) -> None:
    debt = f"{OLD}/indicator/2-2-1/3"
    actuals = {debt: [Actual(2028, 448475, "約", "約448,475", "指標", "K30")]}
    both = edition(midorino, CHANGES, progress=Progress("progress.xlsx", actuals))
    indicators = [both.nodes[n] for n, _ in leaving(both, f"{NEW}/plan/2-2-1", "MEASURED_BY")]
    by_name = {facts["name"]: facts for facts in indicators}
    assert by_name["現年課税分収納率"]["target"]["value"] == 99.3
    assert by_name["現年課税分収納率"]["target"]["unit"] == "%"
    assert by_name["電子納付率"]["baseline"] is None
    assert "債権整理額" in by_name  # of the plan that was merged into it
    renewed = by_name["滞納繰越額"]
    assert renewed["baseline"]["value"] == 448475
    assert renewed["baseline"]["as_of"] == "2028年度実績"
    assert renewed["target"]["value"] == 412600
    targets_by_name = {
        both.nodes[f["node"]]["name"]
        for f in both.graph["findings"]
        if f["code"] == "target-to-renew" and f["node"].startswith(f"{NEW}/indicator/2-2-1/")
    }
    assert "滞納繰越額" in targets_by_name
    assert targets_by_name.isdisjoint({"現年課税分収納率", "電子納付率"})


def test_what_is_carried_over_and_what_is_not(midorino: Graph) -> None:
    both = edition(midorino, {})
    new, old = f"{NEW}/plan/1-3-1", f"{OLD}/plan/1-3-1"
    for relation in ("TOUCHES", "GROUNDED_IN", "CONTRIBUTES_TO", "DISCLOSED_ON", "INVOLVES"):
        assert {n for n, _ in leaving(both, new, relation)} == {
            n for n, _ in leaving(both, old, relation)
        }
    assert [f["title"] for _, f in parts(both, new, "Component")] == [
        f["title"] for _, f in parts(both, old, "Component")
    ]
    assert not any(n.startswith(f"{NEW}/action") for n in both)
    depends = {
        (a.removeprefix(OLD), b.removeprefix(OLD))
        for a, b, f in midorino.edges(data=True)
        if f["type"] == "DEPENDS_ON"
    }
    assert depends == {
        (a.removeprefix(NEW), b.removeprefix(NEW))
        for a, b, f in both.edges(data=True)
        if f["type"] == "DEPENDS_ON" and a.startswith(NEW)
    }
    carried = both.nodes[f"{NEW}/goal/1"]["evidence"][0]
    assert (carried["document"], carried["reading"]) == (NEW, "inferred")
    assert OLD in carried["note"]


def test_what_held_for_the_old_edition_alone_is_not_carried_over(midorino: Graph) -> None:
    old = midorino.copy()
    facts = {"first_year": 2026, "last_year": 2029, "category": "新規", "priority": "高"}
    old.nodes[f"{OLD}/plan/1-3-1"].update(facts)
    old.nodes[f"{OLD}/plan/1-3-2"].update({"last_year": 2035, "category": "ソフト事業"})
    both = edition(old, {})
    ended, running = (both.nodes[f"{NEW}/plan/{number}"] for number in ("1-3-1", "1-3-2"))
    assert (ended["first_year"], ended["priority"]) == (2026, "高")
    assert not {"last_year", "category"} & set(ended)
    assert (running["last_year"], running["category"]) == (2035, "ソフト事業")


def test_it_is_not_made_while_something_is_open(midorino: Graph) -> None:
    settled = decisions(midorino, {"1-1-1": Change("merge")})
    with pytest.raises(OpenDecisionsError) as error:
        make(midorino, settled)
    assert error.value.exit_code == 1
    assert "統合先の計画がありません" in str(error.value)
    gap = Decisions(OLD, settled.entries[1:])
    with pytest.raises(OpenDecisionsError, match="--gaps continue"):
        make(midorino, gap)
    made = make(midorino, gap, gaps="continue")
    assert made.plans[0].root == "1-1-1"


def test_what_was_settled_is_evidence_by_its_line(midorino: Graph, tmp_path: Path) -> None:
    settled = decisions(midorino, {})
    first = Entry("1-1-1", "x", (), Settled(Change("revise"), "行政経営課", "部長会議"))
    path = tmp_path / "decisions.yaml"
    text = decided.dumps(Decisions(OLD, (first, *settled.entries[1:])))
    path.write_text(text, encoding="utf-8")
    both = keikaku.next_edition(midorino, path)
    edge = both.edges[f"{NEW}/plan/1-1-1", f"{OLD}/plan/1-1-1", "SUCCEEDS"]
    piece = edge["evidence"][0]
    assert (piece["document"], edge["reason"]) == ("decisions.yaml", "部長会議")
    line = text.split("\n")[piece["line"] - 1]
    assert "decision: revise" in line


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(), (NEW, "みどり野市行財政経営プラン2030 実施計画", 2030, 2033)),
        (Period("x", "y", "令和13年度", "R15"), ("x", "y", 2031, 2033)),
        (Period(last_year=2039), (NEW, "みどり野市行財政経営プラン2030 実施計画", 2030, 2039)),
    ],
)
def test_its_name_and_years_follow_or_are_given(
    midorino: Graph, period: Period, expected: tuple[Any, ...]
) -> None:
    head = make(midorino, decisions(midorino, {}), period).head
    assert (head["id"], head["title"], head["first_year"], head["last_year"]) == expected


@pytest.mark.parametrize(
    ("period", "message"),
    [
        (Period(OLD), "すでに使われています"),
        (Period(first_year="いつか"), "--first-year"),
        (Period(first_year=2029), "重なって"),
        (Period(last_year=2029), "逆か"),
    ],
)
def test_a_period_that_will_not_do(midorino: Graph, period: Period, message: str) -> None:
    with pytest.raises(KeikakuError, match=message):
        make(midorino, decisions(midorino, {}), period)


def test_a_department_that_is_new_is_made(midorino: Graph) -> None:
    settled = decisions(midorino, {"1-1-1": Change("revise", new_lead="未来戦略室")})
    listed = Decisions(OLD, settled.entries, ("未来戦略室",))
    both = build(midorino, make(midorino, listed))
    keikaku.validate(both)
    ((lead, facts),) = responsible(both, f"{NEW}/plan/1-1-1")
    assert (lead, facts["role"]) == ("みどり野市/department/未来戦略室", "lead")
    assert lead not in keikaku.only(both, OLD)
    assert lead in keikaku.only(both, NEW)


@st.composite
def any_decisions(draw: st.DrawFn, numbers: list[str], groups: list[str]) -> dict[str, Change]:
    """Valid decisions: what is merged goes to a plan that goes on."""
    going = set(draw(st.lists(st.sampled_from(numbers), min_size=1, unique=True)))
    changes: dict[str, Change] = {}
    for number in numbers:
        if number in going:
            moved = draw(st.none() | st.sampled_from(groups))
            title = draw(st.none() | st.just(f"{number}改"))
            changes[number] = Change(
                draw(st.sampled_from(["continue", "revise"])), new_title=title, initiative=moved
            )
            continue
        code = draw(st.sampled_from(["drop", "complete", "merge"]))
        others = (draw(st.sampled_from(sorted(going))),) if code == "merge" else ()
        changes[number] = Change(code, others)
    return changes


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
def test_any_valid_decisions_make_a_valid_graph(midorino: Graph, data: st.DataObject) -> None:
    numbers = [*plans_of(midorino)]
    groups = [f["number"] for n, f in of_kind(midorino, "Initiative")]
    changes = data.draw(any_decisions(numbers, groups))
    added = [
        new_plan(f"新{i}", initiative=group, new_lead="財政課")
        for i, group in enumerate(data.draw(st.lists(st.sampled_from(groups), max_size=3)))
    ]
    both = edition(midorino, changes, *added)
    after = succeeded(both)
    for number in numbers:
        decision = changes[number].decision or ""
        assert (number in after) == DECISION[decision].succeeds
        if number in after:
            assert after[number][1] == decision
    for group in groups:
        plans = parts(both, f"{NEW}/initiative/{group}", "Plan")
        assert [f["number"] for _, f in plans] == [
            f"{group}-{place}" for place in range(1, len(plans) + 1)
        ]
    new = [n for n, f in of_kind(both, "Plan") if n.startswith(f"{NEW}/")]
    assert all(len([*arriving(both, n, "HAS_PART")]) == 1 for n in new)
    assert graphs_equal(keikaku.only(both, OLD), midorino)


def test_a_whole_revision_through_the_api(midorino: Graph, form: Path, tmp_path: Path) -> None:
    from tests.workshop import forms

    def progress(book: Any) -> None:
        cell_of(book["指標"], f"{OLD}/indicator/1-3-3/1", "2028").value = 9

    def fill(book: Any) -> None:
        for number in plans_of(midorino):
            forms.answer(book, number, decision="継続", reason="引き続き取り組む")

    came = tmp_path / "came"
    came.mkdir()
    blank = forms.blank(tmp_path / "blank.xlsx", midorino, OLD)
    filled(blank, came / "全体.xlsx", fill)
    out = tmp_path / "decisions.yaml"
    answer = keikaku.decisions(midorino, came, out=out)
    assert answer.rows == []
    path = filled(form, tmp_path / "progress.xlsx", progress)
    both = keikaku.next_edition(midorino, out, progress=path)
    (indicator,) = (n for n, _ in leaving(both, f"{NEW}/plan/1-3-3", "MEASURED_BY"))
    assert both.nodes[indicator]["baseline"]["value"] == 9
    assert len(succeeded(both)) == 25
    again = keikaku.next_edition(midorino, out, progress=path)
    assert jsonfile.dumps(again) == jsonfile.dumps(both)


@pytest.mark.parametrize(
    ("years", "period", "expected"),
    [
        ((None, None), Period(), None),
        ((None, None), Period(first_year=2030), None),
        ((None, None), Period(first_year=2030, last_year=2033), (2030, 2033)),
        ((None, 2029), Period(), None),
        ((None, 2029), Period(last_year=2033), (2030, 2033)),
        ((2026, 2029), Period(), (2030, 2033)),
        ((2026, 2029), Period(first_year=2029), None),
        ((2026, 2029), Period(first_year=2030, last_year=2030), (2030, 2030)),
        ((2026, 2029), Period(first_year=2031, last_year=2030), None),
    ],
)
def test_the_next_years_follow_from_those_that_are_known(
    years: tuple[int | None, int | None], period: Period, expected: tuple[int, int] | None
) -> None:
    old: dict[str, Any] = {"id": "a", "title": "計画", "municipality": None}
    old |= dict(zip(("first_year", "last_year"), years, strict=True))
    if expected is None:
        with pytest.raises(KeikakuError):
            next_head(old, period, set())
    else:
        head = next_head(old, period, set())
        assert (head["first_year"], head["last_year"]) == expected
