"""``check --init`` carries over the corrections that were applied: the new file replaces them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, Keikaku

KNOWN = EXAMPLE.with_name("midorino-2026-corrections.yaml")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str]) -> Keikaku:
    return Keikaku(capsys)


def loaded(ask: Keikaku, folder: Path, *options: str) -> dict[str, object]:
    """What the example loads to, without where its corrections stand."""
    out = folder / "graph.json"
    ran = ask("load", str(EXAMPLE), "--out", str(out), *options)
    assert ran.code == 0, ran.err
    answer: dict[str, object] = json.loads(out.read_text("utf-8"))
    return answer


@pytest.mark.parametrize("with_name", [True, False])
def test_the_new_file_settles_what_the_old_one_did(
    ask: Keikaku, tmp_path: Path, with_name: bool
) -> None:
    new = tmp_path / "corrections.yaml"
    options = ("--corrections", str(KNOWN)) if with_name else ()
    ran = ask("check", str(EXAMPLE), "--init", str(new), *options)
    assert ran.code == 0, ran.err
    before = loaded(ask, tmp_path)
    after = loaded(ask, tmp_path, "--corrections", str(new))
    for facts in (before, after):
        for one in [*facts["nodes"], *facts["edges"], *facts["findings"]]:  # type: ignore[misc]
            one.pop("evidence")
    assert after == before


@pytest.mark.parametrize("indent", [0, 2, 4])
def test_entries_are_carried_over_whatever_their_indentation(
    ask: Keikaku, tmp_path: Path, indent: int
) -> None:
    old = tmp_path / "old.yaml"
    entry = "- set: {plan: 1-1-1, title: 新しい名称}\n  who: 山田\n  why: 冊子\n  when: 2026-04-01"
    lines = "\n".join(" " * indent + line for line in entry.split("\n"))
    old.write_text(
        f"keikaku-corrections: 1\ndocument: midorino-2026\ncorrections:\n{lines}\n", "utf-8"
    )
    new = tmp_path / "new.yaml"
    ask("check", str(EXAMPLE), "--corrections", str(old), "--init", str(new))
    text = json.dumps(loaded(ask, tmp_path, "--corrections", str(new)), ensure_ascii=False)
    assert "新しい名称" in text
