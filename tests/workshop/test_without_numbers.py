"""A city whose plans have no numbers goes through the whole revision; titles name its plans."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

import keikaku
from keikaku.workshop.form import SHEETS
from tests.cli.running import Keikaku
from tests.workshop.forms import add, answer

HEADS = ("基本目標", "事業名", "担当課", "関係課", "事業内容", "指標名", "単位")
VALUES = ("現状値（R6）", "目標値（R11）")
ROUND = "支え合いの輪を広げる"
SAFE = "安心して暮らせるまち"
ROWS = (
    (ROUND, "見守りの充実", "福祉総務課", "長寿課", "「相談窓口の一元化」と合わせて進める。"),
    (ROUND, "相談窓口の一元化", "福祉総務課", None, "困りごとを一つの窓口で受ける。"),
    (SAFE, "買い物、通院の支援", "長寿課", None, "移動販売を行う事業者に補助する。"),
    (SAFE, "除雪の支援", "土木課", "長寿課", "除雪が難しい世帯を支える。"),
    (SAFE, "避難行動の支援", "防災課", None, "避難の計画を世帯ごとに作る。"),
)


@pytest.fixture
def city(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Keikaku:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["かえで市地域福祉計画2026（計画期間：令和8年度～令和11年度）"])
    sheet.append([*HEADS, *VALUES])
    for at, row in enumerate(ROWS):
        sheet.append([*row, f"{row[1]}の件数", "件", 10 + at, 20 + at])
    book.save(tmp_path / "kaede.xlsx")
    monkeypatch.chdir(tmp_path)
    run = Keikaku(capsys)
    assert run("load", "kaede.xlsx", "--out", "kaede.json").code == 0
    monkeypatch.setenv("KEIKAKU_GRAPH", "kaede.json")
    return run


def department_forms(tmp_path: Path, run: Keikaku) -> list[Path]:
    packed = run("workshop", "pack", "--out", "pack")
    assert packed.code == 0, packed.err
    return sorted((tmp_path / "pack" / "照会票").glob("*.xlsx"))


def test_from_the_forms_to_the_next_plan(tmp_path: Path, city: Keikaku) -> None:
    forms = department_forms(tmp_path, city)
    assert [form.stem for form in forms] == [
        *("照会票_土木課", "照会票_福祉総務課", "照会票_長寿課", "照会票_防災課")
    ]
    (tmp_path / "back").mkdir()
    for form in forms:
        fill(form, tmp_path / "back" / form.name)
    read = city("workshop", "read", "back", "--out", "decisions.yaml")
    assert read.code == 0, read.out
    made = city("workshop", "next", "decisions.yaml", "--out", "next.json")
    assert made.code == 0, made.out + made.err
    both = keikaku.read("next.json")
    rows = {row.title: row for row in keikaku.plans(both, document="kaede-next")}
    assert set(rows) == {"見守りと支え合い", "相談窓口の一元化", "除雪の支援", "防災訓練"}
    assert not any(row.number for row in rows.values())
    (snow,) = keikaku.plan(both, rows["除雪の支援"].id).rows
    assert snow.goal is not None
    assert snow.goal.title == SAFE
    successions = {
        (new.rpartition("/")[2], old.rpartition("/")[2])
        for new, old, facts in both.edges(data=True)
        if facts["type"] == "SUCCEEDS"
    }
    assert successions == {
        ("見守りと支え合い", "見守りの充実"),
        ("相談窓口の一元化", "相談窓口の一元化"),
        ("除雪の支援", "買い物、通院の支援"),
        ("除雪の支援", "除雪の支援"),
    }
    compared = city("compare", "next.json")
    assert "変更のない計画（1件）: 相談窓口の一元化" in compared.out


def fill(form: Path, out: Path) -> None:
    book = openpyxl.load_workbook(form)
    sheet = book[SHEETS["plans"].ja]
    ids = [str(cell.value) for (cell,) in sheet.iter_rows(min_row=4, max_col=1) if cell.value]
    for plan in ids:
        title = plan.rpartition("/")[2]
        match title:
            case "見守りの充実":
                answer(book, title, decision="見直し", new_title="見守りと支え合い")
            case "買い物、通院の支援":
                answer(book, title, decision="統合", merge_with="除雪の支援")
            case "避難行動の支援":
                answer(book, title, decision="廃止", reason="別の計画で行うため")
            case _:
                answer(book, title, decision="継続")
    if "防災課" in form.name:
        add(book, new_title="防災訓練", decision="新規", initiative=SAFE, new_lead="防災課")
    book.save(out)


def test_questions_and_pages_name_plans_by_their_titles(city: Keikaku) -> None:
    questions = json.loads(city("workshop", "questions", "--format", "json").out)
    facts = [row["fact"] for row in questions["rows"] if row["code"] == "dependency_not_joined"]
    assert facts
    assert facts[0].startswith("「相談窓口の一元化」に")
    assert not [row for row in questions["rows"] if row["code"] in {"no_actions", "no_disclosure"}]
    (page,) = json.loads(city("department", "長寿課", "--format", "json").out)["rows"]
    assert {each["number"] for each in page["indicators"]} == {
        *("見守りの充実", "買い物、通院の支援", "除雪の支援")
    }
    assert city("progress", "--template", "--out", "progress.xlsx").code == 0
    sheets = openpyxl.load_workbook("progress.xlsx").worksheets
    assert "見守りの充実" in str([list(sheet.values) for sheet in sheets])


def test_rows_whose_id_was_lost_are_known_by_their_title(tmp_path: Path, city: Keikaku) -> None:
    (form,) = [f for f in department_forms(tmp_path, city) if "土木課" in f.name]
    book = openpyxl.load_workbook(form)
    answer(book, "除雪の支援", decision="継続")
    book[SHEETS["plans"].ja].cell(4, 1).value = None
    book.save(tmp_path / "lost.xlsx")
    city("workshop", "read", "lost.xlsx", "--out", "decisions.yaml")
    text = (tmp_path / "decisions.yaml").read_text(encoding="utf-8")
    assert "plan: 除雪の支援\n  title: 除雪の支援\n  state: decided" in text
