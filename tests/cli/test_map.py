"""``keikaku map``: what it writes, where, and which part of the graph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import keikaku
from keikaku.graph import network
from tests.cli.running import Keikaku, process
from tests.queries.small_graph import records


def labels(path: Path) -> set[str]:
    """The names of the nodes on a map."""
    text = path.read_text(encoding="utf-8")
    data = text.split('id="data">')[1].split("</script>")[0]
    return {node["label"] for node in json.loads(data)["network"]["nodes"]}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_the_map_gets_a_sensible_name_and_says_where_it_is(ask: Keikaku, tmp_path: Path) -> None:
    ran = ask("map")
    assert ran.code == 0
    assert "aozora-2022-map.html" in ran.out
    assert (tmp_path / "aozora-2022-map.html").exists()
    assert ask("map", "--theme", "DX").out.count("aozora-2022-DX-map.html") == 1
    assert "double click" in ask("map", "--lang", "en").out


@pytest.mark.parametrize("options", [(), ("--focus", "2-1-1", "--depth", "0")])
def test_the_same_graph_gives_the_same_bytes(
    graph_file: str, tmp_path: Path, options: tuple[str, ...]
) -> None:
    for name, seed in (("a.html", "1"), ("b.html", "2")):
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": "C"}
        out = str(tmp_path / name)
        ran = process("map", "--graph", graph_file, "--out", out, *options, environment=environment)
        assert ran.returncode == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_part_of_the_graph_can_be_drawn(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "part.html"
    ask("map", "--out", str(out), "--department", "収納課")
    assert {"1-1-2 市税等の電子納付", "電子納付率", "市税課", "便利な市役所"} <= labels(out)
    assert "総務課" not in labels(out)
    ask("map", "--out", str(out), "--theme", "5レス", "--goal", "2")
    assert "2-1-1 会議資料の電子化" in labels(out)
    assert "電子納付率" in labels(out)  # a plan that is shown is whole
    assert "市税課" not in labels(out)


def test_a_focus_draws_what_lies_so_many_steps_around(ask: Keikaku, tmp_path: Path) -> None:
    out = tmp_path / "focus.html"
    ask("map", "--out", str(out), "--focus", "個人情報保護法", "--depth", "1")
    near = labels(out)
    assert {"個人情報保護法", "1-1-2 市税等の電子納付"} <= near
    assert "収納課" not in near
    ask("map", "--out", str(out), "--focus", "個人情報保護法", "--depth", "2")
    assert near < labels(out)
    assert "収納課" in labels(out)


def test_of_several_documents_all_or_one_are_drawn_and_named(ask: Keikaku, tmp_path: Path) -> None:
    both, _ = keikaku.merge(
        *(network.from_records(records(*each)) for each in (("a-1", "あ市"), ("b-2", "い市")))
    )
    keikaku.write(both, tmp_path / "both.json")
    ask("map", "--graph", "both.json")
    assert {"あ市", "い市"} <= labels(tmp_path / "a-1-b-2-map.html")
    ask("map", "--graph", "both.json", "--document", "b-2")
    one = tmp_path / "b-2-map.html"
    assert "い市" in labels(one)
    assert "あ市" not in labels(one)
    assert "<title>い市行財政改革プラン2022 " in one.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--focus", "個人情報保獲法"], "もしかして"),
        (["--focus", "1-1-2", "--depth", "far"], "--depth"),
        (["--theme", "DX", "--department", "収納課"], "当てはまる実施計画がない"),
        (["--department", "ない課"], "見つかりません"),
        (["--out", "nowhere/map.html"], "書き込めません"),
    ],
)
def test_what_cannot_be_drawn_is_an_error_and_leaves_no_file(
    ask: Keikaku, tmp_path: Path, options: list[str], message: str
) -> None:
    ran = ask("map", *options)
    assert ran.code == 2
    assert message in ran.err
    assert list(tmp_path.glob("**/*.html")) == []


def test_a_map_never_replaces_the_graph_it_draws(ask: Keikaku, graph_file: str) -> None:
    before = Path(graph_file).read_bytes()
    ran = ask("map", "--graph", graph_file, "--out", graph_file)
    assert ran.code == 2
    assert Path(graph_file).read_bytes() == before


def test_it_opens_where_it_is_asked_to(tmp_path: Path, graph_file: str) -> None:
    opened_path = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened_path}\n', encoding="utf-8")
    browser.chmod(0o755)
    out = tmp_path / "計画 1.html"
    ran = process(
        *("map", "--graph", graph_file, "--out", str(out), "--open"),
        environment={"BROWSER": str(browser)},
    )
    assert ran.returncode == 0
    assert opened_path.read_text(encoding="utf-8").strip() == out.as_uri()
