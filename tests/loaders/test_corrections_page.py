"""What docs/corrections.md shows can be written as shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keikaku.loaders.corrections import parse

PAGE = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
SIGNED = "\n    who: 山田\n    why: 確認した\n    when: 2026-04-10\n"


def entries(block: str) -> list[str]:
    return [f"  - {one.rstrip()}" for one in re.split(r"^  - ", block, flags=re.MULTILINE)[1:]]


def test_the_first_example_is_a_whole_file() -> None:
    (entry,) = parse(BLOCKS[0], "page.yaml").entries
    assert entry.body["marks"] == {"キャッシュレス": "なし", "ペーパーレス": "○"}


@pytest.mark.parametrize("entry", [one for block in BLOCKS[1:] for one in entries(block)])
def test_every_example_entry_is_understood(entry: str) -> None:
    head = "keikaku-corrections: 1\ndocument: midorino-2026\ncorrections:\n"
    (read,) = parse(head + entry + SIGNED, "page.yaml").entries
    assert read.operation in entry
