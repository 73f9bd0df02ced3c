"""A heading or row that names a department stands for who is responsible below it, not a goal."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load

_FIRST = (("1", "窓口の改善", "番号札を配ります。"), ("2", "証明書の交付", "郵送します。"))
_SECOND = (("3", "納付の推進", "口座振替を勧めます。"), ("4", "滞納の整理", "相談を受けます。"))
_HEAD = ("番号", "取組名", "取組内容")
_LEADS = {"1": "市民課", "2": "市民課", "3": "収納課", "4": "収納課"}


def _table(*rows: tuple[str, ...], head: tuple[str, ...] = _HEAD) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in (head, *rows))
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _page(folder: Path, body: str) -> Records:
    path = folder / "plan.html"
    title = '<!doctype html><meta charset="utf-8"><h1>しおさい市行政改革計画</h1>'
    path.write_text(title + body, encoding="utf-8")
    return load(path)


def _leads(records: Records) -> dict[str, str]:
    """Return the number of each plan → the department that leads it."""
    return {
        edge.target.rpartition("/")[2]: edge.source.rpartition("/")[2]
        for edge in records.edges
        if edge.type == "RESPONSIBLE_FOR" and edge.facts["role"] == "lead"
    }


def _kinds(records: Records, *kinds: str) -> list[str]:
    return [str(node.facts["title"]) for node in records.nodes if node.kind in kinds]


def _divisions(records: Records) -> set[tuple[str, str]]:
    return {
        (edge.source.rpartition("/")[2], edge.target.rpartition("/")[2])
        for edge in records.edges
        if edge.type == "PART_OF" and "/department/" in edge.source
    }


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>{}</h2>",
        "<p>{}</p>",
        "<p>■{}</p>",
        "<p>【{}】</p>",
        "<h2>担当課：{}</h2>",
        "<p>所管課：{}</p>",
    ],
)
def test_a_department_over_a_list_is_who_answers_for_it(heading: str, tmp_path: Path) -> None:
    first, second = heading.format("市民課"), heading.format("収納課")
    records = _page(tmp_path, first + _table(*_FIRST) + second + _table(*_SECOND))
    assert _leads(records) == _LEADS
    assert _kinds(records, "Goal", "Initiative") == []


def test_the_evidence_names_the_heading(tmp_path: Path) -> None:
    records = _page(tmp_path, "<h2>市民課</h2>" + _table(*_FIRST))
    edge = next(edge for edge in records.edges if edge.type == "RESPONSIBLE_FOR")
    (evidence,) = edge.evidence
    assert (evidence.section, evidence.quote, evidence.reading) == ("担当課", "市民課", "stated")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("<h2>市民部　市民課</h2>", "<h2>財政部　収納課</h2>"),
        ("<h2>市民部</h2><h3>市民課</h3>", "<h2>財政部</h2><h3>収納課</h3>"),
        ("<p>市民部</p><p>市民課</p>", "<p>財政部</p><p>収納課</p>"),
    ],
)
def test_a_division_in_the_heading_is_above_its_department(
    first: str, second: str, tmp_path: Path
) -> None:
    records = _page(tmp_path, first + _table(*_FIRST) + second + _table(*_SECOND))
    assert _leads(records) == _LEADS
    assert _divisions(records) == {("市民課", "市民部"), ("収納課", "財政部")}
    assert _kinds(records, "Goal", "Initiative") == []


def test_goals_over_departments_stay_goals(tmp_path: Path) -> None:
    first = "<h2>基本目標1　便利なまち</h2><h3>市民課</h3>" + _table(*_FIRST)
    second = "<h2>基本目標2　続くまち</h2><h3>収納課</h3>" + _table(*_SECOND)
    records = _page(tmp_path, first + second)
    assert _leads(records) == _LEADS
    assert _kinds(records, "Goal", "Initiative") == ["便利なまち", "続くまち"]


def test_a_column_of_departments_is_believed_before_the_heading(tmp_path: Path) -> None:
    head = (*_HEAD, "担当課")
    rows = [(*row, lead) for row, lead in zip(_FIRST, ("国保課", "年金課"), strict=True)]
    records = _page(tmp_path, "<h2>市民部</h2>" + _table(*rows, head=head))
    assert _leads(records) == {"1": "国保課", "2": "年金課"}
    assert _divisions(records) == {("国保課", "市民部"), ("年金課", "市民部")}


def test_a_goal_named_like_a_place_of_work_stays_a_goal(tmp_path: Path) -> None:
    first = "<h2>子育て支援センター</h2>" + _table(*_FIRST)
    second = "<h2>続くまち</h2>" + _table(*_SECOND)
    records = _page(tmp_path, first + second)
    assert _kinds(records, "Goal") == ["子育て支援センター", "続くまち"]


def test_a_row_of_a_list_names_who_answers_for_those_below(tmp_path: Path) -> None:
    rows = (",".join(_HEAD), "財務部,,", "収納課,,", *(",".join(row) for row in _SECOND))
    path = tmp_path / "list.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    records = load(path)
    assert _leads(records) == {"3": "収納課", "4": "収納課"}
    assert _divisions(records) == {("収納課", "財務部")}
