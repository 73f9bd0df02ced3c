"""Who answers for a plan: sections behind a department, and one name in two divisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Records
from tests.layouts.test_list_columns import listed


def _above(records: Records) -> set[tuple[str, str]]:
    label = {n.id: n.label for n in records.nodes}
    return {
        (label[e.source], label[e.target])
        for e in records.edges
        if e.type == "PART_OF" and "/department/" in e.source
    }


def _responsible(records: Records, plan: str) -> list[tuple[str, str]]:
    label = {n.id: n.label for n in records.nodes}
    return [
        (label[e.source], e.facts["role"])
        for e in records.edges
        if e.type == "RESPONSIBLE_FOR" and e.target.endswith(f"/{plan}")
    ]


def test_a_section_behind_a_department_is_below_it(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管課,関係課"),
        *("1,窓口の改善,総務部　行政経営課　公民連携係,財政課", "2,納付の推進,総務部　財政課,"),
    )
    assert _responsible(records, "1") == [("行政経営課", "lead"), ("財政課", "co")]
    assert ("行政経営課公民連携係", "行政経営課") in _above(records)
    assert ("行政経営課", "総務部") in _above(records)


def test_a_section_glued_to_its_department_is_below_it(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課・係"),
        *("1,窓口の改善,市民課窓口係", "2,証明書の交付,市民課　記録係", "3,相談,なんでも相談係"),
    )
    assert _responsible(records, "1") == [("市民課", "lead")]
    assert _responsible(records, "2") == [("市民課", "lead")]
    assert _above(records) == {("市民課窓口係", "市民課"), ("市民課記録係", "市民課")}
    levels = {n.label: n.facts["level"] for n in records.nodes if n.kind == "Department"}
    assert levels["市民課窓口係"] == levels["なんでも相談係"] == "section"


def test_each_section_of_a_department_that_a_plan_names_is_below_it(tmp_path: Path) -> None:
    """A second section of the lead's own department adds no department, and is not lost."""
    records = listed(
        *(tmp_path, "番号,事業名,所管課,関係課"),
        '1,窓口の改善,市民課　窓口係,"市民課　戸籍係、税務課　収納係"',
    )
    assert _responsible(records, "1") == [("市民課", "lead"), ("税務課", "co")]
    assert _above(records) == {
        ("市民課窓口係", "市民課"),
        ("市民課戸籍係", "市民課"),
        ("税務課収納係", "税務課"),
    }
    (lead,) = [e for e in records.edges if e.facts.get("role") == "lead"]
    assert [piece.quote for piece in lead.evidence] == [
        "市民課 窓口係",
        "市民課 戸籍係、税務課 収納係",
    ]


def test_one_name_in_two_divisions_is_two_departments(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管課,関係課"),
        "1,通信の共同化,消防本部　総務課,総務課、危機管理室",
        "2,文書の管理,総務部　総務課,危機管理室",
        "3,訓練の計画,総務部　危機管理室,",
    )
    assert _responsible(records, "1") == [
        ("消防本部 総務課", "lead"),
        ("総務課", "co"),
        ("危機管理室", "co"),
    ]
    assert _responsible(records, "2")[0] == ("総務部 総務課", "lead")
    above = _above(records)
    assert ("消防本部 総務課", "消防本部") in above
    assert ("消防本部 総務課", "総務部") not in above


def _messages(records: Records, code: str) -> list[str]:
    return [finding.message for finding in records.findings if finding.code == code]


def test_a_name_of_two_divisions_without_one_is_reported(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管課,関係課", "1,通信の共同化,消防本部　総務課,総務課"),
        "2,文書の管理,総務部　総務課,",
    )
    assert _messages(records, "department-like-lead") == []
    (message,) = _messages(records, "division-not-stated")
    assert message.startswith(
        "計画1の「総務課」は部名の記載がなく、"
        "「消防本部 総務課」、「総務部 総務課」のどれか分かりません。"
    )


def test_a_department_with_the_name_of_the_lead_is_reported(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管課,関係課", "1,通信の共同化,消防本部　総務課,総務課"),
        "2,文書の管理,市民部　市民課,市民部　市民課",
    )
    assert _responsible(records, "1") == [("総務課", "lead")]
    (message,) = _messages(records, "department-like-lead")
    assert message.startswith(
        "計画1の関係課「総務課」は、主担当の「消防本部 総務課」と同じ名前で、"
        "部名の記載がありません。"
    )


def test_divisions_of_their_own_column_go_to_the_departments_in_order(tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,所管部,所管課"),
        '1,窓口の改善,"総務部\n市民部","人事課\n市民課"',
        '2,納付の推進,市民部,"収納課、年金課"',
        '3,広報の充実,"総務部\n市民部",広報課',
    )
    assert _above(records) == {
        ("人事課", "総務部"),
        ("市民課", "市民部"),
        ("収納課", "市民部"),
        ("年金課", "市民部"),
        ("広報課", "総務部"),
    }


def test_divisions_that_a_narrow_cell_runs_together_are_each_above_their_own(
    tmp_path: Path,
) -> None:
    """As a PDF keeps 総務部 over 企画部 in a narrow cell; each stands elsewhere by itself."""
    records = listed(
        *(tmp_path, "番号,事業名,担当部局,担当課"),
        *("1,窓口の改善,総務部,人事課", "2,広報の充実,企画部,情報推進課"),
        "3,在宅勤務の定着,総務部企画部,人事課情報推進課",
    )
    assert _responsible(records, "3") == [("人事課", "lead"), ("情報推進課", "co")]
    assert _above(records) == {("人事課", "総務部"), ("情報推進課", "企画部")}


@pytest.mark.parametrize(
    "cell",
    [
        *("総務部総務課", "総務部（総務課）", "総務課（総務部）", "【総務部】総務課"),
        *("総務部－総務課", "総務部 > 総務課", "○総務部総務課"),
    ],
)
def test_a_division_stands_before_a_department_in_many_ways(cell: str, tmp_path: Path) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課"),
        *(f"1,窓口の改善,{cell}", "2,納付の推進,総務部財政課", "3,道路の補修,建設部道路課"),
    )
    assert _responsible(records, "1") == [("総務課", "lead")]
    assert ("総務課", "総務部") in _above(records)


@pytest.mark.parametrize(
    ("cell", "roles"),
    [
        ("市民部（市民課・税務課）", [("市民課", "lead"), ("税務課", "co")]),
        ("全庁（総務課取りまとめ）", [("総務課", "lead")]),
        ("○市民課、税務課", [("市民課", "lead"), ("税務課", "co")]),
        ("○税務課、◎市民課", [("市民課", "lead"), ("税務課", "co")]),
        ("市民課→税務課", [("市民課", "lead"), ("税務課", "co")]),
        ("各支所、市民課", [("市民課", "lead"), ("各支所", "co")]),
    ],
)
def test_names_of_a_cell_are_departments_in_their_order(
    cell: str, roles: list[tuple[str, str]], tmp_path: Path
) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課"),
        *(f'1,窓口の改善,"{cell}"', "2,納付の推進,収納課", "3,道路の補修,道路課"),
    )
    departments = _responsible(records, "1")
    assert sorted(departments, key=lambda one: one[1], reverse=True) == roles


@pytest.mark.parametrize("word", ["関", "協", "連", "副"])
def test_a_letter_before_a_name_says_that_it_works_with_the_lead(tmp_path: Path, word: str) -> None:
    records = listed(
        *(tmp_path, "番号,事業名,担当課"),
        *(f"1,窓口の改善,主：市民部 市民課 {word}：税務課", "2,納付の推進,主：財務部 財政課"),
    )
    assert _responsible(records, "1") == [("市民課", "lead"), ("税務課", "co")]
    assert ("市民課", "市民部") in _above(records)
