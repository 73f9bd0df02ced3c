"""``keikaku check`` on the findings kept in a graph."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import yaml

from keikaku.graph import jsonfile
from keikaku.graph.findings import NoMeasurableTarget
from tests.cli.running import Keikaku
from tests.queries.small_graph import DOC, records


def test_findings_come_with_line_quote_and_the_yaml_that_settles_them(ask: Keikaku) -> None:
    out = ask("check").out
    assert out.startswith("確認事項2件（警告 1、参考 1）\n\n[警告] 20行 実施計画1-1-10には印の行が")
    assert "「1-1-10 の行」" in out
    assert "\n  - set:\n      plan: 1-1-10\n      marks:\n" in out
    assert "解決済みの事項が1件" in out


def test_settled_ones_are_shown_with_who_and_why(ask: Keikaku) -> None:
    out = ask("check", "--settled").out
    assert "解決済み: 行政改革係 2022-05-01 現況値は別表にある" in out


def test_findings_are_kept_by_severity_code_and_document(ask: Keikaku) -> None:
    def codes(*arguments: str) -> list[str]:
        answer = json.loads(ask("check", *arguments, "--format", "json").out)
        return [row["code"] for row in answer["rows"]]

    assert codes() == ["marks-missing", "target-without-baseline"]
    assert codes("--severity", "warning") == ["marks-missing"]
    assert codes("--code", "target-without-baseline") == ["target-without-baseline"]
    assert len(codes("--document", DOC)) == 2


def test_csv_and_markdown(ask: Keikaku) -> None:
    read = csv.DictReader(io.StringIO(ask("check", "--format", "csv").out.removeprefix("\ufeff")))
    assert [(row["区分"], row["箇所"]) for row in read] == [("警告", "20"), ("参考", "33")]
    assert "```yaml\n  - set:" in ask("check", "--format", "markdown").out


def test_english(ask: Keikaku) -> None:
    out = ask("check", "--lang", "en").out
    assert "\n[warning] line 20 Plan 1-1-10 has no mark row" in out


def test_nothing_to_look_at_is_said(ask: Keikaku) -> None:
    assert ask("check", "--severity", "error").out.startswith("確認が必要な事項はありません。\n")


def test_a_skeleton_of_corrections_is_written_once(ask: Keikaku, tmp_path: Path) -> None:
    file = tmp_path / "corrections.yaml"
    output = ask("check", "--init", str(file)).out
    assert f"{file}に訂正のひな形を書きました。" in "".join(output.split())
    written = file.read_text(encoding="utf-8")
    assert yaml.safe_load(written)["document"] == DOC
    assert len(yaml.safe_load(written)["corrections"]) == 2
    again = ask("check", "--init", str(file))
    assert again.code == 2
    assert file.read_text(encoding="utf-8") == written


def test_strict_fails_on_an_open_error_only(
    keikaku: Keikaku, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = records()
    file = tmp_path / "g.json"
    monkeypatch.setenv("KEIKAKU_GRAPH", str(file))
    jsonfile.write(file, made)
    assert keikaku("check", "--strict").code == 0
    details = dict.fromkeys(NoMeasurableTarget.details, "2-1-1")
    finding = NoMeasurableTarget.at(f"{DOC}/plan/2-1-1", [], **details)
    finding.severity = "error"
    made.findings.append(finding)
    jsonfile.write(file, made)
    assert keikaku("check", "--strict").code == 1
    assert keikaku("check").code == 0
