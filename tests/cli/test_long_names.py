"""A name that is too long for a file system is refused in words, and no file is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from keikaku.graph import jsonfile
from tests.cli.running import EXAMPLE, Keikaku
from tests.queries.small_graph import records

LONG = "あ" * 100  # 300 bytes; file systems take 255
DOORS = (
    f"load {LONG}.txt --out a.json",
    f"load PLAN --out {LONG}.json",
    f"load PLAN --out {LONG}/a.json",
    f"load PLAN --layout {LONG}.yaml --out a.json",
    f"load PLAN --corrections {LONG}.yaml --out a.json",
    f"load PLAN --themes {LONG}.yaml --out a.json",
    f"check {LONG}.txt",
    f"check --graph GRAPH --out {LONG}.xlsx",
    f"layout {LONG}.csv",
    f"layout PLAN --out {LONG}.yaml",
    f"plans --graph {LONG}.json",
    f"plans --graph GRAPH --out {LONG}.csv",
    f"plans --graph GRAPH --format xlsx --out {LONG}.xlsx",
    f"map --graph GRAPH --out {LONG}.html",
    f"map --graph GRAPH --before {LONG}.json --out a.html",
    f"site --graph GRAPH --out {LONG}",
    f"progress {LONG}.csv --graph GRAPH",
    f"progress --template --graph GRAPH --out {LONG}.xlsx",
    f"report --progress {LONG}.csv --graph GRAPH --out a.docx",
    f"workshop pack --graph GRAPH --out {LONG}",
    f"workshop read {LONG}.xlsx --graph GRAPH --out a.yaml",
    f"workshop next {LONG}.yaml --graph GRAPH --out a.json",
    f"template --out {LONG}.xlsx",
    f"export {LONG}.graphml --graph GRAPH",
    f"compare GRAPH {LONG}.json",
    f"whatif --changes {LONG}.yaml --graph GRAPH",
)


@pytest.mark.parametrize("words", DOORS)
def test_a_name_that_is_too_long_is_refused_in_words(
    words: str,
    keikaku: Keikaku,
    graph_file: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    places = {"PLAN": str(EXAMPLE), "GRAPH": graph_file}
    ran = keikaku(*(places.get(word, word) for word in words.split()))
    assert ran.code == 2
    assert "想定していない" not in ran.err
    assert LONG[:20] in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "ending"), [("map", "-map.html"), ("progress --template", "-progress.xlsx")]
)
def test_a_name_that_we_choose_fits(
    words: str, ending: str, keikaku: Keikaku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    jsonfile.write(Path("graph.json"), records(LONG))
    assert keikaku(*words.split(), "--graph", "graph.json").code == 0
    made = next(path.name for path in tmp_path.iterdir() if path.name != "graph.json")
    assert made == "あ" * 60 + ending
