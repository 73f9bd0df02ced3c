"""The questions across plans at the command line: every option, every format, both languages."""

from __future__ import annotations

import csv
import io
import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from keikaku.cli.app import COMMANDS, command
from keikaku.graph import jsonfile, network
from keikaku.graph.merging import merge
from keikaku.queries.registry import QUESTIONS
from tests.cli.running import Keikaku
from tests.queries.small_graph import records
from tests.queries.test_indicators import MORE, measured, value

COMMAND_LINES = (
    ["workload"],
    ["workload", "--by", "year"],
    ["workload", "--department", "収納", "--goal", "1"],
    ["dependencies"],
    ["dependencies", "1-1-10", "--depth", "1", "--include-inferred"],
    ["impact", "1-1-2", "--include-inferred", "--depth", "2"],
    ["impact", "個人情報"],
    ["indicators"],
    ["indicators", "--without-baseline", "--unit", "%", "--goal", "1"],
    ["indicators", "--at-target", "--department", "収納課"],
    ["themes"],
    ["themes", "5レス", "--basis", "mark"],
    ["themes", "--with", "DX", "--and", "ペーパーレス"],
    ["themes", "--matrix", "goals", "--goal", "1"],
    ["themes", "--matrix", "departments"],
    ["guidelines"],
    ["guidelines", "個人情報", "--matrix", "departments", "--goal", "1"],
    ["departments"],
    ["departments", "市民課", "--matrix", "themes", "--goal", "2"],
    ["bridges"],
    ["bridges", "--top", "1"],
    ["ask", "収納課の負担"],
)


def answer_of(ask: Keikaku, *arguments: str) -> dict[str, Any]:
    ran = ask(*arguments, "--format", "json")
    assert ran.code == 0, ran.err
    answer: dict[str, Any] = json.loads(ran.out)
    return answer


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_question_answers_in_every_format(
    ask: Keikaku, arguments: list[str], lang: str
) -> None:
    for form in ("table", "json", "csv", "markdown"):
        ran = ask(*arguments, "--format", form, "--lang", lang, "--document", "aozora-2022")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.strip()
        assert "{" not in ran.out or form == "json"
        if form == "csv":
            lines = csv.reader(io.StringIO(ran.out.removeprefix("\ufeff")))
            assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
def test_tables_fit_eighty_columns(ask: Keikaku, arguments: list[str]) -> None:
    from wcwidth import wcswidth

    assert max(wcswidth(line) for line in ask(*arguments).out.split("\n")) <= 80


def test_every_question_is_a_command_with_all_its_parameters() -> None:
    for question in QUESTIONS.values():
        assert question.name in COMMANDS
        names = {parameter.name for parameter in command(question.name).params}
        assert {*question.names, "format", "lang", "graph", "document"} <= names


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["impact", "カウンターレス"],
            "影響を受けるものは、原本に記載がありません（対象：カウンターレス）。",
        ),
        (["dependencies", "個人情報"], "依存先は、原本に記載がありません"),
        (["indicators", "--at-target"], "該当する指標はありません（現況値が目標以上のもの）。"),
        (["themes", "DX", "--goal", "1"], "該当するテーマはありません（テーマ：DX、"),
        (["guidelines", "個人情報", "--goal", "2"], "該当する法令・指針等はありません"),
        (["departments", "収納課", "--goal", "2"], "該当する所管課はありません"),
        (["workload", "--department", "収納課", "--goal", "2"], "該当する所管課はありません"),
    ],
)
def test_an_empty_answer_is_said_in_words(ask: Keikaku, arguments: list[str], said: str) -> None:
    ran = ask(*arguments)
    assert ran.out.startswith(said)
    assert ran.code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["impact", "9-9-9"],
        ["impact"],
        ["workload", "--by", "month"],
        ["themes", "--and", "DX"],
        ["guidelines", "--matrix", "themes"],
        ["bridges", "--top", "0"],
        ["indicators", "--unit", "光年"],
        ["ask", "今日の天気は"],
        ["ask"],
    ],
)
def test_what_cannot_be_asked_is_one_line_and_exit_code_2(
    ask: Keikaku, arguments: list[str]
) -> None:
    ran = ask(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("エラー: ")
    assert ran.err.count("\n") == 1


def test_workload_shows_shares_years_counting_and_concentration(ask: Keikaku) -> None:
    out = ask("workload").out
    for part in ("按分", "44.4%", "2023", "1/1", "按分は", "HHI", "ジニ係数"):
        assert part in out
    answer = answer_of(ask, "workload")
    assert answer["totals"][0]["departments"] == 5
    assert answer["rows"][0]["department"] == "市民課"


def test_impact_shows_the_path_and_its_words_and_keeps_inferred_apart(ask: Keikaku) -> None:
    out = ask("impact", "1-1-2", "--include-inferred").out
    stated, inferred = out.split("推定によるもの（原本の記載ではありません）")
    assert "1-1-10 →（計画名の記載）" in stated
    assert "「「市税等の電子納付」" in stated
    assert "0.40" in inferred
    assert "影響を受けるもの: 2件" in inferred


def test_ask_says_how_it_understood_and_answers_like_the_command(ask: Keikaku) -> None:
    for sentence, said, lang in (
        ("キャッシュレスに関わる計画を教えてください", "次の問いとして答えます", "ja"),
        ("all plans touching キャッシュレス", "Understood as", "en"),
    ):
        ran = ask("ask", sentence)
        head, _, rest = ran.out.partition("\n\n")
        assert head == f"{said}: keikaku plans --theme キャッシュレス"
        assert rest == ask("plans", "--theme", "キャッシュレス", "--lang", lang).out
    answer = answer_of(ask, "ask", "キャッシュレスに関わる計画")
    assert answer.pop("command") == "keikaku plans --theme キャッシュレス"
    assert answer == answer_of(ask, "plans", "--theme", "キャッシュレス")


def test_an_english_question_is_answered_in_english_unless_the_language_is_chosen(
    ask: Keikaku, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ask("ask", "plans", "of", "収納課").out.startswith("Understood as: ")
    assert ask("ask", "What is the weather").err.startswith("error: ")
    for japanese in ("収納課の計画", "キャッシュレス", "DX", "Web の計画"):
        ran = ask("ask", japanese)
        assert (ran.out + ran.err).startswith(("次の問い", "エラー")), japanese
    assert ask("ask", "plans of 収納課", "--lang", "ja").out.startswith("次の問い")
    monkeypatch.setenv("KEIKAKU_LANG", "ja")
    assert ask("ask", "plans of 収納課").out.startswith("次の問い")


def test_the_command_that_ask_prints_can_be_typed(ask: Keikaku) -> None:
    for sentence in (
        "収納課の年度別の負担",
        "1-1-2をやめると何に響くか",
        "キャッシュレスとDXの両方に関わる計画",
        "現況値のない指標",
        "令和5年度の収納課の計画",
    ):
        answer = answer_of(ask, "ask", sentence, "--document", "aozora-2022")
        arguments = shlex.split(answer.pop("command"))[1:]
        assert arguments[-2:] == ["--document", "aozora-2022"]
        assert answer == answer_of(ask, *arguments)


def test_words_of_a_sentence_need_no_quotes(ask: Keikaku) -> None:
    assert answer_of(ask, "ask", "plans", "in", "2023")["parameters"] == {"year": 2023}


def test_with_several_documents_rows_say_which(keikaku: Keikaku, tmp_path: Path) -> None:
    cities = [records(), records("hoshi-2022", "ほしの市")]
    both, _ = merge(network.from_records(city) for city in cities)
    path = str(tmp_path / "both.json")
    jsonfile.write(tmp_path / "both.json", both)
    for arguments in COMMAND_LINES:
        if arguments[0] != "ask" and "--matrix" not in arguments:
            out = keikaku(*arguments, "--graph", path).out
            none = "ありません" in out or "見つかりません" in out
            assert "hoshi-" in out.replace("\n", "") or none, arguments


def test_a_target_that_is_to_be_held_is_not_called_missed(keikaku: Keikaku, tmp_path: Path) -> None:
    jsonfile.write(tmp_path / "graph.json", MORE)
    output = keikaku("indicators", "--graph", str(tmp_path / "graph.json")).out
    (row,) = [line for line in output.splitlines() if "維持" in line]
    assert row.count("維持") == 2  # the indicator is called so, and stands so
    assert "未達" not in row


def test_a_target_to_be_held_stands_as_held_or_is_still_ahead(
    keikaku: Keikaku, tmp_path: Path
) -> None:
    graph = measured(
        ("高い率", value(90), value(90), "maintain"), ("低い率", value(80), value(90), "maintain")
    )
    jsonfile.write(tmp_path / "graph.json", graph)
    output = keikaku("indicators", "--graph", str(tmp_path / "graph.json")).out
    rows = {
        name: line for line in output.splitlines() for name in ("高い率", "低い率") if name in line
    }
    assert "維持" in rows["高い率"]
    assert "現況値が" not in rows["高い率"]
    assert "これから" in rows["低い率"]
