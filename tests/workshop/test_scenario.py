"""A whole revision of the city that does not exist, as its planners would play it.

Progress in, pack out, forms filled in by departments (some saved by LibreOffice), read back with a
conflict, settled, the next edition made, compared and mapped.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

import keikaku
from keikaku.workshop.form import HEAD_ROW, SHEETS
from tests.cli.running import ROOT, Keikaku
from tests.makers.convert import by_office
from tests.workshop.forms import add, answer

PLAN = "examples/midorino-2026-plan.txt"
PLANS = SHEETS["plans"].ja


def test_a_revision_from_progress_to_the_next_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Keikaku(capsys)
    graph = tmp_path / "midorino.json"
    loaded = run("load", str(ROOT / PLAN), "--out", str(graph))
    assert loaded.code == 0, loaded.err
    monkeypatch.setenv("KEIKAKU_GRAPH", str(graph))
    monkeypatch.chdir(tmp_path)

    # 1. Progress: the form is filled in and comes back.
    assert run("progress", "--template", "--out", "progress.xlsx").code == 0
    fill_progress(tmp_path / "progress.xlsx")
    progress = json.loads(run("progress", "progress.xlsx", "--format", "json").out)
    assert {row["status"] for row in progress["rows"]} & {"reached", "behind", "on_course"}

    # 2. The pack: a form for each department, the papers of the workshop.
    packed = run("workshop", "pack", "--out", "pack", "--progress", "progress.xlsx")
    assert packed.code == 0, packed.err
    forms = sorted((tmp_path / "pack" / "照会票").glob("*.xlsx"))
    assert len(forms) > 3

    # 3. Every department decides; two that share a plan do not agree; one adds a new plan.
    shared = shared_plan(forms)
    departments_answer(forms, shared, tmp_path / "came-back", tmp_path / "office")

    # 4. Read back: the conflict is reported, and nothing can go on before it is settled.
    ran = run("workshop", "read", "came-back", "--out", "decisions.yaml")
    assert ran.code == 1
    assert shared in ran.out
    stopped = run("workshop", "next", "decisions.yaml", "--out", "next.json")
    assert stopped.code != 0
    assert not (tmp_path / "next.json").exists()

    # 5. Settled by hand in the decisions file; reading again keeps it.
    settle(tmp_path / "decisions.yaml", shared)
    again = run("workshop", "read", "came-back", "--out", "decisions.yaml")
    assert again.code == 0, again.out
    assert "部長会議" in (tmp_path / "decisions.yaml").read_text(encoding="utf-8")

    # 6. The next edition, with both documents in it.
    made = run(
        *("workshop", "next", "decisions.yaml", "--out", "next.json"),
        *("--progress", "progress.xlsx", "--gaps", "continue"),
    )
    assert made.code == 0, made.err + made.out
    both = keikaku.read(tmp_path / "next.json")
    new, old = (head["id"] for head in both.graph["documents"])
    titles = {row.title for row in keikaku.plans(both, document=new)}
    assert "窓口の予約制" in titles
    succeeded = {t for _, t, facts in both.edges(data=True) if facts["type"] == "SUCCEEDS"}
    assert f"{old}/plan/{shared}" in succeeded

    # 7. What changed, what it looks like, and every question on the result.
    compared = json.loads(run("compare", "next.json", "--format", "json").out)
    assert compared["rows"]
    monkeypatch.setenv("KEIKAKU_GRAPH", str(tmp_path / "next.json"))
    assert run("map", "--out", "next.html").code == 0
    assert (tmp_path / "next.html").stat().st_size > 100_000
    for question in ("plans", "workload", "indicators", "bridges", "check"):
        assert run(question, "--document", new, "--format", "json").code == 0
    assert run("export", "next.xlsx").code == 0
    assert keikaku.load(tmp_path / "next.xlsx").nodes == both.nodes


def departments_answer(forms: list[Path], shared: str, folder: Path, office: Path) -> None:
    """Each form filled in, some saved by LibreOffice; the departments of one plan do not agree."""
    folder.mkdir()
    voices = 0
    for at, path in enumerate(forms):
        book = openpyxl.load_workbook(path)
        for number in numbers_in(book):
            answer(book, number, decision="継続する", reason=f"{path.stem}の判断")
            if number == shared:
                answer(book, number, decision=("継続", "廃止")[voices % 2])
                voices += 1
        if at == 0:
            lead = path.stem.removeprefix("照会票_")
            add(book, decision="新規", new_title="窓口の予約制", initiative="1-1", new_lead=lead)
        book.save(folder / path.name)
        if at % 4 == 0:
            again = by_office(folder / path.name, "xlsx", office)
            (folder / path.name).write_bytes(again.read_bytes())
    assert voices > 1


def fill_progress(path: Path) -> None:
    """An actual value for each indicator whose target is a plain number, in the first year."""
    book = openpyxl.load_workbook(path)
    sheet = book["指標"]
    heads = [str(cell.value or "") for cell in sheet[HEAD_ROW]]
    year = next(at for at, head in enumerate(heads, 1) if re.match(r"\d{4}", head))
    target = heads.index("目標値") + 1
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        number = re.match(r"\d+(?:\.\d+)?", str(sheet.cell(row, target).value or ""))
        if number:
            sheet.cell(row, year).value = float(number[0]) * (1 if row % 2 else 0.5)
    book.save(path)


def numbers_in(book: openpyxl.Workbook) -> list[str]:
    """The numbers of the plans of a form."""
    rows = book[PLANS].iter_rows(min_row=HEAD_ROW + 1, max_col=2, values_only=True)
    return [str(number) for name, number in rows if name]


def shared_plan(forms: list[Path]) -> str:
    """A plan that stands in the forms of two departments."""
    seen: set[str] = set()
    for path in forms:
        for number in numbers_in(openpyxl.load_workbook(path)):
            if number in seen:
                return number
            seen.add(number)
    raise AssertionError("no plan is shared")


def settle(path: Path, number: str) -> None:
    """What a person writes under the plan."""
    text = path.read_text(encoding="utf-8")
    head = f"- plan: {number}\n"
    assert head in text
    settled = "  settled: {decision: revise, by: 行政経営課, why: 部長会議で決定}\n"
    before, _, after = text.partition(head)
    path.write_text(f"{before}{head}{settled}{after}", encoding="utf-8", newline="\n")
