"""The page of conditions (docs/ja/find.md): its examples answer as they stand."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.cli.running import ROOT, Keikaku

PAGE = ROOT / "docs" / "ja" / "find.md"
_BLOCK = re.compile(r"## 例\n\n```sh\n(.*?)```", re.DOTALL)


def examples() -> list[str]:
    (block,) = _BLOCK.findall(PAGE.read_text("utf-8"))
    return str(block).strip().split("\n")


def test_there_are_twenty_or_more() -> None:
    assert len(examples()) >= 20


@pytest.mark.parametrize("example", examples())
def test_an_example_of_the_page_answers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.delenv("KEIKAKU_GRAPH", raising=False)
    _, *arguments = shlex.split(example)
    ran = Keikaku(capsys)(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"[1-9]\d*件" if "--compare" not in example else "計画数|件数", ran.out), (
        ran.out
    )
