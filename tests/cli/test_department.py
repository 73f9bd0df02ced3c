"""``department``: one department whole, on a terminal, as data, and as a printed page."""

from __future__ import annotations

import json
from pathlib import Path

from docx import Document

from tests.cli.running import Keikaku


def test_a_department_is_told_whole(ask: Keikaku) -> None:
    out = ask("department", "収納課").out
    assert "収納課　所管計画の一覧" in out
    assert "1-1-2" in out
    assert "市税等の電子納付" in out


def test_data_holds_plans_with_roles_and_years_with_certainty(ask: Keikaku) -> None:
    (row,) = json.loads(ask("department", "収納課", "--format", "json").out)["rows"]
    assert row["id"].endswith("/department/収納課")
    assert [(plan["number"], plan["role"]) for plan in row["plans"]] == [("1-1-2", "lead")]
    assert {due["certainty"] for due in row["due"]} <= {"stated", "possible"}
    assert {due["year"] for due in row["due"]} <= set(range(2022, 2026))


def test_an_unknown_department_is_refused_with_the_nearest(ask: Keikaku) -> None:
    ran = ask("department", "収納科")
    assert ran.code == 2
    assert "収納課" in ran.err


def test_a_page_is_printed_as_html_and_word(ask: Keikaku, tmp_path: Path) -> None:
    page, word = tmp_path / "課.html", tmp_path / "課.docx"
    assert ask("department", "収納課", "--out", str(page)).code == 0
    assert ask("department", "収納課", "--out", str(word)).code == 0
    assert "市税等の電子納付" in page.read_text(encoding="utf-8")
    cells = [cell.text for table in Document(str(word)).tables for cell in table._cells]
    assert "市税等の電子納付" in cells
