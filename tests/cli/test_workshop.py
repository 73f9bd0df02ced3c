"""``keikaku workshop read`` and ``next`` at the command line, from forms to the next edition."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from keikaku.graph import jsonfile
from tests.cli.running import Keikaku
from tests.workshop import forms
from tests.workshop.filling import filled

DOC = "aozora-2022"


@pytest.fixture
def came_back(graph_file: str, tmp_path: Path) -> Path:
    """A folder of three forms: two departments that differ on 1-1-2, one that drops 2-1-1."""
    graph = jsonfile.read(Path(graph_file))
    folder = tmp_path / "came-back"
    folder.mkdir()

    def form(department: str, number: str, **facts: Any) -> None:
        path = forms.blank(folder / f"{department}.xlsx", graph, DOC, department)
        filled(path, path, lambda book: forms.answer(book, number, **facts))

    form("収納課", "1-1-2", decision="継続", reason="順調")
    form("市税課", "1-1-2", decision="見直し", new_title="電子納付の拡大")
    form("総務課", "2-1-1", decision="廃止する", reason="目的を終えた")
    return folder


def test_read_reports_conflicts_gaps_and_what_was_understood(
    ask: Keikaku, came_back: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = str(tmp_path / "decisions.yaml")
    ran = ask("workshop", "read", str(came_back), "--out", out)
    assert (ran.code, ran.err) == (1, "")
    text = ran.out.replace("\n", "")
    for words in (
        "決定 1、食い違い 1、未記入1",
        "（継続 = 収納課、見直し = 市税課）",
        "「廃止する」を廃止と読みました",
        "決定を",
    ):
        assert words.replace(" ", "") in text.replace(" ", ""), words


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_both_answer_in_every_format(
    ask: Keikaku, came_back: Path, tmp_path: Path, lang: str
) -> None:
    from wcwidth import wcswidth

    decisions = str(settled(ask, came_back, tmp_path))
    for command in (["read", str(came_back)], ["next", decisions, "--gaps", "continue"]):
        for form in ("table", "json", "csv", "markdown"):
            ran = ask("workshop", *command, "--format", form, "--lang", lang)
            assert ran.err == ""
            assert ran.out.strip()
            if form == "table":
                assert max(wcswidth(line) for line in ran.out.split("\n")) <= 80
            if form == "csv":
                lines = csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")))
                assert len({len(line) for line in lines}) == 1


def settled(ask: Keikaku, came_back: Path, tmp_path: Path) -> Path:
    """The decisions, the conflict settled by hand."""
    out = tmp_path / "decisions.yaml"
    ask("workshop", "read", str(came_back), "--out", str(out))
    text = out.read_text(encoding="utf-8")
    by_hand = "  settled: {decision: revise, new_title: 電子納付, by: 行政経営課, why: 協議}\n"
    changed = text.replace("  state: conflict\n", "  state: conflict\n" + by_hand)
    out.write_text(changed, encoding="utf-8")
    return out


def test_a_settled_conflict_is_open_no_more(ask: Keikaku, came_back: Path, tmp_path: Path) -> None:
    out = settled(ask, came_back, tmp_path)
    ran = ask("workshop", "read", str(came_back), "--out", str(out))
    assert ran.code == 0
    assert ask("workshop", "read", str(came_back), "--out", str(out), "--strict").code == 1
    answer = json.loads(
        ask("workshop", "read", str(came_back), "--out", str(out), "--format", "json").out
    )
    assert answer["totals"][0]["states"] == {"decided": 2, "conflict": 0, "gap": 1}


def test_next_writes_both_documents_and_each_question_answers(
    ask: Keikaku, came_back: Path, tmp_path: Path
) -> None:
    decisions = settled(ask, came_back, tmp_path)
    out = str(tmp_path / "next.json")
    ran = ask("workshop", "next", str(decisions), "--out", out, "--gaps", "continue")
    assert (ran.code, ran.err) == (0, "")
    assert "aozora-2026、2026～2029年度" in ran.out
    plans = json.loads(
        ask("plans", "--graph", out, "--document", "aozora-2026", "--format", "json").out
    )
    assert [row["title"] for row in plans["rows"]] == ["電子納付", "窓口サービスの見直し"]
    old = ask("plans", "--graph", out, "--document", DOC, "--format", "csv").out
    assert old == ask("plans", "--format", "csv").out


def test_next_is_not_made_while_something_is_open(
    ask: Keikaku, came_back: Path, tmp_path: Path
) -> None:
    out = tmp_path / "decisions.yaml"
    ask("workshop", "read", str(came_back), "--out", str(out))
    ran = ask("workshop", "next", str(out), "--out", str(tmp_path / "next.json"))
    assert (ran.code, ran.out) == (1, "")
    first, *items = ran.err.rstrip("\n").split("\n")
    assert "2件" in first
    assert len(items) == 3
    assert "--gaps continue" in items[-1]
    assert not (tmp_path / "next.json").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("read",), "様式を指定してください"),
        (("read", "nowhere.xlsx"), "読めないファイルが1件"),
        (("next",), "決定ファイルを指定してください"),
        (("next", "nowhere.yaml"), "nowhere.yaml: 見つかりません"),
        (("next", "nowhere.yaml", "--gaps", "drop"), "--gaps に「drop」は使えません"),
        (("dance",), "コマンド「dance」はありません"),
    ],
)
def test_errors_say_what_to_do(ask: Keikaku, arguments: tuple[str, ...], message: str) -> None:
    ran = ask("workshop", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_group_lists_its_commands_in_both_languages(ask: Keikaku) -> None:
    for lang in ("ja", "en"):
        out = ask("workshop", "--lang", lang).out
        assert "read" in out
        assert "next" in out
        for command in ("read", "next"):
            assert ask("workshop", command, "--help", "--lang", lang).code == 0


def test_the_group_alone_shows_its_commands(keikaku: Keikaku) -> None:
    ran = keikaku("workshop")
    assert (ran.code, ran.err) == (0, "")
    assert "pack" in ran.out
