"""Every question that a page shows can be typed as it stands, and is answered."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Keikaku

PAGES = ("README.md", "README.ja.md", "docs/ja/find.md")
_BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
_QUESTIONS = {"ask", "bridges", "department", "find", "impact", "plan", "plans", "workload"}


def _questions() -> list[str]:
    """Return the lines of the pages that ask the bundled graph, without remarks, each once."""
    text = "\n".join((ROOT / page).read_text("utf-8") for page in PAGES)
    lines = "\n".join(_BLOCK.findall(text)).split("\n")
    commands = [shlex.split(line, comments=True) for line in lines]
    lines = [shlex.join(c[1:]) for c in commands if len(c) > 1 and c[0] == "keikaku"]
    return [c for c in dict.fromkeys(lines) if c.split()[0] in _QUESTIONS and "--graph" not in c]


def test_the_pages_show_questions() -> None:
    assert len(_questions()) >= 28


@pytest.mark.parametrize("line", _questions())
def test_a_question_of_the_docs_is_answered(
    line: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KEIKAKU_GRAPH", raising=False)
    monkeypatch.chdir(tmp_path)
    ran = Keikaku(capsys)(*shlex.split(line))
    assert (ran.code, ran.err) == (0, "")
    nothing = "該当する" in ran.out.split("\n")[0]
    assert not nothing or "不明" in ran.out, "an example shows something, or what is unknown"
