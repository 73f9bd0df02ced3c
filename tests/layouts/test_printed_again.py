"""A list at the end that prints the plans of the forms again adds no plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from keikaku import loaders
from keikaku.graph.records import Records

_PAGE = """<!doctype html><meta charset="utf-8"><title>みなとの市行財政改革実施計画</title>
<h1>みなとの市行財政改革実施計画</h1><p>計画期間　令和8年度～令和10年度</p>"""
_FORM = """<table border="1">
<tr><th>整理番号</th><td>{number}</td><th>取組名</th><td colspan="2">{name}</td></tr>
<tr><th>担当部署</th><td colspan="4">総務部　行政改革課</td></tr>
<tr><th>取組内容</th><td colspan="4">手続を見直し、順次広げます。</td></tr>
<tr><th>年次計画</th><th>取組事項</th><th>令和8年度</th><th>令和9年度</th><th>令和10年度</th></tr>
<tr><td></td><td>導入</td><td>検討</td><td>試行</td><td>実施</td></tr>
<tr><th>数値目標</th><th>指標名</th><th>令和8年度</th><th>令和9年度</th><th>令和10年度</th></tr>
<tr><td></td><td>利用率（％）</td><td>10</td><td>20</td><td>40</td></tr>
<tr><th colspan="2">効果額（千円）</th><td>△300</td><td>120</td><td>1,500</td></tr>
</table>"""
_NAMES = (("101", "書かない窓口の導入"), ("102", "未利用地の売却"), ("201", "債権管理の一元化"))
_YEARS = "<th>令和8年度</th><th>令和9年度</th><th>令和10年度</th>"
_EFFECT_HEADS = _YEARS.replace("<th>", "<th>効果額（千円）<br>")
_TARGET_HEADS = _YEARS.replace("<th>", "<th>目標値<br>")
_EFFECTS = ("<td>△300</td>", "<td>120</td>", "<td>1,500</td>")


def load(folder: Path, head: str, rows: list[str]) -> Records:
    forms = [_FORM.format(number=number, name=name) for number, name in _NAMES]
    table = "\n".join(f"<tr>{row}</tr>" for row in rows)
    text = "\n".join(
        [_PAGE, *forms, f'<h2>一覧</h2><table border="1"><tr>{head}</tr>{table}</table>']
    )
    path = folder / "minatono.html"
    path.write_text(text, encoding="utf-8")
    return loaders.load(path)


def facts(records: Records, kind: str) -> list[dict[str, Any]]:
    return [node.facts for node in records.nodes if node.kind == kind]


def effects(records: Records) -> list[tuple[int, int]]:
    return [(each["fiscal_year"], each["total"]) for each in facts(records, "Budget")]


SAID = [(2026, -300_000), (2027, 120_000), (2028, 1_500_000)]


@pytest.mark.parametrize("numbers", [True, False], ids=["numbers", "names alone"])
def test_effects_that_a_list_prints_again_are_one(tmp_path: Path, *, numbers: bool) -> None:
    first = "<th>整理番号</th>" if numbers else ""
    head = f"{first}<th>取組名</th><th>担当課</th>{_EFFECT_HEADS}"
    rows = [
        (f"<td>{number}</td>" if numbers else "")
        + f"<td>{name}</td><td>行政改革課</td>{''.join(_EFFECTS)}"
        for number, name in _NAMES
    ]
    records = load(tmp_path, head, rows)
    assert [(p["number"], p["title"]) for p in facts(records, "Plan")] == list(_NAMES)
    assert effects(records) == SAID * 3
    assert "values-differ" not in {finding.code for finding in records.findings}


def test_an_effect_that_a_list_prints_otherwise_is_reported(tmp_path: Path) -> None:
    head = f"<th>整理番号</th><th>取組名</th><th>担当課</th>{_EFFECT_HEADS}"
    rows = [
        f"<td>{number}</td><td>{name}</td><td>行政改革課</td>{''.join(_EFFECTS)}"
        for number, name in _NAMES
    ]
    rows[1] = rows[1].replace("1,500", "1,600")
    records = load(tmp_path, head, rows)
    assert effects(records) == SAID * 3
    (finding,) = [f for f in records.findings if f.code == "values-differ"]
    assert finding.details == {
        "plan": "102",
        "label": finding.details["label"],
        "year": 2028,
        "kept": "1,500,000円",
        "other": "1,600,000円",
    }


def test_indicators_that_a_list_prints_again_are_one(tmp_path: Path) -> None:
    head = "<th>整理番号</th><th>取組名</th><th>指標名</th><th>単位</th><th>現状値</th>"
    rows = [
        f"<td>{number}</td><td>{name}</td><td>利用率</td><td>％</td><td>5</td><td>10</td>"
        f"<td>20</td><td>{last}</td>"
        for (number, name), last in zip(_NAMES, (40, 40, 50), strict=True)
    ]
    records = load(tmp_path, head + _TARGET_HEADS, rows)
    assert len(facts(records, "Plan")) == 3
    indicators = facts(records, "Indicator")
    assert [(i["name"], i["baseline"]["value"]) for i in indicators] == [("利用率", 5)] * 3
    values = [[v["value"] for v in i["values"] if v["kind"] == "target"] for i in indicators]
    assert values == [[10, 20, 40]] * 3
    (finding,) = [f for f in records.findings if f.code == "values-differ"]
    assert [finding.details[name] for name in ("plan", "year", "kept", "other")] == [
        *("201", 2028),
        *("40", "50"),
    ]


def test_names_that_differ_only_in_their_brackets_stay_two(tmp_path: Path) -> None:
    kinds = ("現年分", "滞納繰越分")
    forms = _FORM.format(number="101", name="市税の収納").replace(
        "<tr><td></td><td>利用率（％）</td><td>10</td><td>20</td><td>40</td></tr>",
        "".join(
            f"<tr><td></td><td>収納率（{kind}）</td><td>{at}1</td><td>{at}2</td><td>{at}3</td></tr>"
            for at, kind in enumerate(kinds, 1)
        ),
    )
    rows = "".join(
        f"<tr><td>101</td><td>収納率（{kind}）</td><td>％</td><td>{at}1</td><td>{at}2</td>"
        f"<td>{at}3</td></tr>"
        for at, kind in enumerate(kinds, 1)
    )
    head = f"<tr><th>整理番号</th><th>指標名</th><th>単位</th>{_YEARS}</tr>"
    path = tmp_path / "minatono.html"
    table = f'<h2>数値目標一覧</h2><table border="1">{head}{rows}</table>'
    path.write_text(f"{_PAGE}\n{forms}\n{table}", encoding="utf-8")
    records = loaders.load(path)
    indicators = {i["name"]: [v["value"] for v in i["values"]] for i in facts(records, "Indicator")}
    assert indicators == {"収納率（現年分）": [11, 12, 13], "収納率（滞納繰越分）": [21, 22, 23]}
    assert "values-differ" not in {finding.code for finding in records.findings}


def test_plans_of_one_name_under_two_goals_stay_two(tmp_path: Path) -> None:
    forms = []
    for goal, number in (("1", "1"), ("2", "2")):
        forms.append(f"<h2>基本目標{goal}　改革{goal}</h2>")
        forms.append(_FORM.format(number=number, name="広報の充実"))
    path = tmp_path / "minatono.html"
    path.write_text("\n".join([_PAGE, *forms]), encoding="utf-8")
    assert len(facts(loaders.load(path), "Plan")) == 2
