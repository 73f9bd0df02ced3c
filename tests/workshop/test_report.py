"""The progress report contains what ``progress`` answers, in Word and as a page."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

import keikaku
from keikaku.exports.documents import Bars, Heading, Paragraph, Table
from keikaku.graph.errors import KeikakuError
from keikaku.queries.graph_walks import Graph
from keikaku.workshop import progress as room
from keikaku.workshop import report
from tests.workshop.progress_cases import RATE, read_with

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRESS = EXAMPLES / "midorino-2026-progress.csv"


@pytest.fixture(scope="module")
def blocks(midorino: Graph) -> list[object]:
    return [*report.blocks(midorino, room.read(PROGRESS, midorino))]


def tables_under(blocks: list[object], title: str) -> list[Table]:
    """The tables between a heading and the next one of its level."""
    at = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text == title)
    level = blocks[at].level  # type: ignore[attr-defined]
    tables = []
    for block in blocks[at + 1 :]:
        if isinstance(block, Heading) and block.level <= level:
            break
        if isinstance(block, Table):
            tables.append(block)
    return tables


def test_the_summary_and_the_chart_count_what_progress_answers(
    midorino: Graph, blocks: list[object]
) -> None:
    rows = keikaku.progress(midorino, PROGRESS).rows
    chart = next(block for block in blocks if isinstance(block, Bars))
    statuses = ("reached", "on_course", "nearly", "behind", "unknown")
    assert chart.series == ["達成", "順調", "概ね順調", "遅れ", "不明"]
    (name, values), *_ = chart.rows
    assert name == "指標"
    assert list(values) == [sum(row.status == s for row in rows) for s in statuses]
    assert sum(values) == 52


def test_goals_add_up_to_the_whole_and_years_show_what_was_known_then(
    midorino: Graph, blocks: list[object]
) -> None:
    (goals,) = tables_under(blocks, "目標ごとの状況")
    assert [row[0] for row in goals.rows] == [
        facts["label"] for _, facts in midorino.nodes(data=True) if facts["kind"] == "Goal"
    ]
    assert sum(int(str(row[1])) for row in goals.rows) == 25
    assert sum(int(str(row[2])) for row in goals.rows) == 52
    (years,) = tables_under(blocks, "年度ごとの推移")
    assert [row[0] for row in years.rows] == ["2026", "2027"]
    first = keikaku.progress(midorino, PROGRESS)
    assert years.rows[1][6] == str(sum(row.status == "behind" for row in first.rows))
    then = room.answer(midorino, room.read(PROGRESS, midorino), until=2026).rows
    assert all(each.year <= 2026 for row in then for each in row.actuals)
    assert years.rows[0][6] == str(sum(row.status == "behind" for row in then))


def test_every_plan_has_its_section_with_its_indicators(
    midorino: Graph, blocks: list[object]
) -> None:
    rows = keikaku.progress(midorino, PROGRESS).rows
    for plan, facts in midorino.nodes(data=True):
        if facts["kind"] != "Plan":
            continue
        own = [row.name for row in rows if row.number == facts["number"]]
        title = f"{facts['number']} {facts['title']}"
        names = [row[0] for table in tables_under(blocks, title) for row in table.rows]
        assert names[: len(own)] == own, plan


def test_what_is_behind_is_listed_and_what_is_not_judged_says_why(
    midorino: Graph, blocks: list[object]
) -> None:
    rows = keikaku.progress(midorino, PROGRESS).rows
    late, *_ = tables_under(blocks, "遅れている指標")
    assert [row[1] for row in late.rows] == [row.name for row in rows if row.status == "behind"]
    (unknown,) = tables_under(blocks, "進捗を判定していない指標")
    assert len(unknown.rows) == sum(row.status == "unknown" for row in rows)
    assert all(row[2] != "―" for row in unknown.rows)
    assert any(isinstance(b, Paragraph) and b.text.startswith("2027年度末") for b in blocks)


def test_where_nothing_is_behind_it_says_so(midorino: Graph, form: Path, tmp_path: Path) -> None:
    read = read_with(form, tmp_path, midorino, {(RATE, "2026"): "7.5％"})
    texts = [b.text for b in report.blocks(midorino, read) if isinstance(b, Paragraph)]
    assert "遅れている指標はありません。" in texts
    assert tables_under([*report.blocks(midorino, read)], "遅れている指標") == []


def test_it_is_written_for_word_and_as_a_page(midorino: Graph, tmp_path: Path) -> None:
    word = keikaku.report(midorino, tmp_path / "report.docx", progress=PROGRESS)
    made = docx.Document(str(word))
    assert made.paragraphs[0].text.endswith("進捗状況報告書")
    assert "■" in made.tables[0].cell(1, 1).text
    page = keikaku.report(midorino, tmp_path / "report.html", progress=PROGRESS)
    text = page.read_text(encoding="utf-8")
    assert 'fill="#d55e00"' in text
    assert "default-src 'none'" in text
    english = keikaku.report(midorino, tmp_path / "en.html", progress=PROGRESS, lang="en")
    assert "progress report" in english.read_text(encoding="utf-8")


def test_without_values_or_with_another_ending_it_says_what_to_do(
    midorino: Graph, tmp_path: Path
) -> None:
    with pytest.raises(KeikakuError, match="--progress"):
        keikaku.report(midorino, tmp_path / "report.docx")
    with pytest.raises(KeikakuError, match=r"\.docx"):
        keikaku.report(midorino, tmp_path / "report.pdf", progress=PROGRESS)
