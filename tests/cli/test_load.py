"""``keikaku load`` and ``keikaku check SOURCE`` on the example plan, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

import keikaku as api
from keikaku.graph import jsonfile
from tests.cli.running import EXAMPLE, Keikaku

CORRECTIONS = EXAMPLE.with_name("midorino-2026-corrections.yaml")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The example without corrections beside it."""
    return Path(shutil.copy(EXAMPLE, tmp_path / "midorino-2026-plan.txt"))


def test_a_graph_is_written_and_its_numbers_are_printed(
    keikaku: Keikaku, source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "graph.json"
    ran = keikaku("load", str(source), "--out", str(out))
    assert (ran.code, ran.err) == (0, "")
    said = "".join(ran.out.split())
    assert f"実施計画{len(api.plans(api.read(out)))}個別取組" in said
    assert "確認事項:エラー" in said
    assert f"{out}に保存しました。" in said


def test_without_out_nothing_is_written_and_that_is_said(keikaku: Keikaku, source: Path) -> None:
    assert "保存していません" in keikaku("load", str(source)).out
    assert list(source.parent.iterdir()) == [source]


def test_corrections_beside_the_source_are_used_and_said(keikaku: Keikaku, source: Path) -> None:
    settled = keikaku("load", str(source), "--format", "json")
    assert json.loads(settled.out)["rows"][0]["findings"]["settled"] == 0
    for name in ("midorino-2026-corrections.yaml", "midorino-2026-plan-corrections.yaml"):
        beside = source.with_name(name)
        shutil.copy(CORRECTIONS, beside)
        row = json.loads(keikaku("load", str(source), "--format", "json").out)["rows"][0]
        assert row["corrections"] == str(beside)
        assert row["findings"]["settled"] > 0
        assert name in "".join(keikaku("load", str(source)).out.split())
        beside.unlink()


def test_the_api_finds_the_same_corrections_as_the_command(
    keikaku: Keikaku, source: Path, tmp_path: Path
) -> None:
    out = tmp_path / "graph.json"
    shutil.copy(CORRECTIONS, source.with_name("midorino-2026-corrections.yaml"))
    keikaku("load", str(source), "--out", str(out))
    assert jsonfile.dumps(api.load(source)) == out.read_text("utf-8")
    assert any(finding.get("settled") for finding in api.load(source).graph["findings"])


def test_corrections_of_another_document_are_left_out_and_said(
    keikaku: Keikaku, source: Path
) -> None:
    shutil.copy(CORRECTIONS, source.with_name("midorino-2026-corrections.yaml"))
    ran = keikaku("load", str(source), "--id", "other-plan", "--lang", "en", "--format", "json")
    (row,) = json.loads(ran.out)["rows"]
    assert (ran.code, row["corrections"], row["findings"]["settled"]) == (0, None, 0)
    output = keikaku("load", str(source), "--id", "other-plan", "--lang", "en").out
    assert "is not applied to 'other-plan'" in " ".join(output.split())
    with pytest.warns(UserWarning, match="適用していません"):
        api.load(source, document_id="other-plan")


def test_corrections_may_lie_elsewhere(keikaku: Keikaku, source: Path) -> None:
    ran = keikaku("load", str(source), "--corrections", str(CORRECTIONS), "--format", "json")
    assert json.loads(ran.out)["rows"][0]["corrections"] == str(CORRECTIONS)


def test_the_id_may_be_given(keikaku: Keikaku, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "graph.json"
    keikaku("load", str(source), "--id", "my-plan", "--out", str(out))
    assert api.read(out).graph["document"]["id"] == "my-plan"


def test_facts_only_leaves_out_the_prose(keikaku: Keikaku, source: Path, tmp_path: Path) -> None:
    whole, facts = tmp_path / "whole.json", tmp_path / "facts.json"
    keikaku("load", str(source), "--out", str(whole))
    keikaku("load", str(source), "--out", str(facts), "--facts-only")
    assert any("overview" in node for _, node in api.read(whole).nodes(data=True))
    assert not any("overview" in node for _, node in api.read(facts).nodes(data=True))


def test_further_themes_are_found(keikaku: Keikaku, source: Path, tmp_path: Path) -> None:
    themes = tmp_path / "themes.yaml"
    own = "themes:\n  - {name: 窓口改革, group: 本市, words: [来庁しなくても]}\n"
    themes.write_text(own, encoding="utf-8")
    out = tmp_path / "graph.json"
    keikaku("load", str(source), "--themes", str(themes), "--out", str(out))
    assert len(api.plans(api.read(out), theme="窓口改革")) > 0


def test_explain_shows_how_a_plan_was_read(keikaku: Keikaku, source: Path) -> None:
    ran = keikaku("load", str(source), "--explain", "1-1-1")
    assert ran.code == 0
    assert "組織機構の最適化" in ran.out
    unknown = keikaku("load", str(source), "--explain", "9-9-9")
    assert (unknown.code, unknown.err.count("\n")) == (2, 1)


def test_several_sources_make_one_graph(keikaku: Keikaku, source: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(source, tmp_path / "other-2030-plan.txt"))
    out = tmp_path / "both.json"
    ran = keikaku("load", str(source), str(other), "--out", str(out), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out.removeprefix("\ufeff"))))
    assert {row["計画書"] for row in rows} == {"midorino-2026", "other-2030"}
    assert len(api.plans(api.read(out))) == 2 * len(api.plans(api.load(source)))
    assert ran.err == ""  # no progress bar where nobody watches


def test_the_source_is_never_overwritten(
    keikaku: Keikaku, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = source.read_bytes()
    link = tmp_path / "link.json"
    link.symlink_to(source)
    monkeypatch.chdir(tmp_path)
    for out in (str(source), source.name, f"./{source.name}", str(link)):
        ran = keikaku("load", str(source), "--out", out)
        assert ran.code == 2
        assert "上書きはできません" in ran.err
    assert source.read_bytes() == before


def test_nothing_is_left_behind_where_the_graph_cannot_be_written(
    keikaku: Keikaku, source: Path, tmp_path: Path
) -> None:
    ran = keikaku("load", str(source), "--out", str(tmp_path / "no" / "where.json"))
    assert (ran.code, ran.out) == (2, "")
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, b"%PDF-1.7\n", b"PK\x03\x04abc"])
def test_what_is_no_plan_is_refused_in_one_line(
    keikaku: Keikaku, tmp_path: Path, content: bytes
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    ran = keikaku("load", str(bad), "--out", str(tmp_path / "out.json"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "bad.txt" in ran.err
    assert not (tmp_path / "out.json").exists()


def test_markdown_english_and_strict(keikaku: Keikaku, source: Path) -> None:
    out = keikaku("load", str(source), "--format", "markdown", "--lang", "en").out
    assert f"| Plan | {len(api.plans(api.load(source)))} |" in out
    errors = json.loads(keikaku("load", str(source), "--format", "json").out)["rows"][0]["findings"]
    assert keikaku("load", str(source), "--strict").code == int(errors["error"] > 0)


def test_a_source_is_checked_without_a_graph(keikaku: Keikaku, source: Path) -> None:
    report = json.loads(keikaku("check", str(source), "--format", "json").out)
    assert report["graph"] == str(source)
    lines = [row["severity"] for row in report["rows"]]
    assert lines == sorted(lines, key=["error", "warning", "info"].index)
    settled = keikaku("check", str(source), "--corrections", str(CORRECTIONS), "--settled")
    assert "解決済み" in settled.out


def test_the_skeleton_of_a_source_can_be_loaded_with_it(
    keikaku: Keikaku, source: Path, tmp_path: Path
) -> None:
    file = tmp_path / "corrections.yaml"
    assert keikaku("check", str(source), "--init", str(file)).code == 0
    assert keikaku("load", str(source), "--corrections", str(file)).code == 0
