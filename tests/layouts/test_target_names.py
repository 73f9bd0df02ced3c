"""A cell of a target that holds its indicator's name, where no column or label names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph.records import Records
from keikaku.loaders import load

_HEAD = "番号,事業名,担当課,"


def _listed(folder: Path, *rows: str) -> list[tuple[str, str, float, str]]:
    source = folder / "list.csv"
    source.write_text("\n".join(rows), encoding="utf-8")
    return _indicators(load(source))


def _indicators(records: Records) -> list[tuple[str, str, float, str]]:
    """Return name, comparator, value and unit of each indicator's target."""
    return [
        (n.facts["name"], (t := n.facts["target"])["comparator"], t["value"], t["unit"])
        for n in records.nodes
        if n.kind == "Indicator"
    ]


@pytest.mark.parametrize(
    ("cell", "indicators"),
    [
        ("待ち時間 10分以下", [("待ち時間", "<=", 10, "分")]),
        ("市民満足度80％以上", [("市民満足度", ">=", 80, "%")]),
        ("待ち時間（平均） 10分", [("待ち時間(平均)", "=", 10, "分")]),
        ("令和11年度までに待ち時間10分以下", [("待ち時間", "<=", 10, "分")]),
        ("申請率80％、満足度90％", [("申請率", "=", 80, "%"), ("満足度", "=", 90, "%")]),
        ('"・申請率 60％\n・待ち時間 5分"', [("申請率", "=", 60, "%"), ("待ち時間", "=", 5, "分")]),
        ("80％", [("窓口の改善", "=", 80, "%")]),
    ],
)
def test_the_name_before_a_target_is_the_indicators(
    cell: str, indicators: list[tuple[str, str, float, str]], tmp_path: Path
) -> None:
    rows = (f"{_HEAD}目標", f"1,窓口の改善,市民課,{cell}")
    assert _listed(tmp_path, *rows) == indicators


def test_values_of_years_with_one_name_are_one_indicator(tmp_path: Path) -> None:
    rows = ("1,窓口の改善,市民課,待ち時間 15分以下,待ち時間 10分以下",)
    listed = _listed(tmp_path, f"{_HEAD}令和8年度目標,令和9年度目標", *rows)
    assert listed == [("待ち時間", "<=", 10, "分")]


def test_a_form_says_it_the_same_way(tmp_path: Path) -> None:
    source = tmp_path / "form.html"
    rows = [("事業名", "窓口の改善"), ("担当課", "市民課"), ("目標", "待ち時間 10分以下")]
    cells = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows)
    page = f'<!doctype html><meta charset="utf-8"><h1>あおば市計画</h1><table>{cells}</table>'
    source.write_text(page, encoding="utf-8")
    assert _indicators(load(source)) == [("待ち時間", "<=", 10, "分")]
