"""Errors are one line in the user's language with exit code 2; help and versions speak it too."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.cli.app import COMMANDS, GROUPS, command
from keikaku.cli.help_pages import command_help, parameter_help
from keikaku.cli.help_words import COMMAND, METAVAR, PARAMETER
from keikaku.cli.options import CHOICES
from keikaku.queries.registry import DECLARED
from tests.cli.running import Keikaku


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plans", "--theme", "キャシュレス"), "もしかして: キャッシュレス？"),
        (("plans", "--department", "総務"), "総務課、総務企画課"),
        (("plans", "--year", "来年"), "年度「来年」を読めません"),
        (("plans", "--basis", "x"), "--basis に「x」は使えません。mark, text"),
        (
            ("plans", "--format", "xml"),
            "--format に「xml」は使えません。table, json, csv, markdown",
        ),
        (("plans", "--lang", "fr"), "--lang に「fr」は使えません"),
        (("plans", "--document", "hoshi"), "計画書「hoshi」は見つかりません"),
        (("plans", "--graph", "nowhere.json"), "nowhere.json"),
        (("plans", "--graph", "bolt://neo4j:secret@host:7687"), "bolt://host:7687: Neo4j"),
        (("plan", "9-9-9"), "実施計画「9-9-9」は見つかりません"),
        (("check", "--severity", "grave"), "error, warning, info"),
        (("check", "--code", "mark-missing"), "もしかして: marks-missing"),
        (("plan",), "番号を指定してください。 使い方: keikaku plan --help"),
        (("plan", "1-1-2", "extra"), "余分な引数があります: extra"),
        (("plans", "--thme", "DX"), "もしかして: --theme？"),
        (("plans", "--theme"), "--theme には値が必要です"),
        (("plans", "--xyz"), "オプション --xyz はありません"),
        (("--version=1",), "--version は値を取りません"),
        (("plams",), "コマンド「plams」はありません。 もしかして: plans"),
        (("dance",), "コマンドの一覧: keikaku --help"),
        (("load", "nowhere.txt", "--id", "a", "also.txt"), "--id は、原本を1つだけ"),
        (("load", "a.txt", "--explain", "1-1-1", "--out", "b"), "一緒に指定できません"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(
    ask: Keikaku, arguments: tuple[str, ...], message: str
) -> None:
    ran = ask(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("エラー: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert "secret" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("plans", "--theme", "キャシュレス", "--lang", "en"), "did you mean: キャッシュレス?"),
        (("--lang", "en", "plan"), "NUMBER is missing. See keikaku plan --help."),
        (("--lang=en", "plams"), "there is no command 'plams'. Did you mean: plans"),
    ],
)
def test_errors_speak_english_when_asked_to(
    ask: Keikaku, arguments: tuple[str, ...], message: str
) -> None:
    ran = ask(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("error: ")
    assert message in ran.err


def test_the_language_may_come_from_the_environment(
    ask: Keikaku, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEIKAKU_LANG", "en")
    assert ask("plan").err.startswith("error: ")
    assert ask("plan", "--lang", "ja").err.startswith("エラー: ")


def test_a_broken_graph_is_an_error_that_names_it(keikaku: Keikaku, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"schema": "keikaku/2", "nodes": [', encoding="utf-8")
    ran = keikaku("plans", "--graph", str(broken))
    assert ran.code == 2
    assert "broken.json" in ran.err


def test_without_a_command_or_with_help_there_is_help(keikaku: Keikaku) -> None:
    ran = keikaku()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == keikaku("--help").out == keikaku("-h").out
    assert ran.out.startswith("使い方: keikaku")
    assert keikaku("--lang", "en").out.startswith("Usage: keikaku")
    assert all(name in ran.out for name in COMMANDS)


PATHS = [
    path
    for name in COMMANDS
    for path in ([f"{name} {inner}" for inner in GROUPS[name]] if name in GROUPS else [name])
]


def names_of(path: str) -> set[str]:
    return {parameter.name for parameter in command(path).params}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_help_of_a_command_lists_each_of_its_parameters(
    keikaku: Keikaku, path: str, lang: str
) -> None:
    out = keikaku(*path.split(), "--help", "--lang", lang).out
    assert command_help(path)[lang == "en"].split()[0][:20] in out
    for name in names_of(path):
        assert parameter_help(path, name, DECLARED.get(path))[lang == "en"][:12] in out


def test_no_words_of_the_help_are_left_without_a_parameter() -> None:
    used = {"help", "version", "lang"}
    for path in PATHS:
        declared = (
            {each.name for each in (*DECLARED[path].inputs, *DECLARED[path].parameters)}
            if path in DECLARED
            else set()
        )
        assert {name for where, name in PARAMETER if where == path} <= names_of(path) - declared
        used |= names_of(path)
    assert {name for _, name in PARAMETER} <= used
    assert set(METAVAR) | set(CHOICES) <= used
    assert not {*COMMAND} & {*DECLARED}


def test_an_option_that_is_taken_once_is_not_given_twice(keikaku: Keikaku) -> None:
    ran = keikaku("workload", "--department", "収納課", "--goal", "1", "--department=市民課")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "エラー: --department は一度だけ指定できます。\n"


def test_the_version(keikaku: Keikaku) -> None:
    assert keikaku("--version").out.startswith("keikaku ")
