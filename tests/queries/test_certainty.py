"""What surely runs in a year and what may: counted apart by every question that knows years."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import keikaku
from keikaku.exports import markdown
from keikaku.graph import jsonfile
from keikaku.graph.errors import KeikakuError
from keikaku.graph.network import Graph
from keikaku.queries.answers import Answer
from keikaku.queries.find.rows import FindRow
from keikaku.queries.plans import answer as plans
from keikaku.queries.plans.answer import PlanCount
from keikaku.queries.workload import answer as workload
from keikaku.queries.workload.answer import YearRow
from keikaku.workshop import rules
from tests.cli.running import Keikaku

_TABLE = "取組内容\t行動計画\t\t\t\t2029年度末までの目標値\n\t{years}\t\n{rows}"
_YEARS = "2026年度\t2027年度\t2028年度\t2029年度"
_PAGE = """\
{number}\t実施計画名 {title}\t所管課\t{department}

事業概要\t目指す姿（目標）
仕事の進め方を毎年見直す。\t身軽な市役所

5 レス\tカウンター\tキャッシュ\tペーパー\tファイル\tムーブ\t情報公開\t市ウェブサイト\tその他
\t\t\t\t\t\t\t○\t

{table}
"""
_ROWS = {
    "窓口の改善": "予約の導入\t検討\t\t\t\t・待ち時間 5分",
    "研修の充実": "研修の見直し\t毎年度の見直し →\t\t\t\t・受講者 50人",
    "施設の点検": "点検の実施\t\t→\t\t\t・点検 3件",
    "庁舎の移転": "移転の準備\t設計\t移転\t開庁\t運用\t・満足度 80%",
}


@pytest.fixture
def keikaku_command(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    """The command line."""
    return Keikaku(capsys)


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """Four plans: one may go on, one surely does, one has a lost arrow, one has a stated end."""
    listed = "\n".join(f"{chr(0x2460 + n)} {title}\t第{n}課" for n, title in enumerate(_ROWS))
    pages = "\n".join(
        _PAGE.format(
            number=chr(0x2460 + n),
            title=title,
            department=f"第{n}課",
            table=_TABLE.format(years=_YEARS, rows=row),
        )
        for n, (title, row) in enumerate(_ROWS.items())
    )
    text = (
        "みどり野市行政改革プラン2026\n\n計画期間：令和8～11年度\n\nみどり野市\n\n"
        "重点推進目標 1 身軽な組織\n\n取組事項 1 仕事の改善\n\n"
        f"{listed}\n\n重点推進目標 1 身軽な組織\n\n取組事項 1 仕事の改善\n\n{pages}"
    )
    path = tmp_path_factory.mktemp("city") / "midorino-plan.txt"
    path.write_text(text, encoding="utf-8")
    return keikaku.load(path)


def certain_and_possible(city: Graph, **parameters: object) -> tuple[list[str], list[str]]:
    """The numbers of the plans that surely match, and of those that may."""
    rows = plans.answer(city, **parameters).rows  # type: ignore[arg-type]
    surely = [row.number for row in rows if any(m.certainty == "stated" for m in row.matches)]
    return surely, [row.number for row in rows if row.number not in surely]


@pytest.mark.parametrize(
    ("year", "surely", "perhaps"),
    [
        ("2026", ["1-1-1", "1-1-2", "1-1-4"], []),
        ("令和9年度", ["1-1-2", "1-1-3", "1-1-4"], ["1-1-1"]),
        ("最終年度", ["1-1-2", "1-1-3", "1-1-4"], ["1-1-1"]),
    ],
)
def test_a_year_is_answered_with_both(
    city: Graph, year: str, surely: list[str], perhaps: list[str]
) -> None:
    assert certain_and_possible(city, year=year) == (surely, perhaps)
    assert certain_and_possible(city, year=year, certain=True) == (surely, [])
    assert plans.answer(city, year=year).totals == [PlanCount(len(surely), len(perhaps))]


def test_a_lost_arrow_head_is_repaired(city: Graph) -> None:
    (row,) = plans.answer(city, year=2029, department="第1課").rows
    (match,) = [match for match in row.matches if match.basis == ["Milestone"]]
    assert (match.certainty, match.evidence[0]["reading"]) == ("stated", "repaired")


def test_this_year_is_that_of_today(city: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEIKAKU_TODAY", "2027-03-31")
    assert plans.answer(city, year="今年度").parameters["year"] == 2026
    assert plans.answer(city, year="来年度").parameters["year"] == 2027
    with pytest.raises(KeikakuError, match="読めません"):
        plans.answer(city, year="そのうち")


def test_a_year_outside_the_period_is_named_as_such(city: Graph) -> None:
    result = plans.answer(city, year="2031")
    assert result.rows == []
    assert [note.ja for note in result.notes] == ["2031年度は計画期間（2026～2029年度）の外です。"]
    assert plans.answer(city, year="2029").notes == []


def test_workload_counts_what_may_go_on_apart(city: Graph) -> None:
    rows = [row for row in workload.answer(city, by="year").rows if isinstance(row, YearRow)]
    first = [
        (row.year, row.plans, row.actions, row.possible_plans, row.possible_milestones)
        for row in rows
        if row.department == "第0課"
    ]
    assert first == [(2026, 1, 1, 0, 0), *((year, 0, 0, 1, 1) for year in (2027, 2028, 2029))]
    certain = workload.answer(city, by="year", department="第0課", certain=True).rows
    assert [row.year for row in certain if isinstance(row, YearRow)] == [2026]


def test_no_rule_accuses_on_what_is_unknown(city: Graph) -> None:
    case = rules.case_of(city, city.graph["document"]["id"], None)
    raised = {(q.number, q.code) for q in rules.questions(case, "ja")}
    assert ("1-1-1", "idle_years") not in raised
    assert ("1-1-2", "idle_years") not in raised


def test_exports_show_what_may_go_on_and_say_what_the_sign_means(city: Graph) -> None:
    text = markdown.render(city)
    assert "| 予約の導入 | 検討 | ⇢ | ⇢ | ⇢ |" in text
    assert "| 研修の見直し | 毎年度の見直し | → | → | → |" in text
    assert "続いている可能性のある年度" in text


def test_the_table_counts_both(keikaku_command: Keikaku, tmp_path: Path, city: Graph) -> None:
    ask = keikaku_command
    jsonfile.write(tmp_path / "g.json", city)
    at = ("--graph", str(tmp_path / "g.json"))
    assert "3件、ほかに続いている可能性のあるもの1件" in ask("plans", "--year", "R9", *at).out
    assert "3件の実施計画" in ask("plans", "--year", "R9", "--certain", *at).out
    outside = ask("plans", "--year", "2031", *at)
    assert "計画期間（2026～2029年度）の外" in outside.out
    printed = json.loads(ask("plans", "--year", "2031", "--format", "json", *at).out)
    assert printed["notes"] == ["2031年度は計画期間（2026～2029年度）の外です。"]


def test_an_arrow_of_which_only_the_head_stands_may_have_begun_before_it(tmp_path: Path) -> None:
    row = "点検の実施\t\t\t\t→\t・点検 3件"
    page = _PAGE.format(
        number="①",
        title="施設の点検",
        department="第1課",
        table=_TABLE.format(years=_YEARS, rows=row),
    )
    head = "みどり野市行政改革プラン2026\n\n計画期間：令和8～11年度\n\nみどり野市\n\n"
    levels = "重点推進目標 1 身軽な組織\n\n取組事項 1 仕事の改善\n\n"
    path = tmp_path / "midorino-plan.txt"
    path.write_text(f"{head}{levels}① 施設の点検\t第1課\n\n{levels}{page}", encoding="utf-8")
    graph = keikaku.load(path)
    assert certain_and_possible(graph, year=2029) == (["1-1-1"], [])
    assert (
        certain_and_possible(graph, year=2026)
        == certain_and_possible(graph, year=2028)
        == ([], ["1-1-1"])
    )
    assert certain_and_possible(graph, year=2027, certain=True) == ([], [])
    rows = workload.answer(graph, by="year").rows
    assert [
        (each.year, each.actions, each.possible_actions)
        for each in rows
        if isinstance(each, YearRow)
    ] == [(2026, 0, 1), (2027, 0, 1), (2028, 0, 1), (2029, 1, 0)]
    for unknown in ("開始年度 <= 2027", "開始年度 > 2027"):
        assert keikaku.find(graph, "計画", where=unknown).rows == []
    assert len(keikaku.find(graph, "計画", where="開始年度 <= 2029").rows) == 1


def find_rows(answer: Answer[Any]) -> list[FindRow]:
    return [row for row in answer if isinstance(row, FindRow)]


def test_a_last_year_that_the_source_leaves_open_is_shown_as_such(
    city: Graph, tmp_path: Path, keikaku_command: Keikaku
) -> None:
    rows = {row.name: row for row in find_rows(keikaku.find(city, fields="終了年度"))}
    assert {name: row.values["last_year"] for name, row in rows.items()} == {
        "窓口の改善": 2026,
        "研修の充実": 2029,
        "施設の点検": 2029,
        "庁舎の移転": 2029,
    }
    assert rows["窓口の改善"].possible == {"last_year": 2029}
    assert rows["庁舎の移転"].possible == {}
    path = tmp_path / "city.json"
    jsonfile.write(path, city)
    table = keikaku_command("find", "--fields", "終了年度", "--graph", str(path)).out
    assert "2026（原本では不明、" in "".join(table.split())
    csv = keikaku_command(
        "find", "--fields", "終了年度", "--graph", str(path), "--format", "csv"
    ).out
    assert "終了年度（可能性）" in csv.splitlines()[0]


@pytest.mark.parametrize(
    ("kind", "field"), [("計画", "名称"), ("取組", "計画"), ("行動計画", "計画")]
)
def test_what_may_go_on_neither_ends_in_a_year_nor_not(city: Graph, kind: str, field: str) -> None:
    answer = keikaku.find(city, kind, where=f"終了年度=2026 and {field}=窓口の改善")
    assert (len(answer), len(answer.unknown or ())) == (0, 1)


def test_an_order_by_open_years_says_so(city: Graph) -> None:
    answer = keikaku.find(city, sort="-終了年度", top=1)
    assert {"研修の充実", "庁舎の移転"} <= {row.name for row in find_rows(answer)}
    assert any("1件" in note.ja and "一つに定まらない" in note.ja for note in answer.notes)


def test_find_names_a_year_outside_the_period(city: Graph) -> None:
    answer = keikaku.find(city, where="年度=2031")
    assert [note.ja for note in answer.notes] == ["2031年度は計画期間（2026～2029年度）の外です。"]
