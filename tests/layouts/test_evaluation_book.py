"""A real city's evaluation book: every cell of interest against an independent reading of it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph.records import Records

BOOK = Path(__file__).resolve().parents[3] / "shared" / "sources" / "ofunato-2025-jimujigyo.xlsx"
if not BOOK.exists():  # a worktree lies one folder deeper
    BOOK = Path(__file__).resolve().parents[4] / "shared" / "sources" / BOOK.name
pytestmark = pytest.mark.skipif(not BOOK.exists(), reason=f"{BOOK.name} is not here")

_BLOCK, _WIDTH, _FIRST = 71, 19, 2020


@pytest.fixture(scope="module")
def rows() -> list[list[Any]]:
    """The rows of the book below its head, by openpyxl alone."""
    import openpyxl

    book = openpyxl.load_workbook(BOOK, read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    sheet_rows = [list(row) for row in sheet.iter_rows(max_row=420, values_only=True)]
    top = next(i for i, row in enumerate(sheet_rows) if "事務事業名" in row)
    width = max(map(len, sheet_rows))
    filled = [row + [None] * (width - len(row)) for row in sheet_rows[top + 1 :]]
    return [row for row in filled if row[7] is not None]


@pytest.fixture(scope="module")
def records() -> Records:
    from keikaku.loaders import load

    return load(BOOK, document_id="book")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return re.sub(r"\s+", "", str(value))


def _number(value: Any) -> float | None:
    text = _text(value).replace(",", "")
    try:
        return float(text)
    except ValueError:
        return None


def _nodes(records: Records, kind: str) -> dict[str, list[Any]]:
    """The nodes of a kind by the number of their plan."""
    plans = {n.id: n.facts["number"] for n in records.nodes if n.kind == "Plan"}
    by_id = {n.id: n for n in records.nodes}
    nodes: dict[str, list[Any]] = defaultdict(list)
    for edge in records.edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            if here in plans and by_id[there].kind == kind:
                nodes[plans[here]].append(by_id[there])
    return nodes


def test_every_plan_is_there_once(rows: list[list[Any]], records: Records) -> None:
    printed = [_text(row[7]) for row in rows if _text(row[7])]
    plans = [n for n in records.nodes if n.kind == "Plan"]
    assert sorted(n.facts["number"] for n in plans) == sorted(printed)
    titles = {_text(row[7]): _text(row[8]) for row in rows}
    import unicodedata

    for plan in plans:
        expected = unicodedata.normalize("NFKC", titles[plan.facts["number"]])
        assert _text(plan.facts["title"]) == _text(expected)


def test_levels(rows: list[list[Any]], records: Records) -> None:
    parent = {e.target: e.source for e in records.edges if e.type == "HAS_PART"}
    by_id = {n.id: n for n in records.nodes}
    plan_ids = {n.facts["number"]: n.id for n in records.nodes if n.kind == "Plan"}
    wrong = 0
    for row in rows:
        at = plan_ids[_text(row[7])]
        for tens, ones, title, level in (
            (16, 17, 18, "基本事業"),
            (13, 14, 15, "施策"),
            (10, 11, 12, "政策"),
        ):
            at = parent[at]
            node = by_id[at]
            assert node.facts["level"] == level
            assert int(node.facts["number"]) == 10 * int(_number(row[tens]) or 0) + int(
                _number(row[ones]) or 0
            )
            wrong += node.facts["title"] != _text(row[title])
    assert wrong < 0.04 * 3 * len(rows)  # titles that the source spells in two ways
    assert any(f.code == "level-titles-differ" for f in records.findings)


def test_budgets_in_yen(rows: list[list[Any]], records: Records) -> None:
    budgets = _nodes(records, "Budget")
    wrong = total = 0
    for row in rows:
        known = {b.facts["fiscal_year"]: b.facts for b in budgets[_text(row[7])]}
        for block in range(6):
            facts = known.get(_FIRST + block, {})
            at = _BLOCK + block * _WIDTH
            assert facts.get("stage", "actual") == ("plan" if block == 5 else "actual")
            names = (
                "national",
                "prefectural",
                "bond",
                "other",
                "general",
                "total",
                "persons",
                "hours",
            )
            for offset, name in enumerate(names):
                expected = _number(row[at + offset])
                if expected is not None and name not in ("persons", "hours"):
                    expected = round(expected * 1000)
                total += 1
                wrong += facts.get(name) != expected
    assert total > 9000
    assert wrong <= 0.005 * total


def test_indicators_with_their_values(rows: list[list[Any]], records: Records) -> None:
    indicators = _nodes(records, "Indicator")
    roles = ["activity"] * 3 + ["scale"] * 3 + ["outcome"] * 3
    wrong = total = 0
    for row in rows:
        known = {
            (i.facts["role"], _fold(i.facts["name"])): i.facts for i in indicators[_text(row[7])]
        }
        for at, role in enumerate(roles):
            name, unit = _text(row[53 + 2 * at]), _text(row[54 + 2 * at])
            if not name or set(name) <= set("-－―"):
                continue
            facts = known.get((role, _fold(name)))
            values = {v["fiscal_year"]: v for v in facts.get("values", ())} if facts else {}
            for block in range(6):
                printed = row[_BLOCK + block * _WIDTH + 10 + at]
                expected = _number(printed)
                mine = values.get(_FIRST + block)
                total += 1
                if expected is None:
                    wrong += (
                        mine is not None
                        and mine["value"] is not None
                        and not re.search(r"\d", _text(printed))
                    )
                    continue
                if mine is None:
                    wrong += 1
                    continue
                right = mine["value"] == expected
                right = right and (not unit or _fold(mine["unit"] or "") == _fold(unit))
                right = right and mine["kind"] == ("target" if block == 5 else "actual")
                wrong += not right
    assert total > 5000
    assert wrong <= 0.005 * total


def _fold(text: str) -> str:
    import unicodedata

    return "".join(unicodedata.normalize("NFKC", text).split()).strip("・-－―")


def test_directions_of_the_head(rows: list[list[Any]], records: Records) -> None:
    evaluations = _nodes(records, "Evaluation")
    codes = {"１": "continue", "２": "improve", "３": "end"}
    for row in rows:
        head = [e for e in evaluations[_text(row[7])] if e.facts["by"] == "head"]
        assert [e.facts["direction"] for e in head] == [codes[_text(row[208])[0]]]
        assert head[0].facts["fiscal_year"] == 2025


def test_departments_and_divisions(rows: list[list[Any]], records: Records) -> None:
    departments = _nodes(records, "Department")
    above = {
        e.source: e.target
        for e in records.edges
        if e.type == "PART_OF" and "/department/" in e.target
    }
    names = {n.id: n.facts["name"] for n in records.nodes if n.kind == "Department"}
    wrong = 0
    for row in rows:
        printed = _fold(_text(row[20]))
        (lead,) = departments[_text(row[7])][:1]
        glued = names.get(above.get(lead.id, ""), "") + lead.facts["name"]
        wrong += glued != printed
    assert wrong <= 0.02 * len(rows)


def test_laws_of_a_cell_are_whole_names(records: Records) -> None:
    names = {n.facts["name"] for n in records.nodes if n.kind == "Guideline"}
    assert {
        "旅券法施行令",
        "劇場、音楽堂等の活性化に関する法律",
        "市文化財保護条例",
        "国民健康保険法",
        "下水道条例施行規則",
    } <= names
    assert not {"劇場", "同施行令", "民健康保険法", "県・市文化財保護条例", "子ども"} & names


def test_slips_are_reported(records: Records) -> None:
    slips = {f.details["printed"] for f in records.findings if f.code == "department-slip"}
    assert "保健福祉こども家庭センター" in slips
    codes = {f.code for f in records.findings}
    assert {
        "layout-chosen",
        "years-of-blocks",
        "numbers-as-text",
        "cells-of-dash",
        "unit-inferred",
    } <= codes
