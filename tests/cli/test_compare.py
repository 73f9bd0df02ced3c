"""``keikaku compare`` and ``whatif`` at the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.cli.running import Keikaku

CHANGES = """\
keikaku-changes: 1
changes:
- merge-departments: [収納課, 市税課]
  into: 税務課
  note: 税務の一元化
- split-department: 市民課
  into:
  - {name: 窓口課, plans: [1-1-10]}
  - {name: 戸籍課, plans: rest}
- rename: 1-1-2
  to: 電子納付の拡大
- move-plan: 1-1-10
  to: 2-1
- hand-over: 1-1-10
  to: 税務課
- drop-plan: 2-1-1
- drop-guideline: 個人情報保護法
"""


@pytest.fixture
def changes(tmp_path: Path) -> str:
    path = tmp_path / "reform.yaml"
    path.write_text(CHANGES, encoding="utf-8")
    return str(path)


def test_a_reorganisation_is_reported_kept_and_compared(
    ask: Keikaku, graph_file: str, changes: str, tmp_path: Path
) -> None:
    out = str(tmp_path / "variant.json")
    before = Path(graph_file).read_bytes()
    ran = ask("whatif", "--changes", changes, "--out", out)
    assert (ran.code, ran.err) == (0, "")
    output = ran.out.replace("\n", "")
    for words in (
        "所管課の統合（収納課・市税課 → 税務課）（税務の一元化）",
        "計画は3 → 2件になる",
        "根拠がすべてなくなる計画（1件）",
        "新たに計画を担う課",
        f"{out} に保存しました",
    ):
        assert words.replace(" ", "") in output.replace(" ", ""), words
    assert Path(graph_file).read_bytes() == before
    assert "電子納付の拡大" in ask("plans", "--graph", out).out
    compared = ask("compare", graph_file, out)
    assert compared.code == 0
    assert "廃止1件、名称変更1件、移動1件、主管課変更2件" in compared.out.replace("\n", "")


def test_options_are_taken_in_the_order_in_which_they_stand(ask: Keikaku) -> None:
    rename, merge = (
        ("--rename", "収納課=債権課"),
        ("--merge-departments", "債権課＋市税課＝税務課"),
    )
    assert ask("whatif", *rename, *merge).code == 0
    ran = ask("whatif", *merge, *rename)
    assert ran.code == 2
    assert "債権課" in ran.err
    twice = ask("whatif", "--drop-plan=1-1-2", *rename, "--drop-plan", "2-1-1", "--format", "json")
    (outcome,) = json.loads(twice.out)["totals"]
    kinds = [each["kind"] for each in outcome["changes"]]
    assert kinds == ["drop-plan", "rename", "drop-plan"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_both_answer_in_every_format(
    ask: Keikaku, graph_file: str, changes: str, tmp_path: Path, lang: str
) -> None:
    out = str(tmp_path / "variant.json")
    ask("whatif", "--changes", changes, "--out", out)
    for command in (["whatif", "--changes", changes], ["compare", graph_file, out]):
        for form in ("table", "json", "csv", "markdown"):
            ran = ask(*command, "--format", form, "--lang", lang)
            assert (ran.code, ran.err) == (0, "")
            if form == "table":
                assert max(wcswidth(line) for line in ran.out.split("\n")) <= 80
            if form == "csv":
                lines = list(csv.reader(io.StringIO(ran.out.removeprefix("\ufeff"))))
                assert len({len(line) for line in lines}) == 1
                assert len(lines) > 2
            if form == "json":
                assert json.loads(ran.out)["question"] == command[0]


def test_a_comparison_goes_into_a_file_but_not_into_one_that_is_compared(
    ask: Keikaku, graph_file: str, changes: str, tmp_path: Path
) -> None:
    variant, out = str(tmp_path / "variant.json"), tmp_path / "table.csv"
    ask("whatif", "--changes", changes, "--out", variant)
    assert ask("compare", graph_file, variant, "--out", str(out)).code == 0
    printed = ask("compare", graph_file, variant, "--format", "csv").out
    assert out.read_text(encoding="utf-8").strip() == printed.strip()
    before = Path(variant).read_bytes()
    assert ask("compare", graph_file, variant, "--out", variant).code == 2
    assert Path(variant).read_bytes() == before


def test_nothing_is_half_applied(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "variant.json"
    ran = ask("whatif", "--drop-plan", "1-1-2", "--drop-plan", "9-9-9", "--out", str(out))
    assert (ran.code, ran.out) == (2, "")
    assert not out.exists()


def test_the_graph_that_is_asked_is_not_written_over(ask: Keikaku, graph_file: str) -> None:
    ran = ask("whatif", "--graph", graph_file, "--drop-plan", "1-1-2", "--out", graph_file)
    assert (ran.code, ran.out) == (2, "")
    assert "上書き" in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("whatif",), "変更を一つ以上"),
        (("whatif", "--drop-plan", "1-1-3"), "--drop-plan「1-1-3」"),
        (("whatif", "--merge-departments", "収納課"), "「A課+B課=C課」の形"),
        (("whatif", "--changes", "nowhere.yaml"), "nowhere.yaml"),
        (("compare",), "旧を指定してください"),
        (("compare", "nowhere.json"), "nowhere.json"),
    ],
)
def test_errors_say_what_to_do(ask: Keikaku, arguments: tuple[str, ...], words: str) -> None:
    ran = ask(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_one_document_alone_cannot_be_compared(ask: Keikaku, graph_file: str) -> None:
    ran = ask("compare", graph_file)
    assert ran.code == 2
    assert "1件しかありません" in ran.err
