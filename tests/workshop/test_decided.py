"""Decisions: what comes of what was said, the file that holds them, what cannot be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keikaku.graph.errors import KeikakuError
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import decisions as decided
from keikaku.workshop.decision_codes import DECISION
from keikaku.workshop.decisions import Change, Decisions, Entry, Said, Settled, Unplaced, Unread
from keikaku.workshop.decisions.check_decisions import check

DOC = "midorino-2026"

_words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\x85"),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() == text)
_line = _words.filter(lambda text: "\n" not in text)
_changes = st.builds(
    Change,
    decision=st.none() | st.sampled_from([*DECISION]),
    merge_with=st.lists(_line, max_size=2, unique=True).map(tuple),
    new_title=st.none() | _words,
    initiative=st.none() | _line,
    new_lead=st.none() | _line,
    new_indicator=st.none() | _words,
    new_target=st.none() | _words,
)
_said = st.builds(
    Said,
    by=_line,
    file=_line,
    cell=_line,
    change=_changes,
    reason=st.none() | _words,
    comment=st.none() | _words,
    unread=st.lists(st.builds(Unread, _line, _line, _words), max_size=2).map(tuple),
)
_settled = st.builds(Settled, change=_changes.filter(lambda c: c != Change()), by=_line, why=_line)
_entries = st.lists(
    st.builds(
        Entry,
        number=st.none() | st.from_regex(r"\d-\d-\d", fullmatch=True),
        title=_line,
        said=st.lists(_said, max_size=3).map(tuple),
        settled=st.none() | _settled,
    ),
    max_size=4,
    unique_by=lambda entry: entry.number or f"+{entry.title}",
)


@given(
    entries=_entries,
    departments=st.lists(_line, max_size=2),
    unplaced=st.lists(st.builds(Unplaced, _line, _line, _words), max_size=2),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_reads_back_as_it_was_written(
    tmp_path: Path, entries: list[Entry], departments: list[str], unplaced: list[Unplaced]
) -> None:
    ordered = [e for e in entries if e.number] + [e for e in entries if not e.number]
    decisions = Decisions(DOC, tuple(ordered), tuple(departments), tuple(unplaced))
    path = tmp_path / "decisions.yaml"
    text = decided.dumps(decisions)
    path.write_text(text, encoding="utf-8")
    again = decided.read(path)
    assert decided.dumps(again) == text
    assert [bare(entry) for entry in again.entries] == ordered
    assert (again.departments, again.unplaced) == (decisions.departments, decisions.unplaced)


def bare(entry: Entry) -> Entry:
    """An entry without its lines."""
    settled = None if entry.settled is None else replace(entry.settled, line=None)
    return replace(entry, line=None, settled=settled)


def said(by: str = "甲課", **facts: Any) -> Said:
    return Said(by, f"{by}.xlsx", "実施計画!J4", Change(**facts))


def test_agreement_conflict_and_gap() -> None:
    agreed = Entry("1-1-1", "x", (said(decision="revise"), said("乙課", decision="revise")))
    assert decided.resolve(agreed).state == "decided"
    one = Entry("1-1-1", "x", (said(decision="revise"), said("乙課")))
    assert decided.resolve(one).change.decision == "revise"
    apart = Entry("1-1-1", "x", (said(decision="revise"), said("乙課", decision="drop")))
    assert decided.resolve(apart).differs == ("decision",)
    assert decided.resolve(Entry("1-1-1", "x", (said(new_title="y"),))).state == "gap"
    titles = Entry(
        "1-1-1",
        "x",
        (
            said(decision="revise", new_title="Ａ計画"),
            said("乙課", decision="revise", new_title="A 計画"),
            said("丙課", decision="revise", new_lead="丙課"),
        ),
    )
    assert decided.resolve(titles).state == "decided"  # one title, spelt in two ways


def test_what_is_settled_goes_over_all_that_was_said() -> None:
    both = (said(decision="revise", new_title="A"), said("乙課", decision="drop", new_title="B"))
    settled = Settled(Change("continue"), "行政経営課", "協議の結果")
    outcome = decided.resolve(Entry("1-1-1", "x", both, settled))
    assert (outcome.state, outcome.change) == ("decided", Change("continue"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "空のファイル"),
        ("a: [", "YAML として読めません"),
        ("keikaku-decisions: 2\ndocument: d\nplans: []", "1 行目: keikaku-decisions は 1"),
        ("keikaku-decisions: 1\nplans: []", "document がありません"),
        ("keikaku-decisions: 1\ndocument: d\nplans: []\nplan: x", "4 行目: 「plan」という項目は"),
    ],
)
def test_a_file_that_is_none_says_where(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KeikakuError, match=expected):
        decided.read(path)


@pytest.mark.parametrize(
    ("typed", "code"), [("見直し", "revise"), ("廃止", "drop"), ("Merge", "merge")]
)
def test_a_decision_may_be_the_word_of_the_form(tmp_path: Path, typed: str, code: str) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(
        "keikaku-decisions: 1\ndocument: d\nplans:\n- plan: 1-1-2\n  title: b\n"
        f"  settled: {{decision: {typed}, by: x, why: y}}\n",
        encoding="utf-8",
    )
    (entry,) = decided.read(path).entries
    assert entry.settled
    assert entry.settled.change.decision == code


def test_every_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    path.write_text(
        """\
keikaku-decisions: 1
document: midorino-2026
plans:
- plan: 1-1-1
  title: a
  decision: drop
- plan: 1-1-2
  title: b
  settled: {decision: 続行, by: x, why: y}
- plan: 1-1-3
  title: c
  settled: {decision: drop, by: x}
- plan: 1-1-3
  title: c
- title: d
- plan: 1-1-4
  title: e
  said:
  - {by: 甲課, file: a.xlsx, cell: J4, decison: drop}
- plan: 1-1-5
  title: f
- plan: 1-1-5
  title: f
""",
        encoding="utf-8",
    )
    with pytest.raises(KeikakuError) as error:
        decided.read(path)
    places = [item.ja.partition(": ")[0] for item in error.value.items]
    assert places == [f"decisions.yaml の {line} 行目" for line in (6, 9, 12, 15, 19, 22)]
    assert "settled に by" in str(error.value)
    assert "decision」ではありませんか" in str(error.value)


def codes(graph: Graph, *entries: Entry, **more: Any) -> list[tuple[str, str | None]]:
    """Problems, without the gaps of plans that the test does not mention."""
    decisions = Decisions(DOC, entries, **more)
    numbers = {entry.number for entry in entries}
    findings = check(graph, decisions)
    return [(p.code, p.plan) for p in findings if p.code != "gap" or p.plan in numbers]


def plan(number: str, decision: str | None = None, **facts: Any) -> Entry:
    return Entry(number, "計画", (said(decision=decision, **facts),))


def new(title: str = "新しい計画", decision: str = "new", **facts: Any) -> Entry:
    return Entry(None, title, (said(decision=decision, **facts),))


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([plan("1-1-1", "continue")], []),
        ([plan("1-1-1")], ["gap"]),
        ([plan("9-9-9", "continue")], ["no-such-plan"]),
        ([plan("1-1-1", "merge")], ["merge-alone"]),
        ([plan("1-1-1", "merge", merge_with=("1-1-1",))], ["merge-itself"]),
        ([plan("1-1-1", "merge", merge_with=("9-9-9",))], ["merge-unknown"]),
        (
            [plan("1-1-1", "merge", merge_with=("1-1-2",)), plan("1-1-2", "drop")],
            ["merge-ended"],
        ),
        (
            [
                plan("1-1-1", "merge", merge_with=("1-1-2",)),
                plan("1-1-2", "merge", merge_with=("1-1-3",)),
                plan("1-1-3", "merge", merge_with=("1-1-1",)),
            ],
            ["merge-cycle"] * 3,
        ),
        (
            [
                plan("1-1-1", "merge", merge_with=("1-1-2",)),
                plan("1-1-2", "merge", merge_with=("1-1-3",)),
                plan("1-1-3", "continue"),
            ],
            [],
        ),
        (
            [
                plan("1-1-1", "merge", merge_with=("1-1-2", "1-1-3")),
                plan("1-1-2", "continue"),
                plan("1-1-3", "revise"),
            ],
            ["merge-scattered"],
        ),
        ([plan("1-1-1", "continue", merge_with=("1-1-2",))], ["merge-unasked"]),
        ([plan("1-1-1", "revise", new_lead="デジタル推進室")], ["unknown-department"]),
        ([plan("1-1-1", "revise", new_lead="ﾃﾞｼﾞﾀﾙ推進課")], []),
        ([plan("1-1-1", "revise", initiative="9-9")], ["unknown-initiative"]),
        ([plan("1-1-1", "new")], ["new-on-plan"]),
        ([plan("1-1-1", "continue", new_title="x")], ["continue-with-changes"]),
        ([plan("1-1-1", "drop", new_title="x")], ["ended-with-changes"]),
        (
            [plan("1-3-3", "revise", new_target="増やす")],
            ["target-without-number"],
        ),
        ([plan("1-1-1", "revise", new_target="60%")], ["target-without-indicator"]),
        ([plan("1-3-3", "revise", new_target="3日以下")], []),  # it has one indicator
        ([plan("1-1-1", "revise", new_indicator="率")], ["indicator-without-target"]),
        (
            [plan("1-1-1", "revise", new_indicator="a\nb\nc", new_target="1\n2")],
            ["indicators-unpaired"],
        ),
        ([plan("1-1-1", "revise", new_indicator="a\nb", new_target="1\n2")], []),
        ([new()], ["new-without-initiative", "new-without-lead"]),
        ([new(initiative="1-1", new_lead="財政課")], []),
        ([new(decision="continue")], ["not-new"]),
        (
            [new(initiative="1-1", new_lead="財政課", new_indicator="率")],
            ["indicator-without-target"],
        ),
        (
            [new(initiative="1-1", new_lead="財政課", new_target="増やす")],
            ["target-without-number", "target-without-indicator"],
        ),
        ([new("組織機構の最適化", initiative="1-1", new_lead="財政課")], ["title-twice"]),
    ],
)
def test_what_cannot_be_done_is_reported(
    midorino: Graph, entries: list[Entry], expected: list[str]
) -> None:
    assert [code for code, _ in codes(midorino, *entries)] == expected
    for problem in check(midorino, Decisions(DOC, tuple(entries))):
        sentences = problem.message("ja"), problem.message("en")
        assert all(message and "{" not in message for message in sentences)


def test_a_circle_of_merges_is_listed_once_round(midorino: Graph) -> None:
    ring = ("1-1-1", "1-1-2", "1-1-3")
    entries = [
        plan(number, "merge", merge_with=(after,))
        for number, after in zip(ring, (*ring[1:], "1-1-2"), strict=True)
    ]
    paths = {p.plan: p.details.get("path") for p in check(midorino, Decisions(DOC, tuple(entries)))}
    assert paths["1-1-1"] == "1-1-1 → 1-1-2 → 1-1-3 → 1-1-2"
    assert paths["1-1-2"] == "1-1-2 → 1-1-3 → 1-1-2"


def test_a_department_that_is_new_may_be_named_once_it_is_listed(midorino: Graph) -> None:
    entry = plan("1-1-1", "revise", new_lead="デジタル推進室")
    assert codes(midorino, entry, departments=("デジタル推進室",)) == []


def test_problems_are_reported_with_their_place_in_both_languages(midorino: Graph) -> None:
    entry = Entry("1-1-2", "審議会", (said(decision="revise"), said("乙課", decision="drop")))
    (problem,) = (p for p in check(midorino, Decisions(DOC, (entry,))) if p.code == "conflict")
    assert problem.place == "甲課.xlsx 実施計画!J4"
    assert "見直し = 甲課、廃止 = 乙課" in problem.message("ja")
    assert "revise = 甲課, drop = 乙課" in problem.message("en")
    settled = Settled(Change("merge"), "x", "y", 12)
    (problem,) = (
        p
        for p in check(midorino, Decisions(DOC, (Entry("1-1-2", "審議会", (), settled),)))
        if p.code == "merge-alone"
    )
    assert problem.place == "decisions.yaml L12"
